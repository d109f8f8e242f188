"""The live protocol: every frame that a client may send and that the server sends, field by field.

What a client sends is a pydantic model, for it is checked; what the server sends is a TypedDict, for it is made of
values that are sound, once for everybody who is told. `docs/live.md` says what each means; a test holds the two equal.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.limits import ID_PATTERN
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.workshop import ScreenChoice
from journeymap.domain.text.errors import Code
from journeymap.domain.workshop.room_screen import ScreenView
from journeymap.domain.workshop.step_kinds import Made, Page, Wall

MOST_REVISION = 2**53
"""The largest whole number every JSON reader keeps exact."""

Json = dict[str, Any]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Word = Annotated[str, Field(max_length=64)]
Count = Annotated[int, Field(ge=0, le=MOST_REVISION, strict=True)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Hand = Literal["hand", "agreed", "unclear"]
Farewell = Literal["reload", "removed", "moved", "ended", "deleted", "too_slow"]


def _undefaulted(schema: Json) -> None:
    """What a left out `after` means is said in words: the mark for it is not something to send."""
    schema.pop("default", None)


After = Annotated[Id | None, Field(json_schema_extra=_undefaulted)]


# What a client sends


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
    since: Count | None = None
    erasures: Count = 0
    language: Literal["en", "nl"] | None = None
    watching: bool = False
    public: bool = False
    window: Id | None = None


class _Asked(_Sent):
    """What every change has: `op` is the client's own name for it, `base` the revision it saw.

    What a person does in one go may have the same `act`: one undo takes back all of it.
    """

    type: Literal["change"] = "change"
    op: Id
    act: Id | None = None
    base: Annotated[int | None, Field(ge=0, le=MOST_REVISION)] = None
    table: Word
    id: Id


class AskedAdd(_Asked):
    """Add a row: `after` is the sibling before it, null puts it first, left out it comes last."""

    do: Literal["add"]
    parent: Id | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    after: After = LAST

    def change(self) -> Change:
        """What is asked of the map."""
        return Add(table=self.table, id=self.id, parent=self.parent, values=self.values, after=self.after)


class AskedSet(_Asked):
    """Give one field a value."""

    do: Literal["set"]
    field: Word
    value: Any

    def change(self) -> Change:
        """What is asked of the map."""
        return Set(table=self.table, id=self.id, field=self.field, value=self.value, base=self.base)


class AskedMove(_Asked):
    """Put a row elsewhere: under another parent, or after another sibling (`after` as when adding)."""

    do: Literal["move"]
    parent: Id | None = None
    after: After = LAST

    def change(self) -> Change:
        """What is asked of the map."""
        return Move(table=self.table, id=self.id, parent=self.parent, after=self.after)


class AskedRemove(_Asked):
    """Take a row away, with everything that belongs to it."""

    do: Literal["remove"]

    def change(self) -> Change:
        """What is asked of the map."""
        return Remove(table=self.table, id=self.id)


class Undo(_Sent):
    """Take back my last change."""

    type: Literal["undo"]
    op: Id


class Redo(_Sent):
    """Do again what I last took back."""

    type: Literal["redo"]
    op: Id


class Viewport(_Sent):
    """The part of the map somebody looks at: how far along and how far down (0 to 1), and how large."""

    x: Share
    y: Share | None = None
    zoom: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]


class PresenceNews(_Sent):
    """Where I am on the map, and whether I am typing there."""

    type: Literal["presence"]
    at: Id | None = None
    editing: bool = False
    view: Viewport | None = None
    hand: Hand | None = None


class Ping(_Sent):
    """Whether anybody is there: answered with a pong."""

    type: Literal["ping"]


AskedChange = Annotated[AskedAdd | AskedSet | AskedMove | AskedRemove, Field(discriminator="do")]
Message = Annotated[AskedChange | Hello | Undo | Redo | PresenceNews | Ping, Field(discriminator="type")]


# What the server sends: the map


class You(TypedDict):
    """Who one is oneself, and what one may do."""

    id: str
    name: str
    role: str
    may: Sequence[str]
    colour: int
    veiled: Sequence[str]


class Can(TypedDict):
    """Whether one can undo and redo."""

    undo: bool
    redo: bool


class SnapshotFrame(TypedDict):
    """The whole map at a revision: all rows by table."""

    type: Literal["snapshot"]
    revision: int
    erasures: int
    you: You
    can: Can
    map: Mapping[str, Sequence[Json]]


class WelcomeFrame(TypedDict):
    """Caught up: what is so for this person."""

    type: Literal["welcome"]
    revision: int
    erasures: int
    you: You
    can: Can


class DoneOperation(TypedDict):
    """An operation: who did what, and when; its further fields follow from `do`."""

    revision: int
    op: str
    by: str
    at: str
    do: Literal["add", "set", "move", "remove", "reveal"]
    table: str
    id: str
    parent: NotRequired[str | None]
    after: NotRequired[str | None]
    values: NotRequired[Json]
    author: NotRequired[str]
    private: NotRequired[str]
    field: NotRequired[str]
    value: NotRequired[Any]
    rows: NotRequired[Mapping[str, Sequence[Json]]]
    gone: NotRequired[Sequence[str]]


OperationsFrame = TypedDict(
    "OperationsFrame",
    {"type": Literal["operations"], "from": int, "to": int, "operations": Sequence[DoneOperation]},
)
"""What was done from one revision to another, as far as one may know of it."""


class LostValue(TypedDict):
    """The value that a change replaced unseen, and whose it was."""

    table: str
    id: str
    field: str
    value: Any
    by: str


class AcceptedFrame(TypedDict):
    """The change is committed, at this revision."""

    type: Literal["accepted"]
    op: str
    revision: int
    lost: NotRequired[LostValue]


class RefusedFrame(TypedDict):
    """The change was not made, and why not."""

    type: Literal["refused"]
    op: str
    code: Code
    reason: str


class OverwrittenFrame(TypedDict):
    """Somebody replaced one's value without having seen it."""

    type: Literal["overwritten"]
    table: str
    id: str
    field: str
    yours: Any
    theirs: Any
    by: str
    revision: int


class CanFrame(TypedDict):
    """Whether one can undo and redo, when it changed."""

    type: Literal["can"]
    undo: bool
    redo: bool


class PersonHere(TypedDict):
    """Somebody who is here, and where on the map."""

    id: str
    name: str
    role: str
    colour: int
    at: str | None
    editing: bool
    view: NotRequired[Mapping[str, float]]
    hand: NotRequired[str]


class PresenceFrame(TypedDict):
    """Who is here: the ones that are named, and how many in all."""

    type: Literal["presence"]
    people: Sequence[PersonHere]
    total: int


class PongFrame(TypedDict):
    """Somebody is there."""

    type: Literal["pong"]


class ByeFrame(TypedDict):
    """Why the connection ends; `fresh`: what the client has of the map is to be forgotten."""

    type: Literal["bye"]
    code: Farewell
    fresh: NotRequired[Literal[True]]


# What the server sends: the workshop


class WorkshopNow(TypedDict):
    """The workshop of this map."""

    id: str
    title: str
    persona: str
    purpose: str
    owner: str
    next_review: str
    closed: bool
    door: bool
    locked: bool
    locked_rows: Sequence[str]
    read_until: str | None


class StepRulesNow(TypedDict):
    """What the kind of a step means for whoever shows it: `domain/workshop/step_kinds.py` says it once for all."""

    page: Page
    wall: Wall | None
    made: Made | None
    feeling: Literal["felt", "targeted"]
    parks: bool


class StepNow(TypedDict):
    """The step that is on, and what it asks of the one who is told."""

    id: str
    kind: str
    title: str
    prompt: str
    state: str
    private: bool
    ballot: Json | None
    number: int
    of: int
    minutes: float | None
    left_ms: int | None
    over_ms: int
    rules: StepRulesNow
    adds: Sequence[str] | None
    shared: Sequence[str]
    asked: Sequence[str] | None


class SendingNow(TypedDict):
    """Where everybody was asked to go last."""

    number: int
    map_id: str | None
    page: str


class StepCounts(TypedDict):
    """What was made in this step, how many have begun, and how many have not."""

    rows: int
    people: int
    waiting: int


class NoteAside(TypedDict):
    """What was set aside on another map of the workshop."""

    id: str
    text: str
    kind: str
    author: str


class DecidedElsewhere(TypedDict):
    """A decision on another map of the workshop."""

    id: str
    text: str
    owner: str
    review_on: str | None
    author: str


class OpenGain(TypedDict):
    """What came out of a step and is not on the map yet."""

    step: str
    kind: str
    made: int
    n: int
    takes: bool
    left: bool


class ScreenNow(TypedDict):
    """What the room's screen shows, of which map, and of which step where it shows what came out of one."""

    chosen: ScreenChoice
    shows: ScreenView
    map: str | None
    as_is: str | None
    stories: list[str] | None
    step: StepNow | None


Tally = Sequence[tuple[str, str, float, int]]
"""So many (the last) gave this value to this item and question; nobody is named."""


class StepFrame(TypedDict):
    """Where the workshop is; the last four only for those who lead."""

    type: Literal["step"]
    workshop: WorkshopNow
    step: StepNow | None
    map: str | None
    leading: str | None
    spotlight: str | None
    sending: SendingNow | None
    screen: ScreenNow
    counts: StepCounts
    asks: bool
    here: int
    joined: int
    observers: int
    tallies: Mapping[str, Tally]
    customers: Mapping[str, Tally]
    uncounted: Mapping[str, Sequence[str]]
    aside: Sequence[NoteAside]
    decided: Sequence[DecidedElsewhere]
    progress: NotRequired[Mapping[str, int]]
    not_begun: NotRequired[Sequence[str]]
    away: NotRequired[Sequence[str]]
    gains: NotRequired[Sequence[OpenGain]]
    code: NotRequired[str]


class ClaimFrame(TypedDict):
    """A second device wants to be you, and shows this number."""

    type: Literal["claim"]
    id: str
    number: str


Said = (
    SnapshotFrame
    | WelcomeFrame
    | OperationsFrame
    | AcceptedFrame
    | RefusedFrame
    | OverwrittenFrame
    | CanFrame
    | PresenceFrame
    | PongFrame
    | ByeFrame
    | StepFrame
    | ClaimFrame
)
"""Everything that the server says."""
