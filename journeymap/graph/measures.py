"""What stands out in a journey's graph: how people switch, turn back and get stuck."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from journeymap.domain.comparing import switches
from journeymap.domain.journey import Journey
from journeymap.domain.rows import Moment, Path, PathKind
from journeymap.domain.texts import say


@dataclass(frozen=True, slots=True)
class Way:
    """One path in numbers. `returns` are the ids of moments it comes back to, in order, each time it does."""

    path: Path
    steps: int
    switches: int
    minutes: float
    returns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The graph of a journey in numbers.

    `loops` are groups of moments that somebody on one path comes round to again; `dead_ends` moments where an
    unhappy or abandoned path ends before the journey does; `off_paths` moments that no path passes (where there
    are paths at all).
    Units: minutes are wall-clock.
    """

    moments: int
    paths: int
    steps: int
    ways: tuple[Way, ...]
    loops: tuple[tuple[str, ...], ...]
    dead_ends: tuple[str, ...]
    off_paths: tuple[str, ...]
    only_happy: bool


def measures(journey: Journey) -> Measures:
    """Count what there is to see in the graph."""
    ways = tuple(_way(journey, path) for path in journey.paths)
    passed = {step.moment for path in journey.paths for step in journey.steps_of(path.id)}
    return Measures(
        moments=len(journey.moments),
        paths=len(ways),
        steps=sum(way.steps for way in ways),
        ways=ways,
        loops=tuple(dict.fromkeys(_loops(journey))),
        dead_ends=_early_ends(journey),
        off_paths=tuple(m.id for m in journey.moments if m.id not in passed) if ways else (),
        only_happy=bool(ways) and all(way.path.kind is PathKind.HAPPY for way in ways),
    )


def stands_out(journey: Journey, language: str | None = None) -> str:
    """The one sentence that a facilitator should read first."""
    tongue = language or journey.language
    found = measures(journey)
    if not found.moments:
        return say("graph-out-empty", tongue)
    if not found.paths:
        return say("graph-out-no-paths", tongue, moments=found.moments)
    if found.dead_ends:
        where = _quoted(journey, found.dead_ends[0])
        return say("graph-out-dead-ends", tongue, count=len(found.dead_ends), moment=where)
    if found.only_happy:
        return say("graph-out-only-happy", tongue)
    most = max(found.ways, key=lambda way: len(way.returns))
    if most.returns:
        where = _quoted(journey, most.returns[0])
        return say("graph-out-returns", tongue, path=most.path.name, count=len(most.returns), moment=where)
    most = max(found.ways, key=lambda way: way.switches)
    if most.switches:
        return say("graph-out-switches", tongue, path=most.path.name, count=most.switches, steps=most.steps)
    return say("graph-out-calm", tongue, paths=found.paths, moments=found.moments)


def _way(journey: Journey, path: Path) -> Way:
    steps = [step.moment for step in journey.steps_of(path.id)]
    moments = [journey.get(Moment, moment) for moment in steps]
    return Way(
        path=path,
        steps=len(steps),
        switches=switches([t.channel for t in journey.touchpoints_of(moment)] for moment in steps),
        minutes=sum(moment.minutes or 0 for moment in moments),
        returns=tuple(moment for n, moment in enumerate(steps) if moment in steps[:n]),
    )


def _loops(journey: Journey) -> Iterator[tuple[str, ...]]:
    """What somebody on one path comes round to again: different paths going different ways are no loop.

    By strongly connected moments, as listing every single cycle could take for ever.
    """
    order = {moment.id: n for n, moment in enumerate(journey.moments)}
    for path in journey.paths:
        steps = [step.moment for step in journey.steps_of(path.id)]
        walked: nx.DiGraph[str] = nx.DiGraph(pairwise(steps))
        for part in nx.strongly_connected_components(walked):
            if len(part) > 1 or any(walked.has_edge(moment, moment) for moment in part):
                yield tuple(sorted(part, key=order.__getitem__))


def _early_ends(journey: Journey) -> tuple[str, ...]:
    """Where an unhappy or abandoned path ends short of the journey's last moment, in the journey's order."""
    sad = (PathKind.UNHAPPY, PathKind.ABANDONED)
    ends = {step.moment for path in journey.paths if path.kind in sad for step in journey.steps_of(path.id)[-1:]}
    return tuple(moment.id for moment in journey.moments[:-1] if moment.id in ends)


def _quoted(journey: Journey, moment_id: str) -> str:
    return journey.get(Moment, moment_id).text
