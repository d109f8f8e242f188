"""The current step: the time left, the one large button, and how much each person has done."""

from collections.abc import Callable

import streamlit as st

from journeymap.domain.changes.describe import count, listed
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState
from journeymap.domain.workshop.lifecycle import LIVE
from journeymap.domain.workshop.step_kinds import TALKED, rules_of
from journeymap.domain.workshop.timer import moment
from journeymap.service.current_step import to_design
from journeymap.ui import state
from journeymap.ui.components.clock import draw_clock
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.workshop.context import WorkshopView, submit_on_click, submit_to_workshop
from journeymap.ui.screens.workshop.empty_reveal import asks_back, reveal
from journeymap.ui.screens.workshop.leftovers import GoingOn, asks_first, draw_gains, draw_gains_dialog
from journeymap.ui.screens.workshop.next_step import Proposal, next_step, proposed
from journeymap.ui.screens.workshop.strip import ask_step
from journeymap.ui.shared import language, me, service, t

MINUTE = 60
DOUBLE_CLICK = 0.5
"""Seconds."""

NAMED = 6
"""So many of those who have not begun are named."""

NAMED_ROWS = ("moments", "episodes")
"""What is made in a step and has a name of its own; all else is things, or answers where people vote."""


def draw_now(room: WorkshopView, *, plan: Callable[[], None], finish: Callable[[], None]) -> None:
    """The step that is on; `plan` opens the agenda, `finish` the end of the workshop."""
    step = room.step
    _draw_title(room, step)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("workshop", "now")):
        if step is not None and step.state not in (StepState.WAITING, StepState.DONE):
            draw_room_clock(room, key=state.key("workshop", "clock"))
            _draw_time(room, step)
        _draw_proposal(room, proposed(room.workshop), plan=plan, finish=finish)
        _draw_other_steps(room)
    draw_gains(room)
    shown = counts(room)
    if shown:
        st.caption(shown)
    draw_gains_dialog(room, lambda asked: _go_on(room.id, asked, finish))


def draw_room_clock(room: WorkshopView, *, key: str, size: str = "large") -> None:
    """The time that is left in the step that is on."""
    words = {name: t(f"lead-clock-{name}") for name in ("label", "none", "soon", "over")}
    draw_clock(
        room.step.id if room.step else "",
        room.left,
        runs=room.runs,
        words=words,
        key=key,
        size="small" if size == "small" else "large",
    )


def _draw_title(room: WorkshopView, step: Step | None) -> None:
    if room.workshop.closed_at is not None:
        st.subheader(t("lead-closed"), anchor=False)
        st.markdown(t("lead-closed-why"))
    elif not room.workshop.steps:
        st.subheader(t("lead-no-agenda"), anchor=False)
        st.markdown(t("lead-no-agenda-why"))
    elif step is None:
        st.subheader(t("lead-not-begun"), anchor=False)
        st.markdown(t("lead-not-begun-why"))
    else:
        signs = " ".join(sign for sign in (_badge(step), _map_badge(room, step)) if sign)
        st.markdown(f"**{plain(t('lead-now', title=step.title))}** {signs}")
        if asked := _asked_now(step):
            st.caption(plain(shortened(asked, 400)))


def _asked_now(step: Step) -> str:
    """What the room does now: what was asked for, or, once it is revealed, what becomes of it."""
    if step.state is StepState.DONE:
        return ""
    if step.state is not StepState.REVEALED:
        return step.prompt
    return t("lead-revealed-votes" if step.ballot is not None else "lead-revealed-next")


def _badge(step: Step) -> str:
    if step.state is StepState.PAUSED:
        return f":orange-badge[:material/pause: {t('lead-state-paused')}]"
    if step.secret:
        return f":blue-badge[:material/visibility_off: {t('lead-private')}]"
    if step.state is StepState.REVEALED:
        return f":green-badge[:material/visibility: {t('lead-state-revealed')}]"
    return f":gray-badge[{t('lead-state-done')}]" if step.state is StepState.DONE else ""


def _map_badge(room: WorkshopView, step: Step) -> str:
    """Which map the room works on, where that is not obvious."""
    if room.board is None or step.kind is StepKind.BREAK:
        return ""
    if step.map is MapKind.AS_IS and len({head.kind for head in room.maps}) == 1:
        return ""
    return f":violet-badge[:material/map: {t(f'shell-kind-{room.board.head.kind}')}]"


def _draw_time(room: WorkshopView, step: Step) -> None:
    st.button(
        t("lead-more-time"),
        help=t("lead-more-time-help"),
        key=state.key("workshop", "extend"),
        on_click=submit_on_click,
        args=(lambda w, person: w.facilitation.extend(person, room.id, MINUTE, step.id),),
    )
    if step.state is not StepState.PAUSED:
        st.button(
            t("lead-pause"),
            icon=":material/pause:",
            help=t("lead-pause-help"),
            key=state.key("workshop", "pause"),
            on_click=submit_on_click,
            args=(lambda w, person: w.facilitation.pause(person, room.id, step.id),),
        )
    elif step.secret:
        _act_button(room, Proposal("reveal", step), main=False)


def _draw_proposal(
    room: WorkshopView, proposal: Proposal, *, plan: Callable[[], None], finish: Callable[[], None]
) -> None:
    if proposal.act == "plan":
        st.button(t("lead-do-plan"), type="primary", key=state.key("workshop", "plan"), on_click=plan)
    elif proposal.act == "close":
        st.button(
            t("lead-do-close"),
            icon=":material/flag:",
            type="primary",
            key=state.key("workshop", "finish"),
            on_click=_finish,
            args=(room.id, finish),
        )
    elif proposal.act == "reopen":
        st.button(t("lead-do-summary"), type="primary", key=state.key("workshop", "finish"), on_click=finish)
        st.button(
            t("lead-do-reopen"),
            key=state.key("workshop", "reopen"),
            on_click=submit_on_click,
            args=(lambda w, person: w.facilitation.reopen(person, room.id),),
        )
    else:
        _act_button(room, proposal)


def _act_button(room: WorkshopView, proposal: Proposal, *, main: bool = True) -> None:
    st.button(
        plain(label(room, proposal)),
        type="primary" if main else "secondary",
        icon=_ICONS.get(proposal.act),
        # A click on a button that is drawn anew meanwhile means the step it named, and no other.
        key=state.key("workshop", "do", proposal.act, proposal.step.id if proposal.step else ""),
        on_click=_act,
        args=(room.id, proposal),
    )


_ICONS = {"start": ":material/play_arrow:", "resume": ":material/play_arrow:", "reveal": ":material/visibility:"}


def label(room: WorkshopView, proposal: Proposal) -> str:
    """The label of the large button."""
    step = proposal.step
    if proposal.act == "reveal" and step is not None:
        if step.ballot is not None:
            return t("lead-do-end-scores" if step.ballot.questions else "lead-do-end-vote")
        return t(f"lead-do-reveal-{_written(step)}", n=room.progress.rows)
    title = shortened(step.title, 32) if step is not None else ""
    waits = proposal.act == "next" and step is not None and step.state is StepState.PAUSED
    if to_design(step, room.maps) is not None and proposal.act in ("start", "next"):
        return t("lead-do-design-step", title=title)
    return t(f"lead-do-{'return' if waits else proposal.act}-step", title=title)


def _act(workshop_id: str, proposal: Proposal) -> None:
    """Do it, and only once if it is clicked twice."""
    step = proposal.step
    if step is None or not is_meant(workshop_id, proposal):
        return
    match proposal.act:
        case "reveal":
            if not asks_back(workshop_id, step.id):
                reveal(workshop_id, step.id)
        case "resume":
            submit_to_workshop(lambda w, person: w.facilitation.resume(person, workshop_id, step.id))
        case act:
            if not asks_first(workshop_id, act, step.id):
                start_step(workshop_id, step)


def _finish(workshop_id: str, finish: Callable[[], None]) -> None:
    if is_meant(workshop_id, Proposal("close")) and not asks_first(workshop_id, "close"):
        _end_last(workshop_id, finish)


def _end_last(workshop_id: str, finish: Callable[[], None]) -> None:
    """The last step is over, for everybody, before the facilitator reads what came out."""
    step = service().workshops.get(me(), workshop_id).step
    if step is not None and step.state in LIVE:
        submit_to_workshop(lambda w, person: w.facilitation.end(person, workshop_id, step.id))
    finish()


def _go_on(workshop_id: str, asked: GoingOn, finish: Callable[[], None]) -> None:
    """What was to be done before it was asked what becomes of the results."""
    if asked.act == "close":
        _end_last(workshop_id, finish)
        return
    if asked.act == END:
        submit_to_workshop(lambda w, person: w.facilitation.end(person, workshop_id, asked.at))
        return
    step = next((one for one in service().workshops.get(me(), workshop_id).steps if one.id == asked.step), None)
    if step is not None:
        start_step(workshop_id, step)


def start_step(workshop_id: str, step: Step) -> bool:
    """Begin a step, and say so where a to-be was designed for it."""
    designs = to_design(step, service().workshops.current.stage(me(), workshop_id).maps) is not None
    toast = t("shell-to-be-made") if designs else ""
    return submit_to_workshop(lambda w, person: w.facilitation.start(person, workshop_id, step.id), toast=toast)


def is_meant(workshop_id: str, proposal: Proposal) -> bool:
    """Whether the workshop still is where it was when the button was drawn, and the button did not just appear.

    The next button appears where the last one was: the second half of a double click must not press it.
    """
    it = service().workshops.get(me(), workshop_id)
    step, now = it.step, proposed(it)
    if proposal.act == "reveal":
        return step is not None and step.id == (proposal.step and proposal.step.id) and step.secret
    if (now.act, now.step and now.step.id) != (proposal.act, proposal.step and proposal.step.id):
        return False
    last = max((at for at in (step.started_at, step.revealed_at) if at), default="") if step else ""
    just = last and (moment(service().house.now()) - moment(last)).total_seconds() < DOUBLE_CLICK
    return not (proposal.act in ("next", "close") and just)


def _draw_other_steps(room: WorkshopView) -> None:
    """Any other step, and the end of this one: what is not obvious stands behind one more click."""
    step, workshop = room.step, room.workshop
    if not workshop.steps or workshop.closed_at is not None:
        return
    names = {one.id: f"{n} {plain(shortened(one.title))}" for n, one in enumerate(workshop.steps, 1)}
    options = [one.id for one in workshop.steps if step is None or one.id != step.id or step.state is StepState.DONE]
    if step is not None and step.state not in (StepState.WAITING, StepState.DONE):
        names[END] = f":material/stop: {t('lead-do-end')}"
        options.insert(0, END)
    st.menu_button(
        t("lead-other-steps"),
        options,
        format_func=names.__getitem__,
        type="tertiary",
        key=_OTHER,
        on_click=_go_elsewhere,
        args=(workshop.id, workshop.at),
    )


END = "end"
_OTHER = state.key("workshop", "other")


def _go_elsewhere(workshop_id: str, at: str | None) -> None:
    chosen = state.get(_OTHER, "")
    if chosen == END:
        if not asks_first(workshop_id, END):
            submit_to_workshop(lambda w, person: w.facilitation.end(person, workshop_id, at))
    elif chosen:
        ask_step(chosen)


def _rules(ballot: Ballot) -> str:
    """What is shown of a vote while it runs, and whose votes count."""
    return " ".join([*([t("lead-vote-anonymous")] if ballot.anonymous else []), t("lead-vote-taken-out")]).rstrip(".")


def _made(step: Step) -> str:
    """What is made in a step; for a vote, its ballot decides."""
    if step.ballot is not None:
        return "answers" if step.ballot.questions else "dots"
    made = rules_of(step.kind).made
    return made if made == "answers" else _written(step)


def _written(step: Step) -> str:
    """What people write in a step, as it is called."""
    made = rules_of(step.kind).made
    return made if made in NAMED_ROWS else "things"


def counts(room: WorkshopView) -> str:
    """How much there is, by how many people, and who has not begun."""
    step, progress = room.step, room.progress
    if step is None or step.state is StepState.DONE or step.kind in TALKED:
        return ""
    if step.state is StepState.REVEALED and (written := _written(step)) in NAMED_ROWS:
        parts = [count(written, progress.rows, language())]
    else:
        parts = [t(f"lead-made-{_made(step)}", n=progress.rows, people=progress.people)]
    if progress.waiting and step.state is not StepState.REVEALED:
        names = [room.name_of(one) for one in progress.not_begun[:NAMED]]
        more = progress.waiting - len(names)
        if names and more > 0:
            names.append(t("lead-more-people", n=more))
        who = "lead-not-begun-names" if progress.not_begun else "lead-not-begun-n"
        parts.append(t(who, n=progress.waiting, names=listed(names, language())))
    if progress.away and step.state is not StepState.REVEALED:
        parts.append(t("lead-away-n", n=len(progress.away)))
    shown = plain(" · ".join(parts))
    if step.ballot is not None:
        shown += f". {_rules(step.ballot)}"
    if step.secret:
        shown += f". {t('lead-only-you')}"
    elif step.state is StepState.REVEALED and next_step(room.workshop):
        shown += f". {t('lead-everybody-sees')}"
    return shown
