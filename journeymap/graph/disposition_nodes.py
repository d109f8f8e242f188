"""What became of every moment, as nodes: one for what lives on, and one more for what went, was merged or split."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.graph.palette import NodeStyle
from journeymap.graph.scene import ALL, ShownParts

LOOKS = {
    Disposition.KEPT: NodeStyle("#5b6577", "dot"),
    Disposition.CHANGED: NodeStyle("#4a74aa", "square"),
    Disposition.MOVED: NodeStyle("#2b7a8c", "triangle"),
    Disposition.MOVED_CHANNEL: NodeStyle("#8a6a1c", "hexagon"),
    Disposition.MERGED: NodeStyle("#7a57a3", "diamond"),
    Disposition.SPLIT: NodeStyle("#a64d6a", "triangleDown"),
    Disposition.REMOVED: NodeStyle("#c8553d", "dot"),
    Disposition.NEW: NodeStyle("#4d7f6f", "star"),
    Disposition.OPEN: NodeStyle("#8d6e63", "dot"),
}
GHOSTS = frozenset({Disposition.REMOVED, Disposition.MERGED, Disposition.SPLIT, Disposition.OPEN})
"""As-is moments with these fates are nodes of their own; all others live on in the one to-be moment."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One node of the picture: a to-be moment, or the ghost of an as-is one. `was` is what it was in the as-is."""

    id: str
    moment: Moment
    disposition: Disposition
    ghost: bool
    episode: int
    was: Moment | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """Two maps as one: the nodes in one order, which stands for each as-is moment, and the comparison itself."""

    stands: tuple[Stand, ...]
    stands_for: dict[str, str]
    became: tuple[tuple[str, str], ...]
    found: Comparison


def both(as_is: Journey, to_be: Journey) -> Both:
    """The to-be's moments in order, and what went between those it stood between."""
    found = compare(as_is, to_be)
    of = _dispositions(found)
    before: dict[str, Moment] = {}
    stands_for: dict[str, str] = {}
    for fate in found.fates:
        if fate.as_is is not None:
            ghost = fate.disposition in GHOSTS
            stands_for[fate.as_is.id] = f"as-is:{fate.as_is.id}" if ghost else fate.to_be[0].id
            for heir in fate.to_be:
                before.setdefault(heir.id, fate.as_is)
    behind: dict[str | None, list[Fate]] = {}
    last: str | None = None
    for fate in found.fates:
        if fate.as_is is None:
            break
        if fate.disposition in GHOSTS:
            behind.setdefault(last, []).append(fate)
        else:
            last = fate.to_be[0].id
    number = {episode.id: n for n, episode in enumerate(to_be.episodes)}
    stands: list[Stand] = [_ghost(fate, 0) for fate in behind.get(None, ())]
    for moment in to_be.moments:
        episode = number[moment.parent or ""]
        stands.append(Stand(moment.id, moment, of[moment.id], False, episode, before.get(moment.id)))
        stands += [_ghost(fate, episode) for fate in behind.get(moment.id, ())]
    became = tuple(
        (stands_for[fate.as_is.id], heir.id)
        for fate in found.fates
        if fate.as_is is not None and fate.disposition in GHOSTS
        for heir in fate.to_be
    )
    return Both(tuple(stands), stands_for, became, found)


@dataclass(frozen=True, slots=True)
class Ways:
    """Legs between nodes that both maps have, that only the as-is had, and that only the to-be has; with how many."""

    kept: dict[tuple[str, str], int]
    gone: dict[tuple[str, str], int]
    new: dict[tuple[str, str], int]


def ways(as_is: Journey, to_be: Journey, stands_for: dict[str, str], shown: ShownParts = ALL) -> Ways:
    """The legs of all paths of both maps (the plain order, where a map has no paths), counted by their ends."""
    before = _counted(_legs(as_is, _was(to_be, shown)), stands_for)
    after = _counted(_legs(to_be, shown), {})
    return Ways(
        {pair: n for pair, n in after.items() if pair in before},
        {pair: n for pair, n in before.items() if pair not in after},
        {pair: n for pair, n in after.items() if pair not in before},
    )


def _was(to_be: Journey, shown: ShownParts) -> ShownParts:
    """The as-is paths that the to-be paths shown come from."""
    if shown.paths is None:
        return ALL
    return ShownParts(paths=frozenset(path.origin or path.id for path in to_be.paths if shown.path(path.id)))


def _legs(journey: Journey, shown: ShownParts) -> Iterator[tuple[str, str]]:
    if not journey.paths:
        yield from pairwise(moment.id for moment in journey.moments)
    for path in journey.paths:
        if shown.path(path.id):
            yield from pairwise(step.moment for step in journey.steps_of(path.id))


def _counted(legs: Iterator[tuple[str, str]], stands_for: dict[str, str]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for one, other in legs:
        pair = stands_for.get(one, one), stands_for.get(other, other)
        found[pair] = found.get(pair, 0) + 1
    return found


def _dispositions(found: Comparison) -> dict[str, Disposition]:
    """What each to-be moment is: merged where several as-is moments live on in it."""
    of: dict[str, Disposition] = {}
    for fate in found.fates:
        for heir in fate.to_be:
            of[heir.id] = Disposition.MERGED if heir.id in of else fate.disposition
    return of


def _ghost(fate: Fate, episode: int) -> Stand:
    if fate.as_is is None:
        raise ValueError("what is new leaves no ghost")
    return Stand(f"as-is:{fate.as_is.id}", fate.as_is, fate.disposition, True, episode, fate.as_is)
