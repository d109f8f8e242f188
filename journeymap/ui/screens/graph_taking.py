"""Take the graph away: a page that opens offline, a picture, or data for other tools."""

from urllib.parse import quote, urlencode

import streamlit as st

from journeymap.ui import state
from journeymap.ui.resources import t

FORMATS = {
    "html": ":material/web:",
    "png": ":material/image:",
    "svg": ":material/polyline:",
    "graphml": ":material/share:",
    "gexf": ":material/share:",
}
WIDE = 300


def draw_graph_taking(map_id: str, view: str, *, filtered: bool) -> None:
    """One menu; each file is made by the web when it is asked for. A filter is of this screen only, which is said."""
    with (
        st.popover(t("graph-screen-take"), icon=":material/download:", key=state.key("graph", "take")),
        st.container(width=WIDE, gap="xsmall"),
    ):
        if filtered:
            st.markdown(t("graph-screen-take-whole"))
        for name, icon in FORMATS.items():
            st.link_button(
                t(f"graph-screen-take-{name}"), address(map_id, view, name), icon=icon, type="tertiary", width="stretch"
            )


def address(map_id: str, view: str, name: str) -> str:
    """Where the file is; relative, so that it holds behind a proxy too."""
    return f"api/maps/{quote(map_id, safe='')}/graph?{urlencode({'view': view, 'format': name})}"
