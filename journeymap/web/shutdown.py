"""Stopping when asked: what was accepted is answered, everybody is told, and the process is gone in time."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from journeymap.web.live.live_server import LiveServer

FORCE_SECONDS = 3.5
"""After so long whoever is still connected is not waited for."""

LAST_SECONDS = 4.7
"""After so long the process ends whatever hangs: what was answered is on the disk."""

Handler = Callable[[int, FrameType | None], Any]
log = logging.getLogger(__name__)


class Shutdown:
    """Goes before the server's own handling of SIGTERM and Ctrl+C: it closes connections without a word."""

    def __init__(self, hall: LiveServer) -> None:
        self._hall = hall
        self._loop = asyncio.get_running_loop()
        self._theirs: dict[int, Handler] = {}
        self._task: asyncio.Task[None] | None = None
        self._last = threading.Timer(LAST_SECONDS, _end)
        self._last.daemon = True

    def listen(self) -> None:
        """From now on; only where the server listens to signals itself."""
        if threading.current_thread() is not threading.main_thread():
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            theirs = signal.getsignal(number)
            if callable(theirs):
                self._theirs[number] = theirs
                signal.signal(number, self._on_signal)

    def stop(self) -> None:
        """The server has stopped: the signals are the server's own again."""
        for number, theirs in self._theirs.items():
            signal.signal(number, theirs)
        self._theirs.clear()

    def _on_signal(self, number: int, at: FrameType | None) -> None:
        if self._hall.leaving:  # asked twice: at once
            self._theirs[number](number, at)
            return
        self._hall.leaving = True
        self._last.start()
        self._loop.call_soon_threadsafe(self._begin, number)

    def _begin(self, number: int) -> None:
        self._task = self._loop.create_task(self._leave(number))

    async def _leave(self, number: int) -> None:
        try:
            await self._hall.say_goodbye()
            await asyncio.sleep(0)  # the goodbyes are on their way
        except Exception:
            log.exception("Not everybody could be told that the server stops")
        theirs = self._theirs.get(number)
        if theirs is None:
            return
        theirs(number, None)
        # The server waits for whoever does not hang up; asked again, it waits no longer.
        self._loop.call_later(FORCE_SECONDS, self._theirs.get(signal.SIGINT, theirs), signal.SIGINT, None)


def _end() -> None:
    log.warning("Something would not stop: the process ends all the same.")
    os._exit(0)
