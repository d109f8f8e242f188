"""The wire form of rows and operations: the same JSON on the live socket and in the REST API."""

from collections.abc import Iterable, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.domain.text.errors import Refusal
from journeymap.live.protocol import AcceptedFrame, DoneOperation, Json, OperationsFrame, RefusedFrame


def row(found: Row, *, nameless: bool = False) -> Json:
    """A row: its id, its parent where its table has one, who made it unless that is not said, and its fields."""
    place: Json = {"id": found.id}
    if found.parent_table is not None:
        place["parent"] = found.parent
    return place | _whose("" if nameless else found.author, found.private) | found.values()


def _whose(author: str, private: str) -> Json:
    """Who made a row, and the step it is hidden in; nothing where there is nothing to say."""
    return {name: value for name, value in (("author", author), ("private", private)) if value}


def tables(journey: Journey, *, nameless: bool = False) -> dict[str, list[Json]]:
    """All rows by table, in the order one reads them: parents in order, and their rows in order."""
    ordered: dict[str, list[str]] = {}
    for table, kind in ROW_TYPES.items():
        parents: Sequence[str | None] = [None] if kind.parent_table is None else ordered[kind.parent_table]
        ordered[table] = [row_id for parent in parents for row_id in journey.siblings(table, parent)]
    return {
        table: [row(journey.tables[table][row_id], nameless=nameless) for row_id in ids]
        for table, ids in ordered.items()
    }


def snapshot(journey: Journey, *, nameless: bool = False) -> Json:
    """A whole map at its revision."""
    return {"revision": journey.revision, "map": tables(journey, nameless=nameless)}


def operation(done: Operation, *, nameless: bool = False) -> DoneOperation:
    """An accepted operation: what it did, who did it and when; `nameless`: these two are blank."""
    body: DoneOperation = {
        "revision": done.revision,
        "op": "" if nameless else done.op,
        "by": "" if nameless else done.by,
        "at": "" if nameless else done.at,
        "do": done.do,
        "table": done.table,
        "id": done.id,
    }
    match done.do:
        case "add":
            body |= {"parent": done.parent, "values": done.values, "after": done.after}
            if done.author and not nameless:
                body["author"] = done.author
            if done.private:
                body["private"] = done.private
        case "set":
            body |= {"field": done.field, "value": done.value}
        case "move":
            body |= {"parent": done.parent, "after": done.after}
        case "reveal":
            body |= {
                "rows": _shown(done, nameless=nameless),
                "gone": [*done.values.get("gone", []), *done.values.get("united", {})],
            }
    return body


def _shown(done: Operation, *, nameless: bool) -> dict[str, list[Json]]:
    """The rows that a reveal shows, by table, each with the sibling it stands after."""
    shown: dict[str, list[Json]] = {}
    for kept in done.kept:
        place: Json = {"id": kept.id, "after": kept.after}
        if ROW_TYPES[kept.table].parent_table is not None:
            place["parent"] = kept.parent
        shown.setdefault(kept.table, []).append(place | _whose("" if nameless else kept.author, "") | kept.values)
    return shown


def operations(done: Iterable[Operation], since: int) -> OperationsFrame:
    """The operations after a revision: `from` the first to `to` the last; `to` is `since` where there are none."""
    body = [operation(one) for one in done]
    last = body[-1]["revision"] if body else since
    return {"type": "operations", "from": since + 1, "to": last, "operations": body}


def accepted(op: str, revision: int, lost: Operation | None = None) -> AcceptedFrame:
    """The change is committed, at this revision; `lost`: it replaced a value unseen."""
    body: AcceptedFrame = {"type": "accepted", "op": op, "revision": revision}
    if lost is not None:
        body["lost"] = {
            "table": lost.table,
            "id": lost.id,
            "field": lost.field,
            "value": lost.before,
            "by": lost.lost_by or "",
        }
    return body


def refused(op: str, refusal: Refusal, language: str) -> RefusedFrame:
    """The change was not made, and why not."""
    return {"type": "refused", "op": op, "code": refusal.code, "reason": refusal.reason(language)}
