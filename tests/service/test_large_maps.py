"""A large map is made a little at a time, is seen when it is whole, and leaves nothing where it is not finished."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.service import large_maps
from journeymap.service.large_maps import LARGE, begun, drop_abandoned
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from journeymap.storage.transaction import SqliteTransaction
from tests.support.writer_work import measured

ROWS = LARGE + 150
STATEMENTS = 500
CELLS = 1_500


def changes(map_id: str, rows: int = ROWS) -> list[Change]:
    made: list[Change] = [
        Add(table="maps", id=map_id, values={"title": "A large map"}),
        Add(table="episodes", id="e", values={"title": "Before"}),
    ]
    return made + [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"Moment {n}"}) for n in range(rows)]


def traces(service: Service, map_id: str) -> Iterator[int]:
    """How many rows of each table the database holds of this map."""
    with closing(sqlite3.connect(service.house.store.path)) as db:
        for table in ("moments", "operations", "acts", "texts", "gathered"):
            yield db.execute(f"SELECT count(*) FROM {table} WHERE map_id = ?", (map_id,)).fetchone()[0]
        yield db.execute("SELECT count(*) FROM maps WHERE id = ?", (map_id,)).fetchone()[0]


def seen(service: Service, noor: Participant) -> set[str]:
    heads = service.maps.heads(noor)
    return {head.id for head in heads} | {hit.map_id for hit in service.maps.search(noor, "Moment 7")}


def test_a_map_that_is_made_in_parts_is_as_one_that_is_made_at_once(service: Service, noor: Participant) -> None:
    with measured() as meter:
        service.maps.build(noor, "big", changes("big"))
    assert len(meter.pieces) > ROWS // 100
    assert meter.statements <= STATEMENTS
    assert meter.rows <= CELLS
    expected, _ = perform(Journey("big"), changes("big"))
    store = service.house.store
    assert store.journey("big") == store.journey_at("big", expected.revision) == expected
    assert store.head("big").moments == ROWS
    assert len({one.batch for one in store.operations("big")}) == 1
    assert not service.changes.can(noor, "big")[0]
    assert seen(service, noor) >= {"big"}


def test_copies_and_files_are_made_so_too(service: Service, noor: Participant) -> None:
    service.maps.build(noor, "big", changes("big"))
    with measured() as meter:
        copy = service.maps.duplicate(noor, "big")
        to_be = service.maps.design_to_be(noor, "big")
        file = service.exchange.export(noor, "big", "json").content
        again = service.exchange.import_document(noor, file, again=True)
    assert meter.statements <= STATEMENTS
    assert meter.rows <= CELLS
    for made in (copy, to_be, again):
        assert service.house.store.head(made).moments == ROWS
    assert service.house.store.head(to_be).as_is_id == "big"


@pytest.fixture
def room(service: Service, noor: Participant) -> Created:
    """A workshop on a large map, with a step in which the to-be is designed."""
    made = service.workshops.create(noor, "Park", agenda="empty")
    changes_of = changes("unused")[1:]
    for start in range(0, len(changes_of), 30):
        service.changes.change(made.lead, made.map_id, changes_of[start : start + 30])
    to_be = Step(id="to-be", kind=StepKind.TO_BE, title="Design", map=MapKind.TO_BE)
    service.workshops.arrange(made.lead, made.workshop.id, [to_be])
    return made


def begin(service: Service, room: Created) -> str:
    """Begin that step; the to-be."""
    (step,) = service.workshops.get(room.lead, room.workshop.id).steps
    service.workshops.facilitation.start(room.lead, room.workshop.id, step.id)
    found = service.maps.to_be_of(room.lead, room.map_id)
    assert found is not None
    return found.id


def test_a_step_that_designs_the_to_be_takes_a_little_at_a_time(service: Service, room: Created) -> None:
    with measured() as meter:
        to_be = begin(service, room)
    assert meter.statements <= STATEMENTS
    assert meter.rows <= CELLS
    assert service.house.store.journey(to_be).count("moments") == ROWS
    assert service.house.store.head(to_be).workshop_id == room.workshop.id


def test_what_is_changed_while_the_to_be_is_made_is_in_it(
    service: Service, room: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, late = large_maps._write, Add(table="moments", id="late", parent="e", values={"text": "In time"})

    def slow(*what) -> None:
        write(*what)
        service.changes.change(room.lead, room.map_id, [late])

    monkeypatch.setattr(large_maps, "_write", slow)
    to_be = begin(service, room)
    assert service.house.store.journey(to_be).find("moments", "late") is not None
    assert [head.id for head in service.maps.heads(room.lead)].count(to_be) == 1
    assert len(service.maps.heads(room.lead)) == 2


def test_a_workshop_on_a_copy_of_a_large_map_takes_a_little_at_a_time(
    service: Service, noor: Participant, room: Created
) -> None:
    with measured() as meter:
        made = service.workshops.create(noor, "Again", agenda="empty", as_is=room.map_id)
    assert meter.statements <= STATEMENTS
    assert meter.rows <= CELLS
    assert made.map_id != room.map_id
    assert service.house.store.head(made.map_id).moments == ROWS
    assert service.house.store.head(made.map_id).workshop_id == made.workshop.id


def test_nobody_sees_a_part_of_it(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[set[str]] = []
    finish = SqliteTransaction.finish_map

    def look(tx: SqliteTransaction, head) -> None:
        looks.append(seen(service, noor) & {"big"})
        with pytest.raises(Refusal):
            service.house.store.head("big")
        finish(tx, head)

    monkeypatch.setattr(SqliteTransaction, "finish_map", look)
    service.maps.build(noor, "big", changes("big"))
    assert looks == [set()]
    assert "big" in seen(service, noor)


@pytest.mark.parametrize("after", [0, 2])
def test_a_map_that_cannot_be_finished_leaves_nothing(
    service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The disk is full in the middle of it."""
    left, append = [after], large_maps._append

    def full(tx, **what) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise unavailable("storage-full")
        append(tx, **what)

    monkeypatch.setattr(large_maps, "_append", full)
    with pytest.raises(Refusal):
        service.maps.build(noor, "big", changes("big"))
    assert set(traces(service, "big")) == {0}


def test_what_a_killed_process_left_of_a_map_is_removed_later(
    service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_maps, "_drop", lambda *_: None)
    with pytest.raises(ZeroDivisionError), begun(service.house, noor.id, [perform(Journey("big"), changes("big"))]):
        raise ZeroDivisionError
    monkeypatch.undo()
    drop_abandoned(service.house)
    assert next(traces(service, "big")) == ROWS, "its maker may still be at work"
    with closing(sqlite3.connect(service.house.store.path)) as db:
        db.execute("UPDATE maps SET created_at = '2020-01-01T00:00:00.000Z' WHERE id = 'big'")
        db.commit()
    drop_abandoned(service.house)
    assert set(traces(service, "big")) == {0}


def test_a_finished_map_is_never_dropped(service: Service, noor: Participant) -> None:
    service.maps.build(noor, "big", changes("big"))
    service.house.store.write(lambda tx: tx.drop_unmade("big", 10**6)).result()
    assert service.house.store.head("big").moments == ROWS
