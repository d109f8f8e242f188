"""The wire form of rows, operations and changes."""

import json
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import CHILD_TABLES, REFERRING, ROW_TYPES, TABLES
from journeymap.live import wire
from journeymap.live.protocol import AskedChange
from tests.support.journeys import History, histories

Tables = dict[str, list[dict[str, Any]]]
ASKED: TypeAdapter[Any] = TypeAdapter(AskedChange)


class Follower:
    """A client that knows the protocol and nothing else: it applies what it hears to the rows it has."""

    def __init__(self) -> None:
        self.map: Tables = {table: [] for table in TABLES}

    def hear(self, said: dict[str, Any]) -> None:
        """Apply one operation."""
        rows = self.map[said["table"]]
        if said["do"] == "add":
            place = {"parent": said["parent"]} if ROW_TYPES[said["table"]].parent_table else {}
            whose = {"author": said["author"]} if "author" in said else {}
            self._put({"id": said["id"], **place, **whose, **said["values"]}, said)
        elif said["do"] == "set":
            next(row for row in rows if row["id"] == said["id"])[said["field"]] = said["value"]
        elif said["do"] == "move":
            row = next(row for row in rows if row["id"] == said["id"])
            rows.remove(row)
            self._put(row | ({"parent": said["parent"]} if "parent" in row else {}), said)
        else:
            self._drop(said["table"], said["id"])

    def _put(self, row: dict[str, Any], said: dict[str, Any]) -> None:
        rows, after = self.map[said["table"]], said["after"]
        mine = [n for n, other in enumerate(rows) if other.get("parent") == row.get("parent")]
        first = mine[0] if mine else len(rows)
        rows.insert(first if after is None else next(n for n in mine if rows[n]["id"] == after) + 1, row)

    def _drop(self, table: str, row_id: str) -> None:
        gone = next((row for row in self.map[table] if row["id"] == row_id), None)
        if gone is None:
            return
        self.map[table].remove(gone)
        for child in CHILD_TABLES[table]:
            for row in [row for row in self.map[child] if row["parent"] == row_id]:
                self._drop(child, row["id"])
        for other, field, required in REFERRING[table]:
            for row in [row for row in self.map[other] if row[field] == row_id]:
                if required:
                    self._drop(other, row["id"])
                else:
                    row[field] = None

    def read(self) -> Tables:
        """Its rows in the order one reads them."""
        found: Tables = {}
        for table, kind in ROW_TYPES.items():
            parents = [row["id"] for row in found[kind.parent_table]] if kind.parent_table else [None]
            found[table] = [row for parent in parents for row in self.map[table] if row.get("parent") == parent]
        return found


@given(histories())
def test_who_follows_the_operations_has_what_the_snapshot_says(history: History) -> None:
    follower = Follower()
    for done in history.operations():
        follower.hear(json.loads(json.dumps(wire.operation(done))))
    assert follower.read() == json.loads(json.dumps(wire.tables(history.journey)))


@given(histories())
def test_a_snapshot_names_every_row_once_and_parents_first(history: History) -> None:
    journey = history.journey
    said = wire.snapshot(journey)
    assert said["revision"] == journey.revision
    seen: set[str] = set()
    for table, rows in said["map"].items():
        assert {row["id"] for row in rows} == set(journey.tables[table])
        for row in rows:
            assert row["id"] not in seen
            assert ROW_TYPES[table].parent_table is None or row["parent"] in seen
            assert "key" not in row
            seen.add(row["id"])


@given(histories())
def test_operations_tell_from_which_revision_to_which(history: History) -> None:
    done = history.operations()
    said = wire.operations(done[1:], since=1)
    assert (said["from"], said["to"]) == (2, len(done))
    assert [one["revision"] for one in said["operations"]] == list(range(2, len(done) + 1))
    assert wire.operations([], since=7) == {"type": "operations", "from": 8, "to": 7, "operations": []}


BASE = {"type": "change", "op": "c1", "base": 3, "table": "moments", "id": "m9"}


@pytest.mark.parametrize(
    ("after", "meant"),
    [({}, LAST), ({"after": None}, None), ({"after": "m1"}, "m1")],
    ids=["left out", "null", "an id"],
)
@pytest.mark.parametrize("do", ["add", "move"])
def test_left_out_is_last_and_null_is_first(do: str, after: dict[str, Any], meant: str | None) -> None:
    assert ASKED.validate_python({**BASE, "do": do, "parent": "e1", **after}).change().after == meant


@pytest.mark.parametrize(
    "more",
    [
        {"do": "add", "key": "a0"},
        {"do": "add", "after": "*"},
        {"do": "add", "id": "a b"},
        {"do": "add", "parent": "x" * 65},
        {"do": "move", "key": "a0"},
        {"do": "set", "field": "text"},
        {"do": "set", "field": "x" * 65, "value": 1},
        {"do": "remove", "values": {}},
        {"do": "undo"},
        {"do": "remove", "op": "c1~1"},
        {"do": "remove", "op": ""},
        {"do": "remove", "base": -1},
        {"do": "remove", "base": 10**400},
        {"do": "remove", "type": "hello"},
        {"do": "remove", "by": "somebody else"},
        {"do": "remove", "__proto__": {"admin": True}},
    ],
)
def test_what_is_no_change_of_ours_is_not_taken_for_one(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ASKED.validate_python({**BASE, **more})
