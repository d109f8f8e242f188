"""Workshops and the people in them: join codes, seats, and who somebody is."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.roles import (
    JOINING_ROLES,
    OWNER_ID,
    Participant,
    Right,
    Role,
    Workshop,
    as_known,
    leads,
    owner,
    require,
)
from journeymap.domain.text.errors import Refusal, forbidden, gone, stale
from journeymap.domain.workshop.lifecycle import is_over
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House, new_id
from journeymap.service.name_rules import require_free, require_newcomer
from journeymap.service.sessions import Sessions
from journeymap.service.view_links import ViewLinks, is_reader
from journeymap.storage.store import Transaction

MOST_PEOPLE = 1_000
"""So many may join a workshop, beside whoever opened it."""
PLAIN = "ACDEFHJKMNPQRTUVWXY34679"
"""Letters and digits that nobody takes for one another, said or written."""

AGAIN_SECONDS = 24 * 3600.0
"""Who comes again by a device whose seat is younger than this keeps that one."""
SEAT_COOKIE = "journeymap_seat"
SEAT_GONE = "refusal-seat-gone"
"""The sentence for whoever was in a workshop that was deleted."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody, and by which session they are here; "" for the owner who shows nothing at their own machine."""

    person: Participant
    session: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Who is there, and what shows it."""

    house: House

    def owner(self) -> Participant:
        """Whoever runs this installation."""
        return owner(self.house.owner_name)

    @property
    def sessions(self) -> Sessions:
        """Who is signed in, on which device."""
        return Sessions(self.house)

    @property
    def view_links(self) -> ViewLinks:
        """Links by which anybody reads a map."""
        return ViewLinks(self.house)

    def owner_seat(self, key: str, device: str = "") -> str:
        """A seat token for whoever has the owner's key, or a link of theirs. Errors: Refusal `forbidden`."""
        if hmac.compare_digest(key.encode(), self.sessions.owner_key().encode()):
            return self._owner_in(device, "key")
        return self.owner_by_link(key, device)

    def owner_by_link(self, key: str, device: str = "") -> str:
        """A seat token for whoever opens a link of the owner's, which works once. Errors: Refusal `forbidden`."""
        try:
            person_id = self.sessions.open_link(key)
        except Refusal as refusal:
            raise forbidden("wrong-owner-key") from refusal
        if person_id != OWNER_ID:
            raise forbidden("wrong-owner-key")
        return self._owner_in(device, "link")

    def _owner_in(self, device: str, by: str) -> str:
        AuditLog(self.house).note("owner-in", self.owner(), subject=by)
        return self.seat(self.owner(), device)

    def seat_by_link(self, key: str, device: str = "") -> str:
        """A seat token for whoever opens a link that they made on their other device. Errors: Refusal `forbidden`."""
        person_id = self.sessions.open_link(key)
        person = self.sessions.owner_or(person_id)
        if person is None or person.removed:
            raise forbidden("link-used")
        return self._owner_in(device, "link") if person.id == OWNER_ID else self.seat(person, device)

    def seat_again(self, person: Participant, token: str, device: str = "") -> str:
        """The seat of somebody who comes again by the device that holds this token: the same one, if it is young."""
        with suppress(Refusal):
            shown = self.sessions.shown(token)
            young = time.time() - shown.at < AGAIN_SECONDS
            if young and self.who(token).id == person.id:
                return token
        return self.seat(person, device)

    def seat(self, person: Participant, device: str = "") -> str:
        """A signed token that says who somebody is on one more device; it expires, and can be ended."""
        return self.sessions.begin(person, device)

    def who(self, token: str) -> Participant:
        """The person with this seat, as they are now. Errors: Refusal `forbidden`."""
        return self.seated(token).person

    def seated(self, token: str) -> "Seated":
        """The person with this seat, as they are now, and their session. Errors: Refusal `forbidden`.

        A seat from the future is a seat: a clock that was set back locks nobody out.
        """
        shown = self.sessions.shown(token)
        if is_reader(shown):
            return Seated(self.view_links.reader(shown), shown.session)
        if shown.person_id == OWNER_ID:
            self.sessions.require(shown, None)
            return Seated(self.owner(), shown.session)
        person = self.house.store.people.participant(shown.person_id)
        if person is None or not self._has_workshop(person):
            raise forbidden("seat-gone")  # it was signed here: its workshop was deleted
        if person.removed:
            raise forbidden("seat-removed")
        if person.seats != shown.count:
            raise forbidden("seat-moved")
        self.sessions.require(shown, person.workshop_id)
        self._require_time(person)
        return Seated(person, shown.session)

    def create_workshop(self, person: Participant, title: str, facilitator: str = "") -> tuple[Workshop, Participant]:
        """A workshop and its facilitator's seat. Only the owner opens workshops."""
        require(person, Right.OWN, None)
        workshop, lead = self.planned(person, title, facilitator)

        def work(tx: Transaction) -> None:
            tx.people.add_workshop(workshop)
            tx.people.add_participant(lead, self.house.now())

        self.house.store.write(work).result()
        AuditLog(self.house).note("workshop", person, lead)
        return workshop, lead

    def planned(self, person: Participant, title: str, facilitator: str, **more: str) -> tuple[Workshop, Participant]:
        """A workshop and its facilitator, checked and not written yet."""
        values = {"id": new_id(), "title": title, "join_code": free_code(self.house), "created_at": self.house.now()}
        workshop = checked(Workshop, values | more, "workshops")
        return workshop, named_person(facilitator or person.name, Role.FACILITATOR, workshop.id)

    def new_recovery(self) -> tuple[str, str]:
        """A code that gives a seat back, and what is kept of it: its hash."""
        code = "-".join("".join(secrets.choice(PLAIN) for _ in range(4)) for _ in range(3))
        return code, self.hashed("recovery", plain_recovery(code))

    def hashed(self, what: str, value: str) -> str:
        """What is kept of a secret that somebody else holds."""
        return hmac.new(self.house.secret, f"{what}:{value}".encode(), hashlib.sha256).hexdigest()

    def join(
        self,
        code: str,
        name: str,
        role: Role | str = Role.PARTICIPANT,
        *,
        doing: str = "",
        device: str = "",
        another: bool = True,
    ) -> Participant:
        """Somebody joins by the code that is said aloud. Errors: Refusal.

        `device` is the seat that this device holds: whoever has one here already stays who they are. Unless
        `another`, a name that is there already is refused `stale`: it may be the same person on a second device.
        """
        workshop = self.by_code(code)
        if (known := self._returning(workshop, device)) is not None:
            return self._renamed(known, name, doing)
        if not workshop.door and not another and self.house.store.people.named(workshop.id, name) is not None:
            # Whoever is in comes in by another device, too: that asks the first one.
            raise stale("name-there", name=" ".join(name.split()))
        self.require_open(workshop)
        if role not in JOINING_ROLES:
            raise forbidden("role-is-given")
        person = named_person(name, Role(role), workshop.id, doing)

        def work(tx: Transaction) -> None:
            self.check_newcomer(tx, person, another=another)
            if tx.people.crowd(workshop.id) > MOST_PEOPLE:
                raise forbidden("workshop-full", most=MOST_PEOPLE)
            tx.people.add_participant(person, self.house.now())
            tx.people.touch_workshop(workshop.id)

        self.house.store.write(work).result()
        self.house.bell.ring(workshop.id)
        AuditLog(self.house).note("joined", person, subject=person.role)
        return person

    def require_open(self, workshop: Workshop) -> None:
        """Refuse whoever is new where a workshop is over, or its door is closed."""
        if workshop.closed_at is not None:
            raise forbidden("workshop-is-over")
        if not workshop.door:
            raise forbidden("door-closed")

    def check_newcomer(self, tx: Transaction, person: Participant, *, another: bool) -> None:
        """Refuse a name that is there, or is taken for another. Errors: Refusal."""
        require_newcomer(tx, person, self.house.owner_name, another=another)

    def is_known(self, code: str, device: str) -> bool:
        """Whether the seat that this device holds is in the workshop with this code. Errors: Refusal `gone`."""
        return self._returning(self.by_code(code), device) is not None

    def by_code(self, code: str) -> Workshop:
        """The workshop that one joins by this code. Errors: Refusal `gone`."""
        workshop = self.house.store.people.workshop_by_code(plain_code(code))
        if workshop is None:
            raise gone("no-such-code")
        return workshop

    def is_closed(self, code: str) -> bool:
        """Whether there is a workshop with this code, and its door is closed."""
        workshop = self.house.store.people.workshop_by_code(plain_code(code))
        return workshop is not None and not workshop.door

    def workshops(self, person: Participant) -> list[Workshop]:
        """The workshops this person is in; the owner sees them all."""
        found = self.house.store.people.workshops()
        return [w for w in found if person.role is Role.OWNER or w.id == person.workshop_id]

    def workshop(self, person: Participant, workshop_id: str) -> Workshop:
        """One workshop this person is in."""
        require(person, Right.SEE, workshop_id)
        found = self.house.store.people.workshop(workshop_id)
        if found is None:
            raise gone("no-such-workshop")
        return found

    def names(self) -> dict[str, str]:
        """Everybody's name by id, for the history of a map."""
        return {OWNER_ID: self.house.owner_name} | {p.id: p.name for p in self.house.store.people.participants()}

    def by_id(self) -> dict[str, Participant]:
        """Everybody there is or was, the owner too."""
        return {OWNER_ID: self.owner()} | {one.id: one for one in self.house.store.people.participants()}

    def in_room(self, person: Participant, workshop_id: str | None) -> Participant:
        """Somebody as they are known in this workshop: the owner by the name they gave there."""
        if person.role is not Role.OWNER or workshop_id is None:
            return person
        return as_known(person, self.house.store.people.participants(workshop_id))

    def names_in(self, workshop_id: str) -> dict[str, str]:
        """The names of everybody in a workshop by id, of the owner too, as they are known there."""
        everybody = self.house.store.people.participants(workshop_id)
        return {one.id: one.name for one in (as_known(self.owner(), everybody), *everybody)}

    def authors(self, person: Participant, map_id: str) -> dict[str, str]:
        """Who has changed this map, by id and name."""
        return self.names_beside(person, map_id, self.house.store.authors(map_id))

    def names_beside(self, person: Participant, map_id: str, ids: Iterable[str]) -> dict[str, str]:
        """What those of these who are known are called beside this map, by their ids. Errors: Refusal."""
        workshop_id = self.house.store.head(map_id).workshop_id
        require(person, Right.SEE, workshop_id)
        names = self.names() | {OWNER_ID: self.in_room(self.owner(), workshop_id).name}
        return {by: names[by] for by in names.keys() & set(ids)}

    def _has_workshop(self, person: Participant) -> bool:
        """Whether the workshop is there: where it is not, its people follow within a moment."""
        return bool(self.house.store.people.workshop_versions([person.workshop_id or ""]))

    def _require_time(self, person: Participant) -> None:
        """Once a workshop is over, those who took part may look until the day that its facilitator said."""
        workshop = None if leads(person.role) else self.house.store.people.workshop(person.workshop_id or "")
        if workshop is not None and is_over(workshop, self.house.now()):
            raise forbidden("reading-is-over", title=workshop.title)

    def _returning(self, workshop: Workshop, device: str) -> Participant | None:
        """Whoever holds a seat in this workshop on this device."""
        if not device:
            return None
        try:
            person = self.who(device)
        except Refusal:
            return None
        return person if person.workshop_id == workshop.id else None

    def _renamed(self, known: Participant, name: str, doing: str) -> Participant:
        """Somebody who comes back, by the name they give now; a name that somebody else has is not taken."""
        wanted = named_person(name or known.name, known.role, known.workshop_id or "", doing or known.doing)
        wanted = wanted.model_copy(update={"id": known.id, "confirmed": known.confirmed})
        if wanted == known:
            return known

        def work(tx: Transaction) -> Participant:
            now = wanted
            with suppress(Refusal):  # a name that somebody else has, or seems to have, is not taken
                now = known
                require_free(tx, known, wanted.name, self.house.owner_name)
                now = wanted
            tx.people.add_participant(now, self.house.now())
            tx.people.touch_workshop(known.workshop_id or "")
            return now

        person = self.house.store.write(work).result()
        self.house.bell.ring(known.workshop_id or "")
        return person


CODE_PARTS = (3, 4, 3)
"""How a join code is written: in so many parts of so many letters and digits. There are 24^10 (2^45) of them."""


def new_code() -> str:
    """Ten letters and digits in three parts, such as K7Q-F4MX-AC9: short enough to type, too many to guess."""
    return "-".join("".join(secrets.choice(PLAIN) for _ in range(n)) for n in CODE_PARTS)


def free_code(house: House) -> str:
    """A new code that no workshop has."""
    while house.store.people.workshop_by_code(code := new_code()) is not None:
        continue
    return code


def plain_code(code: str) -> str:
    """A code as people type it: any case, with spaces or hyphens wherever they please.

    Workshops from before have two words and two digits, such as LARK-42-PINE: there the parts count.
    """
    parts = code.upper().replace("-", " ").split()
    letters = "".join(parts)
    in_words = len(parts) == 3 and parts[0].isalpha() and len(parts[1]) == 2 and parts[2].isalpha()
    if len(letters) == sum(CODE_PARTS) and set(letters) <= set(PLAIN) and not in_words:
        return f"{letters[:3]}-{letters[3:7]}-{letters[7:]}"
    return "-".join(parts)


def plain_recovery(code: str) -> str:
    """A recovery code as people type it: any case, with or without hyphens and spaces."""
    return "".join(c for c in code.upper() if c.isalnum())


def named_person(name: str, role: Role, workshop_id: str, doing: str = "") -> Participant:
    """Somebody new. Errors: Refusal where the name is none."""
    values = {"id": new_id(), "name": name, "role": role, "workshop_id": workshop_id, "doing": doing}
    return checked(Participant, values, "people")
