"""A map at one revision: all its rows, in order, never changed in place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from journeymap.domain.model.rows import (
    TABLES,
    BackstageStep,
    Channel,
    Communication,
    Episode,
    GraphPlace,
    JourneyMap,
    MapKind,
    Moment,
    Need,
    Origin,
    PainPoint,
    Path,
    PathStep,
    Persona,
    Row,
    Touchpoint,
)

R = TypeVar("R", bound=Row)
Order = Mapping[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey map, as a value: a change makes another journey that shares what stayed.

    `tables` holds the rows by table and id, `order` the ids of siblings by table and parent, `private` the
    rows (table, id) that not everybody may see.
    """

    map_id: str
    revision: int = 0
    tables: Mapping[str, Mapping[str, Row]] = field(default_factory=lambda: {table: {} for table in TABLES})
    order: Mapping[str, Order] = field(default_factory=lambda: {table: {} for table in TABLES})
    private: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, map_id: str, revision: int, rows: Iterable[Row]) -> "Journey":
        """The journey made of these rows, which are taken as they are."""
        tables: dict[str, dict[str, Row]] = {table: {} for table in TABLES}
        order: dict[str, dict[str | None, tuple[str, ...]]] = {table: {} for table in TABLES}
        for row in rows:
            tables[row.table][row.id] = row
        for table, by_id in tables.items():
            siblings: dict[str | None, list[str]] = {}
            for row in sorted(by_id.values(), key=_place):
                siblings.setdefault(row.parent, []).append(row.id)
            order[table] = {parent: tuple(ids) for parent, ids in siblings.items()}
        private = frozenset((row.table, row.id) for by_id in tables.values() for row in by_id.values() if row.private)
        return cls(map_id, revision, tables, order, private)

    # Reading

    @property
    def header(self) -> JourneyMap:
        """The map's own row: title, kind, language, scope."""
        return cast("JourneyMap", self.tables["maps"][self.map_id])

    @property
    def title(self) -> str:
        """What the map is called."""
        return self.header.title

    @property
    def kind(self) -> MapKind:
        """As-is or to-be."""
        return self.header.kind

    @property
    def language(self) -> str:
        """The language the map is written in."""
        return self.header.language

    @property
    def persona(self) -> Persona | None:
        """Whose journey it is."""
        return next((cast("Persona", row) for row in self.tables["personas"].values()), None)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """All channels, in order."""
        return self._ordered(Channel, None)

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All episodes, in order."""
        return self._ordered(Episode, None)

    @property
    def paths(self) -> tuple[Path, ...]:
        """All paths, in order."""
        return self._ordered(Path, None)

    @property
    def places(self) -> tuple[GraphPlace, ...]:
        """Where people have put nodes of the graph."""
        return self._ordered(GraphPlace, None)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All micro-moments in the order of the journey: by episode, then within it."""
        return tuple(moment for episode in self.episodes for moment in self.moments_of(episode.id))

    def moments_of(self, episode_id: str) -> tuple[Moment, ...]:
        """An episode's micro-moments, in order."""
        return self._ordered(Moment, episode_id)

    def communications_of(self, episode_id: str) -> tuple[Communication, ...]:
        """An episode's communications, in order."""
        return self._ordered(Communication, episode_id)

    def touchpoints_of(self, moment_id: str) -> tuple[Touchpoint, ...]:
        """A moment's touchpoints, in order."""
        return self._ordered(Touchpoint, moment_id)

    def channels_of(self, moment_id: str) -> tuple[Channel, ...]:
        """The channels a moment happens in, in order."""
        return tuple(self.get(Channel, touchpoint.channel) for touchpoint in self.touchpoints_of(moment_id))

    def needs_of(self, moment_id: str) -> tuple[Need, ...]:
        """A moment's needs, in order."""
        return self._ordered(Need, moment_id)

    def pain_points_of(self, moment_id: str) -> tuple[PainPoint, ...]:
        """A moment's pain points, in order."""
        return self._ordered(PainPoint, moment_id)

    def backstage_of(self, moment_id: str) -> tuple[BackstageStep, ...]:
        """A moment's backstage steps, in order."""
        return self._ordered(BackstageStep, moment_id)

    def origins_of(self, moment_id: str) -> tuple[str, ...]:
        """The as-is moments this moment comes from: the one it was copied from, and those merged into it."""
        copied = self.get(Moment, moment_id).origin
        merged = (origin.as_is for origin in self._ordered(Origin, moment_id))
        return tuple(dict.fromkeys(as_is for as_is in (copied, *merged) if as_is))

    def steps_of(self, path_id: str) -> tuple[PathStep, ...]:
        """A path's steps, in order."""
        return self._ordered(PathStep, path_id)

    def targeted_of(self, moment: Moment) -> tuple[float | None, str]:
        """The emotion aimed at here: the moment's own, else its episode's (valence, label)."""
        if moment.targeted_valence is not None or moment.targeted_label:
            return moment.targeted_valence, moment.targeted_label
        episode = self.get(Episode, moment.parent or "")
        return episode.targeted_valence, episode.targeted_label

    def get(self, kind: type[R], row_id: str) -> R:
        """A row that is known to be there. Errors: KeyError where it is not."""
        return cast("R", self.tables[kind.table][row_id])

    def find(self, table: str, row_id: str) -> Row | None:
        """A row, or None where it is gone or the table is unknown."""
        return self.tables.get(table, {}).get(row_id)

    def table_of(self, row_id: str) -> str | None:
        """The table that holds this id: ids are unique in the whole map."""
        return next((table for table, rows in self.tables.items() if row_id in rows), None)

    def siblings(self, table: str, parent: str | None) -> tuple[str, ...]:
        """The ids of the rows under one parent, in order."""
        return self.order[table].get(parent, ())

    def before(self, row: Row) -> str | None:
        """The sibling right before this row: what `after` would be to put it here again."""
        ids = self.siblings(row.table, row.parent)
        at = ids.index(row.id)
        return ids[at - 1] if at else None

    def rows(self) -> Iterator[Row]:
        """Every row: parents before children, siblings in order."""
        for table in TABLES:
            for ids in self.order[table].values():
                for row_id in ids:
                    yield self.tables[table][row_id]

    def private_rows(self) -> Iterator[Row]:
        """The rows that not everybody may see, in no particular order."""
        return (self.tables[table][row_id] for table, row_id in self.private)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return len(self.tables[table])

    def count_shown(self, table: str) -> int:
        """How many of them everybody may see."""
        return self.count(table) - sum(name == table for name, _ in self.private)

    def __eq__(self, other: object) -> bool:
        """Equal where the rows are equal and the revision is the same."""
        if not isinstance(other, Journey):
            return NotImplemented
        return (self.map_id, self.revision) == (other.map_id, other.revision) and self.same_rows(other)

    __hash__ = None  # type: ignore[assignment]

    def same_rows(self, other: "Journey") -> bool:
        """Whether two journeys hold the same rows at the same places, whatever their revisions."""
        return self.tables == other.tables and all(
            {parent: ids for parent, ids in self.order[table].items() if ids}
            == {parent: ids for parent, ids in other.order[table].items() if ids}
            for table in TABLES
        )

    # Making the next journey; callers have checked that the rows fit

    def at_revision(self, revision: int) -> "Journey":
        """The same rows under another revision number."""
        return Journey(self.map_id, revision, self.tables, self.order, self.private)

    def with_row(self, row: Row) -> "Journey":
        """With this row added, or put in the place of the one with its id."""
        known = self.tables[row.table].get(row.id)
        rows = {**self.tables[row.table], row.id: row}
        order = self.order
        if known is None or _place(known) != _place(row) or known.parent != row.parent:
            siblings = dict(order[row.table])
            if known is not None:
                siblings[known.parent] = tuple(i for i in siblings[known.parent] if i != row.id)
            ids = siblings.get(row.parent, ())
            at = bisect_left(ids, _place(row), key=lambda i: _place(rows[i]))
            siblings[row.parent] = (*ids[:at], row.id, *ids[at:])
            order = {**order, row.table: siblings}
        private = self.private
        if row.private or (known is not None and known.private):
            private = private - {(row.table, row.id)} | ({(row.table, row.id)} if row.private else set())
        return Journey(self.map_id, self.revision, {**self.tables, row.table: rows}, order, private)

    def with_all(self, rows: Iterable[Row]) -> "Journey":
        """With these in the place of the rows that have their ids; their places stay."""
        tables: dict[str, Mapping[str, Row]] = dict(self.tables)
        private = set(self.private)
        by_table: dict[str, list[Row]] = {}
        for row in rows:
            by_table.setdefault(row.table, []).append(row)
        for table, changed in by_table.items():
            tables[table] = {**tables[table], **{row.id: row for row in changed}}
            private -= {(table, row.id) for row in changed}
            private |= {(table, row.id) for row in changed if row.private}
        return Journey(self.map_id, self.revision, tables, self.order, frozenset(private))

    def without(self, gone: Iterable[Row]) -> "Journey":
        """Without these rows."""
        tables, order = dict(self.tables), dict(self.order)
        by_table: dict[str, list[Row]] = {}
        for row in gone:
            by_table.setdefault(row.table, []).append(row)
        for table, rows in by_table.items():
            ids = {row.id for row in rows}
            tables[table] = {row_id: row for row_id, row in tables[table].items() if row_id not in ids}
            siblings = dict(order[table])
            for parent in {row.parent for row in rows}:
                siblings[parent] = tuple(i for i in siblings[parent] if i not in ids)
            order[table] = siblings
        private = self.private
        if private:
            private = private - {(row.table, row.id) for rows in by_table.values() for row in rows}
        return Journey(self.map_id, self.revision, tables, order, private)

    def _ordered(self, kind: type[R], parent: str | None) -> tuple[R, ...]:
        rows = self.tables[kind.table]
        return tuple(cast("R", rows[row_id]) for row_id in self.order[kind.table].get(parent, ()))


def _place(row: Row) -> tuple[str, str]:
    """Siblings stand by key; equal keys by id."""
    return row.key, row.id
