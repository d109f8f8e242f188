"""A real `journeymap run`, as a process of its own, for the tests that need one."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

ROOT = Path(__file__).resolve().parents[2]
MODULE = (sys.executable, "-m", "journeymap")
START_SECONDS = 120.0
STOP_SECONDS = 20.0


def free_port() -> int:
    """A port nobody listens on now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**settings: object) -> dict[str, str]:
    """The variables of a process started by a test: no settings of the person's own, and no browser."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYMAP_")}
    chosen = {f"JOURNEYMAP_{name.upper()}": str(value) for name, value in settings.items()}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "JOURNEYMAP_BROWSER": "no",
        "JOURNEYMAP_ASK_OWNER": "never",
        "JOURNEYMAP_JOINS_PER_ADDRESS": "10000",
        **chosen,
    }


class Process(Protocol):
    """What is asked of a server's process, whoever started it."""

    pid: int
    stdout: IO[str] | None
    returncode: int | None

    def poll(self) -> int | None: ...
    def wait(self, timeout: float = ...) -> int: ...
    def send_signal(self, number: int, /) -> None: ...
    def kill(self) -> None: ...


@dataclass
class Server:
    """A server that runs: where it is, what it writes and how to stop it."""

    base: str
    database: Path
    process: Process
    lines: list[str] = field(default_factory=list)

    @property
    def output(self) -> str:
        """Everything it has written so far."""
        return "".join(self.lines)

    def get(self, path: str) -> tuple[int, str]:
        """The status and the body at this path."""
        with urllib.request.urlopen(self.base + path, timeout=10) as answer:
            return answer.status, answer.read().decode()

    def health(self) -> dict[str, Any] | None:
        """What /api/health answers, or None while it does not."""
        with suppress(OSError, ValueError):
            body = json.loads(self.get("/api/health")[1])
            return body if isinstance(body, dict) else None
        return None

    def said(self, words: str, seconds: float = 10.0) -> bool:
        """Whether it writes these words, now or soon."""
        return until(lambda: words in self.output, seconds)

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; the exit code. One that does not is killed, and the test fails."""
        self.process.send_signal(with_signal)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


def until(holds: Any, seconds: float) -> bool:
    """Whether the condition holds within these seconds; asked again every moment."""
    deadline = time.monotonic() + seconds
    tick = threading.Event()
    while not holds():
        if time.monotonic() > deadline:
            return False
        tick.wait(0.02)
    return True


def launch(command: Sequence[str], variables: Mapping[str, str], folder: Path, base: str, database: Path) -> Server:
    """Start the process and read along with what it writes; it may not be ready yet."""
    process = subprocess.Popen(
        list(command), cwd=folder, env=dict(variables), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return read_along(Server(base, database, process))


def read_along(server: Server) -> Server:
    """This server, with what it writes in its lines from now on."""
    threading.Thread(target=_read, args=(server.process, server.lines), daemon=True).start()
    return server


def _read(process: Process, lines: list[str]) -> None:
    assert process.stdout
    with process.stdout:
        lines.extend(iter(process.stdout.readline, ""))


@contextmanager
def ready(server: Server) -> Iterator[Server]:
    """This server, once it answers; stopped at the end."""
    try:
        answers = until(lambda: server.process.poll() is not None or server.health(), START_SECONDS)
        if not answers or server.process.poll() is not None:
            raise AssertionError(f"The server did not start:\n{server.output}")
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


@contextmanager
def running(
    database: Path,
    *,
    command: Sequence[str] = (*MODULE, "run"),
    folder: Path | None = None,
    pythonpath: bool = True,
    **settings: object,
) -> Iterator[Server]:
    """A server on a free port with this database, answering; stopped at the end.

    `settings` are settings of the app: `running(path, samples=False, host="0.0.0.0")`.
    Without `pythonpath` the checkout is not found: the command must bring its own package.
    """
    port = settings.setdefault("port", free_port())
    variables = environment(database=database, **settings)
    if not pythonpath:
        del variables["PYTHONPATH"]
    with ready(launch(command, variables, folder or database.parent, f"http://127.0.0.1:{port}", database)) as server:
        yield server
