"""Use cases around whole maps: list, create, copy, design the to-be, archive, look back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.roles import Participant, Right, Role, require, require_read
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.visibility import PUBLIC, Sight
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import forbidden, gone, invalid
from journeymap.domain.text.lengths import length_of, shortened_to
from journeymap.service.batch import Batch
from journeymap.service.house import House, new_id
from journeymap.service.large_maps import MadeMap, ReadyCopy, begun
from journeymap.service.made_links import MadeLink, MadeLinks
from journeymap.service.map_deletion import delete_map
from journeymap.service.turns import LARGE_LOG, LARGE_MOMENTS, LARGE_ROWS
from journeymap.storage.store import Hit, MapHead, Transaction


@dataclass(frozen=True, slots=True)
class Maps:
    """Whole maps, as a person may see and make them."""

    house: House

    def heads(self, person: Participant, *, search: str = "", archived: bool = False) -> Sequence[MapHead]:
        """The maps this person may see, the last changed first."""
        if person.role is Role.OWNER:
            return self.house.store.heads(search=search, archived=archived)
        if person.role is Role.READER:
            found = [self.house.store.head(map_id) for map_id in sorted(person.reads)]
            return [head for head in found if search.casefold() in head.title.casefold()] if not archived else []
        if person.workshop_id is None:
            raise forbidden("other-workshop")
        require(person, Right.SEE, person.workshop_id)
        return self.house.store.heads(search=search, archived=archived, workshop_id=person.workshop_id)

    def head(self, person: Participant, map_id: str) -> MapHead:
        """One map's title, kind, size and dates."""
        head = self.house.store.head(map_id)
        require_read(person, map_id, head.workshop_id)
        return head

    def journey(self, person: Participant, map_id: str, revision: int | None = None) -> Journey:
        """The map as it is, or as it was at a revision: what everybody may see of it, and what is this person's."""
        head = self.head(person, map_id)
        if revision is not None:
            require(person, Right.SEE, head.workshop_id)  # what was there before is not for whoever reads by a link
        if revision is None:
            return Sight.own(person).of_map(self.house.store.journey(map_id))
        if revision < 1:
            raise gone("no-such-revision", revision=revision, latest=head.revision)
        with self.house.turns.where(revision >= LARGE_LOG, person.id):
            return Sight.own(person).of_map(self.house.store.journey_at(map_id, revision))

    def silhouettes(self, person: Participant, heads: Sequence[MapHead]) -> dict[str, Silhouette]:
        """The outline of each of these maps, of what everybody may see of it. Errors: Refusal."""
        for head in heads:
            require(person, Right.SEE, head.workshop_id)
        return self.house.silhouettes.of(self.house.store, [head.id for head in heads])

    def is_large(self, head: MapHead) -> bool:
        """Whether whatever is done with the whole of this map is heavy."""
        if head.moments >= LARGE_MOMENTS:
            return True
        return head.revision >= LARGE_ROWS and self.house.turns.is_large(self.house.store.journey(head.id))

    def search(self, person: Participant, text: str, most: int = 50) -> Sequence[Hit]:
        """Rows of the maps this person may see whose text has these words."""
        ids = [head.id for head in self.heads(person)]
        return self.house.store.search(text, map_ids=ids, most=most)

    def create(
        self,
        person: Participant,
        title: str,
        kind: MapKind | str = MapKind.AS_IS,
        *,
        language: str | None = None,
        persona: str = "",
        workshop_id: str | None = None,
    ) -> str:
        """A map from scratch; its id."""
        map_id = new_id()
        values = {"title": title, "kind": str(kind), "language": language or self.house.language}
        changes: list[Change] = [Add(table="maps", id=map_id, values=values)]
        if persona.strip():
            changes.append(Add(table="personas", id=new_id(), values={"name": persona}))
        return self.build(person, map_id, changes, workshop_id=workshop_id)

    def build(
        self,
        person: Participant,
        map_id: str,
        changes: Sequence[Change],
        *,
        workshop_id: str | None = None,
        as_is_id: str | None = None,
        base_revision: int | None = None,
        base_map_id: str | None = None,
        waits_for: MapHead | None = None,
        sample: str | None = None,
    ) -> str:
        """A map made of these changes, the first of which adds the map's own row; its id.

        `waits_for` is a map that waits for its as-is, as this one then does. All of it is written, or nothing.
        """
        place = workshop_id if workshop_id is not None else person.workshop_id
        require(person, Right.MANAGE, place)
        made = perform(Journey(map_id), changes)
        at = self.house.now()
        waiting = {} if waits_for is None else waits_for.model_dump(include={"designed_from", "designed_from_title"})
        head = MapHead(
            id=map_id,
            workshop_id=place,
            as_is_id=as_is_id,
            base_revision=base_revision,
            base_map_id=base_map_id,
            sample=sample,
            created_at=at,
            changed_at=at,
            **waiting,
        )
        with begun(self.house, person.id, [made]) as ready:
            self.house.store.write(lambda tx: self.put(tx, person, head, made, ready)).result()
        self.tell(place)
        return map_id

    def duplicate(self, person: Participant, map_id: str, title: str | None = None) -> str:
        """A copy to try things on; its id."""
        journey = PUBLIC.of_map(self.journey(person, map_id))
        with self.house.turns.of_journeys(person.id, journey):
            return self._copy(person, journey, title)

    def restore_as_copy(self, person: Participant, map_id: str, revision: int) -> str:
        """The map as it was at a revision, as a new map; the map itself stays as it is."""
        journey = PUBLIC.of_map(self.journey(person, map_id, revision))
        title = say("map-title-restored", journey.language, title=journey.title, revision=revision)
        with self.house.turns.of_journeys(person.id, journey):
            return self._copy(person, journey, title)

    def design_to_be(self, person: Participant, map_id: str, title: str | None = None) -> str:
        """A to-be that starts as a copy of this as-is and remembers each row's origin; its id."""
        head, as_is = self.head(person, map_id), PUBLIC.of_map(self.journey(person, map_id))
        if as_is.kind is not MapKind.AS_IS:
            raise invalid("to-be-of-as-is")
        new = new_id()
        with self.house.turns.of_journeys(person.id, as_is):
            changes = to_be_changes(as_is, new, title or _to_be_title(as_is))
            base = as_is.revision
            return self.build(person, new, changes, workshop_id=head.workshop_id, as_is_id=map_id, base_revision=base)

    def design_in(self, tx: Transaction, person: Participant, map_id: str, ready: Mapping[str, ReadyCopy]) -> str:
        """The same within a piece of work that is under way, from the as-is as it is there; its id."""
        head = tx.head(map_id)
        require(person, Right.MANAGE, head.workshop_id)
        made = _copy_of(tx, map_id, designed, ready)
        return self._put_new(tx, person, made, ready, workshop_id=head.workshop_id, as_is_id=map_id)

    def to_be_of(self, person: Participant, map_id: str) -> MapHead | None:
        """The latest to-be that was designed from this map."""
        found = [head for head in self.heads(person) if head.as_is_id == map_id and head.kind is MapKind.TO_BE]
        return max(found, key=lambda head: head.created_at, default=None)

    def bring_in(
        self, tx: Transaction, person: Participant, heads: Sequence[MapHead], workshop_id: str,
        ready: Mapping[str, ReadyCopy],
    ) -> str:  # fmt: skip
        """Bring an as-is and its to-be into a workshop, within a piece of work; the as-is there.

        What belongs to another workshop stays there: this one has a copy.
        """
        made: dict[str, str] = {}
        free = all(head.workshop_id is None for head in heads)
        for head in heads:
            require(person, Right.MANAGE, head.workshop_id)
            if free:
                tx.assign(head.id, workshop_id)
                made[head.id] = head.id
            else:
                copy = _copy_of(tx, head.id, plain_copy, ready)
                as_is_id = made.get(head.as_is_id or "")
                base = _base_of_copy(tx, head) if as_is_id is not None else None
                made[head.id] = self._put_new(
                    tx, person, copy, ready, workshop_id=workshop_id, as_is_id=as_is_id, base=base
                )
        return made[heads[0].id]

    def link(self, person: Participant, map_id: str, as_is_id: str | None, batch: str = "") -> None:
        """Say which as-is this to-be was designed from, or that there is none; `batch` is that of the origins.

        From now on it is held against the as-is as it is now, or as it was when the to-be was begun from it.
        Errors: Refusal where one of them is of the other kind, or it would go round in a circle.
        """

        def work(tx: Transaction) -> str | None:
            head = tx.head(map_id)
            require(tx.people.participant(person.id) or person, Right.MANAGE, head.workshop_id)
            if head.archived_at is not None:
                raise invalid("archived")
            base: tuple[str | None, int | None] = (None, None)
            if as_is_id is not None:
                as_is = tx.head(as_is_id)
                require(tx.people.participant(person.id) or person, Right.SEE, as_is.workshop_id)
                check_pair(tx, head, as_is)
                same = head.as_is_id == as_is_id
                base = (head.base_map_id, head.base_revision) if same else (None, as_is.revision)
            tx.link(map_id, as_is_id, base, batch)
            if head.workshop_id is not None:
                tx.people.touch_workshop(head.workshop_id)
            return head.workshop_id

        place = self.house.store.write(work).result()
        self.tell(place)

    def archive(self, person: Participant, map_id: str) -> None:
        """Out of the list, and read-only; nothing is lost."""
        self._set_archived(person, map_id, self.house.now())

    def restore(self, person: Participant, map_id: str) -> None:
        """Back from the archive."""
        self._set_archived(person, map_id, None)

    def delete(self, person: Participant, map_id: str, title: str) -> None:
        """Out of the archive, for good: whoever may archive it may, and types its title. Errors: Refusal."""
        delete_map(self.house, person, map_id, title)

    def assign(self, person: Participant, map_id: str, workshop_id: str) -> None:
        """Bring a map into a workshop, so that its people can see and edit it; rounds in the one before end."""
        head = self.head(person, map_id)
        require(person, Right.MANAGE, head.workshop_id)
        require(person, Right.MANAGE, workshop_id)

        links = MadeLinks(self.house)

        def work(tx: Transaction) -> list[MadeLink]:
            ended = links.end_where_moved(tx, map_id, workshop_id)
            tx.assign(map_id, workshop_id)
            for place in {head.workshop_id, workshop_id} - {None}:
                tx.people.touch_workshop(place or "")
            return ended

        links.tell_ended(person, self.house.store.write(work).result())
        self.tell(head.workshop_id, workshop_id)

    def _set_archived(self, person: Participant, map_id: str, at: str | None) -> None:
        place = self.head(person, map_id).workshop_id
        require(person, Right.MANAGE, place)

        def work(tx: Transaction) -> None:
            tx.archive(map_id, at)
            if place is not None:
                tx.people.touch_workshop(place)

        self.house.store.write(work).result()
        self.house.anew.ring(map_id)
        self.tell(place)

    def put(
        self, tx: Transaction, person: Participant, head: MapHead, made: MadeMap, ready: Collection[str] = ()
    ) -> None:
        """Write a map that was worked out, or finish it where it is `ready`; its workshop may be about another now."""
        journey, effects = made
        if head.id in ready:
            tx.finish_map(head)
        else:
            tx.create_map(head)
            tx.append(journey, Batch(person.id, new_id(), head.created_at).numbered(journey, effects))
        if head.workshop_id is not None:
            tx.people.touch_workshop(head.workshop_id)

    def _put_new(
        self, tx: Transaction, person: Participant, made: MadeMap, ready: Mapping[str, ReadyCopy], *,
        workshop_id: str | None, as_is_id: str | None, base: tuple[str, int] | None = None,
    ) -> str:  # fmt: skip
        """The same for a new map; its id. `base` is what it began from, where that is not its as-is as it is now."""
        at, map_id = self.house.now(), made[0].map_id
        base_map_id, base_revision = base or (None, None)
        head = MapHead(
            id=map_id, workshop_id=workshop_id, as_is_id=as_is_id, base_map_id=base_map_id,
            base_revision=base_revision, created_at=at, changed_at=at,
        )  # fmt: skip
        self.put(tx, person, head, made, [map_id for one in ready.values() if one.made is made])
        return map_id

    def tell(self, *places: str | None) -> None:
        """The rooms of these workshops look anew where they are."""
        for place in {place for place in places if place is not None}:
            self.house.bell.ring(place)

    def _copy(self, person: Participant, journey: Journey, title: str | None) -> str:
        head = self.head(person, journey.map_id)
        new = new_id()
        name = title or _fitting(say("map-title-copy", journey.language, title=journey.title))
        changes = copy_changes(journey, new, title=_fitting(name))
        return self.build(
            person, new, changes, workshop_id=head.workshop_id, as_is_id=head.as_is_id,
            base_revision=head.base_revision, base_map_id=head.base_map_id, waits_for=head,
        )  # fmt: skip


def designed(as_is: Journey) -> list[Change]:
    """What makes a to-be of this as-is."""
    return to_be_changes(as_is, new_id(), _to_be_title(as_is))


def plain_copy(journey: Journey) -> list[Change]:
    """What makes a copy of this map."""
    return copy_changes(journey, new_id())


def _copy_of(
    tx: Transaction, map_id: str, changes_of: Callable[[Journey], list[Change]], ready: Mapping[str, ReadyCopy]
) -> MadeMap:
    """A map made of this one: the one that is ready, unless somebody has changed the map since."""
    if map_id in ready and ready[map_id].is_current(tx, map_id):
        return ready[map_id].made
    changes = changes_of(PUBLIC.of_map(tx.journey(map_id)))
    return perform(Journey(changes[0].id), changes)


def _base_of_copy(tx: Transaction, to_be: MapHead) -> tuple[str, int] | None:
    """What a copy of this to-be began from, beside a copy of its as-is: what this one did, map and revision.

    None where the as-is has not changed since, or nobody knows: then that is its copy as it is now.
    """
    base = to_be.base_map_id or to_be.as_is_id
    if base is None or to_be.base_revision is None:
        return None
    if base == to_be.as_is_id and tx.head(base).revision == to_be.base_revision:
        return None
    return base, to_be.base_revision


def check_pair(tx: Transaction, to_be: MapHead, as_is: MapHead) -> None:
    """Refuse what cannot be a pair: a map with itself, two of one kind, a circle."""
    if as_is.id == to_be.id:
        raise invalid("as-is-itself")
    if to_be.kind is not MapKind.TO_BE:
        raise invalid("as-is-of-as-is", title=as_is.title)
    seen, above = {to_be.id}, as_is.as_is_id
    while above is not None and above not in seen:
        seen.add(above)
        above = tx.head(above).as_is_id
    if above == to_be.id or (as_is.designed_from is not None and as_is.designed_from == to_be.identity):
        raise invalid("as-is-circle", title=as_is.title)
    if as_is.kind is not MapKind.AS_IS:
        raise invalid("as-is-is-to-be", title=as_is.title)


def _to_be_title(as_is: Journey) -> str:
    return _fitting(say("map-title-to-be", as_is.language, title=as_is.title))


def _fitting(title: str, most: int = limits.TITLE) -> str:
    return title if length_of(title) <= most else f"{shortened_to(title, most - 1)}…"
