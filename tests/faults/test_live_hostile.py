"""A real server, and clients that mean harm: they are closed, and nobody else notices."""

import asyncio
import struct
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from journeymap.domain.model.operations import Operation
from journeymap.service.people import SEAT_COOKIE
from journeymap.service.sessions import SEAT_SECONDS
from journeymap.storage.sqlite_store import open_store
from tests.support.lean_socket import Refused, Socket, connect
from tests.support.prepared_database import SECRET, Settled, settle
from tests.support.route_server import Kept, Nursery

KIB = 1024
Talk = Callable[[Socket, Socket], Awaitable[None]]


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    folder: Path = tmp_path_factory.mktemp("hostile")
    return settle(folder / "journeymap.db")


@pytest.fixture(scope="module")
def kept(servers: Nursery, settled: Settled) -> Iterator[Kept]:
    server = servers.start(settled.database, host="0.0.0.0")
    yield server
    server.kill()
    servers.wait(server)


def beside_another(settled: Settled, kept: Kept, talk: Talk) -> None:
    """Have this conversation; somebody else goes on working."""

    async def talking() -> None:
        other, one = await settled.enter(kept.port, 1), await settled.enter(kept.port, 0)
        await other.expect("snapshot")
        await one.expect("snapshot")
        await talk(one, other)
        other.send({"type": "ping"})
        await other.expect("pong")
        await one.hang_up()
        await other.hang_up()

    asyncio.run(talking())


async def told(socket: Socket, op: str) -> dict:
    """The operation of this name, when it is told."""
    while True:
        for operation in (await socket.expect("operations"))["operations"]:
            if operation["op"] == op:
                return dict(operation)


def log(settled: Settled) -> list[Operation]:
    """All operations, as another process reads them."""
    with closing(open_store(settled.database)) as store:
        return list(store.operations(settled.map_id))


def change(op: str, text: str) -> dict:
    return {"type": "change", "op": op, "do": "set", "table": "moments", "id": "call", "field": "text", "value": text}


def test_64_kib_are_read_and_one_byte_more_is_not(settled: Settled, kept: Kept) -> None:
    async def talk(one: Socket, _: Socket) -> None:
        head = b'{"type":"ping"'
        one.send_text(head + b" " * (64 * KIB - len(head) - 1) + b"}")
        await one.expect("pong")
        one.send_text(head + b" " * (64 * KIB - len(head)) + b"}")
        assert await one.closed() == 1009

    beside_another(settled, kept, talk)


def test_a_frame_that_is_too_large_is_not_even_waited_for(settled: Settled, kept: Kept) -> None:
    """The announcement of 100 MB is enough: nobody's memory is filled."""

    async def talk(one: Socket, _: Socket) -> None:
        one.transport.write(struct.pack("!BBQ", 0x81, 0x80 | 127, 100 * KIB * KIB) + b"\0\0\0\0" + b"a" * 1_000)
        assert await one.closed() == 1009

    beside_another(settled, kept, talk)


def test_many_small_parts_are_one_large_frame(settled: Settled, kept: Kept) -> None:
    async def talk(one: Socket, _: Socket) -> None:
        part = struct.pack("!BBH", 0x00, 0x80 | 126, 32_000) + b"\0\0\0\0" + b" " * 32_000
        one.transport.write(b"\x01" + part[1:] + part + part)
        assert await one.closed() == 1009

    beside_another(settled, kept, talk)


BROKEN = {
    "lists 10,000 deep": (b"[" * 10_000 + b"]" * 10_000, 1008),
    "objects 10,000 deep": (b'{"a":' * 10_000, 1008),
    "no text": (b"\xff\xfe", 1007),
    "no JSON": (b"hello", 1008),
    "nothing": (b"", 1008),
    "a prototype": (b'{"__proto__":{"type":"ping"}}', 1008),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_read_ends_the_connection(settled: Settled, kept: Kept, what: str) -> None:
    text, code = BROKEN[what]

    async def talk(one: Socket, _: Socket) -> None:
        one.send_text(text)
        assert await one.closed() == code

    beside_another(settled, kept, talk)


def test_no_frame_of_a_websocket_ends_the_connection(settled: Settled, kept: Kept) -> None:
    async def talk(one: Socket, _: Socket) -> None:
        one.transport.write(b"\x83\x00GET / HTTP/1.1\r\n\r\n")
        assert await one.closed() == 1002

    beside_another(settled, kept, talk)


REFUSED = {
    "a NUL": '"a\\u0000b"',
    "half a character": '"\\ud83d"',
    "the other half": '"\\ude00"',
    "an object": '{"__proto__":{"polluted":true}}',
    "a list": '["a"]',
    "a number": "1e400",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_text_is_refused_and_told_to_nobody(settled: Settled, kept: Kept, what: str) -> None:
    async def talk(one: Socket, other: Socket) -> None:
        whole = '{"type":"change","op":"bad","do":"set","table":"moments","id":"call","field":"text","value":%s}'
        one.send_text((whole % REFUSED[what]).encode())
        assert (await one.expect("refused", "accepted"))["code"] == "invalid"
        op = f"good-{what.replace(' ', '-')}"
        one.send(change(op, f"After {what}"))
        accepted = await one.expect("accepted")
        assert (await told(other, op))["revision"] == accepted["revision"]
        good = [one.value for one in log(settled)[-1:]]
        assert good == [f"After {what}"]

    beside_another(settled, kept, talk)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost.evil.example", "file://"]
)
def test_a_page_of_another_site_opens_no_socket(settled: Settled, kept: Kept, origin: str) -> None:
    async def talk() -> None:
        path, seat = f"/live/maps/{settled.map_id}", f"{SEAT_COOKIE}={settled.tokens[0]}"
        with pytest.raises(Refused, match="403"):
            await connect(kept.port, path, Origin=origin, Cookie=seat)
        own = await connect(kept.port, path, Origin=f"http://127.0.0.1:{kept.port}", Cookie=seat)
        own.send({"type": "hello", "since": None})
        await own.expect("snapshot")
        await own.hang_up()

    asyncio.run(talk())


def tokens(settled: Settled) -> dict[str, tuple[str, int]]:
    """Tokens that open nothing here, and how their sockets are closed."""

    class LongAgo(TimestampSigner):
        def get_timestamp(self) -> int:
            return super().get_timestamp() - SEAT_SECONDS - 60

    person = settled.people[0].id
    payload, stamp, signature = settled.tokens[0].split(".")
    other = settle(settled.database, 1, "others")

    def signs(key: bytes, person: str, **how: Any) -> str:
        return str(URLSafeTimedSerializer(key, salt="journeymap-seat", **how).dumps(person))

    return {
        "expired": (signs(SECRET.encode(), person, signer=LongAgo), 4401),
        "forged": (f"{payload}.{stamp}.{signature[::-1]}", 4401),
        "of another server": (signs(b"x" * 40, person), 4401),
        "nobody's": (signs(SECRET.encode(), "0123456789abcdef"), 4401),
        "none": ("", 4401),
        "of another workshop": (other.tokens[0], 4403),
    }


def test_a_wrong_token_is_told_apart_and_opens_nothing(settled: Settled, kept: Kept, tmp_path: Path) -> None:
    async def talk() -> None:
        for what, (token, code) in tokens(settled).items():
            socket = await connect(kept.port, f"/live/maps/{settled.map_id}", Authorization=f"Bearer {token}")
            socket.send({"type": "hello", "since": None})
            with pytest.raises(ConnectionError):
                print(await socket.receive())
            assert (what, await socket.closed()) == (what, code)
            await socket.lost.wait()

    asyncio.run(talk())


def test_the_same_operations_in_any_order_on_two_connections_are_each_done_once(settled: Settled, kept: Kept) -> None:
    async def talk(one: Socket, other: Socket) -> None:
        again = await settled.enter(kept.port, 0)
        await again.expect("snapshot")
        asked = [change(f"any-{n}", f"Order {n}") for n in range(40)]
        for forward, backward in zip(asked, reversed(asked), strict=True):
            one.send(forward)
            again.send(backward)
        answers = []
        for socket in (one, again):
            found: dict[str, int] = {}
            while len(found) < 40:
                said = await socket.expect("accepted", "refused")
                found[said["op"]] = said["revision"]
            answers.append(found)
        assert answers[0] == answers[1]
        await told(other, log(settled)[-1].op)
        kept_ops = [operation.op for operation in log(settled) if operation.op.startswith("any-")]
        assert sorted(kept_ops) == sorted(change["op"] for change in asked)
        await again.hang_up()

    beside_another(settled, kept, talk)


def test_who_floods_is_read_more_slowly_and_refused(settled: Settled, kept: Kept) -> None:
    async def talk(one: Socket, other: Socket) -> None:
        for n in range(700):
            one.send(change(f"flood-{n}", f"Flood {n}"))
        codes = []
        while "too_fast" not in codes:
            said = await one.expect("accepted", "refused")
            codes.append(said.get("code", "accepted"))
        assert codes.count("accepted") >= 100
        other.send(change("calm", "In between"))
        await other.expect("accepted")

    beside_another(settled, kept, talk)
