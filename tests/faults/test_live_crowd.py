"""Many at once, and one who does not read: nobody else notices."""

import asyncio
import json
import random
import re
import socket as sockets
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.lean_socket import Socket
from tests.support.prepared_database import Settled, service, settle
from tests.support.route_server import Kept, Nursery

PEOPLE = 200
NOTES = "I walk on, and nobody tells me where. " * 100


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return settle(tmp_path_factory.mktemp("crowd") / "journeymap.db", PEOPLE)


@pytest.fixture
def kept(servers: Nursery, settled: Settled) -> Iterator[Kept]:
    server = servers.start(settled.database)
    yield server
    server.kill()
    servers.wait(server)


def health(kept: Kept) -> dict[str, Any]:
    with urllib.request.urlopen(f"{kept.base}/api/health", timeout=30) as answer:
        health: dict[str, Any] = json.loads(answer.read())
        return health


def figure(kept: Kept, name: str) -> float:
    with urllib.request.urlopen(f"{kept.base}/metrics", timeout=30) as answer:
        found = re.search(rf"^{name} (\S+)$", answer.read().decode(), re.MULTILINE)
    assert found, name
    return float(found[1])


def change(op: str, value: str = NOTES, row: str = "call") -> dict[str, Any]:
    said = {"type": "change", "op": op, "do": "set", "table": "moments", "id": row, "field": "notes"}
    return {**said, "value": f"{op} {value}"[:4_000]}


def test_200_who_come_back_at_once_to_a_cold_room_all_catch_up(settled: Settled, kept: Kept) -> None:
    """Half of them know an old revision, and all go on working at once: each change reaches each of them."""

    async def come() -> None:
        entering = (settled.enter(kept.port, n, 5 if n % 2 else None) for n in range(PEOPLE))
        everybody = list(await asyncio.gather(*entering))
        for n, one in enumerate(everybody):
            said = await one.receive()
            assert said["type"] == ("operations" if n % 2 else "snapshot")
            assert said.get("revision", said.get("to")) == 18
        for n, one in enumerate(everybody):
            one.send(change(f"back-{n}", "short"))
        for one in everybody:
            reached = 18
            while reached < 18 + PEOPLE:
                reached = max(reached, (await one.expect("operations"))["to"])
        assert health(kept) | {"version": ""} == {
            "ok": True, "version": "", "database": "reachable", "disk": "ok", "problem": "", "rooms": 1,
            "people": PEOPLE,
        }  # fmt: skip
        for one in everybody:
            await one.hang_up()

    asyncio.run(come())
    deadline = time.monotonic() + 30
    while health(kept)["rooms"]:
        assert time.monotonic() < deadline


class Reader:
    """Somebody who notes how late each operation comes, counted from when it was sent."""

    def __init__(self, sent: dict[str, float]) -> None:
        self.sent = sent
        self.late: list[float] = []
        self.reached = 0
        self.news = asyncio.Event()

    def heard(self, _by: Socket, text: bytes) -> None:
        if not text.startswith(b'{"type":"operations"'):
            return
        now = time.perf_counter()
        for op in re.findall(rb'"op":"([^"]+)"', text):
            if (when := self.sent.get(op.decode())) is not None:
                self.late.append(now - when)
        found = re.search(rb'"to":(\d+)', text)
        assert found
        self.reached = int(found[1])
        self.news.set()


def p95(late: list[float]) -> float:
    return sorted(late)[int(0.95 * len(late))]


async def work(people: list[Socket], readers: list[Reader], sent: dict[str, float], name: str, times: int) -> float:
    """Everybody in turn writes long notes; how late the others had them (95 of 100)."""
    chance = random.Random(name)
    for reader in readers:
        reader.late.clear()
    for n in range(times):
        op = f"{name}-{n}"
        sent[op] = time.perf_counter()
        people[n % len(people)].send(change(op, row=chance.choice(("call", "arrive"))))
        readers[0].news.clear()
        await readers[0].news.wait()
    return p95([late for reader in readers for late in reader.late])


def test_who_stops_reading_is_let_go_and_the_others_do_not_notice(settled: Settled, kept: Kept) -> None:
    """What waits for them is bounded: then they are closed with 1013, and catch up when they read again."""

    async def talk() -> None:
        sent: dict[str, float] = {}
        readers, people = [], []
        for n in range(1, 6):
            reader = Reader(sent)
            one = await settled.enter(kept.port, n)
            await one.expect("snapshot")
            one.heard = reader.heard
            readers.append(reader)
            people.append(one)
        small = sockets.socket()
        small.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 8 * 1024)
        small.setblocking(False)
        await asyncio.get_running_loop().sock_connect(small, ("127.0.0.1", kept.port))
        lazy = await settled.enter(kept.port, 0, sock=small)
        await lazy.expect("snapshot")
        calm = await work(people, readers, sent, "calm", 100)
        lazy.transport.pause_reading()
        drops = figure(kept, "journeymap_queue_drops_total")
        meanwhile, rounds = [], 0
        while figure(kept, "journeymap_queue_drops_total") == drops:
            meanwhile.append(await work(people, readers, sent, f"round-{rounds}", 50))
            rounds += 1
            assert rounds < 40, "they were never let go"
        assert health(kept)["people"] == 5
        # Others share this machine: far less than a second late is what "unchanged" can mean here.
        assert sorted(meanwhile)[len(meanwhile) // 2] < 2 * calm + 0.05
        lazy.transport.resume_reading()
        reached, goodbye = 0, None
        while goodbye is None:
            said = await lazy.receive()
            reached = max(reached, said.get("to", 0))
            goodbye = said if said["type"] == "bye" else None
        assert goodbye["code"] == "too_slow"
        assert await lazy.closed() == 1013
        again = await settled.enter(kept.port, 0, reached)
        while (await again.expect("operations", "snapshot")).get("to", 0) < readers[0].reached:
            pass
        for one in (*people, lazy, again):
            await one.hang_up()

    asyncio.run(talk())


def test_presence_of_a_crowd_does_not_hold_up_the_work(settled: Settled, kept: Kept) -> None:
    async def talk() -> None:
        people = []
        for n in range(60):
            one = await settled.enter(kept.port, n)
            await one.expect("snapshot")
            people.append(one)
        for _ in range(5):
            for n, one in enumerate(people):
                one.send({"type": "presence", "at": f"m{n}", "editing": True})
            people[0].send(change(f"among-{random.random():.9f}".replace(".", ""), "short"))
            await people[0].expect("accepted")
        while not all(one["editing"] for one in (await people[-1].expect("presence"))["people"]):
            pass
        for one in people:
            await one.hang_up()

    asyncio.run(talk())


def test_a_service_knows_all_that_the_crowd_did(settled: Settled, tmp_path: Path) -> None:
    """The file they all wrote to is whole."""
    opened = service(settled.database)
    try:
        store = opened.house.store
        log = store.operations(settled.map_id)
        assert [operation.revision for operation in log] == list(range(1, len(log) + 1))
        assert store.journey(settled.map_id) == store.journey_at(settled.map_id, len(log))
    finally:
        opened.close()
