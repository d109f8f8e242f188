"""What has to be asked of a file before it can be read, and how it is read once that is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from journeymap.exchange import scales
from journeymap.exchange.cells import listed
from journeymap.exchange.days import order_of
from journeymap.exchange.import_choices import NO_CHOICES, DateOrder, ImportChoices, Scale
from journeymap.exchange.table import Table

FEELINGS = ("felt_valence", "targeted_valence", "moment_targeted_valence")
DATES = ("evidence_on",)


class QuestionKind(StrEnum):
    """What is asked."""

    SCALE = "scale"
    DATES = "dates"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the cells of a column leave open; the likeliest answer comes first."""

    what: QuestionKind
    column: str
    answers: tuple[str, ...]
    answered: bool = False


@dataclass(frozen=True, slots=True)
class CellRules:
    """How the cells of a table are read. `exact`: to the letter, for they are our own."""

    scales: Mapping[str, Scale] = field(default_factory=dict)
    dates: DateOrder | None = None
    split: bool = False
    exact: bool = False


def questions(table: Table, mapping: Mapping[str, str], choices: ImportChoices = NO_CHOICES) -> tuple[Question, ...]:
    """What a table read with this mapping leaves open, answered or not."""
    if table.facts.exact:
        return _of_dates(table, mapping, choices)
    scale = tuple(
        Question(QuestionKind.SCALE, column, tuple(scales.guessed(table.column(column))), column in choices.scales)
        for column in _of(table, mapping, FEELINGS)
        if scales.settled(column, table.column(column)) is None
    )
    return (*scale, *_of_dates(table, mapping, choices), *_of_lists(table, mapping, choices))


def rules(table: Table, mapping: Mapping[str, str], choices: ImportChoices = NO_CHOICES) -> CellRules:
    """How to read the cells, by what was chosen, what they tell, and the likeliest answer to what is open."""
    columns = _of(table, mapping, FEELINGS)
    settled = {column: scales.settled(column, table.column(column)) for column in columns}
    guesses = {column: found or scales.guessed(table.column(column))[0] for column, found in settled.items()}
    told = order_of(_dates(table, mapping))[0]
    return CellRules(
        scales={} if table.facts.exact else {**guesses, **choices.scales},
        dates=choices.dates or told,
        split=bool(choices.split) and not table.facts.exact,
        exact=table.facts.exact,
    )


def _of_dates(table: Table, mapping: Mapping[str, str], choices: ImportChoices) -> tuple[Question, ...]:
    if not order_of(_dates(table, mapping))[1]:
        return ()
    column = _of(table, mapping, DATES)[0]
    return (Question(QuestionKind.DATES, column, tuple(DateOrder), choices.dates is not None),)


def _of_lists(table: Table, mapping: Mapping[str, str], choices: ImportChoices) -> tuple[Question, ...]:
    return tuple(
        Question(QuestionKind.SPLIT, column, ("yes", "no"), choices.split is not None)
        for column in _of(table, mapping, ("moment",))
        if any(listed(cell) for cell in table.column(column))
    )


def _of(table: Table, mapping: Mapping[str, str], targets: Sequence[str]) -> list[str]:
    return [column for column in table.header if mapping.get(column) in targets]


def _dates(table: Table, mapping: Mapping[str, str]) -> list[str]:
    return [cell for column in _of(table, mapping, DATES) for cell in table.column(column)]
