"""The server goes and comes back: the board says so, keeps what one does meanwhile, and sends it once."""

import signal
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.board_page import SECRET, Visit, hall
from tests.support.server_process import free_port
from tests.support.warm_server import warm


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_is_done_while_the_server_is_away_arrives_once(tmp_path: Path, visit: Visit, how: signal.Signals) -> None:
    database, port = tmp_path / "journeymap.db", free_port()
    with hall(database, "Bob", port=port) as room:
        ann, bob = room.bare(visit, "Ann"), room.bare(visit, "Bob")
        ann.card("m0").focus()
        room.server.stop(how)
        ann.status("reconnecting")
        ann.edit("m1", "I write to the desk")
        ann.card("m1").focus()
        ann.page.keyboard.press("n")
        ann.page.keyboard.type("I wait")
        ann.page.keyboard.press("Enter")
        expect(ann.page.locator(".status")).to_contain_text("kept")
        expect(ann.card("m1")).to_contain_text("I write to the desk")
        expect(ann.card("m1")).to_have_class("card pending")
        with warm(database, samples=False, secret=SECRET, port=port):
            for board in (ann, bob):
                board.page.evaluate("() => dispatchEvent(new Event('online'))")
                board.shows("before", "I look it up", "I write to the desk", "I wait", "I pack the bags")
                board.status("live")
            ann.settled()
            expect(ann.page.locator(".notice").last).to_contain_text("you are caught up")
            if how is signal.SIGTERM:
                expect(ann.page.locator(".notice").last).to_contain_text("The server was restarted")
            done = Counter(operation["op"] for operation in ann.page.evaluate(_LOG, room.map_id))
            assert max(done.values()) == 1
            bob.edit("m0", "I ask around")
            ann.until("({ model }) => model.row('moments', 'm0').text === 'I ask around'")
    for board in (ann, bob):
        board.page.evaluate("() => document.body.replaceChildren()")


_LOG = "async (id) => (await (await fetch(`/api/maps/${id}/operations?since=0`)).json()).operations.slice(-3)"


def test_a_map_that_is_no_longer_mine_to_see_says_so(tmp_path: Path, visit: Visit) -> None:
    with hall(tmp_path / "journeymap.db", "Bob") as room:
        bob = room.bare(visit, "Bob")
        down = "new CustomEvent('down', { detail: { code: 4403, last: true } })"
        bob.do(f"({{ model }}) => model.socket.dispatchEvent({down})")
        bob.status("removed")
        bob.card("m0").dblclick()
        editor = bob.page.locator("textarea.editor")
        editor.fill("mine")
        editor.press("Enter")
        expect(bob.card("m0")).to_contain_text("I look it up")
