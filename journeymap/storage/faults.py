"""What SQLite says when something is wrong, as a refusal in a facilitator's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymap.domain.errors import Refusal, unavailable

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


def refusal(fault: BaseException, path: Path) -> Refusal | None:
    """The refusal for a fault of the disk or the file, or None where it is a mistake of ours."""
    if not isinstance(fault, sqlite3.Error):
        return None
    code = getattr(fault, "sqlite_errorcode", None)  # the extended code: its last byte is the plain one
    key = _KEYS.get(code & 0xFF) if isinstance(code, int) else None
    return unavailable(key, file=str(path)) if key else None


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Faults of the disk or the file, met in here, become refusals."""
    try:
        yield
    except sqlite3.Error as fault:
        if refused := refusal(fault, path):
            raise refused from fault
        raise
