"""The log of a map, read backwards and in whole batches: what was done in one go stays together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.domain.model.operations import Operation
from journeymap.ui.shared import me, service

BATCHES = 30
"""So many batches on one page."""

CHUNK = 400
"""So many operations are read at a time."""


@dataclass(frozen=True, slots=True)
class ShownBatch:
    """What somebody did in one go, the oldest operation first."""

    operations: tuple[Operation, ...]

    @property
    def name(self) -> str:
        """The batch's name in the log."""
        return self.operations[0].batch

    @property
    def by(self) -> str:
        """Who did it."""
        return self.operations[0].by

    @property
    def at(self) -> str:
        """When it was done."""
        return self.operations[0].at

    @property
    def revision(self) -> int:
        """The revision it led to."""
        return self.operations[-1].revision


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Batches, the newest first; every operation that was read for them; where the next page begins."""

    batches: Sequence[ShownBatch]
    read: Sequence[Operation]
    older: int | None


def read_page(map_id: str, *, before: int | None, by: str | None, most: int = BATCHES) -> HistoryPage:
    """One page of a map's history below a revision, of one person or of all."""
    found: list[ShownBatch] = []
    read: list[Operation] = []
    for batch in _batches(map_id, before, read):
        if by is None or batch.by == by:
            if len(found) == most:
                return HistoryPage(found, read, found[-1].operations[0].revision)
            found.append(batch)
    return HistoryPage(found, read, None)


def _batches(map_id: str, before: int | None, read: list[Operation]) -> Iterator[ShownBatch]:
    """Whole batches, the newest first; what was read is kept in `read`."""
    waiting: list[Operation] = []
    for operation in _operations(map_id, before, read):
        if waiting and operation.batch != waiting[0].batch:
            yield ShownBatch(tuple(reversed(waiting)))
            waiting = []
        waiting.append(operation)
    if waiting:
        yield ShownBatch(tuple(reversed(waiting)))


def _operations(map_id: str, before: int | None, read: list[Operation]) -> Iterator[Operation]:
    while chunk := service().changes.history(me(), map_id, before=before, most=CHUNK):
        read.extend(chunk)
        yield from chunk
        before = chunk[-1].revision
