"""What has to be written so that a story is as somebody wants it: changes of its map, worked out and not made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from journeymap.domain.analysis.story_rows import StoryRows, handle_of, in_order, moved, row_id_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.rows import Story
from journeymap.domain.text.errors import Term, gone, invalid
from journeymap.exchange.backlog.decided_stories import TEXTS, is_an_id, told
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.exchange.stories import stable_id

FIELDS = frozenset({*TEXTS, "notes", "estimate", "team", "status", "priority", "labels"})
"""What somebody may say of a story."""


@dataclass(frozen=True)
class StoryDesk:
    """Works out changes on one map. `told` gives the stories as the map alone makes them, by their handles."""

    journey: Journey
    identity: str
    told: Callable[[], Mapping[str, UserStory]]
    new_id: Callable[[], str]

    @cached_property
    def rows(self) -> StoryRows:
        """What was decided so far."""
        return StoryRows(self.journey)

    @cached_property
    def _handles(self) -> Mapping[str, str]:
        """The stories that there are, by their ids."""
        found = {stable_id(self.identity, moment): moment for moment in self.journey.tables["moments"]}
        return found | {stable_id(self.identity, handle): handle for handle in map(handle_of, self.rows.rows)}

    def handle(self, story: str) -> str:
        """What a story is known by on this map. Errors: Refusal `gone`."""
        found = self._handles.get(story, story)
        if self.journey.find("moments", found) is None and found not in self.rows.by_id:
            raise gone("row-gone", row=Term("the-stories"))
        return found

    # What it says

    def edit(self, story: str, values: Mapping[str, object]) -> list[Change]:
        """Other values. Errors: Refusal about a field that cannot be written, or a story that says nothing."""
        if strange := next((name for name in values if name not in FIELDS), None):
            raise invalid("no-such-field", field=strange[:40])
        handle = self.handle(story)
        said = dict(values)
        labels = said.get("labels")
        if isinstance(labels, list | tuple):
            said["labels"] = ", ".join(str(label) for label in labels)
        if any(map(is_an_id, str(said.get("labels", "")).split(","))):
            raise invalid("story-label-id")
        row = self.rows.of(handle)
        for field in TEXTS:
            if isinstance(text := said.get(field), str):
                said |= self._text(handle, row, field, text)
        if (
            row is not None
            and row.moment is None
            and not (said.get("title", row.title) or said.get("sentence", row.sentence))
        ):
            raise invalid("story-says-nothing")
        return self._say(handle, said)

    def keep(self, story: str, field: str) -> list[Change]:
        """What the map says now is known. Errors: Refusal where nobody wrote anything there."""
        handle = self.handle(story)
        row = self.rows.of(handle)
        if field not in TEXTS or row is None or not getattr(row, field):
            raise invalid("story-not-edited")
        return self._say(handle, {f"{field}_base": self._now(handle, field)})

    def _text(self, handle: str, row: Story | None, field: str, text: str) -> dict[str, Any]:
        """A text with what the map says in its place; as the map says it, nothing is kept."""
        if not text.strip():
            return {field: "", f"{field}_base": ""}
        now = self._now(handle, field)
        if _alike(text, now):
            return {field: "", f"{field}_base": ""}
        if row is not None and getattr(row, field) and _alike(text, getattr(row, field)):
            return {field: getattr(row, field)}
        return {field: text, f"{field}_base": now}

    def _now(self, handle: str, field: Any) -> str:
        """What the map says; nothing of what only people say."""
        row, found = self.rows.of(handle), self._told.get(handle)
        by_hand = row is not None and (row.moment is None or row.part == "hand")
        return "" if by_hand or found is None else told(found, field)

    @cached_property
    def _told(self) -> Mapping[str, UserStory]:
        return self.told()

    # Whether it is in the backlog, and where

    def exclude(self, stories: Iterable[str], reason: str) -> list[Change]:
        """Leave these out."""
        said = {"excluded": True, "reason": reason}
        return [change for story in dict.fromkeys(stories) for change in self._say(self.handle(story), said)]

    def include(self, stories: Iterable[str]) -> list[Change]:
        """Take these in again."""
        said = {"excluded": False, "reason": ""}
        there = [handle for story in dict.fromkeys(stories) if self.rows.of(handle := self.handle(story))]
        return [change for handle in there for change in self._say(handle, said)]

    def add(self, row_id: str, episode: str, title: str, sentence: str) -> list[Change]:
        """One by hand. Errors: Refusal."""
        if not (title.strip() or sentence.strip()):
            raise invalid("story-says-nothing")
        if self.journey.find("episodes", episode) is None:
            raise gone("row-gone", row=Term("the-episodes"))
        values = {"episode": episode, "title": title, "sentence": sentence}
        return [Add(table="stories", id=row_id, values=values)]

    def remove(self, story: str) -> list[Change]:
        """Take a part or one by hand away. Errors: Refusal for the story of a whole moment."""
        handle = self.handle(story)
        if handle not in self.rows.by_id:
            raise invalid("story-is-a-moment")
        return [Remove(table="stories", id=handle)]

    def move(self, story: str, after: str, episode: str) -> list[Change]:
        """Put it right behind another one, or first."""
        handle = self.handle(story)
        behind = self.handle(after) if after else ""
        if behind == handle:
            return []
        row = self.rows.of(handle)
        at = self._episode(handle)
        to = episode or (self._episode(behind) if behind else at)
        changes: list[Change] = []
        if to != at:
            if row is None or row.moment is not None:
                raise invalid("story-stays-in-episode")
            changes += self._say(handle, {"episode": to})
        natural = self.rows.natural(to)
        there = [row for one in natural if (row := self.rows.of(one))]
        said = {handle_of(one): one.stands_after for one in there}
        order = in_order(natural, said, to)
        for one, place in moved([*order, *([handle] if to != at else [])], said, handle, behind, to):
            changes += self._say(one, {"stands_after": place})
        return changes

    def _episode(self, handle: str) -> str:
        moment = self.journey.find("moments", handle)
        row = self.rows.by_id.get(handle)
        if moment is None and row is not None and row.moment:
            moment = self.journey.find("moments", row.moment)
        return (moment.parent if moment is not None else row.episode if row is not None else "") or ""

    # Several of one, one of several

    def split(self, story: str, by: str, texts: Sequence[str]) -> list[Change]:
        """The parts. Errors: Refusal where there is nothing to split."""
        handle = self.handle(story)
        row = self.rows.by_id.get(handle)
        if by == "hand":
            said = [text for text in texts if text.strip()]
            if not said:
                raise invalid("story-nothing-to-split")
            of = (
                {"episode": row.episode}
                if row and row.moment is None
                else {
                    "moment": row.moment if row else handle,
                    "part": "hand",
                }
            )
            return [self._new({**of, _field(text): text}) for text in said]
        if by not in ("need", "channel") or row is not None:
            raise invalid("story-nothing-to-split")
        rows = self.rows.parts.get(handle, ())
        taken = {part.need if by == "need" else part.channel for part in rows if part.part == by}
        ids = (
            [need.id for need in self.journey.needs_of(handle)]
            if by == "need"
            else [channel.id for channel in self.journey.channels_of(handle)]
        )
        left = [one for one in dict.fromkeys(ids) if one not in taken]
        if len(left) < 2:
            raise invalid(f"story-one-{by}")
        return [self._part(handle, by, one) for one in left[1:]]

    def _part(self, handle: str, by: str, of: str) -> Add:
        """One part: of one id for everybody who splits the same at once, so that it is made once."""
        part = f"part-{blake2b(f'{handle}/{by}/{of}'.encode(), digest_size=8).hexdigest()}"
        row_id = part if self.journey.table_of(part) is None else self.new_id()
        return Add(table="stories", id=row_id, values={"moment": handle, "part": by, by: of})

    def combine(self, stories: Sequence[str]) -> list[Change]:
        """The first with the others in it. Errors: Refusal where it is only one."""
        handles = list(dict.fromkeys(map(self.handle, stories)))
        first = self.rows.of(handles[0]) if handles else None
        if first is not None and first.id in self.rows.roots:
            handles[0] = handle_of(self.rows.by_id[self.rows.roots[first.id]])
        others = [one for one in dict.fromkeys(handles[1:]) if one != handles[0]]
        if not others:
            raise invalid("story-combine-one")
        root = self._row(handles[0], {})
        if self._goes_round({root.id, *(row.id for one in others if (row := self.rows.of(one)))}):
            raise invalid("story-link-circle")
        made: list[Change] = [root] if isinstance(root, Add) else []
        return [*made, *(change for one in others for change in self._say(one, {"into": root.id}))]

    def _goes_round(self, one: set[str]) -> bool:
        """Whether these rows, as one story, would wait for themselves by way of others."""

        def node(row: str) -> str:
            root = self.rows.roots.get(row, row)
            return "" if {row, root} & one else root

        waits: dict[str, set[str]] = {}
        for link in self.rows.links:
            if (start := node(link.parent or "")) != (end := node(link.depends_on)):
                waits.setdefault(start, set()).add(end)
        seen, ahead = set[str](), list(waits.get("", ()))
        while ahead:
            if (at := ahead.pop()) == "":
                return True
            ahead += waits.get(at, set()) - seen
            seen.add(at)
        return False

    def part_again(self, story: str) -> list[Change]:
        """Those that are in it out of it again."""
        row = self.rows.of(self.handle(story))
        inside = [one for one, root in self.rows.roots.items() if row is not None and root == row.id]
        return [Set(table="stories", id=one, field="into", value="") for one in inside]

    # Beside others

    def link(self, story: str, on: str) -> list[Change]:
        """It waits for the other one."""
        rows = [self._row(self.handle(one), {}) for one in (story, on)]
        made: list[Change] = [row for row in rows if isinstance(row, Add)]
        if rows[0].id == rows[1].id:
            raise invalid("story-link-circle")
        values = {"depends_on": rows[1].id}
        return [*made, Add(table="story_links", id=self.new_id(), parent=rows[0].id, values=values)]

    def unlink(self, story: str, on: str) -> list[Change]:
        """It waits no longer."""
        row, other = (self.rows.of(self.handle(one)) for one in (story, on))
        found = [one for one in self.rows.links if row and other and (one.parent, one.depends_on) == (row.id, other.id)]
        return [Remove(table="story_links", id=one.id) for one in found]

    def put_aside(self, story: str, rule: str, about: str, reason: str) -> list[Change]:
        """The finding is put aside, or put aside for another reason."""
        row = self._row(self.handle(story), {})
        known = [one for one in self.rows.asides.get(row.id, ()) if (one.rule, one.about) == (rule, about)]
        if known:
            return [Set(table="story_asides", id=known[0].id, field="reason", value=reason)]
        made: list[Change] = [row] if isinstance(row, Add) else []
        values = {"rule": rule, "about": about, "reason": reason}
        return [*made, Add(table="story_asides", id=self.new_id(), parent=row.id, values=values)]

    def take_back(self, story: str, rule: str, about: str) -> list[Change]:
        """The finding is back."""
        row = self.rows.of(self.handle(story))
        asides = self.rows.asides.get(row.id, ()) if row is not None else ()
        return [Remove(table="story_asides", id=one.id) for one in asides if (one.rule, one.about) == (rule, about)]

    # Rows

    def _row(self, handle: str, values: Mapping[str, Any]) -> Story | Add:
        """The row about a story, or one to be made: of one id for everybody who is first to decide about it."""
        row = self.rows.of(handle)
        if row is not None:
            return row
        row_id = row_id_of(handle)
        taken = self.journey.table_of(row_id) is not None  # by whoever wrote something else under that name
        return Add(table="stories", id=self.new_id() if taken else row_id, values={"moment": handle, **values})

    def _say(self, handle: str, values: Mapping[str, Any]) -> list[Change]:
        """What is new of these values."""
        row = self._row(
            handle, {name: value for name, value in values.items() if value != Story.model_fields[name].default}
        )
        if isinstance(row, Add):
            return [row] if len(row.values) > 1 else []
        now = row.values()
        return [
            Set(table="stories", id=row.id, field=name, value=value)
            for name, value in values.items()
            if now[name] != value
        ]

    def _new(self, values: Mapping[str, Any]) -> Add:
        return Add(table="stories", id=self.new_id(), values=dict(values))


def _alike(one: str, other: str) -> bool:
    return [line.split() for line in one.strip().splitlines()] == [line.split() for line in other.splitlines()]


def _field(text: str) -> str:
    """Whether a text is a sentence of a story, or what it is called."""
    return "sentence" if text.strip().casefold().startswith(("as ", "als ")) else "title"
