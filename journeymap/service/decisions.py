"""The decisions of a workshop, whichever of its maps they stand on: written down, of a note, and put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Decision, ParkedNote, Row
from journeymap.domain.text.errors import Term, gone, invalid
from journeymap.domain.workshop.decisions import decide_note, park_decision
from journeymap.service.current_step import map_of
from journeymap.service.house import House, new_id
from journeymap.service.map_changes import MapChanges
from journeymap.service.maps import Maps
from journeymap.service.people import People
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.service.workshop_summary import Decided, decided

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every change goes through the one door for changes, so whoever may not make it is refused there."""

    house: House
    people: People
    maps: Maps
    access: WorkshopAccess

    def all(self, person: Participant, workshop_id: str) -> tuple[Decided, ...]:
        """The decisions on all its maps, in the order in which the maps were made; `by` is who wrote each down."""
        self.access.get(person, workshop_id)
        journeys = [self.maps.journey(person, head.id) for head in self.access.heads(workshop_id)]
        return tuple(decided(journeys, self.people.names_in(workshop_id)))

    def write_down(
        self, person: Participant, workshop_id: str, text: str, *, owner: str = "", review_on: date | None = None
    ) -> str:
        """A new decision on the map that the room works on; its id. Errors: Refusal."""
        workshop = self.access.get(person, workshop_id)
        head = map_of(workshop.step, self.access.heads(workshop_id))
        if head is None:
            raise invalid("decision-no-map")
        values = {"text": text, "owner": owner, "review_on": review_on.isoformat() if review_on else None}
        made = Add(table="decisions", id=new_id(), values=values)
        self._submit(person, head.id, [made])
        return made.id

    def of_note(self, person: Participant, workshop_id: str, note_id: str) -> None:
        """Make a decision of what was set aside. Errors: Refusal `gone` where it is in the parking lot no more."""
        map_id, note = self._find(person, workshop_id, ParkedNote, note_id)
        self._submit(person, map_id, decide_note(note))

    def park(
        self, person: Participant, workshop_id: str, decision_id: str, kind: Literal["parked", "idea"] = "parked"
    ) -> None:
        """Put a decision back into the parking lot. Errors: Refusal `gone` where it is there no more."""
        map_id, decision = self._find(person, workshop_id, Decision, decision_id)
        self._submit(person, map_id, park_decision(decision, kind))

    def _find(self, person: Participant, workshop_id: str, kind: type[R], row_id: str) -> tuple[str, R]:
        """The row, and the map on which it stands."""
        self.access.get(person, workshop_id)
        for head in self.access.heads(workshop_id):
            row = self.maps.journey(person, head.id).find(kind.table, row_id)
            if isinstance(row, kind):
                return head.id, row
        raise gone("row-gone", row=Term(f"the-{kind.table}"))

    def _submit(self, person: Participant, map_id: str, changes: Sequence[Change]) -> None:
        MapChanges(self.house).change(person, map_id, changes)
