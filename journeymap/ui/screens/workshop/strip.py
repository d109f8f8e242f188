"""The agenda in a row, and what can be done with one of its steps."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from journeymap.domain.model.workshop import Step, StepState
from journeymap.domain.workshop.lifecycle import LIVE
from journeymap.domain.workshop.timer import moment
from journeymap.service.current_step import to_design
from journeymap.ui import state
from journeymap.ui.components.clock import draw_strip
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView, submit_to_workshop
from journeymap.ui.screens.workshop.leftovers import draw_going_on
from journeymap.ui.screens.workshop.next_step import next_step
from journeymap.ui.screens.workshop.step_outcome import draw_said
from journeymap.ui.shared import t

_STRIP = state.key("workshop", "strip")
_OPEN = DIALOGS["step"]
_DO = state.key("workshop", "step", "do")


def draw_agenda_strip(room: WorkshopView) -> None:
    """All steps in a row: done, on with the time that is left, next."""
    following = next_step(room.workshop)
    draw_strip(
        [
            _card(room, n, step, is_next=following is not None and step.id == following.id)
            for n, step in enumerate(room.workshop.steps, 1)
        ],
        at=room.workshop.at or "",
        left=room.left,
        runs=room.runs,
        words={"label": t("lead-agenda"), "left": t("lead-left", time="{time}")},
        key=_STRIP,
        on_choose=_choose,
    )


def _card(room: WorkshopView, n: int, step: Step, *, is_next: bool) -> Mapping[str, Any]:
    on = step.id == room.workshop.at and step.state is not StepState.DONE
    look = "done" if step.state is StepState.DONE else "now" if on else "next" if is_next else ""
    parts = [_state(step)] if on or step.state is not StepState.WAITING else []
    if step.state is StepState.WAITING:
        parts += [t("lead-private")] if step.private else [t("lead-vote")] if step.ballot else []
    if not on or room.left is None:
        parts += [minutes(step)] if minutes(step) else []
    return {
        "id": step.id,
        "number": n,
        "title": step.title,
        "below": " · ".join(part for part in parts if part),
        "look": look,
        "clock": on and room.left is not None,
        "help": step.prompt,
    }


def _state(step: Step) -> str:
    if step.state is StepState.RUNNING:
        return t("lead-private") if step.secret and step.private else t("lead-vote") if step.secret else ""
    return t(f"lead-state-{step.state}")


def minutes(step: Step) -> str:
    """How long it took, or is to take."""
    if step.ended_at and step.started_at:
        taken = (moment(step.ended_at) - moment(step.started_at)).total_seconds() / 60
        return t("lead-minutes", n=max(1, round(taken)))
    return t("lead-minutes", n=round(step.minutes) or 1) if step.minutes else ""


def _choose() -> None:
    state.put(_OPEN, getattr(state.get(_STRIP, None), "chosen", None) or "")


def ask_step(step_id: str) -> None:
    """Open what can be done with this step; for a button's on_click."""
    state.put(_OPEN, step_id)


def draw_step_dialog(room: WorkshopView) -> None:
    """The dialog about one step, while it is open."""
    chosen = state.get(_OPEN, "")
    step = next((one for one in room.workshop.steps if one.id == chosen), None)
    if step is not None:
        st.dialog(plain(step.title), width="medium", icon=":material/event_note:", on_dismiss=_close)(_draw)(room, step)


def _draw_before(room: WorkshopView, before: Step | None, step: Step) -> None:
    """What comes with beginning or reopening this step."""
    if before is not None and before.secret and step.state is StepState.WAITING:
        st.warning(plain(t("lead-start-reveals", title=before.title)), icon=":material/visibility:")
    if to_design(step, room.maps) is not None:
        st.info(t("lead-start-designs"), icon=":material/map:")
    if step.state is not StepState.WAITING:
        st.caption(_reopened(step))


def _close() -> None:
    state.forget(_OPEN)


def _reopened(step: Step) -> str:
    """How it goes on where it is opened again: what was shown once is not hidden any more."""
    parts = [t("lead-back-in-the-open")] if step.revealed_at else []
    parts += [t("lead-back-no-clock")] if step.state is StepState.DONE else []
    return " ".join(parts or [t("lead-back-as-left")])


def _draw(room: WorkshopView, step: Step) -> None:
    about = [t(f"agenda-kind-{step.kind}"), minutes(step), t("lead-private") if step.private else ""]
    st.caption(" · ".join(part for part in about if part))
    if step.prompt:
        st.markdown(plain(step.prompt))
    on = step.id == room.workshop.at and step.state is not StepState.DONE
    if on:
        st.info(t("lead-step-is-on"), icon=":material/play_circle:")
        return
    if step.state is not StepState.WAITING:
        draw_said(room, step)
    if room.workshop.closed_at is not None:
        return
    before = room.step
    _draw_before(room, before, step)
    act = "start" if step.state is StepState.WAITING else "back"
    label, icon = t(f"lead-do-{act}"), ":material/play_arrow:" if act == "start" else ":material/undo:"
    ends = before is not None and before.state in LIVE and act == "start"
    if ends:
        pressed = draw_going_on(room.workshop, room.gains, "step", label, icon=icon)
    else:
        pressed = st.button(label, icon=icon, type="primary" if act == "start" else "secondary", key=_DO)
    if pressed:
        _close()
        if act == "start":
            submit_to_workshop(lambda w, person: w.facilitation.start(person, room.id, step.id))
        else:
            submit_to_workshop(lambda w, person: w.facilitation.back(person, room.id, step.id))
        st.rerun()
