"""What a vote leaves on the map, as changes: moments of truth, pain points, and what the room felt."""

from collections.abc import Callable, Iterable

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.emotions import nearest
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import TEXT
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.rows import EvidenceStatus, Moment
from journeymap.domain.text.catalogue import say
from journeymap.domain.workshop.votes import Result


def truth_changes(journey: Journey, items: Iterable[str]) -> list[Change]:
    """Mark these moments, or the moments of these needs and pain points, as moments of truth."""
    return [
        Set(table="moments", id=moment.id, field="moment_of_truth", value=True)
        for moment in moments_of(journey, items)
        if not moment.moment_of_truth
    ]


def pain_changes(
    journey: Journey, items: Iterable[str], new_id: Callable[[], str], *, language: str | None = None
) -> list[Change]:
    """Note at each of these moments that the room sees a pain point there; done twice, it stays one.

    What is a pain point already needs no other that says so.
    """
    changes: list[Change] = []
    for moment in moments_of(journey, (item for item in items if journey.table_of(item) != "pain_points")):
        words = say("voting-pain", language or journey.language, moment=shortened(moment.text, TEXT - 60))
        if all(pain.text != words for pain in journey.pain_points_of(moment.id)):
            changes.append(Add(table="pain_points", id=new_id(), parent=moment.id, values={"text": words}))
    return changes


def felt_changes(journey: Journey, result: Result) -> list[Change]:
    """Take over the median of what the room felt, as a guess of the room.

    What was validated or measured stays: a room knows less than the customer. A word that no longer fits the
    number is taken out.
    """
    changes: list[Change] = []
    for moment in journey.moments:
        spread = result.scores.get(moment.id, {}).get("felt")
        if spread is None or moment.evidence_status is not EvidenceStatus.ASSUMED:
            continue
        felt = round(spread.median, 1) + 0.0
        values: dict[str, object] = {
            "felt_valence": felt,
            "evidence_by": "",
            "evidence_on": None,
            "evidence_source": "",
        }
        if moment.felt_label and nearest(felt) != nearest(moment.felt_valence or 0.0):
            values["felt_label"] = ""
        now = moment.values()
        changes.extend(
            Set(table="moments", id=moment.id, field=name, value=value)
            for name, value in values.items()
            if now[name] != value
        )
    return changes


def moments_of(journey: Journey, items: Iterable[str]) -> list[Moment]:
    """The moments that these items are, or stand at, each once; what is gone by now is left out."""
    meant: dict[str, None] = {}
    for item in items:
        table = journey.table_of(item)
        if table == "moments":
            meant[item] = None
        elif table in ("needs", "pain_points", "backstage_steps"):
            meant[journey.tables[table][item].parent or ""] = None
    return [journey.get(Moment, moment_id) for moment_id in meant]
