"""One kind of result of a step: how much there is, and what is not on the map yet."""

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
    """One kind of result of a step: `made` in all, and the `rows` that are not on the map yet, in order.

    `changes` and `merges` (the one that stays, the others) would put them there. `left`: the facilitators decided
    to leave them as they are.
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
        """Whether somebody still has to decide about it."""
        return bool(self.rows) and not self.left

    @property
    def takes(self) -> bool:
        """Whether it can be put on the map with one click."""
        return bool(self.changes or self.merges)

    def words(self, language: str) -> str:
        """What is not on the map yet, in a sentence."""
        names = [f"“{name}”" for name in self.names[:NAMED]]
        if len(self.names) > NAMED:
            names.append(say("gain-more", language, n=len(self.names) - NAMED))
        sentence = say(f"gain-{self.kind}", language, n=self.n)
        return f"{sentence}: {listed(names, language)}" if names else sentence


def mark(step_id: str, kind: str) -> str:
    """The mark by which a workshop remembers that this kind of result is left as it is."""
    return f"{step_id}:{kind}"


def group_name(moments: Iterable[str]) -> str:
    """The name of a group of near-duplicates; it stays the same as long as its members do."""
    return "-".join(sorted(moments))
