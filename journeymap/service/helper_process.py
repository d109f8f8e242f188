"""A helper's own process: reads what is asked from its input, answers on its output, until nobody asks any more."""

from functools import partial

from journeymap.service.heavy_jobs import JOBS
from journeymap.service.helper_loop import answer_all, begin
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings

MOST_MEMORY = 1024 * 1024 * 1024
"""So many bytes of memory at the most: what needs more fails here, and nowhere else."""


def main() -> None:
    """Until the input ends, or nothing is asked for a minute."""
    questions, answers = begin(MOST_MEMORY)
    service = open_service(Settings.load(), upkeep=False)
    try:
        answer_all(questions, answers, {name: partial(job, service) for name, job in JOBS.items()})
    finally:
        service.close()


if __name__ == "__main__":
    main()
