"""Workshops and the people in them: join codes, seats, and who somebody is."""

import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from functools import cache

from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import ValidationError

from journeymap.domain.errors import Term, forbidden, gone
from journeymap.domain.people import (
    JOINING_ROLES,
    OWNER_ID,
    Participant,
    Right,
    Role,
    Workshop,
    owner,
    require,
)
from journeymap.domain.refusing import refusal
from journeymap.domain.resources import data
from journeymap.service.house import House, new_id
from journeymap.storage.store import Transaction

SEAT_COOKIE = "journeymap_seat"
SEAT_SECONDS = 90 * 24 * 3600
"""A seat lasts as long as a project does: 90 days."""


@dataclass(frozen=True, slots=True)
class People:
    """Who is there, and what shows it."""

    house: House

    def owner(self) -> Participant:
        """Whoever runs this installation."""
        return owner(self.house.owner_name)

    def owner_key(self) -> str:
        """The key in the owner link; it stays the same while the secret does."""
        return hmac.new(self.house.secret, b"owner-link", hashlib.sha256).hexdigest()[:40]

    def owner_seat(self, key: str) -> str:
        """A seat token for whoever has the owner link. Errors: Refusal `forbidden`."""
        if not hmac.compare_digest(key.encode(), self.owner_key().encode()):
            raise forbidden("wrong-owner-key")
        return self.seat(self.owner())

    def seat(self, person: Participant) -> str:
        """A signed token that says who somebody is; it expires."""
        return self._signer().dumps(person.id)

    def who(self, token: str) -> Participant:
        """The person with this seat, as they are now. Errors: Refusal `forbidden`.

        A seat from the future is a seat: a clock that was set back locks nobody out.
        """
        try:
            person_id, signed = self._signer().loads(token, return_timestamp=True)
        except BadSignature:
            raise forbidden("seat-unknown") from None
        if time.time() - signed.timestamp() > SEAT_SECONDS:
            raise forbidden("seat-expired")
        if person_id == OWNER_ID:
            return self.owner()
        person = self.house.store.participant(str(person_id))
        if person is None:
            raise forbidden("seat-unknown")
        return person

    def create_workshop(self, person: Participant, title: str, facilitator: str = "") -> tuple[Workshop, Participant]:
        """A workshop and its facilitator's seat. Only the owner opens workshops."""
        require(person, Right.OWN, None)
        workshop = _checked(title, new_id(), self._free_code(), self.house.now())
        lead = _person(facilitator or person.name, Role.FACILITATOR, workshop.id)

        def work(tx: Transaction) -> None:
            tx.add_workshop(workshop)
            tx.add_participant(lead, self.house.now())

        self.house.store.write(work).result()
        return workshop, lead

    def join(self, code: str, name: str, role: Role | str = Role.PARTICIPANT) -> Participant:
        """Somebody joins by the code that is said aloud. Errors: Refusal."""
        workshop = self.house.store.workshop_by_code(plain_code(code))
        if workshop is None:
            raise gone("no-such-code")
        if role not in JOINING_ROLES:
            raise forbidden("role-is-given")
        person = _person(name, Role(role), workshop.id)
        self.house.store.write(lambda tx: tx.add_participant(person, self.house.now())).result()
        return person

    def workshops(self, person: Participant) -> list[Workshop]:
        """The workshops this person is in; the owner sees them all."""
        found = self.house.store.workshops()
        return [w for w in found if person.role is Role.OWNER or w.id == person.workshop_id]

    def workshop(self, person: Participant, workshop_id: str) -> Workshop:
        """One workshop this person is in."""
        require(person, Right.SEE, workshop_id)
        found = self.house.store.workshop(workshop_id)
        if found is None:
            raise gone("no-such-workshop")
        return found

    def names(self) -> dict[str, str]:
        """Everybody's name by id, for the history of a map."""
        return {OWNER_ID: self.house.owner_name} | {p.id: p.name for p in self.house.store.participants()}

    def authors(self, person: Participant, map_id: str) -> dict[str, str]:
        """Who has changed this map, by id and name."""
        store = self.house.store
        require(person, Right.SEE, store.head(map_id).workshop_id)
        return {by: name for by, name in self.names().items() if store.entries(map_id, by)}

    def _free_code(self) -> str:
        while self.house.store.workshop_by_code(code := new_code()) is not None:
            continue
        return code

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.house.secret, salt="journeymap-seat")


def new_code() -> str:
    """Two words and two digits one can say aloud, such as LARK-42-PINE (1.4 million of them)."""
    first, second = secrets.choice(_code_words()), secrets.choice(_code_words())
    return f"{first}-{secrets.choice('2346789')}{secrets.choice('2346789')}-{second}"


def plain_code(code: str) -> str:
    """A code as people type it: any case, with spaces or without hyphens in the wrong places."""
    return "-".join(code.upper().replace("-", " ").split())


@cache
def _code_words() -> tuple[str, ...]:
    return tuple(json.loads(data("join-words.json").read_text(encoding="utf-8")))


def _checked(title: str, workshop_id: str, code: str, at: str) -> Workshop:
    try:
        return Workshop(id=workshop_id, title=title, join_code=code, created_at=at)
    except ValidationError as problem:
        raise refusal("maps", problem, {"title": title}) from None


def _person(name: str, role: Role, workshop_id: str) -> Participant:
    try:
        return Participant(id=new_id(), name=name, role=role, workshop_id=workshop_id)
    except ValidationError as problem:
        found = refusal("personas", problem, {"name": name})
        if "field" in found.values:
            found.values["field"] = Term("field-people-name")
        raise found from None
