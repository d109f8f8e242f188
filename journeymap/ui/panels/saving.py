"""A field that saves when it is left: what stands in it, what was refused, and the way back."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from journeymap.domain.changes import Change
from journeymap.ui import state
from journeymap.ui.acting import REFUSED, change, refused
from journeymap.ui.resources import language, t
from journeymap.ui.wording import plain

Make = Callable[[Any], Sequence[Change]]
"""From what stands in a widget to the changes it asks for; none where it is as it was drawn."""

_ABSENT = object()


class Held(NamedTuple):
    """What a person typed and why it was not taken: it stays in the field until they change it."""

    value: Any
    reason: str


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


def leave(key: str, map_id: str, make: Make) -> None:
    """As a widget's on_change: save what now stands in it, or keep it there with the reason."""
    value = state.get(key, None)
    changes = make(value)
    reason = refused(map_id, *changes) if changes else None
    if reason is None:
        state.forget(_held(key))
        state.put(_seen(key), value)
    else:
        state.put(_held(key), Held(value, reason.reason(language())))
        if reason.code == "gone":
            state.tell(reason.reason(language()), REFUSED)


def enter(key: str, map_id: str, make: Make) -> None:
    """As the on_change of a line that adds: add what it says and empty it, or keep it with the reason."""
    if not str(state.get(key, "") or "").strip():
        state.forget(_held(key))
        return
    leave(key, map_id, make)
    if state.get(_held(key), None) is None:
        state.put(key, "")
        state.put(_seen(key), "")


def do(map_id: str, *changes: Change) -> None:
    """As a button's on_click: make these changes; a refusal is said in a toast."""
    change(map_id, *changes, later=True)


def draw_reason(key: str) -> None:
    """Under a field: why it was not saved, and a way back to what is.

    Its place is kept also where there is nothing to say: what stands below is then not drawn anew when
    something is, and keeps the cursor that is in it.
    """
    place = st.container()
    held: Held | None = state.get(_held(key), None)
    if held is None:
        return
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


def _held(key: str) -> str:
    return state.key("held", key)


def _seen(key: str) -> str:
    return state.key("seen", key)
