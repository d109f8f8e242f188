"""Pictures as they are kept: by the name of their bytes, once a map."""

import sqlite3

from journeymap.domain.model import limits


def content(connection: sqlite3.Connection, map_id: str, name: str) -> bytes | None:
    """The bytes of this picture, where the map has it."""
    asked = "SELECT content FROM pictures WHERE map_id = ? AND name = ?"
    found = connection.execute(asked, (map_id, name)).fetchone()
    return None if found is None else bytes(found[0])


def is_kept(connection: sqlite3.Connection, name: str, content: bytes) -> bool:
    """Whether some map has this very picture."""
    asked = "SELECT 1 FROM pictures WHERE name = ? AND content = ?"
    return connection.execute(asked, (name, content)).fetchone() is not None


def keep(connection: sqlite3.Connection, map_id: str, name: str, kept: bytes) -> None:
    """One picture more; beyond what is kept of a map the oldest go, but none that its persona has."""
    connection.execute("DELETE FROM pictures WHERE map_id = ? AND name = ?", (map_id, name))  # it is the newest again
    connection.execute("INSERT INTO pictures (map_id, name, content) VALUES (?, ?, ?)", (map_id, name, kept))
    connection.execute(
        "DELETE FROM pictures WHERE map_id = ?1 AND name NOT IN (SELECT picture FROM personas WHERE map_id = ?1)"
        " AND number NOT IN (SELECT number FROM pictures WHERE map_id = ?1 ORDER BY number DESC LIMIT ?2)",
        (map_id, limits.PICTURES),
    )
