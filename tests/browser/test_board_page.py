"""The board on its page, in real Chromium: everybody can use it, on a phone too, and its numbers are always right."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.axe import findings
from tests.support.board_page import Board, Hall, Visit, hall

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PANEL = ".panel"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("page") / "journeymap.db", "Bob", other_archived=True) as it:
        yield it


@pytest.mark.parametrize(("scheme", "where"), [("light", {}), ("dark", PHONE)], ids=["desktop", "phone"])
def test_nothing_on_the_board_keeps_anybody_out(room: Hall, visit: Visit, scheme: str, where: dict[str, Any]) -> None:
    """axe-core finds nothing serious or critical: with a panel, a notice, and somebody else at a card."""
    ann = room.open(visit, color_scheme=scheme, **where)
    bob = room.bare(visit, "Bob")
    bob.card("m3").click()
    expect(ann.card("m3").locator(".who")).to_have_text("Bob")
    ann.card("m1").click()
    expect(ann.page.locator(PANEL)).to_contain_text("Micro-moment 2 / 5")
    ann.do(
        "({ board }) => board.notice({ text: 'a', detail: 'b', action: 'c', act() {}, kind: 'warning', stays: true })"
    )
    assert findings(ann.page) == []
    ann.page.get_by_text("Who changed this, and when").scroll_into_view_if_needed()
    assert findings(ann.page) == []
    ann.page.get_by_role("button", name="Lanes").click()
    expect(ann.page.get_by_role("dialog")).to_be_visible()
    assert findings(ann.page) == []


def test_the_tab_key_goes_through_the_board_in_the_order_one_reads_it(room: Hall, visit: Visit) -> None:
    """Each lane is one stop or a few, not one a card; and what has the focus can be seen to have it."""
    ann = room.bare(visit)
    ann.page.locator(".search").focus()
    stops, unseen = [], []
    for _ in range(22):
        ann.page.keyboard.press("Tab")
        name, outlined = ann.do(
            """({ board }) => {
              const here = board.board.getRootNode().activeElement;
              if (!here) return ["", true];
              const lane = here.closest(".lane")?.className.match(/lane-(\\w+)/)[1] ?? "tools";
              const { outlineStyle, outlineWidth } = getComputedStyle(here);
              return [`${lane}: ${here.className.split(" ")[0]}`, outlineStyle !== "none" && outlineWidth !== "0px"];
            }"""
        )
        stops.append(name)
        if not outlined:
            unseen.append(name)
    lanes = list(dict.fromkeys(stop.split(":")[0] for stop in stops if stop))
    order = ["tools", "episodes", "moments", "channels", "needs", "emotion", "backstage", "insight", "communication"]
    assert [lane for lane in order if lane in lanes] == lanes
    assert lanes[:6] == order[:6]
    assert stops.count("moments: card") == 1
    assert unseen == []


def test_numbers_above_the_board_are_right_without_a_rerun(room: Hall, visit: Visit) -> None:
    ann, bob = room.open(visit), room.bare(visit, "Bob")
    wait = """([name, number]) => {
      const button = document.querySelector(`.st-key-jm-map-tool-${name} button p`);
      return button && getComputedStyle(button, "::after").content.replace(/[^0-9]/g, "") === number;
    }"""
    ann.page.wait_for_function(wait, arg=["channels", "3"])
    ann.page.wait_for_function(wait, arg=["open", "9"])
    reruns = """() => {
      globalThis.reruns = 0;
      const app = document.querySelector("[data-testid=stApp]");
      new MutationObserver(() => (reruns += app.dataset.testScriptState === "running"))
        .observe(app, { attributes: true });
    }"""
    ann.page.evaluate(reruns)
    bob.do("({ model }) => model.add('channels', { name: 'Ranger' }, { id: 'ranger', after: undefined })")
    bob.do("({ model }) => model.add('paths', { name: 'Most people', kind: 'unhappy' }, { after: undefined })")
    ann.page.wait_for_function(wait, arg=["channels", "4"])
    ann.page.wait_for_function(wait, arg=["paths", "1"])
    ann.page.wait_for_function(wait, arg=["open", "8"])
    assert ann.page.evaluate("() => reruns") == 0
    bob.settled()
    bob.do("({ model }) => { model.undo(); model.undo(); }")
    ann.page.wait_for_function(wait, arg=["channels", "3"])


def test_on_a_phone_the_panel_is_a_sheet_that_folds_and_the_card_stays_in_sight(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, **PHONE)
    head = ann.page.locator(".st-key-jm-frame")
    assert head.bounding_box()["height"] < 80, "a line for the title and one for what one can do"  # type: ignore[index]
    top = "({ board }) => board.board.getBoundingClientRect().top"
    before = ann.do(top)
    ann.card("m1").tap()
    panel = ann.page.locator(PANEL)
    expect(panel).to_contain_text("Micro-moment 2 / 5")

    def free() -> bool:
        """Whether the chosen card lies above the sheet."""
        card, sheet = ann.card("m1").bounding_box(), panel.bounding_box()
        return bool(card and sheet and card["y"] + card["height"] <= sheet["y"])

    ann.until("({ board }) => board.board.getBoundingClientRect().bottom <= innerHeight * 0.5")
    assert free()
    assert ann.do(top) == before, "what one is about to tap next does not move away"
    fold = ann.page.locator(".panel .handle")
    fold.tap()
    ann.until("({ board }) => board.board.getBoundingClientRect().bottom > innerHeight * 0.7")
    assert panel.bounding_box()["height"] < 110  # type: ignore[index]
    assert free()
    fold.tap()
    ann.until("({ board }) => board.board.getBoundingClientRect().bottom <= innerHeight * 0.5")


def test_an_archived_map_is_read_only_and_says_so(room: Hall, visit: Visit) -> None:
    ann = room.open(visit, map_id=room.other_id)
    expect(ann.page.locator(".read-only")).to_have_text("read only")
    expect(ann.page.get_by_text("in the archive")).to_be_visible()
    assert_no_way_to_edit(ann)


def test_an_observer_sees_no_way_to_edit(room: Hall, visit: Visit) -> None:
    olaf = room.bare(visit, "Olaf")
    expect(olaf.page.locator(".read-only")).to_have_text("read only")
    assert_no_way_to_edit(olaf)
    expect(room.bare(visit).page.locator(".read-only")).to_be_hidden()


def assert_no_way_to_edit(board: Board) -> None:
    for name in (".add-note", ".add-episode", ".add-channel", ".empty-card:enabled", ".tool[aria-label=Undo]"):
        expect(board.page.locator(f"{name}:visible")).to_have_count(0)
    board.card("m0").dblclick()
    expect(board.page.locator("textarea.editor")).to_have_count(0)


def test_who_reads_the_history_is_not_shown_as_being_on_the_board(room: Hall, visit: Visit) -> None:
    bob = room.bare(visit, "Bob")
    address = f"{room.base}/history?map={room.map_id}"
    page = visit(address, wait="text=Ann", storage_state=room.storage("Ann"))
    bob.edit("m4", "I get a map from the ranger")
    expect(page.get_by_text("I get a map from the ranger").first).to_be_visible()
    assert bob.do("({ model }) => model.people.map(({ name }) => name)") == ["Bob"]
    room.bare(visit, "Ann")
    bob.until("({ model }) => model.people.some(({ name }) => name === 'Ann')")
