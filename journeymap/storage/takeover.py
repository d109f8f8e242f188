"""Putting a database in the place of another, which is kept aside."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from journeymap.domain.text.errors import unavailable
from journeymap.storage.backup_copy import followed, on_disk

BESIDE = ("-wal", "-shm", "-journal")
_OWNERS_ALONE = 0o600
BROKEN = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
"""What is wrong with a file that one may well restore over."""


def take_over(made: Path, key: Path | None, database: Path, database_key: Path, aside: str) -> list[Path]:
    """Put `made`, with its key, in the place of `database`, in steps that a crash leaves whole.

    What was there stays beside it with `aside` in its name. Answers where. A link stays a link: the file it leads to
    is replaced. What is new has the mode and the owner of what was there, a key the owner's alone. Errors: Refusal
    `unavailable` where the database is in use, or nothing can be written; it is as it was, then.
    """
    kept: list[Path] = []
    database, database_key = followed(database), followed(database_key)
    try:
        _belong(made, database)
        with _alone(database):
            if database.exists():
                kept = [_kept(one, aside) for one in (database, database_key) if one.exists()]
        for beside in BESIDE:  # what is left of a damaged file must not be played over the new one
            database.with_name(database.name + beside).unlink(missing_ok=True)
        if key is not None:
            _put_key(key, database_key, database)
        made.replace(database)
        on_disk(database.parent)
    except OSError as fault:
        if made.exists():  # else it is in its place
            for one in kept:
                one.unlink(missing_ok=True)
        raise unavailable("storage-unwritable", file=str(database)) from fault
    return kept


def _put_key(key: Path, target: Path, database: Path) -> None:
    """A key may lie on another disk than the database: there it is written whole before it counts."""
    made = target.with_name(f".{target.name}.new")
    made.unlink(missing_ok=True)
    try:
        with open(made, "xb", opener=_private) as file:
            file.write(key.read_bytes())
        _belong(made, target if target.exists() else database)
        made.chmod(_OWNERS_ALONE)
        on_disk(made)
        made.replace(target)
        on_disk(target.parent)
    finally:
        made.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, _OWNERS_ALONE)


def _belong(made: Path, before: Path) -> None:
    """Whoever runs the server opens it, whoever puts it back: mode and owner of what was there, else of the folder."""
    known = before.stat() if before.exists() else None
    owner = known or before.parent.stat()
    made.chmod(stat.S_IMODE(known.st_mode) | _OWNERS_ALONE if known is not None else _OWNERS_ALONE)
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # who is not root gives nothing away, and owned it before
            os.chown(made, owner.st_uid, owner.st_gid)


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
