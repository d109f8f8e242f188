"""What the API takes and gives about the people of a room."""

from pydantic import BaseModel, Field

from journeymap.domain.model.roles import Role
from journeymap.service.word_removal import Preview
from journeymap.web.api.models import Text
from journeymap.web.api.room_models import Attendee, RoomBody


class PersonChange(RoomBody):
    """Another name, or another role: co-facilitator, participant, customer, observer."""

    name: Text | None = None
    role: Role | None = None


class SecondDevice(RoomBody):
    """Whose second device this is, by the workshop's code and their name."""

    code: Text
    name: Text


class WaitingDevice(BaseModel):
    """What a second device keeps until it is answered; it shows the number."""

    id: str
    number: str
    secret: str


class Secret(RoomBody):
    """What the second device kept."""

    secret: Text


class Answer(RoomBody):
    """Whether the other device is mine."""

    allow: bool


class Recovery(RoomBody):
    """The workshop's code, and the recovery code shown when it was made."""

    code: Text
    recovery: Text


class PeopleChosen(RoomBody):
    """Several people, by their ids."""

    ids: list[Text] = Field(min_length=1, max_length=1_000)


class LetIn(RoomBody):
    """Who of those who wait is let in, or turned away; without ids all."""

    allow: bool = True
    ids: list[Text] | None = Field(None, max_length=1_000)


class AtTheDoor(BaseModel):
    """Somebody who waits to be let in."""

    id: str
    name: str
    role: str
    doing: str
    asked_at: str


class WaitingList(BaseModel):
    """Who waits, whoever came first first."""

    waiting: list[AtTheDoor]


class Token(BaseModel):
    """A seat, for `Authorization: Bearer …`; null while nobody has answered."""

    token: str | None


class SeatQuestion(BaseModel):
    """A second device that waits for an answer."""

    id: str
    participant_id: str
    name: str
    number: str


class Claims(BaseModel):
    """The second devices that one may answer for."""

    claims: list[SeatQuestion]


class PeopleList(BaseModel):
    """Everybody in the workshop, in the order in which they came."""

    people: list[Attendee]


class Erased(BaseModel):
    """How many people's names were replaced."""

    people: int


class Everybody(RoomBody):
    """How many places the preview showed; where there are more by now nothing is erased."""

    places: int | None = Field(default=None, ge=0)


class NameRemoval(RoomBody):
    """Names that somebody bore, and how many places the preview of them showed."""

    names: list[Text] = Field(min_length=1, max_length=50)
    places: int = Field(ge=0)


class Reworded(BaseModel):
    """How many texts were changed, those of the history included."""

    places: int


class OfferedName(BaseModel):
    """A name that somebody bore; `why` it cannot be taken out of texts: `ordinary`, `persona`, `other`, or null."""

    participant_id: str
    name: str
    alias: str
    why: str | None
    places: int


class WordPlace(BaseModel):
    """One text in which a name stands; `map` is null for the workshop's own words."""

    map: str | None
    map_title: str
    table: str
    row: str
    field: str
    before: str
    after: str


class Words(BaseModel):
    """What taking names out of texts would change: `places` on the maps and in the workshop's own words.

    `logged` entries of the history say the same, and `count` is all of it.
    """

    names: list[OfferedName]
    places: list[WordPlace]
    logged: int
    count: int

    @classmethod
    def of(cls, found: Preview) -> "Words":
        """A preview, as the API says it."""
        return cls(
            names=[
                OfferedName(
                    participant_id=one.participant_id, name=one.name, alias=one.alias, why=one.why or None,
                    places=found.counts.get(one.name, 0),
                )
                for one in found.names
            ],
            places=[
                WordPlace(
                    map=one.map_id or None, map_title=one.map_title, table=one.table, row=one.row_id,
                    field=one.field, before=one.before, after=one.after,
                )
                for one in found.places
            ],
            logged=found.logged,
            count=found.count,
        )  # fmt: skip


class TakenAway(BaseModel):
    """Rows that are gone, changes to what others made that were set back, and what others have built on and stays."""

    rows: int
    changes: int
    stayed: int
