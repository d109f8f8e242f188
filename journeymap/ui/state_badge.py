"""Where a map stands, in a word."""

from typing import Literal

import streamlit as st

from journeymap.domain.model.validation import MapState
from journeymap.ui.shared import t

_LOOKS: dict[MapState, tuple[str, Literal["gray", "blue", "green", "orange"]]] = {
    MapState.DRAFT: (":material/edit_note:", "gray"),
    MapState.IN_REVIEW: (":material/rate_review:", "blue"),
    MapState.VALIDATED: (":material/verified:", "green"),
    MapState.IN_USE: (":material/task_alt:", "green"),
    MapState.RETIRED: (":material/bedtime:", "orange"),
}


def draw_state_badge(state: MapState) -> None:
    """The state with its sign; what it means on hover."""
    icon, colour = _LOOKS[state]
    st.badge(t(f"state-{state}"), icon=icon, color=colour, help=t(f"state-{state}-help"))
