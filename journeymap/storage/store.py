"""The contract of a store: what every implementation promises."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.changes.undo import Stacks
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Workshop
from journeymap.domain.model.rows import MapKind, Row
from journeymap.storage.audit_rows import AuditReader, AuditWriter
from journeymap.storage.people_contract import PeopleReads, PeopleWrites
from journeymap.storage.session_contract import SessionReads, SessionWrites
from journeymap.storage.tracker_rows import TrackerReader, TrackerWriter
from journeymap.storage.validation_rows import ValidationReader, ValidationWriter
from journeymap.storage.view_link_rows import ViewLinkReader, ViewLinkWriter

T = TypeVar("T")


class MapHead(BaseModel):
    """One map in a list: what it is, how large, and when it last changed (UTC, ISO 8601).

    `as_is_id` is the map a to-be was designed from, `base_revision` where that map was then (None: nobody knows);
    it is a revision of `base_map_id` where the as-is is a copy. `sample` is the name of the sample it was loaded from,
    `earlier_link` what it was linked to before (`EarlierLink`).
    `identity` is what the map is known by in other installations too: its id, where it was made here. A to-be whose
    as-is is not here says that map's identity and title in `designed_from` and `designed_from_title`.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    workshop_id: str | None = None
    as_is_id: str | None = None
    identity: str = ""
    designed_from: str | None = None
    designed_from_title: str = ""
    sample: str | None = None
    base_revision: int | None = None
    base_map_id: str | None = None
    earlier_link: str | None = None
    revision: int = 0
    created_at: str
    changed_at: str
    archived_at: str | None = None
    title: str = ""
    kind: MapKind = MapKind.AS_IS
    language: str = "en"
    persona: str = ""
    episodes: int = 0
    moments: int = 0
    touchpoints: int = 0


class Hit(BaseModel):
    """One row that a search found: where it is and what it says."""

    model_config = ConfigDict(frozen=True)

    map_id: str
    map_title: str
    table: str
    id: str
    text: str


class State(NamedTuple):
    """Where a map is: `erasures` counts what changed its rows and its log without a revision."""

    revision: int
    erasures: int


class MapPlace(NamedTuple):
    """Where a map belongs, and when it was archived."""

    id: str
    workshop_id: str | None
    archived_at: str | None


class Committed(NamedTuple):
    """What one piece of work did to one map."""

    map_id: str
    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class Handover:
    """What work returns that somebody else is to answer: `take` is called after the commit, with the future."""

    take: Callable[["Future[Any]"], object]


Listener = Callable[[Sequence[Committed]], None]


class Transaction(Protocol):
    """What may be read and written inside one piece of work; all of it commits, or none."""

    @property
    def people(self) -> PeopleWrites:
        """Workshops and the people in them."""

    @property
    def audit(self) -> AuditWriter:
        """What happened to people, keys and data."""

    @property
    def sessions(self) -> SessionWrites:
        """Who is signed in on which device."""

    @property
    def view_links(self) -> ViewLinkWriter:
        """The links by which anybody reads a map."""

    @property
    def validation(self) -> ValidationWriter:
        """Where maps stand, and rounds of customers."""

    @property
    def trackers(self) -> TrackerWriter:
        """What stands in trackers of the stories of a map."""

    def journey(self, map_id: str) -> Journey:
        """The map as it is now. Errors: Refusal `gone` where there is no such map."""

    def place(self, map_id: str) -> MapPlace:
        """Where the map belongs, and whether it is archived: asked before every change. Errors: Refusal `gone`."""

    def person(self, participant_id: str) -> Participant | None:
        """Somebody as they are now, also one who was removed: asked before every change."""

    def workshop(self, workshop_id: str) -> Workshop | None:
        """A workshop as it is now: asked before every change."""

    def head(self, map_id: str) -> MapHead:
        """What is known about the map itself. Errors: Refusal `gone`."""

    def begin_map(self, map_id: str, at: str) -> None:
        """A map without rows that nobody sees until it is finished, however long that takes.

        Errors: Refusal `invalid` where the id is taken.
        """

    def finish_map(self, head: MapHead) -> None:
        """The map that was begun is whole, and is there from now on. Errors: Refusal, as of `create_map`."""

    def drop_unmade(self, map_id: str, most: int) -> bool:
        """Remove so many rows of a map that was begun and is not finished. Returns whether there is more of it."""
        ...

    def create_map(self, head: MapHead) -> None:
        """A map without rows, at revision 0; title, kind and counts follow from its rows.

        Errors: Refusal `invalid` where the id is taken, `gone` where its workshop or as-is is not there.
        """

    def append(self, journey: Journey, operations: Sequence[Operation]) -> None:
        """Write the operations to the log and their effects to the tables.

        `journey` is the map after them. The operations' revisions follow the map's without a hole,
        else RuntimeError; likewise where they do not fit the tables, or a client's name is used twice.
        """

    def answered(self, map_id: str, client: str, op: str) -> int | None:
        """The last revision of the batch that this client's operation was accepted in, or None if it is new."""

    def batch(self, map_id: str, batch: str) -> Sequence[Operation]:
        """The operations of one batch, in order."""

    def stacks(self, map_id: str, by: str) -> Stacks:
        """What this person can undo and redo on this map: of the last BACK acts, for what is further back stays."""

    def is_long(self, map_id: str, batch: str, most: int) -> bool:
        """Whether a batch has more than so many operations, or took more than so many rows along."""

    def last_set(self, map_id: str, table: str, row_id: str, field: str, since: int) -> str | None:
        """Who last set this field after revision `since`, or None where nobody has."""

    def last_set_at(self, map_id: str, table: str, row_id: str, field: str, since: int) -> int:
        """With which revision it was last set after `since`; 0 where it was not."""
        ...

    def erasures(self, map_id: str) -> int:
        """How often the map was changed by an erasure. Errors: Refusal `gone`."""

    def reword(self, map_id: str, rows: Sequence[Row], operations: Sequence[Operation]) -> None:
        """Say rows and operations that are there in other words: no revision, but the map's erasures count one more.

        Whoever keeps the map, in whatever process, finds by that number that it is another one.
        """

    def logged(self, map_id: str, revisions: Sequence[int]) -> Sequence[Operation]:
        """These operations of the log, in order."""

    def archive(self, map_id: str, at: str | None) -> None:
        """Set or clear when the map was archived. Errors: Refusal `gone`."""

    def assign(self, map_id: str, workshop_id: str | None) -> None:
        """Give the map to a workshop. Errors: Refusal `gone` where one of them is not there."""

    def identified(self, identity: str) -> Sequence[MapHead]:
        """The maps known by this identity, archived or not, the oldest first."""

    def waiting_for(self, identity: str) -> Sequence[MapHead]:
        """The maps that were designed from the map of this identity and have no as-is here."""

    def link(
        self, map_id: str, as_is_id: str | None, base: tuple[str | None, int | None] = (None, None), batch: str = ""
    ) -> None:
        """Say which map this one was designed from, or that it was from none; it waits for none any more.

        `base` is the map and the revision it is held against (no map: the as-is), `batch` that of the origins which
        come with it. Errors: Refusal `gone` where one of the maps is not there.
        """

    def link_back(self, map_id: str, batch: str = "") -> bool:
        """Linked as it was before it was linked otherwise, and the other way round; whether there was anything.

        An as-is that is gone since is none. `batch` is that which takes the origins back.
        """

    def keep_picture(self, map_id: str, name: str, content: bytes, spare: Sequence[str] = ()) -> None:
        """Keep a picture of this map by its name, in the place of these; what the persona has stays."""

    def note(self, name: str, value: str) -> None:
        """Remember something about this installation, such as which samples were loaded."""

    def noted(self, name: str) -> str | None:
        """What was remembered under this name."""


class Store(Protocol):
    """Where maps live. Reads may run beside each other and beside writes; writes run one by one.

    A read sees what was committed when it began. A write's answer comes after its commit: what was
    answered survives a crash of the process and of the machine.
    """

    @property
    def path(self) -> Path:
        """Where its file is."""

    @property
    def people(self) -> PeopleReads:
        """Workshops and the people in them."""

    @property
    def sessions(self) -> SessionReads:
        """Who is signed in on which device."""

    @property
    def audit(self) -> AuditReader:
        """What happened to people, keys and data."""

    @property
    def view_links(self) -> ViewLinkReader:
        """The links by which anybody reads a map."""

    @property
    def validation(self) -> ValidationReader:
        """Where maps stand, and rounds of customers."""

    @property
    def trackers(self) -> TrackerReader:
        """What stands in trackers of the stories of a map."""

    def check(self) -> None:
        """Whether what is written now would be kept.

        Errors: Refusal `unavailable` where the file was deleted or replaced, or the last commit found the disk full.
        """

    def write(self, work: Callable[[Transaction], T | Handover]) -> "Future[T]":
        """Queue a piece of work; the future is done after the commit.

        Work that raises leaves nothing behind and gives its error to its own future only. Where the
        commit fails (disk full, file locked), every future of that group gets Refusal `unavailable`.
        Work that returns a Handover is answered by whoever takes it.
        Work runs in the writer's thread: it waits for nothing, least of all for another write.
        """

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener what each commit of this store did to maps, in order; answers how to stop.

        It is called right after whoever wrote was answered, by the thread that writes: it hands over and
        returns. What it raises is logged and harms nobody. Other processes' commits are not told:
        `revisions` shows them.
        """

    def revisions(self, map_ids: Iterable[str]) -> dict[str, int]:
        """The revisions of those of these maps that are there, whoever wrote them."""

    def states(self, map_ids: Iterable[str]) -> dict[str, State]:
        """Where those of these maps are that are there, whoever wrote them: what is kept of another state is old."""

    def heads(self, *, search: str = "", archived: bool = False, workshop_id: str | None = None) -> Sequence[MapHead]:
        """Maps, the last changed first: archived ones or the others, of one workshop or of all.

        `search` finds maps with all these words somewhere in what people wrote on them; the last word may
        be the beginning of one. Whatever is typed, it is text: never a query, never a fault.
        """

    def head(self, map_id: str) -> MapHead:
        """One map's head. Errors: Refusal `gone`."""

    def abandoned(self, before: str) -> Sequence[str]:
        """The maps that were begun before this time and never finished."""

    def identified(self, identity: str) -> Sequence[MapHead]:
        """The maps known by this identity, archived or not, the oldest first."""

    def journey(self, map_id: str) -> Journey:
        """The map as it is now. Errors: Refusal `gone`."""

    def picture(self, map_id: str, name: str) -> bytes | None:
        """The bytes of a picture of this map; None where it has none of this name."""

    def pictures(self, map_id: str, by: str) -> tuple[Sequence[str], Sequence[str]]:
        """All pictures of this map, and those that only this person, or nobody, can bring back; the oldest first.

        None of them is the persona's, or in what somebody else can undo or redo.
        """
        ...

    def has_picture(self, name: str, content: bytes) -> bool:
        """Whether some map has this very picture."""
        ...

    def silhouettes(self, map_ids: Iterable[str]) -> dict[str, Silhouette]:
        """The outlines of these maps, of what everybody may see; no map is read as a whole for it."""

    def journey_at(self, map_id: str, revision: int) -> Journey:
        """The map as it was after this revision; 0 is before its first row. Errors: Refusal `gone`."""

    def operations(self, map_id: str, *, since: int = 0, most: int | None = None) -> Sequence[Operation]:
        """The log after `since`, in order."""

    def batch(self, map_id: str, batch: str) -> Sequence[Operation]:
        """The operations of one batch, in order."""

    def latest(self, map_id: str, *, before: int | None = None, most: int = 100) -> Sequence[Operation]:
        """The log backwards, the newest first, from just below revision `before`."""

    def stacks(self, map_id: str, by: str) -> Stacks:
        """What this person can undo and redo on this map, of their last BACK acts."""

    def authors(self, map_id: str) -> set[str]:
        """Who has changed this map, by id."""

    def latest_at(self) -> str:
        """When a map was last changed, by the clock that wrote it; "" where there is none."""

    def search(self, text: str, *, map_ids: Iterable[str] | None = None, most: int = 50) -> Sequence[Hit]:
        """Rows whose text has all these words, the best first; none where nothing was typed."""

    def noted(self, name: str) -> str | None:
        """What was remembered about this installation under this name."""

    def delete_map(self, map_id: str, check: Callable[[PeopleWrites, MapHead], object]) -> set[str]:
        """Delete a map for good: from the answer on it is nowhere; what it consists of is removed little by little.

        A to-be that was designed from it is one of its own. `check` is asked in the same commit, with the map as it
        is then, and may refuse. Answers the workshops that have changed. Errors: Refusal `gone`.
        """
        ...

    def delete_workshop(self, workshop_id: str, check: Callable[[PeopleWrites, Workshop], object]) -> set[str]:
        """The same for a workshop: its maps, its people, and whatever belongs to either of them.

        Answers the other workshops that have changed. Errors: Refusal `gone`.
        """
        ...

    def tidy(self) -> None:
        """Leave nothing in the file of what was erased or deleted before. Waits until it is done."""

    def tidy_later(self) -> None:
        """The same beside everything else, a little at a time: whoever writes hardly waits."""

    def backup(self, target: Path) -> None:
        """A consistent copy in one file, made while others write; an older copy is replaced whole or not at all.

        Errors: Refusal where it cannot be written, or would go over a database in use.
        """

    def close(self) -> None:
        """Commit what was accepted, let go of the file. Further writes are refused `unavailable`."""
