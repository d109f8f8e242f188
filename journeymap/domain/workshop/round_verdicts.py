"""What customers said in rounds, counted moment by moment, and whether that is enough to call a map validated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import TITLE
from journeymap.domain.model.operations import Change, Set
from journeymap.domain.model.rows import EvidenceStatus, Moment
from journeymap.domain.model.validation import NEXT, MapState
from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.domain.text.errors import Term, invalid


@dataclass(frozen=True, slots=True)
class MomentCount:
    """How many customers confirmed and contested a moment, by their last words, and how much they added."""

    confirmed: int = 0
    contested: int = 0
    added: int = 0

    @property
    def validated(self) -> bool:
        """Whether customers stand behind it: one who contests outweighs those who confirm."""
        return self.confirmed > 0 and self.contested == 0


def is_validated(moment: Moment, counts: Mapping[str, MomentCount]) -> bool:
    """Whether customers stand behind a moment: by a round, or by evidence that says so and that no round contests."""
    count = counts.get(moment.id, MomentCount())
    return count.validated or (moment.evidence_status is EvidenceStatus.VALIDATED and count.contested == 0)


def check_state(now: MapState, wanted: MapState, judges: int) -> None:
    """Refuse a state that does not follow on this one, and `validated` of a map that no customer has judged."""
    if wanted not in NEXT[now]:
        raise invalid("state-not-next", now=Term(f"state-{now}"), wanted=Term(f"state-{wanted}"))
    if wanted is MapState.VALIDATED and not judges:
        raise invalid("state-no-customer")


def round_evidence(
    journey: Journey, counts: Mapping[str, MomentCount], rounds: Mapping[str, str], on: date, language: str
) -> list[Change]:
    """Write down, where customers confirmed a guess, that they did. Evidence that is there is never written over.

    `rounds` are the names of the rounds in which each moment was confirmed.
    """
    changes: list[Change] = []
    for moment in journey.moments:
        count = counts.get(moment.id)
        if count is None or not count.validated or not _is_guess(moment):
            continue
        values = {
            "evidence_by": say("voting-customers", language, n=count.confirmed),
            "evidence_on": on.isoformat(),
            "evidence_source": _source(rounds.get(moment.id, ""), language),
            "evidence_status": EvidenceStatus.VALIDATED.value,
        }
        changes += [Set(table="moments", id=moment.id, field=name, value=value) for name, value in values.items()]
    return changes


def noted_by_rounds(moment: Moment, names: Iterable[str]) -> int:
    """Of how many customers the evidence of a moment tells, where it is exactly what a round with such a name noted."""
    n = int("".join(one for one in moment.evidence_by if one in "0123456789") or 0)
    by = {say("voting-customers", language, n=n) for language in LANGUAGES}
    sources = {_source(name, language) for name in names for language in LANGUAGES}
    noted = moment.evidence_by in by and moment.evidence_source in sources
    return n if noted and moment.evidence_status is EvidenceStatus.VALIDATED else 0


def settled_evidence(
    moment: Moment, confirmed: int, rounds: Sequence[str], names: Sequence[str], language: str
) -> list[Change]:
    """What becomes of the evidence of a moment once customers' words are taken back: only what a round had noted.

    Where nobody confirms it any more it is a guess again; else fewer customers do. `rounds` are the names of those
    in which it is still confirmed, the latest first; `names` those of all rounds of the map.
    """
    noted = noted_by_rounds(moment, names)
    values: dict[str, str | None] = {}
    if noted and not confirmed:
        values = {"evidence_status": EvidenceStatus.ASSUMED.value, "evidence_by": "", "evidence_on": None}
        values["evidence_source"] = ""
    elif noted:
        if confirmed < noted:
            values["evidence_by"] = say("voting-customers", language, n=confirmed)
        if rounds and not noted_by_rounds(moment, rounds):
            values["evidence_source"] = _source(rounds[0], language)
    return [Set(table="moments", id=moment.id, field=name, value=value) for name, value in values.items()]


def _source(name: str, language: str) -> str:
    return shortened(say("round-source", language, name=name), TITLE)


def _is_guess(moment: Moment) -> bool:
    said = moment.evidence_by or moment.evidence_on or moment.evidence_source
    return moment.evidence_status is EvidenceStatus.ASSUMED and not said
