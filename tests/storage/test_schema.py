"""The database's shape: it holds every field of the domain, and one can read it in any SQLite browser."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from typing import Any, get_args

import pytest
from sqlite_utils import Database

from journeymap.domain.model.operations import Add, Operation, Set
from journeymap.domain.model.rows import ROW_TYPES, EvidenceStatus, MapKind, PathKind
from journeymap.storage.records import OPERATION_COLUMNS
from journeymap.storage.sqlite_store import SqliteStore
from journeymap.storage.tables import ORDER_KEY, PARENT_COLUMNS, PRIVATE, column
from tests.support.journeys import MAP_ID
from tests.support.store_calls import change, create_full

_OF_THE_MAP_ALONE = {"workshop_id", "as_is_id", "sample", "revision", "created_at", "changed_at", "archived_at"} | {
    "base_revision", "base_map_id", "earlier_link", "erasures", "made",
    "identity", "designed_from", "designed_from_title",
}  # fmt: skip
_TYPES = {str: "TEXT", bool: "INTEGER", int: "INTEGER", float: "REAL"}


@pytest.fixture
def db(sqlite: SqliteStore):
    create_full(sqlite)
    with closing(Database(sqlite.path)) as db:
        yield db


@pytest.fixture
def shape(sqlite: SqliteStore) -> Iterator[Database]:
    """The tables as the migrations make them: no row is written, which fails where one of them lacks a column."""
    with closing(Database(sqlite.path)) as db:
        yield db


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_field_of_the_domain_has_a_column(shape: Database, table: str) -> None:
    kind = ROW_TYPES[table]
    hidden = {"author", PRIVATE} if table != "maps" else set()
    place = {"number", "id", ORDER_KEY} | hidden | ({"map_id"} if table != "maps" else _OF_THE_MAP_ALONE)
    if kind.parent_table:
        place.add(PARENT_COLUMNS[kind.parent_table])
    expected = place | {column(field) for field in kind.fields()}
    found = {c.name for c in shape[table].columns}
    assert found == expected, (
        f"The fields of {kind.__name__} are not the columns of the table {table}. Add a migration to "
        f"journeymap/storage/migrations.py (the next number, never change an old one) that adds "
        f"{sorted(expected - found)} and drops {sorted(found - expected)}, with a default for the rows there are."
    )


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_column_has_its_fields_type(db: Database, table: str) -> None:
    columns = {c.name: c for c in db[table].columns}
    for name in ROW_TYPES[table].fields():
        annotation = ROW_TYPES[table].model_fields[name].annotation
        kinds = list(_kinds(annotation))
        plain = next((kind for kind in kinds if kind in _TYPES), str)
        assert columns[column(name)].type == _TYPES[plain], f"{table}.{name}"
        may_be_null = not columns[column(name)].notnull
        assert may_be_null is (type(None) in kinds) or (table, name) == ("maps", "title"), f"{table}.{name}"


def _kinds(annotation: Any) -> Iterator[Any]:
    """Every type that an annotation is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from _kinds(part)


def test_every_field_of_an_operation_has_a_column(db: Database) -> None:
    assert set(OPERATION_COLUMNS) == set(Operation.model_fields)
    assert {c.name for c in db["operations"].columns} == {"map_id", *OPERATION_COLUMNS.values()}


@pytest.mark.parametrize(
    ("table", "row", "field", "choices"),
    [
        ("maps", MAP_ID, "kind", MapKind),
        ("paths", "happy", "kind", PathKind),
        ("moments", "call", "evidence_status", EvidenceStatus),
        ("needs", "sure", "evidence_status", EvidenceStatus),
    ],
)
def test_every_choice_can_be_kept(
    sqlite: SqliteStore, table: str, row: str, field: str, choices: type[StrEnum]
) -> None:
    """A new choice needs a migration that allows it."""
    create_full(sqlite)
    for choice in choices:
        change(sqlite, MAP_ID, Set(table=table, id=row, field=field, value=choice.value))
        assert sqlite.journey(MAP_ID).tables[table][row].values()[field] == choice.value


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE moments SET felt_valence = ?", 7),
        ("UPDATE moments SET moment_of_truth = ?", 2),
        ("UPDATE moments SET moment_of_truth = ?", "yes"),
        ("UPDATE moments SET minutes = ?", "long"),
        ("UPDATE moments SET evidence_status = ?", "sure"),
        ("UPDATE moments SET episode_id = ?", "elsewhere"),
        ("UPDATE touchpoints SET channel_id = ?", "pigeon"),
        ("UPDATE maps SET kind = ?", "so-so"),
        ("UPDATE maps SET workshop_id = ?", "never"),
        ("DELETE FROM moments WHERE id = ?", "call"),
        (
            """INSERT INTO path_steps (map_id, id, path_id, order_key, moment_id, author, private_in)
            SELECT map_id, ?, path_id, order_key, 'nowhere', '', '' FROM path_steps""",
            "x",
        ),
    ],
)
def test_the_tables_themselves_refuse_what_cannot_be(db: Database, statement: str, value: Any) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement, [value])


def test_the_tables_can_be_read_as_they_are(db: Database) -> None:
    (moment,) = db["moments"].rows_where("id = ?", ["call"])
    read = {name: moment[name] for name in ("map_id", "episode_id", "text", "felt_valence", "moment_of_truth")}
    expected = {"map_id": MAP_ID, "episode_id": "before", "text": "I call the desk", "felt_valence": -1.5}
    assert read == {**expected, "moment_of_truth": 0}
    asked = "SELECT channels.name FROM touchpoints JOIN channels ON channels.map_id = touchpoints.map_id"
    assert db.execute(f"{asked} AND channels.id = channel_id WHERE moment_id = 'call'").fetchall() == [("Phone",)]
    first = next(db["operations"].rows_where(order_by="revision"))
    assert (first["change"], first["row_table"], first["made_by"]) == ("add", "maps", "anna")


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_reference_is_indexed(db: Database, table: str) -> None:
    """Or removing one row would read whole tables."""
    indexes = [index.columns for index in db.table(table).indexes]
    for reference in db.table(table).foreign_keys:
        columns = list(reference.columns or (reference.column,))
        assert any(index[: len(columns)] == columns for index in indexes), (table, columns)


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("SELECT * FROM moments WHERE map_id = ?", "m"),
        ("SELECT count(*) FROM touchpoints WHERE map_id = ?", "m"),
        ("SELECT * FROM operations WHERE map_id = ? AND revision > ? ORDER BY revision", "m1"),
        ("SELECT * FROM operations WHERE map_id = ? AND revision < ? ORDER BY revision DESC", "m1"),
        ("SELECT * FROM operations WHERE map_id = ? AND batch = ?", "mb"),
        ("SELECT * FROM acts WHERE map_id = ? AND made_by = ? AND stack = ? ORDER BY number DESC", "mbs"),
        ("SELECT * FROM operations WHERE map_id = ? AND client = ? AND op = ?", "mco"),
        ("SELECT * FROM texts WHERE map_id = ? AND row_table = ? AND row_id = ?", "mtr"),
    ],
)
def test_what_is_asked_often_is_found_by_an_index(db: Database, asked: str, values: str) -> None:
    plan = " ".join(str(step[3]) for step in db.execute(f"EXPLAIN QUERY PLAN {asked}", list(values)))
    assert "SEARCH" in plan
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


def test_search_stays_right_after_the_file_is_packed(sqlite: SqliteStore) -> None:
    """VACUUM gives rows new numbers where a table has none of its own."""
    create_full(sqlite)
    for n in range(9):
        change(sqlite, MAP_ID, Add(table="needs", id=f"n{n}", parent="call", values={"text": f"word{n}"}))
    with closing(sqlite3.connect(sqlite.path)) as other:
        other.execute("DELETE FROM needs WHERE id = 'n0'")
        other.commit()
        other.execute("VACUUM")
        other.execute("INSERT INTO texts_fts (texts_fts, rank) VALUES ('integrity-check', 1)")
    assert [hit.id for hit in sqlite.search("word7")] == ["n7"]
