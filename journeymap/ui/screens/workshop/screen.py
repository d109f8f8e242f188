"""The workshop: the facilitator's one screen while the room works."""

import streamlit as st

from journeymap.domain.model.roles import Role
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.account import draw_account
from journeymap.ui.first_steps import draw_workshop_first
from journeymap.ui.navigation import go, link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.agenda import draw_agenda
from journeymap.ui.screens.workshop.coach_hints import draw_coach
from journeymap.ui.screens.workshop.context import (
    WorkshopView,
    keep_up,
    may_lead,
    open_workshop,
    pulse,
    read_room,
    workshop_id,
)
from journeymap.ui.screens.workshop.controls import draw_controls
from journeymap.ui.screens.workshop.current_step import draw_now
from journeymap.ui.screens.workshop.decisions import draw_decisions
from journeymap.ui.screens.workshop.empty_reveal import draw_empty_reveal
from journeymap.ui.screens.workshop.feed import draw_contributions, draw_merge_dialog
from journeymap.ui.screens.workshop.join_panel import draw_claims, draw_join
from journeymap.ui.screens.workshop.parking_lot import draw_parking
from journeymap.ui.screens.workshop.participants import draw_people, draw_person_dialogs
from journeymap.ui.screens.workshop.phone_link import draw_to_room
from journeymap.ui.screens.workshop.screen_switch import draw_screen_choice
from journeymap.ui.screens.workshop.step_outcome import draw_made
from journeymap.ui.screens.workshop.strip import draw_agenda_strip, draw_step_dialog
from journeymap.ui.screens.workshop.style import draw_style
from journeymap.ui.shared import language, me, service, t

_VIEW = state.key("workshop", "view")
BESIDE = (1.22, 1)


def draw_workshop() -> None:
    """Draw the screen."""
    asked = workshop_id()
    if asked is None:
        _draw_choose()
        return
    if not may_lead(me(), asked):
        _draw_taking_part(asked)
        return
    seen = pulse(asked)
    try:
        room = read_room(asked)
    except Refusal as refusal:
        st.error(plain(refusal.reason(language())))
        link("home", t("lead-all-workshops"), icon=":material/home:")
        return
    open_workshop(asked)
    draw_style()
    _draw_header(room)
    with st.container():
        draw_claims(room)
    if state.get(_VIEW, "room") == "agenda":
        draw_agenda(room)
    else:
        _draw_room(room)
    draw_step_dialog(room)
    draw_decisions(room)
    draw_parking(room)
    draw_person_dialogs(room)
    draw_merge_dialog(room)
    draw_empty_reveal(room)
    keep_up(asked, seen)


def _draw_header(room: WorkshopView) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("frame")):
        st.subheader(plain(room.workshop.title), anchor=False, width="content")
        st.space("stretch")
        if room.board is not None:
            link("map", t("lead-open-map"), icon=":material/map:", map=room.board.head.id)
        link("summary", t("lead-open-summary"), icon=":material/summarize:", workshop=room.id)
        _draw_view()
        draw_account()
    saved = t("lead-saved", revision=room.board.journey.revision) if room.board else t("lead-saved-nothing")
    persona = t("lead-persona", name=room.workshop.persona) if room.workshop.persona else ""
    facts = (_counted(room), persona, saved)
    st.caption(plain(" · ".join(part for part in facts if part)))


def _counted(room: WorkshopView) -> str:
    """How many people are here; of how many, where some are not."""
    here, joined = room.attendance.present, room.attendance.joined
    return t("lead-people-n", n=len(here), of=len(joined), joined="all" if here == joined else "some")


def _draw_view() -> None:
    at = state.get(_VIEW, "room")
    to = "room" if at == "agenda" else "agenda"
    st.button(
        t(f"lead-to-{to}"),
        icon=":material/arrow_back:" if to == "room" else ":material/edit_calendar:",
        type="tertiary",
        key=state.key("workshop", "to", to),
        on_click=state.put,
        args=(_VIEW, to),
    )


def _draw_room(room: WorkshopView) -> None:
    if room.workshop.steps:
        draw_agenda_strip(room)
    left, right = st.columns(BESIDE, gap="large")
    with left:
        with st.container():
            draw_now(room, plan=_plan, finish=lambda: state.put(_FINISH, room.id))
        with st.container():
            draw_made(room)
        with st.container():
            draw_controls(room)
        draw_coach(room)
    with right:
        with st.container():
            draw_join(room)
        with st.container():
            draw_screen_choice(room)
        with st.container():
            draw_contributions(room)
        draw_people(room)
    if state.get(_FINISH, ""):
        state.forget(_FINISH)
        go("summary", workshop=room.id)


_FINISH = state.key("workshop", "finish-asked")


def _plan() -> None:
    state.put(_VIEW, "agenda")


def _draw_choose() -> None:
    """No workshop: whoever may, chooses one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(t("lead-choose"), anchor=False, width="content")
        st.space("stretch")
        draw_account()
    found = service().workshops.all(me())
    st.markdown(t("lead-choose-why" if found else "lead-choose-none"))
    if not found and me().role is Role.OWNER:
        draw_workshop_first()
    for workshop in found[:6]:
        link("workshop", plain(workshop.title), icon=":material/groups:", workshop=workshop.id)
    link("home", t("lead-all-workshops"), icon=":material/home:")


def _draw_taking_part(asked: str) -> None:
    """Somebody who takes part: their page is another one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(t("lead-taking-part"), anchor=False, width="content")
        st.space("stretch")
        draw_account()
    st.markdown(t("lead-taking-part-why"))
    with st.container(horizontal=True):
        if me().workshop_id == asked:
            draw_to_room("workshop", main=True)
        link("home", t("shell-all-maps"), icon=":material/home:")
