"""The lines in which one thing after another is typed: each is added once, whatever the page does meanwhile."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.board_page import Board, Hall, Visit, hall
from tests.support.held_answers import Held

EPISODES = ["Before the visit", "At the park", "Going home", "Cool rain", "R", "c"]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("entry") / "journeymap.db", "Bob", journey=(), other=()) as found:
        yield found


@pytest.fixture
def fresh(room: Hall) -> str:
    """A map of this test's own, on which nothing is."""
    return room.new_map()


def line(page: Page, label: str) -> Locator:
    """The line of this name."""
    return page.get_by_role("textbox", name=label, exact=True)


EPISODE = "Add an episode"


def titles(room: Hall, fresh: str, table: str = "episodes") -> list[str]:
    return [row.get("title") or row.get("name") or row["text"] for row in room.rows(table, fresh)]


def becomes(board: Board, table: str, *wanted: str, parent: str | None = None) -> None:
    """Wait until the board has these and nothing else waits."""
    board.until(
        "({ model }, table, parent, wanted) => model.queued === 0 && JSON.stringify(wanted) === JSON.stringify("
        "model.rows(table, parent).map((row) => row.title ?? row.name ?? row.text))",
        table,
        parent,
        list(wanted),
    )


def still(page: Page) -> None:
    """Until the script runs no more."""
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )


def test_a_newcomer_types_episode_after_episode_on_a_new_map(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    field = line(board.page, EPISODE)
    field.click()
    for title in EPISODES:
        board.page.keyboard.type(title)
        board.page.keyboard.press("Enter")
        expect(field).to_have_value("")
    becomes(board, "episodes", *EPISODES)
    still(board.page)
    assert titles(room, fresh) == EPISODES
    expect(field).to_be_focused()
    expect(board.page.locator("[role=dialog]")).to_have_count(0)


def test_what_is_typed_while_every_answer_is_late_is_added_once_and_in_order(
    visit: Visit, room: Hall, fresh: str
) -> None:
    held = Held()
    board = room.open(visit, map_id=fresh, answer=held)
    page, field = board.page, line(board.page, EPISODE)
    field.click()
    held.kept = []
    for title in EPISODES:
        page.keyboard.type(title, delay=15)
        page.keyboard.press("Enter")
        held.let_go()
    page.keyboard.type("Half a w")
    held.let_go(all_of_it=True)
    becomes(board, "episodes", *EPISODES)
    still(page)
    page.keyboard.type("ord")
    expect(field).to_have_value("Half a word")
    assert titles(room, fresh) == EPISODES


def test_reruns_of_all_kinds_send_nothing_again(visit: Visit, room: Hall, fresh: str) -> None:
    held = Held()
    board = room.open(visit, map_id=fresh, answer=held)
    page, field = board.page, line(board.page, EPISODE)
    field.click()
    held.kept = []
    page.keyboard.type("Once")
    page.keyboard.press("Enter")
    # Another rerun is asked for before the first has told that the line is empty.
    for press in ("Whose journey?", "Channels", "Paths"):
        page.get_by_role("button", name=press).first.click()
    field.click()
    page.keyboard.type("Twice")
    page.keyboard.press("Enter")
    held.let_go(all_of_it=True)
    becomes(board, "episodes", "Once", "Twice")
    still(page)
    assert titles(room, fresh) == ["Once", "Twice"]


def test_a_reload_in_the_middle_loses_and_doubles_nothing(visit: Visit, room: Hall, fresh: str) -> None:
    held = Held()
    board = room.open(visit, map_id=fresh, answer=held)
    page, field = board.page, line(board.page, EPISODE)
    field.click()
    held.kept = []
    for title in EPISODES[:3]:
        page.keyboard.type(title)
        page.keyboard.press("Enter")
    page.keyboard.type("Half")
    held.kept = None
    page.reload()
    page.wait_for_selector(".board")
    becomes(board, "episodes", *EPISODES[:3])
    expect(line(page, EPISODE)).to_have_value("Half")
    still(page)
    assert titles(room, fresh) == EPISODES[:3]


def test_two_people_type_into_one_new_map_and_neither_disturbs_the_other(visit: Visit, room: Hall, fresh: str) -> None:
    ann, bob = room.open(visit, map_id=fresh), room.open(visit, "Bob", map_id=fresh)
    for board in (ann, bob):
        line(board.page, EPISODE).click()
    for n in range(6):
        for board, name in ((ann, "Ann"), (bob, "Bob")):
            for letter in f"{name} {n}":
                board.page.keyboard.type(letter)
            board.page.keyboard.press("Enter")
    for board in (ann, bob):
        board.until("({ model }) => model.rows('episodes').length === 12 && model.queued === 0")
        expect(line(board.page, EPISODE)).to_have_value("")
        still(board.page)
    found = titles(room, fresh)
    assert sorted(found) == sorted(f"{name} {n}" for name in ("Ann", "Bob") for n in range(6))
    for name in ("Ann", "Bob"):
        assert [one for one in found if one.startswith(name)] == [f"{name} {n}" for n in range(6)]


def test_what_one_is_typing_stays_when_somebody_adds_the_first_moment(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    field = line(board.page, EPISODE)
    field.click()
    board.page.keyboard.type("Before")
    board.page.keyboard.press("Enter")
    becomes(board, "episodes", "Before")
    episode = room.rows("episodes", fresh)[0]["id"]
    bob = room.bare(visit, "Bob", map_id=fresh)
    board.page.keyboard.type("Half ")
    bob.do("({ model }, parent) => model.add('moments', { text: 'I arrive' }, { parent })", episode)
    becomes(board, "moments", "I arrive", parent=episode)
    still(board.page)
    board.page.keyboard.type("an episode")
    expect(field).to_have_value("Half an episode")
    expect(field).to_be_focused()


def test_the_persona_and_then_the_episodes_are_typed_without_a_pause(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    page = board.page
    line(page, "The persona’s name").click()
    page.keyboard.type("Marieke")
    page.keyboard.press("Enter")
    line(page, EPISODE).click()
    for title in EPISODES[:4]:
        page.keyboard.type(title)
        page.keyboard.press("Enter")
    becomes(board, "episodes", *EPISODES[:4])
    still(page)
    assert (titles(room, fresh, "personas"), titles(room, fresh)) == (["Marieke"], EPISODES[:4])


def test_moments_are_typed_fast_with_what_they_name(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    page = board.page
    line(page, EPISODE).click()
    page.keyboard.type("Before")
    page.keyboard.press("Enter")
    field = line(page, "A micro-moment")
    field.click()
    for n in range(5):
        page.keyboard.type(f"I call desk {n} via e-mail because I need rest")
        page.keyboard.press("Enter")
    becomes(board, "episodes", "Before")
    episode = room.rows("episodes", fresh)[0]["id"]
    becomes(board, "moments", *(f"I call desk {n}" for n in range(5)), parent=episode)
    still(page)
    assert len(room.rows("needs", fresh)) == 5
    assert [row["name"] for row in room.rows("channels", fresh)] == ["E-mail"]


def test_several_lines_that_are_pasted_are_several_things(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    page, field = board.page, line(board.page, EPISODE)
    field.click()
    page.keyboard.type("A ")
    paste(field, "first\r\nsecond\x0bthird\n\n  \nlast")
    expect(field).to_have_value("last")
    page.keyboard.press("Enter")
    becomes(board, "episodes", "A first", "second", "third", "last")


def test_a_text_that_is_too_long_stays_in_the_line_with_how_much(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    page, field = board.page, line(board.page, EPISODE)
    field.click()
    paste(field, "x" * 400)
    expect(field).to_have_value("x" * 400)
    expect(page.get_by_text("At most 120 characters: 280 too many.").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).to_have_value("x" * 400)
    field.fill("👩‍👩‍👧" * 120)
    page.keyboard.press("Enter")
    becomes(board, "episodes", "👩‍👩‍👧" * 120)
    expect(field).to_have_value("")


PERSONA = "The persona’s name"


def test_what_the_server_refuses_is_said_and_kept_while_one_types_on(visit: Visit, room: Hall, fresh: str) -> None:
    held = Held()
    board = room.open(visit, map_id=fresh, answer=held)
    page, field = board.page, line(board.page, PERSONA)
    field.click()
    held.kept = []
    for name in ("Marieke", "Noor"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    page.keyboard.type("Ann")
    held.let_go(all_of_it=True)
    expect(page.locator(".held")).to_contain_text("Noor")
    expect(field).to_have_value("Ann")
    page.locator(".held").get_by_role("button", name="Change it").click()
    expect(field).to_have_value("Noor")
    expect(page.locator(".held")).to_contain_text("Ann")
    page.locator(".held").get_by_role("button", name="Leave it out").click()
    field.fill("")
    # With nothing left to say, the line for the one persona goes.
    expect(page.get_by_text("Whose journey is it?")).to_have_count(0)
    assert titles(room, fresh, "personas") == ["Marieke"]


def test_what_no_map_can_hold_costs_no_text(visit: Visit, room: Hall, fresh: str) -> None:
    board = room.open(visit, map_id=fresh)
    field = line(board.page, EPISODE)
    texts = ("Be\u0007ll\u0000", "Half \ud83d of it", "a\u0301 accent", "not\uffffa character", "true", "[1]", "null")
    for text in texts:
        field.evaluate("(box, text) => { box.value = text; box.dispatchEvent(new Event('input')); }", text)
        field.press("Enter")
    wanted = ["Bell", "Half \ufffd of it", "\u00e1 accent", "not\ufffda character", "true", "[1]", "null"]
    becomes(board, "episodes", *wanted)


def test_the_parking_lot_takes_what_is_typed_once(visit: Visit, room: Hall) -> None:
    held = Held()
    page = visit(f"{room.base}/workshop?workshop={room.workshop_id}", storage_state=room.storage("Ann"), answer=held)
    page.get_by_role("button", name="Parking lot").click()
    field = line(page, "What is set aside")
    field.click()
    held.kept = []
    for text in ("Too expensive", "We ask the board", "Later"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    held.let_go(all_of_it=True)
    expect(page.get_by_text("Later · Ann")).to_be_visible()
    still(page)
    for text in ("Too expensive", "We ask the board", "Later"):
        expect(page.get_by_text(f"{text} · Ann", exact=True)).to_have_count(1)


def test_a_map_is_made_once_however_often_its_button_is_pressed(visit: Visit, room: Hall) -> None:
    held = Held()
    page = visit(f"{room.base}/", answer=held)
    page.get_by_role("button", name="New map").first.click()
    page.get_by_role("textbox", name="Title").fill("Only one of me")
    still(page)
    held.kept = []
    make = page.get_by_role("button", name="Make the map")
    for _ in range(3):
        make.click()
    held.let_go(all_of_it=True)
    page.wait_for_selector(".board")
    still(page)
    with urlopen(f"{room.base}/api/maps", timeout=30) as answer:
        found = json.loads(answer.read())
    assert [one["title"] for one in found["maps"] if one["title"] == "Only one of me"] == ["Only one of me"]


def paste(field: Locator, text: str) -> None:
    """Paste with the keyboard, as far as a page can tell."""
    field.evaluate(
        "(box, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        " const how = { clipboardData: data, bubbles: true, cancelable: true, composed: true };"
        " if (!box.dispatchEvent(new ClipboardEvent('paste', how))) return;"
        " box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');"
        " box.dispatchEvent(new Event('input', { bubbles: true })); }",
        text,
    )
