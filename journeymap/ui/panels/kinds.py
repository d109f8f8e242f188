"""What a field of a row can hold, read from its model, so that one line draws any field."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Literal

from journeymap.domain.model import limits
from journeymap.domain.model.field_types import opened
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.lengths import Most

Widget = Literal["line", "lines", "toggle", "number", "date", "choice", "row"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a field is shown: its widget, and what it chooses from."""

    widget: Widget
    choices: tuple[str, ...] = ()
    table: str = ""


@cache
def kind_of(table: str, field: str) -> Kind:
    """The kind of this field."""
    row = ROW_TYPES[table]
    info = row.model_fields[field]
    if field in row.references:
        return Kind("row", table=row.references[field])
    types, meta = opened(info)
    if bool in types:
        return Kind("toggle")
    if date in types:
        return Kind("date")
    enum = next((kind for kind in types if isinstance(kind, type) and issubclass(kind, StrEnum)), None)
    if enum is not None:
        return Kind("choice", choices=tuple(item.value for item in enum))
    if float in types:
        return Kind("number")
    long = any(isinstance(mark, Most) and mark.max_length > limits.TEXT for mark in meta)
    return Kind("lines" if long else "line")
