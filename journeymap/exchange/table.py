"""A table as text, whatever file it came from, and what is known of that file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journeymap.exchange.file_position import Sentence
from journeymap.exchange.import_choices import Layout


class RowUnit(StrEnum):
    """What the numbers of a table's rows count in its file."""

    ROW = "row"
    COLUMN = "column"
    LINE = "line"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the file of a table.

    `kind` is what it is (csv, excel, markdown, …), `header` whether its first row names the columns, `said` what it
    says of the map itself (persona, title), `targets` what its layout knows of a column, `exact` whether it is our own
    export, which is read to the letter.
    """

    kind: str = "csv"
    layout: Layout = Layout.ROWS
    layouts: tuple[Layout, ...] = (Layout.ROWS,)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    header: bool = True
    counted: RowUnit = RowUnit.ROW
    exact: bool = False
    said: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A spreadsheet as text: names of columns, each different, and rows of as many cells.

    `numbers` are the rows' own in the spreadsheet, where the header usually is row 1; blank rows are left out.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str = ""
    encoding: str = ""
    numbers: tuple[int, ...] = ()
    facts: Facts = Facts()

    @property
    def length(self) -> int:
        """How many characters stand in its cells."""
        return sum(len(cell) for row in self.rows for cell in row)

    def column(self, name: str) -> tuple[str, ...]:
        """The cells of one column."""
        at = self.header.index(name)
        return tuple(row[at] for row in self.rows)
