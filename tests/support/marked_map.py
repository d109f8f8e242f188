"""A map on which every field says something of its own, so that one finds it wherever it has gone."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from journeymap.domain.model.field_rules import is_text
from journeymap.domain.model.field_types import opened
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import ROW_TYPES, Row

_WORDS = [(table, name) for table, kind in ROW_TYPES.items() for name in kind.fields() if is_text(table, name)]

MARKS: Mapping[tuple[str, str], str] = {one: f"zq{n:03}x" for n, one in enumerate(_WORDS)}
"""The word that each text of the map says, which stands nowhere else."""

_SAID: Mapping[str, Any] = {
    "answer": "drop",
    "as_is": "elsewhere",
    "item": "item",
    "kind": "to-be",
    "language": "nl",
    "into": "elsewhere",
    "origin": "elsewhere",
    "part": "hand",
    "picture": "0123456789abcdef" * 2,
    "decided_by": "ben",
    "person": "ben",
    "proposed": "split",
    "question": "satisfaction",
    "priority": "high",
    "round": "round",
    "stands_after": "elsewhere",
    "status": "ready",
    "verdict": "confirm",
    "view": "needs",
}
"""What stands in fields in which nobody writes."""

_OF_ONE_TABLE = {
    ("paths", "kind"): "loop",
    ("parked", "kind"): "idea",
    ("dispositions", "kind"): "merged",
    ("votes", "question"): "",
}


def marked(name: str, *, only: Iterable[str] | None = None) -> list[Change]:
    """One row of each table, called `NAME-TABLE`, that says something in every field; or only what it must say."""
    rows = [
        Add(
            table=table,
            id="map" if table == "maps" else f"{name}-{table}",
            parent=f"{name}-{kind.parent_table}" if kind.parent_table else None,
            values=of_table(table, name) if only is None else _least(table, kind, name),
            author="ann" if table in ("credits", "votes", "verdicts", "parked", "proposals") else "",
        )
        for table, kind in ROW_TYPES.items()
    ]
    at = [row.table for row in rows].index("story_links")  # a story waits for another one
    return [*rows[:at], Add(table="stories", id=f"{name}-before", values={"part": "hand"}), *rows[at:]]


def of_table(table: str, name: str = "m") -> dict[str, Any]:
    """What a row of this table says, field by field."""
    return {field: _value(table, field, name) for field in ROW_TYPES[table].fields()}


def _least(table: str, kind: type[Row], name: str) -> dict[str, Any]:
    must = [field for field in kind.fields() if kind.model_fields[field].is_required()]
    return {field: f"{name} {table}" if is_text(table, field) else _value(table, field, name) for field in must}


def _value(table: str, field: str, name: str) -> Any:
    kind = ROW_TYPES[table]
    if field == "depends_on":
        return f"{name}-before"
    if referred := kind.references.get(field):
        return f"{name}-{referred}"
    if (table, field) in MARKS:
        return MARKS[table, field]
    if (found := _OF_ONE_TABLE.get((table, field), _SAID.get(field))) is not None:
        return found
    types, _ = opened(kind.model_fields[field])
    if bool in types:
        return not kind.model_fields[field].default
    if date in types:
        return "2026-03-14"
    if float in types or int in types:
        return {"felt_valence": -1.5, "targeted_valence": 1.5, "value": 2, "slot": 1}.get(field, 7)
    choices = [choice for one in types if hasattr(one, "__members__") for choice in one.__members__.values()]
    return str(choices[-1].value)
