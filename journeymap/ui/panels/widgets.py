"""One widget a kind of field, made with its value (see `saving.show`).

Texts have no `max_chars`, for a browser then drops a longer text that is pasted without a word; numbers
have no bounds, for Streamlit then says so in English only. The domain refuses both with a sentence, and
what was typed stays in the field to be mended.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Row
from journeymap.ui.panels.kinds import Kind, Widget
from journeymap.ui.plain_text import shortened
from journeymap.ui.shared import t
from journeymap.ui.times import date_format

CLEARABLE: Sequence[Widget] = ("number", "date", "row")
"""What can be emptied again: such a widget is made empty, and given its value by `saving.show_clearable`."""

Common = Mapping[str, Any]
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)


def draw_widget(journey: Journey, kind: Kind, value: Any, common: Common, among: Sequence[str]) -> None:
    """Draw the widget of this kind with this value; `among` are the ids of the rows one may choose from."""
    if kind.widget == "row":
        _row(journey, kind, value, common, among)
    else:
        _WIDGETS[kind.widget](kind, value, common)


def called(journey: Journey, table: str, row_id: str) -> str:
    """What a row is called in a list to choose from, which reads no Markdown."""
    row = journey.find(table, row_id)
    return shortened(row.called, 80) if row else row_id


def labels(journey: Journey, table: str, ids: Iterable[str]) -> dict[str, str]:
    """What these rows are called in a list to choose from, no two alike.

    A browser sends back the label that was chosen, so rows with the same text are numbered.
    """
    return unlike({row_id: called(journey, table, row_id) for row_id in ids})


def unlike(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, with a number added to repeated ones."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in names.items():
        label, n = name, 1
        while label in taken:
            n += 1
            label = f"{name} ({n})"
        taken.add(label)
        found[key] = label
    return found


def rows_of(journey: Journey, table: str) -> Sequence[Row]:
    """All rows of a table, as they stand on the map."""
    if table == "moments":
        return journey.moments
    return journey.channels if table == "channels" else tuple(journey.tables[table].values())


def _line(_: Kind, value: Any, common: Common) -> None:
    st.text_input(value=value, **common)


def _lines(_: Kind, value: Any, common: Common) -> None:
    st.text_area(value=value, height="content", **common)


def _toggle(_: Kind, value: Any, common: Common) -> None:
    st.toggle(value=value, **_without(common, "placeholder"))


def _number(_: Kind, __: Any, common: Common) -> None:
    st.number_input(value=None, step=1.0, format="%g", **common)


def _date(_: Kind, value: Any, common: Common) -> None:
    chosen: date = value or _EARLIEST
    st.date_input(
        value=None,
        min_value=min(_EARLIEST, chosen),
        max_value=max(_LATEST, chosen),
        format=date_format(),
        **_without(common, "placeholder"),
    )


def _choice(kind: Kind, value: Any, common: Common) -> None:
    st.segmented_control(
        options=kind.choices,
        default=value,
        required=True,
        format_func=lambda choice: t(f"choice-{choice}"),
        wrap=True,
        **_without(common, "placeholder"),
    )


def _row(journey: Journey, kind: Kind, now: str | None, common: Common, among: Sequence[str]) -> None:
    options = list(among or (row.id for row in rows_of(journey, kind.table)))
    if now is not None and now not in options:
        options.append(now)
    names = labels(journey, kind.table, options)
    st.selectbox(
        options=options,
        index=None,
        format_func=lambda row_id: names.get(row_id, row_id),
        **{**common, "placeholder": common["placeholder"] or t("map-choose")},
    )


_WIDGETS: dict[Widget, Callable[[Kind, Any, Common], None]] = {
    "line": _line,
    "lines": _lines,
    "toggle": _toggle,
    "number": _number,
    "date": _date,
    "choice": _choice,
}


def _without(common: Common, *names: str) -> dict[str, Any]:
    return {name: value for name, value in common.items() if name not in names}
