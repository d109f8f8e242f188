"""Queries about maps, workshops and people, on any connection."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from journeymap.domain.text.errors import gone
from journeymap.storage.store import MapHead, MapPlace, State

_OF_MAP = (
    "id", "workshop_id", "as_is_id", "designed_from", "designed_from_title", "sample", "base_revision", "base_map_id",
    "earlier_link", "revision", "created_at", "changed_at", "archived_at", "title", "kind", "language",
)  # fmt: skip
_OF_ROWS = {
    "persona": "(SELECT name FROM personas WHERE map_id = maps.id AND private_in = ''"
    " ORDER BY order_key, personas.id LIMIT 1)",
    "episodes": "(SELECT count(*) FROM episodes WHERE map_id = maps.id AND private_in = '')",
    "moments": "(SELECT count(*) FROM moments WHERE map_id = maps.id AND private_in = '')",
    "touchpoints": "(SELECT count(*) FROM touchpoints WHERE map_id = maps.id AND private_in = '')",
}
_IDENTITY = "coalesce(identity, id)"
_BARE_FIELDS = (*_OF_MAP, "identity")
_HEAD_FIELDS = (*_BARE_FIELDS, *_OF_ROWS)
_MAPS = f"SELECT {', '.join((*_OF_MAP, _IDENTITY))} FROM maps"  # noqa: S608 - names of our own
_HEADS = f"SELECT {', '.join((*_OF_MAP, _IDENTITY, *_OF_ROWS.values()))} FROM maps"  # noqa: S608


def heads(
    connection: sqlite3.Connection, archived: bool, workshop_id: str | None, among: Iterable[str] | None
) -> list[MapHead]:
    """Archived maps or the others, the last changed first; of one workshop, and among these ids, where given."""
    found = connection.execute(
        f"{_HEADS} WHERE made = 1 AND (archived_at IS NOT NULL) = ?1 AND (?2 IS NULL OR workshop_id = ?2)"  # noqa: S608
        " AND (?3 IS NULL OR id IN (SELECT value FROM json_each(?3))) ORDER BY changed_at DESC, number DESC",
        (archived, workshop_id, id_list(among)),
    )
    return [_head(zip(_HEAD_FIELDS, cells, strict=True)) for cells in found]


def head(connection: sqlite3.Connection, map_id: str) -> MapHead:
    """One map's head, counted. Errors: Refusal `gone`."""
    return _head(zip(_HEAD_FIELDS, _one(connection, _HEADS, map_id), strict=True))


def bare_head(connection: sqlite3.Connection, map_id: str) -> MapHead:
    """The same without its persona and counts. Errors: Refusal `gone`."""
    return _head(zip(_BARE_FIELDS, _one(connection, _MAPS, map_id), strict=True))


def place(connection: sqlite3.Connection, map_id: str) -> MapPlace:
    """Where a map belongs. Errors: Refusal `gone`."""
    found = connection.execute(
        "SELECT id, workshop_id, archived_at FROM maps WHERE id = ? AND made = 1", (map_id,)
    ).fetchone()
    if found is None:
        raise gone("storage-no-such-map")
    return MapPlace(*found)


def identified(connection: sqlite3.Connection, identity: str) -> list[MapHead]:
    """The bare heads of the maps known by this identity, the oldest first."""
    found = connection.execute(f"{_MAPS} WHERE {_IDENTITY} = ? AND made = 1 ORDER BY number", (identity,))
    return [_head(zip(_BARE_FIELDS, cells, strict=True)) for cells in found]


def waiting_for(connection: sqlite3.Connection, identity: str) -> list[MapHead]:
    """The bare heads of the maps that wait for the as-is of this identity."""
    found = connection.execute(
        f"{_MAPS} WHERE designed_from = ? AND as_is_id IS NULL AND made = 1 ORDER BY number", (identity,)
    )
    return [_head(zip(_BARE_FIELDS, cells, strict=True)) for cells in found]


def _one(connection: sqlite3.Connection, asked: str, map_id: str) -> Sequence[Any]:
    cells: Sequence[Any] | None = connection.execute(f"{asked} WHERE id = ? AND made = 1", (map_id,)).fetchone()
    if cells is None:
        raise gone("storage-no-such-map")
    return cells


def _head(values: Iterable[tuple[str, Any]]) -> MapHead:
    """A head; a map without rows has no title and no persona yet."""
    return MapHead.model_validate({field: value for field, value in values if value is not None})


def states(connection: sqlite3.Connection, map_ids: Iterable[str]) -> dict[str, State]:
    """Where these maps are."""
    asked = "SELECT id, revision, erasures FROM maps WHERE made = 1 AND id IN (SELECT value FROM json_each(?))"
    return {map_id: State(*counted) for map_id, *counted in connection.execute(asked, (id_list(map_ids),))}


def id_list(ids: Iterable[str] | None) -> str | None:
    """Ids for `json_each`; None stays None: no limit."""
    return None if ids is None else json.dumps(list(ids))


def noted(connection: sqlite3.Connection, name: str) -> str | None:
    """The note stored under this name."""
    found = connection.execute("SELECT value FROM installation_notes WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])
