"""Several servers on one database give one sequence; and a server that is told to stop takes its leave."""

import asyncio
import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from journeymap.live import wire
from tests.support.lean_socket import Socket
from tests.support.prepared_database import SECRET, Settled, service, settle
from tests.support.replica import Replica
from tests.support.server_process import Server

GONE_SECONDS = 5.0


def port(server: Server) -> int:
    return int(server.base.rpartition(":")[2])


def change(op: str) -> dict[str, Any]:
    said = {"type": "change", "op": op, "do": "add", "table": "needs", "id": op, "parent": "call"}
    return {**said, "values": {"text": f"need {op}"}}


class Follower:
    """Somebody who works and follows, on whichever server."""

    def __init__(self, socket: Socket) -> None:
        self.socket = socket
        self.replica = Replica()
        self.answers: dict[str, int] = {}

    async def work(self, name: str, times: int) -> None:
        """Change one thing after another."""
        for n in range(times):
            op = f"{name}-{n}"
            self.socket.send(change(op))
            while op not in self.answers:
                await self.hear()

    async def follow(self, revision: int) -> None:
        """Until one has everything."""
        while (self.replica.revision or 0) < revision:
            await self.hear()

    async def hear(self) -> dict[str, Any]:
        """The next message."""
        message: dict[str, Any] = await self.socket.receive()
        self.replica.take(message)
        assert message["type"] != "refused", message
        if message["type"] == "accepted":
            self.answers[message["op"]] = message["revision"]
        return message


def start(start_server: Callable[..., Server], settled: Settled, **more: Any) -> Server:
    return start_server(settled.database, samples=False, secret=SECRET, **more)


def test_two_servers_on_one_database_give_one_sequence(start_server: Callable[..., Server], tmp_path: Path) -> None:
    """Both are the whole app. Everybody has every operation, in the same order, and none of them twice."""
    settled = settle(tmp_path / "journeymap.db")
    servers = [start(start_server, settled), start(start_server, settled)]

    async def talk() -> list[Follower]:
        followers = [Follower(await settled.enter(port(servers[n % 2]), n)) for n in range(4)]
        for follower in followers:
            await follower.follow(18)
        await asyncio.gather(*(follower.work(f"w{n}", 40) for n, follower in enumerate(followers)))
        for follower in followers:
            await follower.follow(18 + 160)
            await follower.socket.hang_up()
        return followers

    followers = asyncio.run(talk())
    opened = service(settled.database)
    try:
        log, journey = opened.house.store.operations(settled.map_id), opened.house.store.journey(settled.map_id)
    finally:
        opened.close()
    assert [operation.revision for operation in log] == list(range(1, 18 + 160 + 1))
    answered = {op: revision for follower in followers for op, revision in follower.answers.items()}
    assert answered == {operation.op: operation.revision for operation in log[18:]}
    for follower in followers:
        assert follower.replica.tables() == wire.tables(journey)


def test_what_the_other_server_commits_is_told_soon(start_server: Callable[..., Server], tmp_path: Path) -> None:
    settled = settle(tmp_path / "journeymap.db")
    servers = [start(start_server, settled), start(start_server, settled)]

    async def talk() -> list[float]:
        one, other = [Follower(await settled.enter(port(server), n)) for n, server in enumerate(servers)]
        await one.follow(18)
        await other.follow(18)
        late = []
        for n in range(30):
            await one.work(f"soon-{n}", 1)
            answered = time.perf_counter()
            await other.follow(18 + n + 1)
            late.append(time.perf_counter() - answered)
        await one.socket.hang_up()
        await other.socket.hang_up()
        return sorted(late)

    late = asyncio.run(talk())
    print(json.dumps({"median_ms": late[15] * 1000, "slowest_ms": late[-1] * 1000}))
    assert late[15] < 1.0  # some 30 ms; a machine that is busy with other things may take longer


def test_a_server_that_is_told_to_stop_takes_its_leave(start_server: Callable[..., Server], tmp_path: Path) -> None:
    """All that was accepted is answered, everybody is told to come back, and it is gone in time.

    One of them does not read: nobody waits for them.
    """
    settled = settle(tmp_path / "journeymap.db")
    server = start(start_server, settled)

    async def talk() -> tuple[list[Follower], float]:
        followers = [Follower(await settled.enter(port(server), n)) for n in range(3)]
        for follower in followers:
            await follower.follow(18)
        followers[2].socket.transport.pause_reading()
        for n in range(60):
            followers[n % 2].socket.send(change(f"last-{n}"))
        while not followers[0].answers:
            await followers[0].hear()
        began = time.monotonic()
        os.kill(server.process.pid, signal.SIGTERM)
        for follower in followers[:2]:
            said = await follower.hear()
            while said["type"] != "bye":
                message = await follower.socket.receive()
                follower.replica.take(message)
                if message["type"] == "accepted":
                    follower.answers[message["op"]] = message["revision"]
                said = message
            assert said["code"] == "reload"
            assert await follower.socket.closed() == 1001
        code = await asyncio.to_thread(server.process.wait, GONE_SECONDS)
        assert code in (0, -signal.SIGTERM), server.output
        gone = time.monotonic() - began
        for follower in followers:
            await follower.socket.hang_up()
        return followers, gone

    followers, gone = asyncio.run(talk())
    assert gone < GONE_SECONDS
    assert "Traceback" not in server.output
    opened = service(settled.database)
    try:
        kept = {operation.op: operation.revision for operation in opened.house.store.operations(settled.map_id)[18:]}
    finally:
        opened.close()
    assert kept == {op: revision for follower in followers for op, revision in follower.answers.items()}


def test_a_server_with_a_screen_open_and_a_locked_database_is_gone_in_time_too(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    """Whatever hangs: another program holds the file, so that nothing under way can be committed."""
    settled = settle(tmp_path / "journeymap.db")
    server = start(start_server, settled)

    async def talk() -> float:
        one = Follower(await settled.enter(port(server), 0))
        await one.follow(18)
        with locked(settled.database):
            one.socket.send(change("never"))
            one.socket.send({"type": "ping"})
            while (await one.hear())["type"] != "pong":
                pass
            began = time.monotonic()
            os.kill(server.process.pid, signal.SIGTERM)
            await asyncio.to_thread(server.process.wait, 2 * GONE_SECONDS)
            gone = time.monotonic() - began
        await one.socket.hang_up()
        return gone

    assert asyncio.run(talk()) < GONE_SECONDS + 0.5
    opened = service(settled.database)
    try:
        assert opened.house.store.head(settled.map_id).revision == 18
    finally:
        opened.close()


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program that writes, and does not finish."""
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()
