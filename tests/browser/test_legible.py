"""Nothing that has to be read is cut, and nothing shows through what sticks: in both languages, light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.nature_park import Maps

Visit = Callable[..., Page]

CUT = """(found) => {
  const words = found.filter((one) => one.checkVisibility({ checkOpacity: true }) && one.textContent.trim());
  return words.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent);
}"""


@pytest.mark.parametrize("locale", ["en-GB", "nl-NL"])
@pytest.mark.parametrize("width", [1024, 1440])
def test_no_title_of_a_lane_is_cut(visit: Visit, maps: Maps, locale: str, width: int) -> None:
    page = visit(
        f"{maps.base}/map?map={maps.as_is}", wait=".lane-title", locale=locale, viewport={"width": width, "height": 900}
    )
    titles = page.locator(".lane-title")
    expect(titles).to_have_count(8)
    assert titles.evaluate_all(CUT) == []
    page.locator(".lane-view").click()
    expect(page.locator(".channel-name").first).to_be_visible()
    assert page.locator(".channel-name").evaluate_all(CUT) == []


@pytest.mark.parametrize("locale", ["en-GB", "nl-NL"])
def test_no_title_of_a_lane_is_cut_beside_a_panel_in_a_narrow_window(visit: Visit, maps: Maps, locale: str) -> None:
    page = visit(
        f"{maps.base}/map?map={maps.as_is}", wait=".lane-title", locale=locale, viewport={"width": 1000, "height": 800}
    )
    page.locator(".card").first.click()
    expect(page.locator(".panel")).to_be_visible()
    expect(page.locator(".board.small")).to_be_visible()
    assert page.locator(".lane-title").evaluate_all(CUT) == []


@pytest.mark.parametrize("locale", ["en-GB", "nl-NL"])
@pytest.mark.parametrize("width", [390, 768, 1024, 1280, 1440])
def test_no_figure_is_cut(visit: Visit, maps: Maps, locale: str, width: int) -> None:
    page = visit(
        f"{maps.base}/compare?map={maps.as_is}",
        wait="[data-testid=stMetricValue]",
        locale=locale,
        viewport={"width": width, "height": 900},
    )
    figures = page.locator("[data-testid=stMetric] p")
    expect(figures.nth(11)).to_be_visible()
    assert figures.evaluate_all(CUT) == []
    inside = """(found) => found.filter((one) => {
      const [a, b] = [one.getBoundingClientRect(), one.closest("[data-testid=stMetric]").getBoundingClientRect()];
      return a.right > b.right + 1 || a.bottom > b.bottom + 1;
    }).map((one) => one.textContent)"""
    assert figures.evaluate_all(inside) == []
