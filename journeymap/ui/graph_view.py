"""What the graph screen shows, worked out without Streamlit: the picture, its rows as a table, one moment's details."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from journeymap.domain.journey import Journey
from journeymap.domain.rows import Episode, MapKind, Moment, Path
from journeymap.domain.telling import shortened, signed
from journeymap.domain.texts import say
from journeymap.graph.drawing import HEIGHT, STEP, draw, legend, payload
from journeymap.graph.measures import Way, measures
from journeymap.ui.palette import episode_colour

ORDER = ""
"""What stands for the plain order of the moments among the paths."""


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One line of the table that says the same as the picture."""

    id: str
    number: int
    episode: str
    moment: str
    feels: float | None
    paths: tuple[str, ...]
    before: str
    after: str


def picture(journey: Journey, language: str) -> dict[str, Any]:
    """Nodes, edges and options from pyvis, with what the component needs around them."""
    lived = journey.kind is MapKind.AS_IS
    places = None if lived else _places(journey)
    drawn = payload(draw(journey, language=language, places=places))
    nodes = [node if lived else _aimed(journey, node) for node in drawn["nodes"]]
    at = {node["id"]: node for node in nodes}
    return {
        "nodes": nodes,
        "edges": drawn["edges"],
        "options": drawn["options"],
        "step": HEIGHT,
        "moments": [
            {
                "id": moment.id,
                "episode": moment.parent,
                "told": told(journey, moment, language),
                "x": at[moment.id]["x"],
                "y": at[moment.id]["y"],
                "color": at[moment.id]["color"]["border"],
            }
            for moment in journey.moments
        ],
        "episodes": [
            {"id": episode.id, "label": f"{n + 1} · {episode.title}", "color": episode_colour(n)}
            for n, episode in enumerate(journey.episodes)
            if journey.moments_of(episode.id)
        ],
        "paths": _paths(journey, language),
    }


def told(journey: Journey, moment: Moment, language: str) -> str:
    """A moment in one sentence, for who hears the graph instead of seeing it."""
    valence = feels(journey, moment)
    feeling = say("graph-feels-unsaid", language) if valence is None else signed(valence, language)
    episode = journey.get(Episode, moment.parent or "").title
    return say("graph-told-aloud", language, moment=moment.text, episode=episode, feels=feeling)


def feels(journey: Journey, moment: Moment) -> float | None:
    """What a moment's height says: felt on an as-is, aimed for on a to-be, which nobody has lived yet."""
    return moment.felt_valence if journey.kind is MapKind.AS_IS else journey.targeted_of(moment)[0]


def moment_rows(journey: Journey) -> list[MomentRow]:
    """Every moment as a line, in the order of the journey."""
    before, after = _neighbours(journey)
    paths: dict[str, list[str]] = {}
    for path in journey.paths:
        for step in journey.steps_of(path.id):
            paths.setdefault(step.moment, []).append(path.name)
    return [
        MomentRow(
            id=moment.id,
            number=number,
            episode=journey.get(Episode, moment.parent or "").title,
            moment=moment.text,
            feels=feels(journey, moment),
            paths=tuple(dict.fromkeys(paths.get(moment.id, []))),
            before=_named(journey, before.get(moment.id, [])),
            after=_named(journey, after.get(moment.id, [])),
        )
        for number, moment in enumerate(journey.moments, 1)
    ]


def ways(journey: Journey) -> Sequence[Way]:
    """The paths in numbers."""
    return measures(journey).ways


def only_happy(journey: Journey) -> bool:
    """Whether nothing but the happy path is drawn."""
    return measures(journey).only_happy


def steps_in_words(journey: Journey, path: Path) -> str:
    """A path from its first to its last moment."""
    return " → ".join(journey.get(Moment, step.moment).text for step in journey.steps_of(path.id))


def passing(journey: Journey, moment_id: str) -> list[tuple[Path, list[int]]]:
    """The paths through a moment, and at which of their steps."""
    found = []
    for path in journey.paths:
        at = [n for n, step in enumerate(journey.steps_of(path.id), 1) if step.moment == moment_id]
        if at:
            found.append((path, at))
    return found


def _places(journey: Journey) -> dict[str, tuple[float, float]]:
    return {m.id: (n * STEP, -(feels(journey, m) or 0) * HEIGHT) for n, m in enumerate(journey.moments)}


def _aimed(journey: Journey, node: dict[str, Any]) -> dict[str, Any]:
    """A to-be's moment is hollow where nothing is aimed for, not where nothing is felt."""
    if node["kind"] != "moment" or feels(journey, journey.get(Moment, node["id"])) is None:
        return node
    color = {**node["color"], "background": node["color"]["border"]}
    return {**node, "color": color, "shapeProperties": {"borderDashes": False}}


def _paths(journey: Journey, language: str) -> list[dict[str, Any]]:
    """Every path with its line, and the plain order where it is drawn."""
    lines = {line["kind"]: line for line in legend(journey, language)["paths"]}
    found = [
        {
            "id": path.id,
            "label": path.name,
            "kind": lines[str(path.kind)]["label"],
            "color": lines[str(path.kind)]["color"],
            "dashes": _dashes(lines[str(path.kind)]),
        }
        for path in journey.paths
        if str(path.kind) in lines
    ]
    order = lines.get("order")
    if order:
        plain_order = {"id": ORDER, "label": order["label"], "kind": "", "color": order["color"]}
        found.append({**plain_order, "dashes": _dashes(order)})
    return found


def _dashes(line: dict[str, Any]) -> list[int]:
    return list(line["dashes"] or [])


def _neighbours(journey: Journey) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What comes before and after each moment, by the paths; each neighbour once."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for one, other in _legs(journey):
        if one not in before.setdefault(other, []):
            before[other].append(one)
        if other not in after.setdefault(one, []):
            after[one].append(other)
    return before, after


def _legs(journey: Journey) -> Iterator[tuple[str, str]]:
    for path in journey.paths:
        steps = [step.moment for step in journey.steps_of(path.id)]
        yield from pairwise(steps)


def _named(journey: Journey, moments: Sequence[str]) -> str:
    return " · ".join(shortened(journey.get(Moment, moment).text) for moment in moments)
