"""The columns of a map's CSV: which field of which table stands in each, as the fields' rules say."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import columns_of
from journeymap.domain.text.catalogue import capital, known, say
from journeymap.domain.text.errors import Term


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and the field that stands in it."""

    target: str
    table: str
    field: str


TABLES = ("episodes", "moments", "touchpoints", "needs", "pain_points", "backstage_steps", "communications")
"""What a row of the file tells of: a micro-moment, its episode, and what stands under both."""

COLUMNS: Mapping[str, Column] = {
    target: Column(target, table, field) for table in TABLES for field, target in columns_of(table).items()
}
"""Every column by what it is called in the code."""

_IN_ORDER = (
    *("episode", "moment", "channels", "needs", "pain_points", "felt_valence", "felt_label"),
    *("targeted_valence", "targeted_label", "moment_targeted_valence", "moment_targeted_label"),
    *("backstage", "team", "system", "minutes", "optional", "moment_of_truth"),
    *("evidence_status", "evidence_by", "evidence_on", "communication", "notes"),
)
"""The columns that the file began with: they stay where they are, and newer ones follow."""

FURTHER = tuple(column for target, column in COLUMNS.items() if target not in _IN_ORDER)
"""The columns that follow only from a field's rule."""

MAP_TARGETS = (*_IN_ORDER, *(column.target for column in FURTHER), "id")
"""The columns of a map's CSV; our own import knows every one of them by its name."""


def label(target: str) -> Term:
    """The catalogue's key for what a column is called: its own, or that of its field."""
    own = Term(f"exchange-column-{target}".replace("_", "-"))
    return own if known(own) or target not in COLUMNS else field_name(COLUMNS[target].table, COLUMNS[target].field)


def header(target: str, language: str) -> str:
    """What a column is called; also the header of our own export."""
    return capital(say(label(target), language))


def header_of(table: str, field: str, language: str) -> str:
    """What a field is called, as the header of a column."""
    return capital(say(field_name(table, field), language))


def further(table: str) -> Mapping[str, str]:
    """The columns of a table that follow only from a field's rule, by field."""
    return {column.field: column.target for column in FURTHER if column.table == table}
