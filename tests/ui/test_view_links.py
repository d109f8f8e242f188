"""Links to read along: made where a map is shared, and what whoever reads by one is shown."""

import pytest

from journeymap.domain.model.roles import Role
from tests.support.app import App, Visit
from tests.support.nature_park import park


def opened(app: App, map_id: str) -> Visit:
    """The browser of somebody who opened a new link."""
    _, link = app.service.people.view_links.make(app.owner, map_id, "The board")
    return Visit(app.service.people.view_links.open(link).token)


def made(app: App) -> str:
    """A map with its to-be, in a workshop."""
    as_is, to_be = park(app)
    app.workshop(as_is, to_be)
    return as_is


def test_a_link_is_made_copied_listed_and_ended_in_the_share_dialog(app: App) -> None:
    map_id = made(app)
    screen = app.open("history", map=map_id).press("Share")
    assert "Anybody with such a link sees this map" in screen.said
    assert "No links yet." in screen.said
    screen.press("Make a link")
    assert "Give the link a name" in screen.said
    screen.at("view-links", "name").set_value("The *board*").run()
    screen.press("Make a link")
    (link,) = app.service.people.view_links.of_map(app.owner, map_id)
    assert "The *board*** · not opened yet" in screen.said
    (address,) = [one.value for one in screen.code if "/view?link=" in one.value]
    assert app.service.people.view_links.open(address.partition("link=")[2]).map_id == map_id
    assert "shown this once" in screen.said
    screen.press("End")
    assert "ended" in screen.said
    assert app.service.people.view_links.of_map(app.owner, map_id)[0].ended_at
    assert link.with_pair
    again = app.open("history", map=map_id).press("Share")
    assert not [one for one in again.code if "/view?link=" in one.value]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("page", ["map", "graph", "compare"])
def test_whoever_reads_by_a_link_sees_the_map_and_no_way_to_anything_else(app: App, page: str, language: str) -> None:
    map_id = made(app)
    screen = app.open(page, visit=opened(app, map_id), map=map_id, language=language)
    assert not screen.error, screen.said
    forbidden = {
        "en": ("Share", "Take away", "Stories", "History", "Home", "My devices", "Design the to-be"),
        "nl": ("Delen", "Meenemen", "Stories", "Geschiedenis", "Start", "Mijn apparaten", "De to-be ontwerpen"),
    }
    assert not set(forbidden[language]) & set(screen.labels)
    said = {"en": "You are reading this map by a link", "nl": "Je leest deze kaart via een link"}
    assert said[language] in screen.said
    assert "Noor" not in screen.said, "nobody of the room is named"


@pytest.mark.parametrize("page", ["history", "stories", "workshop", "summary", "audit"])
def test_pages_that_are_not_for_readers_show_nothing(app: App, page: str) -> None:
    map_id = made(app)
    screen = app.open("map", visit=opened(app, map_id), map=map_id)
    with pytest.raises(Exception, match=r"."):
        screen.switch_page(f"../../pages/{page}.py").run()


def test_home_of_a_reader_is_the_map(app: App) -> None:
    map_id = made(app)
    screen = app.open("home", visit=opened(app, map_id))
    assert "New map" not in screen.labels
    assert not screen.error


def test_another_map_is_refused_in_words(app: App) -> None:
    map_id, other = made(app), app.new_map("SECRET")
    screen = app.open("map", visit=opened(app, map_id), map=other)
    assert "This link shows one map" in screen.said
    assert "SECRET" not in screen.said


def test_a_participant_is_offered_no_links(app: App) -> None:
    map_id = app.new_map("A visit")
    person = app.join(Role.PARTICIPANT, map_id)
    assert "Share" not in app.open("history", person, map=map_id).labels


def test_the_owner_finds_every_link_beside_the_audit_log(app: App) -> None:
    map_id = made(app)
    opened(app, map_id)
    screen = app.open("audit")
    assert "**The board** · Visiting a nature park · opened once" in screen.said
