"""Every server of this event loop asks at once, before it reads anything, whether a connection may stay.

Streamlit and `journeymap run` both start uvicorn on this loop, and neither lets us say how. All of them call
`loop.create_server`: that is where we come in.
"""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from typing import Any

from journeymap.web.connections.connections import Connections

AT_ONCE = 16
"""So many connections are taken from the queue in one turn of the loop: few enough to close those that are too many
before the descriptors that are kept back are gone."""

QUEUE = 2_048
"""So many may wait in the system's own queue."""

TLS_SECONDS = 10.0


def listen_with(connections: Connections) -> Callable[[], None]:
    """From now on, and until what is answered is called."""
    loop: Any = asyncio.get_running_loop()
    theirs = loop.create_server

    async def create_server(factory: Callable[[], asyncio.Protocol], *args: Any, **how: Any) -> asyncio.Server:
        how["backlog"] = AT_ONCE
        if how.get("ssl"):
            how.setdefault("ssl_handshake_timeout", TLS_SECONDS)
        server: asyncio.Server = await theirs(partial(_watched, factory, connections), *args, **how)
        for listening in server.sockets:
            # The number above is that of the queue as well, which a room that comes at once would overrun.
            with contextlib.closing(listening.dup()) as same:
                same.listen(QUEUE)
        return server

    loop.create_server = create_server

    def stop() -> None:
        del loop.create_server

    return stop


def _watched(factory: Callable[[], asyncio.Protocol], connections: Connections) -> asyncio.Protocol:
    """One of the server's own protocols, that says when its connection begins and ends."""
    protocol: Any = factory()
    made, lost = protocol.connection_made, protocol.connection_lost

    def connection_made(transport: asyncio.Transport) -> None:
        made(transport)
        if not connections.admit(transport):
            transport.abort()

    def connection_lost(fault: Exception | None) -> None:
        connections.leave(protocol.transport)
        lost(fault)

    protocol.connection_made, protocol.connection_lost = connection_made, connection_lost
    watched: asyncio.Protocol = protocol
    return watched
