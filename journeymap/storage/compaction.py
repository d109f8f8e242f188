"""Removes the last traces of erased data later, a little at a time, so that writers hardly wait."""

import logging
import secrets
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, TypeVar

from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.storage import database_file, queries

T = TypeVar("T")
Alone = Callable[[Callable[[sqlite3.Connection], T]], "Future[T]"]

PAGES = 16
"""So many pages are merged, or given back, in one step of the writer's: a few milliseconds."""

UNTIDY = "untidy"
"""The note in the database that says that there is something to do, whatever happens to this process.

Each says something else: one that was made meanwhile is not taken for the one that was done.
"""

PATIENCE = 0.2
"""Seconds between two attempts at emptying the log, while somebody still reads from it."""

_MERGE = "INSERT INTO texts_fts (texts_fts, rank) VALUES ('merge', ?)"
log = logging.getLogger(__name__)


class Tidier:
    """Removes what is being deleted, and erased data from the search index, free pages and the write-ahead log.

    What is overwritten or removed is set to zeroes at once (`secure_delete`); this is about what remains: old
    words in the index, which go when its parts are merged, and what the log beside the file repeats.
    """

    def __init__(self, path: Path, alone: Callable[..., "Future[Any]"], remove: Callable[..., bool]) -> None:
        """`remove` removes some of what is being deleted, and answers whether there may be more."""
        self._path = path
        self._alone = alone
        self._remove = remove
        self._lock = Lock()
        self._closed = Event()
        self._asked = False
        self._thread: Thread | None = None

    def later(self) -> None:
        """Start soon, in the background; once more where it is under way."""
        with self._lock:
            self._asked = True
            if self._thread is not None or self._closed.is_set():
                return
            self._thread = Thread(target=self._run, name="journeymap-tidier", daemon=True)
            self._thread.start()

    def now(self, tries: int = 25) -> None:
        """Do it, and wait until it is done. Errors: Refusal `unavailable` where somebody goes on reading the log."""
        note: str | None = self._alone(_said).result()
        self._in_steps(self._remove)
        self._in_steps(_merged, -PAGES)
        self._in_steps(_given_back)
        for _ in range(tries):
            if self._emptied():
                self._alone(lambda connection: _noted(connection, note)).result()
                self._emptied()
                return
            if self._closed.wait(PATIENCE):
                return
        raise unavailable("storage-not-erased")

    def close(self) -> None:
        """Stop after the step under way, and wait for it."""
        self._closed.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._next():
            try:
                self.now()
            except Refusal as refusal:  # somebody reads for long: it is tried anew, and after a restart too
                log.info("What was erased is still in the log beside the file: %s", refusal)
                self._closed.wait(10 * PATIENCE)
                self._asked = True
            except Exception:
                log.exception("What was erased could not be tidied away")

    def _next(self) -> bool:
        """Whether there is something to do; whoever asks after this starts another thread."""
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked or self._closed.is_set():
                self._thread = None
            return self._thread is not None

    def _in_steps(self, step: Callable[..., bool], *first: int) -> None:
        more = self._alone(lambda connection: _patiently(connection, step, *first)).result()
        while more and not self._closed.is_set():
            more = self._alone(lambda connection: _patiently(connection, step)).result()

    def _emptied(self) -> bool:
        """Try to empty the log on a separate connection, without waiting for anybody. Returns whether it worked."""
        with closing(database_file.writing(self._path)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            try:
                (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError:
                return False
        return not busy


def untidy(connection: sqlite3.Connection) -> bool:
    """Whether traces of erased data remain."""
    return _said(connection) is not None


def leave_untidy(connection: sqlite3.Connection) -> None:
    """Note that there is something to do, within the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO installation_notes (name, value) VALUES (?, ?)", (UNTIDY, new_note()))


def new_note() -> str:
    """What is noted under UNTIDY by whoever leaves something to do."""
    return secrets.token_hex(4)


def _said(connection: sqlite3.Connection) -> str | None:
    return queries.noted(connection, UNTIDY)


def _patiently(connection: sqlite3.Connection, step: Callable[..., bool], *more: int) -> bool:
    """A step, which waits where another process is writing."""
    connection.execute(f"PRAGMA busy_timeout = {int(database_file.BUSY_SECONDS * 1000)}")
    return step(connection, *more)


def _merged(connection: sqlite3.Connection, pages: int = PAGES) -> bool:
    """Merge a little of the index; whether there is more. Negative `pages` begin to make it one part."""
    before = connection.total_changes
    connection.execute(_MERGE, (pages,))
    return connection.total_changes - before > 1


def _given_back(connection: sqlite3.Connection) -> bool:
    """Give some free pages back. Returns whether there are more."""
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    if not free:
        return False
    connection.executescript(f"PRAGMA incremental_vacuum({PAGES})")  # `execute` stops after the first page
    (left,) = connection.execute("PRAGMA freelist_count").fetchone()
    return bool(0 < left < free)


def _noted(connection: sqlite3.Connection, note: str | None) -> bool:
    """What this note said is done; what was noted meanwhile is not."""
    connection.execute("DELETE FROM installation_notes WHERE name = ? AND value = ?", (UNTIDY, note))
    return True
