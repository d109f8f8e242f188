"""Which rows of the comparison's table are shown, and in which order: what one chose of any of its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.domain.text.normalize import plain as comparable
from journeymap.exchange.comparison_table import Cell, ComparedRow, TableColumn


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What somebody wants of one column: one of these words, words that are in it, or a number from … to …."""

    among: tuple[str, ...] = ()
    words: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet: then every row will do."""
        return self == ColumnFilter()

    def takes(self, cell: Cell) -> bool:
        """Whether a row with this value is shown."""
        if self.empty:
            return True
        if self.among:
            return (cell or "") in self.among
        if self.words:
            return comparable(self.words) in comparable(str(cell or ""))
        if not isinstance(cell, int | float):
            return False
        return (self.least is None or cell >= self.least) and (self.most is None or cell <= self.most)


@dataclass(frozen=True, slots=True)
class MatchChoice:
    """The filters by the names of their columns, and the column to sort by; "" is the order of the journey."""

    filters: Mapping[str, ColumnFilter] = field(default_factory=dict)
    by: str = ""
    descending: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that matter to somebody: they are shown."""
        filtered = (name for name, one in self.filters.items() if not one.empty)
        return tuple(dict.fromkeys((*((self.by,) if self.by else ()), *filtered)))

    def of(self, rows: Sequence[ComparedRow]) -> list[ComparedRow]:
        """The rows that are shown, in order; where a column says nothing they come last, whichever way it is sorted."""
        found = [row for row in rows if all(one.takes(row.cells[name]) for name, one in self.filters.items())]
        if not self.by:
            return found
        said = [row for row in found if row.cells[self.by] not in (None, "")]
        unsaid = [row for row in found if row.cells[self.by] in (None, "")]
        return [*sorted(said, key=lambda row: _rank(row.cells[self.by]), reverse=self.descending), *unsaid]


def _rank(cell: Cell) -> tuple[float, str]:
    return (0.0, cell.casefold()) if isinstance(cell, str) else (float(cell or 0.0), "")


def values_of(rows: Sequence[ComparedRow], column: TableColumn) -> list[str]:
    """The values of a column, each once, in the order in which they come; "" where a row says nothing."""
    return list(dict.fromkeys(str(row.cells[column.name] or "") for row in rows))
