"""One step of the agenda: its words, its time, whether it is private, and how people vote in it."""

from functools import partial
from typing import Any

import streamlit as st

from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import ITEMS, Ballot, Step, StepState
from journeymap.domain.workshop.grid import is_grid
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.ballot_scope import draw_scope
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import me, service, t
from journeymap.ui.unique_labels import label_of_items

QUESTIONS = ("satisfaction", "importance_customer", "importance_us")


def draw_step_fields(room: WorkshopView, step: Step) -> None:
    """Every field; each is saved as soon as it loses focus."""
    begun = step.state is not StepState.WAITING
    st.markdown(f"**{plain(step.title)}** :gray[{t(f'agenda-kind-{step.kind}')}]")
    if begun:
        st.caption(f":material/lock: {t('agenda-fixed')}")
    _text(room, step, "title")
    _area(room, step)
    _minutes(room, step)
    _map(room, step, begun=begun)
    if rules_of(step.kind).ballot is None:
        _toggle(room, step, "private", value=step.private, begun=begun)
    if step.ballot is not None:
        _draw_ballot(room, step, step.ballot, begun=begun)


def save(workshop_id: str, step_id: str, **values: Any) -> None:
    """These fields of a step anew; the rest of the agenda stays as it is at this moment."""

    def work() -> None:
        workshops = service().workshops
        steps = [
            checked(Step, {**step.model_dump(), **values}, "steps") if step.id == step_id else step
            for step in workshops.get(me(), workshop_id).steps
        ]
        workshops.arrange(me(), workshop_id, steps)

    submitted(work, later=True)


def _key(step: Step, name: str) -> str:
    return state.key("agenda", step.id, name)


def _save_field(workshop_id: str, step: Step, name: str) -> None:
    save(workshop_id, step.id, **{name: state.get(_key(step, name), getattr(step, name))})


def save_ballot(workshop_id: str, step: Step, **values: Any) -> None:
    """These of how people vote in a step; the rest stays as it is."""
    save(workshop_id, step.id, ballot={**(step.ballot or Ballot()).model_dump(), **values})


def _save_ballot(workshop_id: str, step: Step, name: str) -> None:
    ballot = step.ballot or Ballot()
    save_ballot(workshop_id, step, **{name: state.get(_key(step, name), getattr(ballot, name))})


def _text(room: WorkshopView, step: Step, name: str) -> None:
    st.text_input(
        t(f"agenda-{name}"),
        getattr(step, name),
        key=_key(step, name),
        on_change=_save_field,
        args=(room.id, step, name),
    )


def _area(room: WorkshopView, step: Step) -> None:
    st.text_area(
        t("agenda-prompt"),
        step.prompt,
        height=140,
        help=t("agenda-prompt-help"),
        key=_key(step, "prompt"),
        on_change=_save_field,
        args=(room.id, step, "prompt"),
    )


def _minutes(room: WorkshopView, step: Step) -> None:
    st.number_input(
        t("agenda-minutes"),
        min_value=1,
        max_value=600,
        value=round(step.minutes) or 1 if step.minutes else None,
        placeholder=t("agenda-minutes-none"),
        help=t("agenda-minutes-help"),
        width=220,
        key=_key(step, "minutes"),
        on_change=_save_field,
        args=(room.id, step, "minutes"),
    )


def _map(room: WorkshopView, step: Step, *, begun: bool) -> None:
    kinds = {kind: t(f"shell-kind-{kind}") for kind in MapKind}
    st.segmented_control(
        t("agenda-map"),
        list(kinds),
        format_func=kinds.__getitem__,
        default=step.map,
        required=True,
        disabled=begun,
        key=_key(step, "map"),
        on_change=_save_field,
        args=(room.id, step, "map"),
    )


def _toggle(room: WorkshopView, step: Step, name: str, *, value: bool, begun: bool, ballot: bool = False) -> None:
    st.toggle(
        t(f"agenda-{name}"),
        value,
        disabled=begun,
        help=t(f"agenda-{name}-help"),
        key=_key(step, name),
        on_change=_save_ballot if ballot else _save_field,
        args=(room.id, step, name),
    )


def _draw_ballot(room: WorkshopView, step: Step, ballot: Ballot, *, begun: bool) -> None:
    st.markdown(f"**{t('agenda-ballot')}**")
    items = {item: label_of_items(item) for item in ITEMS}
    if "felt" not in ballot.questions:
        st.selectbox(
            t("agenda-items"),
            list(items),
            index=list(items).index(ballot.items),
            format_func=items.__getitem__,
            disabled=begun,
            key=_key(step, "items"),
            on_change=_save_ballot,
            args=(room.id, step, "items"),
        )
    if not ballot.questions:
        with st.container(horizontal=True):
            _number(room, step, "budget", ballot.budget, 1, begun=begun)
            _number(room, step, "cap", ballot.cap, 0, begun=begun)
    elif "felt" not in ballot.questions and not is_grid(ballot.questions):
        questions = {one: t(f"lead-question-{one}".replace("_", "-")) for one in QUESTIONS}
        st.pills(
            t("agenda-questions"),
            list(questions),
            format_func=questions.__getitem__,
            selection_mode="multi",
            default=[one for one in ballot.questions if one in questions],
            disabled=begun,
            key=_key(step, "questions"),
            on_change=_save_questions,
            args=(room.id, step),
        )
    draw_scope(room, step, ballot, partial(save_ballot, room.id, step), begun=begun)
    _toggle(room, step, "hidden", value=ballot.hidden, begun=begun, ballot=True)
    _toggle(room, step, "anonymous", value=ballot.anonymous, begun=begun, ballot=True)


def _save_questions(workshop_id: str, step: Step) -> None:
    """Scores need a question: without any, it stays as it was."""
    asked = tuple(one for one in QUESTIONS if one in state.get(_key(step, "questions"), ()))
    if not asked:
        state.forget(_key(step, "questions"))
        state.tell(t("agenda-questions-some"))
        return
    save(workshop_id, step.id, ballot={**(step.ballot or Ballot()).model_dump(), "questions": asked})


def _number(room: WorkshopView, step: Step, name: str, value: int, least: int, *, begun: bool) -> None:
    st.number_input(
        t(f"agenda-{name}"),
        least,
        50,
        value,
        disabled=begun,
        help=t(f"agenda-{name}-help"),
        width=200,
        key=_key(step, name),
        on_change=_save_ballot,
        args=(room.id, step, name),
    )
