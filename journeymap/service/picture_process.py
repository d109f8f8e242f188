"""The process that opens pictures: it knows neither the database nor the secret, whatever a picture makes it do."""

import select
from contextlib import suppress
from typing import IO

from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import get_ready, portrait
from journeymap.service import picture_pipe
from journeymap.service.helper_loop import IDLE_SECONDS, begin

MOST_MEMORY = 512 * 1024 * 1024
"""So many bytes of memory at the most: a picture of the most dots that may be sent takes half of them."""


def main() -> None:
    """Until the input ends, or nothing is asked for a minute."""
    questions, answers = begin(MOST_MEMORY)
    get_ready()
    _answer_all(questions, answers)


def _answer_all(questions: IO[bytes], answers: IO[bytes]) -> None:
    with suppress(EOFError, BrokenPipeError):
        while select.select([questions], [], [], IDLE_SECONDS)[0]:
            content = picture_pipe.asked(questions)
            picture_pipe.answer(answers, _made(content) if content else b"")


def _made(content: bytes) -> bytes | Refusal:
    try:
        return portrait(content).content
    except Refusal as refusal:
        return refusal


if __name__ == "__main__":
    main()
