"""Taking names out of texts: where they stand, and saying it otherwise a little at a time."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from journeymap.domain.changes.pseudonymize import Pseudonyms
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import CONTEXT, NOTES, TITLE
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import Row
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.service.workshop_access import there
from journeymap.storage.people_contract import SavedAgenda
from journeymap.storage.store import Transaction
from journeymap.storage.validation_rows import Written

T = TypeVar("T")
AT_ONCE = 40
"""So many rows or operations are said otherwise in one piece of work: others write in between."""

_OF_WORKSHOP = {"title": TITLE, "purpose": CONTEXT, "owner": TITLE, "next_review": TITLE}
HIDDEN: Mapping[str, bool] = {"round_verdicts": False, "validation_rounds": True, "round_customers": True}
"""Whether only those who lead see what stands in these tables."""
_OF_STEP = {"title": TITLE, "prompt": CONTEXT}


@dataclass(frozen=True, slots=True)
class Offered:
    """A name that somebody bore, and what stands in its place.

    `why` it cannot be taken out of texts: `ordinary`, the name of a `persona`, or of an `other` person; "": it can.
    """

    participant_id: str
    name: str
    alias: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One text in which a name stands, as it is and as it would be; `map_id` is "" for the workshop's own words.

    `hidden`: not everybody may see it; it is for the eyes of those who lead, and for no projector.
    """

    map_id: str
    map_title: str
    table: str
    row_id: str
    field: str
    before: str
    after: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking names out of texts would change: every place on the maps and in the workshop's own words.

    `logged` entries of the history say the same; `counts` has the places by name.
    """

    names: tuple[Offered, ...]
    places: tuple[Occurrence, ...] = ()
    logged: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many texts would change, those of the history included."""
        return len(self.places) + self.logged


class NameSearch:
    """Looks for names, map by map."""

    def __init__(self, chosen: Iterable[Offered]) -> None:
        self._erasing = Pseudonyms({one.name: one.alias for one in chosen})
        self._single = {one.name: Pseudonyms({one.name: one.alias}) for one in chosen}
        self.places: list[Occurrence] = []
        self.logged = 0

    @property
    def counts(self) -> dict[str, int]:
        """In how many places each name stands."""
        found = Counter(
            name for place in self.places for name, it in self._single.items() if it.text(place.before) != place.before
        )
        return {name: found[name] for name in self._single}

    def look(self, journey: Journey) -> None:
        """In the rows of a map."""
        for row in journey.rows():
            now = self._erasing.row(row)
            if now is not row:
                was, hidden = row.values(), bool(row.private)
                self.places += [
                    Occurrence(
                        journey.map_id, journey.title, row.table, row.id, name, str(was[name]), str(value), hidden
                    )
                    for name, value in now.values().items()
                    if value != was[name]
                ]

    def look_back(self, log: Iterable[Operation]) -> None:
        """In the history of a map."""
        self.logged += sum(self._erasing.operation(one) is not one for one in log)

    def hear(self, titles: Mapping[str, str], written: Iterable[tuple[str, Written]]) -> None:
        """In what customers said in validation rounds, in what they and the rounds are called."""
        for table, one in written:
            self.places += [
                Occurrence(one.map_id, titles.get(one.map_id, ""), table, str(one.key), name, was, now, HIDDEN[table])
                for name, was in one.texts.items()
                if (now := self._erasing.text(was, NOTES)) != was
            ]

    def read(self, workshop: Workshop, agendas: Iterable[SavedAgenda]) -> None:
        """In what is written about the workshop itself; its persona is nobody who was there."""
        self._compare("workshops", workshop.id, workshop, reworded(workshop, self._erasing))
        for agenda in agendas:
            now = _agenda(agenda, self._erasing)
            if now != agenda:
                self.places.append(Occurrence("", "", "agendas", agenda.id, "name", agenda.name, now.name))

    def _compare(self, table: str, row_id: str, was: Workshop, now: Workshop) -> None:
        pairs = [(table, row_id, name, getattr(was, name), getattr(now, name)) for name in _OF_WORKSHOP]
        for one, other in zip(was.steps, now.steps, strict=True):
            pairs += [("steps", one.id, name, getattr(one, name), getattr(other, name)) for name in _OF_STEP]
        self.places += [Occurrence("", "", *place) for place in pairs if place[3] != place[4]]


def portions(all_of_them: Sequence[T]) -> Iterator[Sequence[T]]:
    """A few at a time."""
    return (all_of_them[n : n + AT_ONCE] for n in range(0, len(all_of_them), AT_ONCE))


def reword_rows(tx: Transaction, map_id: str, rows: Iterable[tuple[str, str]], erasing: Pseudonyms) -> None:
    """Say these rows otherwise, as they are by now."""
    journey = tx.journey(map_id)
    there_still = [row for table, row_id in rows if (row := journey.find(table, row_id)) is not None]
    changed: list[Row] = [now for row in there_still if (now := erasing.row(row)) is not row]
    if changed:
        tx.reword(map_id, changed, ())


def reword_log(tx: Transaction, map_id: str, revisions: Sequence[int], erasing: Pseudonyms) -> None:
    """Say these operations otherwise."""
    changed = [now for one in tx.logged(map_id, revisions) if (now := erasing.operation(one)) is not one]
    if changed:
        tx.reword(map_id, (), changed)


def reword_workshop(tx: Transaction, workshop_id: str, erasing: Pseudonyms) -> None:
    """Say what is written about the workshop itself otherwise, and about agendas that were saved from it."""
    was = there(tx.people.workshop(workshop_id))
    now = reworded(was, erasing)
    if now != was:
        tx.people.put_workshop(now.model_copy(update={"version": was.version + 1}))
    for agenda in tx.people.saved_agendas(workshop_id):
        tx.people.put_agenda(_agenda(agenda, erasing))


def reworded(workshop: Workshop, erasing: Pseudonyms) -> Workshop:
    """A workshop in other words."""
    values = {name: erasing.text(getattr(workshop, name), most) for name, most in _OF_WORKSHOP.items()}
    steps: tuple[Step, ...] = tuple(
        step.model_copy(update={name: erasing.text(getattr(step, name), most) for name, most in _OF_STEP.items()})
        for step in workshop.steps
    )
    return workshop.model_copy(update={**values, "steps": steps})


def _agenda(agenda: SavedAgenda, erasing: Pseudonyms) -> SavedAgenda:
    steps = [
        {**step, **{name: erasing.text(step[name], most) for name, most in _OF_STEP.items() if step.get(name)}}
        for step in json.loads(agenda.steps)
    ]
    written = json.dumps(steps, ensure_ascii=False)
    return agenda.model_copy(update={"name": erasing.text(agenda.name, TITLE), "steps": written})
