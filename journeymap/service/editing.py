"""The one door for changes to a map: who may, what it does, committed before it is answered."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

from journeymap.domain.changes import Change, Effect, Operation, Set
from journeymap.domain.deciding import perform
from journeymap.domain.errors import Refusal, invalid
from journeymap.domain.journey import Journey
from journeymap.domain.people import Participant, Right, require
from journeymap.domain.undoing import Stacks, stacks, take_back
from journeymap.service.house import House, new_id
from journeymap.storage.store import Transaction

Act = Literal["do", "undo", "redo"]
Field = tuple[str, str, str]
"""A field of a row: its table, the row's id, and its name."""

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

    def submit(
        self, person: Participant, map_id: str, changes: Sequence[Change], op: str | None = None
    ) -> "Future[Accepted]":
        """Queue changes that are accepted together or not at all; done after the commit.

        `op` is the client's own name for them: sent twice, they are answered with the first result.
        Errors: Refusal, in a facilitator's words, in the future.
        """
        name = op or new_id()

        def work(tx: Transaction) -> Accepted:
            _require_edit(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            before = tx.journey(map_id)
            journey, effects = perform(before, changes)
            lost = _lost(tx, person, before, changes, effects)
            return self._append(tx, journey, effects, Batch(person.id, name, self.house.now(), lost=lost))

        return self.house.store.write(work)

    def change(self, person: Participant, map_id: str, changes: Sequence[Change], op: str | None = None) -> Accepted:
        """The same, waiting for the answer."""
        return self.submit(person, map_id, changes, op).result()

    def undo(self, person: Participant, map_id: str, op: str | None = None) -> Accepted:
        """Take back this person's last batch, where nobody has changed it since."""
        return self.take_back(person, map_id, "undo", op).result()

    def redo(self, person: Participant, map_id: str, op: str | None = None) -> Accepted:
        """Do again what this person last undid."""
        return self.take_back(person, map_id, "redo", op).result()

    def stacks(self, person: Participant, map_id: str) -> Stacks:
        """What this person can undo and redo on this map; that there is a map cannot be undone."""
        found = self._usable(stacks(self.house.store.entries(map_id, person.id)), map_id)
        made = {operation.batch for operation in self.house.store.operations(map_id, most=1)}
        return Stacks(tuple(batch for batch in found.undo if batch not in made), found.redo)

    def can(self, person: Participant, map_id: str) -> tuple[bool, bool]:
        """Whether this person can undo, and redo, something on this map."""
        found = self.stacks(person, map_id)
        return bool(found.undo), bool(found.redo)

    def history(
        self, person: Participant, map_id: str, *, before: int | None = None, most: int = 100
    ) -> Sequence[Operation]:
        """Who changed what and when, the newest first."""
        require(person, Right.SEE, self.house.store.head(map_id).workshop_id)
        return self.house.store.latest(map_id, before=before, most=most)

    def operations(self, person: Participant, map_id: str, since: int = 0) -> Sequence[Operation]:
        """The log after a revision, in order."""
        require(person, Right.SEE, self.house.store.head(map_id).workshop_id)
        return self.house.store.operations(map_id, since=since)

    def take_back(
        self, person: Participant, map_id: str, act: Literal["undo", "redo"], op: str | None = None
    ) -> "Future[Accepted]":
        """Queue an undo or a redo; done after the commit."""
        name = op or new_id()

        def work(tx: Transaction) -> Accepted:
            _require_edit(tx, person, map_id)
            if (revision := tx.answered(map_id, person.id, name)) is not None:
                return self._repeated(tx, map_id, revision, Batch(person.id, name))
            mine = self._usable(stacks(tx.entries(map_id, person.id)), map_id)
            waiting = mine.undo if act == "undo" else mine.redo
            if not waiting:
                raise invalid(f"{act}-nothing")
            return self._invert(tx, person, map_id, act, name, waiting[-1])

        return self.house.store.write(work)

    def _invert(self, tx: Transaction, person: Participant, map_id: str, act: Act, op: str, batch: str) -> Accepted:
        operations = tx.batch(map_id, batch)
        if operations[0].revision == 1:
            raise invalid(f"{act}-nothing")
        try:
            journey, effects = take_back(tx.journey(map_id), operations)
        except Refusal:
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
        return Accepted(revision, tuple(tx.batch(map_id, batch.name)), repeated=True)

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

    @property
    def name(self) -> str:
        """What the batch is called in the log."""
        return f"{self.by}/{self.op}"

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


def _lost(
    tx: Transaction, person: Participant, before: Journey, changes: Sequence[Change], effects: Sequence[Effect]
) -> dict[Field, str]:
    """Whose values are replaced by this person, who had not seen them: their base is older."""
    seen = {(c.table, c.id, c.field): c.base for c in changes if isinstance(c, Set) and c.base is not None}
    found: dict[Field, str] = {}
    for effect in effects:
        name = (effect.table, effect.id, effect.field)
        if effect.do != "set" or seen.get(name, before.revision) >= before.revision or effect.before == effect.value:
            continue
        by = tx.last_set(before.map_id, *name, since=max(seen[name], before.revision - SEEN))
        if by is not None and by != person.id:
            found[name] = by
    return found


def _require_edit(tx: Transaction, person: Participant, map_id: str) -> None:
    head = tx.head(map_id)
    require(person, Right.EDIT, head.workshop_id)
    if head.archived_at is not None:
        raise invalid("archived")
