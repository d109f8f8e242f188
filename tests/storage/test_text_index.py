"""The search's index is brought up to date after the commit; a search finds what is not in it yet."""

import sqlite3
from contextlib import closing
from threading import Event

import pytest

from journeymap.domain.model.operations import Add, Reveal, Set
from journeymap.domain.text.errors import unavailable
from journeymap.storage import text_index
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.journeys import MAP_ID
from tests.support.store_calls import change, create_full

BELL = Set(table="moments", id="call", field="text", value="I ring the bell")


@pytest.fixture
def unindexed(sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    """A store whose index is no longer brought up to date by itself."""
    create_full(sqlite)
    assert found(sqlite, "call the desk") == ["call"]
    sqlite._gatherer.close()  # also what it was woken for already
    monkeypatch.setattr(sqlite._gatherer, "later", lambda: None)

    def never() -> None:
        """As when the disk is full."""

    monkeypatch.setattr(sqlite._gatherer, "now", never)
    return sqlite


def found(store: SqliteStore, text: str) -> list[str]:
    return [hit.id for hit in store.search(text)]


def lag(store: SqliteStore) -> dict[str, int]:
    with store._readers.reading() as connection:
        return text_index.behind(connection)


def indexed(store: SqliteStore, row_id: str) -> list[str]:
    """What the index itself holds of a row."""
    with closing(sqlite3.connect(store.path)) as db:
        return [main for (main,) in db.execute("SELECT main FROM texts WHERE row_id = ?", (row_id,))]


def test_what_is_not_in_the_index_yet_is_found_as_it_is_now_and_not_as_it_was(unindexed: SqliteStore) -> None:
    new = Add(table="needs", id="new", parent="call", values={"text": "to be heard by the bell"})
    change(unindexed, MAP_ID, BELL, new)
    assert lag(unindexed)
    assert indexed(unindexed, "call") == ["I call the desk"]
    assert set(found(unindexed, "bell")) == {"call", "new"}
    assert found(unindexed, "call the desk") == []
    assert {head.id for head in unindexed.heads(search="bell heard")} == {MAP_ID}
    assert unindexed.heads(search="call bell") == []
    assert unindexed.search("bell", map_ids=[]) == []
    assert len(unindexed.search("bell", most=1)) == 1


def test_a_process_that_ends_before_indexing_leaves_nothing_unfound(unindexed: SqliteStore) -> None:
    change(unindexed, MAP_ID, BELL)
    unindexed.close()
    with closing(open_store(unindexed.path)) as again:
        assert found(again, "bell") == ["call"]
        assert indexed(again, "call") == ["I ring the bell"]
        assert not lag(again)


def test_the_index_follows_by_itself_and_ends_where_the_map_is(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    change(sqlite, MAP_ID, BELL)
    pause = Event()
    while lag(sqlite):
        pause.wait(0.01)
    assert indexed(sqlite, "call") == ["I ring the bell"]


def test_a_large_operation_is_indexed_in_parts_and_each_part_once(unindexed: SqliteStore) -> None:
    """A reveal of many rows is one operation; the writer does a few of its rows at a time."""
    many = 3 * text_index.ROWS + 5
    hidden = {"author": "anna", "private": "step"}
    rows = [Add(table="needs", id=f"n{n}", parent="call", values={"text": f"word{n}x"}, **hidden) for n in range(many)]
    change(unindexed, MAP_ID, *rows)
    wanted = lag(unindexed)
    while unindexed._writer.alone(lambda connection: text_index.gather(connection, wanted)).result():
        pass
    assert found(unindexed, "word7x") == []
    change(unindexed, MAP_ID, Reveal(id="step"))
    assert found(unindexed, f"word{many - 1}x") == [f"n{many - 1}"]
    wanted, steps = lag(unindexed), 0
    while unindexed._writer.alone(lambda connection: text_index.gather(connection, wanted)).result():
        steps += 1
        assert found(unindexed, "word7x") == ["n7"]
        assert found(unindexed, f"word{many - 1}x") == [f"n{many - 1}"]
    assert steps == 4
    assert indexed(unindexed, f"n{many - 1}") == [f"word{many - 1}x"]


def test_what_is_removed_or_hidden_or_erased_is_out_of_the_index_at_once(unindexed: SqliteStore) -> None:
    def reword(tx) -> None:
        row = tx.journey(MAP_ID).tables["needs"]["sure"]
        tx.reword(MAP_ID, [row.with_values(text="nothing")], [])

    assert indexed(unindexed, "sure")
    unindexed.write(reword).result()
    assert indexed(unindexed, "sure") == ["nothing"]
    with closing(sqlite3.connect(unindexed.path)) as other:
        other.execute("UPDATE needs SET private_in = 'step' WHERE id = 'sure'")
        other.execute("DELETE FROM communications")
        other.commit()
    assert indexed(unindexed, "sure") == indexed(unindexed, "welcome") == []


def test_a_search_goes_on_where_the_disk_allows_no_more(
    sqlite: SqliteStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    create_full(sqlite)
    change(sqlite, MAP_ID, BELL)

    def full(*_: object) -> bool:
        raise unavailable("storage-full")

    monkeypatch.setattr(text_index, "gather", full)
    change(sqlite, MAP_ID, BELL.model_copy(update={"value": "I knock"}))
    assert found(sqlite, "knock") == ["call"]
    assert found(sqlite, "bell") == []
