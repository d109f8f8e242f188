"""Sessions and links in SQLite."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from journeymap.storage.session_contract import DeviceSession, Endings

OWNER_GENERATION = "owner-generation"
"""Under this name the installation remembers how often the owner's key was changed."""

MOST_SHOWN = 2_000
"""So many sessions are listed at most, those that were used last."""

_COLUMNS = ", ".join(DeviceSession._fields)
_SESSIONS = f"SELECT {_COLUMNS} FROM sessions"  # noqa: S608 - names of our own


class SessionReader:
    """Reads sessions on one connection: a reader's, or the writer's in the middle of its work."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def session(self, session_id: str) -> DeviceSession | None:
        """One session, also one that has ended."""
        with self._connection() as db:
            found = db.execute(f"{_SESSIONS} WHERE id = ?", (session_id,)).fetchone()
            return DeviceSession(*found) if found else None

    def sessions(self, *, person_id: str | None = None, workshop_id: str | None = None) -> Sequence[DeviceSession]:
        """Those that have not ended, the last seen first."""
        asked = [(name, value) for name, value in (("person_id", person_id), ("workshop_id", workshop_id)) if value]
        where = "".join(f" AND {name} = ?" for name, _ in asked)
        with self._connection() as db:
            found = db.execute(
                f"{_SESSIONS} WHERE ended_at IS NULL{where} ORDER BY seen_at DESC, begun_at DESC, id"
                f" LIMIT {MOST_SHOWN}",
                [value for _, value in asked],
            )
            return [DeviceSession(*cells) for cells in found]

    def endings(self, since: int) -> Endings:
        """What ended after this number."""
        with self._connection() as db:
            found = db.execute("SELECT id, ending FROM sessions WHERE ending > ? ORDER BY ending", (since,)).fetchall()
            note = db.execute("SELECT value FROM installation_notes WHERE name = ?", (OWNER_GENERATION,)).fetchone()
        return Endings([one for one, _ in found], found[-1][1] if found else since, int(note[0]) if note else 0)


class SessionWriter(SessionReader):
    """What one piece of work reads and writes of sessions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def begin_session(self, session: DeviceSession) -> None:
        """A new one; one that is there stays as it is."""
        marks = ", ".join("?" for _ in session)
        self._db.execute(f"INSERT OR IGNORE INTO sessions ({_COLUMNS}) VALUES ({marks})", session)  # noqa: S608

    def see_session(self, session_id: str, at: str) -> None:
        """It was used at this time."""
        self._db.execute("UPDATE sessions SET seen_at = max(seen_at, ?) WHERE id = ?", (at, session_id))

    def end_session(self, session_id: str, at: str) -> bool:
        """It is worth nothing from now on."""
        ended = self._db.execute(
            "UPDATE sessions SET ended_at = ?, ending = (SELECT coalesce(max(ending), 0) + 1 FROM sessions"
            " WHERE ending IS NOT NULL)"
            " WHERE id = ? AND ended_at IS NULL",
            (at, session_id),
        )
        return ended.rowcount > 0

    def drop_sessions(self, before: str) -> None:
        """Forget those that began before this time; the newest ending stays."""
        self._db.execute(
            "DELETE FROM sessions WHERE begun_at < ? AND ending IS NOT"
            " (SELECT max(ending) FROM sessions WHERE ending IS NOT NULL)",
            (before,),
        )

    def oldest_beyond(self, person_id: str, most: int) -> Sequence[str]:
        """Those of somebody's sessions that have not been used for longest, where they are more than so many."""
        found = self._db.execute(
            "SELECT id FROM sessions WHERE person_id = ? AND ended_at IS NULL"
            " ORDER BY seen_at DESC, begun_at DESC, id LIMIT -1 OFFSET ?",
            (person_id, most),
        )
        return [one for (one,) in found]

    def put_link(self, link_id: str, person_id: str, until: str, at: str, most: int) -> None:
        """A link that works once, until this time. Somebody has so many at most; what ran out is forgotten."""
        self._db.execute("DELETE FROM links WHERE expires_at < ?", (at,))
        self._db.execute(
            "DELETE FROM links WHERE id IN (SELECT id FROM links WHERE person_id = ? AND used_at IS NULL"
            " ORDER BY expires_at DESC LIMIT -1 OFFSET ?)",
            (person_id, most - 1),
        )
        self._db.execute("INSERT INTO links (id, person_id, expires_at) VALUES (?, ?, ?)", (link_id, person_id, until))

    def use_link(self, link_id: str, at: str) -> str | None:
        """Whose link this is, which is used up now."""
        found = self._db.execute(
            "UPDATE links SET used_at = ?1 WHERE id = ?2 AND used_at IS NULL AND expires_at > ?1 RETURNING person_id",
            (at, link_id),
        ).fetchone()
        return str(found[0]) if found else None

    def drop_links(self, person_id: str, at: str) -> None:
        """Somebody's links that were not used work no more."""
        self._db.execute("UPDATE links SET used_at = ? WHERE person_id = ? AND used_at IS NULL", (at, person_id))
