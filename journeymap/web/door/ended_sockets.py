"""Sockets of the screens end with the session they were opened by: where it is ended, and in other processes."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.types import Message, Receive, Send

from journeymap.domain.text.errors import Refusal
from journeymap.service.house import House

LOOK = 1.0
"""Seconds between two looks for sessions that another process ended."""

ENDED = 4403


@dataclass(eq=False, slots=True)
class OpenSocket:
    """One socket: it is read and written through here, until its session has ended."""

    session: str
    receive_next: Receive
    send_on: Send
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _reading: "asyncio.Task[Any] | None" = None

    async def receive(self) -> Message:
        """What comes in next; that the other end has hung up, once the session is over."""
        self._reading = self._reading or asyncio.ensure_future(self.receive_next())
        ending = asyncio.ensure_future(self.over.wait())
        try:
            await asyncio.wait((self._reading, ending), return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.cancel()
        if self.over.is_set():
            self._reading.cancel()
            with suppress(RuntimeError):
                await self.send_on({"type": "websocket.close", "code": ENDED, "reason": "ended"})
            return {"type": "websocket.disconnect", "code": ENDED}
        message: Message = self._reading.result()
        self._reading = None
        return message

    async def send(self, message: Message) -> None:
        """Send this, unless it is over."""
        if not self.over.is_set():
            await self.send_on(message)


class EndedSockets:
    """The sockets that are open here, and the look for those that are to be closed."""

    def __init__(self) -> None:
        self._open: set[OpenSocket] = set()
        self._looking: asyncio.Task[None] | None = None

    def enter(self, house: House, socket: OpenSocket) -> None:
        """From now on this one is closed when its session ends. On the event loop."""
        self._open.add(socket)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(self._look(house))

    def leave(self, socket: OpenSocket) -> None:
        """It is closed."""
        self._open.discard(socket)

    async def _look(self, house: House) -> None:
        loop, woken = asyncio.get_running_loop(), asyncio.Event()

        def wake(_: str) -> None:
            loop.call_soon_threadsafe(woken.set)

        stop = house.ended.listen(wake)
        try:
            while self._open:
                with suppress(TimeoutError):
                    await asyncio.wait_for(woken.wait(), LOOK)
                woken.clear()
                with suppress(Refusal):
                    await asyncio.to_thread(house.sessions.refresh, house.store.sessions.endings)
                for socket in self._open:
                    if house.sessions.is_ended(socket.session):
                        socket.over.set()
        finally:
            stop()
