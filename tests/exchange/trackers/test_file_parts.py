"""A backlog that an importer does not take at once: several files, each of which it takes by itself."""

import io
from collections.abc import Callable
from dataclasses import replace
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.exchange.backlog.user_stories import Task
from journeymap.exchange.formats import FORMATS, Takes, format_named, offered
from journeymap.exchange.stories import TITLE, stories
from journeymap.exchange.trackers.azure import azure_csv
from journeymap.exchange.trackers.file_parts import in_parts, parts_zip
from journeymap.exchange.trackers.jira import jira_csv
from journeymap.exchange.trackers.profiles import MOST_OF_FEW
from journeymap.exchange.trackers.work_items import Work, WorkItem, work_of
from tests.support.small_maps import made
from tests.support.tracker_files import of, park, table


def work(*sizes: int, title: str = "Episode") -> Work:
    """Episodes with so many stories each."""
    items = []
    for place, size in enumerate(sizes):
        epic = WorkItem(f"jm-e{place}", "epic", f"{title} {place}", "It.", (), (), (f"jm-e{place}",))
        items.append(epic)
        items += [
            WorkItem(f"jm-{place}-{n}", "story", f"Story {n}", "As I.", (), (), (f"jm-{place}-{n}",), parent=epic.id)
            for n in range(size)
        ]
    return Work(made(), [], tuple(items))


def files(content: bytes) -> dict[str, list[list[str]]]:
    """The rows of each file of an archive."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: table(archive.read(name))[1] for name in archive.namelist()}


@given(st.lists(st.integers(0, 40), max_size=12), st.integers(2, 30))
def test_every_story_stands_once_in_a_part_that_fits_below_its_epic(sizes: list[int], most: int) -> None:
    whole = work(*sizes)
    parts = in_parts(whole, most)
    stories = [item for part in parts for item in part.of_kind("story")]
    assert stories == list(whole.of_kind("story"))
    for part in parts:
        assert len(part.items) <= most
        above = ""
        for item in part.items:
            above = item.id if item.kind == "epic" else above
            assert item.kind == "epic" or item.parent == above
    assert {one.id for part in parts for one in part.of_kind("epic")} == {one.id for one in whole.of_kind("epic")}
    fits = len(whole.items) <= most
    assert (len(parts) == 1) is fits
    if fits:
        assert parts[0].items == whole.items


def test_each_task_is_a_row_that_has_to_fit() -> None:
    whole = work(6, 2)
    tasks = tuple(Task(f"t{n}", f"Call {n}", "Desk", "") for n in range(3))
    whole = replace(whole, items=tuple(replace(one, tasks=tasks if one.parent else ()) for one in whole.items))
    for write in (jira_csv, lambda one: azure_csv(one, "agile")):
        found = files(parts_zip(whole, write, 10))
        assert [len(rows) for rows in found.values()] == [9, 9, 9, 9]


def test_an_episode_too_large_for_one_file_is_an_epic_in_each_with_a_number() -> None:
    parts = in_parts(work(2, 25, 1), 10)
    titles = [[item.title for item in part.of_kind("epic")] for part in parts]
    assert titles == [["Episode 0"], ["Episode 1 (1)"], ["Episode 1 (2)"], ["Episode 1 (3)", "Episode 2"]]


@pytest.mark.parametrize("title", ["x" * 255, "😀" * 127, "word " * 50])
def test_a_long_title_has_room_for_its_number(title: str) -> None:
    whole = work(9)
    whole = replace(whole, items=tuple(replace(one, title=title.strip()) for one in whole.items))
    titles = [part.items[0].title for part in in_parts(whole, 4)]
    assert [one[-4:] for one in titles] == [" (1)", " (2)", " (3)"]
    assert all(len(one.encode("utf-16-le")) // 2 <= TITLE for one in titles)


@pytest.mark.parametrize("write", [jira_csv, lambda one: azure_csv(one, "agile")])
def test_each_file_is_imported_by_itself(write: Callable[[Work], bytes]) -> None:
    found = files(parts_zip(work(*[13] * 11), write, 30))
    assert list(found) == [f"{n}-of-6.csv" for n in range(1, 7)]
    assert sum(len(rows) for rows in found.values()) == 11 * 14
    for rows in found.values():
        assert len(rows) <= 30


def test_in_each_file_of_jira_a_parent_is_a_row_above() -> None:
    for rows in files(parts_zip(work(40, 3, 12), jira_csv, 12)).values():
        epics: set[str] = set()
        for kind, number, parent, *_ in rows:
            assert (parent in epics) if kind == "Story" else not parent
            epics |= {number} if kind == "Epic" else set()


def test_a_dozen_files_stay_in_their_order() -> None:
    assert list(files(parts_zip(work(*[3] * 12), jira_csv, 4)))[:2] == ["01-of-12.csv", "02-of-12.csv"]


@pytest.mark.parametrize("name", [one.name for one in offered(Takes.STORIES) if one.parts])
def test_what_is_too_much_has_a_format_in_parts(name: str) -> None:
    whole, parts = FORMATS[name], format_named(FORMATS[name].parts)
    assert (parts.suffix, parts.limits, parts.most) == (".zip", whole.limits, 0)
    (only,) = files(of(parts.name, **park())).values()
    assert only == table(of(name, **park()))[1]


def test_more_than_somebody_without_rights_may_import_comes_in_files_of_250() -> None:
    episodes = [{"title": f"E{n}", "moments": [{"text": f"I wait {m}"} for m in range(60)]} for n in range(9)]
    found = files(of("stories-jira-few-zip", made(episodes=episodes)))
    assert [len(rows) for rows in found.values()] == [244, 244, 61]
    assert max(map(len, found.values())) <= MOST_OF_FEW


def test_nothing_at_all_is_a_header() -> None:
    assert files(parts_zip(work_of(made(episodes=[]), stories(made(episodes=[]))), jira_csv, 100)) == {"1-of-1.csv": []}
