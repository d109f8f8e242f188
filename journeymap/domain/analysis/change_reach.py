"""What a change of the map hits, before one makes it: stories, the teams behind them, and what is said there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Communication, PathStep, Row
from journeymap.domain.text.normalize import plain


@dataclass(frozen=True, slots=True)
class ChangeReach:
    """The stories (by their moments), teams and communications that a change hits, each in the order of the map."""

    moments: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    communications: tuple[str, ...] = ()


def reach_of(journey: Journey, row_id: str) -> ChangeReach:
    """What a change of this row hits: of a moment, a channel, a need or any other row of the map.

    Needs of the same words are one; a channel hits what happens and what is said in it, an episode all that is said
    there. A row that is not there hits nothing.
    """
    table = journey.table_of(row_id)
    row = journey.find(table, row_id) if table else None
    if row is None:
        return ChangeReach()
    found = _MOMENTS.get(row.table, _of_parent)(journey, row)
    return _reach(journey, found, {row.id})


def reach_of_as_is(journey: Journey, as_is_moment: str) -> ChangeReach:
    """What a change of a moment of today hits in this to-be: whatever lives on from it."""
    return _reach(journey, (m.id for m in journey.moments if as_is_moment in journey.origins_of(m.id)), set())


def _reach(journey: Journey, moments: Iterable[str], said: set[str]) -> ChangeReach:
    wanted = set(moments)
    hit = [moment for moment in journey.moments if moment.id in wanted]
    teams = dict.fromkeys(step.team for moment in hit for step in journey.backstage_of(moment.id) if step.team)
    used: dict[str, set[str]] = {}
    for moment in hit:
        places = used.setdefault(moment.parent or "", set())
        places.update(touchpoint.channel for touchpoint in journey.touchpoints_of(moment.id))
    messages = (
        message.id
        for episode in journey.episodes
        for message in journey.communications_of(episode.id)
        if said & {message.id, message.channel, episode.id} or message.channel in used.get(episode.id, ())
    )
    return ChangeReach(tuple(moment.id for moment in hit), tuple(teams), tuple(messages))


def _of_parent(journey: Journey, row: Row) -> Iterable[str]:
    """What belongs to a moment is hit with it."""
    return (row.parent,) if row.parent and row.parent in journey.tables["moments"] else ()


def _of_channel(journey: Journey, row: Row) -> Iterable[str]:
    touched = (touchpoint for moment in journey.moments for touchpoint in journey.touchpoints_of(moment.id))
    return [touchpoint.parent or "" for touchpoint in touched if touchpoint.channel == row.id]


def _of_need(journey: Journey, row: Row) -> Iterable[str]:
    said = plain(row.called)
    return [need.parent or "" for need in journey.tables["needs"].values() if plain(need.called) == said]


def _of_episode(journey: Journey, row: Row) -> Iterable[str]:
    return [moment.id for moment in journey.moments_of(row.id)]


def _of_message(journey: Journey, row: Row) -> Iterable[str]:
    channel = row.channel if isinstance(row, Communication) else None
    moments = journey.moments_of(row.parent or "")
    return [m.id for m in moments if channel in {t.channel for t in journey.touchpoints_of(m.id)}]


def _of_path(journey: Journey, row: Row) -> Iterable[str]:
    return [step.moment for step in journey.steps_of(row.id)]


def _of_step(_: Journey, row: Row) -> Iterable[str]:
    return (row.moment,) if isinstance(row, PathStep) else ()


def _all(journey: Journey, _: Row) -> Iterable[str]:
    return [moment.id for moment in journey.moments]


_MOMENTS: Mapping[str, Callable[[Journey, Row], Iterable[str]]] = {
    "maps": _all,
    "personas": _all,
    "channels": _of_channel,
    "episodes": _of_episode,
    "moments": lambda _, row: (row.id,),
    "needs": _of_need,
    "communications": _of_message,
    "paths": _of_path,
    "path_steps": _of_step,
}
"""Which moments a change of a row of each table hits; of any other table, the moment it belongs to."""
