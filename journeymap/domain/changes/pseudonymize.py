"""Replacing people's names wherever they appear: the work stays, the names go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.domain.text.lengths import length_of, most_of

SHORTEST = "…"
"""Where there is no room for what somebody is called now: never longer than a name."""

_NOT_PEOPLE = {("personas", "name")}
"""A persona is nobody who was there, even by the same name."""


@dataclass(frozen=True)
class Pseudonyms:
    """Names, and what replaces them.

    A name of several words is found in any case. One of a single word may be a word as well (Rose, Will): within
    a text it is found as it was given and with capitals, and in any case where it is all that a field says.
    """

    aliases: Mapping[str, str]

    def text(self, text: str, most: int | None = None) -> str:
        """A text with the names replaced; `most` is how long it may be."""
        found = text
        for name, alias in self._longest_first():
            if _alike(found, name):
                found = alias
                continue
            found = _pattern(name).sub(lambda _, alias=alias: alias, found)  # type: ignore[misc]
        if most is None or length_of(found) <= max(most, length_of(text)):
            return found
        short = Pseudonyms(dict.fromkeys(self.aliases, SHORTEST))
        return short.text(text)

    def row(self, row: Row) -> Row:
        """A row with the names replaced; itself where there is none in it."""
        values = {name: getattr(row, name) for name in texts_of(row.table)}
        now = self.values(row.table, values)
        return row if now == values else row.model_copy(update=now)

    def operation(self, operation: Operation) -> Operation:
        """An operation of the log with the names replaced, in what was and in what became of it."""
        o = operation
        now: dict[str, Any] = {
            "values": self.values(o.table, o.values),
            "value": self.value(o.table, o.field, o.value),
            "before": self.value(o.table, o.field, o.before),
            "kept": tuple(k.model_copy(update={"values": self.values(k.table, k.values)}) for k in o.kept),
        }
        return o if all(getattr(o, name) == value for name, value in now.items()) else o.model_copy(update=now)

    def values(self, table: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a row."""
        return {field: self.value(table, field, value) for field, value in values.items()}

    def value(self, table: str, field: str, value: Any) -> Any:
        """One field: only what people write is looked at, never ids and numbers."""
        most = texts_of(table).get(field)
        if most is None or not isinstance(value, str) or (table, field) in _NOT_PEOPLE:
            return value
        return self.text(value, most)

    def _longest_first(self) -> list[tuple[str, str]]:
        return sorted(self.aliases.items(), key=lambda pair: -len(pair[0]))


@cache
def texts_of(table: str) -> dict[str, int]:
    """The fields of a table in which people write, and how much each can hold."""
    kind = ROW_TYPES.get(table)
    fields = kind.model_fields if kind else {}
    return {name: most for name, field in fields.items() if (most := most_of(field)) is not None}


def _alike(text: str, name: str) -> bool:
    return " ".join(text.split()).casefold() == " ".join(name.split()).casefold()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The name as a whole, not within a longer word."""
    words = name.split()
    if len(words) > 1:
        spaced = r"\s+".join(map(re.escape, words))
        return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    ways = "|".join(map(re.escape, sorted({name, name[:1].upper() + name[1:], name.upper()})))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")
