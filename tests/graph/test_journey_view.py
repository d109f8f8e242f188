"""The graph as it is drawn: stable, told apart without colours too, and text is text."""

import json
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from journeymap.domain.model.journey import Journey
from journeymap.graph import assets
from journeymap.graph.assets import SCRIPT, STYLE, assets_folder
from journeymap.graph.journey_view import HEIGHT, STEP, journey_view
from journeymap.graph.palette import COLORS, LINES, SHAPES, look
from journeymap.graph.scene import Scene
from journeymap.graph.views import payload, view
from tests.graph.test_network import with_paths
from tests.support.journeys import journeys
from tests.support.small_maps import HOSTILE, made, sample


def nodes(journey: Journey, **wishes: Any) -> dict[str, dict[str, Any]]:
    scene = Scene(journey, journey.language, **wishes)
    return {node["id"]: node for node in payload(journey_view(scene).network)["nodes"]}


def drawn_of(journey: Journey, **wishes: Any) -> dict[str, Any]:
    return payload(view(journey, "journey", **wishes).network)


def test_the_same_map_gives_the_same_picture() -> None:
    assert drawn_of(sample("as-is")) == drawn_of(sample("as-is"))


def test_moments_stand_from_left_to_right_and_higher_where_it_feels_better() -> None:
    felt = [0, 2, -2, None]
    drawn = nodes(made(*({"id": f"m{n}", "text": "Call", "felt_valence": v} for n, v in enumerate(felt))))
    assert [drawn[f"m{n}"]["x"] for n in range(4)] == [0, STEP, 2 * STEP, 3 * STEP]
    assert [drawn[f"m{n}"]["y"] for n in range(4)] == [0, -2 * HEIGHT, 2 * HEIGHT, 0]


def test_a_moment_that_nobody_has_felt_yet_looks_hollow() -> None:
    drawn = nodes(made({"id": "a", "text": "Call", "felt_valence": 0}, {"id": "b", "text": "Wait"}))
    assert drawn["a"]["shapeProperties"] == {"borderDashes": False}
    assert drawn["b"]["shapeProperties"] == {"borderDashes": [4, 3]}
    assert drawn["a"]["color"] != drawn["b"]["color"]


def test_a_place_that_people_chose_is_kept() -> None:
    moved = nodes(with_paths("abcd"), places={"b": (7, 8)})
    assert (moved["b"]["x"], moved["b"]["y"]) == (7, 8)
    assert moved["a"]["x"] == 0


def test_the_picture_does_not_move_by_itself() -> None:
    options = drawn_of(sample("as-is"))["options"]
    assert options["physics"] == {"enabled": False}
    assert options["nodes"]["font"]["multi"] is False
    assert options["nodes"]["font"]["face"].startswith("'Journeymap Sans'")


def test_episodes_differ_in_colour_and_in_form_and_have_their_name_above() -> None:
    journey = sample("as-is")
    drawn = nodes(journey)
    looks = {
        node["episode"]: (node["color"]["border"], node["shape"]) for node in drawn.values() if node["kind"] == "moment"
    }
    assert len({color for color, _ in looks.values()}) == len({shape for _, shape in looks.values()}) == 6
    headings = [node["label"] for node in drawn.values() if node["kind"] == "episode"]
    assert headings[:2] == ["1 · Getting inspired", "2 · Planning the day"]
    assert len({look(n) for n in range(len(COLORS) * len(SHAPES))}) == len(COLORS) * len(SHAPES)


def test_paths_differ_in_colour_and_in_line_and_bend_apart() -> None:
    assert len({line.color for line in LINES.values()}) == len(LINES)
    assert len({tuple(line.dashes) for line in LINES.values()}) == len(LINES)
    drawn = drawn_of(with_paths("ab", "ab", kinds=("happy", "unhappy")))["edges"]
    happy, unhappy = (edge for edge in drawn if edge["kind"] != "order")
    assert happy["dashes"] is False
    assert unhappy["dashes"]
    assert happy["smooth"]["roundness"] != unhappy["smooth"]["roundness"]
    assert happy["width"] < unhappy["width"]


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    found = view(with_paths("abcd", "ab", kinds=("happy", "abandoned")), "journey", language="nl").legend
    edges = [mark for mark in found if mark["kind"] == "edge"]
    assert [mark["label"] for mark in edges] == ["goed pad", "afgebroken"]
    assert edges[1]["names"] == ["Path 2"]
    (band,) = (mark for mark in found if mark["kind"] == "band")
    assert (band["label"], band["color"], band["shape"]) == ("1 · Before", *look(0))
    plain = view(with_paths(), "journey").legend
    assert [mark["of"] for mark in plain if mark["kind"] == "edge"] == ["order"]
    height = "The higher a moment stands, the better it feels."
    assert [mark["of"] for mark in plain if mark["label"] == height] == ["moment"]


def test_hovering_tells_what_is_known_of_a_moment() -> None:
    title = str(nodes(sample("as-is"))["m-magazine"]["told"])
    assert title.startswith("Read the member magazine\n1 · Getting inspired\nFelt: ")
    assert "Channels: Member magazine" in title


@pytest.mark.parametrize("hostile", [*HOSTILE, '<a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)>'])
def test_hostile_text_is_drawn_as_text_and_pyvis_does_not_take_it_for_html(hostile: str) -> None:
    journey = made(
        {"id": "m", "text": hostile}, episodes=[{"title": hostile[:100], "moments": [{"id": "m", "text": hostile}]}]
    )
    net = view(journey, "journey").network
    drawn = {node["id"]: node for node in payload(net)["nodes"]}
    assert str(drawn["m"]["label"]).startswith(" ".join(hostile.split())[:60])
    assert not [node for node in net.nodes if "href" in node["title"]]
    page = net.generate_html()
    assert "popup.innerHTML" not in page
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_long_names_are_shortened_in_the_picture_and_whole_when_hovered() -> None:
    drawn = nodes(made({"id": "m", "text": "word " * 56}))
    assert len(str(drawn["m"]["label"])) <= 70
    assert "word " * 55 in str(drawn["m"]["told"])


@given(journeys(min_size=2, max_size=20))
@settings(max_examples=40)
def test_any_map_can_be_drawn(journey: Journey) -> None:
    drawn = drawn_of(journey, language="nl", dark=True)
    ids = [node["id"] for node in drawn["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {edge[end] for edge in drawn["edges"] for end in ("from", "to")} <= set(ids)
    keys = [edge["id"] for edge in drawn["edges"]]
    assert len(set(keys)) == len(keys)
    assert json.loads(json.dumps(drawn, allow_nan=False)) == drawn


def test_a_large_map_with_3000_edges_is_drawn() -> None:
    count = 1_000
    moments = [{"id": f"m{n}", "text": f"Call {n}"} for n in range(count)]
    steps = [{"moment": f"m{n * 7 % count}"} for n in range(count)]
    paths = [{"name": f"Path {n}", "path_steps": steps} for n in range(3)]
    journey = made(*moments, paths=paths)
    drawn = drawn_of(journey)
    assert len(drawn["edges"]) == 3 * (count - 1)


def test_an_incomplete_pyvis_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "find_spec", lambda name: ModuleSpec(name, None, origin=str(tmp_path / "__init__.py")))
    with pytest.raises(FileNotFoundError, match="vis-network"):
        assets_folder()
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match="not installed"):
        assets_folder()


def test_the_script_is_in_pyvis_own_files_and_shows_titles_as_text() -> None:
    script = (assets_folder() / SCRIPT).read_text(encoding="utf-8")
    assert (assets_folder() / STYLE).is_file()
    assert "this.frame.innerText=t" in script
    assert "this.frame.innerHTML" not in script
