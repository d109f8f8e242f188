"""Whether the live room goes on while many pages are opened at once: prints one JSON line.

`.venv/bin/python tests/benchmarks/storm.py --people 50 --pages 100`: a server of its own (a real process), a room of
people who change micro-moments on sockets of their own, and after a while so many pages, opened at once over
Streamlit's socket as browsers open them: half of them Home, half the map that the room works on. The pages are opened
by a process of its own.

- `before_p95_ms`, `while_p95_ms`: from the sending of a change to its receipt by another participant, with no page
  being opened, and from the first page's opening until the last one is drawn; `worst_ms` is the longest of those.
- `first_ms`: one page alone, opened before (median of 5); `drawn_s`: until all pages are drawn.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as connect_page

from tests.benchmarks.live import Measuring, at, edit, enter
from tests.support.crowd import Crowd, gather
from tests.support.server_process import running

SHORT = 400
"""Bytes. The word that a page is drawn is a short message: longer ones are not looked into."""

AFTER = 2.0
"""Seconds the room goes on after the last page is drawn."""


def asked(page: str, query: str) -> bytes:
    """What a browser asks for first."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    said: bytes = message.SerializeToString()
    return said


async def drawn(socket: ClientConnection) -> None:
    """Read until the page is drawn."""
    said = ForwardMsg()
    async for data in socket:
        if len(data) <= SHORT and isinstance(data, bytes):
            said.ParseFromString(data)
            if said.WhichOneof("type") == "script_finished":
                return
    raise ConnectionError("the page was closed before it was drawn")


async def open_page(base: str, page: str, query: str, held: list[ClientConnection]) -> float:
    """Open a page and leave it open; how long it took, in seconds."""
    began = time.perf_counter()
    address = f"ws{base.removeprefix('http')}/_stcore/stream"
    socket = await connect_page(address, subprotocols=["streamlit"], max_size=None, open_timeout=120)  # type: ignore[list-item]
    held.append(socket)
    await socket.send(asked(page, query))
    await drawn(socket)
    return time.perf_counter() - began


async def open_pages(base: str, map_id: str, pages: int) -> dict[str, float]:
    """Open so many at once; what is printed is read by the room's process."""
    held: list[ClientConnection] = []
    query = urlencode({"map": map_id})
    alone = [await open_page(base, "map", query, held) for _ in range(5)]
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    began = time.perf_counter()
    places = [("", "") if n % 2 else ("map", query) for n in range(pages)]
    found = await asyncio.gather(*(open_page(base, page, asking, held) for page, asking in places))
    took = time.perf_counter() - began
    return {"first_ms": statistics.median(alone) * 1000, "page_p50_s": statistics.median(found), "drawn_s": took}


async def measure(crowd: Crowd, pages: int, rate: float, seconds: float) -> dict[str, float]:
    """The room, and the pages beside it."""
    measuring = Measuring()
    people = await enter(crowd, measuring)
    command = [sys.executable, __file__, "--open", crowd.base, crowd.map_id, "--pages", str(pages)]
    with ExitStack() as stack:
        opener = stack.enter_context(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220
        )
        assert opener.stdin is not None
        assert opener.stdout is not None
        await asyncio.to_thread(opener.stdout.readline)
        began = time.perf_counter()
        editing = asyncio.create_task(edit(people, crowd, measuring, rate, 600))
        await asyncio.sleep(seconds)
        opened = time.perf_counter()
        opener.stdin.write("\n")
        opener.stdin.flush()
        told = json.loads(await asyncio.to_thread(opener.stdout.readline))
        ended = time.perf_counter()
        await asyncio.sleep(AFTER)
        editing.cancel()
        for one in people:
            one.transport.abort()
        opener.stdin.close()
    taken = measuring.latencies()
    before = sorted(took for when, took in taken if began <= when < opened)
    during = sorted(took for when, took in taken if opened <= when < ended)
    return {
        "before_p50_ms": at(before, 0.5),
        "before_p95_ms": at(before, 0.95),
        "while_p50_ms": at(during, 0.5),
        "while_p95_ms": at(during, 0.95),
        "worst_ms": during[-1] * 1000,
        "refused": len(measuring.others),
        **told,
    }


def main() -> None:
    """Measure once."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--people", type=int, default=50)
    asking.add_argument("--pages", type=int, default=100)
    asking.add_argument("--rate", type=float, default=1.0, help="changes a second and person")
    asking.add_argument("--seconds", type=float, default=5, help="before the pages are opened")
    asking.add_argument("--open", nargs=2, help=argparse.SUPPRESS)
    chosen = asking.parse_args()
    if chosen.open:
        print(json.dumps(asyncio.run(open_pages(chosen.open[0], chosen.open[1], chosen.pages))), flush=True)
        sys.stdin.readline()
        return
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "journeymap.db", samples=False) as server:
        crowd = gather(server.base, chosen.people)
        figures = asyncio.run(measure(crowd, chosen.pages, chosen.rate, chosen.seconds))
    rounded = {name: round(value, 1) for name, value in figures.items()}
    print(json.dumps({"benchmark": "storm", "people": chosen.people, "pages": chosen.pages, **rounded}))


if __name__ == "__main__":
    main()
