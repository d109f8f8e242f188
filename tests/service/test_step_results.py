"""What a step came to, for those who lead: never too early, and never with a name that was promised away."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from tests.support.store_calls import refused


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with one moment and a vote that runs."""
    agenda = (Step(id="v", kind=StepKind.VOTE, title="Which decide?", ballot=Ballot(budget=2)),)
    created = service.workshops.create(noor, "A visit", agenda=agenda, facilitator="Ilse")
    service.changes.change(created.lead, created.map_id, [
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I call"}),
    ])  # fmt: skip
    service.workshops.facilitation.start(created.lead, created.workshop.id, created.workshop.steps[0].id)
    return created


@pytest.fixture
def mila(service: Service, made: Created) -> Participant:
    """Somebody who gave a dot."""
    person = service.workshops.admission.join(made.workshop.join_code, "Mila")
    values = {"round": made.workshop.steps[0].id, "item": "m", "slot": 0}
    service.changes.change(person, made.map_id, [Add(table="votes", id="d", values=values)])
    return person


def test_a_hidden_vote_is_counted_for_nobody(service: Service, made: Created, mila: Participant) -> None:
    with refused("invalid", "vote-not-shown"):
        service.workshops.results.outcome(made.lead, made.workshop.id, made.workshop.steps[0].id)


def test_after_the_end_it_is_counted_and_nobody_is_named(service: Service, made: Created, mila: Participant) -> None:
    service.workshops.facilitation.reveal(made.lead, made.workshop.id)
    found = service.workshops.results.outcome(made.lead, made.workshop.id, made.workshop.steps[0].id)
    assert found is not None
    assert [(one.item, one.dots, one.by) for one in found.result.ranked] == [("m", 1, ())]
    assert (found.result.voters, found.result.left, dict(found.texts)) == (1, {}, {"m": "I call"})
    assert found.journey.tables["votes"] == {}


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
def test_only_those_who_lead_look_behind(service: Service, made: Created, role: Role) -> None:
    person = service.workshops.admission.join(made.workshop.join_code, "Otto", role)
    w, step, cases = made.workshop.id, made.workshop.steps[0].id, service.workshops
    for act in (
        lambda: cases.results.outcome(person, w, step),
        lambda: cases.results.judged(person, w, step),
        lambda: cases.results.board(person, w),
    ):
        with refused("forbidden", "may-not-lead"):
            act()


def test_those_who_lead_know_hidden_moments_but_no_votes(service: Service, made: Created, mila: Participant) -> None:
    board = service.workshops.results.board(made.lead, made.workshop.id)
    assert board is not None
    assert board.journey.tables["votes"] == {}
    assert not board.is_hidden("m")


def test_a_facilitators_note_is_for_those_who_lead(service: Service, made: Created, mila: Participant) -> None:
    note = Add(table="parked", id="n", values={"text": "Slow down", "kind": "note"})
    service.changes.change(made.lead, made.map_id, [note])
    seen = {
        person.name: [one.note.text for one in service.workshops.results.set_aside(person, made.workshop.id)]
        for person in (made.lead, service.people.owner(), mila)
    }
    assert seen == {"Ilse": ["Slow down"], service.people.owner().name: ["Slow down"], "Mila": []}


def test_another_workshop_looks_at_nothing(service: Service, noor: Participant, made: Created) -> None:
    other = service.workshops.create(noor, "Another").lead
    for act in (service.workshops.results.board, service.workshops.results.pulse, service.workshops.results.set_aside):
        with refused("forbidden", "other-workshop"):
            act(other, made.workshop.id)
