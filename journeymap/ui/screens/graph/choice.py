"""What is chosen on the graph screen: the view, a node or a line in it, the path one follows, what is pointed at."""

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.domain.model.journey import Journey
from journeymap.ui import state
from journeymap.ui.map_header import MapContext, counterparts
from journeymap.ui.panels.selection import NOTHING, Picked, pick, picked
from journeymap.ui.screens.graph.picture import VIEWS

PANELLED = ("moments", "episodes", "channels", "needs", "backstage_steps")
"""The tables whose rows are edited beside the graph."""


class Chosen(NamedTuple):
    """The last choice in the graph: a node or a line, the step it stands for, and the panel that it opened."""

    node: str = ""
    edge: str = ""
    step: str = ""
    opened: Picked = NOTHING


class Pointed(NamedTuple):
    """A finding that is pointed at: a counter, the nodes, and the reason."""

    n: int = 0
    ids: tuple[str, ...] = ()
    words: str = ""


# The view


def view_key() -> str:
    """The key of the switch."""
    return state.key("graph", "view")


def view_now() -> str:
    """The view in the address, else the one chosen last."""
    asked = state.in_address("view")
    return asked if asked in VIEWS else state.get(view_key(), VIEWS[0]) or VIEWS[0]


def show_view(name: str) -> None:
    """Go to this view, here and in the address."""
    state.put(view_key(), name)
    state.put_in_address("view", name)


def switch(context: MapContext) -> None:
    """As the switch's on_change. What a to-be changes is a view of the to-be: an as-is goes there."""
    name = state.get(view_key(), VIEWS[0]) or VIEWS[0]
    show_view(name)
    point(context.map_id)
    if name == "over" and (to_be := to_be_of(context)):
        state.open_map(to_be)


def to_be_of(context: MapContext) -> str:
    """The first to-be of this as-is; empty where there is none, or this is a to-be itself."""
    others = counterparts(context)
    return next((i for i in others if i != context.map_id), "") if context.head.as_is_id is None else ""


# Nodes and lines


def chosen(journey: Journey) -> Chosen:
    """What is chosen in the graph; nothing of it where a panel was opened otherwise since."""
    found: Chosen = state.get(_key(journey.map_id, "chosen"), Chosen())
    return found if found.opened == picked(journey) else Chosen(opened=picked(journey))


def is_open(journey: Journey) -> bool:
    """Whether anything is chosen, in the graph or on the map."""
    found = chosen(journey)
    return bool(found.opened.what or found.node or found.edge)


def choose(journey: Journey, node: str, table: str, row: str) -> None:
    """A node was clicked: its row opens; a team or a system is no row."""
    there = table in PANELLED and journey.find(table, row) is not None
    opened = Picked(table, row) if there else NOTHING
    pick(journey.map_id, *opened)
    state.put(_key(journey.map_id, "chosen"), Chosen(node=node, opened=opened))


def choose_edge(journey: Journey, edge: str, step_id: str) -> None:
    """A line was clicked: its path opens, with this step."""
    step = journey.find("path_steps", step_id)
    if step is not None and step.parent:
        follow(journey, step.parent)
    else:
        pick(journey.map_id)
    opened = Picked("paths") if step is not None else NOTHING
    state.put(_key(journey.map_id, "chosen"), Chosen(edge=edge, step=step_id if step else "", opened=opened))


def leave(map_id: str) -> None:
    """Nothing is chosen any more; for a button's on_click."""
    pick(map_id)
    state.forget(_key(map_id, "chosen"))


# Paths


def way(journey: Journey) -> str:
    """The path one follows: the one whose panel is open, else the one chosen last."""
    open_now = state.get(_pills(journey.map_id), "") if picked(journey).what == "paths" else ""
    found: str = open_now or state.get(_key(journey.map_id, "way"), "")
    found = found if journey.find("paths", found) else ""
    state.put(_key(journey.map_id, "way"), found)
    return found


def follow(journey: Journey, path_id: str) -> None:
    """Follow this path, with its panel open; without one, none."""
    known = journey.find("paths", path_id) is not None
    state.put(_key(journey.map_id, "way"), path_id if known else "")
    if known:
        state.put(_pills(journey.map_id), path_id)
        pick(journey.map_id, "paths")
    elif picked(journey).what == "paths":
        pick(journey.map_id)


# What stands out


def pointed(map_id: str) -> Pointed:
    """What is pointed at now."""
    return state.get(_key(map_id, "pointed"), Pointed())


def point(map_id: str, ids: Sequence[str] = (), words: str = "", view: str = "") -> None:
    """Point at these nodes, in the view that shows them; for a button's on_click."""
    if view in VIEWS:
        show_view(view)
    state.put(_key(map_id, "pointed"), Pointed(pointed(map_id).n + 1, tuple(ids), words))


def _pills(map_id: str) -> str:
    return state.key("map", map_id, "path")


def _key(map_id: str, what: str) -> str:
    return state.key("graph", map_id, what)
