"""Pictures as they are kept: by the name of their bytes, once a map."""

import re
import sqlite3
from collections.abc import Sequence

_NAME = re.compile("[0-9a-f]{32}")
_OF_OTHERS = (
    "SELECT new_value, old_value, new_values, removed_rows, cleared_fields FROM operations"
    " WHERE map_id = ?1 AND row_table = 'personas' AND made_by <> ?2"
    " AND batch IN (SELECT batch FROM acts WHERE map_id = ?1 AND made_by <> ?2 AND stack <> '')"
)


def content(connection: sqlite3.Connection, map_id: str, name: str) -> bytes | None:
    """The bytes of this picture, where the map has it."""
    asked = "SELECT content FROM pictures WHERE map_id = ? AND name = ?"
    found = connection.execute(asked, (map_id, name)).fetchone()
    return None if found is None else bytes(found[0])


def is_kept(connection: sqlite3.Connection, name: str, content: bytes) -> bool:
    """Whether some map has this very picture."""
    asked = "SELECT 1 FROM pictures WHERE name = ? AND content = ?"
    return connection.execute(asked, (name, content)).fetchone() is not None


def keep(connection: sqlite3.Connection, map_id: str, name: str, kept: bytes, spare: Sequence[str] = ()) -> None:
    """One picture more, in the place of these; what the persona has stays."""
    gone = "DELETE FROM pictures WHERE map_id = ?1 AND name = ?2"
    connection.execute(gone, (map_id, name))  # it is the newest again
    connection.execute("INSERT INTO pictures (map_id, name, content) VALUES (?, ?, ?)", (map_id, name, kept))
    shown = " AND name NOT IN (SELECT picture FROM personas WHERE map_id = ?1)"
    connection.executemany(gone + shown, [(map_id, one) for one in spare if one != name])


def names(connection: sqlite3.Connection, map_id: str) -> list[str]:
    """The pictures of this map, the oldest first."""
    asked = "SELECT name FROM pictures WHERE map_id = ? ORDER BY number"
    return [name for (name,) in connection.execute(asked, (map_id,))]


def needed(connection: sqlite3.Connection, map_id: str, by: str) -> set[str]:
    """The pictures that the persona has, or that somebody else than this person can bring back by undo or redo."""
    found = {name for (name,) in connection.execute("SELECT picture FROM personas WHERE map_id = ?", (map_id,))}
    for texts in connection.execute(_OF_OTHERS, (map_id, by)):
        found.update(_NAME.findall(" ".join(filter(None, texts))))
    return found
