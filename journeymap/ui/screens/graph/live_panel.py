"""Beside the graph: the live panel of a micro-moment or an episode."""

from journeymap.ui import state
from journeymap.ui.components.board import row_of
from journeymap.ui.components.panel import row_panel
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.row_requests import answer, hear, leads
from journeymap.ui.panels.selection import pick, picked

ROWS = ("moments", "episodes")
"""What has a live panel."""


def draw_row_panel(context: MapContext) -> None:
    """The panel of the row that is chosen."""
    now = picked(context.journey)
    row_panel(
        context.map_id,
        (now.what, now.id),
        key=_key(context.map_id),
        on_pick=_pick,
        on_ask=_ask,
        more={"leads": leads(context.head.workshop_id), "answer": answer(context.map_id)},
    )


def _pick() -> None:
    map_id = state.map_id() or ""
    chosen = getattr(state.get(_key(map_id), None), "picked", None)
    if isinstance(chosen, dict):
        pick(map_id, *(row_of(chosen) or ("", "")))


def _ask() -> None:
    map_id = state.map_id() or ""
    hear(map_id, getattr(state.get(_key(map_id), None), "asked", None))


def _key(map_id: str) -> str:
    return state.key("graph", "panel", map_id)
