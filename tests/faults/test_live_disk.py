"""A disk that is full, a file that somebody else holds: refused, told to nobody, and soon all is well again."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymap.live import wire
from journeymap.storage.database_file import BUSY_SECONDS
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.api_clients import Room, opened
from tests.support.app_sockets import Line, Live, change, served
from tests.support.replica import Replica

Talk = Callable[[Live], Awaitable[None]]
LONG = "I wait, and nobody says for how long. " * 100


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path) as it:
        yield it


def talk(room: Room, conversation: Talk) -> None:
    async def talking() -> None:
        async with served(room) as live:
            await conversation(live)

    asyncio.run(talking())


def pages(room: Room, most: int | None) -> None:
    """How many pages the file may have, as a disk of that size would; None: as many as it likes."""

    def work(tx) -> None:
        connection: sqlite3.Connection = tx._connection
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {2**31 if most is None else now + most}")

    room.service.house.store.write(work).result()


async def refused(line: Line, op: str) -> str:
    line.send(change(op, field="notes", value=f"{op} {LONG}"[:4_000]))
    said = await line.expect("refused", "accepted")
    return str(said.get("code", "accepted"))


def test_a_full_disk_refuses_tells_nobody_and_recovers(room: Room) -> None:
    """SQLite says what it says on a full disk: SQLITE_FULL."""

    async def conversation(live: Live) -> None:
        line, other = await live.ready("participant"), await live.enter("customer")
        seen = Replica()
        seen.take(await other.receive())
        pages(room, 4)
        codes = [await refused(line, f"full-{n}") for n in range(30)]
        assert "unavailable" in codes
        assert codes[-1] == "unavailable"
        kept = {operation.op for operation in room.service.house.store.operations(room.map_id)}
        assert not kept & {f"full-{n}" for n, code in enumerate(codes) if code != "accepted"}
        line.send({"type": "ping"})
        await line.expect("pong")
        pages(room, None)
        line.send(change("after", value="There is room again"))
        revision = (await line.expect("accepted", "refused"))["revision"]
        told: list[str] = []
        while seen.revision < revision:
            message = await other.receive()
            seen.take(message)
            told += [operation["op"] for operation in message.get("operations", ())]
        assert set(told) == {f"full-{n}" for n, code in enumerate(codes) if code == "accepted"} | {"after"}
        assert seen.tables() == wire.tables(room.service.house.store.journey(room.map_id))

    talk(room, conversation)
    with closing(open_store(room.site.settings.database)) as store:
        log = store.operations(room.map_id)
        assert [operation.revision for operation in log] == list(range(1, len(log) + 1))
        assert store.journey(room.map_id) == store.journey_at(room.map_id, len(log))


def test_what_was_refused_on_a_full_disk_can_be_sent_again(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready("participant")
        pages(room, 0)
        codes = {f"full-{n}": await refused(line, f"full-{n}") for n in range(20)}
        again = [op for op, code in codes.items() if code != "accepted"]
        assert again
        pages(room, None)
        for op in again:
            assert await refused(line, op) == "accepted"
        ops = [operation.op for operation in room.service.house.store.operations(room.map_id, since=9)]
        assert sorted(ops) == sorted(codes)

    talk(room, conversation)


def test_while_another_program_holds_the_file_all_else_goes_on(room: Room) -> None:
    """It lets go in time: what waited is done. The loop never waited: presence and pings were answered."""

    async def conversation(live: Live) -> None:
        line, other = await live.ready("participant"), await live.ready("customer")
        with holding(room) as let_go:
            line.send(change("waits"))
            for n in range(20):
                line.send({"type": "presence", "at": f"m{n}"})
                line.send({"type": "ping"})
                await line.expect("pong")
            assert (await live.enter("facilitator")).accepted
            let_go()
            assert (await line.expect("accepted", "refused"))["type"] == "accepted"
        await other.expect("operations")

    talk(room, conversation)


def test_who_holds_the_file_too_long_is_not_waited_for(room: Room) -> None:
    """Ten seconds, in truth; a tenth of one here. Nothing of what was refused comes in later."""
    store = room.service.house.store
    assert isinstance(store, SqliteStore)
    writer = store._writer
    assert writer.patience == BUSY_SECONDS == 10.0
    writer.patience = 0.1

    async def conversation(live: Live) -> None:
        line, other = await live.ready("participant"), await live.ready("customer")
        with holding(room):
            for n in range(3):
                line.send(change(f"held-{n}"))
            for _ in range(3):
                said = await line.expect("refused", "accepted")
                assert (said["type"], said["code"]) == ("refused", "unavailable")
        line.send(change("free"))
        await line.expect("accepted")
        (operation,) = (await other.expect("operations"))["operations"]
        assert operation["op"] == "free"

    talk(room, conversation)


class holding:  # noqa: N801 - it reads as what it does
    """Another program that has begun to write, and does not finish until told."""

    def __init__(self, room: Room) -> None:
        self._connection = sqlite3.connect(room.site.settings.database, isolation_level=None)

    def __enter__(self) -> Callable[[], None]:
        self._connection.execute("BEGIN IMMEDIATE")
        return self.let_go

    def let_go(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def __exit__(self, *_: object) -> None:
        self.let_go()
        self._connection.close()


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_a_day_off_changes_no_order_and_locks_nobody_out(
    room: Room, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Order is the revision's alone; times are only shown. A seat from “tomorrow” is a seat."""
    real = time.time
    token = room.token("participant")
    monkeypatch.setattr(time, "time", lambda: real() + days * 86_400)
    off = (datetime.now(UTC) + timedelta(days=days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    async def conversation(live: Live) -> None:
        before = await live.ready("participant", token=token)
        before.send(change("one"))
        first = await before.expect("accepted")
        object.__setattr__(room.service.house, "now", lambda: off)
        line = await live.enter(token=token, since=first["revision"])
        line.send(change("two", base=first["revision"]))
        assert (await line.expect("accepted"))["revision"] == first["revision"] + 1
        line.send({"type": "undo", "op": "three"})
        assert (await line.expect("accepted", "refused"))["revision"] == first["revision"] + 2
        log = room.service.house.store.operations(room.map_id, since=first["revision"] - 1)
        assert [operation.op for operation in log] == ["one", "two", "three"]
        assert [operation.at for operation in log][1:] == [off, off]
        journey = room.service.house.store.journey(room.map_id)
        assert journey.tables["moments"]["m1"].values()["text"] == "Text of one"

    talk(room, conversation)
