"""Who is here, and where on the map: shown to everybody in the room, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from journeymap.domain.people import Participant
from journeymap.live.member import Member

MOST = 100
"""So many people are named at once; of a larger crowd those who did something last."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What somebody has selected, whether they are editing it, and which part of the map they look at."""

    at: str | None = None
    editing: bool = False
    view: dict[str, float] | None = None


@dataclass(slots=True)
class Somebody:
    """A person in a room, with one connection or several; the one used last says where they are."""

    person: Participant
    colour: int
    active: int
    tabs: dict[Member, Whereabouts] = field(default_factory=dict)

    def said(self) -> dict[str, Any]:
        """As the others are told."""
        where = next(reversed(self.tabs.values()))
        said = {
            "id": self.person.id,
            "name": self.person.name,
            "role": self.person.role.value,
            "colour": self.colour,
            "at": where.at,
            "editing": where.editing,
        }
        return said if where.view is None else {**said, "view": where.view}


class Presence:
    """Everybody in a room, by their id, in the order in which they came."""

    def __init__(self) -> None:
        self._people: dict[str, Somebody] = {}
        self._active = count()

    def __len__(self) -> int:
        """How many people are here; one with two tabs is one."""
        return len(self._people)

    def come(self, member: Member, colour: int) -> None:
        """Somebody is here, or here once more."""
        somebody = self._people.setdefault(member.person.id, Somebody(member.person, colour, 0))
        somebody.person = member.person
        somebody.tabs[member] = Whereabouts()
        somebody.active = next(self._active)

    def go(self, member: Member) -> None:
        """A connection ended; the person is gone with their last one."""
        somebody = self._people.get(member.person.id)
        if somebody is None:
            return
        somebody.tabs.pop(member, None)
        if not somebody.tabs:
            del self._people[member.person.id]

    def move(self, member: Member, where: Whereabouts) -> bool:
        """Somebody is elsewhere now; whether that is news."""
        somebody = self._people.get(member.person.id)
        if somebody is None or member not in somebody.tabs:
            return False
        news = next(reversed(somebody.tabs.values())) != where
        del somebody.tabs[member]
        somebody.tabs[member] = where
        somebody.active = next(self._active)
        return news

    def rename(self, person: Participant) -> None:
        """Somebody's name or role is another one now."""
        if person.id in self._people:
            self._people[person.id].person = person

    def tabs_of(self, person_id: str) -> Sequence[Member]:
        """The connections of one person."""
        somebody = self._people.get(person_id)
        return tuple(somebody.tabs) if somebody else ()

    def people(self) -> list[Participant]:
        """Everybody who is here."""
        return [somebody.person for somebody in self._people.values()]

    def said(self) -> list[dict[str, Any]]:
        """Everybody as they are told, in the order in which they came; of a crowd, the most active."""
        here = list(self._people.values())
        if len(here) > MOST:
            least = sorted(somebody.active for somebody in here)[-MOST]
            here = [somebody for somebody in here if somebody.active >= least]
        return [somebody.said() for somebody in here]
