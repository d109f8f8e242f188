"""A line that is said again and again does not fill the log, and no other line is lost for it."""

import logging
from collections.abc import Iterator

import pytest

from journeymap.web.connections.repeated_lines import AT_ONCE, MOST_KINDS, SECONDS, RepeatedLines

log = logging.getLogger("somebody.else")


class Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lines(clock: Clock) -> Iterator[RepeatedLines]:
    it = RepeatedLines(clock)
    yield it
    it.stop()


@pytest.fixture
def kept() -> Iterator[list[str]]:
    first, second = Kept(), Kept()
    log.addHandler(first)
    logging.getLogger("somebody").addHandler(second)
    yield first.lines
    assert [line for line in second.lines if "more times" not in line] == first.lines
    log.removeHandler(first)
    logging.getLogger("somebody").removeHandler(second)


def test_a_repeated_line_is_said_a_few_times_and_then_counted(
    lines: RepeatedLines, clock: Clock, kept: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    lines.start()
    for n in range(1_000):
        log.error("out of descriptors %d\nsocket: …", n)
    log.error("something else")
    assert kept == [*(f"out of descriptors {n}\nsocket: …" for n in range(AT_ONCE)), "something else"]
    caplog.clear()
    clock.now = SECONDS
    lines.tell()
    assert [one.getMessage() for one in caplog.records] == [
        f"{1_000 - AT_ONCE} more times in 10 s: somebody.else: out of descriptors %d"
    ]
    log.error("out of descriptors %d\nsocket: …", 1)
    assert kept[-1] == "out of descriptors 1\nsocket: …"


def test_many_different_lines_take_no_memory_without_end(lines: RepeatedLines, kept: list[str]) -> None:
    lines.start()
    for n in range(3 * MOST_KINDS):
        log.error(f"line {n}")  # noqa: G004 - each a kind of its own
    assert len(kept) == 3 * MOST_KINDS
    assert len(lines._said) == MOST_KINDS


def test_whoever_logs_after_the_end_is_not_counted(lines: RepeatedLines, kept: list[str]) -> None:
    lines.start()
    lines.stop()
    for _ in range(100):
        log.error("again")
    assert len(kept) == 100
