"""The rows a journey map is made of: one frozen model a table."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from journeymap.domain.model import limits
from journeymap.domain.model.copies import with_fields
from journeymap.domain.text.lengths import Most


class MapKind(StrEnum):
    """How it is lived today, or how it should be lived."""

    AS_IS = "as-is"
    TO_BE = "to-be"


class EvidenceStatus(StrEnum):
    """Why we believe it."""

    ASSUMED = "assumed"
    INTERNAL = "internal"
    VALIDATED = "validated"


class PathKind(StrEnum):
    """How one way through the moments ends."""

    HAPPY = "happy"
    UNHAPPY = "unhappy"
    LOOP = "loop"
    ABANDONED = "abandoned"


class GraphView(StrEnum):
    """One way of drawing a journey as a graph."""

    JOURNEY = "journey"
    CHANNELS = "channels"
    NEEDS = "needs"
    BACKSTAGE = "backstage"
    OVER = "over"


_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""What ends a line elsewhere: also the soft break of presentations."""


def _readable(value: Any, *, lines: bool) -> Any:
    """Text as it is kept: NFC, trimmed, no control characters; one line unless `lines`."""
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isprintable():  # nearly always; there is no white space in it but spaces
        return value.strip() if lines else " ".join(value.split())
    text = unicodedata.normalize("NFC", _BREAK.sub("\n", value))
    if not lines:
        text = " ".join(text.split()) if not _hidden(text.replace("\n", " ").replace("\t", " ")) else text
    if found := _hidden(text.replace("\n", "").replace("\t", "")):
        raise PydanticCustomError("hidden_character", "hidden character", {"character": f"U+{ord(found):04X}"})
    return text.strip()


def _hidden(text: str) -> str | None:
    """The first control character, lone surrogate or non-character, if there is one."""
    if text.isascii() and text.isprintable():
        return None
    return next((c for c in text if unicodedata.category(c) in ("Cc", "Cs") or ord(c) & 0xFFFE == 0xFFFE), None)


def _line(value: Any) -> Any:
    return _readable(value, lines=False)


def readable_lines(value: Any) -> Any:
    """Text of several lines as it is kept."""
    return _readable(value, lines=True)


def _tenth(value: Any) -> Any:
    """Valence is kept to one decimal; booleans are not numbers."""
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "not a number")
    return round(value, 1) + 0.0 if isinstance(value, float | int) and abs(value) < 100 else value


def _dot(value: Any) -> Any:
    """Coordinates are kept to a tenth of a dot; booleans are not numbers, and −0 becomes 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "not a number")
    return round(value, 1) + 0.0 if isinstance(value, float | int) and abs(value) <= limits.COORDINATE else value


def _criteria(value: Any) -> Any:
    """Lines, and no more than anybody tests: each is read as a criterion at every look at the backlog."""
    text = readable_lines(value)
    if isinstance(text, str) and (lines := text.count("\n") + 1) > limits.CRITERIA_LINES:
        raise PydanticCustomError("too_many_lines", "too many lines", {"most": limits.CRITERIA_LINES, "lines": lines})
    return text


Name = Annotated[str, Field(min_length=1), BeforeValidator(_line), Most(limits.NAME)]
Title = Annotated[str, Field(min_length=1), BeforeValidator(_line), Most(limits.TITLE)]
Text = Annotated[str, Field(min_length=1), BeforeValidator(_line), Most(limits.TEXT)]
Line = Annotated[str, BeforeValidator(_line), Most(limits.TEXT)]
ShortLine = Annotated[str, BeforeValidator(_line), Most(limits.TITLE)]
Label = Annotated[str, BeforeValidator(_line), Most(limits.LABEL)]
OfWhom = Annotated[str, BeforeValidator(_line), Most(limits.NAME)]
Context = Annotated[str, BeforeValidator(readable_lines), Most(limits.CONTEXT)]
Notes = Annotated[str, BeforeValidator(readable_lines), Most(limits.NOTES)]
Sentence = Annotated[str, BeforeValidator(_line), Most(limits.CONTEXT)]
Criteria = Annotated[str, BeforeValidator(_criteria), Most(limits.CRITERIA)]
Estimate = Annotated[float, Field(ge=0, le=limits.ESTIMATE, allow_inf_nan=False)]
Valence = Annotated[float, Field(ge=-limits.VALENCE, le=limits.VALENCE, allow_inf_nan=False), BeforeValidator(_tenth)]
Minutes = Annotated[float, Field(ge=0, le=limits.MINUTES, allow_inf_nan=False)]
Effort = Annotated[float, Field(ge=limits.EFFORT[0], le=limits.EFFORT[1], allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=limits.SHARE, allow_inf_nan=False)]
Node = Annotated[str, Field(min_length=1), BeforeValidator(_line), Most(limits.NODE)]
Coordinate = Annotated[
    float, Field(ge=-limits.COORDINATE, le=limits.COORDINATE, allow_inf_nan=False), BeforeValidator(_dot)
]
Revision = Annotated[int, Field(ge=0, le=limits.REVISION)]
StoryPriority = Literal["", "highest", "high", "medium", "low"]
"""How much a story matters; "" leaves it to what is proposed."""
StoryStatus = Literal["proposed", "ready", "in-progress", "done"]
"""How far a story is, as the team says it."""
StoryPart = Literal["", "need", "channel", "hand"]
"""What a part of a story is for: a need or a channel of its moment, or what somebody says; "" is all the rest."""
MomentFate = Literal["undecided", "kept", "changed", "moved", "moved-channel", "merged", "split", "removed"]
"""What may be decided about an as-is moment; undecided takes a decision back."""
RowId = Annotated[str, Field(pattern=limits.ID_PATTERN)]
Picture = Annotated[str, Field(pattern=limits.PICTURE_PATTERN)]
"""The name of a picture that is kept beside the map: what its bytes come to, or nothing."""


class Row(BaseModel):
    """One row of a map.

    `parent` is the id of the row it belongs to (None for tables without a parent table),
    `key` orders it among its siblings, `origin` is the row of the as-is map it was copied from.
    `author` is the participant who made it, `private` the step in which only they and the facilitators see it.
    Errors: pydantic.ValidationError where a field is blank, too long or out of range.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    table: ClassVar[str]
    parent_table: ClassVar[str | None] = None
    main_field: ClassVar[str] = "text"
    references: ClassVar[Mapping[str, str]] = {}
    """Fields that hold the id of a row elsewhere in the map, and its table."""
    goes_with: ClassVar[frozenset[str]] = frozenset()
    """Those of them that may be empty, but with whose row this one goes."""

    id: RowId
    parent: str | None = None
    key: str = ""
    author: str = ""
    private: str = ""
    origin: RowId | None = None

    @classmethod
    def fields(cls) -> tuple[str, ...]:
        """The fields a person may set: all but the row's identity and its place."""
        return _FIELDS[cls.table]

    def values(self) -> dict[str, Any]:
        """The fields a person may set, as plain JSON values."""
        return self.model_dump(mode="json", exclude=_PLACE)

    def with_values(self, **values: Any) -> Self:
        """A copy with other values, each validated as when the row is made. Errors: pydantic.ValidationError."""
        rules = _rules(type(self))
        try:
            checked = {name: rules[name].validate_python(value) for name, value in values.items()}
        except (ValidationError, KeyError):  # said as of the whole row
            return type(self).model_validate({**self.model_dump(), **values})
        return with_fields(self, **checked)

    def plain(self, field: str) -> Any:
        """The value of a field as plain JSON."""
        value = self.__dict__[field]
        return value.value if isinstance(value, StrEnum) else value.isoformat() if isinstance(value, date) else value

    def placed(self, parent: str | None, key: str) -> Self:
        """A copy at another place; the caller has checked the place."""
        return with_fields(self, parent=parent, key=key)

    @property
    def called(self) -> str:
        """What a person calls this row."""
        return str(getattr(self, self.main_field))


@cache
def _rules(kind: type[Row]) -> Mapping[str, TypeAdapter[Any]]:
    """What each field alone is validated by: the rules of no row join two of them."""
    types = {name: (info.annotation, *info.metadata) for name, info in kind.model_fields.items()}
    return {name: TypeAdapter(Annotated[of] if of[1:] else of[0]) for name, of in types.items()}  # type: ignore[arg-type]


_PLACE = {"id", "parent", "key", "author", "private"}


class Evidenced(Row):
    """A row that says why it is believed, who said so, when, and where that can be looked up."""

    evidence_status: EvidenceStatus = EvidenceStatus.ASSUMED
    evidence_by: ShortLine = ""
    evidence_on: date | None = None
    evidence_source: ShortLine = ""


class JourneyMap(Row):
    """The map itself: one row, whose id is the map's."""

    table = "maps"
    main_field = "title"

    title: Title
    kind: MapKind = MapKind.AS_IS
    language: Annotated[str, Field(pattern=r"^(en|nl)$")] = "en"
    scope_start: Line = ""
    scope_end: Line = ""
    notes: Notes = ""


class Persona(Row):
    """The person whose journey it is; a map is always somebody's. `quote` is what they would say, in their words."""

    table = "personas"
    main_field = "name"

    name: Name
    goal: Line = ""
    context: Context = ""
    segment: ShortLine = ""
    quote: Line = ""
    picture: Picture = ""


class Channel(Row):
    """The medium of an interaction. A device is not a channel.

    `owned` says whether it is ours, `assumed` whether the room named it before the channel sweep.
    """

    table = "channels"
    main_field = "name"

    name: Name
    owned: bool = True
    assumed: bool = False
    notes: Notes = ""


class Episode(Row):
    """A chapter of the journey in the customer's words, with the emotion aimed at.

    `outcome` is what has come true for the persona when it is over.
    """

    table = "episodes"
    main_field = "title"

    title: Title
    outcome: Line = ""
    targeted_valence: Valence | None = None
    targeted_label: Label = ""
    notes: Notes = ""


class Moment(Evidenced):
    """One thing the persona does at one place in time.

    Units: `minutes` is wall-clock minutes from start to end, `waiting_minutes` how many of them are spent waiting
    (None: nobody has split them); `effort` is what customers say it cost them, 1 (none) to 7 (CES); valence runs
    from -2 (bad) to +2 (good).
    Errors: pydantic.ValidationError where the text is blank or a number is out of range.
    Source: the method's step 3.
    """

    table = "moments"
    parent_table = "episodes"

    text: Text
    felt_valence: Valence | None = None
    felt_label: Label = ""
    targeted_valence: Valence | None = None
    targeted_label: Label = ""
    moment_of_truth: bool = False
    optional: bool = False
    minutes: Minutes | None = None
    waiting_minutes: Minutes | None = None
    effort: Effort | None = None
    notes: Notes = ""


class Touchpoint(Row):
    """One micro-moment in one channel."""

    table = "touchpoints"
    parent_table = "moments"
    main_field = "channel"
    references = {"channel": "channels"}

    channel: RowId
    notes: Line = ""


class Need(Evidenced):
    """What the persona wants from a moment, free of any solution."""

    table = "needs"
    parent_table = "moments"

    text: Text


class BackstageStep(Row):
    """What the organisation does out of the customer's sight: process step, team, system."""

    table = "backstage_steps"
    parent_table = "moments"

    text: Text
    team: OfWhom = ""
    system: OfWhom = ""


class PainPoint(Row):
    """A bad experience at a moment; with the backstage step that causes it, a pinch point."""

    table = "pain_points"
    parent_table = "moments"
    references = {"cause": "backstage_steps"}

    text: Text
    cause: RowId | None = None


class Communication(Row):
    """The message, tone and channel that bring about an episode's targeted emotion."""

    table = "communications"
    parent_table = "episodes"
    references = {"channel": "channels"}

    text: Text
    tone: ShortLine = ""
    channel: RowId | None = None


class Path(Row):
    """One ordered way through the moments; `share` is the percentage of customers who take it."""

    table = "paths"
    main_field = "name"

    name: Name
    kind: PathKind = PathKind.HAPPY
    share: Share | None = None


class PathStep(Row):
    """One step of a path: a moment, which a loop may visit again."""

    table = "path_steps"
    parent_table = "paths"
    main_field = "moment"
    references = {"moment": "moments"}

    moment: RowId


class Origin(Row):
    """A further as-is moment that was merged into this to-be moment (`as_is` is its id there)."""

    table = "origins"
    parent_table = "moments"
    main_field = "as_is"

    as_is: RowId


class MomentDisposition(Row):
    """What somebody decided about an as-is moment: what the to-be does with it, and why.

    `as_is` is its id in the as-is, `text` what it said then, `proposed` what the comparison said. A decision is made
    once and never rewritten: the last one about a moment counts, and those before it stay. Who made it, on which day
    and on which revisions of the two maps, is said by the server; `decided_by` is an id, so that whoever erases their
    name is not named here. Source: the method's step 9.
    """

    table = "dispositions"

    as_is: RowId
    text: Text
    kind: MomentFate
    reason: Line = ""
    proposed: MomentFate = "undecided"
    decided_by: RowId | Literal[""] = ""
    decided_on: date | None = None
    on_revision: Revision = 0
    as_is_revision: Revision = 0


class GraphPlace(Row):
    """Where people have put one node of one view of the graph; what nobody moved stands where it is reckoned.

    `node` is a row's id, or a team or system by its name: what it names may be gone, and then nothing is drawn.
    """

    table = "places"
    main_field = "node"

    view: GraphView
    node: Node
    x: Coordinate
    y: Coordinate


class Credit(Row):
    """A further author of a moment: somebody whose own was merged into it."""

    table = "credits"
    parent_table = "moments"
    main_field = "person"

    person: RowId


class Vote(Row):
    """One dot, or one score: by its author, in a round (a step), on an item.

    `slot` tells one dot of a voter from the next, `question` what a score answers ("" for a dot).
    Units: `value` is 1 for a dot, 1 to 5 for a score, -2 to +2 for a felt emotion.
    """

    table = "votes"
    main_field = "item"

    round: RowId
    item: RowId
    slot: Annotated[int, Field(ge=0, le=limits.SLOTS)] = 0
    question: Literal["", "satisfaction", "importance_customer", "importance_us", "felt", "impact", "effort"] = ""
    value: Annotated[float, Field(ge=-2, le=5, allow_inf_nan=False)] = 1.0
    named: bool = False


class Verdict(Row):
    """What somebody says of an item: is it true? A customer's confirmation is what validates it."""

    table = "verdicts"
    main_field = "item"

    item: RowId
    verdict: Literal["confirm", "contest", "unsure"]
    note: Line = ""


class MomentProposal(Row):
    """What somebody thinks should become of a moment of today in the to-be: kept, changed, dropped.

    A change says how: another `text`, another channel, what should be felt; what is empty stays as it is.
    """

    table = "proposals"
    main_field = "item"
    references = {"channel": "channels"}

    item: RowId
    answer: Literal["keep", "change", "drop"]
    text: Line = ""
    channel: RowId | None = None
    targeted_valence: Valence | None = None


class ParkedNote(Row):
    """Set aside during a step: an objection, an idea; a facilitator's own note.

    `decision` is what a decision was before it became a row of its own: it stands in old logs only.
    """

    table = "parked"

    text: Text
    kind: Literal["parked", "idea", "decision", "note"] = "parked"


class Decision(Row):
    """What the room decided: what is to be done, who owns it, and on which day it is looked at again.

    `owner` is a name: that of somebody in the room, or of anybody else. A note from the parking lot that is decided
    keeps its id, so that what was voted on it is still known.
    """

    table = "decisions"

    text: Text
    owner: OfWhom = ""
    review_on: date | None = None


class Story(Row):
    """What people decided about a story: of a micro-moment, of a part of one, or of one that was added by hand.

    There is a row only where somebody decided something, and in it only that; all else is written from the map, anew
    each time. A row of a `moment` without a `part` is about the whole of it; one without a moment was added by hand
    and stands in its `episode`. `into` is the story (its row's id) that it is combined into, `stands_after` the story
    behind which it was put: a moment's id, or that of the row of a part or of one added by hand; the episode's is
    first. Each text comes with what the rules said when it was written (`…_base`); "" is as the rules say it now.
    Units: `estimate` is in story points; `labels` are set apart by commas.
    """

    table = "stories"
    main_field = "title"
    references = {"moment": "moments", "episode": "episodes", "need": "needs", "channel": "channels"}
    goes_with = frozenset({"moment", "episode"})

    moment: RowId | None = None
    episode: RowId | None = None
    part: StoryPart = ""
    need: RowId | None = None
    channel: RowId | None = None
    into: RowId | Literal[""] = ""
    stands_after: RowId | Literal[""] = ""
    title: Line = ""
    title_base: Line = ""
    sentence: Sentence = ""
    sentence_base: Sentence = ""
    criteria: Criteria = ""
    criteria_base: Criteria = ""
    notes: Notes = ""
    excluded: bool = False
    reason: Line = ""
    estimate: Estimate | None = None
    team: OfWhom = ""
    status: StoryStatus = "proposed"
    priority: StoryPriority = ""
    labels: Line = ""


class StoryLink(Row):
    """A story that has to be there before the one it stands under; nothing waits for itself, however far around."""

    table = "story_links"
    parent_table = "stories"
    main_field = "depends_on"
    references = {"depends_on": "stories"}

    depends_on: RowId


class StoryAside(Row):
    """A finding about a story that somebody put aside, and why: it is back only where it is `about` something else."""

    table = "story_asides"
    parent_table = "stories"
    main_field = "reason"

    rule: Title
    about: Line = ""
    reason: Line = ""


ROW_TYPES: Mapping[str, type[Row]] = {
    row.table: row
    for row in (
        JourneyMap,
        Persona,
        Channel,
        Episode,
        Moment,
        Touchpoint,
        Need,
        BackstageStep,
        PainPoint,
        Communication,
        Path,
        PathStep,
        Origin,
        GraphPlace,
        Credit,
        Vote,
        Verdict,
        ParkedNote,
        Decision,
        MomentProposal,
        MomentDisposition,
        Story,
        StoryLink,
        StoryAside,
    )
}
"""Every table, parents before children and referred before referring."""

TABLES = tuple(ROW_TYPES)

OF_THE_ROOM = frozenset({"credits", "votes", "verdicts", "parked", "proposals"})
"""What belongs to the workshop that made the map: it goes along with neither a copy nor a file."""

OF_THE_BACKLOG = frozenset({"stories", "story_links", "story_asides"})
"""What people decided about the stories of a to-be."""

NOT_FOR_READERS = OF_THE_ROOM | OF_THE_BACKLOG | {"decisions", "dispositions"}
"""What nobody reads by a link: what people of the room said, one by one, who will do what, and who decided why."""

CHILD_TABLES: Mapping[str, tuple[str, ...]] = {
    table: tuple(name for name, row in ROW_TYPES.items() if row.parent_table == table) for table in TABLES
}

REFERRING: Mapping[str, tuple[tuple[str, str, bool], ...]] = {
    table: tuple(
        (name, field, row.model_fields[field].is_required() or field in row.goes_with)
        for name, row in ROW_TYPES.items()
        for field, referred in row.references.items()
        if referred == table
    )
    for table in TABLES
}
"""Which fields refer to a table: (table, field, whether the row goes with it)."""

_FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(field for field in row.model_fields if field not in _PLACE) for name, row in ROW_TYPES.items()
}
