"""A large map that nobody has read is read beside the writer: others do not wait, and order is kept."""

from collections.abc import Iterator
from contextlib import closing
from threading import Event

import pytest

from journeymap.domain.model.operations import Add, Operation, Set
from journeymap.storage import journey_cache
from journeymap.storage.sqlite_store import SqliteStore, open_store
from journeymap.storage.store import Transaction
from tests.support.journeys import MAP_ID
from tests.support.store_calls import change, create_full, make, refused

WAIT = 30.0


@pytest.fixture
def unread(sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    """A store that has read none of its maps; one of them counts as large."""
    create_full(sqlite)
    create_full(sqlite, "large")
    change(sqlite, "large", Add(table="needs", id="more", parent="call", values={"text": "More"}))
    monkeypatch.setattr(journey_cache, "LARGE", 18)
    with closing(open_store(sqlite.path)) as store:
        yield store


def title(store: SqliteStore, map_id: str, value: str):
    def work(tx: Transaction) -> list[Operation]:
        return make(tx, map_id, [Set(table="maps", id=map_id, field="title", value=value)])

    return store.write(work)


def test_others_go_on_while_a_large_map_is_read_and_its_changes_keep_their_order(unread: SqliteStore) -> None:
    begun, go, read = Event(), Event(), unread._writer.read

    def slow(map_id: str) -> object:
        begun.set()
        assert go.wait(WAIT)
        return read(map_id)

    unread._writer.read = slow
    first = title(unread, "large", "One")
    assert begun.wait(WAIT)
    assert title(unread, MAP_ID, "Another").result(WAIT)[0].revision == 19
    assert unread.journey("large").title != "One", "read by somebody meanwhile"
    second = title(unread, "large", "Two")
    assert title(unread, MAP_ID, "And another").result(WAIT)[0].revision == 20
    assert not first.done()
    assert not second.done()
    go.set()
    assert [one.result(WAIT)[0].revision for one in (first, second)] == [20, 21]
    assert unread.journey("large").title == "Two"
    assert unread.journey("large") == unread.journey_at("large", 21)


def test_what_waits_for_a_map_when_the_store_is_closed_is_kept(unread: SqliteStore) -> None:
    begun, go = Event(), Event()

    def slow(_: str) -> None:
        begun.set()
        assert go.wait(WAIT)

    unread._writer.read = slow
    waiting = title(unread, "large", "Kept")
    assert begun.wait(WAIT)
    unread._writer.close()
    go.set()
    assert waiting.result(WAIT)[0].revision == 20


def test_a_map_that_cannot_be_read_refuses_only_its_own(unread: SqliteStore) -> None:
    def broken(_: str) -> None:
        raise OSError

    unread._writer.read = broken
    assert title(unread, "large", "Read by the writer then").result(WAIT)[0].revision == 20
    with refused("gone", "storage-no-such-map"):
        title(unread, "never", "No").result(WAIT)


def test_a_large_map_in_memory_waits_for_nobody(unread: SqliteStore) -> None:
    unread.journey("large")
    unread._writer.read = lambda _: pytest.fail("it is known")
    assert title(unread, "large", "One").result(WAIT)[0].revision == 20
