"""The last operations of a map, ready to be sent again to whoever was away for a moment."""

from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from journeymap.domain.model.operations import Operation
from journeymap.live import frame
from journeymap.live.frame import Frame
from journeymap.live.member import Audience

MOST = 2_000
"""So many operations are kept; whoever is further behind gets the log's, or the whole map."""

MOST_BYTES = 4 * 1024 * 1024


class Said(NamedTuple):
    """An operation, and its text."""

    operation: Operation
    text: bytes


class Recent:
    """The operations after `since` and up to `to`, without a hole."""

    def __init__(self, revision: int) -> None:
        self.since = revision
        self.to = revision
        self._said: deque[Said] = deque()
        self._bytes = 0

    def add(self, said: Sequence[Said]) -> None:
        """Remember what follows; the oldest is forgotten where it becomes too much."""
        self._said.extend(said)
        self._bytes += sum(len(one.text) for one in said)
        self.to += len(said)
        while len(self._said) > MOST or (self._bytes > MOST_BYTES and self._said):
            self._bytes -= len(self._said.popleft().text)
            self.since += 1

    def after(self, revision: int, audience: Audience) -> Frame | None:
        """What this audience may know of the operations after a revision; None where not all are here."""
        if not self.since <= revision <= self.to:
            return None
        return told(revision, self.to, islice_from(self._said, revision - self.since), audience)


def islice_from(said: deque[Said], start: int) -> list[Said]:
    """The tail of it: few are asked for, and a deque is quick at its ends."""
    if len(said) - start < start:
        return list(islice(reversed(said), len(said) - start))[::-1]
    return list(islice(said, start, None))


def told(since: int, to: int, said: Sequence[Said], audience: Audience) -> Frame:
    """The frame with what this audience may know of these operations."""
    return frame.operations(since, to, [one.text for one in said if audience.sees(one.operation)])
