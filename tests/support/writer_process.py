"""A process that writes to one map, and says each revision once it is answered.

`python -m tests.support.writer_process DATABASE NAME THREADS TIMES`: every thread adds needs, TIMES of them,
each named after who added it; TIMES 0 goes on until the process is killed. The map has three
operations before the first need.
"""

import os
import sys
from functools import partial
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.operations import Add, Change, Operation
from journeymap.domain.text.errors import Refusal
from journeymap.storage.sqlite_store import open_store
from journeymap.storage.store import MapHead, Store, Transaction

MAP_ID = "map"
NOW = "2026-01-02T12:00:00.000Z"
FIRST: tuple[Change, ...] = (
    Add(table="maps", id=MAP_ID, values={"title": "Written by several"}),
    Add(table="episodes", id="before", values={"title": "Before"}),
    Add(table="moments", id="call", parent="before", values={"text": "I call"}),
)


def main(path: str, name: str, threads: str, times: str) -> None:
    """Write, and say what was answered."""
    store = open_store(Path(path))
    try:
        store.write(_begin).result()
    except Refusal as refusal:
        if refusal.key != "refusal-id-taken":  # another process made the map first
            raise
    writers = [Thread(target=_write, args=(store, f"{name}-{n}", int(times))) for n in range(int(threads))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    store.close()


def _begin(tx: Transaction) -> None:
    tx.create_map(MapHead(id=MAP_ID, created_at=NOW, changed_at=NOW))
    for n, change in enumerate(FIRST):
        _change(tx, change, "first", f"first-{n}")


def _write(store: Store, name: str, times: int) -> None:
    for n in range(times) if times else count():
        need = Add(table="needs", id=f"{name}-{n}", parent="call", values={"text": f"need {n} of {name}"})
        revision = store.write(partial(_change, change=need, by=name, op=need.id)).result()
        os.write(1, f"{revision} {need.id}\n".encode())  # one system call: a killed process says it or not


def _change(tx: Transaction, change: Change, by: str, op: str) -> int:
    journey, (effect,) = perform(tx.journey(MAP_ID), [change])
    said: dict[str, Any] = {"revision": journey.revision, "op": op, "client": by, "by": by, "at": NOW, "batch": op}
    tx.append(journey, [Operation(**dict(effect), **said)])
    return journey.revision


if __name__ == "__main__":
    main(*sys.argv[1:])
