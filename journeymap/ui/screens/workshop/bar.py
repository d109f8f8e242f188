"""On a workshop's map: the step that is on, the time that is left, and the way back to the workshop."""

import streamlit as st

from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.timer import time_left
from journeymap.ui import state
from journeymap.ui.components.clock import draw_clock
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.workshop.context import may_lead
from journeymap.ui.screens.workshop.phone_link import draw_to_room
from journeymap.ui.screens.workshop.style import draw_style
from journeymap.ui.shared import me, service, t

LIVE = (StepState.RUNNING, StepState.PAUSED, StepState.REVEALED)


def draw_bar(workshop_id: str | None) -> None:
    """One slim line above the map; nothing for a map that is in no workshop, or one without an agenda."""
    it = _read(workshop_id) if workshop_id is not None else None
    if it is not None:
        draw_style()
        _draw(it.id, _standing(it))


def _standing(it: Workshop) -> object:
    """What decides what may be done on the map: with another step the page is drawn anew."""
    return it.at, it.step and it.step.state, it.closed_at


def _read(workshop_id: str) -> Workshop | None:
    try:
        it = service().workshops.get(me(), workshop_id)
    except Refusal:
        return None
    return it if it.steps else None


@st.fragment(run_every=2.0)
def _draw(workshop_id: str, seen: object) -> None:
    it = _read(workshop_id)
    if it is None:
        return
    if _standing(it) != seen:
        state.rerun_by_itself()
    step = it.step if it.closed_at is None and it.step and it.step.state in LIVE else None
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("bar")):
        if it.closed_at is not None:
            st.markdown(f":material/flag: {t('lead-closed')}", width="content")
        elif step is None:
            st.markdown(f":material/groups: {plain(shortened(it.title))}", width="content")
        else:
            n = it.steps.index(step) + 1
            label = t("lead-bar-step", n=n, of=len(it.steps), title=shortened(step.title))
            secret = f" :blue-badge[:material/visibility_off: {t('lead-private')}]" if step.secret else ""
            paused = f" :orange-badge[{t('lead-state-paused')}]" if step.state is StepState.PAUSED else ""
            st.markdown(f"**{plain(label)}**{secret}{paused}", width="content")
            left = time_left(step, service().house.now())
            if left is not None:
                words = {name: t(f"lead-clock-{name}") for name in ("label", "none", "soon", "over")}
                runs = step.state is not StepState.PAUSED
                draw_clock(step.id, left, runs=runs, words=words, key=state.key("bar", "clock"), size="small")
        st.space("stretch")
        if may_lead(me(), workshop_id):
            link("workshop", t("lead-bar-back"), icon=":material/arrow_back:", workshop=workshop_id)
        else:
            draw_to_room("bar")
