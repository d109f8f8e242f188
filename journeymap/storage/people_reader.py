"""Queries about workshops and the people in them, in SQLite."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.domain.text.lookalikes import name_key
from journeymap.storage import people_rows
from journeymap.storage.people_contract import Added, Borne, Called, Claim, SavedAgenda, Waiting

_IN = "workshop_id = ? AND removed_at IS NULL"


class PeopleReader:
    """Reads workshops and people on one connection: a reader's, or the writer's in the middle of its work."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def workshops(self) -> list[Workshop]:
        """All workshops, the newest first."""
        with self._connection() as db:
            return [
                people_rows.workshop(cells)
                for cells in db.execute(f"{people_rows.WORKSHOPS} ORDER BY created_at DESC, rowid DESC")
            ]

    def workshop(self, workshop_id: str) -> Workshop | None:
        """One workshop."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.WORKSHOPS} WHERE id = ?", (workshop_id,)).fetchone()
            return found and people_rows.workshop(found)

    def workshop_versions(self, workshop_ids: Iterable[str]) -> dict[str, int]:
        """The number of changes of each of these workshops and its people."""
        with self._connection() as db:
            asked = "SELECT id, version FROM workshops WHERE id IN (SELECT value FROM json_each(?))"
            return dict(db.execute(asked, (json.dumps(list(workshop_ids)),)))

    def workshop_by_code(self, join_code: str) -> Workshop | None:
        """The workshop with this join code."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.WORKSHOPS} WHERE join_code = ?", (join_code,)).fetchone()
            return found and people_rows.workshop(found)

    def participant(self, participant_id: str) -> Participant | None:
        """One person, also one who was removed."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.PARTICIPANTS} WHERE id = ?", (participant_id,)).fetchone()
            return found and people_rows.participant(found)

    def participants(self, workshop_id: str | None = None) -> list[Participant]:
        """Everybody of one workshop, or everybody, in the order in which they came."""
        with self._connection() as db:
            found = db.execute(
                f"{people_rows.PARTICIPANTS} WHERE (?1 IS NULL OR workshop_id = ?1) ORDER BY joined_at, rowid",
                (workshop_id,),
            )
            return [people_rows.participant(cells) for cells in found]

    def named(self, workshop_id: str, name: str) -> Participant | None:
        """Somebody of this name who is in the workshop; of two, who came first."""
        with self._connection() as db:
            found = db.execute(
                f"{people_rows.PARTICIPANTS} WHERE {_IN} AND name_key = ? ORDER BY joined_at, rowid LIMIT 1",
                (workshop_id, name_key(name)),
            ).fetchone()
            return found and people_rows.participant(found)

    def called(self, workshop_id: str) -> list[Called]:
        """What everybody who is in a workshop is called."""
        with self._connection() as db:
            found = db.execute(f"SELECT id, name, role FROM participants WHERE {_IN}", (workshop_id,))  # noqa: S608
            return [Called(*cells) for cells in found]

    def waiting(self, workshop_id: str) -> list[Waiting]:
        """Who waits to be let into a workshop, whoever came first first."""
        with self._connection() as db:
            asked = f"{people_rows.WAITING} WHERE workshop_id = ? AND state = 'asked' ORDER BY asked_at, id"
            return [people_rows.waiting(cells) for cells in db.execute(asked, (workshop_id,))]

    def waits(self, waiting_id: str) -> Waiting | None:
        """Somebody who waits, or waited."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.WAITING} WHERE id = ?", (waiting_id,)).fetchone()
            return found and people_rows.waiting(found)

    def crowd(self, workshop_id: str) -> int:
        """How many people are in a workshop."""
        with self._connection() as db:
            asked = f"SELECT count(*) FROM participants WHERE {_IN}"  # noqa: S608 - names of our own
            count: int = db.execute(asked, (workshop_id,)).fetchone()[0]
            return count

    def recovered(self, workshop_id: str, recovery: str) -> Participant | None:
        """The person whose recovery code has this hash."""
        with self._connection() as db:
            found = db.execute(
                f"{people_rows.PARTICIPANTS} WHERE {_IN} AND recovery = ?", (workshop_id, recovery)
            ).fetchone()
            return found and people_rows.participant(found)

    def claim(self, claim_id: str) -> Claim | None:
        """One claim."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.CLAIMS} WHERE id = ?", (claim_id,)).fetchone()
            return found and people_rows.claim(found)

    def claims(self, workshop_id: str) -> list[Claim]:
        """The claims of a workshop, in order."""
        with self._connection() as db:
            found = db.execute(f"{people_rows.CLAIMS} WHERE workshop_id = ? ORDER BY asked_at, id", (workshop_id,))
            return [people_rows.claim(cells) for cells in found]

    def borne(self, workshop_id: str) -> list[Borne]:
        """The names that people of a workshop have borne and that are still known."""
        with self._connection() as db:
            found = db.execute(
                "SELECT names.participant_id, names.name, names.borne_at, coalesce(participants.erased_at, '')"
                " FROM names"
                " JOIN participants ON participants.id = names.participant_id WHERE participants.workshop_id = ?"
                " ORDER BY participants.joined_at, participants.rowid, names.borne_at",
                (workshop_id,),
            )
            return [Borne(*cells) for cells in found]

    def agendas(self) -> list[SavedAgenda]:
        """The agendas that people saved, by name."""
        with self._connection() as db:
            found = db.execute(people_rows.AGENDAS + " ORDER BY name, saved_at")
            return [people_rows.agenda(cells) for cells in found]

    def added(self, map_id: str, since: str, until: str | None = None) -> list[Added]:
        """The rows that were added to a map in this time, except those that it was made with."""
        with self._connection() as db:
            found = db.execute(
                "SELECT made_by, row_table, row_id FROM operations WHERE map_id = ?1 AND change = 'add'"
                " AND made_at >= ?2 AND (?3 IS NULL OR made_at <= ?3)"
                " AND batch <> (SELECT batch FROM operations WHERE map_id = ?1 AND revision = 1) ORDER BY revision",
                (map_id, since, until),
            )
            return [Added(*cells) for cells in found]
