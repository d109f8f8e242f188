"""Several people at once: those who wait to be let in, and taking many out and bringing them back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.text.errors import Refusal
from journeymap.service.workshops import Workshops
from journeymap.storage.people_contract import Waiting
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_on_click
from journeymap.ui.shared import me, service, t

_CHOSEN = state.key("workshop", "out", "chosen")
_OUT = state.key("workshop", "out", "last")
SHOWN = 10


def draw_waiting(room: WorkshopView) -> None:
    """Who waits at the door because very many joined: let in one by one, or all."""
    waiting = _waiting(room)
    if not waiting:
        return
    with st.container(border=True, gap="small"):
        st.markdown(f":material/door_front: **{t('lead-waiting', n=len(waiting))}**")
        for one in waiting[:SHOWN]:
            _draw_waiting(room, one)
        if len(waiting) > SHOWN:
            st.caption(t("lead-waiting-more", n=len(waiting) - SHOWN))
        with st.container(horizontal=True, gap="small"):
            _button(room, None, allow=True)
            _button(room, None, allow=False)


def _waiting(room: WorkshopView) -> Sequence[Waiting]:
    try:
        return service().workshops.waiting_room.waiting(me(), room.id)
    except Refusal:
        return ()


def _draw_waiting(room: WorkshopView, one: Waiting) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = " · ".join(part for part in (one.name, t(f"role-{one.role}"), one.doing) if part)
        st.markdown(plain(words), width="stretch")
        _button(room, [one.id], allow=True)


def _button(room: WorkshopView, ids: list[str] | None, *, allow: bool) -> None:
    label = "lead-let-in" if ids else "lead-let-all-in" if allow else "lead-turn-all-away"
    st.button(
        t(label),
        type="primary" if allow and not ids else "secondary",
        key=state.key("workshop", "waiting", allow, *(ids or [])),
        on_click=submit_on_click,
        args=(partial(_decide, room.id, ids, allow),),
    )


def _decide(workshop_id: str, ids: list[str] | None, allow: bool, workshops: Workshops, person: Participant) -> None:
    (workshops.waiting_room.let_in if allow else workshops.waiting_room.turn_away)(person, workshop_id, ids)


def draw_many_out(room: WorkshopView) -> None:
    """Take several people out in one go; what was taken out last can be brought back."""
    others = {one.id: one for one in room.people if not leads(one.role)}
    out: list[str] = state.get(_OUT, [])
    if not others and not out:
        return
    with st.expander(t("lead-many-out"), icon=":material/group_remove:"):
        st.caption(t("lead-remove-why"))
        st.button(t("lead-choose-idle"), key=state.key("workshop", "idle"), on_click=_choose_idle, args=(room,))
        chosen = st.multiselect(
            t("lead-many-who"),
            list(others),
            format_func=lambda one: others[one].name,
            key=_CHOSEN,
        )
        if st.button(
            t("lead-many-do", n=len(chosen)), disabled=not chosen, type="primary", key=state.key("workshop", "many-out")
        ) and submitted(lambda: service().workshops.admission.remove_all(me(), room.id, chosen)):
            state.put(_OUT, chosen)
            state.forget(_CHOSEN)
            st.rerun()
        if out:
            st.button(
                t("lead-many-back", n=len(out)),
                icon=":material/undo:",
                key=state.key("workshop", "many-back"),
                on_click=_bring_back,
                args=(room.id, out),
            )


def _choose_idle(room: WorkshopView) -> None:
    """Those who have changed nothing on any map of the workshop."""
    busy = {by for head in room.maps for by in service().house.store.authors(head.id)}
    state.put(_CHOSEN, [one.id for one in room.people if not leads(one.role) and one.id not in busy])


def _bring_back(workshop_id: str, ids: list[str]) -> None:
    if submitted(lambda: service().workshops.admission.restore_all(me(), workshop_id, ids), later=True):
        state.forget(_OUT)
