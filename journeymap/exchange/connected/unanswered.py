"""What was written and got no answer: it is looked for before anybody writes it again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade

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


def made_one_by_one(
    drafts: Sequence[ItemDraft],
    parents: Mapping[str, FoundItem],
    make: Callable[[ItemDraft, Mapping[str, FoundItem]], FoundItem],
    look: Callable[[ItemDraft, Mapping[str, FoundItem], TrackerFault], Iterable[FoundItem]],
) -> Iterator[FoundItem | NotMade]:
    """One item after another, so that one is refused by itself; what was not answered is looked for.

    Both are given the epics that there are by then. Errors: TrackerFault that is not about one item alone.
    """
    epics = dict(parents)
    for draft in drafts:
        made: Sequence[FoundItem | NotMade]
        try:
            made = [make(draft, epics)]
        except TrackerFault as fault:
            if fault.kind == "field":
                made = [NotMade(draft.id, fault)]
            elif fault.unanswered and fault.kind != "stopped":
                made = list(look(draft, epics, fault))
            else:
                raise
        epics |= {one.id: one for one in made if isinstance(one, FoundItem)}
        yield from made
