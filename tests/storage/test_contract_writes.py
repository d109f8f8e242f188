"""The contract: pieces of work are done one by one, whole or not at all, and answered after the commit."""

from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from threading import Event, Thread

import pytest

from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.text.errors import invalid
from journeymap.storage.store import Store, Transaction
from tests.support.journeys import MAP_ID, full
from tests.support.store_calls import change, create, create_full, head, make, refused

TITLE = Set(table="maps", id=MAP_ID, field="title", value="Other")
WAIT = 30.0


def test_work_that_raises_leaves_nothing_behind(opened) -> None:
    store: Store = opened()
    create_full(store)

    def fails(tx: Transaction) -> None:
        make(tx, MAP_ID, [TITLE])
        tx.create_map(head("other"))
        tx.note("samples", "loaded")
        assert tx.journey(MAP_ID).title == "Other"
        raise invalid("blank", field="x")

    with refused("invalid", "blank"):
        store.write(fails).result()
    for seen in (store, opened()):
        assert seen.journey(MAP_ID) == full().journey
        assert [found.id for found in seen.heads()] == [MAP_ID]
        assert seen.noted("samples") is None
    assert store.write(lambda tx: tx.journey(MAP_ID)).result() == full().journey


def test_work_that_raises_does_not_disturb_its_neighbours(opened) -> None:
    """All of them wait behind the same piece of work, so that they can share a commit."""
    store: Store = opened()
    create_full(store)
    go = Event()
    held = store.write(lambda tx: go.wait(WAIT))

    def fails(tx: Transaction) -> None:
        make(tx, MAP_ID, [TITLE])
        raise ZeroDivisionError

    def add(n: int):
        return lambda tx: make(tx, MAP_ID, [Add(table="channels", id=f"c{n}", values={"name": f"C {n}"})])

    futures = [store.write(fails if n % 3 == 1 else add(n)) for n in range(30)]
    go.set()
    assert held.result(WAIT)
    for n, future in enumerate(futures):
        if n % 3 == 1:
            with pytest.raises(ZeroDivisionError):
                future.result(WAIT)
        else:
            assert len(future.result(WAIT)) == 1
    kept = {f"c{n}" for n in range(30) if n % 3 != 1}
    for seen in (store, opened()):
        assert kept | {"phone", "desk"} == set(seen.journey(MAP_ID).tables["channels"])
        assert seen.journey(MAP_ID) == seen.journey_at(MAP_ID, 38)


def test_work_sees_what_it_wrote_and_others_only_what_is_committed(store: Store) -> None:
    create_full(store)
    wrote, seen = Event(), Event()

    def work(tx: Transaction) -> str:
        make(tx, MAP_ID, [TITLE])
        tx.note("samples", "loaded")
        wrote.set()
        assert seen.wait(WAIT)
        return f"{tx.journey(MAP_ID).title} {tx.head(MAP_ID).title} {tx.head(MAP_ID).revision} {tx.noted('samples')}"

    future = store.write(work)
    assert wrote.wait(WAIT)
    assert store.journey(MAP_ID) == full().journey
    assert store.head(MAP_ID).revision == 18
    assert not future.done()
    seen.set()
    assert future.result(WAIT) == "Other Other 19 loaded"
    assert store.journey(MAP_ID).title == "Other"


def test_who_is_answered_can_read_what_was_written(opened) -> None:
    """Also through another door to the same maps, and also from within the answer itself."""
    store, other = opened(), opened()
    create_full(store)
    found: list[int] = []
    for n in range(20):
        future = store.write(lambda tx: make(tx, MAP_ID, [TITLE]))
        future.add_done_callback(lambda _: found.append(other.head(MAP_ID).revision))
        future.result(WAIT)
        assert other.journey(MAP_ID).revision == 19 + n
    store.close()
    assert found == list(range(19, 39))


def test_work_is_done_in_the_order_in_which_it_came(store: Store) -> None:
    done: list[int] = []

    def does(n: int) -> Callable[[Transaction], None]:
        return lambda tx: done.append(n)

    futures = [store.write(does(n)) for n in range(500)]
    for future in futures:
        future.result(WAIT)
    assert done == list(range(500))


def test_many_callers_at_once_get_one_sequence(opened) -> None:
    store: Store = opened()
    create_full(store)

    def caller(name: int) -> list[int]:
        text = [Add(table="needs", id=f"n{name}-{n}", parent="call", values={"text": "x"}) for n in range(10)]
        return [change(store, MAP_ID, one, client=f"c{name}")[0].revision for one in text]

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(caller, range(20)))
    assert sorted(revision for answer in answers for revision in answer) == list(range(19, 219))
    assert all(answer == sorted(answer) for answer in answers)
    assert opened().journey(MAP_ID) == store.journey(MAP_ID) == store.journey_at(MAP_ID, 218)


def test_readers_never_see_half_of_a_change(store: Store) -> None:
    """Each change removes one channel and adds another; a reader always finds as many."""
    create_full(store)
    change(store, MAP_ID, Add(table="channels", id="s0", values={"name": "swapped"}))
    end = Event()
    seen: set[tuple[int, int]] = set()

    def read() -> None:
        while not end.is_set():
            seen.add((store.journey(MAP_ID).count("channels"), len(store.search("swapped"))))

    readers = [Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for n in range(100):
        added = Add(table="channels", id=f"s{n + 1}", values={"name": "swapped"})
        change(store, MAP_ID, Remove(table="channels", id=f"s{n}"), added)
    end.set()
    for reader in readers:
        reader.join(WAIT)
    assert seen == {(3, 1)}


def test_work_that_nobody_waits_for_any_more_is_not_done(store: Store) -> None:
    create(store)
    busy, go = Event(), Event()

    def holding(tx: Transaction) -> None:
        busy.set()
        go.wait(WAIT)

    held = store.write(holding)
    # What is taken up together with it can no longer be called off.
    assert busy.wait(WAIT)
    dropped = store.write(lambda tx: tx.archive(MAP_ID, "now"))
    assert dropped.cancel()
    go.set()
    held.result(WAIT)
    store.write(lambda tx: None).result(WAIT)
    with pytest.raises(CancelledError):
        dropped.result(WAIT)
    assert store.head(MAP_ID).archived_at is None


def test_closing_commits_what_was_accepted_and_refuses_the_rest(opened) -> None:
    store: Store = opened()
    create_full(store)
    go = Event()
    store.write(lambda tx: go.wait(WAIT))
    accepted = [store.write(lambda tx: make(tx, MAP_ID, [TITLE])) for _ in range(50)]
    closing = Thread(target=store.close)
    closing.start()
    go.set()
    closing.join(WAIT)
    assert [future.result(0)[0].revision for future in accepted] == list(range(19, 69))
    with refused("unavailable", "storage-closed"):
        store.write(lambda tx: None).result(WAIT)
    with refused("unavailable", "storage-closed"):
        store.journey(MAP_ID)
    store.close()
    assert opened().journey(MAP_ID).revision == 68


def test_two_doors_to_the_same_maps_agree(opened) -> None:
    """Whoever wrote last, the other one continues from there, far behind or near."""
    one, two = opened(), opened()
    create_full(one)
    for n, times in enumerate((1, 3, 250, 2, 400)):
        writer, reader = (one, two) if n % 2 else (two, one)
        titles = [TITLE.model_copy(update={"value": f"Title {n} {k}"}) for k in range(times)]
        change(writer, MAP_ID, *titles)
        assert reader.journey(MAP_ID) == writer.journey(MAP_ID)
        change(reader, MAP_ID, Add(table="channels", id=f"c{n}", values={"name": "C"}))
    assert one.journey(MAP_ID) == two.journey(MAP_ID) == one.journey_at(MAP_ID, 18 + 656 + 5)


def test_the_journey_is_shared_while_nothing_changes(store: Store) -> None:
    create_full(store)
    seen = store.journey(MAP_ID)
    assert store.journey(MAP_ID) is seen
    change(store, MAP_ID, TITLE)
    assert store.journey(MAP_ID) is not seen
    assert seen == full().journey
