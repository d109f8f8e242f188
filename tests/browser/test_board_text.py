"""Texts on the board: nothing that is typed or pasted vanishes, is cut unsaid, or is overwritten unseen."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from journeymap import frontend
from journeymap.domain.text.lengths import length_of
from journeymap.ui.components import line as line_component
from tests.support.board_page import Board, Hall, Visit, hall

FAMILY = "👩‍👩‍👧"
PASTE = """({ board }, text) => {
  board.scroll.focus();
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const how = { clipboardData: data, bubbles: true, composed: true, cancelable: true };
  board.scroll.dispatchEvent(new ClipboardEvent("paste", how));
}"""

SEEN = """({ model }) => {
  globalThis.seen = 0;
  model.addEventListener("change", () => (seen = Math.max(seen, model.rows("moments", "before").length)));
}"""
"""How many moments are seen at most, from now on."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("texts") / "journeymap.db", "Bob") as it:
        yield it


@pytest.fixture
def ann(room: Hall, visit: Visit) -> Board:
    """Ann's board of a map of her own, with one episode."""
    board = room.bare(visit, "Ann", map_id=room.new_map())
    board.do("({ model }) => model.add('episodes', { title: 'Before' }, { id: 'before' })")
    board.settled()
    return board


def here(board: Board) -> list[str]:
    board.settled()
    return board.texts("moments", "before")


# Pasting


@pytest.mark.parametrize(
    "text",
    ["2024", "true", "null", '"hello"', "[1,2]", "{}", '{"format": "journeymap-moments"}', '{"moments": []}', "-0.5e3",
     '{"format": "journeymap-moments", "moments": [null]}', "[]", '""', "0"],
)  # fmt: skip
def test_text_that_looks_like_data_is_text(ann: Board, text: str) -> None:
    ann.do(PASTE, text)
    assert here(ann) == [text]


def test_lines_end_where_people_see_them_end(ann: Board) -> None:
    ann.do(PASTE, "one\r\ntwo\x0bthree\x0cfour\u2028five\u2029six\x85seven\reight\n\n \t\nnine")
    assert here(ann) == ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def test_what_no_map_can_hold_costs_no_line(ann: Board) -> None:
    ann.do(PASTE, "be\x07ll\nhalf \ud83d of it\nnot\uffffone\ne\u0301 and e\u0301\ntab\there\nzero\u200bwidth")
    assert here(ann) == [
        "bell",
        "half \ufffd of it",
        "not\ufffdone",
        "\u00e9 and \u00e9",
        "tab here",
        "zero\u200bwidth",
    ]


@pytest.mark.parametrize("last", ["👍🏽", FAMILY, "🇳🇱", "e\u0301\u0323", "क्षि"])
def test_a_character_of_several_parts_fits_on_the_last_place(ann: Board, last: str) -> None:
    ann.do(PASTE, "x" * 279 + last)
    assert here(ann) == [ann.page.evaluate("(text) => text.normalize('NFC')", "x" * 279 + last)]
    expect(ann.page.locator(".notice.warning")).to_have_count(0)


def test_a_line_that_is_too_long_is_named_kept_and_mended(ann: Board) -> None:
    long = "y" * 400
    ann.do(PASTE, f"first\n{long}\nlast")
    assert here(ann) == ["first", "last"]
    notice = ann.page.locator(".notice", has_text="At most 280 characters: 120 too many.")
    expect(notice).to_contain_text(long)
    notice.get_by_role("button", name="Shorten it").click()
    editor = ann.page.locator("textarea.editor")
    expect(editor).to_have_value(long)
    editor.press("Enter")
    expect(editor).to_have_value(long)
    expect(ann.page.locator(".editor-count")).to_have_text("At most 280 characters: 120 too many.")
    for _ in range(120):
        editor.press("Backspace")
    editor.press("Enter")
    assert here(ann) == ["first", "last", "y" * 280]


def test_one_paste_is_one_undo_and_one_redo(ann: Board, room: Hall) -> None:
    ann.do("({ model }) => model.add('moments', { text: 'before it' }, { parent: 'before' })")
    ann.do(PASTE, "one\ntwo\nthree\nfour")
    wanted = ["before it", "one", "two", "three", "four"]
    assert here(ann) == wanted
    ann.page.keyboard.press("Control+z")
    assert here(ann) == ["before it"]
    ann.page.keyboard.press("Control+Shift+z")
    assert here(ann) == wanted
    ann.page.keyboard.press("Control+z")
    ann.page.keyboard.press("Control+z")
    assert here(ann) == []
    ann.page.keyboard.press("Control+y")
    ann.page.keyboard.press("Control+y")
    assert here(ann) == wanted


@pytest.mark.parametrize("lines", [4, 120])
def test_a_paste_is_one_undo_before_any_of_it_is_answered_or_sent(ann: Board, lines: int) -> None:
    ann.do(PASTE, "\n".join(f"line {n}" for n in range(lines)))
    ann.page.keyboard.press("Control+z")
    # Off the screen at once, and for good.
    assert ann.texts("moments", "before") == []
    ann.do(SEEN)
    assert here(ann) == []
    assert ann.page.evaluate("seen") == 0
    ann.page.keyboard.press("Control+y")
    assert here(ann) == [f"line {n}" for n in range(lines)]


def test_a_paste_without_a_network_is_one_undo(ann: Board) -> None:
    ann.page.context.set_offline(True)
    ann.status("offline")
    ann.do(PASTE, "one\ntwo")
    ann.page.keyboard.press("Control+z")
    assert ann.texts("moments", "before") == []
    ann.page.keyboard.press("Control+y")
    assert ann.texts("moments", "before") == ["one", "two"]
    ann.page.context.set_offline(False)
    assert here(ann) == ["one", "two"]
    ann.page.keyboard.press("Control+z")
    assert here(ann) == []


def test_several_that_are_removed_together_come_back_together(ann: Board) -> None:
    ann.do(PASTE, "one\ntwo\nthree")
    here(ann)
    ann.page.keyboard.press("Control+a")
    ann.page.keyboard.press("Delete")
    assert here(ann) == []
    ann.page.keyboard.press("Control+z")
    assert here(ann) == ["one", "two", "three"]


def test_what_is_pasted_on_a_map_without_episodes_is_said_to_have_no_place(room: Hall, visit: Visit) -> None:
    board = room.bare(visit, "Ann", map_id=room.new_map())
    board.do(PASTE, "one")
    expect(board.page.locator(".notice.warning")).to_contain_text("Add an episode first")


def test_what_the_server_refuses_is_shown_with_its_words(ann: Board) -> None:
    ann.do("({ model }) => model.add('moments', { text: 'x'.repeat(281) }, { parent: 'before' })")
    expect(ann.page.locator(".notice.warning")).to_contain_text("x" * 281)


# Typing


def test_a_text_that_is_too_long_stays_in_its_editor(ann: Board) -> None:
    ann.do(PASTE, "one\ntwo")
    one, two = ann.do("({ model }) => model.rows('moments', 'before').map(({ id }) => id)")
    ann.card(one).dblclick()
    editor = ann.page.locator("textarea.editor")
    editor.fill("z" * 400)
    editor.press("Enter")
    expect(editor).to_have_value("z" * 400)
    expect(ann.page.locator(".editor-count.over")).to_have_text("At most 280 characters: 120 too many.")
    # Also where one goes on elsewhere; and it is not lost where its editor has to go.
    ann.page.locator(".lane-label").first.click()
    expect(editor).to_have_value("z" * 400)
    ann.card(two).dblclick()
    expect(ann.page.locator(".notice", has_text="z" * 400)).to_be_visible()
    expect(ann.page.locator("textarea.editor")).to_have_value("two")
    ann.page.locator("textarea.editor").press("Escape")
    ann.page.locator(".notice").get_by_role("button", name="Shorten it").click()
    expect(editor).to_have_value("z" * 400)
    editor.fill("short")
    editor.press("Enter")
    assert here(ann) == ["short", "two"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=40, max_size=40))
def test_the_server_never_finds_a_text_longer_than_the_browser(ann: Board, texts: list[str]) -> None:
    for text, length in zip(texts, counted(ann.page, texts), strict=True):
        assert length_of(ann.page.evaluate("(text) => text.normalize('NFC')", text)) <= length, ascii(text)


def counted(page: Page, texts: list[str]) -> Any:
    """How long the browser says that texts are."""
    count = "async ([lengths, texts]) => texts.map((await import(lengths)).lengthOf)"
    return page.evaluate(count, ["/" + frontend.address("shared/lengths.js"), texts])


# Two windows of one person


def test_two_windows_of_one_person_tell_both_texts(room: Hall, visit: Visit) -> None:
    one, other = room.bare(visit, "Ann"), room.bare(visit, "Ann")
    for board in (one, other):
        board.card("m0").dblclick()
    one.page.locator("textarea.editor").fill("First window")
    one.page.locator("textarea.editor").press("Enter")
    one.settled()
    other.until("({ model }) => model.row('moments', 'm0').text === 'First window'")
    other.page.locator("textarea.editor").fill("Second window")
    other.page.locator("textarea.editor").press("Enter")
    lost = other.page.locator(".notice", has_text="First window")
    expect(lost).to_contain_text("You (in another window)")
    expect(one.page.locator(".notice", has_text="Second window")).to_contain_text("Yours was: First window")
    expect(other.page.locator(".notice", has_text="Yours was")).to_have_count(0)
    lost.get_by_role("button", name="Use that one").click()
    other.settled()
    assert next(row["text"] for row in room.rows("moments") if row["id"] == "m0") == "First window"


def test_one_window_never_overwrites_itself_unseen(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    ann.do("({ model }) => { for (let n = 0; n < 5; n += 1) model.set('moments', 'm1', 'text', `Again ${n}`); }")
    ann.settled()
    ann.do("({ model }) => model.socket.again()")
    ann.status("live")
    ann.do("({ model }) => { for (let n = 5; n < 9; n += 1) model.set('moments', 'm1', 'text', `Again ${n}`); }")
    ann.settled()
    expect(ann.page.locator(".notice")).to_have_count(0)


TAKE = """({ board }, text) => {
  document.execCommand("insertText", false, text);
  board.scroll.focus();
}"""
"""Somebody types, and the page by itself puts the keyboard elsewhere: nobody pressed anything."""


def opened(board: Board) -> Page:
    """A moment's text, open for typing."""
    board.do("({ model }) => model.add('moments', { text: 'I arrive' }, { parent: 'before', id: 'm' })")
    board.settled()
    board.page.locator('.card[data-id="m"]').dblclick()
    expect(board.page.locator("textarea.editor")).to_be_focused()
    return board.page


def test_a_page_that_takes_the_keyboard_keeps_no_half_text(ann: Board) -> None:
    page = opened(ann)
    ann.do(TAKE, " never")
    expect(page.locator("textarea.editor")).to_be_focused()
    page.keyboard.type(" mind")
    expect(page.locator("textarea.editor")).to_have_value("I arrive never mind")
    page.keyboard.press("Escape")
    assert here(ann) == ["I arrive"]


def test_whoever_presses_elsewhere_is_not_held_back(ann: Board) -> None:
    page = opened(ann)
    page.keyboard.type(" at the gate")
    search = page.locator(".board input[type=search]").first
    search.click()
    expect(page.locator("textarea.editor")).to_have_count(0)
    expect(search).to_be_focused()
    assert here(ann) == ["I arrive at the gate"]


def test_what_insists_on_the_keyboard_has_it_and_nothing_typed_is_lost(ann: Board) -> None:
    page = opened(ann)
    for word in (" at", " last"):
        ann.do(TAKE, word)
        expect(page.locator("textarea.editor")).to_be_focused()
    ann.do(TAKE, " here")
    expect(page.locator("textarea.editor")).to_have_count(0)
    assert here(ann) == ["I arrive at last here"]


# The line above the board, which Streamlit may take away and put up anew

LINE = """async ([module, html]) => {
  const { mount } = await import(module);
  const words = { waiting: "", mend: "", leave: "" };
  const data = { label: "Add", example: "", add: "", most: 280, leaves: false, place: "a:line", answers: {}, words };
  globalThis.putUp = () => {
    const parentElement = document.querySelector("#above") ?? document.createElement("div");
    parentElement.id = "above";
    document.body.prepend(parentElement);
    parentElement.innerHTML = html;
    const component = { data, parentElement, setStateValue() {} };
    const mounted = mount(component);
    mounted.show(component);
    globalThis.takeAway = () => {
      parentElement.replaceChildren();
      mounted.close();
    };
  };
  putUp();
}"""


def with_line(board: Board) -> Page:
    board.page.evaluate(LINE, ["/" + frontend.address("line/index.js"), line_component.HTML])
    board.page.locator("#above input").focus()
    board.page.keyboard.type("Half a l")
    return board.page


def test_a_line_that_is_put_up_anew_is_typed_on_in(ann: Board) -> None:
    page = with_line(ann)
    page.evaluate("() => { takeAway(); putUp(); }")
    page.keyboard.type("ine")
    expect(page.locator("#above input")).to_have_value("Half a line")


def test_a_line_that_comes_back_leaves_the_keyboard_to_whoever_went_on_elsewhere(ann: Board) -> None:
    page = with_line(ann)
    page.evaluate("() => takeAway()")
    opened(ann)
    page.evaluate("() => putUp()")
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(page.locator("textarea.editor")).to_be_focused()
    page.keyboard.press("Escape")
    page.evaluate("() => { takeAway(); putUp(); }")
    expect(page.locator("#above input")).to_have_value("Half a l")
    expect(page.locator("#above input")).not_to_be_focused()


def test_whoever_left_a_line_amid_a_rerun_has_left_it(ann: Board) -> None:
    page = with_line(ann)
    opened(ann)
    page.evaluate("() => { takeAway(); putUp(); }")
    expect(page.locator("textarea.editor")).to_be_focused()
