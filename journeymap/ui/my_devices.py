"""My devices: where I am signed in, signing out there, and a link that signs one more in."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from journeymap.domain.model.roles import Participant
from journeymap.service.sessions import LINK_SECONDS
from journeymap.storage.session_contract import DeviceSession
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import me, room_address, seated, service, t
from journeymap.ui.times import exact

_OPEN = state.key("devices", "open")
_LINK = state.key("devices", "link")


def ask_devices() -> None:
    """Open the dialog; for a button's on_click."""
    state.put(_OPEN, True)


def draw_devices() -> None:
    """The dialog, while it is open."""
    if state.get(_OPEN, False):
        st.dialog(t("devices-mine"), icon=":material/devices:", on_dismiss=_close)(_draw)()


def _close() -> None:
    state.forget(_OPEN, _LINK)


def _draw() -> None:
    here, person = seated(), me()
    sessions = service().people.sessions
    st.markdown(t("devices-about"))
    for one in sessions.of(person):
        mine = here is not None and one.id == here.session
        draw_device(one, t("devices-this") if mine else "", end=None if mine else partial(_end, person, one.id))
    with st.container(horizontal=True):
        if st.button(
            t("devices-end-others"), icon=":material/logout:", key=state.key("devices", "others")
        ) and submitted(
            lambda: sessions.end_all(person, person.id, but=here.session if here else ""), toast=t("devices-ended")
        ):
            st.rerun(scope="fragment")
        st.link_button(t("devices-leave"), "join", icon=":material/door_open:")
    st.divider()
    if st.button(t("devices-link"), icon=":material/add_link:", key=state.key("devices", "make")):
        state.put(_LINK, submit(lambda: sessions.link(person)) or "")
    if state.get(_LINK, ""):
        st.code(f"{room_address()}/device?link={state.get(_LINK, '')}", language=None, wrap_lines=True)
        st.caption(t("devices-link-about", n=LINK_SECONDS // 60))


def draw_device(one: DeviceSession, about: str, end: Callable[[], None] | None = None) -> None:
    """One line: what the device is, when it was used last, and signing out there."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        device = one.device or t("devices-unknown")
        seen = t("devices-seen", at=exact(one.seen_at))
        st.markdown(plain(" · ".join(part for part in (device, about, seen) if part)), width="stretch")
        if end is not None:
            st.button(t("devices-end"), key=state.key("device", one.id), on_click=end)


def _end(person: Participant, session_id: str) -> None:
    submitted(lambda: service().people.sessions.end(person, session_id), toast=t("devices-ended"), later=True)
