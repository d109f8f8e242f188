"""Two rows into one, as changes that are accepted together: moments of a to-be, and channels named twice."""

from collections.abc import Callable, Collection, Iterator

from journeymap.domain.changes import Add, Change, Move, Remove, Set
from journeymap.domain.journey import Journey
from journeymap.domain.likening import plain
from journeymap.domain.rows import Channel, Moment, PathStep, Touchpoint


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


def same_channels(journey: Journey, shown: Collection[str]) -> dict[str, str]:
    """Which of these hidden channels are another one by the same name, and which it is.

    People who write alone name one channel several times. The one that stays is one that everybody
    sees, else the first of those that are about to be `shown`.
    """
    if not shown:
        return {}
    seen = [channel for channel in journey.channels if not channel.private]
    stays: dict[str, str] = {}
    for channel in (*seen, *(channel for channel in journey.channels if channel.id in shown)):
        stays.setdefault(plain(channel.name), channel.id)
    named = ((channel, stays[plain(channel.name)]) for channel in journey.channels if channel.id in shown)
    return {channel.id: into for channel, into in named if channel.id != into}


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
