"""Validation rounds, for those who hold them: made, listed, counted, ended; what somebody sent is taken out."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant, Right, Role, require, require_read
from journeymap.domain.model.validation import RoundCustomer, RoundVerdict, ValidationRound
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, gone, invalid
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.domain.workshop.timer import later
from journeymap.service.audit_log import AuditLog
from journeymap.service.count_memory import CountMemory
from journeymap.service.house import House, new_id
from journeymap.service.map_states import MapStates
from journeymap.service.sessions import Sessions
from journeymap.service.view_links import end_of_day
from journeymap.storage.store import Transaction

MOST_ROUNDS = 50
"""So many rounds has one map at most, those that are over too."""
MOST_CUSTOMERS = 500
"""So many people come by one link at most; whoever makes it may say fewer."""
USUAL_CUSTOMERS = 100
USUAL_DAYS = 14
MOST_DAYS = 366
DAY = 24 * 3600.0
AT_ONCE = 5
"""So many customers are taken out in one piece of work."""


@dataclass(frozen=True, slots=True)
class CustomerShare:
    """Somebody who came to a round, and how much they said."""

    customer: RoundCustomer
    verdicts: int


@dataclass(frozen=True, slots=True)
class ValidationRounds:
    """Holding rounds."""

    house: House
    states: MapStates
    counted: CountMemory

    def make(
        self, person: Participant, map_id: str, name: str, *, last_day: date | None = None, most: int = USUAL_CUSTOMERS
    ) -> tuple[ValidationRound, str]:
        """A round, and what stands in its link: 128 bits of chance, told this once and kept as a hash.

        It ends with `last_day` (in UTC), or after two weeks. Errors: Refusal where this person does not lead the
        map's workshop, or it cannot be held as they say.
        """
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        at, secret = self.house.now(), secrets.token_hex(16)
        until = end_of_day(last_day) if last_day is not None else later(at, USUAL_DAYS * DAY)
        if not at < until <= later(at, MOST_DAYS * DAY):
            raise invalid("round-day")
        called = " ".join(name.split())
        if not 0 < len(called) <= limits.NAME:
            raise invalid("round-name", most=limits.NAME)
        if not 1 <= most <= MOST_CUSTOMERS:
            raise invalid("round-most", most=MOST_CUSTOMERS)

        def work(tx: Transaction) -> ValidationRound:
            place = tx.place(map_id)
            require(tx.person(person.id) or person, Right.MANAGE, place.workshop_id)
            if place.archived_at is not None:
                raise invalid("archived")
            if len(tx.validation.rounds(map_id)) >= MOST_ROUNDS:
                raise invalid("rounds-enough", most=MOST_ROUNDS)
            journey = PUBLIC.of_map(tx.journey(map_id))
            if not journey.moments:
                raise invalid("round-no-moments")
            one = ValidationRound(new_id(), map_id, called, most, until, journey.revision, person.id, at)
            tx.validation.add_round(one, hashed(self.house, "round", secret))
            return one

        made = self.house.store.write(work).result()
        self._note("round", person, made)
        return made, secret

    def of_map(self, person: Participant, map_id: str) -> Sequence[ValidationRound]:
        """The rounds of a map, the newest first, for those who lead its workshop. Errors: Refusal."""
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        return self.house.store.validation.rounds(map_id)

    def customers(
        self, person: Participant, map_id: str, round_id: str | None = None, *, most: int = MOST_CUSTOMERS,
        skip: int = 0,
    ) -> Sequence[CustomerShare]:  # fmt: skip
        """A page of those who came to a round (None: to all of the map), for those who lead; the newest first.

        Errors: Refusal.
        """
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        found = self.house.store.validation.came(map_id, round_id, most, skip)
        return [CustomerShare(one, n) for one, n in found]

    def how_many_came(self, person: Participant, map_id: str) -> Mapping[str, int]:
        """How many came to each round of a map, for those who lead. Errors: Refusal."""
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        return self.house.store.validation.how_many_came(map_id)

    def counts(self, person: Participant, map_id: str) -> Mapping[str, MomentCount]:
        """What customers said of each moment that is on the map: confirmed, contested, added.

        Every board asks: it is counted once for all, until something is said or taken back. Whoever reads by a link is
        told nothing of it. Errors: Refusal where this person may not see the map.
        """
        if not self._may_know(person, map_id):
            return {}
        counts = self.counted.of(self.house.store.validation, map_id)
        there = PUBLIC.of_map(self.house.store.journey(map_id)).tables["moments"] if counts else {}
        return {moment: one for moment, one in counts.items() if moment in there}

    def words(
        self, person: Participant, map_id: str, *, before: int | None = None, most: int = 100
    ) -> tuple[Sequence[RoundVerdict], int | None]:
        """A page of what customers wrote of moments on the map, the newest first; and `before` for the next page.

        Errors: Refusal where this person may not see the map.
        """
        if not self._may_know(person, map_id):
            return (), None
        found = self.house.store.validation.words(map_id, before, most)
        there = PUBLIC.of_map(self.house.store.journey(map_id)).tables["moments"]
        following = found[-1][0] if len(found) == most else None
        return [one for _, one in found if one.moment_id in there], following

    def newest_words(
        self, person: Participant, map_id: str, moments: Iterable[str], most: int
    ) -> Mapping[str, Sequence[RoundVerdict]]:
        """The newest few that customers wrote of each of these moments. Errors: Refusal."""
        if not self._may_know(person, map_id):
            return {}
        there = PUBLIC.of_map(self.house.store.journey(map_id)).tables["moments"]
        asked = [one for one in moments if one in there]
        words: dict[str, list[RoundVerdict]] = {}
        for one in self.house.store.validation.newest_words(map_id, asked, most) if asked else ():
            words.setdefault(one.moment_id, []).append(one)
        return words

    def _may_know(self, person: Participant, map_id: str) -> bool:
        """Whether what customers said is told to this person. Errors: Refusal where they may not see the map."""
        require_read(person, map_id, self.house.store.head(map_id).workshop_id)
        return person.role is not Role.READER

    def end(self, person: Participant, round_id: str) -> None:
        """Its link leads nowhere from now on; what was said stays. Errors: Refusal."""
        found = self.house.store.validation.round(round_id)
        self._require(person, found.map_id if found else None, "round-gone")
        at = self.house.now()
        if found and self.house.store.write(lambda tx: tx.validation.end_round(round_id, at)).result():
            self._note("round-ended", person, found)

    def remove_customer(self, person: Participant, customer_id: str) -> int:
        """Somebody who came and all they said are gone for good; how much that was. Errors: Refusal.

        Their link is worth nothing to them any more. A map that was called validated is in review again
        where no customer's verdict of it is left.
        """
        found = self.house.store.validation.customer(customer_id)
        self._require(person, found.map_id if found else None, "customer-gone")
        if found is None:
            return 0

        def work(tx: Transaction) -> int:
            require(tx.person(person.id) or person, Right.MANAGE, tx.place(found.map_id).workshop_id)
            return forget(tx, self.states, person, found)

        n = self.house.store.write(work).result()
        self.states.settle_evidence(found.map_id)
        self.house.store.tidy_later()
        head = self.house.store.head(found.map_id)
        AuditLog(self.house).note(
            "customer-removed", person, workshop_id=head.workshop_id, subject=f"{customer_id} {found.map_id}", times=n
        )
        return n

    def clear(self, person: Participant, round_id: str) -> int:
        """All that was said in a round until now, and whoever said it, are gone for good; how much that was.

        The round goes on, where it is not over. They go a few at a time: others write in between. Errors: Refusal.
        """
        found = self.house.store.validation.round(round_id)
        self._require(person, found.map_id if found else None, "round-gone")
        if found is None:
            return 0
        until, n = self.house.now(), 0

        def work(tx: Transaction) -> tuple[int, int]:
            require(tx.person(person.id) or person, Right.MANAGE, tx.place(found.map_id).workshop_id)
            some = tx.validation.came_until(round_id, until, AT_ONCE)
            return len(some), sum(tx.validation.remove_customer(one) for one in some)

        while (gone_now := self.house.store.write(work).result())[0]:
            n += gone_now[1]
        self.house.store.write(lambda tx: self.states.withdraw(tx, person, found.map_id)).result()
        self.states.settle_evidence(found.map_id)
        self.house.store.tidy_later()
        head = self.house.store.head(found.map_id)
        subject = f"{round_id} {found.map_id}"
        AuditLog(self.house).note("customer-removed", person, workshop_id=head.workshop_id, subject=subject, times=n)
        return n

    def _require(self, person: Participant, map_id: str | None, missing: str) -> None:
        """Refuse whoever does not lead the map's workshop, as if there were nothing."""
        try:
            if map_id is not None:
                require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
                return
        except Refusal as refusal:
            raise gone(missing) from refusal
        raise gone(missing)

    def _note(self, kind: Literal["round", "round-ended"], person: Participant, one: ValidationRound) -> None:
        workshop_id = self.house.store.head(one.map_id).workshop_id
        AuditLog(self.house).note(kind, person, workshop_id=workshop_id, subject=f"{one.id} {one.map_id}")


def forget(tx: Transaction, states: MapStates, by: Participant, customer: RoundCustomer) -> int:
    """Take somebody and all they said out, within a piece of work; how much that was."""
    n = tx.validation.remove_customer(customer.id)
    if n:
        states.withdraw(tx, by, customer.map_id)
    return n


def hashed(house: House, what: str, secret: str) -> str:
    """What is kept of what stands in a link, or in a device of somebody who came by it."""
    return Sessions(house).hashed(f"{what}:{secret}")
