"""Revealing where nobody has written anything yet: asked back once, for what was revealed is never hidden again."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView, submit_to_workshop
from journeymap.ui.shared import me, service, t

_ASKED = DIALOGS["empty"]


def asks_back(workshop_id: str, step_id: str) -> bool:
    """Open the question where there is nothing to show; whether it was opened."""
    empty = service().workshops.summaries.progress(me(), workshop_id).rows == 0
    if empty:
        state.put(_ASKED, step_id)
    return empty


def draw_empty_reveal(room: WorkshopView) -> None:
    """The question, while the step that it is about is on and still hides something."""
    asked = state.get(_ASKED, "")
    if not asked:
        return
    step = room.step
    if step is None or step.id != asked or not step.secret:
        _close()
        return
    title = t("lead-empty-vote" if step.ballot is not None else "lead-empty")
    st.dialog(title, icon=":material/visibility_off:", on_dismiss=_close)(_draw)(room.id, asked)


def _close() -> None:
    state.forget(_ASKED)


def _draw(workshop_id: str, step_id: str) -> None:
    st.markdown(t("lead-empty-why"))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("lead-empty-wait"), type="primary", key=state.key("workshop", "empty", "wait")):
            _close()
            st.rerun()
        if st.button(t("lead-empty-do"), key=state.key("workshop", "empty", "do")):
            _close()
            reveal(workshop_id, step_id)
            st.rerun()


def reveal(workshop_id: str, step_id: str) -> None:
    """Show what is hidden in this step."""
    submit_to_workshop(lambda w, person: w.facilitation.reveal(person, workshop_id, step_id), toast=t("lead-revealed"))
