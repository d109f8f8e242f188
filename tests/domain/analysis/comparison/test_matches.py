"""An as-is beside its to-be: what became of every moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.journey_routes import switches
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.rows import OF_THE_ROOM, MapKind
from tests.domain.model.test_journey import small
from tests.support.journeys import changes, journeys


def to_be_of(as_is: Journey, *more: Change) -> Journey:
    journey, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    return perform(journey, more)[0]


def after(*more: Change) -> Comparison:
    return compare(small(), to_be_of(small(), *more))


def fate(comparison: Comparison, moment: str) -> tuple[Disposition, tuple[str, ...]]:
    found = next(f for f in comparison.fates if (f.as_is or f.to_be[0]).id == moment)
    return found.disposition, found.changed


@given(journeys(min_size=4))
def test_a_fresh_to_be_keeps_everything(journey: Journey) -> None:
    comparison = compare(journey, to_be_of(journey))
    assert {f.disposition for f in comparison.fates} <= {Disposition.KEPT}
    assert len(comparison.fates) == journey.count("moments")
    assert comparison.lost_needs == ()


@given(journeys(min_size=4), st.data())
def test_every_as_is_moment_has_exactly_one_fate(journey: Journey, data: st.DataObject) -> None:
    to_be = to_be_of(journey)
    for _ in range(5):
        to_be, _ = perform(to_be, [data.draw(changes(to_be))])
    fates = compare(journey, to_be).fates
    assert [f.as_is.id for f in fates if f.as_is] == [m.id for m in journey.moments]
    shown = {m.id for f in fates for m in f.to_be}
    assert shown == {m.id for m in to_be.moments}


def test_a_changed_wording_is_a_change() -> None:
    comparison = after(Set(table="moments", id="call", field="text", value="Book in the app"))
    assert fate(comparison, "call") == (Disposition.CHANGED, ("text",))
    assert fate(comparison, "wait") == (Disposition.KEPT, ())


def test_another_channel_is_a_moved_channel() -> None:
    comparison = after(
        Add(table="channels", id="app", values={"name": "App"}),
        Set(table="touchpoints", id="call-phone", field="channel", value="app"),
    )
    assert fate(comparison, "call") == (Disposition.MOVED_CHANNEL, ("channels",))


def test_a_renamed_channel_is_the_same_channel() -> None:
    comparison = after(Set(table="channels", id="phone", field="name", value="Telephone"))
    assert comparison.count(Disposition.KEPT) == 2


def test_a_moment_in_another_episode_has_moved() -> None:
    comparison = after(Move(table="moments", id="call", parent="visit"))
    assert fate(comparison, "call")[0] is Disposition.MOVED
    assert fate(comparison, "wait")[0] is Disposition.KEPT


def test_taking_one_moment_to_the_end_moves_only_that_one() -> None:
    as_is, _ = perform(
        small(), [Add(table="moments", id=f"m{n}", parent="prepare", values={"text": str(n)}) for n in range(5)]
    )
    comparison = compare(as_is, to_be_of(as_is, Move(table="moments", id="call", parent="prepare")))
    assert [f.as_is.id for f in comparison.fates if f.disposition is Disposition.MOVED and f.as_is] == ["call"]


def test_a_changed_moment_that_moved_says_both() -> None:
    comparison = after(
        Move(table="moments", id="call", parent="visit"),
        Set(table="moments", id="call", field="minutes", value=1),
    )
    assert fate(comparison, "call") == (Disposition.CHANGED, ("minutes",))
    assert comparison.fates[0].moved


def test_a_removed_moment_takes_its_need_along() -> None:
    comparison = after(Remove(table="moments", id="call"))
    assert fate(comparison, "call") == (Disposition.REMOVED, ())
    assert comparison.lost_needs == ("fast",)


def test_a_need_served_elsewhere_is_not_lost() -> None:
    comparison = after(
        Remove(table="moments", id="call"),
        Add(table="needs", id="again", parent="wait", values={"text": "reach a person FAST"}),
    )
    assert comparison.lost_needs == ()


def test_two_moments_in_one_are_merged() -> None:
    comparison = after(
        Remove(table="moments", id="wait"),
        Add(table="origins", id="o", parent="call", values={"as_is": "wait"}),
    )
    assert fate(comparison, "call")[0] is fate(comparison, "wait")[0] is Disposition.MERGED


def test_one_moment_in_two_is_split() -> None:
    comparison = after(
        Add(table="moments", id="call-2", parent="prepare", values={"text": "Check the booking", "origin": "call"})
    )
    found, _ = fate(comparison, "call")
    assert found is Disposition.SPLIT


def test_a_moment_without_origin_is_new() -> None:
    comparison = after(Add(table="moments", id="plan", parent="prepare", values={"text": "Get one plan"}))
    assert fate(comparison, "plan") == (Disposition.NEW, ())


def test_a_to_be_starts_without_what_was_felt_and_what_hurt() -> None:
    as_is, _ = perform(
        small(),
        [
            Set(table="moments", id="call", field="felt_valence", value=-2),
            Set(table="moments", id="call", field="evidence_status", value="validated"),
        ],
    )
    to_be = to_be_of(as_is)
    assert to_be.kind is MapKind.TO_BE
    assert to_be.title == "The to-be"
    assert to_be.moments[0].felt_valence is None
    assert to_be.moments[0].evidence_status == "assumed"
    assert to_be.moments[0].origin == "call"
    assert to_be.pain_points_of("call") == ()


@given(journeys(min_size=2))
def test_a_copy_has_the_same_rows_without_what_is_the_rooms(journey: Journey) -> None:
    copy, _ = perform(Journey(journey.map_id), copy_changes(journey, journey.map_id))
    kept = [row.values() for row in journey.rows() if row.table not in OF_THE_ROOM]
    assert [row.values() for row in copy.rows()] == kept


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        ([], 0),
        ([["a"], ["a"]], 0),
        ([["a"], ["b"]], 1),
        ([["a", "b"], ["b"], [], ["c"]], 1),
        ([["a"], ["b"], ["a"]], 2),
    ],
)
def test_a_switch_is_leaving_every_channel_of_the_moment_before(channels: list[list[str]], expected: int) -> None:
    assert switches(channels) == expected
