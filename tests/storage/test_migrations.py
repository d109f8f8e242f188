"""An old file opens with everything in it, and a shape that was released never changes."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.domain.changes.undo import Entry, Stacks, stacks
from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.storage import migrations
from journeymap.storage.sqlite_store import open_store
from tests.support.store_calls import change, refused

OLD = Path(__file__).with_name("database_0001.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as the first release left it."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def _shape(connection: sqlite3.Connection) -> dict[str, str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in found if "_sqlite_migrations" not in name}


def _built(before: str | None = None) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        migrations.apply(connection, before=before)
        connection.execute("COMMIT")
        yield connection


def test_an_old_file_opens_with_everything_in_it(old: Path) -> None:
    with closing(open_store(old)) as store:
        journey = store.journey("map")
        assert journey == store.journey_at("map", 23)
        assert journey.count("moments") == 2
        (head,) = store.heads()
        found = (head.revision, head.title, head.persona, head.sample, head.workshop_id, head.touchpoints)
        assert found == (23, "A visit to the park", "Noor", "park", "w1", 2)
        assert store.people.participants() == [
            Participant(id="anna", name="Anna", role=Role.FACILITATOR, workshop_id="w1"),
        ]
        assert store.noted("samples") == "park"


def test_people_of_an_old_file_are_found_by_their_names(old: Path) -> None:
    with closing(open_store(old)) as store:
        anna = store.people.named("w1", "ANNA")
        assert anna is not None
        assert (anna.id, anna.doing, anna.removed) == ("anna", "", False)
        workshop = store.people.workshop("w1")
        assert workshop is not None
        assert (workshop.door, workshop.steps, workshop.version) == (True, (), 0)


def test_what_an_old_file_holds_is_found_by_the_search_that_came_later(old: Path) -> None:
    with closing(open_store(old)) as store:
        assert [hit.id for hit in store.search("cafe quotes")] == ["call"]
        assert [hit.id for hit in store.search("noor")] == ["persona"]
        assert [head.id for head in store.heads(search="music park")] == ["map"]


def test_an_old_file_can_be_written_once_it_is_new(old: Path) -> None:
    with closing(open_store(old)) as store:
        change(store, "map", Set(table="moments", id="call", field="text", value="I ring the bell"))
        assert store.head("map").revision == 24
        assert [hit.id for hit in store.search("bell")] == ["call"]


def test_an_old_file_gets_the_same_shape_as_a_new_one(old: Path) -> None:
    open_store(old).close()
    with closing(sqlite3.connect(old)) as upgraded:
        for new in _built():
            assert _shape(upgraded) == _shape(new)
            for fact in ("application_id", "user_version"):
                assert upgraded.execute(f"PRAGMA {fact}").fetchone() == new.execute(f"PRAGMA {fact}").fetchone()
        assert migrations.applied(upgraded) == list(migrations.STEPS)
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
        assert upgraded.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_was_done_in_an_old_file_can_be_undone_and_redone(old: Path) -> None:
    acts = {19: ("b", "do", None), 20: ("c", "do", None), 21: ("d", "undo", "c"), 22: ("e", "do", None),
            23: ("f", "undo", "e")}  # fmt: skip
    with closing(sqlite3.connect(old)) as connection:
        for revision, said in acts.items():
            connection.execute(
                "UPDATE operations SET batch = ?, act = ?, of_batch = ? WHERE revision = ?", (*said, revision)
            )
        connection.commit()
    with closing(open_store(old)) as store:
        assert store.stacks("map", "anna") == stacks(Entry(*said) for said in acts.values())
        assert store.stacks("map", "anna") == Stacks(("b",), ("f",))


def test_a_file_is_brought_up_to_date_once(old: Path) -> None:
    open_store(old).close()
    before = old.read_bytes()
    open_store(old).close()
    assert old.read_bytes() == before


def test_the_first_release_has_the_shape_it_was_released_with(old: Path) -> None:
    """A migration that was released is never edited: what it should have been is the next one's work."""
    with closing(sqlite3.connect(old)) as released:
        for built in _built(before="0002_search"):
            assert _shape(built) == _shape(released)


def test_migrations_are_numbered_in_order() -> None:
    numbers = [int(name[:4]) for name in migrations.STEPS]
    assert numbers == sorted(set(numbers))


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(db) -> None:
        db.executescript("CREATE TABLE half (id TEXT); DELETE FROM needs; SELECT nothing;")

    monkeypatch.setitem(migrations.STEPS, "0003_fails", fails)
    with closing(sqlite3.connect(old)) as connection:
        before = list(connection.iterdump())
    with refused("unavailable", "storage-not-upgraded"):
        open_store(old)
    with closing(sqlite3.connect(old)) as connection:
        assert list(connection.iterdump()) == before
    monkeypatch.undo()
    with closing(open_store(old)) as store:
        assert store.journey("map").count("needs") == 1


def test_what_was_decided_in_the_parking_lot_is_a_decision_with_the_same_id(tmp_path: Path) -> None:
    path = tmp_path / "decided.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        migrations.apply(connection, before="0015_decisions")
        connection.execute(
            "INSERT INTO maps (id, created_at, changed_at, title, revision) VALUES ('m', 't', 't', 'A', 3)"
        )
        rows = [("maps", "m", "", "", {"title": "A"})]
        rows.append(("parked", "d", "ann", "b", {"text": "We phone", "kind": "decision"}))
        rows.append(("parked", "i", "ann", "c", {"text": "Too dear", "kind": "idea"}))
        for revision, (*place, values) in enumerate(rows, 1):
            connection.execute(
                "INSERT INTO operations (map_id, revision, client, op, made_by, made_at, batch, act, change, field,"
                " row_table, row_id, author, order_key, new_values)"
                " VALUES ('m', ?1, 'c', ?1, 'ann', 't', ?1, 'do', 'add', '', ?2, ?3, ?4, ?5, ?6)",
                (revision, *place, json.dumps(values)),
            )
        for _, row, author, key, values in rows[1:]:
            connection.execute(
                "INSERT INTO parked (map_id, id, author, order_key, private_in, text, kind)"
                " VALUES ('m', ?, ?, ?, '', ?, ?)",
                (row, author, key, values["text"], values["kind"]),
            )
        connection.execute("COMMIT")
    with closing(open_store(path)) as store:
        journey = store.journey("m")
        assert journey == store.journey_at("m", journey.revision)
        assert [row.called for row in journey.tables["decisions"].values()] == ["We phone"]
        assert set(journey.tables["parked"]) == {"i"}
        assert [hit.id for hit in store.search("phone")] == ["d"]
        change(store, "m", Set(table="decisions", id="d", field="owner", value="Ann"))
        assert store.journey("m").tables["decisions"]["d"].values()["owner"] == "Ann"


def test_old_minutes_stay_what_they_were_and_a_to_be_knows_where_it_began(tmp_path: Path) -> None:
    path = tmp_path / "before.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN")
        migrations.apply(connection, before="0018_minutes")
        at = "2026-01-0{}T10:00:00.000000+00:00"
        for number, (map_id, as_is, made) in enumerate((("a", None, 1), ("b", "a", 2), ("c", None, 2)), 1):
            connection.execute(
                "INSERT INTO maps (number, id, as_is_id, created_at, changed_at, title) VALUES (?, ?, ?, ?, ?, '-')",
                (number, map_id, as_is, at.format(made), at.format(made)),
            )
        logged = (
            "INSERT INTO operations (map_id, client, made_by, made_at, batch, row_id, author, private_in, revision, op,"
            " change, row_table, act, order_key, field) VALUES ('a', '', '', ?, '', 'x', '', '', ?, ?, 'add',"
            " 'moments', 'do', '', '')"
        )
        for revision, day in ((1, 1), (2, 1), (3, 3)):
            connection.execute(logged, (at.format(day), revision, revision))
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        migrations.apply(connection)
        connection.execute("COMMIT")
        found = connection.execute("SELECT id, base_revision FROM maps ORDER BY id").fetchall()
        kept = {name: type_ for _, name, type_, *_ in connection.execute("PRAGMA table_info(moments)")}
    assert found == [("a", None), ("b", 2), ("c", None)]
    assert (kept["minutes"], kept["waiting_minutes"], kept["effort"]) == ("REAL", "REAL", "REAL")
