"""Operations and rows, to the database and back, on any connection."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import TABLES
from journeymap.domain.text.errors import unavailable
from journeymap.storage.tables import kept

OPERATION_COLUMNS = {
    "revision": "revision",
    "client": "client",
    "op": "op",
    "by": "made_by",
    "at": "made_at",
    "batch": "batch",
    "act": "act",
    "of": "of_batch",
    "lost_by": "lost_by",
    "author": "author",
    "private": "private_in",
    "do": "change",
    "table": "row_table",
    "id": "row_id",
    "parent": "parent_id",
    "after": "after_id",
    "key": "order_key",
    "field": "field",
    "values": "new_values",
    "value": "new_value",
    "before": "old_value",
    "place": "old_place",
    "kept": "removed_rows",
    "cleared": "cleared_fields",
}
"""The column of each field of an operation; those from `values` on hold JSON, and NULL for nothing."""

_FIELDS = tuple(OPERATION_COLUMNS)
_FIRST_JSON = _FIELDS.index("values")
_LISTED = ", ".join(OPERATION_COLUMNS.values())
_INSERT = f"INSERT INTO operations (map_id, {_LISTED}) VALUES ({', '.join('?' for _ in (..., *_FIELDS))})"  # noqa: S608
_SELECT = f"SELECT {_LISTED} FROM operations WHERE map_id = ?"  # noqa: S608 - names of our own


def write_operations(connection: sqlite3.Connection, map_id: str, operations: Iterable[Operation]) -> None:
    """Add operations to the log."""
    connection.executemany(_INSERT, [_cells(map_id, operation) for operation in operations])


def _cells(map_id: str, o: Operation) -> tuple[Any, ...]:
    return (
        map_id, o.revision, o.client, o.op, o.by, o.at, o.batch, o.act, o.of, o.lost_by,
        o.author, o.private,
        o.do, o.table, o.id, o.parent, o.after, o.key, o.field,
        as_json(o.values), as_json(o.value), as_json(o.before),
        as_json(o.place.__dict__) if o.place else None,
        as_json([row.__dict__ for row in o.kept]) if o.kept else None,
        as_json([field.__dict__ for field in o.cleared]) if o.cleared else None,
    )  # fmt: skip


def as_json(value: Any) -> str | None:
    """A value as it is kept in the log; None for nothing."""
    if value is None or value in ({}, []):
        return None
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _operation(cells: Sequence[Any]) -> Operation:
    plain = dict(zip(_FIELDS[:_FIRST_JSON], cells, strict=False))
    coded = zip(_FIELDS[_FIRST_JSON:], cells[_FIRST_JSON:], strict=True)
    try:
        parsed = {field: json.loads(cell) for field, cell in coded if cell is not None}
        return Operation.model_validate({**plain, **parsed})
    except ValueError as fault:  # both that of json and that of pydantic
        raise unavailable("storage-unreadable", table="operations", row=str(cells[0])) from fault


def operations(
    connection: sqlite3.Connection, map_id: str, since: int, most: int | None = None, to: int | None = None
) -> list[Operation]:
    """The log after `since`, up to revision `to`, in order."""
    found = connection.execute(
        f"{_SELECT} AND revision > ? AND revision <= ? ORDER BY revision LIMIT ?",
        (map_id, since, _LARGEST if to is None else to, -1 if most is None else most),
    )
    return [_operation(cells) for cells in found]


_LARGEST = 2**62


def latest(connection: sqlite3.Connection, map_id: str, before: int | None, most: int) -> list[Operation]:
    """The log backwards, from just below revision `before`."""
    found = connection.execute(
        f"{_SELECT} AND revision < ? ORDER BY revision DESC LIMIT ?",
        (map_id, _LARGEST if before is None else before, most),
    )
    return [_operation(cells) for cells in found]


def batch(connection: sqlite3.Connection, map_id: str, name: str) -> list[Operation]:
    """The operations of one batch, in order."""
    found = connection.execute(f"{_SELECT} AND batch = ? ORDER BY revision", (map_id, name))
    return [_operation(cells) for cells in found]


_REWORD = (
    "UPDATE operations SET new_values = ?, new_value = ?, old_value = ?, removed_rows = ?"
    " WHERE map_id = ? AND revision = ?"
)


def reword(connection: sqlite3.Connection, map_id: str, operations: Iterable[Operation]) -> None:
    """Replace operations of the log with reworded ones."""
    for o in operations:
        cells = (o.values, o.value, o.before, [k.model_dump(mode="json") for k in o.kept])
        connection.execute(_REWORD, (*map(as_json, cells), map_id, o.revision))


def at_revisions(connection: sqlite3.Connection, map_id: str, revisions: Iterable[int]) -> list[Operation]:
    """These operations of the log."""
    found = connection.execute(
        f"{_SELECT} AND revision IN (SELECT value FROM json_each(?)) ORDER BY revision",  # noqa: S608
        (map_id, json.dumps(list(revisions))),
    )
    return [_operation(cells) for cells in found]


def last_set(
    connection: sqlite3.Connection, map_id: str, field: tuple[str, str, str], since: int
) -> tuple[str, int] | None:
    """Who last set this field (its table, row and name) after this revision, and with which one."""
    found = connection.execute(
        "SELECT made_by, revision FROM operations WHERE map_id = ? AND revision > ? AND row_table = ? AND row_id = ?"
        " AND field = ? AND change = 'set' ORDER BY revision DESC LIMIT 1",
        (map_id, since, *field),
    ).fetchone()
    return None if found is None else (str(found[0]), int(found[1]))


def load(connection: sqlite3.Connection, map_id: str, revision: int) -> Journey:
    """The map from its tables; the caller has read its revision in the same transaction."""
    rows = (kept(table).row(cells) for table in TABLES for cells in connection.execute(kept(table).select, (map_id,)))
    return Journey.of(map_id, revision, rows)


def write_rows(connection: sqlite3.Connection, journey: Journey, operations: Sequence[Operation]) -> None:
    """Bring the tables to what the journey says of every row that the operations touched.

    Rows are written parents first and removed children first, so every reference holds at every step.
    """
    touched = _touched(operations)
    map_id = journey.map_id
    for table, shown in _shown(operations).items():
        if only := [row_id for row_id in shown if row_id not in touched.get(table, ())]:
            connection.execute(kept(table).show, (map_id, json.dumps(only)))
    gone = {
        table: [(map_id, row_id) for row_id in reversed(ids) if row_id not in journey.tables[table]]
        for table, ids in touched.items()
    }
    for table in _SINGLE & set(gone):  # what is taken makes room for what takes its place
        connection.executemany(kept(table).delete, gone.pop(table))
    for table in TABLES:
        if ids := touched.get(table):
            how, rows = kept(table), journey.tables[table]
            connection.executemany(how.upsert, [how.cells(map_id, rows[row_id]) for row_id in ids if row_id in rows])
    for table in reversed(TABLES):
        if table in gone:
            connection.executemany(kept(table).delete, gone[table])


_SINGLE = {"votes", "places"}
"""Tables that hold a thing once, whatever its id; nothing refers to their rows."""


def _shown(operations: Iterable[Operation]) -> dict[str, list[str]]:
    """The rows of which a reveal changed nothing but that they are hidden, by table."""
    shown: dict[str, list[str]] = {}
    for operation in operations:
        for row in operation.kept if operation.do == "reveal" else ():
            if "channel" not in row.values:
                shown.setdefault(row.table, []).append(row.id)
    return shown


def _touched(operations: Iterable[Operation]) -> dict[str, dict[str, None]]:
    """The rows that the operations changed, by table, each once, in the order they were met."""
    touched: dict[str, dict[str, None]] = {}
    for operation in operations:
        if operation.do == "reveal":
            for table, name in (("touchpoints", "gone"), ("channels", "united")):
                touched.setdefault(table, {}).update(dict.fromkeys(operation.values.get(name, ())))
        else:
            touched.setdefault(operation.table, {})[operation.id] = None
        for row in operation.kept:
            if operation.do != "reveal" or "channel" in row.values:
                touched.setdefault(row.table, {})[row.id] = None
        for field in operation.cleared:
            touched.setdefault(field.table, {})[field.id] = None
    return touched
