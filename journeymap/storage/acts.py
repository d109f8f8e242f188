"""What each person can undo and redo, recorded with each act, so that nothing has to be computed while others wait."""

import sqlite3
from collections.abc import Sequence

from journeymap.domain.changes.undo import BACK, Stacks
from journeymap.domain.model.operations import Operation

_ADD = "INSERT OR IGNORE INTO acts (map_id, number, made_by, batch, stack) VALUES (?, ?, ?, ?, ?)"
_FORGET = "UPDATE acts SET stack = '' WHERE map_id = ?1 AND made_by = ?2 AND stack = "
_TOO_FAR = (
    f"{_FORGET}'undo' AND number <= (SELECT number FROM acts WHERE map_id = ?1 AND made_by = ?2"  # noqa: S608
    f" AND stack = 'undo' ORDER BY number DESC LIMIT 1 OFFSET {BACK})"
)
_TOP = "SELECT batch FROM acts WHERE map_id = ? AND made_by = ? AND stack = ? ORDER BY number DESC LIMIT ?"


def record(connection: sqlite3.Connection, map_id: str, operations: Sequence[Operation]) -> None:
    """Record the acts, undos and redos that these operations are, each by its first one; later ones are ignored."""
    firsts = list({operation.batch: operation for operation in reversed(operations)}.values())[::-1]
    if all(first.act == "do" for first in firsts):
        _record_acts(connection, map_id, firsts)
        return
    for first in firsts:
        _record_one(connection, map_id, first)


def _record_acts(connection: sqlite3.Connection, map_id: str, firsts: Sequence[Operation]) -> None:
    """Record acts that are no undo and no redo: with few statements, however many there are."""
    added = connection.executemany(_ADD, [_cells(map_id, first) for first in firsts]).rowcount
    new = firsts if added == len(firsts) else [first for first in firsts if _is_first(connection, map_id, first)]
    for by in {first.by for first in new}:
        connection.execute(f"{_FORGET}'redo'", (map_id, by))
        connection.execute(_TOO_FAR, (map_id, by))


def _is_first(connection: sqlite3.Connection, map_id: str, operation: Operation) -> bool:
    """Whether the act of this operation began with it."""
    found = connection.execute("SELECT number FROM acts WHERE map_id = ? AND batch = ?", (map_id, operation.batch))
    return bool(found.fetchone()[0] == operation.revision)


def _record_one(connection: sqlite3.Connection, map_id: str, first: Operation) -> None:
    by, cells = (map_id, first.by), _cells(map_id, first)
    if not connection.execute(_ADD, cells).rowcount:
        return
    if first.act == "do":
        connection.execute(f"{_FORGET}'redo'", by)
    else:
        connection.execute("UPDATE acts SET stack = '' WHERE map_id = ? AND batch = ?", (map_id, first.of))
    if cells[-1] == "undo":
        connection.execute(_TOO_FAR, by)


def _cells(map_id: str, first: Operation) -> tuple[str, int, str, str, str]:
    """An act as it is kept. Creating a map cannot be undone, so its first operation is on no stack."""
    stack = "" if first.revision == 1 else "redo" if first.act == "undo" else "undo"
    return map_id, first.revision, first.by, first.batch, stack


def stacks(connection: sqlite3.Connection, map_id: str, by: str) -> Stacks:
    """What this person can undo and redo on this map, the latest last."""
    undo, redo = (
        tuple(batch for (batch,) in connection.execute(_TOP, (map_id, by, stack, BACK)))[::-1]
        for stack in ("undo", "redo")
    )
    return Stacks(undo, redo)


def authors(connection: sqlite3.Connection, map_id: str) -> set[str]:
    """Who has changed this map, by id."""
    return {by for (by,) in connection.execute("SELECT DISTINCT made_by FROM acts WHERE map_id = ?", (map_id,))}
