"""What every use case of a workshop shares: who leads it, and changing it in one piece of work."""

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Right, Role, leads, require
from journeymap.domain.model.workshop import Workshop
from journeymap.domain.text.errors import Term, forbidden, gone
from journeymap.domain.workshop.lifecycle import uncovered, with_customers
from journeymap.service.house import House
from journeymap.service.map_changes import reveal_in
from journeymap.service.maps import Maps
from journeymap.service.people import People
from journeymap.storage.store import MapHead, Transaction

Change = Callable[[Workshop], Workshop]
Also = Callable[[Transaction, Workshop], object]
"""What is done in the same commit, for the workshop as it is after the change."""


@dataclass(frozen=True, slots=True)
class WorkshopAccess:
    """A workshop is read, changed and written by the one writer; whoever listens is told after the commit."""

    house: House
    people: People
    maps: Maps

    def get(self, person: Participant, workshop_id: str) -> Workshop:
        """One workshop this person is in. Errors: Refusal."""
        return self.people.workshop(person, workshop_id)

    def heads(self, workshop_id: str) -> list[MapHead]:
        """Its maps, in the order in which they were made."""
        return sorted(self.house.store.heads(workshop_id=workshop_id), key=lambda head: head.created_at)

    def led(self, person: Participant, workshop_id: str) -> Workshop:
        """One workshop that this person leads. Errors: Refusal `forbidden`."""
        found = self.get(person, workshop_id)
        require_lead(person, workshop_id)
        return found

    def update(self, person: Participant, workshop_id: str, change: Change, also: Also | None = None) -> Workshop:
        """The workshop after this change, which only those who lead it make.

        What is hidden in steps that the change ends or reveals is shown on the maps first, in the same commit.
        """
        require_lead(person, workshop_id)

        def work(tx: Transaction) -> Workshop:
            require_lead(as_they_are(tx, person), workshop_id)
            before = there(tx.people.workshop(workshop_id))
            after = change(before)
            shown = uncovered(before, after)
            if shown:
                after = with_customers(after, shown, tx.people.participants(workshop_id))
            for step_id in shown:
                for map_id in tx.people.maps_of(workshop_id):
                    reveal_in(tx, person, map_id, step_id, self.house.now())
            if also is not None:
                also(tx, after)
            after = after.model_copy(update={"version": before.version + 1})
            tx.people.put_workshop(after)
            return after

        changed = self.house.store.write(work).result()
        self.house.bell.ring(workshop_id)
        return changed

    def update_person(
        self,
        person: Participant,
        workshop_id: str,
        participant_id: str,
        change: Callable[[Transaction, Participant], Participant],
        *,
        themselves: bool = False,
    ) -> Participant:
        """Somebody of the workshop after this change; those who lead it make it, or somebody for `themselves`."""
        allowed = require_in if themselves and person.id == participant_id else require_lead
        allowed(person, workshop_id)

        def work(tx: Transaction) -> Participant:
            allowed(as_they_are(tx, person), workshop_id)
            found = tx.people.participant(participant_id)
            if found is None or found.removed or found.workshop_id != workshop_id:
                raise gone("no-such-person")
            tx.people.touch_workshop(workshop_id)
            return change(tx, found)

        changed = self.house.store.write(work).result()
        self.house.bell.ring(workshop_id)
        return changed


def require_in(person: Participant, workshop_id: str) -> None:
    """Refuse whoever is not in this workshop."""
    require(person, Right.SEE, workshop_id)


def require_lead(person: Participant, workshop_id: str) -> None:
    """Refuse whoever does not lead this workshop."""
    require(person, Right.SEE, workshop_id)
    if not leads(person.role):
        raise forbidden("may-not-lead", role=Term(f"role-{person.role}"))


def as_they_are(tx: Transaction, person: Participant) -> Participant:
    """The person as they are now: somebody may have been removed, or lead no more, since they were looked up."""
    if person.role is Role.OWNER:
        return person
    found = tx.people.participant(person.id)
    if found is None:
        raise forbidden("seat-unknown")
    return found


def there(workshop: Workshop | None) -> Workshop:
    """The workshop. Errors: Refusal `gone`."""
    if workshop is None:
        raise gone("no-such-workshop")
    return workshop
