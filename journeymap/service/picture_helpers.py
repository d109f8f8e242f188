"""Pictures that people sent are opened by processes beside the server, in a queue of their own.

A file of a few kilobytes can be made so that it takes minutes or hundreds of megabytes to open: here it takes seconds,
in a process that is ended then, and neither a thread of the server nor a turn of those who work on large maps.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import IO

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal, invalid, unavailable
from journeymap.exchange.portraits import Portrait, check_sent, portrait
from journeymap.service import picture_pipe
from journeymap.service.helpers import LONGEST
from journeymap.service.side_process import EndedError, LateError, Pool, SideProcess
from journeymap.service.turns import Turns

SECONDS = 5.0
"""A picture that takes longer to open is refused: one from a camera takes half a second."""

AT_ONCE = 2
WAITING = 8
OF_A_PERSON = 1
"""One after another: nobody keeps the others waiting with several."""

OF_A_PLACE = 5
"""So many of all that work or wait are one workshop's, whoever sends them there …"""

AT_ONCE_OF_A_PLACE = 1
"""… and one of the two processes, so that the other is there for everybody else."""

PATIENCE = 15.0
"""Seconds that somebody waits: as long as it takes to end three before theirs that take too long."""

REST_SECONDS = 60
"""Whoever sent one that took too long sends no other before so many seconds have passed."""

MOST_RESTING = 10_000

PROGRAM = "journeymap.service.picture_process"


class PictureHelper(SideProcess):
    """A process that opens pictures."""

    def opened(self, content: bytes, longest: float) -> bytes:
        """The small picture made of this one within so many seconds. Errors: Refusal; LateError and EndedError."""
        self._runs()
        try:
            return self._exchange(partial(_talk, content), longest)
        except (OSError, EOFError, EndedError):
            self.end()
            raise EndedError from None


class PictureHelpers(Pool[PictureHelper]):
    """Two that open pictures; where there are none, pictures are opened here."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.turns = Turns(
            patience=PATIENCE,
            at_once=AT_ONCE,
            waiting=WAITING,
            of_a_person=OF_A_PERSON,
            of_a_place=OF_A_PLACE,
            at_once_of_a_place=AT_ONCE_OF_A_PLACE,
            words=("busy-pictures", "busy-picture-yours"),
        )
        self._clock = clock
        self._resting: dict[str, float] = {}

    def begin(self) -> None:
        """From now on."""
        self._fill([PictureHelper(_environment(), PROGRAM) for _ in range(AT_ONCE)])

    def made(self, content: bytes, person: Participant) -> Portrait:
        """What this person sent as it is kept.

        Errors: Refusal where it is no picture, takes too much to open, this person sent such a one a moment ago, or
        others have too many under way.
        """
        check_sent(content)
        self._check_rested(person.id)
        with self.turns.taken(person.id, person.workshop_id or ""):
            return Portrait(self._opened(content, person.id)) if self.ready else portrait(content)

    def _opened(self, content: bytes, person_id: str) -> bytes:
        with self._one() as one:
            self._start(one)
            try:
                return one.opened(content, SECONDS)
            except (LateError, EndedError):
                self._rest(person_id)
                raise invalid("picture-too-much-work") from None

    @staticmethod
    def _start(one: PictureHelper) -> None:
        """That it starts takes nothing from a picture's time."""
        try:
            one.opened(b"", LONGEST)
        except (LateError, EndedError):
            raise unavailable("busy-pictures", seconds=int(SECONDS)) from None

    def _check_rested(self, person_id: str) -> None:
        left = self._resting.get(person_id, 0.0) - self._clock()
        if left > 0:
            raise Refusal("too_fast", "picture-rest", seconds=int(left) + 1)

    def _rest(self, person_id: str) -> None:
        now = self._clock()
        if len(self._resting) >= MOST_RESTING:
            self._resting = {one: until for one, until in self._resting.copy().items() if until > now}
        self._resting[person_id] = now + REST_SECONDS


def _talk(content: bytes, to: IO[bytes], of: IO[bytes]) -> bytes:
    picture_pipe.ask(to, content)
    return picture_pipe.answered(of)


def _environment() -> Mapping[str, str]:
    """What such a process is told: none of the server's settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYMAP_")}
