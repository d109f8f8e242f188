"""The board's own copy of a map against what the domain makes of the same changes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.completeness import missing
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Reveal, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.model.visibility import Sight
from journeymap.domain.text.errors import Refusal
from journeymap.live import wire
from tests.support.face_scale import STEPS
from tests.support.journeys import MAP_ID, changes, full, histories, operations
from tests.support.node import FOLDER, Bench, bench

FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(scope="module")
def node() -> Iterator[Bench]:
    with bench() as it:
        yield it


def as_json(value: Any) -> Any:
    """As it comes over the wire."""
    return json.loads(json.dumps(value, default=str))


def tables(journey: Journey) -> Any:
    return as_json(wire.tables(journey))


def asked(change: Change) -> dict[str, Any]:
    """A change as the board is asked to make it."""
    said: dict[str, Any] = {"do": change.do, "table": change.table, "id": change.id}
    match change:
        case Add(parent=parent, values=values, after=after):
            said |= {"parent": parent, "values": dict(values), "after": after}
        case Set(field=name, value=value):
            said |= {"field": name, "value": value}
        case Move(parent=parent, after=after):
            said |= {"parent": parent, "after": after}
        case Remove():
            pass
    if said.get("after") == LAST:
        del said["after"]
    return said


@FEW
@given(histories(max_size=60), st.data())
def test_operations_lead_to_the_same_rows_in_the_same_order_as_in_the_domain(
    node: Bench, history: Any, data: st.DataObject
) -> None:
    start = history.journey
    later = history
    for _ in range(data.draw(st.integers(1, 25))):
        later = later.after(data.draw(changes(later.journey)))
    done = operations(later.effects[len(history.effects) :], since=start.revision)
    found = node.ask("rows", tables(start), as_json([wire.operation(one) for one in done]))
    assert found == tables(later.journey)


@FEW
@given(histories(max_size=60), st.data())
def test_what_takes_changes_away_again_leads_to_the_same_rows_in_the_same_order(
    node: Bench, history: Any, data: st.DataObject
) -> None:
    start = now = history.journey
    done = []
    for _ in range(data.draw(st.integers(1, 15))):
        done.append(data.draw(changes(now)))
        now = perform(now, [done[-1]])[0]
    found = node.ask("thereAndBack", *as_json([tables(start), [asked(one) for one in done]]))
    assert found == tables(start)


@pytest.mark.parametrize("sight", [Sight("anna"), Sight("ben"), Sight("fay", leading=True), Sight()])
def test_channels_that_are_one_after_a_reveal_are_one_in_every_copy(node: Bench, sight: Sight) -> None:
    journey = full().journey
    for name, channel in (("anna", "phone"), ("anna", "Chat"), ("ben", "PHONE"), ("ben", "chat")):
        rows = {
            "channels": (None, {"name": channel}),
            "touchpoints": ("call", {"channel": f"{name}-{channel}"}),
            "communications": ("there", {"text": "Hello", "channel": f"{name}-{channel}"}),
        }
        for table, (parent, values) in rows.items():
            row_id = f"{name}-{channel}" if table == "channels" else f"{table}-{name}-{channel}"
            add = Add(table=table, id=row_id, parent=parent, values=values, author=name, private="s")
            journey, _ = perform(journey, [add])
    after, effects = perform(journey, [Reveal(id="s")])
    assert sorted(row.name.casefold() for row in after.channels) == ["chat", "desk", "phone"]
    found = node.ask(
        "rows", tables(sight.of_map(journey)), as_json([wire.operation(one) for one in operations(effects)])
    )
    assert found == tables(sight.of_map(after))


@FEW
@given(histories(max_size=60))
def test_what_is_counted_above_the_board_is_what_the_domain_counts(node: Bench, history: Any) -> None:
    journey = history.journey
    expected = {"channels": len(journey.channels), "paths": len(journey.paths), "open": missing(journey).count}
    assert node.ask("counts", journey.revision, tables(journey)) == expected


OTHERS = 20
"""So many changes of others come between mine at most."""


@dataclass
class Race:
    """What I do and what others do, and the order in which the server takes it."""

    start: Journey
    mine: list[Change] = field(default_factory=list)
    steps: list[tuple[str, Any]] = field(default_factory=list)
    end: Journey = field(default_factory=lambda: Journey(MAP_ID))


@st.composite
def races(draw: st.DrawFn) -> Race:
    """Some changes of mine at once; then the server takes those and others', in any order but mine in mine."""
    start = full().journey
    for _ in range(draw(st.integers(0, 8))):
        start = perform(start, [draw(changes(start))])[0]
    race, seen = Race(start), start
    for _ in range(draw(st.integers(1, 5))):
        change = draw(changes(seen))
        race.mine.append(change)
        seen = perform(seen, [change])[0]
    now, waiting = start, list(range(len(race.mine)))
    # Bounded: the simplest example of all would else be one in which others go on for ever.
    for is_mine in draw(st.permutations([True] * len(waiting) + [False] * draw(st.integers(0, OTHERS)))):
        if is_mine:
            n = waiting.pop(0)
            now = _taken(race, now, race.mine[n], n)
        else:
            now = _taken(race, now, draw(changes(now)), None)
    race.end = now
    return race


def _taken(race: Race, now: Journey, change: Change, mine: int | None) -> Journey:
    try:
        after, effects = perform(now, [change])
    except Refusal as refusal:
        race.steps.append(("refused", (mine, refusal.code)))
        return now
    done = [wire.operation(one) for one in operations(effects, since=now.revision)]
    race.steps.append(("operations", (mine, now.revision, after.revision, as_json(done))))
    return after


@FEW
@given(races())
def test_what_i_did_stays_on_the_screen_until_it_is_answered_and_all_end_with_the_same_map(
    node: Bench, race: Race
) -> None:
    mine = [asked(change) for change in race.mine]
    found = node.ask("race", *as_json([race.start.revision, tables(race.start), mine, race.steps]))
    assert found["broken"] == []
    assert (found["queued"], found["pending"]) == (0, 0)
    assert found["revision"] == race.end.revision
    assert found["shown"] == tables(race.end)
    assert found["refused"] == sum(kind == "refused" and said[0] is not None for kind, said in race.steps)


def test_the_map_that_tests_in_javascript_begin_with_is_the_domains() -> None:
    journey = full().journey
    kept = json.loads((FOLDER / "live" / "full.json").read_text(encoding="utf-8"))
    assert kept["revision"] == journey.revision
    assert said_in(kept["map"]) == said_in(tables(journey))


def said_in(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows without what a new row holds by itself: a field that was added since changes nothing."""
    empty = {
        table: {name: field.default for name, field in row.model_fields.items()} for table, row in ROW_TYPES.items()
    }
    return {
        table: [{name: value for name, value in row.items() if value != empty[table].get(name, ...)} for row in rows]
        for table, rows in found.items()
    }


def test_the_browser_has_the_same_face_for_a_valence_as_the_server(node: Bench) -> None:
    assert node.ask("steps", list(STEPS)) == [step + 2 for step in STEPS.values()]
