"""The backlog in real Chromium: dragged, moved by key, on a phone, opened, and followed by others."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.support.nature_park import Maps

Visit = Callable[..., Page]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def first_epic(page: Page) -> Locator:
    return page.locator("section[data-epic]").first


def titles(page: Page) -> list[str]:
    expect(first_epic(page).locator("li[data-story]").first).to_be_visible()
    return first_epic(page).locator(".title").all_inner_texts()


def opened(visit: Visit, maps: Maps, **how: Any) -> Page:
    page = visit(maps.at("stories", maps.to_be), **how)
    expect(first_epic(page)).to_be_visible()
    return page


def expect_order(page: Page, wanted: list[str]) -> None:
    expect(first_epic(page).locator(".title")).to_have_text(wanted)


def test_a_story_is_dragged_and_stands_there_after_a_reload(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps)
    before = titles(page)
    handles = first_epic(page).locator(".handle")
    handles.nth(0).hover()
    page.mouse.down()
    box = first_epic(page).locator("li[data-story]").nth(2).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 4, steps=6)
    expect(page.locator(".goes-here")).to_be_visible()
    page.mouse.up()
    wanted = [before[1], before[2], before[0], *before[3:]]
    expect_order(page, wanted)
    expect(page.locator(".aloud")).to_contain_text(f"“{before[0]}” is now number 3 of {len(before)}")
    page.reload()
    expect_order(page, wanted)


def test_escape_leaves_a_dragged_story_where_it_was(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps)
    before = titles(page)
    first_epic(page).locator(".handle").nth(1).hover()
    page.mouse.down()
    page.mouse.move(60, 700, steps=4)
    page.keyboard.press("Escape")
    expect(page.locator(".goes-here")).to_have_count(0)
    page.mouse.up()
    expect_order(page, before)


def test_a_story_is_moved_by_key_and_keeps_the_keyboard(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps)
    before = titles(page)
    first_epic(page).locator(".title").nth(1).focus()
    page.keyboard.press("Alt+ArrowUp")
    wanted = [before[1], before[0], *before[2:]]
    expect_order(page, wanted)
    expect(first_epic(page).locator(".title").nth(0)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".aloud")).to_contain_text("It is at the end already.")
    page.keyboard.press("ArrowDown")
    expect(first_epic(page).locator(".title").nth(1)).to_be_focused()
    page.reload()
    expect_order(page, wanted)


def test_on_a_phone_a_story_is_moved_by_its_buttons_and_nothing_is_cut_off(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps, **PHONE)
    before = titles(page)
    first_epic(page).get_by_role("button", name=f"Later, {before[0]}").tap()
    expect_order(page, [before[1], before[0], *before[2:]])
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    boxes = [one.bounding_box() for one in first_epic(page).locator(".handle, .mover").all()]
    assert all(box and box["width"] >= 32 and box["height"] >= 32 for box in boxes)


def test_a_finger_drags_by_the_handle(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps, **PHONE)
    before = titles(page)
    handle = first_epic(page).locator(".handle").nth(0)
    target = first_epic(page).locator("li[data-story]").nth(1)
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), target.bounding_box()
    assert start is not None
    assert end is not None
    client = page.context.new_cdp_session(page)
    x, y, to = start["x"] + 10, start["y"] + 10, end["y"] + end["height"] - 4
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 6):
        point = {"x": x, "y": y + (to - y) * step / 5}
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    expect(page.locator(".goes-here")).to_be_visible()
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect_order(page, [before[1], before[0], *before[2:]])


def test_what_somebody_saves_is_in_the_line_and_appears_to_others(maps: Maps, visit: Visit) -> None:
    page, other = opened(visit, maps), opened(visit, maps)
    title = titles(page)[0]
    first_epic(page).locator(".title").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Estimate (points)").fill("8")
    dialog.get_by_label("Title").fill("A title of our own")
    dialog.get_by_label("Title").press("Tab")
    expect(dialog.get_by_text("2 changes are not saved yet.")).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    for one in (page, other):
        expect(first_epic(one).locator("li[data-story]").first).to_contain_text("A title of our own")
        expect(first_epic(one).locator("li[data-story]").first.locator(".estimate")).to_have_text("8 points")
    assert title != "A title of our own"


def test_a_finding_is_put_aside_and_taken_back_without_leaving_it(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps)
    page.locator("li[data-story]").filter(has=page.locator(".warnings")).first.locator(".title").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Quality").click()
    dialog.get_by_placeholder("Why it may stay").first.fill("one team builds it")
    dialog.get_by_role("button", name="Put aside").first.click()
    expect(dialog.get_by_text("one team builds it")).to_be_visible()
    dialog.get_by_role("button", name="Take back").click()
    expect(dialog.get_by_text("one team builds it")).to_have_count(0)
    expect(dialog.get_by_placeholder("Why it may stay").first).to_be_visible()
