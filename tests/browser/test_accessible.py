"""axe on every screen and light page that no other test looks at: light and dark, wide and narrow, two languages."""

import json
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import findings
from tests.support.nature_park import Maps

DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light", "locale": "en-GB"}
POCKET: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "locale": "nl-NL"}
LOOKS = {"wide, light and English": DESK, "narrow, dark and Dutch": POCKET}
"""Both ends of all: what is wrong in one of these ways is found in one of them."""

STREAMLITS_OWN = ('[data-testid="stDataFrame', ".stDataFrame")
"""A table of Streamlit's is a canvas with a grid of its own for readers."""

LOOKS_AGAIN = 4

SCREENS = ("home", "map", "graph", "compare", "stories", "history", "audit", "workshop", "summary")
PAGES = ("join", "owner", "recover", "device?link=x", "view", "view?link=0123456789abcdef0123456789abcdef")


@pytest.fixture(scope="module")
def told(maps: Maps) -> dict[str, str]:
    """A workshop of the owner's, with the park in it, and a link to read the park."""

    def post(path: str, body: Any) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{maps.base}/api{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            found: dict[str, Any] = json.load(answer)
            return found

    workshop = post("/workshops", {"title": "A day in the park"})
    link = post(f"/maps/{maps.as_is}/view-links", {"name": "The board"})
    return {"workshop": workshop["id"], "link": link["link"]}


def lasting(page: Page) -> list[str]:
    """What is found in every look: on a busy machine a part of a page comes late, and is pale while it comes."""
    found = findings(page, ignore=STREAMLITS_OWN)
    for _ in range(LOOKS_AGAIN):
        if not found:
            break
        again = findings(page, ignore=STREAMLITS_OWN)
        found = [one for one in found if one in again]
    return found


def address(maps: Maps, told: dict[str, str], screen: str) -> str:
    """Where a screen is: about the to-be, or the workshop."""
    if screen in ("workshop", "summary"):
        return f"{maps.base}/{screen}?workshop={told['workshop']}"
    return f"{maps.base}/" if screen == "home" else maps.at(screen, maps.to_be)


CUT_OFF = """() => {
  const within = (one) => {
    for (let up = one.parentElement; up && up.dataset.testid !== "stMain"; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return [...document.querySelectorAll('[data-testid="stMain"] :is(button, a, input, select, h1, h3)')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1 && !within(one))
    .map((one) => `beyond the edge: ${one.textContent.trim() || one.outerHTML.slice(0, 80)}`);
}"""
"""What stands beyond the edge of the page, where nobody can move to it."""


@pytest.mark.parametrize("look", LOOKS)
def test_no_screen_keeps_anybody_out(visit: Callable[..., Page], maps: Maps, told: dict[str, str], look: str) -> None:
    found = {}
    for screen in SCREENS:
        page = visit(address(maps, told, screen), **LOOKS[look])
        found[screen] = [*lasting(page), *page.evaluate(CUT_OFF)]
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_no_light_page_keeps_anybody_out(
    visit: Callable[..., Page], maps: Maps, told: dict[str, str], look: str
) -> None:
    found = {}
    for page_name in (*PAGES, f"view?link={told['link']}"):
        page = visit(f"{maps.base}/{page_name}", wait="main", **LOOKS[look])
        found[page_name] = lasting(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_whoever_reads_by_a_link_is_kept_out_of_nothing(
    visit: Callable[..., Page], maps: Maps, told: dict[str, str]
) -> None:
    page = visit(f"{maps.base}/view?link={told['link']}", wait="main", alone=True, **POCKET)
    page.get_by_role("button").click()
    page.wait_for_url("**/map?map=**")
    page.wait_for_selector("[data-testid=stMarkdownContainer]", state="attached")
    expect(page.locator("main, [data-testid=stMain]").first).to_contain_text("Marieke")
    assert lasting(page) == []


@pytest.mark.parametrize("view", ["journey", "backstage"])
def test_a_graph_that_was_taken_away_keeps_nobody_out(browser: Browser, maps: Maps, tmp_path: Path, view: str) -> None:
    file = tmp_path / "graph.html"
    with urllib.request.urlopen(f"{maps.base}/api/maps/{maps.to_be}/graph?view={view}", timeout=60) as answer:
        file.write_bytes(answer.read())
    context = browser.new_context(**POCKET)
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_selector("#graph[data-drawn]")
        assert lasting(page) == []
    finally:
        context.close()
