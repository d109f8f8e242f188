"""The live board in real Chromium: how soon it is there, how soon a change is seen, how smoothly it scrolls.

    python -m tests.benchmarks.board

starts a server of its own and prints one line of JSON. Figures to compare, never to assert.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.support.board_page import Board, Hall, hall, long_journey

DRAWN = """(el) => new Promise((done) => {
  const { board, model } = el.parentElement.board;
  const cards = () => board.lanes[1].body.querySelectorAll(".card").length;
  const dots = () => board.lanes[2].body.querySelectorAll("circle, .by").length;
  const ask = () => (model.status === "live" && cards() > 5 && dots() > 5
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : requestAnimationFrame(ask));
  ask();
})"""
"""Milliseconds since the page was asked for, when cards and channels are painted."""

SCROLL = """(el, seconds) => new Promise((done) => {
  const { scroll, canvas } = el.parentElement.board.board;
  const frames = [];
  const start = performance.now();
  const step = (now) => {
    frames.push(now);
    const at = (performance.now() - start) / 1000;
    if (at > seconds) return done(frames.slice(1).map((frame, n) => frame - frames[n]));
    scroll.scrollLeft = (canvas.clientWidth - scroll.clientWidth) * Math.min(1, at / seconds);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""

WATCH = """(el) => {
  const { model } = el.parentElement.board;
  globalThis.seen = [];
  model.addEventListener("change", ({ detail }) => {
    if (!detail.confirmed) return;
    const text = model.row("moments", "m3").text;
    requestAnimationFrame(() => setTimeout(() => seen.push([text, Date.now()])));
  });
}"""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--edits", type=int, default=100)
    asked.add_argument("--repeat", type=int, default=5)
    chosen = asked.parse_args()
    small, large = tuple(long_journey(140)), tuple(long_journey(1_000))
    with (
        tempfile.TemporaryDirectory() as folder,
        hall(Path(folder) / "journeymap.db", "Bob", journey=small, other=large) as room,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        first = [first_board(browser, room, room.map_id) for _ in range(chosen.repeat)]
        first_large = [first_board(browser, room, room.other_id) for _ in range(chosen.repeat)]
        delays = remote_to_pixels(browser, room, chosen.edits)
        frames = scrolling(browser, room)
        browser.close()
    found = {
        "first_board_ms_140": round(statistics.median(first)),
        "first_board_ms_1000": round(statistics.median(first_large)),
        "remote_to_pixels_ms_p50": round(statistics.median(delays), 1),
        "remote_to_pixels_ms_p95": round(statistics.quantiles(delays, n=20)[-1], 1),
        "scroll_fps_1000": round(1000 / statistics.mean(frames), 1),
        "scroll_frame_ms_p95_1000": round(statistics.quantiles(frames, n=20)[-1], 1),
    }
    print(json.dumps(found))


def visitor(browser: Browser) -> Any:
    """Opens a page in a browser profile of its own."""

    def visit(address: str, *, wait: str = "body", **wishes: Any) -> Page:
        page = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **wishes}).new_page()
        page.goto(address)
        page.wait_for_selector(wait)
        return page

    return visit


def first_board(browser: Browser, room: Hall, map_id: str) -> float:
    """From the empty page to the first complete board, in milliseconds: modules, socket, snapshot, drawing."""
    page = visitor(browser)(f"{room.base}/join", storage_state=room.storage("Ann"), bypass_csp=True)
    started = page.evaluate("() => performance.now()")
    board = room.mount(page, map_id)
    done = board.element.evaluate(DRAWN)
    page.context.close()
    return float(done - started)


def remote_to_pixels(browser: Browser, room: Hall, edits: int) -> Sequence[float]:
    """From the moment Bob's board sends an edit to the frame in which Ann's shows it, in milliseconds."""
    visit = visitor(browser)
    ann, bob = room.bare(visit, "Ann", room.other_id), room.bare(visit, "Bob", room.other_id)
    ann.element.evaluate(WATCH)
    sent: list[float] = []
    for n in range(edits):
        sent.append(bob.do(f"({{ model }}) => (model.set('moments', 'm3', 'text', 'edit {n}'), Date.now())"))
        ann.page.wait_for_function("(n) => seen.some(([text]) => text === 'edit ' + n)", arg=n)
    seen = dict(reversed(ann.page.evaluate("() => seen")))
    return [seen[f"edit {n}"] - at for n, at in enumerate(sent)]


def scrolling(browser: Browser, room: Hall) -> Sequence[float]:
    """Milliseconds between frames while the whole of a map of 1,000 moments passes by in five seconds."""
    board: Board = room.bare(visitor(browser), "Ann", room.other_id)
    frames: list[float] = board.element.evaluate(SCROLL, 5)
    return frames


if __name__ == "__main__":
    main()
