"""What the to-be leaves open: needs that were lost, episodes that say nothing, pains that stay, nobody asked."""

from dataclasses import dataclass

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.describe import signed
from journeymap.domain.model.rows import EvidenceStatus, Moment, Need
from journeymap.domain.text.catalogue import say
from journeymap.ui.screens.compare.pair import Pair


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that is still open, and why."""

    what: str
    why: str


def still_open(pair: Pair, language: str) -> list[Open]:
    """All that is open, the customer's needs first."""
    return [*_lost_needs(pair, language), *_pains(pair, language), *_silent(pair, language), *_unasked(pair, language)]


def _lost_needs(pair: Pair, language: str) -> list[Open]:
    found = []
    for need_id in pair.comparison.lost_needs:
        need = pair.as_is.get(Need, need_id)
        moment = pair.as_is.get(Moment, need.parent or "")
        gone = pair.fate_of[moment.id].disposition is Disposition.REMOVED
        why = "compare-open-need-gone" if gone else "compare-open-need-left"
        found.append(Open(say("compare-open-need", language, need=need.text), say(why, language, moment=moment.text)))
    return found


def _pains(pair: Pair, language: str) -> list[Open]:
    """Pain points of moments that are kept as they are."""
    return [
        Open(say("compare-open-pain", language, pain=pain.text), say("compare-open-pain-why", language, moment=m.text))
        for fate in pair.comparison.fates
        if fate.disposition is Disposition.KEPT and (m := fate.as_is)
        for pain in pair.as_is.pain_points_of(m.id)
    ]


def _silent(pair: Pair, language: str) -> list[Open]:
    found = []
    for episode in pair.to_be.episodes:
        if pair.to_be.communications_of(episode.id):
            continue
        valence = "" if episode.targeted_valence is None else signed(episode.targeted_valence, language)
        aim = " ".join(filter(None, (episode.targeted_label, f"({valence})" if valence else "")))
        why = say("compare-open-silent-why", language, aim=aim) if aim else say("compare-open-silent-no-aim", language)
        found.append(Open(say("compare-open-silent", language, episode=episode.title), why))
    return found


def _unasked(pair: Pair, language: str) -> list[Open]:
    moments = pair.to_be.moments
    asked = sum(moment.evidence_status is EvidenceStatus.VALIDATED for moment in moments)
    if not moments or asked == len(moments):
        return []
    what = (
        say("compare-open-some-asked", language, asked=asked, all=len(moments))
        if asked
        else say("compare-open-nobody-asked", language)
    )
    return [Open(what, say("compare-open-asked-why", language))]


def validated(pair: Pair) -> tuple[int, int]:
    """How many felt emotions of the as-is customers confirmed, and of how many."""
    felt = [m for m in pair.as_is.moments if m.felt_valence is not None]
    return sum(m.evidence_status is EvidenceStatus.VALIDATED for m in felt), len(felt)
