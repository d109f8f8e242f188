"""What is written goes into the file that is at its path, or is refused; what is committed is soon in the file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Remove
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.journeys import MAP_ID
from tests.support.server_process import until
from tests.support.store_calls import change, create_full, refused

WAIT = 30.0


def test_nothing_is_written_to_a_file_that_was_deleted(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    sqlite.check()
    sqlite.path.unlink()
    with refused("unavailable", "storage-file-gone"):
        change(sqlite, MAP_ID, Remove(table="needs", id="sure"))
    with refused("unavailable", "storage-file-gone"):
        sqlite.check()
    assert sqlite.journey(MAP_ID).revision == 18, "what was there can still be read, and taken away"


def test_nothing_is_written_to_a_file_that_was_replaced(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    open_store(tmp_path / "other.db").close()
    (tmp_path / "other.db").replace(sqlite.path)
    with refused("unavailable", "storage-file-replaced"):
        change(sqlite, MAP_ID, Remove(table="needs", id="sure"))
    with refused("unavailable", "storage-file-replaced"):
        sqlite.check()


def test_a_file_that_is_put_back_is_written_to_again(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    sqlite.path.rename(tmp_path / "elsewhere.db")
    with refused("unavailable", "storage-file-gone"):
        sqlite.check()
    (tmp_path / "elsewhere.db").rename(sqlite.path)
    sqlite.check()
    assert change(sqlite, MAP_ID, Remove(table="needs", id="sure"))[0].revision == 19


def test_a_full_disk_is_told_until_something_is_kept_again(
    sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_full(sqlite)

    def full(self: object) -> None:
        fault = sqlite3.OperationalError("database or disk is full")
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr("journeymap.storage.writer.Writer._begin", full)
        with refused("unavailable", "storage-full"):
            change(sqlite, MAP_ID, Remove(table="needs", id="sure"))
        with refused("unavailable", "storage-full"):
            sqlite.check()
    change(sqlite, MAP_ID, Remove(table="needs", id="sure"))
    sqlite.check()


def test_a_plain_copy_of_a_database_at_rest_has_everything(sqlite: SqliteStore, tmp_path: Path) -> None:
    """People copy files. What was committed is in the file itself as soon as nobody writes."""
    create_full(sqlite)
    log = sqlite.path.with_name(sqlite.path.name + "-wal")
    assert until(lambda: not log.exists() or not log.stat().st_size, WAIT)
    shutil.copy(sqlite.path, tmp_path / "copy.db")
    with closing(open_store(tmp_path / "copy.db")) as copy:
        assert copy.journey(MAP_ID).revision == 18
