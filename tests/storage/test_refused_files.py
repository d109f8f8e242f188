"""A file that cannot be used is refused in one clear sentence, and left byte for byte as it was."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.storage.sqlite_store import open_store
from tests.support.files import as_somebody_else, database, folder_closed_to_all, untouched
from tests.support.store_calls import create_full, refused


def _not_a_database(path: Path) -> None:
    path.write_text("title,persona\nA visit,Noor\n")


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite")


def _anothers(path: Path) -> None:
    database(path, "CREATE TABLE photos (id)", "INSERT INTO photos VALUES (1)")


def _anothers_in_use(path: Path) -> None:
    """Its last rows are still in the log beside it."""
    keeper = sqlite3.connect(path)
    keeper.execute("PRAGMA journal_mode = WAL")
    keeper.execute("CREATE TABLE photos (id)")
    keeper.commit()
    _KEPT_OPEN.append(keeper)


def _anothers_cut_off(path: Path) -> None:
    """Its program was killed while writing: what SQLite would undo lies beside it."""
    whole = path.with_name("whole")
    with closing(sqlite3.connect(whole, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE photos (id)")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        for n in range(2000):
            connection.execute("INSERT INTO photos VALUES (?)", ["x" * 100 + str(n)])
        shutil.copy(whole, path)
        shutil.copy(f"{whole}-journal", f"{path}-journal")


def _marked_by_another(path: Path) -> None:
    database(path, "PRAGMA application_id = 7")


def _newer_by_migration(path: Path) -> None:
    open_store(path).close()
    database(path, "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('journeymap', '0999_later')")


def _newer_by_version(path: Path) -> None:
    open_store(path).close()
    database(path, "PRAGMA user_version = 999")


def _cut_off(path: Path) -> None:
    _filled(path)
    path.write_bytes(path.read_bytes()[:20_000])


def _scribbled_over(path: Path) -> None:
    _filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 * 20 + whole[8192 + 4096 * 20 :])


def _scribbled_over_the_end(path: Path) -> None:
    with closing(open_store(path)) as store:
        for n in range(30):
            create_full(store, f"m{n}")
    whole = path.read_bytes()
    path.write_bytes(whole[:-40_960] + b"\xff" * 40_960)


def _scribbled_over_the_start(path: Path) -> None:
    _filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:16] + b"\xff" * 4080 + whole[4096:])


def _filled(path: Path) -> None:
    with closing(open_store(path)) as store:
        create_full(store)


_KEPT_OPEN: list[sqlite3.Connection] = []


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    yield
    while _KEPT_OPEN:
        _KEPT_OPEN.pop().close()


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that everybody may look into and nobody may write to."""
    with folder_closed_to_all() as folder:
        yield folder


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (_not_a_database, "storage-not-a-database"),
        (_short, "storage-not-a-database"),
        (_anothers, "storage-not-ours"),
        (_anothers_in_use, "storage-not-ours"),
        (_anothers_cut_off, "storage-not-ours"),
        (_marked_by_another, "storage-not-ours"),
        (_newer_by_migration, "storage-newer"),
        (_newer_by_version, "storage-newer"),
        (_cut_off, "storage-damaged"),
        (_scribbled_over, "storage-damaged"),
        (_scribbled_over_the_start, "storage-damaged"),
        (_scribbled_over_the_end, "storage-damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None], key: str
) -> None:
    path = tmp_path / "some.db"
    make(path)
    with untouched(tmp_path), refused("unavailable", key):
        open_store(path)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with refused("unavailable", "storage-is-folder"):
        open_store(tmp_path)


def test_a_device_or_a_pipe_is_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with refused("unavailable", "storage-not-a-database"):
            open_store(path)


def test_a_folder_below_a_file_cannot_be_database(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("unavailable", "storage-unwritable"):
        open_store(tmp_path / "file" / "journeymap.db")


def test_a_folder_one_may_not_write_to_is_refused(closed_folder: Path) -> None:
    with as_somebody_else(), refused("unavailable", "storage-unwritable"):
        open_store(closed_folder / "journeymap.db")
    with as_somebody_else(), refused("unavailable", "storage-unwritable"):
        open_store(closed_folder / "new" / "journeymap.db")
    assert list(closed_folder.iterdir()) == []


def test_a_file_in_a_folder_one_may_not_write_to_is_refused(closed_folder: Path) -> None:
    closed_folder.chmod(0o755)
    path = closed_folder / "journeymap.db"
    _filled(path)
    path.chmod(0o666)
    closed_folder.chmod(0o555)
    with untouched(closed_folder), as_somebody_else(), refused("unavailable", "storage-unwritable"):
        open_store(path)


def test_a_file_one_may_not_write_to_is_refused(closed_folder: Path) -> None:
    path = closed_folder / "journeymap.db"
    closed_folder.chmod(0o777)
    _filled(path)
    path.chmod(0o444)
    with untouched(closed_folder), as_somebody_else(), refused("unavailable", "storage-unwritable"):
        open_store(path)
