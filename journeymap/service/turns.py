"""Heavy work in turns: a few files are made at once, a few wait, and any further request is refused at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore

from journeymap.domain.text.errors import unavailable

AT_ONCE = 1
"""So many are made at once: each takes a processor for seconds, and the room needs the other one."""

PATIENCE = 30.0
"""Seconds that somebody waits for the one before theirs."""

WAITING = 5
"""So many may wait; to others it is said at once, for every one who waits takes a thread."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Whose turn it is."""

    working: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))
    queue: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE + WAITING))

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold a turn while the block runs. Errors: Refusal where no turn comes in time."""
        if not self.queue.acquire(blocking=False):
            raise unavailable("graph-busy")
        try:
            if not self.working.acquire(timeout=PATIENCE):
                raise unavailable("graph-busy")
            try:
                yield
            finally:
                self.working.release()
        finally:
            self.queue.release()
