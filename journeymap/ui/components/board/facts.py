"""What the panel is told about fields, words and channels: all of it read from the domain."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.emotions import wheels
from journeymap.domain.model.field_rules import searched_fields
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.catalogue import say, starting_with
from journeymap.domain.text.lengths import most_of
from journeymap.domain.text.resources import data
from journeymap.ui.panels.kinds import kind_of

TABLES = ("moments", "episodes", "touchpoints", "needs", "pain_points", "backstage_steps", "communications", "channels")
"""The tables whose rows are edited in the panel."""

_REFUSED = (
    "moving-locked",
    "not-in-this-step",
    "not-yours",
    "others-built-on",
    "row-locked",
    "workshop-closed",
)

ABOUT = (
    *(
        "part",
        "feeling",
        "targeted",
        "needs",
        "pain-points",
        "backstage-steps",
        "communications",
        "moments",
        "episodes",
    ),
    *(
        "evidence",
        "origin",
        "count",
        "lock",
        "light",
        "remove",
        "place",
        "touchpoint",
        "past",
        "reach",
        "sheet",
        "communication",
    ),
    *("close", "previous", "next", "choose", "none", "put-back", "row-menu", "up", "down", "move", "earlier", "later"),
    *(
        "add-after",
        "need-evidence",
        "truth",
        "optional",
        "minutes",
        "waiting",
        "effort",
        "cause",
        "team",
        "system",
        "tone",
        "channels-label",
    ),
    *("channels-choose", "channels-help", "channel-new", "merge", "new-do", "mark-new", "locked"),
)
"""What the panel's texts are called, behind `map-`."""

PREFIXES = (
    *(f"map-{name}" for name in ABOUT),
    "choice-",
    "date-day",
    "date-month-",
    "row-moments",
    "row-episodes",
    "the-moments",
    "the-episodes",
)
ELSEWHERE = (
    "map-sent-gone",
    "lead-spotlight-help",
    *(f"refusal-{reason}" for reason in _REFUSED),
)
"""What is said on another screen, or by the server when it refuses, in the same words."""

PLACEABLES = ("row", "name", "rows", "status", "feeling", "n", "day", "month", "year")


@cache
def facts(tongue: str) -> Mapping[str, Any]:
    """The fields of each table, the emotion wheels, the channels one may choose from, and the texts."""
    channels: list[dict[str, Any]] = json.loads(data("channels.json").read_text(encoding="utf-8"))
    return {
        "fields": {table: {name: _field(table, name) for name in ROW_TYPES[table].fields()} for table in TABLES},
        "defaults": rows()["defaults"],
        "wheels": [
            {"en": wheel.en, "nl": wheel.nl, "words": [[word.valence, word.en, word.nl] for word in wheel.labels]}
            for wheel in wheels()
        ],
        "channels": [[one["en"], one["nl"], bool(one["owned"])] for one in channels],
        "texts": dict(_texts(tongue)),
    }


@cache
def rows() -> Mapping[str, Any]:
    """What a new row of each table holds, and the texts of it that the board's search reads."""
    return {
        "defaults": {table: _defaults(table) for table in ROW_TYPES},
        "searched": {table: list(searched_fields(table, board=True)) for table in ROW_TYPES},
    }


def _field(table: str, name: str) -> dict[str, Any]:
    """How a field is shown, and the longest text it holds."""
    kind = kind_of(table, name)
    most = most_of(ROW_TYPES[table].model_fields[name])
    return {"widget": kind.widget, "choices": list(kind.choices), "table": kind.table, "most": most}


def _defaults(table: str) -> dict[str, Any]:
    """What a new row holds: the board and its panel show it before the server has answered."""
    found = ((name, ROW_TYPES[table].model_fields[name].default) for name in ROW_TYPES[table].fields())
    return {name: value for name, value in found if value is not PydanticUndefined}


def _texts(tongue: str) -> dict[str, str]:
    """The panel's texts; one that differs by number comes as `-one` and `-other`, as the board's do."""
    keys = [key for prefix in PREFIXES for key in starting_with(prefix)]
    keys += ELSEWHERE
    keys += [field_name(table, name) for table in TABLES for name in ROW_TYPES[table].fields() if name != "origin"]
    open_: dict[str, str | int] = {name: f"{{{name}}}" for name in PLACEABLES}
    found: dict[str, str] = {}
    for key in keys:
        text = say(key, tongue, **open_)
        one = say(key, tongue, **{**open_, "n": 1})
        if one.replace("1", "{n}") != text:
            found[f"{key}-one"], found[f"{key}-other"] = one, text
        found[key] = text
    return found
