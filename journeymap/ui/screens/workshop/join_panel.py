"""How people join: the spoken code, the QR code, the projector, and requests from second devices."""

from base64 import b64encode
from functools import lru_cache, partial
from html import escape
from io import BytesIO
from urllib.parse import quote

import segno
import streamlit as st

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.service.address import as_typed, leads_here_only
from journeymap.service.workshops import Workshops
from journeymap.ui import state
from journeymap.ui.components.tab import SCREEN, draw_tab
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_on_click
from journeymap.ui.shared import room_address, t
from journeymap.ui.start_command import reachable_command

_LARGE = state.key("workshop", "join-large")


def draw_join(room: WorkshopView) -> None:
    """The code, the QR code and the address, small once people are at work; a closed door is said instead."""
    workshop = room.workshop
    small = workshop.closed_at is None and is_at_work(room) and not state.get(_LARGE, False)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=state.key("join", "small" if small else "large")
    ):
        if small:
            st.html(f'<div class="jm-code-small">{escape(workshop.join_code)}</div>', width="content")
            if not workshop.door:
                st.markdown(f":orange-badge[:material/door_front: {t('lead-door-shut')}]", width="content")
        else:
            st.markdown(f"**{t('lead-join')}**", width="content")
        if is_at_work(room) and workshop.closed_at is None:
            st.button(
                t("lead-join-large" if small else "lead-join-smaller"),
                icon=":material/qr_code_2:" if small else ":material/close_fullscreen:",
                type="tertiary",
                key=state.key("workshop", "join-size"),
                on_click=state.put,
                args=(_LARGE, small),
            )
        st.space("stretch")
        draw_tab(
            t("lead-projector"),
            f"screen?workshop={quote(workshop.id)}",
            tab=SCREEN,
            icon="screen",
            key=state.key("workshop", "projector"),
            tip=t("lead-projector-help"),
        )
    if workshop.closed_at is not None:
        st.caption(t("lead-join-closed"))
    elif not small:
        _draw_large(workshop)


def is_at_work(room: WorkshopView) -> bool:
    """Whether somebody has joined and the first step is over: then the way in need not be large any more."""
    step = room.step
    joined = any(one.role in (Role.PARTICIPANT, Role.CUSTOMER) for one in room.people)
    begun = step is not None and step.state is not StepState.WAITING
    first = step is not None and room.workshop.steps[0].id == step.id and step.state is not StepState.DONE
    return joined and begun and not first


def _draw_large(workshop: Workshop) -> None:
    base = room_address()
    picture = qr(f"{base}/join?code={quote(workshop.join_code)}")
    typed = escape(as_typed(base))
    st.html(
        f'<div class="jm-join"><img src="{picture}" alt="{escape(t("lead-qr"))}">'
        f'<div><div class="jm-code">{escape(workshop.join_code)}</div><small>{typed}</small></div></div>'
    )
    if not workshop.door:
        st.warning(t("lead-door-is-closed"), icon=":material/door_front:")
    elif leads_here_only(base):
        st.caption(f":material/wifi_off: {plain(t('shell-share-loopback'))}")
        st.code(reachable_command(), language=None, wrap_lines=True)


@lru_cache(maxsize=64)
def qr(text: str) -> str:
    """A QR code as a picture's address: dark on light with a quiet zone, in dark mode too."""
    out = BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(out, kind="svg", scale=8, border=4, dark="#111827", light="#ffffff", xmldecl=False, omitsize=True)
    return "data:image/svg+xml;base64," + b64encode(out.getvalue()).decode("ascii")


def draw_claims(room: WorkshopView) -> None:
    """Second devices that ask to be somebody who is here: the facilitator may answer for them."""
    for asked in room.claims:
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            words = plain(t("lead-claim", name=asked.name, number=asked.number))
            st.markdown(f":material/devices: {words}", width="stretch")
            for allow in (True, False):
                st.button(
                    t("lead-claim-allow" if allow else "lead-claim-deny"),
                    type="primary" if allow else "secondary",
                    key=state.key("workshop", "claim", asked.id, allow),
                    on_click=submit_on_click,
                    args=(partial(_answer, asked.id, allow),),
                )


def _answer(claim_id: str, allow: bool, workshops: Workshops, person: Participant) -> None:
    workshops.admission.answer(person, claim_id, allow)
