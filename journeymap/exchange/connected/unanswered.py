"""What was written and got no answer: it is looked for before anybody writes it again."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Protocol

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.tracker import FoundItem

UNTIL_FOUND = (2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between the looks."""


class Finder(Protocol):
    """What can look for items of ours."""

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """Those that stand there, by our id."""


def looked_for(
    finder: Finder, ids: Collection[str], fault: TrackerFault, rest: Callable[[float], None]
) -> Iterator[FoundItem]:
    """Those of these items that stand there after all, each as soon as a search knows it.

    Errors: `fault`, the one of the write, where some are not found in a minute; what `rest` raises.
    """
    missing = set(ids)
    for seconds in UNTIL_FOUND:
        rest(seconds)
        found = finder.find(missing, {})
        yield from found.values()
        missing -= found.keys()
        if not missing:
            return
    raise fault
