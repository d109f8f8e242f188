"""Episodes across and lanes down, the commonest template of all, as a table with a row for every micro-moment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeymap.exchange.cells import listed, unlisted
from journeymap.exchange.column_synonyms import contained, plain, target_of
from journeymap.exchange.file_position import Sentence
from journeymap.exchange.header_row import is_title, read_titles
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.questions import FEELINGS
from journeymap.exchange.sheet_grid import Grid, filled
from journeymap.exchange.table import Facts, RowUnit, Table

_REPEATED = frozenset({*FEELINGS, "felt_label", "targeted_label", "moment_targeted_label"})
"""What is said of a whole column is said of each of its micro-moments."""

MOMENT = "Micro-moment"
_LABELS = 3
"""The names of the lanes stand in one of the first columns."""


@dataclass(frozen=True, slots=True)
class _Lane:
    name: str
    target: str
    rows: list[int]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the names of the lanes stand, which rows name episodes, and which are lanes."""

    label: int
    heads: tuple[int, ...]
    lanes: tuple[_Lane, ...]
    above: int


def has_lanes(grid: Grid) -> bool:
    """Whether the rows of a sheet are lanes and its columns episodes."""
    return _shape(grid) is not None


def table_of_lanes(grid: Grid) -> Table | None:
    """The table of such a sheet; `numbers` count its columns. None where it is none."""
    shape = _shape(grid)
    if shape is None:
        return None
    names = _named(grid, shape)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for at, episode in _columns(grid, shape):
        for row in _moments(grid, shape, at):
            rows.append((episode, *row))
            numbers.append(at + 1)
    if not rows:
        return None
    said, notes = read_titles(grid, shape.above)
    targets = dict(zip(names[1:], (lane.target for lane in shape.lanes), strict=True))
    targets = {name: target for name, target in targets.items() if target and target not in _REPEATED}
    if "moment" not in targets.values():  # nobody does anything in it: each episode is one micro-moment
        names = (*names, _different(MOMENT, names))
        rows = [(*row, row[0]) for row in rows]
        targets[names[-1]] = "moment"
        notes = (*notes, Sentence("exchange-note-no-actions"))
    if any(_is_frontstage(name) for name in names):
        notes = (*notes, Sentence("exchange-note-frontstage"))
    facts = Facts(
        kind=grid.kind,
        layout=Layout.LANES,
        layouts=(Layout.LANES, Layout.ROWS),
        sheet=grid.sheet,
        sheets=grid.sheets,
        counted=RowUnit.COLUMN,
        said=said,
        targets=_once({names[0]: "episode", **targets}),
        notes=notes,
    )
    return Table(names, tuple(rows), grid.delimiter, grid.encoding, tuple(numbers), facts)


def _shape(grid: Grid) -> _Shape | None:
    for label in range(min(_LABELS, grid.width)):
        named = [(n, target) for n, row in enumerate(grid.rows) if (target := _target(_cell(row, label)))]
        lanes = [n for n, target in named if target != "episode"]
        if len({target for n, target in named if n in lanes}) > 1 and len(lanes) > 1:
            return _shape_at(grid, label, lanes)
    return None


def _shape_at(grid: Grid, label: int, named: Sequence[int]) -> _Shape | None:
    first = named[0]
    heads = tuple(n for n in range(first) if _is_head(grid.rows[n], label))
    across = max((filled(grid.rows[n][label + 1 :]) for n in heads), default=0)
    known = sum(1 for cell in grid.rows[0] if cell and target_of(cell))
    if not heads or (known > 2 and 0 not in heads) or known > max(1, across // 2 + 1):
        return None
    lanes: list[_Lane] = []
    for n in range(first, len(grid.rows)):
        name = _cell(grid.rows[n], label)
        if name and any(lane.name == name for lane in lanes):
            next(lane for lane in lanes if lane.name == name).rows.append(n)
        elif name or not lanes:
            lanes.append(_Lane(name, _target(name) or "", [n]))
        else:
            lanes[-1].rows.append(n)  # a lane of several rows, whose name is merged
    if len(heads) > 1 and not any(lane.target == "moment" for lane in lanes):
        lanes.insert(0, _Lane(_cell(grid.rows[heads[-1]], label) or "Step", "moment", [heads[-1]]))
        heads = heads[:-1]
    return _Shape(label, heads, tuple(lanes), heads[0])


def _is_head(row: Sequence[str], label: int) -> bool:
    return filled(row[label + 1 :]) > 1 and not is_title(row)


def _target(name: str) -> str | None:
    found = target_of(name) or (contained(name) if name and len(name.split()) < 6 else None)
    return found or ("moment" if plain(name) in _CUSTOMER else None)


_CUSTOMER = ("customer", "user", "klant", "gebruiker", "customer journey", "user journey", "klantreis", "steps taken")


def _columns(grid: Grid, shape: _Shape) -> Iterator[tuple[int, str]]:
    """Each column that says something, and its episode: a name goes on to the right as far as the next."""
    above = [""] * len(shape.heads)
    for at in range(shape.label + 1, grid.width):
        for n, head in enumerate(shape.heads):
            if name := _cell(grid.rows[head], at):
                above[n : n + 1] = [name]
                above[n + 1 :] = [""] * (len(above) - n - 1)
        texts = [_cell(grid.rows[n], at) for lane in shape.lanes for n in lane.rows]
        if any(texts) or any(_cell(grid.rows[head], at) for head in shape.heads):
            yield at, ": ".join(filter(None, above))


def _moments(grid: Grid, shape: _Shape, at: int) -> Iterator[tuple[str, ...]]:
    """The rows of one column: one for each micro-moment, with what stands in step with it."""
    cells = ["\n".join(filter(None, (_cell(grid.rows[n], at) for n in lane.rows))) for lane in shape.lanes]
    moment = next((n for n, lane in enumerate(shape.lanes) if lane.target == "moment"), None)
    count = len(_values(cells[moment])) if moment is not None else 1
    if count < 2:
        yield tuple(unlisted(cell) if n == moment else cell for n, cell in enumerate(cells))
        return
    parts = [_values(cell) for cell in cells]
    for n in range(count):
        yield tuple(
            found[n] if len(found) == count else cell if n == 0 or lane.target in _REPEATED else ""
            for cell, found, lane in zip(cells, parts, shape.lanes, strict=True)
        )


def _values(cell: str) -> list[str]:
    """The values of a cell: the items of its list, or its lines, or what stands between semicolons."""
    lines = listed(cell) or [line.strip() for line in re.split(r"\r?\n|(?<!\\);", cell)]
    return [bare for line in lines if (bare := unlisted(line.strip()))]


def _named(grid: Grid, shape: _Shape) -> tuple[str, ...]:
    """The names of the columns of the table, each different."""
    corner = _cell(grid.rows[shape.heads[0]], shape.label)
    names = [corner if _target(corner) == "episode" else "Episode"]
    for lane in shape.lanes:
        name, times = lane.name or "?", 1
        while name in names:
            times += 1
            name = f"{lane.name} ({times})"
        names.append(name)
    return tuple(names)


def _different(name: str, names: Sequence[str]) -> str:
    while name in names:
        name += " "
    return name


def _once(targets: dict[str, str]) -> dict[str, str]:
    """Micro-moments stand in one column: of several such lanes the first."""
    moments = [name for name, target in targets.items() if target == "moment"]
    return {name: target for name, target in targets.items() if target != "moment" or name == moments[0]}


def _is_frontstage(name: str) -> bool:
    return "front" in plain(name)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def without_lanes(table: Table) -> Table:
    """The same sheet read as rows, which may be lanes after all."""
    return replace(table, facts=replace(table.facts, layouts=(Layout.ROWS, Layout.LANES)))
