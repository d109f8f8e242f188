"""The contract: what was committed is told once, in order, and who changed what can be asked."""

from threading import Event

import pytest

from journeymap.domain.changes import Add, Operation, Set
from journeymap.domain.errors import invalid
from journeymap.storage.store import Committed, Store, Transaction
from tests.support.journeys import MAP_ID
from tests.support.storing import change, create, create_full, make, refused

TITLE = Set(table="maps", id=MAP_ID, field="title", value="Other")
WAIT = 30.0


def test_every_commit_is_told_in_order_before_it_is_answered(store: Store) -> None:
    create_full(store)
    told: list[Committed] = []
    store.watch(told.extend)
    for n in range(1, 30):
        made = change(store, MAP_ID, TITLE, Add(table="channels", id=f"c{n}", values={"name": "C"}))
        assert len(told) == n
        assert told[-1] == Committed(MAP_ID, tuple(made))
    assert [o for one in told for o in one.operations] == list(store.operations(MAP_ID, since=18))


def test_what_failed_is_not_told(store: Store) -> None:
    """Nor does the one that failed hide the ones that were committed with it."""
    create_full(store)
    told: list[Committed] = []
    store.watch(told.extend)
    begun, go = Event(), Event()

    def hold(tx: Transaction) -> bool:
        begun.set()
        return go.wait(WAIT)

    def fails(tx: Transaction) -> None:
        make(tx, MAP_ID, [TITLE])
        raise invalid("blank", field="x")

    store.write(hold)
    assert begun.wait(WAIT)
    first, failed, second = (store.write(work) for work in (_retitled, fails, _retitled))
    go.set()
    with refused("invalid", "blank"):
        failed.result(WAIT)
    assert (first.result(WAIT)[0].revision, second.result(WAIT)[0].revision) == (19, 20)
    assert [o.revision for one in told for o in one.operations] == [19, 20]


def _retitled(tx: Transaction) -> list[Operation]:
    return make(tx, MAP_ID, [TITLE])


def test_work_on_two_maps_is_told_of_both(store: Store) -> None:
    create_full(store)
    create_full(store, "other")
    told: list[Committed] = []
    store.watch(told.extend)
    other = TITLE.model_copy(update={"id": "other"})
    store.write(lambda tx: (make(tx, MAP_ID, [TITLE]), make(tx, "other", [other]))).result()
    store.write(lambda tx: tx.note("samples", "x")).result()
    assert [one.map_id for one in told] == [MAP_ID, "other"]


def test_a_listener_that_fails_or_stops_disturbs_nobody(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    create_full(store)
    told: list[Committed] = []

    def fails(committed) -> None:
        raise ZeroDivisionError

    store.watch(fails)
    stop = store.watch(told.extend)
    assert change(store, MAP_ID, TITLE)[0].revision == 19
    stop()
    stop()
    assert change(store, MAP_ID, TITLE)[0].revision == 20
    assert [o.revision for one in told for o in one.operations] == [19]
    assert "ZeroDivisionError" in caplog.text


def test_another_door_shows_by_revisions_what_it_was_not_told(opened) -> None:
    one, other = opened(), opened()
    create_full(one)
    create(one, "empty")
    told: list[Committed] = []
    other.watch(told.extend)
    change(one, MAP_ID, TITLE)
    assert told == []
    assert other.revisions([MAP_ID, "empty", "never"]) == {MAP_ID: 19, "empty": 0}
    assert other.revisions([]) == {}


def test_who_set_a_field_last_is_known(store: Store) -> None:
    create_full(store)
    for by in ("anna", "bert", "carl"):
        change(store, MAP_ID, TITLE, by=by)
    change(store, MAP_ID, Set(table="maps", id=MAP_ID, field="notes", value="x"), by="dora")

    def last(field: str, since: int) -> str | None:
        return store.write(lambda tx: tx.last_set(MAP_ID, "maps", MAP_ID, field, since)).result()

    found = (last("title", 18), last("title", 20), last("title", 21), last("notes", 0), last("kind", 0))
    assert found == ("carl", "carl", None, "dora", None)


def test_whose_value_was_lost_stays_in_the_history(store: Store) -> None:
    create_full(store)
    change(store, MAP_ID, TITLE, lost_by="bert")
    (found,) = store.latest(MAP_ID, most=1)
    assert found.lost_by == "bert"
