"""The journeys kept in memory: never other than the database says, and never too many."""

import sqlite3
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.operations import Set
from journeymap.domain.model.rows import TABLES
from journeymap.storage.journey_cache import CATCH_UP, Journeys
from journeymap.storage.sqlite_store import SqliteStore, open_store
from tests.support.journeys import MAP_ID, changes, full
from tests.support.store_calls import change, create_full


def test_several_processes_always_agree(tmp_path: Path) -> None:
    """Three doors to one file, each with a memory of its own, writing and reading in any order."""
    with ExitStack() as stack:
        doors = [stack.enter_context(closing(open_store(tmp_path / "journeymap.db"))) for _ in range(3)]
        numbers = count()

        @settings(max_examples=40)
        @given(data=st.data())
        def agree(data: st.DataObject) -> None:
            map_id = f"map-{next(numbers)}"
            create_full(doors[0], map_id)
            journey = full(map_id).journey
            for _ in range(data.draw(st.integers(1, 15))):
                door = data.draw(st.sampled_from(doors))
                if data.draw(st.booleans()):
                    change(door, map_id, data.draw(changes(journey)))
                    journey = door.journey(map_id)
                assert door.journey(map_id) == journey
            for door in doors:
                assert door.journey(map_id) == journey == door.journey_at(map_id, journey.revision)
                assert door.write(lambda tx: tx.journey(map_id)).result() == journey

        agree()


def _statements(path: Path, journeys: Journeys) -> list[str]:
    """What it takes to have the latest journey."""
    seen: list[str] = []
    with closing(sqlite3.connect(path)) as connection:
        connection.set_trace_callback(seen.append)
        journeys.current(connection, MAP_ID)
    return seen


def test_a_known_journey_costs_one_look_and_a_near_one_its_operations(sqlite: SqliteStore) -> None:
    create_full(sqlite)
    journeys = Journeys()
    assert len(_statements(sqlite.path, journeys)) == 1 + len(TABLES)
    assert len(_statements(sqlite.path, journeys)) == 1
    titles = [Set(table="maps", id=MAP_ID, field="title", value=f"T {n}") for n in range(CATCH_UP + 1)]
    change(sqlite, MAP_ID, *titles[:CATCH_UP])
    assert len(_statements(sqlite.path, journeys)) == 2
    change(sqlite, MAP_ID, *titles)
    assert len(_statements(sqlite.path, journeys)) == 1 + len(TABLES)
    assert journeys.known() == {MAP_ID: 18 + 2 * CATCH_UP + 1}


def test_an_older_journey_does_not_take_the_place_of_a_newer_one() -> None:
    journeys = Journeys()
    journeys.put(full().journey)
    journeys.put(full().journey.at_revision(3))
    assert journeys.known() == {MAP_ID: 18}


def test_the_least_used_journeys_are_forgotten_first(sqlite: SqliteStore) -> None:
    """A full map has 18 rows; memory for 40 holds two of them, and always one however large."""
    journeys = Journeys(most_rows=40)
    for map_id in "abc":
        create_full(sqlite, map_id)
        with closing(sqlite3.connect(sqlite.path)) as connection:
            journeys.current(connection, "a")
            journeys.current(connection, map_id)
    assert list(journeys.known()) == ["a", "c"]
    small = Journeys(most_rows=1)
    small.put(full("a").journey)
    small.put(full("b").journey)
    assert list(small.known()) == ["b"]
