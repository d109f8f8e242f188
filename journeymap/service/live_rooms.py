"""The rooms of this process: opened when somebody comes, told what every door commits, closed when empty."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Right, Role, as_known, may
from journeymap.live import frame
from journeymap.live.clock import RoomClock
from journeymap.live.member import Member
from journeymap.live.meter import Meter, Silent
from journeymap.live.protocol import Farewell
from journeymap.live.room import COME_AGAIN, Room
from journeymap.service.commit_mail import CommitMail
from journeymap.service.followed_rooms import FollowedRooms
from journeymap.service.log_follower import Follower
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.room_census import RoomCensus
from journeymap.service.service import Service
from journeymap.service.step_broadcast import StepBroadcast
from journeymap.service.step_message import Now

Left = Callable[[Member, Farewell], None]
"""Called for whoever may not be here any more, and with why: what they are in was deleted, their seat moved, …"""


_OF_ALL_MAPS = frozenset({"parked", "decisions"})
"""What a workshop's rooms are told of on whichever of its maps it stands."""


class Rooms:
    """Every open map of this process. All of it runs on the thread of the event loop it is made in.

    What this process commits comes from the writer's thread (`commit_mail`), what other processes commit from the
    follower's (`followed_rooms`). Both come in by `take`, in one order: that of the revisions. What any thread
    may ask is in `census`.
    """

    def __init__(self, service: Service, *, meter: Meter | None = None, on_removed: Left) -> None:
        self._loop = asyncio.get_running_loop()
        self.clock: RoomClock = self._loop
        self.letters = Letterbox(self._loop)
        self._service = service
        self._store = service.house.store
        self._meter = meter or Silent()
        self._on_removed = on_removed
        self._rooms: dict[str, Room] = {}
        self._guests: dict[str, int] = {}
        self._opening: dict[str, asyncio.Task[Room]] = {}
        self.census = RoomCensus(self._store, self._rooms)
        self._stages = StepBroadcast(service, self.letters, self._rooms)
        self._mail = CommitMail(self._store, self._rooms, self.letters, self.clock, self.take)
        self.followed = FollowedRooms(
            service, self._rooms, self, mail=self._mail, stages=self._stages, letters=self.letters, clock=self.clock
        )
        self._follower = Follower(self._store, self.followed)
        self._unlisten = service.house.bell.listen(lambda _workshop_id: self._follower.wake())
        self._unend = service.house.ended.listen(lambda _: self._follower.wake())
        self._unrenew = service.house.anew.listen(lambda map_id: self.letters.post(partial(self._come_again, map_id)))
        self._follower.start()
        service.house.here.told_by(self.census.connected, self.census.hands)

    def __len__(self) -> int:
        """How many maps are open."""
        return len(self._rooms)

    async def enter(self, map_id: str) -> Room:
        """The room of this map, open until as many have left as entered. Errors: Refusal `gone`."""
        self._guests[map_id] = self._guests.get(map_id, 0) + 1
        try:
            room = self._rooms.get(map_id)
            if room is not None:
                return room
            if map_id not in self._opening:
                self._opening[map_id] = self._loop.create_task(self._open(map_id))
                self._opening[map_id].add_done_callback(_seen)
            return await asyncio.shield(self._opening[map_id])
        except BaseException:
            self.leave(map_id)
            raise

    def leave(self, map_id: str) -> None:
        """Somebody left; the last one closes the room."""
        self._guests[map_id] -= 1
        if self._guests[map_id]:
            return
        del self._guests[map_id]
        self._mail.forget(map_id)
        room = self._rooms.pop(map_id, None)
        self._stages.close(map_id)
        if room is not None:
            room.stop()

    def flush(self) -> None:
        """Send now what has come in, in every room."""
        for room in self._rooms.values():
            room.flush()

    def members(self) -> list[Member]:
        """Everybody, everywhere."""
        return [member for room in self._rooms.values() for member in room.members]

    def stop(self) -> None:
        """Stop telling the rooms anything. Waits for the follower's last look."""
        self._service.house.here.told_by(None)
        self._mail.stop()
        self._unlisten()
        self._unend()
        self._unrenew()
        self._follower.stop()
        self._stages.stop()
        for room in self._rooms.values():
            room.stop()

    async def _open(self, map_id: str) -> Room:
        try:
            journey, now, erasures = await asyncio.to_thread(self._find, map_id)
            room = Room(map_id, journey.revision, clock=self.clock, meter=self._meter)
            room.erasures = erasures
            room.hidden.update(row_id for _, row_id in journey.private)
            room.on_turn = partial(self.look_up_can, room)
            if map_id in self._guests:
                self._rooms[map_id] = room
                self._stages.open(room, now)
                self._follower.wake()  # there may have been a commit since the map was read
            return room
        finally:
            del self._opening[map_id]

    def _find(self, map_id: str) -> tuple[Journey, Now | None, int]:
        workshop_id = self._store.head(map_id).workshop_id
        erasures = self._store.states([map_id])[map_id].erasures  # first: what is erased later is found out
        now = self._stages.find(workshop_id, map_id)
        return self._store.journey(map_id), now, erasures

    def take(self, map_id: str, operations: Sequence[Operation], at: float) -> None:
        """What was committed to this map, here or elsewhere, goes to whoever is there; a hole is looked up."""
        room = self._rooms.get(map_id)
        if room is not None and not room.take(operations, at):
            self._follower.wake(map_id)
        self._stages.count(map_id, everywhere=any(operation.table in _OF_ALL_MAPS for operation in operations))

    def forget(self, map_id: str, erasures: int) -> None:
        """Everybody comes again, to a room that remembers nothing of before."""
        room = self._rooms.get(map_id)
        if room is not None:
            room.forget(erasures)
            self._come_again(map_id, fresh=True)

    def vanish(self, map_id: str) -> None:
        """The map was deleted: whoever is there is told so, and the room closes as they leave."""
        room = self._rooms.get(map_id)
        for member in room.members if room is not None else []:
            self._on_removed(member, "deleted")

    def reviewed(
        self, room: Room, workshop_id: str | None, known: Mapping[str, Participant], barred: Collection[str]
    ) -> None:
        """Whoever may not be here any more leaves; whoever has another name or role is called so from now on."""
        self._stages.belongs(room.map_id, workshop_id)
        owner = as_known(self._service.people.owner(), known.values())
        changed: dict[str, Participant] = {}
        ended = self._service.house.sessions.is_ended
        for member in room.members:
            if member.reads_only:
                if member.session in barred or ended(member.session):
                    self._on_removed(member, "ended")
                continue
            person = owner if member.person.role is Role.OWNER else known.get(member.person.id)
            if person is None or person.removed or not may(person, Right.SEE, workshop_id):
                self._on_removed(member, "removed")
            elif person.seats != member.person.seats:
                self._on_removed(member, "moved")
            elif ended(member.session):
                self._on_removed(member, "ended")
            elif person != member.person:
                changed[person.id] = person
        for person in changed.values():
            room.rename(person)

    def look_up_can(self, room: Room, person_id: str) -> None:
        """Find out anew what this person can undo and redo, and tell them."""
        tabs = room.presence.tabs_of(person_id)
        if tabs:
            since = room.revision
            turn = partial(self._service.changes.can, tabs[0].person, room.map_id)
            self._loop.run_in_executor(None, turn).add_done_callback(partial(_found_can, room, person_id, since))

    def _come_again(self, map_id: str, *, fresh: bool = False) -> None:
        """Whoever is there says hello anew, and is told what they may do now."""
        room = self._rooms.get(map_id)
        for member in room.members if room is not None else []:
            member.outlet.send(frame.bye("reload", fresh=fresh))
            member.outlet.close(COME_AGAIN, "reload")


def _found_can(room: Room, person_id: str, since: int, found: "asyncio.Future[tuple[bool, bool]]") -> None:
    """Said, unless they did something since: then that has been said, or is being looked up."""
    if not found.cancelled() and found.exception() is None and room.acted(person_id) <= since:
        undo, redo = found.result()
        room.set_can(person_id, undo=undo, redo=redo)


def _seen(opened: "asyncio.Task[Room]") -> None:
    """Where opening failed, and everybody who waited has gone: it is not worth a line in the log."""
    if not opened.cancelled():
        opened.exception()
