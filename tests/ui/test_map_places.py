"""Moving, adding and removing moments and episodes, with what goes along said before and undo after."""

import pytest

from journeymap.domain.changes import Add
from tests.support.app import App
from tests.support.mapping import Desk, at_map


def with_more(app: App) -> Desk:
    """Before: call, book, pack. There: arrive."""
    return at_map(
        app,
        Add(table="moments", id="book", parent="before", values={"text": "I book"}),
        Add(table="moments", id="pack", parent="before", values={"text": "I pack"}),
    )


def test_a_moment_moves_within_its_episode(app: App) -> None:
    desk = with_more(app).choose("moments", "pack").press_of("moments", "pack", "earlier")
    assert desk.journey.siblings("moments", "before") == ("call", "pack", "book")
    desk.press_of("moments", "pack", "later")
    assert desk.journey.siblings("moments", "before") == ("call", "book", "pack")
    desk.write("moments", "pack", "after", "")
    assert desk.journey.siblings("moments", "before") == ("pack", "call", "book")
    desk.write("moments", "pack", "after", "call")
    assert desk.journey.siblings("moments", "before") == ("call", "pack", "book")


def test_a_moment_moves_between_episodes_and_takes_its_rows_along(app: App) -> None:
    desk = with_more(app).choose("moments", "call").write("moments", "call", "episode", "there")
    assert desk.journey.siblings("moments", "there") == ("arrive", "call")
    assert desk.names("needs", "call") == ["be sure there is a place"]
    desk.press_of("moments", "call", "earlier")
    assert desk.journey.siblings("moments", "there") == ("call", "arrive")
    desk.press_of("moments", "call", "earlier")
    assert desk.journey.siblings("moments", "before") == ("book", "pack", "call"), "on into the episode before"
    desk.press_of("moments", "call", "later")
    assert desk.journey.siblings("moments", "there") == ("call", "arrive")


def test_at_either_end_of_the_journey_there_is_nowhere_to_go(app: App) -> None:
    desk = with_more(app).choose("moments", "call")
    assert desk.field("moments", "call", "earlier").disabled
    desk.choose("moments", "arrive")
    assert desk.field("moments", "arrive", "later").disabled


def test_an_episode_moves_with_its_moments(app: App) -> None:
    desk = with_more(app).choose("episodes", "there").press_of("episodes", "there", "earlier")
    assert desk.names("episodes") == ["At the park", "Before the visit"]
    assert [moment.id for moment in desk.journey.moments] == ["arrive", "call", "book", "pack"]
    desk.write("episodes", "there", "after", "before")
    assert desk.names("episodes") == ["Before the visit", "At the park"]


def test_a_moment_is_added_after_this_one_and_chosen(app: App) -> None:
    desk = with_more(app).choose("moments", "call")
    desk.write("moments", "call", "add-after", "I wait for the mail because I need certainty")
    new = desk.journey.siblings("moments", "before")[1]
    assert desk.row("moments", new).text == "I wait for the mail"
    assert desk.names("needs", new) == ["Certainty"]
    assert desk.field("moments", new, "text").value == "I wait for the mail"


def test_an_episode_is_added_after_this_one(app: App) -> None:
    desk = with_more(app).choose("episodes", "before").write("episodes", "before", "add-after", "On the way")
    assert desk.names("episodes") == ["Before the visit", "On the way", "At the park"]


@pytest.mark.parametrize(("table", "row"), [("moments", "call"), ("episodes", "before")])
def test_adding_after_something_refuses_a_text_that_is_too_long(app: App, table: str, row: str) -> None:
    desk = with_more(app).choose(table, row)
    before = desk.journey
    desk.write(table, row, "add-after", "x" * 281)
    assert "Shorten it" in desk.screen.said
    assert desk.journey == before
    assert desk.field(table, row, "add-after").value == "x" * 281


def test_removing_a_moment_says_what_goes_along_and_undo_brings_all_of_it_back(app: App) -> None:
    desk = with_more(app).choose("moments", "call")
    before = desk.journey
    said = desk.screen.said
    assert "Take the micro-moment “I call the desk” off the map?" in said
    assert "one touchpoint, one need, one backstage step, one pain point, one step of a path" in said
    desk.press_of("moments", "call", "remove")
    assert desk.row("moments", "call") is None
    assert desk.journey.count("needs") == 0
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)


def test_a_removed_episode_takes_its_moments_and_undo_brings_them_back(app: App) -> None:
    desk = with_more(app).choose("episodes", "before")
    before = desk.journey
    assert "3 micro-moments" in desk.screen.said
    desk.press_of("episodes", "before", "remove")
    assert desk.names("episodes") == ["At the park"]
    assert [moment.id for moment in desk.journey.moments] == ["arrive"]
    desk.take_back("undo")
    assert desk.journey.same_rows(before)


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "Getting ready"), ("targeted_valence", 1.5), ("targeted_label", "safe"), ("notes", "Two\nlines")],
)
def test_every_field_of_an_episode_is_edited(app: App, name: str, value: object) -> None:
    desk = with_more(app).choose("episodes", "before")
    episode = desk.row("episodes", "before")
    desk.write("episodes", "before", name, value)
    assert desk.row("episodes", "before") == episode.with_values(**{name: value})


def test_an_episode_without_a_title_is_refused(app: App) -> None:
    desk = with_more(app).choose("episodes", "before").write("episodes", "before", "title", "")
    assert "it cannot be empty" in desk.screen.said
    assert desk.row("episodes", "before").title == "Before the visit"


def test_one_walks_from_moment_to_moment_across_episodes(app: App) -> None:
    desk = with_more(app).choose("moments", "pack").press("map", "moments", "next")
    assert desk.field("moments", "arrive", "text").value == "I arrive"
    desk.press("map", "moments", "previous")
    assert desk.field("moments", "pack", "text").value == "I pack"
    desk.press("map", desk.map_id, "pack", "close")
    assert "Micro-moment" not in desk.screen.said
