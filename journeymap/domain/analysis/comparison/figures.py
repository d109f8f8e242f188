"""What a way through the moments comes to on both maps: time, moments, channels, switches, effort."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from journeymap.domain.analysis.comparison.journey_routes import PathPair, Route, switches
from journeymap.domain.analysis.comparison.lineage import Lineage, Stop
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment

T = TypeVar("T")

Better = Literal["less", "more", "neither"]
_Values = Mapping[str, float | None]
_JoinIds = Callable[[Sequence[str]], float | None]


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
        before, after = (self._values(measure, side) for side in (self.of.as_is, self.of.to_be))
        least = {**after, **self._sceptical(measure, before, after, join)}
        return self._figure(
            measure,
            (before, after),
            lambda ids: join([before[i] for i in ids]),
            lambda ids: join([after[i] for i in ids]),
            lambda way: join([least[i] if to_be else before[i] for i, to_be in way]),
        )

    def _sceptical(
        self, measure: _Measure, before: _Values, after: _Values, join: Callable[[Sequence[float | None]], float | None]
    ) -> dict[str, float | None]:
        """What counts in the worst case where that is not what the to-be says: by the ids of its moments.

        Where it says nothing, or no more than one of those merged, it is what the as-is says.
        """
        found: dict[str, float | None] = {}
        minutes, merged = measure.unit == "minutes", self._merged
        came = self.of.moments[1]
        for moment, mine in after.items():
            if mine is not None and not (minutes and moment in merged):
                continue
            then = [before[source] for source in came.get(moment, ())]
            if then and (mine is None or mine in then):
                found[moment] = join(then)
        return found

    @cached_property
    def _merged(self) -> frozenset[str]:
        return frozenset([moment for moment, sources in self.of.moments[1].items() if len(sources) > 1])

    @staticmethod
    def _values(measure: _Measure, side: Journey) -> _Values:
        """What each moment of a map says."""
        of = measure.of
        return {i: of(side, row) for i, row in side.tables["moments"].items()}  # type: ignore[arg-type]

    def _figure(
        self, measure: _Measure, values: tuple[_Values, _Values], as_was: _JoinIds, as_is_now: _JoinIds,
        worst: Callable[[Sequence[Stop]], float | None],
    ) -> Figure:  # fmt: skip
        """One figure: its values moment by moment, and how those of a way are joined before, after and at worst."""
        ways = self.route.ways
        before = weighed([(leg.weight_before, ids) for leg, (ids, _) in ways], as_was)
        after = weighed([(leg.weight_after, ids) for leg, (_, ids) in ways], as_is_now)
        least = weighed([_held(leg) for leg in self.route.legs], worst) if after is not None else None
        return Figure(
            measure.name, measure.unit, measure.better,
            self._reading(before, values, to_be=False), self._reading(after, values, to_be=True), least,
        )  # fmt: skip

    def _reading(self, number: float | None, values: tuple[_Values, _Values], *, to_be: bool) -> MapReading:
        ids, said = self.route.ids[to_be], values[to_be]
        known = [i for i in ids if said[i] is not None]
        return reading(self.of, number if known else None, known, len(ids), to_be=to_be)

    def _channels(self) -> Figure:
        return self._of_channels(_CHANNELS, lambda used: len(set().union(*used)))

    def _switches(self) -> Figure:
        return self._of_channels(_SWITCHES, switches)

    def _of_channels(self, measure: _Measure, count: Callable[[Sequence[Sequence[str]]], int]) -> Figure:
        before, after = self.of.channels_used
        least = self._still_used
        return self._figure(
            measure,
            self._how_many,
            lambda ids: count([before.get(i, ()) for i in ids]),
            lambda ids: count([after.get(i, ()) for i in ids]),
            lambda way: count([least.get(i, ()) if to_be else before.get(i, ()) for i, to_be in way]),
        )

    @cached_property
    def _how_many(self) -> tuple[_Values, _Values]:
        """How many channels each moment of both maps has; None where it has none."""
        sides = zip((self.of.as_is, self.of.to_be), self.of.channels_used, strict=True)
        before, after = ({i: len(used.get(i, ())) or None for i in side.tables["moments"]} for side, used in sides)
        return before, after

    @cached_property
    def _still_used(self) -> Mapping[str, Sequence[str]]:
        """The channels of to-be moments; those of the as-is where the to-be has left all of them out."""
        before, after = self.of.channels_used
        found: dict[str, Sequence[str]] = dict(after)
        for moment, sources in self.of.moments[1].items():
            if not after.get(moment):
                found[moment] = [channel for source in sources for channel in before.get(source, ())]
        return found


def reading(of: Lineage, number: float | None, said: Sequence[str], all_: int, *, to_be: bool) -> MapReading:
    """What one map says by these moments."""
    known = of.validated[to_be]
    validated = sum([moment in known for moment in said]) if known else 0
    return MapReading(number, len(said), all_, validated, tuple(said))


def _held(leg: PathPair) -> tuple[float, Sequence[Stop] | None]:
    """A to-be path with what went undecided; a path that went as a whole stays what it was."""
    return (leg.weight_before, leg.before) if leg.held is None else (leg.weight_after, leg.held)


def weighed(
    ways: Sequence[tuple[float, Sequence[T] | None]], join: Callable[[Sequence[T]], float | None]
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
