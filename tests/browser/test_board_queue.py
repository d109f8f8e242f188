"""What I did and nobody has answered yet: sent whole and in order, kept across a closed tab, taken back at once."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.board_page import Board, Hall, Visit, hall

SEES = "({ model }, id, text) => model.row('moments', id)?.text === text"
KEPT = "() => Object.keys(localStorage).filter((key) => key.startsWith('journeymap-kept:')).length"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("queue") / "journeymap.db", "Bob", "Cees") as it:
        yield it


def offline(board: Board) -> Board:
    """The device has no network from here on."""
    board.page.context.set_offline(True)
    board.status("offline")
    return board


def again(room: Hall, page: Page, person: str = "") -> Board:
    """Another page in the same browser, with the network back; `person`: whose seat it has by now."""
    context = page.context
    context.set_offline(False)
    if person:
        context.clear_cookies()
        context.add_cookies(room.storage(person)["cookies"])
    opened = context.new_page()
    opened.goto(f"{room.base}/join")
    return room.mount(opened, room.map_id).ready()


# At the server's pace

POUR = """({ model }) => {
  globalThis.refused = [];
  model.addEventListener("refused", ({ detail }) => refused.push(detail.code));
  let after = null;
  for (let n = 0; n < 190; n += 1) {
    const id = `poured${n}`;
    model.add("moments", { text: `Poured ${n}` }, { parent: "after", after, id });
    model.add("needs", { text: `need ${n}` }, { parent: id, after: undefined });
    model.add("touchpoints", { channel: "desk" }, { parent: id, after: undefined });
    model.add("backstage_steps", { text: `step ${n}` }, { parent: id, after: undefined });
    after = id;
  }
}"""


def test_more_than_the_server_takes_at_once_arrives_whole_and_in_order(room: Hall, visit: Visit) -> None:
    cees = room.bare(visit, "Cees", room.other_id)
    cees.do(POUR)
    cees.settled()
    assert cees.page.evaluate("refused") == []
    poured = [row["id"] for row in room.rows("moments", room.other_id) if row["parent"] == "after"]
    assert poured == [f"poured{n}" for n in range(190)]
    for table in ("needs", "touchpoints", "backstage_steps"):
        parents = [row["parent"] for row in room.rows(table, room.other_id) if row["parent"].startswith("poured")]
        assert sorted(parents) == sorted(poured), table


# Across a closed tab


def test_what_was_not_sent_is_sent_by_the_next_page_of_mine_and_by_nobody_elses(room: Hall, visit: Visit) -> None:
    ann = offline(room.bare(visit, "Ann"))
    ann.edit("m1", "I write to the desk")
    ann.card("m0").focus()
    ann.page.keyboard.press("n")
    ann.page.keyboard.type("I wait")
    ann.page.keyboard.press("Enter")
    expect(ann.page.locator(".status")).to_contain_text("2 kept")
    ann.page.close()
    bob = again(room, ann.page, "Bob")
    assert bob.do("({ model }) => model.queued") == 0
    assert bob.texts("moments", "before") == ["I look it up", "I call the desk", "I pack the bags"]
    assert bob.page.evaluate(KEPT) == 2
    bob.page.close()
    ann = again(room, bob.page, "Ann")
    ann.shows("before", "I look it up", "I wait", "I write to the desk", "I pack the bags")
    ann.settled()
    assert [row["text"] for row in room.rows("moments")][:3] == ["I look it up", "I wait", "I write to the desk"]
    ann.page.wait_for_function(f"() => ({KEPT})() === 0")
    ann.do("({ model }) => { model.undo(); model.undo(); }")
    ann.shows("before", "I look it up", "I call the desk", "I pack the bags")
    ann.settled()


def test_two_tabs_of_mine_send_a_change_once(room: Hall, visit: Visit) -> None:
    first, bob = room.bare(visit, "Ann"), room.bare(visit, "Bob")
    first.do("({ model }) => model.socket.close()")
    first.edit("m2", "I pack for rain")
    second = again(room, first.page)
    bob.until(SEES, "m2", "I pack for rain")
    second.settled()
    bob.edit("m2", "I pack for sun")
    bob.settled()
    first.do("({ model }) => model.socket.open()")
    first.settled()
    for board in (first, second, bob):
        board.until(SEES, "m2", "I pack for sun")
    expect(first.page.locator(".notice.warning")).to_have_count(0)
    bob.do("({ model }) => model.undo()")
    bob.until(SEES, "m2", "I pack for rain")
    second.do("({ model }) => model.undo()")
    bob.until(SEES, "m2", "I pack the bags")


def test_leaving_the_map_within_the_page_still_sends_what_i_did_there(room: Hall, visit: Visit) -> None:
    ann, bob = offline(room.bare(visit, "Ann")), room.bare(visit, "Bob")
    ann.edit("m3", "I get there")
    ann.do("(mounted) => mounted.close()")
    ann.page.context.set_offline(False)
    bob.until(SEES, "m3", "I get there")
    bob.edit("m3", "I arrive")
    bob.settled()


ASKED = """() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


def test_whoever_leaves_is_asked_only_where_something_would_be_lost(room: Hall, visit: Visit) -> None:
    ann = offline(room.bare(visit, "Ann"))
    ann.edit("m4", "I ask for a folder")
    assert not ann.page.evaluate(ASKED), "it is kept, and sent by the next page"
    ann.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    ann.edit("m4", "I ask for a leaflet")
    assert ann.page.evaluate(ASKED)
    ann.page.locator(".board").press("Control+z")
    assert not ann.page.evaluate(ASKED)


# Taken back


def test_undo_without_a_network_takes_back_at_once_and_redo_brings_it_again(room: Hall, visit: Visit) -> None:
    ann, bob = room.bare(visit, "Ann"), room.bare(visit, "Bob")
    ann.edit("m3", "I get there")
    bob.until(SEES, "m3", "I get there")
    ann.settled()
    offline(ann)
    ann.edit("m4", "I ask for a folder")
    expect(ann.page.locator(".status")).to_contain_text("1 kept")
    ann.card("m4").press("Control+z")
    expect(ann.card("m4")).to_contain_text("I ask for a map")
    expect(ann.page.locator(".status")).to_have_text("offline")
    ann.card("m4").press("Control+y")
    expect(ann.card("m4")).to_contain_text("I ask for a folder")
    ann.card("m4").press("Control+z")
    # What was done before goes by the server, when it is back.
    ann.card("m4").press("Control+z")
    expect(ann.page.locator(".status")).to_contain_text("1 kept")
    ann.page.context.set_offline(False)
    bob.until(SEES, "m3", "I arrive")
    ann.settled()
    assert bob.do("({ model }) => model.row('moments', 'm4').text") == "I ask for a map"
    for text, now in (("m3", "I get there"), ("m4", "I ask for a folder")):
        ann.card("m4").press("Control+y")
        bob.until(SEES, text, now)
    for text, now in (("m4", "I ask for a map"), ("m3", "I arrive")):
        ann.card("m4").press("Control+z")
        bob.until(SEES, text, now)
    ann.settled()


def notice(board: Board, words: str) -> Any:
    return board.page.locator(".notice", has_text=words)


def test_the_undo_of_a_removal_is_offered_until_the_next_thing_i_do(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    ann.card("m0").click()
    ann.page.keyboard.press("Delete")
    expect(notice(ann, "Removed")).to_be_visible()
    ann.edit("m4", "I ask for a folder")
    expect(notice(ann, "Removed")).to_have_count(0)
    ann.settled()
    ann.card("m4").press("Control+z")
    ann.until(SEES, "m4", "I ask for a map")
    ann.card("m4").press("Control+z")
    ann.until(SEES, "m0", "I look it up")
    ann.settled()


def test_what_i_do_in_another_window_counts_as_the_next_thing_i_do(room: Hall, visit: Visit) -> None:
    ann = room.bare(visit, "Ann")
    other = again(room, ann.page)
    ann.card("m0").click()
    ann.page.keyboard.press("Delete")
    ann.settled()
    expect(notice(ann, "Removed")).to_be_visible()
    other.edit("m4", "I ask for a folder")
    expect(notice(ann, "Removed")).to_have_count(0)
    other.settled()
    other.do("({ model }) => { model.undo(); model.undo(); }")
    ann.until(SEES, "m0", "I look it up")
    ann.until(SEES, "m4", "I ask for a map")


@pytest.mark.parametrize("network", [True, False])
def test_the_undo_of_a_removal_brings_back_what_was_removed_and_no_more(
    room: Hall, visit: Visit, network: bool
) -> None:
    ann, bob = room.bare(visit, "Ann"), room.bare(visit, "Bob")
    ann.edit("m4", "I ask for a folder")
    ann.settled()
    if not network:
        offline(ann)
    ann.card("m0").click()
    ann.card("m1").click(modifiers=["Control"])
    ann.page.keyboard.press("Delete")
    expect(ann.card("m0")).to_have_count(0)
    notice(ann, "2 removed").get_by_role("button", name="Undo").click()
    expect(notice(ann, "2 removed")).to_have_count(0)
    ann.page.context.set_offline(False)
    ann.status("live")
    ann.settled()
    for board in (ann, bob):
        board.shows("before", "I look it up", "I call the desk", "I pack the bags")
        board.until(SEES, "m4", "I ask for a folder")
    assert [row["id"] for row in room.rows("touchpoints")] == ["t1"]
    ann.do("({ model }) => model.undo()")
    bob.until(SEES, "m4", "I ask for a map")


# A network that says nothing

# Nothing goes through any more, either way, and nobody is told.
DEAF = """() => {
  globalThis.deaf = false;
  globalThis.said = [];
  globalThis.WebSocket = class extends WebSocket {
    send(text) { said.push(JSON.parse(text).type); if (!deaf) super.send(text); }
    set onmessage(listener) { super.onmessage = (event) => deaf || listener(event); }
  };
}"""


def test_a_dead_network_is_not_called_saving_for_long(room: Hall, visit: Visit) -> None:
    page = visit(f"{room.base}/join", wait="body", storage_state=room.storage("Ann"), bypass_csp=True, alone=True)
    page.clock.install()
    page.evaluate(DEAF)
    ann = room.mount(page, room.map_id).ready()
    page.clock.run_for(15_000)
    assert "ping" not in page.evaluate("said"), "nobody is asked while nothing is waited for"
    page.evaluate("() => { deaf = true; }")
    ann.do("({ model }) => model.set('moments', 'm4', 'text', 'I ask for a folder')")
    page.clock.run_for(1_000)
    expect(page.locator(".status")).to_have_text("saving")
    page.clock.run_for(5_000)
    expect(page.locator(".status")).to_have_text("reconnecting · 1 kept")
    page.evaluate("() => { deaf = false; dispatchEvent(new Event('online')); }")
    ann.status("live")
    ann.settled()
    assert {row["id"]: row["text"] for row in room.rows("moments")}["m4"] == "I ask for a folder"
    ann.do("({ model }) => model.undo()")
    ann.until(SEES, "m4", "I ask for a map")


# What is said

TYPED = "I look on my phone, for the leaflet is gone"


def test_a_text_of_mine_that_stands_nowhere_else_is_left_until_i_close_it(room: Hall, visit: Visit) -> None:
    ann, bob = room.bare(visit, "Ann"), room.bare(visit, "Bob")
    ann.card("m0").dblclick()
    ann.page.locator("textarea.editor").fill(TYPED)
    bob.do("({ model }) => model.remove('moments', 'm0')")
    bob.settled()
    ann.until("({ model }) => !model.row('moments', 'm0')")
    if ann.page.locator("textarea.editor").count():
        ann.page.locator("textarea.editor").press("Enter")
    lost = ann.page.locator(".notice", has_text=TYPED)
    expect(lost).to_be_visible()
    ann.do("({ board }) => { for (const text of ['one', 'two', 'three', 'four']) board.notice({ text }); }")
    expect(lost).to_be_visible()
    assert ann.page.locator(".notice").count() == 4, "of those that go by themselves the last three"
    lost.get_by_role("button", name="Close").click()
    expect(lost).to_have_count(0)
    bob.do("({ model }) => model.undo()")
    ann.until(SEES, "m0", "I look it up")


def test_what_is_refused_many_times_for_one_reason_is_said_once(room: Hall, visit: Visit) -> None:
    ann = offline(room.bare(visit, "Ann"))
    ann.do("({ model }) => { for (let n = 0; n < 510; n += 1) model.set('moments', 'm0', 'minutes', n); }")
    expect(ann.page.locator(".notice")).to_have_count(1)
    expect(ann.page.locator(".notice")).to_contain_text("no more changes can be kept")


MANY = """({ board }) => {
  for (let n = 0; n < 12; n += 1) {
    const act = () => (globalThis.chosen = n);
    const text = `Bob had just written something else here: ${n}.`;
    board.notice({ text, detail: "Yours", action: "Use", act, stays: true });
  }
}"""


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, {"width": 390, "height": 844}])
def test_many_texts_that_met_stay_within_reach_and_leave_the_board_in_sight(
    room: Hall, visit: Visit, viewport: dict[str, int]
) -> None:
    ann = room.bare(visit, "Ann", viewport=viewport)
    ann.do(MANY)
    notices = ann.page.locator(".notice")
    expect(notices).to_have_count(12)
    expect(notices.last).to_be_in_viewport(ratio=1)
    covered = ann.page.locator(".notices").bounding_box()
    whole = ann.element.bounding_box()
    assert covered
    assert whole
    assert covered["height"] <= whole["height"] * 0.45
    notices.first.get_by_role("button", name="Use").click()
    assert ann.page.evaluate("chosen") == 0
    expect(notices).to_have_count(11)
