"""A log that nobody can fill: a line that is said again and again is said a few times, then counted."""

import logging
import threading
import time
from collections.abc import Callable, Iterable

AT_ONCE = 10
"""A line is said so often before it is only counted…"""

SECONDS = 10.0
"""…for so long; then its number is said, and it may be said again."""

MOST_KINDS = 500

log = logging.getLogger(__name__)
Kind = tuple[str, int, str]


class RepeatedLines(logging.Filter):
    """For all handlers there are. Lines are of one kind where their wording is the same, whatever is filled in."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._lock = threading.Lock()
        self._said: dict[Kind, tuple[float, int]] = {}
        self._handlers: list[logging.Handler] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to say this line. Every handler asks; the line counts once."""
        known: bool | None = getattr(record, "said", None)
        if known is None:
            known = record.said = self._count((record.name, record.levelno, str(record.msg).partition("\n")[0][:200]))
        return known

    def _count(self, kind: Kind) -> bool:
        if kind[0] == __name__:
            return True
        with self._lock:
            since, times = self._said.get(kind, (self._clock(), 0))
            if times or len(self._said) < MOST_KINDS:
                self._said[kind] = since, times + 1
            return times < AT_ONCE

    def tell(self) -> None:
        """Say how often lines came that were not said, and begin anew with them."""
        with self._lock:
            now = self._clock()
            old = {kind: times for kind, (since, times) in self._said.items() if now - since >= SECONDS}
            for kind in old:
                del self._said[kind]
        for (name, level, words), times in old.items():
            if times > AT_ONCE:
                log.log(level, "%d more times in %.0f s: %s: %s", times - AT_ONCE, SECONDS, name, words)

    def start(self) -> None:
        """Stand before every handler of every log."""
        self._handlers = list(_handlers())
        for handler in self._handlers:
            handler.addFilter(self)

    def stop(self) -> None:
        """Stand there no more."""
        for handler in self._handlers:
            handler.removeFilter(self)


def _handlers() -> Iterable[logging.Handler]:
    loggers = [logging.getLogger(), *logging.Logger.manager.loggerDict.values()]
    found = [handler for one in loggers if isinstance(one, logging.Logger) for handler in one.handlers]
    last = [logging.lastResort] if logging.lastResort is not None else []
    return dict.fromkeys([*found, *last])
