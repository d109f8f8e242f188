"""Reading what a client of the live socket sent: one of the protocol's messages, or a reason why it is none."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from journeymap.domain.text.errors import Refusal
from journeymap.live.json_checks import checked, loaded, misshapen
from journeymap.live.protocol import Id, Message

MOST_VALUES = 200
"""So many values a message may hold: the largest row has some thirty."""

_message: TypeAdapter[Message] = TypeAdapter(Message)
_op: TypeAdapter[str] = TypeAdapter(Id)


class Unreadable(Exception):  # noqa: N818 - it is answered with a sentence
    """What was sent is no message; `op` names what is refused, or is None where nobody can tell."""

    def __init__(self, op: str | None, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.op = op
        self.refusal = refusal


def read_message(text: str) -> Message:
    """The message in a frame. Errors: Unreadable."""
    found: Any = None
    try:
        found = loaded(text, MOST_VALUES)
        return _message.validate_python(checked(found))
    except Refusal as refusal:
        raise Unreadable(_op_of(found), refusal) from None
    except ValidationError as problem:
        raise Unreadable(_op_of(found), misshapen(_without_tags(problem.errors(include_url=False)[0]))) from None


def _op_of(found: Any) -> str | None:
    """The client's own name for what it asks, where it can be made out."""
    try:
        return _op.validate_python(found["op"], strict=True)
    except (LookupError, TypeError, ValidationError):
        return None


_TAGS = frozenset({"change", "add", "set", "move", "remove", "hello", "undo", "redo", "presence", "ping"})


def _without_tags(found: Any) -> dict[str, Any]:
    """A finding whose place is where it is in the message, not in our types."""
    place = list(found["loc"])
    while place and place[0] in _TAGS:
        del place[0]
    if str(found["type"]).startswith("union_tag"):
        place.append(str(found["ctx"]["discriminator"]).strip("'"))
    return {**found, "loc": ("frame", *place)}
