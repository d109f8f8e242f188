"""What the comparison proposes for every as-is moment, beside what people decided about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, MomentDisposition


class RulingState(StrEnum):
    """How far people have decided: nobody yet, as proposed, otherwise than proposed, before it was changed again."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    OVERRULED = "overruled"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class ProposedFate:
    """What the comparison makes of one as-is moment: its disposition, and the to-be moments it lives on in."""

    moment: Moment
    disposition: Disposition
    heirs: tuple[Moment, ...]

    @property
    def kind(self) -> str:
        """What may be confirmed of it; undecided where the to-be does not deal with the moment yet."""
        return Disposition.UNDECIDED if self.disposition is Disposition.OPEN else self.disposition.value


@dataclass(frozen=True, slots=True)
class Ruling:
    """One as-is moment: what is proposed, and the decisions about it, the one that counts last."""

    proposed: ProposedFate
    decisions: tuple[MomentDisposition, ...] = ()

    @property
    def moment(self) -> Moment:
        """The as-is moment."""
        return self.proposed.moment

    @property
    def decision(self) -> MomentDisposition | None:
        """The decision that counts; None where nobody decided, or it was taken back."""
        last = self.decisions[-1] if self.decisions else None
        return None if last is None or last.kind == "undecided" else last

    @property
    def disposition(self) -> Disposition:
        """What was decided; undecided where nobody has."""
        decision = self.decision
        return Disposition.UNDECIDED if decision is None else Disposition(decision.kind)

    @property
    def state(self) -> RulingState:
        """Whether it was decided, and whether that still fits what the to-be shows."""
        decision, proposed = self.decision, self.proposed.disposition
        if decision is None:
            return RulingState.OPEN
        if self.disposition is proposed:
            return RulingState.CONFIRMED
        return RulingState.OVERRULED if decision.proposed == self.proposed.kind else RulingState.OVERTAKEN

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide: nobody has, or the to-be is another one since."""
        return self.state in (RulingState.OPEN, RulingState.OVERTAKEN)


def proposed_fates(as_is: Journey, to_be: Journey, base: Journey | None = None) -> tuple[ProposedFate, ...]:
    """What the comparison proposes for every as-is moment, in the order of the as-is, whatever was decided."""
    return _proposed(compare(as_is, to_be, base=base))


def _proposed(found: Comparison) -> tuple[ProposedFate, ...]:
    fates = found.proposed_fates
    return tuple(ProposedFate(fate.as_is, fate.disposition, fate.to_be) for fate in fates if fate.as_is is not None)


def rulings(as_is: Journey, to_be: Journey, base: Journey | None = None) -> tuple[Ruling, ...]:
    """Every as-is moment with what is proposed and decided, in the order of the as-is."""
    return rulings_of(compare(as_is, to_be, base=base))


def rulings_of(found: Comparison) -> tuple[Ruling, ...]:
    """The same of two maps that are compared already."""
    decided = decisions_of(found.to_be)
    return tuple(Ruling(one, decided.get(one.moment.id, ())) for one in _proposed(found))


def decided_kinds(to_be: Journey) -> dict[str, Disposition]:
    """What was decided about each as-is moment, by its id; those that are undecided are not in it."""
    last = {as_is: decisions[-1].kind for as_is, decisions in decisions_of(to_be).items()}
    return {as_is: Disposition(kind) for as_is, kind in last.items() if kind != "undecided"}


def decisions_of(to_be: Journey) -> Mapping[str, tuple[MomentDisposition, ...]]:
    """The decisions about each as-is moment, by its id, in the order in which they were made."""
    found: dict[str, list[MomentDisposition]] = {}
    for row_id in to_be.siblings("dispositions", None):
        row = to_be.get(MomentDisposition, row_id)
        if not row.private:
            found.setdefault(row.as_is, []).append(row)
    return {as_is: tuple(decisions) for as_is, decisions in found.items()}


def undecided(found: Sequence[Ruling]) -> list[Ruling]:
    """What nobody has decided: silent removals first, then what changed, what stays as it is last."""
    order = {disposition: n for n, disposition in enumerate(_URGENT)}
    return sorted((one for one in found if one.open), key=lambda one: order.get(one.proposed.disposition, len(order)))


_URGENT = (
    Disposition.REMOVED,
    Disposition.OPEN,
    Disposition.MERGED,
    Disposition.SPLIT,
    Disposition.CHANGED,
    Disposition.MOVED_CHANNEL,
    Disposition.MOVED,
    Disposition.KEPT,
)
