"""Which row of a sheet names its columns, and what the lines above it say of the map."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.exchange.cells import number, yes_or_no
from journeymap.exchange.column_synonyms import contained, plain, target_of
from journeymap.exchange.file_position import Sentence, shown
from journeymap.exchange.sheet_grid import Grid, filled

_LONG_NAME = 80
_SEARCHED = 12
"""Nobody has more lines than these above the names of the columns."""

_SAID = {
    "persona": ("persona", "persona name", "customer", "user", "who", "for whom", "klant", "wie", "voor wie", "actor"),
    "title": (
        "title",
        "journey",
        "map",
        "journey map",
        "customer journey",
        "name",
        "titel",
        "reis",
        "klantreis",
        "kaart",
    ),
}
_KEYS = {name: key for key, names in _SAID.items() for name in names}


@dataclass(frozen=True, slots=True)
class Head:
    """The row that names the columns, counted from nought; None where there is none. `said`: by the lines above."""

    at: int | None
    said: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()

    @property
    def rows_from(self) -> int:
        """Where the rows of the table begin."""
        return 0 if self.at is None else self.at + 1


def head_of(grid: Grid, wanted: bool | None = None) -> Head:
    """Where the names of the columns stand. `wanted`: what somebody said of the first row."""
    at = _found(grid)
    if wanted is False:
        return Head(None)
    if at is None:
        if wanted is None and looks_like_data(grid.rows[0], grid.rows[1:]):
            return Head(None, notes=(Sentence("exchange-note-no-header", {"cell": shown(_first(grid.rows[0]))}),))
        at = 0
    said, notes = read_titles(grid, at)
    return Head(at, said, notes)


def read_titles(grid: Grid, before: int) -> tuple[Mapping[str, str], tuple[Sentence, ...]]:
    """What the lines above a row say of the map, and which of them say something else and are left out."""
    said: dict[str, str] = {}
    left: list[Sentence] = []
    for n, row in zip(grid.numbers[:before], grid.rows[:before], strict=True):
        told = dict(_told(row))
        if not told and filled(row) == 1 and "title" not in said and not _first(row).endswith(":"):
            told = {"title": _first(row)}
        said = {**told, **said}
        if not told:
            left.append(
                Sentence("exchange-note-line-above", {"row": str(n), "text": shown(" ".join(filter(None, row)))})
            )
    return said, tuple(left)


def is_title(row: Sequence[str]) -> bool:
    """Whether a line says something of the whole map, such as “Persona: Family”."""
    return any(True for _ in _told(row))


def looks_like_data(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row is data. One column name that we know settles that it is none."""
    width = max((n for n, name in enumerate(names, 1) if name), default=0)
    names = names[:width]
    if any(target_of(name) for name in names):
        return False
    if max([width, *(filled(row) for row in rows)]) == 1:
        return not (contained(names[0]) and len(names[0].split()) <= 3)
    twice = len({name.casefold() for name in names}) < len(names)
    return twice or not all(names) or any(map(_is_data, names)) or _returns(names, rows)


def _found(grid: Grid) -> int | None:
    """The first row with names that we know, where all above it are titles."""
    for at, row in enumerate(grid.rows[:_SEARCHED]):
        known = len({target for cell in row if cell and (target := target_of(cell))})
        if known and (at == 0 or (known > 1 and len(grid.rows) > at + 1)) and not _told_only(row):
            return at
        if at == 0 and _is_name_of_one(grid):
            return 1
        if not (filled(row) <= 2 and (is_title(row) or filled(row) < _widest(grid, at))):
            return None
    return None


def _is_name_of_one(grid: Grid) -> bool:
    """Whether a title stands above one column with a name that we know."""
    rows = grid.rows[:3]
    return len(rows) == 3 and is_title(rows[0]) and filled(rows[1]) == 1 and target_of(_first(rows[1])) is not None


def _widest(grid: Grid, after: int) -> int:
    return max((filled(row) for row in grid.rows[after + 1 : _SEARCHED + 1]), default=0)


def _told_only(row: Sequence[str]) -> bool:
    return filled(row) <= 2 and is_title(row)


def _told(row: Sequence[str]) -> Iterator[tuple[str, str]]:
    cells = [cell for cell in row if cell]
    if len(cells) == 2 and cells[0].endswith((":", "：")) and (key := _KEYS.get(plain(cells[0]))):  # noqa: RUF001
        yield key, cells[1]
    elif len(cells) == 1:
        found = re.match(r"([^:：]{2,20})[:：]\s*(\S.*)", cells[0], re.DOTALL)  # noqa: RUF001
        key = _KEYS.get(plain(found[1])) if found else None
        if found and key:
            yield key, found[2]


def _first(row: Sequence[str]) -> str:
    return next((cell for cell in row if cell), "")


def _is_data(name: str) -> bool:
    return number(name) is not None or yes_or_no(name) is not None or len(name) > _LONG_NAME


def _returns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a name is also a value of its own column."""
    return any(at < len(row) and row[at].casefold() == name.casefold() for row in rows for at, name in enumerate(names))
