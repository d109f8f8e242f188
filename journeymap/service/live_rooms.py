"""The rooms of this process: opened when somebody comes, told what every door commits, closed when empty."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Right, Role, as_known, leads, may
from journeymap.domain.workshop.lifecycle import is_over
from journeymap.live import frame
from journeymap.live.clock import Clock
from journeymap.live.member import Member
from journeymap.live.meter import Meter, Silent
from journeymap.live.room import COME_AGAIN, Room, Wire
from journeymap.service.log_follower import Follower
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.service import Service
from journeymap.service.step_broadcast import Stages
from journeymap.service.step_message import Now
from journeymap.storage.store import Committed

COLOURS = 12
"""So many colours tell people apart; the thirteenth has the first one's."""

Left = Callable[[Member, frame.Farewell], None]
"""Called for whoever may not be here any more, or whose seat is on another device now."""


class Rooms:
    """Every open map of this process, on the thread of the event loop it is made in.

    What this process commits comes from the writer, right after the commit and whatever the door; what other
    processes commit is read from the log. Both come in by `take`, in one order: that of the revisions.
    """

    def __init__(self, service: Service, wire: Wire, *, meter: Meter | None = None, on_removed: Left) -> None:
        self._loop = asyncio.get_running_loop()
        self.clock: Clock = self._loop
        self.letters = Letterbox(self._loop)
        self._service = service
        self._store = service.house.store
        self._wire = wire
        self._meter = meter or Silent()
        self._on_removed = on_removed
        self._rooms: dict[str, Room] = {}
        self._guests: dict[str, int] = {}
        self._committed: dict[str, int] = {}
        self._opening: dict[str, asyncio.Task[Room]] = {}
        self._colours: dict[str, int] = {}
        self._unwatch = self._store.watch(self._on_commit)
        self._stages = Stages(service, self.letters, self._rooms)
        self._follower = Follower(self._store, self)
        self._unlisten = service.house.bell.listen(lambda _workshop_id: self._follower.wake())
        self._unrenew = service.house.anew.listen(lambda map_id: self.letters.post(partial(self._come_again, map_id)))
        self._follower.start()
        service.house.here.told_by(self.connected, self.hands)

    def __len__(self) -> int:
        """How many maps are open."""
        return len(self._rooms)

    @property
    def people(self) -> int:
        """How many people are here, in all workshops."""
        return len(self.connected())

    def hands(self) -> dict[str, str]:
        """Who raises a hand, agrees, or finds something unclear."""
        return {person: hand for room in list(self._rooms.values()) for person, hand in room.presence.hands()}

    def connected(self) -> set[str]:
        """Who has a connection to some map, by id. Asked from other threads."""
        return {one for room in list(self._rooms.values()) for one in room.presence.here()}

    @property
    def connections(self) -> int:
        """How many connections there are."""
        return sum(len(room) for room in list(self._rooms.values()))

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
        """Somebody left; the last one closes the door."""
        self._guests[map_id] -= 1
        if self._guests[map_id]:
            return
        del self._guests[map_id]
        self._committed.pop(map_id, None)
        room = self._rooms.pop(map_id, None)
        self._stages.close(map_id)
        if room is not None:
            room.stop()

    def flush(self) -> None:
        """What came in is sent now, in every room."""
        for room in self._rooms.values():
            room.flush()

    def members(self) -> list[Member]:
        """Everybody, everywhere."""
        return [member for room in self._rooms.values() for member in room.members]

    def stop(self) -> None:
        """Nothing is told any more. Waits for the follower's last look."""
        self._service.house.here.told_by(None)
        self._unwatch()
        self._unlisten()
        self._unrenew()
        self._follower.stop()
        self._stages.stop()
        for room in self._rooms.values():
            room.stop()

    async def _open(self, map_id: str) -> Room:
        try:
            journey, now, erasures = await asyncio.to_thread(self._find, map_id)
            room = Room(map_id, journey.revision, clock=self.clock, wire=self._wire, meter=self._meter)
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

    # What is committed

    def _on_commit(self, committed: Sequence[Committed]) -> None:
        """On the writer's thread, right after the commit."""
        ours = [one for one in committed if one.map_id in self._rooms]
        for one in ours:
            self._committed[one.map_id] = one.operations[-1].revision
        if ours:
            self.letters.post(partial(self._take_all, ours, self.clock.time()))

    def _take_all(self, committed: Sequence[Committed], at: float) -> None:
        for one in committed:
            self._take(one.map_id, one.operations, at)

    def _take(self, map_id: str, operations: Sequence[Operation], at: float) -> None:
        room = self._rooms.get(map_id)
        if room is not None and not room.take(operations, at):
            self._follower.wake(map_id)
        self._stages.count(map_id, everywhere=any(operation.table == "parked" for operation in operations))

    # What the follower asks and tells, on its own thread

    def workshops(self) -> dict[str, int]:
        """The workshops of the open maps, and how often each had changed when it was last looked up."""
        return self._stages.versions()

    def moved(self, workshop_id: str, version: int) -> None:
        """A workshop or its people changed."""
        self._stages.moved(workshop_id, version)

    def erasures(self) -> dict[str, int]:
        """How often each open map had been changed by an erasure when it was last told."""
        return {map_id: room.erasures for map_id, room in list(self._rooms.items())}

    def erased(self, map_id: str, erasures: int) -> None:
        """Names were taken out of this map, by whatever process."""
        self.letters.post(partial(self._forget, map_id, erasures))

    def _forget(self, map_id: str, erasures: int) -> None:
        """Everybody comes again, to a room that remembers nothing of before."""
        room = self._rooms.get(map_id)
        if room is not None:
            room.forget(erasures)
            self._come_again(map_id, fresh=True)

    def _come_again(self, map_id: str, *, fresh: bool = False) -> None:
        """Whoever is there says hello anew, and is told what they may do now."""
        room = self._rooms.get(map_id)
        for member in room.members if room is not None else []:
            member.outlet.send(frame.bye("reload", fresh=fresh))
            member.outlet.close(COME_AGAIN, "reload")

    def revisions(self) -> dict[str, int]:
        """The open maps, and the last revision that is known of each or is on its way."""
        rooms = list(self._rooms.items())
        return {map_id: max(room.revision, self._committed.get(map_id, 0)) for map_id, room in rooms}

    def missed(self, map_id: str) -> int:
        """The last revision that came in."""
        room = self._rooms.get(map_id)
        return room.revision if room is not None else 0

    def found(self, map_id: str, operations: Sequence[Operation]) -> None:
        """These came from elsewhere, or were missed."""
        self.letters.post(partial(self._take, map_id, operations, self.clock.time()))

    def review(self) -> None:
        """Look whether everybody may still be where they are, and is still called what they are called."""
        self._service.house.disk.left  # noqa: B018 - looked at now and then, so that the log says it in time
        for map_id, room in list(self._rooms.items()):
            workshop_id = self._store.head(map_id).workshop_id
            workshop = self._store.workshop(workshop_id) if workshop_id else None
            known = {person.id: person for person in self._store.participants(workshop_id)} if workshop_id else {}
            if workshop is not None and is_over(workshop, self._service.house.now()):
                known = {person.id: person for person in known.values() if leads(person.role)}
            self.letters.post(partial(self._reviewed, room, workshop_id, known))

    def _reviewed(self, room: Room, workshop_id: str | None, known: dict[str, Participant]) -> None:
        self._stages.belongs(room.map_id, workshop_id)
        owner = as_known(self._service.people.owner(), known.values())
        changed: dict[str, Participant] = {}
        for member in room.members:
            person = owner if member.person.role is Role.OWNER else known.get(member.person.id)
            if person is None or person.removed or not may(person, Right.SEE, workshop_id):
                self._on_removed(member, "removed")
            elif person.seats != member.person.seats:
                self._on_removed(member, "moved")
            elif person != member.person:
                changed[person.id] = person
        for person in changed.values():
            room.rename(person)

    # People

    def colour(self, person: Participant, workshop_id: str | None) -> int:
        """A person's colour: by when they joined, so it stays with them. Reads the database: not for the loop."""
        if person.role is Role.OWNER or workshop_id is None:
            return 0
        if person.id not in self._colours:
            everybody = self._store.participants(workshop_id)
            self._colours |= {one.id: (place + 1) % COLOURS for place, one in enumerate(everybody)}
        return self._colours.get(person.id, 0)

    def look_up_can(self, room: Room, person_id: str) -> None:
        """Find out anew what this person can undo and redo, and tell them."""
        tabs = room.presence.tabs_of(person_id)
        if tabs:
            since = room.revision
            turn = partial(self._service.editing.can, tabs[0].person, room.map_id)
            self._loop.run_in_executor(None, turn).add_done_callback(partial(_found_can, room, person_id, since))


def _found_can(room: Room, person_id: str, since: int, found: "asyncio.Future[tuple[bool, bool]]") -> None:
    """Said, unless they did something since: then that has been said, or is being looked up."""
    if not found.cancelled() and found.exception() is None and room.acted(person_id) <= since:
        undo, redo = found.result()
        room.set_can(person_id, undo=undo, redo=redo)


def _seen(opened: "asyncio.Task[Room]") -> None:
    """Where opening failed, and everybody who waited has gone: it is not worth a line in the log."""
    if not opened.cancelled():
        opened.exception()
