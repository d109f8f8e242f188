"""The ways of drawing a journey as a graph, behind one function."""

from collections.abc import Callable, Mapping

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import GraphView
from journeymap.graph.backstage_view import backstage_view
from journeymap.graph.channel_view import channels_view
from journeymap.graph.journey_view import journey_view
from journeymap.graph.lineage_view import over_view
from journeymap.graph.need_view import needs_view
from journeymap.graph.node_places import places_of
from journeymap.graph.palette import DARK, LIGHT
from journeymap.graph.picture import Mark, TwinRow, View
from journeymap.graph.pyvis_network import payload
from journeymap.graph.scene import ALL, Scene, ShownParts

__all__ = ["VIEWS", "Mark", "ShownParts", "TwinRow", "View", "payload", "view"]

VIEWS = tuple(str(name) for name in GraphView)
"""“journey”, “channels”, “needs”, “backstage” and “over”."""


def view(
    journey: Journey,
    name: str,
    *,
    as_is: Journey | None = None,
    language: str | None = None,
    dark: bool = False,
    shown: ShownParts | None = None,
) -> View:
    """One view of a map: the same map gives the same picture.

    `as_is` is what a to-be was made from, for “over”. What is not shown leaves its place empty, so that filtering
    moves nothing. Errors: KeyError where there is no such view.
    """
    scene = Scene(
        journey,
        language or journey.language,
        DARK if dark else LIGHT,
        shown or ALL,
        places_of(journey, name),
        as_is,
    )
    return _DRAWN[name](scene)


_DRAWN: Mapping[str, Callable[[Scene], View]] = {
    "journey": journey_view,
    "channels": channels_view,
    "needs": needs_view,
    "backstage": backstage_view,
    "over": over_view,
}
