"""A room without a server: time that is moved by hand, outlets that keep what they are given."""

import heapq
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Role
from journeymap.live.frame import Frame
from journeymap.live.member import EVERYBODY, Audience, Member
from journeymap.live.room import Room
from tests.support.frames import misfits


@dataclass
class Planned:
    """A call to come."""

    callback: Callable[[], Any]
    cancelled: bool = False

    def cancel(self) -> None:
        """It does not come."""
        self.cancelled = True


class VirtualClock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0
        self._planned: list[tuple[float, int, Planned]] = []
        self._number = count()

    def time(self) -> float:
        """Now."""
        return self.now

    def call_soon(self, callback: Callable[[], Any]) -> Planned:
        """As soon as time is looked at again."""
        return self.call_at(self.now, callback)

    def call_at(self, when: float, callback: Callable[[], Any]) -> Planned:
        """At that time."""
        planned = Planned(callback)
        heapq.heappush(self._planned, (when, next(self._number), planned))
        return planned

    def run(self, seconds: float = 0.0) -> None:
        """So much time passes, and what falls into it happens."""
        until = self.now + seconds
        while self._planned and self._planned[0][0] <= until:
            when, _, planned = heapq.heappop(self._planned)
            self.now = max(self.now, when)
            if not planned.cancelled:
                planned.callback()
        self.now = max(self.now, until)


@dataclass(eq=False)
class Ear:
    """An outlet that keeps everything, with the time at which it came."""

    clock: VirtualClock
    full: bool = False
    frames: list[Frame] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    closed: int | None = None

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        """Kept, unless others wait and it need not be."""
        if self.full and droppable:
            return False
        self.frames.append(frame)
        self.times.append(round(self.clock.now, 6))
        return True

    def close(self, code: int, reason: str = "") -> None:
        """Closed."""
        self.closed = code

    @property
    def heard(self) -> list[dict[str, Any]]:
        """All messages."""
        found = [json.loads(frame.payload) for frame in self.frames]
        assert not any(map(misfits, found)), [misfits(one) for one in found]
        return found

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The messages of this type."""
        return [message for message in self.heard if message["type"] == kind]

    def when(self, kind: str) -> list[float]:
        """When messages of this type came."""
        return [at for at, message in zip(self.times, self.heard, strict=True) if message["type"] == kind]


def person(name: str, role: Role = Role.PARTICIPANT) -> Participant:
    """Somebody."""
    return Participant(id=name.lower(), name=name, role=role, workshop_id="w")


@dataclass
class Stage:
    """A room, its clock, and people to put in it."""

    clock: VirtualClock = field(default_factory=VirtualClock)
    room: Room = field(init=False)
    turned: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.room = Room("map", 0, clock=self.clock)
        self.room.on_turn = self.turned.append

    def enter(
        self, name: str, audience: Audience = EVERYBODY, *, watching: bool = False, **seat: Any
    ) -> tuple[Member, Ear]:
        """Somebody comes in."""
        ear = Ear(self.clock)
        member = Member(person(name), ear, audience, watching=watching)
        self.room.join(member, seat.get("colour", 1), seat.get("can", (False, False)))
        return member, ear

    def commit(self, *revisions: int, by: str = "anna", **said: Any) -> bool:
        """These revisions come in, made by somebody."""
        return self.room.take([made(revision, by, **said) for revision in revisions], self.clock.now)


def made(revision: int, by: str = "anna", **said: Any) -> Operation:
    """An operation with this number."""
    values: dict[str, Any] = {
        "do": "set", "table": "moments", "id": "m1", "field": "text", "value": f"text {revision}", "before": "old",
        "revision": revision, "op": f"op-{revision}", "client": by, "by": by, "at": "now", "batch": f"{by}/{revision}",
    }  # fmt: skip
    return Operation(**values | said)


def revisions(frames: Sequence[dict[str, Any]]) -> list[list[int]]:
    """Which operations came together."""
    return [[operation["revision"] for operation in one["operations"]] for one in frames]
