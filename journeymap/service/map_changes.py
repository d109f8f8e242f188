"""The one door for changes to a map: checks rights, works out the effects, and answers after the commit."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import BACK, Stacks, take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Effect, Operation, Reveal, Set
from journeymap.domain.model.roles import Participant, Right, leads, require
from journeymap.domain.model.visibility import Sight
from journeymap.domain.model.workshop import Workshop
from journeymap.domain.text.errors import Refusal, Term, forbidden, invalid
from journeymap.domain.workshop.permissions import permit
from journeymap.domain.workshop.proof import proven
from journeymap.service.act_parts import CASCADE, LIGHT, Deciding, in_parts, is_large, rows_of, small, weight
from journeymap.service.batch import Act, Batch, Field
from journeymap.service.disposition_signature import DispositionSignature
from journeymap.service.house import House, new_id
from journeymap.service.linked_batch import link_back_with
from journeymap.service.merges import Groups, granted_for, is_large_merge, merged, merges
from journeymap.service.windows import Windows
from journeymap.storage.store import Handover, MapHead, MapPlace, Transaction

T = TypeVar("T")
_LONG = ThreadPoolExecutor(2, thread_name_prefix="journeymap-long")
"""Large acts wait here for one another, and for nobody else."""

Found = Callable[[Transaction], tuple[Sequence[Change], Groups, int]]
"""Works out what is to be put on a map, and how many rows that is."""

SEEN = 2_000
"""A base further back than this counts as this far: who is so far behind takes the whole map anew."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answer to an accepted change. `repeated`: it had been accepted before, with this very result."""

    revision: int
    operations: tuple[Operation, ...] = ()
    repeated: bool = False


@dataclass(slots=True)
class MapChanges:
    """Changes, undo, redo and history of maps."""

    house: House
    _passed: set[tuple[str, str]] = field(default_factory=set)
    """Batches that could not be undone: said once, then the one before it is next."""
    _windows: Windows = field(default_factory=Windows)

    def submit(
        self,
        person: Participant,
        map_id: str,
        changes: Sequence[Change],
        op: str | None = None,
        *,
        act: str | None = None,
        window: str | None = None,
        also: Callable[[Transaction], object] | None = None,
    ) -> "Future[Accepted]":
        """Queue changes that are accepted together or not at all; done after the commit.

        `op` is the client's own name for them: sent twice, they are answered with the first result. What has the
        same `act` is undone in one go. `window` is where the person did it: in two of their own windows they may
        overwrite unseen what they wrote themselves, and are told as if it were somebody else's.
        `also` is done with them, in the same piece of work, once they are permitted; they are few then.
        Errors: Refusal, in a facilitator's words, in the future.
        """
        name = op or new_id()
        batch = Batch(person.id, name, window=window, group=act)

        def work(tx: Transaction) -> Accepted | None:
            head = require_edit(tx, person, map_id)
            if op is not None and (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, batch)
            before = tx.journey(map_id)
            if is_large(before, changes):
                return None
            asked = self._proven(before, tx.person(person.id) or person, changes)
            permitted = permit(before, _workshop(tx, head), person, asked)
            granted = DispositionSignature(person).signed(tx, before, self.house.now(), permitted)
            journey, effects = perform(before, granted)
            lost = _lost(tx, self._windows, batch, before, changes, effects)
            written = Batch(person.id, name, self.house.now(), lost=lost, group=act)
            if also is not None:
                also(tx)
            done = self._append(tx, journey, effects, written)
            self._windows.remember(map_id, done.operations, window)
            return done

        return self._or_long(work, lambda: self._submit_in_parts(person, map_id, changes, batch))

    def check(self, person: Participant, map_id: str, changes: Sequence[Change]) -> None:
        """Whether this person may make these changes now, before work is done for them. Errors: Refusal.

        Nobody waits for it: it reads beside the writer, which asks again when the changes are made.
        """
        store = self.house.store
        head = store.head(map_id)
        _require_edit(store.people.participant(person.id), person, head)
        permit(store.journey(map_id), self._workshop_now(map_id), person, changes)

    def _or_long(
        self, work: "Callable[[Transaction], Accepted | None]", long: "Callable[[], Accepted]"
    ) -> "Future[Accepted]":
        """Queue this; where it turns out to be much (None, and nothing is written), do it in parts."""

        def take(answer: "Future[Accepted]") -> None:
            def pass_on(done: "Future[Accepted]") -> None:
                if (fault := done.exception()) is not None:
                    answer.set_exception(fault)
                else:
                    answer.set_result(done.result())

            _LONG.submit(long).add_done_callback(pass_on)

        def asked(tx: Transaction) -> Accepted | Handover:
            done = work(tx)
            return Handover(take) if done is None else done

        return self.house.store.write(asked)

    def _submit_in_parts(self, person: Participant, map_id: str, changes: Sequence[Change], batch: Batch) -> Accepted:
        """Many changes: refused as a whole where they are at once, else written a few at a time."""
        workshop = self._workshop_now(map_id)
        before = self.house.store.journey(map_id)
        known = self.house.store.people.participant(person.id) or person
        asked = self._proven(before, known, list(small(before, changes)))
        perform(before, permit(before, workshop, person, asked))

        signature = DispositionSignature(person)

        def decide(journey: Journey, tx: Transaction, change: Change) -> tuple[Journey, list[Effect]]:
            granted = permit(journey, _workshop(tx, tx.place(map_id)), person, [change])
            return perform(journey, signature.signed(tx, journey, self.house.now(), granted))

        batch = replace(batch, at=self.house.now())
        return self._in_parts(person, map_id, batch, asked, decide, lambda change: weight(before, change))

    def _in_parts(
        self, person: Participant, map_id: str, batch: Batch, asked: Sequence[T], decide: Deciding[T],
        weigh: Callable[[T], int],
    ) -> Accepted:  # fmt: skip
        revision, _ = in_parts(
            self.house, map_id, batch, asked, lambda tx: require_edit(tx, person, map_id), decide, weigh
        )
        return Accepted(revision, tuple(self.house.store.batch(map_id, batch.name)))

    def _proven(self, journey: Journey, person: Participant, changes: Sequence[Change]) -> list[Change]:
        return proven(journey, person, changes, self.house.now()[:10])

    def _back(
        self, journey: Journey, workshop: Workshop | None, person: Participant, changes: Sequence[Change]
    ) -> list[Change]:
        """What takes something back, as it may be done: nothing is called validated by it that is not proven."""
        return granted_for(journey, workshop, person, self._proven(journey, person, changes))

    def _workshop_now(self, map_id: str) -> Workshop | None:
        workshop_id = self.house.store.head(map_id).workshop_id
        return self.house.store.people.workshop(workshop_id) if workshop_id is not None else None

    def merge(self, person: Participant, map_id: str, groups: Groups, op: str | None = None) -> Accepted:
        """Take moments into one another, group by group (the one that stays, the others), as one batch.

        Votes go along, also those that nobody but the voter sees. Those who lead the workshop may.
        Errors: Refusal, and nothing is merged.
        """
        name = op or new_id()

        def work(tx: Transaction) -> Accepted | None:
            head = _require_lead(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            journey = tx.journey(map_id)
            if is_large_merge(journey, groups):
                return None
            journey, done = merged(journey, _workshop(tx, head), person, groups, whole=True)
            return self._append(tx, journey, done, Batch(person.id, name, self.house.now()))

        return self._or_long(work, lambda: self._merge_in_parts(person, map_id, (), groups, name)).result()

    def bring(self, person: Participant, map_id: str, found: Found) -> int:
        """Put on the map what a step brought, worked out from the map as it is then, as one batch; how many rows.

        Where nothing is left to do nothing is written: it may be asked for twice. Those who lead may.
        """
        large: list[tuple[Sequence[Change], Groups]] = []

        def work(tx: Transaction) -> int:
            head = _require_lead(tx, person, map_id)
            changes, groups, n = found(tx)
            journey = tx.journey(map_id)
            if is_large(journey, changes) or is_large_merge(journey, groups):
                large.append((changes, groups))
                return n
            workshop = _workshop(tx, head)
            journey, done = perform(journey, granted_for(journey, workshop, person, changes))
            journey, more = merged(journey, workshop, person, groups)
            if done or more:
                self._append(tx, journey, [*done, *more], Batch(person.id, new_id(), self.house.now()))
            return n

        n = self.house.store.write(work).result()
        for changes, groups in large[-1:]:
            self._merge_in_parts(person, map_id, changes, groups, new_id(), whole=False)
        return n

    def _merge_in_parts(
        self, person: Participant, map_id: str, changes: Sequence[Change], groups: Groups, op: str, *,
        whole: bool = True,
    ) -> Accepted:  # fmt: skip
        """Changes and merges of many rows: worked out on a reader's copy, then written a few at a time."""
        workshop = self._workshop_now(map_id)
        before = self.house.store.journey(map_id)
        asked = list(small(before, changes))
        journey, _ = perform(before, granted_for(before, workshop, person, asked))
        for merge, _, _ in merges(journey, workshop, person, groups, whole=whole):
            asked += merge

        def decide(journey: Journey, tx: Transaction, change: Change) -> tuple[Journey, list[Effect]]:
            return perform(journey, granted_for(journey, _workshop(tx, tx.place(map_id)), person, [change]))

        revision, _ = in_parts(
            self.house, map_id, Batch(person.id, op, self.house.now()), asked,
            lambda tx: _require_lead(tx, person, map_id), decide, lambda change: weight(before, change),
        )  # fmt: skip
        return Accepted(revision, tuple(self.house.store.batch(map_id, f"{person.id}/{op}")))

    def change(
        self,
        person: Participant,
        map_id: str,
        changes: Sequence[Change],
        op: str | None = None,
        *,
        window: str | None = None,
    ) -> Accepted:
        """The same, waiting for the answer."""
        return self.submit(person, map_id, changes, op, window=window).result()

    def undo(self, person: Participant, map_id: str, op: str | None = None) -> Accepted:
        """Take back this person's last batch, where nobody has changed it since."""
        return self.take_back(person, map_id, "undo", op).result()

    def redo(self, person: Participant, map_id: str, op: str | None = None) -> Accepted:
        """Do again what this person last undid."""
        return self.take_back(person, map_id, "redo", op).result()

    def stacks(self, person: Participant, map_id: str) -> Stacks:
        """What this person can undo and redo on this map; that there is a map cannot be undone."""
        return self._usable(self.house.store.stacks(map_id, person.id), map_id)

    def can(self, person: Participant, map_id: str) -> tuple[bool, bool]:
        """Whether this person can undo, and redo, something on this map."""
        found = self.stacks(person, map_id)
        return bool(found.undo), bool(found.redo)

    def history(
        self, person: Participant, map_id: str, *, before: int | None = None, most: int = 100
    ) -> Sequence[Operation]:
        """Who changed what and when, the newest first; what others hide, or hid, is not told."""
        require(person, Right.SEE, self.house.store.head(map_id).workshop_id)
        return _seen(person, self.house.store.latest(map_id, before=before, most=most))

    def operations(self, person: Participant, map_id: str, since: int = 0) -> Sequence[Operation]:
        """The log after a revision, in order."""
        require(person, Right.SEE, self.house.store.head(map_id).workshop_id)
        return _seen(person, self.house.store.operations(map_id, since=since))

    def log(self, person: Participant, map_id: str, since: int, most: int) -> tuple[Sequence[Operation], int, bool]:
        """The next part of the log: what this person may know of it, its last revision, and whether there is more."""
        head = self.house.store.head(map_id)
        require(person, Right.SEE, head.workshop_id)
        found = self.house.store.operations(map_id, since=since, most=most)
        to = found[-1].revision if found else since
        return _seen(person, found), to, len(found) == most and to < head.revision

    def take_back(
        self,
        person: Participant,
        map_id: str,
        act: Literal["undo", "redo"],
        op: str | None = None,
        *,
        window: str | None = None,
    ) -> "Future[Accepted]":
        """Queue an undo or a redo; done after the commit."""
        name = op or new_id()
        long = ""

        def work(tx: Transaction) -> Accepted | None:
            nonlocal long
            head = require_edit(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            mine = self._usable(tx.stacks(map_id, person.id), map_id)
            waiting = mine.undo if act == "undo" else mine.redo
            if not waiting:
                raise invalid(f"{act}-nothing", most=BACK)
            if tx.is_long(map_id, waiting[-1], CASCADE // LIGHT):
                long = waiting[-1]
                return None
            done = self._invert(tx, person, head, act, name, waiting[-1])
            self._windows.remember(map_id, done.operations, window)
            return done

        return self._or_long(work, lambda: self._invert_in_parts(person, map_id, act, name, long))

    def _invert_in_parts(self, person: Participant, map_id: str, act: Act, op: str, batch: str) -> Accepted:
        """A large batch: whether it can be taken back is found out first, then it is, a few operations at a time."""
        operations = self.house.store.batch(map_id, batch)

        def decide(journey: Journey, tx: Transaction, change: Effect) -> tuple[Journey, list[Effect]]:
            workshop = _workshop(tx, tx.place(map_id))
            return take_back(journey, [change], lambda it, changes: self._back(it, workshop, person, changes))

        try:
            workshop = self._workshop_now(map_id)
            take_back(
                self.house.store.journey(map_id), operations, lambda it, asked: self._back(it, workshop, person, asked)
            )
            done = Batch(person.id, op, self.house.now(), act, batch)
            found = self._in_parts(person, map_id, done, operations[::-1], decide, rows_of)
        except Refusal as refusal:
            if refusal.code != "forbidden":
                self._passed.add((map_id, batch))
            raise
        link = self.house.store.write(lambda tx: link_back_with(tx, person, tx.place(map_id), batch, done.name))
        link.result()
        return found

    def _invert(self, tx: Transaction, person: Participant, head: MapPlace, act: Act, op: str, batch: str) -> Accepted:
        map_id = head.id
        operations = tx.batch(map_id, batch)
        workshop = _workshop(tx, head)

        def grant(journey: Journey, changes: list[Change]) -> list[Change]:
            return self._back(journey, workshop, person, changes)

        try:
            journey, effects = take_back(tx.journey(map_id), operations, grant)
        except Refusal as refusal:
            if refusal.code != "forbidden":  # in another step it may be allowed again
                self._passed.add((map_id, batch))
            raise
        done = Batch(person.id, op, self.house.now(), act, batch)
        link_back_with(tx, person, head, batch, done.name)
        return self._append(tx, journey, effects, done)

    def _usable(self, found: Stacks, map_id: str) -> Stacks:
        return Stacks(
            tuple(b for b in found.undo if (map_id, b) not in self._passed),
            tuple(b for b in found.redo if (map_id, b) not in self._passed),
        )

    @staticmethod
    def _repeated(tx: Transaction, map_id: str, revision: int, batch: "Batch") -> Accepted:
        done = [one for one in tx.batch(map_id, batch.name) if one.op.split("~")[0] == batch.op]
        return Accepted(revision, tuple(done), repeated=True)

    @staticmethod
    def _append(tx: Transaction, journey: Journey, effects: Sequence[Effect], batch: "Batch") -> Accepted:
        operations = batch.numbered(journey, effects)
        tx.append(journey, operations)
        return Accepted(journey.revision, operations)


def reveal_in(tx: Transaction, person: Participant, map_id: str, step_id: str, at: str) -> int:
    """Let everybody see what is hidden in a step, as one operation; how many rows that showed.

    The caller has asked whether this person leads the workshop. Where nothing is hidden nothing is written.
    """
    before = tx.journey(map_id)
    journey, effects = perform(before, [Reveal(id=step_id)])
    reveal = effects[0]
    if reveal.kept or reveal.values:  # all that was hidden may have become one with what everybody sees
        batch = Batch(person.id, new_id(), at)
        tx.append(journey, batch.numbered(journey, effects))
    return len(reveal.kept)


def _seen(person: Participant, operations: Sequence[Operation]) -> list[Operation]:
    """What this person may know of these: everybody's, their own, and nothing that others hide or hid."""
    sight = Sight.own(person)
    return [sight.of_effect(operation) for operation in operations if sight.sees_effect(operation)]


def _lost(
    tx: Transaction,
    windows: Windows,
    batch: Batch,
    before: Journey,
    changes: Sequence[Change],
    effects: Sequence[Effect],
) -> dict[Field, str]:
    """Whose values are replaced by this person, who had not seen them there: their base is older."""
    seen = {(c.table, c.id, c.field): c.base for c in changes if isinstance(c, Set) and c.base is not None}
    found: dict[Field, str] = {}
    for effect in effects:
        name = (effect.table, effect.id, effect.field)
        if effect.do != "set" or seen.get(name, before.revision) >= before.revision or effect.before == effect.value:
            continue
        since = max(seen[name], before.revision - SEEN)
        by = tx.last_set(before.map_id, *name, since=since)
        if by is None:
            continue
        if by != batch.by or windows.other(before.map_id, tx.last_set_at(before.map_id, *name, since), batch.window):
            found[name] = by
    return found


def require_edit(tx: Transaction, person: Participant, map_id: str) -> MapPlace:
    """The map, which this person may change: as they are now, for they may have been removed since they came."""
    head = tx.place(map_id)
    _require_edit(tx.person(person.id), person, head)
    return head


def _require_edit(known: Participant | None, person: Participant, head: MapPlace | MapHead) -> None:
    """Refuse whoever may not change this map; `known` is how the workshop knows them now."""
    now = known or person
    require(now, Right.EDIT, head.workshop_id)
    if now.seats != person.seats:
        raise forbidden("seat-moved")
    if head.archived_at is not None:
        raise invalid("archived")


def _require_lead(tx: Transaction, person: Participant, map_id: str) -> MapPlace:
    """The map, which this person may change and whose workshop they lead."""
    place = require_edit(tx, person, map_id)
    if not leads(person.role):
        raise forbidden("may-not-lead", role=Term(f"role-{person.role}"))
    return place


def _workshop(tx: Transaction, head: MapPlace) -> Workshop | None:
    """The workshop that the map is in."""
    return tx.workshop(head.workshop_id) if head.workshop_id is not None else None
