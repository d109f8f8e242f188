"""What a process remembers of sessions, so that whoever works is not looked up in the database for each change."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from journeymap.storage.session_contract import Endings

FRESH = 0.5
"""Seconds for which a process believes what it knows of endings; other processes' are found after them."""
MOST = 20_000
"""So many sessions are remembered; of others it is looked up again when they were seen last."""


@dataclass(slots=True)
class SessionMemory:
    """Which sessions have ended, when the others were last seen, and how often the owner's key was changed."""

    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    generation: int = 0
    _number: int = 0
    _ended: set[str] = field(default_factory=set)
    _until: "OrderedDict[str, float]" = field(default_factory=OrderedDict)
    _seen: "OrderedDict[str, float]" = field(default_factory=OrderedDict)
    _looked_at: float = float("-inf")
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self, look: Callable[[int], Endings], *, now: bool = False) -> bool:
        """Look for endings, unless that was done a moment ago; whether there were any new ones."""
        if not now and self.clock() - self._looked_at < FRESH:
            return False
        with self._lock:
            if not now and self.clock() - self._looked_at < FRESH:
                return False
            at, found = self.clock(), look(self._number)
            news = bool(found.ended) or found.generation != self.generation
            self._ended.update(found.ended)
            self._number, self.generation, self._looked_at = found.number, found.generation, at
            return news

    @property
    def mark(self) -> tuple[int, int]:
        """Moves on with every ending that is known."""
        return self._number, self.generation

    def is_ended(self, session_id: str) -> bool:
        """Whether it has ended, as far as is known."""
        return session_id in self._ended or self._until.get(session_id, float("inf")) <= self.wall()

    def ends(self, session_id: str, at: float) -> None:
        """It will end by itself, at this time in seconds."""
        with self._lock:
            self._until[session_id] = at
            self._until.move_to_end(session_id)
            while len(self._until) > MOST:
                self._until.popitem(last=False)

    def seen(self, session_id: str) -> float | None:
        """When it was last seen, in seconds; None where that is not remembered."""
        return self._seen.get(session_id)

    def see(self, session_id: str, at: float) -> None:
        """It was seen at this time."""
        with self._lock:
            self._seen[session_id] = at
            self._seen.move_to_end(session_id)
            while len(self._seen) > MOST:
                self._seen.popitem(last=False)
