"""The stores that are held to the contract, each in a folder of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from journeymap.storage.sqlite_store import SqliteStore
from journeymap.storage.store import Store
from tests.support.store_calls import new_store

STORES = ("sqlite",)
"""The implementations of the contract: each has a fixture of this name."""

Opener = Callable[[], Store]


@pytest.fixture(params=STORES)
def opened(request: pytest.FixtureRequest) -> Opener:
    """Opens one more store on the same maps; all are closed after the test."""
    opener: Opener = request.getfixturevalue(f"{request.param}_opened")
    return opener


@pytest.fixture
def sqlite_opened(tmp_path: Path) -> Iterator[Opener]:
    """Opens one more SQLite store on the same file."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(new_store(tmp_path / "journeymap.db")))


@pytest.fixture
def store(opened: Opener) -> Store:
    """An empty store, of every implementation in turn."""
    return opened()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty SQLite store, for what is promised of it alone."""
    with closing(new_store(tmp_path / "journeymap.db")) as store:
        yield store
