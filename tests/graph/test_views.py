"""The five ways of drawing a journey: the same map gives the same picture, and each sentence is true."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.graph.channel_switches import between, switches
from journeymap.graph.graph_formats import gexf, graphml
from journeymap.graph.node_places import placing
from journeymap.graph.picture import View
from journeymap.graph.pyvis_network import SCREEN_SIZE, SCREEN_WIDTH
from journeymap.graph.shapes import lines_of
from journeymap.graph.text_layout import fitting, wide, wrapped
from journeymap.graph.views import VIEWS, ShownParts, payload, view
from tests.graph.test_network import with_paths
from tests.support.journeys import journeys
from tests.support.small_maps import HOSTILE, built, made, sample

CHANNELS = [{"id": "p", "name": "Phone"}, {"id": "m", "name": "Mail"}, {"id": "f", "name": "A friend", "owned": False}]


def moment(name: str, channels: str = "", needs: tuple[str, ...] = (), **more: object) -> dict[str, object]:
    return {
        "id": name,
        "text": name.upper(),
        "touchpoints": [{"channel": channel} for channel in channels],
        "needs": [{"text": need} for need in needs],
        **more,
    }


def staged(name: str, *teams: str, pain: str = "", **more: object) -> dict[str, object]:
    steps = [{"id": f"{name}-{n}", "text": "do it", "team": team} for n, team in enumerate(teams)]
    pains = [{"text": "jam", "cause": f"{name}-{teams.index(pain)}"}] if pain else []
    return {"id": name, "text": name.upper(), "backstage_steps": steps, "pain_points": pains, **more}


def ids(found: View, kind: str) -> list[str]:
    return [dot.id for dot in found.dots if dot.kind == kind]


# Any map


@pytest.mark.parametrize("name", VIEWS)
def test_the_same_map_gives_the_same_picture_in_every_view(name: str) -> None:
    as_is, to_be = sample("as-is"), sample("to-be")
    one, other = (view(to_be, name, as_is=as_is) for _ in range(2))
    assert payload(one.network) == payload(other.network)
    assert (one.legend, one.rows, one.sentence) == (other.legend, other.rows, other.sentence)


@pytest.mark.parametrize("name", VIEWS)
@given(journey=journeys(min_size=2, max_size=25))
@settings(max_examples=25)
def test_any_map_can_be_drawn_in_every_view(name: str, journey: Journey) -> None:
    for as_is in (None, journey):
        found = view(journey, name, as_is=as_is, language="nl", dark=True)
        drawn = payload(found.network)
        nodes = [node["id"] for node in drawn["nodes"]]
        edges = [edge["id"] for edge in drawn["edges"]]
        assert (len(set(nodes)), len(set(edges))) == (len(nodes), len(edges))
        assert {edge[end] for edge in drawn["edges"] for end in ("from", "to")} <= set(nodes)
        assert found.sentence
        assert {row["id"] for row in found.rows} <= set(nodes)
        assert all(set(row["values"]) == set(found.columns) for row in found.rows)
        for node in drawn["nodes"]:
            assert {"kind", "table", "row", "told", "order"} <= set(node)
            assert node["table"] is None or journey.find(node["table"], node["row"])
        for edge in drawn["edges"]:
            assert {"kind", "path", "step", "weight", "told"} <= set(edge)


@pytest.mark.parametrize("name", VIEWS)
def test_odd_maps_have_a_sentence_and_no_fault(name: str) -> None:
    for journey in (made(), made("Call"), made(*["Call"] * 3), with_paths("", "a"), with_paths("aaa")):
        for language in ("en", "nl"):
            assert view(journey, name, as_is=journey, language=language).sentence
            assert view(journey, name, language=language).sentence


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("hostile", [*HOSTILE, "x" * 80])
def test_hostile_text_stays_text_in_every_view(name: str, hostile: str) -> None:
    named = hostile[:80]
    journey = made(
        {
            **staged("m", named, pain=named),
            "text": hostile,
            "needs": [{"text": hostile}],
            "touchpoints": [{"channel": "c"}],
        },
        channels=[{"id": "c", "name": named}],
        paths=[{"name": named, "path_steps": [{"moment": "m"}, {"moment": "m"}]}],
    )
    found = view(journey, name, as_is=journey)
    for node in found.network.nodes:
        assert "href" not in node["title"]
    assert found.network.options["nodes"]["font"]["multi"] is False
    if name != "channels":
        told = "\n".join(str(node["told"]) for node in found.network.nodes)
        assert " ".join(hostile.split()) in told


@pytest.mark.parametrize("name", VIEWS)
def test_no_two_labels_meet(name: str) -> None:
    """Boxes by their own width; other labels are as wide as a label may be, and four lines high."""
    found = view(sample("to-be"), name, as_is=sample("as-is"))
    boxes = []
    for dot in found.dots:
        if dot.shape == "box":
            half, top, bottom = dot.width / 2, dot.y - 25, dot.y + 25
        else:
            half, top, bottom = 125 / 2, dot.y - dot.size, dot.y + dot.size + 5
        boxes.append((dot.x - half, dot.x + half, top, bottom))
    for n, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[:n]:
            apart = left >= other[1] or other[0] >= right or top >= other[3] or other[2] >= bottom
            assert apart, (found.dots[n].label, boxes[n], other)


@pytest.mark.parametrize("name", ["journey", "backstage", "over"])
def test_on_the_screen_no_label_runs_into_a_node_or_another_label(name: str) -> None:
    """The screen draws larger letters than paper has; even the longest labels have room."""
    journey = crowded()
    found = view(journey, name, as_is=journey)
    rooms = []
    for dot in found.dots:
        if dot.shape != "box":
            lines = wrapped(dot.label, SCREEN_WIDTH, SCREEN_SIZE * fitting(dot.label, SCREEN_WIDTH, SCREEN_SIZE))
            down = dot.size + 5 + len(lines) * SCREEN_SIZE
            rooms.append((dot.x - SCREEN_WIDTH / 2, dot.x + SCREEN_WIDTH / 2, dot.y - dot.size, dot.y + down))
    for one, other in combinations(rooms, 2):
        assert one[0] >= other[1] or other[0] >= one[1] or one[2] >= other[3] or other[2] >= one[3], (one, other)


TALE = "tell the children what they are going to do because it is long ago, and hear what they say to that now"


def crowded() -> Journey:
    """Thirty moments with labels as long as labels get, and teams and systems of one long word."""
    return made(
        *(
            {
                **staged(f"m{n}", "Communications", f"Geo-information {n}"),
                "text": f"{n} "
                + ("tell the children what they are going to do because it is long ago " * 2)[n : n + 80],
                "moment_of_truth": n % 3 == 0,
            }
            for n in range(30)
        )
    )


@pytest.mark.parametrize("name", VIEWS)
def test_a_word_wider_than_its_label_is_drawn_smaller_and_not_broken(name: str) -> None:
    word = "Geo-informationdesk"
    journey = made(
        {**staged("m", word), "text": word, "needs": [{"text": word}], "touchpoints": [{"channel": "c"}]},
        {**staged("n", "Desk"), "text": "Call", "needs": [{"text": "know"}]},
        channels=[{"id": "c", "name": word}],
    )
    found = view(journey, name, as_is=journey)
    drawn = {node["id"]: node for node in payload(found.network)["nodes"]}
    long = [drawn[dot.id] for dot in found.dots if word in dot.label]
    assert long
    for node in long:
        if node["shape"] == "box":
            assert wide(word, node["font"]["size"]) <= node["widthConstraint"]["maximum"]
        else:
            assert wide(word, SCREEN_SIZE * node["fit"]) <= SCREEN_WIDTH
    assert not [node for node in drawn.values() if node["label"] in ("Call", "Desk") and "fit" in node]
    assert any(word in line for dot in found.dots for line in lines_of(dot))


def test_a_large_map_is_laid_out_in_every_view() -> None:
    count = 1_000
    moments = [
        moment(f"m{n}", "pmf"[n % 3], (f"know {n % 300}",), felt_valence=n % 5 - 2)
        | {"backstage_steps": [{"text": "do", "team": f"Team {n % 12}"}]}
        for n in range(count)
    ]
    steps = [{"moment": f"m{n * 7 % count}"} for n in range(count)]
    journey = made(*moments, channels=CHANNELS, paths=[{"name": f"Path {n}", "path_steps": steps} for n in range(3)])
    for name in VIEWS:
        found = view(journey, name, as_is=journey)
        assert found.dots
        assert len({(dot.x, dot.y) for dot in found.dots}) == len(found.dots)


# Filters and places


def test_what_is_filtered_leaves_its_place_empty() -> None:
    journey = sample("as-is")
    episode = journey.episodes[1].id
    for name in ("journey", "needs", "backstage", "channels"):
        whole = {dot.id: (dot.x, dot.y) for dot in view(journey, name).dots}
        part = view(journey, name, shown=ShownParts(episodes=frozenset({episode})))
        assert 0 < len(part.dots) < len(whole)
        assert all((dot.x, dot.y) == whole[dot.id] for dot in part.dots)


FILTERED = made(
    {**staged("a", "Desk"), **moment("a", "p", felt_valence=1)},
    moment("b", "m", felt_valence=-1),
    moment("c", "f"),
    channels=CHANNELS,
    paths=[{"id": "one", "name": "One", "path_steps": [{"moment": "a"}, {"moment": "b"}]}],
)
FILTERS = {
    "channels": (ShownParts(channels=frozenset({"p", "f"})), ["a", "c"]),
    "paths": (ShownParts(paths=frozenset({"one"})), ["a", "b"]),
    "teams": (ShownParts(teams=frozenset({"DESK"})), ["a"]),
    "feeling": (ShownParts(feeling=(-2, 0)), ["b"]),
    "nothing of it": (ShownParts(episodes=frozenset()), []),
    "all at once": (ShownParts(paths=frozenset({"one"}), feeling=(0, 2)), ["a"]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_only_what_is_asked_for_is_shown(name: str) -> None:
    shown, expected = FILTERS[name]
    found = view(FILTERED, "journey", shown=shown)
    assert ids(found, "moment") == expected


def test_a_path_that_is_not_shown_draws_no_line() -> None:
    journey = with_paths("abcd", "abd", kinds=("happy", "unhappy"))
    found = view(journey, "journey", shown=ShownParts(paths=frozenset({"p2"})))
    assert {line.path for line in found.lines} == {"p2"}
    assert ids(found, "moment") == ["a", "b", "d"]


def test_a_place_that_people_chose_is_kept_in_its_own_view_alone() -> None:
    journey = with_paths("abcd")
    moved = perform(journey, placing(journey, "journey", "b", 7, 8))[0]
    at = {dot.id: (dot.x, dot.y) for dot in view(moved, "journey").dots}
    assert at["b"] == (7.0, 8.0)
    assert view(moved, "needs").dots == view(journey, "needs").dots


def test_one_walks_along_the_paths() -> None:
    found = view(with_paths("cab"), "journey")
    order = {dot.id: dot.order for dot in found.dots if dot.kind == "moment"}
    assert sorted(order, key=order.__getitem__) == ["c", "a", "b", "d"]


def test_a_leg_knows_its_path_and_the_steps_at_both_ends() -> None:
    journey = with_paths("aba")
    steps = [step.id for step in journey.steps_of("p1")]
    legs = [line for line in view(journey, "journey").lines if line.path]
    assert [line.step for line in legs] == [(steps[0], steps[1]), (steps[1], steps[2])]


def test_a_to_be_stands_as_high_as_it_should_feel_and_is_hollow_where_nothing_is_aimed_for() -> None:
    to_be = made(
        {"id": "a", "text": "Call", "felt_valence": -2, "targeted_valence": 1.5},
        {"id": "b", "text": "Wait", "felt_valence": 1},
        map={"title": "T", "kind": "to-be", "language": "nl"},
    )
    one, other = (dot for dot in view(to_be, "journey").dots if dot.kind == "moment")
    assert (one.y < 0, one.hollow, other.hollow) == (True, False, True)
    assert "Beoogd: +1,5" in one.told


# Channels


def test_channels_of_ours_and_of_others_differ_in_form_too_and_unused_ones_are_shown() -> None:
    journey = made(moment("a", "pf"), moment("b", "p"), channels=CHANNELS)
    found = {dot.id: dot for dot in view(journey, "channels").dots}
    assert found["p"].shape == found["m"].shape != found["f"].shape
    assert found["p"].color != found["f"].color
    assert found["p"].size > found["f"].size > found["m"].size
    assert (found["m"].hollow, found["p"].hollow) == (True, False)


def test_a_switch_leaves_every_channel_and_is_counted_along_the_paths() -> None:
    moments = (moment("a", "p"), moment("b"), moment("c", "m"), moment("d", "mp"))
    ways = [{"name": n, "path_steps": [{"moment": m} for m in way]} for n, way in (("One", "abcd"), ("Two", "aca"))]
    journey = made(*moments, channels=CHANNELS, paths=ways)
    found = {(pair.start, pair.end): (pair.count, pair.paths) for pair in between(switches(journey))}
    assert found == {("p", "m"): (2, ("One", "Two")), ("m", "p"): (1, ("Two",))}
    assert "from “Phone” to “Mail”: 2 of 3 switches" in view(journey, "channels").sentence


def test_a_channel_written_from_right_to_left_turns_nothing_around_it() -> None:
    name = "مرحبا"
    moments = (moment("a", "p"), moment("b", "m"))
    ways = [{"name": n, "path_steps": [{"moment": m} for m in "ab"]} for n in ("One", name)]
    journey = made(*moments, channels=[{"id": "p", "name": "Phone"}, {"id": "m", "name": name}], paths=ways)
    found = view(journey, "channels")
    assert f"from “Phone” to “\u2068{name}\u2069”: 2 of 2 switches" in found.sentence
    assert found.lines[0].told.startswith(f"Phone → \u2068{name}\u2069: 2 switches")
    assert [row["name"] for row in found.rows] == ["Phone", name], "by itself it needs nothing around it"
    files = (graphml(journey, found), gexf(journey, found))
    assert not [file for file in files if "\u2068" in file.decode()], "programs read names as they are"


def test_without_paths_switches_are_counted_along_the_map() -> None:
    journey = made(moment("a", "p"), moment("b", "f"), channels=CHANNELS)
    assert [(pair.start, pair.end, pair.count) for pair in between(switches(journey))] == [("p", "f", 1)]
    assert "once: from “Phone” to “A friend”" in view(journey, "channels").sentence


# Needs


def test_the_same_need_at_several_moments_is_one_node() -> None:
    journey = made(moment("a", needs=("Be  sure",)), moment("b", needs=("be sure", "be quick")), moment("c"))
    found = view(journey, "needs")
    assert len(ids(found, "need")) == 2
    assert len(found.lines) == 3
    assert [dot.id for dot in found.dots if dot.kind == "moment" and dot.hollow] == ["c"]
    assert "“Be sure” comes up at 2 moments, more than any other need. One moment serves no need" in found.sentence


def test_a_need_that_no_moment_of_the_to_be_serves_is_shown_as_lost() -> None:
    as_is = made(moment("a", needs=("be sure",)), moment("b", needs=("be heard",)))
    to_be = built([*to_be_changes(as_is, "to-be", "T"), Remove(table="moments", id="b")], "to-be")
    found = view(to_be, "needs", as_is=as_is)
    (gone,) = [dot for dot in found.dots if dot.kind == "need" and dot.hollow]
    assert (gone.table, gone.told.splitlines()[0]) == (None, "be heard")
    assert "One need from the as-is has no micro-moment" in found.sentence


# Backstage


def test_the_team_that_most_moments_wait_for_is_the_bottleneck() -> None:
    journey = made(
        *(
            staged("a", "Desk", pain="Desk"),
            staged("b", "desk", "Web"),
            staged("c", "Desk", "Field"),
            staged("d", "Web"),
        ),
        staged("e"),
    )
    found = view(journey, "backstage")
    assert ids(found, "team") == ["team:Desk", "team:Web", "team:Field"]
    assert [dot.id for dot in found.dots if dot.strong] == ["team:Desk"]
    assert (
        "“Desk” is the likely bottleneck: it is behind 3 of the 4 moments that have a team, one pain point"
        in found.sentence
    )
    assert "2 other teams have to act together with it" in found.sentence
    assert {line.id for line in found.lines if line.kind == "together"} == {
        "together:team:Desk>team:Web",
        "together:team:Desk>team:Field",
    }


def test_teams_that_are_alike_make_no_bottleneck() -> None:
    journey = made(staged("a", "Desk"), staged("b", "Web"))
    assert "none of them stands out" in view(journey, "backstage").sentence
    assert not [dot for dot in view(journey, "backstage").dots if dot.strong]


# To-be over as-is


def test_a_fresh_to_be_says_that_nothing_has_changed() -> None:
    as_is = made("Call", "Wait")
    to_be = built(to_be_changes(as_is, "to-be", "T"), "to-be")
    found = view(to_be, "over", as_is=as_is)
    assert "Nothing has changed yet: all 2 moments" in found.sentence
    assert {dot.more["disposition"] for dot in found.dots if dot.kind == "moment"} == {"kept"}


def test_what_became_of_every_moment_is_marked_by_form_and_colour() -> None:
    as_is = with_paths("abcd")
    to_be = built(to_be_changes(as_is, "to-be", "T"), "to-be")
    episode = to_be.episodes[0].id
    changes: list[Change] = [
        Remove(table="moments", id="b"),
        Set(table="moments", id="c", field="text", value="C better"),
        Add(table="moments", id="n", parent=episode, values={"text": "New"}, after="a"),
    ]
    to_be = perform(to_be, changes)[0]
    found = view(to_be, "over", as_is=as_is)
    fates = {dot.id: dot.more["disposition"] for dot in found.dots if dot.kind in ("moment", "ghost")}
    assert fates == {"a": "kept", "n": "new", "as-is:b": "removed", "c": "changed", "d": "kept"}
    looks = {fates[dot.id]: (dot.shape, dot.color, dot.hollow) for dot in found.dots if dot.id in fates}
    assert len(set(looks.values())) == len({(shape, hollow) for shape, _, hollow in looks.values()}) == 4
    assert found.sentence == ("Of 4 as-is moments: 2 as before, 1 in another form, 1 removed. New: 1.")
    kinds = {(line.start, line.end): line.kind for line in found.lines}
    assert kinds["a", "as-is:b"] == "way-gone"
    assert kinds["c", "d"] == "way-kept"
    assert kinds["a", "c"] == "way-new"


@given(journeys(min_size=3, max_size=20), journeys(min_size=3, max_size=20))
@settings(max_examples=25)
def test_every_moment_of_both_maps_is_somewhere_in_the_one_picture(as_is: Journey, to_be: Journey) -> None:
    found = view(to_be, "over", as_is=as_is)
    nodes = {dot.id for dot in found.dots}
    assert {moment.id for moment in to_be.moments} <= nodes
    for fate in compare(as_is, to_be).fates:
        if fate.as_is is not None:
            assert f"as-is:{fate.as_is.id}" in nodes or fate.to_be[0].id in nodes
            if fate.disposition is Disposition.REMOVED:
                assert f"as-is:{fate.as_is.id}" in nodes
