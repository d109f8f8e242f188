"""The picture of a map's persona: set by whoever may change the map, seen by whoever may see it."""

from dataclasses import dataclass

from journeymap.domain.model.limits import PICTURE_BYTES
from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import gone
from journeymap.exchange.portraits import Portrait
from journeymap.service.house import House
from journeymap.service.map_changes import Accepted, MapChanges, require_edit
from journeymap.service.maps import Maps
from journeymap.storage.store import Transaction


def made(house: House, content: bytes, person: str = "") -> Portrait:
    """What was sent as it is kept; what was made here before stays to the byte, and nothing else does.

    Errors: Refusal, also where others have too many under way.
    """
    same = Portrait(content)
    if len(content) <= PICTURE_BYTES and house.store.has_picture(same.name, content):
        return same
    return house.pictures.made(content, person)


@dataclass(frozen=True, slots=True)
class Portraits:
    """Pictures of personas: the row holds a picture's name, so neither frames nor the log carry its bytes."""

    house: House
    maps: Maps
    changes: MapChanges

    def put(self, person: Participant, map_id: str, content: bytes) -> Accepted:
        """What was sent, reduced, is the persona's picture from now on; it is undone like any change.

        Errors: Refusal where this person may not change the map, it has no persona, or what was sent is no picture.
        """
        persona = self.maps.journey(person, map_id).persona
        self.house.store.write(lambda tx: require_edit(tx, person, map_id)).result()
        if persona is None:
            raise gone("picture-of-nobody")
        picture = made(self.house, content, person.id)
        change = Set(table="personas", id=persona.id, field="picture", value=picture.name)

        def keep(tx: Transaction) -> None:
            require_edit(tx, person, map_id)
            tx.keep_picture(map_id, picture.name, picture.content)

        self.house.store.write(keep).result()
        return self.changes.submit(person, map_id, [change]).result()

    def content(self, person: Participant, map_id: str, name: str) -> bytes:
        """The bytes of a picture of this map. Errors: Refusal `gone`, also where this person may not see the map."""
        self.maps.head(person, map_id)
        found = self.house.store.picture(map_id, name)
        if found is None:
            raise gone("no-such-picture")
        return found
