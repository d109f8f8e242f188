"""The part of the contract that is about workshops and the people in them."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

from journeymap.domain.model.roles import Participant, Workshop


class Claim(BaseModel):
    """A second device says that it belongs to somebody who is there already; the first one is asked.

    `number` is shown on both, `secret` is a hash of what the second device holds.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    participant_id: str
    workshop_id: str
    number: str
    secret: str
    state: Literal["asked", "allowed", "refused", "taken"] = "asked"
    asked_at: str


class Waiting(BaseModel):
    """Somebody who waits to be let into a workshop; `secret` is a hash of what their device holds."""

    model_config = ConfigDict(frozen=True)

    id: str
    workshop_id: str
    name: str
    role: str
    doing: str = ""
    secret: str
    state: Literal["asked", "allowed", "refused", "taken"] = "asked"
    asked_at: str
    participant_id: str | None = None


class SavedAgenda(BaseModel):
    """An agenda that somebody saved to use again; `steps` is JSON."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    language: str
    steps: str
    workshop_id: str | None = None
    saved_at: str


class Borne(NamedTuple):
    """A name that somebody has borne, since when, and when their name was last erased ("": never)."""

    participant_id: str
    name: str
    since: str
    erased_at: str


class Called(NamedTuple):
    """What somebody in a workshop is called, and their role."""

    id: str
    name: str
    role: str


class Added(NamedTuple):
    """One row that somebody added to a map."""

    by: str
    table: str
    id: str


class PeopleReads(Protocol):
    """What may be read of workshops and people."""

    def workshops(self) -> Sequence[Workshop]:
        """All workshops, the newest first."""

    def workshop(self, workshop_id: str) -> Workshop | None:
        """One workshop."""

    def workshop_versions(self, workshop_ids: Iterable[str]) -> dict[str, int]:
        """The number of changes of each of these workshops and its people."""

    def workshop_by_code(self, join_code: str) -> Workshop | None:
        """The workshop with this join code."""

    def participant(self, participant_id: str) -> Participant | None:
        """One person, also one who was removed."""

    def participants(self, workshop_id: str | None = None) -> Sequence[Participant]:
        """Everybody of one workshop, or everybody; those too who were removed."""

    def named(self, workshop_id: str, name: str) -> Participant | None:
        """Somebody of this name who is in the workshop, whatever the case of its letters."""

    def recovered(self, workshop_id: str, recovery: str) -> Participant | None:
        """Whoever's seat this recovery code's hash gives back."""

    def claim(self, claim_id: str) -> Claim | None:
        """One claim."""

    def claims(self, workshop_id: str) -> Sequence[Claim]:
        """The claims of a workshop, in order."""

    def agendas(self) -> Sequence[SavedAgenda]:
        """The agendas that people saved, by name."""

    def added(self, map_id: str, since: str, until: str | None = None) -> Sequence[Added]:
        """The rows that were added to a map in this time, in order; not those that it was made with: a copy's."""

    def borne(self, workshop_id: str) -> Sequence[Borne]:
        """The names that people of a workshop have borne and that are still known, in the order of the people."""

    def called(self, workshop_id: str) -> Sequence[Called]:
        """What everybody who is in a workshop is called."""

    def waiting(self, workshop_id: str) -> Sequence[Waiting]:
        """Who waits to be let into a workshop, whoever came first first."""

    def waits(self, waiting_id: str) -> Waiting | None:
        """Somebody who waits, or waited."""

    def crowd(self, workshop_id: str) -> int:
        """How many people are in it."""


class PeopleWrites(PeopleReads, Protocol):
    """What may be written of them inside one piece of work."""

    def add_workshop(self, workshop: Workshop) -> None:
        """A new workshop. Errors: Refusal `invalid` where the join code or the id is taken."""

    def put_workshop(self, workshop: Workshop) -> None:
        """The workshop anew, all of it but its id. Errors: Refusal `gone`, `invalid` where the code is taken."""

    def touch_workshop(self, workshop_id: str) -> None:
        """Count its version up: somebody came, left or changed."""

    def add_participant(self, participant: Participant, at: str) -> None:
        """Somebody joins, or is written anew with another name. Errors: Refusal `gone` without such a workshop."""

    def remove_participant(self, participant_id: str, at: str) -> None:
        """Remove somebody from the workshop; what they made stays."""

    def restore_participant(self, participant_id: str) -> None:
        """Somebody who was removed is in the workshop again."""

    def put_waiting(self, waiting: Waiting) -> None:
        """Somebody who waits, or what became of it."""

    def drop_waiting(self, before: str) -> None:
        """Forget who began to wait before this time."""

    def erase_name(self, participant_id: str, alias: str, at: str) -> None:
        """Somebody is called this from now on, and what they do is forgotten; who asks for their seat, too."""

    def erased(self, participant_id: str) -> tuple[str, str]:
        """When somebody's name was last erased, and when it was last taken out of texts; "": never."""

    def put_reworded(self, participant_id: str, at: str) -> None:
        """Somebody's names were taken out of texts, and are forgotten here as well."""

    def drop_names(self, participant_id: str) -> None:
        """Forget what somebody was called before."""

    def drop_old_names(self, before: str) -> None:
        """Forget the names of those whose name was erased before this time."""

    def move_seat(self, participant_id: str, veiled: Iterable[str]) -> None:
        """Somebody's seat is on another device from now on; what they gave in these votes is not shown there."""

    def put_recovery(self, participant_id: str, recovery: str) -> None:
        """The hash of the code by which somebody gets their seat back."""

    def maps_of(self, workshop_id: str) -> Sequence[str]:
        """The ids of a workshop's maps, the archived ones too."""

    def put_claim(self, claim: Claim) -> None:
        """A claim, or its new state."""

    def drop_claims(self, before: str) -> None:
        """Forget the claims made before this time."""

    def saved_agendas(self, workshop_id: str) -> Sequence[SavedAgenda]:
        """The agendas that were saved from a workshop."""

    def put_agenda(self, agenda: SavedAgenda) -> None:
        """Keep an agenda."""

    def drop_agenda(self, agenda_id: str) -> None:
        """Forget an agenda."""
