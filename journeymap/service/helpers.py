"""Processes beside the server for what is heavy, so that it takes neither Python's one thread nor the room's processor.

A helper is started when it is first needed, reads the database for itself, does one thing at a time with little
priority and bounded memory, and ends when nobody has needed it for a minute, or when the server is gone.
"""

import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any

from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.service.turns import AGAIN_SECONDS, AT_ONCE

LONGEST = 60.0
"""Whatever takes more seconds than this is given up."""

PROGRAM = "journeymap.service.helper_process"

_LENGTH = struct.Struct("!Q")


class LateError(Exception):
    """A helper was ended, for it took longer than it may."""


class EndedError(Exception):
    """A helper ended before it answered, or could not be started."""


class Pool:
    """Some helpers, each with whoever has it; none before they are there, and none after `stop`."""

    def __init__(self) -> None:
        self.ready = False
        self._free: queue.LifoQueue[Helper] = queue.LifoQueue()
        self._all: list[Helper] = []

    def _fill(self, helpers: "list[Helper]") -> None:
        if not self.ready:
            self._all = helpers
            for one in helpers:
                self._free.put(one)
            self.ready = True

    @contextmanager
    def _one(self) -> "Iterator[Helper]":
        """One of them, as soon as it is free, for as long as the block runs."""
        one = self._free.get()
        try:
            yield one
        finally:
            self._free.put(one)

    def stop(self) -> None:
        """From now on no more."""
        self.ready = False
        for one in self._all:
            one.end()


class Helpers(Pool):
    """As many as there are turns; where there are none, the work is done here."""

    def begin(self, variables: Mapping[str, str]) -> None:
        """From now on; `variables` are the server's settings."""
        self._fill([Helper({**os.environ, **variables}) for _ in range(AT_ONCE)])

    def run(self, job: str, *given: Any) -> Any:
        """What a job of `heavy_jobs` comes to; whoever asks has a turn. Errors: Refusal, the job's or ours."""
        with self._one() as one:
            try:
                return one.ask(job, given, LONGEST)
            except (LateError, EndedError):
                raise unavailable("busy", seconds=AGAIN_SECONDS) from None


class Helper:
    """One such process, whether it runs or not."""

    def __init__(self, environment: Mapping[str, str], program: str = PROGRAM) -> None:
        self._environment = environment
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, job: str, given: tuple[Any, ...], longest: float, *, again: bool = True) -> Any:
        """What it answers within so many seconds. One that has ended meanwhile is started anew, once, if `again`.

        Errors: Refusal, the job's; LateError and EndedError.
        """
        for _ in range(2):
            if self._process is not None and self._process.poll() is not None:
                self.end()  # it had nothing to do for a while, or was killed
            running = self._process is not None
            try:
                kind, *said = self._exchange((job, given), longest)
            except (OSError, EOFError, pickle.UnpicklingError):
                self.end()
                if running and again:
                    continue
                break
            if kind == "refused":
                code, key, values = said
                raise Refusal(code, key, **values)
            if kind == "done":
                return said[0]
            raise RuntimeError(f"A helper failed at {job}: {said[0]}")
        raise EndedError

    def end(self) -> None:
        """End it, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for end in (process.stdin, process.stdout):
                if end is not None:
                    with suppress(OSError):
                        end.close()
            process.wait()

    def _exchange(self, asked: Any, longest: float) -> Any:
        process = self._process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(longest, give_up)
        timer.daemon = True
        timer.start()
        try:
            write(process.stdin, asked)
            return read(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            if late.is_set():
                self.end()
                raise LateError from None
            raise
        finally:
            timer.cancel()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - a program of ours
            [sys.executable, "-m", self._program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**self._environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        )


def write(to: IO[bytes], what: Any) -> None:
    """Send a value to the other side, which is ours."""
    content = pickle.dumps(what)
    to.write(_LENGTH.pack(len(content)) + content)
    to.flush()


def read(of: IO[bytes]) -> Any:
    """A value from the other side, which is ours. Errors: EOFError where it has ended."""
    content = _whole(of, _LENGTH.unpack(_whole(of, _LENGTH.size))[0])
    return pickle.loads(content)  # noqa: S301 - from a process that we have started


def _whole(of: IO[bytes], size: int) -> bytes:
    """So many bytes, in however many parts a pipe gives them."""
    parts: list[bytes] = []
    while size > 0:
        part = of.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
