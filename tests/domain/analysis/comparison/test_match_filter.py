"""What of a comparison one looks for: by episode, disposition, team, pain and moment of truth."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.match_filter import PAINS, MatchFilter, episodes_of, teams_of, wanted
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from tests.support.journeys import changes, journeys
from tests.support.small_maps import built


def as_is() -> Journey:
    made: list[Change] = [
        Add(table="maps", id="map", values={"title": "A visit"}),
        Add(table="episodes", id="before", values={"title": "Before"}),
        Add(table="episodes", id="there", values={"title": "There"}),
        Add(table="moments", id="call", parent="before", values={"text": "Call"}),
        Add(table="moments", id="wait", parent="before", values={"text": "Wait", "moment_of_truth": True}),
        Add(table="moments", id="park", parent="there", values={"text": "Park"}),
        Add(table="pain_points", id="nobody", parent="call", values={"text": "Nobody picks up"}),
        Add(table="pain_points", id="silence", parent="wait", values={"text": "Nothing comes back"}),
        Add(table="backstage_steps", id="desk", parent="call", values={"text": "Write it down", "team": "Front desk"}),
        Add(table="backstage_steps", id="plan", parent="park", values={"text": "Plan", "team": " front  DESK "}),
    ]
    return built(made)


TO_BE: tuple[Change, ...] = (
    Set(table="moments", id="call", field="text", value="Book in the app"),
    Remove(table="moments", id="wait"),
    Add(table="episodes", id="after", values={"title": "Afterwards"}),
    Add(table="moments", id="thank", parent="after", values={"text": "Be thanked"}),
    Add(table="backstage_steps", id="mail", parent="thank", values={"text": "Send it", "team": "Marketing"}),
)


def found(*more: Change) -> Comparison:
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is(), "to-be", "The to-be"))
    return compare(as_is(), perform(to_be, more or TO_BE)[0])


def ids(**by: Any) -> list[str]:
    return [match.id for match in wanted(found(), MatchFilter(**by))]


@pytest.mark.parametrize(
    ("by", "there"),
    [
        ({}, ["call", "wait", "park", "+thank"]),
        ({"episodes": frozenset({"before"})}, ["call", "wait"]),
        ({"episodes": frozenset({"there", "+after"})}, ["park", "+thank"]),
        ({"dispositions": frozenset({Disposition.CHANGED})}, ["call"]),
        ({"dispositions": frozenset({Disposition.REMOVED, Disposition.NEW})}, ["wait", "+thank"]),
        ({"dispositions": frozenset({Disposition.UNDECIDED})}, ["wait"]),
        ({"teams": frozenset({"front desk"})}, ["call", "park"]),
        ({"teams": frozenset({"marketing"})}, ["+thank"]),
        ({"pain": "any"}, ["call", "wait"]),
        ({"pain": Answered.PERHAPS}, ["call"]),
        ({"pain": Answered.UNDECIDED}, ["wait"]),
        ({"pain": Answered.YES}, []),
        ({"truth": True}, ["wait"]),
        ({"changed": True}, ["call", "wait", "+thank"]),
        ({"pain": "any", "teams": frozenset({"front desk"})}, ["call"]),
        ({"truth": True, "episodes": frozenset({"there"})}, []),
    ],
)
def test_all_that_is_looked_for_is_true_of_what_is_found(by: dict[str, Any], there: list[str]) -> None:
    assert ids(**by) == there


def test_a_team_is_one_however_it_is_written_and_an_episode_that_lives_on_is_one() -> None:
    assert teams_of(found()) == {"front desk": "Front desk", "marketing": "Marketing"}
    assert episodes_of(found()) == {"before": "Before", "there": "There", "+after": "Afterwards"}


def test_a_moment_is_found_in_the_episode_it_came_from_and_in_the_one_it_went_to() -> None:
    comparison = found(Move(table="moments", id="park", parent="before", after="call"))
    for episode in ("there", "before"):
        shown = wanted(comparison, MatchFilter(episodes=frozenset({episode})))
        assert "park" in [match.id for match in shown]


def test_an_episode_that_is_gone_from_both_maps_is_looked_for_no_more() -> None:
    by = MatchFilter(episodes=frozenset({"gone", "before"}), truth=True)
    assert by.known(found()) == MatchFilter(episodes=frozenset({"before"}), truth=True)
    assert not MatchFilter(episodes=frozenset({"gone"})).known(found())


@given(journeys(min_size=4), st.data())
def test_a_filter_only_leaves_out_and_keeps_the_order(journey: Journey, data: st.DataObject) -> None:
    to_be, _ = perform(Journey("to-be"), to_be_changes(journey, "to-be", "The to-be"))
    for _ in range(4):
        to_be = perform(to_be, [data.draw(changes(to_be))])[0]
    comparison = compare(journey, to_be)
    by = MatchFilter(
        dispositions=data.draw(st.frozensets(st.sampled_from(Disposition))),
        pain=data.draw(st.sampled_from(("", *PAINS))),
        truth=data.draw(st.booleans()),
        changed=data.draw(st.booleans()),
    )
    shown = wanted(comparison, by)
    assert [match for match in comparison.matches if match in shown] == list(shown)
    assert by or shown == comparison.matches
