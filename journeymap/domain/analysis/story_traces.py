"""Where stories come from and what they are for, both ways: needs, today's moments, and why we believe them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Evidenced, EvidenceStatus, Moment
from journeymap.domain.text.grammar.reasons import parted
from journeymap.domain.text.normalize import plain

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class NeedTrace:
    """A need and the stories that serve it, by their moments; `today` is one of the as-is that no story serves."""

    text: str
    moments: tuple[str, ...]
    today: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """Why something is believed: how sure, by whom, when, and where that can be looked up."""

    status: EvidenceStatus
    by: str
    on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class StoryTraces:
    """All traces of a to-be: each need, each story, each moment of today, each piece of evidence, in order.

    Stories go by their moments' ids, and so does `as_is` (today's moments, with the stories that replace each) and
    `sources` (the other way round). A moment of today that no story replaces has none.
    """

    needs: tuple[NeedTrace, ...]
    without_need: tuple[str, ...]
    as_is: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, tuple[str, ...]]
    proofs: Mapping[Proof, tuple[str, ...]]
    believed: Mapping[str, tuple[Proof, ...]]


def story_traces(journey: Journey, compared: Comparison | None = None) -> StoryTraces:
    """The traces of a to-be; with its comparison also those to the as-is."""
    sources = _sources(journey, compared)
    believed = {moment.id: _proofs(journey, compared, moment, sources[moment.id]) for moment in journey.moments}
    return StoryTraces(
        needs=(*_needs(journey), *_unserved(compared)),
        without_need=tuple(moment.id for moment in journey.moments if not _needs_of(journey, moment)),
        as_is=_turned({m.id: () for m in compared.as_is.moments} if compared else {}, sources),
        sources=sources,
        proofs=_turned({}, believed),
        believed=believed,
    )


def _needs_of(journey: Journey, moment: Moment) -> list[str]:
    """A moment's needs, and the one that it names itself: “I call because I need certainty”."""
    own = [need.text for need in journey.needs_of(moment.id)]
    _, told = parted(moment.text, journey.language)
    return [*own, *(need for need in told if not any(plain(one) in plain(need) for one in own))]


def _needs(journey: Journey) -> list[NeedTrace]:
    """Every need of the to-be once, up to case, spaces and marks, in the words that come first."""
    texts: dict[str, str] = {}
    served: dict[str, dict[str, None]] = {}
    for moment in journey.moments:
        for need in _needs_of(journey, moment):
            key = plain(need)
            texts.setdefault(key, need)
            served.setdefault(key, {})[moment.id] = None
    return [NeedTrace(text, tuple(served[key])) for key, text in texts.items()]


def _unserved(compared: Comparison | None) -> list[NeedTrace]:
    """The needs of today that no story serves: lost on the way, or come since."""
    if compared is None:
        return []
    rows = compared.as_is.tables["needs"]
    lost = (rows[i].called for i in (*compared.needs.lost, *compared.needs.came))
    return [NeedTrace(text, (), today=True) for text in {plain(text): text for text in lost}.values()]


def _sources(journey: Journey, compared: Comparison | None) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {moment.id: {} for moment in journey.moments}
    for fate in compared.fates if compared else ():
        for moment in fate.to_be:
            if fate.as_is and moment.id in found:
                found[moment.id][fate.as_is.id] = None
    return {moment: tuple(ids) for moment, ids in found.items()}


def _proofs(
    journey: Journey, compared: Comparison | None, moment: Moment, sources: tuple[str, ...]
) -> tuple[Proof, ...]:
    """What is known of a story's own moment and needs, and of the moments of today that it replaces."""
    before = [compared.as_is.get(Moment, i) for i in sources] if compared else []
    rows: list[Evidenced] = [*before, moment, *journey.needs_of(moment.id)]
    known = (row for row in rows if row.evidence_status is not EvidenceStatus.ASSUMED)
    proofs = (Proof(r.evidence_status, r.evidence_by, r.evidence_on, r.evidence_source) for r in known)
    return tuple(dict.fromkeys(proofs))


def _turned(known: Mapping[K, tuple[str, ...]], links: Mapping[str, tuple[K, ...]]) -> dict[K, tuple[str, ...]]:
    """The links the other way round, beginning with what is known to be there."""
    found: dict[K, list[str]] = {key: list(ids) for key, ids in known.items()}
    for one, others in links.items():
        for other in others:
            found.setdefault(other, []).append(one)
    return {key: tuple(ids) for key, ids in found.items()}
