"""How fast a change reaches everybody else on the map: prints one JSON line.

`python -m tests.benchmarks.live --people 200 --rate 0.5 --seconds 10`: a server of its own (a real process), and
so many participants who joined through the API, each with a socket of their own, who change `rate` times a second.
A latency runs from the sending of a change to its receipt by another participant; all of them are taken on one
clock, here. `delivered` is the share of those receipts that came, `server_cpu` the cores the server used.
"""

import argparse
import asyncio
import gc
import json
import os
import random
import re
import sys
import tempfile
import time
from array import array
from contextlib import suppress
from pathlib import Path

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.crowd import Crowd, gather
from tests.support.lean_socket import Socket, connect
from tests.support.server_process import running

OPERATIONS = b'{"type":"operations"'
ACCEPTED = b'{"type":"accepted"'
_OPS = re.compile(rb'"op":"([^"~]+)"')
_TO = re.compile(rb'"to":(\d+)')
AT_ONCE = 50
LAST_SECONDS = 15.0
REST_SECONDS = 0.5


class Measuring:
    """What was sent when, by whom, and what came of it.

    Of each frame only when it came, to whom, and what was in it is noted, so that the generator, which shares the
    machine with the server, costs little; what that means is worked out afterwards.
    """

    def __init__(self) -> None:
        self.sent: dict[bytes, tuple[float, Socket]] = {}
        self.answers = array("d")
        self.others: list[str] = []
        self.revision = 0
        self._receipts = 0
        self._expected = sys.maxsize
        self._all = asyncio.Event()
        self._frames: list[tuple[float, Socket, list[bytes]]] = []
        self._known: dict[bytes, list[bytes]] = {}

    def heard(self, by: Socket, text: bytes) -> None:
        """A text came to this person."""
        now = time.perf_counter()
        if text.startswith(OPERATIONS):
            ops = self._ops(text)
            self._receipts += len(ops)
            self._frames.append((now, by, ops))
            self._look()
        elif text.startswith(ACCEPTED):
            answered = _OPS.search(text)
            if answered is not None and answered[1] in self.sent:
                self.answers.append(now - self.sent[answered[1]][0])
        elif text.startswith((b'{"type":"refused"', b'{"type":"bye"')):
            self.others.append(text.decode())
        elif text.startswith((b'{"type":"snapshot"', b'{"type":"welcome"')):
            by.name.set_result(text)

    async def told(self, receipts: int, seconds: float) -> None:
        """Wait until so many receipts have come, and for what is still on its way; at most so long."""
        self._expected = receipts
        self._look()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._all.wait(), seconds)
        await asyncio.sleep(REST_SECONDS)

    def _look(self) -> None:
        if self._receipts >= self._expected:
            self._all.set()

    def latencies(self) -> list[tuple[float, float]]:
        """When each change was sent, and how long it took to another participant, in seconds."""
        return [
            (known[0], came - known[0])
            for came, by, ops in self._frames
            for op in ops
            if (known := self.sent.get(op)) is not None and known[1] is not by
        ]

    def _ops(self, text: bytes) -> list[bytes]:
        """The operations of a frame: it is the same for everybody, so it is looked through once."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 100:
                self._known.clear()
            known = self._known[text] = [op for op in _OPS.findall(text) if op in self.sent]
            if found := _TO.search(text):
                self.revision = max(self.revision, int(found[1]))
        return known


async def enter(crowd: Crowd, measuring: Measuring) -> list[Socket]:
    """Everybody opens their socket and has the whole map."""
    loop = asyncio.get_running_loop()

    async def one(token: str) -> Socket:
        socket = await connect(crowd.port, crowd.path, measuring.heard, Authorization=f"Bearer {token}")
        socket.name = loop.create_future()
        socket.send({"type": "hello", "since": None})
        await socket.name
        return socket

    everybody: list[Socket] = []
    for start in range(0, len(crowd.tokens), AT_ONCE):
        everybody += await asyncio.gather(*map(one, crowd.tokens[start : start + AT_ONCE]))
    return everybody


async def edit(people: list[Socket], crowd: Crowd, measuring: Measuring, rate: float, seconds: float) -> int:
    """Everybody changes micro-moments, at times of their own; how many changes that were."""
    loop, chance = asyncio.get_running_loop(), random.Random(1)
    moments, count = crowd.moments(), round(len(people) * rate * seconds)
    times = sorted(chance.uniform(0, seconds) for _ in range(count))
    began = loop.time()
    for n, when in enumerate(times):
        if (wait := began + when - loop.time()) > 0:
            await asyncio.sleep(wait)
        op, by = f"b-{n}", people[chance.randrange(len(people))]
        text = (
            f'{{"type":"change","op":"{op}","base":{measuring.revision},"do":"set","table":"moments",'
            f'"id":"{chance.choice(moments)}","field":"text","value":"I look for a place to sit down, number {n}"}}'
        ).encode()
        measuring.sent[op.encode()] = (time.perf_counter(), by)
        by.send_text(text)
    return count


def cpu_seconds(pid: int) -> float:
    """What a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kilobytes(pid: int) -> int:
    """What a process has in memory."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0


async def measure(crowd: Crowd, pid: int, rate: float, seconds: float) -> dict[str, float]:
    """The figures of one run."""
    measuring = Measuring()
    warm = await enter(Crowd(crowd.base, crowd.workshop_id, crowd.map_id, "", "", crowd.tokens[:1]), measuring)
    before = kilobytes(pid)
    people = warm + await enter(Crowd(crowd.base, crowd.workshop_id, crowd.map_id, "", "", crowd.tokens[1:]), measuring)
    await asyncio.sleep(2.0)  # presence of the last who came
    memory = (kilobytes(pid) - before) / max(1, len(people) - 1)
    gc.collect()
    gc.freeze()
    gc.disable()
    used, began = cpu_seconds(pid), time.perf_counter()
    count = await edit(people, crowd, measuring, rate, seconds)
    took, used = time.perf_counter() - began, cpu_seconds(pid) - used
    expected = count * (len(people) - 1)
    await measuring.told(expected, LAST_SECONDS)
    for one in people:
        one.transport.abort()
    if measuring.others:
        print(len(measuring.others), "refusals or goodbyes, such as", measuring.others[0])
    found, answers = sorted(took for _, took in measuring.latencies()), sorted(measuring.answers)
    return {
        "p50_ms": at(found, 0.5),
        "p95_ms": at(found, 0.95),
        "p99_ms": at(found, 0.99),
        "ack_p95_ms": at(answers, 0.95),
        "delivered": len(found) / expected,
        "server_cpu": used / took,
        "kb_per_person": memory,
    }


def at(sorted_seconds: list[float], share: float) -> float:
    """The value below which this share lies, in milliseconds."""
    return sorted_seconds[min(len(sorted_seconds) - 1, int(share * len(sorted_seconds)))] * 1000


def main() -> None:
    """Measure once."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--people", type=int, default=200)
    asking.add_argument("--rate", type=float, default=0.5, help="changes a second and person")
    asking.add_argument("--seconds", type=float, default=10)
    asked = asking.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "journeymap.db", samples=False) as server:
        crowd = gather(server.base, asked.people)
        figures = asyncio.run(measure(crowd, server.process.pid, asked.rate, asked.seconds))
    rounded = {name: round(value, 4 if name == "delivered" else 2) for name, value in figures.items()}
    print(json.dumps({"people": asked.people, "rate": asked.rate, **rounded}))


if __name__ == "__main__":
    main()
