"""What the REST API takes and gives, where it is not the wire form of rows and operations."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.exchange.pasted_text import MOST_CHARACTERS
from journeymap.exchange.stories import Epic
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding
from journeymap.storage.store import MapHead

Text = Annotated[str, Field(max_length=10_000)]
"""Any text; how long it may really be is the domain's business, and its sentence to say."""


class _RequestBody(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NewWorkshop(_RequestBody):
    """A workshop to open."""

    title: Text


class OpenedWorkshop(BaseModel):
    """The workshop, its facilitator's token, and the code the room joins with."""

    id: str
    facilitator_token: str
    join_code: str


class JoinRequest(_RequestBody):
    """Somebody who wants to join. The roles one may take: participant, customer, observer.

    A name that is there is refused, for it may be the same person by another device; `another`: it is somebody else.
    """

    code: Text
    name: Text
    role: Role = Role.PARTICIPANT
    doing: Text = ""
    another: bool = False


class Joined(BaseModel):
    """The seat, for `Authorization: Bearer …`."""

    token: str
    workshop_id: str


class WaitingTicket(BaseModel):
    """What one keeps who waits to be let in."""

    waiting: str
    secret: str


class NewMap(_RequestBody):
    """A map to start; without a language it is the installation's."""

    title: Text
    kind: MapKind = MapKind.AS_IS
    language: Literal["en", "nl"] | None = None


class AsIs(_RequestBody):
    """The map that a to-be was designed from; null where it was from none."""

    as_is: Annotated[str, Field(max_length=64)] | None


class Cells(_RequestBody):
    """Cells as a spreadsheet puts them on the clipboard: tabs between them, quoted where they hold several lines."""

    text: Annotated[str, Field(max_length=MOST_CHARACTERS)]


class CellsRead(BaseModel):
    """The micro-moments in them, with what belongs to each, as the board copies them."""

    moments: list[dict[str, Any]]


class TitleTyped(_RequestBody):
    """The title of what is to be deleted for good, typed in full by whoever asks for it."""

    title: Text


class Made(BaseModel):
    """The id of what was made."""

    id: str


class MapList(BaseModel):
    """The maps one may see, the last changed first."""

    maps: list[MapHead]


class Snapshot(BaseModel):
    """A whole map: all rows by table, in the order one reads them."""

    revision: int
    map: dict[str, list[dict[str, Any]]]


class Operations(BaseModel):
    """The operations after a revision, without holes; `to` is the last one's.

    `next` is the revision to ask with for the next page; null where there is none.
    """

    model_config = ConfigDict(populate_by_name=True)

    type: Literal["operations"] = "operations"
    from_: Annotated[int, Field(alias="from")]
    to: int
    next: int | None = None
    operations: list[dict[str, Any]]


class ChangeAnswer(BaseModel):
    """The change is committed."""

    type: Literal["accepted"] = "accepted"
    op: str
    revision: int


class FoundInStory(BaseModel):
    """What could be better about a story (by its `story` id; "" for all of them), and why, in the map's language.

    `proposals` are whole sentences that could stand there instead: one is a rewording, several are a split. `rule` and
    `about` name the finding where it is put aside; `reason` says why it was.
    """

    story: str
    kind: FindingKind
    rule: str
    about: str
    why: str
    proposals: list[str]
    reason: str = ""

    @classmethod
    def of(cls, story: str, finding: StoryFinding, language: str, reason: str = "") -> "FoundInStory":
        """One as it is sent."""
        return cls(
            story=story,
            kind=finding.kind,
            rule=finding.rule,
            about=finding.about,
            why=finding.why(language),
            proposals=list(finding.proposals),
            reason=reason,
        )


class Stories(BaseModel):
    """User stories, an epic an episode, and what could be better about them; no finding keeps a story back."""

    epics: list[Epic]
    findings: list[FoundInStory]
    asides: list[FoundInStory] = Field(default=[], description="The findings that somebody put aside.")


class Health(BaseModel):
    """Whether the server works: `ok` only where the database answers and keeps what is written, else `problem`.

    `rooms` are the maps that are open.
    """

    ok: bool
    version: str
    database: Literal["reachable", "failing", "unreachable"]
    problem: str = ""
    disk: Literal["ok", "low"] = "ok"
    rooms: int = 0
    people: int = 0


class Ready(BaseModel):
    """Whether people can work here now; `wrong` says what is in the way: database, disk, descriptors.

    `database` was written to a moment ago. `descriptors` is how many this process may have, `opened` how many it has.
    """

    ready: bool
    wrong: list[Literal["database", "disk", "descriptors"]]
    database: Literal["writable", "slow", "unwritable"]
    disk: Literal["ok", "low", "full"]
    descriptors: int
    opened: int | None = None
    connections: int = 0
