"""A disk that is nearly full is said in time, once, and where people look."""

import logging
from pathlib import Path

import pytest

from journeymap.service.disk import LOOK_SECONDS, MEGABYTE, Disk


class Machine:
    """A disk that fills, and a clock."""

    def __init__(self) -> None:
        self.left = 1_000
        self.now = 0.0
        self.looks = 0

    def free(self, folder: Path) -> int:
        self.looks += 1
        if self.left < 0:
            raise OSError("gone")
        return self.left * MEGABYTE

    def disk(self) -> Disk:
        return Disk(Path("/data/journeymap.db"), 500, free=self.free, clock=lambda: self.now)


def test_it_is_low_before_it_is_full_and_said_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    machine = Machine()
    disk = machine.disk()
    assert not disk.is_low
    machine.left = 499
    assert not disk.is_low, "looked at now and then, not with every question"
    for _ in range(3):
        machine.now += LOOK_SECONDS
        assert disk.is_low
    assert machine.looks == 4
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    machine.left, machine.now = 900, machine.now + LOOK_SECONDS
    assert not disk.is_low
    assert "499 MB" in caplog.text
    assert "room again" in caplog.text


def test_a_disk_that_cannot_be_asked_is_not_low() -> None:
    machine = Machine()
    machine.left = -1
    disk = machine.disk()
    assert (disk.left, disk.is_low) == (None, False)


def test_without_a_database_nothing_is_looked_at() -> None:
    assert not Disk().is_low
