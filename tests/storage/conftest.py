"""The stores that are held to the contract, each in a folder of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from journeymap.storage.sqlite import SqliteStore, open_store
from journeymap.storage.store import Store

STORES = ("sqlite",)
"""The implementations of the contract: each has a fixture of this name."""

Opener = Callable[[], Store]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: a copy of it opens faster than a new one is made."""
    path = tmp_path_factory.mktemp("made") / "journeymap.db"
    open_store(path).close()
    return path


@pytest.fixture(params=STORES)
def opened(request: pytest.FixtureRequest) -> Opener:
    """Opens one more store on the same maps; all are closed after the test."""
    opener: Opener = request.getfixturevalue(f"{request.param}_opened")
    return opener


@pytest.fixture
def sqlite_opened(made: Path, tmp_path: Path) -> Iterator[Opener]:
    """Opens one more SQLite store on the same file."""
    path = Path(shutil.copy(made, tmp_path))
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(open_store(path)))


@pytest.fixture
def store(opened: Opener) -> Store:
    """An empty store, of every implementation in turn."""
    return opened()


@pytest.fixture
def sqlite(made: Path, tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty SQLite store, for what is promised of it alone."""
    with closing(open_store(Path(shutil.copy(made, tmp_path)))) as store:
        yield store
