"""Which row of one map lives on in which row of the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import EvidenceStatus, MapKind, Moment, Origin, Row

Links = Mapping[str, tuple[str, ...]]


class Stop(NamedTuple):
    """One moment on the way; `to_be` says of which map it is."""

    moment: str
    to_be: bool


@dataclass(frozen=True)
class Lineage:
    """Two maps, of which one was made from the other.

    The rows of the younger one remember where they come from; two of a kind (copies of one map, two revisions) share
    the ids of their rows.
    """

    as_is: Journey
    to_be: Journey

    @cached_property
    def by_id(self) -> bool:
        """Whether a row is the one with its own id: in the same map, and in two maps of one kind."""
        return self.as_is.map_id == self.to_be.map_id or self.as_is.kind is self.to_be.kind

    @cached_property
    def forward(self) -> bool:
        """Whether the to-be is the younger one, as it usually is."""
        return self.by_id or self.to_be.kind is MapKind.TO_BE

    @property
    def older(self) -> Journey:
        """The map that was there first."""
        return self.as_is if self.forward else self.to_be

    @property
    def younger(self) -> Journey:
        """The map that was made from it."""
        return self.to_be if self.forward else self.as_is

    def sources(self, row: Row) -> tuple[str, ...]:
        """The ids in the older map that a row of the younger one comes from, whether they are still there or not."""
        if self.by_id:
            return (row.id,)
        own = (row.origin,) if row.origin else ()
        further = self._further.get(row.id) if row.table == "moments" else None
        return own if further is None else tuple(dict.fromkeys((*own, *further)))

    @cached_property
    def _further(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        younger = self.younger
        for moment, ids in younger.order["origins"].items():
            found[moment or ""] = [younger.get(Origin, i).as_is for i in ids]
        return found

    def links(self, rows: Iterable[Row]) -> tuple[Links, Links]:
        """What lives on in these rows of the younger map: the to-be's by the as-is's ids, and the other way round.

        All rows are of one table. Those without a partner are left out.
        """
        down: dict[str, tuple[str, ...]] = {}
        up: dict[str, tuple[str, ...]] = {}
        known: Mapping[str, Row] | None = None
        many: Mapping[str, list[str]] = {}
        by_id = self.by_id
        for row in rows:
            if known is None:
                known = self.older.tables[row.table]
                many = self._further if row.table == "moments" and not by_id else {}
            own = row.id
            if own in many:
                found = tuple([source for source in self.sources(row) if source in known])
            else:
                source = own if by_id else row.origin
                found = (source,) if source and source in known else ()
            if found:
                up[own] = found
                for source in found:
                    down[source] = (*down[source], own) if source in down else (own,)
        return (down, up) if self.forward else (up, down)

    @cached_property
    def in_order(self) -> tuple[Sequence[Moment], Sequence[Moment]]:
        """The moments of the as-is, and those of the to-be, in the order of the journey."""
        return _in_order(self.as_is), _in_order(self.to_be)

    @cached_property
    def stops(self) -> tuple[Mapping[str, Stop], Mapping[str, Stop]]:
        """Every moment of both maps as a stop on the way: each is made once, whatever ways pass it."""
        before, after = self.as_is.tables["moments"], self.to_be.tables["moments"]
        return {i: Stop(i, to_be=False) for i in before}, {i: Stop(i, to_be=True) for i in after}

    @cached_property
    def moments(self) -> tuple[Links, Links]:
        """Which moment lives on in which."""
        return self.links(self.in_order[self.forward])

    @cached_property
    def validated(self) -> tuple[frozenset[str], frozenset[str]]:
        """The moments of the as-is, and those of the to-be, that customers validated."""
        sides = (self.as_is.tables["moments"], self.to_be.tables["moments"])
        found = [[row.id for row in rows.values() if _is_validated(row)] for rows in sides]
        return frozenset(found[0]), frozenset(found[1])

    @cached_property
    def channels(self) -> Mapping[str, str]:
        """What a channel of the to-be is in the as-is; one that is not there is missing."""
        _, up = self.links(self.younger.channels)
        return {channel: found[0] for channel, found in up.items()}

    @cached_property
    def channels_used(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
        """The channels of each moment of both maps that has any; a channel of the to-be as the one it comes from."""
        came = self.channels
        to_be = {moment: tuple([came.get(i, f"+{i}") for i in ids]) for moment, ids in _channels(self.to_be).items()}
        return _channels(self.as_is), to_be

    @cached_property
    def episodes(self) -> tuple[Links, Links]:
        """Which episode lives on in which."""
        return self.links(self.younger.episodes)

    @cached_property
    def needs(self) -> tuple[Links, Links]:
        """Which need lives on in which."""
        return self.links(self.younger.tables["needs"].values())

    @cached_property
    def steps(self) -> tuple[Links, Links]:
        """Which backstage step lives on in which."""
        return self.links(self.younger.tables["backstage_steps"].values())


def _in_order(journey: Journey) -> list[Moment]:
    rows, order = journey.tables["moments"], journey.order["moments"]
    return [rows[i] for episode in journey.siblings("episodes", None) for i in order.get(episode, ())]  # type: ignore[misc]


def _channels(journey: Journey) -> dict[str, tuple[str, ...]]:
    rows = journey.tables["touchpoints"]
    return {
        moment or "": tuple([rows[i].channel for i in ids])  # type: ignore[attr-defined]
        for moment, ids in journey.order["touchpoints"].items()
    }


def _is_validated(row: Row) -> bool:
    return isinstance(row, Moment) and row.evidence_status is EvidenceStatus.VALIDATED
