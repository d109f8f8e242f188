"""The map's page around the live board: what is chosen, quick entry, rights and languages."""

import pytest

from journeymap.domain.changes import Set
from journeymap.domain.people import Role
from journeymap.ui.panels.picking import NOTHING, Picked
from journeymap.ui.screens.map_live import Heard, opened_by, shown
from tests.support.app import App
from tests.support.mapping import Desk, at_map, pick_on


def entry(desk: Desk, line: str) -> Desk:
    desk.screen.at("map", desk.map_id, "entry").set_value(line).run()
    return desk


# What the board and the page tell one another


@pytest.mark.parametrize(
    ("table", "row", "panel"),
    [
        ("moments", "call", Picked("moments", "call")),
        ("episodes", "there", Picked("episodes", "there")),
        ("channels", "phone", Picked("channels")),
        ("needs", "sure", Picked("moments", "call")),
        ("backstage_steps", "planning", Picked("moments", "call")),
        ("communications", "welcome", Picked("episodes", "there")),
        ("path_steps", "step-1", NOTHING),
        ("moments", "gone", NOTHING),
        ("nonsense", "call", NOTHING),
    ],
)
def test_a_row_of_the_board_opens_the_panel_where_it_is_edited(app: App, table: str, row: str, panel: Picked) -> None:
    assert opened_by(at_map(app).journey, table, row) == panel


def test_the_board_keeps_its_own_choice_until_the_page_chooses_another() -> None:
    heard = Heard(3, ("needs", "sure"), Picked("moments", "call"))
    assert shown(heard, Picked("moments", "call")) == ("needs", "sure")
    assert shown(heard, Picked("moments", "arrive")) == ("moments", "arrive")
    assert shown(heard, Picked("paths")) is None
    assert shown(heard, NOTHING) is None


def test_the_panel_is_there_only_while_something_is_chosen(app: App) -> None:
    desk = at_map(app)
    assert "What happens" not in desk.screen.said
    assert desk.choose("moments", "call").field("moments", "call", "text").value == "I call the desk"
    desk.press("map", desk.map_id, "call", "close")
    assert "map" in desk.screen.said.lower()
    assert not desk.screen.get("text_area")


@pytest.mark.parametrize("text", ["م" * 280, "🌳👩‍👩‍👧 " * 40, "x" * 280])
def test_long_arabic_and_emoji_texts_are_shown_and_edited(app: App, text: str) -> None:
    kept = text.strip()[:280]
    desk = at_map(app, Set(table="moments", id="call", field="text", value=kept)).choose("moments", "call")
    assert desk.field("moments", "call", "text").value == kept.strip()


def test_the_panel_says_who_changed_the_row(app: App) -> None:
    desk = at_map(app).choose("moments", "call").write("moments", "call", "text", "I ring")
    assert "ten minutes of music" not in desk.screen.said
    desk.screen.session_state[f"jm-map-{desk.map_id}-call-past"] = True
    desk.screen.run()
    for words in ("Owner", "I ring", "ten minutes of music"):
        assert words in desk.screen.said


# Quick entry


def test_lines_become_moments_one_after_another(app: App) -> None:
    desk = at_map(app).choose("episodes", "before")
    entry(entry(desk, "I look up the address through phone because I need to get there"), "I pack the bags")
    new, packed = desk.journey.siblings("moments", "before")[-2:]
    assert desk.names("moments", "before") == ["I call the desk", "I look up the address", "I pack the bags"]
    assert desk.names("needs", new) == ["Get there"]
    assert [channel.id for channel in desk.journey.channels_of(new)] == ["phone"]
    assert desk.journey.channels_of(packed) == ()
    assert desk.screen.at("map", desk.map_id, "entry").value == ""


def test_a_line_goes_into_the_episode_that_is_chosen(app: App) -> None:
    desk = at_map(app)
    desk.screen.at("map", desk.map_id, "entry", "episode").set_value("before").run()
    entry(desk, "I ask my sister")
    assert desk.names("moments", "before") == ["I call the desk", "I ask my sister"]
    entry(desk.choose("moments", "arrive"), "I park")
    assert desk.names("moments", "there") == ["I arrive", "I park"]


def test_a_line_that_is_too_long_stays_and_nothing_is_written(app: App) -> None:
    desk = at_map(app)
    before = desk.journey
    entry(desk, "I " + "x" * 280)
    assert "can hold 280 characters" in desk.screen.said
    assert desk.journey == before
    assert desk.screen.at("map", desk.map_id, "entry").value == "I " + "x" * 280


def test_one_undo_takes_a_line_back_with_its_need_and_channel(app: App) -> None:
    desk = at_map(app)
    before = desk.journey
    entry(desk, "I rest via phone because I need air").take_back("undo")
    assert desk.journey.same_rows(before)


# Rights and languages


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTICIPANT, Role.CUSTOMER])
def test_who_may_edit_can(app: App, role: Role) -> None:
    desk = at_map(app, role=role).choose("moments", "call").write("moments", "call", "text", "I ring")
    assert desk.row("moments", "call").text == "I ring"


@pytest.mark.parametrize("panel", ["moments", "episodes", "scope", "channels", "paths"])
def test_who_may_only_look_finds_nothing_to_write_in(app: App, panel: str) -> None:
    desk = at_map(app, role=Role.OBSERVER)
    if panel in ("moments", "episodes"):
        desk.choose(panel, "call" if panel == "moments" else "before")
    else:
        desk.open(panel)
    mine = [w for kind in WRITING for w in desk.screen.get(kind) if str(w.key).startswith(f"jm-map-{desk.map_id}")]
    assert [w.key for w in mine if not w.key.endswith("-path")] == []
    assert not [b for b in desk.screen.button if str(b.key).endswith(("-remove", "entry-add", "-merge"))]


WRITING = ("text_input", "text_area", "number_input", "multiselect", "toggle", "date_input", "selectbox")
WRITING += ("segmented_control", "pills", "menu_button")


def test_who_may_only_look_reads_everything(app: App) -> None:
    desk = at_map(app, Set(table="moments", id="call", field="minutes", value=12.5), role=Role.OBSERVER)
    said = [desk.choose("moments", "call", part).screen.said for part in ("what", "behind", "more")]
    for word in ("I call the desk", "bad", "Phone", "be sure there is a place"):
        assert word in said[0]
    for word in ("ten minutes of music", "look in the planning", "Assumed"):
        assert word in said[1]
    assert "12.5" in said[2]
    assert "Noor" in desk.open("scope").screen.said
    assert "Most people" in desk.open("paths").screen.said


def test_an_archived_map_is_read_only(app: App) -> None:
    desk = at_map(app)
    app.service.maps.archive(app.owner, desk.map_id)
    desk.screen.run()
    desk.choose("moments", "call")
    assert not desk.screen.get("text_area")
    assert "I call the desk" in desk.screen.said


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("part", ["what", "behind", "more"])
def test_every_panel_speaks_both_languages(app: App, language: str, part: str) -> None:
    desk = at_map(app, language=language).choose("moments", "call", part)
    assert ("Micromoment" if language == "nl" else "Micro-moment") in desk.screen.said
    for panel in ("scope", "channels", "paths"):
        desk.open(panel)
    desk.choose("episodes", "before")
    to_be = app.service.maps.design_to_be(app.owner, desk.map_id)
    screen = app.open("map", language=language, map=to_be)
    pick_on(screen, to_be, "moments", "call")
    assert ("Waar het vandaan komt" if language == "nl" else "Where it comes from") in screen.said
