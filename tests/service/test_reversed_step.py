"""The reversed to-be step: everybody sets what an episode comes to; nothing backstage; objections are parked."""

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.rows import Episode, MapKind
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import Held, hold

AGENDA = (
    Step(id="r", kind=StepKind.REVERSED, title="From the end", map=MapKind.TO_BE),
    Step(id="n", kind=StepKind.TALK, title="Talk", map=MapKind.TO_BE),
)


@pytest.fixture
def held(service: Service) -> tuple[Held, str]:
    """A workshop in its reversed step, and the to-be that was designed when it began."""
    it = hold(App(service), "Mila", agenda=AGENDA)
    it.write("", "m0", "I arrive")
    it.start(StepKind.REVERSED)
    head = it.app.service.maps.to_be_of(it.lead, it.map_id)
    assert head is not None
    return it, head.id


def test_anybody_says_what_an_episode_comes_to_and_feels_like(held: tuple[Held, str]) -> None:
    it, to_be = held
    asked = [
        Set(table="episodes", id="e", field="outcome", value="She knows that it is booked"),
        Set(table="episodes", id="e", field="targeted_valence", value=2),
    ]
    it.app.service.changes.change(it.people["Mila"], to_be, asked)
    episode = it.app.service.maps.journey(it.lead, to_be).get(Episode, "e")
    assert (episode.outcome, episode.targeted_valence) == ("She knows that it is booked", 2)


def test_what_happened_just_before_is_put_there_and_an_objection_is_parked(held: tuple[Held, str]) -> None:
    it, to_be = held
    made = Add(table="moments", id="before", parent="e", values={"text": "I am called"}, after=None)
    note = Add(table="parked", id="p", values={"text": "Too expensive: I am called", "kind": "parked"})
    it.app.service.changes.change(it.people["Mila"], to_be, [made, note])
    journey = it.app.service.maps.journey(it.lead, to_be)
    assert [moment.text for moment in journey.moments] == ["I am called", "I arrive"]
    assert journey.tables["parked"]["p"].called == "Too expensive: I am called"


def test_backstage_systems_and_others_work_are_out_of_reach(held: tuple[Held, str]) -> None:
    it, to_be = held
    mila = it.people["Mila"]
    with refused("forbidden", "not-in-this-step"):
        step = Add(table="backstage_steps", id="b", parent="m0", values={"text": "look it up", "system": "CRM"})
        it.app.service.changes.change(mila, to_be, [step])
    with refused("forbidden", "not-yours"):
        it.app.service.changes.change(mila, to_be, [Set(table="moments", id="m0", field="text", value="I go")])
