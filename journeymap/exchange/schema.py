"""The journey document as a JSON Schema, made from the rows, so that neither can fall behind.

`python -m journeymap.exchange.schema > docs/journey-document.schema.json` writes the published one.
"""

import json
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from journeymap.domain.model import limits
from journeymap.domain.model.rows import CHILD_TABLES, OF_THE_ROOM, ROW_TYPES
from journeymap.domain.model.validation import MapState
from journeymap.exchange.map_status import KEY as STANDING

FORMAT = "journeymap"
VERSION = 1

FILE_KEYS: Mapping[str, str] = {
    table: table.removesuffix("s") if limits.ROWS[table] == 1 else table
    for table, row in ROW_TYPES.items()
    if row.parent_table is None and table not in OF_THE_ROOM
}
"""The tables that stand under nothing, and what they are called in a file: `map`, `persona`, `channels`, …"""


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a journey document, version 1."""
    definitions: dict[str, Any] = {}
    for table in (table for table in ROW_TYPES if table not in OF_THE_ROOM):
        definitions[table] = _row(table)
        definitions.update(_generated(table).get("$defs", {}))
    properties: dict[str, Any] = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    properties |= {"identity": _IDENTITY, "as_is": _AS_IS}
    properties |= {key: _rows(table) for table, key in FILE_KEYS.items()}
    properties["pictures"] = _PICTURES
    properties[STANDING] = _STANDING
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Journey document",
        "description": "One journey map. The order of an array is the order on the map; ids are unique in the file.",
        "type": "object",
        "properties": properties,
        "required": ["format", "version", FILE_KEYS["maps"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


_PICTURES = {
    "description": "The persona's picture by its name: a JPEG, PNG or WebP, made small where it is not.",
    "type": "object",
    "additionalProperties": {"type": "string", "pattern": "^data:image/(jpeg|png|webp);base64,"},
    "maxProperties": 1,
}
_STANDING = {
    "description": "How far the map is, for whoever reads the file. An import pays no attention to it.",
    "type": "object",
    "properties": {
        "state": {"enum": [str(one) for one in MapState]},
        "validated": {"type": "boolean"},
        "note": {"type": "string"},
    },
}
_IDENTITY = {
    "description": "What the map is known by in every installation; it stays the same wherever the map goes.",
    "type": "string",
    "pattern": limits.ID_PATTERN,
}
_AS_IS = {
    "description": "Of a to-be: the as-is it was designed from. Ids in `origin` and `origins` are those of its rows.",
    "type": "object",
    "properties": {"identity": _IDENTITY, "title": {"type": "string", "maxLength": limits.TITLE}},
    "required": ["identity"],
    "additionalProperties": False,
}


@cache
def json_types(table: str, field: str) -> frozenset[str]:
    """The JSON types that a field may have: {"number", "null"}."""
    generated = _generated(table)
    found = frozenset(_types(generated["properties"][field], generated.get("$defs", {})))
    return found | {"number"} if "integer" in found else found  # JSON has one kind of number


def below(table: str) -> list[str]:
    """The tables that stand under this one in a file."""
    return [child for child in CHILD_TABLES[table] if child not in OF_THE_ROOM]


def _rows(table: str) -> dict[str, Any]:
    row = {"$ref": f"#/$defs/{table}"}
    return row if limits.ROWS[table] == 1 else {"type": "array", "items": row, "maxItems": limits.ROWS[table]}


def _row(table: str) -> dict[str, Any]:
    kind = ROW_TYPES[table]
    generated = _generated(table)["properties"]
    named = {} if table == "maps" else {"id": _untitled(generated["id"])}
    properties = named | {name: _untitled(generated[name]) for name in kind.fields()}
    for name, referred in kind.references.items():
        properties[name] = {"description": f"The id of one of the file's {referred}.", **properties[name]}
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": properties | {child: _rows(child) for child in below(table)},
        "required": [name for name in kind.fields() if kind.model_fields[name].is_required()],
        "additionalProperties": False,
    }


def _untitled(field: Mapping[str, Any]) -> dict[str, Any]:
    """Without the title that pydantic makes up from the field's own name."""
    return {name: value for name, value in field.items() if name != "title"}


def _types(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    if "$ref" in field:
        return _types(definitions[field["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in field:
        return [found for choice in field["anyOf"] for found in _types(choice, definitions)]
    return [field["type"]]


@cache
def _generated(table: str) -> dict[str, Any]:
    return ROW_TYPES[table].model_json_schema()


def text() -> str:
    """The schema as the file that is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
