"""What customers said of maps is counted once for everybody who looks, until something is said or taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.storage.validation_rows import ValidationReader, VerdictMark

MOST_MAPS = 100
"""The counts of so many maps are remembered."""


@dataclass(slots=True)
class CountMemory:
    """The counts of the maps that were looked at last."""

    _known: dict[str, tuple[VerdictMark, Mapping[str, MomentCount]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, found: ValidationReader, map_id: str) -> Mapping[str, MomentCount]:
        """What was said of each moment of a map, as it is now."""
        mark, known = found.mark(map_id), self._known.get(map_id)
        if known is not None and known[0] == mark:
            return known[1]
        mark, counts = found.tally(map_id)
        with self._lock:
            self._known.pop(map_id, None)
            self._known[map_id] = (mark, counts)
            while len(self._known) > MOST_MAPS:
                del self._known[next(iter(self._known))]
        return counts
