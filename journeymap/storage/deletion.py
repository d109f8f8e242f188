"""Deleting for good: what goes is out of everybody's sight with one commit, and removed a little at a time after it.

A map is what its row in `maps` is: every list, search and look at it asks there first. So that row goes at once, and a
note says what is left behind. Whatever happens to the process, the tidier goes on from the note, here or after a start.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from journeymap.domain.model.roles import OWNER_ID, Workshop
from journeymap.domain.model.rows import TABLES
from journeymap.domain.text.errors import gone
from journeymap.storage import queries
from journeymap.storage.compaction import Alone, leave_untidy
from journeymap.storage.database_file import BUSY_SECONDS
from journeymap.storage.people_contract import PeopleWrites
from journeymap.storage.people_writer import PeopleWriter
from journeymap.storage.store import MapHead

ROWS = 100
"""So many rows are removed in one step of the writer's: a few milliseconds, whatever they are."""

MAPS = 20
"""So many maps of a workshop go out of sight in one step."""

OF_A_MAP = (
    "tracker_items", "tracker_runs",
    "texts", "pictures", "view_links", "round_verdicts", "round_customers", "validation_rounds", "map_states",
    *(table for table in reversed(TABLES) if table != "maps"), "gathered", "acts", "operations",
)  # fmt: skip
"""The tables that hold what a map consists of, beside its own row."""

OF_A_WORKSHOP = ("waiting", "claims", "sessions", "agendas")
"""The tables that hold what belongs to a workshop, beside its people."""

OF_A_PERSON = {"names": "participant_id", "links": "person_id"}
"""The tables that hold what belongs to a participant, and the column with their id."""

_KEYS = {
    "acts": "number", "operations": "revision", "gathered": "map_id",
    "names": "name", "links": "id", "waiting": "id", "sessions": "id",
    "view_links": "id", "validation_rounds": "id", "round_customers": "id",
}  # fmt: skip
"""What tells the rows of one map, workshop or person apart; elsewhere it is the number of the row."""

_NOTE = "deleting"


class Forgetful(Protocol):
    """What remembers maps in memory."""

    def drop(self, map_id: str) -> None:
        """Forget this one."""


class Deleter:
    """Puts maps and workshops out of sight for good; `alone` is the writer's, `later` has the rest removed."""

    def __init__(self, alone: Alone[set[str]], journeys: Forgetful, later: Callable[[], None]) -> None:
        self._alone = alone
        self._journeys = journeys
        self._later = later

    def delete_map(self, map_id: str, check: Callable[[PeopleWrites, MapHead], object]) -> set[str]:
        """One map; the workshops that are to look anew, its own and those of its to-bes. Errors: Refusal `gone`."""

        def work(db: sqlite3.Connection) -> set[str]:
            with _in_one(db):
                check(PeopleWriter(db), queries.bare_head(db, map_id))
                return _hide_map(db, map_id)

        places = self._alone(work).result()
        self._journeys.drop(map_id)
        self._later()
        return places

    def delete_workshop(self, workshop_id: str, check: Callable[[PeopleWrites, Workshop], object]) -> set[str]:
        """A workshop with its maps; the other workshops that are to look anew. Errors: Refusal `gone`."""
        hidden: list[str] = []

        def first(db: sqlite3.Connection) -> set[str]:
            with _in_one(db):
                workshop = PeopleWriter(db).workshop(workshop_id)
                if workshop is None:
                    raise gone("storage-no-such-workshop")
                check(PeopleWriter(db), workshop)
                db.execute("DELETE FROM agendas WHERE workshop_id = ?", (workshop_id,))  # anybody may start from them
                db.execute("DELETE FROM workshops WHERE id = ?", (workshop_id,))
                _note(db, "workshop", workshop_id)
                return _hide_maps(db, workshop_id, hidden)

        def more(db: sqlite3.Connection) -> set[str]:
            with _in_one(db):
                return _hide_maps(db, workshop_id, hidden)

        places, so_far = self._alone(first).result(), 0
        try:
            while len(hidden) > so_far:
                so_far = len(hidden)
                places |= self._alone(more).result()
        finally:
            for map_id in hidden:
                self._journeys.drop(map_id)
            self._later()
        return places


def remove_some(db: sqlite3.Connection) -> bool:
    """Remove a little of what is being deleted, people before maps. Returns whether there may be more."""
    asked = "SELECT name FROM installation_notes WHERE name GLOB ? ORDER BY name DESC LIMIT 1"
    found = db.execute(asked, (f"{_NOTE} *",)).fetchone()
    if found is None:
        return False
    _, kind, name = found[0].split(" ", 2)
    with _in_one(db):
        more = _some_of_map(db, name) if kind == "map" else _some_of_workshop(db, name)
        if not more:
            db.execute("DELETE FROM installation_notes WHERE name = ?", found)
    return True


@contextmanager
def _in_one(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction, in which what refers to a row that goes may stay for now: all of it goes in the end."""
    db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    db.execute("PRAGMA foreign_keys = OFF")  # it does nothing inside a transaction
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _hide_map(db: sqlite3.Connection, map_id: str) -> set[str]:
    """The map is not there any more; a to-be that was designed from it is one of its own. The workshops concerned."""
    concerned = "SELECT DISTINCT workshop_id FROM maps WHERE (id = ?1 OR as_is_id = ?1) AND workshop_id IS NOT NULL"
    places = {place for (place,) in db.execute(concerned, (map_id,))}
    alone = "UPDATE maps SET as_is_id = NULL, designed_from = NULL, designed_from_title = NULL WHERE as_is_id = ?"
    db.execute(alone, (map_id,))
    db.execute("UPDATE maps SET base_map_id = NULL, base_revision = NULL WHERE base_map_id = ?", (map_id,))
    db.execute("DELETE FROM maps WHERE id = ?", (map_id,))
    db.executemany("UPDATE workshops SET version = version + 1 WHERE id = ?", [(place,) for place in places])
    _note(db, "map", map_id)
    return places


def _hide_maps(db: sqlite3.Connection, workshop_id: str, hidden: list[str]) -> set[str]:
    """Some of the maps of a workshop that is not there any more, which are added to `hidden`; other workshops."""
    found = db.execute("SELECT id FROM maps WHERE workshop_id = ? LIMIT ?", (workshop_id, MAPS)).fetchall()
    places: set[str] = set()
    for (map_id,) in found:
        places |= _hide_map(db, map_id)
        hidden.append(map_id)
    return places - {workshop_id}


def _note(db: sqlite3.Connection, kind: str, name: str) -> None:
    db.execute("INSERT OR IGNORE INTO installation_notes (name, value) VALUES (?, '1')", (f"{_NOTE} {kind} {name}",))
    leave_untidy(db)


def _some_of_map(db: sqlite3.Connection, map_id: str) -> bool:
    return _some(db, OF_A_MAP, "map_id", map_id)


def _some_of_workshop(db: sqlite3.Connection, workshop_id: str) -> bool:
    hidden: list[str] = []
    _hide_maps(db, workshop_id, hidden)
    db.execute(_NEWEST_ENDING, (workshop_id,))
    if hidden or _some(db, OF_A_WORKSHOP, "workshop_id", workshop_id) or _some_names(db, workshop_id):
        return True
    found = db.execute("SELECT id FROM participants WHERE workshop_id = ? LIMIT ?", (workshop_id, ROWS // 4))
    people = [person_id for (person_id,) in found]
    for person_id in people:
        if any(_some(db, (table,), column, person_id) for table, column in OF_A_PERSON.items()):
            return True
        db.execute("DELETE FROM participants WHERE id = ?", (person_id,))
    return bool(people)


def _some_names(db: sqlite3.Connection, workshop_id: str) -> bool:
    """What happened in the workshop stays in the audit log, without anybody's name; whether there may be more."""
    cleared = db.execute(
        "UPDATE audit SET by_name = iif(by_id = ?2, by_name, ''), about_name = '' WHERE number IN (SELECT number"
        " FROM audit WHERE workshop_id = ?1 AND (about_name <> '' OR (by_name <> '' AND by_id <> ?2)) LIMIT ?3)",
        (workshop_id, OWNER_ID, ROWS),
    )
    return cleared.rowcount > 0


_NEWEST_ENDING = (
    "UPDATE sessions SET person_id = '', workshop_id = NULL, device = '' WHERE workshop_id = ?"
    " AND ending = (SELECT max(ending) FROM sessions WHERE ending IS NOT NULL)"
)
"""The number of the newest ending is not given twice, so it stays for now, and says of nobody."""


def _some(db: sqlite3.Connection, tables: tuple[str, ...], column: str, value: str) -> bool:
    """Remove rows with this value in their column, of these tables one after another; whether there may be more."""
    left = ROWS
    for table in tables:
        key = _KEYS.get(table, "rowid")
        left -= db.execute(
            f"DELETE FROM {table} WHERE {column} = ?1 AND {key} IN"  # noqa: S608 - names of our own
            f" (SELECT {key} FROM {table} WHERE {column} = ?1 LIMIT ?2)",
            (value, left),
        ).rowcount
        if left <= 0:
            return True
    return False
