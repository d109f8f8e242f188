"""One open map: who is there, and what they are told in which order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic_core import to_json

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, leads
from journeymap.live import frame, wire
from journeymap.live.clock import Pace, RoomClock
from journeymap.live.frame import Frame
from journeymap.live.member import OUTSIDE, Audience, Member
from journeymap.live.meter import Meter, Silent
from journeymap.live.presence import Presence, Whereabouts
from journeymap.live.protocol import StepFrame
from journeymap.live.recent import Recent, SentOperation, operations_frame

COME_AGAIN = 1012

TICK = 0.005
"""Operations are sent at once after a quiet time, else once in so many seconds; less often in a large room."""

PRESENCE_TICK = 0.1
PRESENCE_BYTES = 3_000_000
"""A second: in a large room presence is told less often instead."""

Turn = Callable[[str], None]
Crowd = Callable[[], None]
Step = Callable[[bool], StepFrame]
"""What is said of the workshop's step at this moment, to those who lead or to the others."""


class Room:
    """The members of one map, and the operations as they come in.

    Everything here happens on one thread, the event loop's. `revision` is the last operation that came
    in, `told` the last one that was sent; what came in is sent within a tick.
    """

    def __init__(self, map_id: str, revision: int, *, clock: RoomClock, meter: Meter | None = None) -> None:
        self.map_id = map_id
        self.revision = self.told = revision
        self.erasures = 0
        """How often names were taken out of the map: what is kept of it from before is not to be shown any more."""
        self.presence = Presence()
        self.hidden: set[str] = set()
        """The rows that not everybody may know of: where somebody is among them is nobody's business."""
        self.on_turn: Turn = lambda _person_id: None
        """Called with a person who undid or redid something: what they can do next is to be looked up."""
        self.on_crowd: Crowd = lambda: None
        """Called when somebody came or left, or has another role: how many there are may be another number."""
        self._clock = clock
        self._meter = meter or Silent()
        self._groups: dict[Audience, dict[Member, None]] = {}
        self._can: dict[str, tuple[bool, bool]] = {}
        self._acted: dict[str, int] = {}
        self._waiting: list[Operation] = []
        self._since = 0.0
        self._recent = Recent(revision)
        self._unshown: set[Member] = set()
        self._step: Step | None = None
        self._moved = False
        self._telling = Pace(clock, TICK, self._tell)
        self._showing = Pace(clock, PRESENCE_TICK, self._show)

    # Operations

    def take(self, operations: Sequence[Operation], committed: float) -> bool:
        """Operations were committed at that time; those that are known are passed over.

        False where some before them are missing: then none is taken.
        """
        news = [operation for operation in operations if operation.revision > self.revision]
        if not news:
            return True
        if news[0].revision != self.revision + 1:
            return False
        self._hide(news)
        if not self._waiting:
            self._since = committed
        self._waiting += news
        self.revision = news[-1].revision
        self._telling.ask()
        return True

    def _hide(self, operations: Sequence[Operation]) -> None:
        """Remember which rows not everybody may know of."""
        for operation in operations:
            if operation.do == "reveal":
                for kept in operation.kept:
                    self.hidden.discard(kept.id)
            elif operation.private:
                self.hidden.add(operation.id)

    def after(self, revision: int, audience: Audience) -> Frame | None:
        """What this audience may know of the operations since, up to the last one told; None: not all are here."""
        return self._recent.after(revision, audience)

    def forget(self, erasures: int) -> None:
        """Remember nothing of what was said: names were taken out of it. Whoever is here takes the map anew."""
        self.erasures = erasures
        self._waiting.clear()
        self.told = self.revision
        self._recent = Recent(self.revision)

    def flush(self) -> None:
        """What came in is sent now."""
        self._telling.hurry()

    def _tell(self) -> None:
        operations, self._waiting = self._waiting, []
        said = [SentOperation(operation, to_json(wire.operation(operation))) for operation in operations]
        since, self.told = self.told, self.revision
        self._recent.add(said)
        made_for: dict[tuple[object, ...], Frame] = {}
        for audience, members in self._groups.items():
            seen = (audience.sight.without, audience.sight.nameless, *map(audience.sees, operations))
            made = made_for.get(seen)
            if made is None:
                made = made_for[seen] = operations_frame(since, self.told, said, audience)
            for member in members:
                member.outlet.send(made)
        self._tell_some(operations)
        self._meter.record(len(operations), len(self), self._clock.time() - self._since)

    def _tell_some(self, operations: Sequence[Operation]) -> None:
        """What only some must know: whose text was replaced unseen, and who can undo and redo now."""
        turned: dict[str, None] = {}
        for operation in operations:
            if operation.by in self._can:
                self._acted[operation.by] = operation.revision
            if operation.lost_by is not None:
                self.say_to(operation.lost_by, frame.overwritten(operation))
            if operation.act == "do":
                self.set_can(operation.by, undo=True, redo=False)
            elif operation.by in self._can:
                turned[operation.by] = None
        for person_id in turned:
            self.on_turn(person_id)

    # Members

    def __len__(self) -> int:
        """How many connections there are."""
        return sum(len(members) for members in list(self._groups.values()))

    @property
    def members(self) -> list[Member]:
        """Every connection."""
        return [member for members in self._groups.values() for member in members]

    def reading(self) -> frozenset[str]:
        """The links by which somebody reads here; any thread may ask."""
        return frozenset(member.session for member in list(self._groups.get(OUTSIDE, {})))

    def join(self, member: Member, colour: int, can: tuple[bool, bool]) -> None:
        """From now on this member is told what happens after `told`."""
        self._groups.setdefault(member.audience, {})[member] = None
        self._can.setdefault(member.person.id, can)
        self.presence.come(member, colour)
        if self._step is not None and not member.reads_only:
            member.outlet.send(frame.frame(self._step(member.audience.sight.leading)))
        if not member.watching:
            self._news()
        self.on_crowd()

    def leave(self, member: Member) -> None:
        """This member is told nothing any more."""
        group = self._groups.get(member.audience, {})
        if member not in group:
            return
        del group[member]
        if not group:
            del self._groups[member.audience]
        self.presence.go(member)
        if not self.presence.tabs_of(member.person.id):
            self._can.pop(member.person.id, None)
            self._acted.pop(member.person.id, None)
        self._unshown.discard(member)
        if not member.watching:
            self._news()
        self.on_crowd()

    def can(self, person_id: str) -> tuple[bool, bool]:
        """Whether somebody who is here can undo and redo."""
        return self._can.get(person_id, (False, False))

    def acted(self, person_id: str) -> int:
        """The last operation of somebody who is here that was told."""
        return self._acted.get(person_id, 0)

    def set_can(self, person_id: str, *, undo: bool, redo: bool) -> None:
        """Tell a person, where it is news and they are here."""
        if self._can.get(person_id) in (None, (undo, redo)):
            return
        self._can[person_id] = (undo, redo)
        self.say_to(person_id, frame.can(undo, redo))

    def say_to(self, person_id: str, said: Frame) -> None:
        """Tell one person, on all their connections."""
        for member in self.presence.tabs_of(person_id):
            member.outlet.send(said)

    def set_step(self, step: Step | None) -> None:
        """Where the workshop is now: told to everybody, and to whoever comes."""
        self._step = step
        self.tell_step()

    def tell_step(self) -> None:
        """Tell everybody anew where the workshop is: the clock, or how many people are here, is another one."""
        step = self._step
        if step is None:
            return
        made = {leading: frame.frame(step(leading)) for leading in (False, True)}
        for member in self.members:
            if member.reads_only:
                continue
            member.outlet.send(made[member.audience.sight.leading])

    def stop(self) -> None:
        """Nothing is sent any more."""
        self._telling.stop()
        self._showing.stop()

    # Presence

    def move(self, member: Member, where: Whereabouts) -> None:
        """Somebody is elsewhere now."""
        if where.at in self.hidden:
            where = replace(where, at=None, editing=False)
        if self.presence.move(member, where):
            self._news()

    def rename(self, person: Participant) -> None:
        """Somebody's name or role is another one now."""
        for member in self.presence.tabs_of(person.id):
            if member.person.seats != person.seats:
                continue  # a device that their seat has left: it is on its way out
            if leads(member.person.role) != leads(person.role):
                # They may see other things now: they come again, and take the whole map.
                member.outlet.send(frame.bye("reload", fresh=True))
                member.outlet.close(COME_AGAIN, "reload")
            member.person = person
        self.presence.rename(person)
        self._news()
        self.on_crowd()

    def _news(self) -> None:
        self._moved = True
        self._showing.ask()

    def _show(self) -> None:
        shown = frame.presence(self.presence.said(), len(self.presence))
        members = [one for one in self.members if not one.watching] if self._moved else self._unshown
        self._moved = False
        self._showing.interval = max(PRESENCE_TICK, len(members) * len(shown.payload) / PRESENCE_BYTES)
        self._unshown = {member for member in members if not member.outlet.send(shown, droppable=True)}
        if self._unshown:  # they still have to read what came before
            self._showing.ask()
