"""The head of a panel about the whole map."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.selection import pick
from journeymap.ui.shared import t


def draw_title(context: MapContext, what: str) -> None:
    """What the panel is about, and a way to close it."""
    with st.container(horizontal=True, vertical_alignment="center", gap=None, wrap=False):
        st.markdown(f"**{t(f'map-panel-{what}')}**", width="content")
        st.space("stretch")
        draw_close(context, what)


def draw_close(context: MapContext, what: str) -> None:
    """Nothing is chosen any more."""
    st.button(
        "",
        icon=":material/close:",
        type="tertiary",
        help=t("map-close"),
        key=state.key("map", context.map_id, what, "close"),
        on_click=pick,
        args=(context.map_id,),
    )
