"""Where frames go: straight into the server's own connection where we know it, else through ASGI."""

import asyncio
import socket
import struct
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from starlette.types import Message, Receive, Send

from journeymap.live import frame
from journeymap.live.frame import Frame
from journeymap.live.json_checks import MOST_BYTES
from journeymap.live.member import Outlet
from journeymap.web.no_delay import tcp_socket

MOST_WAITING = 512 * 1024
"""So many bytes may wait for one connection, beside its largest frame; one that reads too slowly is let go."""

KERNEL_BYTES = 128 * 1024
"""What the kernel may hold for one connection; its own measure would be megabytes of every slow reader."""

GRACE = 10.0
"""A connection that is closed gets so many seconds to read what was sent before."""

TOO_SLOW = 1013
MOST_REASON = 123

Slow = Callable[[], None]


class Connection(Outlet, Protocol):
    """An outlet whose end can be waited for."""

    async def closed(self) -> None:
        """The goodbye is on its way, or nobody is there to hear it."""


def outlet(send: Send, on_slow: Slow) -> Connection:
    """The quickest way to this connection; `on_slow` is called when it is let go because it does not read.

    An accepted connection of uvicorn, which serves us, is written to directly: a frame is made once for all
    its readers, costs one system call each, and what waits can be counted and dropped. Any other server, or a
    uvicorn that has changed, gets the same by ASGI alone.
    """
    connection = getattr(send, "__self__", None)
    transport = getattr(connection, "transport", None)
    if hasattr(transport, "get_write_buffer_size") and isinstance(getattr(connection, "writable", None), asyncio.Event):
        return Direct(connection, send, on_slow)
    return Queued(send, on_slow)


def bound_reading(end: Send | Receive, most: int = MOST_BYTES) -> None:
    """Have the server itself end a connection with 1009 as soon as a message is announced that is too large."""
    protocol = getattr(getattr(end, "__self__", None), "conn", None)
    if protocol is not None and hasattr(protocol, "max_message_size"):
        protocol.max_message_size = most


class Direct:
    """A connection of uvicorn: its transport, its event that says one may send, and its `send`."""

    def __init__(self, connection: Any, send: Send, on_slow: Slow) -> None:
        self._transport: asyncio.Transport = connection.transport
        self._writable: asyncio.Event = connection.writable
        self._send = send
        self._on_slow = on_slow
        self._most = MOST_WAITING
        self._closing: asyncio.Task[None] | None = None
        raw = tcp_socket(self._transport)
        if raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_BYTES)

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        """Send this now; what the kernel does not take waits in the transport."""
        transport = self._transport
        if self._closing is not None or transport.is_closing():
            return True
        if waiting := transport.get_write_buffer_size():
            if droppable:
                return False
            if waiting > self._most:
                self._let_go()
                return True
        framed = frame.framed
        if framed is None:
            framed = frame.framed = text_frame(frame.payload)
        transport.write(framed)
        if len(framed) > MOST_BYTES:
            self._most = max(self._most, MOST_WAITING + len(framed))
        return True

    def close(self, code: int, reason: str = "") -> None:
        """Say goodbye behind whatever waits; who has not read it in time is cut off."""
        if self._closing is not None:
            return
        self._writable.set()  # or the server would wait until all is read before it even closes
        self._closing = asyncio.ensure_future(_close(self._send, code, reason))
        asyncio.get_running_loop().call_later(GRACE, self._transport.abort)

    async def closed(self) -> None:
        """The goodbye is on its way."""
        if self._closing is not None:
            await self._closing

    def _let_go(self) -> None:
        self._transport.write(text_frame(frame.bye("too_slow").payload))
        self.close(TOO_SLOW, "too slow")
        self._on_slow()


class Queued:
    """Any other server: frames wait here, and are sent one by one."""

    def __init__(self, send: Send, on_slow: Slow) -> None:
        self._send = send
        self._on_slow = on_slow
        self._waiting: deque[tuple[Message, int]] = deque()
        self._bytes = 0
        self._most = MOST_WAITING
        self._closed = False
        self._task: asyncio.Task[None] | None = None

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        """Send this as soon as what waits has gone."""
        if self._closed:
            return True
        if self._waiting and droppable:
            return False
        if self._bytes > self._most:
            self._let_go()
            return True
        size = len(frame.payload)
        self._most = max(self._most, MOST_WAITING + size)
        self._put({"type": "websocket.send", "text": frame.payload.decode()}, size)
        return True

    def close(self, code: int, reason: str = "") -> None:
        """Say goodbye behind whatever waits; who has not read it in time is cut off."""
        if self._closed:
            return
        self._closed = True
        self._put({"type": "websocket.close", "code": code, "reason": short(reason)}, 0)
        if self._task is not None:
            asyncio.get_running_loop().call_later(GRACE, self._task.cancel)

    async def closed(self) -> None:
        """The goodbye is on its way, or will never be."""
        if self._closed and self._task is not None:
            await asyncio.wait((self._task,))

    def _let_go(self) -> None:
        self._waiting.clear()
        self._put({"type": "websocket.send", "text": frame.bye("too_slow").payload.decode()}, 0)
        self.close(TOO_SLOW, "too slow")
        self._on_slow()

    def _put(self, message: Message, size: int) -> None:
        self._waiting.append((message, size))
        self._bytes += size
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._drain())

    async def _drain(self) -> None:
        with suppress(Exception):  # whatever it is, nobody is there any more: their side is told by `receive`
            while self._waiting:
                message, size = self._waiting.popleft()
                await self._send(message)
                self._bytes = max(0, self._bytes - size)


async def _close(send: Send, code: int, reason: str) -> None:
    with suppress(Exception):  # closed already
        await send({"type": "websocket.close", "code": code, "reason": short(reason)})


def short(reason: str) -> str:
    """As much of it as a closing frame can hold."""
    return reason.encode()[:MOST_REASON].decode(errors="ignore")


def text_frame(payload: bytes) -> bytes:
    """An unmasked text frame (RFC 6455, 5.2), never compressed: it is the same bytes for everybody."""
    size = len(payload)
    if size < 126:
        return struct.pack("!BB", 0x81, size) + payload
    if size < 65_536:
        return struct.pack("!BBH", 0x81, 126, size) + payload
    return struct.pack("!BBQ", 0x81, 127, size) + payload
