"""What goes on to Streamlit: bounded in size and number, for it bounds neither."""

import asyncio
from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.live.json_checks import MOST_BYTES
from journeymap.web.api.problems import STATUS
from journeymap.web.connections.connections import KEY, PERSON
from journeymap.web.door.requester import sockets_of
from journeymap.web.live.socket_writer import bound_reading
from journeymap.web.site import Site
from journeymap.web.uploads import ADDRESS, READING, announced

MOST_MESSAGE = 1_000_000
"""So many bytes of a message that a page sends: all that stands in its fields, and ten times as much."""

OURS = ("/api/",)
"""What bounds its own bodies, and refuses them in its own words."""

REFUSED = 1008


class StreamlitDoor:
    """Lets pages, their sockets and their files through; behind the guard, so that it is known who asks."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or socket."""
        person: Participant | None = scope.get(PERSON)
        if scope["type"] == "websocket" and person is not None:
            await self._socket(person, scope, receive, send)
        elif scope["type"] == "http" and scope["method"] not in READING and not scope["path"].startswith(OURS):
            await self._body(person, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, person: Participant, scope: Scope, receive: Receive, send: Send) -> None:
        with self.site.connections.socket_of(*sockets_of(HTTPConnection(scope), person)) as there_is_room:
            if not there_is_room:
                await send({"type": "websocket.close", "code": REFUSED})
                return
            await self.site.connections.open(scope.get(KEY), person.id)
            bound_reading(receive, MOST_MESSAGE)
            await self.app(scope, receive, send)

    async def _body(self, person: Participant | None, scope: Scope, receive: Receive, send: Send) -> None:
        connection, answered = HTTPConnection(scope), False

        async def answer(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            if person is not None and ADDRESS in scope["path"]:
                with self.site.uploads.taken(connection, person):
                    await self.app(scope, self.site.uploads.paced(receive), answer)
            else:
                if announced(connection) > MOST_BYTES:
                    raise _too_large()
                await self.app(scope, _short(receive), answer)
        except Refusal as refusal:
            if not answered:
                if refusal.code == "too_fast":
                    await asyncio.sleep(1)  # whoever tries again at once is kept from it
                await self._say(refusal, connection)(scope, receive, send)

    def _say(self, refusal: Refusal, connection: HTTPConnection) -> PlainTextResponse:
        """What was announced is not read, so the connection cannot be used for anything else."""
        headers = {"Connection": "close"}
        if "seconds" in refusal.values:
            headers["Retry-After"] = str(refusal.values["seconds"])
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if refusal.code == "invalid" else STATUS[refusal.code]
        return PlainTextResponse(refusal.reason(self.site.language(connection)), status, headers)


def _too_large() -> Refusal:
    return invalid("web-too-large", most=MOST_BYTES // 1024)


def _short(receive: Receive) -> Receive:
    """A body of which no more is read than any form of ours has."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > MOST_BYTES:
            raise _too_large()
        return message

    return counted
