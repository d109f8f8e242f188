"""What one sees of a file before it is taken away is what stands in it."""

import pytest

from journeymap.exchange.formats import Takes, offered
from journeymap.exchange.trackers.file_preview import CELL, FILES, ROWS, previewed
from tests.support.small_maps import made, sample
from tests.support.tracker_files import awkward, of, park, table

STORIES = {one.name: one.suffix for one in offered(Takes.STORIES)}


@pytest.mark.parametrize("name", STORIES)
def test_the_beginning_of_any_file_can_be_shown(name: str) -> None:
    for journey in (made(), made(episodes=[]), awkward()):
        preview = previewed(of(name, journey), STORIES[name])
        assert len(preview.rows) <= ROWS
        assert len(preview.files) <= FILES
        assert all(len(cell) <= CELL for row in preview.rows for cell in row.values())


def test_a_table_shows_its_first_rows_to_the_letter() -> None:
    content = of("stories-linear-csv", **park())
    header, rows = table(content)
    preview = previewed(content, ".csv")
    assert list(preview.rows[0]) == header
    assert [row["Title"] for row in preview.rows] == [row[0] for row in rows[:ROWS]]


def test_columns_of_one_name_are_told_apart() -> None:
    names = list(previewed(of("stories-jira-csv", **park()), ".csv").rows[0])
    assert names[6:9] == ["Labels", "Labels (2)", "Labels (3)"]
    assert len(set(names)) == len(names)


def test_a_workbook_shows_the_same_as_its_cells() -> None:
    preview = previewed(of("stories-xlsx", **park()), ".xlsx")
    assert [row["Title"] for row in preview.rows][:2] == ["Getting inspired", sample("to-be").moments[0].text]
    assert preview.rows[1]["Epic"] == "Getting inspired"


def test_an_archive_shows_its_files_and_the_first_of_them() -> None:
    preview = previewed(of("stories-feature-zip", **park()), ".zip")
    assert len(preview.files) == FILES
    assert preview.files[0].endswith(".feature")
    assert preview.text.startswith("# language: en\n")
