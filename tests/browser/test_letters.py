"""One typeface on every page, from our own server: words are as wide and pictures the same on every machine."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page, Route

from journeymap.fonts.families import FAMILY
from journeymap.fonts.shelf import printed
from journeymap.graph.takeaway import html, svg
from journeymap.graph.views import view
from tests.browser.conftest import CHROMIUM, FLAGS, USUAL
from tests.support.nature_park import Maps
from tests.support.small_maps import made

Visit = Callable[..., Page]

PAGES = ("", "map", "graph", "compare", "stories", "history", "join")
DRAWN = {"map": ".board .card", "graph": ".vis-network canvas", "compare": ".band, [data-testid=stMetric]"}

WORDS = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
      if (!words.length || !element.checkVisibility?.() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
      const family = getComputedStyle(element).fontFamily;
      const range = document.createRange();
      range.selectNodeContents(element);
      const { width, height } = range.getBoundingClientRect();
      found.push([family, element.textContent.trim().slice(0, 40), Math.round(width * 10), Math.round(height * 10)]);
    }
  };
  walk(document.body);
  return found;
}"""
"""Every piece of text on the page: its typeface, its beginning, how wide and how high it is."""

SINCE = re.compile("changed (just now|.* ago)")
"""What another minute says in other words."""

DRAWN_TO_THE_END = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  return !document.querySelector("[data-stale=true]") && (!app || app.dataset.testScriptState === "notRunning");
}"""
"""Nothing of the page is still being worked out; a light page never is."""

ALL_THERE = "() => document.fonts.ready.then(() => document.fonts.status === 'loaded')"
OURS = f"() => [...document.fonts].some((one) => one.family.includes('{FAMILY}') && one.status === 'loaded')"


def other_fonts(folder: Path) -> Path:
    """A set-up of a machine whose only font is one that no other has, with letters of other widths."""
    (folder / "fonts").mkdir()
    font = TTFont(printed() / "bold.ttf")
    font["name"].names = [name for name in font["name"].names if name.nameID not in {1, 3, 4, 6, 16}]
    for number in (1, 4, 6):
        font["name"].setName("Elsewhere", number, 3, 1, 0x409)
    for glyph, (advance, side) in list(font["hmtx"].metrics.items()):
        font["hmtx"][glyph] = (advance * 3 // 2, side)
    font.save(folder / "fonts" / "elsewhere.ttf")
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir>"
        # How letters are smoothed, which moves them by fractions, is no font.
        '<include ignore_missing="yes">/etc/fonts/conf.d</include></fontconfig>',
        encoding="utf-8",
    )
    return config


@pytest.fixture(scope="module")
def elsewhere(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser on a machine with other fonts than this one."""
    config = other_fonts(tmp_path_factory.mktemp("elsewhere"))
    there = browser.browser_type.launch(
        executable_path=CHROMIUM, args=list(FLAGS), env={**os.environ, "FONTCONFIG_FILE": str(config)}
    )
    yield there
    there.close()


def words(page: Page) -> list[Any]:
    """All text of a page, once its letters are there."""
    page.wait_for_function(OURS)
    page.wait_for_function(ALL_THERE)
    found: list[Any] = page.evaluate(WORDS)
    return [one for one in found if "Material" not in one[0] and not SINCE.match(one[1])]


def at(maps: Maps, page: str) -> str:
    """The address of this page about the nature park."""
    if page in ("", "join"):
        return f"{maps.base}/{page}"
    return maps.at(page, maps.to_be if page in ("compare", "stories") else maps.as_is)


def settled(page: Page, name: str) -> list[Any]:
    """The text of a page that is drawn to the end: as it is when it no longer changes."""
    page.wait_for_selector(DRAWN.get(name, "h1, h3"))
    seen: list[list[Any]] = []

    def calm() -> bool:
        seen.append(words(page))
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

    while not calm():
        page.wait_for_function(
            "() => new Promise((then) => requestAnimationFrame(() => requestIdleCallback(() => then(true))))"
        )
        page.wait_for_function(DRAWN_TO_THE_END)
    return seen[-1]


@pytest.mark.parametrize("name", PAGES)
def test_words_are_ours_and_as_wide_whatever_fonts_a_machine_has(
    visit: Visit, elsewhere: Browser, maps: Maps, name: str
) -> None:
    here = settled(visit(at(maps, name), wait="body"), name)
    assert len(here) > 8
    assert {family for family, *_ in here if not family.startswith(f'"{FAMILY}"')} == set()
    context = elsewhere.new_context(**USUAL)
    page = context.new_page()
    page.goto(at(maps, name))
    there = settled(page, name)
    context.close()
    assert there == here


def test_a_letter_that_is_not_ours_does_differ_there(browser: Browser, elsewhere: Browser) -> None:
    """Or the tests here would hold whatever the fonts."""
    measured = []
    for one in (browser, elsewhere):
        page = one.new_page()
        page.set_content("<p style='font: 20px sans-serif'><span>Whatever this machine has</span></p>")
        measured.append(page.evaluate("() => document.querySelector('span').getBoundingClientRect().width"))
        page.close()
    assert measured[0] != measured[1]


def test_the_graph_waits_for_its_letters_before_it_measures_words(browser: Browser, maps: Maps) -> None:
    context = browser.new_context(**USUAL)
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/latin\.woff2"), hold)
    with page.expect_response(re.compile("vis-network")):
        page.goto(maps.at("graph", maps.as_is))
    page.wait_for_selector(".graph .legend > *")
    assert held
    assert page.evaluate("() => performance.getEntriesByName('graph-drawn').length") == 0
    for route in held:
        route.continue_()
    page.wait_for_function("() => performance.getEntriesByName('graph-drawn').length")
    assert page.evaluate(OURS)
    context.close()


@pytest.mark.parametrize("kind", ["html", "svg"])
def test_what_is_taken_away_has_its_letters_with_it(elsewhere: Browser, tmp_path: Path, kind: str) -> None:
    journey = made("Walk → on", "نوقف السيارة أمام المدخل", "Žluťoučký kůň")
    write = html if kind == "html" else svg
    text = write(journey, view(journey, "journey"))
    path = tmp_path / f"journey.{kind}"
    path.write_text(text, encoding="utf-8")
    context = elsewhere.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_function("() => [...document.fonts].filter((one) => one.status === 'loaded').length >= 4")
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    context.close()
