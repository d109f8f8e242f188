"""What a server needs for each page and each person: prints one JSON line.

`.venv/bin/python tests/benchmarks/capacity.py --pages 60 --people 200`: a server of its own; so many pages of the map
are opened over Streamlit's socket and stay open, then so many people join and open the map on sockets of their own.

- `start_mb`, `start_files`: memory and descriptors of the server with nobody there.
- `page_mb`, `page_files`, `person_mb`, `person_files`: what each one added. A browser's page also keeps up to six
  connections for files; those are counted here by four (`browser_files`).
"""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from websockets.asyncio.client import ClientConnection

from tests.benchmarks.live import Measuring, enter
from tests.benchmarks.storm import open_page
from tests.support.crowd import Crowd, gather
from tests.support.server_process import running

KEPT_ALIVE = 4
"""Connections that a browser keeps beside its socket for a while."""


def used(process: int) -> tuple[float, int]:
    """The memory in megabytes and the descriptors of a process, as Linux counts them."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return kilobytes / 1024, len(list(Path(f"/proc/{process}/fd").iterdir()))


async def measure(crowd: Crowd, process: int, pages: int) -> dict[str, float]:
    """Pages first, then people; none of them leaves."""
    held: list[ClientConnection] = []
    query = urlencode({"map": crowd.map_id})
    await open_page(crowd.base, "map", query, held)  # what is loaded once is loaded now
    before = used(process)
    for _ in range(pages):
        await open_page(crowd.base, "map", query, held)
    drawn = used(process)
    people = await enter(crowd, Measuring())
    entered = used(process)
    for one in people:
        one.transport.abort()
    return {
        "start_mb": before[0],
        "start_files": before[1],
        "page_mb": (drawn[0] - before[0]) / pages,
        "page_files": (drawn[1] - before[1]) / pages,
        "browser_files": (drawn[1] - before[1]) / pages + KEPT_ALIVE,
        "person_mb": (entered[0] - drawn[0]) / len(people),
        "person_files": (entered[1] - drawn[1]) / len(people),
    }


def main() -> None:
    """Measure once."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--pages", type=int, default=60)
    asking.add_argument("--people", type=int, default=200)
    chosen = asking.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "journeymap.db", samples=False) as server:
        crowd = gather(server.base, chosen.people)
        figures = asyncio.run(measure(crowd, server.process.pid, chosen.pages))
    rounded = {name: round(value, 2) for name, value in figures.items()}
    print(json.dumps({"benchmark": "capacity", "pages": chosen.pages, "people": chosen.people, **rounded}))


if __name__ == "__main__":
    main()
