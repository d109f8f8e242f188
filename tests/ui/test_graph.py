"""The graph screen: five views as data and as a table, what is chosen beside it, and what the picture asks for."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.catalogue import say
from journeymap.exchange.formats import FORMATS
from journeymap.graph.views import view
from journeymap.ui import actions, state
from journeymap.ui.panels.selection import Picked
from journeymap.ui.screens.graph import gestures, texts
from journeymap.ui.screens.graph.choice import Chosen
from journeymap.ui.screens.graph.path_links import cut, linked
from journeymap.ui.screens.graph.picture import VIEWS, cells, only_happy, picture
from journeymap.ui.screens.graph.row_panels import renamed
from journeymap.ui.takeaway import address
from tests.support.app import App, Screen
from tests.support.nature_park import park
from tests.support.small_maps import HOSTILE, built, sample
from tests.support.workshop_room import hold

AS_IS, TO_BE = sample("as-is"), sample("to-be")


def row(*moments: str, path: str = "") -> list[Change]:
    """A map of these moments, with a path over those of `path`, a letter each."""
    found: list[Change] = [Add(table="episodes", id="e", values={"title": "Before"})]
    found += [
        Add(table="moments", id=m, parent="e", values={"text": f"Moment {m}", "felt_valence": 1}) for m in moments
    ]
    if path:
        found.append(Add(table="paths", id="p", values={"name": "All goes well"}))
        found += [Add(table="path_steps", id=f"s{n}", parent="p", values={"moment": m}) for n, m in enumerate(path, 1)]
    return found


def walked(journey: Journey, path: str = "p") -> str:
    return "".join(step.moment for step in journey.steps_of(path))


def drawn_data(screen: Screen) -> Any:
    given = (json.loads(component.proto.json) for component in screen.get("bidi_component"))
    return next(data for data in given if "nodes" in data)


# The picture as data


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_view_has_a_picture_a_legend_and_a_table(name: str, language: str) -> None:
    seen = view(TO_BE, name, as_is=AS_IS, language=language)
    drawn = picture(seen, TO_BE, language)
    assert drawn["view"] == name
    assert drawn["nodes"]
    assert drawn["edges"]
    assert drawn["legend"]
    assert {row["id"] for row in seen.rows} <= {node["id"] for node in drawn["nodes"]}
    lines = cells(seen, "Name", "Before", "After")
    assert len(lines) == len(seen.rows) > 0
    assert all(line["Name"] for line in lines)


def test_every_path_has_its_line_its_kind_and_its_steps() -> None:
    paths = picture(view(AS_IS, "journey", language="en"), AS_IS, "en")["paths"]
    assert [(path["label"], path["kind"]) for path in paths] == [
        ("Everything falls into place", "happy path · 22\u00a0%"),
        ("Everything by herself, and no lunch", "unhappy path · 41\u00a0%"),
        ("Calling until somebody knows", "loop · 24\u00a0%"),
        ("Gives up and takes them swimming", "abandoned · 13\u00a0%"),
    ]
    assert len({tuple(path["dashes"]) for path in paths}) == 4, "colour alone must not tell them apart"
    first = paths[0]["steps"][0]
    assert (first["id"], first["feels"]) == ("m-magazine", 1.2)
    assert first["told"] == "Read the member magazine. Feels: +1.2."


def test_the_legend_of_the_journey_names_the_plain_order_and_what_height_says() -> None:
    titled = Add(table="maps", id="map", values={"title": "A visit"})
    for journey, ordered in ((AS_IS, False), (built([titled, *row(*"abcd", path="abc")]), True)):
        labels = [sign["label"] for sign in picture(view(journey, "journey", language="en"), journey, "en")["legend"]]
        assert ("order on the map, on no path" in labels) is ordered
        assert "The higher a moment stands, the better it feels." in labels
        assert "happy path" not in labels, "the paths stand above the picture"


def test_an_episode_without_moments_is_no_place_to_jump_to() -> None:
    titled = Add(table="maps", id="map", values={"title": "A visit"})
    journey = built([titled, *row("a"), Add(table="episodes", id="empty", values={"title": "Empty"})])
    drawn = picture(view(journey, "journey", language="en"), journey, "en")
    assert [(episode["label"], episode["first"]) for episode in drawn["episodes"]] == [("1 · Before", "a")]


# Steps that are drawn


@pytest.mark.parametrize(
    ("path", "start", "end", "becomes"),
    [
        ("abc", "b", "d", "abdc"),  # in the middle: right after the first
        ("abc", "c", "d", "abcd"),  # at the end
        ("abc", "c", "a", "abca"),  # round again
        ("abc", "d", "a", "dabc"),  # only the other is passed: right before it
        ("ab", "c", "d", "abcd"),  # neither is passed
        ("aba", "a", "c", "abac"),  # passed twice: after the last time
    ],
)
def test_a_drawn_step_makes_the_path_go_that_way(path: str, start: str, end: str, becomes: str) -> None:
    before = row(*"abcd", path=path)
    changes = linked(built(before), "p", start, end, named="First")
    after = built([*before, *changes])
    assert walked(after) == becomes
    assert start + end in walked(after)
    assert linked(after, "p", start, end, named="First") == [], "it goes that way already"


def test_without_a_path_a_drawn_step_makes_the_first_one() -> None:
    before = row(*"abcd")
    after = built([*before, *linked(built(before), "", "a", "c", named="First path")])
    assert [path.name for path in after.paths] == ["First path"]
    assert walked(after, after.paths[0].id) == "ac"


def test_a_step_taken_out_leaves_the_others() -> None:
    before = row(*"abcd", path="abcd")
    after = built([*before, *cut(built(before), "s2")])
    assert walked(after) == "acd"
    assert cut(after, "s2") == []


@pytest.mark.parametrize(
    ("path", "step", "becomes"),
    [
        ("abcbd", "s3", "abd"),
        ("abcbd", "s5", "abcb"),
        ("abab", "s1", "bab"),
        ("aaa", "s2", "aa"),
        ("abaca", "s2", "aca"),
    ],
)
def test_a_step_taken_out_leaves_no_step_from_a_moment_to_itself(path: str, step: str, becomes: str) -> None:
    before = row(*"abcd", path=path)
    assert walked(built([*before, *cut(built(before), step)])) == becomes


def test_a_team_is_renamed_at_every_step() -> None:
    steps = [
        step for step in AS_IS.tables["backstage_steps"].values() if getattr(step, "team", "") == "Activities team"
    ]
    changes = renamed("team", steps, " Front desk ")
    assert len(steps) > 1
    assert {(change.id, change.value) for change in changes if isinstance(change, Set)} == {
        (step.id, "Front desk") for step in steps
    }


def test_a_file_is_asked_for_where_the_page_is() -> None:
    assert address("m/1", FORMATS["gexf"], view="over") == "api/maps/m%2F1/export?format=gexf&view=over"


# The screen


@pytest.mark.parametrize("name", VIEWS)
def test_the_screen_draws_every_view_with_its_sentence_and_its_table(app: App, name: str) -> None:
    _, to_be = park(app)
    screen = app.open("graph", map=to_be, view=name)
    data = drawn_data(screen)
    assert data["view"] == name
    assert data["vis"].startswith("assets/vis/")
    seen = view(app.service.maps.journey(app.owner, to_be), name, as_is=AS_IS, language="en")
    assert len(screen.dataframe[0].value) == len(seen.rows)
    assert seen.sentence.split("“")[0] in screen.said


@pytest.mark.parametrize(
    ("language", "said", "word"), [("en", "What stands out", "Show"), ("nl", "Wat opvalt", "Toon")]
)
def test_the_screen_reads_in_both_languages(app: App, language: str, said: str, word: str) -> None:
    screen = app.open("graph", language=language, map=park(app)[1])
    assert said in screen.said
    assert drawn_data(screen)["words"]["fit"].startswith(word)


def test_a_view_that_nobody_knows_is_the_first_one(app: App) -> None:
    screen = app.open("graph", map=park(app)[0], view="upside-down")
    assert drawn_data(screen)["view"] == "journey"


def test_an_as_is_goes_to_its_to_be_to_lay_one_over_the_other(app: App) -> None:
    as_is, to_be = park(app)
    screen = app.open("graph", map=as_is, view="over")
    screen.press("Show the to-be over this as-is")
    assert drawn_data(screen)["view"] == "over"
    assert screen.query_params["map"] == to_be
    alone = app.open("graph", map=app.new_map("Alone", *row("a")), view="over")
    assert "No to-be to lay over this yet" in alone.said


def test_a_moment_chosen_on_the_map_is_edited_beside_the_graph(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    screen.session_state[state.key("map", as_is, "picked")] = Picked("moments", "m-magazine")
    screen.run()
    assert drawn_data(screen)["selected"] == "m-magazine"
    assert "Chosen: row 1, Read the member magazine" in screen.said, "the table does not go there by itself"
    screen.session_state[state.key("map", as_is, "picked")] = Picked("")
    screen.run()
    assert drawn_data(screen)["selected"] == ""
    assert "What stands out" in screen.said


@pytest.mark.parametrize(
    ("table", "row_id", "said"),
    [("channels", "c-website", "Micro-moments"), ("needs", "n-magazine-1", "Read the member magazine")],
)
def test_a_row_of_another_view_is_edited_too(app: App, table: str, row_id: str, said: str) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is, view=table)
    screen.session_state[state.key("map", as_is, "picked")] = Picked(table, row_id)
    screen.run()
    assert drawn_data(screen)["selected"] == row_id
    assert said in screen.said
    main = "name" if table == "channels" else "text"
    screen.at("map", as_is, table, row_id, main).set_value("Told anew").run()
    assert app.service.maps.journey(app.owner, as_is).tables[table][row_id].called == "Told anew"


def test_a_team_in_the_graph_is_renamed_in_one_go(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is, view="backstage")
    screen.session_state[state.key("graph", as_is, "chosen")] = Chosen(node="team:Activities team")
    screen.run()
    assert drawn_data(screen)["selected"] == "team:Activities team"
    screen.named("Name", "text_input").set_value("Front desk").run()
    assert "team:Front desk" in {node["id"] for node in drawn_data(screen)["nodes"]}
    app.service.changes.undo(app.owner, as_is)
    screen.run()
    assert "team:Activities team" in {node["id"] for node in drawn_data(screen)["nodes"]}


def test_in_the_graph_steps_are_drawn_where_the_step_asks_for_ways(app: App) -> None:
    kinds = (StepKind.SCOPE, StepKind.PATHS, StepKind.FREE)
    held = hold(app, "Mila", agenda=tuple(Step(id=kind.value, kind=kind, title=kind.value) for kind in kinds))
    held.change("", *(Add(table="moments", id=one, parent="e", values={"text": f"I {one}"}) for one in "ab"))
    for kind, draws, drags in zip(kinds, (False, True, True), (False, False, True), strict=True):
        held.start(kind)
        screen = app.open("graph", held.people["Mila"], map=held.map_id)
        drawn = drawn_data(screen)
        assert (drawn["draws"], drawn["may"], "Add a path" in screen.labels) == (draws, drags, draws)


def test_who_only_watches_is_offered_nothing_to_change(app: App) -> None:
    map_id = app.new_map("A visit", *row(*"ab", path="ab"))
    screen = app.open("graph", app.join(Role.OBSERVER, map_id), map=map_id)
    assert not drawn_data(screen)["may"]
    assert not drawn_data(screen)["draws"]
    assert "Add a path" not in screen.labels
    screen.session_state[state.key("map", map_id, "picked")] = Picked("moments", "a")
    screen.run()
    assert "Moment a" in screen.said
    assert not screen.text_area


def test_filters_are_counted_and_cleared(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    everything = len(drawn_data(screen)["nodes"])
    screen.at("graph", as_is, "filter", "channels").set_value(["c-website"])
    screen.at("graph", as_is, "filter", "feeling").set_value((-2, -1)).run()
    assert 0 < len(drawn_data(screen)["nodes"]) < everything
    assert "Filter (2)" in [found.proto.popover.label for found in screen.get("popover")]
    screen.press("Clear all filters")
    assert len(drawn_data(screen)["nodes"]) == everything
    assert "Filter" in [found.proto.popover.label for found in screen.get("popover")]


def test_the_filter_is_told_to_the_picture_and_what_it_hides_of_what_is_shown(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    assert drawn_data(screen)["filter"] == ""
    assert "The file holds the whole map" not in screen.said
    screen.at("graph", as_is, "filter", "episodes").set_value(["e-park"]).run()
    screen.press("Show me", nth=1)
    data = drawn_data(screen)
    assert data["filter"]
    assert (data["shown"]["ids"], data["shown"]["hidden"]) == ([], 3)
    assert "The file holds the whole map" in screen.said, "a file has all of it, and that is said"


def test_what_stands_out_is_shown_in_the_view_where_it_is(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("graph", map=as_is)
    shown = [button for button in screen.button if button.label == "Show me"]
    shown[-1].click().run()
    data = drawn_data(screen)
    assert data["view"] == "backstage"
    assert "team:Activities team" in data["shown"]["ids"]
    assert screen.query_params["view"] == "backstage"


def test_a_map_without_moments_says_what_to_do_first(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("graph", map=map_id)
    assert "Nothing to draw yet" in screen.said
    assert "Add micro-moments on the map" in screen.labels
    watching = app.open("graph", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "Add micro-moments on the map" not in watching.labels
    assert "See the map" in watching.labels


def test_a_map_with_only_a_happy_path_says_so_and_offers_another(app: App) -> None:
    map_id = app.new_map("A visit", *row(*"ab", path="ab"))
    assert only_happy(app.service.maps.journey(app.owner, map_id))
    screen = app.open("graph", map=map_id)
    assert "Only the happy path is drawn" in screen.said
    screen.press("Add a path")
    screen.at("map", map_id, "add", "paths").set_value("Gives up").run()
    paths = app.service.maps.journey(app.owner, map_id).paths
    assert [path.name for path in paths] == ["All goes well", "Gives up"]
    assert drawn_data(screen)["way"] == paths[1].id


def test_other_peoples_words_stay_text(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": HOSTILE[0]})]
    for n, text in enumerate([*HOSTILE, "W" * 280]):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text, "felt_valence": 0.5}))
        adds.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
        adds.append(Add(table="paths", id=f"p{n}", values={"name": text[:80]}))
        adds.append(Add(table="path_steps", id=f"s{n}", parent=f"p{n}", values={"moment": f"m{n}"}))
    map_id = app.new_map("A visit", *adds)
    for name in VIEWS[:4]:
        screen = app.open("graph", map=map_id, view=name)
        for found in screen.markdown:
            assert "<img" not in found.value.replace("\\<img", "")
            assert "](http" not in found.value


# What is done in the picture


@pytest.fixture
def doing(app: App, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What the picture says that was done in it, as its callback hears it; the session is a plain dict here."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr("journeymap.ui.state.st.session_state", kept)
    for module in (gestures, actions):
        monkeypatch.setattr(module, "me", lambda: app.owner)
    monkeypatch.setattr(gestures, "t", lambda key: key)
    monkeypatch.setattr(texts, "t", lambda key, **values: say(key, "en", **values))
    return lambda map_id, *acts, client="c": gestures.hear(map_id, {"client": client, "acts": list(acts)})


def test_the_button_takes_a_step_out_as_the_key_does_and_all_of_it_comes_back(app: App) -> None:
    map_id = app.new_map("A visit", *row(*"abcd", path="abcbd"))
    screen = app.open("graph", map=map_id)
    screen.session_state[state.key("graph", map_id, "chosen")] = Chosen("", "s2>s3", "s3", Picked("paths"))
    screen.session_state[state.key("map", map_id, "picked")] = Picked("paths")
    screen.run()
    screen.press("Take this step out of the path")
    assert walked(app.service.maps.journey(app.owner, map_id)) == "abd"
    app.service.changes.undo(app.owner, map_id)
    assert walked(app.service.maps.journey(app.owner, map_id)) == "abcbd"


def test_what_is_told_twice_is_done_once(app: App, doing: Callable[..., None]) -> None:
    map_id = app.new_map("A visit", *row(*"abcd", path="abc"))
    link = {"n": 1, "do": "link", "from": "b", "to": "d", "path": "p"}
    for _ in range(2):
        doing(map_id, link, {"n": 2, "do": "place", "view": "journey", "node": "a", "x": 10, "y": -20})
    journey = app.service.maps.journey(app.owner, map_id)
    assert walked(journey) == "abdc"
    assert [(place.node, place.x, place.y) for place in journey.places] == [("a", 10.0, -20.0)]
    assert gestures.heard(map_id) == {"client": "c", "n": 2}
    app.service.changes.undo(app.owner, map_id)
    app.service.changes.undo(app.owner, map_id)
    assert walked(app.service.maps.journey(app.owner, map_id)) == "abc", "each act is one step back"


def test_tidying_forgets_all_places_of_one_view_in_one_go(app: App, doing: Callable[..., None]) -> None:
    map_id = app.new_map("A visit", *row(*"ab"))
    put = {"do": "place", "x": 5, "y": 5}
    doing(map_id, *({"n": n, "node": m, "view": "journey", **put} for n, m in enumerate("ab", 1)))
    doing(map_id, {"n": 3, "node": "a", "view": "needs", **put}, {"n": 4, "do": "tidy", "view": "journey"})
    assert [place.view for place in app.service.maps.journey(app.owner, map_id).places] == ["needs"]
    app.service.changes.undo(app.owner, map_id)
    assert len(app.service.maps.journey(app.owner, map_id).places) == 3


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("s2", "“Moment b” is out of “All goes well”, which now goes from “Moment a” to “Moment c”."),
        ("s3", "“Moment c” is out of “All goes well”."),
    ],
)
def test_a_step_taken_out_in_the_picture_is_said_with_the_way_back(
    app: App, doing: Callable[..., None], step: str, told: str
) -> None:
    map_id = app.new_map("A visit", *row(*"abc", path="abc"))
    doing(map_id, {"n": 1, "do": "cut", "step": step})
    (batch,) = app.service.changes.stacks(app.owner, map_id).undo[-1:]
    assert state.get(state.key("map", map_id, "removed"), None) == (batch, told)
    assert [text for text, _ in state.toasts()] == [told]


@pytest.mark.parametrize(
    "act",
    [
        {"do": "place", "view": "journey", "node": "a", "x": float("nan"), "y": 1},
        {"do": "place", "view": "elsewhere", "node": "a", "x": 1, "y": 1},
        {"do": "place", "view": "journey", "node": "a" * 500, "x": 1, "y": 1},
        {"do": "place", "view": "journey", "node": "a", "x": True, "y": "1"},
        {"do": "link", "from": "a", "to": "gone", "path": "p"},
        {"do": "link", "from": "a", "to": "a", "path": "p"},
        {"do": "cut", "step": "gone"},
        {"do": "cut", "step": ["s1"]},
        {"do": "drop tables"},
        {},
    ],
)
def test_what_makes_no_sense_changes_nothing(app: App, doing: Callable[..., None], act: dict[str, Any]) -> None:
    map_id = app.new_map("A visit", *row(*"ab", path="ab"))
    before = app.service.maps.journey(app.owner, map_id).revision
    doing(map_id, {"n": 1, **act})
    gestures.hear(map_id, "nonsense")
    gestures.hear(map_id, {"client": 1, "acts": [1, None, {"n": "1"}]})
    assert app.service.maps.journey(app.owner, map_id).revision == before


def test_who_only_watches_changes_nothing_by_the_picture_either(
    app: App, doing: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_id = app.new_map("A visit", *row(*"ab", path="ab"))
    watching = app.join(Role.OBSERVER, map_id)
    for module in (gestures, actions):
        monkeypatch.setattr(module, "me", lambda: watching)
    monkeypatch.setattr(actions, "language", lambda: "en")
    before = app.service.maps.journey(app.owner, map_id).revision
    doing(map_id, {"n": 1, "do": "cut", "step": "s1"}, {"n": 2, "do": "tidy", "view": "journey"})
    assert app.service.maps.journey(app.owner, map_id).revision == before
    assert len(state.toasts()) == 2
