"""Who is behind the moments: teams and systems, who must act together, and where one is a bottleneck."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep
from journeymap.graph.scene import same, systems_of, teams_of


@dataclass(frozen=True, slots=True)
class Actor:
    """A team or system. `moments` it is behind, in order; `causes` are the pain points that come from its steps."""

    kind: str
    name: str
    moments: tuple[str, ...]
    causes: tuple[str, ...]

    @property
    def id(self) -> str:
        """What its node is called: teams and systems are no rows of the map."""
        return f"{self.kind}:{self.name}"


def teams(journey: Journey) -> list[Actor]:
    """Every team once, whatever the case it is written in, in the order in which they come up."""
    return _actors(journey, "team", teams_of, lambda step: step.team)


def systems(journey: Journey) -> list[Actor]:
    """Every system once."""
    return _actors(journey, "system", systems_of, lambda step: step.system)


def together(actors: list[Actor]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The moments at which two teams must both act, by the ids of the two."""
    behind = {actor.id: set(actor.moments) for actor in actors}
    found = {}
    for one, other in combinations(actors, 2):
        if shared := behind[one.id] & behind[other.id]:
            found[one.id, other.id] = tuple(moment for moment in one.moments if moment in shared)
    return found


def bridging(actors: list[Actor]) -> dict[str, float]:
    """How much each team stands between others who must act together (betweenness, 0 to 1).

    Over teams alone, which are few: so exact at any size of map.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actor.id for actor in actors)
    graph.add_edges_from(together(actors))
    found: dict[str, float] = nx.betweenness_centrality(graph)
    return found


def bottleneck(actors: list[Actor]) -> Actor | None:
    """The team that most depends on: behind most moments, then causing most pain points, then by betweenness.

    None where no team stands out: a single team is not a bottleneck, and neither is one of two equals.
    """
    if len(actors) < 2:
        return None
    between = bridging(actors)
    ranked = sorted(actors, key=lambda a: (len(a.moments), len(a.causes), between[a.id]), reverse=True)
    first, second = ranked[:2]
    alike = (len(first.moments), len(first.causes), between[first.id]) == (
        len(second.moments),
        len(second.causes),
        between[second.id],
    )
    return None if alike or len(first.moments) < 2 else first


def _actors(
    journey: Journey,
    kind: str,
    of: Callable[[Journey, str], tuple[str, ...]],
    own: Callable[[BackstageStep], str],
) -> list[Actor]:
    names: dict[str, str] = {}
    moments: dict[str, dict[str, None]] = {}
    for moment in journey.moments:
        for name in of(journey, moment.id):
            names.setdefault(same(name), name)
            moments.setdefault(same(name), {})[moment.id] = None
    causes: dict[str, list[str]] = {}
    for moment in journey.moments:
        for pain in journey.pain_points_of(moment.id):
            if pain.cause is not None:
                causes.setdefault(same(own(journey.get(BackstageStep, pain.cause))), []).append(pain.id)
    return [Actor(kind, name, tuple(moments[key]), tuple(causes.get(key, ()))) for key, name in names.items()]
