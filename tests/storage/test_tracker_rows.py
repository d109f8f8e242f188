"""What stands in trackers is kept beside the map, item by item, and goes with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.domain.model.tracker_items import TrackerItem, TrackerRun, live
from journeymap.storage.tracker_rows import TrackerWriter

SCHEMA = Path("journeymap/storage/sql/0024_trackers.sql")
PRINTS = {"title": "a1", "text": "b2"}


def item(item_id: str, map_id: str = "map", place: str = "there", *, closed: bool = False) -> TrackerItem:
    return TrackerItem(
        map_id, place, item_id, f"row-{item_id}", "story", f"#{item_id}", "1", "https://x/1", "New", closed,
        gone=False, sent=PRINTS, read={}, at="2026-05-04",
    )  # fmt: skip


@pytest.fixture
def rows() -> Iterator[TrackerWriter]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA.read_text())
        yield TrackerWriter(db)


def test_an_item_is_read_as_it_was_kept_and_once(rows: TrackerWriter) -> None:
    rows.keep([item("a"), item("b", place="elsewhere"), item("c", "another")])
    rows.keep([item("a", closed=True)])
    assert rows.items("map") == [item("b", place="elsewhere"), item("a", closed=True)]
    assert rows.items("map", "there") == [item("a", closed=True)]


def test_only_what_is_named_is_forgotten(rows: TrackerWriter) -> None:
    rows.keep([item("a"), item("b"), item("a", place="elsewhere")])
    rows.forget("map", "there", ["a"])
    assert [(one.place, one.item_id) for one in rows.items("map")] == [("elsewhere", "a"), ("there", "b")]


def test_the_last_run_is_the_one_that_began_last(rows: TrackerWriter) -> None:
    first = TrackerRun("map", "there", "redmine", "r1", "owner", "host 1", "2026-05-04", 1.0)
    second = first._replace(run_id="r2", started_at="2026-05-05")
    rows.begin(first)
    rows.begin(second)
    assert (rows.beat(first, 5.0), rows.beat(second, 6.0)) == (False, True)
    rows.end(first, "2026-05-06", "late", {})
    assert rows.run("map", "there") == second._replace(beat=6.0)
    rows.end(second, "2026-05-06", "busy", {"create": 3})
    assert rows.runs("map") == [second._replace(beat=6.0, ended_at="2026-05-06", fault="busy", counts={"create": 3})]


def test_a_story_is_live_where_it_is_done_wherever_it_was_sent() -> None:
    sent = [item("a", closed=True), item("b"), item("c", closed=True)._replace(gone=True)]
    assert live([*sent, item("a", place="elsewhere")]) == (0, 2)
    assert live(sent) == (1, 2)
