"""Who I am, in which role, and the language I read: at the end of every page's first line."""

import streamlit as st

from journeymap.domain.model.roles import Participant, Role, leads
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.components.tour import ask_tour
from journeymap.ui.my_devices import ask_devices, draw_devices
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import language, me, reads_only, service, t


def draw_account() -> None:
    """A button with my name (in a workshop, my name there) that shows my role, my workshop and the language."""
    person = service().people.in_room(me(), state.in_address("workshop") or None)
    with st.popover(plain(shortened(person.name, 20)), icon=":material/account_circle:", type="tertiary"):
        st.markdown(f"**{plain(person.name)}**", width="content")
        st.caption(role_line(person))
        draw_language()
        if reads_only():
            st.link_button(t("view-stop"), "join", icon=":material/door_open:")
            return
        if leads(person.role):
            st.button(t("tour-ask"), icon=":material/tour:", key=state.key("tour", "ask"), on_click=ask_tour)
        st.button(t("devices-mine"), icon=":material/devices:", key=state.key("devices"), on_click=ask_devices)
    draw_devices()


def role_line(person: Participant) -> str:
    """My role, and the workshop I have it in."""
    if person.role is Role.READER:
        return t("view-reads")
    role = t(f"role-{person.role}")
    if person.workshop_id is None:
        return t("shell-role", role=role)
    try:
        title = service().people.workshop(person, person.workshop_id).title
    except Refusal:
        return t("shell-role", role=role)
    return plain(t("shell-role-in", role=role, workshop=title))


def draw_language() -> None:
    """English or Nederlands, from now on."""
    st.segmented_control(
        t("shell-language"),
        list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        default=language(),
        required=True,
        key=_LANGUAGE,
        on_change=_choose,
    )


_LANGUAGE = state.key("shell", "language")


def _choose() -> None:
    state.choose_language(state.get(_LANGUAGE, ""))
