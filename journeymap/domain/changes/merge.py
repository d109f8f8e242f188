"""Two rows into one, as changes that are accepted together: moments of a to-be, and channels named twice."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import NOTES, TEXT
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.rows import (
    Channel,
    Credit,
    EvidenceStatus,
    Moment,
    Need,
    PathStep,
    Row,
    Touchpoint,
    Verdict,
    Vote,
)
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.normalize import plain


def merge_moments(journey: Journey, into: str, other: str, new_id: Callable[[], str]) -> list[Change]:
    """Take one moment into another: origins, touchpoints and all that belongs to it move; then it is removed.

    What both have (a channel of one name, a need in the same words, an origin, a step of one path) stays once.
    Errors: KeyError where one of them is not on the map.
    """
    if into == other:
        return []
    return [
        *_origins(journey, into, other, new_id),
        *_moved(journey, into, other),
        *_steps(journey, into, other),
        Remove(table="moments", id=other),
    ]


def merge_channels(journey: Journey, into: str, other: str) -> list[Change]:
    """Use one channel wherever the other was used, then remove the other."""
    if into == other:
        return []
    journey.get(Channel, into)
    used = {row.parent for row in journey.tables["touchpoints"].values() if getattr(row, "channel", "") == into}
    changes: list[Change] = []
    for table in ("touchpoints", "communications"):
        for row in journey.tables[table].values():
            if getattr(row, "channel", "") != other:
                continue
            if table == "touchpoints" and row.parent in used:
                changes.append(Remove(table=table, id=row.id))
            else:
                changes.append(Set(table=table, id=row.id, field="channel", value=into))
    return [*changes, Remove(table="channels", id=other)]


def medium(journey: Journey, touchpoint: Touchpoint) -> str:
    """What a touchpoint goes through, as names are compared: two channels of one name are one to whoever reads."""
    return plain(journey.get(Channel, touchpoint.channel).name)


def _origins(journey: Journey, into: str, other: str, new_id: Callable[[], str]) -> Iterator[Change]:
    """Every as-is moment the other comes from; the first becomes the origin of a moment that had none."""
    known = set(journey.origins_of(into))
    bare = journey.get(Moment, into).origin is None and not known
    for as_is in journey.origins_of(other):
        if as_is in known:
            continue
        if bare:
            yield Set(table="moments", id=into, field="origin", value=as_is)
            bare = False
        else:
            yield Add(table="origins", id=new_id(), parent=into, values={"as_is": as_is})


def _moved(journey: Journey, into: str, other: str) -> Iterator[Change]:
    channels = {medium(journey, touchpoint) for touchpoint in journey.touchpoints_of(into)}
    needs = {need.text.casefold() for need in journey.needs_of(into)}
    touchpoints = {medium(journey, touchpoint): touchpoint for touchpoint in reversed(journey.touchpoints_of(other))}
    rows = (
        *(row for name, row in reversed(touchpoints.items()) if name not in channels),
        *(need for need in journey.needs_of(other) if need.text.casefold() not in needs),
        *journey.backstage_of(other),
        *journey.pain_points_of(other),
    )
    for row in rows:
        yield Move(table=row.table, id=row.id, parent=into)


def _steps(journey: Journey, into: str, other: str) -> Iterator[Change]:
    """Paths that went through the other go through the one that stays, unless they do so already."""
    for path in journey.paths:
        steps: tuple[PathStep, ...] = journey.steps_of(path.id)
        if any(step.moment == into for step in steps):
            continue
        for step in steps:
            if step.moment == other:
                yield Set(table="path_steps", id=step.id, field="moment", value=into)


NewId = Callable[[], str]


def merge_changes(
    journey: Journey, keep: str, others: Sequence[str], new_id: NewId, *, caps: Mapping[str, int] | None = None
) -> list[Change]:
    """The one batch that takes these moments into the one that stays.

    What belongs to them moves; what both have stays once. Votes and verdicts go along: one voter's two scores of
    what is now one thing leave the keeper's, and dots beyond the cap of their round (`caps`, by round) go back to
    the voter. Their authors are credited, their words kept in the notes, and what the keeper does not say
    is taken from them. Errors: KeyError where one of them is not on the map.
    """
    changes: list[Change] = []
    for other in dict.fromkeys(i for i in others if i != keep):
        step = list(_one(journey, keep, other, new_id, caps or {}))
        journey, _ = perform(journey, step)
        changes.extend(step)
    return changes


def _one(journey: Journey, keep: str, other: str, new_id: NewId, caps: Mapping[str, int]) -> Iterator[Change]:
    heirs = {other: keep, **_same_needs(journey, keep, other)}
    yield from _values(journey, keep, other)
    yield from _need_evidence(journey, heirs)
    yield from _touchpoint_notes(journey, keep, other)
    yield from _votes(journey, heirs, caps)
    yield from _verdicts(journey, heirs)
    yield from _credits(journey, keep, other, new_id)
    yield from merge_moments(journey, keep, other, new_id)


def _same_needs(journey: Journey, keep: str, other: str) -> dict[str, str]:
    """The other's needs that the keeper has in the same words, and which those are."""
    known = {need.text.casefold(): need.id for need in journey.needs_of(keep)}
    return {need.id: known[need.text.casefold()] for need in journey.needs_of(other) if need.text.casefold() in known}


_PAIRS = (("felt_valence", "felt_label"), ("targeted_valence", "targeted_label"), ("minutes",))
_EVIDENCE = ("evidence_status", "evidence_by", "evidence_on")


def _values(journey: Journey, keep: str, other: str) -> Iterator[Change]:
    """What the keeper does not say yet, as the other says it; a feeling and its word go together.

    Evidence comes along only where it is about the feeling that stays.
    """
    keeper, gone = journey.get(Moment, keep), journey.get(Moment, other)
    taken: dict[str, object] = {}
    for names in _PAIRS:
        if all(getattr(keeper, name) in (None, "") for name in names):
            taken |= {name: getattr(gone, name) for name in names if getattr(gone, name) not in (None, "")}
    felt_stays = gone.felt_valence is None or gone.felt_valence == taken.get("felt_valence", keeper.felt_valence)
    if felt_stays:
        taken |= _evidence(keeper, gone)
    if gone.moment_of_truth and not keeper.moment_of_truth:
        taken["moment_of_truth"] = True
    notes = _notes(keeper, gone, journey.language)
    if notes != keeper.notes:
        taken["notes"] = notes
    for name, value in taken.items():
        yield Set(table="moments", id=keep, field=name, value=value)


def _evidence(keeper: Moment | Need, gone: Moment | Need) -> dict[str, object]:
    """The stronger evidence, where the keeper is only assumed."""
    if keeper.evidence_status != EvidenceStatus.ASSUMED or keeper.evidence_by:
        return {}
    values = gone.values()
    return {name: values[name] for name in _EVIDENCE if values[name] != keeper.values()[name]}


def _notes(keeper: Moment, gone: Moment, language: str) -> str:
    """The keeper's notes with the other's words and notes below, as far as there is room."""
    said = [] if plain(gone.text) == plain(keeper.text) else [say("alike-also-said", language, text=gone.text)]
    notes = keeper.notes
    for line in (*said, gone.notes):
        longer = f"{notes}\n{line}" if notes else line
        if line and line not in notes and len(longer) <= NOTES:
            notes = longer
    return notes


def _need_evidence(journey: Journey, heirs: Mapping[str, str]) -> Iterator[Change]:
    for gone, stays in heirs.items():
        if gone in journey.tables["needs"]:
            for name, value in _evidence(journey.get(Need, stays), journey.get(Need, gone)).items():
                yield Set(table="needs", id=stays, field=name, value=value)


def _touchpoint_notes(journey: Journey, keep: str, other: str) -> Iterator[Change]:
    """Notes on a touchpoint that both have."""
    known = {medium(journey, touchpoint): touchpoint for touchpoint in reversed(journey.touchpoints_of(keep))}
    for touchpoint in journey.touchpoints_of(other):
        same = known.get(medium(journey, touchpoint))
        if same is None or not touchpoint.notes or touchpoint.notes in same.notes:
            continue
        notes = f"{same.notes} · {touchpoint.notes}" if same.notes else touchpoint.notes
        if len(notes) <= TEXT:
            yield Set(table="touchpoints", id=same.id, field="notes", value=notes)


def _votes(journey: Journey, heirs: Mapping[str, str], caps: Mapping[str, int]) -> Iterator[Change]:
    """Votes go to what stays; those a voter may not have twice go first."""
    votes = sorted((row for row in journey.tables["votes"].values() if isinstance(row, Vote)), key=lambda v: v.id)
    held = Counter((v.round, v.author, v.question, v.item) for v in votes)
    moved: list[Change] = []
    for vote in votes:
        stays = heirs.get(vote.item)
        if stays is None:
            continue
        place = (vote.round, vote.author, vote.question, stays)
        most = 1 if vote.question else caps.get(vote.round, 0)
        if most and held[place] >= most:
            yield Remove(table="votes", id=vote.id)
            continue
        held[place] += 1
        moved.append(Set(table="votes", id=vote.id, field="item", value=stays))
    yield from moved


def _verdicts(journey: Journey, heirs: Mapping[str, str]) -> Iterator[Change]:
    """A verdict on the other is one on what stays, unless its author has given one there."""
    verdicts = [row for row in journey.tables["verdicts"].values() if isinstance(row, Verdict)]
    given = {(verdict.author, verdict.item) for verdict in verdicts}
    for verdict in sorted(verdicts, key=lambda verdict: verdict.id):
        stays = heirs.get(verdict.item)
        if stays is None:
            continue
        if (verdict.author, stays) in given:
            yield Remove(table="verdicts", id=verdict.id)
        else:
            given.add((verdict.author, stays))
            yield Set(table="verdicts", id=verdict.id, field="item", value=stays)


def _credits(journey: Journey, keep: str, other: str, new_id: NewId) -> Iterator[Change]:
    """Everybody who wrote what goes away is named with what stays, once."""
    credited = {journey.get(Moment, keep).author, *(credit.person for credit in _credited(journey, keep))}
    for credit in _credited(journey, other):
        if credit.person not in credited:
            credited.add(credit.person)
            yield Move(table="credits", id=credit.id, parent=keep)
    for row in (journey.get(Moment, other), *_children(journey, other)):
        if row.author and row.author not in credited:
            credited.add(row.author)
            yield Add(table="credits", id=new_id(), parent=keep, values={"person": row.author})


def _credited(journey: Journey, moment_id: str) -> Iterator[Credit]:
    for row_id in journey.siblings("credits", moment_id):
        yield journey.get(Credit, row_id)


def _children(journey: Journey, moment_id: str) -> Iterator[Row]:
    """The rows of a moment that may stay behind: what both have is kept once."""
    yield from journey.needs_of(moment_id)
    yield from journey.touchpoints_of(moment_id)
