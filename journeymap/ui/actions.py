"""From a click to the service; a refusal is shown where the person is looking, in their language."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from journeymap.domain.model.operations import Change
from journeymap.domain.text.errors import Refusal
from journeymap.service.map_changes import Accepted
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service

T = TypeVar("T")
REFUSED = ":material/do_not_disturb_on:"
DONE = ":material/check:"


def submit(work: Callable[[], T], *, toast: str = "", later: bool = False) -> T | None:
    """The result of a service call, or None where it was refused and the reason is on the screen.

    `told` is said in a toast after the next rerun when it worked. `later` is for callbacks, which
    have no place on the page: the reason waits for the rerun too.
    """
    try:
        found = work()
    except Refusal as refusal:
        refuse(refusal, later=later)
        return None
    if toast:
        state.tell(toast, DONE)
    return found


def once(button: str, pressed: bool, work: Callable[[], T | None]) -> T | None:
    """What the button with this key makes: pressed again before its answer is there, what it made already."""
    made = state.key("made", button)
    if not pressed:
        state.forget(made)
        return None
    # A run may be ended by the next press at any word to the session: the box is there before, and filled without one.
    box: list[T] = state.once(made, list)
    if not box and (found := work()) is not None:
        box.append(found)
    return box[0] if box else None


def submitted(work: Callable[[], object], *, toast: str = "", later: bool = False) -> bool:
    """Run a service call; whether it was accepted. The caller reruns."""
    return submit(lambda: (work(),), toast=toast, later=later) is not None


def submit_changes(map_id: str, *changes: Change, toast: str = "", later: bool = False) -> bool:
    """Change a map as me: all of these changes or none; whether they were accepted. The caller reruns."""
    return submitted(lambda: service().changes.change(me(), map_id, changes), toast=toast, later=later)


def refuse(refusal: Refusal, *, later: bool = False) -> None:
    """Say why something cannot be done."""
    reason = refusal.reason(language())
    if later:
        state.tell(reason, REFUSED)
    else:
        st.error(plain(reason), icon=REFUSED)


def say_told() -> None:
    """Show the remembered messages, each only once."""
    for text, icon in state.toasts():
        st.toast(plain(text), icon=icon or None)


def submit_field(map_id: str, *changes: Change, op: str | None = None) -> Accepted | Refusal:
    """Change a map as me; what came of it, for a field that says so itself. `op`: what is done once under it."""
    try:
        return service().changes.change(me(), map_id, changes, op)
    except Refusal as refusal:
        return refusal
