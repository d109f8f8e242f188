"""The tour: it comes by itself on a first visit alone, and again from one's own menu."""

import json
from typing import Any

import pytest

from journeymap.domain.model.roles import Role
from tests.support.app import App, Screen


def tour(screen: Screen) -> dict[str, Any] | None:
    """What the browser is told of the tour, if it is told of it."""
    found = [json.loads(one.proto.json) for one in screen.get("bidi_component") if one.proto.json]
    return next((one for one in found if "hints" in one), None)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_first_visit_is_offered_five_hints(app: App, language: str) -> None:
    told = tour(app.open(language=language))
    assert told is not None
    assert told["alone"]
    assert len(told["hints"]) == 5
    assert all(hint["title"] and hint["text"] for hint in told["hints"])


def test_it_rests_while_a_form_is_filled_in_and_goes_on_after_it(app: App) -> None:
    screen = app.open()
    assert tour(screen) is not None
    for form in ("New workshop", "New map"):
        screen.press(form)
        assert tour(screen) is None
        screen = app.open()
        assert tour(screen) is not None


def test_where_there_is_work_it_does_not_come_by_itself(app: App) -> None:
    app.new_map("A visit")
    assert tour(app.open()) is None


def test_whoever_asks_for_it_has_it_on_any_page(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("history", map=map_id)
    assert tour(screen) is None
    screen.press("Show me around")
    first = tour(screen)
    screen.press("Show me around")
    again = tour(screen)
    assert first is not None
    assert again is not None
    assert first["asked"] != again["asked"]


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
def test_who_takes_part_is_led_by_the_room(app: App, role: Role) -> None:
    screen = app.open(person=app.join(role))
    assert tour(screen) is None
    assert "Show me around" not in screen.labels
