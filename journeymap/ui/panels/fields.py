"""Any field of any row as a form field: `field(context, row, "minutes")` draws it, saves it, says its refusal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.operations import Change, Set
from journeymap.domain.model.rows import Row
from journeymap.domain.text.catalogue import capital
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.kinds import kind_of
from journeymap.ui.panels.read_only import draw_words, in_words
from journeymap.ui.panels.saved_field import draw_reason, leave, show, show_clearable, stays
from journeymap.ui.panels.widgets import CLEARABLE, draw_widget
from journeymap.ui.shared import t

Shown = Literal["visible", "collapsed"]


def field(
    context: MapContext,
    row: Row,
    name: str,
    *,
    label: str = "",
    help: str | None = None,  # noqa: A002 - as in Streamlit
    placeholder: str | None = None,
    shown: Shown = "visible",
    wrapping: bool = False,
    among: Sequence[str] = (),
) -> None:
    """Draw one field: its widget by its kind, what is saved in it, and why it was refused if it was.

    Whoever may not edit sees it as text instead.
    `wrapping` gives a single line room for long texts; `among` narrows the rows to choose from.
    """
    shown_label = label or label_of(row.table, name)
    key = field_key(context.map_id, row, name)
    if not (context.may_set(row, name) or stays(key)):
        draw_words(shown_label if shown == "visible" else "", in_words(context.journey, row, name))
        return
    kind = kind_of(row.table, name)
    if wrapping and kind.widget == "line":
        kind = replace(kind, widget="lines")
    value = getattr(row, name)
    put = show_clearable if kind.widget in CLEARABLE else show
    place = put(key, value.value if kind.widget == "choice" else value)
    make = setter(row, name, seen=context.journey.revision)
    common: dict[str, Any] = {
        "label": shown_label,
        "key": place.widget,
        "help": help,
        "placeholder": placeholder,
        "label_visibility": shown,
        "on_change": leave,
        "args": (place, context.map_id, make),
    }
    draw_widget(context.journey, kind, place.value, common, among)
    draw_reason(key, place, context.map_id, make)


def field_key(map_id: str, row: Row, name: str) -> str:
    """The key of a field's widget: maps share row ids with their copies, so the map is part of it."""
    return state.key("map", map_id, row.table, row.id, name)


def label_of(table: str, name: str) -> str:
    """What a field is called, as a label."""
    text = t(field_name(table, name))
    return capital(text)


def setter(row: Row, name: str, *, seen: int | None = None) -> Callable[[Any], Sequence[Change]]:
    """From what stands in the widget to one change of one field; none where it is as it was.

    `seen` is the revision that was drawn: whoever wrote there since is told on the live board, with both texts.
    """
    before = row.values()[name]

    def make(value: Any) -> Sequence[Change]:
        asked = value.isoformat() if isinstance(value, date) else value
        if asked is None and isinstance(before, str) and kind_of(row.table, name).widget == "line":
            asked = ""
        return () if asked == before else (Set(table=row.table, id=row.id, field=name, value=asked, base=seen),)

    return make
