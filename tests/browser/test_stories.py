"""Stories in real Chromium: the files that are taken away, and a story that is copied."""

import csv
import io
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.nature_park import Maps
from tests.support.story_files import taken

Visit = Callable[..., Page]


def read(page: Page, label: str, name: str) -> str:
    """The name of the file of this format, and in the lines below what it holds, as UTF-8."""
    file = taken(page, label, name)
    return f"{file.suggested_filename}\n{file.path().read_text(encoding='utf-8')}"


def test_stories_are_taken_away_as_a_file_for_a_tracker(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("stories", maps.to_be))
    file, content = read(page, "Jira", "stories-jira-csv").split("\n", 1)
    assert file == "visiting-a-nature-park-one-plan-for-the-day-stories-jira-changed.csv"
    assert content.startswith('"Issue Type","Issue ID","Parent"')
    assert "Read the member magazine" not in content
    expect(page.get_by_text("Jira advises at most 1,500 rows")).to_be_visible()
    expect(page.get_by_text("33 stories in 6 epics. Only the stories that change something.")).to_be_visible()


def test_what_changes_nothing_is_taken_where_one_asks_for_it(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("stories", maps.to_be))
    page.get_by_text("Only what changed").click()
    expect(page.get_by_text("Read the member magazine", exact=True)).to_have_count(0)
    file, content = read(page, "Linear", "stories-linear-csv").split("\n", 1)
    assert file.endswith("-stories-linear-changed.csv")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert len(rows) == 33
    assert "Read the member magazine" not in {row["Title"] for row in rows}
    page.get_by_role("dialog").get_by_text("Only stories that change something").click()
    expect(page.get_by_text("44 stories in 6 epics. All stories of this to-be.")).to_be_visible()


def test_a_story_can_be_copied(maps: Maps, visit: Visit) -> None:
    page = visit(f"{maps.at('stories', maps.to_be)}&view=stories", permissions=["clipboard-read", "clipboard-write"])
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
    page = visit(f"{maps.at('stories', maps.awkward_to_be)}&view=stories")
    expect(page.get_by_text("Awkward words").first).to_be_visible()
    expect(page.locator(".st-key-jm-stories-story-m2")).to_be_visible()
    assert page.locator('img[src="x"], a[href*="evil"]').count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
