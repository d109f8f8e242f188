"""What the room's screen shows: as the step asks, or what whoever leads wants on it now."""

from typing import get_args

import streamlit as st

from journeymap.domain.model.workshop import ScreenChoice
from journeymap.domain.workshop.room_screen import step_behind, view_of
from journeymap.ui import state
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.workshop.context import WorkshopView, submit_to_workshop
from journeymap.ui.shared import t

CHOICES = get_args(ScreenChoice)
_CHOSEN = state.key("workshop", "screen")


def draw_screen_choice(room: WorkshopView) -> None:
    """The switch; what it says always is what the server knows."""
    it = room.workshop
    if it.closed_at is not None:
        return
    names = {one: t(f"lead-screen-{one}") for one in CHOICES}
    state.put(_CHOSEN, it.screen)
    st.selectbox(
        t("lead-screen"),
        CHOICES,
        format_func=names.__getitem__,
        help=t("lead-screen-help"),
        key=_CHOSEN,
        on_change=_show,
        args=(room.id,),
    )
    view = view_of(it)
    behind = step_behind(it, view)
    if view in ("results", "curve") and behind is not None and behind.id != it.at:
        st.caption(plain(t("lead-screen-of", title=shortened(behind.title, 60))))
    elif view == "results" and behind is None:
        st.caption(t("lead-screen-nothing"))


def _show(workshop_id: str) -> None:
    chosen = state.get(_CHOSEN, "step")
    submit_to_workshop(lambda w, person: w.facilitation.show(person, workshop_id, chosen))
