"""From a table to a map: everything is looked at first, and nothing is written until all of it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.domain.model.operations import Change
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES, say
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.domain.workshop.proof import STATUS, lacks_proof
from journeymap.exchange import columns
from journeymap.exchange.column_synonyms import IGNORE
from journeymap.exchange.document import from_document
from journeymap.exchange.draft import Draft, DraftMoment
from journeymap.exchange.event_log_table import looks_like_event_log
from journeymap.exchange.file_position import Remark, shown
from journeymap.exchange.import_choices import NO_CHOICES, ImportChoices
from journeymap.exchange.map_status import columns_of_standing
from journeymap.exchange.questions import Question, QuestionKind, questions, rules
from journeymap.exchange.schema import FORMAT, VERSION
from journeymap.exchange.table import Table
from journeymap.exchange.table_row import read_row


@dataclass(frozen=True, slots=True)
class PreviewMoment:
    """A micro-moment as it would be imported; `row` is its row in the spreadsheet."""

    row: int
    text: str
    channels: tuple[str, ...]
    needs: tuple[str, ...]
    felt: float | None
    moment_of_truth: bool


@dataclass(frozen=True, slots=True)
class PreviewEpisode:
    """An episode as it would be imported."""

    title: str
    moments: tuple[PreviewMoment, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much would be imported."""

    episodes: int
    moments: int
    channels: int
    touchpoints: int
    needs: int
    pain_points: int

    @property
    def in_all(self) -> int:
        """All of these together."""
        return sum(getattr(self, name) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write. `problems` have to be solved first; `notes` are good to know."""

    title: str
    episodes: tuple[PreviewEpisode, ...]
    channels: tuple[str, ...]
    counts: Counts
    problems: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    document: Mapping[str, Any]

    @property
    def fits(self) -> bool:
        """Whether it can be imported."""
        return not self.problems

    def changes(self, map_id: str) -> list[Change]:
        """The changes that make the map: all of it, or a Refusal while there are problems."""
        if self.problems:
            raise ImportRefusal(self.problems)
        return from_document(self.document, map_id)


class ImportRefusal(Refusal):
    """A table that cannot be imported as it is, with the first thing to put right."""

    def __init__(self, problems: tuple[Remark, ...]) -> None:
        self.problems = problems
        super().__init__("invalid", "import-problems", count=len(problems), first=problems[0].text())

    def reason(self, language: str = FALLBACK) -> str:
        """The sentence a person reads."""
        return say(self.key, language, count=len(self.problems), first=self.problems[0].text(language))


def plan(
    table: Table,
    mapping: Mapping[str, str],
    *,
    title: str,
    kind: MapKind | str = MapKind.AS_IS,
    language: str = FALLBACK,
    persona: str | None = None,
    choices: ImportChoices = NO_CHOICES,
) -> Plan:
    """What importing the table with this mapping (column → target) would write.

    What has to be asked and is not answered in `choices` is a problem, and read by the likeliest answer.
    Errors: Refusal where the mapping itself cannot work; what is wrong in the rows is in the plan.
    """
    columns.check(table, mapping)
    draft = Draft(
        language if language in LANGUAGES else FALLBACK, str(table.facts.counted), rules(table, mapping, choices)
    )
    if looks_like_event_log(table) and choices.layout is None:
        draft.problem(None, invalid("import-event-log"))
    draft.notes += [Remark(sentence) for sentence in table.facts.notes]
    _ask(draft, questions(table, mapping, choices))
    _describe(draft, {"title": title, "kind": str(kind), "language": language}, persona)
    numbers = table.numbers or range(2, len(table.rows) + 2)
    for row, cells in zip(numbers, table.rows, strict=True):
        read_row(draft, row, dict(zip(table.header, cells, strict=True)), mapping)
    draft.settle_aims()
    _doubt_unproven(draft)
    left = [column for column in table.header if mapping.get(column, IGNORE) == IGNORE]
    draft.note_left_out([column for column in left if column not in columns_of_standing()])
    return _plan(draft, title)


def _ask(draft: Draft, asked: Sequence[Question]) -> None:
    """What is open is a problem of its column; only a list that stays one micro-moment is no more than good to know."""
    for question in asked:
        if question.answered:
            continue
        if question.what is QuestionKind.SPLIT:
            draft.note(None, "list-in-cell", column=shown(question.column))
        else:
            why = invalid(f"import-ask-{question.what}", answers=", ".join(question.answers))
            draft.problem(None, why, question.column)


def _doubt_unproven(draft: Draft) -> None:
    """What is called validated without who, when and where comes in as a guess; what is said of it stays."""
    for moment in (moment for episode in draft.episodes for moment in episode.moments):
        for row in (moment.values, *moment.values.get("needs", [])):
            if lacks_proof(row):
                row.pop(STATUS)
                draft.note(moment.row, "not-proven")


def _describe(draft: Draft, values: dict[str, Any], persona: str | None) -> None:
    draft.accepts(None, "maps", values)
    draft.head = {"format": FORMAT, "version": VERSION, "map": values}
    if persona and persona.strip() and draft.accepts(None, "personas", {"name": persona}):
        draft.head["persona"] = {"name": persona}


def _plan(draft: Draft, title: str) -> Plan:
    document = draft.document()
    moments = [moment for episode in draft.episodes for moment in episode.moments]
    if not moments:
        draft.problem(None, invalid("import-nothing"))
    if not draft.problems:
        _try(draft, document)
    return Plan(
        title=title,
        episodes=tuple(PreviewEpisode(e.title, tuple(map(_preview, e.moments))) for e in draft.episodes),
        channels=tuple(draft.channels.values()),
        counts=Counts(
            episodes=len(draft.episodes),
            moments=len(moments),
            channels=len(draft.channels),
            touchpoints=sum(len(moment.channels) for moment in moments),
            needs=sum(len(moment.texts("needs")) for moment in moments),
            pain_points=sum(len(moment.texts("pain_points")) for moment in moments),
        ),
        problems=tuple(draft.problems),
        notes=tuple(draft.notes),
        document=document,
    )


def _try(draft: Draft, document: Mapping[str, Any]) -> None:
    """The whole is asked too, so that a plan that fits is one that can be carried out."""
    try:
        from_document(document, draft.free_id("preview"))
    except Refusal as why:
        draft.problem(None, why)


def _preview(moment: DraftMoment) -> PreviewMoment:
    return PreviewMoment(
        row=moment.row,
        text=str(moment.values["text"]),
        channels=tuple(moment.channels),
        needs=tuple(moment.texts("needs")),
        felt=moment.values.get("felt_valence"),
        moment_of_truth=bool(moment.values.get("moment_of_truth")),
    )
