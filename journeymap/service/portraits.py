"""The picture of a map's persona: set by whoever may change the map, seen by whoever may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.domain.model.limits import PICTURE_BYTES, PICTURES, PICTURES_IN_ALL
from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.text.errors import gone, invalid
from journeymap.exchange.portraits import Portrait
from journeymap.service.house import House
from journeymap.service.map_changes import Accepted, MapChanges
from journeymap.service.maps import Maps
from journeymap.storage.store import Transaction


def made(house: House, content: bytes, person: Participant) -> Portrait:
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
        change = Set(table="personas", id=persona.id if persona else "", field="picture", value="")
        self.changes.check(person, map_id, [change])
        if persona is None:
            raise gone("picture-of-nobody")
        spare = self._spare(person, map_id)
        picture = made(self.house, content, person)

        def keep(tx: Transaction) -> None:
            tx.keep_picture(map_id, picture.name, picture.content, spare)

        change = change.model_copy(update={"value": picture.name})
        return self.changes.submit(person, map_id, [change], also=keep).result()

    def _spare(self, person: Participant, map_id: str) -> Sequence[str]:
        """What makes room for one more: nothing that somebody else can bring back. Errors: Refusal where it is full.

        What others do meanwhile brings back nothing that is spare now: it would be in their undo or redo already.
        """
        found, mine = self.house.store.pictures(map_id, person.id)
        spare = mine[: max(0, len(mine) - PICTURES + 1)]
        most = PICTURES_IN_ALL * (2 if leads(person.role) else 1)
        if len(found) - len(spare) >= most:
            raise invalid("pictures-full", most=most)
        return spare

    def content(self, person: Participant, map_id: str, name: str) -> bytes:
        """The bytes of a picture of this map. Errors: Refusal `gone`, also where this person may not see the map."""
        self.maps.head(person, map_id)
        found = self.house.store.picture(map_id, name)
        if found is None:
            raise gone("no-such-picture")
        return found
