"""Names gone from the file: replaced in every table, then the file is written anew and the log beside it emptied."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from journeymap.domain.erasing import Erasing
from journeymap.domain.errors import unavailable
from journeymap.domain.limits import CONTEXT, TITLE
from journeymap.domain.rows import TABLES
from journeymap.storage import people, records
from journeymap.storage.tables import kept

TRIES = 5
"""So often the log beside the file is emptied, each time waiting a second for whoever is still reading."""

_REWRITE = (
    "UPDATE operations SET new_values = ?, new_value = ?, old_value = ?, removed_rows = ?"
    " WHERE map_id = ? AND revision = ?"
)


def replace(connection: sqlite3.Connection, workshop_id: str, aliases: Mapping[str, str]) -> list[str]:
    """Call these people (by id) something else, in one transaction; the maps that may have changed."""
    connection.execute("BEGIN IMMEDIATE")
    everybody = people.participants(connection, workshop_id)
    names = {one.name: aliases[one.id] for one in everybody if one.id in aliases}
    erasing = Erasing(names)
    maps = [cells[0] for cells in connection.execute("SELECT id FROM maps WHERE workshop_id = ?", (workshop_id,))]
    for map_id in maps:
        _rows(connection, map_id, erasing)
        _log(connection, map_id, erasing)
    for one in everybody:
        if one.id in aliases:
            connection.execute(
                "UPDATE participants SET name = ?, name_key = ?, doing = '' WHERE id = ?",
                (aliases[one.id], people.name_key(aliases[one.id]), one.id),
            )
            connection.execute("DELETE FROM claims WHERE participant_id = ?", (one.id,))
    _workshop(connection, workshop_id, erasing)
    connection.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")
    connection.execute("COMMIT")
    return maps


def forget(connection: sqlite3.Connection) -> None:
    """Leave nothing of what was replaced: neither in free pages, nor in the log. Errors: Refusal `unavailable`."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA busy_timeout = 1000")  # whoever writes next sets it anew
    for _ in range(TRIES):
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
    raise unavailable("storage-not-erased")


def _rows(connection: sqlite3.Connection, map_id: str, erasing: Erasing) -> None:
    journey = records.load(connection, map_id, 0)
    for table in TABLES:
        changed = [
            kept(table).cells(map_id, now)
            for row in journey.tables[table].values()
            if (now := erasing.row(row)) is not row
        ]
        connection.executemany(kept(table).upsert, changed)


def _log(connection: sqlite3.Connection, map_id: str, erasing: Erasing) -> None:
    for operation in records.operations(connection, map_id, 0):
        now = erasing.operation(operation)
        if now is not operation:
            cells = (now.values, now.value, now.before, [k.model_dump(mode="json") for k in now.kept])
            connection.execute(_REWRITE, (*map(records.as_json, cells), map_id, operation.revision))


def _workshop(connection: sqlite3.Connection, workshop_id: str, erasing: Erasing) -> None:
    """What is written about the workshop itself and its steps; its persona is nobody who was there."""
    title, state = connection.execute("SELECT title, state FROM workshops WHERE id = ?", (workshop_id,)).fetchone()
    found = json.loads(state)
    now = {**found, **_texts(found, {"purpose": CONTEXT, "owner": TITLE, "next_review": TITLE}, erasing)}
    if "steps" in found:
        now["steps"] = _steps(found["steps"], erasing)
    connection.execute(
        "UPDATE workshops SET title = ?, state = ?, version = version + 1 WHERE id = ?",
        (erasing.text(title, TITLE), _json(now), workshop_id),
    )
    saved = connection.execute("SELECT id, name, steps FROM agendas WHERE workshop_id = ?", (workshop_id,)).fetchall()
    for agenda_id, name, steps in saved:
        connection.execute(
            "UPDATE agendas SET name = ?, steps = ? WHERE id = ?",
            (erasing.text(name, TITLE), _json(_steps(json.loads(steps), erasing)), agenda_id),
        )


def _steps(steps: list[dict[str, Any]], erasing: Erasing) -> list[dict[str, Any]]:
    return [{**step, **_texts(step, {"title": TITLE, "prompt": CONTEXT}, erasing)} for step in steps]


def _texts(values: Mapping[str, Any], fields: Mapping[str, int], erasing: Erasing) -> dict[str, str]:
    """Those of these fields that are there, with the names replaced."""
    return {name: erasing.text(values[name], most) for name, most in fields.items() if values.get(name)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
