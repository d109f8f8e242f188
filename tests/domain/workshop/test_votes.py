"""Votes: ties are ties, budgets hold, nobody is named who should not be."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Vote
from journeymap.domain.model.workshop import Ballot
from journeymap.domain.workshop.votes import Result, apart, dots_left, opportunity, tally

DOTS = Ballot(budget=4, cap=2)
NAMED = Ballot(budget=4, cap=2, anonymous=False)
FELT = Ballot(questions=("felt",))
SCORES = Ballot(questions=("satisfaction", "importance_customer"))


def dots(voter: str, *items: str) -> list[Vote]:
    return [Vote(id=f"{voter}-{n}", author=voter, round="r", item=i, slot=n) for n, i in enumerate(items)]


def score(voter: str, item: str, value: float, question: str = "felt") -> Vote:
    fields = {"id": f"{voter}-{item}-{question}", "author": voter, "round": "r", "item": item}
    return Vote.model_validate({**fields, "question": question, "value": value})


def felt(item: str, *values: float) -> Result:
    return tally([score(f"p{n}", item, value) for n, value in enumerate(values)], FELT)


def places(result: Result) -> list[tuple[int, str, int, bool]]:
    return [(s.place, s.item, s.dots, s.tied) for s in result.ranked]


def test_ties_are_shown_as_ties_and_the_places_they_take_are_left_out() -> None:
    result = tally([*dots("ann", "a", "a", "b", "c"), *dots("ben", "b", "c", "d", "a")], DOTS)
    assert places(result) == [(1, "a", 3, False), (2, "b", 2, True), (2, "c", 2, True), (4, "d", 1, False)]
    assert result.top(1) == ("a",)
    assert result.top(2) == result.top(3) == ("a", "b", "c"), "a tie on the last place brings in both"
    assert (result.voters, result.dots) == (2, 8)


def test_who_voted_what_is_said_only_where_the_vote_is_named() -> None:
    votes = [*dots("ann", "a", "a"), *dots("ben", "a")]
    anonymous = tally(votes, DOTS, voters=("ann", "ben", "cid"))
    assert "ann" not in repr(anonymous)
    assert (anonymous.unused, anonymous.waiting, anonymous.voters) == (2 + 3 + 4, 3, 2)
    named = tally(votes, NAMED, voters=("ann", "ben", "cid"))
    assert named.ranked[0].by == ("ann", "ben")
    assert named.left == {"ann": 2, "ben": 3, "cid": 4}


def test_a_dot_beyond_budget_or_cap_does_not_count() -> None:
    over = [*dots("ann", "a", "a", "a", "b", "c")]
    assert places(tally(over, DOTS)) == [(1, "a", 2, False), (2, "b", 1, False)]
    assert dots_left(over, DOTS, "ann") == 1
    assert dots_left(over, DOTS, "ben") == 4


def test_a_vote_without_anything_in_it_is_an_empty_result() -> None:
    assert tally([], DOTS) == tally([], SCORES) == Result()
    assert tally(dots("ann", "a"), DOTS, round_id="another") == Result()


@settings(max_examples=60)
@given(
    cast=st.lists(
        st.builds(
            lambda voter, item, slot: (voter, item, slot),
            st.sampled_from(["ann", "ben", "Zoë 🌳"]),
            st.sampled_from("abcdé"),
            st.integers(0, 6),
        )
    ),
    ballot=st.builds(lambda b, c: Ballot(budget=b, cap=c, anonymous=False), st.integers(1, 6), st.integers(0, 3)),
    data=st.data(),
)
def test_nobody_counts_for_more_than_their_budget_in_whatever_order_votes_come(
    cast: list[tuple[str, str, int]], ballot: Ballot, data: st.DataObject
) -> None:
    votes = [
        Vote.model_construct(id=f"v{n}", author=a, round="r", item=i, slot=s, question="", value=1.0)
        for n, (a, i, s) in enumerate(cast)
    ]
    result = tally(votes, ballot, voters=["ann"])
    assert tally(data.draw(st.permutations(votes)), ballot, voters=["ann"]) == result
    assert sum(standing.dots for standing in result.ranked) == result.dots
    assert result.dots + result.unused == ballot.budget * len(result.left)
    for voter, left in result.left.items():
        assert 0 <= left == dots_left(votes, ballot, voter) <= ballot.budget
    held = Counter(standing.dots for standing in result.ranked)
    for standing in result.ranked:
        assert standing.place == 1 + sum(other.dots > standing.dots for other in result.ranked)
        assert standing.tied == (held[standing.dots] > 1)
        assert not ballot.cap or standing.dots <= ballot.cap * standing.voters


def test_scores_show_their_spread() -> None:
    spread = tally([score(f"p{n}", "a", v, "satisfaction") for n, v in enumerate((1, 2, 2, 5))], SCORES)
    found = spread.scores["a"]["satisfaction"]
    assert (found.n, found.mean, found.median, found.least, found.most) == (4, 2.5, 2, 1, 5)
    assert (found.low, found.high) == (1.75, 2.75)
    assert found.histogram == {1: 1, 2: 2, 3: 0, 4: 0, 5: 1}
    assert felt("a", -2, -1.5, 0, 2).scores["a"]["felt"].histogram == {-2: 1, -1: 1, 0: 1, 1: 0, 2: 1}


@given(values=st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_a_spread_is_in_order_and_counts_everybody(values: list[int]) -> None:
    result = tally([score(f"p{n}", "a", v, "satisfaction") for n, v in enumerate(values)], SCORES, voters=["late"])
    spread = result.scores["a"]["satisfaction"]
    assert spread.least <= spread.low <= spread.median <= spread.high <= spread.most
    assert spread.least <= spread.mean <= spread.most
    assert sum(spread.histogram.values()) == spread.n == result.voters == len(values)
    assert result.waiting == 1


@pytest.mark.parametrize(("importance", "satisfaction", "worth"), [(5, 1, 9), (3, 5, 3), (4, 4, 4), (1, 1, 1)])
def test_most_is_to_be_won_where_it_matters_and_does_not_satisfy(
    importance: float, satisfaction: float, worth: float
) -> None:
    assert opportunity(importance, satisfaction) == worth


def test_opportunities_are_ranked_where_both_scores_are_there() -> None:
    votes = [
        *(score("ann", item, 5, "importance_customer") for item in "abc"),
        *(score("ann", item, value, "satisfaction") for item, value in (("a", 4), ("b", 1), ("d", 2))),
        *(score("ben", "b", 2, "satisfaction"), score("ben", "b", 1, "importance_us")),
    ]
    result = tally(votes, SCORES)
    assert [(o.place, o.item, o.importance, o.satisfaction, o.opportunity) for o in result.opportunities] == [
        (1, "b", 5, 1.5, 8.5),
        (2, "a", 5, 4, 6),
    ]
    assert "importance_us" not in result.scores["b"], "it was not asked"


def person(row_id: str, role: Role = Role.CUSTOMER) -> Participant:
    return Participant(id=row_id, name=f"{row_id.title()} Vos", role=role, confirmed=role is Role.CUSTOMER)


def test_customers_are_shown_apart_but_never_a_handful_of_them_in_an_anonymous_vote() -> None:
    people = [*(person(f"c{n}") for n in range(3)), *(person(f"p{n}", Role.PARTICIPANT) for n in range(3))]
    votes = [vote for one in people for vote in dots(one.id, "a" if one.role is Role.CUSTOMER else "b")]
    sides = apart(votes, DOTS, people)
    assert sides is not None
    assert [side.top(1) for side in sides] == [("a",), ("b",)]
    assert apart(votes[1:], DOTS, people) is None
    named = apart(votes[1:], NAMED, people)
    assert named is not None
    assert named[0].voters == 2
