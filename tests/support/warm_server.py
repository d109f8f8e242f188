"""The whole app on servers that start in an instant: what tests look at once it serves, not how it starts.

A process that has imported everything is forked for each server. What is forked runs the very command
`journeymap run`, with an environment, a folder, an output and signals of its own. How a start goes that imports
everything itself is looked at with `server_process.running`.
"""

import atexit
import importlib
import json
import os
import pkgutil
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from journeymap.domain.text.catalogue import LANGUAGES, say
from tests.support.server_process import ROOT, Server, environment, free_port, read_along, ready, until

SCRIPTS = ("journeymap.__main__", "journeymap.ui.shell")
"""What does something when it is imported."""
LATER = (
    "sqlite_utils",
    "streamlit.runtime.runtime",
    "streamlit.runtime.scriptrunner.script_runner",
    "streamlit.web.bootstrap",
    "streamlit.web.server.starlette.starlette_app",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
)
"""What a server imports only once it is asked for something."""
MOST = 65_536


class Forked:
    """A server's process, as `subprocess.Popen` has it."""

    def __init__(self, home: "Nursery", pid: int, stdout: IO[str]) -> None:
        self._home = home
        self.pid = pid
        self.stdout: IO[str] | None = stdout
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit code, or minus the signal; None while it runs."""
        if self.returncode is None:
            self.returncode = self._home.code(self.pid)
        return self.returncode

    def wait(self, timeout: float = 60.0) -> int:
        """Its exit code, once it has ended. Errors: subprocess.TimeoutExpired."""
        if not until(lambda: self.poll() is not None, timeout):
            raise subprocess.TimeoutExpired("journeymap run", timeout)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Tell it something, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The process that is forked. It waits for its servers, and takes them along when it ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.warm_server", str(its.fileno())],
                cwd=ROOT,
                env=environment(),
                pass_fds=[its.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def start(self, variables: Mapping[str, str], folder: Path) -> Forked:
        """A server with these variables, in this folder; it may not be ready yet."""
        reading, writing = os.pipe()
        try:
            pid = self._ask({"variables": dict(variables), "folder": str(folder)}, writing)
        finally:
            os.close(writing)
        return Forked(self, int(pid), os.fdopen(reading, encoding="utf-8"))

    def code(self, pid: int) -> int | None:
        """The exit code of a server; None while it runs."""
        found = self._ask({"code": pid})
        return None if found is None else int(found)

    def end(self) -> None:
        """Nobody asks for servers any more."""
        self._line.close()
        self._process.wait(60)

    def _ask(self, asked: dict[str, Any], *given: int) -> Any:
        with self._lock:
            socket.send_fds(self._line, [json.dumps(asked).encode()], list(given))
            said = self._line.recv(MOST)
        if not said:
            raise RuntimeError("The process that servers are forked from has ended.")
        return json.loads(said)


_nurseries: list[Nursery] = []


def _nursery() -> Nursery:
    if not _nurseries:
        _nurseries.append(Nursery())
        atexit.register(_nurseries[0].end)
    return _nurseries[0]


@contextmanager
def warm(database: Path, **settings: object) -> Iterator[Server]:
    """A server on a free port with this database, answering; stopped at the end.

    `settings` are settings of the app: `warm(path, samples=False, host="0.0.0.0")`.
    """
    port = settings.setdefault("port", free_port())
    variables = environment(database=database, **settings)
    process = _nursery().start(variables, database.parent)
    with ready(read_along(Server(f"http://127.0.0.1:{port}", database, process))) as server:
        yield server


# The process that is forked


def _import_all() -> None:
    """All that a server imports by and by; and the texts, which are read once."""
    for found in pkgutil.walk_packages([str(ROOT / "journeymap")], "journeymap."):
        if found.name not in SCRIPTS:
            importlib.import_module(found.name)
    for name in LATER:
        importlib.import_module(name)
    for language in LANGUAGES:
        say("start-stop", language)


def _serve(asked: Mapping[str, Any], output: int) -> None:
    """Be `journeymap run`, as it would be in a process of its own."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.close(output)
    os.environ.clear()
    os.environ.update(asked["variables"])
    os.chdir(asked["folder"])
    random.seed()
    sys.argv = ["journeymap", "run"]
    importlib.import_module("journeymap.cli").main(["run"])


def _fork(asked: Mapping[str, Any], output: int, line: socket.socket) -> int:
    pid = os.fork()
    if pid:
        os.close(output)
        return pid
    line.close()
    code = 1
    try:
        _serve(asked, output)
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    finally:
        threading._shutdown()  # type: ignore[attr-defined] # as at the end of every program
        atexit._run_exitfuncs()
        sys.stdout.flush()
        os._exit(code)


def _code(pid: int, ended: dict[int, int]) -> int | None:
    if pid not in ended:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found == pid:
            ended[pid] = os.waitstatus_to_exitcode(status)
    return ended.get(pid)


def main() -> None:
    """Do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = socket.socket(fileno=int(sys.argv[1]))
    _import_all()
    made: list[int] = []
    ended: dict[int, int] = {}
    while True:
        said, files, _, _ = socket.recv_fds(line, MOST, 1)
        if not said:
            break
        asked = json.loads(said)
        if "code" in asked:
            answer = _code(asked["code"], ended)
        else:
            answer = _fork(asked, files[0], line)
            made.append(answer)
        line.send(json.dumps(answer).encode())
    for pid in made:
        if _code(pid, ended) is None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
