"""Time as a room sees it: the event loop has it, and a test brings its own."""

from collections.abc import Callable
from typing import Any, Protocol


class Timer(Protocol):
    """Something that will happen."""

    def cancel(self) -> None:
        """It will not."""


class RoomClock(Protocol):
    """What a room asks of time; an asyncio event loop is one."""

    def time(self) -> float:
        """Seconds, from no moment in particular, never backwards."""

    def call_soon(self, callback: Callable[[], Any], /) -> Timer:
        """Call this once whoever is at work now has finished."""

    def call_at(self, when: float, callback: Callable[[], Any], /) -> Timer:
        """Call this at that time."""


class Pace:
    """Does some work when asked: at once after a quiet time, else once at the end of the interval.

    Whatever is asked in between is done together. Work that takes long is done less often: it never
    takes more than a third of the time.
    """

    def __init__(self, clock: RoomClock, interval: float, work: Callable[[], None]) -> None:
        self.interval = interval
        self._clock = clock
        self._work = work
        self._not_before = clock.time()
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Have the work done as soon as the pace allows."""
        if self._timer is not None:
            return
        if self._clock.time() >= self._not_before:
            self._timer = self._clock.call_soon(self._run)
        else:
            self._timer = self._clock.call_at(self._not_before, self._run)

    def hurry(self) -> None:
        """What was asked is done now."""
        if self._timer is not None:
            self._timer.cancel()
            self._run()

    def stop(self) -> None:
        """What was asked is not done."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _run(self) -> None:
        self._timer = None
        began = self._clock.time()
        self._work()
        took = self._clock.time() - began
        self._not_before = began + max(self.interval, 3 * took)
