"""The journey document: one map as lossless JSON, out and back in (docs/journey-document.schema.json).

Driven by the rows themselves: a new field or table of the domain is in the file without a change here.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from journeymap.domain.changes.validation_errors import field_name, refusal, require_visible
from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import ROW_TYPES, TABLES, MapKind, Row
from journeymap.domain.text.errors import Refusal, Term, invalid
from journeymap.exchange.file_position import Located, Place, shown
from journeymap.exchange.identity import Identity, Named, check_identity, identity_of
from journeymap.exchange.json_input import parsed
from journeymap.exchange.map_status import KEY as STANDING
from journeymap.exchange.portraits import Portrait, carried
from journeymap.exchange.schema import FILE_KEYS, FORMAT, VERSION, below, json_types, schema

__all__ = [
    "Identity",
    "check_row",
    "from_document",
    "identified",
    "parsed",
    "portraits",
    "schema",
    "to_bytes",
    "to_document",
]


def identified(content: bytes, document: Any) -> Identity:
    """What the map in this file, which holds this document, is known by, and which as-is it was designed from.

    Errors: Refusal where it is no journey document, or says of itself what cannot be.
    """
    _check_format(document)
    found = check_identity(document)
    return found if found.identity else replace(found, identity=identity_of(content))


def portraits(document: Mapping[str, Any], make: Callable[[bytes], Portrait]) -> dict[str, Portrait]:
    """The pictures in a document as `make` makes them, by the names it gives them. Errors: Refusal."""
    return carried(document, make)


def to_document(
    journey: Journey, *, with_ids: bool = True, identity: str = "", designed_from: Named | None = None,
    portrait: Portrait | None = None, standing: Mapping[str, Any] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The whole map as a journey document; fields that say nothing are left out.

    `identity` is what the map is known by everywhere, `designed_from` the as-is of a to-be. Without ids only the
    rows that others refer to are named, which is enough to read it back. `portrait` is the persona's picture,
    `standing` how far the map is: who reads the file back begins with a draft.
    """
    ids = None if with_ids else frozenset(_referred(journey))
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    if identity:
        document["identity"] = identity
    if designed_from is not None and journey.kind is MapKind.TO_BE:
        title = {"title": designed_from.title} if designed_from.title else {}
        document["as_is"] = {"identity": designed_from.identity, **title}
    if standing is not None:
        document[STANDING] = dict(standing)
    for table, key in FILE_KEYS.items():
        rows = _items(journey, table, None, ids)
        if limits.ROWS[table] > 1:
            document[key] = rows
        elif rows:
            document[key] = rows[0]
    if portrait is not None:
        document["pictures"] = {portrait.name: portrait.address}
    return document


def to_bytes(
    journey: Journey, *, identity: str = "", designed_from: Named | None = None, portrait: Portrait | None = None,
    standing: Mapping[str, Any] | None = None,
) -> bytes:  # fmt: skip
    """The journey document as a file."""
    document = to_document(
        journey, identity=identity, designed_from=designed_from, portrait=portrait, standing=standing
    )
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def from_document(
    document: bytes | str | Mapping[str, Any], map_id: str, *, identity: str = "",
    pictures: Mapping[str, Portrait] | None = None,
) -> list[Change]:  # fmt: skip
    """The changes that build this document's map as a new one; the first adds the map's own row.

    Rows without an id are given one, the same each time for the same map: by `identity` or what the document says
    of it, else by the map id. `pictures` are those in it, where they have been made already.
    Errors: Refusal that says where; whatever is returned, the domain accepts on an empty map.
    """
    content = parsed(document) if isinstance(document, bytes | str) else document
    _check_format(content)
    known = carried(content) if pictures is None else pictures
    found = _Found(map_id, check_identity(content).identity or identity or map_id)
    for table, key in FILE_KEYS.items():
        if key in content:
            _read_rows(found, table, content[key], (), None)
    for persona in found.items["personas"]:
        if (kept := known.get(persona.values.get("picture", ""))) is not None:
            persona.values["picture"] = kept.name
    found.name_the_nameless()
    found.check_references()
    return [found.add(item) for table in TABLES for item in found.items[table]]


def check_row(table: str, values: Mapping[str, Any]) -> None:
    """Refuse values that a row of this table cannot hold: wrong types, too long, out of range."""
    kind = ROW_TYPES[table]
    for name, value in values.items():
        if _json_type(value) not in json_types(table, name):
            if name == "origin" or name in kind.references:
                raise invalid("bad-id")
            raise invalid("wrong-type", field=field_name(table, name))
    require_visible(table, values)
    try:
        kind.model_validate({**values, "id": "x"})
    except ValidationError as problem:
        raise refusal(table, problem) from None


# Out


def _referred(journey: Journey) -> Iterator[str]:
    for row in journey.rows():
        yield from (value for name in row.references if (value := getattr(row, name)))


def _items(journey: Journey, table: str, parent: str | None, ids: frozenset[str] | None) -> list[dict[str, Any]]:
    return [_item(journey, journey.tables[table][row_id], ids) for row_id in journey.siblings(table, parent)]


def _item(journey: Journey, row: Row, ids: frozenset[str] | None) -> dict[str, Any]:
    item: dict[str, Any] = {}
    if row.table != "maps" and (ids is None or row.id in ids):
        item["id"] = row.id
    stated = {"kind", "language"} if row.table == "maps" else set()
    for name, value in row.values().items():
        about = type(row).model_fields[name]
        if name in stated or about.is_required() or value != about.default:
            item[name] = int(value) if isinstance(value, float) and value.is_integer() else value
    for child in below(row.table):
        if rows := _items(journey, child, row.id, ids):
            item[child] = rows
    return item


# In


@dataclass(eq=False, slots=True)
class _Item:
    """A row as the file has it."""

    table: str
    place: tuple[Place, ...]
    parent: "_Item | None"
    values: dict[str, Any]
    id: str = ""

    def refused(self, why: Refusal) -> Refusal:
        return Located(self.place, why)


@dataclass(slots=True)
class _Found:
    """All rows of a file by table, in order, with the ids they have."""

    map_id: str
    seed: str
    items: dict[str, list[_Item]] = field(default_factory=lambda: {table: [] for table in TABLES})
    ids: dict[str, str] = field(default_factory=dict)

    def name(self, item: _Item, row_id: str) -> None:
        """Give this row its id. Errors: Refusal where another row has it."""
        if row_id in self.ids:
            raise item.refused(invalid("document-id-twice", id=row_id))
        item.id = row_id
        self.ids[row_id] = item.table

    def name_the_nameless(self) -> None:
        """Give an id to every row that has none, once all that have one are known."""
        for table, items in self.items.items():
            for number, item in enumerate(items):
                if not item.id:
                    self.name(item, self._fresh(f"{self.seed}/{table}/{number}"))

    def _fresh(self, seed: str) -> str:
        while (row_id := blake2b(seed.encode(), digest_size=8).hexdigest()) in self.ids:
            seed += "+"
        return row_id

    def check_references(self) -> None:
        """Refuse a row that refers to nothing, and a moment that is in one channel twice."""
        pairs: set[tuple[str, str]] = set()
        for item in (item for items in self.items.values() for item in items):
            for name, table in ROW_TYPES[item.table].references.items():
                referred = item.values.get(name)
                if referred is not None and self.ids.get(referred) != table:
                    row = Term(f"row-{table.replace('_', '-')}")
                    raise item.refused(invalid("document-reference", row=row, id=shown(referred)))
            if item.table == "touchpoints" and item.parent is not None:
                pair = (item.parent.id, item.values["channel"])
                if pair in pairs:
                    raise item.refused(invalid("touchpoint-twice"))
                pairs.add(pair)
        self._check_links()

    def _check_links(self) -> None:
        """Refuse a story that waits for another one twice, or, by way of others, for itself."""
        links = {(item.parent.id, item.values["depends_on"]): item for item in self.items["story_links"] if item.parent}
        once = set(links.values())
        if twice := next((item for item in self.items["story_links"] if item not in once), None):
            raise twice.refused(invalid("story-link-twice"))
        before: dict[str, set[str]] = {}
        for story, other in links:
            before.setdefault(story, set()).add(other)
        try:
            tuple(TopologicalSorter(before).static_order())
        except CycleError as found:
            other, story = found.args[1][:2]
            raise links[story, other].refused(invalid("story-link-circle")) from None

    def add(self, item: _Item) -> Change:
        """The change that adds this row."""
        parent = item.parent.id if item.parent else None
        return Add(table=item.table, id=item.id, parent=parent, values=item.values)


def _check_format(content: Any) -> None:
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise invalid("document-not-ours")
    version = content.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise invalid("document-no-version")
    if version > VERSION:
        raise invalid("document-newer", version=shown(version), ours=str(VERSION))
    if FILE_KEYS["maps"] not in content:
        raise invalid("document-no-map")
    _check_keys(content, {"format", "version", "identity", "as_is", "pictures", STANDING, *FILE_KEYS.values()})


def _read_rows(found: _Found, table: str, rows: Any, place: tuple[Place, ...], parent: _Item | None) -> None:
    if limits.ROWS[table] == 1:
        rows = [rows]
    elif not isinstance(rows, list | tuple):
        raise _at(place, invalid("document-not-a-list", field=table))
    for number, row in enumerate(rows, 1):
        _read_row(found, table, row, (*place, (table, number)), parent)


def _read_row(found: _Found, table: str, row: Any, place: tuple[Place, ...], parent: _Item | None) -> None:
    known = found.items[table]
    if len(known) >= limits.ROWS[table]:
        name = Term(f"the-{table.replace('_', '-')}")
        raise invalid("too-many-rows", row=name, most=limits.ROWS[table])
    if not isinstance(row, Mapping):
        raise Located(place, invalid("document-not-a-row"))
    fields, children = ROW_TYPES[table].fields(), below(table)
    named = () if table == "maps" else ("id",)
    try:
        _check_keys(row, {*named, *fields, *children})
        values = {name: row[name] for name in fields if name in row}
        check_row(table, values)
    except Refusal as why:
        raise Located(place, why) from None
    item = _Item(table, place, parent, values)
    known.append(item)
    if table == "maps":
        found.name(item, found.map_id)
    elif "id" in row:
        found.name(item, _checked_id(item, row["id"]))
    for child in children:
        if child in row:
            _read_rows(found, child, row[child], place, item)


def _checked_id(item: _Item, row_id: Any) -> str:
    if not isinstance(row_id, str) or not re.fullmatch(limits.ID_PATTERN, row_id):
        raise item.refused(invalid("bad-id"))
    return row_id


def _check_keys(row: Mapping[str, Any], known: set[str]) -> None:
    unknown = next((name for name in row if name not in known), None)
    if unknown is not None:
        raise invalid("document-unknown-key", field=shown(unknown))


def _at(place: Sequence[Place], why: Refusal) -> Refusal:
    return Located(place, why) if place else why


def _json_type(value: Any) -> str:
    """What JSON calls a value of this kind."""
    return next((name for kind, name in _JSON_TYPES if isinstance(value, kind)), "object")


_JSON_TYPES = ((str, "string"), (bool, "boolean"), (int | float, "number"), (type(None), "null"))
