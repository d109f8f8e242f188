"""A to-be is linked to an as-is: what matches is proposed, a person reviews it, and only that is taken over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.domain.analysis.origin_matches import OriginMatch, link_changes, origin_matches
from journeymap.domain.model.roles import Participant, Right, require
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, stale
from journeymap.service.house import House, new_id
from journeymap.service.map_changes import MapChanges
from journeymap.service.maps import Maps


@dataclass(frozen=True, slots=True)
class MapLinks:
    """Any to-be with any as-is that somebody may see."""

    house: House
    maps: Maps

    def proposed(self, person: Participant, to_be_id: str, as_is_id: str) -> tuple[OriginMatch, ...]:
        """What each episode, channel and moment of the to-be may come from: nothing is written. Errors: Refusal."""
        as_is, to_be = self.maps.journey(person, as_is_id), self.maps.journey(person, to_be_id)
        with self.house.turns.of_journeys(person.id, as_is, to_be):
            return origin_matches(PUBLIC.of_map(as_is), PUBLIC.of_map(to_be))

    def link(self, person: Participant, to_be_id: str, as_is_id: str, reviewed: Sequence[OriginMatch]) -> int:
        """Link the two as they were reviewed; how many rows come from elsewhere now.

        The origins are one act, which one undo takes back. Errors: Refusal; `stale` where one of the rows is gone.
        """
        head = self.maps.head(person, to_be_id)
        require(person, Right.MANAGE, head.workshop_id)
        as_is, to_be = self.maps.journey(person, as_is_id), self.maps.journey(person, to_be_id)
        for one in reviewed:
            if to_be.find(one.table, one.to_be) is None or (one.as_is and as_is.find(one.table, one.as_is) is None):
                raise stale("link-rows-gone")
        changes = link_changes(to_be, reviewed, _ids())
        self.maps.link(person, to_be_id, as_is_id)
        try:
            if changes:
                MapChanges(self.house).change(person, to_be_id, changes)
        except Refusal:
            self.maps.link(person, to_be_id, head.as_is_id)
            raise
        return len({change.id for change in changes})


def _ids() -> Iterator[str]:
    while True:
        yield new_id()
