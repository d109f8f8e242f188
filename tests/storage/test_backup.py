"""A backup: one file that opens, taken while others write, whole or not there at all."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from journeymap.domain.model.operations import Add, Remove
from journeymap.storage import backup_copy
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.journeys import MAP_ID, full
from tests.support.store_calls import change, create_full, refused

WAIT = 30.0


def test_a_backup_opens_and_holds_everything(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    target = tmp_path / "backup.db"
    sqlite.backup(target)
    with closing(open_store(target)) as copy:
        assert copy.journey(MAP_ID) == full().journey == copy.journey_at(MAP_ID, 18)
        assert [hit.id for hit in copy.search("music")] == ["waiting"]
        assert change(copy, MAP_ID, Remove(table="needs", id="sure"))[0].revision == 19
    assert sqlite.journey(MAP_ID).revision == 18


def test_a_backup_is_one_file_of_its_owners_alone(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    folder = tmp_path / "backups"
    folder.mkdir()
    sqlite.backup(folder / "backup.db")
    assert [file.name for file in folder.iterdir()] == ["backup.db"]
    assert stat.S_IMODE((folder / "backup.db").stat().st_mode) == 0o600


def test_a_backup_while_others_write_is_the_map_at_one_revision(sqlite: SqliteStore, tmp_path: Path) -> None:
    """Each change removes one need and adds another: a torn copy would hold none, or two."""
    create_full(sqlite)
    end, going = Event(), Event()
    change(sqlite, MAP_ID, Add(table="needs", id="n0", parent="call", values={"text": "swapped"}))

    def write() -> None:
        n = 0
        while not end.is_set():
            n += 1
            added = Add(table="needs", id=f"n{n}", parent="call", values={"text": "swapped"})
            change(sqlite, MAP_ID, Remove(table="needs", id=f"n{n - 1}"), added)
            going.set()

    writer = Thread(target=write)
    writer.start()
    assert going.wait(WAIT)
    revisions = set()
    for n in range(10):
        target = tmp_path / f"backup-{n}.db"
        sqlite.backup(target)
        with closing(open_store(target)) as copy:
            journey = copy.journey(MAP_ID)
            assert journey.count("needs") == 2
            assert journey == copy.journey_at(MAP_ID, journey.revision)
            revisions.add(journey.revision)
    end.set()
    writer.join(WAIT)
    assert len(revisions) > 1


def test_a_backup_takes_the_place_of_an_older_one(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    target = tmp_path / "backup.db"
    sqlite.backup(target)
    change(sqlite, MAP_ID, Remove(table="needs", id="sure"))
    sqlite.backup(target)
    with closing(open_store(target)) as copy:
        assert copy.journey(MAP_ID).revision == 19


@pytest.mark.parametrize("beside", ["", "-wal", "-shm"])
def test_a_backup_never_goes_over_the_database_itself(sqlite: SqliteStore, beside: str) -> None:
    create_full(sqlite)
    with refused("invalid", "storage-backup-onto-itself"):
        sqlite.backup(sqlite.path.with_name(sqlite.path.name + beside))
    assert sqlite.journey(MAP_ID) == full().journey


def test_a_backup_never_goes_over_the_database_by_another_name(sqlite: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "soft.db").symlink_to(sqlite.path)
    os.link(sqlite.path, tmp_path / "hard.db")
    for name in ("soft.db", "hard.db", "../" + tmp_path.name + "/journeymap.db"):
        with refused("invalid", "storage-backup-onto-itself"):
            sqlite.backup(tmp_path / name)


def test_a_backup_never_goes_over_a_database_in_use(sqlite: SqliteStore, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(open_store(other)), refused("invalid", "storage-backup-in-use"):
        sqlite.backup(other)
    sqlite.backup(other)


def test_a_backup_that_cannot_be_written_leaves_nothing(sqlite: SqliteStore, tmp_path: Path) -> None:
    with refused("unavailable", "storage-backup-unwritable"):
        sqlite.backup(tmp_path / "no such folder" / "backup.db")
    with refused("unavailable", "storage-is-folder"):
        sqlite.backup(tmp_path)
    assert not (tmp_path / "no such folder").exists()


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk is full")])
def test_a_backup_cut_short_leaves_the_older_one(
    sqlite: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    create_full(sqlite)
    folder = tmp_path / "backups"
    folder.mkdir()
    target = folder / "backup.db"
    sqlite.backup(target)
    before = target.read_bytes()
    change(sqlite, MAP_ID, Remove(table="needs", id="sure"))

    def full_disk(path: Path) -> None:
        assert path.stat().st_size > 0
        raise fault

    monkeypatch.setattr(backup_copy, "on_disk", full_disk)
    with refused("unavailable", "storage-backup-unwritable"):
        sqlite.backup(target)
    assert target.read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["backup.db"]


def test_a_damaged_copy_does_not_take_the_place_of_a_sound_one(sqlite: SqliteStore, tmp_path: Path) -> None:
    """The damage is in a part of the file that nobody has read yet."""
    for n in range(40):
        create_full(sqlite, f"m{n}")
    target = tmp_path / "backup.db"
    sqlite.backup(target)
    before = target.read_bytes()
    sqlite.close()
    with closing(open_store(sqlite.path)) as store:
        whole = sqlite.path.read_bytes()
        sqlite.path.write_bytes(whole[:-40_960] + b"\xff" * 40_960)
        with refused("unavailable", "storage-damaged"):
            store.backup(target)
    assert target.read_bytes() == before


def test_a_damaged_database_is_not_taken_for_a_backup_that_failed(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    sqlite.close()
    copy = tmp_path / "copy.db"
    shutil.copy(sqlite.path, copy)
    with closing(open_store(copy)) as store:
        whole = copy.read_bytes()
        copy.write_bytes(b"\xff" * len(whole))
        with refused("unavailable", "storage-damaged"):
            store.backup(tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()
