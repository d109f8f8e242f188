"""What ends of the links that people made, to read along and to be asked: they lead no more, or the map has moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.domain.model.roles import OWNER_ID, Participant, Right, may
from journeymap.domain.model.validation import ValidationRound
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.service.view_links import ViewLinks
from journeymap.storage.store import MapHead, MapPlace, Transaction
from journeymap.storage.view_link_rows import ViewLink

MadeLink = ViewLink | ValidationRound


@dataclass(frozen=True, slots=True)
class MadeLinks:
    """Ending them, within a piece of work, and telling of it afterwards."""

    house: House

    def end_of(self, tx: Transaction, people: Iterable[str]) -> list[MadeLink]:
        """End all view links and rounds of these people, who do not lead any more; which that were."""
        ids = list(people)
        return [*ViewLinks(self.house).end_of(tx, ids), *tx.validation.end_rounds_of(ids, self.house.now())]

    def end_where_moved(self, tx: Transaction, map_id: str, workshop_id: str) -> list[MadeLink]:
        """End the rounds of a map that is brought from one workshop into another: its people did not ask anybody."""
        if tx.place(map_id).workshop_id in (None, workshop_id):
            return []
        return list(tx.validation.end_rounds_at(map_id, self.house.now()))

    def tell_ended(self, person: Participant, links: Iterable[MadeLink]) -> None:
        """Somebody ended these: it is noted, and whoever reads by them is sent away."""
        ended = list(links)
        ViewLinks(self.house).tell_ended(person, [one for one in ended if isinstance(one, ViewLink)])
        for one in ended:
            if isinstance(one, ValidationRound):
                place = self.house.store.head(one.map_id).workshop_id
                subject = f"{one.id} {one.map_id}"
                AuditLog(self.house).note("round-ended", person, workshop_id=place, subject=subject)


def is_walked(found: ValidationRound, at: str, place: MapHead | MapPlace, made_by: Participant | None) -> bool:
    """Whether a round is open: not over, its map not archived, and whoever made it may still hold rounds there.

    The map may have moved, and their role been another's.
    """
    if found.is_over(at) or place.archived_at is not None:
        return False
    return found.made_by == OWNER_ID if made_by is None else may(made_by, Right.MANAGE, place.workshop_id)
