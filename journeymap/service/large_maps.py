"""Large maps: written in parts between other people's changes, and seen by nobody until all of it is there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from journeymap.domain.changes.apply import apply
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Effect, Operation
from journeymap.domain.model.rows import TABLES
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.workshop.timer import later
from journeymap.service.act_parts import CASCADE
from journeymap.service.batch import Batch
from journeymap.service.house import House, new_id
from journeymap.storage.store import State, Transaction

MadeMap = tuple[Journey, Sequence[Effect]]
"""A map that was worked out, and what makes it."""

LARGE = 2 * CASCADE
"""A map of more rows than this is written in parts."""

ABANDONED_SECONDS = 3600.0
"""A map that was begun so long ago is not finished any more: its process was killed."""


@contextmanager
def begun(house: House, by: str, maps: Sequence[MadeMap]) -> Iterator[frozenset[str]]:
    """Write the large ones of these maps; the block finishes those whose ids it is given, in a piece of its own.

    What it does not finish is removed. Errors: Refusal, and nothing of them is left.
    """
    large = [one for one in maps if len(one[1]) > LARGE]
    ids = [journey.map_id for journey, _ in large]
    try:
        for journey, effects in large:
            _write(house, by, journey, effects)
        yield frozenset(ids)
    finally:
        for map_id in ids:
            _drop(house, map_id)


@dataclass(frozen=True, slots=True)
class ReadyCopy:
    """A copy of a map that only has to be finished, while the map is where it was when the copy was made."""

    of: State
    made: MadeMap

    def is_current(self, tx: Transaction, map_id: str) -> bool:
        """Whether the map is as it was: neither changed nor erased in."""
        return self.of == State(tx.journey(map_id).revision, tx.erasures(map_id))


@contextmanager
def copied(
    house: House, by: str, wanted: Mapping[str, Callable[[Journey], Sequence[Change]]]
) -> Iterator[Mapping[str, ReadyCopy]]:
    """Make copies of those of these maps that are large, from what everybody sees of them; the block finishes them.

    Where somebody changes the map meanwhile, its copy is made anew in the block's piece of work, however large it is.
    """
    found: dict[str, ReadyCopy] = {}
    for map_id, changes_of in wanted.items():
        of, journey = house.store.states([map_id])[map_id], house.store.journey(map_id)
        if of.revision == journey.revision and sum(map(journey.count, TABLES)) > LARGE:
            changes = changes_of(PUBLIC.of_map(journey))
            found[map_id] = ReadyCopy(of, perform(Journey(changes[0].id), changes))
    with begun(house, by, [one.made for one in found.values()]) as ready:
        yield {map_id: one for map_id, one in found.items() if one.made[0].map_id in ready}


def drop_abandoned(house: House) -> None:
    """Remove what is left of maps whose making was cut off."""
    for map_id in house.store.abandoned(later(house.now(), -ABANDONED_SECONDS)):
        _drop(house, map_id)


def _write(house: House, by: str, made: Journey, effects: Sequence[Effect]) -> None:
    at = house.now()
    operations = Batch(by, new_id(), at).numbered(made, effects)
    house.store.write(lambda tx: tx.begin_map(made.map_id, at)).result()
    journey = Journey(made.map_id)
    for start in range(0, len(operations), CASCADE):
        some = operations[start : start + CASCADE]
        for one in some:
            journey = apply(journey, one)
        house.store.write(partial(_append, journey=journey, operations=some)).result()


def _append(tx: Transaction, journey: Journey, operations: Sequence[Operation]) -> None:
    tx.append(journey, operations)


def _drop(house: House, map_id: str) -> None:
    """A map that was finished stays."""
    while house.store.write(lambda tx: tx.drop_unmade(map_id, CASCADE)).result():
        pass
