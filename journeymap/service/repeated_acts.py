"""Acts that somebody can repeat many times a minute: told at once, and then once a minute with how often.

So whoever takes a map away a thousand times fills neither the audit log nor the disk, and is in it all the same.
"""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

EVERY = 60.0
"""Seconds in which what is repeated is counted."""

MOST = 1_000
"""So many acts are told apart at once; what comes beyond is counted by its kind and place alone."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, without their name, which may be erased before it is told; `times`: how often."""

    kind: str
    by: str
    workshop_id: str
    place: str
    subject: str
    times: int = 1


@dataclass(slots=True)
class RepeatedActs:
    """What was done in the last minute and is not told yet."""

    clock: Callable[[], float] = time.monotonic
    _since: dict[Act, tuple[float, int]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def done(self, act: Act) -> list[Act]:
        """It was done once more; what is to be told now: it, and whatever else has been counted for a minute."""
        now = self.clock()
        with self._lock:
            due = list(self._over(now))
            if act not in self._since and len(self._since) >= MOST:
                act = replace(act, by="", workshop_id="", subject="")
            if act in self._since:
                at, n = self._since[act]
                self._since[act] = at, n + 1
                return due
            self._since[act] = now, 0
            return [*due, act]

    def rest(self) -> list[Act]:
        """What has been counted so far, and is told now."""
        with self._lock:
            return list(self._over(float("inf")))

    def _over(self, now: float) -> Iterator[Act]:
        for act, (at, n) in list(self._since.items()):
            if now - at >= EVERY:
                del self._since[act]
                if n:
                    yield replace(act, times=n)
