"""One registry of formats feeds the screens, the API and the command line: what is registered is offered by all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource

from journeymap.cli.commands import command_line
from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.text import catalogue
from journeymap.exchange import formats
from journeymap.exchange.formats import Format, Takes, register
from journeymap.exchange.wishes import MapWish
from tests.support.api_clients import Room, opened
from tests.support.app import App, Screen, app_in
from tests.support.workshop_room import hold

NAMES = {Takes.MAP: "haiku", Takes.STORIES: "stories-haiku", Takes.GRAPH: "woodcut", Takes.WORKSHOP: "minutes-haiku"}


def _haiku(wish: MapWish) -> bytes:
    return f"{wish.journey.title}\nleaves fall".encode()


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A format of each kind, with its texts in both languages, for this test alone."""
    monkeypatch.setattr(formats, "FORMATS", dict(formats.FORMATS))
    register(Format(name, takes, "text/x-haiku", ".haiku", _haiku) for takes, name in NAMES.items())
    catalogue._bundle.cache_clear()
    for language in catalogue.LANGUAGES:
        lines = [f"{name} = {name} ({language})" for name in NAMES.values()]
        lines += [f"{name}-about = Good for {name} ({language})" for name in NAMES.values()]
        said = "".join(f"exchange-format-{line}\n" for line in lines)
        catalogue._bundle(language).add_resource(FluentResource(said))
    yield
    catalogue._bundle.cache_clear()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A house of its own."""
    with app_in(tmp_path) as it:
        yield it


def links(screen: Screen) -> dict[str, str]:
    """Where the links to other addresses lead, by what stands on them."""
    return {link.proto.label: link.proto.url for link in screen.get("link_button")}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_format_is_offered_on_the_map_and_in_the_menu_of_its_row(app: App, language: str) -> None:
    as_is = app.new_map("A visit")
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    take = "Take away" if language == "en" else "Meenemen"
    on_the_map = app.open("map", map=to_be, language=language).press(take)
    home = app.open(language=language)
    menu = home.at("home", "menu", to_be)
    menu.click_index(next(n for n, label in enumerate(menu.options) if take in label)).run()
    for screen in (on_the_map, home):
        found = links(screen)
        for takes in (Takes.MAP, Takes.STORIES, Takes.GRAPH):
            address = found[f"{NAMES[takes]} ({language})"]
            assert address.startswith(f"api/maps/{to_be}/export?format={NAMES[takes]}")
            assert f"Good for {NAMES[takes]} ({language})" in screen.said


def test_a_format_of_stories_of_the_graph_and_of_a_workshop_is_offered_on_its_own_screen(app: App) -> None:
    held = hold(app, "Mila")
    map_id = app.new_map("A visit")
    to_be = app.service.maps.design_to_be(app.owner, map_id)
    changes = [
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I call"}),
    ]
    app.service.changes.change(app.owner, to_be, changes)
    found = links(app.open("graph", map=to_be))
    assert f"{NAMES[Takes.GRAPH]} (en)" in found
    assert f"{NAMES[Takes.MAP]} (en)" not in found
    stories = app.open("stories", map=to_be).press("Take away")
    choice = stories.at("stories", "taking", "format")
    assert f"{NAMES[Takes.STORIES]} (en)" in choice.options
    assert f"{NAMES[Takes.MAP]} (en)" not in choice.options
    choice.set_value(NAMES[Takes.STORIES]).run()
    assert f"Good for {NAMES[Takes.STORIES]} (en)" in stories.said
    assert links(stories)["Download the file"].endswith(f"/export?format={NAMES[Takes.STORIES]}&only_changed=false")
    buttons = [button.label for button in held.open("summary").download_button]
    assert f"{NAMES[Takes.WORKSHOP]} (en)" in buttons


def test_a_format_is_made_by_the_api_and_described_in_it(tmp_path: Path) -> None:
    with opened(tmp_path) as room:
        described = room.client().get("/api/openapi.json").json()["paths"]["/maps/{map_id}/export"]["get"]
        for takes in (Takes.MAP, Takes.STORIES, Takes.GRAPH):
            name = NAMES[takes]
            assert f"- `{name}`: {name} (en). Good for {name} (en)" in described["description"]
            assert _made(room, name) == "A day in the park\nleaves fall"
        assert "text/x-haiku" in described["responses"]["200"]["content"]
        refused = room.program("observer").get(f"/api/maps/{room.map_id}/export?format={NAMES[Takes.WORKSHOP]}")
        assert (refused.status_code, NAMES[Takes.MAP] in refused.json()["detail"]) == (422, True)


def _made(room: Room, name: str) -> str:
    answer = room.program("observer").get(f"/api/maps/{room.map_id}/export?format={name}")
    assert answer.headers["content-type"] == "text/x-haiku; charset=utf-8"
    assert ".haiku" in answer.headers["content-disposition"]
    return answer.text


def test_a_format_stands_in_the_help_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line()(["export", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for takes in (Takes.MAP, Takes.STORIES, Takes.GRAPH):
        assert f"{NAMES[takes]}: {NAMES[takes]} (en). Good for {NAMES[takes]} (en)" in said
    assert NAMES[Takes.WORKSHOP] not in said, "the command takes maps away"


def test_whoever_sees_a_map_may_take_it_away_and_nobody_else(app: App) -> None:
    map_id = app.new_map("A visit")
    observer = app.join(Role.OBSERVER, map_id)
    assert links(app.open("map", observer, map=map_id).press("Take away"))
    menu = app.open(person=observer).at("home", "menu", map_id)
    assert [label.split()[-2:] for label in menu.options] == [["Take", "away"]]
    other = app.new_map("Not theirs")
    assert "Take away" not in app.open("map", observer, map=other).labels
