"""What a step came to, for those who lead: votes counted without names, verdicts, notes, and the map as they know it.

Votes without a name stay hidden from everybody for good: they are counted here, and only the counts leave.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import ParkedNote, Verdict
from journeymap.domain.model.visibility import Sight
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.text.errors import invalid
from journeymap.domain.workshop.customer_verdicts import Validation, validation
from journeymap.domain.workshop.lifecycle import step_of
from journeymap.domain.workshop.step_kinds import WORKING
from journeymap.domain.workshop.vote_counts import count_votes, texts_of
from journeymap.domain.workshop.votes import Result
from journeymap.service.current_step import map_of
from journeymap.service.house import House
from journeymap.service.maps import Maps
from journeymap.service.people import People
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.storage.store import MapHead


@dataclass(frozen=True, slots=True)
class Board:
    """The map that the room works on, as those who lead know it: what is hidden too, but no votes."""

    head: MapHead
    journey: Journey
    as_is: Journey | None = None

    def is_hidden(self, row_id: str) -> bool:
        """Whether only its author and those who lead know of this row."""
        table = self.journey.table_of(row_id)
        row = self.journey.find(table, row_id) if table else None
        return row is not None and bool(row.private)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A vote that is over, on its map as everybody sees it; `texts` says what the items are."""

    step: Step
    head: MapHead
    journey: Journey
    result: Result
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parked:
    """A note in the parking lot, on which map, and by whom."""

    note: ParkedNote
    map_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Results:
    """Looking at what came out, as somebody who leads."""

    house: House
    people: People
    maps: Maps
    access: WorkshopAccess

    def pulse(self, person: Participant, workshop_id: str) -> tuple[int, tuple[tuple[str, int], ...]]:
        """What tells a screen that it is behind: how often the workshop and its maps have changed. Cheap."""
        self.access.get(person, workshop_id)
        store = self.house.store
        maps = [head.id for head in self.access.heads(workshop_id)]
        revisions = sorted(store.revisions(maps).items())
        return store.people.workshop_versions([workshop_id]).get(workshop_id, 0), tuple(revisions)

    def board(self, person: Participant, workshop_id: str) -> Board | None:
        """The map that the current step is about; None where the workshop has none."""
        workshop = self.access.led(person, workshop_id)
        heads = self.access.heads(workshop_id)
        head = map_of(workshop.step, heads)
        if head is None:
            return None
        as_is = next((one for one in heads if one.id == head.as_is_id), None)
        return Board(head, self._known(person, head), self._known(person, as_is) if as_is else None)

    def outcome(self, person: Participant, workshop_id: str, step_id: str) -> Outcome | None:
        """What was voted in a step; None where nobody did. Errors: Refusal while it is hidden."""
        workshop = self.access.led(person, workshop_id)
        step = step_of(workshop, step_id)
        if step.ballot is None:
            return None
        if step.hides and workshop.is_secret(step_id):
            raise invalid("vote-not-shown", title=step.title)
        everybody = self.house.store.people.participants(workshop_id)
        for head in self._by_step(workshop, step):
            found = count_votes(self.house.store.journey(head.id), step, everybody, self._voters(workshop_id))
            if found is not None:
                journey = self.maps.journey(person, head.id)
                return Outcome(step, head, journey, found, texts_of(journey, step, found))
        return None

    def judged(self, person: Participant, workshop_id: str, step_id: str) -> tuple[MapHead, Journey, Validation] | None:
        """What customers said of the map of this step; None where there is no map."""
        workshop = self.access.led(person, workshop_id)
        head = next(iter(self._by_step(workshop, step_of(workshop, step_id))), None)
        if head is None:
            return None
        journey = self.maps.journey(person, head.id)
        verdicts = cast("list[Verdict]", list(journey.tables["verdicts"].values()))
        return head, journey, validation(journey, verdicts, self.house.store.people.participants(workshop_id))

    def set_aside(self, person: Participant, workshop_id: str) -> list[Parked]:
        """The parking lot of all its maps; those who lead read each other's private notes, too."""
        self.access.get(person, workshop_id)
        names = self.people.names_in(workshop_id)
        sight, found = Sight.of(person), []
        for head in self.access.heads(workshop_id):
            journey = self.house.store.journey(head.id)
            notes = (note for note in journey.tables["parked"].values() if isinstance(note, ParkedNote))
            found += [Parked(note, head.id, names.get(note.author, "")) for note in notes if sight.sees_row(note)]
        return found

    def _known(self, person: Participant, head: MapHead) -> Journey:
        return Sight.of(person).of_map(self.house.store.journey(head.id))

    def _by_step(self, workshop: Workshop, step: Step) -> list[MapHead]:
        """The workshop's maps, the one that the step is about first."""
        heads = self.access.heads(workshop.id)
        first = map_of(step, heads)
        return sorted(heads, key=lambda head: head is not first)

    def _voters(self, workshop_id: str) -> list[str]:
        everybody = self.house.store.people.participants(workshop_id)
        return [one.id for one in everybody if one.role in WORKING and not one.removed]
