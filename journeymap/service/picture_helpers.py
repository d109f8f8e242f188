"""Pictures that people sent are opened by processes beside the server, in a queue of their own.

A file of a few kilobytes can be made so that it takes minutes or hundreds of megabytes to open: here it takes seconds,
in a process that is ended then, and neither a thread of the server nor a turn of those who work on large maps.
"""

import os
from collections.abc import Mapping

from journeymap.domain.text.errors import invalid, unavailable
from journeymap.exchange.portraits import Portrait, check_sent, portrait
from journeymap.service.helpers import LONGEST, EndedError, Helper, LateError, Pool
from journeymap.service.turns import Turns

SECONDS = 5.0
"""A picture that takes longer to open is refused: one from a camera takes half a second."""

AT_ONCE = 2
WAITING = 8
OF_A_PERSON = 1
"""One after another: nobody keeps the others waiting with several."""

PROGRAM = "journeymap.service.picture_process"


class PictureHelpers(Pool):
    """Two that open pictures; where there are none, pictures are opened here."""

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns(
            at_once=AT_ONCE, waiting=WAITING, of_a_person=OF_A_PERSON, words=("busy-pictures", "busy-picture-yours")
        )

    def begin(self) -> None:
        """From now on."""
        self._fill([Helper(_environment(), PROGRAM) for _ in range(AT_ONCE)])

    def made(self, content: bytes, person: str = "") -> Portrait:
        """What was sent as it is kept; `person` is whose turn it takes, "" where nobody can tell.

        Errors: Refusal where it is no picture, takes too much to open, or others have too many under way.
        """
        check_sent(content)
        with self.turns.taken(person):
            return Portrait(self._opened(content)) if self.ready else portrait(content)

    def _opened(self, content: bytes) -> bytes:
        with self._one() as one:
            self._start(one)
            try:
                made: bytes = one.ask("portrait", (content,), SECONDS, again=False)
            except (LateError, EndedError):
                raise invalid("picture-too-much-work") from None
            return made

    @staticmethod
    def _start(one: Helper) -> None:
        """That it starts takes nothing from a picture's time."""
        try:
            one.ask("ready", (), LONGEST)
        except (LateError, EndedError):
            raise unavailable("busy-pictures", seconds=int(SECONDS)) from None


def _environment() -> Mapping[str, str]:
    """What such a process is told: none of the server's settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYMAP_")}
