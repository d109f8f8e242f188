"""A journey's paths in numbers: where they turn back, end early, switch and pass."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from journeymap.domain.analysis.comparison.journey_routes import switches
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Path, PathKind

SAD = (PathKind.UNHAPPY, PathKind.ABANDONED)


@dataclass(frozen=True, slots=True)
class Way:
    """One path in numbers. `returns` are the ids of moments it comes back to, in order, each time it does.

    `known` says whether all its moments have their minutes: otherwise `minutes` is a least.
    """

    path: Path
    steps: int
    switches: int
    minutes: float
    returns: tuple[str, ...]
    known: bool = False
    moments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoopBack:
    """Moments that somebody on one path comes round to again, in the journey's order.

    `rounds` counts the returns; `minutes` is what the path takes longer than with its loops cut out, `known` whether
    all minutes that this takes are said.
    """

    path: Path
    moments: tuple[str, ...]
    rounds: int
    minutes: float
    known: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """The graph of a journey in numbers.

    `loops` are groups of moments that somebody on one path comes round to again, `looping` the same path by path;
    `dead_ends` moments where people stay short of the goal (see `_early_ends`); `off_paths` moments on no path (where
    there are paths at all), `unreachable` those on one to which no path leads from where the journey begins; `goals`
    where the happy paths end, or else the journey's last moment.
    Units: minutes are wall-clock; `coverage` is the share of moments on any path, 0 to 1.
    """

    moments: int
    paths: int
    steps: int
    ways: tuple[Way, ...]
    loops: tuple[tuple[str, ...], ...]
    dead_ends: tuple[str, ...]
    off_paths: tuple[str, ...]
    only_happy: bool
    looping: tuple[LoopBack, ...] = ()
    goals: tuple[str, ...] = ()
    coverage: float = 0.0
    unreachable: tuple[str, ...] = ()


def measures(journey: Journey) -> Measures:
    """Count what there is to see in the graph."""
    ways = tuple(_way(journey, path) for path in journey.paths)
    moments = journey.moments
    passed = {moment for way in ways for moment in way.moments}
    looping = tuple(loop for way in ways for loop in _loops(journey, way))
    goals = goals_of(journey)
    return Measures(
        moments=len(moments),
        paths=len(ways),
        steps=sum(way.steps for way in ways),
        ways=ways,
        loops=tuple(dict.fromkeys(loop.moments for loop in looping)),
        dead_ends=_early_ends(ways, moments, goals),
        off_paths=tuple(m.id for m in moments if m.id not in passed) if ways else (),
        only_happy=bool(ways) and all(way.path.kind is PathKind.HAPPY for way in ways),
        looping=looping,
        goals=goals,
        coverage=len(passed) / len(moments) if moments else 0.0,
        unreachable=_unreachable(journey),
    )


def goals_of(journey: Journey) -> tuple[str, ...]:
    """Where the happy paths end; the journey's last moment where none is drawn."""
    happy = (journey.steps_of(path.id) for path in journey.paths if path.kind is PathKind.HAPPY)
    ends = dict.fromkeys(steps[-1].moment for steps in happy if steps)
    return tuple(ends) or tuple(moment.id for moment in journey.moments[-1:])


def starts_of(journey: Journey) -> tuple[str, ...]:
    """Where the happy paths begin; where all paths begin if none is happy, as a loop may be drawn from its middle."""
    begun = [(path.kind, steps[0].moment) for path in journey.paths if (steps := journey.steps_of(path.id))]
    happy = [moment for kind, moment in begun if kind is PathKind.HAPPY]
    return tuple(dict.fromkeys(happy or [moment for _, moment in begun]))


def walked(journey: Journey) -> "nx.DiGraph[str]":
    """All legs of all paths as one directed graph of moments, loops of one moment left out."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for path in journey.paths:
        steps = [step.moment for step in journey.steps_of(path.id)]
        graph.add_nodes_from(steps)
        graph.add_edges_from((one, other) for one, other in pairwise(steps) if one != other)
    return graph


def straight(steps: Sequence[str]) -> list[int]:
    """The numbers of the steps that are left when every loop is cut out as soon as it closes.

    Of a b c b d the first b stays and the way round by c falls out, for it leads back to where one was.
    """
    kept: list[int] = []
    at: dict[str, int] = {}
    for n, moment in enumerate(steps):
        if moment in at:
            for gone in kept[at[moment] + 1 :]:
                del at[steps[gone]]
            del kept[at[moment] + 1 :]
        else:
            at[moment] = len(kept)
            kept.append(n)
    return kept


def _way(journey: Journey, path: Path) -> Way:
    steps = tuple(step.moment for step in journey.steps_of(path.id))
    minutes = [journey.get(Moment, moment).minutes for moment in steps]
    seen: set[str] = set()
    returns: list[str] = []
    for moment in steps:
        if moment in seen:
            returns.append(moment)
        seen.add(moment)
    return Way(
        path=path,
        steps=len(steps),
        switches=switches([t.channel for t in journey.touchpoints_of(moment)] for moment in steps),
        minutes=sum(number or 0 for number in minutes),
        returns=tuple(returns),
        known=bool(steps) and None not in minutes,
        moments=steps,
    )


def _loops(journey: Journey, way: Way) -> Iterator[LoopBack]:
    """What somebody on one path comes round to again: different paths going different ways are no loop.

    By strongly connected moments, as listing every single cycle could take for ever.
    """
    if not way.returns:
        return
    cut = set(range(way.steps)).difference(straight(way.moments))
    order = _order(journey)
    legs: nx.DiGraph[str] = nx.DiGraph(pairwise(way.moments))
    for part in nx.strongly_connected_components(legs):
        if len(part) > 1 or any(legs.has_edge(moment, moment) for moment in part):
            spent = [journey.get(Moment, way.moments[n]).minutes for n in cut if way.moments[n] in part]
            yield LoopBack(
                path=way.path,
                moments=tuple(sorted(part, key=order.__getitem__)),
                rounds=sum(moment in part for moment in way.returns),
                minutes=sum(number or 0 for number in spent),
                known=None not in spent,
            )


def _order(journey: Journey) -> Mapping[str, int]:
    return {moment.id: n for n, moment in enumerate(journey.moments)}


def _unreachable(journey: Journey) -> tuple[str, ...]:
    """The moments on a path to which no legs lead from where the journey begins, in the map's order."""
    graph, starts = walked(journey), starts_of(journey)
    reached = set(starts).union(*(nx.descendants(graph, start) for start in starts))
    return tuple(moment.id for moment in journey.moments if moment.id in graph and moment.id not in reached)


def _early_ends(ways: Sequence[Way], moments: Sequence[Moment], goals: Sequence[str]) -> tuple[str, ...]:
    """Where an unhappy or abandoned path ends before the goal, or a loop that never gets there, in the map's order."""
    ends = {
        way.moments[-1]
        for way in ways
        if way.moments
        and (
            (way.path.kind in SAD and way.moments[-1] not in goals)
            or (way.path.kind is PathKind.LOOP and not set(goals).intersection(way.moments))
        )
    }
    return tuple(moment.id for moment in moments if moment.id in ends)
