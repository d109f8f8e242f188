"""A workshop goes on: the server is killed in a step, sixty people come at once, a phone sleeps, a laptop dies."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.workshops import Created
from tests.support.crowd import api
from tests.support.lean_socket import Socket, connect
from tests.support.prepared_database import service
from tests.support.replica import Replica
from tests.support.route_server import Kept, Nursery

STEPS = (
    Step(id="write", kind=StepKind.MOMENTS, title="Write alone", private=True, minutes=10),
    Step(id="vote", kind=StepKind.VOTE, title="Vote", ballot=Ballot(budget=3)),
)
SECRET = "hopelessly lost"


@dataclass(frozen=True)
class Held:
    """A workshop in a file, everybody's tokens, and the steps of its agenda."""

    database: Path
    made: Created
    tokens: dict[str, str]
    people: dict[str, Participant]
    steps: dict[str, str]
    sockets: list[Socket] = field(default_factory=list)

    async def enter(self, server: Kept, who: str, replica: Replica | None = None) -> Socket:
        """Somebody's socket, with the hello said."""
        path = f"/live/maps/{self.made.map_id}"
        socket = await connect(server.port, path, Authorization=f"Bearer {self.tokens[who]}")
        self.sockets.append(socket)
        socket.send({"type": "hello", "since": replica.revision if replica else None})
        return socket

    def talk(self, conversation: Callable[[], Awaitable[None]]) -> None:
        """Have it, and hang up all that is still open."""

        async def talking() -> None:
            try:
                await conversation()
            finally:
                for socket in self.sockets:
                    await socket.hang_up()
                self.sockets.clear()

        asyncio.run(talking())

    def lead(self, server: Kept, act: str, body: Any, who: str = "lead") -> Any:
        """What somebody who leads does."""
        with api(server.base) as it:
            return it.post(f"/room/{act}", body, self.tokens[who])


@pytest.fixture
def held(tmp_path: Path) -> Held:
    database = tmp_path / "journeymap.db"
    opened = service(database)
    try:
        workshops = opened.workshops
        made = workshops.create(opened.people.owner(), "A room", agenda=STEPS)
        people = {name: opened.people.join(made.workshop.join_code, name.title()) for name in ("anna", "ben", "deputy")}
        workshops.admission.promote(made.lead, made.workshop.id, people["deputy"].id)
        tokens = {name: opened.people.seat(person) for name, person in (people | {"lead": made.lead}).items()}
        with_steps = workshops.get(made.lead, made.workshop.id)
        steps = {step.kind.value: step.id for step in with_steps.steps}
        return Held(database, made, tokens, people, steps)
    finally:
        opened.close()


def add(op: str, table: str, row: str, values: dict[str, Any], parent: str | None = None) -> dict[str, Any]:
    asked = {"type": "change", "op": op, "do": "add", "table": table, "id": row, "parent": parent}
    return {**asked, "values": values}


async def accepted(socket: Socket, asked: dict[str, Any]) -> int:
    socket.send(asked)
    answer = await socket.expect("accepted", "refused")
    assert answer["type"] == "accepted", answer
    return int(answer["revision"])


async def prepared(held: Held, server: Kept) -> None:
    lead = await held.enter(server, "lead")
    await accepted(lead, add("e", "episodes", "e1", {"title": "Before"}))
    await accepted(lead, add("m", "moments", "m1", {"text": "I call"}, "e1"))
    await lead.hang_up()


async def step_of(socket: Socket) -> Any:
    return (await socket.expect("step"))["step"]


def test_a_server_killed_in_a_step_comes_back_with_clock_drafts_and_votes(servers: Nursery, held: Held) -> None:
    server = servers.start(held.database)

    async def before() -> None:
        await prepared(held, server)
        await asyncio.to_thread(held.lead, server, "start", {"step": held.steps["moments"]})
        anna = await held.enter(server, "anna")
        await accepted(anna, add("d", "moments", "draft", {"text": f"I am {SECRET}"}, "e1"))
        server.kill()

    held.talk(before)
    assert servers.wait(server) == -9
    again = servers.start(held.database)

    async def after() -> None:
        anna, ben = await held.enter(again, "anna"), await held.enter(again, "ben")
        mine, others = await anna.expect("snapshot"), await ben.expect("snapshot")
        assert SECRET in json.dumps(mine)
        assert SECRET not in json.dumps(others)
        step = await step_of(ben)
        assert (step["state"], step["private"]) == ("running", True)
        assert 500_000 < step["left_ms"] < 600_000, "the clock ran on while nobody served"
        await asyncio.to_thread(held.lead, again, "reveal", {})
        while "reveal" not in json.dumps(told := await ben.expect("operations")):
            continue
        assert SECRET in json.dumps(told)
        await asyncio.to_thread(held.lead, again, "start", {"step": held.steps["vote"]})
        while (await step_of(ben))["kind"] != "vote":
            continue
        dot = {"round": held.steps["vote"], "item": "draft", "slot": 0}
        await accepted(ben, add("v", "votes", "dot", dot))
        again.kill()

    held.talk(after)
    assert servers.wait(again) == -9
    last = servers.start(held.database)

    async def finally_() -> None:
        ben = await held.enter(last, "ben")
        assert [vote["id"] for vote in (await ben.expect("snapshot"))["map"]["votes"]] == ["dot"]
        await asyncio.to_thread(held.lead, last, "reveal", {})
        while not (told := await ben.expect("step"))["tallies"]:
            continue
        assert told["tallies"] == {held.steps["vote"]: [["draft", "", 1, 1]]}

    held.talk(finally_)


def test_sixty_people_come_at_once_and_all_of_them_are_in(servers: Nursery, held: Held) -> None:
    server = servers.start(held.database)

    def come(number: int) -> str:
        with api(server.base) as it:
            said = {"code": held.made.workshop.join_code.lower().replace("-", " "), "name": f"Person {number}"}
            return str(it.post("/join", said | {"role": "customer" if number % 10 == 0 else "participant"})["token"])

    with ThreadPoolExecutor(30) as pool:
        tokens = list(pool.map(come, range(60)))
    assert len(set(tokens)) == 60

    async def all_of_them() -> None:
        path = f"/live/maps/{held.made.map_id}"
        sockets = [await connect(server.port, path, Authorization=f"Bearer {token}") for token in tokens]
        held.sockets.extend(sockets)
        for socket in sockets:
            socket.send({"type": "hello", "since": None})
        names = {(await socket.expect("snapshot"))["you"]["name"] for socket in sockets}
        assert names == {f"Person {n}" for n in range(60)}
        while (await sockets[0].expect("presence"))["total"] != 60:
            continue

    held.talk(all_of_them)


def test_a_phone_that_slept_through_a_reveal_wakes_to_what_everybody_has(servers: Nursery, held: Held) -> None:
    server = servers.start(held.database)

    async def conversation() -> None:
        await prepared(held, server)
        await asyncio.to_thread(held.lead, server, "start", {"step": held.steps["moments"]})
        ben, replica = await held.enter(server, "ben"), Replica()
        replica.take(await ben.expect("snapshot"))
        await ben.hang_up()
        anna = await held.enter(server, "anna")
        for n in range(40):
            await accepted(anna, add(f"d{n}", "moments", f"draft-{n}", {"text": f"I look, number {n}"}, "e1"))
        await asyncio.to_thread(held.lead, server, "reveal", {})
        awake = await held.enter(server, "ben", replica)
        frame = await awake.expect("operations", "snapshot")
        assert frame["type"] == "operations", "it caught up, it did not start anew"
        replica.take(frame)
        late, whole = await held.enter(server, "ben"), Replica()
        whole.take(await late.expect("snapshot"))
        while whole.revision != replica.revision:
            assert replica.revision is not None
            assert whole.revision is not None
            behind, line = (replica, awake) if replica.revision < whole.revision else (whole, late)
            behind.take(await line.expect("operations"))
        assert replica.tables() == whole.tables()
        assert len(replica.tables()["moments"]) == 41

    held.talk(conversation)


def test_when_the_facilitators_laptop_dies_a_co_facilitator_goes_on(servers: Nursery, held: Held) -> None:
    server = servers.start(held.database)
    held.lead(server, "start", {"step": held.steps["moments"]})
    held.lead(server, "pause", {}, "deputy")
    assert held.lead(server, "resume", {}, "deputy")["step"]["state"] == "running"


def test_or_comes_back_on_another_device_with_the_recovery_code(servers: Nursery, held: Held) -> None:
    server = servers.start(held.database)
    with api(server.base) as it:
        code = held.made.workshop.join_code
        with pytest.raises(RuntimeError, match="40"):
            it.post("/room/recover", {"code": code, "recovery": "AAAA-AAAA-AAAA"})
        token = it.post("/room/recover", {"code": code.lower(), "recovery": held.made.recovery.lower()})["token"]
        started = it.post("/room/start", {"step": held.steps["moments"]}, token)
        assert started["you"]["id"] == held.made.lead.id
        assert started["step"]["state"] == "running"
