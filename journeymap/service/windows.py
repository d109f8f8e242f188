"""In which of a person's windows something was done: two windows count like two people."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from journeymap.domain.model.operations import Operation

MOST = 20_000
"""So many changes are remembered; of an older one nobody has a window open that has not seen it."""


@dataclass(slots=True)
class Windows:
    """Where each of the last changes came from. The writer alone asks and tells."""

    _by_change: OrderedDict[tuple[str, int], str] = field(default_factory=OrderedDict)

    def remember(self, map_id: str, operations: Sequence[Operation], window: str | None) -> None:
        """This was done in this window."""
        for operation in operations:
            if window and operation.do == "set":
                self._by_change[map_id, operation.revision] = window
        while len(self._by_change) > MOST:
            self._by_change.popitem(last=False)

    def other(self, map_id: str, revision: int, window: str | None) -> bool:
        """Whether a change was made elsewhere than in this window: in another one, by a program, in another process."""
        return self._by_change.get((map_id, revision)) != window
