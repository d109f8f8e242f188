"""What the server says, in JSON text: made once, however many people it is said to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from pydantic_core import to_json

Json = Mapping[str, Any]
Farewell = Literal["reload", "removed", "moved", "too_slow"]


class Frame:
    """A message as it is sent. `framed` is where an outlet keeps its own form of it, made once, too."""

    __slots__ = ("framed", "payload")

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        self.framed: bytes | None = None


def frame(message: Json) -> Frame:
    """Any message."""
    return Frame(to_json(message))


def snapshot(revision: int, erasures: int, rows: bytes, you: Json, can: Json) -> Frame:
    """A whole map, whose rows are JSON already, and what is so for this person."""
    said = (revision, erasures, to_json(you), to_json(can), rows)
    return Frame(b'{"type":"snapshot","revision":%d,"erasures":%d,"you":%b,"can":%b,"map":%b}' % said)


def welcome(revision: int, erasures: int, you: Json, can: Json) -> Frame:
    """Caught up: what is so for this person."""
    return frame({"type": "welcome", "revision": revision, "erasures": erasures, "you": you, "can": can})


def operations(since: int, to: int, texts: Iterable[bytes]) -> Frame:
    """The operations after `since` and up to `to` that the audience may see, each of them JSON already."""
    return Frame(b'{"type":"operations","from":%d,"to":%d,"operations":[%b]}' % (since + 1, to, b",".join(texts)))


def can(undo: bool, redo: bool) -> Frame:
    """Whether this person can undo and redo."""
    return frame({"type": "can", "undo": undo, "redo": redo})


def presence(people: Sequence[Json], total: int) -> Frame:
    """Who is here: the ones that are named, and how many in all."""
    return frame({"type": "presence", "people": people, "total": total})


def bye(code: Farewell, *, fresh: bool = False) -> Frame:
    """Why the connection ends; `fresh`: what the client has of the map is to be forgotten."""
    return frame({"type": "bye", "code": code, "fresh": True} if fresh else {"type": "bye", "code": code})
