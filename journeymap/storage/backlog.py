"""What was appended to maps and is not written yet: a group of pieces is written with one statement a table."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.storage import acts, records


class UnfitError(RuntimeError):
    """The database does not take what was appended: a rule that the domain should have kept."""


@dataclass(slots=True)
class _OfMap:
    """What is to be written of one map: the operations, and the map after them."""

    journey: Journey
    operations: list[Operation] = field(default_factory=list)
    _names: set[tuple[str, str]] = field(default_factory=set)
    _named: int = 0
    """So many of the operations are among the names."""

    def has(self, client: str, op: str) -> bool:
        """Whether this client's operation is among them."""
        self._names.update((one.client, one.op) for one in self.operations[self._named :])
        self._named = len(self.operations)
        return (client, op) in self._names


@dataclass(slots=True)
class Backlog:
    """Operations by map, in the order in which they were appended."""

    maps: dict[str, _OfMap] = field(default_factory=dict)

    def add(self, journey: Journey, operations: Sequence[Operation]) -> None:
        """Operations that led to this journey."""
        of_map = self.maps.get(journey.map_id)
        if of_map is None:
            of_map = self.maps[journey.map_id] = _OfMap(journey)
        of_map.journey = journey
        of_map.operations += operations

    def join(self, later: "Backlog") -> None:
        """What was appended after this."""
        for map_id, of_map in later.maps.items():
            if map_id in self.maps:
                self.add(of_map.journey, of_map.operations)
            else:
                self.maps[map_id] = of_map

    def has(self, map_id: str, client: str, op: str) -> bool:
        """Whether this client's operation is among them."""
        of_map = self.maps.get(map_id)
        return of_map is not None and of_map.has(client, op)

    def last_set(self, map_id: str, name: tuple[str, str, str], since: int) -> tuple[str, int] | None:
        """Who last set this field (its table, row and name) after this revision, and with which one."""
        of_map = self.maps.get(map_id)
        for one in reversed(of_map.operations if of_map is not None else ()):
            if one.revision <= since:
                break
            if one.do == "set" and (one.table, one.id, one.field) == name:
                return one.by, one.revision
        return None

    def write(self, connection: sqlite3.Connection) -> None:
        """Write it all. Errors: UnfitError."""
        maps, self.maps = self.maps, {}
        for map_id, of_map in maps.items():
            operations = of_map.operations
            try:
                connection.execute(_AT, (map_id, of_map.journey.revision, operations[-1].at))
                records.write_rows(connection, of_map.journey, operations)
                records.write_operations(connection, map_id, operations)
                acts.record(connection, map_id, operations)
            except sqlite3.IntegrityError as fault:
                numbers = f"{operations[0].revision} to {operations[-1].revision}"
                raise UnfitError(f"map {map_id}: operations {numbers} do not fit the database: {fault}") from fault


_AT = "UPDATE maps SET revision = ?2, changed_at = ?3 WHERE id = ?1"
