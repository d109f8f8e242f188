"""Random journeys for property tests: changes that fit a journey, over all tables and all four operations.

`histories()` draws a whole life of a map from its first operation on, `journeys()` where it leads to,
`changes(journey)` one more change that the domain accepts. Nothing here knows about storage.
"""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from journeymap.domain.changes.decide import perform
from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Effect, Move, Operation, Remove, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import ROW_TYPES, TABLES, Row
from tests.support.random_values import field_values, free_channels, free_stories

MAP_ID = "map"

ACTS = {"add": 9, "set": 5, "move": 4, "remove": 1}
"""How often each operation is drawn, where all are possible."""

ADDED = {
    "personas": 1,
    "channels": 3,
    "episodes": 3,
    "moments": 6,
    "touchpoints": 6,
    "needs": 3,
    "backstage_steps": 2,
    "pain_points": 3,
    "communications": 2,
    "paths": 2,
    "path_steps": 4,
    "origins": 1,
    "places": 2,
    "credits": 1,
    "votes": 2,
    "verdicts": 1,
    "parked": 1,
    "decisions": 1,
    "proposals": 1,
    "dispositions": 1,
    "stories": 3,
    "story_links": 2,
    "story_asides": 1,
}
"""How often a row of each table is added, where it can be."""

FULL: tuple[Change, ...] = (
    Add(table="maps", id=MAP_ID, values={"title": "A visit to the park", "notes": "What we heard at the desk."}),
    Add(table="personas", id="persona", values={"name": "Noor", "goal": "a day outside"}),
    Add(table="channels", id="phone", values={"name": "Phone"}),
    Add(table="channels", id="desk", values={"name": "Desk", "owned": False}),
    Add(table="episodes", id="before", values={"title": "Before the visit", "targeted_valence": 1}),
    Add(table="episodes", id="there", values={"title": "At the park"}),
    Add(table="moments", id="call", parent="before", values={"text": "I call the desk", "felt_valence": -1.5}),
    Add(table="moments", id="arrive", parent="there", values={"text": "I arrive", "moment_of_truth": True}),
    Add(table="touchpoints", id="call-phone", parent="call", values={"channel": "phone"}),
    Add(table="touchpoints", id="arrive-desk", parent="arrive", values={"channel": "desk"}),
    Add(table="needs", id="sure", parent="call", values={"text": "be sure there is a place"}),
    Add(table="backstage_steps", id="planning", parent="call", values={"text": "look in the planning"}),
    Add(table="pain_points", id="waiting", parent="call", values={"text": "ten minutes of music", "cause": "planning"}),
    Add(table="communications", id="welcome", parent="there", values={"text": "Welcome!", "channel": "desk"}),
    Add(table="paths", id="happy", values={"name": "Most people", "share": 70}),
    Add(table="path_steps", id="step-1", parent="happy", values={"moment": "call"}),
    Add(table="path_steps", id="step-2", parent="happy", values={"moment": "arrive"}),
    Add(table="origins", id="merged", parent="arrive", values={"as_is": "as-is-1"}),
)
"""A small map, with what one draws on it: 18 rows."""

FURTHER: tuple[Change, ...] = (
    Add(table="places", id="put", values={"view": "journey", "node": "call", "x": 40, "y": -12.5}),
    Add(table="credits", id="too", parent="call", values={"person": "ben"}, author="anna"),
    Add(table="votes", id="dot", values={"round": "r1", "item": "call"}, author="anna"),
    Add(table="verdicts", id="true", values={"item": "call", "verdict": "confirm"}, author="anna"),
    Add(table="proposals", id="away", values={"item": "call", "answer": "drop"}, author="anna"),
    Add(table="dispositions", id="queue-gone", values={"as_is": "as-is-1", "text": "I queue", "kind": "removed"}),
    Add(table="stories", id="say-call", values={"moment": "call", "title": "The desk answers at once", "estimate": 3}),
    Add(table="stories", id="say-arrive", values={"moment": "arrive", "part": "hand", "sentence": "As Noor, I park."}),
    Add(table="story_links", id="park-first", parent="say-call", values={"depends_on": "say-arrive"}),
    Add(table="story_asides", id="fast", parent="say-call", values={"rule": "vague-speed", "about": "at once"}),
    Add(table="parked", id="dear", values={"text": "Too expensive"}, author="anna"),
    Add(
        table="decisions",
        id="letter",
        values={"text": "We write", "owner": "Mila", "review_on": "2026-12-01"},
        author="anna",
    ),
)
"""What else a room makes on it, so that every table has a row: half of the random histories begin with all of this."""


@st.composite
def changes(draw: DrawFn, journey: Journey, acts: Iterable[str] = tuple(ACTS)) -> Change:
    """One change that the domain accepts on this journey; the first one makes the map itself."""
    if not journey.count("maps"):
        return Add(table="maps", id=journey.map_id, values=_drawn_values(draw, journey, "maps"))
    possible = [act for act in acts if act in ("add", "set") or _POSSIBLE[act](journey)]
    act = draw(st.sampled_from([act for act in possible for _ in range(ACTS[act])]))
    return _DRAWN[act](draw, journey)


def adds(journey: Journey) -> SearchStrategy[Change]:
    """A row more."""
    return changes(journey, ("add",))


def moves(journey: Journey) -> SearchStrategy[Change]:
    """A row elsewhere; only for a journey on which `movable` finds one."""
    return changes(journey, ("move",))


def movable(journey: Journey) -> list[Row]:
    """The rows that have somewhere to go, be it the place where they are."""
    return [row for row in journey.rows() if row.table not in ("maps", "personas")]


@dataclass(frozen=True)
class History:
    """A map's life: what was asked, what it did, and where it led."""

    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    journey: Journey = field(default_factory=lambda: Journey(MAP_ID))

    def after(self, change: Change) -> "History":
        """With one more change."""
        journey, effects = perform(self.journey, [change])
        return History((*self.changes, change), (*self.effects, *effects), journey)

    def operations(self, **said: Any) -> list[Operation]:
        """The effects as the log of this map."""
        return operations(self.effects, **said)


def full(map_id: str = MAP_ID, changes: Iterable[Change] = FULL) -> History:
    """The history of a small map, with all that one draws on it."""
    history = History(journey=Journey(map_id))
    for change in changes:
        history = history.after(change.model_copy(update={"id": map_id}) if change.table == "maps" else change)
    return history


@st.composite
def histories(draw: DrawFn, map_id: str = MAP_ID, min_size: int = 1, max_size: int = 40) -> History:
    """The life of a map from its first operation: `min_size` to `max_size` changes, half the time from a full map."""
    history = full(map_id, (*FULL, *FURTHER)) if draw(st.booleans()) else History(journey=Journey(map_id))
    for _ in range(draw(st.integers(min_size, max_size))):
        history = history.after(draw(changes(history.journey)))
    return history


def journeys(map_id: str = MAP_ID, min_size: int = 1, max_size: int = 40) -> SearchStrategy[Journey]:
    """Where a random life of a map leads to."""
    return histories(map_id, min_size, max_size).map(lambda history: history.journey)


def operations(effects: Iterable[Effect], *, since: int = 0, **said: Any) -> list[Operation]:
    """Effects as operations numbered after `since`; what is said (`by`, `batch`, …) holds for all."""
    return [
        Operation(
            **{**dict(effect), "op": f"op-{revision}", "batch": f"batch-{revision}", **_SAID, **said},
            revision=revision,
        )
        for revision, effect in enumerate(effects, since + 1)
    ]


_SAID = {"client": "client", "by": "anna", "at": "2026-01-02T03:04:05.678901+00:00"}


def _drawn_values(draw: DrawFn, journey: Journey, table: str) -> dict[str, Any]:
    kind = ROW_TYPES[table]
    return {
        name: draw(field_values(journey, table, name))
        for name in kind.fields()
        if kind.model_fields[name].is_required() or name == "slot" or draw(st.booleans())
    }


def _parents(
    journey: Journey, table: str, channel: str | None = None, story_link: str | None = None
) -> list[str | None]:
    """Where a row of this table may stand; a touchpoint only where its channel is still free."""
    parent = ROW_TYPES[table].parent_table
    if parent is None:
        return [None]
    if table == "story_links":
        free = ((story, free_stories(journey, story)) for story in sorted(journey.tables[parent]))
        return [story for story, others in free if (story_link in others if story_link else others)]
    if table != "touchpoints":
        return [*sorted(journey.tables[parent])]
    there = ((moment.id, free_channels(journey, moment.id)) for moment in journey.moments)
    return [moment for moment, channels in there if (channel in channels if channel else channels)]


def _room(journey: Journey, table: str) -> bool:
    needed = [journey.tables[t] for f, t in ROW_TYPES[table].references.items() if _required(table, f)]
    return all(needed) and journey.count(table) < limits.ROWS[table] and bool(_parents(journey, table))


def _required(table: str, name: str) -> bool:
    return ROW_TYPES[table].model_fields[name].is_required()


def _new_id(draw: DrawFn, journey: Journey, table: str) -> str:
    """An id of its own, or now and then one that a removed row had, in this table or another."""
    again = draw(st.sampled_from([None, None, None, "again", "Again_2"]))
    if again and not journey.table_of(again):
        return again
    return next(i for n in itertools.count(journey.revision) if not journey.table_of(i := f"{table}-{n}"))


def _after(draw: DrawFn, journey: Journey, table: str, parent: str | None) -> str | None:
    return draw(st.sampled_from([LAST, None, *journey.siblings(table, parent)]))


def _add(draw: DrawFn, journey: Journey) -> Change:
    tables = [table for table, weight in ADDED.items() for _ in range(weight) if _room(journey, table)]
    table = draw(st.sampled_from(tables))
    parent = draw(st.sampled_from(_parents(journey, table)))
    linked = (
        {"depends_on": draw(st.sampled_from(free_stories(journey, parent or "")))} if table == "story_links" else None
    )
    values = linked or _drawn_values(draw, journey, table)
    if table == "touchpoints":
        values["channel"] = draw(st.sampled_from(free_channels(journey, parent or "")))
    after = _after(draw, journey, table, parent)
    return Add(table=table, id=_new_id(draw, journey, table), parent=parent, values=values, after=after)


def _set(draw: DrawFn, journey: Journey) -> Change:
    row = draw(st.sampled_from(list(journey.rows())))
    name = draw(st.sampled_from(row.fields()))
    value = draw(field_values(journey, row.table, name, row))
    return Set(table=row.table, id=row.id, field=name, value=value, base=journey.revision)


def _move(draw: DrawFn, journey: Journey) -> Change:
    row = draw(st.sampled_from(movable(journey)))
    values = row.values()
    parents = [row.parent, *_parents(journey, row.table, values.get("channel"), values.get("depends_on"))]
    parent = draw(st.sampled_from(parents))
    return Move(table=row.table, id=row.id, parent=parent, after=_after(draw, journey, row.table, parent))


def _remove(draw: DrawFn, journey: Journey) -> Change:
    row = draw(st.sampled_from([row for row in journey.rows() if row.table != "maps"]))
    return Remove(table=row.table, id=row.id)


_DRAWN: dict[str, Callable[[DrawFn, Journey], Change]] = {"add": _add, "set": _set, "move": _move, "remove": _remove}
_POSSIBLE: dict[str, Callable[[Journey], bool]] = {
    "move": lambda journey: bool(movable(journey)),
    "remove": lambda journey: any(journey.count(table) for table in TABLES if table != "maps"),
}
