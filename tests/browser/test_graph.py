"""The graph in real Chromium: five views, what a person does in them reaches Python and everybody, texts are texts."""

import json
import re
import time
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeymap.graph.views import view
from tests.support.axe import findings
from tests.support.maps import sample
from tests.support.park import AWKWARD, Maps

Visit = Callable[..., Page]

PANEL = ".st-key-jm-graph-open"


def opened(visit: Visit, address: str, **wishes: Any) -> Page:
    """The page once vis-network has drawn, held as `window.net`; without motion: what is done is done at once."""
    page = visit(address, **{"reduced_motion": "reduce", **wishes})
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


@pytest.fixture
def reading(visit: Visit, maps: Maps) -> Callable[..., Page]:
    """A page of a map of the server's, by its name there."""
    return lambda what, view="journey", **wishes: opened(
        visit, maps.at("graph", getattr(maps, what)) + f"&view={view}", **wishes
    )


def node(page: Page, moment: str) -> Any:
    return page.evaluate("(id) => net.body.data.nodes.get(id)", moment)


def place(page: Page, moment: str) -> Any:
    """Where on the stage this node is, once it is in sight."""
    page.evaluate(
        "(id) => net.moveTo({ position: { x: net.getPositions([id])[id].x, y: net.getViewPosition().y },"
        " scale: net.getScale(), animation: false })",
        moment,
    )
    return at(page, moment)


def at(page: Page, moment: str) -> Any:
    return page.evaluate("(id) => net.canvasToDOM(net.getPositions([id])[id])", moment)


def click_on(page: Page, moment: str) -> None:
    page.locator(".stage").click(position=place(page, moment))


def drag(page: Page, start: Any, end: Any) -> None:
    box = page.locator(".stage").bounding_box()
    assert box
    page.mouse.move(box["x"] + start["x"], box["y"] + start["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + (start["x"] + end["x"]) / 2, box["y"] + (start["y"] + end["y"]) / 2, steps=4)
    page.mouse.move(box["x"] + end["x"], box["y"] + end["y"], steps=4)
    page.mouse.up()


def ask(base: str, path: str, body: Any = None) -> Any:
    """The API's answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{base}/api{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def tell(maps: Maps, map_id: str, **change: Any) -> None:
    """As another person would: by the API."""
    ask(maps.base, f"/maps/{map_id}/changes", {"op": f"{change['do']}-{change['id']}-{len(str(change))}", **change})


def steps(maps: Maps, map_id: str, path: str = "p") -> list[str]:
    """The moments of a path, in order, as they are kept."""
    rows = ask(maps.base, f"/maps/{map_id}")["map"]["path_steps"]
    return [row["moment"] for row in rows if row["parent"] == path]


def becomes(page: Page, read: Callable[[], Any], wanted: Any) -> None:
    """Until what is kept is as wanted; asked again while the page goes on."""
    deadline = time.monotonic() + 20
    while (found := read()) != wanted:
        assert time.monotonic() < deadline, f"{found} is not {wanted}"
        page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.fixture
def fresh(maps: Maps) -> str:
    """A map of the test's own: four moments in a row, a happy path over the first three of them."""
    workshop = ask(maps.base, "/workshops", {"title": "Of a test"})["id"]
    map_id: str = ask(maps.base, f"/workshops/{workshop}/maps", {"title": "Fresh", "kind": "as-is"})["id"]
    tell(maps, map_id, do="add", table="episodes", id="e", values={"title": "Before"})
    for n, moment in enumerate("abcd"):
        values = {"text": f"Moment {moment}", "felt_valence": n % 3 - 1}
        tell(maps, map_id, do="add", table="moments", id=moment, parent="e", values=values)
    tell(maps, map_id, do="add", table="paths", id="p", values={"name": "All goes well"})
    for moment in "abc":
        tell(maps, map_id, do="add", table="path_steps", id=f"s{moment}", parent="p", values={"moment": moment})
    return map_id


# The picture


def test_every_moment_and_every_step_is_drawn(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    seen = view(sample("as-is"), "journey", language="en")
    kinds = page.evaluate("() => net.body.data.nodes.get().map((node) => node.kind)")
    assert (kinds.count("moment"), kinds.count("episode")) == (59, 6)
    assert page.evaluate("() => net.body.data.edges.length") == len(seen.lines) > 100


def test_five_views_are_one_switch_and_the_address_says_which(reading: Callable[..., Page]) -> None:
    page = reading("to_be")
    for label, name, kind in (
        ("Channels", "channels", "channel"),
        ("Needs", "needs", "need"),
        ("Backstage", "backstage", "team"),
        ("To-be over as-is", "over", "ghost"),
        ("Journey", "journey", "moment"),
    ):
        page.get_by_role("radio", name=label, exact=True).click()
        page.wait_for_function("(kind) => net.body.data.nodes.get().some((node) => node.kind === kind)", arg=kind)
        expect(page.get_by_role("radio", name=label, exact=True)).to_be_checked()
        expect(page).to_have_url(re.compile(rf"view={name}\b"))
        expect(page.locator(".legend .sign").first).to_be_visible()


def test_the_whole_journey_can_be_seen_at_a_glance(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    in_sight = (
        "() => Object.values(net.getPositions()).map((at) => net.canvasToDOM(at)).every(({ x, y }) =>"
        " x > 0 && y > 0 && x < net.canvas.frame.clientWidth && y < net.canvas.frame.clientHeight)"
    )
    assert not page.evaluate(in_sight)
    page.get_by_role("button", name="Show everything (0)").click()
    assert page.evaluate(in_sight)
    before = node(page, "m-magazine")["size"]
    page.get_by_role("button", name="5 · Being in the park").click()
    assert page.evaluate("() => net.getScale()") >= 0.55
    assert node(page, "m-magazine")["size"] < before, "seen from afar, moments are drawn larger"


def test_awkward_words_are_drawn_as_text(reading: Callable[..., Page]) -> None:
    page = reading("awkward")
    labels = page.evaluate("() => net.body.data.nodes.get().map((node) => node.label)")
    assert any(label.startswith("<img src=x onerror=") for label in labels)
    expect(page.locator(".paths")).to_contain_text('<img src=x onerror="alert(1)">')
    for n in (0, len(AWKWARD) - 3):
        click_on(page, f"m{n}")
        expect(page.locator(PANEL).locator("textarea").first).to_have_value(" ".join(AWKWARD[n].split()))
    assert page.locator('img[src="x"]').count() == 0


def test_hovering_tells_about_a_moment_as_text(reading: Callable[..., Page]) -> None:
    page = reading("awkward")
    page.locator(".stage").hover(position=place(page, "m0"))
    tip = page.locator(".vis-tooltip")
    expect(tip).to_contain_text('<img src=x onerror="alert(1)">')
    expect(tip).to_be_visible()


@pytest.mark.parametrize(("scheme", "text"), [("light", "#1b2130"), ("dark", "#e8ebf2")])
def test_light_and_dark_follow_the_theme(reading: Callable[..., Page], scheme: str, text: str) -> None:
    page = reading("as_is", color_scheme=scheme)
    assert node(page, "m-magazine")["font"]["color"] == text
    ground = page.evaluate("() => getComputedStyle(net.canvas.frame.closest('.stage')).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 31)"}[scheme]


def test_the_wheel_scrolls_the_page_and_zooms_only_with_ctrl(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
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


def test_the_graph_fits_a_phone(reading: Callable[..., Page]) -> None:
    page = reading("to_be", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    box = page.locator(".stage").bounding_box()
    assert box is not None
    assert box["width"] <= 390


# What is chosen


def test_what_is_clicked_is_edited_beside_the_graph(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    scale = page.evaluate("() => net.getScale()")
    click_on(page, "b")
    text = page.locator(PANEL).locator("textarea").first
    expect(text).to_have_value("Moment b")
    text.fill("Moment b, told anew")
    text.press("Control+Enter")
    page.wait_for_function("() => net.body.data.nodes.get('b').label.includes('told anew')")
    assert page.evaluate("() => net.getScale()") == scale, "a rerun leaves the picture where it was"
    page.locator(PANEL).get_by_role("button", name="close").first.click()
    expect(page.locator(PANEL)).to_have_count(0)


def test_a_row_of_the_table_chooses_as_a_click_does(reading: Callable[..., Page]) -> None:
    page = reading("as_is", viewport={"width": 1440, "height": 1800})
    page.get_by_text("The same as a table").click()
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    table.locator("canvas").first.click(position={"x": 16, "y": 35 * 2 + 52}, force=True)
    expect(page.locator(PANEL).locator("textarea").first).to_have_value("Look at photos of fox cubs")
    page.wait_for_function("() => net.getSelectedNodes()[0] === 'm-photos'")


def test_what_stands_out_is_shown_also_in_another_view(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    page.get_by_text("more", exact=False).filter(has_text=re.compile(r"^\d+ more$")).click()
    page.get_by_role("button", name="Show me").last.click()
    page.wait_for_function("() => net.body.data.nodes.get().some((node) => node.kind === 'team')")
    expect(page.locator(".notice")).to_contain_text("Activities team")
    page.wait_for_function("() => net.body.data.nodes.get().some((node) => node.opacity < 1)")
    page.get_by_role("button", name="Show all again").click()
    page.wait_for_function("() => net.body.data.nodes.get().every((node) => node.opacity === 1)")


def test_search_finds_and_goes_from_one_to_the_next(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    page.get_by_role("searchbox", name="Search").fill("website")
    expect(page.locator(".find .count")).not_to_have_text("")
    page.keyboard.press("Enter")
    expect(page.locator(".live")).to_contain_text("ebsite")
    first = page.evaluate("() => net.getSelectedNodes()[0]")
    page.keyboard.press("Enter")
    assert page.evaluate("() => net.getSelectedNodes()[0]") != first
    page.keyboard.press("Escape")
    page.wait_for_function("() => net.body.data.nodes.get().every((node) => (node.opacity ?? 1) === 1)")


# What is moved


def test_a_node_stays_where_it_is_dragged_for_everybody(visit: Visit, maps: Maps, fresh: str) -> None:
    mine, theirs = (opened(visit, maps.at("graph", fresh)) for _ in range(2))
    theirs.get_by_role("button", name="Zoom in (+)").click()
    zoom = theirs.evaluate("() => net.getScale()")
    start = at(mine, "b")
    drag(mine, start, {"x": start["x"] + 30, "y": start["y"] + 90})
    put = mine.evaluate("() => net.getPositions(['b']).b")
    theirs.wait_for_function("(y) => Math.abs(net.getPositions(['b']).b.y - y) < 2", arg=put["y"])
    assert theirs.evaluate("() => net.getScale()") == zoom
    assert abs(mine.evaluate("() => net.getPositions(['b']).b.y") - put["y"]) < 2, "it does not jump back"
    mine.get_by_role("button", name="Tidy").click()
    theirs.wait_for_function("(y) => Math.abs(net.getPositions(['b']).b.y - y) > 20", arg=put["y"])


def test_another_persons_change_keeps_zoom_place_and_choice(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    click_on(page, "c")
    expect(page.locator(PANEL)).to_be_visible()
    where = "() => [net.getScale(), net.getViewPosition().x, net.getSelectedNodes()[0]]"
    seen = page.evaluate(where)
    tell(maps, fresh, do="add", table="moments", id="else", parent="e", values={"text": "Somebody else adds this"})
    page.wait_for_function("() => net.body.data.nodes.get('else')")
    assert page.evaluate(where) == seen


# Paths


def test_a_path_comes_forward_and_opens_to_be_edited(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    path = page.locator(".paths").get_by_role("button", name="Everything by herself, and no lunch")
    path.click()
    expect(path).to_have_attribute("aria-pressed", "true")
    expect(page.locator(PANEL).get_by_label("The path’s name")).to_have_value("Everything by herself, and no lunch")
    assert node(page, "m-magazine")["opacity"] < 1, "this path does not come here"
    assert node(page, "m-app")["opacity"] == 1
    path.click()
    expect(page.locator(PANEL)).to_have_count(0)
    page.wait_for_function("() => net.body.data.nodes.get('m-magazine').opacity === 1")


def test_a_step_is_drawn_and_taken_out_again(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    page.get_by_role("button", name="Draw a step").click()
    expect(page.locator(".notice")).to_contain_text("All goes well: Drag from one micro-moment")
    drag(page, at(page, "b"), at(page, "d"))
    becomes(page, lambda: steps(maps, fresh), ["a", "b", "d", "c"])
    page.get_by_role("button", name="Done").click()
    page.wait_for_function("() => net.body.data.edges.get().filter((edge) => edge.path === 'p').length === 3")
    edge = page.evaluate("() => net.body.data.edges.get().find((edge) => edge.from === 'b' && edge.to === 'd').id")
    middle = page.evaluate(
        "(id) => net.canvasToDOM(net.body.edges[id].edgeType.getPoint ? net.body.edges[id].edgeType.getPoint(0.5)"
        " : net.body.edges[id].options)",
        edge,
    )
    page.locator(".stage").click(position=middle)
    expect(page.locator(PANEL)).to_contain_text("Moment b → Moment d")
    page.locator(".stage").press("Delete")
    becomes(page, lambda: steps(maps, fresh), ["a", "b", "c"])


def test_a_walk_lights_each_step_and_says_it(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    page.get_by_role("button", name="Walk", exact=False).first.click()
    expect(page.locator(".walk .count")).to_have_text("1 / 33")
    assert page.get_by_role("button", name="Pause").count() == 0, "who asked for less motion steps by hand"
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".walk .count")).to_have_text("2 / 33")
    expect(page.locator(".live")).to_contain_text("Step 2 of 33. Hear from my sister")
    page.get_by_role("button", name="End the walk").click()
    expect(page.locator(".walk")).to_be_hidden()


def test_a_walk_goes_on_by_itself_until_it_is_paused(reading: Callable[..., Page]) -> None:
    page = reading("as_is", reduced_motion="no-preference")
    page.get_by_role("button", name="Walk", exact=False).first.click()
    expect(page.locator(".walk .count")).to_have_text("2 / 33")
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(".walk").get_by_role("button", name="Walk along")).to_be_visible()


# Without a mouse, and without eyes


def test_the_keyboard_alone_walks_chooses_and_draws(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    page.locator(".stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(PANEL).get_by_label("The path’s name")).to_have_value("All goes well")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".live")).to_contain_text("Moment c")
    page.keyboard.press("Enter")
    expect(page.locator(PANEL).locator("textarea").first).to_have_value("Moment c")
    page.keyboard.press("e")
    expect(page.locator(".notice")).to_contain_text("From “Moment c”")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    becomes(page, lambda: steps(maps, fresh), ["a", "b", "c", "a"])
    page.keyboard.press("Escape")
    expect(page.locator(".notice")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)


@pytest.mark.parametrize("name", ["journey", "backstage"])
def test_nothing_keeps_anybody_out(reading: Callable[..., Page], name: str) -> None:
    page = reading("as_is", name)
    assert findings(page) == []
