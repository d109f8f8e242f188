"""The board and its connection, in real Chromium: nothing done offline is lost, and after a sleep one is caught up."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.board_page import Board, Hall, Visit, hall


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("connection") / "journeymap.db", "Bob") as it:
        yield it


@pytest.fixture
def two(room: Hall, visit: Visit) -> tuple[Board, Board]:
    return room.bare(visit, "Ann"), room.bare(visit, "Bob")


SEES = "({ model }, id, text) => model.row('moments', id)?.text === text"


def test_what_is_done_without_a_network_is_kept_marked_and_sent_when_it_is_back(two: tuple[Board, Board]) -> None:
    ann, bob = two
    network = ann.page.context
    network.set_offline(True)
    ann.status("offline")
    ann.edit("m0", "I look on my phone")
    expect(ann.card("m0")).to_contain_text("I look on my phone")
    expect(ann.card("m0")).to_have_class("card chosen pending")
    expect(ann.page.locator(".status")).to_contain_text("1 kept")
    help_text = "This device has no network; what you do now is kept, up to 500 changes, and sent later"
    expect(ann.page.locator(".status")).to_have_attribute("title", help_text)
    bob.edit("m3", "I get there")
    bob.settled()
    assert ann.do("({ model }) => model.row('moments', 'm3').text") == "I arrive"
    network.set_offline(False)
    ann.status("live")
    expect(ann.page.locator(".notice")).to_contain_text("Connected again; you are caught up (1 change).")
    for board in two:
        board.until(SEES, "m0", "I look on my phone")
        board.until(SEES, "m3", "I get there")
    ann.settled()
    expect(ann.card("m0")).to_have_class("card chosen")
    for board, moment, text in ((ann, "m0", "I look it up"), (bob, "m3", "I arrive")):
        board.do("({ model }) => model.undo()")
        board.until(SEES, moment, text)


def test_more_than_the_board_keeps_is_refused_and_said(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    ann.page.context.set_offline(True)
    ann.status("offline")
    kept = ann.do(
        """({ model }) => {
          const done = [];
          for (let n = 0; n < 503; n += 1) done.push(model.set("moments", "m0", "notes", `note ${n}`));
          return done.filter(Boolean).length;
        }"""
    )
    assert kept == 500
    expect(ann.page.locator(".status")).to_contain_text("500 kept")
    expect(ann.page.locator(".notice").first).to_contain_text("no more changes can be kept")
    assert ann.do("({ model }) => model.row('moments', 'm0').notes") == "note 499"


def test_two_people_who_wrote_while_apart_both_see_both_texts(two: tuple[Board, Board]) -> None:
    ann, bob = two
    ann.page.context.set_offline(True)
    ann.status("offline")
    ann.edit("m4", "I ask for a folder")
    bob.edit("m4", "I ask the ranger")
    bob.settled()
    ann.page.context.set_offline(False)
    ann.status("live")
    hers = ann.page.locator(".notice", has_text="Bob had just written something else here:")
    expect(hers).to_contain_text("I ask the ranger")
    his = bob.page.locator(".notice", has_text="Ann changed the text you had just written to: I ask for a folder")
    expect(his).to_contain_text("Yours was: I ask the ranger")
    hers.get_by_role("button", name="Use that one").click()
    for board in two:
        board.until(SEES, "m4", "I ask the ranger")
    ann.settled()
    ann.do("({ model }) => { model.undo(); model.undo(); }")
    bob.until("({ model }) => model.row('moments', 'm4').text !== 'I ask for a folder'")
    bob.edit("m4", "I ask for a map")
    ann.until(SEES, "m4", "I ask for a map")


def test_a_page_that_slept_catches_up_by_its_revision(two: tuple[Board, Board]) -> None:
    ann, bob = two
    browser = ann.page.context.new_cdp_session(ann.page)
    told: list[str] = []
    ann.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame)[:60])))
    browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    bob.edit("m2", "I pack for rain")
    bob.settled()
    browser.send("Page.setWebLifecycleState", {"state": "active"})
    # The new Wi-Fi does not know the old connection: the next one begins where this one ended.
    ann.do("({ model }) => model.socket.again()")
    ann.until(SEES, "m2", "I pack for rain")
    ann.status("live")
    assert not any("snapshot" in frame for frame in told), "only what was missed"
    bob.page.keyboard.press("Control+z")
    ann.until(SEES, "m2", "I pack the bags")


# Nothing goes through any more, either way, and nobody is told.
DEAF = """() => {
  globalThis.deaf = false;
  globalThis.WebSocket = class extends WebSocket {
    send(text) { if (!deaf) super.send(text); }
    set onmessage(listener) { super.onmessage = (event) => deaf || listener(event); }
  };
}"""


def test_a_connection_that_fell_silent_is_found_out_when_the_lid_is_opened(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/join", wait="body", storage_state=room.storage("Ann"), bypass_csp=True)
    page.evaluate(DEAF)
    ann, bob = room.mount(page, room.map_id).ready(), room.bare(visit, "Bob")
    page.evaluate("() => { deaf = true; }")
    bob.edit("m1", "I ring the desk")
    bob.settled()
    ann.do(
        """({ model }) => {
          model.socket.addEventListener("down", () => (globalThis.deaf = false));
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    ann.until(SEES, "m1", "I ring the desk")
    ann.status("live")
    bob.page.keyboard.press("Control+z")
    ann.until(SEES, "m1", "I call the desk")
