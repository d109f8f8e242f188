"""Whatever the network does, everybody ends with the same map, and every accepted operation is in it exactly once.

Two to six clients make 200 operations over a network that drops, doubles, delays and reorders messages and cuts
connections, on two processes that share a database. Everything is drawn from one seed, which is printed.
"""

import heapq
import os
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.live import wire
from journeymap.live.frame import Frame
from journeymap.live.member import EVERYBODY, Member
from journeymap.live.protocol import AskedChange
from journeymap.live.room import Room
from journeymap.service.house import House
from journeymap.service.log_follower import Follower
from journeymap.service.service import Service
from journeymap.web.live.session import accepted
from tests.support.journeys import FULL
from tests.support.memory_rooms import VirtualClock
from tests.support.replica import Hole, Replica
from tests.support.store_calls import new_store

OPERATIONS = 200
SEEDS = range(int(os.environ.get("TEST_SEEDS", "10")))


class Process:
    """One server process: a service and a room on the shared database, and a look at what the others wrote."""

    def __init__(self, path: Path, clock: VirtualClock) -> None:
        self.service = Service.of(House(store=new_store(path), secret=b"k" * 32))
        self.clock = clock
        self.room: Room | None = None
        self.follower = Follower(self.service.house.store, self)
        self.service.house.store.watch(self._committed)
        self._letters: list[Callable[[], Any]] = []

    def open(self, map_id: str) -> None:
        self.room = Room(map_id, self.service.house.store.head(map_id).revision, clock=self.clock)

    def close(self) -> None:
        self.service.close()

    def _committed(self, committed: Sequence[Any]) -> None:
        for one in committed:
            self._letters.append(partial(self._take, one.map_id, one.operations))

    def read_letters(self) -> None:
        """What the writer told comes in, maybe later than what the log shows."""
        self.service.house.store.write(lambda tx: None).result()
        letters, self._letters = self._letters, []
        for letter in letters:
            letter()

    def _take(self, _map_id: str, operations: Sequence[Operation]) -> None:
        assert self.room is not None
        if not self.room.take(operations, self.clock.now):
            self.follower.wake(self.room.map_id)

    def vanished(self, map_id: str) -> None:
        """No map is deleted here."""

    def workshops(self) -> dict[str, int]:
        return {}

    def moved(self, workshop_id: str, version: int) -> None:
        raise AssertionError("there is no workshop")

    def revisions(self) -> dict[str, int]:
        assert self.room is not None
        return {self.room.map_id: self.room.revision}

    def missed(self, _map_id: str) -> int:
        assert self.room is not None
        return self.room.revision

    def found(self, map_id: str, operations: Sequence[Operation]) -> None:
        self._take(map_id, operations)

    def erasures(self) -> dict[str, int]:
        return {}

    def erased(self, map_id: str, erasures: int) -> None:
        raise AssertionError("nothing is erased")

    def endings(self) -> bool:
        return False

    def review(self) -> None:
        """Everybody may stay."""

    def do(self, person: Participant, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer to a change."""
        assert self.room is not None
        editing, map_id, op = self.service.changes, self.room.map_id, asked["op"]
        try:
            if asked["type"] != "change":
                return read(accepted(op, editing.take_back(person, map_id, asked["type"], op).result()))
            change = CHANGE.validate_python(asked).change()
            return read(accepted(op, editing.submit(person, map_id, [change], op).result()))
        except Refusal as refusal:
            return dict(wire.refused(op, refusal, "en"))

    def hello(self, member: Member, since: int | None) -> list[Frame]:
        """What brings somebody up to date."""
        assert self.room is not None
        recent = None if since is None else self.room.after(since, EVERYBODY)
        frames = [recent] if recent is not None else self._whole()
        self.room.join(member, 0, (False, False))
        return frames

    def _whole(self) -> list[Frame]:
        assert self.room is not None
        journey = self.service.house.store.journey(self.room.map_id)
        whole = Frame(to_json({"type": "snapshot", **wire.snapshot(journey)}))
        later = self.room.after(journey.revision, EVERYBODY)
        return [whole] if later is None else [whole, later]


def read(frame: Frame) -> dict[str, Any]:
    message: dict[str, Any] = from_json(frame.payload)
    return message


CHANGE: TypeAdapter[Any] = TypeAdapter(AskedChange)


class Network:
    """Messages on their way. A connection that is cut loses all of its own."""

    def __init__(self, clock: VirtualClock, chance: random.Random) -> None:
        self.clock = clock
        self.chance = chance
        self.healed = False
        self._way: list[tuple[float, int, int, Callable[[], None]]] = []
        self._number = count()
        self.cut: set[int] = set()

    def carry(self, connection: int, deliver: Callable[[], None]) -> None:
        """Deliver, or not, or twice, sooner or later."""
        copies = 1 if self.healed else self.chance.choices((0, 1, 2), (5, 85, 10))[0]
        for _ in range(copies):
            delay = 0.0 if self.healed else self.chance.choice((0.001, 0.005, 0.02, 0.2))
            heapq.heappush(self._way, (self.clock.now + delay, next(self._number), connection, deliver))

    def deliver(self) -> bool:
        """What is due; whether anything was."""
        due = 0
        while self._way and self._way[0][0] <= self.clock.now:
            _, _, connection, deliver = heapq.heappop(self._way)
            if connection not in self.cut:
                deliver()
                due += 1
        return due > 0


class Client:
    """Somebody with a copy of the map, who sends again what was not answered."""

    def __init__(self, person: Participant, network: Network, numbers: Iterator[int]) -> None:
        self.person = person
        self.network = network
        self.replica = Replica()
        self.waiting: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.connection = 0
        self.process: Process | None = None
        self.member: Member | None = None
        self._numbers = numbers

    def connect(self, process: Process) -> None:
        """Another connection, on which one catches up and sends again what waits."""
        self.hang_up()
        self.connection, self.process = next(self._numbers), process
        self.member = Member(self.person, Wire(self, self.connection))
        for frame in process.hello(self.member, self.replica.revision):
            self.member.outlet.send(frame)
        for asked in self.waiting.values():
            self._send(asked)

    def hang_up(self) -> None:
        """The connection is cut, with everything that is on its way."""
        self.network.cut.add(self.connection)
        if self.process is not None and self.member is not None:
            assert self.process.room is not None
            self.process.room.leave(self.member)
        self.process = None

    def ask(self, asked: dict[str, Any]) -> None:
        """Ask for a change; it waits for its answer."""
        self.waiting[asked["op"]] = asked
        self._send(asked)

    def _send(self, asked: dict[str, Any]) -> None:
        process = self.process
        if process is not None:
            self.network.carry(self.connection, lambda: self._arrives(process, asked, self.connection))

    def _arrives(self, process: Process, asked: dict[str, Any], connection: int) -> None:
        answer = process.do(self.person, asked)
        self._check(asked["op"], answer)
        self.network.carry(connection, lambda: self.hear(answer))

    def _check(self, op: str, answer: dict[str, Any]) -> None:
        """What was accepted stays so, at its revision; what was refused may be accepted when it comes again."""
        known = self.answers.get(op)
        if known is not None and known["type"] == "accepted":
            assert (answer["type"], answer.get("revision")) == ("accepted", known["revision"])
        self.answers[op] = answer

    def hear(self, message: dict[str, Any]) -> None:
        """Something came from the server."""
        if message["type"] in ("accepted", "refused"):
            self.waiting.pop(message["op"], None)
            return
        try:
            if self.replica.revision is not None or message["type"] == "snapshot":
                self.replica.take(message)
        except Hole:
            self.network.cut.add(self.connection)  # one hangs up, and asks again from where one is


class Wire:
    """An outlet onto the network. Frames keep their order unless the network says otherwise."""

    def __init__(self, client: Client, connection: int) -> None:
        self._client = client
        self._connection = connection

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        message = read(frame)
        self._client.network.carry(self._connection, lambda: self._client.hear(message))
        return True

    def close(self, code: int, reason: str = "") -> None:
        """Nobody is let go here."""


KINDS = {"text": 8, "valence": 3, "add": 7, "move": 5, "remove": 2, "touch": 2, "undo": 4, "redo": 2}
"""How often each kind of change is asked for."""

ADDED = (("moments", "episodes"), ("needs", "moments"), ("backstage_steps", "moments"))
REMOVED = ("moments", "needs", "channels", "backstage_steps", "touchpoints")


def drawn(chance: random.Random, client: Client, number: int) -> dict[str, Any]:
    """A change somebody might ask for, who sees this copy of the map."""
    rows, op = client.replica.rows, f"{client.person.id}-{number}"

    def one(table: str) -> str:
        return chance.choice(sorted(rows[table]) or ["nothing"])

    def change(do: str, table: str, row: str, **said: Any) -> dict[str, Any]:
        base = client.replica.revision
        return {"type": "change", "op": op, "base": base, "do": do, "table": table, "id": row, **said}

    match chance.choices(list(KINDS), list(KINDS.values()))[0]:
        case "text":
            return change("set", "moments", one("moments"), field="text", value=op)
        case "valence":
            return change("set", "moments", one("moments"), field="felt_valence", value=chance.randint(-2, 2))
        case "add":
            table, parent = chance.choice(ADDED)
            place = {"parent": one(parent), "after": chance.choice((None, one(table)))}
            return change("add", table, f"r-{op}", **place, values={"text": op})
        case "touch":
            return change("add", "touchpoints", f"r-{op}", parent=one("moments"), values={"channel": one("channels")})
        case "move":
            place = {"parent": one("episodes"), "after": chance.choice((None, one("moments")))}
            return change("move", "moments", one("moments"), **place)
        case "remove":
            table = chance.choice(REMOVED)
            return change("remove", table, one(table))
        case act:
            return {"type": act, "op": op}


class World:
    """The clock, the network, the processes and the clients of one run."""

    def __init__(self, seed: int, path: Path, stack: ExitStack) -> None:
        self.chance = random.Random(seed)
        self.clock = VirtualClock()
        self.network = Network(self.clock, self.chance)
        self.processes = [stack.enter_context(closing(Process(path, self.clock))) for _ in range(2)]
        service = self.processes[0].service
        owner = service.people.owner()
        workshop, lead = service.people.create_workshop(owner, "Simulated")
        self.map_id = service.maps.build(lead, "map", FULL, workshop_id=workshop.id)
        for process in self.processes:
            process.open(self.map_id)
        numbers = count(1)
        self.clients = [
            Client(service.people.join(workshop.join_code, f"P{n}", Role.PARTICIPANT), self.network, numbers)
            for n in range(self.chance.randint(2, 6))
        ]

    def step(self) -> None:
        """A moment passes: processes look, in their own time, and what is due arrives."""
        for process in self.processes:
            if self.network.healed or self.chance.random() < 0.7:
                process.read_letters()
            if self.network.healed or self.chance.random() < 0.4:
                process.follower.look()
        self.clock.run(self.chance.choice((0.001, 0.004, 0.016)))
        self.network.deliver()

    def play(self) -> None:
        """Everybody works on a bad network, until it gets better."""
        for client in self.clients:
            client.connect(self.chance.choice(self.processes))
        asked = count()
        done = 0
        while done < OPERATIONS:
            client = self.chance.choice(self.clients)
            if client.connection in self.network.cut or self.chance.random() < 0.04:
                client.connect(self.chance.choice(self.processes))
            elif client.replica.revision is not None:
                client.ask(drawn(self.chance, client, next(asked)))
                done += 1
            self.step()
        self.network.healed = True
        for _ in range(3):
            for client in self.clients:
                client.connect(self.chance.choice(self.processes))
            for _ in range(60):
                self.step()


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_ends_with_the_same_map(seed: int, tmp_path: Path) -> None:
    print("seed", seed)
    with ExitStack() as stack:
        world = World(seed, tmp_path / "journeymap.db", stack)
        world.play()
        store = world.processes[0].service.house.store
        journey, log = store.journey(world.map_id), list(store.operations(world.map_id))

        assert [operation.revision for operation in log] == list(range(1, len(log) + 1))
        assert journey == store.journey_at(world.map_id, len(log))
        for client in world.clients:
            assert client.waiting == {}
            assert client.replica.revision == len(log)
            assert client.replica.tables() == wire.tables(journey)
        check_answers(world, log)


def check_answers(world: World, log: list[Operation]) -> None:
    """What was accepted is in the log once, with all that belongs to it; what was refused is not there at all."""
    batches: dict[str, list[Operation]] = {}
    for operation in log:
        batches.setdefault(operation.batch, []).append(operation)
    for client in world.clients:
        accepted_ops = {op for op, answer in client.answers.items() if answer["type"] == "accepted"}
        kept = {batch.partition("/")[2]: found for batch, found in batches.items() if found[0].by == client.person.id}
        assert set(kept) == accepted_ops
        for op, found in kept.items():
            assert [one.op for one in found] == [op, *(f"{op}~{n}" for n in range(1, len(found)))]
            assert client.answers[op]["revision"] == found[-1].revision
            assert found[-1].revision - found[0].revision == len(found) - 1
    accepted_count = sum(a["type"] == "accepted" for c in world.clients for a in c.answers.values())
    assert accepted_count > OPERATIONS / 3, "a simulation in which hardly anything is accepted shows nothing"
