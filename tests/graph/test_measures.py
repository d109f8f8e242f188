"""What stands out in a graph."""

from itertools import pairwise, permutations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, PathKind
from journeymap.graph.measures import findings, measures, stands_out
from journeymap.graph.path_measures import goals_of, straight, walked
from journeymap.graph.reachability import betweenness, central, crossing, longest, repeats, shortest
from journeymap.graph.views import view
from tests.graph.test_network import with_paths
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample


def test_a_moment_that_a_path_comes_back_to_is_a_return_and_its_round_a_loop() -> None:
    found = measures(with_paths("abcbcd", kinds=("loop",)))
    assert found.ways[0].returns == ("b", "c")
    assert found.loops == (("b", "c"),)


def test_two_paths_in_opposite_order_make_no_loop() -> None:
    assert measures(with_paths("abd", "bad")).loops == ()


def test_a_moment_twice_in_a_row_is_a_loop_of_its_own() -> None:
    assert measures(with_paths("aab")).loops == (("a",),)


def test_paths_that_end_badly_before_the_goal_are_dead_ends() -> None:
    found = measures(with_paths("abcd", "ab", "ac", "abcd", kinds=("happy", "abandoned", "happy", "unhappy")))
    assert found.dead_ends == ("b",)


def test_who_gives_up_at_the_maps_last_moment_has_not_reached_a_goal_that_stands_elsewhere() -> None:
    assert measures(with_paths("abc", "abd", kinds=("happy", "abandoned"))).dead_ends == ("d",)
    assert measures(with_paths("abd", kinds=("abandoned",))).dead_ends == ()


def test_a_loop_that_never_gets_to_the_goal_is_a_dead_end() -> None:
    journey = with_paths("abcd", "abab", "cdc", kinds=("happy", "loop", "loop"))
    assert measures(journey).dead_ends == ("b",)
    assert measures(with_paths("abcd", "bcbcd", kinds=("happy", "loop"))).dead_ends == ()


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
    "early end": (with_paths("abcd", "ab", kinds=("happy", "abandoned")), "the journey ends before the goal: at “B”."),
    "early ends": (with_paths("ab", "ac", kinds=("unhappy", "abandoned")), "there are 2 such ends, the first at “B”"),
    "return": (with_paths("abcd", "ababd", kinds=("happy", "loop")), "On “Path 2” people come back 2 times"),
    "switches": (SWITCHING, "On “Back and forth” people have to switch channels 2 times in 4 steps."),
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


# Loops, ways and repeats, against slow and plain counting

WALKS = st.lists(st.lists(st.sampled_from("abcd"), max_size=7).map("".join), min_size=1, max_size=4)
KINDS = st.sampled_from([kind.value for kind in PathKind])


def walked_map(ways: list[str], kinds: list[str], minutes: dict[str, float | None]) -> Journey:
    paths = [
        {"id": f"p{n}", "name": f"Path {n}", "kind": kind, "path_steps": [{"moment": m} for m in way]}
        for n, (way, kind) in enumerate(zip(ways, kinds, strict=False), 1)
    ]
    return made(*({"id": name, "text": name.upper(), "minutes": minutes.get(name)} for name in "abcd"), paths=paths)


def plainly_straight(way: str) -> str:
    """The way with its loops cut out: time and again the first return there is."""
    for n, moment in enumerate(way):
        if moment in way[:n]:
            return plainly_straight(way[: way.index(moment) + 1] + way[n + 1 :])
    return way


@given(st.text("abcd", max_size=9))
def test_a_way_without_its_loops_is_what_plain_cutting_leaves(way: str) -> None:
    kept = straight(way)
    assert "".join(way[n] for n in kept) == plainly_straight(way)
    assert kept == sorted(kept)


@given(WALKS, st.lists(KINDS, min_size=4, max_size=4), st.dictionaries(st.sampled_from("abcd"), st.integers(0, 60)))
@settings(max_examples=150)
def test_loops_cost_what_the_path_takes_longer_than_straight_on(
    ways: list[str], kinds: list[str], minutes: dict[str, float | None]
) -> None:
    found = measures(walked_map(ways, kinds, minutes))
    for way, text in zip(found.ways, ways, strict=True):
        loops = [loop for loop in found.looping if loop.path is way.path]
        longer = sum(minutes.get(m) or 0 for m in text) - sum(minutes.get(m) or 0 for m in plainly_straight(text))
        assert sum(loop.minutes for loop in loops) == longer
        assert sum(loop.rounds for loop in loops) == len(way.returns) == len(text) - len(set(text))
    assert set(found.off_paths) == (set("abcd") - set("".join(ways)))


def plainly_shortest(journey: Journey) -> float | None:
    """The least cost of any way along legs from where a path begins to a goal, by trying them all."""
    legs = {(one.moment, other.moment) for path in journey.paths for one, other in pairwise(journey.steps_of(path.id))}
    passed = {step.moment for path in journey.paths for step in journey.steps_of(path.id)}
    begun = [(path.kind, steps[0].moment) for path in journey.paths if (steps := journey.steps_of(path.id))]
    starts = {moment for kind, moment in begun if kind == "happy"} or {moment for _, moment in begun}
    minutes = {m: journey.get(Moment, m).minutes for m in passed}
    cost = {m: 1.0 if None in minutes.values() else number or 0.0 for m, number in minutes.items()}
    found = [
        sum(cost[m] for m in way)
        for length in range(1, len(passed) + 1)
        for way in permutations(passed, length)
        if way[0] in starts and way[-1] in goals_of(journey) and all(leg in legs for leg in pairwise(way))
    ]
    return min(found, default=None)


@given(
    WALKS,
    st.lists(KINDS, min_size=4, max_size=4),
    st.sampled_from([{}, {"a": 5, "b": 1, "c": 9, "d": 0}, {"a": 2, "b": 2, "c": 2, "d": 2}, {"a": 3}]),
)
@settings(max_examples=150)
def test_the_shortest_way_is_the_one_that_trying_all_finds(
    ways: list[str], kinds: list[str], minutes: dict[str, float | None]
) -> None:
    journey = walked_map(ways, kinds, minutes)
    found, plain = shortest(journey), plainly_shortest(journey)
    assert (found is None) is (plain is None)
    if found is not None:
        known = all(minutes.get(step.moment) is not None for p in journey.paths for step in journey.steps_of(p.id))
        assert (found.minutes if known else len(found.moments)) == plain


def told(journey: Journey, language: str = "en") -> dict[str, list[str]]:
    """What the findings say, by their keys."""
    found: dict[str, list[str]] = {}
    for finding in findings(journey, language):
        found.setdefault(finding.key, []).append(finding.words)
    return found


def ways_of(*ways: str, **minutes: float) -> Journey:
    """The first path is happy, the others are not; moments without minutes have none."""
    names = dict.fromkeys("".join(ways))
    kinds = ("happy", *["unhappy"] * (len(ways) - 1))
    paths = [
        {"name": f"Path {n}", "kind": kind, "path_steps": [{"moment": m} for m in way]}
        for n, (way, kind) in enumerate(zip(ways, kinds, strict=True), 1)
    ]
    return made(*({"id": m, "text": m.upper(), "minutes": minutes.get(m)} for m in names), paths=paths)


def test_the_shortest_way_and_the_longest_are_measured_in_the_same_unit() -> None:
    known = ways_of("sxg", "syzg", s=5, x=60, y=5, z=5, g=5)
    assert told(known)["shortest-minutes"] == ["The shortest way to the goal takes 20 minutes (4 steps)."]
    assert told(known)["longest-minutes"] == ["The longest way to the goal is “Path 1”: it takes 1 h 10 min (3 steps)."]
    unknown = ways_of("sxg", "syzg", "swg", s=5, x=60, y=5, z=5, g=5)
    assert told(unknown)["shortest-steps"] == ["The shortest way to the goal is 3 steps."]
    assert told(unknown)["longest-steps"] == ["The longest way to the goal is “Path 2”: 4 steps."]
    assert not {"shortest-minutes", "longest-minutes"} & set(told(unknown))


def test_the_shortest_way_begins_where_the_journey_does() -> None:
    found = shortest(with_paths("abcd", "cdcd", kinds=("happy", "loop")))
    assert found is not None
    assert found.moments == ("a", "b", "c", "d")
    begins = shortest(with_paths("abd", "cd", kinds=("unhappy", "loop")))
    assert begins is not None
    assert begins.moments == ("c", "d"), "without a happy path every path may be its beginning"


def test_both_the_shortest_way_and_the_longest_can_be_shown() -> None:
    journey = with_paths("abd", "abcbd", kinds=("happy", "unhappy"))
    shown = {finding.key: finding.show for finding in findings(journey)}
    assert shown["shortest-steps"] == ("a", "b", "d")
    assert shown["longest-steps"] == ("a", "b", "c", "d")


def test_what_cannot_be_reached_is_told_apart_from_what_is_on_no_path() -> None:
    journey = with_paths("ab", "cb", kinds=("happy", "loop"))
    assert measures(journey).unreachable == ("c",)
    assert measures(journey).off_paths == ("d",)
    assert told(journey)["unreachable"] == ["“C” is on a path, but cannot be reached from the start of the journey."]
    assert told(journey)["off-paths"][0].startswith("“D” is on no path")
    assert measures(with_paths()).unreachable == ()


@given(WALKS, st.lists(KINDS, min_size=4, max_size=4))
def test_what_can_be_reached_is_what_walking_on_and_on_reaches(ways: list[str], kinds: list[str]) -> None:
    legs = {leg for way in ways for leg in pairwise(way)}
    begun = [(kind, way[0]) for way, kind in zip(ways, kinds, strict=False) if way]
    reached = {moment for kind, moment in begun if kind == "happy"} or {moment for _, moment in begun}
    while more := {other for one, other in legs if one in reached} - reached:
        reached |= more
    assert set(measures(walked_map(ways, kinds, {})).unreachable) == set("".join(ways)) - reached


def test_the_moment_most_in_between_is_told_with_how_much() -> None:
    journey = with_paths("abc", "dbc", kinds=("happy", "unhappy"))
    found = central(journey, betweenness(walked(journey)))
    assert found is not None
    assert found[0] == "b"
    assert found[1] == pytest.approx(1 / 3)
    assert told(journey)["between"] == [
        "“B” connects the most: 33\u00a0% of all pairs of other micro-moments are connected through it."
    ]
    assert "between" not in told(with_paths("abcd"))


def test_every_path_on_which_channels_are_switched_is_told_and_shown() -> None:
    ways = ("abcd", "ab", "cd", "bcd", "acd")
    journey = made(
        *({"id": m, "text": m, "touchpoints": [{"channel": c}]} for m, c in zip("abcd", "pmpm", strict=True)),
        channels=[{"id": "p", "name": "Phone"}, {"id": "m", "name": "Mail"}],
        paths=[{"name": f"Path {n}", "path_steps": [{"moment": m} for m in way]} for n, way in enumerate(ways, 1)],
    )
    found = [finding for finding in findings(journey) if finding.key.startswith("switches")]
    assert [finding.words.split("”")[0] for finding in found] == [f"On “Path {n}" for n in (1, 4, 2, 3, 5)]
    assert [set(finding.show) for finding in found] == [
        set(ways[n - 1]) - ({"a"} if n == 5 else set()) for n in (1, 4, 2, 3, 5)
    ]
    assert [finding.key for finding in found].count("switches") == 1


def test_no_repeat_contact_is_kept_back() -> None:
    moments = [
        {"id": m, "text": m, "needs": [{"text": f"need {m}"}], "touchpoints": [{"channel": "p"}]} for m in "abcde"
    ]
    journey = made(
        *moments,
        channels=[{"id": "p", "name": "Phone"}],
        paths=[{"name": "One", "path_steps": [{"moment": m} for m in "aabbccddee"]}],
    )
    assert len(told(journey)["repeat"]) == len(repeats(journey, measures(journey).ways)) == 5


ARABIC = "مرحبا بالعالم"


def test_words_from_right_to_left_turn_nothing_around_them() -> None:
    journey = with_paths("abcd", "ab", kinds=("happy", "abandoned"))
    plain = stands_out(journey)
    journey = journey.with_row(journey.get(Moment, "b").model_copy(update={"text": ARABIC}))
    assert stands_out(journey) == plain.replace("B", f"\u2068{ARABIC}\u2069")
    assert f"“\u2068{ARABIC}\u2069”" in told(journey)["dead-ends"][0]
    assert "\u2068" not in plain, "other words stay as they are"


def test_the_longest_way_is_the_longest_path_that_gets_there() -> None:
    journey = with_paths("abd", "abcbcd", "abcabcabc", kinds=("happy", "loop", "abandoned"))
    found = longest(journey, measures(journey).ways)
    assert found is not None
    assert (found[0].path.name, len(found[1].moments)) == ("Path 2", 6)


def test_the_moment_that_most_paths_pass_is_the_one_in_between() -> None:
    journey = with_paths("abd", "abc", "cbd", kinds=("happy", "unhappy", "loop"))
    assert crossing(journey, betweenness(walked(journey))) == ("b", 3)
    assert crossing(with_paths("ab", "cd"), {}) is None
    alike = with_paths("abcd", "abcd")
    assert crossing(alike, betweenness(walked(alike))) == ("b", 2)
    assert crossing(alike, {"c": 0.5}) == ("c", 2)


def test_betweenness_is_exact_on_small_maps_and_estimated_alike_each_time_on_large_ones() -> None:
    small = nx.DiGraph([("a", "b"), ("b", "c")])
    assert betweenness(small)["b"] == 0.5
    large = nx.DiGraph(pairwise(f"m{n}" for n in range(600)))
    assert betweenness(large) == betweenness(large)


def test_the_same_channel_asked_again_for_the_same_need_is_a_repeat_contact() -> None:
    moments = [
        {"id": m, "text": m, "needs": [{"text": need}], "touchpoints": [{"channel": "p"}]}
        for m, need in (("a", "Be sure"), ("b", "be quick"), ("c", "be  sure"))
    ]
    journey = made(
        *moments,
        channels=[{"id": "p", "name": "Phone"}],
        paths=[{"name": "One", "path_steps": [{"moment": m} for m in "abcb"]}],
    )
    found = repeats(journey, measures(journey).ways)
    assert {(r.need, r.channel, r.moments) for r in found} == {
        ("Be sure", "Phone", ("a", "c")),
        ("be quick", "Phone", ("b", "b")),
    }


def test_findings_say_what_matters_and_point_at_it() -> None:
    journey = with_paths("abc", "abab", kinds=("happy", "abandoned"))
    found = {finding.key: finding for finding in findings(journey)}
    assert found["dead-ends"].show == ("b",)
    assert found["loop"].show == ("a", "b")
    assert found["off-paths"].show == ("d",)
    assert "cover 75\u00a0%" in found["off-paths"].words
    assert "only-happy" not in found
    assert findings(made()) == ()
    (nothing,) = findings(made("Call"))
    assert nothing.key == "no-paths"


def test_a_map_with_only_the_happy_path_says_so() -> None:
    assert findings(with_paths("abcd"))[0].key == "only-happy"


@given(journeys(min_size=2, max_size=25))
@settings(max_examples=40)
def test_findings_point_only_at_what_their_view_draws(journey: Journey) -> None:
    for language in ("en", "nl"):
        for finding in findings(journey, language):
            assert finding.words
            drawn = {dot.id for dot in view(journey, finding.view).dots}
            assert set(finding.show) <= drawn
