"""An as-is beside the to-be made from it: what became of every moment, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from journeymap.domain.model.field_rules import compared_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Channel, Moment, Row


class Disposition(StrEnum):
    """What became of an as-is moment in the to-be; NEW is a to-be moment without origin."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_CHANNEL = "moved-channel"
    MERGED = "merged"
    SPLIT = "split"
    REMOVED = "removed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Fate:
    """One as-is moment and the to-be moments it lives on in (none: removed; no as-is: new).

    `changed` names the fields that differ, with `channels`, `needs` and `backstage` for its rows, and `touchpoints`
    where the channels are the same and something is different about them.
    """

    disposition: Disposition
    as_is: Moment | None
    to_be: tuple[Moment, ...]
    changed: tuple[str, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """One map in numbers. Units: minutes are wall-clock; valence -2 to +2, None where nothing is said."""

    episodes: int
    moments: int
    touchpoints: int
    channels: int
    switches: int
    minutes: float
    felt: float | None
    targeted: float | None
    needs: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything one sees of an as-is beside its to-be."""

    fates: tuple[Fate, ...]
    as_is: Figures
    to_be: Figures
    lost_needs: tuple[str, ...]
    """Ids of as-is needs that no to-be moment serves."""

    def count(self, disposition: Disposition) -> int:
        """How many moments had this fate."""
        return sum(fate.disposition is disposition for fate in self.fates)


def compare(as_is: Journey, to_be: Journey) -> Comparison:
    """What was kept, changed, moved, merged, split, removed, and what is new."""
    heirs: dict[str, list[Moment]] = {}
    fresh: list[Fate] = []
    known = as_is.tables["moments"]
    merged: set[str] = set()
    for moment in to_be.moments:
        origins = [o for o in to_be.origins_of(moment.id) if o in known]
        for origin in origins:
            heirs.setdefault(origin, []).append(moment)
        if len(origins) > 1:
            merged.add(moment.id)
        if not origins:
            fresh.append(Fate(Disposition.NEW, None, (moment,)))
    stayed = _in_order(as_is, to_be, heirs)
    fates = [_fate(as_is, to_be, moment, heirs.get(moment.id, []), merged, stayed) for moment in as_is.moments]
    return Comparison(tuple(fates + fresh), figures(as_is), figures(to_be), tuple(_lost_needs(as_is, to_be)))


def figures(journey: Journey) -> Figures:
    """The numbers of one map."""
    moments = journey.moments
    channels = [[t.channel for t in journey.touchpoints_of(m.id)] for m in moments]
    targeted = [journey.targeted_of(m)[0] for m in moments]
    return Figures(
        episodes=journey.count("episodes"),
        moments=len(moments),
        touchpoints=journey.count("touchpoints"),
        channels=len({channel for used in channels for channel in used}),
        switches=switches(channels),
        minutes=sum(m.minutes or 0 for m in moments),
        felt=_mean(m.felt_valence for m in moments),
        targeted=_mean(targeted),
        needs=journey.count("needs"),
    )


def switches(channels: Iterable[list[str]]) -> int:
    """How often the customer has to leave every channel of one moment for the next one's."""
    used = [set(c) for c in channels if c]
    return sum(not (one & other) for one, other in pairwise(used))


def _fate(
    as_is: Journey, to_be: Journey, moment: Moment, heirs: list[Moment], merged: set[str], stayed: set[str]
) -> Fate:
    if not heirs:
        return Fate(Disposition.REMOVED, moment, ())
    changed = _changed(as_is, to_be, moment, heirs[0])
    moved = heirs[0].id not in stayed
    if len(heirs) > 1:
        disposition = Disposition.SPLIT
    elif heirs[0].id in merged:
        disposition = Disposition.MERGED
    elif changed == ("channels",):
        disposition = Disposition.MOVED_CHANNEL
    elif changed:
        disposition = Disposition.CHANGED
    else:
        disposition = Disposition.MOVED if moved else Disposition.KEPT
    return Fate(disposition, moment, tuple(heirs), changed, moved)


def _changed(as_is: Journey, to_be: Journey, before: Moment, after: Moment) -> tuple[str, ...]:
    fields = [name for name in compared_fields("moments") if getattr(before, name) != getattr(after, name)]
    one, other = touchpoints_compared(as_is, as_is, before), touchpoints_compared(as_is, to_be, after)
    if {channel for channel, *_ in one} != {channel for channel, *_ in other}:
        fields.append("channels")
    elif set(one) != set(other):
        fields.append("touchpoints")
    if set(map(compared, as_is.needs_of(before.id))) != set(map(compared, to_be.needs_of(after.id))):
        fields.append("needs")
    if set(map(compared, as_is.backstage_of(before.id))) != set(map(compared, to_be.backstage_of(after.id))):
        fields.append("backstage")
    return tuple(fields)


def compared(row: Row) -> tuple[object, ...]:
    """What of a row is looked at when two are held side by side."""
    return tuple(getattr(row, name) for name in compared_fields(row.table))


def touchpoints_compared(as_is: Journey, of: Journey, moment: Moment) -> dict[tuple[object, ...], str]:
    """The names of a moment's channels, by what of its touchpoints is looked at, the channel's id first.

    A channel is the one it comes from, so that renaming it does not change every moment in it.
    """
    known = as_is.tables["channels"]
    names = [name for name in compared_fields("touchpoints") if name != "channel"]
    found: dict[tuple[object, ...], str] = {}
    for touchpoint in of.touchpoints_of(moment.id):
        channel = of.get(Channel, touchpoint.channel)
        came = channel.origin if of is not as_is and channel.origin in known else None
        found[came or channel.id, *(getattr(touchpoint, name) for name in names)] = channel.name
    return found


def _in_order(as_is: Journey, to_be: Journey, heirs: dict[str, list[Moment]]) -> set[str]:
    """The to-be moments that did not move: their episode is the same one and so is their order.

    The longest run of moments in unchanged order stays; only the others moved. So taking one
    moment to the front moves one, not all that follow it.
    """
    first = {moments[0].id: as_is_id for as_is_id, moments in reversed(heirs.items())}
    stayed: set[str] = set()
    for episode in to_be.episodes:
        places = {m.id: n for n, m in enumerate(as_is.moments_of(episode.origin or episode.id))}
        came = [(first.get(m.id, ""), m.id) for m in to_be.moments_of(episode.id)]
        stayed |= _longest_rising([(places[as_is_id], m) for as_is_id, m in came if as_is_id in places])
    return stayed


def _longest_rising(pairs: list[tuple[int, str]]) -> set[str]:
    """The ids of a longest subsequence with rising numbers (patience sorting)."""
    ends: list[int] = []
    before: list[int] = []
    for n, (number, _) in enumerate(pairs):
        at = _first_not_below(ends, pairs, number)
        before.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [n]
    chosen: set[str] = set()
    now = ends[-1] if ends else -1
    while now >= 0:
        chosen.add(pairs[now][1])
        now = before[now]
    return chosen


def _first_not_below(ends: list[int], pairs: list[tuple[int, str]], number: int) -> int:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if pairs[ends[middle]][0] < number:
            low = middle + 1
        else:
            high = middle
    return low


def _lost_needs(as_is: Journey, to_be: Journey) -> Iterable[str]:
    needs = [to_be.tables["needs"][i] for i in to_be.tables["needs"]]
    served = {need.origin for need in needs}
    texts = {need.called.casefold() for need in needs}
    for moment in as_is.moments:
        for need in as_is.needs_of(moment.id):
            if need.id not in served and need.text.casefold() not in texts:
                yield need.id


def _mean(numbers: Iterable[float | None]) -> float | None:
    rated = [n for n in numbers if n is not None]
    return sum(rated) / len(rated) if rated else None
