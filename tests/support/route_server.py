"""Our own routes on a real server, without Streamlit: processes that start in an instant, to be killed.

`Nursery` imports everything once and forks a process for each server; what is killed is a real process with real
sockets and a real file.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import sqlite_utils  # noqa: F401 - here, and with it all that it brings: before the first fork
import uvicorn
import uvicorn.protocols.websockets.websockets_sansio_impl
from starlette.applications import Starlette

from journeymap.settings import Settings
from journeymap.web.app import lifespan, middleware, routes
from journeymap.web.site import Site
from tests.support.server_process import ROOT, free_port

READY_SECONDS = 60.0


@dataclass(frozen=True)
class Kept:
    """A server that runs: where, and as which process."""

    port: int
    pid: int

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        os.kill(self.pid, signal.SIGKILL)


class Nursery:
    """A process that makes servers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.route_server"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, database: Path, **settings: Any) -> Kept:
        """A server on this database, that answers."""
        port = free_port()
        asked = {"database": str(database), "port": port, "samples": False, "secret": "s" * 40, **settings}
        said = self._ask(asked)
        return Kept(port, said["pid"])

    def wait(self, server: Kept) -> int:
        """Until the server has ended; its exit code, or minus the signal."""
        return int(self._ask({"wait": server.pid})["code"])

    def _ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("The nursery has ended.")
        said: dict[str, Any] = json.loads(line)
        return said

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(READY_SECONDS)
        self._process.stdout.close()


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery, closed at the end with every server of its that still runs."""
    with Nursery() as it:
        yield it


def serve(settings: dict[str, Any], ready: int) -> None:
    """Serve until told to stop; `ready` is where to say that it answers."""
    os.environ["JOURNEYMAP_ASK_OWNER"] = "never"
    os.environ.update({f"JOURNEYMAP_{name.upper()}": str(value) for name, value in settings.items()})
    chosen = Settings.load()
    site = Site(chosen, lambda: chosen.host)
    app = Starlette(routes=routes(site), middleware=middleware(site), lifespan=lifespan(site))

    class Told(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            os.write(ready, b"ready")
            os.close(ready)

    # As Streamlit has it.
    how: dict[str, Any] = {
        "ws": "websockets-sansio",
        "ws_max_size": 200 * 1024 * 1024,
        "access_log": False,
        "log_level": "warning",
    }
    Told(uvicorn.Config(app, host=chosen.host, port=chosen.port, **how)).run()


def _fork(settings: dict[str, Any]) -> int:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            os.dup2(2, 1)  # what a server prints is no answer of the nursery
            serve(settings, writing)
        except SystemExit:
            pass
        finally:
            os._exit(0)
    os.close(writing)
    os.read(reading, 5)
    os.close(reading)
    return pid


def main() -> None:
    """Do what is asked, line by line."""
    made: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            made.discard(asked["wait"])
            answer = {"code": os.waitstatus_to_exitcode(status)}
        else:
            answer = {"pid": _fork(asked)}
            made.add(answer["pid"])
        print(json.dumps(answer), flush=True)
    for pid in made:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
