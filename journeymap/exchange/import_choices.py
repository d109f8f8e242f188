"""What a person can say of a file that the file leaves open: its layout, its sheet, its scales, its dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Layout(StrEnum):
    """How a journey stands in a table or a text."""

    ROWS = "rows"
    """A row for every micro-moment."""
    LANES = "lanes"
    """Episodes across, lanes down."""
    LAYERS = "layers"
    """A row for every step, and a column that says in which layer it is."""
    NOTES = "notes"
    """A row for every sticky note."""
    TREE = "tree"
    """Items with parents: episodes, and micro-moments below them."""
    OUTLINE = "outline"
    """Headings, and lists below them."""


class DateOrder(StrEnum):
    """Which number of 3/4/2026 is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Scale(StrEnum):
    """What numbers a column of feelings has, from bad to good."""

    OURS = "-2..2"
    ONE_TO_FIVE = "1..5"
    ONE_TO_SEVEN = "1..7"
    ONE_TO_TEN = "1..10"
    NOUGHT_TO_TEN = "0..10"
    MINUS_THREE = "-3..3"
    MINUS_FIVE = "-5..5"
    HUNDRED = "0..100"

    @property
    def ends(self) -> tuple[int, int]:
        """Its worst and its best number."""
        worst, best = self.value.split("..")
        return int(worst), int(best)


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What somebody chose for a file; whatever is not said is guessed, or asked.

    `columns` says what a column is, `scales` which numbers one of feelings has, each by the column's name. `header`:
    whether the first row names the columns. `split`: whether a list in one cell is several micro-moments.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    dates: DateOrder | None = None
    header: bool | None = None
    split: bool | None = None
    sheet: str = ""
    layout: Layout | None = None


NO_CHOICES = ImportChoices()
