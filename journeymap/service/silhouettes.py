"""Silhouettes that were drawn up, kept until their map is another one."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.storage.store import State, Store

MOST = 500
"""So many are kept; what was not asked for longest goes."""


@dataclass(frozen=True, slots=True)
class Silhouettes:
    """The outlines of maps, each drawn up once a revision; whoever asks has asked who may see them."""

    _kept: OrderedDict[str, tuple[State, Silhouette]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, store: Store, map_ids: Sequence[str]) -> dict[str, Silhouette]:
        """Those of these maps that are there, in two queries where all are as they were."""
        now = store.states(map_ids)
        with self._lock:
            known = {one: self._kept[one] for one in now if one in self._kept}
        old = [one for one, state in now.items() if one not in known or known[one][0] != state]
        # A map that changes in between is drawn up as newer than it is kept for, and once more the next time.
        fresh = store.silhouettes(old) if old else {}
        with self._lock:
            for one, drawn in fresh.items():
                self._kept[one] = now[one], drawn
            for one in now:
                self._kept.move_to_end(one) if one in self._kept else None
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return {one: fresh[one] if one in fresh else known[one][1] for one in now}
