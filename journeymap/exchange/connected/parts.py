"""Long lists in parts, as many at once as a tracker takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def parts_of(whole: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """The parts in order, each of `most` at most; none of nothing."""
    return (whole[at : at + most] for at in range(0, len(whole), most))
