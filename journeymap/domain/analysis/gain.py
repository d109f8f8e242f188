"""One kind of what a step brought: how much, and what of it is not on the map yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from journeymap.domain.changes.describe import listed
from journeymap.domain.model.operations import Change
from journeymap.domain.text.catalogue import say
from journeymap.domain.workshop.step_kinds import GainKind

KINDS: tuple[GainKind, ...] = get_args(GainKind)
"""What a step may bring."""

NAMED = 3
"""So many of them are named."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One kind of what a step brought: `made` in all, and the `rows` that are not on the map yet, in order.

    `changes` and `merges` (the one that stays, the others) would put them there. `left`: those who lead have said
    that they stay as they are.
    """

    step: str
    map: str
    kind: GainKind
    made: int
    rows: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    merges: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left: bool = False

    @property
    def n(self) -> int:
        """How many are not on the map yet."""
        return len(self.rows)

    @property
    def open(self) -> bool:
        """Whether somebody has still to say what becomes of it."""
        return bool(self.rows) and not self.left

    @property
    def takes(self) -> bool:
        """Whether one click puts it on the map."""
        return bool(self.changes or self.merges)

    def words(self, language: str) -> str:
        """What is not on the map yet, in a sentence."""
        names = [f"“{name}”" for name in self.names[:NAMED]]
        if len(self.names) > NAMED:
            names.append(say("gain-more", language, n=len(self.names) - NAMED))
        told = say(f"gain-{self.kind}", language, n=self.n)
        return f"{told}: {listed(names, language)}" if names else told


def mark(step_id: str, kind: str) -> str:
    """How a workshop remembers that this kind of what a step brought stays as it is."""
    return f"{step_id}:{kind}"


def group_name(moments: Iterable[str]) -> str:
    """What tells a group of moments that say nearly the same from others, as long as its members stay."""
    return "-".join(sorted(moments))
