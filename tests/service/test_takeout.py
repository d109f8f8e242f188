"""One person cannot fill a map, and what they did is taken out in one act that can be undone."""

import pytest

from journeymap.domain.model import limits
from journeymap.domain.model.operations import Add, Move, Remove, Set
from journeymap.domain.model.roles import Participant
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from tests.support.store_calls import refused


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Ilse")
    rows = [
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="episodes", id="f", values={"title": "After"}),
        *(Add(table="moments", id=f"m{n}", parent="e", values={"text": f"M {n}"}) for n in range(4)),
    ]
    service.changes.change(made.lead, made.map_id, rows)
    return made


def channels(by: str, first: int, n: int) -> list[Add]:
    return [Add(table="channels", id=f"{by}-{k}", values={"name": f"{by} {k}"}) for k in range(first, first + n)]


def test_nobody_fills_a_map_alone_and_others_go_on(service: Service, made: Created) -> None:
    vandal, mila = (service.workshops.admission.join(made.workshop.join_code, name) for name in ("Vandal", "Mila"))
    share = limits.ROWS["channels"] // limits.SHARE_OF_ROWS
    service.changes.change(vandal, made.map_id, channels("x", 0, share))
    with refused("forbidden", "share-used"):
        service.changes.change(vandal, made.map_id, channels("x", share, 1))
    service.changes.change(mila, made.map_id, channels("mila", 0, 1))
    service.changes.change(made.lead, made.map_id, channels("lead", 0, share + 5))


def test_more_than_ones_share_at_once_is_refused_as_a_whole(service: Service, made: Created) -> None:
    vandal = service.workshops.admission.join(made.workshop.join_code, "Vandal")
    before = service.house.store.head(made.map_id).revision
    with refused("forbidden", "share-used"):
        service.changes.change(vandal, made.map_id, channels("x", 0, 101))
    assert service.house.store.head(made.map_id).revision == before


def test_the_last_of_a_map_is_kept_for_those_who_lead(service: Service, made: Created) -> None:
    most = limits.ROWS["channels"]
    for n in range(4):
        crowd = service.workshops.admission.join(made.workshop.join_code, f"Person {n}")
        service.changes.change(crowd, made.map_id, channels(f"p{n}", 0, 100))
    last = service.workshops.admission.join(made.workshop.join_code, "Last")
    service.changes.change(last, made.map_id, channels("last", 0, 50))
    with refused("forbidden", "map-nearly-full"):
        service.changes.change(last, made.map_id, channels("last", 50, 1))
    service.changes.change(made.lead, made.map_id, channels("lead", 0, most // limits.KEPT_BACK))


def test_what_somebody_did_is_taken_out_in_one_act_and_undone_in_one(service: Service, made: Created) -> None:
    vandal = service.workshops.admission.join(made.workshop.join_code, "Vandal")
    start = service.house.store.journey(made.map_id)
    service.changes.change(vandal, made.map_id, channels("x", 0, 90))
    for change in (
        Set(table="moments", id="m1", field="text", value="Rubbish"),
        Set(table="moments", id="m1", field="text", value="More rubbish"),
        Move(table="moments", id="m2", parent="f"),
        Remove(table="moments", id="m3"),
    ):
        service.changes.change(vandal, made.map_id, [change])
    worse = service.house.store.journey(made.map_id)
    service.workshops.admission.remove(made.lead, made.workshop.id, vandal.id)
    found = service.workshops.takeout.take_out(made.lead, made.workshop.id, vandal.id)
    assert (found.rows, found.changes, found.stayed) == (90, 4, 0)
    assert service.house.store.journey(made.map_id).same_rows(start)
    service.changes.undo(made.lead, made.map_id)
    assert service.house.store.journey(made.map_id).same_rows(worse)
    service.changes.redo(made.lead, made.map_id)
    assert service.house.store.journey(made.map_id).same_rows(start)


def test_what_others_built_on_stays(service: Service, made: Created) -> None:
    vandal, mila = (service.workshops.admission.join(made.workshop.join_code, name) for name in ("Vandal", "Mila"))
    service.changes.change(vandal, made.map_id, channels("x", 0, 2))
    through = Add(table="touchpoints", id="t", parent="m1", values={"channel": "x-0"})
    service.changes.change(mila, made.map_id, [through])
    found = service.workshops.takeout.take_out(made.lead, made.workshop.id, vandal.id)
    assert (found.rows, found.stayed) == (1, 1)
    journey = service.house.store.journey(made.map_id)
    assert [channel.id for channel in journey.channels] == ["x-0"]
    assert journey.find("touchpoints", "t") is not None


def test_only_those_who_lead_take_out_and_nothing_of_those_who_lead(service: Service, made: Created) -> None:
    mila = service.workshops.admission.join(made.workshop.join_code, "Mila")
    with refused("forbidden", "may-not-lead"):
        service.workshops.takeout.take_out(mila, made.workshop.id, mila.id)
    with refused("forbidden", "takeout-of-a-lead"):
        service.workshops.takeout.take_out(made.lead, made.workshop.id, made.lead.id)
    with refused("invalid", "takeout-nothing"):
        service.workshops.takeout.take_out(made.lead, made.workshop.id, mila.id)
    with refused("gone", "no-such-person"):
        service.workshops.takeout.take_out(made.lead, made.workshop.id, "nobody")


def test_what_is_large_is_one_batch_and_refused_as_a_whole(service: Service, noor: Participant, park: str) -> None:
    rows = [Add(table="episodes", id="big", values={"title": "Big"})]
    rows += [Add(table="moments", id=f"b{n}", parent="big", values={"text": f"B {n}"}) for n in range(150)]
    start = service.house.store.journey(park)
    first = service.changes.change(noor, park, rows, "paste")
    assert len(first.operations) == 151
    assert len({one.batch for one in first.operations}) == 1
    again = service.changes.change(noor, park, rows, "paste")
    assert (again.repeated, again.revision) == (True, first.revision)
    service.changes.change(noor, park, [Remove(table="episodes", id="big")])
    assert service.house.store.journey(park).same_rows(start)
    service.changes.undo(noor, park)
    assert service.house.store.journey(park).count("moments") == start.count("moments") + 150
    service.changes.undo(noor, park)
    assert service.house.store.journey(park).same_rows(start)
    at = service.house.store.head(park).revision
    with refused("invalid", "id-used"):
        service.changes.change(noor, park, [*rows, rows[0]])
    assert service.house.store.head(park).revision == at
    store = service.house.store
    assert store.journey_at(park, at) == store.journey(park)
