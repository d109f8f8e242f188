"""How long an answer takes over a kept connection, and a rerun of a screen: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python tests/benchmarks/answers.py`. Each figure is a median, in
milliseconds, taken twice: as it is, and without TCP_NODELAY on the server's connections.

- `health_ms`: 60 times `/api/health` on one connection.
- `join_ms`: 60 people who join a workshop by the API, all on one connection.
- `rerun_ms`: 30 reruns of Home over one of Streamlit's own sockets, from asking to the word that it is drawn.
"""

import http.client
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.support.server_process import MODULE, Server, running

TIMES = 60
RERUNS = 30
WITHOUT = (
    "from journeymap.web import no_delay; no_delay.leave_at_once = lambda end: None; "
    "from journeymap.cli import main; main()"
)
WAYS = {"": (*MODULE, "run"), "_without": (sys.executable, "-c", WITHOUT, "run")}


def milliseconds(work: Callable[[], Any]) -> float:
    """How long this takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def ask(connection: http.client.HTTPConnection, method: str, path: str, body: Any = None) -> Any:
    """What is answered, as JSON."""
    connection.request(method, path, json.dumps(body) if body else None, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    said = json.loads(answer.read())
    if answer.status >= 400:
        raise SystemExit(f"{method} {path}: {said}")
    return said


def health_and_join(server: Server) -> tuple[float, float]:
    """The medians of the two, each on one connection that is kept."""
    address = urlsplit(server.base)
    with closing(http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)) as kept:
        ask(kept, "GET", "/api/health")
        health = [milliseconds(lambda: ask(kept, "GET", "/api/health")) for _ in range(TIMES)]
        code = ask(kept, "POST", "/api/workshops", {"title": "A visit"})["join_code"]
        people = ({"code": code, "name": f"Noor {n}", "role": "participant"} for n in range(TIMES))
        join = [milliseconds(lambda one=one: ask(kept, "POST", "/api/join", one)) for one in people]  # type: ignore[misc]
    return statistics.median(health), statistics.median(join)


def rerun(server: Server) -> float:
    """The median of the reruns of Home in one session."""
    address = f"ws{server.base.removeprefix('http')}/_stcore/stream"
    again = BackMsg()
    again.rerun_script.query_string = ""
    with connect(address, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]

        def run() -> None:
            socket.send(again.SerializeToString())
            said = ForwardMsg()
            while said.WhichOneof("type") != "script_finished":
                said.ParseFromString(socket.recv(timeout=60))

        run()
        return statistics.median(milliseconds(run) for _ in range(RERUNS))


def main() -> None:
    """Measure with and without, each on a server of its own."""
    figures: dict[str, float] = {}
    for name, command in WAYS.items():
        with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "maps.db", command=command) as server:
            health, join = health_and_join(server)
            figures |= {f"health{name}_ms": health, f"join{name}_ms": join, f"rerun{name}_ms": rerun(server)}
    print(json.dumps({"benchmark": "answers", **{name: round(value, 1) for name, value in figures.items()}}))


if __name__ == "__main__":
    main()
