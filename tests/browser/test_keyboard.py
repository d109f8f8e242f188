"""Keys: what an input method needs is not ours, and what is pressed on the board and the graph is not Streamlit's."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.board_page import Board, Hall, Visit, hall

COMPOSED = """(target) => {
  const key = (how) => target.dispatchEvent(new KeyboardEvent("keydown", {
    key: "Enter", code: "Enter", bubbles: true, cancelable: true, composed: true, ...how,
  }));
  // Chrome and Firefox: the Enter that confirms is part of the composition.
  target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true }));
  key({ isComposing: true, keyCode: 229 });
  target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, composed: true }));
  // Safari: it comes after the end, and only its number tells.
  key({ isComposing: false, keyCode: 229 });
  target.dispatchEvent(new KeyboardEvent("keydown", {
    key: "Escape", bubbles: true, cancelable: true, composed: true, isComposing: true, keyCode: 229,
  }));
}"""
REACHED = """() => {
  globalThis.reached = [];
  for (const name of ["keydown", "keyup", "keypress"]) document.addEventListener(name, ({ key }) => reached.push(key));
}"""
PRESSED = ("r", "c", "R", "C", "s", "a", "Escape")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("keyboard") / "journeymap.db", "Bob") as it:
        yield it


def confirm(field: Locator, text: str) -> None:
    """Type with an input method, and confirm what it offers."""
    field.fill(text)
    field.evaluate(COMPOSED)
    expect(field).to_have_value(text)


# Input methods


@pytest.mark.parametrize("kind", ["card", "episode", "note", "channel", "message"])
def test_the_enter_that_confirms_does_not_close_an_editor_of_the_board(room: Hall, visit: Visit, kind: str) -> None:
    ann = room.bare(visit, "Ann")
    ann.do("({ model }) => model.rows('communications', 'before').length || model.add('communications',"
           " { text: 'hello', tone: '', channel: null }, { parent: 'before' })")  # fmt: skip
    ann.settled()
    places = {
        "card": ".card",
        "episode": ".episode",
        "note": ".note",
        "channel": ".channel-name",
        "message": ".message",
    }
    if kind == "channel":
        ann.channel_map()
    ann.page.locator(places[kind]).first.dblclick()
    editor = ann.page.locator("textarea.editor")
    before = ann.do("({ model }) => model.revision")
    confirm(editor, "日本語を")
    expect(editor).to_be_focused()
    assert ann.do("({ model }) => [model.revision, model.queued]") == [before, 0]
    editor.press("Escape")


def test_the_enter_that_confirms_does_not_go_on_in_the_boards_search(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    search = ann.page.locator("input.search")
    confirm(search, "I")
    assert ann.do("({ board }) => board.picked") is None
    search.press("Enter")
    ann.until("({ board }) => !!board.picked")


def test_the_enter_that_confirms_does_not_go_on_in_the_graphs_search(room: Hall, visit: Visit) -> None:
    page = at_graph(room, visit)
    search = page.locator(".find input")
    confirm(search, "desk")
    expect(page.locator(".find .count")).not_to_contain_text("/")
    search.press("Enter")
    expect(page.locator(".find .count")).to_contain_text("1/")


def test_the_enter_that_confirms_does_not_send_from_a_line(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, "Ann")
    line = ann.page.get_by_role("textbox", name="A micro-moment")
    before = len(room.rows("moments"))
    confirm(line, "한국어")
    expect(line).to_be_focused()
    assert len(room.rows("moments")) == before


# What is Streamlit's


def at_graph(room: Hall, visit: Visit) -> Page:
    page = visit(f"{room.base}/graph?map={room.map_id}", storage_state=room.storage("Ann"), reduced_motion="reduce")
    expect(page.locator(".stage canvas")).to_be_visible()
    return page


def runs(page: Page) -> None:
    """Until the script has come to rest."""
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )


def nothing_happens(page: Page) -> None:
    """None of these keys is heard outside, where Streamlit would run the script anew or offer to clear its caches."""
    runs(page)
    page.evaluate(REACHED)
    for key in PRESSED:
        page.keyboard.press(key)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("() => reached") == []
    expect(page.locator("[data-testid=stDialog]")).to_have_count(0)


@pytest.mark.parametrize(
    "focus", [".scroll", ".card", ".note", ".episode", ".channel-name", "input.search", ".toolbar button"]
)
def test_keys_on_the_board_stay_there(room: Hall, visit: Visit, focus: str) -> None:
    ann = room.open(visit, "Ann")
    if focus == ".channel-name":
        ann.channel_map()
    ann.page.locator(focus).first.focus()
    nothing_happens(ann.page)


def test_keys_in_an_editor_of_the_board_stay_there(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, "Ann")
    ann.card("m2").dblclick()
    nothing_happens(ann.page)


@pytest.mark.parametrize("focus", [".stage", ".find input", ".tools button"])
def test_keys_on_the_graph_stay_there(room: Hall, visit: Visit, focus: str) -> None:
    page = at_graph(room, visit)
    page.locator(focus).first.focus()
    nothing_happens(page)


def test_keys_in_a_line_stay_there(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, "Ann")
    ann.page.get_by_role("textbox", name="A micro-moment").focus()
    nothing_happens(ann.page)


# One tab, and how large one looks at a map


def test_to_my_page_is_one_tab_however_often_one_goes(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/workshop?workshop={room.workshop_id}", storage_state=room.storage("Bob"))
    context = page.context
    with context.expect_page() as opened:
        page.get_by_role("link", name="To my page").click()
    opened.value.wait_for_url("**/room")
    before = len(context.pages)
    for _ in range(3):
        with opened.value.expect_navigation():
            page.get_by_role("link", name="To my page").click()
    assert len(context.pages) == before
    opened.value.close()


def width(board: Board) -> float:
    return float(board.do("({ board }) => board.columnWidth"))


def test_how_large_one_looks_at_a_map_is_kept_for_that_map_alone(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    usual = width(ann)
    ann.do("({ board }) => board.zoomTo(20)")
    other = room.mount(ann.page, room.other_id).ready()
    assert width(other) == usual
    expect(other.element).to_have_class("board legible")
    other.do("({ board }) => board.zoomTo(180)")
    again = room.mount(ann.page, room.map_id).ready()
    assert width(again) == 20
    assert width(room.mount(ann.page, room.new_map()).ready()) == usual
