"""An as-is and the to-be made from it, with what became of every moment: what all parts of the screen look at."""

from dataclasses import dataclass
from functools import cached_property

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.emotion import mean
from journeymap.domain.analysis.comparison.matches import Disposition, Fate, Match
from journeymap.domain.analysis.comparison.pains import PainAnswer
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment

_COMBINED = (Disposition.MERGED, Disposition.SPLIT)


@dataclass(frozen=True)
class Pair:
    """Two maps of one journey. A to-be moment has several fates where as-is moments were merged into it."""

    as_is: Journey
    to_be: Journey
    base: Journey | None = None
    names: tuple[str, str] | None = None
    """What the two are called, where they are no as-is and its to-be."""

    @classmethod
    def of(cls, found: Comparison) -> "Pair":
        """The pair that was compared."""
        made = cls(found.as_is, found.to_be, found.base)
        made.__dict__["comparison"] = found
        return made

    @cached_property
    def comparison(self) -> Comparison:
        """What became of every moment."""
        return compare(self.as_is, self.to_be, base=self.base)

    @cached_property
    def match_of(self) -> dict[str, Match]:
        """The one match of each as-is moment, by its id."""
        return {moment.id: match for match in self.comparison.matches for moment in match.as_is}

    @cached_property
    def answer_of(self) -> dict[str, PainAnswer]:
        """What is done about the pains of each as-is moment that has any, by its id: the same for all of them."""
        return {answer.moment.id: answer for answer in self.comparison.pains}

    @cached_property
    def fates_of(self) -> dict[str, tuple[Fate, ...]]:
        """The fates of each to-be moment, by its id."""
        found: dict[str, list[Fate]] = {}
        for fate in self.comparison.fates:
            for moment in fate.to_be:
                found.setdefault(moment.id, []).append(fate)
        return {moment: tuple(fates) for moment, fates in found.items()}

    @cached_property
    def fate_of(self) -> dict[str, Fate]:
        """The one fate of each as-is moment, by its id."""
        return {fate.as_is.id: fate for fate in self.comparison.fates if fate.as_is}

    def disposition(self, to_be_moment: str) -> Disposition:
        """What a to-be moment is: merged and split say more than what else changed."""
        found = [fate.disposition for fate in self.fates_of[to_be_moment]]
        return next((d for d in _COMBINED if d in found), found[0])

    def felt(self, moment: Moment) -> float | None:
        """What an as-is moment feels like."""
        return moment.felt_valence

    def targeted(self, moment: Moment) -> float | None:
        """What a to-be moment should feel like."""
        return self.to_be.targeted_of(moment)[0]

    def felt_to_targeted(self, fate: Fate) -> tuple[float | None, float | None]:
        """What is felt in the as-is moment, and what its heirs aim for on average."""
        felt = self.felt(fate.as_is) if fate.as_is else None
        return felt, mean([self.targeted(moment) for moment in fate.to_be])
