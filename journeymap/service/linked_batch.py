"""The origins and the link that came together go together: whoever undoes the one has the other as it was, too."""

from journeymap.domain.model.roles import Participant, Right, may
from journeymap.storage.earlier_link import EarlierLink
from journeymap.storage.store import MapPlace, Transaction


def link_back_with(tx: Transaction, person: Participant, place: MapPlace, batch: str, by: str) -> None:
    """Where this batch of origins came with the map's link, the link is taken back with it, by the batch `by`.

    A link is for whoever may manage the map: somebody who no longer may takes back the origins alone.
    """
    earlier = EarlierLink.before(tx.head(place.id))
    if earlier is None or earlier.batch != batch:
        return
    if may(tx.people.participant(person.id) or person, Right.MANAGE, place.workshop_id):
        tx.link_back(place.id, by)
        if place.workshop_id is not None:
            tx.people.touch_workshop(place.workshop_id)
