"""The door to the live sockets: /live/maps/{id}, before all else, for sockets carry no pages."""

import asyncio
import logging
import re
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from journeymap.domain.text.errors import Refusal, invalid
from journeymap.live.json_checks import is_too_large
from journeymap.live.member import Member, audience_of
from journeymap.live.message_reader import Unreadable, read_message
from journeymap.live.protocol import Hello
from journeymap.web.api.problems import Refused
from journeymap.web.connections.connections import KEY
from journeymap.web.door.requester import Requester, asking, require_own_page, sockets_of
from journeymap.web.live.seat import Seat, take_seat
from journeymap.web.live.session import Session
from journeymap.web.live.socket_writer import Connection, bound_reading, outlet
from journeymap.web.site import Site

HELLO_SECONDS = 10.0

PROTOCOL, TOO_LARGE, FAILED, RESTARTING = 1008, 1009, 1011, 1012
NO_SEAT, NOT_ALLOWED, NO_MAP = 4401, 4403, 4404

MOST_TABS = 50
"""How many connections one person may have to one map."""

_ADDRESS = re.compile(r"/live/maps/([A-Za-z0-9_-]{1,64})/?")
log = logging.getLogger(__name__)


class LiveDoor:
    """Answers the live sockets, and passes on everything else."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A live socket from its first to its last word, or whatever else it is."""
        found = _ADDRESS.fullmatch(scope["path"]) if scope["type"] == "websocket" else None
        if found is None:
            await self.app(scope, receive, send)
        else:
            await Visit(self.site, HTTPConnection(scope), receive, send, found[1]).run()


class Gone(Exception):  # noqa: N818 - nothing went wrong
    """The client has hung up."""


class Ended(Exception):  # noqa: N818 - it is said to the client
    """The connection is closed by us, with this code and for this reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Visit:
    """One connection."""

    def __init__(self, site: Site, connection: HTTPConnection, receive: Receive, send: Send, map_id: str) -> None:
        self._site = site
        self._connection = connection
        self._receive = receive
        self._send = send
        self._map_id = map_id
        self._language = site.language(connection)

    async def run(self) -> None:
        """From the knock to the goodbye."""
        await self._receive()  # websocket.connect
        try:
            require_own_page(self._connection, self._site)
        except Refused:
            await self._send({"type": "websocket.close", "code": PROTOCOL})  # not accepted yet: it becomes a 403
            return
        bound_reading(self._send)
        # Accepted first, for a browser shows its page only the codes of sockets that were open.
        await self._send({"type": "websocket.accept"})
        out = outlet(self._send, self._site.hall.figures.dropped)
        try:
            await self._visit(out)
        except Ended as ended:
            out.close(ended.code, ended.reason)
        except Gone:
            pass
        except Exception:
            log.exception("A live socket failed")
            out.close(FAILED)
        await out.closed()

    async def _visit(self, out: Connection) -> None:
        try:
            seat = await run_in_threadpool(self._take_seat)
        except Refusal as refusal:
            raise Ended(_code(refusal), refusal.reason(self._language)) from None
        with self._site.connections.socket_of(*sockets_of(self._connection, seat.person)) as there_is_room:
            if not there_is_room:
                raise self._too_many()
            await self._site.connections.open(self._connection.scope.get(KEY), seat.person.id)
            await self._sit(seat, out)

    def _too_many(self) -> Ended:
        return Ended(PROTOCOL, invalid("live-tabs", most=MOST_TABS).reason(self._language))

    async def _sit(self, seat: Seat, out: Connection) -> None:
        try:
            hello = await self._hello()
            rooms = self._site.hall.rooms
            room = await rooms.enter(self._map_id)
        except Refusal as refusal:
            raise Ended(_code(refusal), refusal.reason(self._language)) from None
        audience = audience_of(seat.person, public=hello.public)
        member = Member(seat.person, out, audience, watching=hello.watching or hello.public, session=seat.session)
        try:
            if len(room.presence.tabs_of(seat.person.id)) >= MOST_TABS:
                raise self._too_many()
            since = hello.since if hello.erasures == room.erasures else None  # what it has may hold erased names
            await self._site.hall.catching_up.join(room, member, seat, since)
            await self._listen(Session(self._site, room, member, hello, hello.language or self._language))
        finally:
            room.leave(member)
            rooms.leave(self._map_id)

    def _take_seat(self) -> Seat:
        found = self._asking()
        return take_seat(self._site.service, self._site.hall.rooms, found.person, self._map_id, found.session)

    def _asking(self) -> Requester:
        try:
            return asking(self._connection, self._site)
        except Refusal as refusal:
            if refusal.code != "forbidden":
                raise
            raise Ended(NO_SEAT, refusal.reason(self._language)) from None

    async def _hello(self) -> Hello:
        """The first message. Errors: Ended where it is none, or does not come."""
        try:
            async with asyncio.timeout(HELLO_SECONDS):
                message = read_message(await self._text())
        except TimeoutError:
            raise Ended(PROTOCOL, "hello") from None
        except Unreadable as unreadable:
            raise Ended(PROTOCOL, unreadable.refusal.reason(self._language)) from None
        if not isinstance(message, Hello):
            raise Ended(PROTOCOL, "hello")
        return message

    async def _listen(self, session: Session) -> None:
        loop, pace = asyncio.get_running_loop(), self._site.hall.pace
        while True:
            text = await self._text()
            try:
                message = read_message(text)
            except Unreadable as unreadable:
                if unreadable.op is None:
                    raise Ended(PROTOCOL, unreadable.refusal.reason(self._language)) from None
                session.refuse(unreadable.op, unreadable.refusal)
            else:
                await session.hear(message)
            if (ahead := pace.wait(session.person, len(text), loop.time())) > 0:
                await asyncio.sleep(ahead)

    async def _text(self) -> str:
        """The next message as it came. Errors: Gone, Ended for a frame that is too large or no text."""
        received: Any = await self._receive()
        if received["type"] == "websocket.disconnect":
            raise Gone
        text = received.get("text")
        if text is None:
            raise Ended(PROTOCOL, "text")
        if is_too_large(text):
            raise Ended(TOO_LARGE, "64 KiB")
        whole: str = text
        return whole


def _code(refusal: Refusal) -> int:
    return {"forbidden": NOT_ALLOWED, "gone": NO_MAP}.get(refusal.code, RESTARTING)
