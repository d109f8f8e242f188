"""Who says at the door that they are a customer: it counts once those who lead have confirmed it."""

import streamlit as st

from journeymap.domain.model.roles import Participant, Role
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_to_workshop
from journeymap.ui.shared import t

SHOWN = 6


def draw_unconfirmed(room: WorkshopView) -> None:
    """A button for each who says so and whom nobody has confirmed."""
    waiting = [one for one in room.people if one.role is Role.CUSTOMER and not one.confirmed and not one.removed]
    if not waiting:
        return
    st.caption(t("lead-confirm-customers"))
    for one in waiting[:SHOWN]:
        st.button(
            plain(t("lead-confirm-customer", name=one.name)),
            icon=":material/favorite:",
            key=state.key("workshop", "confirm", one.id),
            on_click=_confirm,
            args=(room.id, one),
        )


def _confirm(workshop_id: str, one: Participant) -> None:
    toast = t("lead-confirmed-customer", name=one.name)
    submit_to_workshop(lambda w, person: w.admission.give_role(person, workshop_id, one.id, Role.CUSTOMER), toast=toast)
