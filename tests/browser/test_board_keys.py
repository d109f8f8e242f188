"""The board's keyboard and what is typed on it, in real Chromium: neither is lost when others change the map."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.board_page import Board, Hall, Visit, hall

NARROW: dict[str, Any] = {"viewport": {"width": 1000, "height": 800}}
BEFORE = ("I look it up", "I call the desk", "I pack the bags")
THERE = ("I arrive", "I ask for a map")
LONG = "I wait for the letter that they said they would send to me last week " * 4


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("keys") / "journeymap.db", "Bob") as it:
        yield it


@pytest.fixture
def two(room: Hall, visit: Visit) -> tuple[Board, Board]:
    return room.bare(visit, "Ann", **NARROW), room.bare(visit, "Bob", **NARROW)


def adds(board: Board, many: int, parent: str = "before", after: str | None = None) -> None:
    """Somebody puts moments there, all at the same place."""
    board.do(
        """({ model }, many, parent, after) => {
          const values = { text: "pushed", felt_valence: null, targeted_valence: null, targeted_label: "" };
          for (let n = 0; n < many; n += 1) model.add("moments", values, { parent, after, id: `pushed-${n}` });
        }""",
        many,
        parent,
        after,
    )
    board.settled()


def clears(board: Board, many: int) -> None:
    """They take them away again."""
    board.do("({ model }, n) => { while (n--) model.remove('moments', `pushed-${n}`); }", many)
    board.settled()


def has(board: Board, moment: str) -> None:
    """Wait until this board has heard of a moment."""
    board.until("({ model, board }, id) => model.row('moments', id) && board.layout.byMoment.has(id)", moment)


def lacks(board: Board, moment: str) -> None:
    """Wait until it has heard that a moment is gone."""
    board.until("({ model, board }, id) => !model.row('moments', id) && !board.layout.byMoment.has(id)", moment)
    expect(board.card(moment)).to_have_count(0)


def place(board: Board, moment: str) -> float:
    """How far a card is from the left edge of the screen, once the board has come to rest."""
    board.do(
        """async () => {
          for (let n = 0; n < 3; n += 1) await new Promise((done) => requestAnimationFrame(done));
        }"""
    )
    box = board.card(moment).bounding_box()
    assert box
    return box["x"]


def keyboard(board: Board) -> str:
    """What has the keyboard: a row's id, or else the name of the element's class."""
    found: str = board.do(
        """({ board }) => {
          const here = board.board.getRootNode().activeElement;
          return here && board.board.contains(here) ? (here.dataset.id ?? here.className) : "nothing";
        }"""
    )
    return found


# Typing


def test_what_i_type_stays_open_where_i_see_it_while_others_put_cards_before_it(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m4").dblclick()
    ann.page.keyboard.type(" of")
    was = place(ann, "m4")
    adds(bob, 25)
    has(ann, "pushed-24")
    ann.page.keyboard.type(" the park")
    expect(ann.page.locator("textarea.editor")).to_have_value("I ask for a map of the park")
    assert abs(place(ann, "m4") - was) < 2
    assert bob.do("({ model }) => model.row('moments', 'm4').text") == "I ask for a map", "no half sentences"
    ann.page.keyboard.press("Escape")
    clears(bob, 25)


def test_what_i_type_stays_open_when_i_scroll_away_from_it(two: tuple[Board, Board]) -> None:
    ann, bob = two
    adds(bob, 25, "there", "m4")
    has(ann, "pushed-24")
    ann.card("m0").dblclick()
    ann.page.keyboard.type(" and")
    ann.do("({ board }) => board.scroll.scrollTo({ left: 3000, behavior: 'instant' })")
    expect(ann.card("pushed-2")).to_be_attached()
    ann.page.keyboard.type(" wide")
    expect(ann.page.locator("textarea.editor")).to_have_value("I look it up and wide")
    ann.page.keyboard.press("Escape")
    clears(bob, 25)


def test_whoever_begins_to_type_follows_nobody(two: tuple[Board, Board]) -> None:
    ann, bob = two
    adds(bob, 25, "there", "m4")
    has(ann, "pushed-24")
    ann.page.get_by_role("button", name="Follow Bob").click()
    ann.do("({ board }) => { board.pick('moments', 'm1'); board.focusCard('m1'); }")
    ann.page.keyboard.press("Enter")
    ann.page.keyboard.type(" by")
    assert ann.do("({ board }) => board.following") is None
    bob.do("({ board }) => board.scroll.scrollTo({ left: 2500, behavior: 'instant' })")
    ann.until("({ model }) => model.people.some(({ name, view }) => name === 'Bob' && view?.x > 0.5)")
    ann.page.keyboard.type(" phone")
    expect(ann.page.locator("textarea.editor")).to_have_value("I call the desk by phone")
    ann.page.keyboard.press("Escape")
    clears(bob, 25)


def test_what_i_look_at_stays_where_it_is_when_others_insert_before_it(two: tuple[Board, Board]) -> None:
    ann, bob = two
    adds(bob, 25, "there", "m4")
    has(ann, "pushed-24")
    for chosen in (True, False):
        ann.do("({ board }) => { board.pick(null, null); board.reveal('pushed-9', true); }")
        if chosen:
            ann.card("pushed-9").click()
        was = place(ann, "pushed-9")
        bob.do("({ model }) => model.add('moments', { text: 'one' }, { parent: 'before', after: null, id: 'one' })")
        has(ann, "one")
        assert abs(place(ann, "pushed-9") - was) < 2
        bob.do("({ model }) => model.move('moments', 'pushed-9', 'before', 'm0')")
        ann.until("({ board }) => board.layout.byMoment.get('pushed-9').episode.id === 'before'")
        stays = ann.do("({ board }) => board.scroll.scrollLeft")
        assert stays > 500, "a card that somebody carries off does not take my view with it"
        bob.do("({ model }) => { model.undo(); model.undo(); }")
        ann.until("({ model, board }) => !model.row('moments', 'one') && !board.layout.byMoment.has('one')")
    clears(bob, 25)


def test_the_name_of_a_channel_is_typed_on_while_others_change_the_map(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.channel_map().page.locator(".add-channel").click()
    ann.page.keyboard.type("Ticket")
    adds(bob, 1)
    bob.do("({ model }) => model.add('channels', { name: 'Ranger' }, { id: 'ranger', after: undefined })")
    has(ann, "pushed-0")
    expect(ann.page.locator(".channel-name", has_text="Ranger")).to_be_visible()
    ann.page.keyboard.type(" office")
    expect(ann.page.locator("textarea.editor")).to_have_value("Ticket office")
    ann.page.keyboard.press("Escape")
    bob.settled()
    bob.do("({ model }) => model.undo()")
    clears(bob, 1)


def test_a_click_elsewhere_keeps_the_text_and_the_keyboard_goes_there(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m1").dblclick()
    ann.page.keyboard.type(" twice")
    ann.page.locator(".search").click()
    expect(ann.page.locator(".search")).to_be_focused()
    bob.until("({ model }) => model.row('moments', 'm1').text === 'I call the desk twice'")
    ann.page.keyboard.press("Escape")
    ann.page.keyboard.press("Control+z")
    bob.shows("before", *BEFORE)


def test_a_long_text_is_seen_whole_while_it_is_typed(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m4").dblclick()
    editor = ann.page.locator("textarea.editor")
    editor.fill(LONG.strip())
    high, whole = editor.evaluate("(box) => [box.clientHeight, box.scrollHeight]")
    assert high == whole
    assert high > 200
    editor.fill("I ask")
    assert editor.evaluate("(box) => box.clientHeight") < 130
    editor.press("Escape")
    ann.do("({ board }) => { board.scroll.scrollTop = 1000; }")
    note = ann.page.locator(".lane-backstage .note").first
    note.dblclick()
    editor.fill(LONG.strip())
    box, sight = editor.bounding_box(), ann.page.locator(".scroll").bounding_box()
    assert box
    assert sight
    assert box["y"] + box["height"] <= sight["y"] + sight["height"] + 1, "in sight to its last line"
    count_below(ann)
    editor.press("Escape")


def count_below(board: Board) -> None:
    """How much more fits, or is too much, stands below the text and in sight."""
    names = ("textarea.editor", ".editor-count", ".scroll")
    box, count, sight = (board.page.locator(name).bounding_box() for name in names)
    assert box
    assert count
    assert sight
    assert count["y"] >= box["y"] + box["height"], "not on the text"
    assert count["y"] + count["height"] <= sight["y"] + sight["height"] + 1


def test_a_text_that_is_higher_than_the_board_leaves_room_for_what_is_said_about_it(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m4").dblclick()
    editor = ann.page.locator("textarea.editor")
    editor.fill(LONG * 10)
    expect(ann.page.locator(".editor-count.over")).to_be_visible()
    count_below(ann)
    high, sight, whole = ann.do(
        "({ board }) => { const box = board.board.querySelector('.editor');"
        " return [box.offsetHeight, board.scroll.clientHeight, box.scrollHeight]; }"
    )
    assert high < sight < whole
    editor.fill("I ask for a map")
    editor.press("Escape")


def test_a_card_says_its_whole_text_when_one_points_at_it(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.do("({ model }, text) => model.set('moments', 'm0', 'text', text)", LONG.strip())
    ann.card("m0").hover()
    expect(ann.page.locator(".hover-card:visible b")).to_have_text(LONG.strip())
    ann.page.keyboard.press("Escape")
    expect(ann.page.locator(".hover-card")).to_be_hidden()
    ann.do("({ model }) => model.undo()")
    ann.shows("before", *BEFORE)


# New rows


@pytest.mark.parametrize(
    ("table", "parent", "words"),
    [
        ("moments", "there", "I sit down"),
        ("episodes", None, "The week after"),
        ("needs", "m3", "know where I am"),
        ("backstage_steps", "m3", "the ranger waits"),
        ("communications", "before", "You are welcome"),
    ],
)
def test_a_new_row_is_mine_until_it_has_its_text_and_one_undo_takes_it_back(
    two: tuple[Board, Board], table: str, parent: str | None, words: str
) -> None:
    ann, bob = two
    add = {
        "moments": "({ board }, table, parent) => board.addMoment(parent, 'm4')",
        "episodes": "({ board }) => board.editing.addEpisode()",
    }.get(table, "({ board }, table, parent) => board.editing.addUnder(table, parent)")
    heard = "({ model }) => { globalThis.heard = 0; model.addEventListener('change', () => (heard += 1)); }"
    bob.do(heard)
    before = ann.texts(table, parent)
    for end in ("Escape", "Enter"):
        ann.do(add, table, parent)
        expect(ann.page.locator("textarea.editor")).to_be_focused()
        ann.page.keyboard.press(end)
        expect(ann.page.locator("textarea.editor")).to_have_count(0)
        assert ann.texts(table, parent) == before, "nothing was typed"
    ann.do(add, table, parent)
    ann.page.keyboard.type(words)
    assert ann.do("({ model }) => model.queued") == 0
    ann.page.keyboard.press("Enter")
    bob.until("({ model }, table, parent, n) => model.rows(table, parent).length === n", table, parent, len(before) + 1)
    assert bob.texts(table, parent) == [*before, words]
    assert bob.page.evaluate("() => heard") == 1, "nothing of it was told before"
    ann.settled()
    ann.page.keyboard.press("Control+z")
    bob.until("({ model }, table, parent, n) => model.rows(table, parent).length === n", table, parent, len(before))
    ann.settled()


def test_others_change_what_is_around_a_new_card_while_it_is_typed(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m1").click()
    ann.page.keyboard.press("n")
    ann.page.keyboard.type("I ask")
    bob.do("({ model }) => model.add('moments', { text: 'between' }, { parent: 'before', after: 'm1', id: 'between' })")
    bob.do("({ model }) => model.remove('moments', 'm1')")
    has(ann, "between")
    lacks(ann, "m1")
    assert ann.texts("moments", "before") == ["I look it up", "New moment", "between", "I pack the bags"]
    bob.do("({ model }) => model.move('moments', 'm0', 'there', null)")
    ann.until("({ model }) => model.row('moments', 'm0').parent === 'there'")
    ann.page.keyboard.type(" again")
    ann.page.keyboard.press("Enter")
    bob.shows("before", "I ask again", "between", "I pack the bags")
    ann.settled()
    ann.page.keyboard.press("Control+z")
    bob.shows("before", "between", "I pack the bags")
    bob.do("({ model }) => { model.undo(); model.undo(); model.undo(); }")
    bob.shows("before", *BEFORE)
    ann.shows("before", *BEFORE)


def test_a_new_card_whose_episode_somebody_removes_gives_its_text_back(two: tuple[Board, Board]) -> None:
    ann, bob = two
    bob.do("({ model }) => model.add('episodes', { title: 'Short' }, { id: 'short', after: undefined })")
    ann.until("({ board }) => board.layout.spans.some(({ episode }) => episode.id === 'short')")
    ann.do("({ board }) => board.addMoment('short', null)")
    ann.page.keyboard.type("I was here")
    bob.do("({ model }) => model.remove('episodes', 'short')")
    expect(ann.page.locator(".notice")).to_contain_text("I was here")
    assert keyboard(ann) != "nothing"
    ann.settled()
    assert ann.texts("episodes") == ["Before the visit", "At the park", "Going home"]


def test_a_fifth_need_is_typed_where_one_sees_it(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.do(
        """({ model }) => {
          for (const n of [1, 2, 3, 4]) {
            model.add("needs", { text: `need ${n}` }, { parent: "m3", id: `need-${n}`, after: undefined });
          }
        }"""
    )
    ann.settled()
    ann.do("({ board }) => board.editing.addUnder('needs', 'm3')")
    expect(ann.page.locator("textarea.editor")).to_be_focused()
    ann.page.keyboard.type("need 5")
    ann.page.keyboard.press("Enter")
    ann.settled()
    assert ann.texts("needs", "m3") == [f"need {n}" for n in range(1, 6)]
    ann.do("({ model }) => { for (let n = 0; n < 5; n += 1) model.undo(); }")
    ann.shows("m3", table="needs")


def test_tab_from_a_new_card_goes_to_the_one_after_it_also_when_nothing_was_typed(two: tuple[Board, Board]) -> None:
    ann, _ = two
    editor = ann.page.locator("textarea.editor")
    ann.card("m2").click()
    ann.page.keyboard.press("n")
    expect(editor).to_have_value("New moment")
    ann.page.keyboard.press("Tab")
    expect(editor).to_have_value("I arrive")
    ann.page.keyboard.press("Escape")
    ann.card("m4").click()
    ann.page.keyboard.press("n")
    expect(editor).to_have_value("New moment")
    ann.page.keyboard.press("Tab")
    expect(editor).to_have_count(0)
    expect(ann.card("m4")).to_be_focused()
    assert ann.texts("moments", "there") == [*THERE]


# Keys


def test_a_button_does_what_it_says_from_the_keyboard_whatever_is_chosen(two: tuple[Board, Board]) -> None:
    ann, _ = two
    page = ann.page
    press = page.keyboard.press
    editor = page.locator("textarea.editor")
    ann.card("m1").click()
    wide = ann.do("({ board }) => board.columnWidth")
    page.get_by_role("button", name="Whole journey").focus()
    press("Enter")
    ann.until("({ board }, wide) => board.columnWidth !== wide", wide)
    page.get_by_role("button", name="Lanes").focus()
    press("Space")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert ann.do("({ board }) => board.dragging.lifted") is None
    press("Escape")
    page.get_by_role("button", name="Needs", exact=True).focus()
    press("Enter")
    expect(page.locator(".lane-needs")).to_have_class("lane lane-needs collapsed")
    press("Delete")
    press("Backspace")
    ann.settled()
    assert ann.texts("moments", "before") == [*BEFORE]
    ann.card("m1").focus()
    press("Delete")
    ann.shows("before", "I look it up", "I pack the bags")
    ann.settled()
    page.locator(".notice").get_by_role("button", name="Undo").focus()
    press("Enter")
    ann.shows("before", *BEFORE)
    expect(page.locator(".scroll")).to_be_focused()
    expect(editor).to_have_count(0)


def test_what_has_the_keyboard_is_removed_and_not_what_was_chosen_before(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m0").click()
    ann.note("find the way").focus()
    ann.page.keyboard.press("Space")
    assert ann.do("({ board }) => [board.picked.id, board.dragging.lifted]") == ["map", None]
    ann.card("m0").click()
    ann.note("find the way").focus()
    ann.page.keyboard.press("Delete")
    ann.shows("m4", table="needs")
    ann.aloud("Removed")
    assert keyboard(ann) == "m4", "the card it stood under"
    ann.page.locator(".notice").get_by_role("button", name="Undo").click()
    ann.shows("m4", "find the way", table="needs")
    assert ann.texts("moments", "before") == [*BEFORE]


def test_the_keyboard_stays_on_the_board(two: tuple[Board, Board]) -> None:
    """When one scrolls away, when what one had is gone, when one gives up."""
    ann, bob = two
    adds(bob, 25, "there", "m4")
    has(ann, "pushed-24")
    ann.card("m1").click()
    ann.do("({ board }) => board.scroll.scrollTo({ left: 3000, behavior: 'instant' })")
    expect(ann.card("pushed-2")).to_be_attached()
    assert keyboard(ann) == "m1"
    ann.page.keyboard.press("ArrowRight")
    expect(ann.card("m2")).to_be_focused()
    ann.page.keyboard.press("n")
    expect(ann.page.locator("textarea.editor")).to_have_value("New moment")
    ann.page.keyboard.press("Escape")
    expect(ann.card("m2")).to_be_focused()
    bob.do("({ model }) => model.remove('moments', 'm2')")
    lacks(ann, "m2")
    ann.aloud("Bob removed what you had chosen")
    expect(ann.page.locator(".scroll")).to_be_focused()
    ann.page.keyboard.press("ArrowRight")
    assert keyboard(ann) not in ("nothing", "scroll")
    bob.do("({ model }) => model.undo()")
    has(ann, "m2")
    clears(bob, 25)


def test_a_paste_that_scrolls_leaves_the_keyboard_on_the_board(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m0").click()
    ann.do(
        """({ board }, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          board.board.getRootNode().activeElement
            .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true }));
        }""",
        "\n".join(f"line {n}" for n in range(25)),
    )
    expect(ann.page.locator(".card.chosen")).to_have_text("line 24")
    assert keyboard(ann) != "nothing"
    ann.page.keyboard.press("ArrowLeft")
    expect(ann.page.locator(".card:focus")).to_have_text("line 23")
    ann.page.locator(".notice").get_by_role("button", name="Undo").click()
    ann.shows("before", *BEFORE)
    ann.settled()


def test_undo_works_from_anywhere_on_the_page_but_not_from_a_text(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.page.evaluate("() => document.body.insertAdjacentHTML('afterbegin', '<h1>Title</h1><input id=elsewhere>')")
    ann.edit("m0", "I search")
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I search'")
    ann.settled()
    ann.page.locator("#elsewhere").click()
    ann.page.keyboard.press("Control+z")
    ann.page.locator("h1").click()
    assert keyboard(ann) == "nothing"
    assert ann.texts("moments", "before")[0] == "I search"
    ann.page.keyboard.press("Control+z")
    bob.shows("before", *BEFORE)
    ann.settled()
    ann.page.keyboard.press("Control+Shift+z")
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I search'")
    ann.settled()
    ann.page.keyboard.press("Meta+z")
    bob.shows("before", *BEFORE)
    ann.settled()


# What I hold


def test_a_lifted_card_that_somebody_removes_is_not_lifted_any_more(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m3").focus()
    ann.page.keyboard.press("Space")
    ann.aloud("Lifted: I arrive")
    bob.do("({ model }) => model.remove('moments', 'm3')")
    ann.aloud("Bob removed what you had chosen")
    expect(ann.page.locator(".notice.warning")).to_contain_text("Bob removed what you had chosen")
    assert ann.do("({ board }) => board.dragging.lifted") is None
    expect(ann.page.locator(".drop")).to_be_hidden()
    bob.settled()
    bob.do("({ model }) => model.undo()")
    has(ann, "m3")


def test_a_place_that_somebody_removes_under_a_lifted_card_is_the_one_before_it(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m4").focus()
    press = ann.page.keyboard.press
    press("Space")
    press("ArrowUp")
    press("ArrowRight")
    press("ArrowRight")
    ann.aloud("Before the visit, after I call the desk")
    bob.do("({ model }) => model.remove('moments', 'm1')")
    lacks(ann, "m1")
    press("Space")
    bob.shows("before", "I look it up", "I ask for a map", "I pack the bags")
    ann.settled()
    press("Control+z")
    bob.shows("before", "I look it up", "I pack the bags")
    bob.do("({ model }) => model.undo()")
    ann.shows("before", *BEFORE)


def test_a_card_that_somebody_removes_while_i_drag_it_is_let_go_and_said(two: tuple[Board, Board]) -> None:
    ann, bob = two
    x, y = ann.middle(ann.card("m3"))
    ann.page.mouse.move(x, y)
    ann.page.mouse.down()
    ann.page.mouse.move(x - 60, y + 4, steps=3)
    expect(ann.page.locator(".ghost")).to_be_visible()
    bob.do("({ model }) => model.remove('moments', 'm3')")
    expect(ann.page.locator(".ghost")).to_have_count(0)
    expect(ann.page.locator(".notice.warning")).to_contain_text("Bob removed what you had chosen")
    ann.page.mouse.up()
    bob.settled()
    bob.do("({ model }) => model.undo()")
    has(ann, "m3")
    ann.shows("there", *THERE)


# Following


def test_following_shows_how_far_down_they_look_and_my_own_zoom_is_remembered(room: Hall, visit: Visit) -> None:
    low: dict[str, Any] = {"viewport": {"width": 900, "height": 420}}
    ann, bob = room.bare(visit, "Ann", **low), room.bare(visit, "Bob", **low)
    kept = "({ board }) => board.views.width(board.map, 0)"
    ann.do("({ board }) => board.zoomTo(120)")
    bob.do("({ board }) => { board.zoomTo(60); board.scroll.scrollTo({ top: 120, behavior: 'instant' }); }")
    ann.until("({ model }) => model.people.some(({ view }) => view?.zoom < 0.5)")
    ann.page.get_by_role("button", name="Follow Bob").click()
    ann.until("({ board }) => board.columnWidth === 60 && Math.abs(board.scroll.scrollTop - 120) < 3")
    bob.do("({ board }) => board.scroll.scrollTo({ top: 40, behavior: 'instant' })")
    ann.until("({ board }) => Math.abs(board.scroll.scrollTop - 40) < 3")
    assert ann.do(kept) == 120


# An objection, while one thinks backwards

STEP = """({ model }, page, parks) => {
  const step = { id: "s", title: "Think backwards", state: "running", left_ms: null, rules: { page, parks } };
  const workshop = { closed: false, locked: false, locked_rows: [] };
  model.dispatchEvent(new CustomEvent("step", { detail: { workshop, step } }));
}"""
PARKED = "({ model }) => model.rows('parked').map(({ text, kind }) => [text, kind])"


def test_an_objection_goes_to_the_parking_lot_with_one_key_while_one_thinks_backwards(room: Hall, visit: Visit) -> None:
    bob = room.bare(visit, "Bob", map_id=room.new_map(), **NARROW)
    bob.do("({ model }) => model.add('episodes', { title: 'Before' }, { id: 'e' })")
    bob.do("({ model }) => model.add('moments', { text: 'I call' }, { parent: 'e', id: 'm' })")
    bob.settled()
    bob.card("m").click()
    keys = bob.page.keyboard
    keys.press("1")
    bob.do(STEP, "reversed", False)
    keys.press("1")
    bob.do(STEP, "reversed", True)
    keys.press("1")
    keys.press("2")
    bob.settled()
    assert bob.do(PARKED) == [["Too expensive: I call", "parked"], ["Not allowed: I call", "parked"]]
    keys.press("Control+z")
    bob.settled()
    assert bob.do(PARKED) == [["Too expensive: I call", "parked"]]
