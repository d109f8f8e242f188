"""Warns while there is still time that the disk with the database is nearly full."""

import logging
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 1024 * 1024
LOOK_SECONDS = 10.0
"""So long an answer is good for."""

log = logging.getLogger(__name__)


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class Disk:
    """The free space beside the database, looked at now and then by whoever asks; `low` megabytes are too few."""

    def __init__(
        self, database: Path | None = None, low: int = 0, free: Callable[[Path], int] = _free,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._folder = database.parent if database is not None else None
        self._low = low
        self._free = free
        self._clock = clock
        self._lock = threading.Lock()
        self._looked_at = float("-inf")
        self._left: int | None = None
        self._warned = False

    @property
    def left(self) -> int | None:
        """The megabytes that are left; None where that cannot be found out."""
        with self._lock:
            if self._folder is not None and self._clock() - self._looked_at >= LOOK_SECONDS:
                self._looked_at = self._clock()
                self._look(self._folder)
            return self._left

    @property
    def is_low(self) -> bool:
        """Whether too few are left."""
        left = self.left
        return left is not None and left < self._low

    def _look(self, folder: Path) -> None:
        try:
            self._left = self._free(folder) // MEGABYTE
        except OSError as fault:
            log.warning("Could not find out how much room is left beside the database: %s", fault)
            self._left = None
            return
        low = self._left < self._low
        if low and not self._warned:
            log.warning("The disk is nearly full: %d MB are left beside the database.", self._left)
        elif self._warned and not low:
            log.info("There is room again beside the database: %d MB.", self._left)
        self._warned = low
