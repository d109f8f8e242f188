"""Putting a database in the place of another: links stay links, and whoever opened the file opens the new one."""

import os
import stat
from pathlib import Path

import pytest

from journeymap.domain.text.errors import Refusal
from journeymap.service.backups import unpacked
from journeymap.storage import archive
from journeymap.storage.archive import Contents
from journeymap.storage.sqlite_store import SqliteStore
from tests.support.store_calls import begin, create_full, refused

AT = "2026-11-28T12:00:00.000Z"
SECRET = "k" * 64


@pytest.fixture
def packed(sqlite: SqliteStore, tmp_path: Path) -> Path:
    """A backup with its key."""
    create_full(sqlite)
    key, target = tmp_path / "journeymap.key", tmp_path / "friday.zip"
    key.write_text(SECRET)
    archive.write(sqlite.backup, key, sqlite.path, target, Contents())
    return target


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A folder whose database and key are links to files on two other disks, say."""
    place = tmp_path / "place"
    for name in ("place", "disk", "keys"):
        (tmp_path / name).mkdir()
    begin(tmp_path / "disk" / "maps.db")
    (tmp_path / "keys" / "secret").write_text("old")
    (place / "journeymap.db").symlink_to(tmp_path / "disk" / "maps.db")
    (place / "journeymap.key").symlink_to(tmp_path / "keys" / "secret")
    return place


def put_back(packed: Path, place: Path) -> list[Path]:
    with unpacked(packed, place / "journeymap.db") as found:
        return found.put_back(place / "journeymap.db", place / "journeymap.key", AT)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(packed: Path, there: Path, tmp_path: Path) -> None:
    old = (tmp_path / "disk" / "maps.db").stat().st_ino
    kept = put_back(packed, there)
    assert (there / "journeymap.db").is_symlink()
    assert (there / "journeymap.key").is_symlink()
    assert (tmp_path / "keys" / "secret").read_text() == SECRET
    assert (tmp_path / "disk" / "maps.db").stat().st_ino != old
    assert [path.parent.name for path in kept] == ["disk", "keys"]
    assert (kept[0].stat().st_ino, kept[1].read_bytes()) == (old, b"old")
    assert sorted(path.name for path in (tmp_path / "keys").iterdir()) == sorted([kept[1].name, "secret"])


def test_a_link_to_nothing_yet_leads_to_the_new_file(packed: Path, there: Path, tmp_path: Path) -> None:
    (tmp_path / "disk" / "maps.db").unlink()
    assert put_back(packed, there) == []
    assert (there / "journeymap.db").is_symlink()
    assert (tmp_path / "disk" / "maps.db").is_file()


def test_links_in_a_circle_are_refused(packed: Path, tmp_path: Path) -> None:
    for one, other in (("a.db", "b.db"), ("b.db", "a.db")):
        (tmp_path / one).symlink_to(tmp_path / other)
    with pytest.raises(Refusal) as why, unpacked(packed, tmp_path / "a.db"):
        pass
    assert why.value.code == "unavailable"


@pytest.mark.parametrize("before", [0o600, 0o640, 0o664])
def test_the_new_file_has_the_mode_of_the_one_before_and_a_key_is_its_owners_alone(
    packed: Path, there: Path, tmp_path: Path, before: int
) -> None:
    (tmp_path / "disk" / "maps.db").chmod(before)
    (tmp_path / "keys" / "secret").chmod(0o644)
    put_back(packed, there)
    assert (mode(tmp_path / "disk" / "maps.db"), mode(tmp_path / "keys" / "secret")) == (before, 0o600)


def test_where_nothing_was_the_files_are_their_owners_alone(packed: Path, tmp_path: Path) -> None:
    put_back(packed, tmp_path / "new")
    assert {mode(path) for path in (tmp_path / "new").iterdir()} == {0o600}


def test_whoever_puts_it_back_as_root_gives_it_to_whoever_had_it(
    packed: Path, there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, int, int]] = []
    monkeypatch.setattr(os, "chown", lambda path, *who: given.append((Path(path).name, *who)))
    was = (tmp_path / "disk" / "maps.db").stat()
    put_back(packed, there)
    assert given == [("journeymap.db", was.st_uid, was.st_gid), (".secret.new", was.st_uid, was.st_gid)]


def test_a_key_that_cannot_be_written_leaves_the_database_as_it_was(packed: Path, there: Path, tmp_path: Path) -> None:
    (there / "journeymap.key").unlink()
    (there / "journeymap.key").symlink_to(tmp_path / "nowhere" / "secret")
    old = (tmp_path / "disk" / "maps.db").stat().st_ino
    with refused("unavailable", "storage-unwritable"):
        put_back(packed, there)
    (only,) = (tmp_path / "disk").iterdir()
    assert (only.name, only.stat().st_ino) == ("maps.db", old)


def test_a_backup_over_a_link_replaces_the_file_it_leads_to(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    links = [tmp_path / "plain", tmp_path / "whole"]
    for link in links:
        link.with_suffix(".real").touch()
        link.symlink_to(link.with_suffix(".real"))
    sqlite.backup(links[0])
    archive.write(sqlite.backup, None, sqlite.path, links[1], Contents())
    for link in links:
        assert link.is_symlink()
        assert link.with_suffix(".real").stat().st_size > 0
