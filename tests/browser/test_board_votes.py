"""What a room voted stands on its cards, in real Chromium: dots, scores with their spread, and what is locked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.boards import Hall, Visit, hall
from tests.support.crowd import api

QUESTIONS = ["satisfaction", "importance_customer", "importance_us"]
AGENDA = [
    {"id": "dots", "kind": "vote", "title": "Dots", "ballot": {"items": "moments"}},
    {"id": "scores", "kind": "scores", "title": "Scores", "ballot": {"items": "moments", "questions": QUESTIONS}},
    {"id": "needs", "kind": "vote", "title": "Needs", "ballot": {"items": "needs"}},
]

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
    bob.edit("m2", "I forget the bags")
    expect(bob.page.locator(".notice")).to_contain_text("The facilitator has locked this card.")
    bob.until("({ model }) => model.row('moments', 'm2').text === 'I pack the bags'")
    ask("Ann", "/room/lock", {"row": "m2", "on": False})
    expect(bob.card("m2").locator(".mark.fixed")).to_have_count(0)
    bob.edit("m2", "I pack two bags")
    bob.settled()
    assert room.rows("moments")[2]["text"] == "I pack two bags"
