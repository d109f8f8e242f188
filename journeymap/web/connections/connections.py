"""All connections of one server: whom it lets in, who makes room, and who is cut off for letting us wait."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.types import Scope

from journeymap.domain.model.roles import Participant
from journeymap.web.connections.allowance import MOST_SOCKETS, Allowance, allowance
from journeymap.web.connections.descriptors import limit
from journeymap.web.connections.open_connection import BODY_SECONDS, HEAD_SECONDS, SLOWEST, OpenConnection
from journeymap.web.connections.peer_network import network
from journeymap.web.personal_pace import PersonalPace

LOOK_SECONDS = 0.25
"""So often a part of the connections is looked at."""

LOOKED_AT = 500
"""So many at once: it takes under a millisecond of the event loop."""

MOST_UNFINISHED = 8 * 1024 * 1024
"""So many bytes of unfinished messages one person may have on all their sockets."""

MOST_UNREAD = 64 * 1024 * 1024
"""So many bytes of answers one person may leave unread on all their connections."""

REQUESTS_A_SECOND = 50
REQUESTS_AT_ONCE = 500
"""So many requests of one person are answered at once; beyond that each waits for its time, so that nobody notices."""

SOCKETS_A_SECOND = 5
SOCKETS_AT_ONCE = 100
"""The same of sockets that one person opens."""

SHORTEST_WAIT, LONGEST_WAIT = 0.001, 5.0
MOST_SLOWED = 100
"""So many answers to one person wait; the connection of the next is closed."""

KEY = "journeymap.connection"
"""Where a connection is found in the scope of what is asked on it."""

PERSON = "journeymap.person"
"""Where it is found who asks, once that is known."""


class Connections:
    """Used on the event loop alone, but for `recognise`, which only sets who asks."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, descriptors: int | None = None) -> None:
        self._clock = clock
        self._allowed: Allowance | None = allowance(descriptors) if descriptors else None
        self._all: dict[asyncio.BaseTransport, OpenConnection] = {}
        self._waiting: dict[OpenConnection, None] = {}  # for what they say next; whoever waits longest first
        self._of_address: Counter[str] = Counter()
        self._strangers = 0
        self._unfinished: Counter[str] = Counter()
        self._unread: Counter[str] = Counter()
        self._sockets: Counter[str] = Counter()
        self._slowed: Counter[str] = Counter()
        self._requests = PersonalPace(REQUESTS_A_SECOND, REQUESTS_AT_ONCE)
        self._openings = PersonalPace(SOCKETS_A_SECOND, SOCKETS_AT_ONCE)
        self._round: Iterator[OpenConnection] = iter(())
        self.made_room = 0
        self.refused = 0
        self.cut = 0

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all)

    @property
    def strangers(self) -> int:
        """On how many nobody with a seat has asked yet."""
        return self._strangers

    @property
    def allowed(self) -> Allowance:
        """How many there may be."""
        if self._allowed is None:
            self._allowed = allowance(limit())
        return self._allowed

    # Coming and going

    def admit(self, transport: asyncio.Transport) -> bool:
        """A connection was made: whether it may stay. One that only waits for what to ask makes room for it."""
        peer = transport.get_extra_info("peername")
        address = network(peer[0]) if isinstance(peer, tuple) else ""
        if not self._has_room(address) and not self._make_room(address):
            self.refused += 1
            return False
        held = OpenConnection(transport, address, self._clock())
        self._all[transport] = held
        self._waiting[held] = None
        self._strangers += 1
        self._of_address[address] += 1
        return True

    def leave(self, transport: asyncio.BaseTransport) -> None:
        """It is over."""
        held = self._all.pop(transport, None)
        if held is None:
            return
        self._waiting.pop(held, None)
        if not held.counted:
            self._no_stranger(held)
        if held.person and (held.unfinished or held.unread):
            self._count(held, -held.unfinished, -held.unread)

    def find(self, transport: object) -> OpenConnection | None:
        """What is known of this connection."""
        return self._all.get(transport) if isinstance(transport, asyncio.BaseTransport) else None

    # What happens on it

    def begin(self, held: OpenConnection) -> None:
        """All that it asks is here: from now on it waits for us."""
        held.until = None
        self._waiting.pop(held, None)

    def expect_body(self, held: OpenConnection, since: float, received: int) -> None:
        """The next piece of a body has to come, and the whole of it not too slowly."""
        now = self._clock()
        held.until = min(now, since + received / SLOWEST) + BODY_SECONDS
        self._waiting[held] = None

    def end(self, held: OpenConnection) -> None:
        """It was answered, and may ask something else; who has asked is known by now."""
        if held.transport not in self._all:
            return
        self.settle(held)
        held.until = self._clock() + HEAD_SECONDS
        self._waiting.pop(held, None)
        self._waiting[held] = None

    def settle(self, held: OpenConnection) -> None:
        """Whoever asked is known: it counts among the strangers no more."""
        if held.person and not held.counted and held.transport in self._all:
            held.counted = True
            self._no_stranger(held)

    def text(self) -> bytes:
        """What it counts, as Prometheus reads it."""
        figures = (
            ("descriptors_most", "gauge", "File descriptors that this process may have.", limit()),
            ("connections_open", "gauge", "Connections of every kind.", len(self)),
            ("connections_most", "gauge", "So many there may be.", self.allowed.most),
            ("connections_strangers", "gauge", "Those on which nobody with a seat has asked.", self.strangers),
            ("connections_refused_total", "counter", "Connections for which there was no room.", self.refused),
            ("connections_made_room_total", "counter", "Waiting ones that were closed for others.", self.made_room),
            ("connections_cut_total", "counter", "Those that let us wait for too long.", self.cut),
        )
        lines = (
            f"# HELP journeymap_{name} {about}\n# TYPE journeymap_{name} {kind}\njourneymap_{name} {value}\n"
            for name, kind, about, value in figures
        )
        return "".join(lines).encode()

    # Looking after them

    def look(self) -> None:
        """One look at the next few."""
        now = self._clock()
        for _ in range(LOOKED_AT):
            held = next(self._round, None)
            if held is None:
                self._round = iter(list(self._all.values()))
                return
            self._look_at(held, now)

    def _look_at(self, held: OpenConnection, now: float) -> None:
        if held.over or held.transport not in self._all:
            self.leave(held.transport)
            return
        self.settle(held)
        before = held.unfinished, held.unread
        late = held.look(now)
        if held.person and before != (held.unfinished, held.unread):
            self._count(held, held.unfinished - before[0], held.unread - before[1])
            late = late or (held.unfinished > before[0] and self._unfinished[held.person] > MOST_UNFINISHED)
            late = late or (held.unread > before[1] and self._unread[held.person] > MOST_UNREAD)
        if late:
            self.cut += 1
            held.cut()

    @contextmanager
    def socket_of(self, person: str, most: int = MOST_SOCKETS) -> Iterator[bool]:
        """While this person has a socket open; whether they may have one more."""
        there_is_room = self._sockets[person] < most
        self._sockets[person] += there_is_room
        try:
            yield there_is_room
        finally:
            self._sockets[person] -= there_is_room
            if not self._sockets[person]:
                del self._sockets[person]

    def _count(self, held: OpenConnection, unfinished: int, unread: int) -> None:
        """What one person has us keep, on all their connections."""
        for kept, more in ((self._unfinished, unfinished), (self._unread, unread)):
            kept[held.person] += more
            if kept[held.person] <= 0:
                del kept[held.person]

    async def answer(self, held: OpenConnection, person: str) -> None:
        """Before this person is answered: whoever asks too often waits, and so asks less."""
        await self._slow(held, person, self._requests.wait(person, 0, self._clock()))

    async def open(self, held: OpenConnection | None, person: str) -> None:
        """Before a socket of this person is opened: the same."""
        await self._slow(held, person, self._openings.wait(person, 0, self._clock()))

    async def _slow(self, held: OpenConnection | None, person: str, seconds: float) -> None:
        if seconds < SHORTEST_WAIT:
            return
        if self._slowed[person] >= MOST_SLOWED and held is not None:
            self.cut += 1
            held.cut()
            return
        self._slowed[person] += 1
        try:
            await asyncio.sleep(min(seconds, LONGEST_WAIT))
        finally:
            self._slowed[person] -= 1
            if not self._slowed[person]:
                del self._slowed[person]

    # Room

    def _has_room(self, address: str) -> bool:
        allowed = self.allowed
        return (
            len(self._all) < allowed.most
            and self._strangers < allowed.strangers
            and self._of_address[address] < allowed.address
        )

    def _make_room(self, address: str) -> bool:
        """Close whichever stranger has waited longest, of this address where that has the most it may have.

        Where all descriptors are taken and no stranger waits, somebody's connection on which nothing is asked now.
        """
        crowded = self._of_address[address] >= self.allowed.address
        waiting = (one for one in self._waiting if not one.person and (not crowded or one.address == address))
        found = next(waiting, None)
        if found is None and len(self._all) >= self.allowed.most:
            found = next(iter(self._waiting), None)
        if found is not None:
            self._close(found)
        return found is not None

    def _close(self, held: OpenConnection) -> None:
        self.made_room += 1
        self.leave(held.transport)
        held.cut()

    def _no_stranger(self, held: OpenConnection) -> None:
        self._strangers -= 1
        self._of_address[held.address] -= 1
        if not self._of_address[held.address]:
            del self._of_address[held.address]


def recognise(scope: Scope, person: Participant) -> None:
    """Somebody with a seat has asked on this connection."""
    scope[PERSON] = person
    held = scope.get(KEY)
    if held is not None:
        held.person = person.id
