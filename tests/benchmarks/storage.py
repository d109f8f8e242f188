"""How many changes a second are accepted, durably, through the service: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.storage`.
Every change is authorised, validated, committed with synchronous=FULL, and then answered. One caller
waits for each answer before the next change; then 50 callers do the same side by side: as threads, as programs that
use the API come in (`…_50`), and on one event loop, as the live room asks (`…_50_room`).
"""

import asyncio
import json
import statistics
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant
from journeymap.service.house import House
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.service import Service
from journeymap.storage.sqlite_store import open_store

CALLERS = 50
MOMENTS = 140
SECONDS = 5.0


def build(service: Service, person: Participant) -> str:
    """A map of a workshop's usual size."""
    map_id = service.maps.create(person, "A workshop's map")
    changes: list[Change] = [Add(table="episodes", id="e", values={"title": "Episode"})]
    changes += [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"Moment {n}"}) for n in range(MOMENTS)]
    service.changes.change(person, map_id, changes)
    return map_id


def call(service: Service, person: Participant, map_id: str, caller: int, waits: list[float]) -> None:
    """Change one moment after the other for a while; note how long each answer takes, in seconds."""
    until = time.perf_counter() + SECONDS
    n = 0
    while (began := time.perf_counter()) < until:
        moment = f"m{(caller * 7 + n) % MOMENTS}"
        service.changes.change(person, map_id, [Set(table="moments", id=moment, field="text", value=f"{caller}/{n}")])
        waits.append(time.perf_counter() - began)
        n += 1


async def call_in_room(service: Service, person: Participant, map_id: str, waits: list[float]) -> None:
    """The same by so many callers on one event loop, which the answers reach as they reach a live room."""
    loop, until = asyncio.get_running_loop(), time.perf_counter() + SECONDS
    box = Letterbox(loop)

    async def one(caller: int) -> None:
        n = 0
        while (began := time.perf_counter()) < until:
            answered: asyncio.Future[object] = loop.create_future()
            moment = f"m{(caller * 7 + n) % MOMENTS}"
            change = Set(table="moments", id=moment, field="text", value=f"{caller}/{n}")
            queued = service.changes.submit(person, map_id, [change], f"{caller}-{n}")
            queued.add_done_callback(lambda done, to=answered: box.post(partial(to.set_result, done.result())))  # type: ignore[misc]
            await answered
            waits.append(time.perf_counter() - began)
            n += 1

    await asyncio.gather(*(one(caller) for caller in range(CALLERS)))


def measure_room(service: Service, person: Participant) -> tuple[float, list[float]]:
    """Accepted changes a second, and every wait in milliseconds, on one event loop."""
    map_id = build(service, person)
    waits: list[float] = []
    began = time.perf_counter()
    asyncio.run(call_in_room(service, person, map_id, waits))
    return len(waits) / (time.perf_counter() - began), [wait * 1000 for wait in waits]


def measure(service: Service, person: Participant, callers: int) -> tuple[float, list[float]]:
    """Accepted changes a second, and every wait in milliseconds, for this many callers."""
    map_id = build(service, person)
    waits: list[list[float]] = [[] for _ in range(callers)]
    threads = [
        threading.Thread(target=call, args=(service, person, map_id, n, waits[n]), daemon=True) for n in range(callers)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    everything = [wait * 1000 for one in waits for wait in one]
    return len(everything) / took, everything


def main() -> None:
    """Measure one caller, then fifty."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service.of(House(store=open_store(Path(folder) / "journeymap.db"), secret=b"k" * 32))
        person = service.people.owner()
        one, _ = measure(service, person, 1)
        many, waits = measure(service, person, CALLERS)
        room, of_room = measure_room(service, person)
        service.close()
    figures = {"ops_per_s_1": one}
    for name, rate, taken in (("50", many, waits), ("50_room", room, of_room)):
        cuts = statistics.quantiles(taken, n=100)
        figures |= {f"ops_per_s_{name}": rate, f"ack_p50_ms_{name}": cuts[49], f"ack_p95_ms_{name}": cuts[94]}
    print(json.dumps({"benchmark": "storage", **{name: round(value, 2) for name, value in figures.items()}}))


if __name__ == "__main__":
    main()
