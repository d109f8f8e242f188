"""Heavy work in turns: a little at once, a little that waits, and whoever comes beyond that is told at once.

Whatever reads, draws, writes out or takes in a large map goes through here, by whatever door: twelve drawings of
5,000 micro-moments side by side took 759 MB, and the processor from everybody who was at work.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.errors import Refusal, unavailable

AT_ONCE = 2
"""So much is done at once: each takes a processor for seconds, and Python runs one thread at a time."""

WAITING = 16
"""So much may wait; to others it is said at once, for every one who waits takes a thread."""

OF_A_PERSON = 3
"""So much of that is one person's, working or waiting."""

READERS = "reader-"
"""How the ids of those begin who read by a link. None of them is known, so all of them count as one, who has more."""

OF_READERS = 8

PATIENCE = 30.0
"""Seconds that somebody waits for those before theirs."""

AGAIN_SECONDS = 10
"""After so long it is worth asking again."""

LARGE_ROWS = 1_000
"""A map with fewer rows is no heavy work: a whole room may take it away at the same moment."""

LARGE_MOMENTS = 300
"""Nor is one with fewer micro-moments, whatever belongs to them, as people furnish maps."""

LARGE_LOG = 2_000
"""A past that is played from fewer operations is none."""

LARGE_FILE = 256 * 1024
"""A file with fewer bytes is none."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Whose turn it is. Whoever has one may ask again: it is the same."""

    patience: float = PATIENCE
    at_once: int = AT_ONCE
    waiting: int = WAITING
    of_a_person: int = OF_A_PERSON
    of_a_place: int = AT_ONCE + WAITING
    """So much is one workshop's, working or waiting …"""
    at_once_of_a_place: int = AT_ONCE
    """… and so much of it works at once."""
    words: tuple[str, str] = ("busy", "busy-yours")
    """What is said where others have enough under way, and where this person has."""
    _change: threading.Condition = field(default_factory=threading.Condition)
    _here: Counter[str] = field(default_factory=Counter)
    _places: Counter[str] = field(default_factory=Counter)
    _working: dict[int, str] = field(default_factory=dict)
    """The threads that have a turn, and for which place."""

    @contextmanager
    def taken(self, person: str, place: str = "") -> Iterator[bool]:
        """Hold a turn while the block runs; `person` is the id of whose it is, `place` that of their workshop.

        Errors: Refusal `too_fast` where this person has enough under way, `unavailable` where others have.
        """
        me = threading.get_ident()
        if me in self._working:
            yield True
            return
        self._queue(person, place, me)
        try:
            yield True
        finally:
            with self._change:
                del self._working[me]
                self._leave(person, place)
                self._change.notify_all()

    def of_journeys(self, person: str, *journeys: Journey | None) -> AbstractContextManager[bool]:
        """The same where one of these maps is large; small ones wait for nobody."""
        return self.where(any(one is not None and self.is_large(one) for one in journeys), person)

    @staticmethod
    def is_large(journey: Journey) -> bool:
        """Whether this map is."""
        return sum(map(len, journey.tables.values())) >= LARGE_ROWS

    def of_file(self, content: bytes, person: str) -> AbstractContextManager[bool]:
        """The same where this file is large."""
        return self.where(len(content) >= LARGE_FILE, person)

    def where(self, heavy: bool, person: str) -> AbstractContextManager[bool]:
        """The same where it is heavy; the block is told whether it is."""
        return self.taken(person) if heavy else nullcontext(False)

    def _queue(self, person: str, place: str, me: int) -> None:
        person = READERS if person.startswith(READERS) else person
        with self._change:
            if self._here[person] >= (OF_READERS if person == READERS else self.of_a_person):
                raise Refusal("too_fast", self.words[1], seconds=AGAIN_SECONDS)
            if self._here.total() >= self.at_once + self.waiting or self._places[place] >= self.of_a_place:
                raise unavailable(self.words[0], seconds=AGAIN_SECONDS)
            self._here[person] += 1
            self._places[place] += 1
            if not self._change.wait_for(lambda: self._is_free(place), self.patience):
                self._leave(person, place)
                raise unavailable(self.words[0], seconds=AGAIN_SECONDS)
            self._working[me] = place

    def _is_free(self, place: str) -> bool:
        working = list(self._working.values())
        return len(working) < self.at_once and working.count(place) < self.at_once_of_a_place

    def _leave(self, person: str, place: str) -> None:
        person = READERS if person.startswith(READERS) else person
        for counted, one in ((self._here, person), (self._places, place)):
            counted[one] -= 1
            if not counted[one]:
                del counted[one]
