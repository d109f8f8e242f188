"""Tells each open room where its workshop is: looked up when that changes, and counted now and then."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from journeymap.domain.model.roles import OWNER_ID
from journeymap.live import frame
from journeymap.live.protocol import StepFrame
from journeymap.live.room import Room
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.service import Service
from journeymap.service.step_message import Now, look

LOOK_SECONDS = 3.0
"""How often it is looked who has a screen open."""
COUNT_SECONDS = 1.0
"""How much was made in a step is told once in so long, and so is how many people are here."""


class StepBroadcast:
    """The workshop of each open map, and what its room is told of it. `rooms` are the open maps."""

    def __init__(self, service: Service, letters: Letterbox, rooms: Mapping[str, Room]) -> None:
        self._loop = asyncio.get_running_loop()
        self._service = service
        self._letters = letters
        self._rooms = rooms
        self._workshop_of: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._told: dict[str, tuple[str, int]] = {}
        """The workshop that each open map was last told of, and how often that one had changed then."""
        self._counting: dict[str, asyncio.TimerHandle] = {}
        self._gathering: dict[str, asyncio.TimerHandle] = {}
        self._told_here: dict[str, set[frozenset[str]]] = {}
        """Who was counted as here, by room: whoever came last may have been told another number."""
        self._people: dict[str, frozenset[str]] = {}
        """Who belongs to each workshop, of those who may have a screen open."""
        self._looking = self._loop.call_later(LOOK_SECONDS, self._look_again)

    def find(self, workshop_id: str | None, map_id: str) -> Now | None:
        """Where the workshop of this map is. Reads the database: not for the loop."""
        return None if workshop_id is None else look(self._service.workshops, workshop_id, map_id)

    def open(self, room: Room, now: Now | None) -> None:
        """A room was opened, at this point of its workshop."""
        if now is not None:
            self._workshop_of[room.map_id] = now.workshop.id
            self._versions.setdefault(now.workshop.id, now.workshop.version)
            self._told[room.map_id] = now.workshop.id, now.workshop.version
            room.set_step(self._say(room, now))
        room.on_crowd = partial(self._gather, room.map_id)

    def close(self, map_id: str) -> None:
        """A room was closed."""
        workshop_id = self._workshop_of.pop(map_id, None)
        if workshop_id is not None and workshop_id not in self._workshop_of.values():
            self._versions.pop(workshop_id, None)
            self._people.pop(workshop_id, None)
            self._drop(self._gathering, workshop_id)
        self._drop(self._counting, map_id)
        self._told_here.pop(map_id, None)
        self._told.pop(map_id, None)

    def stop(self) -> None:
        """Nothing is counted any more."""
        for waiting in (*self._counting.values(), *self._gathering.values(), self._looking):
            waiting.cancel()

    def belongs(self, map_id: str, workshop_id: str | None) -> None:
        """The map is in this workshop now: its step is looked up where that is news."""
        if workshop_id is not None and self._workshop_of.get(map_id) != workshop_id:
            self._workshop_of[map_id] = workshop_id
            self._versions[workshop_id] = -1

    def count(self, map_id: str, *, everywhere: bool = False) -> None:
        """Somebody did something: a second later everybody is told how much there is; `everywhere`: on all maps."""
        if everywhere and map_id in self._workshop_of:
            for other in self.maps_of(self._workshop_of[map_id]):
                self.count(other)
        if map_id in self._workshop_of and map_id not in self._counting:
            self._counting[map_id] = self._loop.call_later(COUNT_SECONDS, self._count, map_id)

    def maps_of(self, workshop_id: str) -> list[str]:
        """The open maps of a workshop."""
        return [map_id for map_id, one in list(self._workshop_of.items()) if one == workshop_id]

    # What the follower asks and tells, on its own thread

    def versions(self) -> dict[str, int]:
        """The workshops of the open maps, and how often each had changed when it was last looked up."""
        return dict(self._versions)

    def moved(self, workshop_id: str, version: int) -> None:
        """A workshop or its people changed."""
        self._versions[workshop_id] = version
        for map_id in self.maps_of(workshop_id):
            self._letters.post(partial(self._looked_up, map_id, self.find(workshop_id, map_id)))

    # On the loop

    def _count(self, map_id: str) -> None:
        self._counting.pop(map_id, None)
        looked = self._loop.run_in_executor(None, self.find, self._workshop_of.get(map_id), map_id)
        looked.add_done_callback(partial(self._counted, map_id))

    def _counted(self, map_id: str, looked: "asyncio.Future[Now | None]") -> None:
        if not looked.cancelled() and looked.exception() is None:
            self._looked_up(map_id, looked.result())

    def _looked_up(self, map_id: str, now: Now | None) -> None:
        room = self._rooms.get(map_id)
        if room is None or now is None or self._is_old(map_id, now):
            return
        self._told[map_id] = now.workshop.id, now.workshop.version
        self._told_here.pop(map_id, None)
        room.set_step(self._say(room, now))
        for person_id, said in now.claims:
            room.say_to(person_id, frame.frame(said))

    def _is_old(self, map_id: str, now: Now) -> bool:
        """Whether this was looked up before what was told last: who counts reads beside whoever follows."""
        workshop_id, version = self._told.get(map_id, ("", -1))
        return now.workshop.id == workshop_id and now.workshop.version < version

    def _say(self, room: Room, now: Now) -> Callable[[bool], StepFrame]:
        self._people[now.workshop.id] = frozenset((OWNER_ID, *(one.id for one in now.people)))

        def said(leading: bool) -> StepFrame:
            here = self._here(now.workshop.id)
            self._told_here.setdefault(room.map_id, set()).add(here)
            return now.said(self._service.house.now(), leading=leading, here=here)

        return said

    # Who comes and goes

    def _here(self, workshop_id: str) -> frozenset[str]:
        """Who has a map of a workshop open, or a screen."""
        rooms = [room for map_id in self.maps_of(workshop_id) if (room := self._rooms.get(map_id))]
        looking = self._service.house.here.looking() & self._people.get(workshop_id, frozenset())
        return looking.union(*(room.presence.here() for room in rooms))

    def _gather(self, map_id: str) -> None:
        """Somebody came or left: once those who do so at the same time have, everybody is told how many are here."""
        workshop_id = self._workshop_of.get(map_id)
        if workshop_id is not None and workshop_id not in self._gathering:
            self._gathering[workshop_id] = self._loop.call_later(COUNT_SECONDS, self._gathered, workshop_id)

    def _gathered(self, workshop_id: str) -> None:
        self._gathering.pop(workshop_id, None)
        here = self._here(workshop_id)
        for map_id in self.maps_of(workshop_id):
            if self._told_here.get(map_id, {here}) != {here} and (room := self._rooms.get(map_id)):
                self._told_here[map_id].clear()
                room.tell_step()

    def _look_again(self) -> None:
        """A screen without a socket says nothing when it is opened or closed: it is looked for now and then."""
        self._looking = self._loop.call_later(LOOK_SECONDS, self._look_again)
        for workshop_id in set(self._workshop_of.values()):
            self._gathered(workshop_id)

    @staticmethod
    def _drop(waiting: dict[str, asyncio.TimerHandle], name: str) -> None:
        if (timer := waiting.pop(name, None)) is not None:
            timer.cancel()
