"""What happened to people, keys and data: rows that are added, read, and go when they are old."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple


class AuditEntry(NamedTuple):
    """One thing that happened: who did it, to whom, in which workshop, from which network, about what, how often."""

    at: str
    kind: str
    by_id: str = ""
    by_name: str = ""
    workshop_id: str = ""
    about_id: str = ""
    about_name: str = ""
    place: str = ""
    subject: str = ""
    times: int = 1
    number: int = 0


_COLUMNS = ", ".join(AuditEntry._fields)
_ADDED = AuditEntry._fields[:-1]


class AuditReader:
    """Reads the log on one connection."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def entries(self, *, kind: str = "", before: int | None = None, most: int = 200) -> Sequence[AuditEntry]:
        """The newest first, from just below a number; of one kind, or of all."""
        with self._connection() as db:
            found = db.execute(
                f"SELECT {_COLUMNS} FROM audit WHERE (?1 = '' OR kind = ?1) AND (?2 IS NULL OR number < ?2)"  # noqa: S608
                " ORDER BY number DESC LIMIT ?3",
                (kind, before, most),
            )
            return [AuditEntry(*cells) for cells in found]


class AuditWriter(AuditReader):
    """What one piece of work reads and writes of the log."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def add(self, entry: AuditEntry) -> None:
        """One entry more."""
        marks = ", ".join("?" for _ in _ADDED)
        self._db.execute(f"INSERT INTO audit ({', '.join(_ADDED)}) VALUES ({marks})", entry[:-1])  # noqa: S608

    def drop(self, before: str) -> None:
        """What is older than this goes: the only way in which anything does."""
        self._db.execute("UPDATE audit_keeping SET gone_before = max(gone_before, ?)", (before,))
        self._db.execute("DELETE FROM audit WHERE at < ?", (before,))

    def erase_name(self, participant_id: str, alias: str) -> None:
        """Somebody is called this in it from now on."""
        for what in ("by", "about"):
            self._db.execute(
                f"UPDATE audit SET {what}_name = ? WHERE {what}_id = ? AND {what}_id <> ''",  # noqa: S608
                (alias, participant_id),
            )
