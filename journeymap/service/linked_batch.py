"""The origins and the link that came together go together: whoever undoes the one has the other as it was, too."""

from contextlib import suppress

from journeymap.domain.model.roles import Participant, Right, require
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.service.maps import check_pair
from journeymap.storage.earlier_link import EarlierLink
from journeymap.storage.store import MapPlace, Transaction


def check_earlier(tx: Transaction, person: Participant, place: MapPlace, earlier: EarlierLink) -> None:
    """Refuse to link a map as it was where it may not be linked so now, by whoever does; an as-is may be gone."""
    now = tx.people.participant(person.id) or person
    require(now, Right.MANAGE, place.workshop_id)
    if place.archived_at is not None:
        raise invalid("archived")
    if earlier.as_is_id is None:
        return
    try:
        as_is = tx.head(earlier.as_is_id)
    except Refusal:
        return
    require(now, Right.SEE, as_is.workshop_id)
    check_pair(tx, tx.head(place.id), as_is)


def link_back_with(tx: Transaction, person: Participant, place: MapPlace, batch: str, by: str) -> None:
    """Where this batch of origins came with the map's link, the link is taken back with it, by the batch `by`.

    A link is for whoever may manage the map and see the as-is: somebody who no longer may takes back the origins alone.
    """
    earlier = EarlierLink.before(tx.head(place.id))
    if earlier is None or earlier.batch != batch:
        return
    with suppress(Refusal):
        check_earlier(tx, person, place, earlier)
        tx.link_back(place.id, by)
        if place.workshop_id is not None:
            tx.people.touch_workshop(place.workshop_id)
