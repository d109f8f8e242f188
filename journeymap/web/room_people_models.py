"""What the API takes and gives about the people of a room."""

from pydantic import BaseModel

from journeymap.domain.people import Role
from journeymap.web.models import Text
from journeymap.web.room_models import Asked, Attendee


class Somebody(Asked):
    """Another name, or another role: co-facilitator, participant, customer, observer."""

    name: Text | None = None
    role: Role | None = None


class SecondDevice(Asked):
    """Whose second device this is, by the workshop's code and their name."""

    code: Text
    name: Text


class Waiting(BaseModel):
    """What a second device keeps until it is answered; it shows the number."""

    id: str
    number: str
    secret: str


class Secret(Asked):
    """What the second device kept."""

    secret: Text


class Answer(Asked):
    """Whether the other device is mine."""

    allow: bool


class Recovery(Asked):
    """The workshop's code, and the recovery code shown when it was made."""

    code: Text
    recovery: Text


class Token(BaseModel):
    """A seat, for `Authorization: Bearer …`; null while nobody has answered."""

    token: str | None


class Asking(BaseModel):
    """A second device that waits for an answer."""

    id: str
    participant_id: str
    name: str
    number: str


class Claims(BaseModel):
    """The second devices that one may answer for."""

    claims: list[Asking]


class People(BaseModel):
    """Everybody in the workshop, in the order in which they came."""

    people: list[Attendee]


class Erased(BaseModel):
    """How many people's names were replaced."""

    people: int
