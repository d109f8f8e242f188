"""What stands in one sheet, before anybody knows what its rows are."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet that are not blank, as text, with their numbers; they may be of different lengths.

    `merged` are cells that were joined, as (first row's number, first column, last row's number, last column), columns
    from nought: their text stands in the first.
    """

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    kind: str = "csv"
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = field(default=())

    @property
    def width(self) -> int:
        """The column after the last that says something."""
        return max(map(width_of, self.rows), default=0)


def width_of(row: Sequence[str]) -> int:
    """The column after the last of this row that says something."""
    return max((n for n, cell in enumerate(row, 1) if cell), default=0)


def filled(row: Sequence[str]) -> int:
    """How many cells of a row say something."""
    return sum(1 for cell in row if cell)


def letter(at: int) -> str:
    """What a spreadsheet calls its columns: A, B, …, Z, AA."""
    return ("" if at < 26 else letter(at // 26 - 1)) + chr(ord("A") + at % 26)
