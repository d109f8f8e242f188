"""Somebody in a room: what they may see, and where what is said to them goes."""

from dataclasses import dataclass
from typing import Protocol

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.visibility import PUBLIC, READERS, Sight
from journeymap.live.frame import Frame


@dataclass(frozen=True, slots=True)
class Audience:
    """What some members may see alike: everybody's, and of what is hidden (a private step, a running vote) theirs."""

    sight: Sight = PUBLIC

    def sees(self, operation: Operation) -> bool:
        """Whether this operation may be told to them; its revision counts for all."""
        return self.sight.sees_effect(operation)


EVERYBODY = Audience()
OUTSIDE = Audience(READERS)


def audience_of(person: Participant, *, public: bool = False) -> Audience:
    """Whom somebody sees along with; `public`: a room looks on. A link shows a reader no more for that."""
    if public and person.role is not Role.READER:
        return EVERYBODY
    return Audience(Sight.of(person))


class Outlet(Protocol):
    """Where frames to one connection go. Neither of its methods waits."""

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        """Send this, after what was sent before; False for a droppable frame where others still wait.

        A connection that has let too much wait is closed with 1013.
        """

    def close(self, code: int, reason: str = "") -> None:
        """Close, after what was sent before; what is sent later goes nowhere."""


class Member:
    """One connection of a person to a room; one that is `watching` keeps up with it and is not on the board."""

    __slots__ = ("audience", "outlet", "person", "session", "watching")

    def __init__(
        self,
        person: Participant,
        outlet: Outlet,
        audience: Audience = EVERYBODY,
        *,
        watching: bool = False,
        session: str = "",
    ) -> None:
        self.person = person
        self.outlet = outlet
        self.audience = audience
        self.watching = watching or person.role is Role.READER
        self.session = session

    @property
    def reads_only(self) -> bool:
        """Whether they read the map by a link: of the room and its people they are told nothing."""
        return self.person.role is Role.READER
