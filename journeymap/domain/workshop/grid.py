"""The impact–effort grid: in which quarter each item stands by what the room thinks, and what to begin with."""

from collections.abc import Mapping
from enum import StrEnum

from journeymap.domain.workshop.votes import Result, Spread

MIDDLE = 3.0
"""The middle of the scale: what is on the line is given the benefit of the doubt."""


class Quadrant(StrEnum):
    """A quarter of the grid."""

    QUICK = "quick"
    BIG = "big"
    FILL = "fill"
    LEAVE = "leave"


def quadrant(impact: float, effort: float) -> Quadrant:
    """The quarter of what has this impact and takes this effort, both from 1 to 5."""
    if impact >= MIDDLE:
        return Quadrant.QUICK if effort <= MIDDLE else Quadrant.BIG
    return Quadrant.FILL if effort <= MIDDLE else Quadrant.LEAVE


def is_grid(questions: tuple[str, ...]) -> bool:
    """Whether a ballot asks for impact and effort."""
    return {"impact", "effort"} <= set(questions)


def quick_wins(result: Result, places: int) -> tuple[str, ...]:
    """The first so many quick wins, those with most impact for the least effort first; a tie brings in all of it."""
    worth = {
        item: round(asked["impact"].mean - asked["effort"].mean, 6)
        for item, asked in result.scores.items()
        if _is_quick(asked)
    }
    order = sorted(worth, key=lambda item: (-worth[item], item))
    return tuple(item for item in order if sum(other > worth[item] for other in worth.values()) < places)


def _is_quick(asked: Mapping[str, Spread]) -> bool:
    if "impact" not in asked or "effort" not in asked:
        return False
    return quadrant(asked["impact"].mean, asked["effort"].mean) is Quadrant.QUICK
