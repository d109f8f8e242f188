"""How long a journey takes to load, to change and to compare: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.domain`.
Times are the best of several runs; `…_growth` is the time for 5,000 moments over that for 140,
divided by how many times larger the map is: 1 is proportional.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.rows import ROW_TYPES

SIZES = (140, 5_000)
EPISODES = 7
CHANNELS = 19


def journey_of(moments: int) -> Journey:
    """A map with this many moments, two channels and a need each."""
    changes: list[Change] = [Add(table="maps", id="map", values={"title": "A long journey"})]
    changes += [Add(table="channels", id=f"c{n}", values={"name": f"Channel {n}"}) for n in range(CHANNELS)]
    changes += [Add(table="episodes", id=f"e{n}", values={"title": f"Episode {n}"}) for n in range(EPISODES)]
    for n in range(moments):
        values = {"text": f"Do thing {n}", "felt_valence": n % 5 - 2, "minutes": n % 60}
        changes.append(Add(table="moments", id=f"m{n}", parent=f"e{n * EPISODES // moments}", values=values))
        changes.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": f"Need {n}"}))
        changes += [
            Add(table="touchpoints", id=f"t{n}-{k}", parent=f"m{n}", values={"channel": f"c{(n + k) % CHANNELS}"})
            for k in range(2)
        ]
    return perform(Journey("map"), changes)[0]


def redesigned(as_is: Journey) -> Journey:
    """Its to-be, in which every tenth moment is worded otherwise."""
    journey, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    changed = [Set(table="moments", id=m.id, field="text", value=f"{m.text}!") for m in journey.moments[::10]]
    return perform(journey, changed)[0]


def best_ms(work: Callable[[], object], runs: int = 5) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def load(rows: list[tuple[str, dict[str, object]]]) -> Journey:
    """Validate every row and put them in order, as a store does."""
    return Journey.of("map", 1, [ROW_TYPES[table].model_validate(values) for table, values in rows])


def main() -> None:
    """Measure both sizes."""
    figures: dict[str, float] = {}
    for size in SIZES:
        as_is = journey_of(size)
        to_be = redesigned(as_is)
        rows = [(row.table, row.model_dump()) for row in as_is.rows()]
        ids = [m.id for m in as_is.moments]
        edits = [Set(table="moments", id=ids[n % size], field="text", value=f"Edit {n}") for n in range(1_000)]
        figures[f"load_ms_{size}"] = best_ms(partial(load, rows))
        figures[f"apply_1000_ms_{size}"] = best_ms(partial(perform, as_is, edits))
        figures[f"compare_ms_{size}"] = best_ms(partial(compare, as_is, to_be))
    larger = SIZES[1] / SIZES[0]
    for name in ("load_ms", "compare_ms"):
        figures[f"{name}_growth"] = figures[f"{name}_{SIZES[1]}"] / figures[f"{name}_{SIZES[0]}"] / larger
    print(json.dumps({"benchmark": "domain", **{name: round(value, 2) for name, value in figures.items()}}))


if __name__ == "__main__":
    main()
