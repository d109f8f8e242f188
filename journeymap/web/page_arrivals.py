"""Pages arrive one after another: a session of Streamlit's begins on the event loop, which is the live room's, too."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Receive, Scope, Send

APART = 0.04
"""Seconds between two sessions that begin: about what it takes to begin one and to draw its first page."""

LONGEST = 10.0
"""Seconds that somebody waits at most, whatever comes at once."""

STREAM = "/_stcore/stream"


class PageArrivals:
    """Lets sockets of pages in with a pause between them; one that comes alone does not wait."""

    def __init__(self, app: ASGIApp, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.app = app
        self._pause = pause
        self._next = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, a page's socket when its turn has come."""
        if scope["type"] == "websocket" and scope["path"].endswith(STREAM):
            now = asyncio.get_running_loop().time()
            turn = min(max(now, self._next), now + LONGEST)
            self._next = turn + APART
            if turn > now:
                await self._pause(turn - now)
        await self.app(scope, receive, send)
