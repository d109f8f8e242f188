"""What the follower of the log asks and tells about the rooms, all of it on the follower's own thread."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Protocol

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.lifecycle import is_over
from journeymap.live.clock import RoomClock
from journeymap.live.room import Room
from journeymap.service.commit_mail import CommitMail
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.service import Service
from journeymap.service.step_broadcast import StepBroadcast


class OnTheLoop(Protocol):
    """What is done with what was found, on the loop's thread."""

    def take(self, map_id: str, operations: Sequence[Operation], at: float) -> None:
        """These operations of this map came in."""

    def forget(self, map_id: str, erasures: int) -> None:
        """Names were taken out of this map: the room remembers nothing of before."""

    def vanish(self, map_id: str) -> None:
        """This map was deleted."""

    def reviewed(
        self, room: Room, workshop_id: str | None, known: Mapping[str, Participant], barred: Collection[str]
    ) -> None:
        """These people belong to the room's workshop now, and these links do not lead to its map any more."""


class FollowedRooms:
    """The open maps as the follower sees them. What it finds is posted to the loop."""

    def __init__(
        self,
        service: Service,
        rooms: Mapping[str, Room],
        then: OnTheLoop,
        *,
        mail: CommitMail,
        stages: StepBroadcast,
        letters: Letterbox,
        clock: RoomClock,
    ) -> None:
        self._service = service
        self._store = service.house.store
        self._rooms = rooms
        self._mail = mail
        self._stages = stages
        self._letters = letters
        self._clock = clock
        self._then = then
        self._endings = service.house.sessions.mark

    def revisions(self) -> dict[str, int]:
        """The open maps, and the last revision that is known of each or is on its way."""
        rooms = list(self._rooms.items())
        return {map_id: max(room.revision, self._mail.revision(map_id)) for map_id, room in rooms}

    def missed(self, map_id: str) -> int:
        """The last revision that came in."""
        room = self._rooms.get(map_id)
        return room.revision if room is not None else 0

    def found(self, map_id: str, operations: Sequence[Operation]) -> None:
        """These came from elsewhere, or were missed."""
        self._letters.post(partial(self._then.take, map_id, operations, self._clock.time()))

    def erasures(self) -> dict[str, int]:
        """How often each open map had been changed by an erasure when it was last told."""
        return {map_id: room.erasures for map_id, room in list(self._rooms.items())}

    def erased(self, map_id: str, erasures: int) -> None:
        """Names were taken out of this map, by whatever process."""
        self._letters.post(partial(self._then.forget, map_id, erasures))

    def vanished(self, map_id: str) -> None:
        """This map was deleted, by whatever process."""
        self._letters.post(partial(self._then.vanish, map_id))

    def workshops(self) -> dict[str, int]:
        """The workshops of the open maps, and how often each had changed when it was last looked up."""
        return self._stages.versions()

    def moved(self, workshop_id: str, version: int) -> None:
        """A workshop or its people changed."""
        self._stages.moved(workshop_id, version)

    def endings(self) -> bool:
        """Whether sessions have ended since this was asked last, in whatever process."""
        memory = self._service.house.sessions
        memory.refresh(self._store.sessions.endings)
        known, self._endings = self._endings, memory.mark
        return known != self._endings

    def review(self) -> None:
        """Look whether everybody may still be where they are, and is still called what they are called."""
        self._service.house.disk.left  # noqa: B018 - looked at now and then, so that the log says it in time
        for map_id, room in list(self._rooms.items()):
            try:
                workshop_id = self._store.head(map_id).workshop_id
            except Refusal as refusal:
                if refusal.code != "gone":
                    raise
                self.vanished(map_id)  # since it was looked who is there
                continue
            barred = self._service.people.view_links.barred(map_id, room.reading())
            self._letters.post(partial(self._then.reviewed, room, workshop_id, self._belonging(workshop_id), barred))

    def _belonging(self, workshop_id: str | None) -> dict[str, Participant]:
        """Who may be in this workshop now; once it is over, only those who lead it."""
        if workshop_id is None:
            return {}
        workshop, everybody = self._store.people.workshop(workshop_id), self._store.people.participants(workshop_id)
        over = workshop is not None and is_over(workshop, self._service.house.now())
        return {person.id: person for person in everybody if not over or leads(person.role)}
