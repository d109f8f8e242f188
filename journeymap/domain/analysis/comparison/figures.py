"""What a way through the moments comes to on both maps: time, moments, channels, switches, effort."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from journeymap.domain.analysis.comparison.journey_routes import PathPair, Route, Stop, switches
from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment

Better = Literal["less", "more", "neither"]


@dataclass(frozen=True, slots=True)
class MapReading:
    """What one map says: a number, of how many moments it is said, how many of these customers validated, and which.

    `value` is None where nothing is said; where it is said of fewer than all (`said` of `of`), a sum is a least.
    """

    value: float | None
    said: int
    of: int
    validated: int
    moments: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether it is said of all there is."""
        return self.said == self.of


NOTHING = MapReading(None, 0, 0, 0, ())


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure on both maps.

    `after` is the best case: every removal is meant, every target reached. `worst` is what is left where nobody has
    decided on a removal, and what only has another name or is not said any more counts as it was. Units: minutes,
    pieces, or points of valence and effort, as `unit` says.
    """

    name: str
    unit: Literal["minutes", "pieces", "valence", "score"]
    better: Better
    before: MapReading
    after: MapReading
    worst: float | None

    @property
    def gain(self) -> float:
        """By how much it is better even in the worst case: 0 where that is not known, below 0 where it is worse."""
        return self._gain(self.worst)

    @property
    def best_gain(self) -> float:
        """By how much it is better in the best case."""
        return self._gain(self.after.value)

    def _gain(self, after: float | None) -> float:
        if self.before.value is None or after is None or self.better == "neither":
            return 0.0
        found = after - self.before.value if self.better == "more" else self.before.value - after
        return found if self.before.complete and self.after.complete else min(found, 0.0)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is counted at each moment, and how it is put together."""

    name: str
    unit: Literal["minutes", "pieces", "score"]
    better: Better
    of: Callable[[Journey, Moment], float | None] = lambda *_: None
    mean: bool = False


def _active(_: Journey, moment: Moment) -> float | None:
    whole, waiting = moment.minutes, moment.waiting_minutes
    return None if whole is None or waiting is None or waiting > whole else whole - waiting


_PER_MOMENT = (
    _Measure("elapsed", "minutes", "less", lambda _, moment: moment.minutes),
    _Measure("waiting", "minutes", "less", lambda _, moment: moment.waiting_minutes),
    _Measure("active", "minutes", "less", _active),
    _Measure("effort", "score", "less", lambda _, moment: moment.effort, mean=True),
    _Measure("moments", "pieces", "neither", lambda *_: 1),
    _Measure("touchpoints", "pieces", "neither", lambda of, moment: len(of.siblings("touchpoints", moment.id))),
)
_CHANNELS = _Measure("channels", "pieces", "neither")
_SWITCHES = _Measure("switches", "pieces", "less")
NAMES = (*(measure.name for measure in _PER_MOMENT), "channels", "switches")
"""The figures of a way, in the order in which they are shown."""


@dataclass(frozen=True)
class WayFigures:
    """The figures of both maps along a route."""

    of: Lineage
    route: Route

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """Every one of them, in the order of `NAMES`."""
        return (*map(self._counted, _PER_MOMENT), self._channels(), self._switches())

    def _counted(self, measure: _Measure) -> Figure:
        join = _mean if measure.mean else _sum
        said = tuple(self._values(measure, side) for side in (self.of.as_is, self.of.to_be))
        came = self.of.moments[1]

        def numbers(way: Sequence[Stop]) -> list[float | None]:
            return [said[to_be][moment] for moment, to_be in way]

        def sceptical(stop: Stop) -> float | None:
            """What was said; where the to-be says nothing, or no more than one of those merged, what the as-is says."""
            mine = said[stop.to_be][stop.moment]
            if not stop.to_be or (mine is not None and measure.unit != "minutes"):
                return mine
            sources = came.get(stop.moment, ())
            if mine is not None and len(sources) < 2:
                return mine
            before = [said[False][source] for source in sources]
            return mine if not before or (mine is not None and mine not in before) else join(before)

        return self._figure(
            measure,
            lambda stop: said[stop.to_be][stop.moment],
            lambda found: join(numbers(found)),
            lambda found: join([*map(sceptical, found)]),
        )

    @staticmethod
    def _values(measure: _Measure, side: Journey) -> Mapping[str, float | None]:
        """What each moment of a map says."""
        return {i: measure.of(side, row) for i, row in side.tables["moments"].items()}  # type: ignore[arg-type]

    def _figure(
        self, measure: _Measure, value: Callable[[Stop], float | None],
        join: Callable[[Sequence[Stop]], float | None], worst: Callable[[Sequence[Stop]], float | None],
    ) -> Figure:  # fmt: skip
        legs = self.route.legs
        before = weighed([(leg.weight_before, leg.before) for leg in legs], join)
        after = weighed([(leg.weight_after, leg.after) for leg in legs], join)
        least = weighed([_held(leg) for leg in legs], worst)
        return Figure(
            measure.name, measure.unit, measure.better,
            self._reading(before, self.route.stops[0], value),
            self._reading(after, self.route.stops[1], value),
            least if after is not None else None,
        )  # fmt: skip

    def _reading(
        self, number: float | None, stops: Sequence[Stop], value: Callable[[Stop], float | None]
    ) -> MapReading:
        said = [stop for stop in stops if value(stop) is not None]
        return reading(self.of, number if said else None, said, len(stops))

    def _channels(self) -> Figure:
        used = self._used
        return self._figure(
            _CHANNELS,
            lambda stop: len(used(stop)) or None,
            lambda found: len(set().union(*map(used, found))),
            lambda found: len(set().union(*map(self._still_used, found))),
        )

    def _switches(self) -> Figure:
        used = self._used
        return self._figure(
            _SWITCHES,
            lambda stop: len(used(stop)) or None,
            lambda found: switches([*map(used, found)]),
            lambda found: switches([*map(self._still_used, found)]),
        )

    def _used(self, stop: Stop) -> Sequence[str]:
        return self.of.channels_used[stop.to_be].get(stop.moment, ())

    def _still_used(self, stop: Stop) -> Sequence[str]:
        """The channels of a stop; those of the as-is where the to-be has left all of them out."""
        found = self._used(stop)
        if found or not stop.to_be:
            return found
        came = self.of.moments[1].get(stop.moment, ())
        return [channel for source in came for channel in self.of.channels_used[False].get(source, ())]


def reading(of: Lineage, number: float | None, said: Sequence[Stop], all_: int) -> MapReading:
    """What one map says by these stops."""
    known = of.validated
    validated = sum([moment in known[to_be] for moment, to_be in said]) if any(known) else 0
    return MapReading(number, len(said), all_, validated, tuple([moment for moment, _ in said]))


def _held(leg: PathPair) -> tuple[float, Sequence[Stop] | None]:
    """A to-be path with what went undecided; a path that went as a whole stays what it was."""
    return (leg.weight_before, leg.before) if leg.held is None else (leg.weight_after, leg.held)


def weighed(
    ways: Sequence[tuple[float, Sequence[Stop] | None]], join: Callable[[Sequence[Stop]], float | None]
) -> float | None:
    """One way's number as it is; the mean of several by their weights."""
    there = [(weight, way) for weight, way in ways if way is not None]
    if len(ways) == 1:
        return join(there[0][1]) if there else None
    found = [(weight, join(way)) for weight, way in there if weight]
    known = [(weight, number) for weight, number in found if number is not None]
    whole = sum(weight for weight, _ in known)
    return sum(weight * number for weight, number in known) / whole if whole else None


def _sum(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _mean(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) / len(known) if known else None
