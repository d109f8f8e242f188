"""Above the board: whose journey it is, its channels, its paths and what is still open, each a way to its panel."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.selection import picked, toggle
from journeymap.ui.shared import reads_only, t
from journeymap.ui.takeaway import draw_taking_button


def draw_toolbar(context: MapContext) -> None:
    """One button a panel, the open one filled; and the way to take the map away.

    How many there are of something the board counts, which knows at once; the page's style shows it.
    """
    with st.container(horizontal=True, gap="xsmall", width="content", key=state.key("map", "toolbar")):
        named = "map-panel-scope" if context.journey.persona else "map-tool-scope"
        _draw_tool(context, "scope", t(named), ":material/person:")
        _draw_tool(context, "channels", t("map-tool-channels"), ":material/hub:")
        _draw_tool(context, "paths", t("map-tool-paths"), ":material/route:")
        if context.may_edit:
            _draw_tool(context, "open", t("map-tool-open"), ":material/checklist:")
        if not reads_only():
            _draw_tool(context, "validation", t("map-tool-validation"), ":material/verified:")
        draw_taking_button(context.map_id)


def _draw_tool(context: MapContext, what: str, label: str, icon: str) -> None:
    st.button(
        label,
        icon=icon,
        type="primary" if picked(context.journey).what == what else "secondary",
        help=t(f"map-tool-{what}-help"),
        key=state.key("map", "tool", what),
        on_click=toggle,
        args=(context.map_id, what),
    )
