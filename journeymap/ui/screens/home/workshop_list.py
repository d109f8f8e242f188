"""The workshops on Home: what each is, where it is, how many take part; and the way into it."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.domain.text.dates import day_said
from journeymap.domain.workshop.timer import later, time_left
from journeymap.ui import state
from journeymap.ui.components.clock import draw_clock
from journeymap.ui.deletion_dialog import ICON, ask_workshop_deletion
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import may_lead
from journeymap.ui.screens.workshop.phone_link import draw_to_room
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.times import day_of

NBSP = "\u00a0"
SHOWN = 4
"""So many at once: those that are closed come last and stand behind one click."""


def draw_workshops(found: Sequence[Workshop]) -> None:
    """These workshops: those that are on first, then those still to come, then those that are over."""
    person = me()
    on = [it for it in found if is_on(it)]
    others = sorted((it for it in found if not is_on(it)), key=lambda it: it.closed_at is not None)
    if on:
        st.markdown(f"**{t('home-running')}**")
        with st.container(gap="xsmall"):
            _draw(person, on)
    if others:
        st.markdown(f"**{t('home-workshops')}** :gray[{len(others)}]")
        with st.container(gap="xsmall"):
            _draw(person, others[:SHOWN])
        if len(others) > SHOWN:
            with st.expander(t("home-workshops-more", n=len(others) - SHOWN)):
                _draw(person, others[SHOWN:])
    if found:
        st.markdown(f"**{t('home-maps')}**")


def is_on(it: Workshop) -> bool:
    """Whether people are at work in it now, or between two steps of the same day."""
    if it.closed_at is not None or it.step is None:
        return False
    today = (it.step.ended_at or "") > later(service().house.now(), -SAME_DAY)
    return it.step.state in _ON or (it.step.state is StepState.DONE and today)


SAME_DAY = 12 * 3600.0
"""Seconds after a step in which the next one of the same workshop is still to be expected."""

_ON = (StepState.RUNNING, StepState.PAUSED, StepState.REVEALED)


def _draw(person: Participant, workshops: Sequence[Workshop]) -> None:
    for workshop in workshops:
        _draw_workshop(person, workshop)


def _draw_workshop(person: Participant, it: Workshop) -> None:
    leading = may_lead(person, it.id)
    title = f"**{plain(it.title)}**"
    with st.container(border=True, gap=None, key=state.key("home", "map", "workshop", it.id)):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            if leading:
                link(
                    "workshop",
                    title,
                    icon=":material/groups:",
                    help=t("home-workshop-open"),
                    width="stretch",
                    workshop=it.id,
                )
            else:
                st.markdown(f":material/groups: {title}", width="stretch")
                draw_to_room(it.id, main=True)
            if is_on(it):
                _draw_time(it)
                if leading:
                    with st.container(width="content", key=state.key("home", "enter", it.id)):
                        words = f"{t('home-running-open')}{NBSP}→"
                        link("workshop", words, help=t("home-workshop-open"), workshop=it.id)
            if person.role is Role.OWNER:
                _draw_menu(it)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if leading:
                st.badge(plain(it.join_code), icon=":material/key:", color="gray", help=t("home-workshop-code"))
            st.caption(_about(person, it))


def _draw_time(it: Workshop) -> None:
    """The time that is left in its step, as it runs down."""
    step = it.step
    if step is None or step.state is StepState.DONE or (left := time_left(step, service().house.now())) is None:
        return
    words = {name: t(f"home-clock-{name}") for name in ("label", "none", "soon", "over")}
    place = state.key("home", "clock", it.id)
    draw_clock(step.id, left, runs=step.runs, words=words, key=place, size="small")


def _draw_menu(it: Workshop) -> None:
    """What the owner alone may do with a workshop."""
    st.menu_button(
        "",
        [f"{ICON} {t('deletion-do')}"],
        icon=":material/more_horiz:",
        type="tertiary",
        help=t("deletion-workshop-menu"),
        key=state.key("home", "workshop", "menu", it.id),
        on_click=ask_workshop_deletion,
        args=(it.id,),
    )


def _about(person: Participant, it: Workshop) -> str:
    stage = service().workshops.current.stage(person, it.id)
    people = service().workshops.admission.everybody(person, it.id)
    persona = f":material/person: {plain(shortened(it.persona))}" if it.persona else ""
    parts = (where(it), persona, t("home-workshop-size", people=len(people), maps=len(stage.maps)))
    return " · ".join(part for part in parts if part)


def where(it: Workshop) -> str:
    """Where a workshop is, in words."""
    if it.closed_at is not None:
        return f":gray-badge[{t('home-workshop-closed', day=day_said(day_of(it.closed_at), language()))}]"
    step = it.step
    if step is None or step.state is StepState.WAITING:
        return f":gray-badge[{t('home-workshop-new', n=len(it.steps))}]"
    number = it.steps.index(step) + 1
    place = t("home-workshop-at", n=number, of=len(it.steps), title=shortened(step.title, 40))
    colour = "blue" if step.runs else "orange"
    return f":{colour}-badge[{plain(place)}]"
