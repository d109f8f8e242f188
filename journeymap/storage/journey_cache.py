"""The latest journey of the maps in use: immutable values that the writer and all readers share."""

import sqlite3
from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from journeymap.domain.changes.apply import apply
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import TABLES
from journeymap.domain.text.errors import gone
from journeymap.storage import records

CATCH_UP = 200
"""A journey further behind than this is loaded anew."""


LARGE = 1_000
"""A map of more operations than this takes so long to read that the writer has it read by somebody else."""


class UnreadError(BaseException):
    """A large map that nobody has read is to be read before this can be done; no work catches it."""

    def __init__(self, map_id: str) -> None:
        self.map_id = map_id
        super().__init__(map_id)


class _CachedJourney(NamedTuple):
    """A journey in memory, how often its map had been changed by an erasure, and how many rows it has."""

    journey: Journey
    erasures: int
    rows: int

    @property
    def at(self) -> tuple[int, int]:
        """A sort key: the later of two journeys has the larger one."""
        return self.erasures, self.journey.revision


class Journeys:
    """Committed journeys, the most recently used ones; each counts only while the map is where it was.

    Other processes may write to the same file: the map's state in the database decides, never the memory. An
    erasure changes rows without a revision, so it is counted and compared as well.
    """

    def __init__(self, most_rows: int = 100_000) -> None:
        self._most_rows = most_rows
        self._known: OrderedDict[str, _CachedJourney] = OrderedDict()
        self._lock = Lock()
        self._rows = 0

    def current(self, connection: sqlite3.Connection, map_id: str) -> Journey:
        """The map as this connection's transaction sees it. Errors: Refusal `gone`."""
        return self.current_at(connection, map_id)[0]

    def current_at(self, connection: sqlite3.Connection, map_id: str, *, at_once: bool = True) -> tuple[Journey, int]:
        """The same, and how often it was changed by an erasure.

        Errors: UnreadError, unless it is needed `at_once`, where a large map is not in memory.
        """
        found = connection.execute("SELECT revision, erasures FROM maps WHERE id = ?", (map_id,)).fetchone()
        if found is None:
            raise gone("storage-no-such-map")
        revision, erasures = found
        known = self._get(map_id)
        if known is not None and known.erasures != erasures:
            known = None
        if known is not None and known.journey.revision == revision:
            return known.journey, erasures
        if revision == 0:  # never remembered: a map that is being created may still be rolled back
            return Journey(map_id), erasures
        journey = self._caught_up(connection, known.journey, revision) if known is not None else None
        if journey is None and revision > LARGE and not at_once:
            raise UnreadError(map_id)
        journey = journey or records.load(connection, map_id, revision)
        self.put(journey, erasures)
        return journey, erasures

    def put(self, journey: Journey, erasures: int = 0) -> None:
        """Remember a committed journey, unless a later one is known."""
        rows = sum(journey.count(table) for table in TABLES)
        now = _CachedJourney(journey, erasures, rows)
        with self._lock:
            known = self._known.get(journey.map_id)
            if known is not None and known.at > now.at:
                return
            self._known[journey.map_id] = now
            self._known.move_to_end(journey.map_id)
            self._rows += rows - (known.rows if known is not None else 0)
            while self._rows > self._most_rows and len(self._known) > 1:
                self._rows -= self._known.popitem(last=False)[1].rows

    def drop(self, map_id: str) -> None:
        """Forget a map that was deleted."""
        with self._lock:
            known = self._known.pop(map_id, None)
            self._rows -= known.rows if known is not None else 0

    def known(self) -> dict[str, int]:
        """The revisions in memory, the least recently used first."""
        with self._lock:
            return {map_id: known.journey.revision for map_id, known in self._known.items()}

    def _get(self, map_id: str) -> "_CachedJourney | None":
        with self._lock:
            if map_id not in self._known:
                return None
            self._known.move_to_end(map_id)
            return self._known[map_id]

    @staticmethod
    def _caught_up(connection: sqlite3.Connection, journey: Journey, revision: int) -> Journey | None:
        """The journey with what others wrote since, or None where loading it is the shorter way."""
        if not 0 < revision - journey.revision <= CATCH_UP:
            return None
        for operation in records.operations(connection, journey.map_id, journey.revision, to=revision):
            journey = apply(journey, operation)
        return journey
