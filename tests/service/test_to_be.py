"""Steps about the to-be: there is one as soon as a step needs it, and what is written in them stands nowhere else."""

from collections.abc import Sequence

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, StepKind, Workshop
from journeymap.domain.workshop.agendas import shipped, with_episodes
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from tests.domain.model.test_journey import small
from tests.support.store_calls import refused

WRITTEN = (StepKind.EPISODES, StepKind.MOMENTS, StepKind.TO_BE, StepKind.CHANNELS, StepKind.BACKSTAGE)


def _join(service: Service, made: Created, name: str = "Mila", role: Role = Role.PARTICIPANT) -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name, role)


def _at(service: Service, person: Participant, workshop_id: str) -> str:
    """The map that the room works on."""
    found = service.workshops.current.stage(person, workshop_id).map
    assert found is not None
    return found.id


def _first(workshop: Workshop, kind: MapKind) -> Step:
    return next(step for step in workshop.steps if step.map is kind and step.kind is not StepKind.BREAK)


def _asked(service: Service, person: Participant, map_id: str, step: Step) -> Sequence[Change]:
    """What a participant does in a step of this kind."""
    journey = service.maps.journey(person, map_id)
    at = f"in-{step.id}"
    match step.kind:
        case StepKind.EPISODES:
            return [Add(table="episodes", id=at, values={"title": "Looking forward"})]
        case StepKind.MOMENTS | StepKind.TO_BE:
            return [
                Add(table="moments", id=at, parent=journey.episodes[0].id, values={"text": "I am welcomed by name"})
            ]
        case StepKind.CHANNELS:
            return [Add(table="channels", id=at, values={"name": "A friend"})]
        case StepKind.BACKSTAGE:
            return [Add(table="backstage_steps", id=at, parent=journey.moments[0].id, values={"text": "plan"})]
        case StepKind.VOTE if step.ballot is not None and step.ballot.items == "parked":
            idea = Add(table="parked", id=f"p-{at}", values={"text": "a name badge", "kind": "idea"})
            return [idea, Add(table="votes", id=at, values={"round": step.id, "item": idea.id})]
        case StepKind.VALIDATE:
            return [Add(table="verdicts", id=at, values={"item": journey.moments[0].id, "verdict": "confirm"})]
        case _:
            return [Add(table="parked", id=at, values={"text": "too dear"})]


def _hold(service: Service, made: Created) -> None:
    """Every step of the agenda, one after another: somebody does in each what it asks for, where the room is."""
    w = made.workshop.id
    mila, eva = _join(service, made), _join(service, made, "Eva", Role.CUSTOMER)
    for step in made.workshop.steps:
        service.workshops.facilitation.start(made.lead, w, step.id)
        map_id = _at(service, mila, w)
        if step.kind is not StepKind.BREAK:
            assert service.maps.head(mila, map_id).kind is step.map
            somebody = eva if step.kind is StepKind.VALIDATE else mila
            for change in _asked(service, somebody, map_id, step):
                service.changes.change(somebody, map_id, [change])
    service.workshops.facilitation.close(made.lead, w)


def _texts(service: Service, person: Participant, map_id: str) -> list[str]:
    return [moment.text for moment in service.maps.journey(person, map_id).moments]


@pytest.mark.parametrize("agenda", [one.id for one in shipped("en") if one.steps])
@pytest.mark.parametrize("mapped", [True, False], ids=["on-a-map-that-is-there", "on-an-empty-map"])
def test_every_agenda_can_be_held_from_start_to_end(
    service: Service, noor: Participant, park: str, agenda: str, mapped: bool
) -> None:
    as_is = park if mapped else None
    made = service.workshops.create(noor, "A visit", agenda=agenda, facilitator="Ilse", as_is=as_is)
    before = [*_texts(service, made.lead, made.map_id)]
    _hold(service, made)
    maps = {head.kind: head for head in service.workshops.current.stage(made.lead, made.workshop.id).maps}
    assert set(maps) == {MapKind.AS_IS, MapKind.TO_BE}
    assert maps[MapKind.TO_BE].as_is_id == maps[MapKind.AS_IS].id == made.map_id
    to_be = {step.id for step in made.workshop.steps if step.map is MapKind.TO_BE and step.kind in WRITTEN}
    for kind, head in maps.items():
        rows = {row.id for row in service.maps.journey(made.lead, head.id).rows()}
        assert {step for step in to_be if f"in-{step}" in rows} == (to_be if kind is MapKind.TO_BE else set())
    assert [text for text in _texts(service, made.lead, made.map_id) if text in before] == before


def test_the_to_be_is_designed_with_the_first_step_about_it_and_only_then(
    service: Service, noor: Participant, park: str
) -> None:
    made = service.workshops.create(noor, "A visit", agenda="reversed-half-day", as_is=park)
    w = made.workshop.id
    service.workshops.facilitation.start(made.lead, w, made.workshop.steps[0].id)
    assert [head.id for head in service.workshops.current.stage(made.lead, w).maps] == [park]
    step = _first(made.workshop, MapKind.TO_BE)
    service.workshops.facilitation.start(made.lead, w, step.id)
    designed = _at(service, made.lead, w)
    assert service.maps.head(made.lead, designed).as_is_id == park
    assert _texts(service, made.lead, designed) == _texts(service, made.lead, park)
    service.workshops.facilitation.end(made.lead, w)
    service.workshops.facilitation.back(made.lead, w, step.id)
    assert _at(service, made.lead, w) == designed


def test_what_a_to_be_begins_with_is_nobodys_work_of_the_step(service: Service, noor: Participant, park: str) -> None:
    steps = (Step(id="b", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE),)
    made = service.workshops.create(noor, "A visit", agenda=steps, as_is=park)
    w, mila = made.workshop.id, _join(service, made)
    service.workshops.facilitation.start(made.lead, w, made.workshop.steps[0].id)
    at = _at(service, mila, w)
    assert service.maps.journey(mila, at).moments
    assert service.workshops.summaries.progress(made.lead, w).rows == 0
    episode = service.maps.journey(mila, at).episodes[0].id
    service.changes.change(mila, at, [Add(table="moments", id="m", parent=episode, values={"text": "I wait"})])
    seen = service.workshops.summaries.progress(made.lead, w)
    assert (seen.rows, dict(seen.by)) == (1, {mila.id: 1})
    assert [one.made for one in service.workshops.summaries.summary(made.lead, w).people] == [0, 1]


def test_what_the_step_before_hid_is_in_the_to_be_that_is_designed_next(service: Service, noor: Participant) -> None:
    steps = (
        Step(id="a", kind=StepKind.MOMENTS, title="Alone", private=True),
        Step(id="b", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE),
    )
    made = service.workshops.create(noor, "A visit", agenda=steps)
    w, mila = made.workshop.id, _join(service, made)
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.workshops.facilitation.start(made.lead, w, made.workshop.steps[0].id)
    service.changes.change(mila, made.map_id, [Add(table="moments", id="m", parent="e", values={"text": "I wait"})])
    service.workshops.facilitation.start(made.lead, w, made.workshop.steps[1].id)
    assert _texts(service, mila, _at(service, mila, w)) == ["I wait"]


def test_a_step_that_cannot_begin_designs_nothing(service: Service, noor: Participant, park: str) -> None:
    made = service.workshops.create(noor, "A visit", agenda="reversed-half-day", as_is=park)
    mila = _join(service, made)
    step = _first(made.workshop, MapKind.TO_BE).id
    with refused("forbidden", "may-not-lead"):
        service.workshops.facilitation.start(mila, made.workshop.id, step)
    with refused("invalid", "step-not-begun"):
        service.workshops.facilitation.back(made.lead, made.workshop.id, step)
    assert [head.id for head in service.workshops.current.stage(made.lead, made.workshop.id).maps] == [park]


def test_a_participant_never_writes_the_to_be_into_the_as_is(service: Service, noor: Participant, park: str) -> None:
    made = service.workshops.create(noor, "A visit", agenda="reversed-half-day", as_is=park)
    w, mila = made.workshop.id, _join(service, made)
    episode = service.maps.journey(mila, park).episodes[0].id
    moment = Add(table="moments", id="m", parent=episode, values={"text": "I am welcomed by name"})
    service.workshops.facilitation.start(
        made.lead, w, next(step.id for step in made.workshop.steps if step.kind is StepKind.TO_BE)
    )
    for change in (moment, Set(table="episodes", id=episode, field="targeted_valence", value=2)):
        with refused("forbidden", "step-is-to-be"):
            service.changes.change(mila, park, [change])
    service.changes.change(mila, park, [Add(table="parked", id="p", values={"text": "too dear"})])
    service.changes.change(mila, _at(service, mila, w), [moment])


# The map that a workshop begins with


def test_a_workshop_works_on_a_map_that_is_there_with_its_to_be(service: Service, noor: Participant, park: str) -> None:
    first, latest = (service.maps.design_to_be(noor, park, title) for title in ("First", "Latest"))
    made = service.workshops.create(noor, "A visit", agenda="reversed-half-day", as_is=park)
    assert made.map_id == park
    assert {head.id for head in service.workshops.current.stage(made.lead, made.workshop.id).maps} == {park, latest}
    assert service.maps.head(noor, first).workshop_id is None


def test_a_map_of_another_workshop_stays_there_and_a_copy_comes(service: Service, noor: Participant, park: str) -> None:
    before = service.workshops.create(noor, "Before", agenda="empty", as_is=park)
    to_be = service.maps.design_to_be(noor, park)
    made = service.workshops.create(noor, "After", agenda="empty", as_is=park)
    heads = {head.kind: head for head in service.workshops.current.stage(made.lead, made.workshop.id).maps}
    assert not {head.id for head in heads.values()} & {park, to_be}
    assert heads[MapKind.TO_BE].as_is_id == heads[MapKind.AS_IS].id == made.map_id
    assert _texts(service, made.lead, made.map_id) == _texts(service, noor, park)
    compared = service.comparisons.of(made.lead, made.map_id, heads[MapKind.TO_BE].id)
    assert compared.count(Disposition.KEPT) == len(compared.fates)
    assert service.maps.head(before.lead, park).workshop_id == before.workshop.id


def test_what_no_workshop_can_begin_with_leaves_nothing(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    with refused("invalid", "to-work-on-as-is"):
        service.workshops.create(noor, "A visit", as_is=to_be)
    service.maps.archive(noor, park)
    with refused("invalid", "to-work-on-as-is"):
        service.workshops.create(noor, "A visit", as_is=park)
    assert service.workshops.all(noor) == []


def test_on_an_empty_map_somebody_names_the_episodes_before_the_to_be(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "A visit", agenda="reversed-half-day").workshop
    kinds = [step.kind for step in made.steps]
    assert kinds[:3] == [StepKind.TALK, StepKind.EPISODES, StepKind.REVERSED]
    assert with_episodes(made.steps, "en") == made.steps
    bare = service.maps.build(noor, "bare", copy_changes(small(), "bare"))
    there = service.workshops.create(noor, "A visit", agenda="reversed-half-day", as_is=bare).workshop
    assert StepKind.EPISODES not in [step.kind for step in there.steps]


# Told to the room


@pytest.mark.parametrize("act", ["design", "create", "assign", "archive", "restore"])
def test_the_rooms_of_a_workshop_look_anew_when_its_maps_are_others(
    service: Service, noor: Participant, park: str, act: str
) -> None:
    made = service.workshops.create(noor, "A visit", agenda="empty")
    other = service.maps.create(noor, "Another", workshop_id=made.workshop.id)
    if act == "restore":
        service.maps.archive(noor, other)
    rang: list[str] = []
    service.house.bell.listen(rang.append)
    before = service.workshops.get(noor, made.workshop.id).version
    {
        "design": lambda: service.maps.design_to_be(made.lead, made.map_id),
        "create": lambda: service.maps.create(made.lead, "New"),
        "assign": lambda: service.maps.assign(noor, park, made.workshop.id),
        "archive": lambda: service.maps.archive(noor, other),
        "restore": lambda: service.maps.restore(noor, other),
    }[act]()
    assert rang == [made.workshop.id]
    assert service.workshops.get(noor, made.workshop.id).version > before
