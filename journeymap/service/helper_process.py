"""A helper's own process: reads what is asked from its input, answers on its output, until nobody asks any more."""

import logging
import os
import select
import signal
from contextlib import suppress
from typing import Any

from journeymap.domain.text.errors import Refusal
from journeymap.service.heavy_jobs import JOBS
from journeymap.service.helpers import read, write
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings

IDLE_SECONDS = 60.0
NICENESS = 10
MOST_MEMORY = 1024 * 1024 * 1024
"""So many bytes of memory at the most: what needs more fails here, and nowhere else."""

log = logging.getLogger(__name__)


def main() -> None:
    """Until the input ends, or nothing is asked for a minute."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, whose end is ours
    _be_modest()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints is no answer
    questions = os.fdopen(os.dup(0), "rb", buffering=0)
    service = open_service(Settings.load(), upkeep=False)
    try:
        with suppress(EOFError, BrokenPipeError):
            while select.select([questions], [], [], IDLE_SECONDS)[0]:
                job, given = read(questions)
                write(answers, _answer(service, job, given))
    finally:
        service.close()


def _answer(service: Service, job: str, given: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        return "done", JOBS[job](service, *given)
    except Refusal as refusal:
        return "refused", refusal.code, refusal.key.removeprefix("refusal-"), refusal.values
    except MemoryError:
        return "refused", "unavailable", "too-heavy", {}
    except Exception as fault:
        log.exception("A helper failed at %s", job)
        return "failed", type(fault).__name__


def _be_modest() -> None:
    """The room goes first, and memory has a bound."""
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))  # whatever the server has
    with suppress(OSError, AttributeError):
        os.nice(NICENESS)
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
