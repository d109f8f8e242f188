"""Pages are drawn in turns: Python runs one thread at a time, and the live room needs its share of them.

A hundred pages that are opened at once are a hundred threads that want Python's lock, and the thread of the live
sockets would come after all of them, again and again. One after another they are drawn sooner, too.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

OVERTIME = 0.25
"""Seconds. A page that takes longer, or waits for something, is waited for no longer."""


class DrawTurns:
    """Whose page is drawn now."""

    def __init__(self, overtime: float = OVERTIME) -> None:
        self._overtime = overtime
        self._next = threading.Lock()
        self._free = threading.Event()
        self._free.set()
        self._drawing: object = None

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Draw a page in this block, once the one before is drawn; alone, at once."""
        turn = object()
        with self._next:
            self._free.wait(self._overtime)
            self._free.clear()
            self._drawing = turn
        try:
            yield
        finally:
            if self._drawing is turn:
                self._free.set()


TURNS = DrawTurns()
"""Those of this process: every session's pages are drawn in it."""
