"""Who decided a disposition, when, and on which revisions: said by the server, whatever a client says."""

from collections.abc import Iterable

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.roles import Participant, Right, as_known, may
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import gone, invalid
from journeymap.storage.store import Transaction


def signed(tx: Transaction, to_be: Journey, person: Participant, at: str, changes: Iterable[Change]) -> list[Change]:
    """The changes, each new decision signed and behind those before it.

    What undo puts back stays as it was signed. Errors: Refusal where there is no as-is that they may see, or no such moment in it.
    """
    return [
        _signed(tx, to_be, person, at, change)
        if isinstance(change, Add) and change.table == "dispositions" and change.key is None
        else change
        for change in changes
    ]


def _signed(tx: Transaction, to_be: Journey, person: Participant, at: str, change: Add) -> Add:
    head = tx.head(to_be.map_id)
    as_is_id = head.as_is_id
    now = tx.person(person.id) or person
    if as_is_id is None or not may(now, Right.SEE, tx.place(as_is_id).workshop_id):
        raise invalid("disposition-no-as-is")
    as_is = tx.journey(as_is_id)
    moment = as_is.find("moments", str(change.values.get("as_is")))
    if not isinstance(moment, Moment) or moment.private:
        raise gone("disposition-of-nothing")
    in_the_room = tx.people.participants(head.workshop_id) if head.workshop_id else ()
    signature = {
        "text": moment.text,
        "decided_by": as_known(person, in_the_room).name,
        "decided_on": at[:10],
        "on_revision": to_be.revision,
        "as_is_revision": as_is.revision,
    }
    return change.model_copy(update={"after": LAST, "values": {**change.values, **signature}})
