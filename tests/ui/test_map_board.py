"""The map's page around the live board: what is chosen, quick entry, rights and languages."""

import json

import pytest

from journeymap.domain.model.roles import Role
from journeymap.domain.model.visibility import Sight
from journeymap.ui.panels.selection import NOTHING, Picked
from journeymap.ui.screens.map.live_map import Heard, felt_before, opened_by, shown
from tests.support.app import App
from tests.support.map_editor import Desk, at_map
from tests.support.nature_park import park


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


def test_the_ghost_is_what_is_felt_in_the_as_is_and_nothing_that_this_person_may_not_see(app: App) -> None:
    desk = at_map(app)
    felt = {one.id: one.felt_valence for one in desk.journey.moments if one.felt_valence is not None}
    assert felt
    assert felt_before(desk.journey) == felt
    hidden = desk.row("moments", next(iter(felt))).model_copy(update={"private": "step", "author": "somebody"})
    seen = Sight.own(app.owner).of_map(desk.journey.with_row(hidden))
    assert hidden.id not in felt_before(seen)
    assert felt_before(None) == {}


def test_what_is_felt_in_the_as_is_is_followed_while_one_looks_at_the_to_be(app: App) -> None:
    as_is, to_be = park(app)

    def followed(map_id: str) -> list[str]:
        told = [json.loads(one.proto.json) for one in app.open("map", map=map_id).get("bidi_component")]
        return [other for one in told for other in one.get("revisions", ())]

    assert followed(to_be) == [as_is]
    assert followed(as_is) == []


def test_it_is_said_once_whose_journey_it_is(app: App) -> None:
    as_is, _ = park(app)
    assert ":gray-badge[:material/person: Marieke]" in app.open("graph", map=as_is).said
    assert ":gray-badge[:material/person: Marieke]" not in app.open("map", map=as_is).said


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
    desk = at_map(app, role=role).open("scope").write("personas", "persona", "goal", "a day off")
    assert desk.row("personas", "persona").goal == "a day off"


@pytest.mark.parametrize("panel", ["scope", "channels", "paths"])
def test_who_may_only_look_finds_nothing_to_write_in(app: App, panel: str) -> None:
    desk = at_map(app, role=Role.OBSERVER).open(panel)
    mine = [w for kind in WRITING for w in desk.screen.get(kind) if str(w.key).startswith(f"jm-map-{desk.map_id}")]
    assert [w.key for w in mine if not str(w.key).endswith("-path")] == []
    assert not [b for b in desk.screen.button if str(b.key).endswith(("-remove", "entry-add", "-merge"))]


WRITING = (
    "text_input", "text_area", "number_input", "multiselect", "toggle", "date_input", "selectbox", "segmented_control",
    "pills", "menu_button",
)  # fmt: skip


def test_who_may_only_look_reads_everything(app: App) -> None:
    desk = at_map(app, role=Role.OBSERVER)
    assert "Noor" in desk.open("scope").screen.said
    assert "Most people" in desk.open("paths").screen.said


def test_an_archived_map_is_read_only(app: App) -> None:
    desk = at_map(app)
    app.service.maps.archive(app.owner, desk.map_id)
    desk.screen.run()
    desk.open("scope")
    assert not desk.screen.get("text_area")
    assert "Noor" in desk.screen.said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_panel_speaks_both_languages(app: App, language: str) -> None:
    desk = at_map(app, language=language)
    for panel in ("scope", "channels", "paths", "open"):
        desk.open(panel)
    assert ("Wat nog open staat" if language == "nl" else "What is still open") in desk.screen.said
