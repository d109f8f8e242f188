"""The first of all that a request comes through: it is known what each connection waits for, and who breaks off."""

import time
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journeymap.web.connections.connections import KEY, PERSON
from journeymap.web.connections.open_connection import OpenConnection
from journeymap.web.site import Site


class Tracked:
    """Whoever lets us wait is cut off (`connections`), and who hangs up in the middle leaves nothing in the log."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.connections = site.connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or socket, from its beginning to its end."""
        end: Any = getattr(receive, "__self__", None)
        held = self.connections.find(getattr(end, "transport", None))
        if held is None:
            await self._undisturbed(scope, receive, send)
            return
        scope[KEY] = held
        self.connections.begin(held)
        is_socket = scope["type"] == "websocket"
        held.protocol = end if is_socket else None
        try:
            if is_socket:
                await self._undisturbed(scope, receive, send)
            else:
                await self._undisturbed(scope, self._body(held, receive), self._answer(held, scope, send))
        finally:
            if is_socket:
                held.forget_message()
            self.connections.end(held)

    async def _undisturbed(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except ClientDisconnect:
            return  # nobody is there any more

    def _answer(self, held: OpenConnection, scope: Scope, send: Send) -> Send:
        """Whoever asks too often is answered later; by then it is known who asks."""

        async def timely(message: Message) -> None:
            if message["type"] == "http.response.start" and PERSON in scope:
                await self.connections.answer(held, scope[PERSON].id)
            await send(message)

        return timely

    def _body(self, held: OpenConnection, receive: Receive) -> Receive:
        """Each piece of the body has to come in time."""
        since, received, more = time.monotonic(), 0, True

        async def timely() -> Message:
            nonlocal received, more
            if not more:
                return await receive()
            self.connections.expect_body(held, since, received)
            try:
                message = await receive()
            finally:
                self.connections.begin(held)
            received += len(message.get("body", b""))
            more = message.get("more_body", False)
            return message

        return timely
