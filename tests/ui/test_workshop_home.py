"""Workshops on Home: where each one is, making one, and the recovery code that is shown once."""

import pytest

from journeymap.domain.model.roles import Role
from journeymap.domain.model.workshop import StepKind
from tests.support.app import App, Screen, unmarked
from tests.support.workshop_room import hold


def new_workshop(app: App) -> Screen:
    """The form for a new workshop."""
    return app.open().press("New workshop")


def test_a_workshop_is_told_by_title_where_it_is_people_and_maps(app: App) -> None:
    held = hold(app, "Mila")
    assert "not begun · 5 steps" in app.open().said
    held.start(StepKind.CHANNELS)
    said = app.open().said
    for words in ("A visit", held.now.join_code, "step 2 of 5: Which channels?", "Marieke", "2 people · one map"):
        assert words in said


def test_what_is_on_stands_first_with_the_time_that_is_left_also_between_two_steps(app: App) -> None:
    held, _ = hold(app, title="Today"), hold(app, title="Later")
    assert "Running now" not in app.open().said
    held.start(StepKind.CHANNELS)
    screen = app.open()
    links = [unmarked(found.label) for found in screen.page_link if found.proto.page == "workshop"]
    assert "Running now" in screen.said
    assert (links[0], links[-1]) == ("**Today**", "**Later**")
    assert screen.at("home", "clock", held.workshop_id)
    app.service.workshops.facilitation.end(held.lead, held.workshop_id)
    assert "Running now" in app.open().said
    app.service.workshops.facilitation.close(held.lead, held.workshop_id)
    assert "Running now" not in app.open().said


def test_its_title_opens_the_workshop_with_one_click(app: App) -> None:
    held = hold(app)
    links = [(found.proto.page, found.proto.query_string) for found in app.open().get("page_link")]
    assert ("workshop", f"workshop={held.workshop_id}") in links


def test_a_new_workshop_has_what_was_chosen_and_its_recovery_code_is_shown_once(app: App) -> None:
    screen = new_workshop(app)
    screen.at("new-workshop", "title").set_value("De *reis*")
    screen.at("new-workshop", "persona").set_value("Marieke")
    screen.at("new-workshop", "purpose").set_value("Fewer calls")
    screen.at("new-workshop", "name").set_value("Ilse")
    screen.at("new-workshop", "language").set_value("nl").run()
    screen.press("Make the workshop")
    it = app.service.workshops.all(app.owner)[0]
    assert (it.title, it.persona, it.purpose, it.language) == ("De *reis*", "Marieke", "Fewer calls", "nl")
    assert it.steps
    code = screen.code[0].value
    lead = app.service.people.who(app.service.workshops.admission.recover(it.join_code, code))
    assert (lead.name, lead.role) == ("Ilse", Role.FACILITATOR)
    screen.press("I have kept the code: go to the workshop")
    assert screen.query_params["workshop"] == it.id
    assert "Ready when you are" in screen.said
    assert code not in screen.said
    assert code not in app.open().said


def test_every_agenda_is_previewed_step_by_step_before_it_is_chosen(app: App) -> None:
    screen = new_workshop(app)
    radio = screen.at("new-workshop", "agenda")
    assert len(radio.options) == len(app.service.workshops.agendas("en"))
    for agenda in app.service.workshops.agendas("en"):
        screen.at("new-workshop", "agenda").set_value(agenda.id).run()
        said = screen.said
        for step in agenda.steps:
            assert step.title in said


def test_a_workshop_is_made_on_a_map_that_is_there_and_its_to_be_comes_along(app: App) -> None:
    map_id = app.new_map("Visiting a park")
    to_be = app.service.maps.design_to_be(app.owner, map_id)
    screen = new_workshop(app)
    assert screen.at("new-workshop", "journey").options == ["A new map", "Visiting a park"]
    screen.at("new-workshop", "title").set_value("Half a day").run()
    screen.at("new-workshop", "journey").set_value(map_id).run()
    assert "Its to-be comes along" in screen.said
    screen.press("Make the workshop")
    first = app.service.workshops.all(app.owner)[0]
    maps = app.service.workshops.current.stage(app.owner, first.id).maps
    assert {head.id for head in maps} == {map_id, to_be}
    again = new_workshop(app)
    again.at("new-workshop", "journey").set_value(map_id).run()
    assert "stays there: you work on a copy" in again.said


def test_an_agenda_that_needs_episodes_has_a_step_for_them_on_a_new_map(app: App) -> None:
    screen = new_workshop(app)
    screen.at("new-workshop", "agenda").set_value("reversed-half-day").run()
    assert "Which episodes does it have?" in screen.said


def test_a_title_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_made(app: App) -> None:
    screen = new_workshop(app).press("Make the workshop")
    assert "cannot be empty" in screen.said
    assert app.service.workshops.all(app.owner) == []


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
def test_who_takes_part_is_shown_the_way_to_their_page(app: App, role: Role) -> None:
    held = hold(app)
    screen = app.open(person=held.join("Mila", role))
    assert "New workshop" not in screen.labels
    assert "To my page" in screen.labels
    assert held.now.join_code not in screen.said


def test_only_the_owner_makes_workshops_even_past_the_screen(app: App) -> None:
    held = hold(app)
    screen = app.open(person=held.lead, view="workshop")
    assert "Make the workshop" not in screen.labels


def test_a_closed_workshop_comes_last(app: App) -> None:
    first = hold(app, title="First")
    hold(app, title="Second")
    third = hold(app, title="Third")
    app.service.workshops.facilitation.close(third.lead, third.workshop_id)
    links = [unmarked(found.label) for found in app.open().page_link if found.proto.page == "workshop"]
    assert links == ["**Second**", "**First**", "**Third**"]
    assert first.now.closed_at is None
