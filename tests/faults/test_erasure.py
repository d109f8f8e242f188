"""A name that was erased by one process is nowhere in another one, and is not written back by it."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from journeymap.domain.model.roles import Participant
from tests.support.crowd import api
from tests.support.lean_socket import Socket, connect
from tests.support.prepared_database import service
from tests.support.route_server import Kept, Nursery

NAME = "Xanthippe"


def _settle(database: Path) -> tuple[str, dict[str, str], Participant]:
    """A workshop whose map names somebody: the map, everybody's tokens, and who is named."""
    opened = service(database)
    try:
        made = opened.workshops.create(opened.people.owner(), "A room", agenda="empty", facilitator="Ilse")
        named, other = (opened.people.join(made.workshop.join_code, name) for name in (NAME, "Bert"))
        tokens = {"named": opened.people.seat(named), "other": opened.people.seat(other)}
        return made.map_id, {**tokens, "lead": opened.people.seat(made.lead)}, named
    finally:
        opened.close()


async def _enter(server: Kept, map_id: str, token: str, **hello: object) -> Socket:
    socket = await connect(server.port, f"/live/maps/{map_id}", Authorization=f"Bearer {token}")
    socket.send({"type": "hello", "since": None, **hello})
    return socket


def _add(table: str, row: str, values: dict[str, str], parent: str | None = None) -> dict[str, object]:
    said = {"type": "change", "op": f"add-{row}", "do": "add", "table": table, "id": row, "parent": parent}
    return {**said, "values": values}


async def _accepted(socket: Socket, asked: dict[str, object]) -> int:
    socket.send(asked)
    answer = await socket.expect("accepted", "refused")
    assert answer["type"] == "accepted", answer
    return int(answer["revision"])


def test_what_one_process_erased_the_other_neither_shows_nor_writes_back(servers: Nursery, tmp_path: Path) -> None:
    database = tmp_path / "journeymap.db"
    map_id, tokens, named = _settle(database)
    one, other = servers.start(database), servers.start(database)

    async def talk() -> None:
        line = await _enter(other, map_id, tokens["other"])
        first = await line.expect("snapshot")
        assert first["erasures"] == 0
        await _accepted(line, _add("episodes", "e", {"title": "Before"}))
        revision = await _accepted(line, _add("moments", "m", {"text": f"{NAME} calls"}, "e"))
        with api(one.base) as it:
            lead = tokens["lead"]
            assert NAME in json.dumps(it.get(f"/maps/{map_id}", lead))
            preview = it.get(f"/room/people/{named.id}/words", lead)
            assert [place["before"] for place in preview["places"]] == [f"{NAME} calls"]
            it.post(f"/room/people/{named.id}/erase", {}, tokens["named"])
            assert NAME in json.dumps(it.get(f"/maps/{map_id}", lead)), "a person's own erasing changes no text"
            asked = {"names": [NAME], "places": preview["count"]}
            assert it.post(f"/room/people/{named.id}/words", asked, lead)["places"] == preview["count"]
        assert (await line.expect("bye"))["fresh"], "boards take the map anew"
        with api(other.base) as it:
            assert NAME not in json.dumps(it.get(f"/maps/{map_id}", tokens["other"]))
            assert NAME not in json.dumps(it.get(f"/maps/{map_id}/operations?since=0", tokens["other"]))
        # Whoever was away, and has the name in their own copy, gets the whole map, not what happened since.
        again = await _enter(other, map_id, tokens["other"], since=revision, erasures=0)
        whole = await again.expect("snapshot", "welcome")
        assert whole["type"] == "snapshot"
        assert NAME not in json.dumps(whole)
        assert whole["erasures"] > 0
        # A change of another field of the same row, in the process that did not erase.
        said = {"type": "change", "op": "later", "do": "set", "table": "moments", "id": "m", "field": "minutes"}
        revision = await _accepted(again, {**said, "value": 3})
        third = await _enter(other, map_id, tokens["other"], since=revision, erasures=whole["erasures"])
        assert (await third.expect("snapshot", "welcome"))["type"] == "welcome"
        for socket in (line, again, third):
            await socket.hang_up()

    asyncio.run(talk())
    with closing(sqlite3.connect(database)) as connection:
        assert NAME not in "\n".join(connection.iterdump())
