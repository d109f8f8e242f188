"""Processes beside the server: started when they are first needed, given up when they take too long, ended with it."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Generic, TypeVar

T = TypeVar("T")


class LateError(Exception):
    """Such a process was ended, for it took longer than it may."""


class EndedError(Exception):
    """Such a process ended before it answered, could not be started, or answered what is no answer."""


class SideProcess:
    """One such process, whether it runs or not."""

    def __init__(self, environment: Mapping[str, str], program: str) -> None:
        self._environment = environment
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None

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

    def _runs(self) -> bool:
        """Whether it runs; what is left of one that has ended meanwhile is put away."""
        if self._process is not None and self._process.poll() is not None:
            self.end()  # it had nothing to do for a while, or was killed
        return self._process is not None

    def _exchange(self, talk: Callable[[IO[bytes], IO[bytes]], T], longest: float) -> T:
        """What `talk` comes to, given its input and its output, within so many seconds. Errors: `talk`'s; LateError."""
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
            return talk(process.stdin, process.stdout)
        except (OSError, EOFError):
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


P = TypeVar("P", bound=SideProcess)


class Pool(Generic[P]):
    """Some of them, each with whoever has it; none before they are there, and none after `stop`."""

    def __init__(self) -> None:
        self.ready = False
        self._free: queue.LifoQueue[P] = queue.LifoQueue()
        self._all: list[P] = []

    def _fill(self, processes: list[P]) -> None:
        if not self.ready:
            self._all = processes
            for one in processes:
                self._free.put(one)
            self.ready = True

    @contextmanager
    def _one(self) -> Iterator[P]:
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


def whole(of: IO[bytes], size: int) -> bytes:
    """So many bytes, in however many parts a pipe gives them. Errors: EOFError where it ends before."""
    parts: list[bytes] = []
    while size > 0:
        part = of.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
