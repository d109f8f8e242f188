"""Who somebody is at a map, once they are let in."""

from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Right, Role, may
from journeymap.live.protocol import You
from journeymap.service.live_rooms import Rooms
from journeymap.service.service import Service


@dataclass(frozen=True, slots=True)
class Seat:
    """Who somebody is at this map: their colour, whether they can undo and redo, and what they may do."""

    person: Participant
    colour: int
    can: tuple[bool, bool]
    may: tuple[str, ...]
    session: str = ""

    @property
    def you(self) -> You:
        """As they are told themselves."""
        person = self.person
        return {
            "id": person.id,
            "name": person.name,
            "role": person.role.value,
            "may": self.may,
            "colour": self.colour,
            "veiled": sorted(person.veiled),
        }


def take_seat(service: Service, rooms: Rooms, person: Participant, map_id: str, session: str = "") -> Seat:
    """Let somebody in. Reads the database: not for the loop. Errors: Refusal `forbidden`, `gone`."""
    head = service.maps.head(person, map_id)
    if person.role is Role.READER:
        return Seat(person, 0, (False, False), (Right.SEE.value,), session)
    rights = tuple(right.value for right in Right if may(person, right, head.workshop_id))
    if head.archived_at is not None:
        rights = tuple(right for right in rights if right != Right.EDIT)
    known = service.people.in_room(person, head.workshop_id)
    colour = rooms.census.colour(person, head.workshop_id)
    return Seat(known, colour, service.changes.can(person, map_id), rights, session)
