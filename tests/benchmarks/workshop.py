"""A whole workshop of a large room, through real sockets: prints one JSON line.

`python tests/benchmarks/workshop.py --people 200`: a server of its own (a real process). Everybody joins by the code
and opens their socket; writes five micro-moments alone; these are revealed; then channels, emotions, dots, the first
three as moments of truth, and the end. `reveal_p95_ms` runs from the facilitator's click to each person's receipt of
all that was hidden, `join_p95_ms` from the form to the whole map; `refused` counts every answer that was a no.
"""

import argparse
import asyncio
import gc
import json
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.crowd import Crowd, api, gather
from tests.support.lean_socket import Socket, connect
from tests.support.server_process import running

DRAFTS = 5
AT_ONCE = 16
SECONDS = 60.0
STEPS: list[dict[str, Any]] = [
    {"id": "moments", "kind": "moments", "title": "Write alone", "private": True, "minutes": 10},
    {"id": "channels", "kind": "channels", "title": "Channels"},
    {"id": "emotions", "kind": "emotions", "title": "Feel", "ballot": {"questions": ["felt"]}},
    {"id": "vote", "kind": "vote", "title": "Vote", "ballot": {"budget": 3, "cap": 2}},
    {"id": "talk", "kind": "talk", "title": "Talk"},
]


@dataclass
class Room:
    """What came in, and when: everybody's answers, and when each of them saw a reveal."""

    refused: list[str] = field(default_factory=list)
    answered: int = 0
    revealed: dict[str, dict[int, float]] = field(default_factory=dict)
    states: dict[str, set[int]] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    answers: list[float] = field(default_factory=list)
    sent: dict[bytes, float] = field(default_factory=dict)

    def heard(self, by: Socket, text: bytes) -> None:
        """A text came to somebody."""
        now = time.perf_counter()
        if text.startswith(b'{"type":"accepted"'):
            self.answered += 1
            op = json.loads(text)["op"].encode()
            self.answers.append(now - self.sent.pop(op, now))
        elif text.startswith((b'{"type":"refused"', b'{"type":"bye"')):
            self.answered += 1
            self.refused.append(text.decode())
        elif b'"do":"reveal"' in text[:300] or (text.startswith(b'{"type":"operations"') and b'"do":"reveal"' in text):
            step = text.partition(b'"table":"steps","id":"')[2].partition(b'"')[0].decode()
            self.revealed.setdefault(step, {})[id(by)] = now
        elif text.startswith(b'{"type":"step"'):
            self._step(by, text)
        elif text.startswith((b'{"type":"snapshot"', b'{"type":"welcome"')) and not by.name.done():
            by.name.set_result(now)
        self.news.set()

    def _step(self, by: Socket, text: bytes) -> None:
        step = json.loads(text)["step"]
        if step:
            self.states.setdefault(f"{step['id']}/{step['state']}", set()).add(id(by))

    async def until(self, holds: Any) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(SECONDS):
            while not holds():
                self.news.clear()
                await self.news.wait()


@dataclass
class Workshop:
    """The room, its people, and what the facilitator does."""

    crowd: Crowd
    room: Room
    people: list[Socket] = field(default_factory=list)
    joins: list[float] = field(default_factory=list)
    asked: int = 0

    async def act(self, path: str, body: Any) -> float:
        """The facilitator does something; when."""
        began = time.perf_counter()
        await asyncio.to_thread(self._post, path, body)
        return began

    def _post(self, path: str, body: Any) -> None:
        with api(self.crowd.base) as it:
            it.post(f"/room/{path}", body, self.crowd.facilitator)

    async def start(self, step: str) -> None:
        """A step begins, and everybody knows."""
        await self.act("start", {"step": step})
        state = f"{step}/running"
        await self.room.until(lambda: len(self.room.states.get(state, ())) == len(self.people))

    async def join(self, number: int, pool: ThreadPoolExecutor, turn: asyncio.Semaphore) -> None:
        """Somebody types the code, and has the whole map."""
        async with turn:
            began, loop = time.perf_counter(), asyncio.get_running_loop()
            token = await loop.run_in_executor(pool, self._take_seat, number)
            socket = await connect(self.crowd.port, self.crowd.path, self.room.heard, Authorization=f"Bearer {token}")
            socket.name = loop.create_future()
            socket.send({"type": "hello", "since": None})
            self.joins.append(await socket.name - began)
            self.people.append(socket)

    def _take_seat(self, number: int) -> str:
        with api(self.crowd.base) as it:
            said = {"code": self.crowd.join_code, "name": f"Person {number}", "role": "participant"}
            return str(it.post("/join", said)["token"])

    def ask(self, by: Socket, table: str, row: str, values: dict[str, Any], parent: str | None = None) -> None:
        """Somebody adds a row."""
        op = f"op-{self.asked}"
        self.asked += 1
        self.room.sent[op.encode()] = time.perf_counter()
        asked = {"type": "change", "op": op, "do": "add", "table": table, "id": row, "parent": parent}
        by.send(asked | {"values": values})

    async def everybody(self, count: int, ask: Any, seconds: float) -> None:
        """Everybody does something so many times, each at times of their own; all of it is answered."""
        loop, chance = asyncio.get_running_loop(), random.Random(2)
        turns = [(n, k) for n in range(len(self.people)) for k in range(count)]
        chance.shuffle(turns)
        began = loop.time()
        for place, (n, k) in enumerate(turns):
            if (wait := began + place * seconds / len(turns) - loop.time()) > 0:
                await asyncio.sleep(wait)
            ask(self.people[n], n, k)
        await self.room.until(lambda: self.room.answered >= self.asked)

    async def reveal(self, step: str) -> list[float]:
        """The facilitator reveals; how long it took until each person had all of it."""
        shown = self.room.revealed.setdefault(step, {})
        began = await self.act("reveal", {"step": step})
        await self.room.until(lambda: len(shown) == len(self.people))
        return [when - began for when in shown.values()]


async def run(crowd: Crowd, people: int) -> dict[str, float]:
    """The workshop from the first to the last step; its figures."""
    it = Workshop(crowd, Room())
    await it.act("agenda", {"steps": STEPS})
    began, turn = time.perf_counter(), asyncio.Semaphore(AT_ONCE)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        await asyncio.gather(*(it.join(n, pool, turn) for n in range(people)))
    joined = time.perf_counter() - began
    gc.collect()
    gc.freeze()
    await it.start("moments")
    text = "I look for somebody who knows, number {}-{}, and wait until I am helped"
    await it.everybody(
        DRAFTS,
        lambda by, n, k: it.ask(by, "moments", f"d{n}-{k}", {"text": text.format(n, k)}, f"e{(n + k) % 7}"),
        people * DRAFTS / 50,
    )
    answers = sorted(it.room.answers)
    reveals = await it.reveal("moments")
    await it.start("channels")
    await it.everybody(1, lambda by, n, k: it.ask(by, "channels", f"c{n}", {"name": f"Channel {n}"}), people / 50)
    await it.start("emotions")
    felt = {"round": "emotions", "question": "felt"}
    await it.everybody(
        5,
        lambda by, n, k: it.ask(by, "votes", f"f{n}-{k}", {**felt, "item": f"m{k}", "value": n % 5 - 2}),
        people * 5 / 100,
    )
    await it.start("vote")
    await it.everybody(
        3,
        lambda by, n, k: it.ask(by, "votes", f"v{n}-{k}", {"round": "vote", "item": f"m{(n + k) % 9}", "slot": k}),
        people * 3 / 100,
    )
    voted = await it.act("reveal", {"step": "vote"})
    await it.room.until(lambda: len(it.room.states.get("vote/revealed", ())) == people)
    counted = time.perf_counter() - voted
    for item in ("m0", "m1", "m2"):
        await asyncio.to_thread(mark, crowd, item)
    await it.start("talk")
    await it.act("close", {})
    for one in it.people:
        one.transport.abort()
    if it.room.refused:
        print(len(it.room.refused), "refused, such as", it.room.refused[0], file=sys.stderr)
    return {
        "reveal_p95_ms": at(reveals, 0.95),
        "reveal_p50_ms": at(reveals, 0.5),
        "join_p95_ms": at(it.joins, 0.95),
        "join_all_s": joined,
        "write_p95_ms": at(answers, 0.95),
        "votes_shown_ms": counted * 1000,
        "refused": len(it.room.refused),
    }


def mark(crowd: Crowd, item: str) -> None:
    """The facilitator marks a moment of truth."""
    asked = {"op": f"truth-{item}", "do": "set", "table": "moments", "id": item, "field": "moment_of_truth"}
    with api(crowd.base) as it:
        it.post(f"/maps/{crowd.map_id}/changes", asked | {"value": True}, crowd.facilitator)


def at(seconds: list[float], share: float) -> float:
    """The value below which this share lies, in milliseconds."""
    found = sorted(seconds)
    return found[min(len(found) - 1, int(share * len(found)))] * 1000


def main() -> None:
    """Hold the workshop once."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--people", type=int, default=200)
    asked = asking.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "journeymap.db", samples=False) as server:
        figures = asyncio.run(run(gather(server.base, 0), asked.people))
    rounded = {name: round(value, 1) for name, value in figures.items()}
    print(json.dumps({"people": asked.people, "drafts": asked.people * DRAFTS, **rounded}))


if __name__ == "__main__":
    main()
