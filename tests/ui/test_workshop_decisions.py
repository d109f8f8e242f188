"""Decisions on the facilitator's page: written down with an owner and a day, changed, and put back."""

from datetime import date

import pytest

from journeymap.domain.model.operations import Add
from tests.support.app import App
from tests.support.workshop_room import Held, hold


@pytest.fixture
def held(app: App) -> Held:
    """A workshop with two people."""
    return hold(app, "Mila", "Otto <i>")


def told(held: Held) -> list[tuple[str, str, date | None]]:
    found = held.app.service.workshops.decisions.all(held.lead, held.workshop_id)
    return [(one.text, one.owner, one.review_on) for one in found]


def test_a_decision_is_written_down_with_somebody_of_the_room_and_a_day(held: Held) -> None:
    screen = held.open().press("Decisions")
    screen.at("workshop", "decision", "text", "new").set_value("We phone *back*")
    assert {"Mila", "Noor", "Otto <i>"} <= set(screen.at("workshop", "decision", "owner", "new").options)
    screen.at("workshop", "decision", "owner", "new").set_value("Otto <i>")
    screen.at("workshop", "decision", "day", "new").set_value(date(2027, 1, 12))
    screen.press("Add the decision")
    assert told(held) == [("We phone *back*", "Otto <i>", date(2027, 1, 12))]
    assert "Decisions · 1" in screen.labels
    assert "look again on 12 January 2027" in screen.said


def test_a_decision_is_changed_put_back_and_removed(held: Held) -> None:
    decisions = held.app.service.workshops.decisions
    made = decisions.write_down(held.lead, held.workshop_id, "We phone back", owner="Mila")
    screen = held.open().press("Decisions · 1")
    screen.at("workshop", "decision", "edit", made).click().run()
    screen.at("workshop", "decision", "owner", made).set_value("Otto <i>")
    screen.press("Keep it so")
    assert told(held) == [("We phone back", "Otto <i>", None)]
    screen.at("workshop", "decision", "park", made).click().run()
    assert told(held) == []
    parked = held.app.service.workshops.results.set_aside(held.lead, held.workshop_id)
    assert [one.note.text for one in parked] == ["We phone back"]


def test_what_is_parked_becomes_a_decision_in_one_click(held: Held) -> None:
    held.change("Mila", Add(table="parked", id="i", values={"text": "A badge", "kind": "idea"}))
    screen = held.open().press("Parking lot · 1")
    screen.at("workshop", "note", "i").set_value("decide").run()
    assert told(held) == [("A badge", "", None)]
    assert "Decisions · 1" in screen.labels
