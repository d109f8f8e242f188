"""The channel sweep: what the room assumed, what it found, and where it has not looked yet."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from journeymap.domain.analysis.wording_hints import persona_called
from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Channel, Episode
from journeymap.domain.text.catalogue import LANGUAGES, known, say
from journeymap.domain.text.normalize import plain, stems
from journeymap.domain.text.resources import data

PROMPTS = 12
"""As many questions as a room takes up in one go."""


_CONSIDERED = 500
"""The most promising empty cells among which those to ask about are spread: the largest maps have 100,000."""


class Cell(NamedTuple):
    """One cell of the matrix: an episode and a channel."""

    episode: str
    channel: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about an empty cell; the larger its weight, the sooner it is worth asking."""

    place: Cell
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A common channel that the map does not have; `owned` says whether such a channel is usually ours."""

    id: str
    name: str
    owned: bool


@dataclass(frozen=True, slots=True)
class Sweep:
    """How the sweep stands: “3 assumed, 19 found”.

    `cells` holds the moments in every cell that has any; `untouched` the moments that are in no channel yet.
    """

    assumed: int
    found: int
    ours: int
    words: str
    episodes: tuple[str, ...]
    channels: tuple[str, ...]
    cells: Mapping[Cell, tuple[str, ...]]
    untouched: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    suggestions: tuple[Suggestion, ...]

    def at(self, episode: str, channel: str) -> tuple[str, ...]:
        """The moments of this episode that happen in this channel, in order."""
        return self.cells.get(Cell(episode, channel), ())

    def count(self, episode: str, channel: str) -> int:
        """How many moments of this episode happen in this channel."""
        return len(self.at(episode, channel))


def sweep_words(journey: Journey, language: str) -> str:
    """How many channels there are, how many of them were named before the sweep, and how many were found in it."""
    channels = journey.channels
    assumed = sum(channel.assumed for channel in channels)
    return say("sweep-words", language, all=len(channels), assumed=assumed, found=len(channels) - assumed)


def sweep(journey: Journey, *, language: str | None = None, prompts: int = PROMPTS) -> Sweep:
    """Look at the channels of a map, and ask about the emptiest places first."""
    tongue = language or journey.language
    channels, episodes = journey.channels, journey.episodes
    cells, untouched = _cells(journey)
    assumed = sum(channel.assumed for channel in channels)
    return Sweep(
        assumed=assumed,
        found=len(channels),
        ours=sum(channel.owned for channel in channels),
        words=sweep_words(journey, tongue),
        episodes=tuple(episode.id for episode in episodes),
        channels=tuple(channel.id for channel in channels),
        cells=cells,
        untouched=tuple(untouched),
        prompts=tuple(_prompts(journey, cells, tongue, prompts)),
        suggestions=tuple(_suggestions(channels, tongue)),
    )


def _cells(journey: Journey) -> tuple[dict[Cell, tuple[str, ...]], list[str]]:
    found: dict[Cell, list[str]] = {}
    untouched: list[str] = []
    for moment in journey.moments:
        touchpoints = journey.touchpoints_of(moment.id)
        if not touchpoints:
            untouched.append(moment.id)
        for touchpoint in touchpoints:
            found.setdefault(Cell(moment.parent or "", touchpoint.channel), []).append(moment.id)
    return {place: tuple(moments) for place, moments in found.items()}, untouched


def _prompts(journey: Journey, cells: Mapping[Cell, tuple[str, ...]], language: str, most: int) -> Iterator[Prompt]:
    """The questions that are worth most, never all about one channel or one episode.

    Each one asked makes further ones about its episode and its channel less pressing.
    """
    weights = _weights(journey, cells)
    asked: Counter[str] = Counter()
    weights = dict(nlargest(_CONSIDERED, weights.items(), key=itemgetter(1)))
    order = {place: n for n, place in enumerate(weights)}
    for _ in range(min(most, len(weights))):
        place = max(weights, key=lambda p: (weights[p] - asked[p.episode] - 1.5 * asked[p.channel], -order[p]))
        weight = weights.pop(place)
        asked.update(place)
        yield Prompt(place, _question(journey, place, language), weight)


def _weights(journey: Journey, cells: Mapping[Cell, tuple[str, ...]]) -> dict[Cell, float]:
    """How promising each empty cell is: most between two episodes that use the channel, then for well-used channels.

    Channels that are not ours count for more, because a room forgets them. Episodes without moments are left out.
    """
    episodes = [episode for episode in journey.episodes if journey.siblings("moments", episode.id)]
    used_in = Counter(place.channel for place in cells)
    has = Counter(place.episode for place in cells)
    fullest = max(has.values(), default=0)
    weights: dict[Cell, float] = {}
    for channel in journey.channels:
        there = [Cell(episode.id, channel.id) in cells for episode in episodes]
        used = [n for n, here in enumerate(there) if here]
        first, last = (used[0], used[-1]) if used else (0, 0)
        for n, episode in enumerate(episodes):
            if there[n]:
                continue
            between = first < n < last
            beside = any(there[max(n - 1, 0) : n + 2])
            weight = 3.0 * between + 1.0 * beside + 1.0 * (not channel.owned)
            weight += 2.0 * used_in[channel.id] / len(episodes)
            weight += 2.0 * (1 - has[episode.id] / fullest) if fullest else 0.0
            weights[Cell(episode.id, channel.id)] = round(weight, 6)
    return weights


def _question(journey: Journey, place: Cell, language: str) -> str:
    channel, episode = journey.get(Channel, place.channel), journey.get(Episode, place.episode)
    persona = persona_called(journey, language)
    found = _catalogued(channel.name)
    via = f"sweep-via-{found}"
    words = say(via, language) if found and known(via, language) else _through(channel, language)
    return say("sweep-question", language, persona=persona, via=words, episode=shortened(episode.title))


def _through(channel: Channel, language: str) -> str:
    return say("sweep-via", language, channel=channel.name)


@dataclass(frozen=True, eq=False)
class _ShippedChannel:
    """A channel of the catalogue that ships."""

    id: str
    names: Mapping[str, str]
    owned: bool


@cache
def _catalogue() -> tuple[_ShippedChannel, ...]:
    found = json.loads(data("channels.json").read_text(encoding="utf-8"))
    return tuple(
        _ShippedChannel(str(one["id"]), {language: str(one[language]) for language in LANGUAGES}, bool(one["owned"]))
        for one in found
    )


@lru_cache(maxsize=4096)
def _catalogued(name: str) -> str | None:
    """The channel of the catalogue with exactly this name, in either language."""
    there = plain(name)
    return next((one.id for one in _catalogue() if there in map(plain, one.names.values())), None)


def _suggestions(channels: tuple[Channel, ...], language: str) -> Iterator[Suggestion]:
    """What is not on the map under this or a more exact name; those that are not ours first: rooms forget them."""
    names = [channel.name for channel in channels]
    for one in sorted(_catalogue(), key=lambda one: one.owned):
        if not any(_means(name, one) for name in names):
            yield Suggestion(one.id, one.names["nl" if language == "nl" else "en"], one.owned)


@lru_cache(maxsize=32_768)
def _means(name: str, one: _ShippedChannel) -> bool:
    """Whether a channel is this one, or a kind of it: “Park app” and “Parkapp” are apps, “Friends” are friends."""
    for language, known_name in one.names.items():
        ours, theirs = set(stems(name, language)), set(stems(known_name, language))
        if ours and (theirs <= ours or ours <= theirs):
            return True
        if plain(name).endswith(plain(known_name)) and " " not in plain(name):
            return True
    return False
