"""How much is on one map, and what it says on the whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.domain.analysis.comparison.journey_routes import switches
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import PathKind


@dataclass(frozen=True, slots=True)
class MapCounts:
    """One map in numbers. `switches` are those of its first happy path, of its first path, or else of its moments.

    Units: valence -2 to +2, None where nothing is said.
    """

    episodes: int
    moments: int
    touchpoints: int
    channels: int
    switches: int
    felt: float | None
    targeted: float | None
    needs: int


def map_counts(journey: Journey) -> MapCounts:
    """The numbers of one map."""
    moments = journey.moments
    rows, order = journey.tables["touchpoints"], journey.order["touchpoints"]
    used = {m.id: [rows[i].channel for i in order.get(m.id, ())] for m in moments}  # type: ignore[attr-defined]
    return MapCounts(
        episodes=journey.count("episodes"),
        moments=len(moments),
        touchpoints=journey.count("touchpoints"),
        channels=len({channel for channels in used.values() for channel in channels}),
        switches=switches(used[moment] for moment in _way(journey)),
        felt=_mean(m.felt_valence for m in moments),
        targeted=_mean(journey.targeted_of(m)[0] for m in moments),
        needs=journey.count("needs"),
    )


def _way(journey: Journey) -> Iterable[str]:
    """The moments that somebody lives through in one go."""
    ways = [(path.kind is not PathKind.HAPPY, journey.steps_of(path.id)) for path in journey.paths]
    found = sorted((way for way in ways if way[1]), key=lambda way: way[0])
    return [step.moment for step in found[0][1]] if found else [moment.id for moment in journey.moments]


def _mean(numbers: Iterable[float | None]) -> float | None:
    rated = [n for n in numbers if n is not None]
    return sum(rated) / len(rated) if rated else None
