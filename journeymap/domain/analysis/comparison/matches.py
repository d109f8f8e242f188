"""What became of every moment: who lives on in whom, each moment of both maps in exactly one match."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from journeymap.domain.analysis.comparison.lineage import Lineage, Links
from journeymap.domain.model.rows import Moment


class Disposition(StrEnum):
    """What became of an as-is moment in the to-be.

    NEW is a to-be moment without origin, OPEN what the other map does not deal with yet: it came to the as-is, or
    was taken out of it, after the to-be was begun.
    """

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_CHANNEL = "moved-channel"
    MERGED = "merged"
    SPLIT = "split"
    REMOVED = "removed"
    NEW = "new"
    OPEN = "open"
    UNDECIDED = "undecided"
    """An as-is moment whose disposition nobody has confirmed; never found by comparing."""


class Since(StrEnum):
    """What happened to the as-is after the to-be was begun."""

    CAME = "came"
    GONE = "gone"


class Bearing(StrEnum):
    """Whether what changes bears on the emotion: not at all, perhaps (other words, communication), or in substance."""

    NONE = "none"
    PERHAPS = "perhaps"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class MomentGroup:
    """Moments that became one another: as-is moments and the to-be moments they live on in."""

    as_is: tuple[Moment, ...]
    to_be: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a group of moments, each of which is in this match alone.

    `proposal` is what the maps say, `decided` what a person confirmed. `changed` names what the to-be does otherwise,
    `behind` what was changed in the as-is after the to-be was begun and is not taken over. `fields` of both: those of
    the moments, and `channels`, `needs`, `backstage` for their rows.
    """

    as_is: tuple[Moment, ...]
    to_be: tuple[Moment, ...]
    proposal: Disposition
    changed: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    since: Since | None = None
    bearing: Bearing = Bearing.NONE
    merged: bool = False
    """Whether a to-be moment among them comes from several."""
    split: bool = False
    """Whether an as-is moment among them became several."""
    decided: Disposition | None = None

    @property
    def id(self) -> str:
        """What the match goes by: its first as-is moment; what only the to-be has may have the id of another one."""
        return self.as_is[0].id if self.as_is else f"+{self.to_be[0].id}"

    @property
    def disposition(self) -> Disposition:
        """What a person decided, else what the maps say."""
        return self.decided or self.proposal

    @property
    def undecided(self) -> bool:
        """Whether as-is moments are gone without anybody having said so."""
        return self.proposal is Disposition.REMOVED and self.decided is None

    @property
    def signs(self) -> tuple[Disposition, ...]:
        """All that is true of it: a changed moment that moved, and is in another channel, says all three."""
        more = {
            Disposition.MERGED: self.merged,
            Disposition.SPLIT: self.split,
            Disposition.MOVED: bool(self.moved),
            Disposition.MOVED_CHANNEL: "channels" in self.changed,
        }
        return tuple(dict.fromkeys((self.disposition, *(sign for sign, so in more.items() if so))))


@dataclass(frozen=True, slots=True)
class Fate:
    """One as-is moment and the to-be moments it lives on in (none: removed; no as-is: new).

    `changed` names the fields that differ, with `channels`, `needs` and `backstage` for its rows; where it was merged
    they are those of the whole match.
    """

    disposition: Disposition
    as_is: Moment | None
    to_be: tuple[Moment, ...]
    changed: tuple[str, ...] = ()
    moved: bool = False
    behind: tuple[str, ...] = ()
    undecided: bool = False

    def has(self, disposition: Disposition) -> bool:
        """Whether this is true of it, beside whatever else is."""
        if disposition is Disposition.MOVED and self.moved:
            return True
        return self.disposition is disposition or (
            disposition is Disposition.MOVED_CHANNEL and "channels" in self.changed
        )


def groups(of: Lineage) -> Iterator[MomentGroup]:
    """The moments of both maps, each in one group: in the order of the as-is, and what only the to-be has last."""
    before, after = of.in_order
    down, up = of.moments
    one, other = {m.id: m for m in before}, {m.id: m for m in after}
    place = {m.id: n for n, m in enumerate(before)}, {m.id: n for n, m in enumerate(after)}
    done: set[str] = set()
    for moment in before:
        if moment.id in done:
            continue
        heirs = down.get(moment.id, ())
        if len(heirs) == 1 and len(up[heirs[0]]) == 1:
            yield MomentGroup((moment,), (other[heirs[0]],))
        elif not heirs:
            yield MomentGroup((moment,), ())
        else:
            came, went = _joined(moment.id, down, up)
            done |= came
            yield MomentGroup(
                tuple(one[i] for i in sorted(came, key=place[0].__getitem__)),
                tuple(other[i] for i in sorted(went, key=place[1].__getitem__)),
            )
    yield from (MomentGroup((), (moment,)) for moment in after if moment.id not in up)


def _joined(start: str, down: Links, up: Links) -> tuple[set[str], set[str]]:
    """All that hangs together with an as-is moment, by merges and splits."""
    came, went = {start}, set[str]()
    todo = [start]
    while todo:
        for heir in down.get(todo.pop(), ()):
            if heir not in went:
                went.add(heir)
                more = [source for source in up[heir] if source not in came]
                came.update(more)
                todo += more
    return came, went


def proposed(group: MomentGroup, changed: tuple[str, ...], *, moved: bool, since: Since | None) -> Disposition:
    """What the maps say became of a group."""
    before, after = len(group.as_is), len(group.to_be)
    if since is not None and not (before and after):
        return Disposition.OPEN
    if not before or not after:
        return Disposition.REMOVED if before else Disposition.NEW
    if before != after:
        return Disposition.MERGED if before > after else Disposition.SPLIT
    if changed == ("channels",):
        return Disposition.MOVED_CHANNEL
    if changed or before > 1:
        return Disposition.CHANGED
    return Disposition.MOVED if moved else Disposition.KEPT


def fates(matches: tuple[Match, ...], of: Lineage) -> Iterator[Fate]:
    """Each as-is moment with its own heirs, in the order of the as-is; what only the to-be has last."""
    down, up = of.moments
    place = {moment.id: n for n, moment in enumerate(of.in_order[False])}
    found = [(place[m.id], _fate(match, m, down, up)) for match in matches for m in match.as_is]
    yield from (fate for _, fate in sorted(found, key=itemgetter(0)))
    for match in matches:
        if not match.as_is:
            yield from (Fate(match.disposition, None, (moment,)) for moment in match.to_be)


def _fate(match: Match, moment: Moment, down: Links, up: Links) -> Fate:
    moved = moment.id in match.moved
    if len(match.as_is) < 2:
        return Fate(match.disposition, moment, match.to_be, match.changed, moved, match.behind, match.undecided)
    mine = down[moment.id]
    heirs = tuple(heir for heir in match.to_be if heir.id in mine)
    disposition = Disposition.SPLIT if len(heirs) > 1 else Disposition.MERGED
    if len(heirs) == 1 and len(up[heirs[0].id]) == 1:
        disposition = match.disposition
    return Fate(match.decided or disposition, moment, heirs, match.changed, moved, match.behind)


def with_decisions(matches: tuple[Match, ...], decided: Mapping[str, Disposition]) -> tuple[Match, ...]:
    """The matches with what people decided on their as-is moments; the word on the first one of a match counts.

    Whoever decided that a moment stays has not decided that it goes: once it is gone, that is said of it no more.
    """
    return tuple(_decided(match, decided) for match in matches) if decided else matches


_GOES = (Disposition.REMOVED, Disposition.MERGED)


def without_decisions(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches as the maps alone say them."""
    return tuple([match if match.decided is None else replace(match, decided=None) for match in matches])


def _decided(match: Match, decided: Mapping[str, Disposition]) -> Match:
    words = [decided[m.id] for m in match.as_is if m.id in decided]
    if not words or (match.proposal is Disposition.REMOVED and words[0] not in _GOES):
        return match
    return replace(match, decided=words[0])
