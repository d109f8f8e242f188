"""The search's index, brought up to what was written: after the commit, a little at a time, in batches of its own.

What is removed, hidden or erased leaves it at once; what comes is gathered within a moment. How far is kept in the
database (`gathered`), map by map, so that a process that is killed in between leaves nothing unfound.
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import cache
from threading import Event, Lock, Thread
from typing import NamedTuple

from journeymap.domain.model.field_rules import searched_fields
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.errors import Refusal
from journeymap.storage.readers import Readers
from journeymap.storage.tables import column

ROWS = 40
"""So many rows are gathered in one step of the writer's: 3 ms."""

OPERATIONS = 500
"""So many operations are looked at in one step."""

PAUSE = 0.2
"""Seconds that are waited before gathering, so that what is typed letter by letter is gathered once."""

_BEHIND = (
    "SELECT maps.id, maps.revision FROM maps LEFT JOIN gathered ON gathered.map_id = maps.id"
    " WHERE maps.made = 1 AND maps.revision > coalesce(gathered.revision, 0)"
)
_LOG = (
    "SELECT revision, change, row_table, row_id, field, removed_rows FROM operations"
    " WHERE map_id = ? AND revision > ? ORDER BY revision LIMIT ?"
)
_MARK = (
    "INSERT INTO gathered (map_id, revision, part) VALUES (?1, ?2, ?3) ON CONFLICT (map_id) DO UPDATE"
    " SET revision = excluded.revision, part = excluded.part"
)
log = logging.getLogger(__name__)


class _Statements(NamedTuple):
    """How one table's texts are gathered; all take the map's id and the row's."""

    read: str
    put: str
    drop: str


@cache
def _how(table: str) -> _Statements:
    fields = searched_fields(table)
    first = ROW_TYPES[table].main_field
    main = column(first if first in fields else fields[0])
    rest = [column(name) for name in fields if column(name) != main]
    if rest and not ROW_TYPES[table].model_fields[first].is_required():  # found by whatever else it says
        said = ", ".join(f"nullif({name}, '')" for name in (main, *rest))
        main = f"coalesce({said}, '')"
    more = " || ' ' || ".join(rest) or "''"
    of = "id" if table == "maps" else "map_id"
    shown = f"{main} <> ''" + ("" if table == "maps" else " AND private_in = ''")
    row = f"FROM {table} WHERE {of} = ?1 AND id = ?2 AND {shown}"
    read = f"SELECT {of}, '{table}', id, {main}, trim({more}) {row}"
    return _Statements(
        read=read,
        put=f"INSERT INTO texts (map_id, row_table, row_id, main, more) {read}"
        " ON CONFLICT (map_id, row_table, row_id) DO UPDATE SET main = excluded.main, more = excluded.more"
        " WHERE main <> excluded.main OR more <> excluded.more",
        drop=f"DELETE FROM texts WHERE map_id = ?1 AND row_table = '{table}' AND row_id = ?2"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 {row})",
    )


def put(connection: sqlite3.Connection, map_id: str, rows: Iterable[tuple[str, str]]) -> None:
    """Have these rows (table, id) found by what they say now."""
    by_table: dict[str, list[tuple[str, str]]] = {}
    for table, row_id in rows:
        by_table.setdefault(table, []).append((map_id, row_id))
    for table, asked in by_table.items():
        how = _how(table)
        connection.executemany(how.drop, asked)
        connection.executemany(how.put, asked)


class Fresh(NamedTuple):
    """What is not gathered yet: the numbers of texts that may be said otherwise by now, and what is said instead."""

    numbers: Sequence[int] = ()
    texts: Sequence[tuple[str, str, str, str, str]] = ()


def fresh(connection: sqlite3.Connection) -> Fresh:
    """What the index lacks in this connection's view of the file: whoever searches looks through it as well."""
    numbers: list[int] = []
    texts: list[tuple[str, str, str, str, str]] = []
    for map_id in behind(connection):
        revision, part = _mark(connection, map_id)
        rows: dict[tuple[str, str], None] = {}
        for _, *said in connection.execute(_LOG, (map_id, revision, -1)):
            rows.update(dict.fromkeys(list(_touched(said))[part:]))
            part = 0
        for table, row_id in rows:
            known = connection.execute(_NUMBER, (map_id, table, row_id)).fetchone()
            numbers += known or ()
            texts += connection.execute(_how(table).read, (map_id, row_id)).fetchall()
    return Fresh(numbers, texts)


_NUMBER = "SELECT number FROM texts WHERE map_id = ? AND row_table = ? AND row_id = ?"


def behind(connection: sqlite3.Connection) -> dict[str, int]:
    """The maps of which something is still to be gathered, and up to which revision."""
    return dict(connection.execute(_BEHIND).fetchall())


def gather(connection: sqlite3.Connection, wanted: Mapping[str, int]) -> bool:
    """A step: a few rows of the first of these maps that is behind. Returns whether there is more to do.

    It answers nobody, and is done again where it is lost: so it does not wait for the disk.
    """
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        connection.execute("BEGIN IMMEDIATE")
        more = _step(connection, wanted)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA synchronous = FULL")
    return more


def _step(connection: sqlite3.Connection, wanted: Mapping[str, int]) -> bool:
    waiting = sorted(set(wanted) & set(behind(connection)))
    for map_id in waiting:
        revision, part = _mark(connection, map_id)
        if revision < wanted[map_id]:
            rows, now = _next_rows(connection, map_id, revision, part)
            put(connection, map_id, rows)
            connection.execute(_MARK, (map_id, *now))
            return True
    return False


def _mark(connection: sqlite3.Connection, map_id: str) -> tuple[int, int]:
    found = connection.execute("SELECT revision, part FROM gathered WHERE map_id = ?", (map_id,)).fetchone()
    return (0, 0) if found is None else (found[0], found[1])


def _next_rows(
    connection: sqlite3.Connection, map_id: str, revision: int, part: int
) -> tuple[dict[tuple[str, str], None], tuple[int, int]]:
    """A few rows whose text may be another since this mark, and the mark after them.

    One operation may show a thousand rows: then the mark stands within it, and `part` counts them.
    """
    rows: dict[tuple[str, str], None] = {}
    for number, *said in connection.execute(_LOG, (map_id, revision, OPERATIONS)).fetchall():
        touched = list(_touched(said))[part:]
        room = ROWS - len(rows)
        rows.update(dict.fromkeys(touched[:room]))
        if len(touched) > room:
            return rows, (revision, part + room)
        revision, part = number, 0
    return rows, (revision, part)


def _touched(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The rows whose text this operation may have changed; what it removed has left the index already."""
    change, table, row_id, field, kept = said
    if change == "reveal":
        shown = ((row["table"], row["id"]) for row in json.loads(kept or "[]"))
        yield from ((table, row_id) for table, row_id in shown if searched_fields(table))
    elif searched_fields(table) if change == "add" else change == "set" and field in searched_fields(table):
        yield table, row_id


class Gatherer:
    """Keeps the index up to date in the background, and at once where somebody searches."""

    def __init__(self, readers: Readers, alone: Callable[..., "Future[bool]"]) -> None:
        self._readers = readers
        self._alone = alone
        self._wake = Event()
        self._closed = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def later(self) -> None:
        """Something was written: gather it soon. Called after each commit, so it returns at once."""
        if self._wake.is_set():
            return
        self._wake.set()
        if self._thread is None and not self._closed.is_set():
            with self._lock:
                if not self._closed.is_set():
                    self._thread = Thread(target=self._run, name="journeymap-gatherer", daemon=True)
                    self._thread.start()

    def now(self) -> None:
        """Gather what is committed by now, and wait for it; where the disk allows no more, that is left for later."""
        with self._readers.reading() as connection:
            wanted = behind(connection)
        try:
            while wanted and self._alone(lambda connection: gather(connection, wanted)).result():
                pass
        except Refusal as refusal:
            log.warning("What was written last is not found by searching yet: %s", refusal)

    def close(self) -> None:
        """Stop after the step under way; what is left is gathered at the next start."""
        self._closed.set()
        self._wake.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._wake.wait() and not self._closed.wait(PAUSE):
            self._wake.clear()
            if self._closed.is_set():  # it was closed since: what woke us for that has just been cleared
                return
            try:
                self._in_steps()
            except Exception:
                log.exception("What was written could not be gathered for searching")

    def _in_steps(self) -> None:
        with self._readers.reading() as connection:
            wanted = behind(connection)
        while wanted and not self._closed.is_set():
            if not self._alone(lambda connection: gather(connection, wanted)).result():
                return
