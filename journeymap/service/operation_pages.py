"""The log of a map in pages: bounded in number and in bytes, however long it is and whatever an operation holds."""

from pydantic_core import to_json

from journeymap.domain.model.roles import Participant
from journeymap.live import wire
from journeymap.service.map_changes import MapChanges

USUAL = 500
"""So many operations unless more or fewer are asked for."""

MOST = 1_000
"""A page has no more, whatever is asked."""

MOST_BYTES = 1024 * 1024
"""A page that has come to so many bytes is full."""

READ_AT_ONCE = 100


def operations_page(changes: MapChanges, person: Participant, map_id: str, since: int, limit: int) -> bytes:
    """What was done after a revision, as JSON; `next` is where to go on, null at the end."""
    found: list[bytes] = []
    size, left, to, more = 0, limit, since, True
    while more and left > 0 and size < MOST_BYTES:
        # What this person may not know is read as well, and counts.
        seen, to, more = changes.log(person, map_id, to, min(READ_AT_ONCE, left))
        left -= READ_AT_ONCE
        new = [to_json(wire.operation(one)) for one in seen]
        found += new
        size += sum(map(len, new))
    head = to_json({"type": "operations", "from": since + 1, "to": to, "next": to if more else None})
    return head[:-1] + b',"operations":[' + b",".join(found) + b"]}"
