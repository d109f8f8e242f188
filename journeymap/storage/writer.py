"""The one writer: a thread that takes all waiting work and commits it together."""

import logging
import random
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.storage.backlog import UnfitError
from journeymap.storage.database_file import BUSY_SECONDS
from journeymap.storage.file_watch import FileWatch
from journeymap.storage.journey_cache import Journeys, UnreadError
from journeymap.storage.sqlite_errors import refusal
from journeymap.storage.store import Committed, Handover, Listener
from journeymap.storage.transaction import At, Known, SharedCommit, SqliteTransaction

T = TypeVar("T")
Work = Callable[[SqliteTransaction], Any]
log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
"""So long after the last commit what is in the log is put in the file, so that a plain copy of the file has it."""

GROUP = 200
"""At most so many pieces of work share one commit."""


class Writer:
    """Runs pieces of work one by one, in groups of all that waits; one commit a group.

    Each piece is kept or left by itself. Futures are resolved after the commit and never before.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, journeys: Journeys) -> None:
        self._connection = connection
        self._path = path
        self._journeys = journeys
        self._waiting: SimpleQueue[_Piece | _Alone | _Read | None] = SimpleQueue()
        self._next_alone: _Alone | None = None
        self._known: dict[Known, Any] = {}
        self._reading: dict[str, list[_Piece]] = {}
        self.read: Callable[[str], object] = lambda _: None
        self._version = 0
        self.patience = BUSY_SECONDS
        self._file = FileWatch(path)
        self._failed: Refusal | None = None
        self._in_log = True
        self._closed = False
        self._door = Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._thread = Thread(target=self._run, name="journeymap-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[SqliteTransaction], T | Handover]) -> "Future[T]":
        """Queue a piece of work. Once closed, its future is refused `unavailable`."""
        return self._queued(_Piece(work))

    def alone(self, work: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Queue work on the file itself, which opens and commits its own transactions; it shares none."""
        return self._queued(_Alone(work, self._path))

    def _queued(self, piece: "_Piece | _Alone") -> "Future[Any]":
        with self._door:
            if not self._closed:
                self._waiting.put(piece)
                return piece.future
        piece.future.set_exception(unavailable("storage-closed"))
        return piece.future

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener what each commit did to maps; answers how to stop."""
        with self._door:
            self._listeners = (*self._listeners, listener)

        def stop() -> None:
            with self._door:
                self._listeners = tuple(one for one in self._listeners if one is not listener)

        return stop

    def close(self) -> None:
        """Commit what was accepted before this call, then let go of the connection."""
        with self._door:
            already, self._closed = self._closed, True
            if not already:
                self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (group := self._next()) is not None:
            if isinstance(group, _Alone):
                self._known.clear()
                group.run(self._connection)
                self._in_log = True
            else:
                self._commit(group)
        for waiting in self._reading.values():
            self._commit(waiting)
        self._connection.close()

    def _next(self) -> "list[_Piece] | _Alone | None":
        """Everything that waits, once something does; None when closed and nothing is left."""
        first, self._next_alone = self._next_alone or self._awaited(), None
        if first is None or isinstance(first, _Alone):
            return first
        group = self._reading.pop(first.map_id, []) if isinstance(first, _Read) else [first]
        with suppress(Empty):
            while len(group) < GROUP:
                piece = self._waiting.get_nowait()
                if isinstance(piece, _Read):
                    group += self._reading.pop(piece.map_id, [])
                    continue
                if piece is None:
                    self._waiting.put(None)
                    break
                if isinstance(piece, _Alone):
                    self._next_alone = piece
                    break
                group.append(piece)
        return group

    def _awaited(self) -> "_Piece | _Alone | _Read | None":
        """What comes next; while nothing does, the log is emptied into the file."""
        with suppress(Empty):
            return self._waiting.get(timeout=IDLE_SECONDS if self._in_log else None)
        with suppress(sqlite3.Error):  # it is tried again after the next commit
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._in_log = False
        return self._waiting.get()

    def check(self) -> None:
        """Errors: Refusal where the file is gone, or the last group could not be kept for a reason of the disk's."""
        self._file.check()
        if self._failed:
            raise self._failed

    def _commit(self, waiting: "list[_Piece]") -> None:
        """Run a group and commit it; where that fails, nothing of it is kept and every future says so."""
        group = [piece for piece in waiting if piece.unread or piece.future.set_running_or_notify_cancel()]
        for piece in group:
            piece.at_once, piece.unread = bool(piece.unread), ""
        committed: list[Committed] = []
        try:
            latest = self._written(group)
            self._connection.execute("COMMIT")
        except BaseException as fault:  # noqa: BLE001 - whatever it is, every caller gets an answer
            log.warning("A group of %d writes was lost: %s", len(group), fault)
            self._roll_back()
            self._failed = refusal(fault, self._path)
            self._known.clear()
            for piece in group:
                piece.lose(fault, self._path)
        else:
            for journey, erasures in latest.values():
                self._journeys.put(journey, erasures)
            committed = [one for piece in group for one in piece.appended]
            self._failed, self._in_log = None, True
        for piece in group:
            if piece.unread:
                self._wait_for(piece)
            else:
                piece.answer()
        self._tell(committed)

    def _wait_for(self, piece: "_Piece") -> None:
        """It needs a large map that nobody has read: that takes longer than others should wait for."""
        if piece.unread in self._reading:
            self._reading[piece.unread].append(piece)
        else:
            self._reading[piece.unread] = [piece]
            Thread(target=self._read, args=(piece.unread,), name="journeymap-first-read", daemon=True).start()

    def _read(self, map_id: str) -> None:
        try:
            self.read(map_id)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it meets it, too
            log.info("A map could not be read ahead: %s", fault)
        self._waiting.put(_Read(map_id))

    def _written(self, pieces: "list[_Piece]") -> dict[str, At]:
        """Do these, and write what they append together; the journeys they led to.

        Where the database does not take it, they are done anew, each written by itself: whose fault it is has it alone.
        """
        self._begin()
        group = SharedCommit(self._connection, self._journeys, self._known, self._reading)
        try:
            for piece in pieces:
                piece.run(group, self._path)
            group.write()
        except (UnfitError, sqlite3.Error):
            if not self._connection.in_transaction:  # a full disk may end the transaction, not the statement alone
                raise
            self._roll_back()
            self._known.clear()
            self._begin()
            group = SharedCommit(self._connection, self._journeys, self._known, self._reading)
            for piece in pieces:
                piece.run(group, self._path, at_once=True)
        return group.latest

    def _begin(self) -> None:
        """Take our turn; another process may be writing. SQLite's own waits grow to 100 ms: too long a queue.

        Errors: Refusal where the file is not the one that was opened: what is written there nobody would find.
        """
        self._file.check()
        end = time.monotonic() + self.patience
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            while not self._began(last=time.monotonic() >= end):
                time.sleep(random.uniform(0.0002, 0.002))  # noqa: S311 - so that two who wait do not meet again
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if version != self._version:  # another connection wrote
                self._known.clear()
                self._version = version
        finally:
            # Once it is our turn, SQLite's own waiting covers what else may be locked for a moment.
            self._connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")

    def _began(self, *, last: bool) -> bool:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            if last or fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    def _tell(self, committed: list[Committed]) -> None:
        for listener in self._listeners if committed else ():
            try:
                listener(committed)
            except Exception:
                log.exception("A listener to commits failed")

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


class _Read(NamedTuple):
    """A map was read: whoever waits for it goes on."""

    map_id: str


class _Piece:
    """A piece of work, its future, and what it came to while the commit is still to come."""

    __slots__ = ("_answer", "_fault", "_work", "appended", "at_once", "future", "unread")

    def __init__(self, work: Work) -> None:
        self.future: Future[Any] = Future()
        self._work = work
        self._answer: Any = None
        self._fault: BaseException | None = None
        self.appended: list[Committed] = []
        self.unread = ""
        """The map that is to be read first."""
        self.at_once = False
        """Whether it has waited for that."""

    def run(self, group: SharedCommit, path: Path, *, at_once: bool = False) -> None:
        """Do the work. What it appends is written with the others', or `at_once`, in a savepoint of its own.

        Work that raises leaves nothing behind. Errors: whatever SQLite has ended the whole group with, and why
        what others appended cannot be written.
        """
        transaction = SqliteTransaction(group, at_once=self.at_once)
        self._answer, self._fault, self.appended, self.unread = None, None, [], ""
        try:
            self._answer = self._work(transaction)
            transaction.keep(at_once=at_once)
        except UnreadError as unread:
            self.unread = unread.map_id
            group.unread.add(unread.map_id)
            transaction.take_back()
        except BaseException as fault:
            if fault is group.fault:
                raise
            lost = not group.connection.in_transaction  # a full disk may end the transaction, not the statement alone
            self._fault = refusal(fault, path) or (None if lost and isinstance(fault, sqlite3.Error) else fault)
            if lost:
                raise
            transaction.take_back()
        else:
            self.appended = transaction.appended

    def lose(self, fault: BaseException, path: Path) -> None:
        """What it did is lost with its group; a fault of its own stays its answer."""
        if self._fault is None:
            told = fault if isinstance(fault, Refusal) else refusal(fault, path)
            self._fault = told or unavailable("storage-not-saved")
            if told is not fault:
                self._fault.__cause__ = fault

    def answer(self) -> None:
        """Tell whoever waits."""
        if self._fault is not None:
            self.future.set_exception(self._fault)
        elif isinstance(self._answer, Handover):
            self._answer.take(self.future)
        else:
            self.future.set_result(self._answer)


class _Alone:
    """Work on the whole file, and its future."""

    __slots__ = ("_path", "_work", "future")

    def __init__(self, work: Callable[[sqlite3.Connection], Any], path: Path) -> None:
        self.future: Future[Any] = Future()
        self._work = work
        self._path = path

    def run(self, connection: sqlite3.Connection) -> None:
        """Do it, and tell whoever waits; a transaction that it left open is taken back."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            answer = self._work(connection)
        except BaseException as fault:  # noqa: BLE001 - whatever it is, the caller gets it
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            self.future.set_exception(refusal(fault, self._path) or fault)
        else:
            self.future.set_result(answer)
