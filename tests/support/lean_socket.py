"""A lean WebSocket client on asyncio alone: it costs so little that what is measured is the server.

Its frames are masked with zeros, as the standard allows, and it trusts the server to send whole text frames.
"""

import asyncio
import base64
import json
import os
import struct
from collections import deque
from collections.abc import Callable
from typing import Any

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA

Heard = Callable[["Socket", bytes], None]


class Refused(Exception):  # noqa: N818 - it is an answer
    """The server did not open the socket: its status line."""


class Socket(asyncio.Protocol):
    """One connection. `heard` gets every text; without it they wait for `receive`."""

    def __init__(self, heard: Heard | None = None) -> None:
        self.heard = heard or Socket._keep
        self.name: Any = None
        self.close_code: int | None = None
        self.transport: asyncio.Transport
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost = asyncio.Event()
        self._texts: deque[bytes] = deque()
        self._some = asyncio.Event()
        self._rest = b""

    # Sending

    def send(self, message: Any) -> None:
        """Send this as JSON."""
        self.send_text(json.dumps(message).encode())

    def send_text(self, text: bytes, opcode: int = TEXT) -> None:
        """Send this text as it is."""
        self.transport.write(frame(text, opcode))

    # Receiving

    async def receive(self, seconds: float = 30.0) -> Any:
        """The next message. Errors: ConnectionError with the closing code where there is none any more."""
        async with asyncio.timeout(seconds):
            while not self._texts:
                if self.lost.is_set() or self.close_code is not None:
                    raise ConnectionError(self.close_code)
                self._some.clear()
                await self._some.wait()
        return json.loads(self._texts.popleft())

    async def expect(self, *kinds: str, seconds: float = 30.0) -> Any:
        """The next message of one of these types; others before it are passed over."""
        async with asyncio.timeout(seconds):
            while True:
                message = await self.receive(seconds)
                if message["type"] in kinds:
                    return message

    async def closed(self, seconds: float = 30.0) -> int | None:
        """The closing code, once it is closed; what is said before is passed over."""
        async with asyncio.timeout(seconds):
            while self.close_code is None and not self.lost.is_set():
                self._some.clear()
                await self._some.wait()
        return self.close_code

    async def hang_up(self) -> None:
        """Cut the connection, and wait until it is."""
        self.transport.abort()
        await self.lost.wait()

    def _keep(self, text: bytes) -> None:
        self._texts.append(text)
        self._some.set()

    # asyncio

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        data = self._rest + data if self._rest else data
        if not self.opened.done():
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self.opened.set_exception(Refused(head.partition(b"\r\n")[0].decode()))
                return
            self.opened.set_result(None)
        at, end = 0, len(data)
        while end - at >= 2:
            size, start = data[at + 1], at + 2
            if size == 126:
                size, start = int.from_bytes(data[start : start + 2]), start + 2
            elif size == 127:
                size, start = int.from_bytes(data[start : start + 8]), start + 8
            if start + size > end:
                break
            self._frame(data[at] & 0xF, data[start : start + size])
            at = start + size
        self._rest = data[at:]

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(exc or ConnectionResetError())
        self.lost.set()
        self._some.set()

    def _frame(self, opcode: int, payload: bytes) -> None:
        if opcode == TEXT:
            self.heard(self, payload)
        elif opcode == PING:
            self.transport.write(frame(payload, PONG))
        elif opcode == CLOSE:
            self.close_code = int.from_bytes(payload[:2]) if payload else 1005
            self._some.set()
            self.transport.write(frame(payload[:2], CLOSE))


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """A whole frame of a client, masked with zeros."""
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
    elif size < 65_536:
        head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
    return head + b"\0\0\0\0" + payload


async def connect(
    port: int, path: str, heard: Heard | None = None, *, host: str = "127.0.0.1", sock: Any = None, **headers: str
) -> Socket:
    """An open socket. Errors: Refused where the server answers anything but 101."""
    loop = asyncio.get_running_loop()
    where: dict[str, Any] = {"sock": sock} if sock is not None else {"host": host, "port": port}
    _, opened = await loop.create_connection(lambda: Socket(heard), **where)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    said = {
        "Host": f"{host}:{port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        **named,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    opened.transport.write(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
    await opened.opened
    return opened
