"""What was written and got no answer: it is looked for before anybody writes it again."""

from collections.abc import Callable, Collection, Iterator, Mapping

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.tracker import FoundItem

UNTIL_FOUND = (2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between the looks."""


def looked_for(
    find: Callable[[Collection[str]], Mapping[str, FoundItem]],
    ids: Collection[str],
    fault: TrackerFault | None,
    rest: Callable[[float], None],
) -> Iterator[FoundItem]:
    """Those of these items that stand there after all, each as soon as a search knows it.

    Errors: `fault`, the one of the write, where some are not found in a minute; what `rest` raises.
    """
    missing = set(ids)
    for seconds in UNTIL_FOUND:
        rest(seconds)
        found = find(missing)
        yield from found.values()
        missing -= found.keys()
        if not missing:
            return
    if fault is not None:
        raise fault
