"""Decisions: what, who owns it, when it is looked at again; and the way from the parking lot and back."""

import json
from datetime import date

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.rows import MapKind
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import Held, hold

DAY = date(2026, 12, 1)


@pytest.fixture
def held(service: Service) -> Held:
    """A workshop with two people, and an idea that was set aside."""
    it = hold(App(service), "Mila", "Otto")
    it.change("Mila", Add(table="parked", id="i", values={"text": "Call back the same day", "kind": "idea"}))
    return it


def test_a_decision_has_an_owner_and_a_day_and_stays_editable_after_the_workshop(held: Held) -> None:
    decisions = held.app.service.workshops.decisions
    made = decisions.write_down(held.lead, held.workshop_id, "We phone back", owner="Otto", review_on=DAY)
    held.app.service.workshops.facilitation.close(held.lead, held.workshop_id)
    later = Set(table="decisions", id=made, field="review_on", value="2027-01-05")
    held.app.service.changes.change(held.lead, held.map_id, [later])
    (found,) = decisions.all(held.people["Mila"], held.workshop_id)
    assert (found.text, found.owner, found.review_on) == ("We phone back", "Otto", date(2027, 1, 5))
    assert (found.map_id, found.by) == (held.map_id, "Noor")
    (told,) = held.app.service.workshops.summaries.summary(held.lead, held.workshop_id, anonymous=True).decisions
    assert (told.owner, told.by) == ("", "")  # whoever was there is not named


def test_an_idea_becomes_a_decision_in_one_act_and_one_undo_brings_it_back(held: Held) -> None:
    decisions = held.app.service.workshops.decisions
    decisions.of_note(held.lead, held.workshop_id, "i")
    assert held.journey().find("parked", "i") is None
    assert [(one.id, one.text) for one in decisions.all(held.lead, held.workshop_id)] == [
        ("i", "Call back the same day")
    ]
    with refused("gone", "row-gone"):
        decisions.of_note(held.lead, held.workshop_id, "i")
    held.app.service.changes.undo(held.lead, held.map_id)
    note = held.journey().find("parked", "i")
    assert note is not None
    assert (note.called, note.author) == ("Call back the same day", held.people["Mila"].id)
    assert decisions.all(held.lead, held.workshop_id) == ()


def test_a_decision_goes_back_to_the_parking_lot(held: Held) -> None:
    decisions = held.app.service.workshops.decisions
    made = decisions.write_down(held.lead, held.workshop_id, "We phone back", owner="Otto")
    decisions.park(held.lead, held.workshop_id, made, "idea")
    assert decisions.all(held.lead, held.workshop_id) == ()
    assert held.journey().tables["parked"][made].called == "We phone back"


def test_who_only_takes_part_decides_nothing_outside_the_step_that_asks_for_it(held: Held) -> None:
    held.start(held.now.steps[0].kind)
    with refused("forbidden", "not-in-this-step"):
        held.app.service.workshops.decisions.write_down(held.people["Mila"], held.workshop_id, "We stop")


def test_decisions_go_along_in_the_journey_document_and_a_to_be_begins_without(held: Held) -> None:
    service = held.app.service
    service.workshops.decisions.write_down(held.lead, held.workshop_id, "We phone back", owner="Otto", review_on=DAY)
    found = json.loads(service.exchange.export(held.lead, held.map_id, "json").content)["decisions"]
    assert [(one["text"], one["owner"], one["review_on"]) for one in found] == [("We phone back", "Otto", "2026-12-01")]
    content = service.exchange.export(held.lead, held.map_id, "json").content
    came = service.exchange.import_document(held.app.owner, content, again=True)
    (row,) = service.maps.journey(held.app.owner, came).tables["decisions"].values()
    assert row.values() == {"text": "We phone back", "owner": "Otto", "review_on": "2026-12-01", "origin": None}
    to_be = service.maps.design_to_be(held.lead, held.map_id)
    assert service.maps.head(held.lead, to_be).kind is MapKind.TO_BE
    assert service.maps.journey(held.lead, to_be).count("decisions") == 0


def test_the_name_of_an_owner_is_taken_out_of_decisions_like_out_of_any_text(held: Held) -> None:
    service = held.app.service
    made = service.workshops.decisions.write_down(held.lead, held.workshop_id, "We phone back", owner="Otto")
    found = service.workshops.erasure.words(held.lead, held.workshop_id, names=["Otto"])
    assert [(one.row_id, one.field) for one in found.places if one.table == "decisions"] == [(made, "owner")]
