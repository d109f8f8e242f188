"""A field that saves when it loses focus, shows a refusal, and can return to the saved value."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from journeymap.domain.model.operations import Change
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.actions import REFUSED, submit_changes, submit_field
from journeymap.ui.components.line import Enter
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t

Make = Callable[[Any], Sequence[Change]]
"""From a widget's value to the changes that would save it; none where the value is unchanged."""

_ABSENT = object()


class Held(NamedTuple):
    """What a person typed and why it was refused: it stays in the field until they change it."""

    value: Any
    reason: str


class Raced(NamedTuple):
    """What somebody else had just written in a field, which a person replaced without having seen it."""

    by: str
    theirs: str
    mine: Any


class FieldWidget(NamedTuple):
    """A field and the widget that stands for it now: whose value came from elsewhere gets another widget."""

    key: str
    widget: str
    value: Any


def show(key: str, saved: Any) -> FieldWidget:
    """Before a widget is drawn: what it is called, and the value it is made with.

    A widget shows what is saved, or what the person typed and was refused. It is made with its value and never
    given another: where the map moved on, another widget takes its place. Streamlit calls a widget changed when
    it comes back from a run that was cut short, or is sent by a page that has not seen the last run; and where a
    value was put into it afterwards, the page may send an empty one. So each widget is known by what it showed.
    """
    held: Held | None = state.get(_held(key), None)
    shown = held.value if held else saved
    last: tuple[int, Any] = state.get(_seen(key), (0, shown))
    n, value = last
    if value != shown:
        n += 1
    state.put(_seen(key), (n, shown))
    place = FieldWidget(key, widget_key(key, n), shown)
    state.put(_shown(place.widget), shown)
    return place


def show_clearable(key: str, saved: Any) -> FieldWidget:
    """The same for a widget that can be emptied, which Streamlit has made empty: it gets its value in every run."""
    place = show(key, saved)
    state.put(place.widget, place.value)
    return place


def widget_key(key: str, n: int) -> str:
    """The key of the field's widget after its value came from elsewhere `n` times."""
    return state.key(key.removeprefix("jm-"), f"~{n}") if n else key


def unspent(key: str) -> str:
    """The widget key for a choice that resets after use: each new choice gets a new widget."""
    return widget_key(key, state.get(_spent(key), 0))


def spend(key: str) -> Any:
    """As the on_change of such a choice: what was chosen, which no widget says a second time."""
    chosen: Any = state.get(unspent(key), None)
    if chosen is not None:
        state.put(_spent(key), state.get(_spent(key), 0) + 1)
    return chosen


def stays(key: str) -> bool:
    """Whether a field is drawn though one may not write in it any more: somebody may be, or was refused in it.

    The page was drawn anew by itself, because the workshop went on; what is half typed is told to nobody yet.
    """
    drawn = state.get(_seen(key), _ABSENT) is not _ABSENT
    return state.get(_held(key), None) is not None or (state.ran_by_itself() and drawn)


def leave(place: FieldWidget, map_id: str, make: Make) -> None:
    """As a widget's on_change: save its value, or keep it there with the reason for the refusal.

    What it showed is nobody's change, whatever Streamlit says.
    """
    value = state.get(place.widget, None)
    if value == state.get(_shown(place.widget), place.value):
        return
    state.put(_shown(place.widget), value)
    if place.widget == widget_key(place.key, state.get(_seen(place.key), (0, None))[0]):
        state.put(_seen(place.key), (state.get(_seen(place.key), (0, None))[0], value))
    _save(place.key, map_id, make, value)


def _save(key: str, map_id: str, make: Make, value: Any) -> None:
    changes = make(value)
    found = submit_field(map_id, *changes) if changes else None
    state.forget(_raced(key))
    if isinstance(found, Refusal):
        state.put(_held(key), Held(value, found.reason(language())))
        if found.code == "gone":
            state.tell(found.reason(language()), REFUSED)
        return
    state.forget(_held(key))
    for operation in found.operations if found else ():
        if operation.lost_by is not None and isinstance(operation.before, str) and operation.before:
            state.put(_raced(key), Raced(operation.lost_by, operation.before, value))


def take_theirs(place: FieldWidget, map_id: str, make: Make, theirs: str) -> None:
    """As a button's on_click: what somebody else had written there stands there again, and nothing is lost."""
    _save(place.key, map_id, make, theirs)


def enter(map_id: str, make: Make) -> Enter:
    """For a line: adds what it says, once under the name the line gave it."""

    def add(text: str, op: str) -> str:
        found = submit_field(map_id, *make(text), op=op)
        return found.reason(language()) if isinstance(found, Refusal) else ""

    return add


def do(map_id: str, *changes: Change) -> None:
    """As a button's on_click: make these changes; a refusal is said in a toast."""
    submit_changes(map_id, *changes, later=True)


def draw_reason(key: str, place: FieldWidget | None = None, map_id: str = "", make: Make | None = None) -> None:
    """Under a field: why it was not saved, and a way back to what is; or what of somebody else's it replaced.

    Its room is kept also where there is nothing to say: what stands below is then not drawn anew when
    something is, and keeps the cursor that is in it.
    """
    room = st.container()
    held: Held | None = state.get(_held(key), None)
    raced: Raced | None = state.get(_raced(key), None)
    if held is not None:
        with room, st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":red[:small[{REFUSED} {plain(held.reason)}]]", width="content")
            st.button(
                t("map-put-back"),
                icon=":material/restart_alt:",
                type="tertiary",
                key=state.key("back", key),
                on_click=_put_back,
                args=(key,),
            )
    elif raced is not None and place is not None and make is not None and place.value == raced.mine:
        with room, st.container(border=True):
            name = service().people.authors(me(), map_id).get(raced.by) or t("history-somebody")
            st.markdown(f":orange[:material/group:] {plain(t('board-lost', name=name))}\n\n{plain(raced.theirs)}")
            st.button(
                t("board-use-theirs"),
                icon=":material/restart_alt:",
                key=state.key("theirs", key),
                on_click=take_theirs,
                args=(place, map_id, make, raced.theirs),
            )


def _put_back(key: str) -> None:
    """What was refused is given up; a line that adds stands empty again."""
    state.forget(_held(key), key)


def _spent(key: str) -> str:
    return state.key("spent", key)


def _shown(widget: str) -> str:
    return state.key("shown", widget)


def _raced(key: str) -> str:
    return state.key("raced", key)


def _held(key: str) -> str:
    return state.key("held", key)


def _seen(key: str) -> str:
    return state.key("seen", key)
