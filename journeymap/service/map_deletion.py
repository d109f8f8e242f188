"""Deleting a map for good: it is in the archive, and its title is typed in full, for there is no undo."""

from journeymap.domain.model.roles import Participant, Right, Role, require
from journeymap.domain.text.errors import forbidden, invalid
from journeymap.domain.text.normalize import is_typed
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.storage.people_contract import PeopleWrites
from journeymap.storage.store import MapHead


def delete_map(house: House, person: Participant, map_id: str, title: str) -> None:
    """A map that is in the archive, for good; a to-be that was designed from it stays, and is one of its own.

    Errors: Refusal: `forbidden`, `gone`, `invalid` where it is not in the archive, or `title` is not its title.
    """

    def check(people: PeopleWrites, head: MapHead) -> None:
        require(_as_they_are(people, person), Right.MANAGE, head.workshop_id)
        if head.archived_at is None:
            raise invalid("delete-archive-first")
        require_title(title, head.title)

    workshop_id = house.store.head(map_id).workshop_id
    for place in house.store.delete_map(map_id, check):
        house.bell.ring(place)
    # By its id: its title went with it.
    AuditLog(house).note("map-deleted", person, workshop_id=workshop_id, subject=map_id)


def require_title(typed: str, title: str) -> None:
    """Refuse where somebody typed another title."""
    if not is_typed(typed, title):
        raise invalid("delete-other-title", title=title)


def _as_they_are(people: PeopleWrites, person: Participant) -> Participant:
    """The person as they are now: somebody may have been removed since they were looked up."""
    found = person if person.role is Role.OWNER else people.participant(person.id)
    if found is None:
        raise forbidden("seat-unknown")
    return found
