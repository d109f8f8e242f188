"""Take the graph away: a page that opens offline, a picture, or data for other tools."""

import streamlit as st

from journeymap.exchange.formats import Takes, offered
from journeymap.ui import state
from journeymap.ui.shared import reads_only, t
from journeymap.ui.takeaway import ICON, address, draw_formats

WIDE = 300


def draw_graph_taking(map_id: str, view: str, *, filtered: bool) -> None:
    """One menu; each file is made by the web when it is asked for. A filter is of this screen only, which is said."""
    if reads_only():
        return
    with (
        st.popover(t("taking-do"), icon=ICON, key=state.key("graph", "take")),
        st.container(width=WIDE, gap="xsmall"),
    ):
        if filtered:
            st.markdown(t("graph-screen-take-whole"))
        draw_formats(offered(Takes.GRAPH), lambda one: address(map_id, one, view=view))
