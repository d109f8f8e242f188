"""Deleting a whole workshop for good: its maps, its people, and whatever belongs to either of them."""

from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Role, Workshop
from journeymap.domain.text.errors import forbidden
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.service.map_deletion import require_title
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.storage.people_contract import PeopleWrites


@dataclass(frozen=True, slots=True)
class WorkshopSize:
    """What goes with a workshop: its maps, archived ones too, and everybody who is or was in it."""

    maps: int
    moments: int
    people: int
    agendas: int


@dataclass(frozen=True, slots=True)
class Deletion:
    """Whole workshops, deleted by the owner."""

    house: House
    access: WorkshopAccess

    def size(self, person: Participant, workshop_id: str) -> WorkshopSize:
        """What would go. Errors: Refusal, for all but the owner."""
        _require_owner(person)
        self.access.get(person, workshop_id)
        store = self.house.store
        heads = [head for kept in (False, True) for head in store.heads(workshop_id=workshop_id, archived=kept)]
        return WorkshopSize(
            maps=len(heads),
            moments=sum(head.moments for head in heads),
            people=len(store.people.participants(workshop_id)),
            agendas=sum(one.workshop_id == workshop_id for one in store.people.agendas()),
        )

    def delete(self, person: Participant, workshop_id: str, title: str) -> None:
        """The workshop and all that was made in it, for good; whoever is in it is signed out.

        `title` is typed by whoever asks. Errors: Refusal: `forbidden` for all but the owner, `gone`, `invalid` where
        it is not the workshop's; nothing is deleted then.
        """
        _require_owner(person)

        def check(_people: PeopleWrites, workshop: Workshop) -> None:
            require_title(title, workshop.title)

        others = self.house.store.delete_workshop(workshop_id, check)
        for place in (workshop_id, *others):
            self.house.bell.ring(place)
        AuditLog(self.house).note("workshop-deleted", person, workshop_id=workshop_id, subject=workshop_id)


def _require_owner(person: Participant) -> None:
    if person.role is not Role.OWNER:
        raise forbidden("may-not-own")
