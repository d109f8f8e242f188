"""What became of what is not a moment: episodes, communications, backstage steps, channels and paths."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from journeymap.domain.analysis.comparison.lineage import Lineage, Links
from journeymap.domain.analysis.comparison.matches import Disposition, Since
from journeymap.domain.analysis.comparison.moves import out_of_order
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Row
from journeymap.domain.text.normalize import plain

FIELDS: Mapping[str, tuple[str, ...]] = {
    "episodes": ("title", "targeted_valence", "targeted_label"),
    "communications": ("text", "tone", "channel"),
    "backstage_steps": ("text", "team", "system"),
    "channels": ("name", "owned"),
    "paths": ("name", "kind", "share"),
}
"""The tables that are compared row by row, and by which of their fields; of a path its steps are, too."""

_PARENTS = {"communications": "episodes", "backstage_steps": "moments"}


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row: never a kept one. `changed`, `behind` and `since` as of a match of moments."""

    table: str
    disposition: Disposition
    before: Row | None
    after: Row | None
    changed: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    moved: bool = False
    since: Since | None = None


def row_changes(of: Lineage, base: Journey | None) -> tuple[RowChange, ...]:
    """All that changed, table by table, in the order of the as-is, what is new last."""
    return tuple(change for table in FIELDS for change in _of_table(of, base, table))


def _of_table(of: Lineage, base: Journey | None, table: str) -> Iterator[RowChange]:
    down, up = of.links(_in_order(of.younger, table))
    moved = _moved(of, table, down)
    for row in _in_order(of.as_is, table):
        heirs = [of.to_be.tables[table][heir] for heir in down.get(row.id, ())]
        if not heirs:
            came = base is not None and row.id not in base.tables[table]
            gone = not of.forward and _dangling(of, row)
            since = Since.CAME if came else Since.GONE if gone else None
            yield RowChange(table, Disposition.OPEN if since else Disposition.REMOVED, row, None, since=since)
        for heir in heirs:
            yield from _pair(of, base, row, heir, moved=row.id in moved)
    for row in _in_order(of.to_be, table):
        if row.id not in up:
            since = Since.GONE if of.forward and _dangling(of, row) else None
            yield RowChange(table, Disposition.OPEN if since else Disposition.NEW, None, row, since=since)


def _pair(of: Lineage, base: Journey | None, row: Row, heir: Row, *, moved: bool) -> Iterator[RowChange]:
    names = FIELDS[row.table]
    if "channel" in names:
        differing = [n for n in names if _value(of, of.as_is, row, n) != _value(of, of.to_be, heir, n)]
    else:
        differing = [n for n in names if getattr(row, n) != getattr(heir, n)]
    if row.table == "paths" and not same_steps(of, row.id, heir.id):
        differing.append("steps")
    if not differing and not moved:
        return
    then = base.find(row.table, row.id) if base is not None else None
    behind = [n for n in differing if n != "steps" and then is not None and getattr(then, n) != getattr(row, n)]
    mine = [
        n for n in differing if n not in behind or _value(of, of.as_is, then or row, n) != _value(of, of.to_be, heir, n)
    ]
    if mine or behind or moved:
        disposition = Disposition.CHANGED if mine else Disposition.MOVED if moved else Disposition.OPEN
        yield RowChange(row.table, disposition, row, heir, tuple(mine), tuple(behind), moved)


def _value(of: Lineage, side: Journey, row: Row, name: str) -> object:
    value = getattr(row, name)
    if name == "channel" and side is of.to_be and value is not None:
        return of.channels.get(value, f"+{value}")
    return value


def _dangling(of: Lineage, row: Row) -> bool:
    return not of.by_id and bool(of.sources(row))


def _in_order(journey: Journey, table: str) -> list[Row]:
    rows, order = journey.tables[table], journey.order[table]
    return [rows[i] for ids in order.values() for i in ids]


def _moved(of: Lineage, table: str, down: Links) -> frozenset[str]:
    pairs = [(row, heir) for row, heirs in down.items() for heir in heirs[:1]]
    if table == "episodes":
        orders = [[episode.id for episode in side.episodes] for side in (of.as_is, of.to_be)]
        return out_of_order(pairs, *orders)
    if table not in _PARENTS:
        return frozenset()
    homes = of.episodes[0] if _PARENTS[table] == "episodes" else of.moments[0]
    before, after = of.as_is.tables[table], of.to_be.tables[table]
    return frozenset(a for a, b in pairs if after[b].parent not in homes.get(before[a].parent or "", ()))


def same_steps(of: Lineage, path: str, heir: str) -> bool:
    """Whether a path goes the same way in both maps, moment by moment."""
    down = of.moments[0]
    came = [next(iter(down.get(step.moment, ())), f"-{step.moment}") for step in of.as_is.steps_of(path)]
    went = [step.moment for step in of.to_be.steps_of(heir)]
    return came == went or [one for one, _ in groupby(came)] == [one for one, _ in groupby(went)]


def spoken_episodes(changes: tuple[RowChange, ...]) -> frozenset[str]:
    """The to-be episodes in which a communication is new or another one, by more than case and punctuation."""
    found = (change.after for change in changes if change.table == "communications" and _says_otherwise(change))
    return frozenset(row.parent or "" for row in found if row is not None)


def _says_otherwise(change: RowChange) -> bool:
    if change.before is None or change.after is None:
        return change.disposition is Disposition.NEW
    reworded = plain(change.before.called) != plain(change.after.called)
    return reworded or bool({"tone", "channel"}.intersection(change.changed))
