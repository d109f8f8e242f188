"""Maps that come in as files: what is here already, which as-is a to-be belongs to, and only then the maps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Effect, Set
from journeymap.domain.model.roles import Participant, Right, may, require
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import invalid
from journeymap.domain.workshop.proof import without_unproven
from journeymap.domain.workshop.signatures import without_signatures
from journeymap.exchange import document
from journeymap.exchange.identity import Identity, Named, identity_of
from journeymap.exchange.map_update import MapUpdate, update_of
from journeymap.exchange.pasted_text import moments_of
from journeymap.exchange.portraits import Portrait
from journeymap.exchange.table_import import Plan
from journeymap.service.house import House, new_id
from journeymap.service.large_maps import begun
from journeymap.service.maps import Maps, check_pair
from journeymap.service.portraits import made
from journeymap.service.turns import LARGE_FILE, LARGE_ROWS
from journeymap.storage.store import MapHead, Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """A map that is to come in. `identity` is what its file says of it.

    `again`: as a copy, though it may be here already. `as_is_id` is the as-is that somebody chose for it, `portraits`
    are the pictures that came along, `unproven` how much the file calls validated without who, when and where,
    `unsigned` how many decisions it says somebody made: they come in as what the file says.
    """

    map_id: str
    identity: Identity
    made: tuple[Journey, Sequence[Effect]]
    again: bool = False
    as_is_id: str | None = None
    portraits: Sequence[Portrait] = ()
    unproven: int = 0
    unsigned: int = 0

    @property
    def journey(self) -> Journey:
        """The map as it will be."""
        return self.made[0]


@dataclass(frozen=True, slots=True)
class ArrivalMatch:
    """What is here of a map that is to come in: itself, and the as-is that its file names."""

    itself: MapHead | None
    as_is: MapHead | None


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Files as maps."""

    house: House
    maps: Maps

    def read_document(
        self,
        person: Participant,
        content: bytes,
        *,
        title: str = "",
        again: bool = False,
        as_is_id: str | None = None,
    ) -> Arrival:
        """The map that a journey document holds, to look at: nothing is written. Errors: Refusal."""
        map_id = new_id()
        with self.house.turns.of_file(content, person.id):
            found = document.parsed(content)
            identity = document.identified(content, found)
        pictures = document.portraits(found, partial(made, self.house, person=person))  # in a queue of their own
        with self.house.turns.of_file(content, person.id):
            changes = document.from_document(found, map_id, identity=identity.identity, pictures=pictures)
            changes, unproven = without_unproven(changes)
            changes, unsigned = without_signatures(changes)
            if title:
                changes.append(Set(table="maps", id=map_id, field="title", value=title))
            new = perform(Journey(map_id), changes)
            kept = tuple(pictures.values())
            return Arrival(map_id, identity, new, again, as_is_id, kept, unproven, unsigned)

    def read_plan(self, person: Participant, plan: Plan, content: bytes, *, again: bool = False) -> Arrival:
        """The same for a spreadsheet that was planned. Errors: Refusal while the plan has problems."""
        map_id = new_id()
        identity = Identity(identity_of(content))
        with self.house.turns.where(len(content) >= LARGE_FILE or plan.counts.in_all >= LARGE_ROWS, person.id):
            changes, _ = without_unproven(plan.changes(map_id))
            return Arrival(map_id, identity, perform(Journey(map_id), changes), again)

    def read_cells(self, person: Participant, map_id: str, text: str) -> list[dict[str, Any]]:
        """The micro-moments in cells that somebody pastes on this map's board. Errors: Refusal."""
        head = self.maps.head(person, map_id)
        require(person, Right.EDIT, head.workshop_id)
        with self.house.turns.where(len(text) >= LARGE_FILE // 4, person.id):
            return moments_of(text, self.house.language)

    def read_update(self, person: Participant, map_id: str, plan: Plan) -> MapUpdate:
        """What a table that was planned would change of a map; `MapChanges` makes it so. Errors: Refusal."""
        head = self.maps.head(person, map_id)
        require(person, Right.EDIT, head.workshop_id)
        with self.house.turns.where(plan.counts.in_all >= LARGE_ROWS or self.maps.is_large(head), person.id):
            changes, _ = without_unproven(plan.changes("the-file"))
            coming = perform(Journey("the-file"), changes)[0]
            return update_of(self.maps.journey(person, map_id), coming, new_id)

    def known(self, person: Participant, identity: Identity) -> ArrivalMatch:
        """What this person can see here of a map that is to come in."""
        named = identity.designed_from
        look = self.house.store.identified
        return ArrivalMatch(
            _nearest(person, look(identity.identity), person.workshop_id),
            _nearest(person, look(named.identity), person.workshop_id) if named else None,
        )

    def bring(self, person: Participant, coming: Sequence[Arrival], *, workshop_id: str | None = None) -> list[str]:
        """Write these maps, all or none; their ids.

        A to-be is linked to the as-is that was chosen, that comes along, or that is here; where there is none it
        waits, and is linked when that comes. Errors: Refusal, also where a map is here already.
        """
        place = workshop_id if workshop_id is not None else person.workshop_id
        require(person, Right.MANAGE, place)
        identities = [one.identity.identity for one in coming]
        if len(set(identities)) < len(identities):
            raise invalid("file-twice")
        rung: set[str | None] = {place}

        def work(tx: Transaction) -> None:
            now: dict[str, MapHead] = {}
            for one in sorted(coming, key=lambda one: one.journey.kind is MapKind.TO_BE):
                now[one.identity.identity] = self._put(tx, person, one, place, now, ready)
                rung.update(_link_waiting(tx, person, now[one.identity.identity]))

        with begun(self.house, person.id, [one.made for one in coming]) as ready:
            self.house.store.write(work).result()
        self.maps.tell(*rung)
        return [one.map_id for one in coming]

    def import_document(
        self,
        person: Participant,
        content: bytes,
        *,
        workshop_id: str | None = None,
        again: bool = False,
        as_is_id: str | None = None,
    ) -> str:
        """A map from a journey document; its id. Errors: Refusal, also where it is here already and not `again`."""
        coming = self.read_document(person, content, again=again, as_is_id=as_is_id)
        return self.bring(person, [coming], workshop_id=workshop_id)[0]

    def import_plan(
        self,
        person: Participant,
        plan: Plan,
        content: bytes,
        *,
        workshop_id: str | None = None,
        again: bool = False,
    ) -> str:
        """Write what was planned of a spreadsheet; the map's id. Errors: Refusal, also while the plan has problems."""
        return self.bring(person, [self.read_plan(person, plan, content, again=again)], workshop_id=workshop_id)[0]

    def _put(
        self, tx: Transaction, person: Participant, one: Arrival, place: str | None, now: dict[str, MapHead],
        ready: Collection[str],
    ) -> MapHead:  # fmt: skip
        """Write one of them; `now` are those that were written before it, by their identity."""
        identity, at = one.identity.identity, self.house.now()
        here = _nearest(person, tx.identified(identity), place)
        if here is not None and not one.again:
            raise invalid("already-here", title=here.title)
        head = MapHead(
            id=one.map_id,
            workshop_id=place,
            identity=one.map_id if here is not None else identity,  # a copy is another map
            created_at=at,
            changed_at=at,
            title=one.journey.title,
            kind=one.journey.kind,
        )
        as_is, waits = _as_is(tx, person, one, place, now)
        if as_is is not None:
            check_pair(tx, head.model_copy(update={"identity": identity}), as_is)
        head = head.model_copy(
            update={
                "as_is_id": as_is.id if as_is else None,
                "designed_from": waits.identity if waits else None,
                "designed_from_title": waits.title if waits else "",
            }
        )
        self.maps.put(tx, person, head, one.made, ready)
        for picture in one.portraits:
            tx.keep_picture(one.map_id, picture.name, picture.content)
        return head


def _as_is(
    tx: Transaction, person: Participant, one: Arrival, place: str | None, now: dict[str, MapHead]
) -> tuple[MapHead | None, Named | None]:
    """The as-is of a map that comes in, or what it waits for."""
    if one.as_is_id is not None:
        chosen = tx.head(one.as_is_id)
        require(tx.people.participant(person.id) or person, Right.SEE, chosen.workshop_id)
        return chosen, None
    named = one.identity.designed_from
    if named is None:
        return None, None
    found = now.get(named.identity) or _nearest(person, tx.identified(named.identity), place)
    return found, None if found else named


def _link_waiting(tx: Transaction, person: Participant, as_is: MapHead) -> set[str | None]:
    """The to-bes that wait for this as-is have it now; the workshops they are in."""
    if as_is.kind is not MapKind.AS_IS:
        return set()
    waiting = [
        one
        for one in tx.waiting_for(as_is.identity)
        if one.kind is MapKind.TO_BE and may(person, Right.MANAGE, one.workshop_id)
    ]
    for one in waiting:
        tx.link(one.id, as_is.id)
        if one.workshop_id is not None:
            tx.people.touch_workshop(one.workshop_id)
    return {one.workshop_id for one in waiting}


def _nearest(person: Participant, heads: Sequence[MapHead], place: str | None) -> MapHead | None:
    """Of these maps the one that this person works with: in the same place first, then one not archived."""
    seen = [head for head in heads if may(person, Right.SEE, head.workshop_id)]
    return min(seen, key=lambda head: (head.workshop_id != place, head.archived_at is not None), default=None)
