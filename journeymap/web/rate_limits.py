"""Token buckets: how much one participant, or one address, may do at once. Shared by the API and the live socket."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Buckets:
    """A bucket for each key: `burst` tokens at first, `rate` more a second, never above `burst`.

    Beyond `most` keys, the ones not used for longest are forgotten: memory stays bounded.
    """

    rate: float
    burst: float
    most: int = 10_000
    clock: Callable[[], float] = time.monotonic
    _left: "OrderedDict[str, tuple[float, float]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, key: str) -> int:
        """Take a token: 0 where there was one, else after how many seconds there is one."""
        with self._lock:
            tokens = self._tokens(key)
            if tokens < 1:
                return self._seconds(tokens)
            self._keep(key, tokens - 1)
            return 0

    def wait(self, key: str) -> int:
        """After how many seconds there is a token (0: now); none is taken."""
        with self._lock:
            tokens = self._tokens(key)
            return 0 if tokens >= 1 else self._seconds(tokens)

    def spend(self, key: str) -> None:
        """Take a token even where there is none: it is owed, up to a whole burst."""
        with self._lock:
            self._keep(key, max(self._tokens(key) - 1, -self.burst))

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._left)

    def _tokens(self, key: str) -> float:
        tokens, then = self._left.get(key, (self.burst, 0.0))
        return min(self.burst, tokens + (self.clock() - then) * self.rate)

    def _keep(self, key: str, tokens: float) -> None:
        self._left[key] = (tokens, self.clock())
        self._left.move_to_end(key)
        while len(self._left) > self.most:
            self._left.popitem(last=False)

    def _seconds(self, tokens: float) -> int:
        return max(1, math.ceil((1 - tokens) / self.rate))


def walks() -> Buckets:
    """What one customer sends in a round: somebody who reads never meets it, a program does."""
    return Buckets(rate=1, burst=60)


def writes() -> Buckets:
    """What one participant may write: a person at work never meets it, a program that runs away does."""
    return Buckets(rate=50, burst=500)
