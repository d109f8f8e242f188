"""What one does in the lanes of the board, in real Chromium: with the mouse, with a finger, and beside others."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.board_page import Board, Hall, Visit, hall, long_journey

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 480}, "is_mobile": True, "has_touch": True}
MOMENTS = 140
CLIPBOARD = """({ board }, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  board.scroll.focus();
  board.scroll.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true }));
}"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    database = tmp_path_factory.mktemp("lanes") / "journeymap.db"
    with hall(database, "Bob", other=tuple(long_journey(MOMENTS))) as it:
        yield it


@pytest.fixture
def ann(room: Hall, visit: Visit) -> Board:
    return room.bare(visit, "Ann")


def add(board: Board, table: str, row: str, parent: str | None, **values: Any) -> None:
    """Add a row, and wait until everybody has it."""
    place = {"parent": parent, "id": row}
    board.do(
        "({ model }, table, values, at) => model.add(table, values, { ...at, after: undefined })", table, values, place
    )
    board.settled()


def without(board: Board, table: str, *rows: str) -> None:
    """Take rows away again."""
    for row in rows:
        board.do("({ model }, table, id) => model.remove(table, id)", table, row)
    board.settled()


def felt(board: Board, moment: str) -> float | None:
    found: float | None = board.do("({ model }, id) => model.row('moments', id).felt_valence", moment)
    return found


def mark(board: Board, kind: str, moment: str) -> tuple[float, float]:
    """Where the mark of this kind is drawn in the column of a moment."""
    box = board.page.locator(".lane-emotion").bounding_box()
    assert box
    left, right = board.do(
        """({ board }, id) => {
          const { x } = board.layout.byMoment.get(id);
          const left = board.scroll.getBoundingClientRect().left + board.labelWidth - board.scroll.scrollLeft + x;
          return [left, left + board.columnWidth];
        }""",
        moment,
    )
    for one in board.page.locator(f".lane-emotion .{kind}").all():
        x, y = board.middle(one)
        if left <= x <= right:
            return x, y
    raise AssertionError((kind, moment))


class Finger:
    """One finger on the glass, as the browser gets it from a screen."""

    def __init__(self, board: Board) -> None:
        self.session = board.page.context.new_cdp_session(board.page)

    def send(self, kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def swipe(self, start: tuple[float, float], across: float, down: float, steps: int = 10) -> None:
        x, y = start
        self.send("touchStart", start)
        for step in range(1, steps + 1):
            self.send("touchMove", (x + across * step / steps, y + down * step / steps))
        self.send("touchEnd")


# The emotion curve


def test_a_press_on_a_point_of_the_curve_says_nothing_about_how_it_feels(ann: Board) -> None:
    """Only what was moved is written, and by as much as the mouse moved: wherever on the point it was pressed."""
    add(ann, "moments", "blank", "there", text="I wait")
    mouse = ann.page.mouse
    ann.page.locator(".lane-emotion").scroll_into_view_if_needed()
    mouse.click(*mark(ann, "unsaid", "blank"))
    ann.until("({ board }) => board.picked.id === 'blank'")
    x, y = mark(ann, "face", "m4")
    mouse.click(x + 4, y - 9)
    ann.until("({ board }) => board.picked.id === 'm4'")
    assert ann.do("({ model }) => model.queued") == 0
    assert felt(ann, "blank") is None
    assert felt(ann, "m4") == 1
    x, y = mark(ann, "unsaid", "blank")
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y + 25, steps=4)
    mouse.up()
    ann.until("({ model }) => model.row('moments', 'blank').felt_valence === -1")
    without(ann, "moments", "blank")


def still(board: Board) -> None:
    """Wait until nothing scrolls: what a swipe set going rolls on for a while, and a tap then only stops it."""
    board.do("({ board }) => { board.still = 0; }")
    board.until(
        """({ board }) => {
          const at = [board.scroll.scrollLeft, board.scroll.scrollTop].join();
          board.still = board.seen === at ? board.still + 1 : 0;
          board.seen = at;
          return board.still > 20;
        }"""
    )


def test_a_finger_scrolls_over_the_curve_and_chooses_with_a_tap(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, **PHONE)
    finger = Finger(ann)
    bottom = "({ board }) => board.scroll.scrollTo(0, board.scroll.scrollHeight)"
    ann.do(bottom)
    body = ann.page.locator(".lane-emotion .lane-body")
    box = body.bounding_box()
    assert box
    below = box["y"] + box["height"] - 6
    top = ann.do("({ board }) => board.scroll.scrollTop")
    finger.swipe((250, below), 0, 90)
    ann.until("({ board }, top) => board.scroll.scrollTop < top - 30", top)
    still(ann)
    ann.do(bottom)
    finger.swipe((330, below), -160, 0)
    ann.until("({ board }) => board.scroll.scrollLeft > 60")
    still(ann)
    ann.do("({ board }) => board.scroll.scrollTo(60, board.scroll.scrollHeight)")
    x, y = mark(ann, "face", "m1")
    before = ann.do("({ board }) => board.scroll.scrollLeft")
    finger.swipe((x, y), -120, 0)
    ann.until("({ board }, left) => board.scroll.scrollLeft > left + 30", before)
    assert ann.do("({ board, model }) => [board.picked, model.queued, board.lanes[4].held]") == [None, 0, None]
    assert felt(ann, "m1") == -1
    still(ann)
    ann.do("({ board }) => board.scroll.scrollTo(0, board.scroll.scrollHeight)")
    box = body.bounding_box()
    assert box
    ann.page.touchscreen.tap(box["x"] + 40, box["y"] + box["height"] - 6)
    ann.until("({ board }) => board.picked?.id === 'm0'")


def test_a_finger_scrolls_over_the_names_of_channels_and_moves_one_by_holding_it(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, **PHONE).channel_map()
    finger = Finger(ann)
    name = ann.page.locator(".channel-name", has_text="Phone")
    x, y = ann.middle(name)
    _, goal = ann.middle(ann.page.locator(".channel-name", has_text="Desk"))
    finger.send("touchStart", (x, y))
    expect(ann.page.locator(".ghost")).to_be_visible()
    for step in range(1, 6):
        finger.send("touchMove", (x, y + (goal + 8 - y) * step / 5))
    finger.send("touchEnd")
    ann.until("({ model }) => model.rows('channels').map(({ name }) => name).join() === 'Website,Desk,Phone'")
    ann.settled()
    ann.do("({ model }) => model.undo()")
    ann.until("({ model }) => model.rows('channels').map(({ name }) => name).join() === 'Phone,Website,Desk'")
    finger.swipe(ann.middle(name), 0, -120)
    ann.until("({ board }) => board.scroll.scrollTop > 40")
    assert ann.texts("channels") == ["Phone", "Website", "Desk"]


def test_what_should_be_felt_is_drawn_where_nothing_was_aimed_at_yet(ann: Board, room: Hall, visit: Visit) -> None:
    mouse = ann.page.mouse

    def drag(at: tuple[float, float], by: float) -> None:
        mouse.move(*at)
        mouse.down()
        mouse.move(at[0], at[1] + by, steps=4)
        mouse.up()

    ann.page.locator(".lane-emotion").scroll_into_view_if_needed()
    drag(mark(ann, "aim.unset", "m3"), -25)
    ann.until("({ model }) => model.row('episodes', 'there').targeted_valence === 1")
    expect(ann.page.locator(".aim.unset")).to_have_count(0)
    # What is felt and what is aimed at are the same here, and either can be taken hold of.
    drag(mark(ann, "face", "m4"), 25)
    ann.until("({ model }) => model.row('moments', 'm4').felt_valence === 0")
    ann.settled()
    ann.do("({ model }) => model.undo()")
    ann.until("({ model }) => model.row('moments', 'm4').felt_valence === 1")
    drag(mark(ann, "aim", "m4"), 25)
    ann.until("({ model }) => model.row('episodes', 'there').targeted_valence === 0")
    ann.settled()
    ann.do("({ model }) => { model.undo(); model.undo(); }")
    ann.until("({ model }) => model.row('episodes', 'there').targeted_valence === null")
    expect(ann.page.locator(".aim.unset")).to_have_count(2)
    olaf = room.bare(visit, "Olaf")
    expect(olaf.page.locator(".aim").first).to_be_attached()
    expect(olaf.page.locator(".aim.unset, .grab")).to_have_count(0)


# Dragging


def test_the_board_scrolls_on_while_a_card_rests_at_its_edge(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, viewport={"width": 900, "height": 700})
    x, y = ann.middle(ann.card("m2"))
    edge = ann.do("({ board }) => board.scroll.getBoundingClientRect().right")
    mouse = ann.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(edge - 8, y, steps=5)
    ann.until("({ board }) => board.layout.byMoment.get('m12').x < board.scroll.scrollLeft")
    target = ann.do("({ board }) => board.dragging.drag.target")
    assert target["after"] not in (None, "m2", "m12")
    ann.page.keyboard.press("Escape")
    mouse.up()
    ann.aloud("Left where it was")
    assert ann.do("({ model }) => model.queued") == 0


def test_a_channel_at_the_lower_edge_scrolls_the_board_down(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, viewport={"width": 900, "height": 420}).channel_map()
    x, y = ann.middle(ann.page.locator(".channel-name").first)
    low = ann.do("({ board }) => board.scroll.getBoundingClientRect().bottom")
    mouse = ann.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, low - 5, steps=5)
    ann.until("({ board }) => board.scroll.scrollTop > 100")
    assert ann.do("({ board }) => board.scroll.scrollLeft") == 0
    ann.page.keyboard.press("Escape")
    mouse.up()


def test_a_card_dropped_outside_the_lanes_stays_where_it_was(ann: Board) -> None:
    x, y = ann.middle(ann.card("m4"))
    goal, _ = ann.middle(ann.card("m0"))
    mouse = ann.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(goal, y, steps=5)
    expect(ann.page.locator(".drop")).to_be_visible()
    mouse.move(goal, 20, steps=5)
    expect(ann.page.locator(".drop")).to_be_hidden()
    mouse.up()
    ann.aloud("Left where it was")
    assert ann.do("({ model }) => model.queued") == 0
    assert ann.do("({ board }) => [...board.chosen]") == ["m4"]


# How much there is


def test_a_long_journey_fits_on_one_screen(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id)
    ann.page.get_by_role("button", name="Whole journey").click()
    ann.until("({ board }) => board.layout.columns.length === 140 && board.layout.width <= board.sight")
    width = ann.do("({ board }) => board.columnWidth")
    assert width < 10
    x, y = ann.middle(ann.card("m70"))
    ann.page.mouse.move(x, y)
    ann.page.keyboard.down("Control")
    ann.page.mouse.wheel(0, 60)
    assert ann.do("({ board }) => board.columnWidth") == width, "by hand it gets no narrower"
    ann.page.mouse.wheel(0, -60)
    ann.until("({ board }, width) => board.columnWidth > width", width)
    ann.page.mouse.wheel(0, -60)
    ann.until("({ board }) => board.columnWidth > 11")
    for _ in range(4):
        ann.page.mouse.wheel(0, 60)
    ann.until("({ board }) => board.columnWidth === 10")
    ann.page.keyboard.up("Control")


CLEAR = """(words, badge) => {
  const range = document.createRange();
  range.selectNodeContents(words);
  const [shown, over] = [words.getBoundingClientRect(), badge.getBoundingClientRect()];
  const lines = [...range.getClientRects()].filter(({ bottom }) => bottom <= shown.bottom + 2);
  return lines.every((line) => line.right <= over.left + 1 || line.bottom <= over.top + 1);
}"""
"""Whether none of the lines that are shown runs under the badge."""


def test_rows_there_is_no_room_for_are_counted_and_a_click_leads_to_them(ann: Board, room: Hall, visit: Visit) -> None:
    needs = [f"need{n}" for n in range(5)]
    messages = [f"said{n}" for n in range(5)]
    long = "be told in so many words what will happen after this"
    for n, need in enumerate(needs):
        add(ann, "needs", need, "m0", text=f"{n} {long}")
    for n, said in enumerate(messages):
        add(ann, "communications", said, "before", text=f"message {n}", tone="", channel=None)
    for board in (ann, room.bare(visit, "Olaf", viewport={"width": 420, "height": 900})):
        more = board.page.locator(".lane-needs .rest")
        expect(more).to_have_text("+1")
        assert on_top(board, more)
        covered = board.page.locator(".lane-needs .note.covered p")
        expect(covered).to_have_count(1)
        assert covered.evaluate(CLEAR, more.element_handle()), "how many more there are stands on no word"
        more.click()
        board.until("({ board }) => board.picked?.table === 'moments' && board.picked.id === 'm0'")
        unsaid = board.page.locator(".lane-communication .rest")
        expect(unsaid).to_have_text("+2")
        unsaid.click()
        assert on_top(board, unsaid)
        board.until("({ board }) => board.picked?.table === 'episodes' && board.picked.id === 'before'")
    without(ann, "needs", *needs)
    without(ann, "communications", *messages)
    expect(ann.page.locator(".rest")).to_have_count(0)


def on_top(board: Board, what: Locator) -> bool:
    """Whether this can be seen: nothing lies over its middle."""
    x, y = board.middle(what)
    found: bool = what.evaluate("(el, [x, y]) => el.getRootNode().elementFromPoint(x, y) === el", [x, y])
    return found


def test_what_one_paste_does_not_hold_is_said(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id)
    ann.do(CLIPBOARD, "\n".join(f"pasted {n}" for n in range(503)))
    notice = ann.page.locator(".notice", has_text="500 moments pasted")
    expect(notice).to_contain_text("3 moments were left out")
    ann.until("({ model }) => model.moments().length === 640")
    notice.get_by_role("button", name="Undo").click()
    ann.until("({ model }) => model.moments().length === 140")
    ann.settled()


def test_cells_of_a_spreadsheet_keep_their_columns_and_one_undo_takes_them_back(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id)
    before = ann.do("({ model }) => [model.moments().length, model.rows('episodes').length]")
    cells = 'Phase\tStep\tChannel\tNeed\nA new chapter\t"sees ad\nand smiles"\tPoster\tto know\n\tasks\tA friend\t\n'
    ann.do(CLIPBOARD, cells)
    notice = ann.page.locator(".notice", has_text="2 moments pasted")
    expect(notice).to_be_visible()
    episode = next(row for row in ann.do("({ model }) => model.rows('episodes')") if row["title"] == "A new chapter")
    moments = ann.do("({ model }, id) => model.rows('moments', id)", episode["id"])
    assert [row["text"] for row in moments] == ["sees ad and smiles", "asks"]
    assert ann.texts("needs", moments[0]["id"]) == ["to know"]
    notice.get_by_role("button", name="Undo").click()
    ann.until("({ model }, [n, e]) => model.moments().length === n && model.rows('episodes').length === e", before)
    ann.settled()


def test_the_bullets_of_a_pasted_list_are_left_out(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id)
    ann.do(CLIPBOARD, "•\tsees the ad\n•\tasks a friend\n")
    notice = ann.page.locator(".notice", has_text="2 moments pasted")
    expect(notice).to_be_visible()
    texts = ann.do("({ model }) => model.moments().map(({ text }) => text)")
    assert {"sees the ad", "asks a friend"} <= set(texts)
    notice.get_by_role("button", name="Undo").click()
    ann.settled()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_word_of_a_lane_is_cut_on_a_phone(room: Hall, visit: Visit, language: str) -> None:
    wishes = {"storage_state": room.storage("Ann"), "bypass_csp": True, **PHONE}
    ann = room.mount(visit(f"{room.base}/join", wait="body", **wishes), room.map_id, language).ready()
    broken = ann.do(
        r"""({ board }) => [...board.board.querySelectorAll(".lane-title")].flatMap((title) => {
          const text = title.firstChild;
          const { right } = title.getBoundingClientRect();
          const cut = ({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return range.getClientRects().length > 1 || range.getBoundingClientRect().right > right + 0.5;
          };
          return [...text.data.matchAll(/[^\\s-]+-?/g)].filter(cut).map(([word]) => word);
        })"""
    )
    assert broken == []
    text = ann.page.locator(".nothing-yet")
    text.scroll_into_view_if_needed()
    lane = ann.page.locator(".lane-insight")
    inside, whole = text.bounding_box(), lane.bounding_box()
    assert inside
    assert whole
    assert inside["height"] < 40, "one line"
    assert inside["y"] + inside["height"] <= whole["y"] + whole["height"]


# Others


def test_whoever_has_a_need_a_step_a_message_or_a_channel_is_seen_there(ann: Board, room: Hall, visit: Visit) -> None:
    ann.channel_map()
    add(ann, "communications", "hello", "before", text="Welcome", tone="", channel=None)
    bob = room.bare(visit, "Bob")
    for table, row in (
        ("needs", "sure"),
        ("backstage_steps", "plan"),
        ("communications", "hello"),
        ("channels", "site"),
    ):
        bob.do("({ board }, table, id) => board.pick(table, id)", table, row)
        here = ann.page.locator(f'.visited[data-id="{row}"]')
        expect(here).to_have_attribute("data-who", "Bob")
        expect(ann.page.locator(".visited")).to_have_count(1)
    bob.page.locator(".note", has_text="be sure there is a place").dblclick()
    expect(ann.page.locator('.note[data-id="sure"]')).to_have_attribute("data-who", "Bob is typing")
    bob.page.keyboard.press("Escape")
    expect(ann.page.locator('.note[data-id="sure"]')).to_have_attribute("data-who", "Bob")
    without(ann, "communications", "hello")


def test_everybody_can_be_followed_however_many_there_are(ann: Board) -> None:
    ann.do(
        """({ model }) => {
          const people = [...Array(9).keys()].map((n) => (
            { id: `p${n}`, name: `Person ${n}`, role: "participant", colour: n, at: null, editing: false }));
          const frame = { type: "presence", people, total: 9 };
          model.socket.dispatchEvent(new CustomEvent("frame", { detail: frame }));
        }"""
    )
    expect(ann.page.locator(".person")).to_have_count(6)
    ann.page.get_by_role("button", name="All 9 others here").click()
    dialog = ann.page.get_by_role("dialog")
    expect(dialog.get_by_role("button")).to_have_count(10)
    dialog.get_by_role("button", name="Follow Person 8").click()
    expect(dialog).to_have_count(0)
    ann.until("({ board }) => board.following === 'p8'")
    expect(ann.page.locator(".person.followed")).to_have_attribute("title", "Stop following Person 8")


def test_search_finds_every_row_that_is_drawn_and_what_others_write_meanwhile(
    ann: Board, room: Hall, visit: Visit
) -> None:
    bob = room.bare(visit, "Bob")
    add(bob, "communications", "hello", "there", text="Enjoy yourself", tone="cheerful", channel=None)
    search, hits, press = ann.page.locator(".search"), ann.page.locator(".hits"), ann.page.keyboard.press
    for words, row in (
        ("going home", "after"),
        ("cheerful", "hello"),
        ("planning", "plan"),
        ("be sure there", "sure"),
        ("website", "site"),
        ("look it up", "m0"),
    ):
        search.fill(words)
        expect(hits).to_have_text("1 found")
        press("Enter")
        ann.until("({ board }, id) => board.picked?.id === id", row)
    search.fill("desk")
    found = "({ board }) => board.toolbar.places.map(({ id }) => id).join()"
    assert ann.do(found) == "m1,plan,desk", "a moment by its text, a step by its team, a channel by its name"
    expect(ann.page.locator(".note.found")).to_have_attribute("data-id", "plan")
    bob.do("({ model }) => model.set('needs', 'map', 'text', 'find the desk')")
    expect(hits).to_have_text("4 found")
    assert ann.do(found) == "m1,plan,map,desk"
    bob.settled()
    bob.do("({ model }) => model.undo()")
    expect(hits).to_have_text("3 found")
    press("Escape")
    expect(ann.page.locator(".found")).to_have_count(0)
    without(bob, "communications", "hello")


# What one sees at once


LAPTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 660}}
"""What the page around the board leaves of a laptop's 900 pixels."""


def test_cards_channels_and_the_whole_curve_stand_together_on_a_laptop(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, **LAPTOP)
    sight, curve = ann.page.locator(".scroll").bounding_box(), ann.page.locator(".lane-emotion").bounding_box()
    assert sight
    assert curve
    assert curve["y"] + curve["height"] <= sight["y"] + sight["height"]
    expect(ann.page.locator('.via[data-id="m1"] .by')).to_have_text("Channel 7")


def test_episodes_and_moments_stay_while_one_scrolls_down(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, viewport={"width": 1000, "height": 460})
    tops = "({ board }) => board.lanes.slice(0, 2).map((lane) => lane.element.getBoundingClientRect().top)"
    before = ann.do(tops)
    ann.do("({ board }) => (board.scroll.scrollTop = 9999)")
    ann.until("({ board }) => board.scroll.scrollTop > 60")
    assert ann.do(tops) == before
    ann.card("m0").click()
    ann.until("({ board }) => board.picked?.id === 'm0'")


def test_in_a_very_low_window_the_lanes_below_have_half_of_it(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, viewport={"width": 800, "height": 300})
    assert ann.do("({ board }) => board.pinned <= board.scroll.clientHeight / 2")
    expect(ann.page.locator(".lane.pinned")).to_have_count(1)


def test_channels_unfold_to_their_map_and_are_remembered_so(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    ann.page.locator(".lane-channels .lane-body").focus()
    ann.page.keyboard.press("ArrowRight")
    ann.aloud("I call the desk: Phone")
    ann.page.keyboard.press("Enter")
    ann.until("({ board }) => board.picked?.id === 'm1'")
    ann.page.locator('.via[data-id="m0"]').click()
    ann.until("({ board, model }) => board.picked?.id === 'm0' && model.queued === 0")
    view = ann.page.locator(".lane-view")
    view.press("Enter")
    expect(view).to_have_attribute("aria-expanded", "true")
    again = room.mount(ann.page, room.map_id).ready()
    expect(again.page.locator(".transit circle")).to_have_count(1)
    again.page.locator(".lane-view").click()
    expect(again.page.locator('.via[data-id="m1"] .by')).to_have_text("Phone")


@pytest.mark.parametrize(("width", "words"), [(66, True), (20, False)])
def test_at_every_zoom_there_are_words(room: Hall, visit: Visit, width: int, words: bool) -> None:
    ann = room.bare(visit, "Ann")
    ann.do("({ board }, width) => { board.zoomTo(width, 0, false); board.drawNow(); }", width)
    letters = ann.card("m1").locator(".text").evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)")
    assert (letters > 9) == words
    card = ann.page.locator(".hover-card")
    ann.card("m1").hover()
    expect(card).to_contain_text("I call the desk")
    expect(card).to_contain_text("Phone")
    ann.page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    ann.note("find the way").hover()
    expect(card.locator("b")).to_have_text("find the way")
    ann.page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    ann.page.locator(".lane-emotion .lane-body").hover(position={"x": width / 2, "y": 60})
    expect(card.locator("b")).to_have_text("I look it up")
    ann.page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    ann.page.locator(".scroll").focus()
    ann.page.keyboard.press("ArrowRight")
    ann.page.keyboard.press("ArrowRight")
    expect(card.locator("b")).to_have_text("I call the desk")
    ann.page.keyboard.press("Enter")
    expect(card).to_be_hidden()
    ann.page.keyboard.press("Escape")


def test_a_tap_on_a_bar_says_its_words(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, **PHONE)
    ann.do("({ board }) => { board.zoomTo(20, 0, false); board.drawNow(); }")
    ann.page.touchscreen.tap(*ann.middle(ann.card("m1")))
    expect(ann.page.locator(".hover-card b")).to_have_text("I call the desk")
    ann.page.touchscreen.tap(*ann.middle(ann.page.locator(".lane-insight")))
    expect(ann.page.locator(".hover-card")).to_be_hidden()


def test_a_path_that_is_chosen_is_drawn_with_its_numbers_and_the_others_stay_legible(ann: Board, room: Hall) -> None:
    ann.do(
        """({ model }) => model.together(() => {
          model.add("paths", { name: "By phone", kind: "loop" }, { id: "path", after: undefined });
          const place = { parent: "path", after: undefined };
          for (const moment of ["m1", "m3", "m1"]) model.add("path_steps", { moment }, place);
        })"""
    )
    choice = ann.page.get_by_role("combobox", name="Path through the journey")
    choice.select_option("By phone")
    ann.aloud("By phone: 2 of 5 moments")
    expect(ann.page.locator(".node-number")).to_have_text(["1·3", "2"])
    expect(ann.page.locator(".leg")).to_have_count(2)
    expect(ann.page.locator(".card.off")).to_have_count(3)
    expect(ann.card("m1")).to_have_attribute("aria-label", re.compile("step 1, 3 of By phone"))
    assert ann.card("m0").locator(".text").evaluate("(text) => getComputedStyle(text).opacity") == "1"
    ann.settled()
    for chosen, legs in (("path", 2), ("", 0)):  # at the next visit it is as it was left
        ann.page.reload()
        room.mount(ann.page, room.map_id).ready()
        expect(choice).to_have_value(chosen)
        expect(ann.page.locator(".leg")).to_have_count(legs)
        choice.select_option("All paths")
    choice.select_option("By phone")
    ann.do("({ model }) => model.remove('paths', 'path')")
    expect(choice).to_be_hidden()
    expect(ann.page.locator(".card.off, .leg")).to_have_count(0)
    ann.settled()


def test_an_undo_and_a_redo_show_and_say_what_they_changed(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.other_id, viewport={"width": 900, "height": 420}, reduced_motion="reduce")
    ann.do("({ model }) => model.set('backstage_steps', 'b90', 'text', 'we prepare it well')")
    ann.settled()
    ann.page.locator(".scroll").focus()
    ann.page.keyboard.press("Control+z")
    ann.aloud("Undone: we prepare 90")
    step = ann.page.locator('.note[data-id="b90"]')
    expect(step).to_have_class(re.compile(r"\bturned\b"))
    assert ann.do("({ board }) => board.scroll.scrollLeft > 5000 && board.scroll.scrollTop > 50")
    assert step.evaluate("(note) => getComputedStyle(note).animationName") == "none"
    expect(ann.page.locator(".turned")).to_have_count(0)
    ann.do("({ board }) => board.scroll.scrollTo(0, 0)")
    ann.page.keyboard.press("Control+Shift+z")
    ann.aloud("Redone: we prepare it well")
    ann.until("({ board }) => board.scroll.scrollLeft > 5000")
    ann.page.keyboard.press("Control+z")
    ann.settled()
    ann.do("({ model }) => model.set('moments', 'm0', 'felt_valence', 1.5)")
    ann.settled()
    ann.page.keyboard.press("Control+z")
    expect(ann.page.locator(".lane-emotion .turned-spot")).to_have_count(1)
    ann.until("({ board }) => board.scroll.scrollLeft < 200")
    ann.do("({ model }) => model.add('needs', { text: 'one more' }, { parent: 'm60' })")
    ann.settled()
    ann.page.keyboard.press("Control+z")
    ann.aloud("Undone: one more")
    expect(ann.card("m60")).to_have_class(re.compile(r"\bturned\b"))
