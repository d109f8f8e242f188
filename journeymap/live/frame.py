"""What the server says, in JSON text: made once, however many people it is said to."""

from collections.abc import Iterable, Sequence

from pydantic_core import to_json

from journeymap.domain.model.operations import Operation
from journeymap.live.protocol import (
    ByeFrame,
    Can,
    CanFrame,
    Farewell,
    OverwrittenFrame,
    PersonHere,
    PongFrame,
    PresenceFrame,
    Said,
    WelcomeFrame,
    You,
)


class Frame:
    """A message as it is sent. `framed` is where an outlet keeps its own form of it, made once, too."""

    __slots__ = ("framed", "payload")

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        self.framed: bytes | None = None


def frame(message: Said) -> Frame:
    """Any message of the protocol."""
    return Frame(to_json(message))


def snapshot(revision: int, erasures: int, rows: bytes, you: You, can: Can) -> Frame:
    """A whole map, whose rows are JSON already, and what is so for this person."""
    body = (revision, erasures, to_json(you), to_json(can), rows)
    return Frame(b'{"type":"snapshot","revision":%d,"erasures":%d,"you":%b,"can":%b,"map":%b}' % body)


def welcome(revision: int, erasures: int, you: You, can: Can) -> Frame:
    """Caught up: what is so for this person."""
    body: WelcomeFrame = {"type": "welcome", "revision": revision, "erasures": erasures, "you": you, "can": can}
    return frame(body)


def operations(since: int, to: int, texts: Iterable[bytes]) -> Frame:
    """The operations after `since` and up to `to` that the audience may see, each of them JSON already."""
    return Frame(b'{"type":"operations","from":%d,"to":%d,"operations":[%b]}' % (since + 1, to, b",".join(texts)))


def can(undo: bool, redo: bool) -> Frame:
    """Whether this person can undo and redo."""
    body: CanFrame = {"type": "can", "undo": undo, "redo": redo}
    return frame(body)


def overwritten(operation: Operation) -> Frame:
    """Said to whoever's value was replaced by somebody who had not seen it."""
    body: OverwrittenFrame = {
        "type": "overwritten",
        "table": operation.table,
        "id": operation.id,
        "field": operation.field,
        "yours": operation.before,
        "theirs": operation.value,
        "by": operation.by,
        "revision": operation.revision,
    }
    return frame(body)


def presence(people: Sequence[PersonHere], total: int) -> Frame:
    """Who is here: the ones that are named, and how many in all."""
    body: PresenceFrame = {"type": "presence", "people": people, "total": total}
    return frame(body)


def pong() -> Frame:
    """Somebody is there."""
    body: PongFrame = {"type": "pong"}
    return frame(body)


def bye(code: Farewell, *, fresh: bool = False) -> Frame:
    """Why the connection ends; `fresh`: what the client has of the map is to be forgotten."""
    body: ByeFrame = {"type": "bye", "code": code}
    if fresh:
        body["fresh"] = True
    return frame(body)
