"""A server that is killed on an acknowledgement loses nothing it answered or told, and everybody catches up."""

import asyncio
import os
import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlite_utils import Database

from journeymap.domain.model.operations import Operation
from journeymap.live import wire
from journeymap.storage.sqlite_store import open_store
from tests.support.prepared_database import Settled, settle
from tests.support.replica import Replica
from tests.support.route_server import Kept, Nursery

SEEDS = range(int(os.environ.get("TEST_SEEDS", "10")))
CLIENTS = 4
PIPELINE = 12
"""So many changes of each client are under way at a time."""


class Witness:
    """Somebody who works, and remembers all that the server said."""

    def __init__(self, settled: Settled, number: int) -> None:
        self.settled = settled
        self.number = number
        self.replica = Replica()
        self.asked: dict[str, dict[str, Any]] = {}
        self.answered: dict[str, int] = {}
        self.told: dict[int, str] = {}

    async def work(self, server: Kept, killing: "Killing") -> None:
        """Change one thing after another until the server is gone."""
        socket = await self.settled.enter(server.port, self.number, self.replica.revision)
        try:
            for _ in range(PIPELINE):
                self._ask(socket)
            while True:
                message = await socket.receive()
                self.hear(message)
                if message["type"] == "accepted":
                    killing.answered(server)
                    self._ask(socket)
        except ConnectionError:
            await socket.hang_up()

    async def catch_up(self, server: Kept) -> None:
        """Come back, send again what was not answered, and have what the others have."""
        socket = await self.settled.enter(server.port, self.number, self.replica.revision)
        for op, asked in self.asked.items():
            if op not in self.answered:
                socket.send(asked)
        while set(self.asked) - set(self.answered) or not self._has_all():
            self.hear(await socket.receive())
        await socket.hang_up()

    def _has_all(self) -> bool:
        return (self.replica.revision or 0) >= max(self.answered.values())

    def _ask(self, socket: Any) -> None:
        op = f"w{self.number}-{len(self.asked)}"
        asked = {"type": "change", "op": op, "do": "add", "table": "needs", "id": op, "parent": "call"}
        self.asked[op] = {**asked, "values": {"text": f"need {op}"}, "base": self.replica.revision}
        socket.send(self.asked[op])

    def hear(self, message: dict[str, Any]) -> None:
        """Remember what was said."""
        self.replica.take(message)
        if message["type"] == "accepted":
            assert self.answered.setdefault(message["op"], message["revision"]) == message["revision"]
        elif message["type"] == "operations":
            self.told.update({one["revision"]: one["op"] for one in message["operations"]})
        else:
            assert message["type"] in ("snapshot", "welcome", "presence", "can", "step"), message


class Killing:
    """Kills the server on the answer that was drawn."""

    def __init__(self, on: int) -> None:
        self.left = on

    def answered(self, server: Kept) -> None:
        """One more answer came."""
        self.left -= 1
        if self.left == 0:
            server.kill()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return settle(tmp_path_factory.mktemp("template") / "journeymap.db", CLIENTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_was_answered_or_told_is_lost(
    servers: Nursery, template: Settled, tmp_path: Path, seed: int
) -> None:
    print("seed", seed)
    settled = replace(template, database=Path(copyfile(template.database, tmp_path / "journeymap.db")))
    witnesses = [Witness(settled, number) for number in range(CLIENTS)]
    killing = Killing(random.Random(seed).randint(1, 300))
    server = servers.start(settled.database)

    async def work() -> None:
        await asyncio.gather(*(witness.work(server, killing) for witness in witnesses))

    asyncio.run(work())
    assert servers.wait(server) == -9
    check(settled, witnesses)

    again = servers.start(settled.database)

    async def come_back() -> None:
        await asyncio.gather(*(witness.catch_up(again) for witness in witnesses))

    asyncio.run(come_back())
    again.kill()
    servers.wait(again)
    log = check(settled, witnesses)
    wanted = [op for witness in witnesses for op in witness.asked]
    assert sorted(operation.op for operation in log if operation.revision > 18) == sorted(wanted)


def check(settled: Settled, witnesses: list[Witness]) -> list[Operation]:
    """The file is sound, its log has no hole, and holds all that anybody was answered or told."""
    with closing(open_store(settled.database)) as store:
        log, journey = list(store.operations(settled.map_id)), store.journey(settled.map_id)
        assert [operation.revision for operation in log] == list(range(1, len(log) + 1))
        assert journey == store.journey_at(settled.map_id, len(log))
        by_revision = {operation.revision: operation.op for operation in log}
        for witness in witnesses:
            assert {revision: op for op, revision in witness.answered.items()}.items() <= by_revision.items()
            assert witness.told.items() <= by_revision.items()
            if witness.replica.revision == len(log):
                assert witness.replica.tables() == wire.tables(journey)
    with closing(Database(settled.database)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return log
