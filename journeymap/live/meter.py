"""What a room tells whoever counts: nothing depends on it."""

from typing import Protocol


class Meter(Protocol):
    """Counts what rooms send."""

    def record(self, operations: int, members: int, seconds: float) -> None:
        """Record how many operations went to how many members, and the seconds since the first was committed."""


class Silent:
    """Counts nothing."""

    def record(self, operations: int, members: int, seconds: float) -> None:
        """Record nothing."""
