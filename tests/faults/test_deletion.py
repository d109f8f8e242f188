"""What one process deletes nobody sees in another one, and a kill in the middle leaves nothing behind."""

import asyncio
from pathlib import Path

import pytest

from tests.support.crowd import api
from tests.support.large_map import enlarge
from tests.support.lean_socket import Socket, connect
from tests.support.left_over import everywhere, rows_of
from tests.support.prepared_database import Settled, service, settle
from tests.support.route_server import Nursery

WORD = "Zwlxqqgh"
MAP = {"title": "A visit to the park"}


def _owner(settled: Settled, *, archive: bool) -> str:
    """The owner's token; the map is in the archive, if so said."""
    opened = service(settled.database)
    try:
        owner = opened.people.owner()
        if archive:
            opened.maps.archive(owner, settled.map_id)
        return opened.people.seat(owner)
    finally:
        opened.close()


def _workshop(settled: Settled) -> str:
    return str(settled.people[0].workshop_id)


def test_a_process_that_is_killed_while_it_deletes_is_gone_on_with_at_the_next_start(
    servers: Nursery, tmp_path: Path
) -> None:
    settled = settle(tmp_path / "journeymap.db", people=1)
    enlarge(settled.database, settled.map_id, WORD, moments=2_000, operations=20_000)
    owner = _owner(settled, archive=True)
    server = servers.start(settled.database)
    with api(server.base) as it:
        it.delete(f"/maps/{settled.map_id}", MAP, owner)
        server.kill()
        servers.wait(server)
    assert any(rows_of(settled.database, "map_id", settled.map_id).values()), "it was killed in the middle"
    opened = service(settled.database)
    try:
        assert not opened.maps.heads(opened.people.owner())
        assert not opened.house.store.search(WORD)
        opened.house.store.tidy()
        assert not any(rows_of(settled.database, "map_id", settled.map_id).values())
        assert WORD.encode() not in everywhere(settled.database)
    finally:
        opened.close()


@pytest.mark.parametrize("what", ["map", "workshop"])
def test_whoever_is_on_a_map_that_another_process_deletes_is_told_and_let_go(
    servers: Nursery, tmp_path: Path, what: str
) -> None:
    settled = settle(tmp_path / "journeymap.db", people=2)
    owner = _owner(settled, archive=what == "map")
    one, other = servers.start(settled.database), servers.start(settled.database)

    async def told(socket: Socket) -> None:
        assert (await socket.expect("bye"))["code"] == "deleted"
        assert await socket.closed() == 4404

    async def talk() -> None:
        there = [await settled.enter(server.port, n) for n, server in enumerate((one, other))]
        for socket in there:
            await socket.expect("snapshot")
        path = f"/maps/{settled.map_id}" if what == "map" else f"/workshops/{_workshop(settled)}"
        title = MAP if what == "map" else {"title": "A room"}
        with api(one.base) as it:
            await asyncio.to_thread(it.delete, path, title, owner)
        for socket in there:
            await told(socket)
        again = await settled.enter(other.port)
        assert await again.closed() == (4404 if what == "map" else 4401)
        for server in (one, other):
            with api(server.base) as it, pytest.raises(RuntimeError, match="404" if what == "map" else "401.*deleted"):
                it.get(f"/maps/{settled.map_id}", settled.tokens[0])

    asyncio.run(talk())


def test_whoever_else_is_in_the_workshop_stays_when_one_map_is_deleted(servers: Nursery, tmp_path: Path) -> None:
    """The others' room goes on: nothing is looked up in vain for the one that is gone."""
    settled = settle(tmp_path / "journeymap.db", people=2)
    opened = service(settled.database)
    try:
        owner = opened.people.owner()
        second = opened.maps.create(owner, "Second", workshop_id=_workshop(settled))
        opened.maps.archive(owner, settled.map_id)
        token = opened.people.seat(owner)
    finally:
        opened.close()
    server = servers.start(settled.database)

    async def talk() -> None:
        gone = await settled.enter(server.port, 0)
        stays = await connect(server.port, f"/live/maps/{second}", Authorization=f"Bearer {settled.tokens[1]}")
        stays.send({"type": "hello", "since": None})
        for socket in (gone, stays):
            await socket.expect("snapshot")
        with api(server.base) as it:
            await asyncio.to_thread(it.delete, f"/maps/{settled.map_id}", MAP, token)
            assert await gone.closed() == 4404
            said = {"type": "change", "op": "a", "do": "add", "table": "channels", "id": "c"}
            stays.send({**said, "values": {"name": "Phone"}})
            assert (await stays.expect("accepted", "refused"))["type"] == "accepted"
            body = {"title": "Renamed"}
            await asyncio.to_thread(it.post, f"/room/details?workshop={_workshop(settled)}", body, token)
            while (await stays.expect("step"))["workshop"]["title"] != "Renamed":
                continue
        await stays.hang_up()

    asyncio.run(talk())
