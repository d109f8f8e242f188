"""What the to-be does about every pain of the as-is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.analysis.comparison.matches import Bearing, Disposition, Match
from journeymap.domain.model.rows import Moment, PainPoint


class Answered(StrEnum):
    """Whether a pain is answered: by a change in substance, perhaps, not at all; or whether that is undecided."""

    YES = "yes"
    PERHAPS = "perhaps"
    UNDECIDED = "undecided"
    NO = "no"


SUBSTANCE = ("channels", "needs", "backstage", "minutes", "waiting_minutes")
"""What answers a pain where it changes; other words may do so at best."""


@dataclass(frozen=True, slots=True)
class PainAnswer:
    """A pain, its moment, what became of that, and whether the pain is answered."""

    pain: PainPoint
    moment: Moment
    match: Match
    answered: Answered

    @property
    def by(self) -> tuple[str, ...]:
        """What changes there and may answer it, by the names of `match.changed`."""
        telling = (*SUBSTANCE, "text") if self.answered is Answered.PERHAPS else SUBSTANCE
        return tuple(name for name in self.match.changed if name in telling)


def pain_answers(of: Lineage, matches: tuple[Match, ...]) -> Iterator[PainAnswer]:
    """Every pain of the as-is, in the order of the matches."""
    rows, order = of.as_is.tables["pain_points"], of.as_is.order["pain_points"]
    for match in matches:
        for moment in match.as_is:
            for pain in order.get(moment.id, ()):
                yield PainAnswer(rows[pain], moment, match, _answered(match))  # type: ignore[arg-type]


def _answered(match: Match) -> Answered:
    if not match.to_be:
        if match.proposal is Disposition.OPEN:
            return Answered.NO
        return Answered.YES if match.decided is Disposition.REMOVED else Answered.UNDECIDED
    return {Bearing.SURE: Answered.YES, Bearing.PERHAPS: Answered.PERHAPS, Bearing.NONE: Answered.NO}[match.bearing]
