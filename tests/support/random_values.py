"""Random values for every field of a map: what a person may write in it, awkward things among it."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import ROW_TYPES, EvidenceStatus, GraphView, MapKind, PathKind, Row
from journeymap.domain.text.lookalikes import is_invisible

_ALPHABET = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
_AWKWARD = (
    "I call the desk",
    'say "hi" -- 100% _sure_',
    "Robert'); DROP TABLE moments;--",
    "café, naïef, Zürich",
    "e\u0301te\u0301",
    "🌳👩‍👩‍👧",
    "שלום עולם",
    "مرحبا",
    "NULL",
    "0",
    "a" * limits.NAME,
)


def texts(most: int) -> SearchStrategy[str]:
    """Text that fills a required field, awkward ones among it."""
    awkward = st.sampled_from([text for text in _AWKWARD if len(text) <= most])
    drawn = st.text(_ALPHABET, min_size=1, max_size=min(most, 12))
    fits = drawn.filter(lambda text: 0 < len(unicodedata.normalize("NFC", text.strip())) <= most)
    return awkward | fits.filter(lambda text: not is_invisible(text))


def _perhaps(most: int) -> SearchStrategy[str]:
    return st.just("") | texts(most)


def _lines(most: int) -> SearchStrategy[str]:
    return _perhaps(most) | st.just("One line,\nand\tanother.")


_BOOLEAN = st.booleans()
_VALENCE = st.none() | st.integers(-2, 2) | st.integers(-20, 20).map(lambda tenths: tenths / 10)
_MINUTES = st.none() | st.floats(0, limits.MINUTES) | st.integers(0, 600)
_SHARE = st.none() | st.floats(0, limits.SHARE)
_DATE = st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(date.isoformat)
_ORIGIN = st.none() | st.sampled_from(["as-is-1", "as-is-2"])

FIELDS: dict[str, SearchStrategy[Any]] = {
    "as_is": st.sampled_from(["as-is-1", "as-is-2", "as-is-3"]),
    "assumed": _BOOLEAN,
    "context": _lines(limits.CONTEXT),
    "effort": st.none() | st.floats(*limits.EFFORT),
    "evidence_by": _perhaps(limits.TITLE),
    "evidence_on": _DATE,
    "evidence_source": _perhaps(limits.TITLE),
    "evidence_status": st.sampled_from([status.value for status in EvidenceStatus]),
    "felt_label": _perhaps(limits.LABEL),
    "felt_valence": _VALENCE,
    "goal": _perhaps(limits.TEXT),
    "kind": st.sampled_from([kind.value for kind in PathKind]),
    "language": st.sampled_from(["en", "nl"]),
    "minutes": _MINUTES,
    "moment_of_truth": _BOOLEAN,
    "name": texts(limits.NAME),
    "notes": _perhaps(limits.TEXT),
    "optional": _BOOLEAN,
    "origin": _ORIGIN,
    "owned": _BOOLEAN,
    "picture": st.sampled_from(["", "0123456789abcdef" * 2]),
    "quote": _perhaps(limits.TEXT),
    "scope_end": _perhaps(limits.TEXT),
    "scope_start": _perhaps(limits.TEXT),
    "segment": _perhaps(limits.TITLE),
    "share": _SHARE,
    "system": _perhaps(limits.NAME),
    "targeted_label": _perhaps(limits.LABEL),
    "targeted_valence": _VALENCE,
    "team": _perhaps(limits.NAME),
    "text": texts(limits.TEXT),
    "title": texts(limits.TITLE),
    "tone": _perhaps(limits.TITLE),
    "item": st.sampled_from(["call", "arrive"]),
    "named": _BOOLEAN,
    "note": _perhaps(limits.TEXT),
    "person": st.sampled_from(["ben", "cleo"]),
    "question": st.just(""),
    "round": st.just("r1"),
    "value": st.floats(-2, 5),
    "waiting_minutes": _MINUTES,
    "verdict": st.sampled_from(["confirm", "contest", "unsure"]),
    "owner": _perhaps(limits.NAME),
    "review_on": _DATE,
    "outcome": _perhaps(limits.TEXT),
    "proposed": st.sampled_from(["undecided", "removed"]),
    "reason": _perhaps(limits.TEXT),
    "decided_by": st.sampled_from(["", "ben", "cleo"]),
    "decided_on": _DATE,
    "on_revision": st.integers(0, 900),
    "as_is_revision": st.integers(0, limits.REVISION),
    "about": _perhaps(limits.TEXT),
    "answer": st.sampled_from(["keep", "change", "drop"]),
    "criteria": _lines(limits.CRITERIA),
    "criteria_base": _lines(limits.CRITERIA),
    "estimate": st.none() | st.floats(0, limits.ESTIMATE) | st.integers(0, 13),
    "excluded": _BOOLEAN,
    "into": st.sampled_from(["", "say-arrive", "nobody"]),
    "labels": _perhaps(limits.TEXT),
    "part": st.sampled_from(["", "need", "channel", "hand"]),
    "priority": st.sampled_from(["", "highest", "high", "medium", "low"]),
    "rule": texts(limits.TITLE),
    "sentence": _perhaps(limits.CONTEXT),
    "sentence_base": _perhaps(limits.CONTEXT),
    "stands_after": st.sampled_from(["", "call", "arrive", "say-arrive", "before", "nobody"]),
    "status": st.sampled_from(["proposed", "ready", "in-progress", "done"]),
    "title_base": _perhaps(limits.TEXT),
    "view": st.sampled_from([view.value for view in GraphView]),
    "x": st.integers(-2_000, 2_000) | st.floats(-limits.COORDINATE, limits.COORDINATE),
    "y": st.integers(-2_000, 2_000) | st.floats(-limits.COORDINATE, limits.COORDINATE),
}
"""What a field of this name may hold; a new field needs a line here."""

OF_ONE_TABLE: dict[tuple[str, str], SearchStrategy[Any]] = {
    ("maps", "kind"): st.sampled_from([kind.value for kind in MapKind]),
    ("moments", "notes"): _lines(limits.NOTES),
    ("dispositions", "kind"): st.sampled_from(["undecided", "kept", "moved-channel", "removed"]),
    ("stories", "title"): _perhaps(limits.TEXT),
    ("stories", "notes"): _lines(limits.NOTES),
    ("parked", "kind"): st.sampled_from(["parked", "idea", "decision", "note"]),
}


def field_values(journey: Journey, table: str, name: str, row: Row | None = None) -> SearchStrategy[Any]:
    """What this field may hold on this map; `row` is the one that has it now, if there is one."""
    kind = ROW_TYPES[table]
    if name == "node":
        return free_nodes(journey)
    if name == "slot":
        return st.sampled_from(free_slots(journey))
    if name not in kind.references:
        return OF_ONE_TABLE.get((table, name), FIELDS[name])
    ids: Sequence[str] = sorted(journey.tables[kind.references[name]])
    if table == "story_links":
        ids = [*([row.values()[name]] if row else []), *free_stories(journey, row.parent or "" if row else "")]
    if table == "touchpoints" and row is not None:
        ids = [row.values()[name], *free_channels(journey, row.parent or "")]
    return st.sampled_from(ids) if kind.model_fields[name].is_required() else st.sampled_from([None, *ids])


def free_nodes(journey: Journey) -> SearchStrategy[str]:
    """Names of nodes that have no place yet, in whatever view; the map's own moments among them."""
    taken = {place.node for place in journey.places}
    free = [row.id for table in ("moments", "channels") for row in journey.tables[table].values()]
    free = [node for node in free if node not in taken]
    drawn = texts(limits.NODE).filter(lambda text: _as_kept(text) not in taken)
    return (st.sampled_from(free) | drawn) if free else drawn


def free_slots(journey: Journey) -> list[int]:
    """Dots that nobody has placed yet."""
    taken = {row.values()["slot"] for row in journey.tables["votes"].values()}
    return [slot for slot in range(100) if slot not in taken]


def _as_kept(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def free_channels(journey: Journey, moment: str) -> list[str]:
    """The channels this moment is not in yet."""
    taken = {touchpoint.channel for touchpoint in journey.touchpoints_of(moment)}
    return [channel.id for channel in journey.channels if channel.id not in taken]


def free_stories(journey: Journey, story: str) -> list[str]:
    """The stories that this one may wait for: those whose ids come before its own, so that none waits for itself."""
    links = (link.values()["depends_on"] for link in journey.tables["story_links"].values() if link.parent == story)
    return sorted({one for one in journey.tables["stories"] if one < story} - set(links))
