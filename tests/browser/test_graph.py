"""The graph in real Chromium: all is drawn, a click reaches Python, texts are texts, nothing comes from elsewhere."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeymap.ui.graph_view import picture
from tests.support.maps import sample
from tests.support.park import AWKWARD, Maps

Visit = Callable[..., Page]


SHOWN = (
    "(text) => document.querySelector('.st-key-jm-faces-graph strong')?.textContent.replaceAll('\u2060', '') === text"
)
"""Whether these words stand beside the graph, but for the joiner that keeps Streamlit from making more of them."""


def opened(visit: Visit, address: str, **wishes: Any) -> Page:
    """The page once vis-network has drawn, held as `window.net`; without motion: what is done is done at once."""
    page = visit(address, reduced_motion="reduce", **wishes)
    expect(page.locator(".stage canvas")).to_be_visible()
    page.wait_for_function("() => globalThis.vis?.Network")
    page.evaluate(
        "() => { const of = vis.Network.prototype, was = of.getScale;"
        " of.getScale = function () { globalThis.net = this; return was.call(this); } }"
    )
    page.get_by_role("button", name="Zoom out (−)").click()
    page.get_by_role("button", name="Zoom in (+)").click()
    page.wait_for_function("() => globalThis.net")
    return page


def node(page: Page, moment: str) -> Any:
    return page.evaluate("(id) => net.body.data.nodes.get(id)", moment)


def place(page: Page, moment: str) -> Any:
    """Bring this moment into the middle, and say where on the stage it is."""
    page.evaluate(
        "(id) => net.moveTo({ position: { x: net.getPositions([id])[id].x, y: net.getViewPosition().y },"
        " scale: net.getScale(), animation: false })",
        moment,
    )
    return page.evaluate("(id) => net.canvasToDOM(net.getPositions([id])[id])", moment)


def click_on(page: Page, moment: str) -> None:
    page.locator(".stage").click(position=place(page, moment))


def add_moment(maps: Maps, text: str) -> None:
    """As another person would: by the API."""
    asked = {"op": "elsewhere", "do": "add", "table": "moments", "id": "else", "parent": "e1", "values": {"text": text}}
    request = urllib.request.Request(
        f"{maps.base}/api/maps/{maps.awkward}/changes",
        json.dumps(asked).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.status == 200


def test_every_moment_and_every_step_is_drawn(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    expected = picture(sample("as-is"), "en")
    kinds = page.evaluate("() => net.body.data.nodes.get().map((node) => node.kind)")
    assert (kinds.count("moment"), kinds.count("episode")) == (59, 6)
    assert page.evaluate("() => net.body.data.edges.length") == len(expected["edges"]) > 100


def test_the_whole_journey_can_be_seen_at_a_glance(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    in_sight = (
        "() => Object.values(net.getPositions()).map((at) => net.canvasToDOM(at)).every(({ x, y }) =>"
        " x > 0 && y > 0 && x < net.canvas.frame.clientWidth && y < net.canvas.frame.clientHeight)"
    )
    assert not page.evaluate(in_sight)
    page.get_by_role("button", name="Show the whole journey (0)").click()
    assert page.evaluate(in_sight)
    before = node(page, "m-magazine")["size"]
    page.get_by_role("button", name="5 · Being in the park").click()
    assert page.evaluate("() => net.getScale()") >= 0.55
    assert node(page, "m-magazine")["size"] < before, "seen from afar, moments are drawn larger"


def test_a_click_selects_a_moment_and_python_shows_it(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    scale = page.evaluate("() => net.getScale()")
    click_on(page, "m-magazine")
    beside = page.locator(".st-key-jm-faces-graph")
    expect(beside).to_contain_text("Read the member magazine")
    expect(beside).to_contain_text("charmed (+1.2)")
    expect(beside).to_contain_text("Feel invited")
    assert page.evaluate("() => net.getSelectedNodes()") == ["m-magazine"]
    assert page.evaluate("() => net.getScale()") == scale, "a rerun leaves the picture where it was"
    page.get_by_role("button", name="Close").click()
    expect(beside).to_have_count(0)
    page.wait_for_function("() => net.getSelectedNodes().length === 0")


def test_the_keyboard_reaches_every_moment(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    page.locator(".stage").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".live")).to_contain_text("Hear from my sister what her children did there. Episode:")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-jm-faces-graph")).to_contain_text("Hear from my sister")
    page.keyboard.press("End")
    expect(page.locator(".live")).to_contain_text("Consider a membership")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-jm-faces-graph")).to_have_count(0)


def test_a_path_can_be_hidden_and_shown_again(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    toggle = page.get_by_role("button", name="Everything by herself, and no lunch")
    hidden = "() => net.body.data.edges.get().filter((edge) => edge.hidden).length"
    assert page.evaluate(hidden) == 0
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(hidden) == 44
    assert node(page, "m-app")["opacity"] < 1, "nobody else passes here"
    assert node(page, "m-magazine")["opacity"] == 1
    toggle.click()
    assert page.evaluate(hidden) == 0


def test_awkward_words_are_drawn_as_text(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.awkward))
    labels = page.evaluate("() => net.body.data.nodes.get().map((node) => node.label)")
    assert any(label.startswith("<img src=x onerror=") for label in labels)
    expect(page.locator(".paths")).to_contain_text('<img src=x onerror="alert(1)">')
    for n, text in enumerate(AWKWARD):
        click_on(page, f"m{n}")
        page.wait_for_function(SHOWN, arg=" ".join(text.split()))
    assert page.locator('img[src="x"]').count() == 0


def test_hovering_tells_about_a_moment_as_text(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.awkward))
    page.locator(".stage").hover(position=place(page, "m0"))
    tip = page.locator(".vis-tooltip")
    expect(tip).to_contain_text('<img src=x onerror="alert(1)">')
    expect(tip).to_be_visible()


@pytest.mark.parametrize(("scheme", "text"), [("light", "#1b2130"), ("dark", "#e8ebf2")])
def test_light_and_dark_follow_the_theme(maps: Maps, visit: Visit, scheme: str, text: str) -> None:
    page = opened(visit, maps.at("graph", maps.as_is), color_scheme=scheme)
    assert node(page, "m-magazine")["font"]["color"] == text
    ground = page.evaluate("() => getComputedStyle(net.canvas.frame.closest('.stage')).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 31)"}[scheme]


def test_the_wheel_scrolls_the_page_and_zooms_only_with_ctrl(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is))
    before = page.evaluate("() => net.getScale()")
    page.locator(".stage").hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 0")
    assert page.evaluate("() => net.getScale()") == before
    page.locator(".stage").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_function("(before) => net.getScale() > before", arg=before)


def test_the_graph_fits_a_phone(maps: Maps, visit: Visit) -> None:
    phone: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    page = opened(visit, maps.at("graph", maps.to_be), **phone)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    box = page.locator(".stage").bounding_box()
    assert box is not None
    assert box["width"] <= 390


def test_another_persons_change_keeps_zoom_and_place(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.awkward))
    click_on(page, "m1")
    beside = page.locator(".st-key-jm-faces-graph")
    expect(beside).to_be_visible()
    where = "() => [net.getScale(), net.getViewPosition().x]"
    seen = page.evaluate(where)
    add_moment(maps, "Somebody else adds this")
    page.get_by_role("button", name="Close").click()
    page.wait_for_function("() => net.body.data.nodes.get().some((node) => node.label?.startsWith('Somebody else'))")
    assert page.evaluate(where) == seen


def test_a_row_of_the_table_chooses_as_a_click_does(maps: Maps, visit: Visit) -> None:
    page = opened(visit, maps.at("graph", maps.as_is), viewport={"width": 1440, "height": 1800})
    page.get_by_text("The same as a table").click()
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    for row, text, moment in ((2, "Look at photos of fox cubs", "m-photos"), (0, "Read the member", "m-magazine")):
        table.locator("canvas").first.click(position={"x": 16, "y": 35 * row + 52}, force=True)
        expect(page.locator(".st-key-jm-faces-graph")).to_contain_text(text)
        page.wait_for_function("(moment) => net.getSelectedNodes()[0] === moment", arg=moment)
