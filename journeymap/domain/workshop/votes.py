"""What a room voted: dots ranked with ties as ties, scores with their spread, opportunities."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Protocol, TypeVar

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import ParkedNote, Row
from journeymap.domain.model.workshop import Ballot
from journeymap.domain.workshop.permissions import PARTICIPANTS_NOTES

APART = 3
"""Fewer voters than this are not shown apart in an anonymous vote: one would know who they are."""


class Cast(Protocol):
    """A dot or a score as it was cast: a row of `votes`."""

    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def round(self) -> str: ...  # noqa: D102
    @property
    def item(self) -> str: ...  # noqa: D102
    @property
    def slot(self) -> int: ...  # noqa: D102
    @property
    def question(self) -> str: ...  # noqa: D102
    @property
    def value(self) -> float: ...  # noqa: D102


C = TypeVar("C", bound=Cast)


@dataclass(frozen=True, slots=True)
class Standing:
    """One item in the ranking. `by` names its voters, and nobody in an anonymous vote."""

    place: int
    item: str
    dots: int
    voters: int
    tied: bool
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of one item on one question. Units: those of the question, 1 to 5 or -2 to +2."""

    n: int
    mean: float
    median: float
    least: float
    most: float
    low: float
    """A quarter of the scores is at or below it."""
    high: float
    """A quarter of the scores is at or above it."""
    histogram: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Opportunity:
    """How much there is to win at one item, by what the room thinks matters to the customer."""

    place: int
    item: str
    importance: float
    satisfaction: float
    opportunity: float
    tied: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote came to. `left` has the dots left by voter and is empty in an anonymous vote.

    `voters` cast something; `unused` dots are left in all, `waiting` people have some left or scored nothing yet.
    """

    ranked: tuple[Standing, ...] = ()
    scores: Mapping[str, Mapping[str, Spread]] = field(default_factory=dict)
    opportunities: tuple[Opportunity, ...] = ()
    voters: int = 0
    dots: int = 0
    unused: int = 0
    waiting: int = 0
    left: Mapping[str, int] = field(default_factory=dict)

    def top(self, places: int) -> tuple[str, ...]:
        """The items on the first so many places: a tie on the last one brings in all that share it."""
        return tuple(standing.item for standing in self.ranked if standing.place <= places)


def votable(journey: Journey, table: str) -> tuple[Row, ...]:
    """The rows of this table that a room can vote on: what is still hidden it does not know, and notes are no ideas."""
    rows = (row for row in journey.tables[table].values() if not row.private)
    return tuple(row for row in rows if not isinstance(row, ParkedNote) or row.kind in PARTICIPANTS_NOTES)


def tally(
    votes: Iterable[Cast], ballot: Ballot, *, voters: Collection[str] = (), round_id: str | None = None
) -> Result:
    """Count a vote; the order in which the votes come changes nothing.

    Only votes of this round are counted where one is named. `voters` are those who may vote, so that dots nobody
    has used yet count too. A dot beyond budget or cap does not count, whoever let it through.
    """
    cast = valid([vote for vote in votes if round_id is None or vote.round == round_id], ballot)
    if ballot.questions:
        spreads = _spreads(cast)
        authors = {vote.author for vote in cast}
        waiting = len(set(voters) - authors)
        return Result(scores=spreads, opportunities=_opportunities(spreads), voters=len(authors), waiting=waiting)
    return _dots(cast, ballot, voters)


def valid(votes: Iterable[C], ballot: Ballot) -> list[C]:
    """The votes that count, whoever let the others through: one score a question, dots within budget and cap."""
    cast = sorted(votes, key=lambda vote: (vote.author, vote.slot, vote.item, vote.question, vote.value))
    if ballot.questions:
        return [vote for vote in _once(cast) if vote.question in ballot.questions]
    return list(_counted(cast, ballot))


def apart(
    votes: Iterable[Cast], ballot: Ballot, people: Iterable[Participant], *, round_id: str | None = None
) -> tuple[Result, Result] | None:
    """The customers' result and the others' one.

    None where an anonymous vote would let one guess who voted what: fewer than three on either side.
    """
    customers = {person.id for person in people if person.is_customer}
    cast = list(votes)
    sides = (
        tally([vote for vote in cast if vote.author in customers], ballot, round_id=round_id),
        tally([vote for vote in cast if vote.author not in customers], ballot, round_id=round_id),
    )
    return None if ballot.anonymous and min(side.voters for side in sides) < APART else sides


def dots_left(votes: Iterable[Cast], ballot: Ballot, voter: str, *, round_id: str | None = None) -> int:
    """How many dots this voter may still give."""
    mine = [v for v in votes if v.author == voter and (round_id is None or v.round == round_id)]
    return ballot.budget - len(list(_counted(sorted(mine, key=lambda vote: (vote.slot, vote.item)), ballot)))


def opportunity(importance: float, satisfaction: float) -> float:
    """How much there is to win where something matters: importance + max(importance − satisfaction, 0)."""
    return importance + max(importance - satisfaction, 0.0)


def _once(cast: Iterable[C]) -> Iterator[C]:
    """One score a person, item and question."""
    seen: set[tuple[str, str, str, str]] = set()
    for vote in cast:
        key = (vote.round, vote.author, vote.item, vote.question)
        if key not in seen:
            seen.add(key)
            yield vote


def _counted(cast: Iterable[C], ballot: Ballot) -> Iterator[C]:
    """The dots that count: each slot of a voter once, within budget and cap."""
    seen: set[tuple[str, str, int]] = set()
    given: Counter[tuple[str, str, str]] = Counter()
    for vote in cast:
        slot, place = (vote.round, vote.author, vote.slot), (vote.round, vote.author, vote.item)
        full = ballot.cap and given[place] >= ballot.cap
        if vote.question or vote.slot >= ballot.budget or slot in seen or full:
            continue
        seen.add(slot)
        given[place] += 1
        yield vote


def _dots(cast: list[Cast], ballot: Ballot, voters: Collection[str]) -> Result:
    by_item: dict[str, Counter[str]] = {}
    used: Counter[str] = Counter()
    for vote in cast:
        by_item.setdefault(vote.item, Counter())[vote.author] += 1
        used[vote.author] += 1
    dots = {item: authors.total() for item, authors in by_item.items()}
    ranked = tuple(
        Standing(place, item, dots[item], len(by_item[item]), tied, () if ballot.anonymous else tuple(by_item[item]))
        for place, item, tied in _ranking(dots)
    )
    left = {voter: max(ballot.budget - used[voter], 0) for voter in sorted({*voters, *used})}
    return Result(
        ranked,
        voters=len(used),
        dots=len(cast),
        unused=sum(left.values()),
        waiting=sum(n > 0 for n in left.values()),
        left={} if ballot.anonymous else left,
    )


def _ranking(numbers: Mapping[str, float]) -> Iterator[tuple[int, str, bool]]:
    """Competition ranking: equals share a place, and the places they take are left out (1, 2, 2, 4)."""
    held = Counter(numbers.values())
    place = 0
    before: float | None = None
    for n, item in enumerate(sorted(numbers, key=lambda item: (-numbers[item], item)), 1):
        if numbers[item] != before:
            place, before = n, numbers[item]
        yield place, item, held[numbers[item]] > 1


def _spreads(cast: Iterable[Cast]) -> dict[str, dict[str, Spread]]:
    values: dict[str, dict[str, list[float]]] = {}
    for vote in cast:
        values.setdefault(vote.item, {}).setdefault(vote.question, []).append(vote.value)
    return {
        item: {question: _spread(numbers, question) for question, numbers in sorted(asked.items())}
        for item, asked in sorted(values.items())
    }


def _spread(numbers: list[float], question: str) -> Spread:
    numbers = sorted(numbers)
    scale = range(-2, 3) if question == "felt" else range(1, 6)
    found = Counter(min(max(math.floor(number + 0.5), scale[0]), scale[-1]) for number in numbers)
    return Spread(
        n=len(numbers),
        mean=math.fsum(numbers) / len(numbers),
        median=median(numbers),
        least=numbers[0],
        most=numbers[-1],
        low=_quantile(numbers, 0.25),
        high=_quantile(numbers, 0.75),
        histogram={step: found[step] for step in scale},
    )


def _quantile(numbers: list[float], share: float) -> float:
    """The value below which this share lies, between two neighbours in proportion."""
    at = share * (len(numbers) - 1)
    low, high = numbers[math.floor(at)], numbers[math.ceil(at)]
    return low + (high - low) * (at - math.floor(at))


def _opportunities(scores: Mapping[str, Mapping[str, Spread]]) -> tuple[Opportunity, ...]:
    """Of the items that have both scores, those first where most is to be won."""
    both = {
        item: (asked["importance_customer"].mean, asked["satisfaction"].mean)
        for item, asked in scores.items()
        if "importance_customer" in asked and "satisfaction" in asked
    }
    worth = {item: round(opportunity(*pair), 6) for item, pair in both.items()}
    return tuple(Opportunity(place, item, *both[item], worth[item], tied) for place, item, tied in _ranking(worth))
