"""One piece of work inside the writer's transaction."""

import sqlite3
from collections.abc import Sequence

from journeymap.domain.changes.undo import Stacks
from journeymap.domain.model.field_rules import searched_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import Row
from journeymap.domain.text.errors import gone, invalid
from journeymap.storage import acts, queries, records, text_index
from journeymap.storage.journey_cache import Journeys
from journeymap.storage.people_writer import PeopleWriter
from journeymap.storage.store import Committed, MapHead
from journeymap.storage.tables import kept

At = tuple[Journey, int]
"""A map, and how often it was changed by an erasure."""


class SqliteTransaction:
    """What a piece of work reads and writes. `changed` holds the journeys it appended to, `appended` what.

    `latest` holds the journeys as the works before it in the same group left them: no other connection
    can write in between.
    """

    def __init__(self, connection: sqlite3.Connection, journeys: Journeys, latest: dict[str, At]) -> None:
        self._connection = connection
        self.people = PeopleWriter(connection)
        self._journeys = journeys
        self._latest = latest
        self.changed: dict[str, At] = {}
        self.appended: list[Committed] = []

    def journey(self, map_id: str) -> Journey:
        """The map as it is now. Errors: Refusal `gone`."""
        return self._at(map_id)[0]

    def _at(self, map_id: str) -> At:
        known = self.changed.get(map_id) or self._latest.get(map_id)
        if known is None:
            known = self._journeys.current_at(self._connection, map_id)
            if known[0].revision:  # a map without rows may be one that is rolled back with this work
                self._latest[map_id] = known
        return known

    def erasures(self, map_id: str) -> int:
        """How often the map was changed by an erasure. Errors: Refusal `gone`."""
        return self._at(map_id)[1]

    def reword(self, map_id: str, rows: Sequence[Row], operations: Sequence[Operation]) -> None:
        """Say rows and operations that are there otherwise; no revision, but everybody who keeps the map finds out."""
        journey, erasures = self._at(map_id)
        for row in rows:
            how = kept(row.table)
            self._connection.execute(how.upsert, how.cells(map_id, row))
        text_index.put(self._connection, map_id, [(row.table, row.id) for row in rows if searched_fields(row.table)])
        records.reword(self._connection, map_id, operations)
        self._connection.execute("UPDATE maps SET erasures = erasures + 1 WHERE id = ?", (map_id,))
        self.changed[map_id] = journey.with_all(rows), erasures + 1

    def logged(self, map_id: str, revisions: Sequence[int]) -> Sequence[Operation]:
        """These operations of the log."""
        return records.at_revisions(self._connection, map_id, revisions)

    def head(self, map_id: str) -> MapHead:
        """What is known about the map itself. Errors: Refusal `gone`."""
        head, journey = queries.bare_head(self._connection, map_id), self.journey(map_id)
        return head.model_copy(
            update={
                "persona": journey.persona.name if journey.persona else "",
                **{table: journey.count_shown(table) for table in ("episodes", "moments", "touchpoints")},
            }
        )

    def create_map(self, head: MapHead) -> None:
        """A map without rows, at revision 0. Errors: Refusal where its id is taken, or what it refers to is gone."""
        self.people.require_workshop(head.workshop_id)
        self._require_map(head.as_is_id)
        if self._known("SELECT 1 FROM maps WHERE id = ?", head.id):
            raise invalid("id-taken", id=head.id)
        self._connection.execute(
            "INSERT INTO maps (id, workshop_id, as_is_id, sample, created_at, changed_at, archived_at,"
            " identity, designed_from, designed_from_title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                head.id, head.workshop_id, head.as_is_id, head.sample, head.created_at, head.changed_at,
                head.archived_at, head.identity or None, head.designed_from, head.designed_from_title or None,
            ),
        )  # fmt: skip

    def append(self, journey: Journey, operations: Sequence[Operation]) -> None:
        """Write the operations to the log and their effects to the tables. Errors: RuntimeError for a hole."""
        if not operations:
            return
        map_id = journey.map_id
        erasures = self.erasures(map_id)
        found = self._connection.execute(
            "UPDATE maps SET revision = revision + ?, changed_at = ? WHERE id = ? RETURNING revision",
            (len(operations), operations[-1].at, map_id),
        ).fetchall()
        if not found:
            raise gone("storage-no-such-map")
        revision: int = found[0][0]
        numbers = [operation.revision for operation in operations]
        if journey.revision != revision or numbers != list(range(revision - len(numbers) + 1, revision + 1)):
            raise RuntimeError(f"map {map_id} is at {revision - len(numbers)}: {numbers} do not lead to {revision}")
        try:
            records.write_rows(self._connection, journey, operations)
            records.write_operations(self._connection, map_id, operations)
            for first in {operation.batch: operation for operation in reversed(operations)}.values():
                acts.record(self._connection, map_id, first)
        except sqlite3.IntegrityError as fault:
            raise RuntimeError(f"map {map_id}: operations {numbers} do not fit the database: {fault}") from fault
        self.changed[map_id] = journey, erasures
        self.appended.append(Committed(map_id, tuple(operations)))

    def answered(self, map_id: str, client: str, op: str) -> int | None:
        """The last revision that this client's operation was accepted with, what it brought about included."""
        found = self._connection.execute(
            "SELECT max(whole.revision) FROM operations AS first"
            " JOIN operations AS whole ON whole.map_id = first.map_id AND whole.batch = first.batch"
            " AND (whole.op = first.op OR substr(whole.op, 1, length(first.op) + 1) = first.op || '~')"
            " WHERE first.map_id = ? AND first.client = ? AND first.op = ?",
            (map_id, client, op),
        ).fetchone()
        revision: int | None = found[0]
        return revision

    def batch(self, map_id: str, batch: str) -> Sequence[Operation]:
        """The operations of one batch, in order."""
        return records.batch(self._connection, map_id, batch)

    def stacks(self, map_id: str, by: str) -> Stacks:
        """What this person can undo and redo on this map."""
        return acts.stacks(self._connection, map_id, by)

    def is_long(self, map_id: str, batch: str, most: int) -> bool:
        """Whether a batch has more than so many operations, or took more than so many rows along."""
        (n, rows) = self._connection.execute(
            "SELECT count(*), sum(coalesce(json_array_length(removed_rows), 0)) FROM (SELECT removed_rows"
            " FROM operations WHERE map_id = ? AND batch = ? LIMIT ?)",
            (map_id, batch, most + 1),
        ).fetchone()
        return int(n) > most or int(rows or 0) > most

    def last_set(self, map_id: str, table: str, row_id: str, field: str, since: int) -> str | None:
        """Who last set this field after revision `since`."""
        found = records.last_set(self._connection, map_id, (table, row_id, field), since)
        return None if found is None else found[0]

    def last_set_at(self, map_id: str, table: str, row_id: str, field: str, since: int) -> int:
        """With which revision it was last set after `since`; 0 where it was not."""
        found = records.last_set(self._connection, map_id, (table, row_id, field), since)
        return 0 if found is None else found[1]

    def archive(self, map_id: str, at: str | None) -> None:
        """Set or clear when the map was archived. Errors: Refusal `gone`."""
        self._change("UPDATE maps SET archived_at = ? WHERE id = ?", at, map_id)

    def assign(self, map_id: str, workshop_id: str | None) -> None:
        """Give the map to a workshop. Errors: Refusal `gone`."""
        self.people.require_workshop(workshop_id)
        self._change("UPDATE maps SET workshop_id = ? WHERE id = ?", workshop_id, map_id)

    def identified(self, identity: str) -> Sequence[MapHead]:
        """The maps known by this identity, archived or not, the oldest first."""
        return queries.identified(self._connection, identity)

    def waiting_for(self, identity: str) -> Sequence[MapHead]:
        """The maps that were designed from the map of this identity and have no as-is here."""
        return queries.waiting_for(self._connection, identity)

    def link(self, map_id: str, as_is_id: str | None) -> None:
        """Say which map this one was designed from, or that it was from none; it waits for none any more."""
        self._require_map(as_is_id)
        how = "UPDATE maps SET as_is_id = ?, designed_from = NULL, designed_from_title = NULL WHERE id = ?"
        self._change(how, as_is_id, map_id)

    def _require_map(self, map_id: str | None) -> None:
        if map_id is not None and not self._known("SELECT 1 FROM maps WHERE id = ?", map_id):
            raise gone("storage-no-such-map")

    def note(self, name: str, value: str) -> None:
        """Remember something about this installation."""
        self._connection.execute(
            "INSERT INTO installation_notes (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def noted(self, name: str) -> str | None:
        """What was remembered under this name."""
        return queries.noted(self._connection, name)

    def _known(self, asked: str, value: str) -> bool:
        return self._connection.execute(asked, (value,)).fetchone() is not None

    def _change(self, statement: str, value: str | None, map_id: str) -> None:
        if self._connection.execute(statement, (value, map_id)).rowcount == 0:
            raise gone("storage-no-such-map")
