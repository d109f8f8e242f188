"""A map brought up to date with a file: what is the same stays itself, and nothing goes in silence."""

from itertools import count
from typing import Any

from hypothesis import given

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.exchange.columns import guess
from journeymap.exchange.csv_files import map_csv
from journeymap.exchange.map_update import MapUpdate, update_of
from journeymap.exchange.spreadsheet import read_table
from journeymap.exchange.table_import import plan
from tests.support.journeys import journeys
from tests.support.small_maps import built, made, sample


def table_map(text: str) -> Journey:
    table = read_table(text.encode(), "map.csv")
    return built(plan(table, guess(table), title="A visit").changes("file"), "file")


def updated(journey: Journey, coming: Journey, **how: Any) -> tuple[Journey, MapUpdate]:
    ids = count()
    update = update_of(journey, coming, lambda: f"new-{next(ids)}")
    return perform(journey, update.changes(**how))[0], update


HERE = made(
    {
        "id": "a",
        "text": "I call",
        "minutes": 5,
        "needs": [{"id": "n", "text": "know"}],
        "touchpoints": [{"id": "t", "channel": "c"}],
    },
    {"id": "b", "text": "I wait"},
    channels=[{"id": "c", "name": "Phone"}],
)


def test_rows_with_our_ids_are_updated_and_what_is_blank_stays() -> None:
    now, update = updated(HERE, table_map("ID,Phase,Moment,Minutes,Need\na,Before,I phone,,know\nb,Before,I wait,3,\n"))
    assert [(m.id, m.text, m.minutes) for m in now.moments] == [("a", "I phone", 5), ("b", "I wait", 3)]
    assert [(one.name, one.before, one.after) for one in update.changed] == [
        ("text", "I call", "I phone"),
        ("minutes", None, 3.0),
    ]
    assert now.tables["needs"] == HERE.tables["needs"]
    assert now.tables["touchpoints"] == HERE.tables["touchpoints"]


def test_without_ids_the_same_words_in_the_same_episode_are_the_same_moment() -> None:
    now, update = updated(HERE, table_map("Phase,Moment,Channel\nBefore,i call,Phone; Mail\n,I pay,\nAfter,I wait,\n"))
    assert [m.id for m in now.moments][:1] == ["a"]
    assert [channel.name for channel in now.channels_of("a")] == ["Phone", "Mail"]
    assert [episode.title for episode in now.episodes] == ["Before", "After"]
    assert [row.called for row in update.missing] == ["I wait"]
    assert "b" in now.tables["moments"], "it stays until somebody says otherwise"


def test_a_moment_whose_id_is_in_another_episode_goes_there() -> None:
    now, update = updated(HERE, table_map("ID,Phase,Moment\na,Before,I call\nb,After,I wait\n"))
    assert [moment.id for moment in update.moved] == ["b"]
    assert [m.id for m in now.moments_of(now.episodes[1].id)] == ["b"]


def test_what_is_missing_is_asked_about_and_goes_only_then() -> None:
    coming = table_map("ID,Phase,Moment,Channel,Need\na,Before,I call,Mail,feel\n")
    now, update = updated(HERE, coming)
    assert {row.id for row in update.missing} == {"b", "n", "t"}
    assert [need.text for need in now.needs_of("a")] == ["know", "feel"]
    gone, _ = updated(HERE, coming, remove_missing=True)
    assert [moment.id for moment in gone.moments] == ["a"]
    assert [channel.name for channel in gone.channels_of("a")] == ["Mail"]
    assert [need.text for need in gone.needs_of("a")] == ["feel"]


def test_our_own_export_changes_nothing() -> None:
    journey = sample("as-is")
    again = table_map(map_csv(journey).decode("utf-8-sig"))
    _, update = updated(journey, again)
    assert (update.changed, update.added, update.moved, update.missing) == ([], [], [], [])


@given(journeys(min_size=4, max_size=14), journeys(min_size=4, max_size=14))
def test_whatever_the_file_holds_the_update_can_be_made_and_loses_no_row(here: Journey, coming: Journey) -> None:
    now, update = updated(here, coming)
    assert all(set(rows) <= set(now.tables[table]) for table, rows in here.tables.items())
    gone = {(row.table, row.id) for row in update.missing}
    left, _ = updated(here, coming, remove_missing=True)
    assert not any(row_id in left.tables[table] for table, row_id in gone)
