"""Taking out everything one person made that others have not built on: one act per map, undone in one go."""

from dataclasses import dataclass

from journeymap.domain.changes.apply import caught
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Effect, Operation, Remove
from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.model.rows import TABLES, Row
from journeymap.domain.model.visibility import SILENT_TABLES
from journeymap.domain.text.errors import forbidden, gone, invalid
from journeymap.service.act_parts import in_parts, rows_of, tolerated
from journeymap.service.audit_log import AuditLog
from journeymap.service.batch import Batch
from journeymap.service.house import House, new_id
from journeymap.service.workshop_access import WorkshopAccess, as_they_are, require_lead
from journeymap.storage.store import Transaction

LOOKED_AT = 2_000
"""So many of the last entries of a map's history are looked at for what somebody did to what others made."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How many rows are gone, how many changes to what others made were set back, and how many rows stayed."""

    rows: int = 0
    changes: int = 0
    stayed: int = 0


@dataclass(frozen=True, slots=True)
class Takeout:
    """What a facilitator does after somebody filled, changed or emptied a map."""

    house: House
    access: WorkshopAccess

    def take_out(self, person: Participant, workshop_id: str, participant_id: str) -> TakenOut:
        """Take out what somebody made on the workshop's maps, and set back what they did to what others made.

        Where others have built on it, it stays; votes are nobody's but the voter's, and stay as well. On each map it
        is one act of whoever leads, and undone in one go. Errors: Refusal where there is nothing of theirs.
        """
        self.access.led(person, workshop_id)
        somebody = self.house.store.people.participant(participant_id)
        if somebody is None or somebody.workshop_id != workshop_id:
            raise gone("no-such-person")
        if leads(somebody.role) and not somebody.removed:
            raise forbidden("takeout-of-a-lead", name=somebody.name)
        found = TakenOut()
        for head in self.access.heads(workshop_id):
            one = self._take_out_of(person, workshop_id, head.id, participant_id)
            found = TakenOut(found.rows + one.rows, found.changes + one.changes, found.stayed + one.stayed)
        if found == TakenOut():
            raise invalid("takeout-nothing", name=somebody.name)
        AuditLog(self.house).note("took-out", person, somebody, times=found.rows)
        return found

    def _take_out_of(self, person: Participant, workshop_id: str, map_id: str, by: str) -> TakenOut:
        store = self.house.store
        journey, batch = store.journey(map_id), Batch(person.id, new_id(), self.house.now())
        theirs = [row for table in reversed(TABLES) for row in journey.tables[table].values() if _is_theirs(row, by)]
        log = store.latest(map_id, most=LOOKED_AT)
        asked: list[Row | Operation] = [*theirs, *(one for one in log if _is_on_others(journey, one, by))]
        if not asked:
            return TakenOut()

        def check(tx: Transaction) -> None:
            require_lead(as_they_are(tx, person), workshop_id)

        def decide(now: Journey, _: Transaction, one: Row | Operation) -> tuple[Journey, list[Effect]]:
            return tolerated(now, one) if isinstance(one, Operation) else _without(now, one, by)

        _, done = in_parts(self.house, map_id, batch, asked, check, decide, _weight)
        gone_rows = sum(len(effect.kept) for effect in done if effect.do == "remove")
        after = store.journey(map_id)
        stayed = sum(after.find(row.table, row.id) is not None for row in theirs)
        return TakenOut(gone_rows, sum(effect.do != "remove" for effect in done), stayed)


def _is_theirs(row: Row, by: str) -> bool:
    return row.author == by and row.table not in SILENT_TABLES and row.table != "maps"


def _is_on_others(journey: Journey, one: Operation, by: str) -> bool:
    """Whether this is something they did to a row of somebody else's."""
    if one.by != by or one.table in SILENT_TABLES or one.do not in ("set", "move", "remove"):
        return False
    if one.do == "remove":
        return any(kept.id == one.id and kept.author != by for kept in one.kept)
    row = journey.find(one.table, one.id)
    return row is not None and row.author != by


def _without(journey: Journey, row: Row, by: str) -> tuple[Journey, list[Effect]]:
    """The map without this row, unless something of somebody else's would go along."""
    found = journey.find(row.table, row.id)
    if found is None or any(one.author != by for one in caught(journey, found)[0]):
        return journey, []
    return perform(journey, [Remove(table=row.table, id=row.id)])


def _weight(one: Row | Operation) -> int:
    """Innermost first, each row goes alone; finding out what stands on it costs more than taking it out."""
    return rows_of(one) if isinstance(one, Operation) else 5
