"""Calls posted from other threads to the event loop, which is woken once for all of them."""

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

log = logging.getLogger(__name__)


class EventLoop(Protocol):
    """The event loop, as far as a letterbox needs it."""

    def call_soon_threadsafe(self, callback: Callable[[], Any], /) -> Any:
        """Call this soon on the loop's own thread."""


class Letterbox:
    """Calls from any thread, made on the loop's thread in the order in which they were posted.

    The loop is woken once for all that waits: waking it for each change of a busy room costs more than
    the change. A letter that fails harms no other.
    """

    def __init__(self, loop: EventLoop) -> None:
        self._loop = loop
        self._letters: deque[Callable[[], Any]] = deque()
        self._woken = False

    def post(self, letter: Callable[[], Any]) -> None:
        """Have this called. Once the loop is gone nobody reads it."""
        self._letters.append(letter)
        if not self._woken:
            self._woken = True
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        self._woken = False  # first: what is posted from now on wakes the loop again
        while self._letters:
            letter = self._letters.popleft()
            try:
                letter()
            except Exception:
                log.exception("A letter could not be read")
