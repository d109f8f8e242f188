"""Where people have put nodes of the graph: ordinary rows of the map, so live, undoable and copied with it."""

import hashlib
import re

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import COORDINATE, ID_PATTERN
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.rows import GraphPlace
from journeymap.graph.scene import Places


def places_of(journey: Journey, view: str) -> Places:
    """The places that people chose in this view."""
    return {place.node: (place.x, place.y) for place in journey.places if place.view == view}


def placing(journey: Journey, view: str, node: str, x: float, y: float) -> list[Change]:
    """The changes that put a node at a place: one row more, or what differs of the one there is.

    To be submitted in one batch, so that they are undone together. Nothing where it stands there already.
    """
    x, y = (round(max(-COORDINATE, min(COORDINATE, number)), 1) + 0.0 for number in (x, y))
    row = _placed(journey, view, node)
    if row is None:
        return [Add(table="places", id=_free(journey, view, node), values={"view": view, "node": node, "x": x, "y": y})]
    return [
        Set(table="places", id=row.id, field=name, value=value)
        for name, value in (("x", x), ("y", y))
        if getattr(row, name) != value
    ]


def tidying(journey: Journey, view: str) -> list[Change]:
    """The changes that lay a view out again: every place people chose in it is forgotten, in one batch."""
    return [Remove(table="places", id=place.id) for place in journey.places if place.view == view]


def _placed(journey: Journey, view: str, node: str) -> GraphPlace | None:
    return next((place for place in journey.places if (place.view, place.node) == (view, node)), None)


def _free(journey: Journey, view: str, node: str) -> str:
    """An id that two people who move the same node at once agree upon, so that only one row comes of it."""
    wanted = f"place-{view}-{node}"
    if not re.fullmatch(ID_PATTERN, wanted) or journey.table_of(wanted):
        number = 0
        while True:
            digest = hashlib.sha256(f"{view}\n{node}\n{number}".encode()).hexdigest()[:24]
            wanted = f"place-{digest}"
            if not journey.table_of(wanted):
                break
            number += 1
    return wanted
