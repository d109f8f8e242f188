"""Spreadsheets that people have: any delimiter and encoding, as a header and rows, or a sentence why not."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from journeymap.domain.model import limits
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.cells import unprotect
from journeymap.exchange.file_position import shown
from journeymap.exchange.header_row import Head, head_of
from journeymap.exchange.import_choices import NO_CHOICES, ImportChoices
from journeymap.exchange.map_columns import MAP_TARGETS, header
from journeymap.exchange.sheet_grid import Grid, letter
from journeymap.exchange.table import Facts, Table
from journeymap.exchange.text_file import decode

__all__ = ["MOST_COLUMNS", "Table", "grid_of_text", "read_table", "table_of_grid"]

MOST_COLUMNS = 200
MOST_ROWS = limits.ROWS["moments"]
DELIMITERS = (",", ";", "\t")
_ONE_COLUMN = "\x1f"
_SNIFFED = 200


def read_table(data: bytes, filename: str, choices: ImportChoices = NO_CHOICES) -> Table:
    """The table in a CSV file with commas, semicolons or tabs. Errors: Refusal with a sentence for each way to fail."""
    text, encoding = decode(data, filename)
    return table_of_grid(grid_of_text(text, encoding), choices)


def grid_of_text(text: str, encoding: str = "utf-8") -> Grid:
    """The rows of a text with commas, semicolons or tabs between cells. Errors: Refusal."""
    text = text.removeprefix("\ufeff")
    skipped = 0
    delimiter = None
    if named := re.match(r'"?sep=([,;\t])"?\r?\n', text):
        delimiter, text, skipped = named[1], text[named.end() :], 1
    delimiter = delimiter or _delimiter(text)
    found = list(islice(_rows(text, delimiter, skipped), MOST_ROWS + 2))
    if not found:
        raise invalid("file-empty")
    return Grid(
        tuple(tuple(cells) for _, cells in found),
        tuple(n for n, _ in found),
        delimiter="," if delimiter == _ONE_COLUMN else delimiter,
        encoding=encoding,
    )


def table_of_grid(grid: Grid, choices: ImportChoices = NO_CHOICES) -> Table:
    """The rows under the row that names the columns, or all of them under letters. Errors: Refusal."""
    head = head_of(grid, choices.header)
    return _table(grid, head, grid.rows[head.rows_from :], grid.numbers[head.rows_from :])


def _table(grid: Grid, head: Head, found: Sequence[Sequence[str]], numbers: Sequence[int]) -> Table:
    names = grid.rows[head.at] if head.at is not None else ("",) * grid.width
    width = grid.width if head.at is None else max((n for n, name in enumerate(names, 1) if name), default=0)
    if width > MOST_COLUMNS:
        raise invalid("table-too-many-columns", most=MOST_COLUMNS, columns=width)
    for number_, cells in zip(numbers, found, strict=True):
        if len(cells) > width and any(cells[width:]):
            raise _too_long(number_, cells, names[:width])
    if not found:
        raise invalid("table-no-rows")
    if len(found) > MOST_ROWS:
        raise invalid("table-too-many-rows", most=MOST_ROWS)
    facts = Facts(
        kind=grid.kind,
        sheet=grid.sheet,
        sheets=grid.sheets,
        header=head.at is not None,
        exact=_is_ours(names),
        said=head.said,
        notes=head.notes,
    )
    rows = tuple(tuple((*cells, *("",) * width)[:width]) for cells in found)
    named = tuple(_different(tuple(names[:width]) + ("",) * (width - len(names))))
    return Table(named, rows, grid.delimiter, grid.encoding, tuple(numbers), facts)


def _is_ours(names: Sequence[str]) -> bool:
    """Whether a table has every column of our own export, which is read to the letter."""
    return any({header(target, language) for target in MAP_TARGETS} <= set(names) for language in LANGUAGES)


def _too_long(row: int, cells: Sequence[str], names: Sequence[str]) -> Refusal:
    if len(names) <= 1:
        title = shown(names[0] if names else "")
        return invalid("table-title-line", title=title, row=str(row), cells=len(cells))
    return invalid("table-row-too-long", row=str(row), cells=len(cells), columns=len(names))


def _rows(text: str, delimiter: str, skipped: int = 0) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, with their numbers."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    row = skipped
    try:
        for row, cells in enumerate(reader, skipped + 1):
            clean = [unprotect(cell.strip()).strip() for cell in cells]
            if any(clean):
                yield row, clean
    except csv.Error:
        raise invalid("table-quote", row=str(row + 1)) from None


def _delimiter(text: str) -> str:
    """The delimiter that cuts most rows into as many cells as the header has, and into most of them."""
    found = {delimiter: _sample(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: _fit(found[delimiter]))
    rows = found[best]
    if rows and len(rows[0]) > 1:
        return best
    widths = Counter(len(cells) for cells in rows[1:])
    usual, times = max(widths.items(), key=lambda pair: pair[1], default=(1, 0))
    return best if usual > 1 and times * 5 > len(rows) * 3 else _ONE_COLUMN


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """The first rows cut this way; a quotation mark that does not fit ends them."""
    rows: list[list[str]] = []
    with suppress(Refusal):
        rows.extend(cells for _, cells in islice(_rows(text, delimiter), _SNIFFED))
    return rows


def _fit(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    width = len(rows[0]) if rows else 0
    fitting = sum(1 < len(cells) <= width for cells in rows[1:])
    widest = max((len(cells) for cells in rows), default=0)
    return (fitting / max(1, len(rows) - 1), width if width > 1 else widest)


def _different(names: Iterable[str]) -> Iterator[str]:
    """Each name once: a second “Channel” is “Channel (2)”, a blank one goes by its letter."""
    taken: set[str] = set()
    for at, name in enumerate(names):
        base = name or letter(at)
        unique, times = base, 1
        while unique in taken:
            times += 1
            unique = f"{base} ({times})"
        taken.add(unique)
        yield unique
