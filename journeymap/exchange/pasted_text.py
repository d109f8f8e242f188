"""Cells that somebody pastes on the board: read as a file is, into micro-moments with what belongs to them.

Nobody is asked anything here, so whatever is not certain (a scale, a column without a name, a value that does not fit)
goes into the notes, under the name of its column, to the letter.
"""

from collections.abc import Mapping
from typing import Any

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Row
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.cells import number
from journeymap.exchange.column_synonyms import target_of
from journeymap.exchange.columns import IGNORE, guess
from journeymap.exchange.file_reader import table_in_layout
from journeymap.exchange.import_choices import ImportChoices, Layout
from journeymap.exchange.questions import QuestionKind, questions
from journeymap.exchange.spreadsheet import grid_of_text
from journeymap.exchange.table import Table
from journeymap.exchange.table_import import Plan, plan

MOST_CHARACTERS = 400_000
"""So much is read at once: 500 micro-moments with all that can be said of each in a spreadsheet."""

NOTED = "bright_spot"
"""What goes into the notes with the name of its column."""

_BELOW = ("needs", "backstage_steps", "pain_points")


def moments_of(text: str, language: str) -> list[dict[str, Any]]:
    """The micro-moments in cells as a spreadsheet puts them on the clipboard, each as the board copies them.

    Each has `values`, `touchpoints` (with the channel under `in`), `needs`, `backstage_steps`, `pain_points`, and
    `episode`, where a column says it. Errors: Refusal where that is no table, or far too much.
    """
    if len(text) > MOST_CHARACTERS:
        raise invalid("paste-too-long", most=MOST_CHARACTERS)
    grid = grid_of_text(text)
    named_columns = any(target_of(cell) for row in grid.rows[:3] for cell in row)
    table = table_in_layout(grid, ImportChoices(header=None if named_columns else False))
    mapping = _mapping(table)
    found = _planned(table, mapping, language)
    journey = perform(Journey("pasted"), found.changes("pasted"))[0]
    named = "episode" in mapping.values()
    return [_packed(journey, moment, named=named) for moment in journey.moments]


def _mapping(table: Table) -> dict[str, str]:
    """What the columns are; one of words is the micro-moment, and what is not known is noted."""
    found = guess(table)
    if "moment" not in found.values():
        words = [name for name in table.header if any(cell and number(cell) is None for cell in table.column(name))]
        free = [name for name in words if found[name] == IGNORE] or words or list(table.header)
        found[free[0]] = "moment"
    asked = {question.column for question in questions(table, found) if question.what is not QuestionKind.SPLIT}
    return {name: NOTED if target == IGNORE or name in asked else target for name, target in found.items()}


def _planned(table: Table, mapping: dict[str, str], language: str) -> Plan:
    """The plan, with each column that does not fit in the notes; a micro-moment that does not is refused."""
    for _ in range(len(table.header) + 1):
        found = plan(table, mapping, title="-", language=language, choices=ImportChoices(layout=Layout.ROWS))
        wrong = {
            problem.column for problem in found.problems if mapping.get(problem.column) not in (NOTED, "moment", None)
        }
        if found.fits or not wrong:
            return found
        mapping.update(dict.fromkeys(wrong, NOTED))
    raise Refusal("invalid", "import-nothing")


def _packed(journey: Journey, moment: Moment, *, named: bool) -> dict[str, Any]:
    episode = next(episode for episode in journey.episodes if episode.id == moment.parent)
    below = {
        table: [_values(journey.tables[table][row_id]) for row_id in journey.siblings(table, moment.id)]
        for table in _BELOW
    }
    touchpoints = [{"in": {"name": channel.name}} for channel in journey.channels_of(moment.id)]
    said: Mapping[str, Any] = {"episode": episode.title} if named else {}
    return {**said, "values": _values(moment), "touchpoints": touchpoints, **below}


def _values(row: Row) -> dict[str, Any]:
    """What a row says; that it is only assumed goes without saying."""
    defaults = {name: about.get_default() for name, about in type(row).model_fields.items()}
    return {
        name: value for name, value in row.values().items() if name != "origin" and row.__dict__[name] != defaults[name]
    }
