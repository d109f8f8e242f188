"""Who is here, and where on the map: shown to everybody in the room, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.visibility import PUBLIC
from journeymap.live.member import Member
from journeymap.live.protocol import PersonHere
from journeymap.live.protocol import PresenceNews as PresenceMessage

MOST = 100
"""So many people are named at once; of a larger crowd those who did something last."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What somebody has selected, whether they edit it, which part of the map they look at, and a hand they raise."""

    at: str | None = None
    editing: bool = False
    view: dict[str, float] | None = None
    hand: str | None = None

    @classmethod
    def said(cls, message: PresenceMessage) -> "Whereabouts":
        """As a client said it."""
        view = message.view.model_dump(exclude_none=True) if message.view else None
        return cls(message.at, message.editing, view, message.hand)


@dataclass(slots=True)
class Somebody:
    """A person in a room, with one connection or several; the one used last says where they are.

    Connections that only watch say nothing of where they are: somebody who has no other is not shown.
    """

    person: Participant
    colour: int
    active: int
    tabs: dict[Member, Whereabouts] = field(default_factory=dict)
    watching: dict[Member, None] = field(default_factory=dict)

    @property
    def is_here(self) -> bool:
        """Whether a person sits there: what shows only what everybody may see is a beamer."""
        if self.person.role is Role.READER:
            return False
        return bool(self.tabs) or any(member.audience.sight != PUBLIC for member in self.watching)

    def said(self) -> PersonHere:
        """As the others are told."""
        where = next(reversed(self.tabs.values()))
        said: PersonHere = {
            "id": self.person.id,
            "name": self.person.name,
            "role": self.person.role.value,
            "colour": self.colour,
            "at": where.at,
            "editing": where.editing,
        }
        if where.view is not None:
            said["view"] = where.view
        if where.hand is not None:
            said["hand"] = where.hand
        return said


class Presence:
    """Everybody in a room, by their id, in the order in which they came."""

    def __init__(self) -> None:
        self._people: dict[str, Somebody] = {}
        self._active = count()

    def __len__(self) -> int:
        """How many people are on the board; one with two tabs is one, and who only watches is none."""
        return sum(1 for somebody in self._people.values() if somebody.tabs)

    def come(self, member: Member, colour: int) -> None:
        """Somebody is here, or here once more."""
        somebody = self._people.setdefault(member.person.id, Somebody(member.person, colour, 0))
        somebody.person = member.person
        if member.watching:
            somebody.watching[member] = None
            return
        if not somebody.tabs:  # whoever watched before comes now: the order is that of the board
            self._people[member.person.id] = self._people.pop(member.person.id)
        somebody.tabs[member] = Whereabouts()
        somebody.active = next(self._active)

    def go(self, member: Member) -> None:
        """A connection ended; the person is gone with their last one."""
        somebody = self._people.get(member.person.id)
        if somebody is None:
            return
        somebody.tabs.pop(member, None)
        somebody.watching.pop(member, None)
        if not (somebody.tabs or somebody.watching):
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
        """The connections of one person, also those that only watch."""
        somebody = self._people.get(person_id)
        return (*somebody.tabs, *somebody.watching) if somebody else ()

    def people(self) -> list[Participant]:
        """Everybody who is here."""
        return [somebody.person for somebody in self._people.values()]

    def here(self) -> set[str]:
        """Who is here, by id: on a board, a phone or a page that keeps up. The room's screen is nobody."""
        return {one for one, somebody in self._people.items() if somebody.is_here}

    def hands(self) -> list[tuple[str, str]]:
        """Who raises a hand, and which."""
        found = []
        for person_id, somebody in list(self._people.items()):
            found += [(person_id, where.hand) for where in somebody.tabs.values() if where.hand]
        return found

    def said(self) -> list[PersonHere]:
        """Everybody as they are told, in the order in which they came; of a crowd, the most active."""
        here = [somebody for somebody in self._people.values() if somebody.tabs]
        if len(here) > MOST:
            least = sorted(somebody.active for somebody in here)[-MOST]
            here = [somebody for somebody in here if somebody.active >= least]
        return [somebody.said() for somebody in here]
