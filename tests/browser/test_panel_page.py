"""The panel of a row on its pages: what it needs the server for, what is still open, and the graph beside it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.board_page import Board, Hall, Visit, hall, long_journey
from tests.support.held_answers import Held
from tests.support.journeys import FULL

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}

RERUNS = """() => {
  globalThis.reruns = 0;
  const app = document.querySelector("[data-testid=stApp]");
  new MutationObserver(() => (reruns += app.dataset.testScriptState === "running"))
    .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
}"""
"""Counts them from now on."""


@pytest.fixture
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("page") / "journeymap.db", "Bob", journey=FULL[1:-1], designed=True) as it:
        yield it


def panel_of(board: Board) -> Locator:
    return board.page.locator(".panel:not([hidden])")


def test_choosing_shows_the_panel_at_once_and_reruns_nothing_for_what_one_walks_past(room: Hall, visit: Visit) -> None:
    ann = room.open(visit)
    ann.page.evaluate(RERUNS)
    ann.card("call").click()
    expect(panel_of(ann)).to_contain_text("Micro-moment 1 / 2")
    still = "() => reruns && document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'"
    ann.page.wait_for_function(still)
    found = ann.do(
        """({ board }) => {
          const before = reruns;
          const said = [];
          for (const id of ["arrive", "call", "arrive", "call", "arrive"]) {
            board.pick("moments", id);
            said.push(board.panel.element.querySelector("textarea").value);
          }
          return new Promise((done) => setTimeout(() => done([said, reruns - before]), 250));
        }"""
    )
    assert found == [["I arrive", "I call the desk", "I arrive", "I call the desk", "I arrive"], 0]


def test_whoever_goes_on_at_once_takes_the_choice_along_however_late_the_page_hears_of_it(
    room: Hall, visit: Visit
) -> None:
    held = Held()
    ann = room.open(visit, answer=held)
    link = ann.page.get_by_role("link", name="Graph").first
    expect(link).to_be_visible()
    held.kept = []
    ann.card("arrive").click()
    link.click()
    # What leads away could overtake the choice: it waits until the page knows it.
    assert "/map?" in ann.page.url
    held.let_go(all_of_it=True)
    panel = ann.page.locator(".st-key-jm-graph-open .panel")
    expect(panel.locator(".main textarea")).to_have_value("I arrive")
    assert "/graph?" in ann.page.url


def test_a_click_that_waits_takes_nobody_away_who_goes_on_writing(room: Hall, visit: Visit) -> None:
    held = Held()
    ann = room.open(visit, answer=held)
    link = ann.page.get_by_role("link", name="Graph").first
    expect(link).to_be_visible()
    held.kept = []
    ann.card("arrive").click()
    link.click()
    line = panel_of(ann).locator('.children[data-table="needs"] .adder input')
    line.click()
    ann.page.keyboard.type("to know ")
    held.let_go(all_of_it=True)
    still = "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'"
    ann.until("({ model }) => model.queued === 0")
    ann.page.wait_for_function(still)
    ann.page.keyboard.type("where I am")
    ann.page.keyboard.press("Enter")
    expect(panel_of(ann).locator('[data-table="needs"] textarea').last).to_have_value("to know where I am")
    assert "/map?" in ann.page.url


def test_a_panel_that_opens_late_leaves_whoever_writes_by_now_where_they_are(room: Hall, visit: Visit) -> None:
    held = Held()
    ann = room.open(visit, answer=held)
    tool = ann.page.locator(".st-key-jm-map-tool-channels button").first
    expect(tool).to_be_visible()
    ann.card("arrive").click()
    line = panel_of(ann).locator('.children[data-table="needs"] .adder input')
    expect(line).to_be_visible()
    held.kept = []
    tool.click()
    line.click()
    ann.page.keyboard.type("to know ")
    held.let_go(all_of_it=True)
    ann.page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'"
    )
    ann.page.keyboard.type("where I am")
    ann.page.keyboard.press("Enter")
    expect(panel_of(ann).locator('[data-table="needs"] textarea').last).to_have_value("to know where I am")


def test_a_panel_that_opens_late_leaves_whoever_writes_on_a_card_by_now_where_they_are(
    room: Hall, visit: Visit
) -> None:
    held = Held()
    ann = room.open(visit, answer=held)
    tool = ann.page.locator(".st-key-jm-map-tool-channels button").first
    expect(tool).to_be_visible()
    text = "({ model }) => model.row('moments', 'call').text"
    before = ann.do(text)
    held.kept = []
    tool.click()
    ann.card("call").dblclick()
    editor = ann.page.locator("textarea.editor")
    expect(editor).to_be_focused()
    ann.page.keyboard.press("Control+a")
    ann.page.keyboard.type("half a ")
    held.let_go(all_of_it=True)
    ann.page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'"
    )
    assert ann.do(text) == before
    ann.page.keyboard.type("word")
    ann.page.keyboard.press("Enter")
    ann.until(f"(it) => ({text})(it) === 'half a word'")


def test_a_double_click_writes_on_the_card_it_was_meant_for_though_the_panel_opens(
    tmp_path: Path, visit: Visit
) -> None:
    with hall(tmp_path / "journeymap.db", journey=tuple(long_journey(24, episodes=4))) as room:
        ann = room.open(visit)
        for moment in ann.page.locator(".card[data-id]").evaluate_all("(them) => them.map((one) => one.dataset.id)"):
            ann.card(moment).dblclick()
            ann.until("({ board }, moment) => board.editing.open?.id === moment", moment)
            ann.page.keyboard.press("Escape")
            ann.page.keyboard.press("Escape")
            expect(panel_of(ann)).to_have_count(0)


def test_a_moment_is_added_after_this_one_and_chosen(room: Hall, visit: Visit) -> None:
    ann = room.open(visit)
    ann.card("call").click()
    panel = panel_of(ann)
    panel.locator('[data-act="adding"]').click()
    line = panel.locator('[data-field-of="add-after"]')
    expect(line).to_be_focused()
    line.fill("x" * 281)
    line.press("Enter")
    expect(panel.locator(".fold .reason")).to_contain_text("Shorten it")
    expect(line).to_have_value("x" * 281)
    line.fill("I wait for the mail because I need certainty")
    line.press("Enter")
    expect(panel.locator(".main textarea")).to_have_value("I wait for the mail")
    new = next(row for row in room.rows("moments") if row["text"] == "I wait for the mail")
    assert [row["text"] for row in room.rows("needs") if row["parent"] == new["id"]] == ["Certainty"]
    assert [row["text"] for row in room.rows("moments") if row["parent"] == "before"] == [
        "I call the desk",
        "I wait for the mail",
    ]
    expect(ann.card(new["id"])).to_have_attribute("aria-pressed", "true")


def test_the_panel_says_who_changed_the_row(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit), room.bare(visit, "Bob")
    bob.do("({ model }) => model.set('moments', 'call', 'text', 'I ring')")
    bob.settled()
    ann.card("call").click()
    panel = panel_of(ann)
    panel.get_by_text("Who changed this, and when").click()
    past = panel.locator(".past-list")
    for words in ("Bob", "I ring", "Ann", "ten minutes of music"):
        expect(past).to_contain_text(words)


def test_in_a_to_be_one_asks_what_a_change_would_hit(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, map_id=room.to_be)
    ann.card("arrive").click()
    reach = panel_of(ann).locator(".reach")
    expect(reach.locator(".reach-list")).to_be_empty()
    reach.get_by_text("What would a change here hit?").click()
    expect(reach).to_contain_text("A change here hits one story and one communication.")
    expect(reach.get_by_role("button")).to_have_text("I arrive")
    as_is = room.open(visit)
    as_is.card("call").click()
    expect(panel_of(as_is).locator(".past")).to_have_count(1)


def test_in_a_to_be_a_moment_says_where_it_comes_from_takes_another_in_and_is_called_new(
    room: Hall, visit: Visit
) -> None:
    ann = room.open(visit, map_id=room.to_be)
    ann.card("arrive").click()
    panel = panel_of(ann)
    origin = panel.locator('[data-field-of="origin"]')
    expect(origin).to_have_value("arrive")
    expect(origin.locator("option")).to_have_text(["New in the to-be", "I call the desk", "I arrive"])
    origin.select_option("call")
    ann.settled()
    assert moment(room, "arrive")["origin"] == "call"
    origin.select_option("arrive")
    ann.settled()
    before = room.rows("moments", room.to_be), room.rows("needs", room.to_be)
    panel.locator('[data-act="merging"]').click()
    panel.locator('[data-field-of="other"]').select_option("call")
    panel.locator('[data-act="merge"]').click()
    expect(panel.locator('[data-table="origins"]')).to_contain_text("I call the desk")
    expect(panel.locator('[data-table="needs"] textarea')).to_have_value("be sure there is a place")
    assert [row["id"] for row in room.rows("moments", room.to_be)] == ["arrive"]
    ann.page.locator(".st-key-jm-map-undo button").first.click()
    ann.until("({ model }) => !!model.row('moments', 'call')")
    assert (room.rows("moments", room.to_be), room.rows("needs", room.to_be)) == before
    panel.locator('[data-act="new"]').click()
    ann.settled()
    assert moment(room, "arrive")["origin"] is None
    expect(origin).to_have_value("")


def moment(room: Hall, row: str) -> dict[str, Any]:
    return next(one for one in room.rows("moments", room.to_be) if one["id"] == row)


def test_an_as_is_asks_for_no_origin(room: Hall, visit: Visit) -> None:
    ann = room.open(visit)
    ann.card("arrive").click()
    expect(panel_of(ann)).to_be_visible()
    expect(panel_of(ann).get_by_text("Where it comes from")).to_be_hidden()


def test_what_whoever_leads_locks_is_read_by_the_others_and_shown_to_all(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit), room.open(visit, "Bob")
    for board in (ann, bob):
        board.card("call").click()
    lead = panel_of(ann)
    expect(panel_of(bob).get_by_role("button", name="Lock")).to_have_count(0)
    lead.get_by_role("button", name="Lock").click()
    expect(panel_of(bob)).to_contain_text("The facilitator has locked this card.")
    expect(panel_of(bob).locator(".acts.lead button")).to_have_count(0)
    expect(panel_of(bob).locator("textarea, .face-choice:visible")).to_have_count(0)
    expect(panel_of(ann).locator(".main textarea")).to_be_visible()
    lead.get_by_role("button", name="Unlock").click()
    expect(panel_of(bob).locator(".main textarea")).to_be_visible()
    lead.get_by_role("button", name="Show to all").click()
    lead.get_by_role("button", name="Stop showing").click()
    expect(lead.get_by_role("button", name="Show to all")).to_be_visible()


@pytest.mark.parametrize(
    ("what", "goal"),
    [
        ("no_feeling", '[data-feeling="felt"] .face-choice >> nth=0'),
        ("no_need", '[data-table="needs"] .adder input'),
        ("no_channel", ".channels-of input"),
        ("untargeted", '[data-feeling="targeted"] .face-choice >> nth=0'),
    ],
)
def test_what_is_open_leads_to_the_part_and_the_field_where_it_is_filled_in(
    room: Hall, visit: Visit, what: str, goal: str
) -> None:
    ann = room.open(visit)
    ann.do("({ model }) => model.remove('touchpoints', 'call-phone')")
    ann.card("call").click()
    panel_of(ann).locator('.parts input[value="more"]').check(force=True)
    for _ in range(2):  # also the second time, when the board knows the way already
        ann.page.locator(".st-key-jm-map-tool-open button").first.click()
        ann.page.locator(f".st-key-jm-map-open-{what} button").first.click()
        expect(panel_of(ann).locator(goal)).to_be_focused()
    expect(ann.page.locator(".st-key-jm-map-panel")).to_have_count(0)


def test_on_a_phone_the_sheet_is_as_wide_as_the_page(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, **PHONE)
    ann.card("call").tap()
    box = panel_of(ann).bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 390)
    assert panel_of(ann).evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")


def test_beside_the_graph_stands_the_same_panel_as_live_as_the_board(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit), room.bare(visit, "Bob")
    ann.card("arrive").click()
    ann.page.get_by_role("link", name="Graph").first.click()
    panel = ann.page.locator(".st-key-jm-graph-open .panel")
    expect(panel.locator(".main textarea")).to_have_value("I arrive")
    bob.do("({ model }) => model.set('moments', 'arrive', 'text', 'I ring')")
    expect(panel.locator(".main textarea")).to_have_value("I ring")
    panel.locator(".main textarea").fill("I send a letter")
    panel.locator(".main textarea").press("Enter")
    bob.until("({ model }) => model.row('moments', 'arrive').text === 'I send a letter'")
    panel.locator('[data-act="previous"]').click()
    expect(panel.locator(".main textarea")).to_have_value("I call the desk")
    panel.locator('[data-act="close"]').click()
    expect(panel).to_have_count(0)
    expect(ann.page.get_by_text("What stands out").first).to_be_visible()
