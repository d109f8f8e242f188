"""Where a map stands: what is decided about it is added and kept for good."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Effect
from journeymap.domain.model.roles import Participant, Right, Role, require, require_read
from journeymap.domain.model.rows import Moment
from journeymap.domain.model.validation import CONFIRMED_STATES, MapState, StateChange
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import invalid
from journeymap.domain.workshop.round_verdicts import (
    MomentCount,
    check_state,
    noted_by_rounds,
    round_evidence,
    settled_evidence,
)
from journeymap.exchange.map_status import FileStanding
from journeymap.service.act_parts import LIGHT, in_parts
from journeymap.service.audit_log import AuditLog
from journeymap.service.batch import Batch
from journeymap.service.house import House, new_id
from journeymap.service.map_changes import MapChanges
from journeymap.service.merges import Groups
from journeymap.storage.store import MapHead, Transaction
from journeymap.storage.validation_rows import ValidationReader


@dataclass(frozen=True, slots=True)
class MapStanding:
    """Where a map stands now, since which decision, and whether it was changed after that."""

    state: MapState = MapState.DRAFT
    since: StateChange | None = None
    changes_since: int = 0

    @property
    def confirmed(self) -> bool:
        """Whether customers have confirmed the map."""
        return self.state in CONFIRMED_STATES


NOBODY = "customer"
"""In whose name evidence is set back: a customer has no seat."""
SETTLED = 4 * LIGHT
"""What setting back the evidence of a moment weighs: its four fields."""


class CustomersSay(NamedTuple):
    """What customers said of the moments of a map, counted, and how many of them judged one."""

    counts: Mapping[str, MomentCount]
    judges: int


@dataclass(frozen=True, slots=True)
class MapStates:
    """Asking and deciding where maps stand."""

    house: House
    changes: MapChanges

    def of(self, person: Participant, map_id: str) -> MapStanding:
        """Where a map stands, for whoever may read it. Errors: Refusal."""
        head = self.house.store.head(map_id)
        require_read(person, map_id, head.workshop_id)
        return _standing(self.house.store.validation.now([map_id]).get(map_id), head.revision, person)

    def of_all(self, person: Participant, map_ids: Iterable[str]) -> Mapping[str, MapState]:
        """The states of these maps; of those this person may not see they are drafts."""
        wanted = [one for one in map_ids if person.role is not Role.READER or one in person.reads]
        return {one.map_id: one.state for one in self.house.store.validation.now(wanted).values()}

    def history(self, person: Participant, map_id: str) -> Sequence[StateChange]:
        """What was decided, the newest first. Errors: Refusal."""
        require(person, Right.SEE, self.house.store.head(map_id).workshop_id)
        return self.house.store.validation.states(map_id)

    def decide(self, person: Participant, map_id: str, state: MapState | str) -> MapStanding:
        """The map is in this state from now on, for those who lead its workshop.

        Before it is called validated, what customers confirmed is written down as evidence. Errors: Refusal, where
        the state does not follow on the one it is in, or no customer has judged the map in a round.
        """
        wanted = _known(state)
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        if wanted is MapState.VALIDATED:
            check_state(self.of(person, map_id).state, wanted, self._said(map_id).judges)
            self.note_evidence(person, map_id)

        def work(tx: Transaction) -> StateChange:
            place = tx.place(map_id)
            require(tx.person(person.id) or person, Right.MANAGE, place.workshop_id)
            if place.archived_at is not None:
                raise invalid("archived")
            journey = tx.journey(map_id)
            said = said_of(tx.validation, journey)
            before = tx.validation.now([map_id]).get(map_id)
            check_state(before.state if before else MapState.DRAFT, wanted, said.judges)
            change = _decision(journey, wanted, person.id, self.house.now(), said)
            tx.validation.decide(change)
            _told(tx, place.workshop_id)
            return change

        made = self.house.store.write(work).result()
        head = self.house.store.head(map_id)
        self.house.bell.ring(head.workshop_id or "")
        AuditLog(self.house).note("map-state", person, workshop_id=head.workshop_id, subject=f"{wanted} {map_id}")
        return _standing(made, head.revision, person)

    def note_evidence(self, person: Participant, map_id: str) -> int:
        """Write what customers confirmed on the map, where there is no other evidence; of how many moments.

        Those who lead may. Asked for twice, nothing is written the second time. Errors: Refusal.
        """

        def found(tx: Transaction) -> tuple[Sequence[Change], Groups, int]:
            journey = PUBLIC.of_map(tx.journey(map_id))
            _, counts = tx.validation.tally(map_id)
            names = {one.id: one.name for one in tx.validation.rounds(map_id)}
            confirming = tx.validation.confirming_rounds(map_id)
            rounds = {moment: names.get(latest, "") for moment, (latest, *_) in confirming.items()}
            today = date.fromisoformat(self.house.now()[:10])
            changes = round_evidence(journey, counts, rounds, today, journey.language)
            return changes, (), len({one.id for one in changes})

        return self.changes.bring(person, map_id, found)

    def withdraw(self, tx: Transaction, person: Participant, map_id: str) -> None:
        """Where no customer's verdict is left, a map that was called validated is looked at again."""
        now = tx.validation.now([map_id]).get(map_id)
        if now is None or now.state not in CONFIRMED_STATES or tx.validation.is_judged(map_id):
            return
        revision = tx.head(map_id).revision
        tx.validation.decide(StateChange(map_id, MapState.IN_REVIEW, revision, person.id, self.house.now()))

    def settle_evidence(self, map_id: str) -> None:
        """After words of customers were taken back: what rounds had noted of them is set back, a few moments at a time.

        Nobody undoes it: what was removed is gone. Evidence that anybody else gave stays.
        """
        found, journey = self.house.store.validation, self.house.store.journey(map_id)
        names = {one.id: one.name for one in found.rounds(map_id)}
        called = list(names.values())
        noted = [one.id for one in journey.moments if noted_by_rounds(one, called)]
        if not noted:
            return
        counts, confirming = found.tally(map_id)[1], found.confirming_rounds(map_id)

        def settled(now: Journey, moment_id: str) -> list[Change]:
            moment = now.find("moments", moment_id)
            rounds = [names[one] for one in confirming.get(moment_id, ()) if one in names]
            confirmed = counts.get(moment_id, MomentCount()).confirmed
            return (
                settled_evidence(moment, confirmed, rounds, called, now.language) if isinstance(moment, Moment) else []
            )

        def decide(now: Journey, _: Transaction, moment_id: str) -> tuple[Journey, list[Effect]]:
            return perform(now, settled(now, moment_id))

        due = [one for one in noted if settled(journey, one)]
        if due:
            batch = Batch(NOBODY, new_id(), self.house.now())
            in_parts(self.house, map_id, batch, due, lambda tx: tx.place(map_id), decide, lambda _: SETTLED)

    def _said(self, map_id: str) -> CustomersSay:
        return said_of(self.house.store.validation, self.house.store.journey(map_id))


def said_of(found: ValidationReader, journey: Journey) -> CustomersSay:
    """What customers said of the moments that everybody sees on a map."""
    there = PUBLIC.of_map(journey).tables["moments"]
    _, counts = found.tally(journey.map_id)
    return CustomersSay(
        {moment: count for moment, count in counts.items() if moment in there}, found.judges(journey.map_id, there)
    )


def _known(state: MapState | str) -> MapState:
    try:
        return MapState(state)
    except ValueError:
        raise invalid("no-such-state", names=", ".join(MapState)) from None


def _standing(change: StateChange | None, revision: int, person: Participant) -> MapStanding:
    if change is None:
        return MapStanding()
    told = change if person.role is not Role.READER else change._replace(decided_by="")
    return MapStanding(change.state, told, max(revision - change.revision, 0))


def _decision(journey: Journey, state: MapState, by: str, at: str, said: CustomersSay) -> StateChange:
    counts = said.counts.values()
    confirmed, contested = sum(one.validated for one in counts), sum(one.contested > 0 for one in counts)
    return StateChange(journey.map_id, state, journey.revision, by, at, said.judges, confirmed, contested)


def _told(tx: Transaction, workshop_id: str | None) -> None:
    if workshop_id is not None:
        tx.people.touch_workshop(workshop_id)


def file_standings(house: House, heads: Sequence[MapHead]) -> Mapping[str, FileStanding]:
    """What files say of how far these maps are, by their ids."""
    now = house.store.validation.now([head.id for head in heads])
    return {head.id: _in_a_file(now.get(head.id), head.revision) for head in heads}


def _in_a_file(change: StateChange | None, revision: int) -> FileStanding:
    if change is None:
        return FileStanding()
    on = date.fromisoformat(change.decided_at[:10])
    return FileStanding(change.state, on, change.customers, max(revision - change.revision, 0))
