"""Who decided a disposition, when, and on which revisions: said by the server, whatever a client says."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.roles import Participant, Right, may
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import gone, invalid
from journeymap.storage.store import Transaction


@dataclass(slots=True)
class DispositionSignature:
    """What one person signs with. The as-is is found once in each piece of work, however many are decided in it."""

    person: Participant
    _found: list[tuple[Transaction, Journey]] = field(default_factory=list)

    def signed(self, tx: Transaction, to_be: Journey, at: str, changes: Iterable[Change]) -> list[Change]:
        """The changes, each new decision signed and behind those before it.

        What undo puts back stays as it was signed. Errors: Refusal where there is no as-is that this person may see,
        or no such moment in it.
        """
        return [
            self._signed(self._as_is(tx, to_be), to_be, at, change)
            if isinstance(change, Add) and change.table == "dispositions" and change.key is None
            else change
            for change in changes
        ]

    def _as_is(self, tx: Transaction, to_be: Journey) -> Journey:
        for piece, as_is in self._found:
            if piece is tx:
                return as_is
        as_is_id = tx.head(to_be.map_id).as_is_id
        person = tx.person(self.person.id) or self.person
        if as_is_id is None or not may(person, Right.SEE, tx.place(as_is_id).workshop_id):
            raise invalid("disposition-no-as-is")
        found = tx.journey(as_is_id)
        self._found[:] = [(tx, found)]
        return found

    def _signed(self, as_is: Journey, to_be: Journey, at: str, change: Add) -> Add:
        moment = as_is.find("moments", str(change.values.get("as_is")))
        if not isinstance(moment, Moment) or moment.private:
            raise gone("disposition-of-nothing")
        signature = {
            "text": moment.text,
            "decided_by": self.person.id,
            "decided_on": at[:10],
            "on_revision": to_be.revision,
            "as_is_revision": as_is.revision,
        }
        return change.model_copy(update={"after": LAST, "values": {**change.values, **signature}})
