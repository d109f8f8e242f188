"""The stories of a map as JSON for programs, and its JSON Schema, made from the stories so that neither falls behind.

`python -m journeymap.exchange.trackers.stories_schema > docs/stories.schema.json` writes the published one.
"""

import json
import sys
from typing import Any

from pydantic import TypeAdapter

from journeymap.exchange.stories import Epic
from journeymap.exchange.trackers.work_items import Work

FORMAT = "journeymap-stories"
VERSION = 1

_EPICS = TypeAdapter(list[Epic])


def stories_json(work: Work) -> bytes:
    """Everything that the stories say, an epic an episode."""
    journey = work.journey
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "map": {
            "title": journey.title,
            "language": journey.language,
            "persona": journey.persona.name if journey.persona else None,
        },
        "validation": work.standing,
        "nothing": work.nothing,
        "epics": _EPICS.dump_python(list(work.epics), mode="json"),
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the stories of a map, version 1."""
    epics = _EPICS.json_schema(mode="serialization")
    definitions = {name: {**made, "additionalProperties": False} for name, made in epics.pop("$defs").items()}
    for made in definitions.values():
        if "enum" in made:
            made.pop("additionalProperties")
    of_map = {
        "title": {"type": "string"},
        "language": {"type": "string"},
        "persona": {"type": ["string", "null"]},
    }
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "map": {"type": "object", "properties": of_map, "required": list(of_map), "additionalProperties": False},
        "validation": {
            "description": "That no customer validated the map, or that it was changed since; may be empty.",
            "type": "string",
        },
        "nothing": {"description": "Why there are no stories; empty where there are some.", "type": "string"},
        "epics": epics,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "User stories of a journey map",
        "description": "Ids stay the same as long as map and micro-moment do. Texts are in the map's language.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }


def text() -> str:
    """The schema as the file that is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
