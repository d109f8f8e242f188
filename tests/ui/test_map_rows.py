"""Needs, pain points, backstage steps, communications and touchpoints: add, edit, move, remove, undo."""

from datetime import date

import pytest

from journeymap.domain.changes import Add, Set
from tests.support.app import App
from tests.support.mapping import Desk, at_map

CHILDREN = [
    ("needs", "moments", "call", "what", "sure"),
    ("pain_points", "moments", "call", "behind", "waiting"),
    ("backstage_steps", "moments", "call", "behind", "planning"),
    ("communications", "episodes", "there", "", "welcome"),
]
"""Table, the table and id of the parent, the part of its panel, and a row that is there."""


def at_parent(app: App, parents: str, parent: str, part: str, *more: Add) -> Desk:
    return at_map(app, *more).choose(parents, parent, part)


@pytest.mark.parametrize(("table", "parents", "parent", "part", "there"), CHILDREN)
def test_a_row_is_added_by_typing_it_and_the_line_waits_for_the_next(
    app: App, table: str, parents: str, parent: str, part: str, there: str
) -> None:
    desk = at_parent(app, parents, parent, part)
    desk.add(table, "One more", parent).add(table, "And one more", parent)
    assert desk.names(table, parent)[-2:] == ["One more", "And one more"]
    assert desk.screen.at("map", desk.map_id, "add", table, parent).value == ""


@pytest.mark.parametrize(("table", "parents", "parent", "part", "there"), CHILDREN)
def test_a_row_is_edited_and_a_blank_text_is_refused(
    app: App, table: str, parents: str, parent: str, part: str, there: str
) -> None:
    desk = at_parent(app, parents, parent, part).write(table, there, "text", "Other words")
    assert desk.row(table, there).text == "Other words"
    desk.write(table, there, "text", "")
    assert "it cannot be empty" in desk.screen.said
    assert desk.row(table, there).text == "Other words"


@pytest.mark.parametrize(("table", "parents", "parent", "part", "there"), CHILDREN)
def test_rows_are_put_in_another_order(app: App, table: str, parents: str, parent: str, part: str, there: str) -> None:
    rows = [Add(table=table, id=i, parent=parent, values={"text": i}) for i in ("second", "third")]
    desk = at_parent(app, parents, parent, part, *rows)
    desk.act(table, "third", "up")
    assert desk.journey.siblings(table, parent) == (there, "third", "second")
    desk.act(table, there, "down")
    assert desk.journey.siblings(table, parent) == ("third", there, "second")
    before = desk.operations
    desk.act(table, "third", "up").act(table, "second", "down")
    assert desk.operations == before, "at an end there is nowhere to go"


@pytest.mark.parametrize(("table", "parents", "parent", "part", "there"), CHILDREN)
def test_a_row_is_removed_and_one_click_brings_it_back(
    app: App, table: str, parents: str, parent: str, part: str, there: str
) -> None:
    desk = at_parent(app, parents, parent, part)
    before = desk.journey
    desk.act(table, there, "remove")
    assert desk.row(table, there) is None
    assert "is taken off the map." in desk.screen.said
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)
    assert "It is back." in desk.screen.said


def test_undo_is_only_offered_while_nothing_else_happened(app: App) -> None:
    desk = at_map(app).choose("moments", "call").act("needs", "sure", "remove")
    desk.write("moments", "call", "optional", True)
    with pytest.raises(KeyError):
        desk.press("map", "undo")


@pytest.mark.parametrize(
    ("table", "row", "name", "value"),
    [
        ("pain_points", "waiting", "cause", None),
        ("backstage_steps", "planning", "team", "Front desk"),
        ("backstage_steps", "planning", "system", "The planning board"),
    ],
)
def test_what_is_behind_a_moment_is_filled_in(app: App, table: str, row: str, name: str, value: str | None) -> None:
    desk = at_map(app).choose("moments", "call", "behind").write(table, row, name, value)
    assert getattr(desk.row(table, row), name) == value


def test_a_pain_point_is_joined_to_its_cause(app: App) -> None:
    step = Add(table="backstage_steps", id="queue", parent="call", values={"text": "one queue for all"})
    desk = at_map(app, step).choose("moments", "call", "behind").write("pain_points", "waiting", "cause", "queue")
    assert desk.row("pain_points", "waiting").cause == "queue"


def test_a_need_has_evidence_of_its_own(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    desk.write("needs", "sure", "evidence_status", "internal")
    desk.write("needs", "sure", "evidence_by", "complaints of May")
    desk.write("needs", "sure", "evidence_on", date(2025, 5, 31))
    need = desk.row("needs", "sure")
    assert (need.evidence_status, need.evidence_by, need.evidence_on) == (
        "internal",
        "complaints of May",
        date(2025, 5, 31),
    )


@pytest.mark.parametrize(("name", "value"), [("tone", "warm, no asking"), ("channel", "phone"), ("channel", None)])
def test_a_message_has_a_tone_and_a_channel(app: App, name: str, value: str | None) -> None:
    desk = at_map(app).choose("episodes", "there").write("communications", "welcome", name, value)
    assert getattr(desk.row("communications", "welcome"), name) == value


# The channels of a moment


def channels_field(desk: Desk, moment: str) -> object:
    return desk.screen.shows("map", desk.map_id, "moments", moment, "channels")


def choose_channels(desk: Desk, moment: str, *tokens: str) -> None:
    channels_field(desk, moment).set_value(list(tokens)).run()  # type: ignore[attr-defined]


def channels_of(desk: Desk, moment: str) -> list[str]:
    return [channel.name for channel in desk.journey.channels_of(moment)]


def test_a_moment_goes_through_several_channels_each_a_touchpoint(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    choose_channels(desk, "call", "id:phone", "id:desk")
    assert channels_of(desk, "call") == ["Phone", "Desk"]
    assert desk.journey.count("touchpoints") == 3
    choose_channels(desk, "call", "id:desk")
    assert channels_of(desk, "call") == ["Desk"]


def test_a_suggested_channel_comes_with_whose_it_is(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    choose_channels(desk, "call", "id:phone", "new:Review site")
    assert channels_of(desk, "call") == ["Phone", "Review site"]
    assert desk.journey.channels[-1].owned is False


def test_a_channel_typed_in_place_is_added_once(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    choose_channels(desk, "call", "id:phone", "Carrier pigeon")
    desk.choose("moments", "arrive")
    choose_channels(desk, "arrive", "id:desk", "carrier PIGEON")
    assert channels_of(desk, "call") == ["Phone", "Carrier pigeon"]
    assert channels_of(desk, "arrive") == ["Desk", "Carrier pigeon"]
    assert [channel.name for channel in desk.journey.channels] == ["Phone", "Desk", "Carrier pigeon"]


def test_a_channel_name_that_is_too_long_is_refused_and_nothing_is_half_written(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    before = desk.journey
    choose_channels(desk, "call", "id:phone", "id:desk", "x" * 81)
    assert "can hold 80 characters" in desk.screen.said
    assert desk.journey == before


def test_choosing_a_channel_leaves_alone_what_somebody_else_added(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    desk.elsewhere(Add(table="touchpoints", id="theirs", parent="call", values={"channel": "desk"}))
    choose_channels(desk, "call", "id:phone", "new:Letter")
    assert sorted(channels_of(desk, "call")) == ["Desk", "Letter", "Phone"]


def test_a_touchpoint_has_notes_and_a_place(app: App) -> None:
    second = Add(table="touchpoints", id="call-desk", parent="call", values={"channel": "desk"})
    desk = at_map(app, second).choose("moments", "call", "more")
    desk.write("touchpoints", "call-phone", "notes", "The number is hard to find")
    desk.act("touchpoints", "call-desk", "up")
    assert desk.row("touchpoints", "call-phone").notes == "The number is hard to find"
    assert channels_of(desk, "call") == ["Desk", "Phone"]


def test_a_row_typed_twice_is_there_twice_and_an_empty_line_adds_nothing(app: App) -> None:
    desk = at_map(app, Set(table="needs", id="sure", field="text", value="rest")).choose("moments", "call")
    desk.add("needs", "rest", "call").add("needs", "   ", "call")
    assert desk.names("needs", "call") == ["rest", "rest"]
