"""What the step forbids is not sent from the board, by whichever gesture, and all say why in the same words."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.board_page import Board, Hall, Visit, hall
from tests.support.crowd import api

STEPS = [{"id": kind, "kind": kind, "title": kind} for kind in ("talk", "moments", "episodes", "to-be", "free")]
NOT_ASKED = "This step of the workshop does not ask for that."
NOT_MINE = "Somebody else made this. In this step you can only change your own."
LOCKED = "The facilitator has locked this card."
NO_MOVING = "The facilitator has locked moving for now."
BUILT_ON = "Others have added something to this."

LISTEN = """() => {
  const send = WebSocket.prototype.send;
  window.changes = [];
  WebSocket.prototype.send = function (text) {
    if (/"type":"(change|undo|redo)"/.test(text)) window.changes.push(text);
    return send.call(this, text);
  };
}"""
PASTE = """({ board }, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  board.scroll.focus();
  board.scroll.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true }));
}"""

Ask = Callable[..., Any]
Gesture = Callable[[Board], None]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(Path(tmp_path_factory.mktemp("gate")) / "journeymap.db", "Bob", "Cleo") as it:
        yield it


@pytest.fixture(scope="module")
def ask(room: Hall) -> Iterator[Ask]:
    """The API, as one of the people."""
    with api(room.base) as it:
        ask = lambda person, path, body: it.post(path, body, room.seats[person])  # noqa: E731
        ask("Ann", "/room/agenda", {"steps": STEPS})
        yield ask


@pytest.fixture
def bob(room: Hall, visit: Visit, ask: Ask) -> Board:
    """A participant's board; what it sends is listened to."""
    board = room.bare(visit, "Bob")
    board.page.evaluate(LISTEN)
    return board


def go(board: Board, ask: Ask, step: str) -> None:
    """The workshop is in this step, and the board knows."""
    board.until("({ board }) => board.stage.said !== null")
    if board.do("({ board }) => board.stage.said.step?.id") != step:
        ask("Ann", "/room/start", {"step": step})
    board.until("({ board }, step) => board.stage.said?.step?.id === step", step)


def add(room: Hall, ask: Ask, person: str, table: str, row: str, **more: Any) -> None:
    """Somebody adds a row, elsewhere."""
    change = {"type": "change", "op": f"{person}-{row}", "do": "add", "table": table, "id": row, **more}
    ask(person, f"/maps/{room.map_id}/changes", change)


def sent(board: Board) -> list[Any]:
    """The changes that this board has sent."""
    return [json.loads(one) for one in board.page.evaluate("() => window.changes")]


def told(board: Board, why: str) -> None:
    """It is said why not, to be seen and to be heard; nothing was sent, and nothing is kept to be sent."""
    expect(board.page.locator(".notice").last).to_contain_text(why)
    board.aloud(why)
    assert board.do("({ model }) => model.queued") == 0
    assert sent(board) == []


def pull(board: Board, mark: str, n: int = 1) -> None:
    """Drag a point of the curve upwards."""
    board.page.locator(".lane-emotion .lane-body").scroll_into_view_if_needed()
    x, y = board.middle(board.page.locator(f".lane-emotion {mark}").nth(n))
    mouse = board.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y - 25, steps=4)
    mouse.up()


def on_curve(*keys: str) -> Gesture:
    def press(board: Board) -> None:
        board.do("({ board }) => { board.lanes.find(({ name }) => name === 'emotion').cursor = 0; }")
        board.page.locator(".lane-emotion .lane-body").focus()
        for key in keys:
            board.page.keyboard.press(key)

    return press


def on_card(moment: str, *keys: str, more: tuple[str, ...] = ()) -> Gesture:
    def press(board: Board) -> None:
        board.do("({ board }, id) => { board.pick('moments', id); board.focusCard(id); }", moment)
        for other in more:
            board.do("({ board }, id) => board.chosen.add(id)", other)
        for key in keys:
            board.page.keyboard.press(key)

    return press


def drag(what: str, to: str, at: float = 0.2) -> Gesture:
    return lambda board: board.drag(board.page.locator(what).first, board.page.locator(to).first, at=at)


def cross(board: Board) -> None:
    """Add a touchpoint where a channel and a moment cross."""
    board.channel_map().page.locator(".lane-channels .lane-body").focus()
    board.page.keyboard.press("ArrowRight")
    board.page.keyboard.press("Enter")


GESTURES: dict[str, Gesture] = {
    "typing": on_card("m1", "Enter"),
    "adding": on_card("m1", "n"),
    "the curve by mouse": lambda board: pull(board, ".face"),
    "the aim by mouse": lambda board: pull(board, ".aim"),
    "the curve by keys": on_curve("ArrowRight", "ArrowUp"),
    "the aim by keys": on_curve("ArrowRight", "Shift+ArrowUp"),
    "dragging a card": drag('.card[data-id="m1"]', '.card[data-id="m4"]'),
    "dragging several cards": lambda board: (
        on_card("m0", more=("m1",))(board),
        drag('.card[data-id="m1"]', '.card[data-id="m4"]')(board),
    )[-1],
    "dragging an episode": drag('.episode[data-id="before"]', '.episode[data-id="after"]', 0.9),
    "dragging a channel": lambda board: drag('.channel-name[data-id="phone"]', '.channel-name[data-id="desk"]', 0.9)(
        board.channel_map()
    ),
    "dragging a note": drag('.note[data-id="sure"]', '.note[data-id="map"]'),
    "lifting a card": on_card("m1", "Space"),
    "lifting several cards": on_card("m1", "Space", more=("m2",)),
    "removing a card": on_card("m1", "Delete"),
    "removing several cards": on_card("m1", "Delete", more=("m0", "m2")),
    "a moment of truth": on_card("m1", "t"),
    "pasting": lambda board: board.do(PASTE, "I look around\nI go in"),
    "a touchpoint": cross,
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_where_a_step_asks_for_nothing_no_gesture_sends_anything_and_all_say_why(
    room: Hall, bob: Board, ask: Ask, gesture: str
) -> None:
    go(bob, ask, "talk")
    before = [bob.texts(table, parent) for table, parent in (("moments", "before"), ("episodes", None))]
    GESTURES[gesture](bob)
    told(bob, NOT_ASKED)
    expect(bob.page.locator("textarea.editor")).to_have_count(0)
    expect(bob.page.locator(".ghost")).to_have_count(0)
    assert bob.do("({ board }) => [board.dragging.lifted, board.lanes[4].held]") == [None, None]
    assert [bob.texts(table, parent) for table, parent in (("moments", "before"), ("episodes", None))] == before


OF_CARDS = [one for one in GESTURES if "card" in one or one in ("typing", "the curve by mouse", "the curve by keys")]


@pytest.mark.parametrize("gesture", [*OF_CARDS, "a moment of truth"])
def test_what_somebody_else_made_is_left_to_them_by_every_gesture(
    room: Hall, bob: Board, ask: Ask, gesture: str
) -> None:
    go(bob, ask, "moments")
    GESTURES[gesture](bob)
    told(bob, NOT_MINE)


def test_where_the_step_allows_it_the_same_gestures_are_sent(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "free")
    lifted = on_card("m1", "Space", "ArrowRight", "Space")
    for gesture in ("the curve by keys", "the aim by keys", "a moment of truth", "lifting a card"):
        bob.page.evaluate("() => { window.changes = []; }")
        (lifted if gesture == "lifting a card" else GESTURES[gesture])(bob)
        bob.settled()
        assert len(sent(bob)) == 1, gesture
        bob.do("({ model }) => model.undo()")
        bob.settled()


def test_of_several_cards_one_that_is_not_mine_keeps_all_where_they_are(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "moments")
    add(room, ask, "Bob", "moments", "mine", parent="before", values={"text": "I ask a friend"})
    bob.until("({ model }) => !!model.row('moments', 'mine')")
    on_card("mine", "Delete", more=("m1",))(bob)
    told(bob, NOT_MINE)
    on_card("mine", "Space", more=("m1",))(bob)
    told(bob, NOT_MINE)
    on_card("mine", "Delete")(bob)
    bob.settled()
    assert "mine" not in {row["id"] for row in room.rows("moments")}


def test_what_others_built_on_is_not_removed(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "moments")
    add(room, ask, "Bob", "moments", "built", parent="before", values={"text": "I write to them"})
    add(room, ask, "Cleo", "needs", "hers", parent="built", values={"text": "to hear soon"})
    bob.until("({ model }) => !!model.row('needs', 'hers')")
    on_card("built", "Delete")(bob)
    told(bob, BUILT_ON)
    assert "built" in {row["id"] for row in room.rows("moments")}


def test_while_moving_is_locked_my_own_card_stays_and_may_be_written(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "moments")
    add(room, ask, "Bob", "moments", "own", parent="before", values={"text": "I look again"})
    ask("Ann", "/room/lock", {"on": True})
    bob.until("({ board, model }) => board.stage.said?.workshop?.locked && !!model.row('moments', 'own')")
    for gesture in (drag('.card[data-id="own"]', '.card[data-id="m4"]'), on_card("own", "Space")):
        gesture(bob)
        told(bob, NO_MOVING)
    bob.edit("own", "I look once more")
    bob.settled()
    ask("Ann", "/room/lock", {"on": False})
    assert "I look once more" in {row["text"] for row in room.rows("moments")}


def test_a_locked_card_is_left_by_every_gesture_and_takes_nothing_in(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "free")
    ask("Ann", "/room/lock", {"row": "m1", "on": True})
    bob.until("({ board }) => board.stage.isLocked('m1')")
    for gesture in (*OF_CARDS, "a moment of truth", "dragging a note"):
        if gesture != "adding":
            GESTURES[gesture](bob)
            told(bob, LOCKED)
    drag('.note[data-id="map"]', '.note[data-id="sure"]')(bob)
    told(bob, LOCKED)
    ask("Ann", "/room/lock", {"row": "m1", "on": False})


def test_in_a_to_be_the_aim_of_an_episode_is_everybodys_and_what_is_felt_is_not(
    room: Hall, bob: Board, ask: Ask
) -> None:
    go(bob, ask, "to-be")
    on_curve("ArrowRight", "ArrowUp")(bob)
    told(bob, NOT_MINE)
    on_curve("Shift+ArrowUp")(bob)
    bob.settled()
    assert [(one["table"], one["field"]) for one in sent(bob)] == [("episodes", "targeted_valence")]
    moments = bob.do("({ model }) => model.moments().length")
    mine = bob.do("({ model }) => model.moments().filter(({ author }) => author === model.you.id).length")
    # Every aim can be taken hold of, and of what is felt one's own.
    expect(bob.page.locator(".lane-emotion .grab")).to_have_count(moments + mine)


def test_a_paste_takes_along_what_the_step_asks_for_and_says_what_it_leaves(room: Hall, bob: Board, ask: Ask) -> None:
    go(bob, ask, "moments")
    moment = {
        "values": {"text": "I ask at the desk"},
        "touchpoints": [{"in": {"name": "Desk"}}, {"in": {"name": "A neighbour"}}],
        "needs": [{"text": "to know"}],
        "backstage_steps": [{"text": "look it up", "was": "a"}],
        "pain_points": [{"text": "a queue", "cause": "a"}],
    }
    bob.do(PASTE, json.dumps({"format": "journeymap-moments", "map": "gone", "moments": [moment]}))
    expect(bob.page.locator(".notice").last).to_contain_text("2 things below them were left out: this step")
    bob.settled()
    assert {one["table"] for one in sent(bob)} == {"moments", "touchpoints", "channels", "needs"}
    assert bob.page.locator(".notice.warning", has_text="not part of this step").count() == 0


def test_a_finger_that_drags_what_it_may_not_is_told_and_one_that_holds_still_chooses(
    room: Hall, visit: Visit, ask: Ask
) -> None:
    bob = room.bare(visit, "Bob", viewport={"width": 900, "height": 900}, is_mobile=True, has_touch=True)
    bob.page.evaluate(LISTEN)
    go(bob, ask, "talk")
    fingers = bob.page.context.new_cdp_session(bob.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    x, y = bob.middle(bob.card("m1"))
    touch("touchStart", (x, y))
    expect(bob.page.locator(".ghost")).to_be_visible()
    touch("touchEnd")
    bob.until("({ board }) => board.chosen.has('m1')")
    assert sent(bob) == []
    expect(bob.page.locator(".notice")).to_have_count(0)
    x, y = bob.middle(bob.card("m0"))
    touch("touchStart", (x, y))
    expect(bob.page.locator(".ghost")).to_be_visible()
    for step in range(1, 6):
        touch("touchMove", (x + 60 * step, y))
    touch("touchEnd")
    told(bob, NOT_ASKED)
    expect(bob.page.locator(".lane-emotion .grab")).to_have_count(0)
