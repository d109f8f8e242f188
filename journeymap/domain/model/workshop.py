"""A workshop: one group of people mapping one customer goal, step by step along an agenda."""

from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.rows import Context, MapKind, RowId, ShortLine, Title


class StepKind(StrEnum):
    """What a step asks of the room; what a participant may do in it follows from this."""

    FREE = "free"
    SCOPE = "scope"
    EPISODES = "episodes"
    MOMENTS = "moments"
    CHANNELS = "channels"
    PATHS = "paths"
    EMOTIONS = "emotions"
    SCORES = "scores"
    VOTE = "vote"
    GRID = "grid"
    BACKSTAGE = "backstage"
    TO_BE = "to-be"
    REVERSED = "reversed"
    COMPARE = "compare"
    VALIDATE = "validate"
    STORIES = "stories"
    TALK = "talk"
    CLOSE = "close"
    BREAK = "break"


class StepState(StrEnum):
    """Where a step is. REVEALED: what was private is seen by all, and the step goes on in the open."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    REVEALED = "revealed"
    DONE = "done"


Question = Literal["satisfaction", "importance_customer", "importance_us", "felt", "impact", "effort"]
"""What a score answers: 1 to 5, and `felt` from -2 to +2."""


Items = Literal["moments", "pain_points", "needs", "parked"]
"""What people vote on."""
ITEMS: tuple[Items, ...] = get_args(Items)

Dots = Annotated[int, Field(ge=1, le=50)]
"""How many one has to give."""
Cap = Annotated[int, Field(ge=0, le=50)]
"""How many of them on one item; 0: as many as one likes."""


Scope = Literal["all", "episodes", "vote", "changed"]
"""What of the map is asked about: all of it, some episodes, what came first in the dot vote before, or what of the
to-be is not as it is today."""


class Ballot(BaseModel):
    """How people vote or score in a step.

    Dots: `budget` each, at most `cap` on one item (0: no cap). Scores: one value a `question` and item.
    `hidden`: nobody sees a tally until the step is revealed. `anonymous`: nobody ever sees who.
    `scope` bounds what is asked: to these `episodes`, or to the first `top` places of the dot vote before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    items: Items = "moments"
    budget: Dots = 5
    cap: Cap = 3
    hidden: bool = True
    anonymous: bool = True
    questions: tuple[Question, ...] = ()
    scope: Scope = "all"
    episodes: Annotated[tuple[RowId, ...], Field(max_length=200)] = ()
    top: Annotated[int, Field(ge=1, le=100)] = 10


class Step(BaseModel):
    """One part of the agenda.

    Units: `minutes` planned; `deadline` server time, UTC, ISO 8601, while it runs against the clock;
    `left` the seconds that were left when it was paused. `customers`: who was one when it was revealed; a role that
    somebody gets later sets nobody's answers apart. `asked`: the items of
    a ballot whose scope is not all, as they were when the step began.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: RowId
    kind: StepKind
    title: Title
    prompt: Context = ""
    minutes: Annotated[float, Field(gt=0, le=600)] | None = None
    private: bool = False
    map: MapKind = MapKind.AS_IS
    ballot: Ballot | None = None
    state: StepState = StepState.WAITING
    started_at: str | None = None
    deadline: str | None = None
    left: float | None = None
    revealed_at: str | None = None
    ended_at: str | None = None
    customers: tuple[RowId, ...] = ()
    asked: tuple[RowId, ...] | None = None

    @property
    def runs(self) -> bool:
        """Whether it is on and not paused: its clock is running, and people work in it."""
        return self.state in (StepState.RUNNING, StepState.REVEALED)

    @property
    def secret(self) -> bool:
        """Whether what people do in it now is seen by nobody but them (and, but for votes, the facilitators)."""
        return self.hides and self.revealed_at is None and self.state in (StepState.RUNNING, StepState.PAUSED)

    @property
    def hides(self) -> bool:
        """Whether this is a step whose work is hidden until it is revealed, now or at another time."""
        return self.private or (self.ballot is not None and (self.ballot.hidden or self.ballot.anonymous))


ScreenChoice = Literal["step", "prompt", "board", "curve", "results", "compare", "join"]
"""What the room's screen shows: `step` is whatever the step asks for."""


class Destination(BaseModel):
    """Everybody is asked to go to this map and page; `number` tells one sending from the next."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    map_id: str | None = None
    page: Literal["map", "graph", "compare", "stories", "summary", "room"] = "map"


class Workshop(BaseModel):
    """The group, its agenda and where it is. What people make lies in its maps.

    `at` is the current step. `door` open: the join code works. `locked`: only facilitators move cards;
    `locked_rows` are cards that participants leave as they are. `leading` is the facilitator whom everybody
    follows, `spotlight` the row that everybody looks at, `screen` what is on the beamer. `read_until` is the day until
    which links work after the end; `version` counts every change of the workshop and its people. `left` is what steps
    brought and those who lead leave as it is, `apart` the moments that say nearly the same and are not one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: RowId
    title: Title
    join_code: str
    created_at: str
    purpose: Context = ""
    persona: ShortLine = ""
    language: str = "en"
    steps: tuple[Step, ...] = ()
    at: str | None = None
    door: bool = True
    locked: bool = False
    locked_rows: frozenset[str] = frozenset()
    leading: str | None = None
    spotlight: str | None = None
    sending: Destination | None = None
    screen: ScreenChoice = "step"
    next_review: ShortLine = ""
    owner: ShortLine = ""
    left: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    closed_at: str | None = None
    read_until: str | None = None
    version: int = 0

    @property
    def step(self) -> Step | None:
        """The current step."""
        return next((step for step in self.steps if step.id == self.at), None)

    def is_secret(self, step_id: str) -> bool:
        """Whether what was done in this step is still hidden from the others."""
        return any(step.id == step_id and not step.revealed_at and not step.ended_at for step in self.steps)
