"""The graph in real Chromium: five views, what a person does in them reaches Python and everybody, texts are texts."""

import json
import re
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Late

from journeymap.graph.views import view
from tests.support.axe import findings
from tests.support.held_answers import Held
from tests.support.nature_park import AWKWARD, Maps
from tests.support.small_maps import sample

Visit = Callable[..., Page]

PANEL = ".st-key-jm-graph-open"


def opened(visit: Visit, address: str, **wishes: Any) -> Page:
    """The page once vis-network has drawn, held as `window.net`; without motion: what is done is done at once."""
    page = visit(address, **{"reduced_motion": "reduce", **wishes})
    expect(page.locator(".stage canvas")).to_be_visible()
    page.wait_for_function("() => globalThis.vis?.Network")
    page.evaluate(
        # Of several that were drawn the one that is on the page: a picture that is drawn anew leaves one behind.
        "() => { const of = vis.Network.prototype, was = of.getScale, all = new Set();"
        " of.getScale = function () { all.add(this); return was.call(this); };"
        " Object.defineProperty(globalThis, 'net', { configurable: true,"
        " get: () => [...all].findLast((one) => one.canvas?.frame?.isConnected) }); }"
    )
    page.get_by_role("button", name="Zoom out (−)").click()
    page.get_by_role("button", name="Zoom in (+)").click()
    page.wait_for_function("() => globalThis.net")
    # What is still being drawn may be replaced under a pointer that presses it.
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )
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


def in_sight(page: Page) -> list[str]:
    """The nodes that are on the stage now; headings are none."""
    found: list[str] = page.evaluate(
        "() => net.body.data.nodes.get().filter((node) => node.kind !== 'episode').map(({ id }) => id).filter((id) => {"
        " const { clientWidth, clientHeight } = net.canvas.frame, { x, y } = net.canvasToDOM(net.getPosition(id));"
        " return x > 0 && y > 0 && x < clientWidth && y < clientHeight; })"
    )
    return found


def sift(page: Page, **wanted: str) -> None:
    """Filter by the first of these in each list."""
    menu = page.locator(".st-key-jm-graph-filter").get_by_test_id("stPopoverButton")
    menu.click()
    for name, what in wanted.items():
        page.get_by_role("combobox", name=name.capitalize()).fill(what)
        page.get_by_role("option", name=what).first.click()
        page.keyboard.press("Escape")
    expect(menu).to_contain_text(f"Filter ({len(wanted)})")
    menu.click()


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


def test_the_plain_order_can_be_seen_and_the_legend_says_what_it_is(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    expect(page.locator(".legend")).to_contain_text("order on the map, on no path")
    order = page.evaluate("() => net.body.data.edges.get().find((edge) => edge.kind === 'order')")
    assert (order["color"]["opacity"], order["width"]) == (1, 2)


def test_few_channels_leave_room_for_all_that_is_written_below_them(visit: Visit, maps: Maps, fresh: str) -> None:
    for n, name in enumerate(("Phone call", "The printed programme that lies at the till of the reception desk")):
        tell(maps, fresh, do="add", table="channels", id=f"c{n}", values={"name": name})
        tell(maps, fresh, do="add", table="touchpoints", id=f"t{n}", parent="ab"[n], values={"channel": f"c{n}"})
    page = visit(maps.at("graph", fresh) + "&view=channels")
    page.wait_for_function("() => globalThis.vis?.Network")
    # The first picture is looked at: nobody has zoomed yet.
    page.evaluate(
        "() => { const of = vis.Network.prototype, was = of.getScale;"
        " of.getScale = function () { globalThis.net = this; return was.call(this); } }"
    )
    page.locator(".stage").click(position={"x": 9, "y": 9})
    page.wait_for_function("() => globalThis.net")
    lowest = page.evaluate(
        "() => Math.max(...['c0', 'c1'].map((id) => net.canvasToDOM({ x: 0, y: net.getBoundingBox(id).bottom }).y))"
    )
    assert lowest <= page.evaluate("() => net.canvas.frame.clientHeight")


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
    row = page.locator('[class*="st-key-jm-graph-finding-"]').filter(has_text="“Activities team” is behind").last
    while "view=backstage" not in page.url:
        row.get_by_role("button", name="Show me").click()
        with suppress(Late):  # on a machine that is very busy a click may be lost: a person clicks again
            page.wait_for_url("**view=backstage**", timeout=10_000)
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


def test_a_filter_brings_what_it_leaves_into_sight(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    assert "m-trail-start" not in in_sight(page)
    sift(page, episodes="Being in the park")
    page.wait_for_function("() => !net.body.data.nodes.get('m-magazine')")
    left = page.evaluate(
        "() => net.body.data.nodes.get().filter((node) => node.kind === 'moment').map((node) => node.id)"
    )
    assert sorted(in_sight(page)) == sorted(left)
    before = page.evaluate("() => net.getViewPosition().x")
    page.get_by_role("button", name="Show me").nth(1).click()
    expect(page.locator(".notice")).to_contain_text("Hidden by the filter: 3.")
    page.locator(".notice").get_by_role("button", name="Clear all filters").click()
    page.wait_for_function("(before) => net.getViewPosition().x < before", arg=before)
    expect(page.locator(".notice")).not_to_contain_text("Hidden by the filter")
    assert "m-call-again" in in_sight(page), "what was hidden is shown as soon as it can be"


def test_a_filter_that_leaves_nothing_says_so_and_is_cleared_there(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    sift(page, episodes="Going home", teams="Web team")
    expect(page.locator(".notice")).to_contain_text("Nothing matches the filter.")
    page.locator(".notice").get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".notice")).to_be_hidden()
    assert in_sight(page)
    page.locator(".paths button").first.click()
    expect(page.locator(PANEL)).to_be_visible()
    expect(page.locator(".st-key-jm-graph-filter"), "it stays cleared").not_to_contain_text("(")


def test_what_is_shown_comes_into_sight_with_its_names_however_far_apart(reading: Callable[..., Page]) -> None:
    page = reading("as_is", viewport={"width": 1000, "height": 600})
    page.get_by_test_id("stMain").evaluate("(main) => main.scrollTo(0, main.scrollHeight)")
    expect(page.locator(".stage")).not_to_be_in_viewport(ratio=0.5)
    page.get_by_role("button", name="Show me").first.evaluate("(button) => button.click()")
    expect(page.locator(".stage")).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("() => net.getScale()") < 0.3, "they are far apart"
    expect(page.locator(".name:visible")).to_have_text(
        ["Wait to be called back", "Look for our park in the newsletter"]
    )
    page.get_by_role("button", name="Show all again").click()
    expect(page.locator(".name")).to_have_count(0)


def test_whoever_searches_or_follows_a_path_is_no_longer_shown_something_else(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    shown = page.locator(".notice").get_by_role("button", name="Show all again")
    page.get_by_role("button", name="Show me").first.click()
    expect(shown).to_be_visible()
    page.get_by_role("searchbox", name="Search").fill("magazine")
    expect(shown).to_be_hidden()
    assert node(page, "m-magazine")["opacity"] == 1
    page.get_by_role("searchbox", name="Search").press("Escape")
    page.get_by_role("button", name="Show me").first.click()
    expect(shown).to_be_visible()
    page.locator(".paths").get_by_role("button", name="Everything by herself, and no lunch").click()
    expect(shown).to_be_hidden()
    assert (node(page, "m-app")["opacity"], node(page, "m-magazine")["opacity"]) == (1, 0.2)


def test_a_late_answer_calls_nobody_back_from_where_they_went_since(visit: Visit, maps: Maps, fresh: str) -> None:
    held = Held()
    page = opened(visit, maps.at("graph", fresh), answer=held)
    here = "() => net.getSelectedNodes()[0]"
    # What is kept from here on is the answer to the click, and not the end of what came before.
    still = "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    page.wait_for_function(still)
    held.kept = []
    click_on(page, "a")
    becomes(page, lambda: held.finished > 0, True)
    # The answer to the second click may be there before the first one is let through.
    first = len(held.kept)
    click_on(page, "c")
    assert page.evaluate(here) == "c"
    page.evaluate(
        "() => { globalThis.went = []; const was = net.selectNodes.bind(net);"
        " net.selectNodes = (ids, ...how) => { went.push(...ids); return was(ids, ...how); }; }"
    )
    held.let_go(first)
    expect(page.locator(PANEL).locator("textarea").first).to_have_value("Moment a")
    assert page.evaluate(here) == "c"
    held.let_go(all_of_it=True)
    expect(page.locator(PANEL).locator("textarea").first).to_have_value("Moment c")
    assert (page.evaluate(here), page.evaluate("() => went.includes('a')")) == ("c", False)


def test_full_screen_holds_the_panel_and_the_way_back(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    on_top = (
        "(one) => { const { x, y } = one.getBoundingClientRect();"
        " return one.contains(document.elementFromPoint(x + 9, y + 9)); }"
    )
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement")
    click_on(page, "b")
    expect(page.locator(PANEL).locator("textarea").first).to_have_value("Moment b")
    assert page.locator(PANEL).evaluate(on_top)
    stage, panel = page.locator(".stage").bounding_box(), page.locator(PANEL).bounding_box()
    assert stage
    assert panel
    assert stage["x"] + stage["width"] <= panel["x"]
    page.locator(".stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(PANEL).get_by_label("The path’s name")).to_be_visible()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.locator(".stage").press("Delete")
    becomes(page, lambda: steps(maps, fresh), ["a", "c"])
    expect(page.locator(".st-key-jm-graph-undo")).to_contain_text("which now goes from “Moment a” to “Moment c”")
    undo = page.get_by_role("button", name="Undo", exact=True)
    assert undo.evaluate(on_top)
    undo.click()
    becomes(page, lambda: steps(maps, fresh), ["a", "b", "c"])


def test_on_a_phone_the_panel_leaves_what_is_chosen_in_sight(reading: Callable[..., Page]) -> None:
    page = reading("as_is", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    panel, stage = page.locator(PANEL), page.locator(".stage")
    above = (
        "([panel, stage]) => { const over = document.querySelector(panel)?.getBoundingClientRect();"
        " const { top, bottom } = globalThis.net.canvas.frame.getBoundingClientRect();"
        " return over && top >= 60 && bottom <= over.top; }"
    )
    page.locator(".paths button").nth(1).click()
    page.wait_for_function(above, arg=[PANEL, ".stage"])
    expect(stage).to_be_in_viewport(ratio=1)
    panel.get_by_role("button", name="close").first.click()
    expect(panel).to_have_count(0)
    click_on(page, "m-magazine")
    page.wait_for_function(above, arg=[PANEL, ".stage"])
    assert "m-magazine" in in_sight(page)


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


def test_another_persons_change_leaves_the_path_open(visit: Visit, maps: Maps, fresh: str) -> None:
    page = opened(visit, maps.at("graph", fresh))
    page.locator(".paths button").first.click()
    name = page.locator(PANEL).get_by_label("The path’s name")
    expect(name).to_have_value("All goes well")
    tell(maps, fresh, do="set", table="moments", id="d", field="text", value="Told by somebody else")
    page.wait_for_function("() => net.body.data.nodes.get('d').label.includes('somebody else')")
    # What closed it would arrive with the next answer: that one is waited for.
    name.fill("All goes very well")
    name.press("Enter")
    expect(page.locator(".paths")).to_contain_text("All goes very well")
    tell(maps, fresh, do="set", table="moments", id="c", field="text", value="And this one too")
    page.wait_for_function("() => net.body.data.nodes.get('c').label.includes('this one')")
    expect(name).to_have_value("All goes very well")


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


def test_a_walk_goes_along_the_path_that_is_chosen_meanwhile(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    page.get_by_role("button", name="Walk", exact=False).first.click()
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".walk .count")).to_have_text("2 / 33")
    page.locator(".paths").get_by_role("button", name="Gives up and takes them swimming").click()
    expect(page.locator(".walk .count")).to_have_text(re.compile(r"^1 / (?!33)"))
    expect(page.locator(".walk .bar")).to_have_attribute("aria-label", "Gives up and takes them swimming")


def test_a_walk_passes_over_what_a_filter_hides(reading: Callable[..., Page]) -> None:
    page = reading("as_is")
    sift(page, episodes="Being in the park")
    page.get_by_role("button", name="Walk", exact=False).first.click()
    expect(page.locator(".walk .count")).to_have_text("1 / 8")
    expect(page.locator(".walk .said")).to_have_text("Report at the reception desk (+0.6)")
    expect(page.locator(".walk")).to_contain_text("Hidden by the filter: 25.")
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".live")).to_contain_text("Step 2 of 8.")


def test_a_walk_has_no_feeling_where_nobody_has_said_one(visit: Visit, maps: Maps, fresh: str) -> None:
    tell(maps, fresh, do="set", table="moments", id="b", field="felt_valence", value=None)
    page = opened(visit, maps.at("graph", fresh))
    page.get_by_role("button", name="Walk", exact=False).first.click()
    expect(page.locator(".curve > .unsaid")).to_have_count(1)
    assert page.locator(".curve .ahead").get_attribute("d").count("M") == 2, "the line is broken there"  # type: ignore[union-attr]
    page.get_by_role("button", name="One step on").click()
    expect(page.locator(".walk .said")).to_have_text("Moment b (felt emotion not known yet)")
    expect(page.locator(".curve .here .unsaid")).to_have_count(1)
    page.get_by_role("button", name="End the walk").click()
    expect(page.locator(".strip .unsaid")).to_have_count(1)


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


WRITTEN = """async () => {
  const canvas = net.canvas.frame.canvas, found = [], of = CanvasRenderingContext2D.prototype;
  const was = of.fillText;
  of.fillText = function (text, x, y) {
    if (this.canvas === canvas && !/^[+−]?[0-2]$/.test(text)) {
      const turn = this.getTransform(), { a } = turn, ratio = devicePixelRatio;
      const at = new DOMPoint(x, y).matrixTransform(turn);
      const size = parseFloat(this.font) * a / ratio, width = this.measureText(text).width * a / ratio;
      const top = at.y / ratio - (this.textBaseline === 'top' ? 0 : size / 2);
      const left = at.x / ratio - (this.textAlign === 'center' ? width / 2 : 0);
      const pale = /rgba\\(.*,\\s*0?\\.\\d+\\)$/.test(this.fillStyle) || this.globalAlpha < 1;
      found.push({ text, size, pale, left, right: left + width, top, bottom: top + size });
    }
    return was.apply(this, arguments);
  };
  const anew = () => (found.length = 0);
  net.on('beforeDrawing', anew);
  net.redraw();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  net.off('beforeDrawing', anew);
  of.fillText = was;
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}"""
"""All that is written on the canvas in one drawing, measured on the screen; the marks of the scale aside."""


def test_no_word_of_the_picture_meets_another_and_none_is_too_small(reading: Callable[..., Page]) -> None:
    page = reading("awkward", "backstage")
    seen = 0
    for name in ("Backstage", "Journey", "Channels", "Needs"):
        page.get_by_role("radio", name=name, exact=True).click()
        expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()
        page.wait_for_function("() => globalThis.net?.body.data.nodes.get().length > 0")
        for press in ("", "Zoom out (−)", "Zoom out (−)", "Show everything (0)"):
            if press and page.get_by_role("button", name=press).count():
                page.get_by_role("button", name=press).click()
            words = page.evaluate(WRITTEN)
            seen += len(words)
            assert [one for one in words if one["size"] < 10.9 or one["pale"]] == [], (name, press)
            assert [
                (one["text"], other["text"], name, press)
                for one, other in combinations(words, 2)
                if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
                and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
            ] == []
    assert seen > 40


def test_what_stands_in_a_box_is_in_it_and_dark_however_near_one_is(reading: Callable[..., Page]) -> None:
    page = reading("as_is", "needs")
    for scale in (0.8, 0.84, 0.88, 0.92, 1.3):
        page.evaluate("(scale) => net.moveTo({ scale, animation: false })", scale)
        words = page.evaluate(WRITTEN)
        assert len(words) > 8
        assert [one for one in words if one["size"] < 10.9 or one["pale"]] == [], scale
        boxes = page.evaluate(
            "() => net.body.data.nodes.get().map(({ id, shapeProperties: { borderRadius = 6 } }) => {"
            " const { left, right } = net.getBoundingBox(id);"
            " const at = (x) => net.canvasToDOM({ x, y: 0 }).x;"
            " return [at(left + borderRadius), at(right - borderRadius)];"
            "})"
        )
        outside = [one for one in words if not any(a < one["left"] and one["right"] < b for a, b in boxes)]
        assert outside == [], scale
