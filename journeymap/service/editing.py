"""The one door for changes to a map: who may, what it does, committed before it is answered."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Literal

from journeymap.domain.alike import merge_changes
from journeymap.domain.changes import Change, Effect, Operation, Reveal, Set
from journeymap.domain.deciding import perform
from journeymap.domain.errors import Refusal, Term, forbidden, gone, invalid
from journeymap.domain.journey import Journey
from journeymap.domain.people import Participant, Right, leads, require
from journeymap.domain.permitting import permit
from journeymap.domain.seeing import Sight
from journeymap.domain.undoing import BACK, Stacks, take_back
from journeymap.domain.workshops import Workshop
from journeymap.service.house import House, new_id
from journeymap.service.windows import Windows
from journeymap.storage.store import MapHead, Transaction

Act = Literal["do", "undo", "redo"]
Field = tuple[str, str, str]
"""A field of a row: its table, the row's id, and its name."""

Groups = Sequence[tuple[str, Sequence[str]]]
"""Moments that become one: the one that stays, and the others."""
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
class Editing:
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
    ) -> "Future[Accepted]":
        """Queue changes that are accepted together or not at all; done after the commit.

        `op` is the client's own name for them: sent twice, they are answered with the first result. What has the
        same `act` is undone in one go. `window` is where the person did it: in two of their own windows they may
        overwrite unseen what they wrote themselves, and are told as if it were somebody else's.
        Errors: Refusal, in a facilitator's words, in the future.
        """
        name = op or new_id()
        batch = Batch(person.id, name, window=window, group=act)

        def work(tx: Transaction) -> Accepted:
            head = _require_edit(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, batch)
            before = tx.journey(map_id)
            granted = permit(before, _workshop(tx, head), person, changes)
            journey, effects = perform(before, granted)
            lost = _lost(tx, self._windows, batch, before, changes, effects)
            done = self._append(tx, journey, effects, replace(batch, at=self.house.now(), lost=lost))
            self._windows.remember(map_id, done.operations, window)
            return done

        return self.house.store.write(work)

    def merge(self, person: Participant, map_id: str, groups: Groups, op: str | None = None) -> Accepted:
        """Take moments into one another, group by group (the one that stays, the others), as one batch.

        Votes go along, also those that nobody but the voter sees. Those who lead the workshop may.
        Errors: Refusal, and nothing is merged.
        """
        name = op or new_id()

        def work(tx: Transaction) -> Accepted:
            head = _require_edit(tx, person, map_id)
            if not leads(person.role):
                raise forbidden("may-not-lead", role=Term(f"role-{person.role}"))
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            journey = tx.journey(map_id)
            for keep, others in groups:
                if any(journey.find("moments", one) is None for one in (keep, *others)):
                    raise gone("row-gone", row=Term("the-moments"))
            journey, done = _merged(journey, _workshop(tx, head), person, groups)
            return self._append(tx, journey, done, Batch(person.id, name, self.house.now()))

        return self.house.store.write(work).result()

    def bring(self, person: Participant, map_id: str, found: Found) -> int:
        """Put on the map what a step brought, worked out from the map as it is then, as one batch; how many rows.

        Where nothing is left to do nothing is written: it may be asked for twice. Those who lead may.
        """

        def work(tx: Transaction) -> int:
            head = _require_edit(tx, person, map_id)
            if not leads(person.role):
                raise forbidden("may-not-lead", role=Term(f"role-{person.role}"))
            changes, groups, n = found(tx)
            workshop = _workshop(tx, head)
            journey, done = perform(tx.journey(map_id), _granted(tx.journey(map_id), workshop, person, changes))
            journey, more = _merged(journey, workshop, person, groups)
            if done or more:
                self._append(tx, journey, [*done, *more], Batch(person.id, new_id(), self.house.now()))
            return n

        return self.house.store.write(work).result()

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

        def work(tx: Transaction) -> Accepted:
            head = _require_edit(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            mine = self._usable(tx.stacks(map_id, person.id), map_id)
            waiting = mine.undo if act == "undo" else mine.redo
            if not waiting:
                raise invalid(f"{act}-nothing", most=BACK)
            done = self._invert(tx, person, head, act, name, waiting[-1])
            self._windows.remember(map_id, done.operations, window)
            return done

        return self.house.store.write(work)

    def _invert(self, tx: Transaction, person: Participant, head: MapHead, act: Act, op: str, batch: str) -> Accepted:
        map_id = head.id
        operations = tx.batch(map_id, batch)
        workshop = _workshop(tx, head)

        def grant(journey: Journey, changes: list[Change]) -> list[Change]:
            return _granted(journey, workshop, person, changes)

        try:
            journey, effects = take_back(tx.journey(map_id), operations, grant)
        except Refusal as refusal:
            if refusal.code != "forbidden":  # in another step it may be allowed again
                self._passed.add((map_id, batch))
            raise
        return self._append(tx, journey, effects, Batch(person.id, op, self.house.now(), act, batch))

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


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done in one go: by whom, under which name of the client's own, and when."""

    by: str
    op: str
    at: str = ""
    act: Act = "do"
    of: str | None = None
    lost: Mapping[Field, str] = field(default_factory=dict)
    """Whose unseen values it replaces, by field."""
    group: str | None = None
    """What it belongs to, where more is done in one go than one change says."""
    window: str | None = None
    """Where the person did it."""

    @property
    def name(self) -> str:
        """What the batch is called in the log."""
        return f"{self.by}/{self.group or self.op}"

    def numbered(self, journey: Journey, effects: Sequence[Effect]) -> tuple[Operation, ...]:
        """The log entries of these effects, the last of which led to this journey.

        Only the first carries the client's own name; `~` cannot stand in one, so the names of the
        others never meet it.
        """
        first = journey.revision - len(effects) + 1
        return tuple(
            Operation.model_construct(
                **dict(effect),
                revision=first + n,
                op=self.op if n == 0 else f"{self.op}~{n}",
                client=self.by,
                by=self.by,
                at=self.at,
                batch=self.name,
                act=self.act,
                of=self.of,
                lost_by=self.lost.get((effect.table, effect.id, effect.field)),
            )
            for n, effect in enumerate(effects)
        )


def _granted(
    journey: Journey, workshop: Workshop | None, person: Participant, changes: Sequence[Change]
) -> list[Change]:
    """What we worked out for somebody, as they may do it: votes follow what they are on, whoever gave them."""
    if not leads(person.role):
        return permit(journey, workshop, person, changes)
    granted: list[Change] = []
    for change in changes:
        granted += [change] if change.table == "votes" else permit(journey, workshop, person, [change])
    return granted


def _merged(
    journey: Journey, workshop: Workshop | None, person: Participant, groups: Groups
) -> tuple[Journey, list[Effect]]:
    """The map after these moments became one, and what that does; one after the other, for one may change the next."""
    caps = {step.id: step.ballot.cap for step in workshop.steps if step.ballot} if workshop else {}
    done: list[Effect] = []
    for keep, others in groups:
        there = [one for one in others if journey.find("moments", one) is not None]
        if there and journey.find("moments", keep) is not None:
            asked = merge_changes(journey, keep, there, new_id, caps=caps)
            journey, effects = perform(journey, _granted(journey, workshop, person, asked))
            done += effects
    return journey, done


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


def _require_edit(tx: Transaction, person: Participant, map_id: str) -> MapHead:
    """The map, which this person may change: as they are now, for they may have been removed since they came."""
    head = tx.head(map_id)
    now = tx.participant(person.id) or person
    require(now, Right.EDIT, head.workshop_id)
    if now.seats != person.seats:
        raise forbidden("seat-moved")
    if head.archived_at is not None:
        raise invalid("archived")
    return head


def _workshop(tx: Transaction, head: MapHead) -> Workshop | None:
    """The workshop that the map is in."""
    return tx.workshop(head.workshop_id) if head.workshop_id is not None else None
