"""Controls: who follows, what is locked, where everybody goes, the door, a break, undo."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.workshop import ITEMS, Ballot, Step, StepKind
from journeymap.domain.workshop.lifecycle import LIVE, is_voting, waits_for_a_break, waits_for_a_vote
from journeymap.domain.workshop.votes import votable
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_on_click, submit_to_workshop
from journeymap.ui.screens.workshop.decisions import draw_decisions_button
from journeymap.ui.screens.workshop.leftovers import draw_going_on
from journeymap.ui.screens.workshop.parking_lot import draw_parking_button
from journeymap.ui.shared import me, service, t
from journeymap.ui.unique_labels import distinct, label_of_items

BREAK_MINUTES = 10.0
PAGES = ("map", "graph", "compare", "stories", "summary", "room")


def draw_controls(room: WorkshopView) -> None:
    """Draw the controls that a facilitator has beside the agenda."""
    st.markdown(f"**{t('lead-controls')}**")
    open_ = room.workshop.closed_at is None
    with st.container(horizontal=True, gap="small"):
        if open_:
            _draw_switches(room)
            _draw_new_code(room)
            _draw_spotlight(room)
            _draw_vote(room)
            _draw_send(room)
            _draw_break(room)
        draw_decisions_button(room)
        draw_parking_button(room)
        _draw_undo(room)


def _draw_switches(room: WorkshopView) -> None:
    it = room.workshop
    following = it.leading == me().id
    _switch("follow", on=following, work=lambda w, person: w.facilitation.lead(person, it.id, not following))
    _switch("lock", on=it.locked, work=lambda w, person: w.facilitation.lock(person, it.id, not it.locked))
    _switch("door", on=not it.door, work=lambda w, person: w.facilitation.door(person, it.id, not it.door))


_ICONS = {
    "follow": (":material/directions_walk:", ":material/group:"),
    "lock": (":material/lock_open:", ":material/lock:"),
    "door": (":material/meeting_room:", ":material/door_front:"),
}


def _switch(name: str, *, on: bool, work: object) -> None:
    """A button that is on or off, and says which in words."""
    st.button(
        t(f"lead-{name}-{'on' if on else 'off'}"),
        icon=_ICONS[name][on],
        help=t(f"lead-{name}-help"),
        type="primary" if on else "secondary",
        key=state.key("workshop", "switch", name),
        on_click=submit_on_click,
        args=(work,),
    )


def _draw_new_code(room: WorkshopView) -> None:
    """Another code, where the one there is has gone too far; asked first, for it ends the one on the wall."""
    with st.popover(t("lead-new-code"), icon=":material/key:"):
        st.caption(t("lead-new-code-about"))
        st.button(
            t("lead-new-code-do"),
            type="primary",
            key=state.key("workshop", "new-code"),
            on_click=submit_on_click,
            args=(lambda w, person: w.facilitation.renew_code(person, room.id),),
        )


def _draw_spotlight(room: WorkshopView) -> None:
    it, board = room.workshop, room.board
    if it.spotlight:
        st.button(
            t("lead-spotlight-on"),
            icon=":material/highlight_off:",
            type="primary",
            help=t("lead-spotlight-help"),
            key=state.key("workshop", "spotlight", "off"),
            on_click=submit_on_click,
            args=(lambda w, person: w.facilitation.spotlight(person, it.id, None),),
        )
        return
    rows: Mapping[str, str] = {}
    if board is not None:
        shown = [row for row in (*board.journey.episodes, *board.journey.moments) if not row.private]
        rows = distinct({row.id: shortened(row.called) for row in shown})
    with st.popover(t("lead-spotlight-off"), icon=":material/highlight:", help=t("lead-spotlight-help")):
        if not rows:
            st.caption(t("lead-spotlight-nothing"))
            return
        key = state.key("workshop", "spotlight", "row")
        st.selectbox(t("lead-spotlight-row"), list(rows), format_func=rows.__getitem__, key=key)
        st.button(
            t("lead-spotlight-do"),
            type="primary",
            key=state.key("workshop", "spotlight", "on"),
            on_click=lambda: submit_on_click(
                lambda w, person: w.facilitation.spotlight(person, it.id, state.get(key, ""))
            ),
        )


def _draw_vote(room: WorkshopView) -> None:
    """A dot vote that was not planned; while people vote there is none to begin."""
    step = room.step
    if room.board is None or (step is not None and is_voting(step)):
        return
    found = {items: n for items in ITEMS if (n := len(votable(room.board.journey, items)))}
    with st.popover(t("lead-dots-now"), icon=":material/how_to_vote:"):
        if not found:
            st.caption(t("lead-dots-now-nothing"))
            return
        st.selectbox(
            t("agenda-items"),
            list(found),
            format_func=lambda items: f"{label_of_items(items)} · {found[items]}",
            key=_VOTE["items"],
        )
        with st.container(horizontal=True):
            st.number_input(t("agenda-budget"), 1, 50, 5, help=t("agenda-budget-help"), key=_VOTE["budget"])
            st.number_input(t("agenda-cap"), 0, 50, 2, help=t("agenda-cap-help"), key=_VOTE["cap"])
            st.number_input(
                t("agenda-minutes"), 1, 600, None, placeholder=t("agenda-minutes-none"), key=_VOTE["minutes"]
            )
        for name in ("hidden", "anonymous"):
            st.toggle(t(f"agenda-{name}"), True, help=t(f"agenda-{name}-help"), key=_VOTE[name])
        _draw_begin(room, "dots-now", waits_for_a_vote, lambda: _vote(room.id))


_VOTE = {
    name: state.key("workshop", "vote", name) for name in ("items", "budget", "cap", "minutes", "hidden", "anonymous")
}


def _vote(workshop_id: str) -> None:
    fields: dict[str, Any] = {name: state.get(key, None) for name, key in _VOTE.items()}
    minutes = fields.pop("minutes")
    submit_to_workshop(
        lambda w, person: w.facilitation.take_vote(person, workshop_id, checked(Ballot, fields, "ballot"), minutes)
    )


def _draw_send(room: WorkshopView) -> None:
    maps = distinct({head.id: f"{head.title} ({t(f'shell-kind-{head.kind}')})" for head in room.maps})
    pages = {page: t(f"lead-page-{page}") for page in PAGES}
    of_map, to = state.key("workshop", "send", "map"), state.key("workshop", "send", "page")
    with st.popover(t("lead-send"), icon=":material/send:", help=t("lead-send-help")):
        st.selectbox(t("lead-send-page"), list(pages), format_func=pages.__getitem__, key=to)
        if len(maps) > 1:
            st.selectbox(t("lead-send-map"), list(maps), format_func=maps.__getitem__, key=of_map)

        def send() -> None:
            map_id = state.get(of_map, "") or next(iter(maps), None)
            submit_to_workshop(
                lambda w, person: w.facilitation.send_all(person, room.id, map_id, state.get(to, "map")),
                toast=t("lead-sent"),
            )

        st.button(t("lead-send-do"), type="primary", key=state.key("workshop", "send", "do"), on_click=send)


def _draw_break(room: WorkshopView) -> None:
    step = room.step
    if step is not None and step.kind is StepKind.BREAK and step.state in LIVE:
        return
    with st.popover(t("lead-break"), icon=":material/coffee:", help=t("lead-break-help")):
        key = state.key("workshop", "break", "minutes")
        st.number_input(t("lead-break-minutes"), 1, 120, int(BREAK_MINUTES), key=key)

        def begin() -> None:
            submit_to_workshop(
                lambda w, person: w.facilitation.take_break(person, room.id, float(state.get(key, BREAK_MINUTES)))
            )

        _draw_begin(room, "break", waits_for_a_break, begin)


def _draw_begin(
    room: WorkshopView, what: str, waits_for: Callable[[Step, str], bool], begin: Callable[[], None]
) -> None:
    """What happens to the current step, and the button that starts the unplanned vote or break."""
    step = room.step
    ends = step is not None and step.state in LIVE and not waits_for(step, room.now)
    if step is not None and step.state in LIVE:
        st.caption(plain(t(f"lead-{what}-{'ends' if ends else 'waits'}", title=step.title)))
    if ends:
        if draw_going_on(room.workshop, room.gains, what, t(f"lead-{what}-do")):
            begin()
            st.rerun()
    else:
        st.button(t(f"lead-{what}-do"), type="primary", key=state.key("workshop", what, "do"), on_click=begin)


def _draw_undo(room: WorkshopView) -> None:
    if room.board is None:
        return
    map_id = room.board.head.id
    waiting = bool(service().changes.stacks(me(), map_id).undo)
    st.button(
        t("lead-undo"),
        icon=":material/undo:",
        disabled=not waiting,
        help=t("shell-undo" if waiting else "shell-undo-nothing"),
        key=state.key("workshop", "undo"),
        on_click=_undo,
        args=(map_id,),
    )


def _undo(map_id: str) -> None:
    submitted(lambda: service().changes.undo(me(), map_id), toast=t("shell-undo-done"), later=True)
