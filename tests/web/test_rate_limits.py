"""Token buckets."""

import pytest

from journeymap.web import rate_limits
from journeymap.web.rate_limits import Buckets


class Clock:
    """A clock that a test moves."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_burst_is_let_through_and_then_the_rate_holds(clock: Clock) -> None:
    buckets = Buckets(rate=2, burst=3, clock=clock)
    assert [buckets.take("noor") for _ in range(4)] == [0, 0, 0, 1]
    clock.now += 0.5
    assert [buckets.take("noor") for _ in range(2)] == [0, 1]


def test_waiting_never_saves_up_more_than_a_burst(clock: Clock) -> None:
    buckets = Buckets(rate=2, burst=3, clock=clock)
    buckets.take("noor")
    clock.now += 3_600
    assert [buckets.take("noor") for _ in range(4)] == [0, 0, 0, 1]


def test_one_person_never_spends_what_is_anothers(clock: Clock) -> None:
    buckets = Buckets(rate=1, burst=1, clock=clock)
    assert (buckets.take("noor"), buckets.take("otto"), buckets.take("noor")) == (0, 0, 1)


def test_it_says_after_how_many_seconds_there_is_one_again(clock: Clock) -> None:
    buckets = Buckets(rate=1 / 6, burst=1, clock=clock)
    buckets.take("noor")
    assert buckets.take("noor") == 6
    clock.now += 5.5
    assert buckets.take("noor") == 1
    clock.now += 0.5
    assert buckets.take("noor") == 0


def test_asking_how_long_takes_nothing(clock: Clock) -> None:
    buckets = Buckets(rate=1, burst=1, clock=clock)
    assert [buckets.wait("noor") for _ in range(5)] == [0] * 5
    assert buckets.take("noor") == 0
    assert buckets.wait("noor") == 1


def test_what_was_spent_beyond_the_burst_is_paid_back(clock: Clock) -> None:
    buckets = Buckets(rate=1, burst=2, clock=clock)
    for _ in range(100):
        buckets.spend("noor")
    assert buckets.wait("noor") == 3  # owed two at most, and the one asked for
    clock.now += 3
    assert buckets.take("noor") == 0


def test_a_million_addresses_fill_no_memory(clock: Clock) -> None:
    buckets = Buckets(rate=1, burst=1, most=50, clock=clock)
    for n in range(1_000):
        buckets.take(f"address {n}")
    assert len(buckets) == 50


def test_a_person_at_work_never_meets_the_limit_on_writes() -> None:
    buckets = rate_limits.writes()
    assert not any(buckets.take("noor") for _ in range(400))
