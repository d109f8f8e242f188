"""The SQLite store: one file, one writer, readers of their own."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.changes.apply import replay
from journeymap.domain.changes.undo import Stacks
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Workshop
from journeymap.domain.text.errors import gone
from journeymap.storage import (
    acts,
    backup_copy,
    database_file,
    full_text,
    picture_rows,
    queries,
    records,
    silhouette_rows,
    unmade,
)
from journeymap.storage.audit_rows import AuditReader
from journeymap.storage.compaction import UNTIDY, Tidier, new_note, untidy
from journeymap.storage.deletion import Deleter, remove_some
from journeymap.storage.journey_cache import Journeys
from journeymap.storage.people_contract import PeopleReads, PeopleWrites
from journeymap.storage.people_reader import PeopleReader
from journeymap.storage.readers import Readers
from journeymap.storage.session_contract import SessionReads
from journeymap.storage.session_rows import SessionReader
from journeymap.storage.store import Handover, Hit, Listener, MapHead, State, Transaction
from journeymap.storage.text_index import Gatherer, behind
from journeymap.storage.tracker_rows import TrackerReader
from journeymap.storage.validation_rows import ValidationReader
from journeymap.storage.view_link_rows import ViewLinkReader
from journeymap.storage.writer import Writer

T = TypeVar("T")


def open_store(path: Path, *, upkeep: bool = True) -> "SqliteStore":
    """The store in this file, which is made where there is none, and brought up to date where it is older.

    Without `upkeep`, what waits to be tidied or gathered for searching is left to the process that works beside this.
    Errors: Refusal `unavailable` where the file cannot be used; what it holds is left as it was.
    """
    path = Path(path).expanduser().resolve()
    writer = Writer(database_file.prepared(path), path, journeys := Journeys())
    return SqliteStore(path, writer, journeys, upkeep=upkeep)


class SqliteStore:
    """A Store in one SQLite file; see the contract for what each of these promises."""

    def __init__(self, path: Path, writer: Writer, journeys: Journeys, *, upkeep: bool = True) -> None:
        self.path = path
        self._writer = writer
        self._journeys = journeys
        self._readers = Readers(path, database_file.reading)
        writer.read = self.journey
        self.people: PeopleReads = PeopleReader(self._readers.reading)
        self.sessions: SessionReads = SessionReader(self._readers.reading)
        self.audit = AuditReader(self._readers.reading)
        self.view_links = ViewLinkReader(self._readers.reading)
        self.validation = ValidationReader(self._readers.reading)
        self.trackers = TrackerReader(self._readers.reading)
        self._tidier = Tidier(path, writer.alone, remove_some)
        self._deleter = Deleter(writer.alone, journeys, self._tidier.later)
        self._gatherer = Gatherer(self._readers, writer.alone)
        writer.watch(lambda _: self._gatherer.later())
        with self._readers.reading() as connection:
            left, unfound = untidy(connection), behind(connection)
        if left and upkeep:
            self._tidier.later()
        if unfound and upkeep:
            self._gatherer.later()

    def check(self) -> None:
        """Whether what is written now would be kept. Errors: Refusal."""
        self._writer.check()

    def write(self, work: Callable[[Transaction], T | Handover]) -> "Future[T]":
        """Queue a piece of work; the future is done after the commit."""
        return self._writer.submit(work)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener what each commit did to maps; answers how to stop."""
        return self._writer.watch(listener)

    def revisions(self, map_ids: Iterable[str]) -> dict[str, int]:
        """The revisions of these maps, whoever wrote them."""
        return {map_id: state.revision for map_id, state in self.states(map_ids).items()}

    def states(self, map_ids: Iterable[str]) -> dict[str, State]:
        """Where these maps are, whoever wrote them."""
        with self._readers.reading() as connection:
            return queries.states(connection, map_ids)

    def heads(self, *, search: str = "", archived: bool = False, workshop_id: str | None = None) -> Sequence[MapHead]:
        """Maps, the last changed first."""
        if search.strip():
            self._gatherer.now()
        with self._readers.reading() as connection:
            among = full_text.maps_with(connection, search)
            return queries.heads(connection, archived, workshop_id, among)

    def head(self, map_id: str) -> MapHead:
        """One map's head. Errors: Refusal `gone`."""
        with self._readers.reading() as connection:
            return queries.head(connection, map_id)

    def abandoned(self, before: str) -> Sequence[str]:
        """The maps that were begun before this time and never finished."""
        with self._readers.reading() as connection:
            return unmade.abandoned(connection, before)

    def identified(self, identity: str) -> Sequence[MapHead]:
        """The maps known by this identity, archived or not, the oldest first."""
        with self._readers.reading() as connection:
            return queries.identified(connection, identity)

    def journey(self, map_id: str) -> Journey:
        """The map as it is now. Errors: Refusal `gone`."""
        with self._readers.reading() as connection:
            return self._journeys.current(connection, map_id)

    def picture(self, map_id: str, name: str) -> bytes | None:
        """The bytes of a picture of this map."""
        with self._readers.reading() as connection:
            return picture_rows.content(connection, map_id, name)

    def pictures(self, map_id: str, by: str) -> tuple[Sequence[str], Sequence[str]]:
        """All pictures of this map, and those that only this person, or nobody, can bring back."""
        with self._readers.reading() as connection:
            found, needed = picture_rows.names(connection, map_id), picture_rows.needed(connection, map_id, by)
            return found, [name for name in found if name not in needed]

    def has_picture(self, name: str, content: bytes) -> bool:
        """Whether some map has this very picture."""
        with self._readers.reading() as connection:
            return picture_rows.is_kept(connection, name, content)

    def silhouettes(self, map_ids: Iterable[str]) -> dict[str, Silhouette]:
        """The outlines of these maps, of what everybody may see."""
        with self._readers.reading() as connection:
            return silhouette_rows.silhouettes(connection, map_ids)

    def journey_at(self, map_id: str, revision: int) -> Journey:
        """The map as it was after this revision, played from its log. Errors: Refusal `gone`."""
        with self._readers.reading() as connection:
            latest = queries.head(connection, map_id).revision
            if not 0 <= revision <= latest:
                raise gone("storage-no-such-revision", revision=revision, latest=latest)
            return replay(map_id, records.operations(connection, map_id, 0, to=revision))

    def operations(self, map_id: str, *, since: int = 0, most: int | None = None) -> Sequence[Operation]:
        """The log after `since`, in order."""
        with self._readers.reading() as connection:
            return records.operations(connection, map_id, since, most)

    def batch(self, map_id: str, batch: str) -> Sequence[Operation]:
        """The operations of one batch, in order."""
        with self._readers.reading() as connection:
            return records.batch(connection, map_id, batch)

    def latest(self, map_id: str, *, before: int | None = None, most: int = 100) -> Sequence[Operation]:
        """The log backwards, the newest first."""
        with self._readers.reading() as connection:
            return records.latest(connection, map_id, before, most)

    def stacks(self, map_id: str, by: str) -> Stacks:
        """What this person can undo and redo on this map."""
        with self._readers.reading() as connection:
            return acts.stacks(connection, map_id, by)

    def authors(self, map_id: str) -> set[str]:
        """Who has changed this map, by id."""
        with self._readers.reading() as connection:
            return acts.authors(connection, map_id)

    def latest_at(self) -> str:
        """When a map was last changed, by the clock that wrote it."""
        with self._readers.reading() as connection:
            (found,) = connection.execute("SELECT coalesce(max(changed_at), '') FROM maps").fetchone()
            return str(found)

    def search(self, text: str, *, map_ids: Iterable[str] | None = None, most: int = 50) -> Sequence[Hit]:
        """Rows whose text has these words, the best first."""
        self._gatherer.now()
        with self._readers.reading() as connection:
            return full_text.hits(connection, text, map_ids, most)

    def noted(self, name: str) -> str | None:
        """What was remembered about this installation under this name."""
        with self._readers.reading() as connection:
            return queries.noted(connection, name)

    def tidy(self) -> None:
        """Leave nothing in the file of what was erased before. Waits until it is done. Errors: Refusal."""
        self._tidier.now()

    def tidy_later(self) -> None:
        """The same beside everything else, and after a restart if need be."""
        self.write(lambda tx: tx.note(UNTIDY, new_note())).result()
        self._tidier.later()

    def delete_map(self, map_id: str, check: Callable[[PeopleWrites, MapHead], object]) -> set[str]:
        """Delete a map for good; the workshops that are to look anew. Errors: Refusal."""
        self._writer.check()
        return self._deleter.delete_map(map_id, check)

    def delete_workshop(self, workshop_id: str, check: Callable[[PeopleWrites, Workshop], object]) -> set[str]:
        """Delete a workshop with all that is in it for good; the others that are to look anew. Errors: Refusal."""
        self._writer.check()
        return self._deleter.delete_workshop(workshop_id, check)

    def backup(self, target: Path) -> None:
        """A consistent copy in one file, made while others write. Errors: Refusal."""
        with self._readers.reading() as connection:
            backup_copy.backup(connection, self.path, Path(target))

    def close(self) -> None:
        """Commit what was accepted, let go of the file."""
        self._tidier.close()
        self._gatherer.close()
        self._writer.close()
        self._readers.close()
