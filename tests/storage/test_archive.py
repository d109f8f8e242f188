"""An archive: what was put in comes out, or it is refused; it never stands there by half."""

import json
import os
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.domain.text.errors import Refusal
from journeymap.storage import archive
from journeymap.storage.archive import DATABASE, KEY, LIST, Contents
from journeymap.storage.sqlite_store import SqliteStore
from tests.support.store_calls import create_full, refused

SECRET = "k" * 64


@pytest.fixture
def made(sqlite: SqliteStore, tmp_path: Path) -> Path:
    create_full(sqlite)
    key = tmp_path / "journeymap.key"
    key.write_text(SECRET)
    target = tmp_path / "archives" / "friday.zip"
    target.parent.mkdir()
    archive.write(sqlite.backup, key, sqlite.path, target, Contents(version="1.0"))
    return target


def test_what_was_put_in_comes_out(made: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    said = archive.unpack(made, tmp_path / "out")
    assert said.version == "1.0"
    assert (tmp_path / "out" / KEY).read_text() == SECRET
    assert (tmp_path / "out" / DATABASE).read_bytes().startswith(b"SQLite format 3")


def test_an_archive_is_one_file_of_its_owners_alone(made: Path) -> None:
    assert [file.name for file in made.parent.iterdir()] == ["friday.zip"]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_what_comes_out_is_its_owners_alone(made: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    archive.unpack(made, tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / KEY).stat().st_mode) == 0o600


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_no_archive_that_was_changed_anywhere_is_taken_for_the_same(
    made: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """A bit turned, an end cut off or a block written over: it is refused, or what comes out is what went in."""
    whole, folder = made.read_bytes(), tmp_path_factory.mktemp("out")
    (folder / "whole").mkdir()
    archive.unpack(made, folder / "whole")
    chance = random.Random(seed)
    at = chance.randrange(len(whole))
    turned = bytes([whole[at] ^ (1 << chance.randrange(8))])
    broken = chance.choice(
        (whole[:at], whole[:at] + turned + whole[at + 1 :], whole[:at] + bytes(512) + whole[at + 512 :])
    )
    (folder / "broken.zip").write_bytes(broken)
    (folder / "broken").mkdir()
    try:
        archive.unpack(folder / "broken.zip", folder / "broken")
    except Refusal:
        return
    for name in (DATABASE, KEY):
        assert (folder / "broken" / name).read_bytes() == (folder / "whole" / name).read_bytes()


def _rewritten(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as old:
            files = {name: old.read(name) for name in old.namelist()}
        change(files)
        with zipfile.ZipFile(path, "w") as new:
            for name, content in files.items():
                new.writestr(name, content)

    return rewrite


def _said(**more: object) -> Callable[[Path], None]:
    def change(files: dict[str, bytes]) -> None:
        files[LIST] = json.dumps({**json.loads(files[LIST]), **more}).encode()

    return _rewritten(change)


def _elsewhere(files: dict[str, bytes]) -> None:
    said = json.loads(files[LIST])
    said["parts"]["../../evil"] = said["parts"][KEY]
    files["../../evil"] = files[KEY]
    files[LIST] = json.dumps(said).encode()


def _larger_than_it_says(files: dict[str, bytes]) -> None:
    files[DATABASE] += bytes(50_000_000)


def _without_database(files: dict[str, bytes]) -> None:
    del files[DATABASE]


def _without_list(files: dict[str, bytes]) -> None:
    del files[LIST]


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG" + bytes(1000))


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (_said(edition=2), "storage-archive-newer"),
        (_said(format="other"), "storage-no-archive"),
        (_said(parts={}), "storage-archive-damaged"),
        (_said(parts=[]), "storage-archive-damaged"),
        (_rewritten(_elsewhere), "storage-archive-damaged"),
        (_rewritten(_larger_than_it_says), "storage-archive-damaged"),
        (_rewritten(_without_database), "storage-archive-damaged"),
        (_rewritten(_without_list), "storage-no-archive"),
        (_picture, "storage-no-archive"),
    ],
)
def test_what_is_no_archive_of_ours_is_refused(
    made: Path, tmp_path: Path, spoil: Callable[[Path], None], key: str
) -> None:
    spoil(made)
    (tmp_path / "out").mkdir()
    with pytest.raises(Refusal) as refusal:
        archive.unpack(made, tmp_path / "out")
    assert refusal.value.key == f"refusal-{key}"
    assert not (tmp_path.parent / "evil").exists()


def test_an_archive_that_says_it_is_huge_is_not_unpacked(made: Path, tmp_path: Path) -> None:
    part = {"bytes": 10**18, "sha256": "0" * 64}
    _said(parts={DATABASE: part})(made)
    (tmp_path / "out").mkdir()
    with refused("unavailable", "storage-full"):
        archive.unpack(made, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_an_archive_that_was_not_written_as_it_should_leaves_the_older_one(
    sqlite: SqliteStore, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made.read_bytes()
    monkeypatch.setattr(archive, "_part", lambda path: archive.Part(bytes=path.stat().st_size, sha256="0" * 64))
    with refused("unavailable", "storage-archive-damaged"):
        archive.write(sqlite.backup, None, sqlite.path, made, Contents())
    assert made.read_bytes() == before
    assert [file.name for file in made.parent.iterdir()] == ["friday.zip"]


def test_an_archive_never_goes_over_the_database(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    with refused("invalid", "storage-backup-onto-itself"):
        archive.write(sqlite.backup, None, sqlite.path, sqlite.path, Contents())


@pytest.mark.parametrize("name", ["journeymap.key", "letter.txt"])
def test_an_archive_goes_over_no_file_that_is_none(sqlite: SqliteStore, tmp_path: Path, name: str) -> None:
    create_full(sqlite)
    there = tmp_path / name
    there.write_text(SECRET)
    with refused("invalid", "storage-backup-over-another"):
        archive.write(sqlite.backup, None, sqlite.path, there, Contents())
    assert there.read_text() == SECRET


def test_an_archive_goes_over_no_device(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    os.mkfifo(tmp_path / "pipe")
    with refused("invalid", "storage-backup-no-file"):
        archive.write(sqlite.backup, None, sqlite.path, tmp_path / "pipe", Contents())
    assert (tmp_path / "pipe").is_fifo()


def test_a_plain_database_comes_out_for_its_owner_alone(sqlite: SqliteStore, tmp_path: Path) -> None:
    create_full(sqlite)
    sqlite.backup(tmp_path / "copy.db")
    (tmp_path / "copy.db").chmod(0o644)
    (tmp_path / "out").mkdir()
    archive.unpack(tmp_path / "copy.db", tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / DATABASE).stat().st_mode) == 0o600
