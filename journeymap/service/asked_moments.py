"""What a customer is asked about: the moments of a map, one at a time, and what they said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from journeymap.domain.model.emotions import nearest
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind, Moment
from journeymap.domain.model.validation import RoundVerdict


@dataclass(frozen=True, slots=True)
class AskedMoment:
    """A moment as a customer is asked about it, and what they said last. Nothing of what happens behind it is in it."""

    id: str
    episode: str
    text: str
    channels: tuple[str, ...]
    needs: tuple[str, ...]
    feeling: str
    """What is felt there, or should be."""
    said: str = ""
    quote: str = ""
    added: tuple[str, ...] = ()


class AskedMoments(Sequence[AskedMoment]):
    """The moments that one customer is asked about, in order: each is put together when it is looked at.

    Of thousands a page shows one.
    """

    def __init__(self, journey: Journey, said: Iterable[RoundVerdict]) -> None:
        self._journey = journey
        self._rows = [(episode.title, row) for episode in journey.episodes for row in journey.moments_of(episode.id)]
        self._said: dict[str, list[RoundVerdict]] = {}
        for one in said:
            self._said.setdefault(one.moment_id, []).append(one)
        self._judged = {key for key, words in self._said.items() if any(one.verdict != "add" for one in words)}

    @property
    def ids(self) -> tuple[str, ...]:
        """Those of the moments, in order."""
        return tuple(row.id for _, row in self._rows)

    def is_judged(self, moment_id: str) -> bool:
        """Whether this customer said of it that it is so, or that it is not."""
        return moment_id in self._judged

    def __len__(self) -> int:
        """So many there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> AskedMoment: ...

    @overload
    def __getitem__(self, at: slice) -> list[AskedMoment]: ...

    def __getitem__(self, at: int | slice) -> AskedMoment | list[AskedMoment]:
        """The one at this place, or those."""
        if isinstance(at, slice):
            return [self._asked(*one) for one in self._rows[at]]
        return self._asked(*self._rows[at])

    def __repr__(self) -> str:
        """What can be seen of them, and no more."""
        return repr(list(self))

    def _asked(self, episode: str, moment: Moment) -> AskedMoment:
        mine, journey = self._said.get(moment.id, []), self._journey
        last = next((one for one in reversed(mine) if one.verdict != "add"), None)
        return AskedMoment(
            id=moment.id,
            episode=episode,
            text=moment.text,
            channels=tuple(channel.name for channel in journey.channels_of(moment.id)),
            needs=tuple(need.text for need in journey.needs_of(moment.id)),
            feeling=_feeling(journey, moment),
            said=last.verdict if last else "",
            quote=last.quote if last else "",
            added=tuple(one.text for one in mine if one.verdict == "add"),
        )


def _feeling(journey: Journey, moment: Moment) -> str:
    if journey.kind is MapKind.TO_BE:
        valence, label = journey.targeted_of(moment)
    else:
        valence, label = moment.felt_valence, moment.felt_label
    return label or (nearest(valence).text(journey.language) if valence is not None else "")
