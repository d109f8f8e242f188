"""What happens to each field when rows are merged, compared, searched, shown, exported and redesigned.

A field that is not listed is treated as `Rule()` says, so nothing of it is lost; a test fails until somebody has
decided. Everything that walks over fields asks here: merge, compare, search, CSV, outline, stories, the to-be and the
board.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.lengths import most_of


class Merge(StrEnum):
    """What a row takes over from another of its table that is merged into it.

    KEEP: nothing. FILL: the other's value where it has none; a text that differs goes into the notes.
    JOIN: both texts. EVIDENCE: the other's, where this one is only assumed.
    """

    KEEP = "keep"
    FILL = "fill"
    JOIN = "join"
    EVIDENCE = "evidence"


class Search(StrEnum):
    """Where a text is searched: in all maps and on the board, on the board alone, or nowhere."""

    EVERYWHERE = "everywhere"
    BOARD = "board"
    NOWHERE = "nowhere"


class Shown(StrEnum):
    """How a field is written out: in a line with its name, in words of its own, or not at all."""

    LINE = "line"
    OWN = "own"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What happens to one field.

    `together`: fields of one row with the same word here are merged as one, like a feeling and its name.
    `compared`: whether another value makes a to-be moment a changed one. `column`: its column in a map's CSV;
    "" is one of the field's own name, None is none. `outline` is the map to read, `story` the user story of a
    moment. `designed`: whether the to-be begins with it.
    """

    merge: Merge = Merge.FILL
    together: str = ""
    compared: bool = True
    searched: Search = Search.EVERYWHERE
    column: str | None = ""
    outline: Shown = Shown.LINE
    story: Shown = Shown.LINE
    designed: bool = True


_APART = Rule(
    merge=Merge.KEEP,
    compared=False,
    searched=Search.NOWHERE,
    column=None,
    outline=Shown.NOWHERE,
    story=Shown.NOWHERE,
)
"""Identity, order and what a room makes: the code has rules of its own for it."""

_HEADER = replace(_APART, searched=Search.EVERYWHERE, outline=Shown.OWN)
"""What is said once for the whole map: there is one of it, and no row of the CSV to put it in."""

_MOMENT = Rule(outline=Shown.OWN, story=Shown.OWN)
_FELT = replace(_MOMENT, together="felt", compared=False, searched=Search.NOWHERE, story=Shown.NOWHERE, designed=False)
_MEASURED = replace(_MOMENT, compared=False, searched=Search.NOWHERE, story=Shown.NOWHERE, designed=False)
_TARGETED = replace(_MOMENT, together="targeted", searched=Search.NOWHERE)
_EVIDENCE = replace(_MOMENT, merge=Merge.EVIDENCE, compared=False, searched=Search.NOWHERE)
_NEED_EVIDENCE = replace(_EVIDENCE, column=None)
_EPISODE = replace(_MOMENT, merge=Merge.KEEP, compared=False)
_BELOW = replace(_MOMENT, merge=Merge.KEEP)

RULES: Mapping[str, Mapping[str, Rule]] = {
    "maps": {
        "origin": _APART,
        "title": _HEADER,
        "kind": replace(_HEADER, searched=Search.NOWHERE),
        "language": _APART,
        "scope_start": _HEADER,
        "scope_end": _HEADER,
        "notes": _HEADER,
    },
    "personas": {
        "origin": _APART,
        "name": _HEADER,
        "goal": _HEADER,
        "context": _HEADER,
        "segment": _HEADER,
        "quote": _HEADER,
        "picture": _APART,
    },
    "channels": {
        "origin": _APART,
        "name": replace(_HEADER, column="channels"),
        "owned": _APART,
        "assumed": _APART,
        "notes": replace(_APART, merge=Merge.JOIN, searched=Search.EVERYWHERE),
    },
    "episodes": {
        "origin": _APART,
        "title": replace(_EPISODE, column="episode"),
        "outcome": replace(_EPISODE, column="outcome", outline=Shown.LINE, story=Shown.NOWHERE),
        "targeted_valence": replace(_EPISODE, column="targeted_valence", searched=Search.NOWHERE),
        "targeted_label": replace(_EPISODE, column="targeted_label", searched=Search.BOARD),
        "notes": replace(_EPISODE, column="episode_notes", story=Shown.NOWHERE),
    },
    "moments": {
        "origin": _APART,
        "text": replace(_MOMENT, merge=Merge.KEEP, column="moment"),
        "felt_valence": _FELT,
        "felt_label": replace(_FELT, searched=Search.BOARD),
        "targeted_valence": replace(_TARGETED, column="moment_targeted_valence"),
        "targeted_label": replace(_TARGETED, column="moment_targeted_label", searched=Search.BOARD),
        "evidence_status": replace(_EVIDENCE, designed=False),
        "evidence_by": replace(_EVIDENCE, designed=False),
        "evidence_on": replace(_EVIDENCE, designed=False),
        "evidence_source": replace(_EVIDENCE, designed=False),
        "moment_of_truth": _MOMENT,
        "optional": replace(_MOMENT, merge=Merge.KEEP),  # what is kept may well be needed
        "minutes": _MOMENT,
        "waiting_minutes": replace(_MOMENT, searched=Search.NOWHERE, outline=Shown.LINE),
        "effort": replace(_MEASURED, outline=Shown.LINE),
        "notes": replace(_MOMENT, merge=Merge.JOIN, compared=False, story=Shown.NOWHERE),
    },
    "touchpoints": {
        "origin": _APART,
        "channel": replace(_BELOW, column="channels", searched=Search.NOWHERE),
        "notes": replace(_BELOW, merge=Merge.JOIN, compared=False, column=None, story=Shown.NOWHERE),
    },
    "needs": {
        "origin": _APART,
        "text": replace(_BELOW, column="needs"),
        "evidence_status": _NEED_EVIDENCE,
        "evidence_by": _NEED_EVIDENCE,
        "evidence_on": _NEED_EVIDENCE,
        "evidence_source": _NEED_EVIDENCE,
    },
    "backstage_steps": {
        "origin": _APART,
        "text": replace(_BELOW, column="backstage"),
        "team": replace(_BELOW, column="team"),
        "system": replace(_BELOW, column="system"),
    },
    "pain_points": {
        "origin": _APART,
        "text": replace(_BELOW, compared=False, column="pain_points"),
        "cause": replace(_BELOW, compared=False, column=None, searched=Search.NOWHERE, story=Shown.NOWHERE),
    },
    "communications": {
        "origin": _APART,
        "text": replace(_BELOW, compared=False, column="communication"),
        "tone": replace(_BELOW, compared=False, column=None),
        "channel": replace(_BELOW, compared=False, column=None, searched=Search.NOWHERE),
    },
    "paths": {
        "origin": _APART,
        "name": _HEADER,
        "kind": replace(_HEADER, searched=Search.NOWHERE),
        "share": replace(_HEADER, searched=Search.NOWHERE),
    },
    "path_steps": {"origin": _APART, "moment": replace(_APART, outline=Shown.OWN)},
    "origins": {"origin": _APART, "as_is": _APART},
    "places": dict.fromkeys(("origin", "view", "node", "x", "y"), _APART),
    "credits": {"origin": _APART, "person": _APART},
    "votes": dict.fromkeys(("origin", "round", "item", "slot", "question", "value", "named"), _APART),
    "verdicts": {
        "origin": _APART,
        "item": _APART,
        "verdict": _APART,
        "note": replace(_APART, searched=Search.EVERYWHERE),
    },
    "parked": {"origin": _APART, "text": replace(_APART, searched=Search.EVERYWHERE), "kind": _APART},
    "proposals": {
        **dict.fromkeys(("origin", "item", "answer", "channel", "targeted_valence"), _APART),
        "text": replace(_APART, searched=Search.EVERYWHERE),
    },
    "dispositions": {
        **dict.fromkeys(
            ("origin", "as_is", "kind", "proposed", "text", "decided_on", "on_revision", "as_is_revision"), _APART
        ),
        "reason": replace(_APART, searched=Search.EVERYWHERE),
        "decided_by": _APART,
    },
    "decisions": {
        "origin": _APART,
        "text": replace(_APART, searched=Search.EVERYWHERE),
        "owner": replace(_APART, searched=Search.EVERYWHERE),
        "review_on": _APART,
    },
    "stories": {
        **dict.fromkeys(ROW_TYPES["stories"].fields(), _APART),
        **dict.fromkeys(
            ("title", "sentence", "criteria", "notes", "reason", "team", "labels"),
            replace(_APART, searched=Search.EVERYWHERE),
        ),
    },
    "story_links": {"origin": _APART, "depends_on": _APART},
    "story_asides": {
        **dict.fromkeys(("origin", "rule", "about"), _APART),
        "reason": replace(_APART, searched=Search.EVERYWHERE),
    },
}
"""The rule of every field, by its table: one that departs from `Rule()` says here how."""

LEFT_IN_AS_IS = frozenset({"pain_points", "origins", "places", "decisions", "dispositions"})
"""Tables whose rows no to-be begins with: what hurt, where rows came from, the graph's layout, what was decided."""


def rule_of(table: str, field: str) -> Rule:
    """What happens to this field."""
    return RULES.get(table, {}).get(field, Rule())


def is_text(table: str, field: str) -> bool:
    """Whether people write in this field."""
    return most_of(ROW_TYPES[table].model_fields[field]) is not None


@cache
def compared_fields(table: str) -> tuple[str, ...]:
    """The fields whose difference makes a changed moment, in their order."""
    return tuple(name for name in ROW_TYPES[table].fields() if rule_of(table, name).compared)


@cache
def searched_fields(table: str, *, board: bool = False) -> tuple[str, ...]:
    """The texts of a table in which words are found: across maps, or on the board."""
    places = (Search.EVERYWHERE, Search.BOARD) if board else (Search.EVERYWHERE,)
    names = (name for name in ROW_TYPES[table].fields() if is_text(table, name))
    return tuple(name for name in names if rule_of(table, name).searched in places)


@cache
def lines_of_outline(table: str) -> tuple[str, ...]:
    """The fields that the map to read shows in a line with their name."""
    return tuple(name for name in ROW_TYPES[table].fields() if rule_of(table, name).outline is Shown.LINE)


@cache
def lines_of_story() -> tuple[str, ...]:
    """The fields of a moment that its user story shows in a line with their name."""
    return tuple(name for name in ROW_TYPES["moments"].fields() if rule_of("moments", name).story is Shown.LINE)


@cache
def left_in_as_is(table: str) -> Mapping[str, object]:
    """The fields with which no to-be begins, and what stands there instead."""
    found = ROW_TYPES[table].model_fields
    names = (name for name in ROW_TYPES[table].fields() if not rule_of(table, name).designed)
    return {name: getattr(found[name].default, "value", found[name].default) for name in names}


@cache
def columns_of(table: str) -> Mapping[str, str]:
    """The columns of a table's fields in a map's CSV, by field."""
    prefix = "" if table == "moments" else f"{table}_"
    found = {name: rule_of(table, name).column for name in ROW_TYPES[table].fields()}
    return {name: column or f"{prefix}{name}" for name, column in found.items() if column is not None}
