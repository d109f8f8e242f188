"""A room that works while somebody attacks the server: prints one JSON line.

`python -m tests.benchmarks.siege --people 100 --seconds 10`: for each attack a server of its own (a real process, a
fresh database), so many people who joined through the API and change a micro-moment once a second, and whoever attacks
in a process of their own, on the same machine and from the same address. `--only half_open,pages` runs some of them.

For each attack: `p95_ms` from the sending of a change to its receipt by another participant, `refused` what the room
was refused or who of it was sent away, `delivered` the share of the receipts that came, `rss_mb` the most memory of
the server with its helpers.
"""

import argparse
import asyncio
import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.model.operations import Add, Change
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings
from tests.benchmarks.live import LAST_SECONDS, Measuring, at, edit, enter, kilobytes
from tests.benchmarks.siege_attacks import ATTACKS
from tests.support.crowd import Crowd, gather
from tests.support.server_process import ROOT, running

LARGE = 5_000
NEEDS_LARGE = ("operations", "whole_maps", "drawings")
BEFORE_SECONDS = 2.0
"""The attack has so long before the room is measured."""


def make_large(database: Path, crowd: Crowd) -> str:
    """A map of 5,000 micro-moments in the workshop, by a process beside the server; its id."""
    service = open_service(Settings.load(database=database, samples=False))
    try:
        lead = service.people.who(crowd.facilitator)
        made = service.maps.build(lead, "large", furnished(LARGE), workshop_id=crowd.workshop_id)
        service.maps.search(lead, "Large")  # all of it is found by now: the server has nothing left to do for it
        return made
    finally:
        service.close()


def furnished(moments: int) -> list[Change]:
    """A map of so many micro-moments, with a channel, a need and a feeling each."""
    changes: list[Change] = [
        Add(table="maps", id="large", values={"title": "Large", "kind": "as-is", "language": "en"}),
        *(Add(table="channels", id=f"c{n}", values={"name": f"Channel {n}"}) for n in range(20)),
        *(Add(table="episodes", id=f"e{n}", values={"title": f"Episode {n}"}) for n in range(50)),
    ]
    for n in range(moments):
        text = f"Micro-moment {n}: I do what I came for, and look around"
        changes += [
            Add(table="moments", id=f"m{n}", parent=f"e{n * 50 // moments}", values={"text": text}),
            Add(table="touchpoints", id=f"t{n}", parent=f"m{n}", values={"channel": f"c{n % 20}"}),
            Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": f"to know that it is number {n}"}),
        ]
    return changes


class Memory:
    """The most memory that a process has had."""

    def __init__(self, pid: int) -> None:
        self.most = kilobytes(pid)
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.1):
            with suppress(OSError):
                self.most = max(self.most, sum(map(kilobytes, [self._pid, *self._helpers()])))

    def _helpers(self) -> list[int]:
        """Each is a child of whichever thread started it."""
        found: list[int] = []
        for children in Path(f"/proc/{self._pid}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, children.read_text().split())
        return found

    def stop(self) -> float:
        """In megabytes."""
        self._over.set()
        self._thread.join()
        return self.most / 1024


@contextmanager
def attacking(name: str, target: dict[str, str]) -> Iterator[None]:
    """While this attack goes on."""
    command = [sys.executable, "-m", "tests.benchmarks.siege_attacks", name, json.dumps(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            process.stdout.readline()
            yield
            if process.poll() is not None:
                raise SystemExit(f"The attack “{name}” ended by itself.")
        finally:
            process.kill()


async def hold(crowd: Crowd, name: str, target: dict[str, str], seconds: float) -> dict[str, float]:
    """The room works, the attack goes on."""
    measuring = Measuring()
    people = await enter(crowd, measuring)
    with attacking(name, target):
        await asyncio.sleep(BEFORE_SECONDS)
        count = await edit(people, crowd, measuring, 1.0, seconds)
        expected = count * (len(people) - 1)
        await measuring.told(expected, LAST_SECONDS)
    lost = sum(one.lost.is_set() for one in people)
    for one in people:
        one.transport.abort()
    found, answers = sorted(took for _, took in measuring.latencies()), sorted(measuring.answers)
    return {
        "p50_ms": at(found, 0.5),
        "p95_ms": at(found, 0.95),
        "p99_ms": at(found, 0.99),
        "answered_p95_ms": at(answers, 0.95),
        "refused": len(measuring.others) + lost,
        "delivered": len(found) / expected,
    }


def besiege(name: str, people: int, seconds: float) -> dict[str, float]:
    """One attack, on a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "journeymap.db"
        with running(database, samples=False) as server:
            crowd = gather(server.base, people + 1)
            seat = crowd.tokens.pop()
            large = make_large(database, crowd) if name in NEEDS_LARGE else ""
            target = {"base": server.base, "map_id": crowd.map_id, "large": large, "code": crowd.join_code,
                      "seat": seat, "lead": crowd.facilitator}  # fmt: skip
            memory = Memory(server.process.pid)
            figures = asyncio.run(hold(crowd, name, target, seconds))
            log_kb = len(server.output) / 1024
            tracebacks = len(re.findall("^Traceback", server.output, re.MULTILINE))
            return {**figures, "rss_mb": memory.stop(), "log_kb": log_kb, "tracebacks": tracebacks}


def main() -> None:
    """Each attack once."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--people", type=int, default=100)
    asking.add_argument("--seconds", type=float, default=10)
    asking.add_argument("--only", default=",".join(ATTACKS), help="attacks, with commas between them")
    asked = asking.parse_args()
    found: dict[str, Any] = {}
    for name in asked.only.split(","):
        figures = besiege(name, asked.people, asked.seconds)
        found[name] = {key: round(value, 4 if key == "delivered" else 1) for key, value in figures.items()}
        print(name, json.dumps(found[name]), file=sys.stderr, flush=True)
    print(json.dumps({"benchmark": "siege", "people": asked.people, "attacks": found}))


if __name__ == "__main__":
    main()
