"""What all live sockets of one server share: the rooms while it serves, what is under way, and the goodbye."""

import asyncio
from collections.abc import Callable
from typing import Any

from journeymap.domain.text.errors import unavailable
from journeymap.live import frame
from journeymap.live.member import Member
from journeymap.live.protocol import Farewell
from journeymap.service.live_rooms import Rooms
from journeymap.service.service import Service
from journeymap.web.live.catch_up import CatchingUp
from journeymap.web.live.counters import LiveCounters
from journeymap.web.personal_pace import PersonalPace

GOING_AWAY = 1001
NOT_ALLOWED, NO_MAP = 4403, 4404

LAST_ANSWERS = 1.5
"""When the server stops, what is under way gets so many seconds to be committed and answered."""


class LiveServer:
    """The live part of one server. `rooms` are there while it serves."""

    def __init__(self) -> None:
        self.leaving = False
        self._rooms: Rooms | None = None
        self._catching_up: CatchingUp | None = None
        self._under_way = 0
        self._all_answered = asyncio.Event()
        self.figures = LiveCounters(self.census)
        self.pace = PersonalPace()

    def open(self, service: Service) -> None:
        """Begin, on the event loop that runs."""
        self.leaving = False
        self._rooms = Rooms(service, meter=self.figures, on_removed=removed)
        self._catching_up = CatchingUp(service)

    def close(self) -> None:
        """End: nothing is told any more."""
        if self._rooms is not None:
            self._rooms.stop()
            self._rooms = None

    @property
    def rooms(self) -> Rooms:
        """The open maps. Errors: Refusal `unavailable` while the server does not serve, or stops."""
        if self._rooms is None or self.leaving:
            raise unavailable("live-stopping")
        return self._rooms

    @property
    def catching_up(self) -> CatchingUp:
        """Who answers hellos. Errors: Refusal `unavailable` while the server does not serve."""
        if self._catching_up is None:
            raise unavailable("live-stopping")
        return self._catching_up

    def census(self) -> tuple[int, int, int]:
        """How many rooms, people and connections there are."""
        rooms = self._rooms
        return (0, 0, 0) if rooms is None else (len(rooms), rooms.census.people, rooms.census.connections)

    def begin(self) -> None:
        """A change is under way."""
        self._under_way += 1

    def end(self) -> None:
        """It was answered."""
        self._under_way -= 1
        if self.leaving and not self._under_way:
            self._all_answered.set()

    def post(self, letter: Callable[[], Any]) -> None:
        """Have this called on the loop, from any thread."""
        if self._rooms is not None:
            self._rooms.letters.post(letter)

    async def say_goodbye(self) -> None:
        """What was accepted is answered and told; then everybody is asked to come back in a moment."""
        self.leaving = True
        rooms = self._rooms
        if rooms is None:
            return
        if self._under_way:
            self._all_answered.clear()
            await asyncio.wait((asyncio.ensure_future(self._all_answered.wait()),), timeout=LAST_ANSWERS)
        rooms.flush()
        goodbye = frame.bye("reload")
        for member in rooms.members():
            member.outlet.send(goodbye)
            member.outlet.close(GOING_AWAY, "reload")


def removed(member: Member, why: Farewell) -> None:
    """Somebody may not be here any more, their seat is on another device, or there is nothing to be in."""
    member.outlet.send(frame.bye(why))
    member.outlet.close(NO_MAP if why == "deleted" else NOT_ALLOWED, why)
