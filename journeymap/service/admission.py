"""The people of a workshop: joining, a second device, getting a seat back, and what a facilitator does for them."""

import hmac
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymap.domain.model.roles import JOINING_ROLES, Participant, Role, facilitator, leads
from journeymap.domain.text.errors import Refusal, forbidden, gone, invalid
from journeymap.domain.workshop.timer import later
from journeymap.service.audit_log import AuditLog, Kind
from journeymap.service.house import House, new_id
from journeymap.service.made_links import MadeLink, MadeLinks
from journeymap.service.name_rules import require_free
from journeymap.service.people import MOST_PEOPLE, People, named_person, plain_recovery
from journeymap.service.workshop_access import WorkshopAccess, as_they_are, require_lead
from journeymap.storage.people_contract import Claim
from journeymap.storage.store import Transaction

CLAIM_SECONDS = 300
"""So long a second device waits for the first one."""

MOST_AT_ONCE = 1_000
"""So many people are taken out, or brought back, in one go: all of a workshop."""

MOST_CLAIMS = 3
"""So many devices may ask for one person at once: whoever asks more is guessing."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a second device holds while it waits; `number` is shown on both devices, `secret` on neither."""

    id: str
    number: str
    secret: str
    name: str


@dataclass(frozen=True, slots=True)
class SeatRequest:
    """The question to the first device: whether the device that shows this number is theirs as well."""

    id: str
    participant_id: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Admission:
    """People join, come back, and get help from a facilitator."""

    house: House
    people: People
    access: WorkshopAccess

    @property
    def made_links(self) -> MadeLinks:
        """What ends with the role, or the seat, of whoever made it."""
        return MadeLinks(self.house)

    def join(
        self, code: str, name: str, role: Role | str = Role.PARTICIPANT, doing: str = "", device: str = "",
        *, another: bool = False,
    ) -> Participant:  # fmt: skip
        """Somebody joins. `device`: the seat this device holds; whoever has one here already stays who they are.

        Errors: Refusal; `stale` where somebody of that name is there and it is not said to be `another` person.
        """
        return self.people.join(code, name, role, doing=doing, device=device, another=another)

    def everybody(self, person: Participant, workshop_id: str) -> list[Participant]:
        """Who is in the workshop, in the order in which they came."""
        self.access.get(person, workshop_id)
        return [one for one in self.house.store.people.participants(workshop_id) if not one.removed]

    def anybody(self, person: Participant, workshop_id: str, participant_id: str) -> Participant | None:
        """Somebody of the workshop, also one who was removed; for those who lead."""
        self.access.led(person, workshop_id)
        found = self.house.store.people.participant(participant_id)
        return found if found is not None and found.workshop_id == workshop_id else None

    def rename(self, person: Participant, workshop_id: str, participant_id: str, name: str) -> Participant:
        """Rename somebody. Facilitators may do this for everybody, others for themselves."""
        checked = named_person(name, Role.PARTICIPANT, workshop_id).name

        def change(tx: Transaction, found: Participant) -> Participant:
            require_free(tx, found, checked, self.house.owner_name)
            return self._put(tx, found, name=checked)

        changed = self.access.update_person(person, workshop_id, participant_id, change, themselves=True)
        self._note("renamed", person, changed)
        return changed

    def promote(self, person: Participant, workshop_id: str, participant_id: str) -> Participant:
        """Make somebody a co-facilitator, with all the rights of a facilitator."""
        return self.give_role(person, workshop_id, participant_id, Role.CO_FACILITATOR)

    def observe(self, person: Participant, workshop_id: str, participant_id: str) -> Participant:
        """Make somebody an observer: they can see everything but change nothing."""
        return self.give_role(person, workshop_id, participant_id, Role.OBSERVER)

    def give_role(self, person: Participant, workshop_id: str, participant_id: str, role: Role | str) -> Participant:
        """Another role: co-facilitator, or one that people join in. The facilitator stays the facilitator.

        Whoever does not lead any more has no links to read along or to ask customers by: those that they made end.
        A customer who is made one is one: whoever says so at the door is confirmed in this way, too.
        """
        if role not in (Role.CO_FACILITATOR, *JOINING_ROLES):
            raise forbidden("role-is-given")

        links: list[MadeLink] = []

        def change(tx: Transaction, found: Participant) -> Participant:
            _require_not_lead(person, found)
            links[:] = self.made_links.end_of(tx, [found.id]) if not leads(Role(role)) else []
            return self._put(tx, found, role=Role(role), confirmed=Role(role) is Role.CUSTOMER)

        changed = self.access.update_person(person, workshop_id, participant_id, change)
        self._note("role", person, changed, subject=changed.role)
        if links:
            self.made_links.tell_ended(person, links)
        return changed

    def remove(self, person: Participant, workshop_id: str, participant_id: str) -> Participant:
        """Take somebody out: their seat is no longer valid, nor is a link that they made; their work stays."""
        links: list[MadeLink] = []

        def change(tx: Transaction, found: Participant) -> Participant:
            _require_not_lead(person, found)
            tx.people.remove_participant(found.id, self.house.now())
            links[:] = self.made_links.end_of(tx, [found.id])
            workshop = tx.people.workshop(workshop_id)
            if workshop is not None and workshop.leading == found.id:
                tx.people.put_workshop(workshop.model_copy(update={"leading": None}))
            return found.model_copy(update={"removed": True})

        removed = self.access.update_person(person, workshop_id, participant_id, change)
        self._note("removed", person, removed)
        self.made_links.tell_ended(person, links)
        return removed

    def remove_all(self, person: Participant, workshop_id: str, ids: Sequence[str]) -> list[Participant]:
        """Take several people out, in one go; those who lead stay. Who is out now.

        Also of them no link is left: they may have led before.
        """
        links: list[MadeLink] = []

        def take_out(tx: Transaction, found: list[Participant]) -> list[Participant]:
            at = self.house.now()
            out = [one for one in found if not one.removed and not leads(one.role)]
            for one in out:
                tx.people.remove_participant(one.id, at)
            links[:] = self.made_links.end_of(tx, [one.id for one in out])
            return out

        removed = self._in_one_go(person, workshop_id, ids, "removed", take_out)
        self.made_links.tell_ended(person, links)
        return removed

    def restore_all(self, person: Participant, workshop_id: str, ids: Sequence[str]) -> list[Participant]:
        """Bring people back who were taken out: their seats are worth something again. Who is in now."""

        def bring_back(tx: Transaction, found: list[Participant]) -> list[Participant]:
            back = [one for one in found if one.removed]
            if tx.people.crowd(workshop_id) + len(back) > MOST_PEOPLE + 1:
                raise forbidden("workshop-full", most=MOST_PEOPLE)
            for one in back:
                tx.people.restore_participant(one.id)
            return back

        return self._in_one_go(person, workshop_id, ids, "restored", bring_back)

    def _in_one_go(
        self,
        person: Participant,
        workshop_id: str,
        ids: Sequence[str],
        kind: Kind,
        act: Callable[[Transaction, list[Participant]], list[Participant]],
    ) -> list[Participant]:
        """Do this to several people of a workshop, by somebody who leads it; to whom it was done."""
        self.access.led(person, workshop_id)

        def work(tx: Transaction) -> list[Participant]:
            require_lead(as_they_are(tx, person), workshop_id)
            found = [one for one in map(tx.people.participant, ids[:MOST_AT_ONCE]) if one is not None]
            changed = act(tx, [one for one in found if one.workshop_id == workshop_id])
            tx.people.touch_workshop(workshop_id)
            return changed

        changed = self.house.store.write(work).result()
        self.house.bell.ring(workshop_id)
        for one in changed:
            self._note(kind, person, one)
        return changed

    # A second device

    def claim(self, code: str, name: str) -> Claimed:
        """A device says that it belongs to somebody who is there already; their first one is asked."""
        workshop, now, secret = self.people.by_code(code), self.house.now(), secrets.token_urlsafe(24)

        def work(tx: Transaction) -> Claimed:
            tx.people.drop_claims(later(now, -CLAIM_SECONDS))
            person = tx.people.named(workshop.id, name)
            if person is None:
                raise gone("no-such-name", name=" ".join(name.split())[:80])
            waiting = [one for one in tx.people.claims(workshop.id) if one.participant_id == person.id]
            if len([one for one in waiting if one.state != "taken"]) >= MOST_CLAIMS:
                raise forbidden("claim-busy")
            taken = {one.number for one in waiting}
            number = secrets.choice([str(n) for n in range(10, 100) if str(n) not in taken])
            claim = Claim(
                id=new_id(), participant_id=person.id, workshop_id=workshop.id, number=number,
                secret=self.people.hashed("claim", secret), asked_at=now,
            )  # fmt: skip
            tx.people.put_claim(claim)
            tx.people.touch_workshop(workshop.id)
            return Claimed(claim.id, number, secret, person.name)

        claimed = self.house.store.write(work).result()
        self.house.bell.ring(workshop.id)
        return claimed

    def claims(self, person: Participant, workshop_id: str | None = None) -> list[SeatRequest]:
        """What this person may answer now: for themselves, and those who lead for everybody who does not."""
        place = workshop_id or person.workshop_id
        if place is None:
            return []
        self.access.get(person, place)
        names = {one.id: one for one in self.house.store.people.participants(place)}
        return [
            SeatRequest(one.id, one.participant_id, names[one.participant_id].name, one.number)
            for one in self.pending(place)
            if _may_answer(person, names[one.participant_id])
        ]

    def pending(self, workshop_id: str) -> list[Claim]:
        """The second devices that wait for an answer, and have not waited too long."""
        return [one for one in self.house.store.people.claims(workshop_id) if one.state == "asked" and self._fresh(one)]

    def answer(self, person: Participant, claim_id: str, allow: bool) -> None:
        """Yes, that is my other device; or no, it is not."""

        def work(tx: Transaction) -> str:
            claim = tx.people.claim(claim_id)
            somebody = tx.people.participant(claim.participant_id) if claim else None
            if claim is None or somebody is None or not self._fresh(claim) or not _may_answer(person, somebody):
                raise gone("claim-gone")
            if claim.state != "asked":
                raise invalid("claim-answered")
            tx.people.put_claim(claim.model_copy(update={"state": "allowed" if allow else "refused"}))
            tx.people.touch_workshop(claim.workshop_id)
            return claim.workshop_id

        self.house.bell.ring(self.house.store.write(work).result())

    def take(self, claim_id: str, secret: str) -> str | None:
        """The seat that the waiting device was allowed, once; None while nobody has answered. Errors: Refusal.

        The seat moves: the device that had it is told, and is signed out. Whoever answered, what the person gave in
        a secret vote stays theirs: it counts, and the new device does not show it.
        """
        claim = self.house.store.people.claim(claim_id)
        if claim is not None and claim.state == "asked" and self._holds(claim, secret):
            return None

        def work(tx: Transaction) -> Participant:
            now = tx.people.claim(claim_id)
            person = tx.people.participant(now.participant_id) if now else None
            if now is None or person is None or person.removed or not self._holds(now, secret):
                raise gone("claim-gone")
            if now.state == "refused":
                raise forbidden("claim-refused")
            if now.state != "allowed":
                raise gone("claim-gone")
            tx.people.put_claim(now.model_copy(update={"state": "taken"}))
            tx.people.move_seat(person.id, person.veiled | _secret_votes(tx, person))
            tx.people.touch_workshop(now.workshop_id)
            return tx.people.participant(person.id) or person

        person = self.house.store.write(work).result()
        self.house.bell.ring(person.workshop_id or "")
        self._note("seat-moved", person)
        return self.people.seat(person)

    # The facilitator's laptop died

    def recover(self, code: str, recovery: str) -> str:
        """The facilitator's seat, by the recovery code that was shown when the workshop was made."""
        try:
            workshop = self.people.by_code(code)
        except Refusal:
            raise gone("recovery-unknown") from None
        kept = self.people.hashed("recovery", plain_recovery(recovery))
        person = self.house.store.people.recovered(workshop.id, kept)
        if person is None:
            raise gone("recovery-unknown")
        self._note("seat-recovered", person)
        return self.people.seat(person)

    def new_recovery(self, person: Participant, workshop_id: str) -> str:
        """A recovery code of one's own, instead of the one before; shown once. For those who lead.

        The owner's is that of the facilitator they are in this room. Errors: Refusal where there is none.
        """
        self.access.led(person, workshop_id)
        lead = facilitator(self.house.store.people.participants(workshop_id)) if person.role is Role.OWNER else person
        if lead is None:
            raise gone("no-such-person")
        code, kept = self.people.new_recovery()
        self.house.store.write(lambda tx: tx.people.put_recovery(lead.id, kept)).result()
        return code

    def _note(self, kind: Kind, by: Participant, about: Participant | None = None, *, subject: str = "") -> None:
        AuditLog(self.house).note(kind, by, about, subject=subject)

    def _put(self, tx: Transaction, person: Participant, **values: object) -> Participant:
        changed = person.model_copy(update=values)
        tx.people.add_participant(changed, self.house.now())
        return changed

    def _fresh(self, claim: Claim) -> bool:
        return claim.asked_at >= later(self.house.now(), -CLAIM_SECONDS)

    def _holds(self, claim: Claim, secret: str) -> bool:
        return self._fresh(claim) and hmac.compare_digest(claim.secret, self.people.hashed("claim", secret))


def _secret_votes(tx: Transaction, person: Participant) -> set[str]:
    """The votes, secret still or for good, in which somebody has given something."""
    return {
        vote.private
        for map_id in tx.people.maps_of(person.workshop_id or "")
        for vote in tx.journey(map_id).tables["votes"].values()
        if vote.author == person.id and vote.private
    }


def _may_answer(person: Participant, asked_for: Participant) -> bool:
    """Whether this person may answer: for themselves, or as a facilitator for somebody who is not one."""
    return (
        person.id == asked_for.id
        or person.role is Role.OWNER
        or (leads(person.role) and not leads(asked_for.role) and person.workshop_id == asked_for.workshop_id)
    )


def _require_not_lead(person: Participant, found: Participant) -> None:
    """Whoever made the workshop stays its facilitator, and nobody shuts themselves out."""
    if found.id == person.id:
        raise forbidden("not-yourself")
    if found.role is Role.FACILITATOR and person.role is not Role.OWNER:
        raise forbidden("facilitator-stays", name=found.name)
