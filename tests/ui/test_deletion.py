"""Deleting for good on screen: what goes is said, the title is typed, and nobody is offered what is not theirs."""

import pytest

from journeymap.domain.model.roles import Role
from journeymap.service.people import SEAT_GONE
from tests.support.app import App, Screen, Visit
from tests.support.workshop_room import Held, hold


def menu(screen: Screen, *which: str) -> list[str]:
    """What is offered for a map or a workshop."""
    return [option.split(": ", 1)[1] for option in screen.at("home", *which).options]


def archived(app: App, title: str = "A “visit”") -> str:
    """A map in the archive."""
    map_id = app.new_map(title)
    app.service.maps.archive(app.owner, map_id)
    return map_id


def ask(screen: Screen, map_id: str, name: str = "Delete for good …") -> Screen:
    """Open the dialog from the map's menu."""
    offered = menu(screen, "menu", map_id)
    screen.at("home", "menu", map_id).click_index(offered.index(name)).run()
    return screen


def test_a_map_in_the_archive_is_deleted_once_its_title_is_typed(app: App) -> None:
    map_id = archived(app)
    screen = ask(app.open(view="archive"), map_id)
    assert "What goes" in screen.said
    assert "no undo" in screen.said
    assert screen.at("deletion", "now").disabled
    screen.at("deletion", "typed").set_value("A visit").run()
    assert screen.at("deletion", "now").disabled
    screen.at("deletion", "typed").set_value('A "visit"').run()
    screen.at("deletion", "now").click().run()
    assert "was deleted for good" in screen.said
    assert not app.service.maps.heads(app.owner, archived=True)
    assert "The archive is empty" in screen.said


def test_a_map_in_use_is_not_offered_for_deletion(app: App) -> None:
    map_id = app.new_map("A visit")
    assert "Delete for good …" not in menu(app.open(), "menu", map_id)


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER, Role.FACILITATOR])
def test_only_those_who_lead_are_offered_it(app: App, role: Role) -> None:
    map_id = archived(app)
    somebody = app.join(role, map_id)
    offered = menu(app.open("home", somebody, view="archive"), "menu", map_id)
    assert ("Delete for good …" in offered) is (role is Role.FACILITATOR)


def test_in_dutch_it_says_the_same(app: App) -> None:
    map_id = archived(app)
    screen = ask(app.open(view="archive", language="nl"), map_id, "Voorgoed verwijderen …")
    for words in ("Dit verdwijnt voorgoed", "ongedaan", "Typ ter bevestiging de titel"):
        assert words in screen.said + " ".join(one.label for one in screen.text_input)


@pytest.fixture
def held(app: App) -> Held:
    return hold(app, "Mila", "Otto")


def test_the_owner_deletes_a_workshop_from_its_summary(held: Held, app: App) -> None:
    screen = held.open("summary", app.owner)
    screen.at("summary", "delete").click().run()
    assert "one map with" in screen.said
    assert "3 people" in screen.said
    title = held.now.title
    screen.at("deletion", "typed").set_value(title).run()
    screen.at("deletion", "now").click().run()
    assert not app.service.workshops.all(app.owner)


def test_the_owner_deletes_a_workshop_from_home(held: Held, app: App) -> None:
    screen = app.open()
    screen.at("home", "workshop", "menu", held.workshop_id).click_index(0).run()
    screen.at("deletion", "typed").set_value(held.now.title).run()
    screen.at("deletion", "now").click().run()
    assert "was deleted for good" in screen.said
    assert not app.service.workshops.all(app.owner)


def test_whoever_leads_it_and_is_not_the_owner_is_not_offered_a_workshops_end(held: Held, app: App) -> None:
    keys = {button.key for button in held.open("summary").button}
    assert not any("summary-delete" in (key or "") for key in keys)
    with pytest.raises(KeyError):
        app.open("home", held.lead).at("home", "workshop", "menu", held.workshop_id)


def test_whoever_was_in_it_reads_why_they_are_out(held: Held, app: App) -> None:
    elsewhere = Visit(app.service.people.seat(held.lead), host="maps.example.org", remote_ip="203.0.113.7")
    screen, title = app.open("home", visit=elsewhere), held.now.title
    assert title in screen.said
    app.service.workshops.deletion.delete(app.owner, held.workshop_id, title)
    screen.run()
    assert "deleted for good" in screen.said
    assert SEAT_GONE not in screen.said
