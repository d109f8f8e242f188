"""A real server with few descriptors, and strangers who open connections and say nothing: the room goes on working."""

import asyncio
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.support.crowd import api, gather, join
from tests.support.lean_socket import connect
from tests.support.server_process import Server, running

FEW = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (%d, 256))
sys.argv = ["journeymap", "run"]
runpy.run_module("journeymap", run_name="__main__", alter_sys=True)
"""
HALF_A_HEAD = b"POST /join HTTP/1.1\r\nHost: here\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With a soft limit of 64 descriptors, and a hard one of 256."""
    database = tmp_path_factory.mktemp("few") / "journeymap.db"
    with running(database, command=(sys.executable, "-c", FEW % 64), samples=False) as it:
        yield it


def half_open(server: Server, count: int) -> list[socket.socket]:
    address = urlsplit(server.base)
    found = []
    for _ in range(count):
        one = socket.create_connection((address.hostname or "", address.port or 0), timeout=20)
        one.sendall(HALF_A_HEAD)
        found.append(one)
    return found


def test_the_soft_limit_is_raised_and_said(server: Server) -> None:
    assert server.said("It may hold 256 files and connections open")
    with api(server.base) as it:
        assert it.get("/ready")["descriptors"] == 256


def test_a_thousand_half_open_connections_refuse_nobody_who_is_inside_or_joins(server: Server) -> None:
    crowd = gather(server.base, 5, moments=5)
    inside = [0]

    async def work() -> None:
        people = [await connect(crowd.port, crowd.path, Authorization=f"Bearer {one}") for one in crowd.tokens]
        for one in people:
            one.send({"type": "hello", "since": None})
            await one.expect("snapshot")
        with ExitStack() as opened:
            for round_ in range(5):
                for silent in await asyncio.to_thread(half_open, server, 200):
                    opened.enter_context(silent)
                for n, one in enumerate(people):
                    text = f"round {round_}, {n}"
                    one.send({"type": "change", "op": f"s-{round_}-{n}", "do": "set", "table": "moments",
                              "id": f"m{n}", "field": "text", "value": text})  # fmt: skip
                    await one.expect("accepted")
                    inside[0] += 1
                await asyncio.to_thread(join, crowd, f"Newcomer {round_}")
                with api(server.base) as it:
                    said = await asyncio.to_thread(it.get, "/ready")
                assert said["ready"] is True
                assert said["opened"] < 200
        for one in people:
            await one.hang_up()

    asyncio.run(work())
    assert inside == [25]
    assert "Traceback" not in server.output
    assert len(server.output) < 5_000


def test_who_does_not_say_what_they_ask_is_not_waited_for(server: Server) -> None:
    """Half a head, on two connections, and a body that does not come on a third."""
    one, another, slow = half_open(server, 3)
    with one, another, slow:
        for it in (one, another, slow):
            it.settimeout(60)
        slow.sendall(b"Content-Length: 900\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ncode=")
        assert one.recv(1) == b""
        assert another.recv(1) == b""
        while slow.recv(4_096):
            pass
    assert "Traceback" not in server.output
