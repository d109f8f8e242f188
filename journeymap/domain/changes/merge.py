"""Two rows into one, as changes that are accepted together: moments, episodes, and channels named twice."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.taken_over import taken_over
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.rows import (
    CHILD_TABLES,
    Channel,
    Credit,
    Moment,
    PathStep,
    Row,
    Story,
    Touchpoint,
    Verdict,
    Vote,
)
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.normalize import plain

NewId = Callable[[], str]


def merge_moments(journey: Journey, into: str, other: str, new_id: NewId) -> list[Change]:
    """Take one moment into another: origins, touchpoints and all that belongs to it move; then it is removed.

    What both have (a channel of one name, a need in the same words, an origin, a step of one path) stays once, and
    takes over what only the other says. Errors: KeyError where one of them is not on the map.
    """
    if into == other:
        return []
    values = _values(journey, "moments", {other: into})
    return [*values, *_below(journey, into, other), *_parted(journey, into, other, new_id)]


def merge_channels(journey: Journey, into: str, other: str) -> list[Change]:
    """Use one channel wherever the other was used, then remove the other; what only that says is taken over."""
    if into == other:
        return []
    journey.get(Channel, into)
    rows = [row for table in ("touchpoints", "communications", "stories") for row in journey.tables[table].values()]
    used = {row.parent: row.id for row in rows if row.table == "touchpoints" and getattr(row, "channel", "") == into}
    turned = [row for row in rows if getattr(row, "channel", "") == other]
    heirs = {row.id: used[row.parent] for row in turned if row.table == "touchpoints" and row.parent in used}
    return [
        *_values(journey, "channels", {other: into}),
        *_values(journey, "touchpoints", heirs),
        *(
            Remove(table=row.table, id=row.id)
            if row.id in heirs
            else Set(table=row.table, id=row.id, field="channel", value=into)
            for row in turned
        ),
        Remove(table="channels", id=other),
    ]


def merge_episodes(journey: Journey, keep: str, others: Sequence[str]) -> list[Change]:
    """Take these episodes into the one that stays: their moments and communications follow its own, in their order.

    What it does not say is taken from them. Errors: KeyError where one of them is not on the map.
    """
    changes: list[Change] = []
    for other in dict.fromkeys(one for one in others if one != keep):
        step = [
            *_values(journey, "episodes", {other: keep}),
            *(
                Move(table=table, id=row, parent=keep)
                for table in CHILD_TABLES["episodes"]
                for row in journey.siblings(table, other)
            ),
            *(
                Set(table="stories", id=row.id, field="episode", value=keep)
                for row in journey.tables["stories"].values()
                if isinstance(row, Story) and row.episode == other
            ),
            Remove(table="episodes", id=other),
        ]
        journey, _ = perform(journey, step)
        changes.extend(step)
    return changes


def medium(journey: Journey, touchpoint: Touchpoint) -> str:
    """The normalised name of a touchpoint's channel; channels with the same name count as one."""
    return plain(journey.get(Channel, touchpoint.channel).name)


def _parted(journey: Journey, into: str, other: str, new_id: NewId) -> Iterator[Change]:
    """The rows of the other under the one that stays, and the other gone."""
    yield from _origins(journey, into, other, new_id)
    yield from _moved(journey, into, other)
    yield from _steps(journey, into, other)
    yield from _stories(journey, into, other)
    yield Remove(table="moments", id=other)


def _values(journey: Journey, table: str, heirs: Mapping[str, str], notes: Sequence[str] = ()) -> Iterator[Change]:
    """What these rows of a table take over from those they stand for: its id by the other's.

    `said` is kept in the notes besides.
    """
    now: dict[str, Row] = {}
    for other, stays in heirs.items():
        row = now.get(stays) or journey.tables[table][stays]
        values = taken_over(row, journey.tables[table][other], journey.language, notes)
        now[stays] = row.with_values(**values)
        for name, value in values.items():
            yield Set(table=table, id=stays, field=name, value=value)


def _below(journey: Journey, into: str, other: str) -> Iterator[Change]:
    """What the rows that both have take over: needs in the same words, touchpoints of one channel."""
    yield from _values(journey, "needs", _same_needs(journey, into, other))
    yield from _values(journey, "touchpoints", _same_touchpoints(journey, into, other))


def _origins(journey: Journey, into: str, other: str, new_id: NewId) -> Iterator[Change]:
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


def _stories(journey: Journey, into: str, other: str) -> Iterator[Change]:
    """What was decided about the stories of the other is about the one that stays.

    Where both were decided about, the other's is combined into the keeper's: what people wrote in either is kept.
    """
    rows = [row for row in journey.tables["stories"].values() if isinstance(row, Story)]
    keeper = next((row.id for row in rows if row.moment == into and not row.part), "")
    needs = _same_needs(journey, into, other)
    for row in rows:
        now: dict[str, str] = {}
        if row.moment == other:
            now["moment"] = into
            if keeper and not row.part:
                now |= {"part": "hand", "into": row.into or keeper}
        if row.need in needs:
            now["need"] = needs[row.need]
        if row.stands_after == other:
            now["stands_after"] = into
        yield from (Set(table="stories", id=row.id, field=name, value=value) for name, value in now.items())


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
    keeper, gone = journey.get(Moment, keep), journey.get(Moment, other)
    alike = plain(gone.text) == plain(keeper.text)
    notes = () if alike else (say("alike-also-said", journey.language, text=gone.text),)
    yield from _values(journey, "moments", {other: keep}, notes)
    yield from _below(journey, keep, other)
    yield from _votes(journey, heirs, caps)
    yield from _verdicts(journey, heirs)
    yield from _credits(journey, keep, other, new_id)
    yield from _parted(journey, keep, other, new_id)


def _same_needs(journey: Journey, keep: str, other: str) -> dict[str, str]:
    """The other's needs that the keeper has in the same words, and which those are."""
    known = {need.text.casefold(): need.id for need in journey.needs_of(keep)}
    return {need.id: known[need.text.casefold()] for need in journey.needs_of(other) if need.text.casefold() in known}


def _same_touchpoints(journey: Journey, keep: str, other: str) -> dict[str, str]:
    """The other's touchpoints in a channel of the keeper's, and which those are."""
    known = {medium(journey, touchpoint): touchpoint.id for touchpoint in reversed(journey.touchpoints_of(keep))}
    there = ((touchpoint.id, known.get(medium(journey, touchpoint))) for touchpoint in journey.touchpoints_of(other))
    return {touchpoint: same for touchpoint, same in there if same is not None}


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
