"""Stories in real Chromium: the files that are taken away, and a story that is copied."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.nature_park import Maps

Visit = Callable[..., Page]


def taken(page: Page, label: str) -> str:
    """The file behind this link, read as UTF-8."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label).click()
    path = waiting.value.path()
    assert isinstance(path, Path)
    return f"{waiting.value.suggested_filename}\n{path.read_text(encoding='utf-8-sig')}"


@pytest.mark.parametrize(
    ("label", "name", "begins"),
    [
        ("Stories as text", "visiting-a-nature-park-one-plan-for-the-day-stories.md", "# Visiting a nature park"),
        ("Stories as a spreadsheet", "visiting-a-nature-park-one-plan-for-the-day-stories.csv", '"ID"'),
        ("Stories for a tracker", "visiting-a-nature-park-one-plan-for-the-day-stories-tracker.csv", '"ID"'),
    ],
)
def test_stories_are_taken_away_as_files(maps: Maps, visit: Visit, label: str, name: str, begins: str) -> None:
    page = visit(maps.at("stories", maps.to_be))
    page.get_by_role("button", name="Take away").click()
    file, content = taken(page, label).split("\n", 1)
    assert file == name
    assert content.startswith(begins)
    assert "Read the member magazine" in content


def test_only_what_changed_is_taken_where_only_that_is_shown(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("stories", maps.to_be))
    page.get_by_text("Only what changed").click()
    expect(page.get_by_text("Read the member magazine", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Take away").click()
    expect(page.get_by_text("Only the stories that change something.")).to_be_visible()
    content = taken(page, "Stories as a spreadsheet").split("\n", 1)[1]
    rows = list(csv.DictReader(io.StringIO(content)))
    assert len(rows) == 33
    assert "Read the member magazine" not in {row["Title"] for row in rows}


def test_a_story_can_be_copied(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("stories", maps.to_be), permissions=["clipboard-read", "clipboard-write"])
    story = page.locator(".st-key-jm-stories-story-m-magazine")
    story.get_by_role("button").first.click()
    code = page.get_by_test_id("stCode").filter(has_text="### Read the member magazine")
    expect(code).to_be_visible()
    code.hover()
    code.get_by_role("button").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("### Read the member magazine\n\nAs Marieke, I want to read")
    assert "- [ ] " in copied


def test_awkward_words_stay_text(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("stories", maps.awkward_to_be))
    expect(page.get_by_text("Awkward words").first).to_be_visible()
    expect(page.locator(".st-key-jm-stories-story-m2")).to_be_visible()
    assert page.locator('img[src="x"], a[href*="evil"]').count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
