"""The writer does a little at a time, whatever is asked: 20 ms, counted here in statements and rows."""

from collections.abc import Callable, Iterator
from concurrent.futures import wait

import pytest

from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.changes.undo import BACK
from journeymap.domain.model.operations import Add, Move, Remove, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.service.act_parts import CASCADE
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from tests.domain.model.test_journey import small
from tests.support.large_map import OPERATIONS, enlarge
from tests.support.store_calls import create_full
from tests.support.writer_work import Meter, measured

STATEMENTS = 500
"""A statement of ours takes 20 to 40 µs, its share of the search's index included."""

ROWS = 1_500
"""So many rows are changed at most, where one row of ours is up to eight of the search's index and the log."""

MOMENTS = 400
NAME = "Xanthippe"


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with a long map, on which somebody is named everywhere."""
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Ilse")
    rows = [
        Add(table="channels", id="phone", values={"name": "Phone"}),
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="episodes", id="f", values={"title": "After"}),
    ]
    for n in range(MOMENTS):
        rows.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": f"{NAME} does {n}"}))
        rows.append(Add(table="touchpoints", id=f"t{n}", parent=f"m{n}", values={"channel": "phone"}))
        rows.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": f"to know {n}"}))
    service.changes.change(made.lead, made.map_id, rows)
    return made


def within(meter: Meter) -> None:
    assert meter.pieces
    print(f"{meter.statements} statements, {meter.rows} rows, {meter.milliseconds:.1f} ms")
    assert meter.statements <= STATEMENTS
    assert meter.rows <= ROWS


def acts(service: Service, made: Created) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done to a map, one after another, each as large as it comes."""
    editing, lead, map_id, w = service.changes, made.lead, made.map_id, made.workshop.id
    paste = [Add(table="moments", id=f"p{n}", parent="f", values={"text": f"Line {n}"}) for n in range(500)]
    yield "paste", lambda: editing.change(lead, map_id, paste)
    yield "undo of a paste", lambda: editing.undo(lead, map_id)
    yield "redo of a paste", lambda: editing.redo(lead, map_id)
    every = [Set(table="moments", id=f"p{n}", field="felt_valence", value=1) for n in range(500)]
    yield "a field of every row", lambda: editing.change(lead, map_id, every)
    yield "a move", lambda: editing.change(lead, map_id, [Move(table="moments", id="m0", parent="f")])
    yield "removal of a channel", lambda: editing.change(lead, map_id, [Remove(table="channels", id="phone")])
    yield "undo of that", lambda: editing.undo(lead, map_id)
    yield "removal of an episode", lambda: editing.change(lead, map_id, [Remove(table="episodes", id="e")])
    yield "undo of that", lambda: editing.undo(lead, map_id)
    vandal = service.workshops.admission.join(made.workshop.join_code, "Vandal")
    rubbish = [Add(table="channels", id=f"x{n}", values={"name": f"X {n}"}) for n in range(100)]
    yield "a vandal's share", lambda: editing.change(vandal, map_id, rubbish)
    yield "taking it out", lambda: service.workshops.takeout.take_out(lead, w, vandal.id)
    yield "undo of that", lambda: editing.undo(lead, map_id)
    somebody = service.workshops.admission.join(made.workshop.join_code, NAME)
    yield "erasing one's name", lambda: service.workshops.erasure.erase_one(somebody, w, somebody.id)
    yield "a name out of texts", lambda: service.workshops.erasure.take_out_words(lead, w, somebody.id, [NAME], 10**6)
    yield "tidying", service.house.store.tidy
    yield "removal of somebody", lambda: service.workshops.admission.remove(lead, w, somebody.id)


def test_whatever_is_done_to_a_map_the_writer_does_a_little_at_a_time(service: Service, made: Created) -> None:
    before = service.house.store.journey(made.map_id)
    for name, act in acts(service, made):
        with measured() as meter:
            act()
        print(name, end=": ")
        within(meter)
    store = service.house.store
    journey = store.journey(made.map_id)
    assert store.journey_at(made.map_id, journey.revision) == journey
    assert journey.count("needs") == before.count("needs")
    assert NAME not in str(list(journey.rows()))


def test_many_moments_become_one_a_little_at_a_time_and_one_undo_brings_them_back(
    service: Service, made: Created
) -> None:
    store = service.house.store
    before = store.journey(made.map_id)
    groups = [(f"m{n}", [f"m{n + 1}", f"m{n + 2}"]) for n in range(0, 300, 3)]
    with measured() as meter:
        done = service.changes.merge(made.lead, made.map_id, groups, "merge")
    within(meter)
    after = store.journey(made.map_id)
    assert after.count("moments") == MOMENTS - 200
    assert after.count("needs") == before.count("needs")
    assert {one.batch for one in done.operations} == {f"{made.lead.id}/merge"}
    assert service.changes.merge(made.lead, made.map_id, groups, "merge").repeated
    with measured() as meter:
        service.changes.undo(made.lead, made.map_id)
    within(meter)
    assert store.journey(made.map_id).same_rows(before)


def test_a_large_merge_that_cannot_be_done_changes_nothing(service: Service, made: Created) -> None:
    before = service.house.store.journey(made.map_id)
    groups = [(f"m{n}", [f"m{n + 1}"]) for n in range(0, 200, 2)]
    with pytest.raises(Refusal):
        service.changes.merge(made.lead, made.map_id, [*groups, ("m300", ["never"])])
    assert service.house.store.journey(made.map_id) == before


def test_a_reveal_of_a_thousand_drafts_is_one_operation_of_few_statements(service: Service, made: Created) -> None:
    """Nobody sees half of it: it is not done in parts, so what it does for each row is little."""
    secret = Step(id="write", kind=StepKind.MOMENTS, title="Write", private=True)
    service.workshops.arrange(made.lead, made.workshop.id, [secret])
    (step,) = service.workshops.get(made.lead, made.workshop.id).steps
    service.workshops.facilitation.start(made.lead, made.workshop.id, step.id)
    anna = service.workshops.admission.join(made.workshop.join_code, "Anna")
    drafts = [Add(table="moments", id=f"d{n}", parent="e", values={"text": f"Draft {n}"}) for n in range(900)]
    for start in range(0, 900, 30):
        service.changes.change(anna, made.map_id, drafts[start : start + 30])
    revision = service.house.store.journey(made.map_id).revision
    with measured() as meter:
        service.workshops.facilitation.end(made.lead, made.workshop.id, step.id)
    within(meter)
    journey = service.house.store.journey(made.map_id)
    assert journey.revision == revision + 1
    assert not journey.private
    assert service.house.store.journey_at(made.map_id, journey.revision) == journey
    assert [hit.id for hit in service.house.store.search("Draft 899")] == ["d899"]


def test_the_largest_map_is_deleted_a_little_at_a_time_with_others_in_between(
    service: Service, noor: Participant, park: str
) -> None:
    store = service.house.store
    create_full(store, "large")
    enlarge(store.path, "large", NAME)
    service.maps.archive(noor, "large")
    with measured() as meter:
        service.maps.delete(noor, "large", service.maps.head(noor, "large").title)
        for n in range(20):
            service.changes.change(noor, park, [Set(table="maps", id=park, field="title", value=f"T {n}")])
        store.tidy()
    within(meter)
    assert len(meter.pieces) > OPERATIONS // CASCADE
    assert service.maps.journey(noor, park).title == "T 19"


def test_a_workshop_of_many_people_and_maps_is_deleted_a_little_at_a_time(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "Park", agenda="empty")
    for n in range(150):
        service.workshops.admission.join(made.workshop.join_code, f"Person {n}")
    for n in range(50):
        service.maps.create(made.lead, f"Map {n}", persona="Noor")
    with measured() as meter:
        service.workshops.deletion.delete(noor, made.workshop.id, "Park")
        service.house.store.tidy()
    within(meter)
    assert not service.house.store.people.participants()


def test_an_undo_after_many_acts_looks_no_further_than_the_first(
    service: Service, noor: Participant, park: str
) -> None:
    """Many acts were done before; what is read of them stays the same."""

    def undo() -> Meter:
        with measured() as meter:
            service.changes.undo(noor, park)
        return meter.asked

    service.changes.change(noor, park, [Set(table="maps", id=park, field="title", value="First")])
    first = undo()
    many = [
        service.changes.submit(noor, park, [Set(table="maps", id=park, field="title", value=f"T {n}")], f"op-{n}")
        for n in range(3 * BACK)
    ]
    wait(many)
    last = undo()
    assert last.statements <= first.statements + 2  # who they are, and where the map belongs, may be known already
    assert last.rows <= first.rows + 1
    assert len(service.changes.stacks(noor, park).undo) == BACK - 1


def test_while_names_are_erased_over_and_over_another_room_waits_for_little(
    service: Service, noor: Participant, made: Created
) -> None:
    """What once took seconds at a time, the file written anew: no piece before another room's change is large."""
    other = service.workshops.create(noor, "Other", agenda="empty")
    map_id = service.maps.build(other.lead, "other", copy_changes(small(), "other"), workshop_id=other.workshop.id)
    people = [service.workshops.admission.join(made.workshop.join_code, f"Person {n}") for n in range(20)]
    with measured() as meter:
        for n, person in enumerate(people):
            service.workshops.erasure.erase_one(person, made.workshop.id, person.id)
            title = Set(table="maps", id=map_id, field="title", value=f"T {n}")
            service.changes.change(other.lead, map_id, [title])
        service.house.store.tidy()
    within(meter)
