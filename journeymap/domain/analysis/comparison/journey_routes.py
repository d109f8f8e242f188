"""The ways through the moments along which figures run: nobody lives every card of a map in one go."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from journeymap.domain.analysis.comparison.lineage import Lineage, Links, Stop
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Path, PathKind
from journeymap.domain.text.normalize import plain

T = TypeVar("T")


class Along(StrEnum):
    """What figures run along: one path, all paths by their shares, or every card where there is no path at all."""

    PATH = "path"
    SHARES = "shares"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class PathPair:
    """One path on both sides, and how much it weighs.

    `after` is the to-be path as it is drawn, `held` the same with what went from it without anybody having decided
    so. A side without such a path has None.
    """

    name: str
    before: tuple[Stop, ...] | None
    after: tuple[Stop, ...] | None
    held: tuple[Stop, ...] | None
    weight_before: float = 1.0
    weight_after: float = 1.0


@dataclass(frozen=True)
class Route:
    """What figures run along; `id` is what it is chosen by: a path's id, or `shares`, or `cards`.

    `shares` of both maps say what the shares of the paths that count add up to, in per cent.
    """

    id: str
    along: Along
    name: str
    legs: tuple[PathPair, ...]
    shares: tuple[float, float] = (0.0, 0.0)
    other: str = ""
    """What the same path is called by in the to-be, where that is another id."""

    @cached_property
    def ways(self) -> Sequence[tuple[PathPair, tuple[Sequence[str] | None, Sequence[str] | None]]]:
        """Every leg with the ids of its moments, before and after."""
        return [(leg, (_ids(leg.before), _ids(leg.after))) for leg in self.legs]

    @cached_property
    def ids(self) -> tuple[Sequence[str], Sequence[str]]:
        """The ids of all moments on the way, each once: before and after."""
        before = _once(ids for _, (ids, _) in self.ways)
        return before, _once(ids for _, (_, ids) in self.ways)

    @cached_property
    def worst(self) -> Sequence[Stop]:
        """All stops in the worst case, each once."""
        return _once(way.before if way.held is None else way.held for way in self.legs)

    def answers_to(self, along: str) -> bool:
        """Whether it is this one that is asked for."""
        return along in (self.id, self.other)


def _ids(way: Sequence[Stop] | None) -> Sequence[str] | None:
    return None if way is None else [moment for moment, _ in way]


def _once(ways: Iterable[Sequence[T] | None]) -> Sequence[T]:
    found: dict[T, None] = {}
    for way in ways:
        found.update(dict.fromkeys(way or ()))
    return list(found)


def routes(of: Lineage, decided: frozenset[str] = frozenset()) -> tuple[Route, ...]:
    """All one can choose from, the one to begin with first: a happy path that both maps have, where there is one."""
    pairs = sorted(paired(of), key=_rank(of))
    if not pairs:
        return (map_route(of, decided),)
    ways = tuple(_way(of, before, after, decided) for before, after in pairs)
    found = [_route(pair, way) for pair, way in zip(pairs, ways, strict=True)]
    weighted = _weighted(pairs, ways)
    return (*found, weighted) if weighted is not None else tuple(found)


def chosen_route(found: Sequence[Route], along: str) -> Route:
    """The route that is asked for by its id; the first one where it is not there."""
    return next((route for route in found if along and route.answers_to(along)), found[0])


def paired(of: Lineage) -> list[tuple[Path | None, Path | None]]:
    """The paths with steps of both maps, side by side: by where they come from, by name, or the only ones of a kind."""
    before, after = _walked(of.as_is), _walked(of.to_be)
    heirs = _heirs(of, before, after)
    partners = {path.id: heirs.get(path.id) for path in before}
    taken = {heir.id for heir in heirs.values()}
    return [
        *((path, partners[path.id]) for path in before),
        *((None, path) for path in after if path.id not in taken),
    ]


def _walked(journey: Journey) -> list[Path]:
    return [path for path in journey.paths if journey.steps_of(path.id)]


def _heirs(of: Lineage, before: Sequence[Path], after: Sequence[Path]) -> dict[str, Path]:
    """The to-be path that each as-is path lives on in; whichever map is asked first, the same two belong together."""
    down, _ = of.links(of.younger.paths)
    known = {path.id: path for path in after}
    found: dict[str, Path] = {}
    taken: set[str] = set()

    def pair(path: Path, heir: Path | None) -> None:
        if heir is not None and path.id not in found and heir.id not in taken:
            found[path.id] = heir
            taken.add(heir.id)

    for path in before:
        pair(path, next((known[heir] for heir in down.get(path.id, ()) if heir in known), None))
    for alike in (_name, _kind):
        left = [path for path in before if path.id not in found and (of.by_id or of.forward or path.origin is None)]
        free = [path for path in after if path.id not in taken and (of.by_id or not of.forward or path.origin is None)]
        mine, theirs = Counter(map(alike, left)), {alike(path): path for path in free}
        often = Counter(map(alike, free))
        for path in left:
            if mine[alike(path)] == often[alike(path)] == 1:
                pair(path, theirs[alike(path)])
    return found


def steps(journey: Journey, path: Path | None) -> list[str]:
    """The moments a path passes, in order."""
    return [step.moment for step in journey.steps_of(path.id)] if path is not None else []


def switches(channels: Iterable[Sequence[str]]) -> int:
    """How often the customer has to leave every channel of one moment for the next one's."""
    used = [set(c) for c in channels if c]
    return sum(not (one & other) for one, other in pairwise(used))


def _name(path: Path) -> str:
    return plain(path.name)


def _kind(path: Path) -> str:
    return path.kind


def _rank(of: Lineage) -> Callable[[tuple[Path | None, Path | None]], tuple[bool, int, int, str]]:
    """Paths of both maps first, happy ones before others, then as they are drawn: the same from either side."""
    places = [{path.id: n for n, path in enumerate(journey.paths)} for journey in (of.as_is, of.to_be)]

    def rank(pair: tuple[Path | None, Path | None]) -> tuple[bool, int, int, str]:
        there = [path for path in pair if path is not None]
        drawn = sum(place[path.id] for place, path in zip(places, pair, strict=True) if path is not None)
        happy = sum(path.kind is PathKind.HAPPY for path in there)
        return len(there) < 2, -happy, drawn, min(path.id for path in there)

    return rank


def _route(pair: tuple[Path | None, Path | None], way: PathPair) -> Route:
    before, after = pair
    path, other = before or after, after or before
    return Route(
        path.id if path else "", Along.PATH, other.name if other else "", (way,), other=other.id if other else ""
    )


def _way(of: Lineage, before: Path | None, after: Path | None, decided: frozenset[str]) -> PathPair:
    came, went = steps(of.as_is, before), steps(of.to_be, after)
    path = before or after
    return PathPair(
        name=path.name if path else "",
        before=_stops(of, came, to_be=False) if before else None,
        after=_stops(of, went, to_be=True) if after else None,
        held=held(of, came, went, decided) if after else None,
        weight_before=(before.share or 0.0) if before else 0.0,
        weight_after=(after.share or 0.0) if after else 0.0,
    )


def _stops(of: Lineage, moments: Iterable[str], *, to_be: bool) -> tuple[Stop, ...]:
    made = of.stops[to_be]
    return tuple([made[moment] for moment in moments])


def _weighted(pairs: Sequence[tuple[Path | None, Path | None]], ways: tuple[PathPair, ...]) -> Route | None:
    """All paths by their shares, where a map says some: a path that went undecided still weighs what it did.

    Where one map says none, its paths weigh what those they belong to weigh.
    """
    said = tuple(sum(path.share or 0.0 for path in side if path is not None) for side in zip(*pairs, strict=True))
    if not any(said) or len(pairs) < 2:
        return None
    if not said[1]:
        ways = tuple(replace(way, weight_after=way.weight_before) for way in ways)
    elif not said[0]:
        ways = tuple(replace(way, weight_before=way.weight_after) for way in ways)
    return Route("shares", Along.SHARES, "", ways, (said[0], said[1]))


def map_route(of: Lineage, decided: frozenset[str]) -> Route:
    """All moments of both maps in their order, as if somebody lived them all."""
    came, went = ([moment.id for moment in side] for side in of.in_order)
    leg = PathPair("", _stops(of, came, to_be=False), _stops(of, went, to_be=True), held(of, came, went, decided))
    return Route("cards", Along.CARDS, "", (leg,))


def held(of: Lineage, came: Sequence[str], went: Sequence[str], decided: frozenset[str]) -> tuple[Stop, ...]:
    """The to-be's way with every as-is moment on it that went, and that nobody decided about, back in its place.

    The nth visit of a moment lives on in the nth visit of its heir: leaving out a loop is no less a removal.
    """
    stops, later = of.stops
    behind = _went_behind(of.moments[0], came, went, decided)
    found = [stops[moment] for moment in behind.get(-1, ())]
    for n, moment in enumerate(went):
        found.append(later[moment])
        if n in behind:
            found += [stops[one] for one in behind[n]]
    return tuple(found)


def _went_behind(
    down: Links, came: Sequence[str], went: Sequence[str], decided: frozenset[str]
) -> Mapping[int, Sequence[str]]:
    """The as-is moments that went, by the place in the to-be's way behind which they belong; -1: before all."""
    first: dict[str, int] = {}
    again: dict[tuple[str, int], int] = {}
    visits: dict[str, int] = {}
    for n, moment in enumerate(went):
        if first.setdefault(moment, n) != n:
            visit = visits[moment] = visits.get(moment, 0) + 1
            again[moment, visit] = n
    seen: dict[str, int] = {}
    behind: dict[int, list[str]] = {}
    at = -1
    for moment in came:
        visit = seen[moment] = seen.get(moment, -1) + 1
        heirs = down.get(moment, ())
        if visit:
            there = [again[heir, visit] for heir in heirs if (heir, visit) in again]
        else:
            there = [first[heir] for heir in heirs if heir in first]
        if there:
            at = max(there)
        elif moment not in decided:
            behind.setdefault(at, []).append(moment)
    return behind
