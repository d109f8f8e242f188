"""Large acts, done in parts so that others can write in between; together they are still one batch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from journeymap.domain.changes.apply import caught
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import inverse
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Effect, Remove
from journeymap.domain.model.rows import CHILD_TABLES, REFERRING
from journeymap.domain.text.errors import Refusal
from journeymap.service.batch import Batch
from journeymap.service.house import House
from journeymap.storage.store import Transaction

T = TypeVar("T")

CASCADE = 100
"""So many rows are touched in one piece of work of the writer's: it takes 20 ms at most, on the largest map too.

A removal that takes more along is made of several, the innermost first.
"""

LIGHT = 3
"""What a single change weighs, in rows: it is checked, and stands in the log as well."""

Check = Callable[[Transaction], object]
"""Whether somebody may do it now; asked in every part."""
Deciding = Callable[[Journey, Transaction, T], tuple[Journey, list[Effect]]]
"""What one of the things to do comes to."""


def portions(asked: Sequence[T], weigh: Callable[[T], int] = lambda _: LIGHT) -> Iterator[Sequence[T]]:
    """A few at a time: no more than CASCADE rows together, each as heavy as `weigh` says."""
    some: list[T] = []
    heavy = 0
    for one in asked:
        weight = max(LIGHT, weigh(one))
        if some and heavy + weight > CASCADE:
            yield some
            some, heavy = [], 0
        some.append(one)
        heavy += weight
    if some:
        yield some


def in_parts(  # noqa: PLR0917 - each is another thing
    house: House, map_id: str, batch: Batch, asked: Sequence[T], check: Check, decide: Deciding[T],
    weigh: Callable[[T], int] = lambda _: LIGHT,
) -> tuple[int, list[Effect]]:  # fmt: skip
    """Do all of these or none: if one is refused, the earlier ones are taken back. Returns the last revision."""
    done: list[Effect] = []
    revision = 0
    for some in portions(asked, weigh):
        try:
            revision, effects = house.store.write(_part(map_id, batch, some, len(done), check, decide)).result()
        except Refusal:
            _take_back(house, map_id, batch, done)
            raise
        done += effects
    return revision, done


def _part(
    map_id: str, batch: Batch, some: Sequence[T], so_far: int, check: Check, decide: Deciding[T]
) -> Callable[[Transaction], tuple[int, list[Effect]]]:
    def work(tx: Transaction) -> tuple[int, list[Effect]]:
        check(tx)
        journey, effects = tx.journey(map_id), list[Effect]()
        for one in some:
            journey, more = decide(journey, tx, one)
            effects += more
        tx.append(journey, batch.numbered(journey, effects, so_far))
        return journey.revision, effects

    return work


def _take_back(house: House, map_id: str, batch: Batch, done: Sequence[Effect]) -> None:
    """Leave the map as it would be without these, as far as nobody has built on them."""
    so_far = len(done)
    for some in portions(done[::-1], rows_of):
        part = _part(map_id, batch, some, so_far, lambda _: None, lambda journey, _, effect: tolerated(journey, effect))
        so_far += len(house.store.write(part).result()[1])


def rows_of(effect: Effect) -> int:
    """How many rows an effect took along."""
    return len(effect.kept)


def tolerated(journey: Journey, effect: Effect) -> tuple[Journey, list[Effect]]:
    """The map without this effect, or unchanged where somebody has built on it."""
    try:
        return perform(journey, inverse(journey, effect))
    except Refusal:
        return journey, []


def is_large(journey: Journey, changes: Iterable[Change]) -> bool:
    """Whether these are too many for one piece of work, estimated without computing their effects."""
    rows = 0
    for change in changes:
        rows += max(LIGHT, weight(journey, change))
        if rows > CASCADE:
            return True
    return False


def weight(journey: Journey, change: Change) -> int:
    """About how many rows a change touches: of a removal, what it takes along, counted no further than is needed."""
    if not isinstance(change, Remove):
        return LIGHT
    waiting, found = [(change.table, change.id)], 0
    while waiting and found <= CASCADE:
        table, row_id = waiting.pop()
        found += 1
        for child in CHILD_TABLES.get(table, ()):
            waiting += [(child, one) for one in journey.siblings(child, row_id)]
        for referring, field, required in REFERRING.get(table, ()):
            if required:
                rows = journey.tables[referring].values()
                waiting += [(referring, row.id) for row in rows if getattr(row, field) == row_id]
    return found


def small(journey: Journey, changes: Iterable[Change]) -> Iterator[Change]:
    """The same changes, where a large removal is made of smaller ones: what stands in a row goes before it."""
    for change in changes:
        row = journey.find(change.table, change.id)
        if isinstance(change, Remove) and row is not None and weight(journey, change) > CASCADE:
            for inner in reversed(caught(journey, row)[0]):
                yield Remove(table=inner.table, id=inner.id)
        else:
            yield change
