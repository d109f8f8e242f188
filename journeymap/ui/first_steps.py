"""Where a screen has nothing to show yet: what to do first, and the way there."""

import streamlit as st

from journeymap.ui.map_header import MapContext
from journeymap.ui.navigation import link
from journeymap.ui.shared import t


def draw_map_first(context: MapContext) -> bool:
    """An as-is with nothing on it: say to whoever may change it that it comes first. Whether that was so."""
    if context.journey.moments or not context.may_edit:
        return False
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t("first-map"), anchor=False, width="content")
        st.markdown(t("first-map-why"), width=560, text_alignment="center")
        link("map", t("first-map-go"), icon=":material/map:", map=context.map_id)
    return True


def draw_workshop_first() -> None:
    """No workshop yet: the way to a new one."""
    link("home", t("first-workshop-go"), icon=":material/group_add:", view="workshop")
