"""The workshop on its board, in real Chromium: votes on the cards, what is locked, and what a step asks for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.board_page import Hall, Visit, hall
from tests.support.crowd import api

QUESTIONS = ["satisfaction", "importance_customer", "importance_us"]
AGENDA = [
    {"id": "dots", "kind": "vote", "title": "Dots", "ballot": {"items": "moments"}},
    {"id": "scores", "kind": "scores", "title": "Scores", "ballot": {"items": "moments", "questions": QUESTIONS}},
    {"id": "needs", "kind": "vote", "title": "Needs", "ballot": {"items": "needs"}},
]

KINDS = {
    "scope": set[str](),
    "episodes": {"episodes"},
    "moments": {"channels", "needs"},
    "channels": {"channels"},
    "backstage": {"backstage_steps"},
    "talk": set[str](),
    "free": {"episodes", "channels", "needs", "backstage_steps", "communications"},
}
"""What the board invites a participant to in each of these steps."""

STEPS = [*AGENDA, *({"id": kind, "kind": kind, "title": kind} for kind in KINDS)]

INVITED = {
    "episodes": ".add-episode",
    "channels": ".add-channel",
    "needs": ".lane-needs .add-note",
    "backstage_steps": ".lane-backstage .add-note",
    "communications": ".lane-communication .add-note",
}

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(Path(tmp_path_factory.mktemp("votes")) / "journeymap.db", "Bob", "Cleo") as it:
        yield it


@pytest.fixture
def ask(room: Hall) -> Iterator[Ask]:
    """The API, as one of the people."""
    with api(room.base) as it:
        yield lambda person, path, body: it.post(path, body, room.seats[person])


def test_dots_and_scores_stand_on_the_cards_once_the_vote_is_over(room: Hall, visit: Visit, ask: Ask) -> None:
    bob = room.bare(visit, "Bob")

    def vote(person: str, step: str, item: str, n: int = 0, question: str = "", value: int = 1) -> None:
        values = {"round": step, "item": item, "slot": n, "question": question, "value": value}
        name = f"{step}-{person}-{item}-{question}-{n}"
        added = {"type": "change", "op": name, "do": "add", "table": "votes", "id": name, "values": values}
        ask(person, f"/maps/{room.map_id}/changes", added)

    ask("Ann", "/room/agenda", {"steps": AGENDA})
    ask("Ann", "/room/start", {"step": "dots"})
    for n, (person, item) in enumerate((("Bob", "m1"), ("Bob", "m4"), ("Cleo", "m1"))):
        vote(person, "dots", item, n)
    expect(bob.card("m1").locator(".mark.votes")).to_have_count(0)
    ask("Ann", "/room/end", {})
    expect(bob.card("m1").locator(".mark.votes")).to_have_text("● 2")
    expect(bob.card("m4").locator(".mark.votes")).to_have_text("● 1")
    expect(bob.card("m0").locator(".mark.votes")).to_have_count(0)
    ask("Ann", "/room/start", {"step": "scores"})
    for person, answers in (("Bob", (1, 5, 3)), ("Cleo", (2, 4, 4))):
        for question, value in zip(QUESTIONS, answers, strict=True):
            vote(person, "scores", "m1", 0, question, value)
    expect(bob.card("m1").locator(".mark.worth")).to_have_count(0)
    ask("Ann", "/room/start", {"step": "needs"})
    # Importance 4.5 and satisfaction 1.5: 4.5 + (4.5 - 1.5).
    worth = bob.card("m1").locator(".mark.worth")
    expect(worth).to_have_text("◆ 7.5")
    expect(worth).to_have_attribute(
        "title",
        "Opportunity: 7.5\n"
        "Satisfaction: 1.5 (1 to 2, 2 answers)\n"
        "Importance to the customer: 4.5 (4 to 5, 2 answers)\n"
        "Importance to us: 3.5 (3 to 4, 2 answers)",
    )
    for said in ("2 dots", "Opportunity: 7.5", "Satisfaction: 1.5"):
        assert said in (bob.card("m1").get_attribute("aria-label") or "")
    vote("Cleo", "needs", "sure")
    ask("Ann", "/room/end", {})
    expect(bob.note("be sure there is a place")).to_contain_text("● 1")


def test_a_card_that_is_locked_says_so_and_stays_as_it_is(room: Hall, visit: Visit, ask: Ask) -> None:
    ask("Ann", "/room/agenda", {"steps": [*AGENDA, {"id": "free", "kind": "free", "title": "All"}]})
    ask("Ann", "/room/start", {"step": "free"})
    ask("Ann", "/room/lock", {"row": "m2", "on": True})
    bob = room.bare(visit, "Bob")
    expect(bob.card("m2").locator(".mark.fixed")).to_have_text("locked")
    assert "locked this card" in (bob.card("m2").get_attribute("aria-label") or "")
    bob.card("m2").dblclick()
    expect(bob.page.locator("textarea.editor")).to_have_count(0)
    expect(bob.page.locator(".notice")).to_contain_text("The facilitator has locked this card.")
    bob.until("({ model }) => model.row('moments', 'm2').text === 'I pack the bags'")
    ask("Ann", "/room/lock", {"row": "m2", "on": False})
    expect(bob.card("m2").locator(".mark.fixed")).to_have_count(0)
    bob.edit("m2", "I pack two bags")
    bob.settled()
    assert room.rows("moments")[2]["text"] == "I pack two bags"


def test_the_board_invites_to_what_the_step_asks_for(room: Hall, visit: Visit, ask: Ask) -> None:
    ask("Ann", "/room/agenda", {"steps": STEPS})
    ann, bob = room.bare(visit), room.bare(visit, "Bob")

    for step, asked in KINDS.items():
        ask("Ann", "/room/start", {"step": step})
        bob.until("({ board }, step) => board.stage.said?.step?.id === step", step)
        for name, place in INVITED.items():
            expect(bob.page.locator(place).first).to_be_visible(visible=name in asked)
            expect(ann.page.locator(place).first).to_be_visible()


IN_PANEL = {
    "text": ".main textarea",
    "feeling": '[data-feeling="felt"] .face-choice',
    "need": '[data-adds="needs"]',
    "channel": ".channels-of input",
    "remove": '[data-act="removing"]',
}
PANEL_IN = {
    "moments": {"cleos": {"text", "feeling", "need", "channel", "remove"}, "m1": {"need", "channel"}},
    "channels": {"cleos": {"channel"}, "m1": {"channel"}},
    "scope": {"cleos": set[str](), "m1": set[str]()},
    "free": {"cleos": set(IN_PANEL), "m1": set(IN_PANEL)},
}
"""What the panel lets a participant do in each step, with a card of her own and with somebody else's."""


def test_the_panel_lets_a_participant_do_what_the_step_asks_and_reads_to_them_the_rest(
    room: Hall, visit: Visit, ask: Ask
) -> None:
    ask("Ann", "/room/agenda", {"steps": STEPS})
    ask("Ann", "/room/start", {"step": "moments"})
    added = {"type": "change", "op": "cleos", "do": "add", "table": "moments", "id": "cleos", "parent": "there"}
    ask("Cleo", f"/maps/{room.map_id}/changes", {**added, "values": {"text": "I look around"}})
    cleo, ann = room.bare(visit, "Cleo", panel=True), room.bare(visit, "Ann", panel=True)
    for step, rows in PANEL_IN.items():
        if step != "moments":
            ask("Ann", "/room/start", {"step": step})
        for board in (cleo, ann):
            board.until("({ board }, step) => board.stage.said?.step?.id === step", step)
        for row, offered in rows.items():
            for board, mine in ((cleo, offered), (ann, set(IN_PANEL))):
                board.until("({ model }, row) => !!model.row('moments', row)", row)
                board.do("({ board }, row) => board.pick('moments', row)", row)
                panel = board.page.locator(f'.panel[data-table="moments"][data-id="{row}"]')
                expect(panel).to_contain_text("Micro-moment")
                for name, place in IN_PANEL.items():
                    expect(panel.locator(place).first).to_be_visible(visible=name in mine)
                if "text" not in mine:
                    words = "I look around" if row == "cleos" else "I call the desk"
                    expect(panel.locator(".main .words")).to_have_text(words)


def test_what_a_step_does_not_ask_for_is_said_before_one_types(room: Hall, visit: Visit, ask: Ask) -> None:
    ask("Ann", "/room/agenda", {"steps": STEPS})
    ask("Ann", "/room/start", {"step": "talk"})
    bob = room.bare(visit, "Bob")
    bob.until("({ board }) => board.stage.said?.step?.id === 'talk'")
    bob.card("m1").focus()
    for key in ("n", "Enter"):
        bob.page.keyboard.press(key)
        expect(bob.page.locator(".notice").last).to_contain_text("This step of the workshop does not ask for that.")
        expect(bob.page.locator("textarea.editor")).to_have_count(0)
    ask("Ann", "/room/start", {"step": "moments"})
    bob.until("({ board }) => board.stage.said?.step?.id === 'moments'")
    bob.card("m1").focus()
    bob.page.keyboard.press("Enter")
    expect(bob.page.locator(".notice").last).to_contain_text("Somebody else made this.")
    bob.card("m1").focus()
    bob.page.keyboard.press("n")
    bob.page.keyboard.insert_text("I ask a friend")
    bob.page.keyboard.press("Enter")
    bob.settled()
    mine = next(row["id"] for row in room.rows("moments") if row["text"] == "I ask a friend")
    bob.edit(mine, "I ask two friends")
    bob.settled()
    assert "I ask two friends" in {row["text"] for row in room.rows("moments")}


def test_what_is_half_typed_beside_the_board_stays_when_its_step_is_over(room: Hall, visit: Visit, ask: Ask) -> None:
    ask("Ann", "/room/agenda", {"steps": STEPS})
    for step in ("scope", "moments"):
        ask("Ann", "/room/start", {"step": step})
    hers = {"type": "change", "op": "hers", "do": "add", "table": "moments", "id": "hers", "parent": "before"}
    ask("Bob", f"/maps/{room.map_id}/changes", {**hers, "values": {"text": "I look once"}})
    bob = room.open(visit, "Bob")
    bob.card("hers").click()
    panel = bob.page.locator(".panel")
    box = panel.locator("textarea").first
    expect(box).to_have_value("I look once")
    box.fill("I look twice")
    ask("Ann", "/room/start", {"step": "talk"})
    expect(panel.get_by_role("button", name="Remove")).to_have_count(0)
    expect(box).to_have_value("I look twice")
    box.press("Tab")
    expect(panel).to_contain_text("That is not part of this step.")
    expect(box).to_have_value("I look twice")
    panel.get_by_role("button", name="Put back what was saved").click()
    expect(panel.locator("textarea")).to_have_count(0)
    expect(panel).to_contain_text("I look once")
