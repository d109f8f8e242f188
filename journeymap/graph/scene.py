"""What a view is drawn from: the map, the language, the ground, and what of it is to be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, MapKind, Moment, Path, PathStep
from journeymap.domain.text.catalogue import Value, say
from journeymap.graph.palette import LIGHT, Ground
from journeymap.graph.text_layout import isolated

Place = tuple[float, float]
Places = Mapping[str, Place]
"""Where people have put nodes, by the nodes' ids."""


@dataclass(frozen=True, slots=True)
class ShownParts:
    """What of a map is shown; None leaves all of it in. Ids, and names of teams; `feeling` is lowest and highest.

    A moment is shown where all that is asked of it holds: one of the channels, one of the paths, and so on. Where a
    feeling is asked for, moments of which nobody has said it are left out.
    """

    episodes: frozenset[str] | None = None
    channels: frozenset[str] | None = None
    paths: frozenset[str] | None = None
    teams: frozenset[str] | None = None
    feeling: tuple[float, float] | None = None

    def path(self, path_id: str) -> bool:
        """Whether this path is shown."""
        return self.paths is None or path_id in self.paths


ALL = ShownParts()


@dataclass(frozen=True, slots=True)
class Leg:
    """From one step of a path to the next; `number` counts from one."""

    path: Path
    number: int
    start: PathStep
    end: PathStep


@dataclass(frozen=True, slots=True)
class Scene:
    """One map, about to be drawn. `as_is` is what a to-be was made from, where it is known."""

    journey: Journey
    language: str
    ground: Ground = LIGHT
    shown: ShownParts = ALL
    places: Places = field(default_factory=dict)
    as_is: Journey | None = None

    def say(self, key: str, **values: Value) -> str:
        """A text of the graph's catalogue, with people's own words in it."""
        return said(key, self.language, **values)

    def episode_number(self) -> dict[str, int]:
        """The number of each episode, from nought."""
        return {episode.id: n for n, episode in enumerate(self.journey.episodes)}


def said(key: str, language: str, **values: Value) -> str:
    """A text of the graph's catalogue; texts that are filled in are other people's, and run as they run."""
    told = {name: isolated(value) if isinstance(value, str) else value for name, value in values.items()}
    return say(f"graph-{key}", language, **told)


def led(one: str, other: str) -> str:
    """“one → other”, in this order whichever way the texts are written."""
    return f"{isolated(one)} → {isolated(other)}"


def feels(journey: Journey, moment: Moment) -> float | None:
    """What a moment's height says: felt on an as-is, aimed for on a to-be, which nobody has lived yet."""
    return moment.felt_valence if journey.kind is MapKind.AS_IS else journey.targeted_of(moment)[0]


def feels_word(journey: Journey, moment: Moment) -> str:
    """The word for it, where somebody wrote one."""
    return moment.felt_label if journey.kind is MapKind.AS_IS else journey.targeted_of(moment)[1]


def legs(journey: Journey, shown: ShownParts = ALL) -> Iterator[Leg]:
    """Every leg of every path that is shown, in order."""
    for path in journey.paths:
        if shown.path(path.id):
            for number, (one, other) in enumerate(pairwise(journey.steps_of(path.id)), 1):
                yield Leg(path, number, one, other)


def passing(journey: Journey) -> dict[str, tuple[Path, ...]]:
    """The paths through each moment that has any, each path once."""
    found: dict[str, dict[str, Path]] = {}
    for path in journey.paths:
        for step in journey.steps_of(path.id):
            found.setdefault(step.moment, {})[path.id] = path
    return {moment: tuple(paths.values()) for moment, paths in found.items()}


def teams_of(journey: Journey, moment_id: str) -> tuple[str, ...]:
    """The teams behind a moment, each once, as it is written there."""
    return tuple(dict.fromkeys(step.team for step in journey.backstage_of(moment_id) if step.team))


def systems_of(journey: Journey, moment_id: str) -> tuple[str, ...]:
    """The systems behind a moment, each once, as it is written there."""
    return tuple(dict.fromkeys(step.system for step in journey.backstage_of(moment_id) if step.system))


def kept(journey: Journey, shown: ShownParts) -> frozenset[str]:
    """The ids of the moments that are shown."""
    if shown == ALL:
        return frozenset(journey.tables["moments"])
    ways = passing(journey) if shown.paths is not None else {}
    teams = None if shown.teams is None else {same(team) for team in shown.teams}
    return frozenset(m.id for m in journey.moments if _passes(journey, m, shown, ways, teams))


def _passes(
    journey: Journey, moment: Moment, shown: ShownParts, ways: Mapping[str, tuple[Path, ...]], teams: set[str] | None
) -> bool:
    if shown.episodes is not None and moment.parent not in shown.episodes:
        return False
    if shown.channels is not None and shown.channels.isdisjoint(t.channel for t in journey.touchpoints_of(moment.id)):
        return False
    if shown.paths is not None and shown.paths.isdisjoint(path.id for path in ways.get(moment.id, ())):
        return False
    if teams is not None and teams.isdisjoint(same(team) for team in teams_of(journey, moment.id)):
        return False
    if shown.feeling is not None:
        feeling = feels(journey, moment)
        return feeling is not None and shown.feeling[0] <= feeling <= shown.feeling[1]
    return True


def walk(journey: Journey) -> dict[str, int]:
    """The order of walking through the moments: along the paths, then the moments on no path."""
    along = (step.moment for path in journey.paths for step in journey.steps_of(path.id))
    ids = dict.fromkeys((*along, *(moment.id for moment in journey.moments)))
    return {moment: n for n, moment in enumerate(ids)}


def episode_of(journey: Journey, moment: Moment) -> Episode:
    """The episode a moment stands in."""
    return journey.get(Episode, moment.parent or "")


def same(text: str) -> str:
    """What two texts have in common that mean the same: without regard to case and spaces."""
    return " ".join(text.split()).casefold()
