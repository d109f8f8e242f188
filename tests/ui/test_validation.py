"""Where a map stands and what customers say: on the map, on Home, in the history, with its stories, at the door."""

from dataclasses import replace

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.model.validation import MapState
from journeymap.domain.model.workshop import StepKind
from journeymap.ui.panels.rounds import PEOPLE
from tests.support.app import App
from tests.support.nature_park import park
from tests.support.next_millisecond import pass_a_moment
from tests.support.workshop_room import hold


def judged(app: App, map_id: str) -> str:
    """A customer came, confirmed the first moment, contested the second and missed something; the round's id."""
    made, link = app.service.rounds.make(app.owner, map_id, "Visitors")
    _, token = app.service.walks.begin(link, "Anna")
    first, second, *_ = app.service.maps.journey(app.owner, map_id).moments
    app.service.walks.say(made.id, token, first.id, "confirm", quote="Every time")
    app.service.walks.say(made.id, token, second.id, "contest", quote="<b>never</b>")
    app.service.walks.say(made.id, token, first.id, "add", text="I was on hold")
    return made.id


def test_a_round_is_opened_counted_and_ended_beside_the_board(app: App) -> None:
    map_id, _ = park(app)
    screen = app.open("map", map=map_id).press("Validation")
    assert "Not validated by customers" in screen.said
    assert "Nobody has been asked yet" in screen.said
    screen.press("Open a round")
    assert "Give the round a name" in screen.said
    screen.at("rounds", "name").set_value("Visitors in *June*").run()
    screen.press("Open a round")
    (address,) = [one.value for one in screen.code if "/walk?link=" in one.value]
    assert app.service.walks.begin(address.partition("link=")[2], "Anna")
    judged(app, map_id)
    screen = app.open("map", map=map_id).press("Validation")
    for words in ("✓ 1 confirmed", "✗ 1 contested", "+ 1 added", "Every time", "Missing: I was on hold", "Anna"):
        assert words in screen.said, words
    assert "Visitors in *June*" in screen.said.replace("\\", "")
    screen.press("End the round")
    assert [one.ended_at is not None for one in app.service.rounds.of_map(app.owner, map_id)].count(True) == 1


def test_the_state_is_decided_step_by_step_and_shown_everywhere(app: App) -> None:
    map_id, _ = park(app)
    assert "draft" in app.open("home").said
    screen = app.open("map", map=map_id).press("Validation").press("To review")
    assert app.service.states.of(app.owner, map_id).state is MapState.IN_REVIEW
    screen.press("Call it validated")
    assert "No customer has said anything about this map yet" in screen.said
    judged(app, map_id)
    screen.press("Call it validated")
    assert app.service.states.of(app.owner, map_id).state is MapState.VALIDATED
    for page in ("map", "graph", "compare"):
        assert "validated" in app.open(page, map=map_id).said
    assert "in review" in app.open("history", map=map_id).said
    assert "one customer: 1 confirmed, 1 contested" in app.open("history", map=map_id).said


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER])
def test_who_does_not_lead_sees_what_customers_say_and_decides_nothing(app: App, role: Role) -> None:
    map_id, to_be = park(app)
    judged(app, map_id)
    sam = app.join(role, map_id, to_be)
    screen = app.open("map", person=sam, map=map_id).press("Validation")
    assert "✓ 1 confirmed" in screen.said
    assert not {"To review", "Open a round", "End the round"} & set(screen.labels)
    assert "Anna" not in screen.said, "who came is for those who lead"


def test_the_customers_a_facilitator_removes_are_gone(app: App) -> None:
    map_id, _ = park(app)
    judged(app, map_id)
    (share,) = app.service.rounds.customers(app.owner, map_id)
    screen = app.open("map", map=map_id).press("Validation")
    screen.at("round", "customer", share.customer.id).click().run()
    assert app.service.rounds.customers(app.owner, map_id) == []
    assert "Nobody has been asked yet" in screen.said


def test_customers_are_paged_the_newest_first_and_a_whole_round_is_removed_after_a_question(app: App) -> None:
    map_id, _ = park(app)
    made, link = app.service.rounds.make(app.owner, map_id, "Visitors")
    for n in range(PEOPLE + 2):
        app.service.walks.begin(link, f"Fake {n}.")
        pass_a_moment(app.service.house)
    screen = app.open("map", map=map_id).press("Validation")
    assert f"Fake {PEOPLE + 1}." in screen.said
    assert "Fake 1." not in screen.said
    screen.press("Older")
    assert "Fake 1." in screen.said
    assert f"Fake {PEOPLE + 1}." not in screen.said
    assert "for good, by everybody who came" in screen.said
    screen.at("round", made.id, "clear").click().run()
    assert app.service.rounds.customers(app.owner, map_id) == []


def test_stories_say_that_nobody_validated_them_and_may_be_kept_back(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be)
    assert "Not validated by customers (draft)" in screen.said
    house = replace(app.service.house, stories_need_validation=True)
    object.__setattr__(app.service, "house", house)
    object.__setattr__(app.service.exchange, "house", house)
    screen = app.open("stories", map=to_be)
    assert "customers have to validate it first" in screen.said
    assert not [one for one in screen.labels if "Markdown" in one]


def test_who_says_at_the_door_that_they_are_a_customer_counts_once_that_is_confirmed(app: App) -> None:
    held = hold(app, "Mila")
    eva = app.service.workshops.admission.join(held.now.join_code, "Eva", Role.CUSTOMER)
    held.people["Eva"] = eva
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call")
    held.reveal()
    held.start(StepKind.VALIDATE)
    held.change("Eva", Add(table="verdicts", id="x", values={"item": "m1", "verdict": "confirm"}))
    screen = held.open()
    assert "0 confirmed" in screen.said or "Note it as evidence" not in screen.labels
    screen.press("Confirm Eva as a customer")
    assert "1 confirmed" in screen.said
    screen.press("Note it as evidence")
    moment = held.moment("m1")
    assert (moment.evidence_status, moment.evidence_by, moment.evidence_source) == (
        "validated",
        "Eva",
        "said in the workshop",
    )
