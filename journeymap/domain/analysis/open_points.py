"""What is still open on a map, from the map alone and from what it is compared with: one list for every screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.analysis.dispositions import Ruling, RulingState, rulings_of, undecided
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, EvidenceStatus, MapKind, Moment, Need


class OpenKind(StrEnum):
    """What kind of thing is open, in the order in which it is told."""

    NEED = "need"
    REWORDED = "reworded"
    PAIN = "pain"
    UNDECIDED = "undecided"
    NOT_DEALT_WITH = "not-dealt-with"
    SILENT = "silent"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is open, and the row with which it can be mended: `table` and `id` on the map `map_id`.

    `text` is what it is about, `where` the moment it stands at. Guesses are one point: `count` of `of` rows. What is
    undecided is decided in the list of the to-be: its `id` is the as-is moment's, `fate` what the comparison makes of
    it, or `overtaken` where the to-be is another one since somebody decided.
    """

    kind: OpenKind
    map_id: str
    table: str
    id: str
    text: str
    where: str = ""
    count: int = 1
    of: int = 1
    fate: str = ""


def open_points(journey: Journey, comparison: Comparison | None = None) -> tuple[OpenPoint, ...]:
    """All that is open on this map; with the comparison of which it is the to-be, what that leaves open comes first.

    Undecided are those that the list of decisions calls so; what stays as it is and nobody confirmed comes last.
    """
    if comparison is None:
        return (*_silent(journey), *_guesses(journey))
    left = undecided(rulings_of(comparison))
    kept = [one for one in left if one.proposed.disposition is Disposition.KEPT]
    pressing = [one for one in left if one.proposed.disposition is not Disposition.KEPT]
    return (
        *_compared(comparison, pressing),
        *_silent(journey),
        *_guesses(journey),
        *(_undecided(comparison, one) for one in kept),
    )


def _compared(found: Comparison, left: Sequence[Ruling]) -> Iterator[OpenPoint]:
    for need in found.needs.lost:
        yield _need(found, need, OpenKind.NEED)
    for need, heir in found.needs.reworded:
        yield _need(found, need, OpenKind.REWORDED, found.to_be.get(Need, heir).text)
    for answer in found.pains:
        if answer.answered is Answered.NO:
            heir_id = answer.match.to_be[0].id if answer.match.to_be else ""
            place = (found.to_be.map_id, "moments", heir_id)
            yield OpenPoint(OpenKind.PAIN, *place, answer.pain.text, answer.moment.text)
    yield from (_undecided(found, one) for one in left)
    named = {one.moment.id for one in left if one.proposed.disposition is Disposition.OPEN}
    for match in found.not_dealt_with:
        if match.as_is and match.as_is[0].id in named:
            continue
        moment = (match.to_be or match.as_is)[0]
        map_id = found.to_be.map_id if match.to_be else found.as_is.map_id
        yield OpenPoint(OpenKind.NOT_DEALT_WITH, map_id, "moments", moment.id, (match.as_is or match.to_be)[0].text)


def _undecided(found: Comparison, one: Ruling) -> OpenPoint:
    fate = str(one.state if one.state is RulingState.OVERTAKEN else one.proposed.disposition)
    return OpenPoint(OpenKind.UNDECIDED, found.to_be.map_id, "dispositions", one.moment.id, one.moment.text, fate=fate)


def _need(found: Comparison, need_id: str, kind: OpenKind, became: str = "") -> OpenPoint:
    need = found.as_is.get(Need, need_id)
    moment = found.as_is.get(Moment, need.parent or "")
    heirs = found.lineage.moments[0].get(moment.id, ())
    return OpenPoint(kind, found.to_be.map_id, "moments", heirs[0] if heirs else "", need.text, became or moment.text)


def _silent(journey: Journey) -> Iterator[OpenPoint]:
    """Episodes without communication: it is what brings about the targeted emotion of a to-be."""
    if journey.kind is not MapKind.TO_BE:
        return
    for episode in journey.episodes:
        if not journey.siblings("communications", episode.id):
            yield OpenPoint(OpenKind.SILENT, journey.map_id, "episodes", episode.id, episode.title, _aim(episode))


def _aim(episode: Episode) -> str:
    return episode.targeted_label


def _guesses(journey: Journey) -> Iterator[OpenPoint]:
    """Moments that are believed without data and without a customer's word."""
    moments = journey.moments
    guessed = [moment for moment in moments if moment.evidence_status is EvidenceStatus.ASSUMED]
    if guessed:
        place = (journey.map_id, "moments", guessed[0].id)
        yield OpenPoint(OpenKind.GUESS, *place, guessed[0].text, count=len(guessed), of=len(moments))
