"""The journey as a networkx graph: moments, and the ways people take through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep, Episode, Path

ORDER = "order"
"""The kind of an edge that is no path: the plain order of the moments, where no path says more."""


def network(journey: Journey) -> "nx.MultiDiGraph[str]":
    """Moments as nodes, and an edge for every step of every path.

    Moments that no path passes are held in the order of the map by edges of the kind `order`.
    Node attributes: text, episode, episode_title, order (0, 1, 2 … through the journey), felt, felt_label,
    targeted, channels, needs, teams, systems (tuples of texts), minutes, moment_of_truth, optional.
    Edge attributes: kind, path (id or None), name, share, step.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(map_id=journey.map_id, title=journey.title)
    for order, moment in enumerate(journey.moments):
        steps: tuple[BackstageStep, ...] = journey.backstage_of(moment.id)
        graph.add_node(
            moment.id,
            text=moment.text,
            episode=moment.parent,
            episode_title=journey.get(Episode, moment.parent or "").title,
            order=order,
            felt=moment.felt_valence,
            felt_label=moment.felt_label,
            targeted=journey.targeted_of(moment)[0],
            channels=tuple(channel.name for channel in journey.channels_of(moment.id)),
            needs=tuple(need.text for need in journey.needs_of(moment.id)),
            teams=tuple(dict.fromkeys(step.team for step in steps if step.team)),
            systems=tuple(dict.fromkeys(step.system for step in steps if step.system)),
            minutes=moment.minutes,
            moment_of_truth=moment.moment_of_truth,
            optional=moment.optional,
        )
    for leg in _legs(journey):
        kind = str(leg.path.kind)
        key = f"{leg.path.id}/{leg.step}"
        about = {"path": leg.path.id, "name": leg.path.name, "share": leg.path.share}
        graph.add_edge(leg.start, leg.end, key=key, kind=kind, step=leg.step, **about)
    _add_order(graph, journey)
    return graph


@dataclass(frozen=True, slots=True)
class _PathLeg:
    """From one step of a path to the next; `step` counts from one."""

    path: Path
    step: int
    start: str
    end: str


def _legs(journey: Journey) -> Iterator[_PathLeg]:
    for path in journey.paths:
        for n, (one, other) in enumerate(pairwise(journey.steps_of(path.id)), 1):
            yield _PathLeg(path, n, one.moment, other.moment)


def _add_order(graph: "nx.MultiDiGraph[str]", journey: Journey) -> None:
    passed = {step.moment for path in journey.paths for step in journey.steps_of(path.id)}
    for one, other in pairwise(moment.id for moment in journey.moments):
        if one not in passed or other not in passed:
            graph.add_edge(one, other, key=ORDER, kind=ORDER, path=None, name="", share=None, step=0)
