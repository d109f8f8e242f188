"""Maps as they were at a revision, the ones asked for last: a page asks for the same one again with every change."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from journeymap.domain.model.journey import Journey

KEPT = 8
"""So many are remembered."""


class PastMaps:
    """A memory of what was played from the log, by map, revision and erasures."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int, int], Journey] = OrderedDict()
        self._lock = Lock()

    def get(self, map_id: str, revision: int, erasures: int, play: Callable[[], Journey]) -> Journey:
        """The map as it was: remembered, else played."""
        key = (map_id, revision, erasures)
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        then = play()
        with self._lock:
            self._known[key] = then
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return then
