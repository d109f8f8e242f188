"""The agenda: its steps in order, one of them open for editing; saved as it is changed."""

import streamlit as st

from journeymap.domain.model.workshop import Step, StepKind, StepState
from journeymap.domain.text.durations import duration_short
from journeymap.domain.workshop.agendas import Agenda
from journeymap.domain.workshop.lifecycle import MOST_STEPS
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.agenda_step import draw_step_fields
from journeymap.ui.screens.workshop.context import WorkshopView, submit_to_workshop
from journeymap.ui.screens.workshop.strip import minutes
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

_CHOSEN = state.key("agenda", "chosen")
_NEW = state.key("agenda", "new")
_NAME = state.key("agenda", "name")
_SAVED = state.key("agenda", "saved")


def draw_agenda(room: WorkshopView) -> None:
    """The list on the left, the chosen step on the right."""
    steps = room.workshop.steps
    left, right = st.columns((1, 1), gap="large")
    with left:
        st.markdown(f"**{t('agenda-steps')}**")
        st.caption(_total(room))
        with st.container(gap="xsmall"):
            for n, step in enumerate(steps):
                _draw_row(room, n, step)
        if not steps:
            _draw_take(room)
        _draw_add(room)
        _draw_save(room)
    with right:
        chosen = _opened(room)
        if chosen is None:
            st.caption(t("agenda-empty"))
        else:
            draw_step_fields(room, chosen)


def _opened(room: WorkshopView) -> Step | None:
    """The step that was chosen; before that the one that is on, the next one, or the first."""
    steps = room.workshop.steps
    chosen = next((one for one in steps if one.id == state.get(_CHOSEN, "")), None)
    waiting = (one for one in steps if one.state is StepState.WAITING)
    on = room.step if room.step is not None and not room.step.ended_at else None
    return chosen or on or next(waiting, None) or next(iter(steps), None)


def _total(room: WorkshopView) -> str:
    whole = sum(step.minutes or 0 for step in room.workshop.steps)
    return t("agenda-total", n=len(room.workshop.steps), time=duration_short(whole, language()))


def _draw_row(room: WorkshopView, n: int, step: Step) -> None:
    opened = _opened(room)
    chosen = opened is not None and opened.id == step.id
    begun = step.state is not StepState.WAITING
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        about = [minutes(step), t("lead-private") if step.private else "", _where(room, step)]
        below = " · ".join(part for part in about if part)
        st.button(
            f"{n + 1} {plain(step.title)} :gray[{below}]",
            icon=":material/check:" if step.state is StepState.DONE else None,
            type="secondary" if chosen else "tertiary",
            width="stretch",
            key=state.key("agenda", "choose", step.id),
            on_click=state.put,
            args=(_CHOSEN, step.id),
        )
        for act, icon in (("up", ":material/arrow_upward:"), ("down", ":material/arrow_downward:")):
            to = n - 1 if act == "up" else n + 1
            st.button(
                "",
                icon=icon,
                type="tertiary",
                help=plain(t(f"agenda-{act}", title=step.title)),
                disabled=not 0 <= to < len(room.workshop.steps),
                key=state.key("agenda", act, step.id),
                on_click=_move,
                args=(room.id, step.id, to),
            )
        st.button(
            "",
            icon=":material/delete:",
            type="tertiary",
            help=t("agenda-has-begun") if begun else plain(t("agenda-remove", title=step.title)),
            disabled=begun,
            key=state.key("agenda", "remove", step.id),
            on_click=_remove,
            args=(room.id, step.id),
        )


def _where(room: WorkshopView, step: Step) -> str:
    if step.state is StepState.WAITING:
        return ""
    return t("agenda-is-on") if step.id == room.workshop.at and not step.ended_at else t(f"lead-state-{step.state}")


def steps_now(workshop_id: str) -> list[Step]:
    """The steps as they are at this very moment: somebody else may have changed them since this page was drawn."""
    return list(service().workshops.get(me(), workshop_id).steps)


def _move(workshop_id: str, step_id: str, to: int) -> None:
    def work() -> None:
        steps = steps_now(workshop_id)
        moved = next(step for step in steps if step.id == step_id)
        steps.remove(moved)
        steps.insert(to, moved)
        service().workshops.arrange(me(), workshop_id, steps)

    submitted(work, later=True)


def _remove(workshop_id: str, step_id: str) -> None:
    def work() -> None:
        steps = [step for step in steps_now(workshop_id) if step.id != step_id]
        service().workshops.arrange(me(), workshop_id, steps)

    submitted(work, toast=t("agenda-removed"), later=True)


def _draw_take(room: WorkshopView) -> None:
    """A workshop without steps may begin with an agenda that is there already."""
    shown = [one for one in service().workshops.agendas(room.workshop.language) if one.steps]
    if not any(head.episodes for head in room.maps):
        shown = [one.for_empty_map(room.workshop.language) for one in shown]
    agendas = {one.id: one for one in shown}
    names = distinct({one.id: one.name for one in agendas.values()})
    with st.container(border=True):
        key = state.key("agenda", "template")
        chosen = st.selectbox(t("agenda-take"), list(names), format_func=names.__getitem__, key=key)
        st.button(
            t("agenda-take-do"),
            type="primary",
            key=state.key("agenda", "take"),
            on_click=_take,
            args=(room.id, agendas[chosen]),
        )
        with st.expander(t("agenda-take-look")):
            draw_preview(agendas[chosen])


def _take(workshop_id: str, agenda: Agenda) -> None:
    steps = [step.model_copy(update={"id": new_id()}) for step in agenda.steps]
    submitted(lambda: service().workshops.arrange(me(), workshop_id, steps), later=True)


def _draw_add(room: WorkshopView) -> None:
    if len(room.workshop.steps) >= MOST_STEPS or room.workshop.closed_at is not None:
        return
    kinds = {kind: t(f"agenda-kind-{kind}") for kind in StepKind}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(t("agenda-add-kind"), list(kinds), format_func=kinds.__getitem__, key=_NEW)
        st.button(
            t("agenda-add"),
            icon=":material/add:",
            key=state.key("agenda", "add"),
            on_click=_add,
            args=(room.id,),
        )


def _add(workshop_id: str) -> None:
    kind = StepKind(state.get(_NEW, StepKind.FREE))
    step = new_step(kind)

    def work() -> None:
        steps = steps_now(workshop_id)
        service().workshops.arrange(me(), workshop_id, [*steps, step])

    if submitted(work, later=True):
        state.put(_CHOSEN, step.id)


def new_step(kind: StepKind) -> Step:
    """A step of this kind, with what usually goes with it."""
    rules = rules_of(kind)
    return Step(
        id=new_id(),
        kind=kind,
        title=t(f"agenda-kind-{kind}"),
        minutes=10,
        private=rules.private,
        map=rules.map,
        ballot=rules.ballot,
    )


def _draw_save(room: WorkshopView) -> None:
    if not room.workshop.steps:
        return
    with st.popover(t("agenda-save"), icon=":material/bookmark_add:"):
        st.caption(t("agenda-save-why"))
        st.text_input(t("agenda-save-name"), key=_NAME)
        turn = state.get(_SAVED, 0)
        key = state.key("agenda", "save", turn)
        st.button(t("agenda-save-do"), type="primary", key=key, on_click=_save, args=(room.id, turn))


def _save(workshop_id: str, turn: int) -> None:
    """Save it under the typed name, and only once if the button is pressed twice."""
    name = str(state.get(_NAME, ""))
    if turn != state.get(_SAVED, 0):
        return
    if submit_to_workshop(
        lambda w, person: w.save_agenda(person, workshop_id, name), toast=t("agenda-saved", name=name)
    ):
        state.put(_NAME, "")
        state.put(_SAVED, turn + 1)


def draw_preview(agenda: Agenda) -> None:
    """What an agenda does, step by step, before one chooses it."""
    if agenda.about:
        st.caption(plain(agenda.about))
    if not agenda.steps:
        st.caption(t("agenda-empty"))
        return
    st.caption(t("agenda-total", n=len(agenda.steps), time=duration_short(agenda.minutes, language())))
    lines = []
    for n, step in enumerate(agenda.steps, 1):
        signs = t("lead-private") if step.private else t("lead-vote") if step.ballot else ""
        about = " · ".join(part for part in (minutes(step), signs) if part)
        lines.append(f"{n}. {plain(step.title)} :gray[{about}]")
    st.markdown("\n".join(lines))
