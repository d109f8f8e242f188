"""What people decided about the stories of a map, by what it is about, and in which order the stories stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Story, StoryAside, StoryLink


def row_id_of(moment_id: str) -> str:
    """The id of the row about the whole story of a moment: the same for everybody who is first to decide about it."""
    return f"story-{blake2b(moment_id.encode(), digest_size=12).hexdigest()}"


def handle_of(row: Story) -> str:
    """What a story is known by on its map: its moment where it is the whole of one, else its row."""
    return row.moment if row.moment and not row.part else row.id


@dataclass(frozen=True)
class StoryRows:
    """The rows of one map about its stories."""

    journey: Journey

    @cached_property
    def rows(self) -> Sequence[Story]:
        """All of them, in their order."""
        return [self.journey.get(Story, row_id) for row_id in self.journey.siblings("stories", None)]

    @cached_property
    def wholes(self) -> Mapping[str, Story]:
        """The row about the whole story of a moment, by the moment."""
        found: dict[str, Story] = {}
        for row in self.rows:
            if row.moment and not row.part:
                found.setdefault(row.moment, row)
        return found

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Story]]:
        """The parts of a moment that are stories of their own.

        Where two rows are about the whole of one moment, written by two people who did not see one another's, the
        second is a part: nothing that somebody wrote is lost.
        """
        found: dict[str, list[Story]] = {}
        for row in self.rows:
            if row.moment and self.wholes.get(row.moment) is not row:
                found.setdefault(row.moment, []).append(row)
        return found

    @cached_property
    def by_hand(self) -> Mapping[str, Sequence[Story]]:
        """The stories that were added by hand, by their episode."""
        found: dict[str, list[Story]] = {}
        for row in self.rows:
            if row.moment is None and row.episode is not None:
                found.setdefault(row.episode, []).append(row)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, Story]:
        """All of them by their ids."""
        return {row.id: row for row in self.rows}

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """For each story that is combined into another one: the row of the story that it is part of now.

        Where stories would be combined in a circle, the one whose id comes first stays.
        """
        found: dict[str, str] = {}
        for row in self.rows:
            way: dict[str, int] = {}
            at = row.id
            while at not in found and at not in way:
                way[at] = len(way)
                at = into if (into := self.by_id[at].into) in self.by_id else at
            root = found.get(at) or min(list(way)[way[at] :])
            found |= dict.fromkeys(way, root)
        return {one: root for one, root in found.items() if one != root}

    @cached_property
    def links(self) -> Sequence[StoryLink]:
        """Which story waits for which."""
        return [row for row in self.journey.tables["story_links"].values() if isinstance(row, StoryLink)]

    @cached_property
    def asides(self) -> Mapping[str, Sequence[StoryAside]]:
        """The findings that were put aside, by the row of their story."""
        found: dict[str, list[StoryAside]] = {}
        for row in self.journey.tables["story_asides"].values():
            if isinstance(row, StoryAside) and row.parent:
                found.setdefault(row.parent, []).append(row)
        return found

    def natural(self, episode: str) -> list[str]:
        """The stories of an episode, by their handles, as they stand where nobody put one elsewhere.

        Those that are combined into another one stand nowhere by themselves.
        """
        found: list[str] = []
        for moment in self.journey.moments_of(episode):
            whole = self.wholes.get(moment.id)
            found += [moment.id] if whole is None or whole.id not in self.roots else []
            found += [row.id for row in self.parts.get(moment.id, ()) if row.id not in self.roots]
        return found + [row.id for row in self.by_hand.get(episode, ()) if row.id not in self.roots]

    def of(self, handle: str) -> Story | None:
        """The row about this story, a moment's or one's own."""
        return self.wholes.get(handle) or self.by_id.get(handle)


def in_order(natural: Sequence[str], after: Mapping[str, str], first: str) -> list[str]:
    """The stories of one episode, by their handles, as people put them.

    `natural` is how they stand where nobody says anything, `after` the story behind which one was put, or `first`.
    Each stands once, whatever is said: behind a story that is gone one stands where it stood by nature, and in a
    circle the one that stands first by nature stays.
    """
    behind: dict[str, list[str]] = {}
    put = _without_circles(natural, after)
    for one in natural:
        place = first if after.get(one) == first else put.get(one, "")
        behind.setdefault(place, []).append(one)
    found: list[str] = []
    waiting = [*reversed(behind.get("", ())), *reversed(behind.get(first, ()))]
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(behind.get(found[-1], ()))
    return found


def _without_circles(natural: Sequence[str], after: Mapping[str, str]) -> dict[str, str]:
    """Behind which of the stories that are there each was put, where that leads somewhere."""
    rank = {one: n for n, one in enumerate(natural)}
    put = {one: after[one] for one in natural if after.get(one) in rank}
    settled: set[str] = set()
    for one in natural:
        way: dict[str, None] = {}
        now = one
        while now in put and now not in settled and now not in way:
            way[now] = None
            now = put[now]
        if now in way:
            ring = list(way)[list(way).index(now) :]
            del put[min(ring, key=rank.__getitem__)]
        settled.update(way)
    return put


def moved(
    order: Sequence[str], after: Mapping[str, str], one: str, behind: str, first: str
) -> Iterator[tuple[str, str]]:
    """What is to be said so that one story stands right behind another (`first`: before all), and all else stays.

    Pairs of a story and the one it stands after from now on; `order` is how they stand, `after` what is said so far.
    Whatever was ever put somewhere stands behind the one before it then; the others are in their order by nature.
    """
    rest = [other for other in order if other != one]
    at = rest.index(behind) + 1 if behind in rest else 0
    wanted = [*rest[:at], one, *rest[at:]]
    for n, other in enumerate(wanted):
        place = wanted[n - 1] if n else first
        if (other == one or after.get(other)) and after.get(other) != place:
            yield other, place
