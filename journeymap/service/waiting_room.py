"""The waiting room: whoever joins where very many joined already waits until somebody who leads lets them in."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.domain.model.roles import JOINING_ROLES, Participant, Role
from journeymap.domain.text.errors import Refusal, forbidden, gone
from journeymap.domain.workshop.timer import later
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House, new_id
from journeymap.service.people import MOST_PEOPLE, People, named_person
from journeymap.service.workshop_access import WorkshopAccess, as_they_are, require_lead
from journeymap.storage.people_contract import Waiting
from journeymap.storage.store import Transaction

WAITING_SECONDS = 2 * 3600
"""Whoever waits for longer has gone."""
NAMELESS = "–"
"""What is kept of a name once somebody was let in, or turned away: it stands with the people then, or nowhere."""
MOST_WAITING = 200
"""So many wait at once for one workshop; whoever comes then is asked to try again later."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a device holds while its person waits; the secret is shown to nobody."""

    id: str
    secret: str
    name: str


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """Who waits, and letting them in."""

    house: House
    people: People
    access: WorkshopAccess

    def wait(self, code: str, name: str, role: Role | str, doing: str = "") -> Ticket:
        """Somebody waits. Errors: Refusal, as for whoever joins; `unavailable` where too many wait."""
        workshop = self.people.by_code(code)
        self.people.require_open(workshop)
        if role not in JOINING_ROLES:
            raise forbidden("role-is-given")
        person = named_person(name, Role(role), workshop.id, doing)
        secret, now = secrets.token_urlsafe(24), self.house.now()
        kept = self.people.hashed("waiting", secret)

        def work(tx: Transaction) -> None:
            tx.people.drop_waiting(later(now, -WAITING_SECONDS))
            if len(tx.people.waiting(workshop.id)) >= MOST_WAITING:
                raise forbidden("waiting-full")
            self.people.check_newcomer(tx, person, another=False)
            row = Waiting(
                id=person.id, workshop_id=workshop.id, name=person.name, role=person.role, doing=person.doing,
                secret=kept, asked_at=now,
            )  # fmt: skip
            tx.people.put_waiting(row)
            tx.people.touch_workshop(workshop.id)

        self.house.store.write(work).result()
        self.house.bell.ring(workshop.id)
        # Without the name: whoever is not let in has no place where it could be erased.
        AuditLog(self.house).note("waits", workshop_id=workshop.id)
        return Ticket(person.id, secret, person.name)

    def waiting(self, person: Participant, workshop_id: str) -> list[Waiting]:
        """Who waits, for those who lead."""
        self.access.led(person, workshop_id)
        return [one for one in self.house.store.people.waiting(workshop_id) if self._fresh(one)]

    def let_in(self, person: Participant, workshop_id: str, ids: Sequence[str] | None = None) -> list[Participant]:
        """Let these people in, or all who wait; who is in now. A name that was taken meanwhile gets a number."""
        wanted = [one for one in self.waiting(person, workshop_id) if ids is None or one.id in ids]
        return [found for one in wanted if (found := self._let_in(person, one)) is not None]

    def turn_away(self, person: Participant, workshop_id: str, ids: Sequence[str] | None = None) -> int:
        """Turn these people away, or all who wait; how many that were."""
        wanted = [one.id for one in self.waiting(person, workshop_id) if ids is None or one.id in ids]

        def work(tx: Transaction) -> None:
            require_lead(as_they_are(tx, person), workshop_id)
            for one in (tx.people.waits(waiting_id) for waiting_id in wanted):
                if one is not None and one.state == "asked":
                    tx.people.put_waiting(one.model_copy(update={"state": "refused", "name": NAMELESS}))
            tx.people.touch_workshop(workshop_id)

        self.house.store.write(work).result()
        self.house.bell.ring(workshop_id)
        AuditLog(self.house).note("turned-away", person, workshop_id=workshop_id, times=len(wanted))
        return len(wanted)

    def take(self, waiting_id: str, secret: str, device: str = "") -> str | None:
        """The seat of whoever was let in, once; None while they wait. Errors: Refusal."""
        found = self.house.store.people.waits(waiting_id)
        if found is not None and found.state == "asked" and self._holds(found, secret):
            return None

        def work(tx: Transaction) -> Participant:
            now = tx.people.waits(waiting_id)
            if now is None or not self._holds(now, secret):
                raise gone("claim-gone")
            if now.state == "refused":
                raise forbidden("waiting-refused")
            person = tx.people.participant(now.participant_id or "")
            if now.state != "allowed" or person is None:
                raise gone("claim-gone")
            tx.people.put_waiting(now.model_copy(update={"state": "taken"}))
            return person

        return self.people.seat(self.house.store.write(work).result(), device)

    def _let_in(self, person: Participant, one: Waiting) -> Participant | None:
        def work(tx: Transaction) -> Participant | None:
            require_lead(as_they_are(tx, person), one.workshop_id)
            now = tx.people.waits(one.id)
            if now is None or now.state != "asked":
                return None
            if tx.people.crowd(one.workshop_id) > MOST_PEOPLE:
                raise forbidden("workshop-full", most=MOST_PEOPLE)
            found = self._named(tx, one)
            tx.people.add_participant(found, self.house.now())
            tx.people.put_waiting(
                now.model_copy(update={"state": "allowed", "participant_id": found.id, "name": NAMELESS})
            )
            tx.people.touch_workshop(one.workshop_id)
            return found

        found = self.house.store.write(work).result()
        if found is not None:
            AuditLog(self.house).note("let-in", person, found)
        self.house.bell.ring(one.workshop_id)
        return found

    def _named(self, tx: Transaction, one: Waiting) -> Participant:
        """Somebody new by the name they gave; with a number where it was taken while they waited."""
        for n in range(2, 100):
            name = one.name if n == 2 else f"{one.name[:76]} {n - 1}"
            found = named_person(name, Role(one.role), one.workshop_id, one.doing).model_copy(update={"id": new_id()})
            try:
                self.people.check_newcomer(tx, found, another=False)
            except Refusal:
                continue
            return found
        raise forbidden("name-there", name=one.name)

    def _fresh(self, one: Waiting) -> bool:
        return one.asked_at >= later(self.house.now(), -WAITING_SECONDS)

    def _holds(self, one: Waiting, secret: str) -> bool:
        return self._fresh(one) and hmac.compare_digest(one.secret, self.people.hashed("waiting", secret))
