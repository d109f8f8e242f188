"""Answers leave at once: every connection of the server has TCP_NODELAY, whoever answers and however it was started."""

import http.client
import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.sync.client import connect

from journeymap.web.no_delay import leave_at_once, tcp_socket
from tests.support.server_process import ROOT, Server, free_port, running, until

pytestmark = pytest.mark.slow

TELLING = """
import json, os, runpy, signal, socket, sys

def tell(*_):
    found = []
    for number in os.listdir("/dev/fd"):
        try:
            with socket.socket(fileno=os.dup(int(number))) as one:
                at, peer = one.getsockname()[1], one.getpeername()
                found.append([at, peer[1], one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0])
        except (OSError, IndexError, ValueError):
            pass  # a file, or a socket that listens
    print("connections", json.dumps(found), flush=True)

signal.signal(signal.SIGUSR1, tell)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
"""A server that says on SIGUSR1 which connections it has: at which port, from which, and whether they wait."""

WAYS = {
    "journeymap run": ("journeymap", "run"),
    "streamlit run": ("streamlit", "run", str(ROOT / "streamlit_app.py"), "--server.headless", "true"),
}


@pytest.fixture(scope="module", params=WAYS)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Such a server, started in each way."""
    port = free_port()
    way = WAYS[request.param]
    told = ("--server.port", str(port)) if way[0] == "streamlit" else ()
    command = (sys.executable, "-c", TELLING, *way, *told)
    database = tmp_path_factory.mktemp("told") / "journeymap.db"
    with running(database, command=command, folder=ROOT, port=port, samples=False) as it:
        yield it


def connections(server: Server) -> dict[int, bool]:
    """The port at our side of each connection that the server has, and whether its answers leave at once."""
    told = len([line for line in server.lines if line.startswith("connections")])
    server.process.send_signal(signal.SIGUSR1)
    assert until(lambda: len([line for line in server.lines if line.startswith("connections")]) > told, 20)
    said = next(line for line in reversed(server.lines) if line.startswith("connections"))
    here = urlsplit(server.base).port
    return {peer: at_once for port, peer, at_once in json.loads(said.partition(" ")[2]) if port == here}


@pytest.mark.parametrize(
    "path", ["/api/health", "/api/nothing", "/join", "/", "/_stcore/health", "/assets/icon.svg", "/map/"]
)
def test_every_answer_leaves_at_once(told: Server, path: str) -> None:
    address = urlsplit(told.base)
    kept = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    try:
        kept.request("GET", path)
        kept.getresponse().read()
        assert kept.sock is not None
        assert connections(told)[kept.sock.getsockname()[1]] is True
    finally:
        kept.close()


def test_what_sockets_say_leaves_at_once(told: Server) -> None:
    workshop = httpx.post(f"{told.base}/api/workshops", json={"title": "A visit"}).json()["id"]
    opened = httpx.post(f"{told.base}/api/workshops/{workshop}/maps", json={"title": "A map", "kind": "as-is"})
    address = told.base.replace("http", "ws")
    with ExitStack() as open_:
        streamlits = open_.enter_context(connect(f"{address}/_stcore/stream", subprotocols=["streamlit"]))  # type: ignore[list-item]
        ours = open_.enter_context(connect(f"{address}/live/maps/{opened.json()['id']}"))
        found = connections(told)
        assert [found[one.socket.getsockname()[1]] for one in (streamlits, ours)] == [True, True]


def test_a_server_whose_connections_are_not_known_is_left_alone() -> None:
    async def receive() -> None:
        """Of no object: any other server's."""

    class Closed:
        def is_closing(self) -> bool:
            return True

        def get_extra_info(self, _name: str) -> socket.socket:
            raise AssertionError("nothing is asked of a connection that is closed")

    class Unix(Closed):
        def is_closing(self) -> bool:
            return False

        def get_extra_info(self, _name: str) -> Any:
            return SimpleNamespace(family=getattr(socket, "AF_UNIX", -1))

    class End:
        def __init__(self, transport: object) -> None:
            self.transport = transport

        async def receive(self) -> None:
            """What uvicorn gives an app."""

    leave_at_once(receive)
    for transport in (None, object(), Closed(), Unix()):
        leave_at_once(End(transport).receive)
        assert tcp_socket(transport) is None  # type: ignore[arg-type]
