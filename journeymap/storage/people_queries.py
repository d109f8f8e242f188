"""Workshops and people in SQLite: what is asked about them, on whatever connection it is asked of."""

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.storage.people_contract import Added, Borne, Claim, SavedAgenda

_OF_WORKSHOP = ("id", "title", "join_code", "created_at", "version")
_OF_PARTICIPANT = ("id", "name", "role", "workshop_id", "doing", "removed_at", "seats")
OF_CLAIM = tuple(Claim.model_fields)
OF_AGENDA = tuple(SavedAgenda.model_fields)
_WORKSHOPS = f"SELECT {', '.join(_OF_WORKSHOP)}, state FROM workshops"  # noqa: S608 - names of our own
_PARTICIPANTS = "SELECT id, name, role, workshop_id, doing, coalesce(removed_at, ''), seats, veiled FROM participants"
_CLAIMS = f"SELECT {', '.join(OF_CLAIM)} FROM claims"  # noqa: S608
_IN = "workshop_id = ? AND removed_at IS NULL"


def name_key(name: str) -> str:
    """A name as names are compared: without regard to case, width and extra spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def workshops(connection: sqlite3.Connection) -> list[Workshop]:
    """All workshops, the newest first."""
    return [_workshop(cells) for cells in connection.execute(f"{_WORKSHOPS} ORDER BY created_at DESC, rowid DESC")]


def workshop(connection: sqlite3.Connection, workshop_id: str) -> Workshop | None:
    """One workshop."""
    found = connection.execute(f"{_WORKSHOPS} WHERE id = ?", (workshop_id,)).fetchone()
    return found and _workshop(found)


def workshop_versions(connection: sqlite3.Connection, workshop_ids: Iterable[str]) -> dict[str, int]:
    """How often each of these, or its people, changed."""
    asked = "SELECT id, version FROM workshops WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(asked, (json.dumps(list(workshop_ids)),)))


def workshop_by_code(connection: sqlite3.Connection, join_code: str) -> Workshop | None:
    """The workshop with this join code."""
    found = connection.execute(f"{_WORKSHOPS} WHERE join_code = ?", (join_code,)).fetchone()
    return found and _workshop(found)


def participant(connection: sqlite3.Connection, participant_id: str) -> Participant | None:
    """One person, also one who was removed."""
    found = connection.execute(f"{_PARTICIPANTS} WHERE id = ?", (participant_id,)).fetchone()
    return found and _participant(found)


def participants(connection: sqlite3.Connection, workshop_id: str | None) -> list[Participant]:
    """Everybody of one workshop, or everybody, in the order in which they came."""
    found = connection.execute(
        f"{_PARTICIPANTS} WHERE (?1 IS NULL OR workshop_id = ?1) ORDER BY joined_at, rowid", (workshop_id,)
    )
    return [_participant(cells) for cells in found]


def named(connection: sqlite3.Connection, workshop_id: str, name: str) -> Participant | None:
    """Somebody of this name who is in the workshop; of two, who came first."""
    found = connection.execute(
        f"{_PARTICIPANTS} WHERE {_IN} AND name_key = ? ORDER BY joined_at, rowid LIMIT 1",
        (workshop_id, name_key(name)),
    ).fetchone()
    return found and _participant(found)


def crowd(connection: sqlite3.Connection, workshop_id: str) -> int:
    """How many people are in a workshop."""
    count: int = connection.execute(f"SELECT count(*) FROM participants WHERE {_IN}", (workshop_id,)).fetchone()[0]  # noqa: S608
    return count


def recovered(connection: sqlite3.Connection, workshop_id: str, recovery: str) -> Participant | None:
    """Whoever's seat this recovery code's hash gives back."""
    found = connection.execute(f"{_PARTICIPANTS} WHERE {_IN} AND recovery = ?", (workshop_id, recovery)).fetchone()
    return found and _participant(found)


def claim(connection: sqlite3.Connection, claim_id: str) -> Claim | None:
    """One claim."""
    found = connection.execute(f"{_CLAIMS} WHERE id = ?", (claim_id,)).fetchone()
    return found and _claim(found)


def claims(connection: sqlite3.Connection, workshop_id: str) -> list[Claim]:
    """The claims of a workshop, in order."""
    found = connection.execute(f"{_CLAIMS} WHERE workshop_id = ? ORDER BY asked_at, id", (workshop_id,))
    return [_claim(cells) for cells in found]


def borne(connection: sqlite3.Connection, workshop_id: str) -> list[Borne]:
    """The names that people of a workshop have borne and that are still known."""
    found = connection.execute(
        "SELECT names.participant_id, names.name, names.borne_at, coalesce(participants.erased_at, '') FROM names"
        " JOIN participants ON participants.id = names.participant_id WHERE participants.workshop_id = ?"
        " ORDER BY participants.joined_at, participants.rowid, names.borne_at",
        (workshop_id,),
    )
    return [Borne(*cells) for cells in found]


def agendas(connection: sqlite3.Connection) -> list[SavedAgenda]:
    """The agendas that people saved, by name."""
    found = connection.execute(f"SELECT {', '.join(OF_AGENDA)} FROM agendas ORDER BY name, saved_at")  # noqa: S608
    return [SavedAgenda.model_validate(dict(zip(OF_AGENDA, cells, strict=True))) for cells in found]


def added(connection: sqlite3.Connection, map_id: str, since: str, until: str | None) -> list[Added]:
    """The rows that were added to a map in this time, but for those that it was made with."""
    found = connection.execute(
        "SELECT made_by, row_table, row_id FROM operations WHERE map_id = ?1 AND change = 'add'"
        " AND made_at >= ?2 AND (?3 IS NULL OR made_at <= ?3)"
        " AND batch <> (SELECT batch FROM operations WHERE map_id = ?1 AND revision = 1) ORDER BY revision",
        (map_id, since, until),
    )
    return [Added(*cells) for cells in found]


def cells_of(workshop: Workshop) -> tuple[Any, ...]:
    """What has a column of its own."""
    return tuple(getattr(workshop, name) for name in _OF_WORKSHOP)


def state_of(workshop: Workshop) -> str:
    """All that has no column of its own."""
    kept = workshop.model_dump(mode="json", exclude=set(_OF_WORKSHOP), exclude_defaults=True)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=128)
def _workshop(cells: tuple[Any, ...]) -> Workshop:
    """Every change of a map asks for it, and it seldom is another one."""
    *plain, state = cells
    return Workshop.model_validate({**json.loads(state), **dict(zip(_OF_WORKSHOP, plain, strict=True))})


def _participant(cells: Sequence[Any]) -> Participant:
    *plain, veiled = cells
    values: dict[str, Any] = dict(zip(_OF_PARTICIPANT, plain, strict=True))
    return Participant.model_validate(
        {**values, "removed": bool(values["removed_at"]), "veiled": frozenset(json.loads(veiled))}
    )


def _claim(cells: Sequence[Any]) -> Claim:
    return Claim.model_validate(dict(zip(OF_CLAIM, cells, strict=True)))
