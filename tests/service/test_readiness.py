"""Whether people can work here is found out by a write, which is itself no burden."""

from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.text.errors import unavailable
from journeymap.service.disk import MEGABYTE, Disk
from journeymap.service.readiness import GOOD_SECONDS, Readiness


class Writes:
    """A store that is only written to; `answer` gives the future of each write."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.count = 0

    def write(self, _work: object) -> "Future[None]":
        self.count += 1
        found: Future[None] = self.answer()
        return found


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def done(fault: Exception | None = None) -> "Future[None]":
    future: Future[None] = Future()
    if fault is None:
        future.set_result(None)
    else:
        future.set_exception(fault)
    return future


def readiness(store: Any, clock: Clock, free: int = 10_000) -> Readiness:
    disk = Disk(Path("/nowhere/maps.db"), 500, free=lambda _: free * MEGABYTE)
    return Readiness(store, disk, lambda: "2026-11-28T09:00:00Z", clock=clock, patience=0.01)


def test_it_is_found_out_once_for_all_who_ask_in_the_next_seconds() -> None:
    clock, store = Clock(), Writes(done)
    it = readiness(store, clock)
    assert [it.database() for _ in range(100)] == ["writable"] * 100
    assert store.count == 1
    clock.now = GOOD_SECONDS
    assert it.database() == "writable"
    assert store.count == 2


@pytest.mark.parametrize("fault", [unavailable("storage-full", file="maps.db"), OSError("gone")])
def test_a_write_that_fails_is_said_and_one_that_works_later_too(fault: Exception) -> None:
    clock, answers = Clock(), [done(fault), done()]
    it = readiness(Writes(lambda: answers.pop(0)), clock)
    assert it.database() == "unwritable"
    clock.now = GOOD_SECONDS
    assert it.database() == "writable"


def test_a_write_that_hangs_is_not_asked_again_while_it_hangs() -> None:
    clock, hanging = Clock(), Future[None]()
    store = Writes(lambda: hanging)
    it = readiness(store, clock)
    for n in range(5):
        clock.now = n * GOOD_SECONDS
        assert it.database() == "slow"
    assert store.count == 1
    hanging.set_result(None)
    clock.now = 5 * GOOD_SECONDS
    assert it.database() == "writable"


def test_a_disk_with_hardly_anything_left_is_full() -> None:
    assert readiness(Writes(done), Clock(), free=10).disk_is_full
    assert not readiness(Writes(done), Clock(), free=400).disk_is_full
