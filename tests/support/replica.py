"""A client's copy of a map: what a snapshot and the operations after it lead to.

It is the model for the board's own store in the browser, and says all there is to know about applying what the
server sends:

- A snapshot replaces everything. Its rows stand in the order in which they are read.
- A frame of operations that begins behind the next revision shows a hole: ask again from `revision`. Operations
  one has already are passed over; the frame's `to` is the new revision, also where operations that one may not
  see are left out.
- `after` is the sibling a row stands behind; null is in front of all, one that is not there is behind all.
- A reveal shows rows that were hidden: each is put in place, behind `after`, whether one has it already or not;
  what is `gone` (touchpoints, channels) stood there twice, and goes first.
- A removal takes along what cannot live without the row, and empties what only points at it.
"""

from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]

PARENTS = {
    "maps": None,
    "personas": None,
    "channels": None,
    "episodes": None,
    "moments": "episodes",
    "touchpoints": "moments",
    "needs": "moments",
    "backstage_steps": "moments",
    "pain_points": "moments",
    "communications": "episodes",
    "paths": None,
    "path_steps": "paths",
    "origins": "moments",
    "places": None,
    "credits": "moments",
    "votes": None,
    "verdicts": None,
    "parked": None,
    "decisions": None,
    "proposals": None,
    "dispositions": None,
    "stories": None,
    "story_links": "stories",
    "story_asides": "stories",
}
"""Every table and the table of its rows' parents, parents before children."""

REFERENCES = (
    ("touchpoints", "channel", "channels", True),
    ("path_steps", "moment", "moments", True),
    ("pain_points", "cause", "backstage_steps", False),
    ("communications", "channel", "channels", False),
    ("proposals", "channel", "channels", False),
    ("stories", "moment", "moments", True),
    ("stories", "episode", "episodes", True),
    ("stories", "need", "needs", False),
    ("stories", "channel", "channels", False),
    ("story_links", "depends_on", "stories", True),
)
"""Fields that hold another row's id: the table, the field, whose id, and whether the row cannot live without it."""


class Hole(Exception):  # noqa: N818 - it is what it is called
    """Operations are missing: catch up from `revision`."""


class Replica:
    """A map as one client has it: its rows by table and id, and the order of siblings by table and parent."""

    def __init__(self) -> None:
        self.revision: int | None = None
        self.rows: dict[str, dict[str, Row]] = {}
        self.order: dict[str, dict[str | None, list[str]]] = {}

    # What the server sends

    def take(self, message: dict[str, Any]) -> None:
        """A snapshot or operations; other messages say nothing about the map. Errors: Hole."""
        if message["type"] == "snapshot":
            self._replace(message["map"], message["revision"])
        elif message["type"] == "operations":
            self._follow(message)

    def _replace(self, tables: dict[str, list[Row]], revision: int) -> None:
        self.rows = {table: {row["id"]: dict(row) for row in tables[table]} for table in PARENTS}
        self.order = {table: {} for table in PARENTS}
        for table in PARENTS:
            for row in tables[table]:
                self._siblings(table, row.get("parent")).append(row["id"])
        self.revision = revision

    def _follow(self, frame: dict[str, Any]) -> None:
        if self.revision is None or frame["from"] > self.revision + 1:
            raise Hole(frame["from"])
        for operation in frame["operations"]:
            if operation["revision"] > self.revision:
                self._apply(operation)
        self.revision = max(self.revision, frame["to"])

    def _apply(self, operation: dict[str, Any]) -> None:
        table, row_id = operation["table"], operation["id"]
        match operation["do"]:
            case "add":
                place = {"parent": operation["parent"]} if PARENTS[table] else {}
                whose: Row = {name: operation[name] for name in ("author", "private") if name in operation}
                self.rows[table][row_id] = {"id": row_id, **place, **whose, **operation["values"]}
                self._insert(table, row_id, operation["parent"], operation["after"])
            case "set":
                self.rows[table][row_id][operation["field"]] = operation["value"]
            case "move":
                row = self.rows[table][row_id]
                self._siblings(table, row.get("parent")).remove(row_id)
                if PARENTS[table]:
                    row["parent"] = operation["parent"]
                self._insert(table, row_id, operation["parent"], operation["after"])
            case "remove":
                self._remove(table, row_id)
            case "reveal":
                self._reveal(operation)

    def _reveal(self, operation: dict[str, Any]) -> None:
        for gone in operation["gone"]:
            for table in ("touchpoints", "channels"):
                if gone in self.rows[table]:
                    self._remove(table, gone)
        for table in PARENTS:
            for shown in operation["rows"].get(table, []):
                row = {name: value for name, value in shown.items() if name != "after"}
                if row["id"] in self.rows[table]:
                    self._siblings(table, row.get("parent")).remove(row["id"])
                self.rows[table][row["id"]] = row
                self._insert(table, row["id"], row.get("parent"), shown["after"])

    # Order

    def _siblings(self, table: str, parent: str | None) -> list[str]:
        return self.order[table].setdefault(parent, [])

    def _insert(self, table: str, row_id: str, parent: str | None, after: str | None) -> None:
        siblings = self._siblings(table, parent)
        if after is None:
            siblings.insert(0, row_id)
        elif after in siblings:
            siblings.insert(siblings.index(after) + 1, row_id)
        else:
            siblings.append(row_id)

    # Removal

    def _remove(self, table: str, row_id: str) -> None:
        gone = set(self._below(table, row_id))
        for referring, field, referred, required in REFERENCES:
            for row in list(self.rows[referring].values()):
                if (referred, row[field]) not in gone:
                    continue
                if required:
                    gone |= set(self._below(referring, row["id"]))
                else:
                    row[field] = None
        for from_table, gone_id in gone:
            row = self.rows[from_table].pop(gone_id)
            self._siblings(from_table, row.get("parent")).remove(gone_id)

    def _below(self, table: str, row_id: str) -> Iterator[tuple[str, str]]:
        """The row, and everything that stands under it."""
        yield table, row_id
        for child, parent in PARENTS.items():
            if parent == table:
                for child_id in self._siblings(child, row_id):
                    yield from self._below(child, child_id)

    # Reading

    def tables(self) -> dict[str, list[Row]]:
        """All rows as a snapshot has them."""
        ordered: dict[str, list[str]] = {}
        for table, parent in PARENTS.items():
            parents = [None] if parent is None else ordered[parent]
            ordered[table] = [row_id for one in parents for row_id in self.order[table].get(one, [])]
        return {table: [self.rows[table][row_id] for row_id in ids] for table, ids in ordered.items()}
