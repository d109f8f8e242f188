"""The workshops on Home: what each is, where it is, how many take part; and the way into it."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.domain.text.dates import day_said
from journeymap.ui import state
from journeymap.ui.deletion_dialog import ICON, ask_workshop_deletion
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import may_lead
from journeymap.ui.screens.workshop.phone_link import draw_to_room
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.times import day_of

SHOWN = 4
"""So many at once: those that are closed come last and stand behind one click."""


def draw_workshops() -> None:
    """The workshops of this person, the ones that are open first; nothing where there are none."""
    person = me()
    found = sorted(service().workshops.all(person), key=lambda it: it.closed_at is not None)
    if not found:
        return
    st.markdown(f"**{t('home-workshops')}** :gray[{len(found)}]")
    with st.container(gap="xsmall"):
        _draw(person, found[:SHOWN])
    if len(found) > SHOWN:
        with st.expander(t("home-workshops-more", n=len(found) - SHOWN)):
            _draw(person, found[SHOWN:])
    st.markdown(f"**{t('home-maps')}**")


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
            if person.role is Role.OWNER:
                _draw_menu(it)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if leading:
                st.badge(plain(it.join_code), icon=":material/key:", color="gray", help=t("home-workshop-code"))
            st.caption(_about(person, it))


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
