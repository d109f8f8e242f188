"""Who is here now, as known from the live sockets of this process and the open screens."""

import time
from collections.abc import Callable, Iterable, Mapping

Ask = Callable[[], Iterable[str]]
AskHands = Callable[[], Mapping[str, str]]

LOOKING = 10.0
"""A screen holds no socket of ours and looks every second: after so many seconds without a look it is closed."""


class Here:
    """The people with a live connection or a screen, by id. Unknown where nothing holds sockets in this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask: Ask | None = None
        self._ask_hands: AskHands | None = None
        self._clock = clock
        self._looked: dict[str, float] = {}

    def told_by(self, ask: Ask | None, hands: AskHands | None = None) -> None:
        """Register whom to ask who is connected and who raises a hand."""
        self._ask = ask
        self._ask_hands = hands

    def look(self, person_id: str) -> None:
        """Somebody has the workshop's screen open."""
        self._looked[person_id] = self._clock()

    def looking(self) -> frozenset[str]:
        """Who has a screen open that holds no socket of ours."""
        since = self._clock() - LOOKING
        for _ in range(3):  # screens live on other threads
            try:
                return frozenset(one for one, at in self._looked.items() if at > since)
            except RuntimeError:
                continue
        return frozenset()

    def hands(self) -> Mapping[str, str]:
        """Signals without words: hand, agreed, unclear. Never stored."""
        for _ in range(3):
            try:
                return dict(self._ask_hands()) if self._ask_hands is not None else {}
            except RuntimeError:
                continue
        return {}

    def people(self) -> frozenset[str] | None:
        """Who is here; None where that is not known."""
        ask = self._ask
        if ask is None:
            return None
        for _ in range(3):  # sockets live on another thread, and somebody may come while we look
            try:
                return frozenset(ask()) | self.looking()
            except RuntimeError:
                continue
        return None
