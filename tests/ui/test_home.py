"""Home: finding, opening, making, copying, archiving and restoring maps."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.ui.screens.home.map_list import PAGE
from tests.support.app import App, Screen, app_in, unmarked


@dataclass
class Clock:
    """The house's clock, set by hand."""

    time: datetime

    def __call__(self) -> str:
        return self.time.isoformat()


def titles(screen: Screen) -> list[str]:
    """The maps in the list, in order."""
    return [label for label in screen.labels if label.startswith("**")]


def menu(screen: Screen, map_id: str) -> list[str]:
    """What is offered for a map."""
    return [option.split(": ", 1)[1] for option in screen.at("home", "menu", map_id).options]


def choose(screen: Screen, map_id: str, name: str) -> Screen:
    """Choose something for a map from its menu."""
    offered = menu(screen, map_id)
    screen.at("home", "menu", map_id).click_index(offered.index(name)).run()
    return screen


# The list


@pytest.mark.parametrize(("language", "words"), [("en", "No maps yet"), ("nl", "Nog geen kaarten")])
def test_an_empty_list_says_what_to_do_first(app: App, language: str, words: str) -> None:
    assert words in app.open(language=language).said


@pytest.mark.parametrize(
    ("label", "way"),
    [
        ("Make a map", "scratch"),
        ("From a template", "template"),
        ("From a file", "file"),
        ("Load a sample", "sample"),
    ],
)
def test_an_empty_list_starts_a_map_in_one_click(app: App, label: str, way: str) -> None:
    screen = app.open().press(label)
    assert screen.title[0].value == "A new map"
    assert screen.at("new", "way").value == way


def test_a_map_is_told_by_title_persona_kind_size_and_last_change(app: App) -> None:
    app.new_map(
        "A visit",
        Add(table="channels", id="c", values={"name": "Phone"}),
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m1", parent="e", values={"text": "I call"}),
        Add(table="moments", id="m2", parent="e", values={"text": "I wait"}),
        Add(table="touchpoints", id="t", parent="m1", values={"channel": "c"}),
        persona="Marieke",
    )
    said = app.open().said
    for words in (
        "A visit",
        "Marieke",
        "As-is",
        "2 micro-moments · one channel · nothing validated yet",
        "changed just now",
    ):
        assert words in said


def test_the_last_change_is_exact_on_hover(tmp_path: Path) -> None:
    now = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
    clock = Clock(now - timedelta(days=3))
    with app_in(tmp_path, now=clock) as app:
        app.new_map("A visit")
        clock.time = now
        assert "changed 3 days ago" in app.open().said
        assert 'title="7 March 2026, 13:00"' in app.open().said
        nederlands = app.open(language="nl").said
        assert "3 dagen geleden veranderd" in nederlands
        assert 'title="7 maart 2026, 13:00"' in nederlands


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5), "5 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=30), "changed 8 February 2026"),
        (timedelta(days=400), "changed 3 February 2025"),
    ],
)
def test_how_long_ago_is_said_in_words(tmp_path: Path, past: timedelta, words: str) -> None:
    now = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
    clock = Clock(now - past)
    with app_in(tmp_path, now=clock) as app:
        app.new_map("A visit")
        clock.time = now
        assert words in app.open().said


def test_the_last_changed_map_is_the_first(app: App) -> None:
    first, _ = app.new_map("First"), app.new_map("Second")
    assert titles(app.open()) == ["**Second**", "**First**"]
    app.service.changes.change(app.owner, first, [Set(table="maps", id=first, field="notes", value="x")])
    assert titles(app.open()) == ["**First**", "**Second**"]


@pytest.mark.parametrize("count", [1, 12, 45])
def test_a_long_list_has_pages_and_every_map_is_on_one(app: App, count: int) -> None:
    for n in range(count):
        app.new_map(f"Map {n:03}")
    screen = app.open()
    seen = titles(screen)
    for page in range(2, -(-count // PAGE) + 1):
        screen.at("home", "page", "").set_value(page).run()
        seen += titles(screen)
    assert sorted(seen) == [f"**Map {n:03}**" for n in range(count)]


def test_a_title_opens_its_map_with_one_click(app: App) -> None:
    map_id = app.new_map("A visit")
    link = app.open().get("page_link")[0]
    assert link.proto.page == "map"
    assert link.proto.query_string == f"map={map_id}"


# Search


def test_a_search_looks_into_maps_and_shows_where(app: App) -> None:
    app.new_map("Shopping")
    app.new_map(
        "A visit",
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I ring the <b>desk</b> twice"}),
    )
    screen = app.open()
    screen.at("home", "search").set_value("desk").run()
    assert titles(screen) == ["**A visit**"]
    assert "micro-moment: I ring the <b>desk</b> twice" in screen.said
    assert "One map with these words" in screen.said


def test_a_search_that_finds_nothing_says_so(app: App) -> None:
    app.new_map("A visit")
    screen = app.open()
    screen.at("home", "search").set_value('zzz" OR *').run()
    assert titles(screen) == []
    assert "Nothing with these words" in screen.said


def test_a_search_finds_nothing_of_another_workshop(app: App) -> None:
    mine, _ = app.new_map("My visit"), app.new_map("Their visit")
    screen = app.open(person=app.join(Role.PARTICIPANT, mine))
    screen.at("home", "search").set_value("visit").run()
    assert titles(screen) == ["**My visit**"]


def test_a_map_with_nothing_on_it_is_begun_before_anything_is_designed(app: App) -> None:
    app.new_map("A visit")
    assert "Begin on the map" in app.open().labels
    assert "Design the to-be" not in app.open().labels


# What can be done with a map


def test_an_as_is_can_be_designed_further_copied_shared_and_archived(app: App) -> None:
    as_is, to_be = app.new_map("A visit"), app.new_map("The visit to be", kind=MapKind.TO_BE)
    screen = app.open()
    assert menu(screen, as_is) == ["Design the to-be", "Duplicate", "Take away", "Share", "Archive"]
    assert menu(screen, to_be) == ["Duplicate", "Take away", "Share", "Archive"]


def test_a_duplicate_stands_in_the_list(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = choose(app.open(), map_id, "Duplicate")
    assert titles(screen) == ["**A visit (copy)**", "**A visit**"]
    assert "“A visit (copy)” is ready." in screen.said


def test_a_to_be_remembers_its_as_is(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = choose(app.open(), map_id, "Design the to-be")
    assert titles(screen) == ["**A visit**", "**A visit: the to-be**"], "side by side, in one card"
    assert {head.as_is_id for head in app.service.maps.heads(app.owner)} == {None, map_id}


def test_an_archived_map_leaves_the_list_and_comes_back(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = choose(app.open(), map_id, "Archive")
    assert "No maps yet" in screen.said
    screen.press("Archive")
    assert titles(screen) == ["**A visit**"]
    screen.press("Restore")
    assert "The archive is empty" in screen.said
    screen.press("Back to the maps")
    assert titles(screen) == ["**A visit**"]


def test_the_share_dialog_opens_from_the_list(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = choose(app.open(), map_id, "Share")
    screen.press("Bring it in")
    assert app.service.maps.head(app.owner, map_id).workshop_id is not None


# Back, and what is missing


def test_back_from_a_new_map_leads_to_where_one_was(app: App) -> None:
    for n in range(45):
        app.new_map(f"Visit {n:02}")
    screen = app.open()
    screen.at("home", "search").set_value("Visit").run()
    screen.at("home", "page", "Visit").set_value(2).run()
    before = titles(screen)
    screen.press("New map")
    assert screen.query_params["view"] == "new", "so the browser's own way back knows it too"
    screen.press("Back to the maps")
    assert "view" not in screen.query_params
    assert titles(screen) == before
    assert screen.at("home", "search").value == "Visit"


def test_an_address_opens_what_it_says_and_nothing_else(app: App) -> None:
    assert app.open(view="new").title[0].value == "A new map"
    assert app.open(view="graph").title[0].value == "Journey maps"


@pytest.mark.parametrize(
    ("view", "button", "place"), [("new", "Make the map", "new"), ("workshop", "Make the workshop", "new-workshop")]
)
def test_a_missing_title_is_said_where_the_button_is(app: App, view: str, button: str, place: str) -> None:
    screen = app.open(view=view).press(button)
    said = screen.at(place, "said")
    assert [error.value for error in said.error], "beside the button"
    assert "cannot be empty" in said.error[0].value
    assert len(screen.error) == 1


# Roles


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTICIPANT, Role.CUSTOMER])
def test_who_may_not_manage_is_offered_nothing_to_manage(app: App, role: Role) -> None:
    map_id = app.new_map("A visit")
    screen = app.open(person=app.join(role, map_id))
    assert titles(screen) == ["**A visit**"]
    assert [label.partition(": ")[2] for label in screen.at("home", "menu", map_id).options] == ["Take away"]
    assert "New map" not in screen.labels


def test_who_may_not_manage_is_refused_even_past_the_screen(app: App) -> None:
    """The view stands in the address: it opens no door."""
    map_id = app.new_map("A visit")
    person = app.join(Role.PARTICIPANT, map_id)
    screen = app.open(person=person, view="new")
    assert screen.title[0].value == "Journey maps"


def test_a_room_without_maps_is_told_to_wait(app: App) -> None:
    said = app.open(person=app.join(Role.OBSERVER)).said
    assert "The facilitator has not brought a map into this workshop yet" in said


def test_a_facilitator_makes_maps_in_the_workshop(app: App) -> None:
    facilitator = app.join(Role.FACILITATOR)
    screen = app.open(person=facilitator).press("Make a map")
    screen.at("new", "title").set_value("A visit")
    screen.press("Make the map")
    assert [head.workshop_id for head in app.service.maps.heads(facilitator)] == [facilitator.workshop_id]


# A new map


def new_map(app: App, way: str) -> Screen:
    """The form for a new map that starts this way."""
    app.service.maps.create(app.owner, "Another")
    screen = app.open().press("New map")
    screen.at("new", "way").set_value(way).run()
    return screen


def templates(screen: Screen) -> list[str]:
    """The templates that are offered."""
    return [unmarked(title) for title in screen.at("new", "template").options]


def test_a_map_from_scratch_has_what_was_chosen_and_is_opened(app: App) -> None:
    screen = new_map(app, "scratch")
    screen.at("new", "title").set_value("De *reis*")
    screen.at("new", "kind").set_value(MapKind.TO_BE)
    screen.at("new", "persona").set_value("Sam")
    screen.at("new", "language").set_value("nl")
    screen.press("Make the map")
    head = app.service.maps.heads(app.owner)[0]
    assert (head.title, head.kind, head.persona, head.language) == ("De *reis*", MapKind.TO_BE, "Sam", "nl")
    assert screen.query_params["map"] == head.id
    assert "De *reis*" in screen.said


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("   ", "Please fill in “title”: it cannot be empty."),
        ("a\x07b", "contains a character that cannot be shown (U+0007)"),
    ],
)
def test_a_title_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(
    app: App, title: str, sentence: str
) -> None:
    screen = new_map(app, "scratch")
    screen.at("new", "title").set_value(title)
    screen.press("Make the map")
    assert sentence in screen.said
    assert [head.title for head in app.service.maps.heads(app.owner)] == ["Another"]


def test_a_template_becomes_a_map_with_my_title(app: App) -> None:
    screen = new_map(app, "template")
    assert templates(screen) == [title for _, title in app.service.exchange.templates("en")]
    screen.at("new", "title").set_value("Boots")
    screen.press("Make the map")
    head = app.service.maps.heads(app.owner)[0]
    assert head.title == "Boots"
    assert head.moments > 0


def test_templates_come_in_the_language_of_the_map(app: App) -> None:
    screen = new_map(app, "template")
    screen.at("new", "language").set_value("nl").run()
    assert templates(screen) == [title for _, title in app.service.exchange.templates("nl")]
    screen.press("Make the map")
    assert app.service.maps.heads(app.owner)[0].language == "nl"


def test_a_sample_can_be_loaded_again_and_again(app: App) -> None:
    for _ in range(2):
        screen = new_map(app, "sample")
        screen.at("new", "sample", "nature-park").click().run()
        assert "Visiting a nature park" in screen.said
    kinds = [head.kind for head in app.service.maps.heads(app.owner) if head.sample == "nature-park"]
    assert sorted(kinds) == ["as-is", "as-is", "to-be", "to-be"]


def test_every_sample_is_offered_under_a_readable_title(app: App) -> None:
    said = new_map(app, "sample").said
    for sample in app.service.exchange.samples():
        assert sample.title
        assert sample.title in said
