"""What every helper does: it is modest, and answers what it is asked until nobody asks any more."""

import logging
import os
import select
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, Any

from journeymap.domain.text.errors import Refusal
from journeymap.service.helpers import read, write

IDLE_SECONDS = 60.0
NICENESS = 10

log = logging.getLogger(__name__)


def begin(most_memory: int) -> tuple[IO[bytes], IO[bytes]]:
    """Give way to the room, with so many bytes of memory at the most; where questions come in and answers go out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, whose end is ours
    _be_modest(most_memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints is no answer
    return os.fdopen(os.dup(0), "rb", buffering=0), answers


def answer_all(questions: IO[bytes], answers: IO[bytes], jobs: Mapping[str, Callable[..., Any]]) -> None:
    """Until the input ends, or nothing is asked for a minute."""
    with suppress(EOFError, BrokenPipeError):
        while select.select([questions], [], [], IDLE_SECONDS)[0]:
            job, given = read(questions)
            write(answers, _answer(jobs, job, given))


def _answer(jobs: Mapping[str, Callable[..., Any]], job: str, given: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        return "done", jobs[job](*given)
    except Refusal as refusal:
        return "refused", refusal.code, refusal.key.removeprefix("refusal-"), refusal.values
    except MemoryError:
        return "refused", "unavailable", "too-heavy", {}
    except Exception as fault:
        log.exception("A helper failed at %s", job)
        return "failed", type(fault).__name__


def _be_modest(most_memory: int) -> None:
    """The room goes first, and memory has a bound."""
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))  # whatever the server has
    with suppress(OSError, AttributeError):
        os.nice(NICENESS)
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (most_memory, most_memory))
