"""The journeys of Home: an as-is with the to-bes that were designed from it is one journey."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.domain.model.rows import MapKind
from journeymap.storage.store import MapHead


@dataclass(frozen=True, slots=True)
class MapPair:
    """One journey: how it is, where that is here, and how it should be, the newest first."""

    as_is: MapHead | None
    to_be: tuple[MapHead, ...] = ()

    @property
    def first(self) -> MapHead:
        """What the journey is called after."""
        return self.as_is or self.to_be[0]

    @property
    def heads(self) -> tuple[MapHead, ...]:
        """All its maps."""
        return (*((self.as_is,) if self.as_is else ()), *self.to_be)


def pairs(heads: Sequence[MapHead]) -> list[MapPair]:
    """These maps as journeys, in the order in which one of their maps comes first."""
    known = {head.id: head for head in heads}
    found: dict[str, list[MapHead]] = {}
    for head in heads:
        found.setdefault(_journey(head, known), []).append(head)
    return [_pair(group) for group in found.values()]


def _journey(head: MapHead, known: dict[str, MapHead]) -> str:
    """The as-is this map belongs to, or itself."""
    as_is = known.get(head.as_is_id or "")
    return as_is.id if as_is is not None and head.kind is MapKind.TO_BE and as_is.kind is MapKind.AS_IS else head.id


def _pair(group: Sequence[MapHead]) -> MapPair:
    as_is = next((head for head in group if head.kind is MapKind.AS_IS), None)
    to_be = sorted((head for head in group if head is not as_is), key=lambda head: head.created_at, reverse=True)
    return MapPair(as_is, tuple(to_be))
