"""A copy of the database in one file, taken while others write."""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from journeymap.domain.text.errors import Refusal, invalid, unavailable
from journeymap.storage.sqlite_errors import refusal


def backup(source: sqlite3.Connection, path: Path, target: Path) -> None:
    """Copy the database to `target`, which is replaced in one step or not at all.

    Errors: Refusal `invalid` where the target is a database in use, `unavailable` where it cannot be written.
    """
    target = followed(target)
    check_target(path, target)
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        with closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):  # an older, sound backup stays
                raise unavailable("storage-damaged", file=str(path))
        on_disk(part)
        part.replace(target)
        on_disk(target.parent)
    except (OSError, sqlite3.Error) as fault:
        raise _refusal(fault, path, target) from fault
    finally:
        if part is not None:
            for left in (part, *(part.with_name(part.name + beside) for beside in ("-wal", "-shm", "-journal"))):
                left.unlink(missing_ok=True)


def followed(path: Path) -> Path:
    """The file itself, where this is a link to one. Errors: Refusal where links go round in a circle."""
    try:
        found = path.resolve()
    except (OSError, RuntimeError) as fault:
        raise unavailable("storage-unwritable", file=str(path)) from fault
    if found.is_symlink():  # a newer Python leaves a circle as it is instead of raising
        raise unavailable("storage-unwritable", file=str(path))
    return found


def check_target(path: Path, target: Path) -> None:
    """Errors: Refusal where a copy would go over a database, be it the live one or another."""
    if target.is_dir():
        raise unavailable("storage-is-folder", file=str(target))
    if target.exists() and not target.is_file():  # a device, a pipe
        raise invalid("storage-backup-no-file", file=str(target))
    live = {path.resolve().with_name(path.resolve().name + beside) for beside in ("", "-wal", "-shm", "-journal")}
    if target.resolve() in live or (target.exists() and target.samefile(path)):
        raise invalid("storage-backup-onto-itself", file=str(target))
    if any(target.with_name(target.name + beside).exists() for beside in ("-wal", "-journal")):
        raise invalid("storage-backup-in-use", file=str(target))


def _refusal(fault: Exception, path: Path, target: Path) -> Refusal:
    found = refusal(fault, path)
    if found is not None and found.key == "refusal-storage-damaged":
        return found
    return unavailable("storage-backup-unwritable", file=str(target))


def on_disk(path: Path) -> None:
    """Make sure that what was written is on the disk; some systems cannot do this for a folder."""
    with suppress(PermissionError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
