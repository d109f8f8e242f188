"""What a room has made is counted once: no copy is anybody's work, and nobody has to begin where none is asked."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.workshop.step_kinds import TALKED
from journeymap.service.service import Service
from journeymap.service.workshop_summary import Progress
from journeymap.service.workshops import Created

STEPS = [
    Step(id=kind.value, kind=kind, title=kind.value, map="to-be" if kind == "to-be" else "as-is") for kind in StepKind
]


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with a step of every kind, on a map with two moments in an episode."""
    it = service.workshops.create(noor, "Visiting a park", agenda=STEPS, facilitator="Ilse")
    rows = [Add(table="episodes", id="e", values={"title": "Before"}), _moment(1), _moment(2)]
    service.changes.change(it.lead, it.map_id, rows)
    return it


def _moment(n: int) -> Add:
    return Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do thing {n}"})


def _join(service: Service, made: Created, name: str, role: str = "participant") -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name, role)


def _start(service: Service, made: Created, kind: StepKind) -> None:
    step = next(step for step in made.workshop.steps if step.kind is kind)
    service.workshops.facilitation.start(made.lead, made.workshop.id, step.id)


def _seen(service: Service, made: Created) -> Progress:
    return service.workshops.summaries.progress(made.lead, made.workshop.id)


def test_what_a_to_be_begins_with_is_nobodys_work(service: Service, made: Created) -> None:
    mila = _join(service, made, "Mila")
    _start(service, made, StepKind.TO_BE)
    to_be = service.maps.design_to_be(made.lead, made.map_id)
    assert (_seen(service, made).rows, _seen(service, made).people) == (0, 0)
    service.changes.change(mila, to_be, [_moment(3)])
    assert (_seen(service, made).rows, _seen(service, made).people, _seen(service, made).by) == (1, 1, {mila.id: 1})


def test_what_those_who_lead_make_is_counted_and_they_are_not(service: Service, made: Created) -> None:
    mila = _join(service, made, "Mila")
    _start(service, made, StepKind.MOMENTS)
    service.changes.change(made.lead, made.map_id, [_moment(3)])
    seen = _seen(service, made)
    assert (seen.rows, seen.people, seen.waiting, seen.not_begun) == (1, 0, 1, (mila.id,))
    assert seen.by == {made.lead.id: 1}


def test_the_summary_counts_each_map_for_itself(service: Service, made: Created) -> None:
    to_be = service.maps.design_to_be(made.lead, made.map_id)
    service.changes.change(made.lead, to_be, [_moment(3)])
    found = service.workshops.summaries.summary(made.lead, made.workshop.id)
    assert {map_id: rows["moments"] for map_id, rows in found.made.items()} == {made.map_id: 2, to_be: 3}
    assert [head.id for head in found.maps] == list(found.made)


@pytest.mark.parametrize("kind", sorted(TALKED))
def test_where_people_talk_nothing_is_counted_and_nobody_has_to_begin(
    service: Service, made: Created, kind: StepKind
) -> None:
    mila = _join(service, made, "Mila")
    _start(service, made, kind)
    service.changes.change(made.lead, made.map_id, [_moment(3)])
    for person in (made.lead, mila):
        assert service.workshops.summaries.progress(person, made.workshop.id) == Progress(
            made_at(service, made), asks=False
        )
    _start(service, made, StepKind.MOMENTS)
    assert (_seen(service, made).asks, _seen(service, made).waiting) == (True, 1)


def made_at(service: Service, made: Created) -> str | None:
    """The step that is on."""
    return service.workshops.get(made.lead, made.workshop.id).at


def test_customers_are_asked_whether_it_is_true_and_others_where_there_is_none(service: Service, made: Created) -> None:
    mila = _join(service, made, "Mila")
    _start(service, made, StepKind.VALIDATE)
    assert _seen(service, made).not_begun == (mila.id,)
    sam = _join(service, made, "Sam", "customer")
    assert _seen(service, made).not_begun == (sam.id,)
    said = Add(table="verdicts", id="v", values={"item": "m1", "verdict": "confirm"})
    service.changes.change(mila, made.map_id, [said])
    seen = _seen(service, made)
    assert (seen.rows, seen.people, seen.waiting) == (1, 1, 1)
    service.changes.change(sam, made.map_id, [said.model_copy(update={"id": "w"})])
    seen = _seen(service, made)
    assert (seen.rows, seen.people, seen.waiting) == (2, 2, 0)


def test_a_path_counts_once_however_many_steps_it_has(service: Service, made: Created) -> None:
    mila, otto = _join(service, made, "Mila"), _join(service, made, "Otto")
    _start(service, made, StepKind.PATHS)
    path = Add(table="paths", id="p", values={"name": "Most people"})
    steps = [Add(table="path_steps", id=f"s{n}", parent="p", values={"moment": f"m{n}"}) for n in (1, 2)]
    service.changes.change(mila, made.map_id, [path, *steps])
    seen = _seen(service, made)
    assert (seen.rows, seen.people, seen.by, seen.not_begun) == (1, 1, {mila.id: 1}, (otto.id,))
    more = Add(table="path_steps", id="s3", parent="p", values={"moment": "m1"})
    service.changes.change(otto, made.map_id, [more])
    seen = _seen(service, made)
    assert (seen.rows, seen.people, seen.by, seen.not_begun) == (1, 2, {mila.id: 1}, ()), "who adds a step has begun"
