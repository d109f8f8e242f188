"""Which field each column of a table stands for: guessed, then checked by a person before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journeymap.domain.text.errors import invalid
from journeymap.exchange.cells import number
from journeymap.exchange.column_synonyms import IGNORE, TARGETS, contained, plain, target_of
from journeymap.exchange.file_position import shown
from journeymap.exchange.map_columns import FURTHER, header, label
from journeymap.exchange.spreadsheet import Table

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

_WORD_FOR = {name: name.replace("valence", "label") for name in TARGETS if name.endswith("valence")}


def guess(table: Table) -> dict[str, str]:
    """A target for every column of the table; `ignore` where the name says nothing to us."""
    found: dict[str, str] = {}
    for lookup in (target_of, contained):
        taken = Counter(found.values())
        for column in table.header:
            target = lookup(column)
            if column not in found and target:
                target = _by_content(table, column, target)
                if target in MANY or not taken[target]:
                    found[column] = target
                    taken[target] += 1
    _use_second_meanings(table, found)
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
        if target in REQUIRED and not columns:
            raise invalid("import-missing-column", missing=label(target), columns=_listed(table.header))
        if target not in MANY and len(columns) > 1:
            raise invalid("import-column-twice", target=label(target), columns=_listed(columns))


def _by_content(table: Table, column: str, target: str) -> str:
    """A column of emotions holds numbers or words: what stands in it decides."""
    if target not in _WORD_FOR:
        return target
    filled = [cell for cell in table.column(column) if cell]
    words = sum(number(cell) is None for cell in filled)
    return _WORD_FOR[target] if filled and words * 2 > len(filled) else target


def _use_second_meanings(table: Table, found: dict[str, str]) -> None:
    for first, second, names in _ELSE:
        columns = [column for column, target in found.items() if target == first]
        doubtful = [column for column in table.header if plain(column) in names]
        if doubtful and second not in found.values() and set(columns) - set(doubtful):
            found[doubtful[0]] = second


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f"“{shown(column, 30)}”" for column in columns)
