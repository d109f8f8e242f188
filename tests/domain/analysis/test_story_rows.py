"""In which order stories stand, and what is combined into what, whatever the rows say."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.analysis.story_rows import StoryRows, in_order, moved
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.operations import Add
from tests.support.small_maps import made

NAMES = "abcdefg"
FIRST = "episode"
said = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*NAMES, FIRST, "gone", ""]))


@given(said)
def test_each_story_stands_once_whatever_is_said(after: dict[str, str]) -> None:
    assert sorted(in_order(NAMES, after, FIRST)) == list(NAMES)


@given(said)
def test_where_nobody_says_anything_they_stand_as_the_journey_goes(after: dict[str, str]) -> None:
    quiet = [one for one in NAMES if one not in after]
    found = in_order(NAMES, after, FIRST)
    assert [one for one in found if one in quiet] == quiet
    assert in_order(NAMES, {}, FIRST) == list(NAMES)


@given(said, st.sampled_from(NAMES), st.sampled_from([*NAMES, FIRST]))
def test_a_move_puts_one_story_right_there_and_leaves_the_others_as_they_stand(
    after: dict[str, str], one: str, behind: str
) -> None:
    before = in_order(NAMES, after, FIRST)
    now = in_order(NAMES, {**after, **dict(moved(before, after, one, behind, FIRST))}, FIRST)
    rest = [other for other in before if other != one]
    at = rest.index(behind) + 1 if behind in rest else 0
    assert now == [*rest[:at], one, *rest[at:]]


@given(st.lists(st.sampled_from([*NAMES, ""]), min_size=len(NAMES), max_size=len(NAMES)))
def test_what_is_combined_ends_at_one_story_also_in_a_circle(into: list[str]) -> None:
    rows = [
        Add(table="stories", id=one, values={"moment": "m0", "part": "hand", "into": other})
        for one, other in zip(NAMES, into, strict=True)
    ]
    journey = made("I call")
    moment = journey.moments[0].id
    for row in rows:
        row.values["moment"] = moment
    found = StoryRows(perform(journey, rows)[0]).roots
    assert not set(found.values()) & set(found)
    for one, root in found.items():
        assert one != root


def test_a_long_chain_of_combined_stories_is_read_at_once() -> None:
    ids = [f"s{n}" for n in range(3_000)]
    changes = [
        Add(table="stories", id=one, values={"episode": "e", "title": one, "into": into})
        for one, into in zip(ids, ["", *ids], strict=False)
    ]
    to_be = made(map={"title": "A visit", "kind": "to-be"}, episodes=[{"id": "e", "title": "Before"}])
    journey, _ = perform(to_be, changes)
    assert StoryRows(journey).roots == dict.fromkeys(ids[1:], "s0")
