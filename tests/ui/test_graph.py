"""The graph screen: the picture as data, its twin as a table, and what is chosen beside it."""

import json
from itertools import pairwise
from typing import Any

import pytest

from journeymap.domain.changes import Add, Change, Set
from journeymap.domain.people import Role
from journeymap.domain.rows import Moment
from journeymap.ui import state
from journeymap.ui.graph_view import feels, moment_rows, only_happy, passing, picture, steps_in_words, told
from journeymap.ui.panels.picking import Picked
from tests.support.app import App, Screen
from tests.support.maps import HOSTILE, made, sample
from tests.support.park import park

AS_IS, TO_BE = sample("as-is"), sample("to-be")


def nodes(drawn: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in drawn["nodes"] if node["kind"] == "moment"}


# The picture


@pytest.mark.parametrize("journey", [AS_IS, TO_BE])
def test_moments_run_from_left_to_right_and_stand_as_high_as_they_feel(journey: Any) -> None:
    drawn = picture(journey, "en")
    at = nodes(drawn)
    assert list(at) == [moment.id for moment in journey.moments] == [moment["id"] for moment in drawn["moments"]]
    assert all(one["x"] < other["x"] for one, other in pairwise(at.values()))
    for moment in journey.moments:
        valence = feels(journey, moment)
        assert at[moment.id]["y"] == -(valence or 0) * drawn["step"]
        assert bool(at[moment.id]["shapeProperties"]["borderDashes"]) is (valence is None)


def test_a_to_be_stands_as_high_as_it_should_feel() -> None:
    at = nodes(picture(TO_BE, "en"))
    member = TO_BE.get(Moment, "m-member")
    assert feels(TO_BE, member) == TO_BE.targeted_of(member)[0]
    assert at["m-member"]["color"]["background"] == at["m-member"]["color"]["border"]


def test_every_path_has_its_line_and_its_kind_in_words() -> None:
    paths = picture(AS_IS, "en")["paths"]
    assert [(path["label"], path["kind"]) for path in paths] == [
        ("Everything falls into place", "happy path"),
        ("Everything by herself, and no lunch", "unhappy path"),
        ("Calling until somebody knows", "loop"),
        ("Gives up and takes them swimming", "abandoned"),
    ]
    assert len({(path["color"], tuple(path["dashes"])) for path in paths}) == 4
    assert len({tuple(path["dashes"]) for path in paths}) == 4, "colour alone must not tell them apart"
    edges = picture(AS_IS, "en")["edges"]
    assert {edge["path"] for edge in edges} == {path["id"] for path in paths}


def test_without_paths_the_plain_order_is_drawn() -> None:
    drawn = picture(made("One", "Two", "Three"), "en")
    assert [path["id"] for path in drawn["paths"]] == [""]
    assert len(drawn["edges"]) == 2


def test_an_episode_without_moments_is_no_place_to_jump_to() -> None:
    journey = made("One", episodes=[{"title": "Full", "moments": [{"text": "One"}]}, {"title": "Empty", "moments": []}])
    assert [episode["label"] for episode in picture(journey, "en")["episodes"]] == ["1 · Full"]


def test_a_moment_is_told_aloud_in_one_sentence() -> None:
    assert told(AS_IS, AS_IS.moments[0], "en") == "Read the member magazine. Episode: Getting inspired. Feels: +1.2."
    assert told(made("One"), made("One").moments[0], "nl").endswith("Voelt als: nog niet gezegd.")


# The twin


def test_the_table_says_what_the_picture_says() -> None:
    rows = moment_rows(AS_IS)
    assert [row.id for row in rows] == [moment.id for moment in AS_IS.moments]
    assert [row.number for row in rows] == list(range(1, 60))
    first = rows[0]
    assert first.paths == ("Everything falls into place", "Calling until somebody knows")
    assert first.before == ""
    assert "Hear from my sister what her children did there" in first.after


def test_a_path_is_told_step_by_step() -> None:
    happy = AS_IS.paths[0]
    assert steps_in_words(AS_IS, happy).startswith("Read the member magazine → Hear from my sister")
    assert steps_in_words(AS_IS, happy).count(" → ") == len(AS_IS.steps_of(happy.id)) - 1


def test_a_moment_knows_at_which_steps_a_loop_comes_by() -> None:
    loop = AS_IS.paths[2]
    steps = [step.moment for step in AS_IS.steps_of(loop.id)]
    again = next(moment for moment in steps if steps.count(moment) > 1)
    at = {path.id: where for path, where in passing(AS_IS, again)}[loop.id]
    assert at == [n for n, moment in enumerate(steps, 1) if moment == again]


# The screen


def drawn_data(screen: Screen) -> Any:
    given = (json.loads(component.proto.json) for component in screen.get("bidi_component"))
    return next(data for data in given if "moments" in data)


def test_the_screen_draws_all_moments_and_says_what_stands_out(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    data = drawn_data(screen)
    assert len(data["moments"]) == 59
    assert data["vis"].startswith("assets/vis/")
    assert "For some people the journey ends before its last micro-moment" in screen.said
    assert "33 steps · 17 switches · 8 h 42" in screen.said
    assert len(screen.dataframe[0].value) == 59
    assert len(screen.dataframe[1].value) == 4


@pytest.mark.parametrize(("language", "said", "word"), [("en", "The paths", "Show"), ("nl", "De paden", "Toon")])
def test_the_screen_reads_in_both_languages(app: App, language: str, said: str, word: str) -> None:
    screen = app.open("graph", language=language, map=park(app)[1])
    assert said in screen.said
    assert drawn_data(screen)["words"]["fit"].startswith(word)


def test_a_moment_chosen_on_the_map_stands_beside_the_graph(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    screen.session_state[state.key("map", as_is, "picked")] = Picked("moments", "m-magazine")
    screen.run()
    assert drawn_data(screen)["selected"] == "m-magazine"
    assert "**Read the member magazine**" in screen.said
    assert "charmed (+1.2)" in screen.said
    assert "Feel invited" in screen.said
    assert "Everything falls into place, step 1" in screen.said
    assert "validated by a customer" in screen.said
    screen.at("graph", "close").click().run()
    assert drawn_data(screen)["selected"] == ""
    assert "The paths" in screen.said


def test_a_map_without_moments_says_what_to_do_first(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("graph", map=map_id)
    assert "Nothing to draw yet" in screen.said
    assert "Add micro-moments on the map" in screen.labels
    watching = app.open("graph", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "Add micro-moments on the map" not in watching.labels
    assert "See the map" in watching.labels


def test_a_map_with_only_a_happy_path_says_so(app: App) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="a", parent="e", values={"text": "Call"}),
        Add(table="moments", id="b", parent="e", values={"text": "Go"}),
        Add(table="paths", id="p", values={"name": "All goes well"}),
        Add(table="path_steps", id="p1", parent="p", values={"moment": "a"}),
        Add(table="path_steps", id="p2", parent="p", values={"moment": "b"}),
    )
    assert only_happy(app.service.maps.journey(app.owner, map_id))
    screen = app.open("graph", map=map_id)
    assert "Only the happy path is drawn" in screen.said
    assert any(label.startswith("Add paths on the map") for label in screen.labels)


def test_other_peoples_words_stay_text(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": HOSTILE[0]})]
    for n, text in enumerate([*HOSTILE, "W" * 280]):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text, "felt_valence": 0.5}))
        adds.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
        adds.append(Add(table="paths", id=f"p{n}", values={"name": text[:80]}))
    map_id = app.new_map("A visit", *adds)
    app.service.editing.change(app.owner, map_id, [Set(table="moments", id="m0", field="notes", value=HOSTILE[2])])
    screen = app.open("graph", map=map_id)
    for found in screen.markdown:
        assert "<img" not in found.value.replace("\\<img", "")
        assert "](http" not in found.value
