"""The panels about the whole map: persona and scope, channels, paths, and what is still open."""

import pytest

from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.roles import Role
from journeymap.ui.panels.selection import Picked, StillOpenLink
from tests.support.app import App
from tests.support.map_editor import Desk, at_map


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("personas", "name", "Marieke"),
        ("personas", "goal", "a day without a plan"),
        ("personas", "context", "Two children.\nNo car."),
        ("personas", "segment", "families"),
        ("personas", "quote", "I want to see the deer"),
        ("maps", "title", "A visit in May"),
        ("maps", "scope_start", "I see the magazine"),
        ("maps", "scope_end", "I tell a friend"),
        ("maps", "kind", "to-be"),
        ("maps", "language", "nl"),
        ("maps", "notes", "Two\nlines"),
    ],
)
def test_every_field_of_persona_and_scope_is_edited(app: App, table: str, name: str, value: str) -> None:
    desk = at_map(app).open("scope")
    row = "persona" if table == "personas" else desk.map_id
    desk.write(table, row, name, value)
    assert getattr(desk.row(table, row), name) == value


@pytest.mark.parametrize(("table", "name"), [("personas", "name"), ("maps", "title")])
def test_a_map_and_its_persona_keep_a_name(app: App, table: str, name: str) -> None:
    desk = at_map(app).open("scope")
    row = "persona" if table == "personas" else desk.map_id
    before = desk.journey
    desk.write(table, row, name, " ")
    assert "it cannot be empty" in desk.screen.said
    assert desk.journey == before


def test_a_map_without_a_persona_gets_one_by_its_name(app: App) -> None:
    desk = at_map(app, changes=()).open("scope").add("personas", "Marieke")
    assert desk.journey.persona is not None
    assert desk.journey.persona.name == "Marieke"


# What is typed


def test_what_others_changed_shows_and_is_not_overwritten(app: App) -> None:
    desk = at_map(app).open("scope")
    desk.elsewhere(Set(table="personas", id="persona", field="name", value="Marieke"))
    desk.write("personas", "persona", "goal", "a day off")
    assert desk.row("personas", "persona").name == "Marieke"
    assert desk.field("personas", "persona", "name").value == "Marieke"


def test_whoever_replaces_a_text_they_had_not_seen_has_both_and_a_way_back(app: App) -> None:
    desk = at_map(app).open("scope")
    bob = app.join(Role.PARTICIPANT, desk.map_id)
    theirs = Set(table="personas", id="persona", field="goal", value="I <b>rest</b>")
    app.service.changes.change(bob, desk.map_id, [theirs])
    desk.write("personas", "persona", "goal", "a day off")
    assert desk.row("personas", "persona").goal == "a day off"
    assert f"{bob.name} had just written something else here" in desk.screen.said
    desk.screen.press("Use that one")
    assert desk.row("personas", "persona").goal == "I <b>rest</b>"
    assert desk.field("personas", "persona", "goal").value == "I <b>rest</b>"
    assert "had just written something else" not in desk.screen.said


def test_undo_shows_in_the_field_what_was_there_before(app: App) -> None:
    desk = at_map(app).open("scope").write("personas", "persona", "name", "Marieke")
    desk.take_back("undo")
    assert desk.field("personas", "persona", "name").value == "Noor"
    desk.take_back("redo")
    assert desk.field("personas", "persona", "name").value == "Marieke"


def test_what_is_left_as_it_was_is_not_written(app: App) -> None:
    desk = at_map(app).open("scope")
    before = desk.operations
    desk.write("personas", "persona", "name", "Noor").open("paths").write("paths", "happy", "share", 70.0)
    assert desk.operations == before


def test_a_refused_text_can_be_mended_or_put_back(app: App) -> None:
    desk = at_map(app).open("scope").write("personas", "persona", "name", "")
    desk.open("paths").open("scope")
    assert desk.field("personas", "persona", "name").value == "", "the person's text stays, also after a look elsewhere"
    desk.screen.press("Put back what was saved")
    assert desk.field("personas", "persona", "name").value == "Noor"
    desk.write("personas", "persona", "name", "").write("personas", "persona", "name", "Marieke")
    assert desk.row("personas", "persona").name == "Marieke"
    assert "it cannot be empty" not in desk.screen.said


def test_a_map_and_its_copy_keep_their_own_words_in_one_sitting(app: App) -> None:
    desk = at_map(app).open("scope").write("personas", "persona", "name", "")
    copy = app.service.maps.duplicate(app.owner, desk.map_id)
    desk.screen.query_params["map"] = copy
    desk.screen.run()
    desk.press("map", "tool", "scope")
    assert desk.screen.shows("map", copy, "personas", "persona", "name").value == "Noor"
    assert "it cannot be empty" not in desk.screen.said


# Channels


def channel(desk: Desk, row: str) -> Desk:
    """Open a channel's details, which are only drawn then."""
    desk.screen.session_state[f"jm-map-{desk.map_id}-channels-{row}-open"] = True
    desk.screen.run()
    return desk


def test_channels_are_counted_and_added(app: App) -> None:
    desk = at_map(app, Set(table="channels", id="phone", field="assumed", value=True)).open("channels")
    assert "2 channels: 1 named before the sweep, 1 found in it" in desk.screen.said
    desk.add("channels", "Letter")
    desk.screen.at("map", desk.map_id, "channels", "suggested").click("Review site").run()
    assert desk.names("channels") == ["Phone", "Desk", "Letter", "Review site"]
    assert [c.owned for c in desk.journey.channels] == [True, False, True, False]


@pytest.mark.parametrize(
    ("name", "value"), [("name", "Telephone"), ("owned", False), ("assumed", True), ("notes", "0900")]
)
def test_every_field_of_a_channel_is_edited(app: App, name: str, value: object) -> None:
    desk = channel(at_map(app).open("channels"), "phone").write("channels", "phone", name, value)
    assert getattr(desk.row("channels", "phone"), name) == value


def test_channels_are_put_in_another_order(app: App) -> None:
    desk = channel(at_map(app).open("channels"), "desk").press_of("channels", "desk", "up")
    assert desk.names("channels") == ["Desk", "Phone"]
    desk.press_of("channels", "desk", "down")
    assert desk.names("channels") == ["Phone", "Desk"]


def test_removing_a_channel_says_how_many_touchpoints_go_and_can_be_undone(app: App) -> None:
    desk = channel(at_map(app).open("channels"), "desk")
    before = desk.journey
    assert "This goes with it: one touchpoint." in desk.screen.said
    desk.press_of("channels", "desk", "remove")
    assert desk.names("channels") == ["Phone"]
    assert desk.journey.channels_of("arrive") == ()
    assert desk.row("communications", "welcome").channel is None
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)


def test_undo_is_only_offered_while_nothing_else_happened(app: App) -> None:
    desk = channel(at_map(app).open("channels"), "desk").press_of("channels", "desk", "remove")
    desk.write("channels", "phone", "name", "Telephone")
    with pytest.raises(KeyError):
        desk.press("map", "undo")


def test_two_names_for_one_channel_become_one_and_can_be_parted_again(app: App) -> None:
    both = Add(table="touchpoints", id="call-desk", parent="call", values={"channel": "desk"})
    desk = channel(at_map(app, both).open("channels"), "desk")
    before = desk.journey
    desk.write("channels", "desk", "into", "phone")
    assert desk.names("channels") == ["Phone"]
    assert [c.id for c in desk.journey.channels_of("call")] == ["phone"]
    assert [c.id for c in desk.journey.channels_of("arrive")] == ["phone"]
    assert desk.row("communications", "welcome").channel == "phone"
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)


# Paths


def steps(desk: Desk, path: str = "happy") -> list[str]:
    return [step.moment for step in desk.journey.steps_of(path)]


@pytest.mark.parametrize(("name", "value"), [("name", "The few"), ("kind", "abandoned"), ("share", 12.5)])
def test_every_field_of_a_path_is_edited(app: App, name: str, value: object) -> None:
    desk = at_map(app).open("paths").write("paths", "happy", name, value)
    assert getattr(desk.row("paths", "happy"), name) == value


def test_a_share_is_a_percentage(app: App) -> None:
    desk = at_map(app).open("paths").write("paths", "happy", "share", 101.0)
    assert "cannot be above 100" in desk.screen.said
    assert desk.row("paths", "happy").share == 70


def test_a_path_is_added_and_takes_the_whole_journey_at_once(app: App) -> None:
    desk = at_map(app).open("paths").add("paths", "The long way")
    new = desk.journey.paths[-1]
    desk.press_of("paths", new.id, "all")
    assert steps(desk, new.id) == ["call", "arrive"]


def test_steps_are_added_one_by_one_and_by_the_episode(app: App) -> None:
    desk = at_map(app).open("paths").write("paths", "happy", "next", "call")
    desk.write("paths", "happy", "next", "episode:there")
    assert steps(desk) == ["call", "arrive", "call", "arrive"]


@pytest.mark.parametrize(
    ("step", "act", "after"),
    [
        ("step-2", "up", ["arrive", "call"]),
        ("step-1", "down", ["arrive", "call"]),
        ("step-1", "repeat", ["call", "call", "arrive"]),
        ("step-1", "remove", ["arrive"]),
    ],
)
def test_a_step_moves_repeats_and_goes(app: App, step: str, act: str, after: list[str]) -> None:
    desk = at_map(app).open("paths").act("path_steps", step, act)
    assert steps(desk) == after


def test_a_path_is_removed_with_its_steps_and_comes_back(app: App) -> None:
    desk = at_map(app).open("paths")
    before = desk.journey
    assert "2 steps of paths" in desk.screen.said
    desk.press_of("paths", "happy", "remove")
    assert desk.journey.paths == ()
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)


def test_a_map_with_only_the_happy_path_says_so(app: App) -> None:
    desk = at_map(app).open("paths")
    assert "Only the happy path is drawn." in desk.screen.said
    desk.write("paths", "happy", "kind", "unhappy")
    assert "Only the happy path is drawn." not in desk.screen.said


# What is still open


def test_what_is_open_leads_to_where_it_is_filled_in(app: App) -> None:
    desk = at_map(app, Remove(table="touchpoints", id="call-phone"))
    assert "One micro-moment has no channel" in desk.open("open").screen.said
    desk.press("map", "open", "no_channel")
    assert desk.screen.session_state[f"jm-map-{desk.map_id}-picked"] == Picked("moments", "call")
    assert desk.screen.session_state[f"jm-map-{desk.map_id}-sent"] == StillOpenLink(1, "no_channel")
    desk.open("open").press("map", "open", "only_happy")
    assert desk.field("paths", "happy", "name").value == "Most people"


def test_an_empty_map_says_what_to_do_first(app: App) -> None:
    desk = at_map(app, changes=()).open("open")
    assert "Begin with the episodes" in desk.screen.said
    assert "Say whose journey it is" in desk.screen.said
    desk.add("episodes", "Before the visit")
    assert desk.names("episodes") == ["Before the visit"]
    desk.screen.at("map", desk.map_id, "entry").set_value("I read the magazine").run()
    assert len(desk.journey.moments) == 1


def test_an_empty_map_asks_whose_journey_it_is(app: App) -> None:
    desk = at_map(app, changes=()).open("open")
    desk.screen.at("map", desk.map_id, "begin", "personas").set_value("Marieke").run()
    assert desk.journey.persona is not None
    assert "Whose journey is it?" not in desk.screen.said
