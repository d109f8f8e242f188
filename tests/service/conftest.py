"""A service over a database of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.roles import Participant
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.domain.model.test_journey import small
from tests.support.store_calls import new_store


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """All use cases, on an empty database."""
    it = Service.of(House(store=new_store(tmp_path / "journeymap.db"), secret=b"k" * 32, owner_name="Noor"))
    yield it
    it.close()


@pytest.fixture
def noor(service: Service) -> Participant:
    """The owner."""
    return service.people.owner()


@pytest.fixture
def park(service: Service, noor: Participant) -> str:
    """A small map of the owner's; its id."""
    return service.maps.build(noor, "park", copy_changes(small(), "park"))
