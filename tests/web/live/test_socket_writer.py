"""Where frames go: quickly, in order, and no further than somebody reads."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from websockets.frames import Frame as Standard
from websockets.streams import StreamReader

from journeymap.live.frame import Frame
from journeymap.live.json_checks import MOST_BYTES
from journeymap.web.live import socket_writer
from journeymap.web.live.socket_writer import (
    GRACE,
    MOST_WAITING,
    Direct,
    Queued,
    bound_reading,
    outlet,
    short,
    text_frame,
)


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 300_000])
def test_a_frame_is_one_of_the_standard(size: int) -> None:
    """As the library reads it that serves us."""
    reader = StreamReader()
    reader.feed_data(text_frame(b"a" * size))
    reading = Standard.parse(reader.read_exact, mask=False)
    with pytest.raises(StopIteration) as done:
        next(reading)
    frame = done.value.value
    assert (frame.opcode, frame.fin, bytes(frame.data)) == (1, True, b"a" * size)


class Transport:
    """A connection whose other side reads when it is told to."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.waiting = 0
        self.reads = True
        self.closing = False
        self.cut = asyncio.Event()

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def get_extra_info(self, _name: str) -> None:
        return None

    def is_closing(self) -> bool:
        return self.closing

    def write(self, data: bytes) -> None:
        self.written.append(data)
        if not self.reads:
            self.waiting += len(data)

    def abort(self) -> None:
        self.cut.set()


class Connection:
    """What uvicorn has for a socket, as far as it is used."""

    def __init__(self) -> None:
        self.transport = Transport()
        self.writable = asyncio.Event()
        self.said: list[dict[str, Any]] = []

    async def send(self, message: Any) -> None:
        await self.writable.wait()
        self.said.append(message)


def run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(work())  # type: ignore[arg-type]


def test_uvicorns_connections_are_written_to_directly_and_others_by_asgi() -> None:
    async def work() -> None:
        async def send(_message: Any) -> None:
            pass

        assert isinstance(outlet(Connection().send, print), Direct)
        assert isinstance(outlet(send, print), Queued)

    run(work)


def test_a_frame_is_put_in_its_form_once() -> None:
    async def work() -> None:
        frame, many = Frame(b"{}"), [Connection() for _ in range(5)]
        for one in many:
            Direct(one, one.send, print).send(frame)
        assert len({id(one.transport.written[0]) for one in many}) == 1

    run(work)


def test_who_does_not_read_is_let_go_when_too_much_waits() -> None:
    async def work() -> None:
        connection, slow = Connection(), []
        it = Direct(connection, connection.send, lambda: slow.append(1))
        connection.transport.reads = False
        for _ in range(2 * MOST_WAITING // 10_000):
            it.send(Frame(b"a" * 10_000))
        await it.closed()
        assert slow == [1]
        assert MOST_WAITING < connection.transport.waiting < MOST_WAITING + 40_000
        assert b"too_slow" in connection.transport.written[-1]
        assert connection.said == [{"type": "websocket.close", "code": 1013, "reason": "too slow"}]
        assert not connection.transport.cut.is_set()

    run(work)


def test_a_large_frame_is_no_reason_to_be_let_go() -> None:
    """A whole map may be larger than all that may wait otherwise."""

    async def work() -> None:
        connection, slow = Connection(), []
        it = Direct(connection, connection.send, lambda: slow.append(1))
        connection.transport.reads = False
        for _ in range(2):
            it.send(Frame(b"a" * 5 * MOST_WAITING))
        assert slow == []
        it.send(Frame(b"a"))
        assert slow == [1]
        await it.closed()

    run(work)


def test_presence_is_left_out_where_others_wait() -> None:
    async def work() -> None:
        connection = Connection()
        it = Direct(connection, connection.send, print)
        assert it.send(Frame(b"1"), droppable=True)
        connection.transport.waiting = 1
        assert not it.send(Frame(b"2"), droppable=True)
        assert it.send(Frame(b"3"))
        assert [one[2:] for one in connection.transport.written] == [b"1", b"3"]

    run(work)


def test_after_the_goodbye_nothing_is_sent_and_the_line_is_cut_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_writer, "GRACE", 0.0)

    async def work() -> None:
        connection = Connection()
        it = Direct(connection, connection.send, print)
        it.close(1001, "reload")
        it.close(1008)
        it.send(Frame(b"late"))
        await it.closed()
        await connection.transport.cut.wait()
        assert [one["code"] for one in connection.said] == [1001]
        assert connection.transport.written == []

    run(work)
    assert GRACE > 1


class Slow:
    """Any server: what it is given it takes when it can."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.reads = asyncio.Event()

    async def send(self, message: Any) -> None:
        await self.reads.wait()
        self.said.append(message)


def test_any_other_server_gets_the_same_in_order() -> None:
    async def work() -> None:
        server = Slow()
        it = Queued(server.send, print)
        for n in range(100):
            it.send(Frame(b"%d" % n))
        it.close(1001, "reload")
        it.send(Frame(b"late"))
        server.reads.set()
        await it.closed()
        assert [one.get("text") for one in server.said] == [*map(str, range(100)), None]
        assert server.said[-1] == {"type": "websocket.close", "code": 1001, "reason": "reload"}

    run(work)


def test_any_other_server_lets_go_of_who_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_writer, "GRACE", 0.0)

    async def work() -> None:
        server, slow = Slow(), []
        it = Queued(server.send, lambda: slow.append(1))
        for _ in range(2 * MOST_WAITING // 10_000):
            it.send(Frame(b"a" * 10_000))
            await asyncio.sleep(0)
        assert not it.send(Frame(b"presence"), droppable=True) or slow == [1]
        assert slow == [1]
        await it.closed()
        assert server.said == []  # cut off: the time to read on is over

    run(work)


def test_what_cannot_be_sent_any_more_harms_nobody() -> None:
    async def work() -> None:
        async def gone(_message: Any) -> None:
            raise ConnectionResetError

        it = Queued(gone, print)
        it.send(Frame(b"1"))
        it.close(1001)
        await it.closed()

    run(work)


def test_the_server_itself_is_told_how_large_a_frame_may_be() -> None:
    class Protocol:
        max_message_size = 10**9

    async def work() -> None:
        connection = Connection()
        connection.conn = Protocol()  # type: ignore[attr-defined]
        bound_reading(connection.send)
        assert connection.conn.max_message_size == MOST_BYTES  # type: ignore[attr-defined]

        async def send(_message: Any) -> None:
            pass

        bound_reading(send)

    run(work)


def test_a_reason_fits_into_a_closing_frame() -> None:
    assert short("é" * 200) == "é" * 61
    assert short("short") == "short"
