"""What is felt and what is promised: peak, low and end, the deepest fall, moments of truth, and the gap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from journeymap.domain.analysis.comparison.figures import Figure, MapReading, reading, weighed
from journeymap.domain.analysis.comparison.journey_routes import Route, Stop
from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.analysis.comparison.matches import Bearing, Disposition, Match
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind, Moment


@dataclass(frozen=True, slots=True)
class Truth:
    """A moment of truth, before and after: `worst` is what stays where nothing that changes bears on it."""

    match: Match
    before: float | None
    after: float | None
    worst: float | None


@dataclass(frozen=True, slots=True)
class Promise:
    """What is felt, what is aimed at already, and what the to-be promises, on the same moments; all are means."""

    felt: MapReading
    aimed: float | None
    promised: MapReading


@dataclass(frozen=True, slots=True)
class Gap:
    """How far the as-is falls short of its own targets, and how much of that the to-be addresses if all are reached.

    Points of valence, added up. `best` counts whatever bears on the emotion, `worst` only what does in substance.
    `losses` are the as-is moments that felt good and are gone.
    """

    own: MapReading
    best: float
    worst: float
    best_moments: tuple[str, ...]
    losses: tuple[str, ...]

    def share(self, part: float) -> float | None:
        """A part of the as-is's own gap: 0 to 1; None where that is not known, or there is none."""
        return part / self.own.value if self.own.value else None


@dataclass(frozen=True)
class Emotion:
    """The emotion on both maps: of an as-is what is felt, of a to-be what is aimed at."""

    of: Lineage
    matches: tuple[Match, ...]

    def before(self, moment: str) -> float | None:
        """What an as-is moment says."""
        return self._said[False][moment]

    def after(self, moment: str) -> float | None:
        """What a to-be moment says."""
        return self._said[True][moment]

    @cached_property
    def _said(self) -> tuple[Mapping[str, float | None], Mapping[str, float | None]]:
        return _all_say(self.of.as_is), _all_say(self.of.to_be)

    @cached_property
    def _match_of(self) -> Mapping[str, Match]:
        return {moment.id: match for match in self.matches for moment in match.to_be}

    @cached_property
    def _measured_anew(self) -> bool:
        return self.of.to_be.kind is MapKind.AS_IS

    def least(self, moment: str) -> float | None:
        """What a to-be moment says in the worst case: as before, unless what changes bears on it in substance.

        What is new says nothing: nobody has lived it.
        """
        match = self._match_of[moment]
        if not match.as_is:
            return None
        if match.bearing is Bearing.SURE or self._measured_anew:
            return self.after(moment)
        sources = self.of.moments[1].get(moment, ())
        return mean([self.before(source) for source in sources])

    # Peak, low, end and fall

    def story(self, route: Route) -> tuple[Figure, ...]:
        """Peak, low, end and deepest fall along a route."""
        return (
            self._extreme("peak", route, lambda said: max(said, default=None)),
            self._extreme("low", route, lambda said: min(said, default=None)),
            self._end(route),
            self._fall(route),
        )

    def _value(self, stop: Stop) -> float | None:
        return self._said[stop.to_be][stop.moment]

    @cached_property
    def _leasts(self) -> Mapping[str, float | None]:
        return {moment: self.least(moment) for moment in self._said[True]}

    def _least(self, stop: Stop) -> float | None:
        return self._leasts[stop.moment] if stop.to_be else self._said[False][stop.moment]

    def _extreme(self, name: str, route: Route, pick: Callable[[list[float]], float | None]) -> Figure:
        before, after, worst = route.stops
        least = pick([found for stop in worst if (found := self._least(stop)) is not None]) if after else None
        return Figure(name, "valence", "more", self._picked(before, pick), self._picked(after, pick), least)

    def _picked(self, stops: Sequence[Stop], pick: Callable[[list[float]], float | None]) -> MapReading:
        said = [(stop, found) for stop in stops if (found := self._value(stop)) is not None]
        chosen = pick([found for _, found in said])
        where = [stop for stop, found in said if found == chosen]
        told = reading(self.of, chosen, where, len(stops))
        return MapReading(chosen, len(said), len(stops), told.validated, told.moments)

    def _end(self, route: Route) -> Figure:
        legs = route.legs
        before = [(leg.weight_before, leg.before) for leg in legs]
        after = [(leg.weight_after, leg.after) for leg in legs]
        worst = [(leg.weight_after, leg.held) if leg.held else (leg.weight_before, leg.before) for leg in legs]
        there = any(way for _, way in after)
        least = weighed(worst, lambda way: self._least(way[-1]) if way else None)
        return Figure("end", "valence", "more", self._last(before), self._last(after), least if there else None)

    def _last(self, ways: Sequence[tuple[float, Sequence[Stop] | None]]) -> MapReading:
        """How it ends: the last moment of the way, of several ways by their weights."""
        ends = [way[-1] for _, way in ways if way]
        said = [end for end in ends if self._value(end) is not None]
        value = weighed(ways, lambda way: self._value(way[-1]) if way else None)
        return reading(self.of, value, said, len(ends))

    def _fall(self, route: Route) -> Figure:
        found = [
            max(
                (self._deepest(way, value) for leg in route.legs if (way := getattr(leg, name))),
                key=lambda one: one[0] or 0.0,
                default=(None, ()),
            )
            for name, value in (("before", self._value), ("after", self._value), ("held", self._least))
        ]
        (before, here), (after, there), (worst, _) = found
        counts = [len(way) for way in route.stops[:2]]
        return Figure(
            "fall", "valence", "less",
            self._fallen(before, here, counts[0]), self._fallen(after, there, counts[1]),
            worst if after is not None else None,
        )  # fmt: skip

    def _fallen(self, drop: float | None, between: tuple[Stop, ...], all_: int) -> MapReading:
        told = reading(self.of, drop, between, all_)
        return MapReading(drop, all_, all_, told.validated, told.moments)

    def _deepest(
        self, way: Sequence[Stop], value: Callable[[Stop], float | None]
    ) -> tuple[float | None, tuple[Stop, ...]]:
        """The deepest fall from one moment to the next: 0 where it never falls, None where no two are said."""
        lived = [stop for stop in way if not (stop.to_be and value == self._least and self._is_new(stop))]
        deepest: float | None = None
        where: tuple[Stop, ...] = ()
        for one, other in pairwise(lived):
            high, low = value(one), value(other)
            if high is None or low is None:
                continue
            fall = round(max(0.0, high - low), 6)
            if deepest is None or fall > deepest:
                deepest, where = fall, (one, other)
        return deepest, where

    def _is_new(self, stop: Stop) -> bool:
        return not self._match_of[stop.moment].as_is

    def truths(self) -> tuple[Truth, ...]:
        """Every moment of truth of either map, in the order of the matches."""
        return tuple(
            self._truth(match) for match in self.matches if any(m.moment_of_truth for m in (*match.as_is, *match.to_be))
        )

    def _truth(self, match: Match) -> Truth:
        return Truth(
            match,
            mean([self.before(m.id) for m in match.as_is]),
            mean([self.after(m.id) for m in match.to_be]),
            mean([self.least(m.id) for m in match.to_be]),
        )

    # Felt now, promised, measured after

    def felt_now(self) -> MapReading:
        """What is felt on the as-is: the mean of what is said."""
        return self._mean_of([moment.id for moment in self.of.as_is.moments], self.before, to_be=False)

    def promise(self) -> Promise:
        """Both maps moment by moment, where both say something."""
        same = [
            (moment.id, aim)
            for match in self.matches
            if (aim := mean([self.after(heir.id) for heir in match.to_be])) is not None
            for moment in match.as_is
            if self.before(moment.id) is not None
        ]
        promised = dict(same)
        ids = [moment for moment, _ in same]
        felt = self._mean_of(ids, self.before, to_be=False)
        aims = [self.of.as_is.targeted_of(self.of.as_is.get(Moment, i))[0] for i in ids]
        return Promise(felt, mean(aims), self._mean_of(ids, promised.get, to_be=False))

    def measured(self, later: Journey) -> Promise:
        """What was felt before, and in the as-is that was mapped later, on the moments that say it both times."""
        now = _all_say(later)
        both = [m.id for m in self.of.as_is.moments if m.felt_valence is not None]
        again = {i: felt for i in both if (felt := now.get(i)) is not None}
        aims = [self.of.as_is.targeted_of(self.of.as_is.get(Moment, i))[0] for i in again]
        before = self._mean_of(list(again), self.before, to_be=False)
        return Promise(before, mean(aims), self._mean_of(list(again), again.get, to_be=False))

    def _mean_of(self, ids: Sequence[str], value: Callable[[str], float | None], *, to_be: bool) -> MapReading:
        said = [(Stop(i, to_be=to_be), found) for i in ids if (found := value(i)) is not None]
        all_ = len((self.of.to_be if to_be else self.of.as_is).tables["moments"])
        return reading(self.of, mean([found for _, found in said]), [stop for stop, _ in said], all_)

    # The gap

    def gap(self) -> Gap:
        """The as-is's own gap, and what of it is addressed."""
        own: dict[str, float] = {}
        best, worst = 0.0, 0.0
        counted: list[str] = []
        losses: list[str] = []
        for match in self.matches:
            promised = mean([self.after(heir.id) for heir in match.to_be])
            gone = match.disposition is Disposition.REMOVED
            for moment in match.as_is:
                felt, aim = self.before(moment.id), self.of.as_is.targeted_of(moment)[0]
                if felt is None:
                    continue
                if gone and felt > 0:
                    losses.append(moment.id)
                if aim is not None:
                    own[moment.id] = max(0.0, aim - felt)
                closed = _closed(match, felt, promised, own.get(moment.id))
                if closed:
                    counted.append(moment.id)
                    best += closed
                    worst += closed if match.bearing is Bearing.SURE else 0.0
        said = [Stop(moment, to_be=False) for moment in own]
        whole = reading(self.of, sum(own.values()) if own else None, said, len(self.of.as_is.moments))
        return Gap(whole, best, worst, tuple(counted), tuple(losses))


def _closed(match: Match, felt: float, promised: float | None, own: float | None) -> float:
    """How much of a moment's gap is closed in the best case; what was removed takes it along once that is decided."""
    if match.decided is Disposition.REMOVED and not match.to_be:
        return own or 0.0
    if match.bearing is Bearing.NONE or promised is None:
        return 0.0
    rise = max(0.0, promised - felt)
    return rise if own is None else min(own, rise)


def _all_say(journey: Journey) -> Mapping[str, float | None]:
    """What each moment says: of an as-is what is felt, of a to-be what is aimed at."""
    if journey.kind is MapKind.TO_BE:
        return {moment.id: journey.targeted_of(moment)[0] for moment in journey.moments}
    return {moment.id: moment.felt_valence for moment in journey.moments}


def mean(numbers: Sequence[float | None]) -> float | None:
    """The mean of what is known; None where nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known) / len(known) if known else None
