"""What one does with several cards at once, in real Chromium: each is one act, by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.support.board_page import Board, Hall, Visit, hall
from tests.support.crowd import api

STEPS = [{"id": "backstage", "kind": "backstage", "title": "Behind it"}]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("chosen") / "journeymap.db", "Bob") as it:
        yield it


@pytest.fixture
def ann(room: Hall, visit: Visit) -> Board:
    return room.bare(visit, "Ann")


def bar(board: Board) -> Locator:
    return board.page.get_by_role("toolbar", name="What is chosen")


def choose(board: Board, *moments: str) -> Locator:
    """Choose these cards, and say where the bar is."""
    board.card(moments[0]).click()
    for one in moments[1:]:
        board.card(one).click(modifiers=["Shift"])
    expect(bar(board)).to_contain_text(f"{len(moments)} moments chosen")
    return bar(board)


def undone(board: Board) -> None:
    """One undo, and all is as it was."""
    board.settled()
    board.page.keyboard.press("Control+z")
    board.settled()
    board.shows("before", "I look it up", "I call the desk", "I pack the bags")
    board.shows("there", "I arrive", "I ask for a map")


def test_one_card_alone_has_no_bar_and_two_have_one_that_is_cleared(ann: Board) -> None:
    ann.card("m0").click()
    expect(bar(ann)).to_be_hidden()
    choose(ann, "m0", "m3").get_by_role("button", name="Clear").click()
    expect(bar(ann)).to_be_hidden()
    expect(ann.page.locator(".card.chosen")).to_have_count(0)


def test_several_cards_move_to_a_place_in_an_episode_in_one_act(ann: Board) -> None:
    choose(ann, "m0", "m2").get_by_role("button", name="Move", exact=True).click()
    dialog = ann.page.get_by_role("dialog", name="Move 2 moments")
    dialog.get_by_label("To this episode").select_option("At the park")
    dialog.get_by_label("In this place").select_option("After “I arrive”")
    dialog.get_by_role("button", name="Move").click()
    ann.shows("there", "I arrive", "I look it up", "I pack the bags", "I ask for a map")
    expect(ann.card("m0")).to_be_focused()
    undone(ann)


def test_a_channel_is_added_to_all_that_lack_it_and_taken_away_in_one_act(ann: Board) -> None:
    phones = "({ model }) => model.moments().filter(({ id }) => model.rows('touchpoints', id).length).length"
    found = choose(ann, "m0", "m1", "m2")
    found.get_by_role("button", name="Channel").click()
    found.get_by_role("group", name="Add").get_by_role("menuitem", name="Phone").click()
    ann.aloud("Phone added to 2 moments")
    ann.settled()
    assert ann.do(phones) == 3
    found.get_by_role("button", name="Channel").click()
    expect(found.get_by_role("group", name="Add").get_by_role("menuitem", name="Phone")).to_have_count(0)
    found.get_by_role("group", name="Take away").get_by_role("menuitem", name="Phone").click()
    ann.aloud("Phone taken away from 3 moments")
    ann.settled()
    assert ann.do(phones) == 0
    ann.page.keyboard.press("Control+z")
    ann.settled()
    assert ann.do(phones) == 3
    undone(ann)
    assert ann.do(phones) == 1


def test_by_keyboard_alone_several_get_an_emotion_and_are_removed(ann: Board) -> None:
    ann.page.locator(".scroll").focus()
    press = ann.page.keyboard.press
    press("Home")
    press("Shift+ArrowRight")
    expect(bar(ann)).to_be_visible()
    for key in ("m", "ArrowRight", "ArrowRight", "Enter", "ArrowUp", "End", "Home", "Enter"):
        press(key)
    ann.until("({ model }) => ['m0', 'm1'].every((id) => model.row('moments', id).felt_valence === 2)")
    undone(ann)
    assert ann.do("({ model }) => ['m0', 'm1'].map((id) => model.row('moments', id).felt_valence)") == [1, -1]
    press("ArrowRight")
    expect(bar(ann).get_by_role("button", name="Remove")).to_be_focused()
    press("Enter")
    ann.shows("before", "I pack the bags")
    expect(bar(ann)).to_be_hidden()
    undone(ann)


def test_escape_goes_from_the_list_to_the_bar_and_from_there_to_the_cards(ann: Board) -> None:
    found = choose(ann, "m0", "m1")
    found.get_by_role("button", name="Emotion").press("Enter")
    expect(found.get_by_role("menu")).to_be_visible()
    ann.page.keyboard.press("Escape")
    expect(found.get_by_role("menu")).to_have_count(0)
    ann.page.keyboard.press("Escape")
    expect(ann.card("m1")).to_be_focused()
    expect(ann.page.locator(".card.chosen")).to_have_count(2)


def test_what_the_step_does_not_allow_is_refused_in_the_servers_own_words(room: Hall, visit: Visit) -> None:
    with api(room.base) as ask:
        ask.post("/room/agenda", {"steps": STEPS}, room.seats["Ann"])
        ask.post("/room/start", {"step": "backstage"}, room.seats["Ann"])
        bob = room.bare(visit, "Bob")
        bob.until("({ board }) => !!board.stage.said?.step")
        words = "That is not part of this step. Put it in the parking lot, so that it is not lost."
        found = choose(bob, "m0", "m1")
        for name in ("Move", "Remove"):
            found.get_by_role("button", name=name, exact=True).click()
            expect(bob.page.locator(".notice").last).to_contain_text(words)
            bob.page.get_by_role("button", name="Close").last.click()
        found.get_by_role("button", name="Channel").click()
        found.get_by_role("menuitem", name="Desk").click()
        expect(bob.page.locator(".notice").last).to_contain_text(words)
        assert bob.do("({ model }) => model.queued") == 0
        olaf = room.bare(visit, "Olaf")
        found = choose(olaf, "m0", "m1")
        expect(found.get_by_role("button")).to_have_text(["Clear"])


# Whose journey it is


def test_the_persona_stands_in_the_head_and_says_what_they_want(ann: Board) -> None:
    chip = ann.page.get_by_role("button", name="Whose journey it is: Noor")
    about = ann.page.get_by_role("group", name="Whose journey it is")
    expect(chip).to_contain_text("Noor")
    for name, value in (("goal", "a day outside"), ("quote", "Tell me <b>once</b>")):
        ann.do("({ model }, name, value) => model.set('personas', 'noor', name, value)", name, value)
    expect(chip.locator("q")).to_have_text("“Tell me <b>once</b>”")
    chip.press("Enter")
    expect(about).to_contain_text("a day outside")
    expect(about).to_contain_text("“Tell me <b>once</b>”")
    ann.page.keyboard.press("Escape")
    expect(about).to_be_hidden()
    expect(chip).to_be_focused()
    ann.settled()
