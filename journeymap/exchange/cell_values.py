"""The value of any field as a cell of a spreadsheet, and back again."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from journeymap.domain.changes.describe import choice_said
from journeymap.domain.model.field_rules import is_text
from journeymap.domain.model.field_types import opened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import ROW_TYPES, EvidenceStatus, Row
from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.exchange import cells
from journeymap.exchange.days import day
from journeymap.exchange.map_columns import header_of

Cell = str | float | None


def yes(value: bool, language: str) -> str:
    """Yes or no."""
    return say("exchange-yes" if value else "exchange-no", language)


def cell_of(journey: Journey, row: Row, name: str) -> Cell:
    """What a field holds, for a cell: a number stays one, a row that is referred to stands there by its name."""
    value, language = getattr(row, name), journey.language
    referred = row.references.get(name)
    if value is None or isinstance(value, bool):
        return None if value is None else yes(value, language)
    if referred:
        other = journey.find(referred, value)
        return other.called if other is not None else ""
    if isinstance(value, EvidenceStatus):
        return say(f"exchange-evidence-{value}", language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return value
    return str(value) if is_text(row.table, name) else choice_said(str(value), language) or str(value)


def details_of(journey: Journey, row: Row, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What these fields are called and what they hold, in words, for those that say something."""
    for name in names:
        if getattr(row, name) == type(row).model_fields[name].get_default():
            continue
        cell = cell_of(journey, row, name)
        yield header_of(row.table, name, journey.language), f"{cell:g}" if isinstance(cell, float | int) else str(cell)


def reader_of(table: str, name: str) -> tuple[Callable[[str, str], Any], str]:
    """What reads a cell of this field (the cell, its column's own name), and the refusal where it cannot."""
    types, _ = opened(ROW_TYPES[table].model_fields[name])
    if bool in types:
        return cells.yes_or_no, "import-not-yes-or-no"
    if date in types:
        return lambda cell, _: day(cell), "import-not-a-date"
    if float in types or int in types:
        return lambda cell, _: cells.number(cell), "import-no-number"
    choices = [str(member.value) for kind in types if issubclass(kind, Enum) for member in kind]
    named = {choice_said(choice, language).casefold(): choice for choice in choices for language in LANGUAGES}
    return lambda cell, _: named.get(cell.casefold(), cell), ""
