"""What each person can undo and redo, recorded with each act, so that nothing has to be computed while others wait."""

import sqlite3

from journeymap.domain.changes.undo import BACK, Stacks
from journeymap.domain.model.operations import Operation

_ADD = "INSERT OR IGNORE INTO acts (map_id, number, made_by, batch, stack) VALUES (?, ?, ?, ?, ?)"
_FORGET = "UPDATE acts SET stack = '' WHERE map_id = ?1 AND made_by = ?2 AND stack = "
_TOO_FAR = (
    f"{_FORGET}'undo' AND number <= (SELECT number FROM acts WHERE map_id = ?1 AND made_by = ?2"  # noqa: S608
    f" AND stack = 'undo' ORDER BY number DESC LIMIT 1 OFFSET {BACK})"
)
_TOP = "SELECT batch FROM acts WHERE map_id = ? AND made_by = ? AND stack = ? ORDER BY number DESC LIMIT ?"


def record(connection: sqlite3.Connection, map_id: str, first: Operation) -> None:
    """Record an act, undo or redo of a person by its first operation; later ones of the batch are ignored.

    Creating a map cannot be undone, so its first operation is on no stack.
    """
    by = (map_id, first.by)
    stack = "" if first.revision == 1 else "redo" if first.act == "undo" else "undo"
    if not connection.execute(_ADD, (map_id, first.revision, first.by, first.batch, stack)).rowcount:
        return
    if first.act == "do":
        connection.execute(f"{_FORGET}'redo'", by)
    else:
        connection.execute("UPDATE acts SET stack = '' WHERE map_id = ? AND batch = ?", (map_id, first.of))
    if stack == "undo":
        connection.execute(_TOO_FAR, by)


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
