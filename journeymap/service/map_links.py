"""A to-be is linked to an as-is: what matches is proposed, a person reviews it, and only that is taken over."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from journeymap.domain.analysis.origin_matches import OriginMatch, link_changes, origin_matches
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import inverse
from journeymap.domain.model.operations import Change
from journeymap.domain.model.roles import Participant, Right, require
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, invalid, stale
from journeymap.service.house import House, new_id
from journeymap.service.linked_batch import check_earlier
from journeymap.service.map_changes import MapChanges
from journeymap.service.maps import Maps
from journeymap.storage.earlier_link import EarlierLink
from journeymap.storage.store import Transaction


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

        The origins are one act; one undo takes them back, and the link with them. Errors: Refusal; `stale` where one of
        the rows is gone.
        """
        head = self.maps.head(person, to_be_id)
        require(person, Right.MANAGE, head.workshop_id)
        as_is, to_be = self.maps.journey(person, as_is_id), self.maps.journey(person, to_be_id)
        for one in reviewed:
            if to_be.find(one.table, one.to_be) is None or (one.as_is and as_is.find(one.table, one.as_is) is None):
                raise stale("link-rows-gone")
        changes = link_changes(to_be, reviewed, _ids())
        op = new_id()
        self.maps.link(person, to_be_id, as_is_id, f"{person.id}/{op}" if changes else "")
        try:
            if changes:
                MapChanges(self.house).change(person, to_be_id, changes, op)
        except Refusal:
            self._link_back(person, to_be_id, "")
            raise
        return len({change.id for change in changes})

    def earlier(self, person: Participant, to_be_id: str) -> EarlierLink | None:
        """What a to-be was linked to before somebody linked it otherwise. Errors: Refusal."""
        return EarlierLink.before(self.maps.head(person, to_be_id))

    def link_back(self, person: Participant, to_be_id: str) -> None:
        """Linked as it was before it was linked otherwise, whoever did that; done again, it is linked as it is now.

        Origins that came with the link are as they were, unless somebody has changed them since. Errors: Refusal,
        and nothing is changed, also where they may not see that as-is, or it would be no pair any more.
        """
        head = self.maps.head(person, to_be_id)
        earlier = EarlierLink.before(head)
        require(person, Right.MANAGE, head.workshop_id)
        if earlier is None:
            raise invalid("link-nothing-before")
        self.house.store.write(lambda tx: check_earlier(tx, person, tx.place(to_be_id), earlier)).result()
        changes = self._origins_back(person, to_be_id, earlier.batch)
        op = new_id()
        if changes:
            MapChanges(self.house).change(person, to_be_id, changes, op)
        self._link_back(person, to_be_id, f"{person.id}/{op}" if changes else "")

    def _origins_back(self, person: Participant, to_be_id: str, batch: str) -> list[Change]:
        """What takes back those origins of this batch that are still as it wrote them."""
        journey = self.maps.journey(person, to_be_id)
        changes: list[Change] = []
        for effect in reversed(self.house.store.batch(to_be_id, batch)) if batch else ():
            with suppress(Refusal):
                back = inverse(journey, effect)
                journey, _ = perform(journey, back)
                changes += back
        return changes

    def _link_back(self, person: Participant, to_be_id: str, batch: str) -> None:
        def work(tx: Transaction) -> str | None:
            head = tx.place(to_be_id)
            require(tx.people.participant(person.id) or person, Right.MANAGE, head.workshop_id)
            tx.link_back(to_be_id, batch)
            if head.workshop_id is not None:
                tx.people.touch_workshop(head.workshop_id)
            return head.workshop_id

        self.maps.tell(self.house.store.write(work).result())


def _ids() -> Iterator[str]:
    while True:
        yield new_id()
