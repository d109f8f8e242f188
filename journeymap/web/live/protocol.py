"""What a client of the live socket may send, as types; and reading it with care."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from journeymap.domain.text.errors import Refusal
from journeymap.live.presence import Whereabouts
from journeymap.web.api.problems import misshapen
from journeymap.web.bounded_input import checked, loaded
from journeymap.web.live.wire import MOST_REVISION, AskedChange, Id


class _Sent(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hello(_Sent):
    """The first message: the last revision that the client has, null for none, and the language it speaks.

    `erasures` is the last number of that name that it was told: with another one it is given the whole map.

    `public`: the page shows the map to a room, so it is told only what everybody may see. `watching`: the
    page only keeps up with the map and is no board; nobody is told that somebody is there. `window`: the
    page's own name for itself, so that it is the same one after a lost connection.
    """

    type: Literal["hello"]
    since: Annotated[int | None, Field(ge=0, le=MOST_REVISION, strict=True)] = None
    erasures: Annotated[int, Field(ge=0, le=MOST_REVISION, strict=True)] = 0
    language: Literal["en", "nl"] | None = None
    watching: bool = False
    public: bool = False
    window: Id | None = None


class Undo(_Sent):
    """Take back my last change."""

    type: Literal["undo"]
    op: Id


class Redo(_Sent):
    """Do again what I last took back."""

    type: Literal["redo"]
    op: Id


class View(_Sent):
    """The part of the map somebody looks at: how far along and how far down (0 to 1), and how large."""

    x: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
    y: Annotated[float | None, Field(ge=0, le=1, allow_inf_nan=False)] = None
    zoom: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]


class Presence(_Sent):
    """Where I am on the map, and whether I am typing there."""

    type: Literal["presence"]
    at: Id | None = None
    editing: bool = False
    view: View | None = None
    hand: Literal["hand", "agreed", "unclear"] | None = None

    @property
    def where(self) -> Whereabouts:
        """The same, as the room has it."""
        view = self.view.model_dump(exclude_none=True) if self.view else None
        return Whereabouts(self.at, self.editing, view, self.hand)


class Ping(_Sent):
    """Whether anybody is there: answered with a pong."""

    type: Literal["ping"]


Message = AskedChange | Hello | Undo | Redo | Presence | Ping

_message: TypeAdapter[Message] = TypeAdapter(
    Annotated[AskedChange | Hello | Undo | Redo | Presence | Ping, Field(discriminator="type")]
)
_op: TypeAdapter[str] = TypeAdapter(Id)


class Unreadable(Exception):  # noqa: N818 - it is answered with a sentence
    """What was sent is none of these; `op` names what is refused, or is None where nobody can tell."""

    def __init__(self, op: str | None, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.op = op
        self.refusal = refusal


def read(text: str) -> Message:
    """The message in a frame. Errors: Unreadable."""
    found: Any = None
    try:
        found = loaded(text)
        return _message.validate_python(checked(found))
    except Refusal as refusal:
        raise Unreadable(_op_of(found), refusal) from None
    except ValidationError as problem:
        raise Unreadable(_op_of(found), misshapen(_without_tags(problem.errors()[0]))) from None


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
