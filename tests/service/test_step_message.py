"""What a room is told of its step: what the kind of step means, and what the one who is told may do in it."""

import json

import pytest
from pydantic_core import to_json

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.workshop.step_kinds import STEP_KINDS
from journeymap.domain.workshop.timer import later
from journeymap.live.protocol import StepFrame, StepNow
from journeymap.service.service import Service
from journeymap.service.step_message import look
from journeymap.service.workshops import Created
from tests.support.frames import misfits


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with one step of every kind, all about the as-is."""
    agenda = [Step(id=kind, kind=kind, title=kind, ballot=STEP_KINDS[kind].ballot) for kind in StepKind]
    return service.workshops.create(noor, "A visit", agenda=agenda, facilitator="Ilse")


def told(service: Service, made: Created, *, leading: bool) -> StepFrame:
    """What is said now."""
    now = look(service.workshops, made.workshop.id, made.map_id)
    assert now is not None
    return now.said(service.house.now(), leading=leading, here=())


def step_told(service: Service, made: Created, *, leading: bool) -> StepNow:
    """The step in it."""
    step = told(service, made, leading=leading)["step"]
    assert step is not None
    return step


def begin(service: Service, made: Created, kind: StepKind) -> None:
    """Begin the step of this kind."""
    step = next(one for one in made.workshop.steps if one.kind is kind)
    service.workshops.facilitation.start(made.lead, made.workshop.id, step.id)


@pytest.mark.parametrize("kind", list(StepKind))
def test_everybody_is_told_what_the_kind_of_step_means(service: Service, made: Created, kind: StepKind) -> None:
    begin(service, made, kind)
    rules = STEP_KINDS[kind]
    for leading in (False, True):
        said = told(service, made, leading=leading)
        assert misfits(json.loads(to_json(said))) == []
        assert said["step"] is not None
        assert said["step"]["rules"] == {
            "page": rules.page,
            "wall": rules.wall,
            "made": None if rules.asks == "nobody" else rules.made,
            "feeling": rules.feeling,
            "parks": rules.parks,
        }


@pytest.mark.parametrize("kind", list(StepKind))
def test_a_participant_is_told_what_they_add_and_set_and_who_leads_that_anything_goes(
    service: Service, made: Created, kind: StepKind
) -> None:
    begin(service, made, kind)
    rules, said = STEP_KINDS[kind], step_told(service, made, leading=False)
    assert said["adds"] == (None if rules.adds is None else sorted(rules.adds))
    assert said["shared"] == sorted(f"{table}.{field}" for table, field in rules.shared)
    leading = step_told(service, made, leading=True)
    assert (leading["adds"], leading["shared"]) == (None, [])


@pytest.mark.parametrize("kind", [kind for kind in StepKind if kind is not StepKind.FREE])
def test_while_a_step_is_paused_nothing_is_added_and_nothing_shared_is_set(
    service: Service, made: Created, kind: StepKind
) -> None:
    begin(service, made, kind)
    service.workshops.facilitation.pause(made.lead, made.workshop.id)
    said = step_told(service, made, leading=False)
    assert (said["adds"], said["shared"]) == ([], [])


def test_a_step_about_the_to_be_asks_for_nothing_on_the_as_is(service: Service, noor: Participant) -> None:
    agenda = [Step(id="s", kind=StepKind.TO_BE, title="To-be", map=MapKind.TO_BE)]
    made = service.workshops.create(noor, "A visit", agenda=agenda, facilitator="Ilse")
    service.workshops.facilitation.start(made.lead, made.workshop.id, made.workshop.steps[0].id)
    said = step_told(service, made, leading=False)
    assert (said["adds"], said["shared"]) == ([], [])


def test_everybody_is_told_what_the_screen_shows_and_of_which_step(service: Service, made: Created) -> None:
    begin(service, made, StepKind.EMOTIONS)
    service.workshops.facilitation.reveal(made.lead, made.workshop.id)
    begin(service, made, StepKind.BREAK)
    expected = {"chosen": "step", "shows": "step", "map": made.map_id, "as_is": None, "stories": None, "step": None}
    assert told(service, made, leading=False)["screen"] == expected
    service.workshops.facilitation.show(made.lead, made.workshop.id, "curve")
    said = told(service, made, leading=False)
    assert misfits(json.loads(to_json(said))) == []
    assert (said["screen"]["shows"], said["screen"]["map"]) == ("curve", made.map_id)
    assert said["screen"]["step"] is not None
    assert said["screen"]["step"]["kind"] == "emotions"


def test_a_room_that_was_sent_to_the_stories_sees_what_is_to_be_built_in_any_step(
    service: Service, made: Created
) -> None:
    moments = [Add(table="moments", id=one, parent="e", values={"text": f"I {one}"}) for one in ("call", "wait")]
    episode = Add(table="episodes", id="e", values={"title": "Before"})
    service.changes.change(made.lead, made.map_id, [episode, *moments])
    to_be = service.maps.design_to_be(made.lead, made.map_id)
    changed = Set(table="moments", id="wait", field="text", value="I am called back")
    service.changes.change(made.lead, to_be, [changed, moments[0].model_copy(update={"id": "new"})])
    begin(service, made, StepKind.BREAK)
    assert told(service, made, leading=False)["screen"]["stories"] is None
    service.workshops.facilitation.send_all(made.lead, made.workshop.id, to_be, "stories")
    screen = told(service, made, leading=False)["screen"]
    assert (screen["shows"], screen["stories"]) == ("stories", ["new", "wait"])


def test_a_step_beyond_its_time_says_by_how_much(service: Service, noor: Participant) -> None:
    agenda = [Step(id="s", kind=StepKind.MOMENTS, title="Late", minutes=1)]
    made = service.workshops.create(noor, "Late", agenda=agenda, facilitator="Ilse")
    begin(service, made, StepKind.MOMENTS)
    now = look(service.workshops, made.workshop.id, made.map_id)
    assert now is not None
    deadline = now.workshop.steps[0].deadline or ""
    for seconds, left, over in ((-10, 10_000, 0), (0, 0, 0), (75, 0, 75_000)):
        step = now.said(later(deadline, seconds), leading=False, here=())["step"]
        assert step is not None
        assert (step["left_ms"], step["over_ms"]) == (left, over)
