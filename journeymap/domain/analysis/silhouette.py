"""The silhouette of a journey: how long its episodes are, its curve, and how much there is, without the rest of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import EvidenceStatus


class SilhouetteMoment(NamedTuple):
    """What a silhouette needs of a micro-moment; `aim` is the targeted valence here."""

    episode: str
    text: str
    felt: float | None
    aim: float | None
    truth: bool
    validated: bool
    origin: str | None


@dataclass(frozen=True, slots=True)
class Silhouette:
    """The outline of a journey, in its order.

    `sizes` has the micro-moments of each episode, `titles` what the episodes are called; of `moments` all have a place.
    """

    titles: tuple[str, ...]
    sizes: tuple[int, ...]
    moments: tuple[SilhouetteMoment, ...]
    channels: int = 0

    @property
    def lowest(self) -> int | None:
        """Where it is felt worst: the first such micro-moment."""
        return self._first(min)

    @property
    def highest(self) -> int | None:
        """Where it is felt best; none where everything feels the same."""
        found = self._first(max)
        return None if found == self.lowest else found

    @property
    def truths(self) -> int:
        """How many are moments of truth."""
        return sum(one.truth for one in self.moments)

    @property
    def validated(self) -> int:
        """How many percent of what was felt a customer has validated."""
        known = [one.validated for one in self.moments if one.felt is not None]
        return round(100 * sum(known) / len(known)) if known else 0

    @property
    def new(self) -> int:
        """How many come from no as-is."""
        return sum(one.origin is None for one in self.moments)

    def _first(self, chosen: Callable[[list[float]], float]) -> int | None:
        known = [one.felt for one in self.moments if one.felt is not None]
        if not known:
            return None
        value = chosen(known)
        return next(n for n, one in enumerate(self.moments) if one.felt == value)


def silhouette(
    episodes: Iterable[tuple[str, str]], moments: Iterable[SilhouetteMoment], channels: int = 0
) -> Silhouette:
    """The silhouette of these episodes (id and title) and their micro-moments, each in order."""
    of_episode: dict[str, list[SilhouetteMoment]] = {}
    titles: list[str] = []
    for episode, title in episodes:
        of_episode[episode] = []
        titles.append(title)
    for one in moments:
        if one.episode in of_episode:
            of_episode[one.episode].append(one)
    parts: Sequence[list[SilhouetteMoment]] = list(of_episode.values())
    return Silhouette(tuple(titles), tuple(map(len, parts)), tuple(one for part in parts for one in part), channels)


def silhouette_of(journey: Journey) -> Silhouette:
    """The silhouette of a map that was read; give it what everybody may see."""
    used = {one.channel for moment in journey.moments for one in journey.touchpoints_of(moment.id)}
    moments = (
        SilhouetteMoment(
            moment.parent or "",
            moment.text,
            moment.felt_valence,
            journey.targeted_of(moment)[0],
            moment.moment_of_truth,
            moment.evidence_status is EvidenceStatus.VALIDATED,
            moment.origin,
        )
        for moment in journey.moments
    )
    return silhouette(((one.id, one.title) for one in journey.episodes), moments, len(used))
