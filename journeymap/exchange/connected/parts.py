"""Long lists in parts, as many at once as a tracker takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from journeymap.exchange.connected.faults import TrackerFault

T = TypeVar("T")

MOST_PAGES = 500
"""So many pages of a list are read: more is no list of a project, but an answer without end."""


def parts_of(whole: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """The parts in order, each of `most` at most; none of nothing."""
    return (whole[at : at + most] for at in range(0, len(whole), most))


def turned(tracker: str) -> Iterator[None]:
    """One for each page that is read. Errors: TrackerFault where there is no end to them."""
    for _ in range(MOST_PAGES):
        yield
    raise TrackerFault("large", tracker)
