"""Live sockets without a server: each is a conversation with the app itself, over ASGI.

```
async with served(room) as live:                       # the hall of this room's site is open
    anna = await live.enter("participant")             # connected, and caught up
    anna.send({"type": "change", …})
    assert (await anna.expect("accepted"))["revision"] == 9
```
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from journeymap.service.people import SEAT_COOKIE
from journeymap.service.shared_service import use
from tests.support.api_clients import ELSEWHERE, Room
from tests.support.frames import misfits

SECONDS = 30.0


class Closed(Exception):  # noqa: N818 - it is how a conversation ends
    """The other side has closed the socket, with this code; None where it was never opened."""

    def __init__(self, code: int | None, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Line:
    """One socket. It reads everything at once, unless it is told to read no more."""

    def __init__(self, app: Any, path: str, headers: httpx.Headers, peer: str) -> None:
        self.accepted = False
        self.end: Closed | None = None
        self._app = app
        self._to: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._from: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._reading = asyncio.Event()
        self._reading.set()
        self._scope = {
            "type": "websocket",
            "scheme": "ws",
            "path": path,
            "query_string": b"",
            "headers": [(name.lower(), value) for name, value in headers.raw],
            "client": (peer, 50_000),
            "server": ("127.0.0.1", 8501),
        }
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> "Line":
        """Knock, and wait until one is let in. Errors: Closed."""
        self._task = asyncio.create_task(self._app(self._scope, self._to.get, self._hear))
        self._to.put_nowait({"type": "websocket.connect"})
        first = await self._next()
        if first["type"] == "websocket.close":
            raise Closed(None)
        self.accepted = True
        return self

    def send(self, message: Any) -> None:
        """Send this as JSON."""
        self.send_text(json.dumps(message))

    def send_text(self, text: str) -> None:
        """Send this text as it is."""
        self._to.put_nowait({"type": "websocket.receive", "text": text})

    def send_bytes(self, data: bytes) -> None:
        """Send a binary frame."""
        self._to.put_nowait({"type": "websocket.receive", "bytes": data})

    async def receive(self) -> dict[str, Any]:
        """The next message. Errors: Closed."""
        said = await self._next()
        if said["type"] == "websocket.close":
            self.end = Closed(said["code"], said.get("reason", ""))
            raise self.end
        message: dict[str, Any] = json.loads(said["text"])
        assert not misfits(message), misfits(message)
        return message

    async def expect(self, *kinds: str) -> dict[str, Any]:
        """The next message of one of these types; others before it are passed over."""
        while True:
            message = await self.receive()
            if message["type"] in kinds:
                return message

    async def closed(self) -> Closed:
        """How it ends; what is said before is passed over."""
        while True:
            try:
                await self.receive()
            except Closed as end:
                return end

    def waiting(self) -> list[dict[str, Any]]:
        """What has come and was not received yet."""
        found = []
        while not self._from.empty():
            said = self._from.get_nowait()
            if said["type"] == "websocket.send":
                found.append(json.loads(said["text"]))
        return found

    def stop_reading(self) -> None:
        """Read no more: what is sent waits on the other side."""
        self._reading.clear()

    def read_on(self) -> None:
        """Read again."""
        self._reading.set()

    async def hang_up(self) -> None:
        """Go, as a browser does whose page is closed."""
        self._to.put_nowait({"type": "websocket.disconnect", "code": 1001})
        if self._task is not None:
            await asyncio.wait_for(self._task, SECONDS)

    async def _next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self._from.get(), SECONDS)

    async def _hear(self, message: Any) -> None:
        await self._reading.wait()
        self._from.put_nowait(dict(message))
        if message["type"] == "websocket.close":
            self._to.put_nowait({"type": "websocket.disconnect", "code": message["code"]})


@dataclass
class Live:
    """The live sockets of a room's site."""

    room: Room
    app: Any = None
    lines: list[Line] = field(default_factory=list)

    async def connect(
        self,
        role: str = "participant",
        map_id: str | None = None,
        *,
        token: str | None = None,
        seat: str = "",
        base: str = ELSEWHERE,
        peer: str = "192.0.2.7",
        path: str | None = None,
        **headers: str,
    ) -> Line:
        """An open socket of somebody, by their bearer token or the one given; nothing said yet. Errors: Closed."""
        shown = self.room.token(role) if token is None else token
        if shown:
            headers.setdefault("authorization", f"Bearer {shown}")
        cookies = httpx.Cookies({SEAT_COOKIE: seat} if seat else {})
        asked = httpx.Request(
            "GET", base, headers={n.replace("_", "-"): v for n, v in headers.items()}, cookies=cookies
        )
        line = Line(self.app, path or f"/live/maps/{map_id or self.room.map_id}", asked.headers, peer)
        self.lines.append(line)
        return await line.open()

    async def enter(self, role: str = "participant", since: int | None = None, **how: Any) -> Line:
        """The same, with the hello said; its answer is the next to receive."""
        line = await self.connect(role, **how)
        line.send({"type": "hello", "since": since})
        return line

    async def ready(self, role: str = "participant", **how: Any) -> Line:
        """The same, with the whole map received."""
        line = await self.enter(role, **how)
        await line.expect("snapshot", "welcome")
        return line


@asynccontextmanager
async def served(room: Room) -> AsyncIterator[Live]:
    """The live part of this room's site, while it serves; every socket is hung up at the end."""
    use(room.service)
    room.site.hall.open(room.service)
    live = Live(room, room.app)
    try:
        yield live
    finally:
        for line in live.lines:
            await line.hang_up()
        await asyncio.to_thread(room.site.hall.close)


def change(op: str, do: str = "set", **said: Any) -> dict[str, Any]:
    """A change as it is sent: unless told otherwise, another text for the first micro-moment."""
    asked: dict[str, Any] = {"type": "change", "op": op, "do": do, "table": "moments", "id": "m1", **said}
    if do == "set":
        asked.setdefault("field", "text")
        asked.setdefault("value", f"Text of {op}")
    return asked
