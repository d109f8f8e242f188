"""Deciding in real Chromium: by key, with a reason, undone, and never by walking through a list of choices."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.support.nature_park import Maps

Visit = Callable[..., Page]


def opened(visit: Visit, maps: Maps, **wishes: object) -> tuple[Page, Locator]:
    """The list of what is undecided about the awkward words, and its lines."""
    page = visit(maps.at("compare", maps.awkward), reduced_motion="reduce", **wishes)
    page.get_by_role("radio", name="Decide").click()
    lines = page.locator("li[data-moment]")
    expect(lines.first).to_be_visible()
    return page, lines


def test_a_decision_is_made_by_key_said_and_taken_back_by_key(maps: Maps, visit: Visit) -> None:
    page, lines = opened(visit, maps)
    expect(lines).to_have_count(14)
    expect(lines.first).to_have_attribute("data-moment", "m0")
    lines.first.focus()
    page.keyboard.press("r")
    page.keyboard.type("Nobody misses it")
    page.keyboard.press("Enter")
    expect(lines).to_have_count(13)
    expect(page.get_by_text("removed. Undo takes it back.")).to_be_visible()
    expect(lines.first).to_be_focused()
    page.keyboard.press("Control+z")
    expect(lines).to_have_count(14)
    expect(lines.first).to_have_attribute("data-moment", "m0")


def test_walking_through_the_kinds_with_the_arrows_decides_nothing_until_enter(maps: Maps, visit: Visit) -> None:
    page, lines = opened(visit, maps)
    line = page.locator("li[data-moment=m2]")
    kinds = line.locator("select[data-act=otherwise]")
    kinds.focus()
    page.keyboard.press("ArrowDown")
    expect(kinds).to_have_value("kept")
    page.keyboard.press("ArrowDown")
    expect(kinds).to_have_value("changed")
    expect(lines).to_have_count(14)
    page.keyboard.press("Enter")
    expect(lines).to_have_count(13)
    expect(line).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(lines).to_have_count(14)


def test_the_list_fits_a_phone_and_each_text_runs_its_own_way(maps: Maps, visit: Visit) -> None:
    size = {"width": 390, "height": 844}
    page, lines = opened(visit, maps, viewport=size, is_mobile=True, has_touch=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    whole = "(line) => line.scrollWidth <= line.clientWidth + 1"
    assert all(line.evaluate(whole) for line in lines.all())
    arabic = lines.filter(has_text="مرحبا").locator(".was span")
    ways = arabic.evaluate_all("(all) => all.map((one) => getComputedStyle(one).direction)")
    assert ways == ["rtl", "ltr"]


def test_what_of_today_has_no_card_is_dragged_onto_the_one_that_takes_it_over(maps: Maps, visit: Visit) -> None:
    page = visit(maps.at("map", maps.awkward_to_be), reduced_motion="reduce")
    tray = page.locator(".left-today")
    tray.locator("summary").click()
    left, card = tray.locator(".left-name"), page.locator(".card[data-id]").first
    expect(left).to_have_count(1)
    expect(card).to_be_visible()
    left.hover()
    page.mouse.down()
    card.hover()
    expect(card).to_have_class(re.compile(r"\btakes-left\b"))
    page.mouse.up()
    expect(tray).to_be_hidden()
    page.keyboard.press("Control+z")
    expect(left).to_have_count(1)
