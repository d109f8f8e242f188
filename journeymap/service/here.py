"""Who is connected now: told by whatever holds the live sockets of this process, asked by screens."""

from collections.abc import Callable, Iterable

Ask = Callable[[], Iterable[str]]


class Here:
    """The people with a live connection, by id. Unknown where nothing holds sockets in this process."""

    def __init__(self) -> None:
        self._ask: Ask | None = None

    def told_by(self, ask: Ask | None) -> None:
        """From now on, ask this."""
        self._ask = ask

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
