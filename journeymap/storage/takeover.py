"""Putting a database in the place of another, which is kept aside."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journeymap.domain.text.errors import unavailable
from journeymap.storage.backup_copy import on_disk

BESIDE = ("-wal", "-shm", "-journal")
BROKEN = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
"""What is wrong with a file that one may well restore over."""


def take_over(made: Path, key: Path | None, database: Path, database_key: Path, aside: str) -> list[Path]:
    """Put `made`, with its key, in the place of `database`, in steps that a crash leaves whole.

    What was there stays beside it with `aside` in its name. Answers where. Errors: Refusal `unavailable` where the
    database is in use, or nothing can be written; it is as it was, then.
    """
    kept: list[Path] = []
    try:
        with _alone(database):
            if database.exists():
                kept = [_kept(one, aside) for one in (database, database_key) if one.exists()]
        for beside in BESIDE:  # what is left of a damaged file must not be played over the new one
            database.with_name(database.name + beside).unlink(missing_ok=True)
        if key is not None:
            key.replace(database_key)
        made.replace(database)
        on_disk(database.parent)
    except OSError as fault:
        raise unavailable("storage-unwritable", file=str(database)) from fault
    return kept


def _kept(path: Path, aside: str) -> Path:
    """The same file under a second name: the first one is never without a file."""
    target = path.with_name(f"{path.stem}-{aside}{path.suffix}")
    os.link(path, target)
    return target


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Make sure that nobody uses this database, and that all of it is in its file.

    SQLite leaves its log behind only where no other connection is open, in whatever process.
    """
    if not database.exists():
        yield
        return
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            if mode != "delete":
                raise unavailable("storage-in-use", file=str(database))
        except sqlite3.DatabaseError as fault:
            if fault.sqlite_errorcode & 0xFF not in BROKEN:
                raise unavailable("storage-in-use", file=str(database)) from fault
        yield
