"""The last operations of a map, ready to be sent again to whoever was away for a moment."""

from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pydantic_core import to_json

from journeymap.domain.model.operations import Operation
from journeymap.live import frame, wire
from journeymap.live.frame import Frame
from journeymap.live.member import Audience

MOST = 2_000
"""So many operations are kept; whoever is further behind gets the log's, or the whole map."""

MOST_BYTES = 4 * 1024 * 1024


class SentOperation(NamedTuple):
    """An operation, and its text."""

    operation: Operation
    text: bytes


class Recent:
    """The operations after `since` and up to `to`, without a hole."""

    def __init__(self, revision: int) -> None:
        self.since = revision
        self.to = revision
        self._recent: deque[SentOperation] = deque()
        self._bytes = 0

    def add(self, sent: Sequence[SentOperation]) -> None:
        """Remember what follows; the oldest is forgotten where it becomes too much."""
        self._recent.extend(sent)
        self._bytes += sum(len(one.text) for one in sent)
        self.to += len(sent)
        while len(self._recent) > MOST or (self._bytes > MOST_BYTES and self._recent):
            self._bytes -= len(self._recent.popleft().text)
            self.since += 1

    def after(self, revision: int, audience: Audience) -> Frame | None:
        """What this audience may know of the operations after a revision; None where not all are here."""
        if not self.since <= revision <= self.to:
            return None
        return operations_frame(revision, self.to, islice_from(self._recent, revision - self.since), audience)


def islice_from(sent: deque[SentOperation], start: int) -> list[SentOperation]:
    """The tail of it: few are asked for, and a deque is quick at its ends."""
    if len(sent) - start < start:
        return list(islice(reversed(sent), len(sent) - start))[::-1]
    return list(islice(sent, start, None))


def operations_frame(since: int, to: int, sent: Sequence[SentOperation], audience: Audience) -> Frame:
    """The frame with what this audience may know of these operations."""
    return frame.operations(since, to, [_text(one, audience) for one in sent if audience.sees(one.operation)])


def _text(sent: SentOperation, audience: Audience) -> bytes:
    """An operation as this audience may know it: what a reveal shows of tables that they never see is left out."""
    sight = audience.sight
    seen = sight.of_effect(sent.operation) if sight.without else sent.operation
    if seen is sent.operation and not sight.nameless:
        return sent.text
    return to_json(wire.operation(seen, nameless=sight.nameless))
