"""Whose journey it is, written where the step asks for it: the persona, the goal, the start and the end."""

import streamlit as st

from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.map_header import read_context
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.row_lines import adder, draw_adder
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import t


def draw_scope_fields(room: WorkshopView) -> None:
    """The same fields as in the map's own panel: what is typed is saved as one leaves the field."""
    if room.board is None:
        return
    try:
        context = read_context(room.board.head.id)
    except Refusal:  # it was put away a moment ago
        return
    journey = context.journey
    with st.container(border=True, gap="small", key=state.key("workshop", "scope")):
        st.markdown(f":material/edit: **{t('lead-scope')}**")
        if journey.persona is None:
            draw_adder(context, state.key("workshop", "scope", "persona"), adder("personas", None), "personas")
        else:
            field(context, journey.persona, "name")
            field(context, journey.persona, "goal", wrapping=True, placeholder=t("map-goal-example"))
        left, right = st.columns(2)
        with left:
            field(context, journey.header, "scope_start", placeholder=t("map-scope-start-example"))
        with right:
            field(context, journey.header, "scope_end", placeholder=t("map-scope-end-example"))
