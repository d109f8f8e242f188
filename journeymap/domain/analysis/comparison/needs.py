"""What became of every need: met, reworded, lost or new."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import EvidenceStatus, Moment, Need
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
    return _Sorted(of, base).all()


class _Sorted:
    """Needs as they are sorted; texts are made comparable only where a need is not met by its own heir."""

    def __init__(self, of: Lineage, base: Journey | None) -> None:
        self.of, self.base = of, base
        self.down, self.up = of.needs

    def all(self) -> Needs:
        """Every need of both maps."""
        found: dict[str, list[Need]] = {name: [] for name in ("met", "reworded", "lost", "came", "behind")}
        for need in _in_order(self.of.as_is, self.of.in_order[False]):
            found[self._became(need)].append(need)
        new = [need.id for need in _in_order(self.of.to_be, self.of.in_order[True]) if self._is_new(need)]
        ids = {name: tuple(need.id for need in needs) for name, needs in found.items()}
        return Needs(
            met=ids["met"],
            reworded=tuple((i, self.down[i][0]) for i in ids["reworded"]),
            lost=ids["lost"],
            new=tuple(new),
            came=ids["came"],
            behind=tuple((i, self.down[i][0]) for i in ids["behind"]),
            validated=sum(need.evidence_status is EvidenceStatus.VALIDATED for need in found["met"]),
        )

    def _became(self, need: Need) -> str:
        heirs = self.down.get(need.id, ())
        rows = self.of.to_be.tables["needs"]
        if need.text in self._exact or plain(need.text) in self._texts:
            return "met"
        then = self.base.find("needs", need.id) if self.base is not None else None
        if heirs:
            same = then is not None and plain(then.called) == plain(rows[heirs[0]].called)
            return "behind" if same else "reworded"
        return "came" if self.base is not None and then is None else "lost"

    def _is_new(self, need: Need) -> bool:
        return need.id not in self.up and plain(need.text) not in self._known

    @cached_property
    def _exact(self) -> set[str]:
        """Texts of needs as they stand in the to-be: nearly all are met in these words."""
        return {need.called for need in self.of.to_be.tables["needs"].values()}

    @cached_property
    def _texts(self) -> set[str]:
        return set(map(plain, self._exact))

    @cached_property
    def _known(self) -> set[str]:
        return {plain(need.called) for need in self.of.as_is.tables["needs"].values()}


def _in_order(journey: Journey, moments: Sequence[Moment]) -> Sequence[Need]:
    rows, order = journey.tables["needs"], journey.order["needs"]
    return [rows[i] for moment in moments for i in order.get(moment.id, ())]  # type: ignore[misc]
