"""The compare overlay in real Chromium: cards, lines and curves, by mouse and by keyboard, with texts as texts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.nature_park import AWKWARD, Maps

Visit = Callable[..., Page]


def card(page: Page, name: str) -> Locator:
    return page.locator(f'.card[data-name="{name}"]')


def opened(visit: Visit, address: str, **wishes: Any) -> Page:
    page = visit(address, reduced_motion="reduce", **wishes)
    expect(page.locator(".card").first).to_be_visible()
    return page


def test_both_maps_stand_in_shared_columns_with_their_fates(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    expect(page.locator('.card[data-name^="as-is:"]')).to_have_count(59)
    expect(page.locator('.card[data-name^="to-be:"]')).to_have_count(44)
    expect(card(page, "as-is:m-confirm-wait")).to_have_count(0)
    expect(card(page, "to-be:m-magazine")).to_have_attribute("aria-label", "To-be: Read the member magazine (kept)")
    above, below = (card(page, f"{side}:m-magazine").bounding_box() for side in ("as-is", "to-be"))
    assert above is not None
    assert below is not None
    assert above["x"] == pytest.approx(below["x"])
    assert above["y"] < below["y"]
    expect(page.locator(".lines path").nth(44)).to_be_attached()
    expect(page.locator(".curves polyline.felt"), "one moment's felt emotion is not said: a gap").to_have_count(2)


def test_a_click_shows_what_changes_field_by_field(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    card(page, "as-is:m-book-call").click()
    expect(page.get_by_text("Minutes: 11 min + 16 min + 13 min → 4 min")).to_be_visible()
    expect(card(page, "as-is:m-book-call")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".lines path.lit")).to_have_count(2)
    page.locator(".st-key-jm-compare-close button").click()
    expect(page.get_by_text("Minutes: 11 min + 16 min + 13 min → 4 min")).to_have_count(0)
    expect(card(page, "as-is:m-book-call")).to_have_attribute("aria-pressed", "false")


def test_the_keyboard_walks_along_a_map_and_across(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    card(page, "as-is:m-magazine").focus()
    for key, name in (
        ("ArrowRight", "as-is:m-tip"),
        ("ArrowDown", "to-be:m-tip"),
        ("End", "to-be:m-member"),
        ("Home", "to-be:m-magazine"),
        ("ArrowUp", "as-is:m-magazine"),
    ):
        page.keyboard.press(key)
        expect(card(page, name)).to_be_focused()
        expect(card(page, name)).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing changes here.")).to_be_visible()
    expect(card(page, "as-is:m-magazine")).to_be_focused()
    expect(page.locator(".card[tabindex='0']"), "Tab reaches each map once").to_have_count(2)


def test_awkward_words_are_text_and_stay_in_their_cards(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.awkward))
    for n, text in enumerate(AWKWARD):
        expect(card(page, f"as-is:m{n}").locator(".text")).to_have_text(" ".join(text.split()))
    overflowing = "(cards) => cards.filter((card) => card.scrollWidth > card.clientWidth + 1).length"
    assert page.locator(".card").evaluate_all(overflowing) == 0
    assert page.locator('img[src="x"]').count() == 0
    for view in ("Side by side", "Table", "Overlay"):
        page.get_by_role("radio", name=view).click()
        expect(page.get_by_text("Still open").first).to_be_visible()
        assert page.locator('img[src="x"], a[href*="evil"]').count() == 0


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 31)")])
def test_light_and_dark_follow_the_theme(maps: Maps, visit: Visit, scheme: str, ground: str) -> None:
    page = opened(visit, maps.at("compare", maps.as_is), color_scheme=scheme)
    colour = "(card) => getComputedStyle(card).backgroundColor"
    assert card(page, "as-is:m-magazine").evaluate(colour) == ground
    assert card(page, "as-is:m-app").evaluate(colour) != ground


def test_a_phone_scrolls_the_overlay_and_not_the_page(maps: Maps, visit: Visit) -> None:
    page = opened(
        visit, maps.at("compare", maps.to_be), viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert page.locator(".scroll").evaluate("(scroll) => scroll.scrollWidth > 5 * scroll.clientWidth")
