"""Bring a map into a workshop, and show the code the room joins with."""

from html import escape

import streamlit as st

from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant, Right, Role, Workshop, may
from journeymap.domain.text.errors import Refusal
from journeymap.service.address import leads_here_only
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.actions import once, refuse, submit
from journeymap.ui.link_list import draw_view_links, forget_made_link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import me, room_address, service, t
from journeymap.ui.start_command import reachable_command

_SHARED = state.key("share", "map")
_INTO = state.key("share", "into")
_NAME = state.key("share", "name")
_NEW = ""
_LARGE = "font-size: clamp(1.5rem, 5.5vw, 3rem); font-weight: 700; white-space: nowrap; text-align: center"
"""The code is read from the back of the room."""


def ask_share(map_id: str) -> None:
    """Open the dialog for this map; for a button's on_click."""
    state.put(_SHARED, map_id)


def draw_share() -> None:
    """The dialog, while it is open."""
    map_id = state.get(_SHARED, "")
    if map_id:
        st.dialog(t("shell-share-title"), width="medium", icon=":material/group_add:", on_dismiss=_close)(_draw)(map_id)


def _close() -> None:
    state.forget(_SHARED, _INTO, _NAME)
    forget_made_link()


def _draw(map_id: str) -> None:
    person = me()
    try:
        head = service().maps.head(person, map_id)
        workshop = service().people.workshop(person, head.workshop_id) if head.workshop_id else None
    except Refusal as refusal:
        refuse(refusal)
        return
    st.markdown(f"**{plain(head.title)}**")
    if workshop is None:
        st.markdown(t("shell-share-not-yet"))
        _draw_choice(person, head, None)
        draw_view_links(map_id)
        return
    _draw_code(workshop)
    if person.role is Role.OWNER:
        with st.expander(t("shell-share-other")):
            st.caption(plain(t("shell-share-other-why", title=workshop.title)))
            _draw_choice(person, head, workshop)
    draw_view_links(map_id)


def _draw_code(workshop: Workshop) -> None:
    address = room_address()
    st.markdown(plain(t("shell-share-in", title=workshop.title)))
    with st.container(border=True, horizontal_alignment="center", gap="xsmall"):
        st.html(f"<div style='{_LARGE}'>{escape(workshop.join_code)}</div>")
        st.caption(t("shell-share-at", address=f"<{address}/join>"), text_alignment="center")
    st.caption(t("shell-share-roles"))
    if leads_here_only(address) and me().role is Role.OWNER:
        st.warning(t("shell-share-loopback"), icon=":material/wifi_off:")
        st.code(reachable_command(), language="bash", wrap_lines=True)


def _draw_choice(person: Participant, head: MapHead, now: Workshop | None) -> None:
    """An existing workshop or a new one, and the button that brings the map there."""
    known = [w for w in service().people.workshops(person) if may(person, Right.MANAGE, w.id) and w != now]
    titles = {_NEW: t("shell-share-new")} | {w.id: f"{w.title} ({w.join_code})" for w in known}
    into = st.selectbox(t("shell-share-into"), list(titles), format_func=titles.__getitem__, key=_INTO)
    name = ""
    if into == _NEW:
        suggested = shortened(head.title, limits.TITLE)
        name = st.text_input(t("shell-share-name"), suggested, key=_NAME) or ""
    asked = st.button(t("shell-share-do"), type="primary", key=state.key("share", "do"))
    if once(f"shared-{head.id}", asked, lambda: _bring(person, head, into or _NEW, name)):
        st.rerun()


def _bring(person: Participant, head: MapHead, into: str, name: str) -> bool | None:
    """Bring the map into the workshop, which is opened where it is new; whether it worked."""

    def work() -> Workshop:
        people = service().people
        workshop = people.create_workshop(person, name)[0] if into == _NEW else people.workshop(person, into)
        service().maps.assign(person, head.id, workshop.id)
        return workshop

    workshop = submit(work)
    if workshop is None:
        return None
    state.forget(_INTO, _NAME)
    state.tell(t("shell-share-done", title=workshop.title), ":material/group_add:")
    return True
