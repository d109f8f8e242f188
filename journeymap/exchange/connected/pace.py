"""How fast a tracker may be asked: waits that somebody can end, and no more writes in a time than it takes."""

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from threading import Lock
from typing import Protocol

LONGEST_WAIT = 120.0
"""Seconds. Whoever has to wait longer is told so and goes on later: what is done by then stays done."""


class Cancel(Protocol):
    """Ends whatever waits for it; a threading.Event is one."""

    def is_set(self) -> bool:
        """Whether it is to end."""

    def wait(self, timeout: float) -> bool:
        """Wait so many seconds, or until it is to end, and say which of them it is: true at the end."""


class WritePace:
    """At most so many in so many seconds, for each of these pairs; shared by all who use one credential."""

    def __init__(self, most: Sequence[tuple[int, float]], now: Callable[[], float] = time.monotonic) -> None:
        self._most = tuple(most)
        self._now = now
        self._taken: deque[float] = deque()
        self._lock = Lock()

    def take(self) -> float:
        """Take one of them now and answer 0; where there is none, the seconds until there will be one."""
        with self._lock:
            now = self._now()
            longest = max((within for _, within in self._most), default=0.0)
            while self._taken and self._taken[0] <= now - longest:
                self._taken.popleft()
            wait = max((self._wait(many, within, now) for many, within in self._most), default=0.0)
            if not wait:
                self._taken.append(now)
            return wait

    def _wait(self, many: int, within: float, now: float) -> float:
        if len(self._taken) < many:
            return 0.0
        return max(0.0, self._taken[-many] + within - now)


@lru_cache(maxsize=64)
def pace_of(tracker: str, whose: str, most: tuple[tuple[int, float], ...]) -> WritePace:
    """The pace of this process for a tracker and the digest of a credential, the same at every call."""
    del tracker, whose
    return WritePace(most)


def wait_told(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """The seconds to wait that an answer names in its headers (of any case); None where it names none.

    `Retry-After` is a number of seconds or a date; where `X-RateLimit-Remaining` is 0, `X-RateLimit-Reset` is a time.
    """
    now = time.time() if now is None else now
    if told := headers.get("Retry-After", "").strip():
        return _until(told, now)
    if headers.get("X-RateLimit-Remaining", "").strip() == "0":
        reset = headers.get("X-RateLimit-Reset", "").strip()
        return max(1.0, float(reset) - now) if reset.isdecimal() else None
    return None


def _until(told: str, now: float) -> float | None:
    if told.isdecimal():
        return max(0.1, float(told[:9]))
    try:
        when: datetime = parsedate_to_datetime(told)
    except ValueError:
        return None
    at: float = (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
    return max(0.1, at - now)
