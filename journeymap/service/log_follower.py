"""What other processes write to the same database: looked for, a few dozen times a second, while rooms are open."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from journeymap.domain.model.operations import Operation
from journeymap.domain.text.errors import Refusal
from journeymap.storage.store import Store

PAUSE = 0.03
"""Seconds between two looks."""

REVIEW = 5.0
"""Seconds between two looks at who may still be here."""

SETTLED = 0.3
"""Seconds without a further change by an erasure after which it counts as through."""

log = logging.getLogger(__name__)


class Followed(Protocol):
    """Whoever wants to know, asked and told on the follower's thread."""

    def revisions(self) -> dict[str, int]:
        """The open maps, and the last revision that is known of each or is on its way."""

    def erasures(self) -> dict[str, int]:
        """How often each open map had been changed by an erasure when it was last told."""

    def erased(self, map_id: str, erasures: int) -> None:
        """Names were taken out of this map, by whatever process: whatever is kept of it is to be read anew."""

    def missed(self, map_id: str) -> int:
        """The last revision that came in."""

    def found(self, map_id: str, operations: Sequence[Operation]) -> None:
        """These came from elsewhere, or were missed."""

    def endings(self) -> bool:
        """Whether sessions have ended since this was asked last."""

    def vanished(self, map_id: str) -> None:
        """This map was deleted, by whatever process."""

    def review(self) -> None:
        """Look who may still be here."""

    def workshops(self) -> dict[str, int]:
        """The workshops of the open maps, and how often each had changed when it was last looked at."""

    def moved(self, workshop_id: str, version: int) -> None:
        """A workshop or its people changed: its step, its clock, who is in it."""


class Follower:
    """A thread that reads the log on, for every open map that moved without us."""

    def __init__(self, store: Store, followed: Followed, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._followed = followed
        self._clock = clock
        self._review_at = clock() + REVIEW
        self._missing: set[str] = set()
        self._erasing: dict[str, tuple[int, float]] = {}
        """Maps that are being changed by an erasure: how often up to now, and when that was seen first."""
        self._awake = threading.Event()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="journeymap-follower", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._awake.set()
        if self._thread.is_alive():
            self._thread.join()

    def wake(self, missing: str | None = None) -> None:
        """Look now: a room was opened, or operations of this map are missing."""
        if missing is not None:
            self._missing.add(missing)
        self._awake.set()

    def look(self) -> None:
        """Find what is missing, once."""
        known = self._followed.revisions()
        states = self._store.states(known)
        for map_id in known.keys() - states.keys():
            self._missing.discard(map_id)
            self._followed.vanished(map_id)
        for map_id, (revision, erasures) in states.items():
            self._look_for_erasures(map_id, erasures)
            if revision > known[map_id] or map_id in self._missing:
                self._missing.discard(map_id)
                since = self._followed.missed(map_id)
                self._followed.found(map_id, self._store.operations(map_id, since=since))
        if workshops := self._followed.workshops():
            for workshop_id, version in self._store.people.workshop_versions(workshops).items():
                if version != workshops[workshop_id]:
                    self._followed.moved(workshop_id, version)
                    self._review_at = 0.0
        if self._followed.endings() or self._clock() >= self._review_at:
            self._followed.review()
            self._review_at = self._clock() + REVIEW

    def _look_for_erasures(self, map_id: str, erasures: int) -> None:
        """An erasure goes through a map a little at a time: what came of it is told once, when it is through."""
        if erasures == self._followed.erasures().get(map_id, erasures):
            self._erasing.pop(map_id, None)
            return
        seen, since = self._erasing.get(map_id, (-1, 0.0))
        if seen != erasures:
            self._erasing[map_id] = erasures, self._clock()
        elif self._clock() - since >= SETTLED:
            del self._erasing[map_id]
            self._followed.erased(map_id, erasures)

    def _run(self) -> None:
        failing = False
        while self._wait():
            try:
                self.look()
            except Refusal as refusal:  # the disk or the file: the next look may do
                if not failing:
                    log.warning("Could not look for changes of other processes: %s", refusal)
                failing = True
            except Exception:
                log.exception("Could not look for changes of other processes")
            else:
                failing = False

    def _wait(self) -> bool:
        """Until it is time to look; False when there is nothing more to look for."""
        self._awake.wait(PAUSE if self._followed.revisions() else None)
        self._awake.clear()
        return not self._stopped
