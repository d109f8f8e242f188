"""Opening the file: made where there is none, looked at before it is used, and watched while it is."""

import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.storage import database_file, migrations
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.files import database, untouched
from tests.support.journeys import MAP_ID, full
from tests.support.store_calls import create_full, refused


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "in a new" / "folder #1?" / "100% maps.db"
    with closing(open_store(path)) as store:
        create_full(store)
    assert path.stat().st_size > 0
    with closing(open_store(path)) as store:
        assert store.journey(MAP_ID) == full().journey


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "journeymap.db")) as store:
        create_full(store)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {f"journeymap.db{beside}": 0o600 for beside in ("", "-wal", "-shm")}


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    open_store(path).close()
    assert path.stat().st_size > 0


def test_a_leftover_beside_our_own_file_hinders_nobody(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    sqlite.close()
    sqlite.path.with_name("journeymap.db-journal").touch()
    with closing(open_store(sqlite.path)) as store:
        assert store.journey(MAP_ID) == full().journey


def test_a_file_that_another_process_is_just_making_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one has written its first page, and is not through: its journal lies beside it."""
    path = tmp_path / "journeymap.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("CREATE TABLE begun (id)")
        connection.execute("DROP TABLE begun")
    journal = path.with_name("journeymap.db-journal")
    journal.touch()
    monkeypatch.setattr("journeymap.storage.database_file.time.sleep", lambda _: journal.unlink(missing_ok=True))
    open_store(path).close()
    assert not journal.exists()


def test_a_closed_database_is_one_file(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    sqlite.journey(MAP_ID)
    sqlite.close()
    assert [file.name for file in sqlite.path.parent.iterdir()] == ["journeymap.db"]


def test_a_database_says_whose_it_is(sqlite: SqliteStore) -> None:
    with closing(sqlite3.connect(sqlite.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_commit_is_on_the_disk_and_every_reference_is_held(sqlite: SqliteStore) -> None:
    writer = sqlite._writer._connection
    assert writer.execute("PRAGMA synchronous").fetchone() == (2,)
    assert writer.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_reader_cannot_write(sqlite: SqliteStore) -> None:
    with refused("unavailable", "storage-unwritable"), sqlite._readers.reading() as connection:
        connection.execute("DELETE FROM maps")


def test_a_file_that_another_keeps_locked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_file, "BUSY_SECONDS", 0.01)
    path = database(tmp_path / "old.db", "PRAGMA user_version = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with refused("unavailable", "storage-busy"):
            open_store(path)


def test_a_connection_that_cannot_be_set_up_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[sqlite3.Connection] = []
    connect = database_file._connected

    def kept(uri: str) -> sqlite3.Connection:
        made.append(connect(uri))
        return made[-1]

    monkeypatch.setattr(database_file, "_connected", kept)
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"no database" * 400)
    with pytest.raises(sqlite3.DatabaseError):
        database_file.writing(path)
    (connection,) = made
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_a_drive_without_shared_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in memory answers as SQLite does where it cannot keep a log that others read."""
    monkeypatch.setattr(database_file, "_connected", lambda uri: sqlite3.connect(":memory:", isolation_level=None))
    with refused("unavailable", "storage-no-wal"):
        open_store(tmp_path / "journeymap.db")


def test_a_python_with_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 0))
    with refused("unavailable", "storage-old-sqlite"):
        open_store(tmp_path / "journeymap.db")
    assert list(tmp_path.iterdir()) == []


def test_looking_for_damage_takes_no_longer_than_it_may(sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file too large to be read through in time is opened without the rest of the check."""
    for n in range(40):
        create_full(sqlite, f"m{n}")
    sqlite.close()
    looks: list[float] = []
    monkeypatch.setattr(database_file, "CHECK_SECONDS", -1.0)
    monkeypatch.setattr(database_file, "CHECK_STEPS", 100)
    real = time.monotonic

    def counted() -> float:
        looks.append(real())
        return looks[-1]

    monkeypatch.setattr(time, "monotonic", counted)
    with closing(open_store(sqlite.path)) as store:
        assert len(store.heads()) == 40
    assert len(looks) == 2


def test_damage_met_while_reading_is_said_and_the_file_left_as_it_is(sqlite: SqliteStore) -> None:
    for n in range(40):
        create_full(sqlite, f"m{n}")
    sqlite.close()
    with closing(open_store(sqlite.path)) as store:
        whole = sqlite.path.read_bytes()
        sqlite.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        with untouched(sqlite.path.parent):
            with refused("unavailable", "storage-damaged"):
                store.heads()
            with refused("unavailable", "storage-damaged"):
                store.journey("m1")


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE moments SET text = printf('%.*c', 9999, 'x') WHERE id = 'call'", lambda store: store.journey(MAP_ID)),
        ("UPDATE moments SET evidence_on = '2026-99-99'", lambda store: store.journey(MAP_ID)),
        ("UPDATE operations SET new_values = '{'", lambda store: store.operations(MAP_ID)),
        ("UPDATE operations SET removed_rows = '{}'", lambda store: store.journey_at(MAP_ID, 3)),
    ],
)
def test_what_another_program_wrote_into_a_row_is_said(
    sqlite: SqliteStore, statement: str, read: Callable[[SqliteStore], object]
) -> None:
    create_full(sqlite)
    sqlite.close()
    database(sqlite.path, statement)
    with closing(open_store(sqlite.path)) as store, refused("unavailable", "storage-unreadable"):
        read(store)


def test_damage_met_while_writing_is_said(sqlite: SqliteStore) -> None:
    for n in range(40):
        create_full(sqlite, f"m{n}")
    sqlite.close()
    with closing(open_store(sqlite.path)) as store:
        whole = sqlite.path.read_bytes()
        sqlite.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        with refused("unavailable", "storage-damaged"):
            create_full(store, "one-more")
