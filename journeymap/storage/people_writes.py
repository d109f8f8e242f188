"""Workshops and people in SQLite: what is written about them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.domain.text.errors import gone, invalid
from journeymap.storage import people_queries
from journeymap.storage.people_contract import Claim, SavedAgenda


class PeopleWork:
    """The part of a transaction that is about workshops and people."""

    _connection: sqlite3.Connection

    def add_workshop(self, workshop: Workshop) -> None:
        """A new workshop. Errors: Refusal `invalid` where the join code or the id is taken."""
        self._require_free(workshop)
        if self._known("SELECT 1 FROM workshops WHERE id = ?", workshop.id):
            raise invalid("id-taken", id=workshop.id)
        self._connection.execute(
            "INSERT INTO workshops (id, title, join_code, created_at, version, state) VALUES (?, ?, ?, ?, ?, ?)",
            (*people_queries.cells_of(workshop), people_queries.state_of(workshop)),
        )

    def workshop(self, workshop_id: str) -> Workshop | None:
        """The workshop as it is now."""
        return people_queries.workshop(self._connection, workshop_id)

    def put_workshop(self, workshop: Workshop) -> None:
        """The workshop anew, all of it but its id. Errors: Refusal `gone`, `invalid` where the code is taken."""
        self._require_free(workshop)
        changed = self._connection.execute(
            "UPDATE workshops SET title = ?2, join_code = ?3, created_at = ?4, version = ?5, state = ?6 WHERE id = ?1",
            (*people_queries.cells_of(workshop), people_queries.state_of(workshop)),
        )
        if changed.rowcount == 0:
            raise gone("storage-no-such-workshop")

    def touch_workshop(self, workshop_id: str) -> None:
        """Count its version up."""
        self._connection.execute("UPDATE workshops SET version = version + 1 WHERE id = ?", (workshop_id,))

    def add_participant(self, participant: Participant, at: str) -> None:
        """Somebody joins, or is written anew: when they first joined stays. Errors: Refusal `gone`."""
        self._require_workshop(participant.workshop_id)
        self._connection.execute(
            "INSERT INTO participants (id, workshop_id, name, role, joined_at, doing, name_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET workshop_id = excluded.workshop_id,"
            " name = excluded.name, role = excluded.role, doing = excluded.doing, name_key = excluded.name_key",
            (
                participant.id, participant.workshop_id, participant.name, participant.role.value, at,
                participant.doing, people_queries.name_key(participant.name),
            ),
        )  # fmt: skip

        if participant.name:
            self._connection.execute(
                "INSERT OR IGNORE INTO names (participant_id, name, borne_at) VALUES (?, ?, ?)",
                (participant.id, participant.name, at),
            )

    def participant(self, participant_id: str) -> Participant | None:
        """One person, also one who was removed."""
        return people_queries.participant(self._connection, participant_id)

    def participants(self, workshop_id: str | None) -> Sequence[Participant]:
        """Everybody of one workshop in the order in which they came."""
        return people_queries.participants(self._connection, workshop_id)

    def named(self, workshop_id: str, name: str) -> Participant | None:
        """Somebody of this name who is in the workshop."""
        return people_queries.named(self._connection, workshop_id, name)

    def crowd(self, workshop_id: str) -> int:
        """How many people are in it."""
        return people_queries.crowd(self._connection, workshop_id)

    def remove_participant(self, participant_id: str, at: str) -> None:
        """Somebody is in the workshop no more; what they made stays."""
        self._connection.execute(
            "UPDATE participants SET removed_at = ?, recovery = NULL WHERE id = ?", (at, participant_id)
        )

    def erase_name(self, participant_id: str, alias: str, at: str) -> None:
        """Somebody is called this from now on, and what they do is forgotten."""
        self._connection.execute(
            "UPDATE participants SET name = ?, name_key = ?, doing = '', erased_at = ? WHERE id = ?",
            (alias, people_queries.name_key(alias), at, participant_id),
        )
        self._connection.execute("DELETE FROM claims WHERE participant_id = ?", (participant_id,))

    def erased(self, participant_id: str) -> tuple[str, str]:
        """When somebody's name was last erased, and when it was last taken out of texts."""
        found = self._connection.execute(
            "SELECT coalesce(erased_at, ''), coalesce(reworded_at, '') FROM participants WHERE id = ?",
            (participant_id,),
        ).fetchone()
        return (found[0], found[1]) if found else ("", "")

    def put_reworded(self, participant_id: str, at: str) -> None:
        """Somebody's names were taken out of texts, and are forgotten here as well."""
        self._connection.execute("UPDATE participants SET reworded_at = ? WHERE id = ?", (at, participant_id))
        self.drop_names(participant_id)

    def drop_names(self, participant_id: str) -> None:
        """Forget what somebody was called before."""
        self._connection.execute(
            "DELETE FROM names WHERE participant_id = ?1 AND name <> (SELECT name FROM participants WHERE id = ?1)",
            (participant_id,),
        )

    def drop_old_names(self, before: str) -> None:
        """Forget the names of those whose name was erased before this time."""
        self._connection.execute(
            "DELETE FROM names WHERE participant_id IN (SELECT id FROM participants WHERE erased_at < ?)", (before,)
        )

    def move_seat(self, participant_id: str, veiled: Iterable[str]) -> None:
        """Somebody's seat is on another device from now on; what they gave in these votes is not shown there."""
        self._connection.execute(
            "UPDATE participants SET seats = seats + 1, veiled = ? WHERE id = ?",
            (json.dumps(sorted(veiled)), participant_id),
        )

    def put_recovery(self, participant_id: str, recovery: str) -> None:
        """The hash of the code by which somebody gets their seat back."""
        self._connection.execute("UPDATE participants SET recovery = ? WHERE id = ?", (recovery, participant_id))

    def maps_of(self, workshop_id: str) -> Sequence[str]:
        """The ids of a workshop's maps, the archived ones too."""
        found = self._connection.execute("SELECT id FROM maps WHERE workshop_id = ? ORDER BY number", (workshop_id,))
        return [map_id for (map_id,) in found]

    def put_claim(self, claim: Claim) -> None:
        """A claim, or its new state."""
        values, columns = claim.model_dump(), people_queries.OF_CLAIM
        self._connection.execute(
            f"INSERT INTO claims ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})"  # noqa: S608
            " ON CONFLICT (id) DO UPDATE SET state = excluded.state",
            [values[name] for name in columns],
        )

    def claim(self, claim_id: str) -> Claim | None:
        """One claim."""
        return people_queries.claim(self._connection, claim_id)

    def claims(self, workshop_id: str) -> Sequence[Claim]:
        """The claims of a workshop, in order."""
        return people_queries.claims(self._connection, workshop_id)

    def drop_claims(self, before: str) -> None:
        """Forget the claims made before this time."""
        self._connection.execute("DELETE FROM claims WHERE asked_at < ?", (before,))

    def saved_agendas(self, workshop_id: str) -> Sequence[SavedAgenda]:
        """The agendas that were saved from a workshop."""
        return [one for one in people_queries.agendas(self._connection) if one.workshop_id == workshop_id]

    def put_agenda(self, agenda: SavedAgenda) -> None:
        """Keep an agenda."""
        values = agenda.model_dump()
        names, marks = ", ".join(people_queries.OF_AGENDA), ", ".join("?" for _ in people_queries.OF_AGENDA)
        self._connection.execute(
            f"INSERT OR REPLACE INTO agendas ({names}) VALUES ({marks})",  # noqa: S608 - names of our own
            [values[name] for name in people_queries.OF_AGENDA],
        )

    def drop_agenda(self, agenda_id: str) -> None:
        """Forget an agenda."""
        self._connection.execute("DELETE FROM agendas WHERE id = ?", (agenda_id,))

    def _require_free(self, workshop: Workshop) -> None:
        found = self._connection.execute(
            "SELECT 1 FROM workshops WHERE join_code = ? AND id <> ?", (workshop.join_code, workshop.id)
        ).fetchone()
        if found:
            raise invalid("storage-code-taken", join_code=workshop.join_code)

    def _require_workshop(self, workshop_id: str | None) -> None:
        if workshop_id is not None and not self._known("SELECT 1 FROM workshops WHERE id = ?", workshop_id):
            raise gone("storage-no-such-workshop")

    def _known(self, asked: str, value: str) -> bool:
        return self._connection.execute(asked, (value,)).fetchone() is not None
