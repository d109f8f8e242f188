"""One connection: where it comes from, who has asked on it, and until when it may let us wait."""

import asyncio
from typing import Any

HEAD_SECONDS = 10.0
"""A connection has so long to say what it asks, from its beginning or from the last answer."""

BODY_SECONDS = 15.0
"""The next piece of a body has to come within so long."""

SLOWEST = 4_096
"""Bytes a second that a body has to have come with on the whole, after the first BODY_SECONDS."""

READ_SECONDS = 60.0
"""Whoever reads nothing for so long of what was sent is cut off."""

MESSAGE_SECONDS = 20.0
"""A message on a socket has to be whole within so long of its first part."""

MOST_PARTS = 1_024
"""A message comes in no more parts than this."""


class OpenConnection:
    """A connection that is open.

    `until`: when it is cut unless it says something; None while we are at work for it. `person`: who has asked on it,
    `counted` whether that was seen, so that it is no stranger's any more.
    """

    __slots__ = ("address", "counted", "message_since", "parts", "person", "protocol", "read_since", "transport",
                 "unfinished", "unread", "until")  # fmt: skip

    def __init__(self, transport: asyncio.Transport, address: str, now: float) -> None:
        self.transport = transport
        self.address = address
        self.person = ""
        self.counted = False
        self.protocol: Any = None
        self.until: float | None = now + HEAD_SECONDS
        self.unread = 0
        self.read_since = now
        self.parts = 0
        self.unfinished = 0
        self.message_since = now

    @property
    def over(self) -> bool:
        """Whether its descriptor is free again."""
        if not self.transport.is_closing():
            return False
        socket = self.transport.get_extra_info("socket")
        return socket is None or socket.fileno() == -1

    def look(self, now: float) -> bool:
        """Look at it; whether it lets us wait for too long."""
        self._look_at_answer(now)
        self._look_at_message(now)
        return (
            (self.until is not None and now > self.until)
            or (self.unread > 0 and now - self.read_since > READ_SECONDS)
            or (self.unfinished > 0 and now - self.message_since > MESSAGE_SECONDS)
            or self.parts > MOST_PARTS
        )

    def cut(self) -> None:
        """End it at once, and keep nothing of what it has sent."""
        self.transport.abort()
        self.forget_message()

    def forget_message(self) -> None:
        """Let go of a message that is not whole: the server's own parts of a connection are collected late."""
        getattr(self.protocol, "frames", []).clear()
        getattr(getattr(getattr(self.protocol, "conn", None), "reader", None), "buffer", bytearray()).clear()

    def _look_at_answer(self, now: float) -> None:
        waiting = self.transport.get_write_buffer_size()
        if waiting < self.unread or not self.unread:
            self.read_since = now
        self.unread = waiting

    def _look_at_message(self, now: float) -> None:
        """What a socket has of a message that is not whole, by what uvicorn and websockets keep of it."""
        parts = getattr(self.protocol, "frames", ())
        reader = getattr(getattr(self.protocol, "conn", None), "reader", None)
        unfinished = sum(map(len, parts[:MOST_PARTS])) + len(getattr(reader, "buffer", b""))
        paused = getattr(self.protocol, "read_paused", False)  # by us: they cannot go on
        if paused or not self.unfinished or (not unfinished and not parts):
            self.message_since = now
        self.parts, self.unfinished = len(parts), unfinished + bool(parts)
