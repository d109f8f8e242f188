"""Two people at one board, in real Chromium: what one does the other sees, and nobody loses a word."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Position, expect

from journeymap.domain.model.rows import Moment
from tests.support.board_page import Board, Hall, Visit, hall


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("board") / "journeymap.db", "Bob") as it:
        yield it


@pytest.fixture
def two(room: Hall, visit: Visit) -> tuple[Board, Board]:
    return room.bare(visit, "Ann"), room.bare(visit, "Bob")


def test_a_card_dragged_to_another_episode_goes_there_for_everybody(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.drag(ann.card("m0"), ann.card("m4"))
    for board in two:
        board.shows("before", "I call the desk", "I pack the bags")
        board.shows("there", "I arrive", "I look it up", "I ask for a map")
    ann.page.keyboard.press("Control+z")
    bob.shows("before", "I look it up", "I call the desk", "I pack the bags")


def test_a_card_is_moved_with_the_keyboard_alone_and_it_is_said(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m0").focus()
    press = ann.page.keyboard.press
    press("Space")
    ann.aloud("Lifted: I look it up.")
    press("ArrowRight")
    ann.aloud("Before the visit, after I call the desk")
    press("ArrowDown")
    ann.aloud("At the park, at the beginning")
    press("Space")
    ann.aloud("Moved to At the park")
    bob.shows("there", "I look it up", "I arrive", "I ask for a map")
    press("Control+z")
    bob.shows("before", "I look it up", "I call the desk", "I pack the bags")
    ann.card("m1").focus()
    press("Space")
    press("ArrowRight")
    press("Escape")
    ann.aloud("Left where it was")
    ann.settled()
    assert ann.texts("moments", "before") == ["I look it up", "I call the desk", "I pack the bags"]
    expect(ann.card("m1")).to_be_focused()


def test_what_i_type_is_not_touched_and_both_texts_are_shown(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m2").dblclick()
    editor = ann.page.locator("textarea.editor")
    editor.fill("I pack everything")
    expect(bob.card("m2").locator(".who")).to_have_text("Ann is typing")
    bob.edit("m2", "I pack nothing")
    ann.until("({ model }) => model.row('moments', 'm2').text === 'I pack nothing'")
    expect(editor).to_have_value("I pack everything")
    editor.press("Enter")
    bob.until("({ model }) => model.row('moments', 'm2').text === 'I pack everything'")
    theirs = bob.page.locator(".notice", has_text="Ann changed the text you had just written to: I pack everything")
    expect(theirs).to_contain_text("Yours was: I pack nothing")
    expect(ann.page.locator(".notice", has_text="Bob had just written something else here:")).to_contain_text("nothing")
    theirs.get_by_role("button", name="Put mine back").click()
    ann.until("({ model }) => model.row('moments', 'm2').text === 'I pack nothing'")
    bob.settled()
    bob.edit("m2", "I pack the bags")
    ann.until("({ model }) => model.row('moments', 'm2').text === 'I pack the bags'")


def test_undo_and_redo_are_mine_alone(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.edit("m0", "I search")
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I search'")
    bob.edit("m3", "I get there")
    ann.until("({ model }) => model.row('moments', 'm3').text === 'I get there'")
    ann.settled()
    ann.page.get_by_role("button", name="Undo").click()
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I look it up'")
    assert bob.do("({ model }) => model.row('moments', 'm3').text") == "I get there"
    ann.page.get_by_role("button", name="Redo").click()
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I search'")
    ann.page.get_by_role("button", name="Undo").click()
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I look it up'")
    bob.page.get_by_role("button", name="Undo").click()
    ann.until("({ model }) => model.row('moments', 'm3').text === 'I arrive'")


def test_moments_are_added_and_walked_through_from_the_keyboard(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.card("m4").focus()
    press = ann.page.keyboard.press
    press("n")
    editor = ann.page.locator("textarea.editor")
    expect(editor).to_have_value("New moment")
    ann.page.keyboard.type("I sit down")
    press("Tab")
    expect(editor).to_have_count(0)
    bob.shows("there", "I arrive", "I ask for a map", "I sit down")
    press("n")
    expect(editor).to_have_value("New moment")
    press("Escape")
    bob.shows("there", "I arrive", "I ask for a map", "I sit down")
    ann.card("m0").focus()
    press("Enter")
    expect(editor).to_have_value("I look it up")
    press("Tab")
    expect(editor).to_have_value("I call the desk")
    press("Escape")
    ann.page.locator(".card", has_text="I sit down").click()
    press("Delete")
    bob.shows("there", "I arrive", "I ask for a map")


def test_a_dot_is_added_and_removed_by_click_and_by_keyboard(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.channel_map()
    has = "({ model }, moment, channel) => model.rows('touchpoints', moment).some((t) => t.channel === channel)"
    lacks = has.replace("model.rows", "!model.rows")
    lane = ann.page.locator(".lane-channels .lane-body")
    column, row = ann.card("m0").bounding_box(), ann.page.locator(".channel-name", has_text="Website").bounding_box()
    area = lane.bounding_box()
    assert column
    assert row
    assert area
    at: Position = {"x": column["x"] + column["width"] / 2 - area["x"], "y": row["y"] + row["height"] / 2 - area["y"]}
    lane.click(position=at)
    bob.until(has, "m0", "site")
    ann.aloud("Touchpoint added: Website, I look it up")
    ann.settled()
    lane.click(position=at)
    bob.until(lacks, "m0", "site")
    lane.focus()
    press = ann.page.keyboard.press
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "ArrowRight"):
        press(key)
    ann.aloud("Phone, I call the desk: touchpoint")
    press("ArrowDown")
    press("Enter")
    bob.until(has, "m1", "site")
    press("Control+z")
    bob.until(lacks, "m1", "site")


def test_felt_and_targeted_are_dragged_and_moved_by_keys(two: tuple[Board, Board]) -> None:
    ann, bob = two
    lane = ann.page.locator(".lane-emotion .lane-body")
    lane.scroll_into_view_if_needed()
    face, aim = lane.locator(".face").nth(1), lane.locator(".aim").nth(1)
    mouse = ann.page.mouse
    for what, reads in (
        (face, "model.row('moments', 'm1').felt_valence === 0"),
        (aim, "model.row('episodes', 'before').targeted_valence === 2"),
    ):
        x, y = ann.middle(what)
        mouse.move(x, y)
        mouse.down()
        mouse.move(x, y - 25, steps=4)
        mouse.up()
        bob.until(f"({{ model }}) => {reads}")
        ann.settled()
    press = ann.page.keyboard.press
    press("Control+z")
    press("Control+z")
    bob.until("({ model }) => model.row('moments', 'm1').felt_valence === -1")
    bob.until("({ model }) => model.row('episodes', 'before').targeted_valence === 1")
    lane.focus()
    press("ArrowUp")
    bob.until("({ model }) => model.row('moments', 'm1').felt_valence === -0.5")
    press("Shift+ArrowDown")
    bob.until("({ model }) => model.row('episodes', 'before').targeted_valence === 0.5")
    press("Control+z")
    press("Control+z")
    bob.until("({ model }) => model.row('moments', 'm1').felt_valence === -1")


def test_a_need_is_dragged_to_another_moment(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.drag(ann.note("be sure there is a place"), ann.note("find the way"))
    bob.until("({ model }) => model.row('needs', 'sure').parent === 'm4'")
    ann.aloud("Moved to I ask for a map")
    ann.page.keyboard.press("Control+z")
    bob.until("({ model }) => model.row('needs', 'sure').parent === 'm1'")


def test_several_moments_are_chosen_copied_and_pasted_into_another_map(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", permissions=["clipboard-read", "clipboard-write"])
    other = room.bare(visit, "Bob", room.other_id)
    ann.card("m1").click()
    ann.card("m4").click(modifiers=["Shift"])
    copied = ann.do(
        """({ board }) => {
          const data = new DataTransfer();
          board.board.getRootNode().activeElement
            .dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, composed: true }));
          return data.getData("text/plain");
        }"""
    )
    moments = json.loads(copied)["moments"]
    assert [moment["values"]["text"] for moment in moments] == ["I call the desk", "I ask for a map"]
    said = [moment["values"] for moment in moments] + moments[0]["needs"] + moments[0]["backstage_steps"]
    assert not [row for row in said if {"id", "parent", "author", "private"} & set(row)], "only what a row says"
    other.card("m3").click()
    other.do(
        """({ board }, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          board.board.getRootNode().activeElement
            .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true }));
        }""",
        copied,
    )
    other.shows("there", "I arrive", "I call the desk", "I ask for a map", "I ask for a map")
    other.settled()
    pasted = next(row for row in room_rows(other, "moments", "there") if row["text"] == "I call the desk")
    assert pasted["felt_valence"] == -1
    assert other.texts("needs", pasted["id"]) == ["be sure there is a place"]
    assert [row["channel"] for row in room_rows(other, "touchpoints", pasted["id"])] == ["phone"], "by its name"


def room_rows(board: Board, table: str, parent: str) -> list[dict[str, Any]]:
    found: list[dict[str, object]] = board.do("({ model }, table, parent) => model.rows(table, parent)", table, parent)
    return found


def test_a_pasted_moment_belongs_to_whoever_pastes_it_whatever_the_text_says(room: Hall, visit: Visit) -> None:
    bob = room.bare(visit, "Bob", room.new_map())
    bob.do("({ model }) => model.add('episodes', { title: 'Start' }, { id: 'start', after: undefined })")
    bob.settled()
    bob.do("({ board }) => board.scroll.focus()")
    foreign = {"id": "m0", "parent": "gone", "author": "somebody", "private": "a step"}
    moment = {"values": {**foreign, "text": "I wait"}, "channels": [], "needs": [{**foreign, "text": "to know"}]}
    bob.do(CLIPBOARD, "paste", json.dumps({"format": "journeymap-moments", "map": "gone", "moments": [moment]}))
    bob.settled()
    bob.shows("start", "I wait")
    # Who wrote it comes back from the server, after the answer that it is kept.
    bob.until("({ model }) => model.rows('moments', 'start').every(({ author }) => author)")
    [pasted] = room_rows(bob, "moments", "start")
    assert bob.texts("needs", str(pasted["id"])) == ["to know"]
    assert pasted["author"] not in ("", "somebody")
    assert not pasted.get("private")
    expect(bob.page.locator(".notice.warning")).to_have_count(0)


def test_search_finds_needs_and_goes_through_what_it_found(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m0").focus()
    ann.page.keyboard.press("/")
    ann.page.keyboard.type("the way")
    expect(ann.page.locator(".hits")).to_have_text("1 found")
    expect(ann.page.locator(".card.found")).to_have_attribute("data-id", "m4")
    ann.page.keyboard.press("Enter")
    expect(ann.note("find the way")).to_have_class(re.compile(r"\bpicked\b"))
    ann.page.keyboard.press("Escape")
    expect(ann.page.locator(".card.found")).to_have_count(0)


def test_lanes_fold_hide_and_change_places_for_me_alone(two: tuple[Board, Board]) -> None:
    ann, bob = two
    page = ann.page
    page.get_by_role("button", name="Channels", exact=True).click()
    expect(page.locator(".lane-channels")).to_have_class("lane lane-channels collapsed")
    page.get_by_role("button", name="Lanes").click()
    page.get_by_role("checkbox", name="Insight").uncheck()
    page.get_by_role("button", name="Move Needs up").click()
    page.get_by_role("button", name="Close").click()
    lanes = "({ board }) => [...board.canvas.children].map((lane) => lane.className.split(' ')[1].slice(5))"
    mine = ["episodes", "moments", "needs", "channels", "emotion", "backstage", "communication"]
    assert ann.do(lanes) == mine
    assert len(bob.do(lanes)) == 8
    page.get_by_role("button", name="Lanes").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    kept = page.evaluate("() => JSON.parse(localStorage.getItem('journeymap-board'))")
    assert kept["hidden"] == ["insight"]
    assert kept["collapsed"] == ["channels"]


def test_somebodys_view_is_followed_until_i_look_elsewhere(two: tuple[Board, Board]) -> None:
    ann, bob = two
    bob.page.set_viewport_size({"width": 700, "height": 700})
    ann.page.set_viewport_size({"width": 700, "height": 700})
    face = ann.page.get_by_role("button", name="Follow Bob")
    face.click()
    bob.do("({ board }) => board.scroll.scrollTo(150, 0)")
    ann.until("({ board }) => Math.abs(board.scroll.scrollLeft - 150) < 12")
    bob.page.keyboard.press("Tab")
    bob.card("m3").focus()
    bob.page.keyboard.press("+")
    ann.until("({ board }) => board.columnWidth > 150")
    ann.page.locator(".lane-episodes .lane-label").click()
    ann.until("({ board }) => board.following === null")


def test_the_help_sheet_says_every_key(two: tuple[Board, Board]) -> None:
    ann, _ = two
    ann.card("m0").focus()
    ann.page.keyboard.press("?")
    sheet = ann.page.get_by_role("dialog")
    expect(sheet).to_contain_text("lift a moment; arrows move it, Space drops it")
    ann.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_an_observer_sees_everything_and_changes_nothing(room: Hall, visit: Visit) -> None:
    olaf, ann = room.bare(visit, "Olaf"), room.bare(visit, "Ann")
    for name in (".add-note", ".add-episode:visible", ".add-channel", ".tool[aria-label=Undo]:visible"):
        expect(olaf.page.locator(name)).to_have_count(0)
    before = olaf.texts("moments", "before")
    olaf.card("m0").dblclick()
    expect(olaf.page.locator("textarea.editor")).to_have_count(0)
    olaf.drag(olaf.card("m0"), olaf.card("m4"))
    for key in ("n", "Delete", "t", "Space", "ArrowRight", "Space"):
        olaf.page.keyboard.press(key)
    olaf.channel_map().page.locator(".lane-channels .lane-body").click(position={"x": 60, "y": 60})
    assert olaf.do("({ model }) => model.queued") == 0
    refused = olaf.do(
        """({ model }) => new Promise((done) => {
          model.addEventListener("refused", ({ detail }) => done(detail.code), { once: true });
          model.set("moments", "m0", "text", "mine");
        })"""
    )
    assert refused == "forbidden", "the server decides, not the buttons"
    olaf.shows("before", *before)
    ann.shows("before", *before)


# On the map's page, in Streamlit


def test_what_is_chosen_on_the_board_opens_beside_it_and_the_other_way_round(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, "Ann")
    bob = room.bare(visit, "Bob")
    panel, whole = ann.page.locator(".panel:not([hidden])"), ann.page.locator(".st-key-jm-map-panel")
    expect(panel).to_have_count(0)
    ann.element.evaluate("(el) => (el.stays = true)")
    ann.card("m1").click()
    expect(panel).to_contain_text("Micro-moment 2 / 5")
    panel.get_by_role("button", name="The next one").click()
    expect(panel).to_contain_text("Micro-moment 3 / 5")
    expect(ann.card("m2")).to_have_attribute("aria-pressed", "true")
    bob.edit("m2", "I pack the car")
    expect(panel.locator("textarea").first).to_have_value("I pack the car")
    bob.page.keyboard.press("Control+z")
    expect(panel.locator("textarea").first).to_have_value("I pack the bags")
    ann.note("find the way").click()
    expect(panel).to_contain_text("Micro-moment 5 / 5")
    expect(ann.page.locator(".note.picked")).to_contain_text("find the way")
    ann.channel_map().page.locator(".lane-channels .channel-name").first.click()
    expect(whole).to_contain_text("Channels")
    expect(panel).to_have_count(0)
    ann.card("m1").focus()
    ann.page.keyboard.press("Escape")
    expect(whole).to_have_count(0)
    expect(panel).to_have_count(0)
    assert ann.element.evaluate("(el) => el.stays"), "the board was never put up anew"


def test_a_text_being_typed_in_the_panel_survives_what_others_do(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit, "Ann"), room.bare(visit, "Bob")
    ann.card("m0").click()
    field = ann.page.locator(".panel textarea").first
    expect(field).to_have_value("I look it up")
    field.press_sequentially(" on my ph")
    bob.edit("m0", "I ask around")
    ann.until("({ model }) => model.row('moments', 'm0').text === 'I ask around'")
    field.press_sequentially("one")
    expect(field).to_have_value("I look it up on my phone")
    field.press("Control+Enter")
    bob.until("({ model }) => model.row('moments', 'm0').text === 'I look it up on my phone'")
    expect(bob.page.locator(".notice")).to_contain_text("Ann changed the text you had just written")
    bob.edit("m0", "I look it up")
    expect(field).to_have_value("I look it up")


def test_remote_edits_rerun_nothing_while_nothing_is_chosen(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit, "Ann"), room.bare(visit, "Bob")
    sent: list[str] = []
    ann.page.on("websocket", lambda socket: sent.append(socket.url))
    ann.page.evaluate(
        """() => {
          globalThis.reruns = 0;
          const app = document.querySelector("[data-testid=stApp]");
          new MutationObserver(() => (reruns += app.dataset.testScriptState === "running"))
            .observe(app, { attributes: true });
        }"""
    )
    bob.edit("m4", "I get a map")
    expect(ann.card("m4")).to_contain_text("I get a map")
    bob.page.keyboard.press("Control+z")
    expect(ann.card("m4")).to_contain_text("I ask for a map")
    assert ann.page.evaluate("() => reruns") == 0


def test_other_pages_keep_up_with_the_map(room: Hall, visit: Visit) -> None:
    bob = room.bare(visit, "Bob")
    address = f"{room.base}/history?map={room.map_id}"
    page = visit(address, wait="text=Ann", storage_state=room.storage("Ann"))
    bob.edit("m4", "I get a map from the ranger")
    expect(page.get_by_text("I get a map from the ranger").first).to_be_visible()
    bob.settled()
    bob.page.keyboard.press("Control+z")
    bob.until("({ model }) => model.row('moments', 'm4').text === 'I ask for a map'")


def test_a_card_is_dragged_with_a_finger_and_two_fingers_zoom(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", viewport={"width": 900, "height": 700}, is_mobile=True, has_touch=True)
    fingers = ann.page.context.new_cdp_session(ann.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    x, y = ann.middle(ann.card("m0"))
    goal, _ = ann.middle(ann.card("m1"))
    touch("touchStart", (x, y))
    expect(ann.page.locator(".ghost")).to_be_visible()
    for step in range(1, 6):
        touch("touchMove", (x + (goal + 30 - x) * step / 5, y))
    touch("touchEnd")
    ann.shows("before", "I call the desk", "I look it up", "I pack the bags")
    ann.settled()
    ann.do("({ model }) => model.undo()")
    ann.shows("before", "I look it up", "I call the desk", "I pack the bags")
    touch("touchStart", (300, 300), (500, 300))
    for step in range(1, 6):
        touch("touchMove", (300 + 15 * step, 300), (500 - 15 * step, 300))
    touch("touchEnd")
    ann.until("({ board }) => board.columnWidth < 120")


def test_one_episode_fills_the_sight_and_the_whole_journey_fits_it(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", viewport={"width": 500, "height": 700})
    ann.card("m4").focus()
    press = ann.page.keyboard.press
    press("z")
    ann.aloud("At the park")
    sees = "({ board }) => board.layout.spans.filter((s) => s.x + s.width > board.scroll.scrollLeft + 2 && s.x < "
    sees += "board.scroll.scrollLeft + board.sight - 12).map((s) => s.episode.id).join()"
    ann.until(f"(mounted) => ({sees})(mounted) === 'there'")
    assert ann.do("({ board }) => board.columnWidth") > 136
    press("0")
    ann.until(f"(mounted) => ({sees})(mounted) === 'before,there,after'")
    ann.page.locator(".episode", has_text="Before the visit").focus()
    press("z")
    ann.until(f"(mounted) => ({sees})(mounted).startsWith('before')")
    press("0")
    ann.page.locator(".card").first.click()
    ann.page.get_by_role("button", name="Zoom to one episode").click()
    ann.until(f"(mounted) => ({sees})(mounted).startsWith('before')")


def test_the_curve_goes_on_to_points_that_are_out_of_sight(room: Hall, visit: Visit) -> None:
    """Of two points far apart, none in sight, the line between them is."""
    ann = room.bare(visit, "Ann", viewport={"width": 500, "height": 900})
    far = """({ board, model }) => {
      const before = "m4";
      let after = before;
      for (let n = 0; n < 24; n += 1) {
        const id = `far-${n}`;
        model.add("moments", { text: `far ${n}`, felt_valence: n === 23 ? -2 : null, targeted_valence: null,
          targeted_label: "", evidence_status: "assumed" }, { parent: "there", after, id });
        after = id;
      }
      board.arrange();
      board.reveal("far-12", true);
    }"""
    ann.do(far)
    ann.settled()
    ann.until(
        """({ board }) => {
          const line = board.board.querySelector(".curve .felt");
          const sight = board.scroll.scrollLeft + board.sight / 2;
          const xs = line?.getAttribute("points").split(" ").map((point) => Number(point.split(",")[0])) ?? [];
          return board.drawn !== "" && xs.length === 2 && xs[0] < sight && xs[1] > sight;
        }"""
    )
    for n in range(24):
        ann.do("({ model }, id) => model.remove('moments', id)", f"far-{n}")
    ann.settled()


CLIPBOARD = """({ board }, kind, text) => {
  const data = new DataTransfer();
  if (text) data.setData("text/plain", text);
  board.board.getRootNode().activeElement
    .dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, composed: true }));
  return data.getData("text/plain");
}"""


def test_a_pasted_pain_point_keeps_its_cause(room: Hall, visit: Visit) -> None:
    """The cause goes along where it is copied too; in its own map it stays what it was; elsewhere there is none."""
    ann, other = room.bare(visit, "Ann"), room.bare(visit, "Bob", room.other_id)
    pain = {"text": "nobody knows", "cause": "plan"}
    ann.do(
        "({ model }, values) => model.add('pain_points', values, { parent: 'm0', id: 'pain', after: undefined })", pain
    )
    ann.settled()

    def pasted(board: Board) -> tuple[str | None, str | None]:
        """What the last pasted moment's pain point is caused by, and the moment under which that stands."""
        board.settled()
        found: list[str | None] = board.do(
            """({ model }) => {
              const pains = model.moments().flatMap(({ id }) => model.rows("pain_points", id));
              const pain = pains.filter(({ id }) => id !== "pain").at(-1);
              const step = pain?.cause && model.row("backstage_steps", pain.cause);
              return [pain?.cause ?? null, step ? model.row("moments", step.parent)?.text : null];
            }"""
        )
        return found[0], found[1]

    ann.card("m0").click()
    alone = ann.do(CLIPBOARD, "copy", "")
    ann.card("m1").click(modifiers=["Shift"])
    both = ann.do(CLIPBOARD, "copy", "")
    other.card("m4").click()
    other.do(CLIPBOARD, "paste", both)
    cause, under = pasted(other)
    assert cause not in (None, "plan"), "the copied step, not the one with that name"
    assert under == "I call the desk"
    other.page.get_by_role("button", name="Undo").last.click()
    other.until("({ model }) => !model.moments().some(({ id }) => model.rows('pain_points', id).length)")
    ann.card("m4").click()
    ann.do(CLIPBOARD, "paste", alone)
    assert pasted(ann)[0] == "plan"
    ann.page.get_by_role("button", name="Undo").last.click()
    ann.shows("there", "I arrive", "I ask for a map")
    ann.do("({ model }) => model.remove('pain_points', 'pain')")
    ann.settled()


def test_a_finger_chooses_several_and_draws_the_curve(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", viewport={"width": 900, "height": 900}, is_mobile=True, has_touch=True)
    fingers = ann.page.context.new_cdp_session(ann.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def hold(moment: str) -> None:
        touch("touchStart", ann.middle(ann.card(moment)))
        expect(ann.page.locator(".ghost")).to_be_visible()
        touch("touchEnd")
        expect(ann.page.locator(".ghost")).to_have_count(0)

    ann.card("m0").tap()
    hold("m1")
    ann.aloud("2 moments chosen")
    hold("m3")
    assert ann.do("({ board }) => [...board.chosen].sort()") == ["m0", "m1", "m3"]
    hold("m1")
    assert ann.do("({ board }) => [...board.chosen].sort()") == ["m0", "m3"]
    assert ann.texts("moments", "before") == ["I look it up", "I call the desk", "I pack the bags"]
    face = ann.page.locator(".lane-emotion .face").nth(1)
    face.scroll_into_view_if_needed()
    x, y = ann.middle(face)
    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x, y - 5 * step))
    touch("touchEnd")
    ann.until("({ model }) => model.row('moments', 'm1').felt_valence === 0")
    ann.settled()
    ann.do("({ model }) => model.undo()")
    ann.until("({ model }) => model.row('moments', 'm1').felt_valence === -1")


def test_a_person_with_another_role_gets_their_rights_at_once(room: Hall, visit: Visit) -> None:
    bob = room.bare(visit, "Bob")
    said = "[{ id: model.you.id, name: 'Bob', role: 'observer', colour: 1, at: null, editing: false }]"
    asked = bob.do(
        f"""({{ model }}) => new Promise((done) => {{
          model.socket.addEventListener("open", () => done(true), {{ once: true }});
          const frame = {{ type: "presence", people: {said}, total: 1 }};
          model.socket.dispatchEvent(new CustomEvent("frame", {{ detail: frame }}));
        }})"""
    )
    assert asked, "it says hello again, and hears what it may do"
    bob.status("live")


def test_a_copied_touchpoint_says_what_it_said_and_its_channel_stays_what_it_was(room: Hall, visit: Visit) -> None:
    ann, other = room.bare(visit, "Ann"), room.bare(visit, "Bob", room.new_map())
    made = {"name": "A friend", "owned": False, "notes": "by word of mouth"}
    add = "({ model }, table, values, place) => model.add(table, values, { after: undefined, ...place })"
    ann.do(add, "channels", made, {"id": "friend"})
    ann.do(add, "touchpoints", {"channel": "friend", "notes": "on a Sunday"}, {"parent": "m0"})
    ann.settled()
    ann.card("m0").click()
    copied = ann.do(CLIPBOARD, "copy", "")
    other.do("({ model }) => model.add('episodes', { title: 'Before' }, { id: 'e', after: undefined })")
    other.settled()
    other.do("({ board }) => { board.pick('episodes', 'e'); board.drawNow(); board.focusRow(board.picked); }")
    other.do(CLIPBOARD, "paste", copied)
    other.settled()
    (moment,) = room_rows(other, "moments", "e")
    (touchpoint,) = room_rows(other, "touchpoints", str(moment["id"]))
    channel = other.do("({ model }, id) => model.row('channels', id)", touchpoint["channel"])
    assert touchpoint["notes"] == "on a Sunday"
    assert (channel["name"], channel["owned"], channel["notes"]) == ("A friend", False, "by word of mouth")


def test_a_new_row_has_every_field_before_the_server_has_answered(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann", room.new_map())
    ann.do("({ board }) => board.editing.addEpisode()")
    ann.page.keyboard.type("Before")
    ann.page.keyboard.press("Enter")
    ann.settled()
    (episode,) = room_rows(ann, "episodes", None)  # type: ignore[arg-type]
    ann.do("({ board }, id) => board.editing.addMoment(id, null)", episode["id"])
    draft = ann.do("({ model, board }) => Object.keys(model.row('moments', board.editing.draft.id))")
    assert set(Moment.fields()) <= set(draft)
