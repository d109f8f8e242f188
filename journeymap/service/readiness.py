"""Whether work can be done here: tries a write, like anybody's, and says what stands in its way."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

from journeymap.domain.text.errors import Refusal
from journeymap.service.disk import Disk
from journeymap.storage.store import Store

GOOD_SECONDS = 5.0
"""So long what was found holds: whoever asks more often asks the writer no more for it."""

MOST_SECONDS = 3.0
"""A write that takes longer than this is not waited for."""

LEAST_LEFT = 16
"""With fewer megabytes left than this the next write may be the last."""

NOTE = "ready"

log = logging.getLogger(__name__)

Database = Literal["writable", "slow", "unwritable"]


@dataclass(slots=True)
class Readiness:
    """One probe at a time, and its finding for all who ask meanwhile."""

    store: Store
    disk: Disk
    now: Callable[[], str]
    clock: Callable[[], float] = time.monotonic
    patience: float = MOST_SECONDS
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _found: Database = "unwritable"
    _found_at: float = float("-inf")
    _under_way: "Future[None] | None" = None

    def database(self) -> Database:
        """Whether a write is answered in time; waits for it, so not for the event loop."""
        if not self._lock.acquire(blocking=self._found_at == float("-inf")):
            return self._found  # somebody tries: whoever else asks takes no thread for it
        try:
            if self.clock() - self._found_at >= GOOD_SECONDS:
                self._found = self._try()
                self._found_at = self.clock()
            return self._found
        finally:
            self._lock.release()

    @property
    def disk_is_full(self) -> bool:
        """Whether there is hardly anything left beside the database."""
        left = self.disk.left
        return left is not None and left < LEAST_LEFT

    def _try(self) -> Database:
        """A write that was not answered in time is waited for again, rather than put behind itself in the queue."""
        try:
            if self._under_way is None:
                self._under_way = self.store.write(lambda tx: tx.note(NOTE, self.now()))
            self._under_way.result(self.patience)
        except TimeoutError:
            return "slow"
        except Refusal:
            found: Database = "unwritable"
        except Exception:
            log.exception("Trying a write failed")
            found = "unwritable"
        else:
            found = "writable"
        self._under_way = None
        return found
