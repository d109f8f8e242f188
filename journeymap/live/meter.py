"""What a room tells whoever counts: nothing depends on it."""

from typing import Protocol


class Meter(Protocol):
    """Somebody who counts."""

    def told(self, operations: int, members: int, seconds: float) -> None:
        """These operations were sent to so many, so long after the first of them was committed."""


class Silent:
    """Nobody counts."""

    def told(self, operations: int, members: int, seconds: float) -> None:
        """Not counted."""
