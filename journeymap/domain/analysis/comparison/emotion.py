"""What is felt and what is promised: peak, low and end, the deepest fall, moments of truth, and the gap."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from journeymap.domain.analysis.comparison.figures import Figure, MapReading, reading, weighed
from journeymap.domain.analysis.comparison.journey_routes import Route
from journeymap.domain.analysis.comparison.lineage import Lineage, Stop
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
    """What is felt, what is aimed at already, and what the to-be promises, on the same moments; all are means.

    `worst` is the mean over all that is felt: it stays as it was, unless what changes bears on it in substance. So
    leaving something out lifts nothing.
    """

    felt: MapReading
    aimed: float | None
    promised: MapReading
    worst: float | None = None


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

    def _counts(self, match: Match) -> bool:
        """Whether what the to-be says of a match counts in the worst case, too."""
        return match.bearing is Bearing.SURE or self._measured_anew

    def least(self, moment: str) -> float | None:
        """What a to-be moment says in the worst case: as before, unless what changes bears on it in substance.

        What is new says nothing: nobody has lived it.
        """
        match = self._match_of[moment]
        if not match.as_is:
            return None
        if self._counts(match):
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

    @cached_property
    def _leasts(self) -> Mapping[str, float | None]:
        return {moment: self.least(moment) for moment in self._said[True]}

    def _at_worst(self, way: Sequence[Stop]) -> list[float | None]:
        """What each stop of a way says in the worst case."""
        before, least = self._said[False], self._leasts
        return [least[moment] if to_be else before[moment] for moment, to_be in way]

    def _extreme(self, name: str, route: Route, pick: Callable[[list[float]], float | None]) -> Figure:
        before, after = (self._picked(route.ids[to_be], pick, to_be=to_be) for to_be in (False, True))
        worst = self._at_worst(route.worst) if route.ids[True] else []
        least = pick([found for found in worst if found is not None]) if route.ids[True] else None
        return Figure(name, "valence", "more", before, after, least)

    def _picked(
        self, moments: Sequence[str], pick: Callable[[list[float]], float | None], *, to_be: bool
    ) -> MapReading:
        values = self._said[to_be]
        said = [found for i in moments if (found := values[i]) is not None]
        chosen = pick(said)
        where = [] if chosen is None else [i for i in moments if values[i] == chosen]
        told = reading(self.of, chosen, where, len(moments), to_be=to_be)
        return MapReading(chosen, len(said), len(moments), told.validated, told.moments)

    def _end(self, route: Route) -> Figure:
        legs = route.legs
        before = [(leg.weight_before, leg.before) for leg in legs]
        after = [(leg.weight_after, leg.after) for leg in legs]
        worst = [(leg.weight_after, leg.held) if leg.held else (leg.weight_before, leg.before) for leg in legs]
        there = any(way for _, way in after)
        least = weighed(worst, lambda way: self._at_worst(way[-1:])[0] if way else None)
        return Figure(
            "end", "valence", "more",
            self._last(before, to_be=False), self._last(after, to_be=True), least if there else None,
        )  # fmt: skip

    def _last(self, ways: Sequence[tuple[float, Sequence[Stop] | None]], *, to_be: bool) -> MapReading:
        """How it ends: the last moment of the way, of several ways by their weights."""
        values = self._said[to_be]
        ends = [way[-1].moment for _, way in ways if way]
        said = [end for end in ends if values[end] is not None]
        value = weighed(ways, lambda way: values[way[-1].moment] if way else None)
        return reading(self.of, value, said, len(ends), to_be=to_be)

    def _fall(self, route: Route) -> Figure:
        before, after = (
            _deepest_of([(ids, self._values(ids, to_be=to_be)) for _, both in route.ways if (ids := both[to_be])])
            for to_be in (False, True)
        )
        lived = [self._lived(way) for leg in route.legs if (way := leg.held)]
        worst, _ = _deepest_of([([moment for moment, _ in way], self._at_worst(way)) for way in lived])
        counts = [len(ids) for ids in route.ids]
        return Figure(
            "fall", "valence", "less",
            self._fallen(*before, counts[0], to_be=False), self._fallen(*after, counts[1], to_be=True),
            worst if after[0] is not None else None,
        )  # fmt: skip

    def _values(self, ids: Sequence[str], *, to_be: bool) -> list[float | None]:
        values = self._said[to_be]
        return [values[i] for i in ids]

    def _fallen(self, drop: float | None, between: Sequence[str], all_: int, *, to_be: bool) -> MapReading:
        told = reading(self.of, drop, between, all_, to_be=to_be)
        return MapReading(drop, all_, all_, told.validated, told.moments)

    def _lived(self, way: Sequence[Stop]) -> Sequence[Stop]:
        """The way without what is new in the to-be: nobody has lived it."""
        known = self.of.moments[1]
        return [stop for stop in way if not stop.to_be or stop.moment in known]

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
        return self._mean_of([moment.id for moment in self.of.as_is.moments], self.before)

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
        felt = self._mean_of(ids, self.before)
        aims = [self.of.as_is.targeted_of(self.of.as_is.get(Moment, i))[0] for i in ids]
        worst = mean([self._stays(match, m.id) for match in self.matches for m in match.as_is]) if same else None
        return Promise(felt, mean(aims), self._mean_of(ids, promised.get), worst)

    def _stays(self, match: Match, moment: str) -> float | None:
        """What an as-is moment that is felt comes to in the worst case."""
        felt = self.before(moment)
        if felt is None or not self._counts(match):
            return felt
        told = mean([self.after(heir.id) for heir in match.to_be])
        return felt if told is None else told

    def measured(self, later: Journey) -> Promise:
        """What was felt before, and in the as-is that was mapped later, on the moments that say it both times."""
        now = _all_say(later)
        both = [m.id for m in self.of.as_is.moments if m.felt_valence is not None]
        again = {i: felt for i in both if (felt := now.get(i)) is not None}
        aims = [self.of.as_is.targeted_of(self.of.as_is.get(Moment, i))[0] for i in again]
        before = self._mean_of(list(again), self.before)
        return Promise(before, mean(aims), self._mean_of(list(again), again.get))

    def _mean_of(self, ids: Sequence[str], value: Callable[[str], float | None]) -> MapReading:
        """The mean of what is said of these moments of the as-is."""
        said = [(i, found) for i in ids if (found := value(i)) is not None]
        all_ = len(self.of.as_is.tables["moments"])
        told = mean([found for _, found in said])
        return reading(self.of, told, [i for i, _ in said], all_, to_be=False)

    # The gap

    def gap(self) -> Gap:
        """The as-is's own gap, and what of it is addressed."""
        own: dict[str, float] = {}
        best, worst = 0.0, 0.0
        counted: list[str] = []
        losses: list[str] = []
        for match in self.matches:
            promised = mean([self.after(heir.id) for heir in match.to_be])
            gone = Disposition.REMOVED in (match.proposal, match.disposition)
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
        whole = reading(
            self.of, sum(own.values()) if own else None, list(own), len(self.of.in_order[False]), to_be=False
        )
        return Gap(whole, best, worst, tuple(counted), tuple(losses))


def _deepest_of(
    ways: Sequence[tuple[Sequence[str], Sequence[float | None]]],
) -> tuple[float | None, tuple[str, ...]]:
    """The deepest fall from one moment to the next on any of these ways, and between which moments.

    0 where it never falls, None where no two neighbours are said.
    """
    found = [(drop, () if drop is None else (ids[at], ids[at + 1])) for ids, (drop, at) in _drops(ways)]
    return max(found, key=lambda one: one[0] or 0.0, default=(None, ()))


def _drops(
    ways: Sequence[tuple[Sequence[str], Sequence[float | None]]],
) -> Iterator[tuple[Sequence[str], tuple[float | None, int]]]:
    return ((ids, _deepest(values)) for ids, values in ways)


def _deepest(values: Sequence[float | None]) -> tuple[float | None, int]:
    deepest, where = -1.0, 0
    for n, (high, low) in enumerate(pairwise(values)):
        if high is None or low is None:
            continue
        drop = high - low if high > low else 0.0
        if drop > deepest and (fall := round(drop, 6)) > deepest:
            deepest, where = fall, n
    return (deepest, where) if deepest >= 0 else (None, 0)


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
