"""The wire form: rows, operations and changes as JSON, the same in the REST API and on the live socket."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import ID_PATTERN
from journeymap.domain.model.operations import Add, Change, Move, Operation, Remove, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.domain.text.errors import Refusal

MOST_REVISION = 2**53
"""The largest whole number every JSON reader keeps exact."""

Json = dict[str, Any]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Word = Annotated[str, Field(max_length=64)]


def _undefaulted(schema: Json) -> None:
    """What a left out `after` means is said in words: the mark for it is not something to send."""
    schema.pop("default", None)


After = Annotated[Id | None, Field(json_schema_extra=_undefaulted)]


# What the server sends


def row(found: Row) -> Json:
    """A row: its id, its parent where its table has one, and its fields."""
    place: Json = {"id": found.id}
    if found.parent_table is not None:
        place["parent"] = found.parent
    return place | _whose(found.author, found.private) | found.values()


def _whose(author: str, private: str) -> Json:
    """Who made a row, and the step it is hidden in; nothing where there is nothing to say."""
    return {name: value for name, value in (("author", author), ("private", private)) if value}


def tables(journey: Journey) -> dict[str, list[Json]]:
    """All rows by table, in the order one reads them: parents in order, and their rows in order."""
    ordered: dict[str, list[str]] = {}
    for table, kind in ROW_TYPES.items():
        parents: Sequence[str | None] = [None] if kind.parent_table is None else ordered[kind.parent_table]
        ordered[table] = [row_id for parent in parents for row_id in journey.siblings(table, parent)]
    return {table: [row(journey.tables[table][row_id]) for row_id in ids] for table, ids in ordered.items()}


def snapshot(journey: Journey) -> Json:
    """A whole map at its revision."""
    return {"revision": journey.revision, "map": tables(journey)}


def operation(done: Operation) -> Json:
    """An accepted operation: what it did, who did it and when."""
    said: Json = {"revision": done.revision, "op": done.op, "by": done.by, "at": done.at}
    said |= {"do": done.do, "table": done.table, "id": done.id}
    match done.do:
        case "add":
            said |= {"parent": done.parent, "values": done.values, "after": done.after}
            said |= _whose(done.author, done.private)
        case "set":
            said |= {"field": done.field, "value": done.value}
        case "move":
            said |= {"parent": done.parent, "after": done.after}
        case "reveal":
            said |= {"rows": _shown(done), "gone": [*done.values.get("gone", []), *done.values.get("united", {})]}
    return said


def _shown(done: Operation) -> dict[str, list[Json]]:
    """The rows that a reveal shows, by table, each with the sibling it stands after."""
    shown: dict[str, list[Json]] = {}
    for kept in done.kept:
        place: Json = {"id": kept.id, "after": kept.after}
        if ROW_TYPES[kept.table].parent_table is not None:
            place["parent"] = kept.parent
        shown.setdefault(kept.table, []).append(place | _whose(kept.author, "") | kept.values)
    return shown


def operations(done: Iterable[Operation], since: int) -> Json:
    """The operations after a revision: `from` the first to `to` the last; `to` is `since` where there are none."""
    said = [operation(one) for one in done]
    last = said[-1]["revision"] if said else since
    return {"type": "operations", "from": since + 1, "to": last, "operations": said}


def accepted(op: str, revision: int) -> Json:
    """The change is committed, at this revision."""
    return {"type": "accepted", "op": op, "revision": revision}


def refused(op: str, refusal: Refusal, language: str) -> Json:
    """The change was not made, and why not."""
    return {"type": "refused", "op": op, "code": refusal.code, "reason": refusal.reason(language)}


# What a client sends


class _Asked(BaseModel):
    """What every change has: `op` is the client's own name for it, `base` the revision it saw.

    What a person does in one go may have the same `act`: one undo takes back all of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Literal["change"] = "change"
    op: Id
    act: Id | None = None
    base: Annotated[int | None, Field(ge=0, le=MOST_REVISION)] = None
    table: Word
    id: Id


class AskedAdd(_Asked):
    """Add a row: `after` is the sibling before it, null puts it first, left out it comes last."""

    do: Literal["add"]
    parent: Id | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    after: After = LAST

    def change(self) -> Change:
        """What is asked of the map."""
        return Add(table=self.table, id=self.id, parent=self.parent, values=self.values, after=self.after)


class AskedSet(_Asked):
    """Give one field a value."""

    do: Literal["set"]
    field: Word
    value: Any

    def change(self) -> Change:
        """What is asked of the map."""
        return Set(table=self.table, id=self.id, field=self.field, value=self.value, base=self.base)


class AskedMove(_Asked):
    """Put a row elsewhere: under another parent, or after another sibling (`after` as when adding)."""

    do: Literal["move"]
    parent: Id | None = None
    after: After = LAST

    def change(self) -> Change:
        """What is asked of the map."""
        return Move(table=self.table, id=self.id, parent=self.parent, after=self.after)


class AskedRemove(_Asked):
    """Take a row away, with everything that belongs to it."""

    do: Literal["remove"]

    def change(self) -> Change:
        """What is asked of the map."""
        return Remove(table=self.table, id=self.id)


AskedChange = Annotated[AskedAdd | AskedSet | AskedMove | AskedRemove, Field(discriminator="do")]
