"""The map editor: the live board across the page, and beside it the panel of what is chosen."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.map_header import MapContext, draw_frame
from journeymap.ui.panels.panel import draw_panel
from journeymap.ui.panels.removal import draw_undo
from journeymap.ui.panels.selection import PANELS, picked
from journeymap.ui.screens.home.new_entry import arrive
from journeymap.ui.screens.map.entry_line import draw_beginning, draw_entry
from journeymap.ui.screens.map.live_map import draw_live
from journeymap.ui.screens.map.style import draw_style
from journeymap.ui.screens.map.toolbar import draw_toolbar
from journeymap.ui.screens.workshop.bar import draw_bar
from journeymap.ui.shared import t

BESIDE = 390
"""How wide the panel is, in pixels; the board has the rest."""


def draw_map() -> None:
    """The whole screen; the frame says it where there is no map to show."""
    arrive()
    context = draw_frame(on_board=True)
    if context is None:
        return
    draw_style(folded=_folded())
    with st.container():
        draw_bar(context.head.workshop_id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("map", "above")):
        draw_toolbar(context)
        draw_entry(context)
    with st.container():  # keeps its place, so that the board below is not mounted again
        draw_undo(context)
        draw_beginning(context)
    with st.container(horizontal=True, gap="small", wrap=False, key=state.key("map", "work")):
        with st.container():
            draw_live(context)
        if picked(context.journey).what in PANELS:
            _draw_beside(context)


def _draw_beside(context: MapContext) -> None:
    with st.container(width=BESIDE, gap="small", key=state.key("map", "panel")):
        _draw_handle()
        draw_panel(context)


_SHEET = state.key("map", "folded")


def _folded() -> bool:
    return bool(state.get(_SHEET, default=False))


def _draw_handle() -> None:
    """On a phone the panel lies over the foot of the page: this folds it up to its first line, and back."""
    folded = _folded()
    st.button(
        "",
        icon=":material/keyboard_arrow_up:" if folded else ":material/keyboard_arrow_down:",
        type="tertiary",
        help=t("map-sheet-unfold" if folded else "map-sheet-fold"),
        width="stretch",
        key=state.key("map", "sheet"),
        on_click=state.put,
        args=(_SHEET, not folded),
    )
