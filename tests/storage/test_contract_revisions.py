"""The contract: whoever watches is told every commit, and what other processes wrote shows in the revisions."""

from threading import Event

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.text.errors import invalid
from journeymap.storage.store import Committed, Store, Transaction
from tests.support.journeys import MAP_ID
from tests.support.store_calls import change, create, create_full, make

TITLE = Set(table="maps", id=MAP_ID, field="title", value="Other")
WAIT = 30.0


def settled(store: Store) -> None:
    """Whoever watches has been told of everything that was answered before this."""
    for _ in range(2):
        store.write(lambda tx: None).result(WAIT)


def test_whoever_watches_is_told_every_operation_once_and_in_order(store: Store) -> None:
    told: list[Committed] = []
    store.watch(told.extend)
    create_full(store)
    futures = [store.write(lambda tx: make(tx, MAP_ID, [TITLE, TITLE])) for _ in range(100)]
    for future in futures:
        future.result(WAIT)
    settled(store)
    assert {one.map_id for one in told} == {MAP_ID}
    assert [operation for one in told for operation in one.operations] == list(store.operations(MAP_ID))


def test_what_is_told_can_be_read(opened) -> None:
    store, other = opened(), opened()
    create_full(store)
    seen: list[tuple[int, int]] = []

    def look(committed) -> None:
        seen.extend((one.operations[-1].revision, other.head(one.map_id).revision) for one in committed)

    store.watch(look)
    for _ in range(20):
        change(store, MAP_ID, TITLE)
    settled(store)
    assert len(seen) == 20
    assert all(there >= told for told, there in seen)


def test_what_was_not_kept_is_not_told(store: Store) -> None:
    create_full(store)
    told: list[Committed] = []
    store.watch(told.extend)

    def fails(tx: Transaction) -> None:
        make(tx, MAP_ID, [TITLE])
        raise invalid("blank", field="x")

    with pytest.raises(Exception, match="fill in"):
        store.write(fails).result(WAIT)
    store.write(lambda tx: tx.archive(MAP_ID, "now")).result(WAIT)
    settled(store)
    assert told == []


def test_several_maps_in_one_piece_of_work_are_all_told(store: Store) -> None:
    create(store, "one", Add(table="maps", id="one", values={"title": "One"}))
    create(store, "two", Add(table="maps", id="two", values={"title": "Two"}))
    told: list[Committed] = []
    store.watch(told.extend)

    def both(tx: Transaction) -> None:
        for map_id in ("one", "two", "one"):
            make(tx, map_id, [Set(table="maps", id=map_id, field="notes", value="n")])

    store.write(both).result(WAIT)
    settled(store)
    assert [(one.map_id, [o.revision for o in one.operations]) for one in told] == [
        ("one", [2]),
        ("two", [2]),
        ("one", [3]),
    ]


def test_who_stops_watching_is_told_no_more(store: Store) -> None:
    create_full(store)
    told: list[Committed] = []
    stop = store.watch(told.extend)
    stop()
    stop()
    change(store, MAP_ID, TITLE)
    settled(store)
    assert told == []


def test_a_listener_that_fails_harms_nobody(store: Store) -> None:
    create_full(store)
    told = Event()

    def fails(_committed: object) -> None:
        raise ZeroDivisionError

    store.watch(fails)
    store.watch(lambda _: told.set())
    assert change(store, MAP_ID, TITLE)[0].revision == 19
    assert told.wait(WAIT)
    assert change(store, MAP_ID, TITLE)[0].revision == 20


def test_revisions_show_what_anybody_wrote(opened) -> None:
    one, other = opened(), opened()
    create_full(one)
    create(one, "empty")
    told: list[Committed] = []
    other.watch(told.extend)
    assert other.revisions([MAP_ID, "empty", "never"]) == {MAP_ID: 18, "empty": 0}
    change(one, MAP_ID, TITLE)
    assert other.revisions([MAP_ID]) == {MAP_ID: 19} == one.revisions([MAP_ID])
    assert other.revisions([]) == {}
    assert told == []


def test_who_last_set_a_field_is_known(store: Store) -> None:
    create_full(store)
    change(store, MAP_ID, TITLE, by="ben")
    change(store, MAP_ID, TITLE, by="anna")
    change(store, MAP_ID, Set(table="maps", id=MAP_ID, field="notes", value="n"), by="cleo")

    def last(since: int, field: str = "title", row: str = MAP_ID, table: str = "maps") -> str | None:
        return store.write(lambda tx: tx.last_set(MAP_ID, table, row, field, since)).result(WAIT)

    assert [last(since) for since in (0, 18, 19, 20, 21, 99)] == ["anna", "anna", "anna", None, None, None]
    assert last(0, "notes") == "cleo"
    assert last(0, "kind") is None
    assert last(0, "title", "call", "moments") is None
    assert last(0, "title", "there", "episodes") is None  # added, never set


def test_whose_value_was_lost_stays_in_the_log(store: Store) -> None:
    create_full(store)

    def work(tx: Transaction) -> None:
        journey = tx.journey(MAP_ID)
        (made,) = make(tx, MAP_ID, [TITLE])
        assert journey.revision == 18
        assert made.lost_by is None

    store.write(work).result(WAIT)
    change(store, MAP_ID, TITLE, lost_by="anna")
    assert [operation.lost_by for operation in store.operations(MAP_ID, since=18)] == [None, "anna"]
