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


CHANGE = """async ([map, id, value]) => {
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/live/maps/${map}`);
  await new Promise((opened) => (socket.onopen = opened));
  const accepted = new Promise((done) => {
    socket.onmessage = ({ data }) => JSON.parse(data).type === "accepted" && done();
  });
  socket.send(JSON.stringify({ type: "hello", since: null }));
  const op = `test-${Math.random().toString(36).slice(2)}`;
  socket.send(JSON.stringify({ type: "change", op, base: 0, do: "set", table: "moments", id, field: "text", value }));
  await accepted;
  socket.close();
}"""
"""Somebody else has other words for a micro-moment."""


def scroll_of(page: Page) -> Locator:
    return page.locator(".scroll")


def test_the_whole_journey_fits_goes_on_fitting_and_is_zoomed_by_key(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    fits = "(scroll) => scroll.scrollWidth <= scroll.clientWidth + 1"
    assert not scroll_of(page).evaluate(fits)
    page.get_by_role("button", name="Whole journey").click()
    expect(page.locator(".plane")).to_have_attribute("data-shows", "signs")
    assert scroll_of(page).evaluate(fits)
    page.locator('.card[title="Wait for the confirmation"]').focus()
    expect(page.locator(".told")).to_have_text("As-is: Wait for the confirmation (removed)")
    page.set_viewport_size({"width": 800, "height": 768})
    expect(page.locator(".plane")).to_have_attribute("data-shows", "bars")
    assert scroll_of(page).evaluate(fits)
    card(page, "as-is:m-magazine").focus()
    for _ in range(12):
        page.keyboard.press("+")
    expect(page.locator(".plane")).to_have_attribute("data-shows", "words")
    expect(card(page, "as-is:m-magazine")).to_be_in_viewport()
    page.keyboard.press("0")
    expect(page.locator(".plane")).to_have_attribute("data-shows", "bars")
    assert scroll_of(page).evaluate(fits)


def test_a_change_on_either_side_is_seen_where_one_looks_with_filter_and_zoom(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.awkward))
    page.get_by_text("Only what changes").click()
    expect(page.locator('.card[data-fate="kept"]')).to_have_count(0)
    page.get_by_text("Only what changes").click()
    expect(page.locator('.card[data-name^="as-is:"]')).to_have_count(len(AWKWARD))
    last = page.locator('.card[data-name^="as-is:"]').last
    last.focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    scroll_of(page).evaluate("(scroll) => (scroll.scrollLeft = 700)")
    before = scroll_of(page).evaluate("(scroll) => [scroll.scrollLeft, scroll.scrollWidth]")
    for map_id, side in ((maps.awkward_to_be, "to-be"), (maps.awkward, "as-is")):
        page.evaluate(CHANGE, [map_id, "m4", f"Other words on the {side}"])
        expect(card(page, f"{side}:m4").locator(".text")).to_have_text(f"Other words on the {side}")
        assert scroll_of(page).evaluate("(scroll) => [scroll.scrollLeft, scroll.scrollWidth]") == before
        expect(last, "what has the keyboard keeps it").to_be_focused()
    page.evaluate(CHANGE, [maps.awkward, "m4", AWKWARD[4]])
    page.evaluate(CHANGE, [maps.awkward_to_be, "m4", AWKWARD[4]])
    expect(card(page, "to-be:m4").locator(".text")).to_have_text(AWKWARD[4])


def test_side_by_side_both_maps_are_at_one_place_by_wheel_and_by_key(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    page.get_by_role("radio", name="Side by side").click()
    expect(page.locator(".side-head").first).to_be_visible()
    left, right = card(page, "as-is:m-tip"), card(page, "to-be:m-tip")
    for _ in range(2):
        one, other = left.bounding_box(), right.bounding_box()
        assert one is not None
        assert other is not None
        assert one["y"] == pytest.approx(other["y"])
        assert one["x"] + one["width"] < other["x"]
        scroll_of(page).evaluate("(scroll) => (scroll.scrollTop = 300)")
    card(page, "as-is:m-magazine").focus()
    for key, name in (
        ("ArrowDown", "as-is:m-tip"),
        ("ArrowRight", "to-be:m-tip"),
        ("End", "to-be:m-member"),
        ("ArrowLeft", "as-is:m-member"),
        ("Home", "as-is:m-magazine"),
    ):
        page.keyboard.press(key)
        expect(card(page, name)).to_be_focused()
        expect(card(page, name)).to_be_in_viewport()


def test_a_beamer_goes_from_episode_to_episode_by_key_alone_and_escape_leaves(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    page.get_by_role("button", name="Present").click()
    stage, where = page.locator("dialog.stage"), page.locator(".stage-where")
    expect(stage).to_be_visible()
    expect(where).to_have_text("Whole journey")
    for key, there in (
        ("ArrowRight", "Getting inspired"),
        ("PageDown", "Planning the day"),
        ("3", "Planning the day"),
        ("PageUp", "Getting inspired"),
        ("1", "What changes"),
        ("ArrowDown", "Getting inspired"),
        ("4", "The worst pains and their answers"),
        ("2", "Getting inspired"),
        ("0", "Whole journey"),
    ):
        page.keyboard.press(key)
        expect(where).to_have_text(there)
    expect(stage.locator("button:not(.card):visible, input:visible, select:visible, a:visible")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(stage).to_be_hidden()
    expect(card(page, "as-is:m-magazine")).to_be_visible()
    card(page, "as-is:m-magazine").click()
    expect(page.get_by_text("Nothing changes here.")).to_be_visible()


def test_paper_holds_every_column_and_says_on_each_sheet_whose_it_is(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("compare", maps.as_is))
    page.emulate_media(media="print")
    sheets = page.locator("section.sheet")
    expect(sheets).to_have_count(7)
    for side, n in (("as-is", 59), ("to-be", 44)):
        names = sheets.locator(f'.card[data-name^="{side}:"]').evaluate_all(
            "(cards) => cards.map((c) => c.dataset.name)"
        )
        assert len(names) == len(set(names)) == n
    for n in range(7):
        expect(sheets.nth(n).locator(".sheet-head strong")).to_have_text(
            "Visiting a nature park → Visiting a nature park, one plan for the day"
        )
        assert sheets.nth(n).locator(".band").count() >= 2
    cut = "(cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).length"
    assert sheets.locator(".card").evaluate_all(cut) == 0
    expect(scroll_of(page)).to_be_hidden()
    expect(page.get_by_role("button", name="The need “Know when I will hear more”"), "what is open").to_be_visible()
    expect(page.get_by_role("button", name="Board pack")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(sheets).to_have_count(0)
    expect(card(page, "as-is:m-magazine")).to_be_visible()
