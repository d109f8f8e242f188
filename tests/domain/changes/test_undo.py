"""Undo and redo: each person's own, and exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import Entry, Stacks, stacks, take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Effect, Move, Remove, Set
from journeymap.domain.text.errors import Refusal
from tests.domain.model.test_journey import small
from tests.support.journeys import changes, journeys
from tests.support.small_maps import made


@given(journeys(max_size=15), st.data(), st.integers(1, 12))
def test_undo_many_then_redo_all_restores_the_map(journey: Journey, data: st.DataObject, steps: int) -> None:
    start, done = journey, []
    for _ in range(steps):
        journey, effects = perform(journey, [data.draw(changes(journey))])
        done.append(effects)
    end = journey
    undone: list[list[Effect]] = []
    for effects in reversed(done):
        journey, back = take_back(journey, effects)
        undone.append(back)
    assert journey.same_rows(start)
    for effects in reversed(undone):
        journey, _ = take_back(journey, effects)
    assert journey.same_rows(end)


@given(journeys(max_size=15), st.data(), st.integers(2, 12))
def test_a_batch_is_undone_in_one_go(journey: Journey, data: st.DataObject, size: int) -> None:
    start, batch = journey, []
    for _ in range(size):
        journey, effects = perform(journey, [data.draw(changes(journey))])
        batch.extend(effects)
    journey, _ = take_back(journey, batch)
    assert journey.same_rows(start)


def test_moments_come_back_with_their_episode_on_undo() -> None:
    start = small()
    journey, effects = perform(start, [Remove(table="episodes", id="prepare")])
    journey, _ = take_back(journey, effects)
    assert journey.same_rows(start)
    assert [s.moment for s in journey.steps_of("happy")] == ["call", "wait", "call"]


def refused(journey: Journey, effects: list[Effect]) -> str:
    with pytest.raises(Refusal) as refusal:
        take_back(journey, effects)
    assert refusal.value.code == "stale"
    return refusal.value.key


def test_a_field_that_somebody_changed_since_is_not_set_back() -> None:
    journey, mine = perform(small(), [Set(table="moments", id="call", field="text", value="Ring")])
    journey, _ = perform(journey, [Set(table="moments", id="call", field="text", value="Phone")])
    assert refused(journey, mine) == "refusal-undo-changed"


def test_another_field_of_the_same_row_may_have_changed_since() -> None:
    journey, mine = perform(small(), [Set(table="moments", id="call", field="text", value="Ring")])
    journey, _ = perform(journey, [Set(table="moments", id="call", field="minutes", value=3)])
    journey, _ = take_back(journey, mine)
    assert (journey.moments[0].text, journey.moments[0].minutes) == ("Call to book", 3)


def test_a_row_that_somebody_moved_since_is_not_moved_back() -> None:
    journey, mine = perform(small(), [Move(table="moments", id="call", parent="visit")])
    journey, _ = perform(journey, [Move(table="moments", id="call", parent="prepare")])
    assert refused(journey, mine) == "refusal-undo-moved"


def test_a_row_that_others_built_on_is_not_taken_away() -> None:
    journey, mine = perform(small(), [Add(table="moments", id="pack", parent="visit", values={"text": "Pack"})])
    journey, _ = perform(journey, [Add(table="needs", id="n", parent="pack", values={"text": "Know what to bring"})])
    assert refused(journey, mine) == "refusal-undo-built-on"


def test_what_is_gone_cannot_be_undone() -> None:
    journey, mine = perform(small(), [Set(table="moments", id="call", field="text", value="Ring")])
    journey, _ = perform(journey, [Remove(table="moments", id="call")])
    assert refused(journey, mine) == "refusal-undo-gone"


def test_bringing_back_a_moment_whose_episode_is_gone_says_so() -> None:
    journey, mine = perform(small(), [Remove(table="moments", id="call")])
    journey, _ = perform(journey, [Remove(table="episodes", id="prepare")])
    with pytest.raises(Refusal, match="episode"):
        take_back(journey, mine)


def test_a_removed_row_comes_back_to_its_place_even_when_others_came_in_between() -> None:
    journey, mine = perform(small(), [Remove(table="moments", id="call")])
    journey, _ = perform(journey, [Add(table="moments", id="new", parent="prepare", values={"text": "N"}, after=None)])
    journey, _ = take_back(journey, mine)
    assert [m.id for m in journey.moments_of("prepare")] == ["call", "new", "wait"]


def test_stacks_follow_what_a_person_did_undid_and_did_again() -> None:
    assert stacks([]) == Stacks()
    log = [Entry("a", "do", None), Entry("b", "do", None)]
    assert stacks(log) == Stacks(("a", "b"), ())
    log.append(Entry("c", "undo", "b"))
    assert stacks(log) == Stacks(("a",), ("c",))
    log.append(Entry("d", "redo", "c"))
    assert stacks(log) == Stacks(("a", "d"), ())
    log.append(Entry("e", "undo", "d"))
    assert stacks(log) == Stacks(("a",), ("e",))
    log.append(Entry("f", "do", None))
    assert stacks(log) == Stacks(("a", "f"), ())


def test_an_origin_that_somebody_changed_since_is_refused_in_a_sentence() -> None:
    journey = made({"id": "a", "text": "I look"})
    journey, done = perform(journey, [Set(table="moments", id="a", field="origin", value="x")])
    journey, _ = perform(journey, [Set(table="moments", id="a", field="origin", value="y")])
    with pytest.raises(Refusal) as caught:
        take_back(journey, done)
    assert "where it comes from" in caught.value.reason("en")
