"""Who is there, in which role, and what each role may do: asked on every read and write."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.rows import Name, RowId, ShortLine
from journeymap.domain.model.workshop import Workshop
from journeymap.domain.text.errors import Term, forbidden

__all__ = [
    "JOINING_ROLES",
    "OWNER_ID",
    "RIGHTS",
    "Participant",
    "Right",
    "Role",
    "Workshop",
    "as_known",
    "facilitator",
    "leads",
    "may",
    "may_read",
    "one_person",
    "owner",
    "require",
    "require_read",
]


class Role(StrEnum):
    """What somebody is in a workshop; the owner is at home everywhere."""

    OWNER = "owner"
    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co-facilitator"
    PARTICIPANT = "participant"
    CUSTOMER = "customer"
    OBSERVER = "observer"
    READER = "reader"
    """Whoever opened a view link: they read one map, have no name and are in no workshop."""


JOINING_ROLES = (Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER)
"""The roles one may take by a join code; the others are given."""


class Right(StrEnum):
    """What may be done. SEE: read a map and take it away. EDIT: change its rows.

    MANAGE: create, copy, archive, restore and delete maps, and invite people. OWN: everything that is
    nobody's workshop.
    """

    SEE = "see"
    EDIT = "edit"
    MANAGE = "manage"
    OWN = "own"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.FACILITATOR: frozenset({Right.SEE, Right.EDIT, Right.MANAGE}),
    Role.CO_FACILITATOR: frozenset({Right.SEE, Right.EDIT, Right.MANAGE}),
    Role.PARTICIPANT: frozenset({Right.SEE, Right.EDIT}),
    Role.CUSTOMER: frozenset({Right.SEE, Right.EDIT}),
    Role.OBSERVER: frozenset({Right.SEE}),
    Role.READER: frozenset(),  # what they read is said map by map
}


class Participant(BaseModel):
    """A person in a workshop. The owner is in none (`workshop_id` None) and may see them all."""

    model_config = ConfigDict(frozen=True)

    id: RowId
    name: Name
    role: Role
    workshop_id: Annotated[str | None, Field()] = None
    doing: ShortLine = ""
    """What they do: their team, the front line; a customer is one by role."""
    removed: bool = False
    """Whether they were taken out of the workshop: their seat is worth nothing, their work stays."""
    removed_at: str = ""
    """When that was; "" for whoever is in it."""
    confirmed: bool = False
    """Whether those who lead said that this customer is one: at the door anybody may say so."""
    seats: int = 0
    """How often their seat moved to another device: a seat of before is worth nothing."""
    veiled: frozenset[str] = frozenset()
    """Secret votes in which they had given something before their seat moved: it counts, and is not shown there."""
    reads: frozenset[str] = frozenset()
    """The maps that a reader may see, whatever workshop they are in: the link's, and the one it is compared with."""

    @property
    def is_customer(self) -> bool:
        """Whether what they say is a customer's word: by role, and those who lead have confirmed it."""
        return self.role is Role.CUSTOMER and self.confirmed


OWNER_ID = "owner"

LEADING_ROLES = frozenset({Role.OWNER, Role.FACILITATOR, Role.CO_FACILITATOR})


def leads(role: Role) -> bool:
    """Whether this role runs the workshop: starts, reveals and ends steps, and edits what others made."""
    return role in LEADING_ROLES


def owner(name: str) -> Participant:
    """Whoever runs this installation."""
    return Participant(id=OWNER_ID, name=name, role=Role.OWNER)


def facilitator(everybody: Iterable[Participant]) -> Participant | None:
    """Whoever made the workshop of these people."""
    return next((one for one in everybody if one.role is Role.FACILITATOR and not one.removed), None)


def one_person(everybody: Iterable[Participant], person_id: str) -> str:
    """The id under which somebody stands among these: the owner and the facilitator of their room are one person."""
    lead = facilitator(everybody) if person_id == OWNER_ID else None
    return lead.id if lead is not None else person_id


def as_known(person: Participant, everybody: Iterable[Participant]) -> Participant:
    """Somebody under the name these people know: the owner goes by the name they gave for the room."""
    lead = facilitator(everybody) if person.role is Role.OWNER else None
    return person.model_copy(update={"name": lead.name}) if lead is not None else person


def may(person: Participant, right: Right, workshop_id: str | None) -> bool:
    """Whether this person may do this to what belongs to that workshop (None: to no workshop)."""
    if person.removed or right not in RIGHTS[person.role]:
        return False
    return person.role is Role.OWNER or (workshop_id is not None and person.workshop_id == workshop_id)


def may_read(person: Participant, map_id: str, workshop_id: str | None) -> bool:
    """Whether this person may see this map of that workshop (None: of no workshop)."""
    return map_id in person.reads or may(person, Right.SEE, workshop_id)


def require_read(person: Participant, map_id: str, workshop_id: str | None) -> None:
    """Refuse whoever may not see this map of that workshop."""
    if not may_read(person, map_id, workshop_id):
        require(person, Right.SEE, workshop_id)


def require(person: Participant, right: Right, workshop_id: str | None) -> None:
    """Refuse what this person may not do, with a reason a facilitator understands."""
    if may(person, right, workshop_id):
        return
    if person.role is Role.READER:
        raise forbidden("reader-only-reads")
    if person.role is not Role.OWNER and person.workshop_id != workshop_id:
        raise forbidden("other-workshop")
    if person.removed:
        raise forbidden("seat-removed")
    raise forbidden(f"may-not-{right}", role=Term(f"role-{person.role}"))
