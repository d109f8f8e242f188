"""Maps that were begun and never finished: nobody saw them, and what there is of them is removed a little at a time."""

import sqlite3

from journeymap.domain.model.rows import TABLES


def abandoned(connection: sqlite3.Connection, before: str) -> list[str]:
    """The maps that were begun before this time and are not finished: whoever made them is gone."""
    return [one for (one,) in connection.execute("SELECT id FROM maps WHERE made = 0 AND created_at < ?", (before,))]


def drop(connection: sqlite3.Connection, map_id: str, most: int) -> bool:
    """Remove so many rows of it, those that refer to others first. Returns whether there is more."""
    if not connection.execute("SELECT 1 FROM maps WHERE id = ? AND made = 0", (map_id,)).fetchone():
        return False
    left = most
    for table in reversed([table for table in TABLES if table != "maps"]):
        left -= connection.execute(
            f"DELETE FROM {table} WHERE number IN (SELECT number FROM {table} WHERE map_id = ? LIMIT ?)",  # noqa: S608
            (map_id, left),
        ).rowcount
        if left <= 0:
            return True
    for table, key in (("operations", "revision"), ("acts", "number")):
        left -= connection.execute(
            f"DELETE FROM {table} WHERE map_id = ?1 AND {key} IN"  # noqa: S608
            f" (SELECT {key} FROM {table} WHERE map_id = ?1 LIMIT ?2)",
            (map_id, left),
        ).rowcount
        if left <= 0:
            return True
    for table in ("pictures", "gathered"):
        connection.execute(f"DELETE FROM {table} WHERE map_id = ?", (map_id,))  # noqa: S608
    connection.execute("DELETE FROM maps WHERE id = ?", (map_id,))
    return False
