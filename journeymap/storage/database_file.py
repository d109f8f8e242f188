"""Opening the file: looked at first and refused untouched, then connected and brought up to date."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.storage import migrations
from journeymap.storage.sqlite_errors import refusal, refusing

MAGIC = b"SQLite format 3\0"
OLDEST_SQLITE = (3, 37, 0)
CHECK_SECONDS = 2.0
"""The file is checked for damage for so long at most."""

CHECK_STEPS = 10_000
"""How many of SQLite's own steps pass between two looks at the clock."""

LOOKS = 100
LOOK_EVERY = 0.02
"""Seconds. So often and so long one looks whether another process of ours is through with making the file."""

INCREMENTAL = 2
"""How SQLite calls a file whose free pages can be given back a few at a time."""

BUSY_SECONDS = 10.0
"""So long one waits for another process that is writing."""


def prepared(path: Path) -> sqlite3.Connection:
    """The writer's connection to a database of the newest shape, made where there is none yet.

    Errors: Refusal `unavailable`; a file that is refused for what it holds is left as it was, byte for byte.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise unavailable("storage-old-sqlite", version=sqlite3.sqlite_version)
    _make_room(path)
    with refusing(path, starting=True):
        if path.stat().st_size:
            _inspect(path)
        with _closed_on_failure(writing(path)) as connection:
            _bring_up_to_date(connection, path)
            _make_tidiable(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            return connection


def writing(path: Path) -> sqlite3.Connection:
    """A connection that writes: what it commits is on the disk, and readers go on reading meanwhile."""
    with _closed_on_failure(_connected(f"{path.as_uri()}?mode=rw")) as connection:
        if not path.stat().st_size:
            connection.execute(f"PRAGMA auto_vacuum = {INCREMENTAL}")
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode != "wal":
            raise unavailable("storage-no-wal", file=str(path))
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        connection.execute("PRAGMA secure_delete = ON")  # what is overwritten or removed is nowhere in the file
        return connection


def reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change anything."""
    with _closed_on_failure(_connected(f"{path.as_uri()}?mode=rw")) as connection:
        connection.execute("PRAGMA query_only = ON")
        return connection


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """This connection; where the block fails nobody gets it, so it is closed here."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _connected(uri: str) -> sqlite3.Connection:
    """A connection without automatic transactions, used by one thread at a time."""
    return sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=512
    )


def _make_room(path: Path) -> None:
    """Make sure that the folder and the file can be written to; only the owner can read a new file."""
    if path.is_dir():
        raise unavailable("storage-is-folder", file=str(path))
    if path.exists() and not path.is_file():  # a device or a pipe
        raise unavailable("storage-not-a-database", file=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as fault:
        raise unavailable("storage-unwritable", file=str(path)) from fault


def _half_done(path: Path) -> bool:
    """Whether a change that is not ours is written halfway. Errors: Refusal where it is no database."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(MAGIC):
        raise unavailable("storage-not-a-database", file=str(path))
    return _beside(path, "-journal").exists() and int.from_bytes(header[68:72]) != migrations.APPLICATION_ID


def _inspect(path: Path) -> None:
    """Refuse a file that is not a sound database of this version or an older one; nothing is written."""
    for _ in range(LOOKS):
        if not _half_done(path):
            break
        time.sleep(LOOK_EVERY)
    else:  # only to look would undo what its program left half done
        raise unavailable("storage-not-ours", file=str(path))
    with closing(_connected(_untouching(path))) as connection:
        if refused := _not_ours(connection, path):
            raise refused
        if not _sound(connection):
            raise unavailable("storage-damaged", file=str(path))


def _untouching(path: Path) -> str:
    """How to inspect a file without leaving a trace: the files beside it tell what SQLite still has to read."""
    if _beside(path, "-journal").exists():
        return f"{path.as_uri()}?mode=rw"  # a writer was cut off: SQLite restores the file before it reads it
    return f"{path.as_uri()}?mode=ro" + ("" if _beside(path, "-wal").exists() else "&immutable=1")


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(path.name + kind)


def _not_ours(connection: sqlite3.Connection, path: Path) -> Refusal | None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id != migrations.APPLICATION_ID:
        # An empty database may be one that another process is making at this moment.
        return unavailable("storage-not-ours", file=str(path)) if tables or application_id else None
    if version > len(migrations.STEPS) or not set(migrations.applied(connection)) <= set(migrations.STEPS):
        return unavailable("storage-newer", file=str(path))
    return None


def _sound(connection: sqlite3.Connection) -> bool:
    """Whether the file holds together, as far as can be seen in CHECK_SECONDS."""
    end = time.monotonic() + CHECK_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, CHECK_STEPS)
    try:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as stopped:
        if stopped.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return True
        raise
    return bool(said == "ok")


def _make_tidiable(connection: sqlite3.Connection) -> None:
    """Write an older file anew, once: from then on it gives pages back a few at a time, and holds nothing twice."""
    (kind,) = connection.execute("PRAGMA auto_vacuum").fetchone()
    if kind == INCREMENTAL:
        return
    connection.execute(f"PRAGMA auto_vacuum = {INCREMENTAL}")
    with suppress(sqlite3.OperationalError):  # another process of ours is using it: at the next start, then
        connection.execute("VACUUM")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Apply what is missing, all or nothing; another process that starts now waits, and finds it done."""
    if not migrations.pending(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(connection)
    except BaseException as fault:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(fault, sqlite3.Error) and refusal(fault, path) is None:
            raise unavailable("storage-not-upgraded", file=str(path), problem=str(fault)) from fault
        raise
    connection.execute("COMMIT")
