"""SQLite's errors as refusals in a facilitator's words."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymap.domain.text.errors import Refusal, unavailable

_KEYS = {
    sqlite3.SQLITE_BUSY: "storage-busy",
    sqlite3.SQLITE_LOCKED: "storage-busy",
    sqlite3.SQLITE_FULL: "storage-full",
    sqlite3.SQLITE_IOERR: "storage-disk",
    sqlite3.SQLITE_PROTOCOL: "storage-busy",
    sqlite3.SQLITE_CORRUPT: "storage-damaged",
    sqlite3.SQLITE_NOTADB: "storage-damaged",
    sqlite3.SQLITE_READONLY: "storage-unwritable",
    sqlite3.SQLITE_CANTOPEN: "storage-unwritable",
    sqlite3.SQLITE_PERM: "storage-unwritable",
    sqlite3.SQLITE_AUTH: "storage-unwritable",
}


log = logging.getLogger(__name__)


def refusal(fault: BaseException, path: Path, *, starting: bool = False) -> Refusal | None:
    """The refusal for a fault of the disk or the file, or None where it is a mistake of ours.

    Whoever starts the program is told where the file is; whoever works in it reads its name, and the log the rest.
    """
    if not isinstance(fault, sqlite3.Error):
        return None
    code = getattr(fault, "sqlite_errorcode", None)  # the extended code: its last byte is the plain one
    key = _KEYS.get(code & 0xFF) if isinstance(code, int) else None
    if key is None:
        return None
    if starting:
        return unavailable(key, file=str(path))
    log.error("%s: %s", path, fault)
    return unavailable(key, file=path.name)


@contextmanager
def refusing(path: Path, *, starting: bool = False) -> Iterator[None]:
    """Turns faults of the disk or the file in this block into refusals."""
    try:
        yield
    except sqlite3.Error as fault:
        if refused := refusal(fault, path, starting=starting):
            raise refused from fault
        raise
