"""Writing workshops and people in SQLite."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import nullcontext

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.domain.text.errors import gone, invalid
from journeymap.domain.text.lookalikes import name_key
from journeymap.storage import people_rows
from journeymap.storage.audit_rows import AuditWriter
from journeymap.storage.people_contract import Claim, SavedAgenda, Waiting
from journeymap.storage.people_reader import PeopleReader


class PeopleWriter(PeopleReader):
    """What one piece of work reads and writes of workshops and people."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def add_workshop(self, workshop: Workshop) -> None:
        """A new workshop. Errors: Refusal `invalid` where the join code or the id is taken."""
        self._require_free(workshop)
        if self._known("SELECT 1 FROM workshops WHERE id = ?", workshop.id):
            raise invalid("id-taken", id=workshop.id)
        self._db.execute(
            "INSERT INTO workshops (id, title, join_code, created_at, version, state) VALUES (?, ?, ?, ?, ?, ?)",
            (*people_rows.cells_of(workshop), people_rows.state_of(workshop)),
        )

    def put_workshop(self, workshop: Workshop) -> None:
        """The workshop anew, all of it but its id. Errors: Refusal `gone`, `invalid` where the code is taken."""
        self._require_free(workshop)
        changed = self._db.execute(
            "UPDATE workshops SET title = ?2, join_code = ?3, created_at = ?4, version = ?5, state = ?6 WHERE id = ?1",
            (*people_rows.cells_of(workshop), people_rows.state_of(workshop)),
        )
        if changed.rowcount == 0:
            raise gone("storage-no-such-workshop")

    def touch_workshop(self, workshop_id: str) -> None:
        """Count its version up."""
        self._db.execute("UPDATE workshops SET version = version + 1 WHERE id = ?", (workshop_id,))

    def add_participant(self, participant: Participant, at: str) -> None:
        """Somebody joins, or is written anew: when they first joined stays. Errors: Refusal `gone`."""
        self.require_workshop(participant.workshop_id)
        self._db.execute(
            "INSERT INTO participants (id, workshop_id, name, role, joined_at, doing, name_key, confirmed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET workshop_id = excluded.workshop_id,"
            " name = excluded.name, role = excluded.role, doing = excluded.doing, name_key = excluded.name_key,"
            " confirmed = excluded.confirmed",
            (
                participant.id, participant.workshop_id, participant.name, participant.role.value, at,
                participant.doing, name_key(participant.name), participant.confirmed,
            ),
        )  # fmt: skip

        if participant.name:
            self._db.execute(
                "INSERT OR IGNORE INTO names (participant_id, name, borne_at) VALUES (?, ?, ?)",
                (participant.id, participant.name, at),
            )

    def remove_participant(self, participant_id: str, at: str) -> None:
        """Remove somebody from the workshop; what they made stays."""
        self._db.execute("UPDATE participants SET removed_at = ?, recovery = NULL WHERE id = ?", (at, participant_id))
        self._db.execute("DELETE FROM links WHERE person_id = ?", (participant_id,))

    def restore_participant(self, participant_id: str) -> None:
        """Somebody who was removed is in the workshop again."""
        self._db.execute("UPDATE participants SET removed_at = NULL WHERE id = ?", (participant_id,))

    def put_waiting(self, waiting: Waiting) -> None:
        """Somebody who waits, or what became of it."""
        values, columns = waiting.model_dump(), people_rows.OF_WAITING
        self._db.execute(
            f"INSERT INTO waiting ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})"  # noqa: S608
            " ON CONFLICT (id) DO UPDATE SET state = excluded.state, participant_id = excluded.participant_id",
            [values[name] for name in columns],
        )

    def drop_waiting(self, before: str) -> None:
        """Forget who began to wait before this time."""
        self._db.execute("DELETE FROM waiting WHERE asked_at < ?", (before,))

    def erase_name(self, participant_id: str, alias: str, at: str) -> None:
        """Somebody is called this from now on, and what they do is forgotten."""
        self._db.execute(
            "UPDATE participants SET name = ?, name_key = ?, doing = '', erased_at = ? WHERE id = ?",
            (alias, name_key(alias), at, participant_id),
        )
        self._db.execute("DELETE FROM claims WHERE participant_id = ?", (participant_id,))
        AuditWriter(self._db).erase_name(participant_id, alias)

    def erased(self, participant_id: str) -> tuple[str, str]:
        """When somebody's name was last erased, and when it was last taken out of texts."""
        found = self._db.execute(
            "SELECT coalesce(erased_at, ''), coalesce(reworded_at, '') FROM participants WHERE id = ?",
            (participant_id,),
        ).fetchone()
        return (found[0], found[1]) if found else ("", "")

    def put_reworded(self, participant_id: str, at: str) -> None:
        """Somebody's names were taken out of texts, and are forgotten here as well."""
        self._db.execute("UPDATE participants SET reworded_at = ? WHERE id = ?", (at, participant_id))
        self.drop_names(participant_id)

    def drop_names(self, participant_id: str) -> None:
        """Forget what somebody was called before."""
        self._db.execute(
            "DELETE FROM names WHERE participant_id = ?1 AND name <> (SELECT name FROM participants WHERE id = ?1)",
            (participant_id,),
        )

    def drop_old_names(self, before: str) -> None:
        """Forget the names of those whose name was erased before this time."""
        self._db.execute(
            "DELETE FROM names WHERE participant_id IN (SELECT id FROM participants WHERE erased_at < ?)", (before,)
        )

    def move_seat(self, participant_id: str, veiled: Iterable[str]) -> None:
        """Somebody's seat is on another device from now on; what they gave in these votes is not shown there."""
        self._db.execute(
            "UPDATE participants SET seats = seats + 1, veiled = ? WHERE id = ?",
            (json.dumps(sorted(veiled)), participant_id),
        )
        self._db.execute("DELETE FROM links WHERE person_id = ?", (participant_id,))  # the old device made them

    def put_recovery(self, participant_id: str, recovery: str) -> None:
        """The hash of the code by which somebody gets their seat back."""
        self._db.execute("UPDATE participants SET recovery = ? WHERE id = ?", (recovery, participant_id))

    def maps_of(self, workshop_id: str) -> Sequence[str]:
        """The ids of a workshop's maps, the archived ones too."""
        found = self._db.execute("SELECT id FROM maps WHERE workshop_id = ? ORDER BY number", (workshop_id,))
        return [map_id for (map_id,) in found]

    def put_claim(self, claim: Claim) -> None:
        """A claim, or its new state."""
        values, columns = claim.model_dump(), people_rows.OF_CLAIM
        self._db.execute(
            f"INSERT INTO claims ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})"  # noqa: S608
            " ON CONFLICT (id) DO UPDATE SET state = excluded.state",
            [values[name] for name in columns],
        )

    def drop_claims(self, before: str) -> None:
        """Forget the claims made before this time."""
        self._db.execute("DELETE FROM claims WHERE asked_at < ?", (before,))

    def saved_agendas(self, workshop_id: str) -> Sequence[SavedAgenda]:
        """The agendas that were saved from a workshop."""
        return [one for one in self.agendas() if one.workshop_id == workshop_id]

    def put_agenda(self, agenda: SavedAgenda) -> None:
        """Keep an agenda."""
        values = agenda.model_dump()
        names, marks = ", ".join(people_rows.OF_AGENDA), ", ".join("?" for _ in people_rows.OF_AGENDA)
        self._db.execute(
            f"INSERT OR REPLACE INTO agendas ({names}) VALUES ({marks})",  # noqa: S608 - names of our own
            [values[name] for name in people_rows.OF_AGENDA],
        )

    def drop_agenda(self, agenda_id: str) -> None:
        """Forget an agenda."""
        self._db.execute("DELETE FROM agendas WHERE id = ?", (agenda_id,))

    def _require_free(self, workshop: Workshop) -> None:
        found = self._db.execute(
            "SELECT 1 FROM workshops WHERE join_code = ? AND id <> ?", (workshop.join_code, workshop.id)
        ).fetchone()
        if found:
            raise invalid("storage-code-taken", join_code=workshop.join_code)

    def require_workshop(self, workshop_id: str | None) -> None:
        """Errors: Refusal `gone` where it is not there."""
        if workshop_id is not None and not self._known("SELECT 1 FROM workshops WHERE id = ?", workshop_id):
            raise gone("storage-no-such-workshop")

    def _known(self, asked: str, value: str) -> bool:
        return self._db.execute(asked, (value,)).fetchone() is not None
