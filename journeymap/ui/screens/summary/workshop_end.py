"""How a workshop ends: closed with a last day for reading, opened anew, its people's names erased, or deleted."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.model.roles import Role
from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.domain.text.dates import day_said
from journeymap.domain.workshop.lifecycle import LIVE
from journeymap.ui import state
from journeymap.ui.actions import submit
from journeymap.ui.deletion_dialog import ICON, ask_workshop_deletion, draw_deletion
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import submit_on_click, submit_to_workshop
from journeymap.ui.screens.workshop.leftovers import draw_going_on
from journeymap.ui.screens.workshop.name_removal import draw_places
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.times import date_format, exact

READ_FOR = timedelta(days=60)
_FOREVER = state.key("summary", "forever")
_UNTIL = state.key("summary", "until")
_TYPED = state.key("summary", "typed")
_LOOK = state.key("summary", "look")


def draw_close_first(it: Workshop, gains: Sequence[Gain]) -> None:
    """While it is open: which steps were not done, and how it ends for everybody."""
    if it.closed_at is not None:
        return
    with st.container(border=True, gap="small", key=state.key("summary", "close")):
        undone = [f"{n} {step.title}" for n, step in enumerate(it.steps, 1) if step.state is StepState.WAITING]
        on = it.step is not None and it.step.state in LIVE
        st.markdown(f"**{t('summary-still-open')}** {t('summary-close-why')}")
        if on and it.step is not None:
            st.markdown(f":material/play_circle: {plain(t('summary-step-on', title=it.step.title))}")
        if undone:
            titles = plain(" · ".join(undone))
            st.markdown(f":material/pending: {t('summary-steps-undone', n=len(undone), titles=titles)}")
        _draw_close(it, gains)


def draw_end(it: Workshop) -> None:
    """Reopening what is closed, erasing, and deleting."""
    left, right = st.columns((1.35, 1), gap="large")
    if it.closed_at is not None:
        with left, st.container(border=True):
            _draw_closed(it)
    with right:
        _draw_erase(it)
        _draw_delete(it)


def _draw_close(it: Workshop, gains: Sequence[Gain]) -> None:
    today = date.fromisoformat(service().house.now()[:10])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        if not state.get(_FOREVER, default=False):
            until = today + READ_FOR
            st.date_input(t("summary-until"), until, min_value=today, format=date_format(), width=220, key=_UNTIL)
        st.toggle(t("summary-forever"), help=t("summary-forever-help"), key=_FOREVER)
    if draw_going_on(it, gains, "close", t("summary-close-do"), icon=":material/flag:"):
        _close(it.id)
        st.rerun()


def _close(workshop_id: str) -> None:
    until = None if state.get(_FOREVER, default=False) else state.get(_UNTIL, None)
    submit_to_workshop(
        lambda w, person: w.facilitation.close(person, workshop_id, until), toast=t("summary-closed-told")
    )


def _draw_closed(it: Workshop) -> None:
    st.markdown(f"**{t('summary-is-closed', at=exact(it.closed_at or it.created_at))}**")
    st.markdown(
        t("summary-read-until", day=day_said(it.read_until, language())) if it.read_until else t("summary-read-always")
    )
    st.button(
        t("lead-do-reopen"),
        icon=":material/lock_open:",
        key=state.key("summary", "reopen"),
        on_click=submit_on_click,
        args=(lambda w, person: w.facilitation.reopen(person, it.id), t("summary-reopened")),
    )


def _draw_erase(it: Workshop) -> None:
    """Names go, work stays: typed, because nothing brings them back."""
    with st.expander(t("summary-erase"), icon=":material/person_off:"):
        st.markdown(t("summary-erase-why"))
        st.toggle(t("summary-erase-look"), key=_LOOK)
        if not state.get(_LOOK, default=False):
            return
        preview = submit(lambda: service().workshops.erasure.words(me(), it.id))
        if preview is None:
            return
        draw_places(preview)
        if left := sorted({one.name for one in preview.names if one.why}):
            st.caption(plain(t("summary-erase-left", names=", ".join(left))))
        typed = st.text_input(plain(t("summary-erase-type", code=it.join_code)), key=_TYPED)
        same = (typed or "").strip().upper() == it.join_code
        if st.button(t("summary-erase-do"), disabled=not same, key=state.key("summary", "erase")) and same:
            n = submit(lambda: service().workshops.erasure.erase(me(), it.id, places=preview.count))
            if n is not None:
                state.forget(_TYPED, _LOOK)
                state.tell(t("summary-erased", n=n))
                st.rerun()


def _draw_delete(it: Workshop) -> None:
    """The owner's last resort, with a dialog of its own."""
    if me().role is not Role.OWNER:
        return
    with st.expander(t("deletion-of-workshop"), icon=ICON):
        st.markdown(t("deletion-of-workshop-why"))
        key = state.key("summary", "delete")
        st.button(t("deletion-do"), icon=ICON, key=key, on_click=ask_workshop_deletion, args=(it.id,))
    draw_deletion()
