"""A field that saves when it is left: what stands in it, what was refused, and the way back."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from journeymap.domain.changes import Change
from journeymap.domain.errors import Refusal
from journeymap.ui import state
from journeymap.ui.acting import REFUSED, change, tried
from journeymap.ui.components.line import Enter
from journeymap.ui.resources import language, me, service, t
from journeymap.ui.wording import plain

Make = Callable[[Any], Sequence[Change]]
"""From what stands in a widget to the changes it asks for; none where it is as it was drawn."""

_ABSENT = object()


class Held(NamedTuple):
    """What a person typed and why it was not taken: it stays in the field until they change it."""

    value: Any
    reason: str


class Raced(NamedTuple):
    """What somebody else had just written in a field, which a person replaced without having seen it."""

    by: str
    theirs: str
    mine: Any


def hold(key: str, saved: Any) -> None:
    """Before a widget is drawn: show what is saved now, or what the person typed and was refused.

    A widget keeps its own value between reruns; it is only replaced where the map moved on, so that
    undo and other people's changes show and nothing else is disturbed.
    """
    held: Held | None = state.get(_held(key), None)
    shown = held.value if held else saved
    if state.get(key, _ABSENT) is _ABSENT or state.get(_seen(key), _ABSENT) != shown:
        state.put(key, shown)
        state.put(_seen(key), shown)


def stays(key: str) -> bool:
    """Whether a field is drawn though one may not write in it any more: somebody may be, or was refused in it.

    The page was drawn anew by itself, because the workshop went on; what is half typed is told to nobody yet.
    """
    return state.get(_held(key), None) is not None or (state.ran_by_itself() and state.get(key, _ABSENT) is not _ABSENT)


def leave(key: str, map_id: str, make: Make) -> None:
    """As a widget's on_change: save what now stands in it, or keep it there with the reason."""
    value = state.get(key, None)
    changes = make(value)
    found = tried(map_id, *changes) if changes else None
    state.forget(_raced(key))
    if isinstance(found, Refusal):
        state.put(_held(key), Held(value, found.reason(language())))
        if found.code == "gone":
            state.tell(found.reason(language()), REFUSED)
        return
    state.forget(_held(key))
    state.put(_seen(key), value)
    for operation in found.operations if found else ():
        if operation.lost_by is not None and isinstance(operation.before, str) and operation.before:
            state.put(_raced(key), Raced(operation.lost_by, operation.before, value))


def take_theirs(key: str, map_id: str, make: Make, theirs: str) -> None:
    """As a button's on_click: what somebody else had written there stands there again, and nothing is lost."""
    state.put(key, theirs)
    leave(key, map_id, make)


def enter(map_id: str, make: Make) -> Enter:
    """For a line: adds what it says, once under the name the line gave it."""

    def add(text: str, op: str) -> str:
        found = tried(map_id, *make(text), op=op)
        return found.reason(language()) if isinstance(found, Refusal) else ""

    return add


def do(map_id: str, *changes: Change) -> None:
    """As a button's on_click: make these changes; a refusal is said in a toast."""
    change(map_id, *changes, later=True)


def draw_reason(key: str, map_id: str = "", make: Make | None = None) -> None:
    """Under a field: why it was not saved, and a way back to what is; or what of somebody else's it replaced.

    Its place is kept also where there is nothing to say: what stands below is then not drawn anew when
    something is, and keeps the cursor that is in it.
    """
    place = st.container()
    held: Held | None = state.get(_held(key), None)
    raced: Raced | None = state.get(_raced(key), None)
    if held is not None:
        with place, st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":red[:small[{REFUSED} {plain(held.reason)}]]", width="content")
            st.button(
                t("map-put-back"),
                icon=":material/restart_alt:",
                type="tertiary",
                key=state.key("back", key),
                on_click=state.forget,
                args=(_held(key), key),
            )
    elif raced is not None and make is not None and state.get(key, None) == raced.mine:
        with place, st.container(border=True):
            name = service().people.authors(me(), map_id).get(raced.by) or t("history-somebody")
            st.markdown(f":orange[:material/group:] {plain(t('board-lost', name=name))}\n\n{plain(raced.theirs)}")
            st.button(
                t("board-use-theirs"),
                icon=":material/restart_alt:",
                key=state.key("theirs", key),
                on_click=take_theirs,
                args=(key, map_id, make, raced.theirs),
            )


def _raced(key: str) -> str:
    return state.key("raced", key)


def _held(key: str) -> str:
    return state.key("held", key)


def _seen(key: str) -> str:
    return state.key("seen", key)
