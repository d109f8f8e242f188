"""Servers to be killed, and the seeds of what is drawn."""

from collections.abc import Iterator

import pytest

from tests.support.route_server import Nursery, nursery


@pytest.fixture(scope="session")
def servers() -> Iterator[Nursery]:
    """Where servers come from: each takes part of a second."""
    with nursery() as it:
        yield it
