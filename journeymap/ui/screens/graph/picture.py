"""What the graph screen shows, worked out without Streamlit: the picture as the component takes it, and its table."""

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.domain.changes.describe import signed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Path
from journeymap.domain.text.catalogue import say
from journeymap.graph.measures import measures
from journeymap.graph.network import ORDER
from journeymap.graph.palette import LINES
from journeymap.graph.scene import feels
from journeymap.graph.views import VIEWS, Mark, ShownParts, View, payload, view
from journeymap.ui.palette import episode_colour

__all__ = [
    "LINKED",
    "TALL",
    "VIEWS",
    "ShownParts",
    "View",
    "cells",
    "feels",
    "node_of",
    "note",
    "only_happy",
    "picture",
    "view",
]

TALL = ("journey", "over")
"""The views in which height is feeling, which is drawn taller the farther away one is."""

LINKED = ("journey",)
"""The views whose lines are steps of paths, to be followed and drawn."""

HEIGHT = 160
"""One step of the emotion scale, as the journey view draws it."""


def picture(seen: View, journey: Journey, language: str) -> dict[str, Any]:
    """Nodes, edges and options from pyvis, with what the component needs around them."""
    drawn = payload(seen.network)
    linked = seen.name in LINKED
    return {
        "view": seen.name,
        "nodes": drawn["nodes"],
        "edges": drawn["edges"],
        "options": drawn["options"],
        "step": HEIGHT,
        "tall": seen.name in TALL,
        "links": linked,
        "legend": [_sign(mark) for mark in seen.legend if _explains(mark, seen, linked=linked)],
        "episodes": _episodes(journey, drawn["nodes"]) if seen.name in TALL else [],
        "paths": [_path(journey, path, language) for path in journey.paths] if linked else [],
    }


def note(drawn: Mapping[str, Any], seen: View) -> str:
    """How to read the picture, where its legend does not say so already."""
    return "" if any(sign["label"] == seen.note for sign in drawn["legend"]) else seen.note


def node_of(nodes: Sequence[Mapping[str, Any]], table: str, row: str) -> str:
    """The id of the node that stands for this row; empty where none does."""
    return next((str(node["id"]) for node in nodes if (node.get("table"), node.get("row")) == (table, row)), "")


def cells(seen: View, moment: str, before: str, after: str) -> list[dict[str, str]]:
    """The table that says the same as the picture: a column for the name, those of the view, and the neighbours.

    `moment`, `before` and `after` are what those columns are called; neighbours only where there are any.
    """
    beside = any(row["before"] or row["after"] for row in seen.rows)
    found = []
    for row in seen.rows:
        line = {moment: row["name"]}
        line |= {name: row["values"].get(key, "") for key, name in seen.columns.items()}
        found.append(line | ({before: row["before"], after: row["after"]} if beside else {}))
    return found


def only_happy(journey: Journey) -> bool:
    """Whether nothing but the happy path is drawn."""
    return measures(journey).only_happy


def _explains(mark: Mark, seen: View, *, linked: bool) -> bool:
    """Episodes and paths stand beside the picture already, as what one jumps to and follows; not so the plain order."""
    if mark["kind"] == "band":
        return seen.name not in TALL
    return mark["kind"] != "edge" or not linked or mark.get("of") == ORDER


def _sign(mark: Mark) -> dict[str, Any]:
    wanted = ("label", "color", "shape", "dashes", "hollow", "strong")
    return {name: value for name, value in mark.items() if name in wanted}


def _episodes(journey: Journey, nodes: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    there = {str(node["id"]) for node in nodes}
    first = {e.id: next((m.id for m in journey.moments_of(e.id) if m.id in there), "") for e in journey.episodes}
    return [
        {
            "id": episode.id,
            "label": f"{n + 1} · {episode.title}",
            "color": episode_colour(n),
            "first": first[episode.id],
        }
        for n, episode in enumerate(journey.episodes)
        if first[episode.id]
    ]


def _path(journey: Journey, path: Path, language: str) -> dict[str, Any]:
    """A path with its line, and its steps as they are walked."""
    line = LINES[str(path.kind)]
    kind = say(f"graph-kind-{path.kind}", language)
    steps = [_step(journey, step.id, journey.get(Moment, step.moment), language) for step in journey.steps_of(path.id)]
    share = f"{path.share:g}\u00a0%" if path.share is not None else ""
    return {
        "id": path.id,
        "label": path.name,
        "kind": " · ".join(filter(None, (kind, share))),
        "color": line.color,
        "dashes": list(line.dashes or []),
        "told": say("graph-path-told", language, path=path.name, kind=kind, n=len(steps)),
        "steps": steps,
    }


def _step(journey: Journey, step: str, moment: Moment, language: str) -> dict[str, Any]:
    valence = feels(journey, moment)
    feeling = say("graph-feels-unsaid", language) if valence is None else signed(valence, language)
    sentence = say("graph-step-told", language, moment=moment.text, feels=feeling)
    return {"step": step, "id": moment.id, "feels": valence, "told": sentence}
