"""An as-is beside a to-be as a person may see both: what screens and API show is worked out here, once."""

from dataclasses import dataclass

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.dispositions import decided_kinds
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.service.house import House
from journeymap.service.maps import Maps
from journeymap.service.turns import LARGE_LOG
from journeymap.storage.store import MapHead

BUSY = ("too_fast", "unavailable")
"""What is refused for the moment only."""


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Two maps side by side."""

    house: House
    maps: Maps

    def of(self, person: Participant, as_is_id: str, to_be_id: str) -> Comparison:
        """What the to-be keeps, changes, moves, merges, removes and adds. Errors: Refusal, also for a reversed pair."""
        as_is, to_be = self.maps.journey(person, as_is_id), self.maps.journey(person, to_be_id)
        if as_is.kind is not MapKind.AS_IS:
            raise invalid("compare-reversed", title=as_is.title)
        base = self._base(person, self.maps.head(person, to_be_id), as_is)
        with self.house.turns.of_journeys(person.id, as_is, to_be, base):
            return compare(as_is, to_be, base=base, decided=decided_kinds(to_be))

    def of_to_be(self, person: Participant, to_be_id: str) -> Comparison | None:
        """This to-be beside the as-is it was designed from; None where that is not there, or not theirs to see.

        Errors: Refusal where this person, or others, have enough under way.
        """
        as_is_id = self.maps.head(person, to_be_id).as_is_id
        try:
            return self.of(person, as_is_id, to_be_id) if as_is_id is not None else None
        except Refusal as refusal:
            if refusal.code in BUSY:
                raise
            return None

    def for_everybody(self, person: Participant, to_be_id: str) -> Comparison | None:
        """The same of what everybody may see, for what is taken away."""
        found = self.of_to_be(person, to_be_id)
        if found is None:
            return None
        as_is, to_be = PUBLIC.of_map(found.as_is), PUBLIC.of_map(found.to_be)
        with self.house.turns.of_journeys(person.id, as_is, to_be, found.base):
            return compare(as_is, to_be, base=found.base, decided=decided_kinds(to_be))

    def _base(self, person: Participant, to_be: MapHead, as_is: Journey) -> Journey | None:
        """The as-is as it was when the to-be was begun: what everybody could see of it; None where nobody knows."""
        revision, base_id = to_be.base_revision, to_be.base_map_id or as_is.map_id
        if to_be.as_is_id != as_is.map_id or revision is None:
            return None
        store = self.house.store
        state = store.states([base_id]).get(base_id)
        if state is None or not 0 < revision <= state.revision:
            return None
        if base_id == as_is.map_id and revision == as_is.revision:
            return PUBLIC.of_map(as_is)
        with self.house.turns.where(revision >= LARGE_LOG, person.id):
            then = self.house.past.get(base_id, revision, state.erasures, lambda: store.journey_at(base_id, revision))
        return PUBLIC.of_map(then)
