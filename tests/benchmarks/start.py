"""How long a start takes, from the command to the first answered page: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.start`.
The first start makes the database and loads the samples; the figures of the second are the median of five.
"""

import json
import statistics
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.server_process import MODULE, environment, free_port, launch, until

STARTS = 5


def start_seconds(database: Path) -> tuple[float, float]:
    """Seconds until the page is answered, and until the app's own health check is."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    began = time.perf_counter()
    server = launch((*MODULE, "run"), environment(database=database, port=port), database.parent, base, database)
    try:
        if not until(lambda: _answers(base) or server.process.poll() is not None, 60):
            raise SystemExit(f"It did not start:\n{server.output}")
        page = time.perf_counter() - began
        if not until(server.health, 60):
            raise SystemExit(f"It does not answer /api/health:\n{server.output}")
        return page, time.perf_counter() - began
    finally:
        server.stop()


def _answers(base: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(base, timeout=10) as page:
        return bool(page.status == 200)
    return False


def main() -> None:
    """Start once with an empty folder, then again and again."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "journeymap.db"
        first = start_seconds(database)[0]
        pages, healths = zip(*(start_seconds(database) for _ in range(STARTS)), strict=True)
    figures = {
        "first_start_s": first,
        "second_start_s": statistics.median(pages),
        "second_start_slowest_s": max(pages),
        "second_start_health_s": statistics.median(healths),
    }
    print(json.dumps({"benchmark": "start", **{name: round(value, 3) for name, value in figures.items()}}))


if __name__ == "__main__":
    main()
