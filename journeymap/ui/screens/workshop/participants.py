"""In the room: who is here, in which role, how far they are, and what can be done for them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from journeymap.domain.model.roles import Participant, Role, facilitator, leads, one_person
from journeymap.domain.model.workshop import StepState
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.more_menu import draw_more
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView, submit_to_workshop
from journeymap.ui.screens.workshop.customers import draw_unconfirmed
from journeymap.ui.screens.workshop.name_removal import ERASED, TAKEN_OUT, draw_asked, draw_erase, draw_takeout
from journeymap.ui.screens.workshop.people_at_once import draw_many_out, draw_waiting
from journeymap.ui.shared import me, service, t

FIRST = 10
"""So many are shown at once; the others behind one click."""

_RENAMED, _REMOVED, _RECOVERY = DIALOGS["rename"], DIALOGS["remove"], DIALOGS["recovery"]
_ACTS = {
    "rename": ":material/edit:",
    "co-facilitator": ":material/supervisor_account:",
    "participant": ":material/person:",
    "customer": ":material/favorite:",
    "observer": ":material/visibility:",
    "erase": ":material/person_off:",
    "takeout": ":material/cleaning_services:",
    "signout": ":material/logout:",
    "remove": ":material/person_remove:",
}


def draw_people(room: WorkshopView) -> None:
    """Everybody: those who lead first, then raised hands, then those who have done nothing yet, then by name."""
    everybody = sorted(room.people, key=lambda one: _place(room, one))
    st.markdown(f"**{t('lead-people')}** :gray[{here_of(room)}]")
    working = [one for one in everybody if not leads(one.role)]
    if not working:
        st.caption(t("lead-nobody-yet"))
    draw_asked(room)
    draw_waiting(room)
    draw_unconfirmed(room)
    _draw_rows(room, everybody[:FIRST])
    if len(everybody) > FIRST:
        with st.expander(t("lead-more-people", n=len(everybody) - FIRST)):
            _draw_rows(room, everybody[FIRST:])
    draw_many_out(room)
    if me().workshop_id == room.id or facilitator(room.people) is not None:
        st.button(
            t("lead-new-recovery"),
            icon=":material/key:",
            type="tertiary",
            help=t("lead-new-recovery-help"),
            key=state.key("workshop", "recovery"),
            on_click=_make_recovery,
            args=(room.id,),
        )


def here_of(room: WorkshopView) -> str:
    """How many are here; of how many, where some are not."""
    here, joined = len(room.attendance.present), len(room.attendance.joined)
    return str(here) if here == joined else t("lead-here-of", n=here, of=joined)


def _place(room: WorkshopView, one: Participant) -> tuple[bool, bool, bool, bool, str]:
    idle = one.id in (*room.progress.not_begun, *room.progress.away) and not _shown(room)
    silent = one.id not in room.hands
    return (not leads(one.role), silent, not idle, one.role is Role.OBSERVER, one.name.casefold())


def _shown(room: WorkshopView) -> bool:
    return room.step is not None and room.step.state is StepState.REVEALED


def _draw_rows(room: WorkshopView, people: Sequence[Participant]) -> None:
    with st.container(gap=None):
        for one in people:
            _draw_person(room, one)


def _draw_person(room: WorkshopView, one: Participant) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=state.key("person", one.id)
    ):
        here = room.here is not None and one.id in room.here
        dot = "" if room.here is None else f'<i class="{"here" if here else ""}" title="{_title(here=here)}"></i>'
        st.html(
            f'<div class="jm-who">{dot}<b title="{escape(one.name)}">{escape(one.name)}</b>'
            f"<span>{escape(_about(one))}</span><em>{escape(_doing(room, one))}</em></div>"
        )
        _draw_menu(room, one)


def _title(*, here: bool) -> str:
    return escape(t("lead-here" if here else "lead-away"))


def _about(one: Participant) -> str:
    """Their role where it is not the usual one, and what they do."""
    role = "" if one.role is Role.PARTICIPANT else t(f"role-{one.role}")
    if one.role is Role.CUSTOMER:
        role = f"{role} ♥" if one.confirmed else t("lead-not-confirmed", role=role)
    return " · ".join(part for part in (role, one.doing) if part)


def _doing(room: WorkshopView, one: Participant) -> str:
    """What they say without a word, else how far they are in this step."""
    if one.id in room.hands:
        return t(f"lead-hand-{room.hands[one.id]}")
    step = room.step
    if room.leader == one.id:
        return t("lead-is-followed")
    if step is None or step.state in (StepState.WAITING, StepState.DONE):
        return ""
    if _shown(room) and step.ballot is None:
        return ""  # merging leaves one row of several people: how many are whose says nothing any more
    n = sum(made for by, made in room.progress.by.items() if one_person(room.people, by) == one.id)
    if n:
        dots = step.ballot is not None and not step.ballot.questions
        answers = step.ballot is not None or rules_of(step.kind).made == "answers"
        return t("lead-dots-n" if dots else "lead-answers-n" if answers else "lead-written-n", n=n)
    if _shown(room):
        return ""
    if one.id in room.progress.away:
        return t("lead-not-connected")
    return t("lead-not-started") if one.id in room.progress.not_begun else ""


def _draw_menu(room: WorkshopView, one: Participant) -> None:
    mine = one.id == one_person(room.people, me().id)
    unsure = one.role is Role.CUSTOMER and not one.confirmed
    offered = [act for act in _ACTS if (act != one.role or unsure) and not (mine and act not in ("rename", "erase"))]
    if one.role is Role.FACILITATOR:
        offered = ["rename", "erase"]
    if leads(one.role):
        offered = [act for act in offered if act != "takeout"]
    says = {act: "confirm" if unsure and act == Role.CUSTOMER else act for act in offered}
    names = {act: f"{_ACTS[act]} {t(f'lead-person-{says[act]}')}" for act in offered}
    key = state.key("workshop", "person", one.id)
    draw_more(names, plain(t("lead-person-menu", name=one.name)), key, _act, (room.id, one, key))


def _act(workshop_id: str, one: Participant, key: str) -> None:
    chosen = state.get(key, "")
    if chosen == "rename":
        state.put(_RENAMED, one.id)
    elif chosen == "erase":
        state.put(ERASED, one.id)
    elif chosen == "takeout":
        state.put(TAKEN_OUT, one.id)
    elif chosen == "signout":
        toast = t("lead-signed-out", name=one.name)
        submitted(lambda: service().people.sessions.end_all(me(), one.id), toast=toast, later=True)
    elif chosen == "remove":
        state.put(_REMOVED, one.id)
    elif chosen:
        toast = t("lead-person-is-now", name=one.name, role=t(f"role-{chosen}"))
        submit_to_workshop(lambda w, person: w.admission.give_role(person, workshop_id, one.id, chosen), toast=toast)


def draw_person_dialogs(room: WorkshopView) -> None:
    """A new name for somebody, taking somebody out, a recovery code: while it is open."""
    known = {one.id: one for one in room.people}
    code = state.get(_RECOVERY, "")
    if state.get(_RENAMED, "") in known:
        one = known[state.get(_RENAMED, "")]
        st.dialog(t("lead-person-rename"), on_dismiss=_forget)(_draw_rename)(room, one)
    elif state.get(_REMOVED, "") in known:
        one = known[state.get(_REMOVED, "")]
        st.dialog(plain(t("lead-remove-title", name=one.name)), on_dismiss=_forget)(_draw_remove)(room, one)
    elif state.get(ERASED, ""):
        _draw_names_dialog(room, state.get(ERASED, ""))
    elif state.get(TAKEN_OUT, "") in known:
        one = known[state.get(TAKEN_OUT, "")]
        st.dialog(plain(t("lead-takeout-title", name=one.name)), on_dismiss=_forget)(draw_takeout)(room, one)
    elif code:
        st.dialog(t("lead-recovery-title"), icon=":material/key:", on_dismiss=_forget)(draw_recovery)(code)


def _forget() -> None:
    state.forget(_RENAMED, _REMOVED, _RECOVERY, ERASED, TAKEN_OUT)


def _draw_names_dialog(room: WorkshopView, person_id: str) -> None:
    """Also for somebody who was taken out: what they were called may stand in texts."""
    one = service().workshops.admission.anybody(me(), room.id, person_id)
    if one is None:
        _forget()
        return
    st.dialog(plain(t("lead-erase-title", name=one.name)), width="large", on_dismiss=_forget)(draw_erase)(room, one)


def _draw_rename(room: WorkshopView, one: Participant) -> None:
    name = st.text_input(t("lead-name"), one.name, key=state.key("rename", one.id))
    if st.button(t("lead-save"), type="primary", key=state.key("workshop", "rename")) and submitted(
        lambda: service().workshops.admission.rename(me(), room.id, one.id, name or "")
    ):
        _forget()
        st.rerun()


def _draw_remove(room: WorkshopView, one: Participant) -> None:
    st.markdown(t("lead-remove-why"))
    if st.button(t("lead-person-remove"), type="primary", key=state.key("workshop", "remove")) and submitted(
        lambda: service().workshops.admission.remove(me(), room.id, one.id), toast=t("lead-removed", name=one.name)
    ):
        _forget()
        st.rerun()


def _make_recovery(workshop_id: str) -> None:
    code = submit(lambda: service().workshops.admission.new_recovery(me(), workshop_id), later=True)
    if code:
        state.put(_RECOVERY, code)


def draw_recovery(code: str) -> None:
    """A recovery code, which nobody is shown twice."""
    st.markdown(t("lead-recovery-why"))
    st.code(code, language=None, wrap_lines=True)
    st.caption(t("lead-recovery-once"))
