"""Processes beside the server for what is heavy, so that it takes neither Python's one thread nor the room's processor.

A helper is started when it is first needed, reads the database for itself, does one thing at a time with little
priority and bounded memory, and ends when nobody has needed it for a minute, or when the server is gone.
"""

import os
import pickle
import struct
from collections.abc import Mapping
from functools import partial
from typing import IO, Any

from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.service.side_process import EndedError, LateError, Pool, SideProcess, whole
from journeymap.service.turns import AGAIN_SECONDS, AT_ONCE

LONGEST = 60.0
"""Whatever takes more seconds than this is given up."""

PROGRAM = "journeymap.service.helper_process"

_LENGTH = struct.Struct("!Q")


class Helper(SideProcess):
    """A process that works on the same database."""

    def ask(self, job: str, given: tuple[Any, ...], longest: float) -> Any:
        """What it answers within so many seconds. One that has ended meanwhile is started anew, once.

        Errors: Refusal, the job's; LateError and EndedError.
        """
        for _ in range(2):
            running = self._runs()
            try:
                kind, *said = self._exchange(partial(_ask, (job, given)), longest)
            except (OSError, EOFError):
                self.end()
                if running:
                    continue
                break
            if kind == "refused":
                code, key, values = said
                raise Refusal(code, key, **values)
            if kind == "done":
                return said[0]
            raise RuntimeError(f"A helper failed at {job}: {said[0]}")
        raise EndedError


class Helpers(Pool[Helper]):
    """As many as there are turns; where there are none, the work is done here."""

    def begin(self, variables: Mapping[str, str]) -> None:
        """From now on; `variables` are the server's settings."""
        self._fill([Helper({**os.environ, **variables}, PROGRAM) for _ in range(AT_ONCE)])

    def run(self, job: str, *given: Any) -> Any:
        """What a job of `heavy_jobs` comes to; whoever asks has a turn. Errors: Refusal, the job's or ours."""
        with self._one() as one:
            try:
                return one.ask(job, given, LONGEST)
            except (LateError, EndedError):
                raise unavailable("busy", seconds=AGAIN_SECONDS) from None


def _ask(asked: Any, to: IO[bytes], of: IO[bytes]) -> Any:
    write(to, asked)
    return read(of)


def write(to: IO[bytes], what: Any) -> None:
    """Send a value to the other side, which is ours."""
    content = pickle.dumps(what)
    to.write(_LENGTH.pack(len(content)) + content)
    to.flush()


def read(of: IO[bytes]) -> Any:
    """A value from the other side, which opens nothing that a stranger made. Errors: EOFError at its end."""
    content = whole(of, _LENGTH.unpack(whole(of, _LENGTH.size))[0])
    try:
        return pickle.loads(content)  # noqa: S301 - from a process that we have started
    except pickle.UnpicklingError:
        raise EOFError from None
