"""What the API of a workshop's room takes and gives."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import Ballot, Cap, Destination, Dots, Items, ScreenChoice, Step, Workshop
from journeymap.domain.workshop.attendance import Attendance
from journeymap.domain.workshop.room_screen import ScreenView, step_behind, view_of
from journeymap.domain.workshop.step_kinds import GainKind, Made, Page, Wall
from journeymap.domain.workshop.timer import time_left, time_over
from journeymap.service.step_message import rules_said
from journeymap.storage.store import MapHead
from journeymap.web.api.models import Text


class RoomBody(BaseModel):
    """A request body without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WhichStep(RoomBody):
    """The step that is meant; refused (409) where the workshop has moved on. Without it: whichever is on."""

    step: Text | None = None


class ThisStep(RoomBody):
    """A step of the agenda."""

    step: Text


class MoreTime(WhichStep):
    """More time for the step that is on, in seconds."""

    seconds: float = 60


class Break(RoomBody):
    """How long it is; null: without a clock."""

    minutes: Annotated[float, Field(ge=1, le=600)] | None = None


class DotVote(Break):
    """What is voted on, and how; `minutes` as for a break."""

    items: Items = "moments"
    budget: Dots = 5
    cap: Cap = 2
    hidden: bool = True
    anonymous: bool = True


class TakeOver(RoomBody):
    """What is to be put on the map, or left: of one step (null: of all), all of it or these kinds."""

    step: Text | None = None
    kinds: list[GainKind] | None = None


class LeaveOut(TakeOver):
    """What is to be left of a step."""

    step: Text


class Apart(RoomBody):
    """Moments that say nearly the same, and are not one."""

    moments: Annotated[list[Text], Field(min_length=2, max_length=200)]


class OnOrOff(RoomBody):
    """On, or off."""

    on: bool = True


class LockWhat(OnOrOff):
    """All cards, or one row."""

    row: Text | None = None


class RowChoice(RoomBody):
    """A row of the map; null: none."""

    row: Text | None = None


class ScreenWanted(RoomBody):
    """What the room's screen is to show."""

    view: ScreenChoice


class SendWhere(RoomBody):
    """The map and page that everybody is asked to go to."""

    map: Text | None = None
    page: Text = "map"


class Door(RoomBody):
    """Whether people may join by the code."""

    open: bool


class CloseRequest(RoomBody):
    """Until which day (YYYY-MM-DD) links show the workshop; null: while seats last."""

    read_until: Text | None = None


class Details(RoomBody):
    """What is to change; what is left out stays."""

    title: Text | None = None
    purpose: Text | None = None
    persona: Text | None = None
    language: Literal["en", "nl"] | None = None
    next_review: Text | None = None
    owner: Text | None = None


class NewAgenda(RoomBody):
    """The whole agenda, in order; a step without an id is new."""

    steps: Annotated[list[dict[str, Any]], Field(max_length=200)]


class Attendee(BaseModel):
    """Somebody in the workshop."""

    id: str
    name: str
    role: Role
    doing: str

    @classmethod
    def of(cls, person: Participant) -> "Attendee":
        """As the others may know them."""
        return cls(id=person.id, name=person.name, role=person.role, doing=person.doing)


class About(BaseModel):
    """The workshop itself. The join code is told to those who lead."""

    id: str
    title: str
    purpose: str
    persona: str
    language: str
    door: bool
    closed: bool
    locked: bool
    read_until: str | None
    version: int
    join_code: str | None = None


class StepRulesAnswer(BaseModel):
    """What the kind of a step means for whoever shows it: a phone's page, the room's wall, and what is counted."""

    page: Page
    wall: Wall | None
    made: Made | None
    feeling: Literal["felt", "targeted"]
    parks: bool


class StepNowAnswer(BaseModel):
    """A step, with `left_ms` by the server's clock at `server_time`; `private`: what is done now is hidden."""

    id: str
    kind: str
    title: str
    prompt: str
    state: str
    private: bool
    ballot: Ballot | None
    number: int
    of: int
    minutes: float | None
    left_ms: int | None
    over_ms: int
    rules: StepRulesAnswer

    @classmethod
    def at(cls, workshop: Workshop, step: Step, now: str) -> "StepNowAnswer":
        """The step as it is now."""
        left = time_left(step, now)
        return cls(
            **{name: getattr(step, name) for name in ("id", "kind", "title", "prompt", "state", "ballot", "minutes")},
            private=step.secret,
            number=workshop.steps.index(step) + 1,
            of=len(workshop.steps),
            left_ms=None if left is None else round(left * 1000),
            over_ms=round(time_over(step, now) * 1000),
            rules=StepRulesAnswer(**rules_said(step.kind)),
        )


class MapNow(BaseModel):
    """A map of the workshop."""

    id: str
    kind: str
    title: str

    @classmethod
    def of(cls, head: MapHead) -> "MapNow":
        """As it is listed."""
        return cls(id=head.id, kind=head.kind.value, title=head.title)


class GainNow(BaseModel):
    """One kind of what a step brought: `made` in all, `n` of it not on the map yet, said in `words`.

    `takes`: `take` puts it there; else only people know where it belongs. `left`: they said it stays as it is.
    """

    step: str
    map: str
    kind: GainKind
    made: int
    n: int
    words: str
    takes: bool
    left: bool

    @classmethod
    def of(cls, gain: Gain, language: str) -> "GainNow":
        """As it is told."""
        same = {name: getattr(gain, name) for name in ("step", "map", "kind", "made", "n", "takes", "left")}
        return cls(**same, words=gain.words(language) if gain.n else "")


class Heads(BaseModel):
    """How many people joined and were not removed, how many of them are here, and how many of those look on."""

    joined: int
    here: int
    observers: int

    @classmethod
    def of(cls, counted: Attendance) -> "Heads":
        """As it is told."""
        return cls(joined=len(counted.joined), here=len(counted.present), observers=len(counted.observers))


class OnScreen(BaseModel):
    """What the room's screen shows: what was `chosen`, what that is now, of which map, and of which step."""

    chosen: ScreenChoice
    shows: ScreenView
    map: str | None
    as_is: str | None
    step: StepNowAnswer | None

    @classmethod
    def of(cls, workshop: Workshop, on: MapHead | None, at: str) -> "OnScreen":
        """As it is told."""
        view = view_of(workshop)
        behind = step_behind(workshop, view)
        step = StepNowAnswer.at(workshop, behind, at) if behind is not None else None
        maps = {"map": on.id if on else None, "as_is": on.as_is_id if on else None}
        return cls(chosen=workshop.screen, shows=view, step=step, **maps)


class RoomNow(BaseModel):
    """Where the workshop is: the step that is on, the map it is about, and the whole agenda.

    `gains` is what the steps brought so far, for those who lead: what of it is not on the map yet, and is lost to it
    unless somebody takes it over.
    """

    workshop: About
    you: Attendee
    step: StepNowAnswer | None
    agenda: list[StepNowAnswer]
    map: MapNow | None
    maps: list[MapNow]
    leading: str | None
    spotlight: str | None
    sending: Destination | None
    screen: OnScreen
    people: Heads
    gains: list[GainNow] = []
    server_time: str


class ProgressNow(BaseModel):
    """How the step goes, where it `asks` for something. `waiting` have not begun and are here.

    `by`, `not_begun` and `away` (have not begun and are not here) are for those who lead.
    """

    step: str | None
    asks: bool
    rows: int
    people: int
    waiting: int
    by: dict[str, int]
    not_begun: list[str]
    away: list[str] = []
