"""Answers leave at once: TCP_NODELAY for every connection of the server, pages and sockets alike.

asyncio sets it only on sockets that say they are TCP, and those that Streamlit listens on do not. Without it the
second half of an answer over a kept connection waits until the first half was acknowledged: 40 ms.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send


class NoDelay:
    """Sets it when a connection asks for something, whoever answers; first of all that a request comes through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the answer leave at once."""
        if scope["type"] in ("http", "websocket"):
            # `receive`, for `send` is wrapped by the time it comes here.
            leave_at_once(receive)
        await self.app(scope, receive, send)


def leave_at_once(end: Callable[..., Awaitable[Any]]) -> None:
    """Have the connection behind this end of uvicorn's send what it is given without waiting for more."""
    raw = tcp_socket(getattr(getattr(end, "__self__", None), "transport", None))
    if raw is not None:
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def tcp_socket(transport: asyncio.Transport | None) -> Any:
    """The socket of this transport; None where there is none, it is closed already, or it is not TCP."""
    if not hasattr(transport, "get_extra_info") or transport is None or transport.is_closing():
        return None
    raw = transport.get_extra_info("socket")
    return raw if raw is not None and raw.family in (socket.AF_INET, socket.AF_INET6) else None
