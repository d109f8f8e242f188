"""The language that somebody chose is theirs: after a reload, in a new tab, on the screens and on the light pages."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.board_page import Hall, hall

Visit = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LIVE = "[data-status=live]"
STREAMLIT = "[data-testid=stMarkdownContainer]"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("language") / "journeymap.db", "Saskia") as it:
        yield it


def screen_in(page: Page, language: str) -> None:
    """A screen is drawn in this language."""
    title = {"en": "Graph", "nl": "Netwerk"}[language]
    expect(link(page, title)).to_be_visible()


def link(page: Page, title: str) -> Locator:
    """The link to a page in the first line."""
    return page.get_by_role("link", name=title, exact=True).first


def choose_on_screen(page: Page, name: str, person: str = "Ann") -> None:
    """Choose a language as one does on a screen: behind one's own name."""
    page.get_by_role("button", name=person).click()
    page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first.click()


def light_in(page: Page, language: str) -> None:
    """A light page is in this language."""
    expect(page.locator("html")).to_have_attribute("lang", language)


def top(page: Page) -> float:
    """Where the page's title stands."""
    box = page.get_by_role("heading").first.bounding_box()
    assert box
    return box["y"]


def kept(page: Page) -> dict[str, object]:
    """What the browser keeps of it."""
    return next(dict(one) for one in page.context.cookies() if one["name"] == "journeymap_language")


def test_what_was_chosen_on_a_screen_holds_everywhere(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/history?map={room.map_id}", storage_state=room.storage("Ann"), alone=True)
    screen_in(page, "en")
    before = top(page)
    choose_on_screen(page, "Nederlands")
    screen_in(page, "nl")
    page.wait_for_function("() => document.cookie.includes('journeymap_language=nl')")
    assert top(page) == before
    page.reload()
    screen_in(page, "nl")
    tab = page.context.new_page()
    tab.goto(f"{room.base}/")
    screen_in(tab, "nl")
    for light in ("join", "recover", "room", "screen"):
        tab.goto(f"{room.base}/{light}")
        light_in(tab, "nl")
    tab.goto(f"{room.base}/map?map={room.map_id}")
    screen_in(tab, "nl")
    assert "lang" not in tab.url
    assert (kept(tab)["path"], kept(tab)["sameSite"]) == ("/", "Lax")
    assert float(str(kept(tab)["expires"])) > 0


def test_what_was_chosen_last_holds_whichever_tab_is_used_after_it(room: Hall, visit: Visit) -> None:
    first = visit(f"{room.base}/history?map={room.map_id}", storage_state=room.storage("Ann"), alone=True)
    choose_on_screen(first, "Nederlands")
    first.wait_for_function("() => document.cookie.includes('journeymap_language=nl')")
    second = first.context.new_page()
    second.goto(f"{room.base}/history?map={room.map_id}")
    choose_on_screen(second, "English")
    second.wait_for_function("() => document.cookie.includes('journeymap_language=en')")
    link(first, "Netwerk").click()
    first.wait_for_url("**/graph**")
    expect(first.locator(".graph canvas").first).to_be_visible()
    link(first, "Start").click()
    expect(first.get_by_role("heading", name="Klantreizen")).to_be_visible()
    second.reload()
    screen_in(second, "en")


def test_what_was_chosen_on_a_light_page_holds_everywhere(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/join", wait="form", storage_state=room.storage("Ann"), alone=True)
    light_in(page, "en")
    page.get_by_role("link", name="Nederlands").click()
    light_in(page, "nl")
    for light in ("join", "recover", "room"):
        page.goto(f"{room.base}/{light}")
        light_in(page, "nl")
    page.goto(f"{room.base}/")
    screen_in(page, "nl")
    choose_on_screen(page, "English")
    screen_in(page, "en")
    page.wait_for_function("() => document.cookie.includes('journeymap_language=en')")
    page.goto(f"{room.base}/join")
    light_in(page, "en")
    assert len([one for one in page.context.cookies() if one["name"] == "journeymap_language"]) == 1


def test_a_phone_keeps_its_language_and_the_address_says_nothing_of_it(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/room", wait=LIVE, storage_state=room.storage("Saskia"), alone=True, **PHONE)
    page.get_by_role("button", name="More").click()
    page.get_by_role("link", name="Nederlands").click()
    page.locator(LIVE).wait_for()
    light_in(page, "nl")
    page.wait_for_url(f"{room.base}/room")
    page.reload()
    page.locator(LIVE).wait_for()
    light_in(page, "nl")
    page.goto(f"{room.base}/map?map={room.map_id}")
    screen_in(page, "nl")
    page.go_back()
    light_in(page, "nl")


def test_whoever_chose_nothing_reads_what_the_browser_asks_for(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/", locale="nl-NL", storage_state=room.storage("Ann"), alone=True)
    screen_in(page, "nl")
    page.goto(f"{room.base}/join")
    light_in(page, "nl")
    assert [one["name"] for one in page.context.cookies() if one["name"] == "journeymap_language"] == []
