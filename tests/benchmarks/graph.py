"""The graph in real Chromium: how soon its picture is there once the data is, and what Python spends before.

    python -m tests.benchmarks.graph

starts a server of its own and prints one line of JSON. Figures to compare, never to assert. `first_picture_ms` runs
from the component's mark “graph-data” to its mark “graph-drawn”; `build_ms` is the view with its network, of which
`layout_ms` is spent on moments' places and lines; `payload_ms` makes JSON of it.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.graph.journey_view import moment_dots, path_lines
from journeymap.graph.scene import Scene
from journeymap.graph.views import payload, view
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.support.board_page import long_journey
from tests.support.nature_park import house
from tests.support.server_process import running

EDGES = {140: 420, 1_000: 3_000}
PATHS = 3

MARKED = """() => {
  const [data] = performance.getEntriesByName("graph-data");
  const [drawn] = performance.getEntriesByName("graph-drawn");
  return data && drawn ? drawn.startTime - data.startTime : null;
}"""


def walked(moments: int) -> Iterator[Change]:
    """A furnished map of this many moments, with paths through it that have about three legs a moment in all."""
    yield from long_journey(moments)
    legs = EDGES[moments] // PATHS
    for path in range(PATHS):
        values = {"name": f"Path {path}", "kind": ("happy", "loop", "unhappy")[path], "share": 20 * (path + 1)}
        yield Add(table="paths", id=f"p{path}", values=values)
        for n in range(legs + 1):
            at = (n * (1, 3, 7)[path] + path) % moments
            yield Add(table="path_steps", id=f"s{path}-{n}", parent=f"p{path}", values={"moment": f"m{at}"})


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--repeat", type=int, default=3)
    repeat = asked.parse_args().repeat
    found: dict[str, float | int] = {}
    with tempfile.TemporaryDirectory() as folder:
        database, ids = Path(folder) / "journeymap.db", {}
        with house(database) as service:
            owner = service.people.owner()
            for moments in EDGES:
                ids[moments] = service.maps.create(owner, f"A map of {moments}")
                service.changes.change(owner, ids[moments], list(walked(moments)))
                found |= python_share(service.maps.journey(owner, ids[moments]), moments, repeat)
        with running(database, samples=False) as server, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            for moments, map_id in ids.items():
                address = f"{server.base}/graph?map={map_id}"
                times = [first_picture(browser, address) for _ in range(repeat)]
                found[f"first_picture_ms_{moments}"] = round(statistics.median(times), 1)
            browser.close()
    print(json.dumps(found))


def first_picture(browser: Browser, address: str) -> float:
    """From the data's arrival in the component to the first complete picture, in milliseconds; a fresh profile."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    took = page.wait_for_function(MARKED, timeout=60_000).json_value()
    page.context.close()
    return float(took)


def python_share(journey: Journey, moments: int, repeat: int) -> dict[str, float]:
    """What Python spends on the journey's own view, the median of so many times."""
    scene = Scene(journey, "en")
    network = view(journey, "journey").network
    shares: dict[str, Callable[[], object]] = {
        "build": lambda: view(journey, "journey"),
        "layout": lambda: (list(moment_dots(scene)), list(path_lines(scene))),
        "payload": lambda: payload(network),
    }
    found = {f"{name}_ms_{moments}": milliseconds(do, repeat) for name, do in shares.items()}
    return {f"nodes_{moments}": len(network.nodes), f"edges_{moments}": len(network.edges), **found}


def milliseconds(do: Callable[[], object], repeat: int) -> float:
    """The median of so many runs, after one to warm up."""
    do()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        do()
        times.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(times), 1)


if __name__ == "__main__":
    main()
