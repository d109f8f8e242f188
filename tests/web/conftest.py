"""A room for every test: a real database, people of every role."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.api_clients import Room, opened


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Served on loopback, as by default."""
    with opened(tmp_path) as it:
        yield it


@pytest.fixture
def open_room(tmp_path: Path) -> Iterator[Room]:
    """Served to the network."""
    with opened(tmp_path, bound_to="0.0.0.0") as it:
        yield it


@pytest.fixture(scope="module")
def open_still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The same, served to the network."""
    with opened(tmp_path_factory.mktemp("open-still"), bound_to="0.0.0.0") as it:
        yield it


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One room for all tests of a module that change nothing in it."""
    with opened(tmp_path_factory.mktemp("still")) as it:
        yield it
