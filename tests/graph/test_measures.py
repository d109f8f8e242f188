"""What stands out in a graph."""

import pytest
from hypothesis import given, settings

from journeymap.domain.journey import Journey
from journeymap.graph.measures import measures, stands_out
from tests.graph.test_network import with_paths
from tests.support.journeys import journeys
from tests.support.maps import made, sample


def test_a_moment_that_a_path_comes_back_to_is_a_return_and_its_round_a_loop() -> None:
    found = measures(with_paths("abcbcd", kinds=("loop",)))
    assert found.ways[0].returns == ("b", "c")
    assert found.loops == (("b", "c"),)


def test_two_paths_in_opposite_order_make_no_loop() -> None:
    assert measures(with_paths("abd", "bad")).loops == ()


def test_a_moment_twice_in_a_row_is_a_loop_of_its_own() -> None:
    assert measures(with_paths("aab")).loops == (("a",),)


def test_paths_that_end_badly_before_the_journey_does_are_dead_ends() -> None:
    found = measures(with_paths("abcd", "ab", "ac", "abcd", kinds=("happy", "abandoned", "happy", "unhappy")))
    assert found.dead_ends == ("b",)


SWITCHING = made(
    *(
        {"id": name, "text": name, "minutes": 5, "touchpoints": [{"channel": channel}]}
        for name, channel in zip("abcd", "pmmp", strict=True)
    ),
    channels=[{"id": "p", "name": "Phone"}, {"id": "m", "name": "Mail"}],
    paths=[
        {"name": "Back and forth", "kind": "unhappy", "path_steps": [{"moment": m} for m in "abcd"]},
    ],
)


def test_switches_and_minutes_are_counted_along_the_path() -> None:
    (found,) = measures(SWITCHING).ways
    assert (found.steps, found.switches, found.minutes) == (4, 2, 20)


def test_moments_off_all_paths_are_found() -> None:
    assert measures(with_paths("ab")).off_paths == ("c", "d")
    assert measures(with_paths()).off_paths == ()


SENTENCES = {
    "empty": (made(), "There are no micro-moments yet"),
    "one": (made("Call"), "There is one micro-moment and no path yet"),
    "no paths": (with_paths(), "No path is drawn yet, so you see the 4 micro-moments in their plain order"),
    "only happy": (with_paths("abcd"), "Only the happy path is drawn"),
    "early end": (with_paths("abcd", "ab", kinds=("happy", "abandoned")), "ends before its last micro-moment: at “B”"),
    "early ends": (with_paths("ab", "ac", kinds=("unhappy", "abandoned")), "there are 2 such ends, the first at “B”"),
    "return": (with_paths("abcd", "ababd", kinds=("happy", "loop")), "On “Path 2” people come back 2 times"),
    "switches": (SWITCHING, "On “Back and forth” people have to leave all channels they are in 2 times, in 4 steps."),
    "calm": (with_paths("abcd", "abd", kinds=("happy", "unhappy")), "2 paths run through 4 micro-moments, and nobody"),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_one_sentence_says_what_stands_out(name: str) -> None:
    journey, sentence = SENTENCES[name]
    assert sentence in stands_out(journey)
    assert stands_out(journey, "nl") != stands_out(journey, "en")


def test_the_sample_says_where_people_give_up() -> None:
    assert "“Wait to be called back”" in stands_out(sample("as-is"))


@given(journeys(min_size=2, max_size=20))
@settings(max_examples=40)
def test_any_map_has_its_sentence(journey: Journey) -> None:
    assert stands_out(journey, "en")
    found = measures(journey)
    assert (found.moments, found.paths) == (journey.count("moments"), journey.count("paths"))
