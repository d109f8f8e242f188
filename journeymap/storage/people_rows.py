"""Workshops and people as rows of SQLite: their columns, and the conversion of rows to values and back."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.storage.people_contract import Claim, SavedAgenda, Waiting

_OF_WORKSHOP = ("id", "title", "join_code", "created_at", "version")
_OF_PARTICIPANT = ("id", "name", "role", "workshop_id", "doing", "removed_at", "seats", "confirmed")
OF_CLAIM = tuple(Claim.model_fields)
OF_WAITING = tuple(Waiting.model_fields)
OF_AGENDA = tuple(SavedAgenda.model_fields)
WORKSHOPS = f"SELECT {', '.join(_OF_WORKSHOP)}, state FROM workshops"  # noqa: S608 - names of our own
PARTICIPANTS = (
    "SELECT id, name, role, workshop_id, doing, coalesce(removed_at, ''), seats, confirmed, veiled FROM participants"
)
CLAIMS = f"SELECT {', '.join(OF_CLAIM)} FROM claims"  # noqa: S608
WAITING = f"SELECT {', '.join(OF_WAITING)} FROM waiting"  # noqa: S608
AGENDAS = f"SELECT {', '.join(OF_AGENDA)} FROM agendas"  # noqa: S608


def cells_of(workshop: Workshop) -> tuple[Any, ...]:
    """The cells of the fields that have their own columns."""
    return tuple(getattr(workshop, name) for name in _OF_WORKSHOP)


def state_of(workshop: Workshop) -> str:
    """The fields without their own columns, as JSON."""
    kept = workshop.model_dump(mode="json", exclude=set(_OF_WORKSHOP), exclude_defaults=True)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=128)
def workshop(cells: tuple[Any, ...]) -> Workshop:
    """The workshop in this row; cached, because every change of a map needs it and it seldom changes."""
    *plain, state = cells
    return Workshop.model_validate({**json.loads(state), **dict(zip(_OF_WORKSHOP, plain, strict=True))})


def participant(cells: Sequence[Any]) -> Participant:
    """Somebody, from the columns of PARTICIPANTS."""
    *plain, veiled = cells
    values: dict[str, Any] = dict(zip(_OF_PARTICIPANT, plain, strict=True))
    return Participant.model_validate(
        {**values, "removed": bool(values["removed_at"]), "veiled": frozenset(json.loads(veiled))}
    )


def claim(cells: Sequence[Any]) -> Claim:
    """A claim, from the columns of CLAIMS."""
    return Claim.model_validate(dict(zip(OF_CLAIM, cells, strict=True)))


def waiting(cells: Sequence[Any]) -> Waiting:
    """Somebody who waits, from the columns of WAITING."""
    return Waiting.model_validate(dict(zip(OF_WAITING, cells, strict=True)))


def agenda(cells: Sequence[Any]) -> SavedAgenda:
    """A saved agenda, from the columns of AGENDAS."""
    return SavedAgenda.model_validate(dict(zip(OF_AGENDA, cells, strict=True)))
