"""Undo and redo: each person's own, worked out from the operation log."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Effect, Move, Remove, Set
from journeymap.domain.model.rows import CHILD_TABLES, Row
from journeymap.domain.text.errors import stale

BACK = 200
"""So many of their own acts can a person undo on a map, and redo; what is further back stays as it is."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """One person's batches that can be undone and redone, the latest last."""

    undo: tuple[str, ...] = ()
    redo: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One batch of a person's log."""

    batch: str
    act: str
    of: str | None


def stacks(entries: Iterable[Entry]) -> Stacks:
    """The stacks that a person's batches, in order, lead to: what a store keeps up to date, act by act."""
    undo: dict[str, None] = {}
    redo: dict[str, None] = {}
    for entry in entries:
        if entry.act == "do":
            redo.clear()
        else:
            (undo if entry.act == "undo" else redo).pop(entry.of or "", None)
        (redo if entry.act == "undo" else undo)[entry.batch] = None
        if len(undo) > BACK:
            del undo[next(iter(undo))]
    return Stacks(tuple(undo), tuple(redo))


Grant = Callable[[Journey, list[Change]], list[Change]]
"""Whether changes may be made now, and as what: see `permissions.permit`."""


def take_back(
    journey: Journey, batch: Sequence[Effect], grant: Grant = lambda _journey, changes: changes
) -> tuple[Journey, list[Effect]]:
    """The journey without this batch, the last effect taken back first, and what that did.

    A field is set back only while it holds what the batch wrote, a row only while it is where the
    batch put it and nobody has built on it. Errors: Refusal `stale`, and nothing is undone.
    """
    effects: list[Effect] = []
    for effect in reversed(batch):
        journey, back = perform(journey, grant(journey, inverse(journey, effect)))
        effects.extend(back)
    return journey, effects


def inverse(journey: Journey, effect: Effect) -> list[Change]:
    """The changes that take back this effect, the last of its batch that has not been taken back."""
    if effect.do == "remove":
        return _bring_back(effect)
    if effect.do == "reveal":
        raise stale("undo-reveal")
    row = journey.find(effect.table, effect.id)
    if row is None:
        raise stale("undo-gone")
    if effect.do == "set":
        if row.values()[effect.field] != effect.value:
            raise stale("undo-changed", field=field_name(effect.table, effect.field))
        return [Set(table=effect.table, id=effect.id, field=effect.field, value=effect.before)]
    if effect.do == "add":
        if row.values() != effect.values or _has_children(journey, effect):
            raise stale("undo-built-on")
        return [Remove(table=effect.table, id=effect.id)]
    if effect.place is None or not _is_where_it_was_put(journey, row, effect):
        raise stale("undo-moved")
    place = effect.place
    return [Move(table=effect.table, id=effect.id, parent=place.parent, after=place.after, key=place.key)]


def _has_children(journey: Journey, effect: Effect) -> bool:
    return any(journey.siblings(table, effect.id) for table in CHILD_TABLES[effect.table])


def _is_where_it_was_put(journey: Journey, row: Row, effect: Effect) -> bool:
    """The key may differ where the siblings have been spaced anew since."""
    return row.parent == effect.parent and (row.key == effect.key or journey.before(row) == effect.after)


def _bring_back(effect: Effect) -> list[Change]:
    changes: list[Change] = [
        Add(
            table=k.table,
            id=k.id,
            parent=k.parent,
            values=k.values,
            after=k.after,
            key=k.key,
            author=k.author,
            private=k.private,
        )
        for k in effect.kept
    ]
    changes.extend(Set(table=c.table, id=c.id, field=c.field, value=c.value) for c in effect.cleared)
    return changes
