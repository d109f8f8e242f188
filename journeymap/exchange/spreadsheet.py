"""Spreadsheets that people have: any delimiter and encoding, as a header and rows, or a sentence why not."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.cells import number, unprotect, yes_or_no
from journeymap.exchange.column_synonyms import target_of
from journeymap.exchange.file_position import shown
from journeymap.exchange.text_file import decode

MOST_COLUMNS = 200
DELIMITERS = (",", ";", "\t")
_ONE_COLUMN = "\x1f"
_SNIFFED = 200
_LONG_NAME = 80


@dataclass(frozen=True, slots=True)
class Table:
    """A spreadsheet as text: names of columns, each different, and rows of as many cells.

    `numbers` are the rows' own in the spreadsheet, where the header usually is row 1; blank rows are left out.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    encoding: str
    numbers: tuple[int, ...] = ()

    @property
    def length(self) -> int:
        """How many characters stand in its cells."""
        return sum(len(cell) for row in self.rows for cell in row)

    def column(self, name: str) -> tuple[str, ...]:
        """The cells of one column."""
        at = self.header.index(name)
        return tuple(row[at] for row in self.rows)


def read_table(data: bytes, filename: str) -> Table:
    """The table in a CSV file with commas, semicolons or tabs. Errors: Refusal with a sentence for each way to fail."""
    text, encoding = decode(data, filename)
    text = text.removeprefix("\ufeff")
    skipped = 0
    delimiter = None
    if named := re.match(r'"?sep=([,;\t])"?\r?\n', text):
        delimiter, text, skipped = named[1], text[named.end() :], 1
    delimiter = delimiter or _delimiter(text)
    rows = _rows(text, delimiter, skipped)
    first = next(rows, None)
    if first is None:
        raise invalid("file-empty")
    found = list(islice(rows, limits.ROWS["moments"] + 1))
    if len(found) > limits.ROWS["moments"]:
        raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
    return _table(first[1], found, delimiter, encoding)


def _table(names: Sequence[str], found: Sequence[tuple[int, list[str]]], delimiter: str, encoding: str) -> Table:
    width = max((n for n, name in enumerate(names, 1) if name), default=0)
    if width > MOST_COLUMNS:
        raise invalid("table-too-many-columns", most=MOST_COLUMNS, columns=width)
    for number_, cells in found:
        if len(cells) > width and any(cells[width:]):
            raise _too_long(number_, cells, names[:width])
    rows = tuple(tuple((cells + [""] * width)[:width]) for _, cells in found)
    _check_header(names[:width], rows)
    if not rows:
        raise invalid("table-no-rows")
    header = tuple(_different(names[:width]))
    return Table(header, rows, "," if delimiter == _ONE_COLUMN else delimiter, encoding, tuple(n for n, _ in found))


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


# The header


def _check_header(names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Refuse a first row that is data. One column name that we know settles that it is none."""
    if any(target_of(name) for name in names):
        return
    twice = len({name.casefold() for name in names}) < len(names)
    if twice or not all(names) or any(map(_is_data, names)) or _returns(names, rows):
        raise invalid("table-no-header", cells=", ".join(f"“{shown(name)}”" for name in names[:4] if name))


def _is_data(name: str) -> bool:
    return number(name) is not None or yes_or_no(name) is not None or len(name) > _LONG_NAME


def _returns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a name is also a value of its own column."""
    return any(row[at].casefold() == name.casefold() for row in rows for at, name in enumerate(names))


def _different(names: Iterable[str]) -> Iterator[str]:
    """Each name once: a second “Channel” is “Channel (2)”, a blank one goes by its letter."""
    taken: set[str] = set()
    for at, name in enumerate(names):
        base = name or _letter(at)
        unique, times = base, 1
        while unique in taken:
            times += 1
            unique = f"{base} ({times})"
        taken.add(unique)
        yield unique


def _letter(at: int) -> str:
    """What a spreadsheet calls its columns: A, B, …, Z, AA."""
    return ("" if at < 26 else _letter(at // 26 - 1)) + chr(ord("A") + at % 26)
