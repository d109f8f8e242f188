"""The names of the domain's rows in the database, and the statements made from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.domain.text.errors import unavailable

ORDER_KEY = "order_key"
PRIVATE = "private_in"
PARENT_COLUMNS: Mapping[str, str] = {
    "episodes": "episode_id",
    "moments": "moment_id",
    "paths": "path_id",
    "stories": "story_id",
}
"""The column that names a row's parent, by the parent's table."""

FIELD_COLUMNS: Mapping[str, str] = {
    "as_is": "as_is_id",
    "cause": "cause_id",
    "channel": "channel_id",
    "depends_on": "depends_on_id",
    "episode": "episode_id",
    "into": "into_id",
    "item": "item_id",
    "moment": "moment_id",
    "need": "need_id",
    "person": "person_id",
    "round": "round_id",
}
"""Fields whose column has another name; all others are called what the domain calls them."""


_DATES = frozenset({"decided_on", "evidence_on", "review_on"})
"""The fields that hold a day."""


def column(field: str) -> str:
    """The column of a field."""
    return FIELD_COLUMNS.get(field, field)


@dataclass(frozen=True, slots=True)
class TableStatements:
    """How one table of rows is kept: its fields and columns in the same order, and its statements.

    `upsert` takes the cells of a row, `delete` the map's id and the row's, `select` the map's id.
    """

    table: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    upsert: str
    delete: str
    select: str

    @property
    def show(self) -> str:
        """Hides rows no more: takes the map's id and a list of theirs."""
        return (
            f"UPDATE {self.table} SET {PRIVATE} = '' WHERE map_id = ?"  # noqa: S608 - names of our own
            " AND id IN (SELECT value FROM json_each(?))"
        )

    def cells(self, map_id: str, row: Row) -> tuple[Any, ...]:
        """A row as it is bound to `upsert`."""
        cells = itemgetter(*self.fields)(row.__dict__)
        if not self.dates:
            return (map_id, *cells)
        return (map_id, *(cell.isoformat() if isinstance(cell, date) else cell for cell in cells))

    @property
    def dates(self) -> bool:
        """Whether there is a date among the fields, which SQLite has none of."""
        return not _DATES.isdisjoint(self.fields)

    def row(self, cells: Sequence[Any]) -> Row:
        """A row as `select` finds it. Errors: Refusal where somebody wrote into the file what no row can hold."""
        try:
            return ROW_TYPES[self.table].model_validate(dict(zip(self.fields, cells, strict=True)))
        except ValidationError as fault:
            raise unavailable("storage-unreadable", table=self.table, row=str(cells[0])) from fault


@cache
def kept(table: str) -> TableStatements:
    """How this table is kept."""
    kind = ROW_TYPES[table]
    place = {"id": "id", "key": ORDER_KEY}
    if table != "maps":
        place |= {"author": "author", "private": PRIVATE}
    if kind.parent_table:
        place["parent"] = PARENT_COLUMNS[kind.parent_table]
    names = place | {field: column(field) for field in kind.fields()}
    fields, columns = tuple(names), tuple(names.values())
    return _kept_map(fields, columns) if table == "maps" else _kept_rows(table, fields, columns)


def _kept_map(fields: tuple[str, ...], columns: tuple[str, ...]) -> TableStatements:
    """The map's own row is part of what is known about the map, which is there before it and stays."""
    numbered = ", ".join(f"{name} = ?{n}" for n, name in enumerate(columns, 2))
    return TableStatements(
        "maps",
        fields,
        columns,
        upsert=f"UPDATE maps SET {numbered} WHERE id = ?1",  # noqa: S608 - names of our own
        delete="UPDATE maps SET title = NULL WHERE id = ?1 AND id = ?2",
        select=f"SELECT {', '.join(columns)} FROM maps WHERE id = ? AND title IS NOT NULL",  # noqa: S608
    )


def _kept_rows(table: str, fields: tuple[str, ...], columns: tuple[str, ...]) -> TableStatements:
    cells = ", ".join("?" for _ in (..., *columns))
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
    listed = ", ".join(columns)
    return TableStatements(
        table,
        fields,
        columns,
        upsert=f"INSERT INTO {table} (map_id, {listed}) VALUES ({cells}) "  # noqa: S608
        f"ON CONFLICT (map_id, id) DO UPDATE SET {changed}",
        delete=f"DELETE FROM {table} WHERE map_id = ? AND id = ?",  # noqa: S608
        select=f"SELECT {listed} FROM {table} WHERE map_id = ?",  # noqa: S608
    )
