"""Ways to the goal, where most of them meet, and what has to be asked twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Path
from journeymap.graph.path_measures import Way, goals_of, starts_of, walked
from journeymap.graph.scene import passing, same

EXACT = 250
"""Up to so many moments betweenness is exact; above, it is estimated."""

SAMPLE = 32
"""The estimate walks from so many moments, always the same ones: a second for the largest maps instead of minutes."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to the goal: its moments, and how many minutes it takes where minutes decided that it is the one."""

    moments: tuple[str, ...]
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """On one path the same channel is asked again for the same need: the moments, the first time included."""

    path: Path
    channel: str
    need: str
    moments: tuple[str, ...]


def betweenness(graph: "nx.DiGraph[str]") -> dict[str, float]:
    """How often each moment lies on the shortest ways between others (0 to 1); estimated above `EXACT` moments."""
    if len(graph) <= EXACT:
        exact: dict[str, float] = nx.betweenness_centrality(graph)
        return exact
    estimated: dict[str, float] = nx.betweenness_centrality(graph, k=SAMPLE, seed=1)
    return estimated


def central(journey: Journey, between: Mapping[str, float]) -> tuple[str, float] | None:
    """The moment that lies most in between, and how much (0 to 1); None where no paths meet, or two are equal."""
    if crossing(journey, between) is None:
        return None
    first, second = (*sorted(between, key=between.__getitem__, reverse=True), "", "")[:2]
    most = between.get(first, 0.0)
    return (first, most) if most > between.get(second, 0.0) else None


def crossing(journey: Journey, between: Mapping[str, float]) -> tuple[str, int] | None:
    """The moment that most paths pass, and how many; betweenness decides between equals, then the map's order.

    None where fewer than two paths meet anywhere.
    """
    ways = passing(journey)
    most = max((len(paths) for paths in ways.values()), default=0)
    if most < 2:
        return None
    candidates = [moment.id for moment in journey.moments if len(ways.get(moment.id, ())) == most]
    return max(candidates, key=lambda moment: between.get(moment, 0.0)), most


def timed(journey: Journey) -> bool:
    """Whether ways are measured in minutes: where every moment on a path has them. Else steps are counted."""
    passed = {step.moment for path in journey.paths for step in journey.steps_of(path.id)}
    return bool(passed) and all(journey.get(Moment, moment).minutes is not None for moment in passed)


def shortest(journey: Journey) -> Reach | None:
    """The shortest way from where the journey begins to a goal; where paths meet one may go on along the other.

    In minutes or in steps: see `timed`.
    """
    graph = walked(journey)
    starts = starts_of(journey)
    goals = [goal for goal in goals_of(journey) if goal in graph]
    if not starts or not goals:
        return None
    by_minutes = timed(journey)
    counted = {moment: journey.get(Moment, moment).minutes or 0.0 if by_minutes else 1.0 for moment in graph}
    for one, other in graph.edges:
        graph.edges[one, other]["cost"] = counted[other]
    begin = "*"  # no row can have this id
    graph.add_edges_from((begin, start, {"cost": counted[start]}) for start in starts)
    costs: dict[str, float]
    routes: dict[str, list[str]]
    costs, routes = nx.single_source_dijkstra(graph, begin, weight="cost")  # type: ignore[assignment]
    reached = [goal for goal in goals if goal in costs]
    if not reached:
        return None
    goal = min(reached, key=lambda goal: (costs[goal], len(routes[goal])))
    return Reach(tuple(routes[goal][1:]), costs[goal] if by_minutes else None)


def longest(journey: Journey, ways: Iterable[Way]) -> tuple[Way, Reach] | None:
    """The longest path that ends at a goal, in minutes or in steps as `shortest` is."""
    goals = set(goals_of(journey))
    reaching = [way for way in ways if way.moments and way.moments[-1] in goals]
    if not reaching:
        return None
    by_minutes = timed(journey)
    way = max(reaching, key=lambda w: (w.minutes if by_minutes else w.steps, w.steps))
    return way, Reach(way.moments, way.minutes if by_minutes else None)


def repeats(journey: Journey, ways: Iterable[Way]) -> list[Repeat]:
    """Where on a path the same channel is asked again for the same need, the most often asked first."""
    names = {channel.id: channel.name for channel in journey.channels}
    asked = {
        moment.id: (
            [(same(need.text), need.text) for need in journey.needs_of(moment.id)],
            [touchpoint.channel for touchpoint in journey.touchpoints_of(moment.id)],
        )
        for moment in journey.moments
    }
    found: list[Repeat] = []
    for way in ways:
        times: dict[tuple[str, str], list[str]] = {}
        words: dict[str, str] = {}
        for moment in way.moments:
            needs, channels = asked[moment]
            for key, text in dict(needs).items():
                words.setdefault(key, text)
                for channel in channels:
                    times.setdefault((channel, key), []).append(moment)
        found += [
            Repeat(way.path, names[channel], words[key], tuple(moments))
            for (channel, key), moments in times.items()
            if len(moments) > 1
        ]
    return sorted(found, key=lambda repeat: -len(repeat.moments))
