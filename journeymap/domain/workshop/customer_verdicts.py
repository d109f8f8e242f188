"""What customers say of a map: confirmed, contested or still open; and the evidence that follows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import TITLE
from journeymap.domain.model.operations import Change, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Evidenced, EvidenceStatus
from journeymap.domain.text.catalogue import say

Standing = Literal["confirmed", "contested", "open"]


class VerdictLike(Protocol):
    """What somebody said of an item: a row of `verdicts`."""

    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def item(self) -> str: ...  # noqa: D102
    @property
    def verdict(self) -> Literal["confirm", "contest", "unsure"]: ...  # noqa: D102
    @property
    def note(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Judged:
    """One item: which customers confirmed, contested or were unsure, and how many others did.

    One customer who contests outweighs those who confirm: it is to be talked about first.
    `notes` are the customers' own words.
    """

    item: str
    confirmed: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    others_confirm: int = 0
    others_contest: int = 0
    notes: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where the item is; what only colleagues confirm stays open."""
        return "contested" if self.contested else "confirmed" if self.confirmed else "open"


@dataclass(frozen=True, slots=True)
class Validation:
    """What was said of a map, item by item in its order; `customers` is how many of them spoke.

    Only with at least one customer may a map be called validated.
    """

    items: tuple[Judged, ...] = ()
    customers: int = 0

    def of(self, standing: Standing) -> tuple[str, ...]:
        """The items that are confirmed, contested or open."""
        return tuple(judged.item for judged in self.items if judged.standing == standing)


def validation(journey: Journey, verdicts: Iterable[VerdictLike], participants: Iterable[Participant]) -> Validation:
    """Put together what was said of the rows that are still on the map."""
    customers = {person.id for person in participants if person.is_customer}
    by_item: dict[str, dict[str, VerdictLike]] = {}
    for verdict in sorted(verdicts, key=lambda v: (v.item, v.author, v.verdict, v.note)):
        by_item.setdefault(verdict.item, {}).setdefault(verdict.author, verdict)
    there = [row.id for row in journey.rows() if row.id in by_item]
    spoke = {author for item in there for author in by_item[item] if author in customers}
    return Validation(tuple(_judged(item, by_item[item].values(), customers) for item in there), len(spoke))


def evidence_changes(
    journey: Journey, found: Validation, people: Iterable[Participant], on: date, *, language: str | None = None
) -> list[Change]:
    """Write down, where customers confirmed, that they did: who and when.

    One customer is named, several are counted: so a name stands alone, and can be taken out again. Contested
    items are left as they are for people to talk about, and so is what was validated in another way. Written down
    once, it keeps its day; it is written anew where more customers confirm.
    """
    names = {person.id: person.name for person in people}
    return list(_evidence(journey, found, names, on, language or journey.language))


def _evidence(
    journey: Journey, found: Validation, names: Mapping[str, str], on: date, language: str
) -> Iterator[Change]:
    for judged in found.items:
        row = journey.find(journey.table_of(judged.item) or "", judged.item)
        if judged.standing != "confirmed" or not isinstance(row, Evidenced):
            continue
        by = _by(judged.confirmed, names, language)
        if row.evidence_status is EvidenceStatus.VALIDATED and row.evidence_by not in _fewer(judged, names, language):
            continue
        values = {
            "evidence_by": by,
            "evidence_on": on.isoformat(),
            "evidence_source": say("evidence-own-seat", language),
            "evidence_status": EvidenceStatus.VALIDATED.value,
        }
        now = row.values()
        for name, value in values.items():
            if now[name] != value:
                yield Set(table=row.table, id=row.id, field=name, value=value)


def _fewer(judged: Judged, names: Mapping[str, str], language: str) -> set[str]:
    """How it was written down while fewer customers confirmed it."""
    counts = range(1, len(judged.confirmed))
    alone = {_by((one,), names, language) for one in judged.confirmed} if counts else set()
    return alone | {say("voting-customers", language, n=n) for n in counts}


def _by(customers: tuple[str, ...], names: Mapping[str, str], language: str) -> str:
    if len(customers) == 1 and customers[0] in names:
        return shortened(names[customers[0]], TITLE)
    return say("voting-customers", language, n=len(customers))


def _judged(item: str, given: Iterable[VerdictLike], customers: set[str]) -> Judged:
    verdicts = list(given)
    own = [verdict for verdict in verdicts if verdict.author in customers]
    others = [verdict.verdict for verdict in verdicts if verdict.author not in customers]
    return Judged(
        item,
        confirmed=tuple(verdict.author for verdict in own if verdict.verdict == "confirm"),
        contested=tuple(verdict.author for verdict in own if verdict.verdict == "contest"),
        unsure=tuple(verdict.author for verdict in own if verdict.verdict == "unsure"),
        others_confirm=others.count("confirm"),
        others_contest=others.count("contest"),
        notes=tuple(verdict.note for verdict in own if verdict.note),
    )
