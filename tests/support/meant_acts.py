"""What people meant to do on a map, held against what its log says they did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from journeymap.domain.model.operations import Operation

Fits = Callable[[Operation], bool]


@dataclass
class Intent:
    """One thing a person meant: which operation it becomes, and whether it has to have become one.

    `about` are the rows it needs: where one of them was taken away meanwhile, nothing is expected of it.
    """

    said: str
    fits: Fits
    about: tuple[str, ...] = ()
    sure: bool = False
    done: list[int] = field(default_factory=list)
    """The revisions that it explains."""


@dataclass
class Person:
    """What one person meant, in the order in which they meant it."""

    name: str
    intents: list[Intent] = field(default_factory=list)
    undos: int = 0
    redos: int = 0

    def means(self, said: str, fits: Fits, *about: str) -> Intent:
        """Something that may come about from now on, once."""
        self.intents.append(Intent(said, fits, about))
        return self.intents[-1]

    def adds(self, table: str, name: str, text: str, *about: str) -> Intent:
        """A new row with this text."""
        return self.means(
            f"add {table} {text!r}",
            lambda op: op.do == "add" and op.table == table and op.values.get(name) == text,
            *about,
        )

    def sets(self, table: str, row_id: str, name: str, value: Any) -> Intent:
        """One field of one row, to this value, or to one of these."""
        values = value if isinstance(value, tuple) else (value,)
        return self.means(
            f"set {table} {row_id} {name} = {value!r}",
            lambda op: (op.do, op.table, op.id, op.field) == ("set", table, row_id, name) and op.value in values,
            row_id,
        )

    def moves(self, table: str, row_id: str) -> Intent:
        """A row to another place."""
        return self.means(
            f"move {table} {row_id}", lambda op: (op.do, op.table, op.id) == ("move", table, row_id), row_id
        )

    def crosses(self, moment: str, channel: str) -> Intent:
        """A moment goes through a channel from now on, or no longer."""
        wanted = (moment, channel)

        def fits(op: Operation) -> bool:
            if op.table != "touchpoints":
                return False
            if op.do == "add":
                return (op.parent, op.values.get("channel")) == wanted
            return op.do == "remove" and any((row.parent, row.values.get("channel")) == wanted for row in op.kept)

        return self.means(f"cross {moment} {channel}", fits, moment)


@dataclass
class Account:
    """What cannot be explained: operations that nobody meant, and things that were meant and are not in the log."""

    unmeant: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def account(people: Mapping[str, Person], log: Iterable[Operation]) -> Account:
    """Hold a log against what these people (by id) meant; every intent explains one operation and no more."""
    found = Account()
    operations = list(log)
    gone = {row.id for op in operations if op.do == "remove" for row in op.kept} | {
        op.id for op in operations if op.do == "remove"
    }
    taken_back = {op.of for op in operations if op.act == "undo"}
    steps: dict[tuple[str, str], set[str]] = {}
    for op in operations:
        person = people.get(op.by)
        if person is None:
            found.unmeant.append(f"r{op.revision}: somebody unknown: {_said(op)}")
        elif op.act != "do":
            steps.setdefault((op.by, op.act), set()).add(op.batch)
        elif intent := next((one for one in person.intents if not one.done and one.fits(op)), None):
            intent.done.append(op.revision)
        else:
            found.unmeant.append(f"r{op.revision}: {person.name} never meant: {_said(op)}")
    for (by, act), batches in steps.items():
        asked = people[by].undos if act == "undo" else people[by].redos
        if len(batches) > asked:
            found.unmeant.append(f"{people[by].name}: {len(batches)} × {act}, asked for {asked}")
    for person in people.values():
        for intent in person.intents:
            if intent.sure and not intent.done and not gone.intersection(intent.about):
                found.missing.append(f"{person.name} meant to {intent.said} ({len(taken_back)} batches were undone)")
    return found


def _said(op: Operation) -> str:
    return f"{op.act} {op.do} {op.table} {op.id} {op.field} {op.before!r} → {op.value!r} {op.values or ''}"
