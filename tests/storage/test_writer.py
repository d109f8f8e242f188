"""The writer: many pieces of work, one commit; and what a disk that fails costs."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from functools import partial
from threading import Event
from typing import Any

import pytest

from journeymap.domain.model.operations import Add, Effect, Operation, Set
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from journeymap.storage.sqlite_store import SqliteStore, open_store
from journeymap.storage.store import Transaction
from journeymap.storage.writer import GROUP
from tests.support.journeys import MAP_ID, full, operations
from tests.support.store_calls import change, create_full, head, make, noting, refused

TITLE = Set(table="maps", id=MAP_ID, field="title", value="Other")
WAIT = 30.0


@contextmanager
def held(store: SqliteStore) -> Iterator[None]:
    """What is written in here waits together, behind one piece of work."""
    begun, go = Event(), Event()

    def hold(tx: Transaction) -> bool:
        begun.set()
        return go.wait(WAIT)

    first = store.write(hold)
    assert begun.wait(WAIT)
    yield
    go.set()
    assert first.result(WAIT)


@contextmanager
def statements(store: SqliteStore) -> Iterator[list[str]]:
    """What the writer's connection is asked to do; nothing is gathered for searching meanwhile."""
    store._gatherer.close()
    seen: list[str] = []
    store._writer._connection.set_trace_callback(seen.append)
    yield seen
    store._writer._connection.set_trace_callback(None)


def _title(store: SqliteStore) -> "Future[list[Operation]]":
    return store.write(lambda tx: make(tx, MAP_ID, [TITLE]))


@pytest.mark.parametrize(("waiting", "commits"), [(0, 1), (1, 2), (GROUP, 2), (GROUP + 1, 3), (2 * GROUP + 50, 4)])
def test_what_waits_shares_a_commit(sqlite: SqliteStore, waiting: int, commits: int) -> None:
    create_full(sqlite)
    with statements(sqlite) as seen:
        with held(sqlite):
            futures = [_title(sqlite) for _ in range(waiting)]
        assert [future.result(WAIT)[0].revision for future in futures] == list(range(19, 19 + waiting))
    assert seen.count("COMMIT") == seen.count("BEGIN IMMEDIATE") == commits
    assert sqlite.journey(MAP_ID).revision == 18 + waiting


def test_an_answer_comes_after_its_commit(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    open_when_answered: list[bool] = []
    with held(sqlite):
        for _ in range(5):
            _title(sqlite).add_done_callback(
                lambda _: open_when_answered.append(sqlite._writer._connection.in_transaction)
            )
    sqlite.write(lambda tx: None).result(WAIT)
    assert open_when_answered == [False] * 5


def test_an_answer_that_fails_its_listener_stops_nobody(sqlite: SqliteStore, caplog: pytest.LogCaptureFixture) -> None:
    create_full(sqlite)

    def listener(future: "Future[Any]") -> None:
        raise ZeroDivisionError

    with held(sqlite):
        _title(sqlite).add_done_callback(listener)
        second = _title(sqlite)
    assert second.result(WAIT)[0].revision == 20
    assert "exception calling callback" in caplog.text


def test_a_piece_that_ends_the_thread_ends_only_itself(sqlite: SqliteStore) -> None:
    create_full(sqlite)

    def leaves(tx: Transaction) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        sqlite.write(leaves).result(WAIT)
    assert _title(sqlite).result(WAIT)[0].revision == 19


class Failing:
    """The writer's connection, failing once as SQLite does, where it is told to.

    `after` is how often it works before; `lost` that SQLite has rolled everything back by itself.
    """

    def __init__(self, connection: sqlite3.Connection, at: str, code: int, after: int = 0, lost: bool = False) -> None:
        self._connection = connection
        self._at = at
        self._code = code
        self._after = after
        self._lost = lost

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement.startswith(self._at):
            self._after -= 1
            if self._after == -1:
                if self._lost:
                    self._connection.execute("ROLLBACK")
                fault = sqlite3.OperationalError("as SQLite says it")
                fault.sqlite_errorcode = self._code
                raise fault
        return self._connection.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def fails(store: SqliteStore, *how: Any, **also: Any) -> None:
    """From now on the writer's connection fails so."""
    store.write(lambda tx: None).result(WAIT)
    store._writer.patience = 0.0
    store._writer._connection = Failing(store._writer._connection, *how, **also)  # type: ignore[assignment]


FAULTS = [
    (sqlite3.SQLITE_FULL, "storage-full"),
    (sqlite3.SQLITE_BUSY, "storage-busy"),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, "storage-busy"),
    (sqlite3.SQLITE_IOERR_FSYNC, "storage-disk"),
    (sqlite3.SQLITE_READONLY_DBMOVED, "storage-unwritable"),
    (sqlite3.SQLITE_INTERNAL, "storage-not-saved"),
]


@pytest.mark.parametrize(
    ("at", "after", "lost"),
    [
        ("BEGIN", 1, False),
        ("COMMIT", 1, False),
        ("COMMIT", 1, True),
        ("UPDATE maps SET revision", 0, True),
        ("SAVEPOINT", 0, True),
    ],
)
@pytest.mark.parametrize(("code", "key"), FAULTS)
def test_a_group_that_fails_keeps_nothing_says_so_to_everyone_and_is_over(
    sqlite: SqliteStore, at: str, after: int, lost: bool, code: int, key: str
) -> None:
    create_full(sqlite)
    fails(sqlite, at, code, after=after, lost=lost)
    with held(sqlite):
        futures = [_title(sqlite) for _ in range(10)]
        last = sqlite.write(lambda tx: tx.create_map(head("other")))
    every: list[Future[Any]] = [*futures, last]
    for future in every:
        with refused("unavailable", key):
            future.result(WAIT)
    assert sqlite.journey(MAP_ID) == full().journey
    assert [found.id for found in sqlite.heads()] == [MAP_ID]
    assert _title(sqlite).result(WAIT)[0].revision == 19
    assert sqlite.journey(MAP_ID) == sqlite.journey_at(MAP_ID, 19)
    assert sqlite.journey(MAP_ID).title == "Other"


def test_a_piece_that_loses_its_group_gets_its_own_reason(sqlite: SqliteStore) -> None:
    """A full disk may end the whole transaction in the middle of one piece."""
    create_full(sqlite)
    fails(sqlite, "UPDATE maps SET archived_at", sqlite3.SQLITE_FULL, lost=True)
    with held(sqlite):
        before, guilty, after = _title(sqlite), sqlite.write(lambda tx: tx.archive(MAP_ID, "now")), _title(sqlite)
    for future in (before, guilty, after):
        with refused("unavailable", "storage-full"):
            future.result(WAIT)
    assert sqlite.journey(MAP_ID) == full().journey
    assert _title(sqlite).result(WAIT)[0].revision == 19


def test_a_piece_that_does_not_fit_the_database_fails_alone(sqlite: SqliteStore) -> None:
    """What the domain should have refused, the tables refuse; the work beside it is kept."""
    create_full(sqlite)

    def wrong(tx: Transaction) -> None:
        journey = tx.journey(MAP_ID)
        stray = journey.get(Moment, "call").placed("nowhere", "a0")
        tx.append(
            journey.with_row(stray).at_revision(19),
            operations([Effect(do="move", table="moments", id="call")], since=18),
        )

    with held(sqlite):
        guilty, beside = sqlite.write(wrong), _title(sqlite)
    with pytest.raises(RuntimeError, match="FOREIGN KEY"):
        guilty.result(WAIT)
    assert beside.result(WAIT)[0].revision == 19
    assert sqlite.journey(MAP_ID) == sqlite.journey_at(MAP_ID, 19)


def test_a_full_disk_keeps_what_was_answered_and_nothing_else(sqlite: SqliteStore) -> None:
    """SQLite itself refuses to grow the file; once there is room again, all goes on."""
    create_full(sqlite)
    writer = sqlite._writer._connection
    sqlite.write(lambda tx: None).result(WAIT)
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages + 12}")
    text = "x" * 280
    adds = [Add(table="needs", id=f"n{n}", parent="call", values={"text": text}) for n in range(400)]
    with held(sqlite):
        futures = [sqlite.write(partial(make, map_id=MAP_ID, changes=[one])) for one in adds]
    faults = [future.exception(WAIT) for future in futures]
    assert {fault.key for fault in faults if isinstance(fault, Refusal)} == {"refusal-storage-full"}
    answered = [one.id for one, fault in zip(adds, faults, strict=True) if fault is None]
    assert set(sqlite.journey(MAP_ID).tables["needs"]) == {"sure", *answered}
    sqlite.write(lambda tx: None).result(WAIT)
    writer.execute("PRAGMA max_page_count = 1000000")
    change(sqlite, MAP_ID, TITLE)
    sqlite.close()
    with closing(open_store(sqlite.path)) as again:
        journey = again.journey(MAP_ID)
        assert set(journey.tables["needs"]) == {"sure", *answered}
        assert journey == again.journey_at(MAP_ID, journey.revision)


def test_a_file_that_another_keeps_locked_is_busy_and_then_free(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    sqlite._writer.patience = 0.0
    with closing(sqlite3.connect(sqlite.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with refused("unavailable", "storage-busy"):
            change(sqlite, MAP_ID, TITLE)
        assert sqlite.journey(MAP_ID) == full().journey
        other.execute("COMMIT")
    assert change(sqlite, MAP_ID, TITLE)[0].revision == 19


def test_the_writer_waits_for_its_turn(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    with closing(sqlite3.connect(sqlite.path, isolation_level=None)) as other, statements(sqlite) as seen:
        other.execute("BEGIN IMMEDIATE")
        future = _title(sqlite)
        while seen.count("BEGIN IMMEDIATE") < 3:
            assert not future.done()
        other.execute("COMMIT")
        assert future.result(WAIT)[0].revision == 19


def test_what_another_wrote_is_not_lost_by_a_commit_that_fails(sqlite: SqliteStore) -> None:
    """The revision that was rolled back here is given by another process; memory must not mistake the two."""
    create_full(sqlite)
    fails(sqlite, "COMMIT", sqlite3.SQLITE_FULL)
    with refused("unavailable", "storage-full"):
        change(sqlite, MAP_ID, TITLE)
    with closing(open_store(sqlite.path)) as other:
        change(other, MAP_ID, TITLE.model_copy(update={"value": "Theirs"}))
        for seen in (sqlite.journey(MAP_ID), sqlite.write(lambda tx: tx.journey(MAP_ID)).result(WAIT)):
            assert (seen.revision, seen.title) == (19, "Theirs")


# Work on the whole file


def test_work_on_the_whole_file_has_the_writer_to_itself_and_keeps_its_place(sqlite: SqliteStore) -> None:
    with held(sqlite):
        before = [sqlite.write(noting(n)) for n in range(3)]
        alone = sqlite._writer.alone(
            lambda connection: (
                connection.in_transaction,
                connection.execute("SELECT value FROM installation_notes WHERE name = 'n'").fetchone()[0],
            )
        )
        after = sqlite.write(lambda tx: tx.noted("n"))
        sqlite.write(lambda tx: tx.note("n", "last"))
    assert alone.result(WAIT) == (False, "2")
    assert all(future.done() for future in before)
    assert after.result(WAIT) == "2"


def test_work_on_the_whole_file_that_fails_leaves_nothing_behind(sqlite: SqliteStore) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO installation_notes (name, value) VALUES ('half', 'done')")
        raise KeyError("half")

    with pytest.raises(KeyError):
        sqlite._writer.alone(fails).result(WAIT)
    assert sqlite.write(lambda tx: tx.noted("half")).result(WAIT) is None
    sqlite.close()
    with refused("unavailable", "storage-closed"):
        sqlite._writer.alone(fails).result(WAIT)
