"""The board pack: what an as-is and its to-be come to, in words and numbers that fit on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.changes.describe import shortened, signed

PAINS, IMPROVEMENTS, OPEN, FIGURES, STORY = 10, 3, 6, 8, 4
"""So many of each stand on the page; how many more there are is said."""

TITLE, LINE, PLACE = 90, 105, 48
"""No text of a title, of a line, or of where something is, is longer than so many characters."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """One of the points that people remember: the lowest, the peak, the end, the deepest fall.

    `before` and `after` are valences from -2 to +2, None where nothing is said; `place` is the moment's text.
    """

    name: str
    before: float | None
    after: float | None
    place: str = ""

    def words(self, language: str) -> tuple[str, str]:
        """Before and after as they are written: “−2”, “+1”, and a dash where nothing is said."""
        one, other = ("–" if at is None else signed(round(at, 1), language) for at in (self.before, self.after))
        return one, other


@dataclass(frozen=True, slots=True)
class PackFigure:
    """One figure: what it is called, what it was and would be, and of how many moments that is said."""

    name: str
    before: str
    after: str
    coverage: str = ""


@dataclass(frozen=True, slots=True)
class PackPain:
    """One pain of today, where it is, and what answers it; `answer` is empty where nothing does."""

    text: str
    place: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class BoardPack:
    """The whole page. What is more than fits is counted in `more_…`; `warning` says what is not validated."""

    language: str
    title: str
    subtitle: str
    story: Sequence[StoryPoint]
    as_is: Silhouette
    to_be: Silhouette
    figures: Sequence[PackFigure]
    improvements: Sequence[tuple[str, str]]
    pains: Sequence[PackPain]
    still_open: Sequence[str]
    validated: str
    warning: str = ""
    more_pains: int = 0
    more_open: int = 0


def fitted(pack: BoardPack) -> BoardPack:
    """The same, with no more and nothing longer than fits on one page; what was left out is counted."""
    pains, more_pains = _some(pack.pains, PAINS)
    still_open, more_open = _some(pack.still_open, OPEN)
    return BoardPack(
        pack.language,
        shortened(pack.title, TITLE),
        shortened(pack.subtitle, LINE),
        [StoryPoint(it.name, it.before, it.after, shortened(it.place, PLACE)) for it in pack.story[:STORY]],
        pack.as_is,
        pack.to_be,
        list(pack.figures[:FIGURES]),
        [(shortened(text, PLACE), shortened(more, LINE)) for text, more in pack.improvements[:IMPROVEMENTS]],
        [PackPain(shortened(it.text, PLACE), shortened(it.place, PLACE), shortened(it.answer, LINE)) for it in pains],
        [shortened(one, LINE) for one in still_open],
        shortened(pack.validated, LINE),
        shortened(pack.warning, LINE),
        pack.more_pains + more_pains,
        pack.more_open + more_open,
    )


def _some(all_of_them: Sequence[T], most: int) -> tuple[list[T], int]:
    return list(all_of_them[:most]), max(len(all_of_them) - most, 0)
