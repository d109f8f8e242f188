"""Who is connected to the open maps, asked from any thread: a copy is made before it is looked through."""

from collections.abc import Mapping

from journeymap.domain.model.roles import Participant, Role
from journeymap.live.room import Room
from journeymap.storage.store import Store

COLOURS = 12
"""So many colours tell people apart; the thirteenth has the first one's."""


class RoomCensus:
    """The people in the rooms of this process. `rooms`: the open maps, opened and closed on the loop's thread."""

    def __init__(self, store: Store, rooms: Mapping[str, Room]) -> None:
        self._store = store
        self._rooms = rooms
        self._colours: dict[str, int] = {}

    def connected(self) -> set[str]:
        """Who has a connection to some map, by id."""
        return {one for room in list(self._rooms.values()) for one in room.presence.here()}

    def hands(self) -> dict[str, str]:
        """Who raises a hand, agrees, or finds something unclear."""
        return {person: hand for room in list(self._rooms.values()) for person, hand in room.presence.hands()}

    @property
    def people(self) -> int:
        """How many people are here, in all workshops."""
        return len(self.connected())

    @property
    def connections(self) -> int:
        """How many connections there are."""
        return sum(len(room) for room in list(self._rooms.values()))

    def colour(self, person: Participant, workshop_id: str | None) -> int:
        """A person's colour: by when they joined, so it stays with them. Reads the database: not for the loop."""
        if person.role is Role.OWNER or workshop_id is None:
            return 0
        if person.id not in self._colours:
            everybody = self._store.people.participants(workshop_id)
            self._colours |= {one.id: (place + 1) % COLOURS for place, one in enumerate(everybody)}
        return self._colours.get(person.id, 0)
