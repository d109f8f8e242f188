"""What became of every need: met, reworded, lost or new."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import EvidenceStatus, Need
from journeymap.domain.text.normalize import plain


@dataclass(frozen=True, slots=True)
class Needs:
    """Ids of needs of the as-is, and of the to-be where they are new.

    `met`: a moment of the to-be serves it in the same words, by more or less case and punctuation. `reworded`: the
    as-is need and the to-be need it became, which says something else: that is not met. `came`: in the as-is only
    since the to-be was begun. `behind`: reworded in the as-is since.
    """

    met: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]
    new: tuple[str, ...]
    came: tuple[str, ...] = ()
    behind: tuple[tuple[str, str], ...] = ()
    validated: int = 0

    @property
    def count(self) -> int:
        """How many needs the as-is has."""
        return len(self.met) + len(self.reworded) + len(self.lost) + len(self.came) + len(self.behind)


def compared_needs(of: Lineage, base: Journey | None) -> Needs:
    """What became of every need, in the order of the journey."""
    down, up = of.needs
    texts = {plain(need.called) for need in of.to_be.tables["needs"].values()}
    known = {plain(need.called) for need in of.as_is.tables["needs"].values()}
    met: list[str] = []
    reworded: list[tuple[str, str]] = []
    lost: list[str] = []
    came: list[str] = []
    behind: list[tuple[str, str]] = []
    validated = 0
    for need in _in_order(of.as_is):
        heirs = down.get(need.id, ())
        then = base.find("needs", need.id) if base is not None else None
        if plain(need.text) in texts:
            met.append(need.id)
            validated += need.evidence_status is EvidenceStatus.VALIDATED
        elif heirs:
            text = plain(of.to_be.get(Need, heirs[0]).text)
            (behind if then is not None and plain(then.called) == text else reworded).append((need.id, heirs[0]))
        else:
            (came if base is not None and then is None else lost).append(need.id)
    new = [need.id for need in _in_order(of.to_be) if need.id not in up and plain(need.text) not in known]
    return Needs(tuple(met), tuple(reworded), tuple(lost), tuple(new), tuple(came), tuple(behind), validated)


def _in_order(journey: Journey) -> Iterable[Need]:
    return (need for moment in journey.moments for need in journey.needs_of(moment.id))
