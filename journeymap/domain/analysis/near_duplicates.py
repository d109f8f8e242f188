"""Near-duplicate moments and episodes, offered in groups after a reveal; merging a group is one batch."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from journeymap.domain.changes.describe import listed
from journeymap.domain.changes.merge import merge_changes
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.normalize import plain, shared, stems

__all__ = ["LIKENESS", "Group", "episode_groups", "fresh", "groups", "likeness", "merge_changes"]

LIKENESS = 0.75
"""How alike moments are that are offered for merging: 1 is the same words, below 0.6 nearly everything is alike."""

_CHANNEL, _NEED = 0.12, 0.3
"""How far the same channel and the same need bring two texts closer: a share of what is between them."""

_MOST_PAIRS = 500_000
"""The pairs that are looked at, the most alike first: a room that writes the same line 5,000 times stays quick."""


_PORTION = 2_000
"""More moments than this are not compared each with each: that would take seconds, and all the memory there is."""


@dataclass(frozen=True, slots=True)
class Group:
    """Moments, or episodes, that may be one, in the order of the journey; every one is like every other.

    `keeper` is the one proposed to stay: the most complete, then the oldest. `likeness` is that of the two
    least alike. `why` says in short sentences what they share.
    """

    moments: tuple[str, ...]
    keeper: str
    likeness: float
    why: tuple[str, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """The ones that would go into the keeper."""
        return tuple(i for i in self.moments if i != self.keeper)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A moment as it is compared: its own words, and the channels and needs around it."""

    id: str
    words: tuple[str, ...]
    channels: frozenset[str]
    needs: frozenset[str]

    @property
    def line(self) -> str:
        """The words in an order that does not depend on the sentence."""
        return " ".join(sorted(self.words))


def groups(
    journey: Journey,
    moments: Collection[str] | None = None,
    *,
    likeness: float = LIKENESS,
    across: bool = False,
    language: str | None = None,
    born: Mapping[str, int] | None = None,
) -> tuple[Group, ...]:
    """The groups of near-duplicates among these moments (all where none are named), in the order of the journey.

    They are looked for within each episode, or `across` the whole map. What is still hidden is left out.
    `born` gives the revision each moment was added at; without it the first on the map counts as the oldest.
    The same moments lead to the same groups, in whatever order they come.
    """
    asked = None if moments is None else frozenset(moments)
    there = [m for m in journey.moments if (asked is None or m.id in asked) and not m.private]
    place = {moment.id: n for n, moment in enumerate(there)}
    found: list[Group] = []
    for compared in _portions(journey, there, language, across=across):
        scores = _scores(compared)
        for members in _clusters(scores, likeness):
            least = float(scores[np.ix_(members, members)].min())
            ids = tuple(sorted((compared[n].id for n in members), key=place.__getitem__))
            keeper = min(ids, key=lambda i: (-_completeness(journey, i), (born or place).get(i, 0), place[i]))
            why = tuple(_why(journey, [compared[n] for n in members], least, language or journey.language))
            found.append(Group(ids, keeper, round(least, 3), why))
    return tuple(sorted(found, key=lambda group: place[group.moments[0]]))


def episode_groups(journey: Journey, *, likeness: float = LIKENESS, language: str | None = None) -> tuple[Group, ...]:
    """The groups of episodes that say nearly the same; the one with the most moments is proposed to stay.

    What is still hidden is left out.
    """
    tongue = language or journey.language
    there = {one.id: (place, one.title) for place, one in enumerate(journey.episodes) if not one.private}
    compared = [_Compared(one, stems(title, tongue), frozenset(), frozenset()) for one, (_, title) in there.items()]
    if len(compared) < 2:
        return ()
    scores = _scores(compared)
    found: list[Group] = []
    for members in _clusters(scores, likeness):
        ids = tuple(compared[n].id for n in members)
        keeper = min(ids, key=lambda one: (-len(journey.siblings("moments", one)), there[one][0]))
        least = float(scores[np.ix_(members, members)].min())
        texts = {plain(there[one][1]) for one in ids}
        why = _same_words(texts, [compared[n] for n in members], least, tongue)
        found.append(Group(ids, keeper, round(least, 3), (why,)))
    return tuple(sorted(found, key=lambda group: there[group.moments[0]][0]))


def fresh(found: Iterable[Group], journey: Journey, as_is: Journey) -> tuple[Group, ...]:
    """The groups on a to-be that contain something new.

    What was copied from its as-is, and is as it was, could be merged there and was left apart.
    """
    return tuple(group for group in found if not all(_is_copy(journey, as_is, one) for one in group.moments))


def _is_copy(journey: Journey, as_is: Journey, moment_id: str) -> bool:
    """Whether everything that a moment is compared by is unchanged since it was copied."""
    origin = journey.get(Moment, moment_id).origin
    if origin is None or as_is.find("moments", origin) is None:
        return False
    return _words(journey, moment_id) == _words(as_is, origin)


def _words(journey: Journey, moment_id: str) -> tuple[str, list[str], list[str]]:
    """What a moment says, its channels (those they were copied from), and its needs."""
    channels = sorted(channel.origin or channel.id for channel in journey.channels_of(moment_id))
    return journey.get(Moment, moment_id).text, channels, sorted(need.text for need in journey.needs_of(moment_id))


def likeness(journey: Journey, one: str, other: str, language: str | None = None) -> float:
    """How alike two moments are, from 0 to 1; the same both ways."""
    pair = sorted(
        (_as_compared(journey, journey.get(Moment, i), language) for i in (one, other)),
        key=lambda compared: compared.id,
    )
    return float(_scores(pair)[0, 1])


def _portions(
    journey: Journey, moments: list[Moment], language: str | None, *, across: bool
) -> Iterator[list[_Compared]]:
    """What is compared with each other: an episode, or all; where it is very much, those that begin alike."""
    parts: dict[str | None, list[_Compared]] = {}
    for moment in moments:
        parts.setdefault(None if across else moment.parent, []).append(_as_compared(journey, moment, language))
    for part in parts.values():
        part.sort(key=lambda compared: (compared.line, compared.id))
        for start in range(0, len(part), _PORTION):
            yield sorted(part[start : start + _PORTION], key=lambda compared: compared.id)


def _as_compared(journey: Journey, moment: Moment, language: str | None) -> _Compared:
    tongue = language or journey.language
    return _Compared(
        moment.id,
        stems(moment.text, tongue),
        frozenset(touchpoint.channel for touchpoint in journey.touchpoints_of(moment.id)),
        frozenset(" ".join(sorted(stems(need.text, tongue))) for need in journey.needs_of(moment.id)),
    )


def _scores(compared: list[_Compared]) -> NDArray[np.float32]:
    """How alike each pair is, at most 1: by letters, then whole words, then channels and needs.

    Words correct the letters both ways: one long word in common (“pay for the activity”, “book the activity”)
    says less than its letters, and a short sentence that stands whole in a long one says more.
    """
    lines = [one.line for one in compared]
    letters = process.cdist(lines, lines, scorer=fuzz.ratio, dtype=np.uint8).astype(np.float32) / 100
    words = _overlap([frozenset(one.words) for one in compared])
    text = letters + 0.4 * np.maximum(words - letters, 0) - 0.3 * np.maximum(letters - words, 0)
    bonus = _CHANNEL * _same([one.channels for one in compared]) + _NEED * _same([one.needs for one in compared])
    scores: NDArray[np.float32] = np.round(text + (1 - text) * bonus, 4)
    return scores


def _shared(sets: list[frozenset[str]]) -> NDArray[np.float32]:
    """How many each has in common with each."""
    number = {word: n for n, word in enumerate(sorted({word for one in sets for word in one}))}
    table = np.zeros((len(sets), max(len(number), 1)), dtype=np.float32)
    for row, one in enumerate(sets):
        table[row, [number[word] for word in one]] = 1
    common: NDArray[np.float32] = table @ table.T
    return common


def _overlap(sets: list[frozenset[str]]) -> NDArray[np.float32]:
    """Which part of the shorter set is in the other."""
    sizes = np.array([max(len(one), 1) for one in sets], dtype=np.float32)
    return np.asarray(_shared(sets) / np.minimum.outer(sizes, sizes), dtype=np.float32)


def _same(sets: list[frozenset[str]]) -> NDArray[np.float32]:
    """1 where two have something in common."""
    return (_shared(sets) > 0).astype(np.float32)


def _clusters(scores: NDArray[np.float32], least: float) -> list[list[int]]:
    """Groups in which every one is alike to every other, made from the closest pair on (complete linkage).

    So “call” ~ “call back” ~ “wait for the call back” does not pull half the map into one group.
    """
    alike = scores >= least - 1e-6
    ones, others = np.nonzero(np.triu(alike, 1))
    best = np.lexsort((others, ones, -scores[ones, others]))[:_MOST_PAIRS]
    members = {n: [n] for n in range(len(scores))}
    home = list(range(len(scores)))
    for one, other in zip(ones[best].tolist(), others[best].tolist(), strict=True):
        here, there = sorted((home[one], home[other]))
        if here == there or not alike[np.ix_(members[here], members[there])].all():
            continue
        for moved in members.pop(there):
            home[moved] = here
            members[here].append(moved)
    return [sorted(group) for group in members.values() if len(group) > 1]


def _completeness(journey: Journey, moment_id: str) -> int:
    """How much is known about a moment."""
    moment = journey.get(Moment, moment_id)
    rows = ("touchpoints", "needs", "pain_points", "backstage_steps")
    filled = (moment.felt_valence is not None, moment.felt_label, moment.minutes, moment.notes, moment.evidence_by)
    return sum(len(journey.siblings(table, moment_id)) for table in rows) + sum(map(bool, filled))


def _why(journey: Journey, compared: list[_Compared], least: float, language: str) -> Iterator[str]:
    """What all of them share, in the words of the map."""
    yield _same_words({plain(journey.get(Moment, one.id).text) for one in compared}, compared, least, language)
    channels = frozenset.intersection(*(one.channels for one in compared))
    if channels:
        names = [channel.name for channel in journey.channels if channel.id in channels]
        yield say("alike-same-channel", language, n=len(names), channels=listed(names, language))
    if frozenset.intersection(*(one.needs for one in compared)):
        yield say("alike-same-need", language)


def _same_words(texts: Collection[str], compared: list[_Compared], least: float, language: str) -> str:
    """How far they say the same."""
    if len(texts) == 1:
        return say("alike-same-text", language)
    if all(shared(one.words, other.words) == 1 for one, other in combinations(compared, 2)):
        return say("alike-same-words", language)
    return say("alike-near-words", language, percent=round(least * 100))
