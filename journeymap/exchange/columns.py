"""Which field each column of a table stands for: guessed, then checked by a person before anything is written."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from journeymap.domain.text.errors import invalid
from journeymap.exchange import scales
from journeymap.exchange.cells import number
from journeymap.exchange.column_synonyms import IGNORE, TARGETS, contained, one_of, plain, target_of
from journeymap.exchange.file_position import shown
from journeymap.exchange.import_choices import Scale
from journeymap.exchange.map_columns import FURTHER, header, label
from journeymap.exchange.table import Table
from journeymap.exchange.time_lengths import are_points_in_time

__all__ = ["IGNORE", "MANY", "REQUIRED", "TARGETS", "check", "guess", "header", "label", "of_target"]

MANY = frozenset({"channels", "needs", "pain_points", "notes", "bright_spot", "backstage", "team", "system"}) | {
    "communication",
    *(column.target for column in FURTHER if column.table not in ("episodes", "moments")),
}
"""The targets that several columns may have: their values are put together."""

REQUIRED = ("moment",)

_ELSE = (
    ("episode", "moment", ("stap", "stage")),
    ("channels", "moment", ("touchpoint", "touchpoints", "touch point", "contactpunt", "contactpunten")),
    ("needs", "moment", ("goal", "doel")),
)
"""Names with a second meaning, used where another column has the first one and none has the second."""

_SAYS_WHAT = (
    *("name", "title", "summary", "text", "content", "description", "details", "what", "note", "sticky", "card"),
    *("naam", "titel", "tekst", "inhoud", "omschrijving", "beschrijving", "toelichting", "samenvatting", "wat"),
)
"""Names of a column that says what happens, where no better one does; the first that is there."""

_COARSE = ("activity", "activiteit", "task", "taak", "interaction", "event")
_FINE = ("step", "action", "stap", "handeling", "actie", "deelstap", "step name")
"""Names of a step's whole, and of the step: where both are there, the whole is the episode."""

_WORD_FOR = {name: name.replace("valence", "label") for name in TARGETS if name.endswith("valence")}
_COUNTED = re.compile(r"(?:step|stap|nr|no|phase|fase)?[.\s]*#?[A-Za-z]?[0-9]+(?:[.\-][0-9]+)*[.):]?", re.IGNORECASE)


def guess(table: Table) -> dict[str, str]:
    """A target for every column of the table; `ignore` where the name says nothing to us."""
    found = {column: target for column, target in table.facts.targets.items() if column in table.header}
    if not table.facts.header and len(table.header) == 1:
        return {table.header[0]: "moment"}
    for lookup in (target_of, contained):
        taken = Counter(found.values())
        for column in table.header:
            target = lookup(column)
            target = _by_content(table, column, target) if column not in found and target else None
            if target and (target in MANY or not taken[target]):
                found[column] = target
                taken[target] += 1
    _use_second_meanings(table, found)
    _tell_whole_from_part(table, found)
    if "moment" not in found.values():
        _say_what(table, found)
    return {column: found.get(column, IGNORE) for column in table.header}


def of_target(mapping: Mapping[str, str], table: Table, target: str) -> list[str]:
    """The columns of the table with this target, in order."""
    return [column for column in table.header if mapping.get(column) == target]


def check(table: Table, mapping: Mapping[str, str]) -> None:
    """Refuse a mapping that names what is not there, or one thing twice, or no micro-moment."""
    for column, target in mapping.items():
        if column not in table.header:
            raise invalid("import-no-such-column", column=shown(column), columns=_listed(table.header))
        if target not in (*TARGETS, IGNORE):
            raise invalid("import-no-such-target", target=shown(target), targets=", ".join((*TARGETS, IGNORE)))
    for target in TARGETS:
        columns = of_target(mapping, table, target)
        if target in REQUIRED and not columns and not table.facts.header:
            raise invalid("table-no-header", cells=_listed([cell for cell in table.rows[0] if cell][:4]))
        if target in REQUIRED and not columns:
            raise invalid("import-missing-column", missing=label(target), columns=_listed(table.header))
        if target not in MANY and len(columns) > 1:
            raise invalid("import-column-twice", target=label(target), columns=_listed(columns))


def _by_content(table: Table, column: str, target: str) -> str:
    """What stands in a column decides where its name is not enough; nothing where it cannot be this.

    A bare number is never a micro-moment, nor is a point in time a length of time. A column of emotions holds numbers,
    words for a scale, or words for feelings.
    """
    cells = [cell for cell in table.column(column) if cell]
    if target == "moment":
        return "" if _are_numbers(cells) else target
    if target == "episode":
        return "" if one_of(plain(column)) in ("stap", "step") and _are_numbers(cells) else target
    if target == "minutes":
        return "" if are_points_in_time(cells) else target
    if target not in _WORD_FOR or table.facts.exact:
        return target
    said = sum(number(cell) is None and scales.valence(cell, Scale.OURS) is None for cell in cells)
    felt = sum(number(cell) is None and scales.word(cell) is None for cell in cells)
    plain_words = said + sum(_is_feeling(cell) for cell in cells)
    return _WORD_FOR[target] if cells and plain_words * 2 > len(cells) and felt * 2 > len(cells) else target


def _is_feeling(cell: str) -> bool:
    return number(cell) is None and scales.word(cell) is None and scales.feeling(cell) is not None


def _are_numbers(cells: Sequence[str]) -> bool:
    return bool(cells) and 2 * sum(_COUNTED.fullmatch(cell) is not None for cell in cells) > len(cells)


def _use_second_meanings(table: Table, found: dict[str, str]) -> None:
    for first, second, names in _ELSE:
        columns = [column for column, target in found.items() if target == first]
        doubtful = [column for column in table.header if plain(column) in names]
        if doubtful and second not in found.values() and set(columns) - set(doubtful):
            found[doubtful[0]] = second


def _tell_whole_from_part(table: Table, found: dict[str, str]) -> None:
    """Of an activity and a step, the activity is the episode, unless another column is."""
    wholes = [column for column in table.header if one_of(plain(column)) in _COARSE]
    parts = [column for column in table.header if one_of(plain(column)) in _FINE and column not in wholes]
    parts = [column for column in parts if not _are_numbers([cell for cell in table.column(column) if cell])]
    if not wholes or not parts or found.get(wholes[0]) != "moment":
        return
    whole, part = wholes[0], parts[0]
    if found.get(part) == "episode" and not _varies_more(table, part, whole):
        return
    found[part] = "moment"
    del found[whole]
    if "episode" not in found.values():
        found[whole] = "episode"


def _varies_more(table: Table, part: str, whole: str) -> bool:
    """Whether there are more different values in the first column than in the second."""
    return len(set(filter(None, table.column(part)))) > len(set(filter(None, table.column(whole))))


def _say_what(table: Table, found: dict[str, str]) -> None:
    for name in _SAYS_WHAT:
        for column in table.header:
            cells = [cell for cell in table.column(column) if cell]
            free = found.get(column, "notes") == "notes"
            if free and one_of(plain(column)) == name and cells and not _are_numbers(cells):
                found[column] = "moment"
                return


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f"“{shown(column, 30)}”" for column in columns)
