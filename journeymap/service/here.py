"""Who is connected now: told by whatever holds the live sockets of this process, asked by screens."""

from collections.abc import Callable, Iterable, Mapping

Ask = Callable[[], Iterable[str]]
AskHands = Callable[[], Mapping[str, str]]


class Here:
    """The people with a live connection, by id. Unknown where nothing holds sockets in this process."""

    def __init__(self) -> None:
        self._ask: Ask | None = None
        self._ask_hands: AskHands | None = None

    def told_by(self, ask: Ask | None, hands: AskHands | None = None) -> None:
        """From now on, ask these: who is connected, and who raises a hand."""
        self._ask = ask
        self._ask_hands = hands

    def hands(self) -> Mapping[str, str]:
        """Who says what without a word: a hand, agreed, unclear. Never stored."""
        for _ in range(3):
            try:
                return dict(self._ask_hands()) if self._ask_hands is not None else {}
            except RuntimeError:
                continue
        return {}

    def people(self) -> frozenset[str] | None:
        """Who is connected; None where that is not known."""
        ask = self._ask
        if ask is None:
            return None
        for _ in range(3):  # the sockets live on another thread, and somebody may come while we look
            try:
                return frozenset(ask())
            except RuntimeError:
                continue
        return None
