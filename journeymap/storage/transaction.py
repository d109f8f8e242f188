"""One piece of work inside the writer's transaction."""

import sqlite3
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from journeymap.domain.changes.undo import Stacks
from journeymap.domain.model.field_rules import searched_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Workshop
from journeymap.domain.model.rows import Row
from journeymap.domain.text.errors import gone, invalid
from journeymap.storage import acts, picture_rows, queries, records, text_index, unmade
from journeymap.storage.audit_rows import AuditWriter
from journeymap.storage.backlog import Backlog
from journeymap.storage.earlier_link import EarlierLink
from journeymap.storage.journey_cache import Journeys, UnreadError
from journeymap.storage.people_writer import PeopleWriter
from journeymap.storage.session_rows import SessionWriter
from journeymap.storage.store import Committed, MapHead, MapPlace
from journeymap.storage.tables import kept
from journeymap.storage.tracker_rows import TrackerWriter
from journeymap.storage.validation_rows import ValidationWriter
from journeymap.storage.view_link_rows import ViewLinkWriter

T = TypeVar("T")
At = tuple[Journey, int]
"""A map, and how often it was changed by an erasure."""

Known = tuple[str, str]
"""What is known, and of which id."""


class SharedCommit:
    """What the pieces of work that share a commit have in common.

    `latest` holds the journeys as the pieces before left them, `known` what is known of people, workshops and maps, and
    `awaited` the maps that are being read, for which one waits behind those who do already:
    no other connection can write in between.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        journeys: Journeys,
        known: dict[Known, Any],
        awaited: Collection[str] = (),
    ) -> None:
        self.connection = connection
        self.journeys = journeys
        self.known = known
        self.awaited = awaited
        self.unread: set[str] = set()
        self.latest: dict[str, At] = {}
        self.pending = Backlog()
        self.fault: Exception | None = None

    def write(self) -> None:
        """Write what was appended so far; where it cannot be written, `fault` is why, and no piece's own."""
        try:
            self.pending.write(self.connection)
        except Exception as fault:
            self.fault = fault
            raise


class SqliteTransaction:
    """What a piece of work reads and writes. `changed` holds the journeys it appended to, `appended` what.

    What it appends is written with what the others of its group append. Whatever else it reads and writes goes to
    the database at once, behind a savepoint of its own, after all that was appended before.
    """

    def __init__(self, group: SharedCommit, *, at_once: bool = False) -> None:
        self._group = group
        self._at_once = at_once
        self._kept_apart = False
        self.pending = Backlog()
        self.changed: dict[str, At] = {}
        self.appended: list[Committed] = []

    @property
    def people(self) -> PeopleWriter:
        """Workshops and the people in them."""
        return PeopleWriter(self._connection)

    @property
    def sessions(self) -> SessionWriter:
        """Who is signed in on which device."""
        return SessionWriter(self._connection)

    @property
    def audit(self) -> AuditWriter:
        """What happened to people, keys and data."""
        return AuditWriter(self._connection)

    @property
    def view_links(self) -> ViewLinkWriter:
        """The links by which anybody reads a map."""
        return ViewLinkWriter(self._connection)

    @property
    def validation(self) -> ValidationWriter:
        """Where maps stand, and rounds of customers."""
        return ValidationWriter(self._connection)

    @property
    def trackers(self) -> TrackerWriter:
        """What stands in trackers of the stories of a map."""
        return TrackerWriter(self._connection)

    @property
    def _connection(self) -> sqlite3.Connection:
        """The database as this piece sees it, to be read and written directly."""
        group = self._group
        group.known.clear()
        group.write()
        if not self._kept_apart:
            group.connection.execute("SAVEPOINT piece")
            self._kept_apart = True
        self.pending.write(group.connection)
        return group.connection

    def keep(self, *, at_once: bool = False) -> None:
        """The work is done: what it did stays, if the group's commit succeeds. `at_once`: written now, by itself."""
        if at_once and self.pending.maps:
            self._connection.execute("SELECT 1")
        if self._kept_apart:
            self._group.connection.execute("RELEASE piece")
        self._group.pending.join(self.pending)
        self._group.latest.update(self.changed)

    def take_back(self) -> None:
        """The work failed: nothing of it stays."""
        if self._kept_apart:
            self._group.known.clear()
            self._group.connection.execute("ROLLBACK TO piece")
            self._group.connection.execute("RELEASE piece")

    def journey(self, map_id: str) -> Journey:
        """The map as it is now. Errors: Refusal `gone`."""
        return self._at(map_id)[0]

    def _at(self, map_id: str) -> At:
        latest = self._group.latest
        known = self.changed.get(map_id) or latest.get(map_id)
        if known is None:
            group = self._group
            if not self._at_once and (map_id in group.awaited or map_id in group.unread):
                raise UnreadError(map_id)
            known = group.journeys.current_at(group.connection, map_id, at_once=self._at_once)
            if known[0].revision:  # a map without rows may be one that is rolled back with this work
                latest[map_id] = known
        return known

    def place(self, map_id: str) -> MapPlace:
        """Where the map belongs, and whether it is archived. Errors: Refusal `gone`."""
        return self._remembered(("map", map_id), queries.place)

    def person(self, participant_id: str) -> Participant | None:
        """Somebody as they are now."""
        return self._remembered(("person", participant_id), _person)

    def workshop(self, workshop_id: str) -> Workshop | None:
        """A workshop as it is now."""
        return self._remembered(("workshop", workshop_id), _workshop)

    def _remembered(self, name: Known, find: Callable[[sqlite3.Connection, str], T]) -> T:
        known = self._group.known
        if name not in known:
            known[name] = find(self._group.connection, name[1])
        found: T = known[name]
        return found

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

    def begin_map(self, map_id: str, at: str) -> None:
        """A map that nobody sees until it is finished. Errors: Refusal `invalid` where its id is taken."""
        if self._known("SELECT 1 FROM maps WHERE id = ?", map_id):
            raise invalid("id-taken", id=map_id)
        asked = "INSERT INTO maps (id, created_at, changed_at, made) VALUES (?, ?, ?, 0)"
        self._connection.execute(asked, (map_id, at, at))

    def finish_map(self, head: MapHead) -> None:
        """The map that was begun is whole. Errors: Refusal `gone`, also where what it refers to is."""
        self.people.require_workshop(head.workshop_id)
        self._require_map(head.as_is_id)
        changed = self._connection.execute(
            "UPDATE maps SET workshop_id = ?, as_is_id = ?, sample = ?, created_at = ?, changed_at = ?, identity = ?,"
            " designed_from = ?, designed_from_title = ?, base_revision = ?, base_map_id = ?, made = 1"
            " WHERE id = ? AND made = 0",
            (
                head.workshop_id, head.as_is_id, head.sample, head.created_at, head.changed_at, head.identity or None,
                head.designed_from, head.designed_from_title or None, self._base(head), head.base_map_id, head.id,
            ),
        )  # fmt: skip
        if changed.rowcount == 0:
            raise gone("storage-no-such-map")

    def drop_unmade(self, map_id: str, most: int) -> bool:
        """Remove so many rows of a map that was begun and never finished. Returns whether there is more of it."""
        return unmade.drop(self._connection, map_id, most)

    def create_map(self, head: MapHead) -> None:
        """A map without rows, at revision 0. Errors: Refusal where its id is taken, or what it refers to is gone."""
        self.people.require_workshop(head.workshop_id)
        self._require_map(head.as_is_id)
        if self._known("SELECT 1 FROM maps WHERE id = ?", head.id):
            raise invalid("id-taken", id=head.id)
        self._connection.execute(
            "INSERT INTO maps (id, workshop_id, as_is_id, sample, created_at, changed_at, archived_at,"
            " identity, designed_from, designed_from_title, base_revision, base_map_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                head.id, head.workshop_id, head.as_is_id, head.sample, head.created_at, head.changed_at,
                head.archived_at, head.identity or None, head.designed_from, head.designed_from_title or None,
                self._base(head), head.base_map_id,
            ),
        )  # fmt: skip

    def append(self, journey: Journey, operations: Sequence[Operation]) -> None:
        """Write the operations to the log and their effects to the tables. Errors: RuntimeError for a hole."""
        if not operations:
            return
        map_id = journey.map_id
        before, erasures = self._at(map_id)
        numbers = [operation.revision for operation in operations]
        if numbers != list(range(before.revision + 1, journey.revision + 1)):
            raise RuntimeError(f"map {map_id} is at {before.revision}: {numbers} do not lead to {journey.revision}")
        self.pending.add(journey, operations)
        self.changed[map_id] = journey, erasures
        self.appended.append(Committed(map_id, tuple(operations)))

    def answered(self, map_id: str, client: str, op: str) -> int | None:
        """The last revision that this client's operation was accepted with, what it brought about included."""
        group = self._group
        waits = any(pending.has(map_id, client, op) for pending in (group.pending, self.pending))
        if not waits and group.connection.execute(_IS_THERE, (map_id, client, op)).fetchone() is None:
            return None
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
        found = self._last_set(map_id, (table, row_id, field), since)
        return None if found is None else found[0]

    def last_set_at(self, map_id: str, table: str, row_id: str, field: str, since: int) -> int:
        """With which revision it was last set after `since`; 0 where it was not."""
        found = self._last_set(map_id, (table, row_id, field), since)
        return 0 if found is None else found[1]

    def _last_set(self, map_id: str, name: tuple[str, str, str], since: int) -> tuple[str, int] | None:
        for pending in (self.pending, self._group.pending):
            if (found := pending.last_set(map_id, name, since)) is not None:
                return found
        return records.last_set(self._group.connection, map_id, name, since)

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

    def link(
        self, map_id: str, as_is_id: str | None, base: tuple[str | None, int | None] = (None, None), batch: str = ""
    ) -> None:
        """Say which map this one was designed from, or that it was from none; it waits for none any more."""
        self._require_map(as_is_id)
        base_map_id, base_revision = base
        link = EarlierLink(as_is_id=as_is_id, base_revision=base_revision, base_map_id=base_map_id)
        self._relink(map_id, link, batch)

    def link_back(self, map_id: str, batch: str = "") -> bool:
        """Linked as it was before it was linked otherwise, and the other way round; whether there was anything."""
        earlier = EarlierLink.before(queries.bare_head(self._connection, map_id))
        if earlier is None:
            return False
        there = {one for one in earlier.maps if self._known("SELECT 1 FROM maps WHERE id = ?", one)}
        self._relink(map_id, earlier.among(there), batch)
        return True

    def _relink(self, map_id: str, link: EarlierLink, batch: str) -> None:
        now = EarlierLink.of(queries.bare_head(self._connection, map_id), batch)
        how = (
            "UPDATE maps SET as_is_id = ?, base_revision = ?, base_map_id = ?, designed_from = ?,"
            " designed_from_title = NULL, earlier_link = ? WHERE id = ?"
        )
        said = (
            link.as_is_id, link.base_revision, link.base_map_id, link.designed_from, now.model_dump_json(), map_id,
        )  # fmt: skip
        self._connection.execute(how, said)

    def _base(self, head: MapHead) -> int | None:
        """The revision of the as-is that this map begins from: what it is now, unless the head says another."""
        if head.as_is_id is None or head.base_revision is not None:
            return head.base_revision
        return self._at(head.as_is_id)[0].revision

    def _require_map(self, map_id: str | None) -> None:
        if map_id is not None and not self._known("SELECT 1 FROM maps WHERE id = ?", map_id):
            raise gone("storage-no-such-map")

    def keep_picture(self, map_id: str, name: str, content: bytes, spare: Sequence[str] = ()) -> None:
        """Keep a picture of this map by its name, in the place of these."""
        picture_rows.keep(self._connection, map_id, name, content, spare)

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


_IS_THERE = "SELECT 1 FROM operations WHERE map_id = ? AND client = ? AND op = ?"


def _person(connection: sqlite3.Connection, participant_id: str) -> Participant | None:
    return PeopleWriter(connection).participant(participant_id)


def _workshop(connection: sqlite3.Connection, workshop_id: str) -> Workshop | None:
    return PeopleWriter(connection).workshop(workshop_id)
