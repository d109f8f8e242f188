"""A customer walks a map by the link of a round: what they are asked, and what they say. They have no seat."""

import secrets
from dataclasses import dataclass

from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.limits import NAME
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.validation import (
    CustomerName,
    CustomerWords,
    RoundCustomer,
    RoundVerdict,
    ValidationRound,
)
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, forbidden, gone, invalid
from journeymap.service.asked_moments import AskedMoments
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House, new_id
from journeymap.service.made_links import is_walked
from journeymap.service.map_states import MapStates
from journeymap.service.validation_rounds import forget, hashed
from journeymap.storage.store import Transaction

UNKNOWN = "refusal-round-unknown"
"""The sentence for whoever guesses a link."""
NOT_IN = "refusal-round-not-in"
"""The sentence for whoever shows a token that is none."""
MOST_OF_ONE = 400
"""So much does one customer say in one round."""
MOST_OF_A_ROUND = 20_000
"""So much is said in one round at most, however many may come: another round of the map goes on."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What a customer walks: how the map is called, whether it is how it should be, and its moments in order."""

    round_id: str
    title: str
    language: str
    to_be: bool
    moments: AskedMoments

    @property
    def judged(self) -> int:
        """Of how many moments they said that it is so, or is not."""
        return sum(map(self.moments.is_judged, self.moments.ids))

    def at(self, moment_id: str) -> int:
        """The place of a moment; of the first that they have not judged, where there is no such one."""
        ids = self.moments.ids
        if moment_id in ids:
            return ids.index(moment_id)
        return next((n for n, one in enumerate(ids) if not self.moments.is_judged(one)), len(ids))


@dataclass(frozen=True, slots=True)
class CustomerWalks:
    """What whoever holds a link, or the token that it gave them, may do."""

    house: House
    states: MapStates

    def invited(self, link: str) -> ValidationRound:
        """The round that this link leads to. Errors: Refusal where it is none, or over."""
        found = self.house.store.validation.round_by_secret(hashed(self.house, "round", link.strip()[:NAME]))
        if found is None:
            raise forbidden("round-unknown")
        self._require_open(found)
        return found

    def is_to_be(self, found: ValidationRound) -> bool:
        """Whether it is about how it should be, which is asked about in other words."""
        return self.house.store.head(found.map_id).kind is MapKind.TO_BE

    def customer(self, round_id: str, token: str) -> RoundCustomer:
        """Whose token this is, also when the round is over. Errors: Refusal where it is nobody's of this round."""
        customer = self._customer(token)
        if customer is None or customer.round_id != round_id:
            raise forbidden("round-not-in")
        return customer

    def begin(self, link: str, name: str = "", token: str = "") -> tuple[ValidationRound, str]:
        """Come by a link; what the device holds from now on, 128 bits of chance, of which a hash is kept.

        Whoever came before by this device, and holds its token, goes on. Errors: Refusal, also where too many came.
        """
        found = self.invited(link)
        known = self._customer(token)
        if known is not None and known.round_id == found.id:
            return found, token
        called = checked(CustomerName, {"name": name}, "customers").name
        secret, at = secrets.token_hex(16), self.house.now()
        one = RoundCustomer(new_id(), found.id, found.map_id, called, at)

        def work(tx: Transaction) -> None:
            self._require_open(tx.validation.round(found.id), tx)
            if tx.validation.count("round_customers", "round_id", found.id) >= found.most:
                raise forbidden("round-full", most=found.most)
            tx.validation.add_customer(one, hashed(self.house, "walk", secret))

        self.house.store.write(work).result()
        return found, secret

    def walk(self, round_id: str, token: str) -> Walk:
        """The moments that this customer is asked about. Errors: Refusal."""
        found, customer = self._mine(round_id, token)
        journey = PUBLIC.of_map(self.house.store.journey(found.map_id))
        said = self.house.store.validation.verdicts_of(customer.id)
        moments = AskedMoments(journey, said)
        return Walk(found.id, journey.title, journey.language, journey.kind is MapKind.TO_BE, moments)

    def say(
        self, round_id: str, token: str, moment_id: str, verdict: str, *, quote: str = "", text: str = ""
    ) -> RoundVerdict:
        """Say of a moment that it is so, that it is not, or what is missing. It is added; what was said before stays.

        Errors: Refusal, also where this customer, or all of the round, have said as much as is kept.
        """
        found, customer = self._mine(round_id, token)
        words = checked(CustomerWords, {"verdict": verdict, "quote": quote, "text": text}, "customers")
        if words.verdict == "add" and not words.text:
            raise invalid("walk-add-nothing")

        def work(tx: Transaction) -> RoundVerdict:
            self._require_open(tx.validation.round(found.id), tx)
            if tx.validation.customer(customer.id) is None:
                raise forbidden("round-not-in")
            journey = PUBLIC.of_map(tx.journey(found.map_id))
            moment = journey.find("moments", moment_id)
            if moment is None:
                raise gone("walk-moment-gone")
            if tx.validation.count("round_verdicts", "customer_id", customer.id) >= MOST_OF_ONE:
                raise forbidden("walk-said-enough", most=MOST_OF_ONE)
            if tx.validation.said_in(found.id) >= min(found.most * MOST_OF_ONE, MOST_OF_A_ROUND):
                raise forbidden("walk-all-said-enough")
            one = RoundVerdict(
                found.map_id, found.id, customer.id, moment_id, words.verdict,
                words.text if words.verdict == "add" else "", words.quote, moment.called,
                journey.revision, self.house.now(),
            )  # fmt: skip
            tx.validation.add_verdict(one)
            return one

        return self.house.store.write(work).result()

    def forget_me(self, round_id: str, token: str) -> None:
        """All that this customer said, and their name, are gone for good; also after the round is over."""
        customer = self.customer(round_id, token)
        nobody = Participant(id="customer", name="–", role=Role.READER)
        n = self.house.store.write(lambda tx: forget(tx, self.states, nobody, customer)).result()
        self.states.settle_evidence(customer.map_id)
        self.house.store.tidy_later()
        if n:
            place, subject = self.house.store.head(customer.map_id).workshop_id, f"{round_id} {customer.map_id}"
            AuditLog(self.house).note_repeated("customer-removed", None, workshop_id=place, subject=subject)

    def _mine(self, round_id: str, token: str) -> tuple[ValidationRound, RoundCustomer]:
        customer, found = self.customer(round_id, token), self.house.store.validation.round(round_id)
        if found is None:
            raise forbidden("round-not-in")
        self._require_open(found)
        return found, customer

    def _customer(self, token: str) -> RoundCustomer | None:
        if not token:
            return None
        return self.house.store.validation.customer_by_secret(hashed(self.house, "walk", token.strip()[:NAME]))

    def _require_open(self, found: ValidationRound | None, tx: Transaction | None = None) -> None:
        """The one check of everything that a link or a token does. Errors: Refusal `forbidden`."""
        place = tx.place if tx else self.house.store.head
        person = tx.person if tx else self.house.store.people.participant
        try:
            if found and is_walked(found, self.house.now(), place(found.map_id), person(found.made_by)):
                return
        except Refusal as refusal:
            if refusal.code != "gone":
                raise
        raise forbidden("round-over")
