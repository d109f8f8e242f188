"""The latest journey of the maps in use: immutable values that the writer and all readers share."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from journeymap.domain.applying import apply
from journeymap.domain.errors import gone
from journeymap.domain.journey import Journey
from journeymap.domain.rows import TABLES
from journeymap.storage import records

CATCH_UP = 200
"""A journey further behind than this is loaded anew."""


class Journeys:
    """Committed journeys, the most recently used ones; each counts only while its revision is the map's.

    Other processes may write to the same file: the revision in the database decides, never the memory.
    """

    def __init__(self, most_rows: int = 100_000) -> None:
        self._most_rows = most_rows
        self._known: OrderedDict[str, tuple[Journey, int]] = OrderedDict()
        self._lock = Lock()
        self._rows = 0

    def current(self, connection: sqlite3.Connection, map_id: str) -> Journey:
        """The map as this connection's transaction sees it. Errors: Refusal `gone`."""
        found = connection.execute("SELECT revision FROM maps WHERE id = ?", (map_id,)).fetchone()
        if found is None:
            raise gone("storage-no-such-map")
        revision: int = found[0]
        known = self._get(map_id)
        if known is not None and known.revision == revision:
            return known
        if revision == 0:  # never remembered: a map that is being created may still be rolled back
            return Journey(map_id)
        journey = self._caught_up(connection, known, revision) if known is not None else None
        journey = journey or records.load(connection, map_id, revision)
        self.put(journey)
        return journey

    def put(self, journey: Journey) -> None:
        """Remember a committed journey, unless a later one is known."""
        rows = sum(journey.count(table) for table in TABLES)
        with self._lock:
            known, counted = self._known.get(journey.map_id, (None, 0))
            if known is not None and known.revision > journey.revision:
                return
            self._known[journey.map_id] = journey, rows
            self._known.move_to_end(journey.map_id)
            self._rows += rows - counted
            while self._rows > self._most_rows and len(self._known) > 1:
                _, (_, dropped) = self._known.popitem(last=False)
                self._rows -= dropped

    def forget(self, map_ids: Iterable[str]) -> None:
        """Remember nothing of these maps: their rows were rewritten without a revision."""
        with self._lock:
            for map_id in map_ids:
                if map_id in self._known:
                    self._rows -= self._known.pop(map_id)[1]

    def known(self) -> dict[str, int]:
        """The revisions in memory, the least recently used first."""
        with self._lock:
            return {map_id: journey.revision for map_id, (journey, _) in self._known.items()}

    def _get(self, map_id: str) -> Journey | None:
        with self._lock:
            if map_id not in self._known:
                return None
            self._known.move_to_end(map_id)
            return self._known[map_id][0]

    @staticmethod
    def _caught_up(connection: sqlite3.Connection, journey: Journey, revision: int) -> Journey | None:
        """The journey with what others wrote since, or None where loading it is the shorter way."""
        if not 0 < revision - journey.revision <= CATCH_UP:
            return None
        for operation in records.operations(connection, journey.map_id, journey.revision, to=revision):
            journey = apply(journey, operation)
        return journey
