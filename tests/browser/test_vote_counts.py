"""What the browser makes of the votes it is told, in Chromium: held to the server's own sums by shared vectors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

import journeymap

HOME = Path(journeymap.__file__).parent
MODULES = {"/results.js": HOME / "frontend/board/results.js", "/tally.js": HOME / "frontend/room/tally.js"}
SHARED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "support" / "vote_counts.json").read_text(encoding="utf-8")
)
CASES = {case["name"]: case for case in SHARED["cases"]}

BENCH = """
import { opportunity, standings } from "/results.js";
import { byItem, ranked, spread } from "/tally.js";

const SCALES = { felt: [-2, -1, 0, 1, 2] };
// As the phone and the room's screen unfold what they are told.
const unfolded = (told) =>
  told.flatMap(([item, question, value, n]) =>
    Array.from({ length: n }, () => ({ round: "s", item, question, value })));

globalThis.bench = {
  opportunity,
  board(told) {
    return Object.fromEntries(standings({ s: told }));
  },
  ranked(told, items) {
    const dots = byItem(unfolded(told), "s");
    return ranked(items, (item) => dots.get(item)?.length ?? 0).map(({ item, n, rank, tied }) => [item, n, rank, tied]);
  },
  spread(told, item, question) {
    return spread(byItem(unfolded(told), "s", question).get(item) ?? [], SCALES[question] ?? [1, 2, 3, 4, 5]);
  },
};
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that has the modules, and nothing else."""
    context = browser.new_context()
    opened = context.new_page()

    def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3]
        if path == "/":
            route.fulfill(body='<script type="module" src="/bench.js"></script>', content_type="text/html")
        else:
            text = BENCH if path == "/bench.js" else MODULES[path].read_text(encoding="utf-8")
            route.fulfill(body=text, content_type="text/javascript")

    opened.route("**/*", answer)
    opened.goto("http://modules.test/")
    opened.wait_for_function("globalThis.bench !== undefined")
    yield opened
    context.close()


@pytest.mark.parametrize(("importance", "satisfaction", "worth"), SHARED["opportunity"])
def test_the_opportunity_is_the_servers(page: Page, importance: float, satisfaction: float, worth: float) -> None:
    found = page.evaluate("([one, other]) => bench.opportunity(one, other)", [importance, satisfaction])
    assert found == pytest.approx(worth, abs=1e-6)


@pytest.mark.parametrize("name", CASES)
def test_dots_come_to_the_servers_places(page: Page, name: str) -> None:
    case = CASES[name]
    items = [item for item, *_ in case["ranked"]]
    assert page.evaluate("([told, items]) => bench.ranked(told, items)", [case["told"], items]) == case["ranked"]


@pytest.mark.parametrize("name", CASES)
def test_scores_come_to_the_servers_means_and_spread(page: Page, name: str) -> None:
    case = CASES[name]
    for item, asked in case["scores"].items():
        for question, spread in asked.items():
            told = [case["told"], item, question]
            found = page.evaluate("([told, item, question]) => bench.spread(told, item, question)", told)
            assert found == {
                "n": spread["n"],
                "mean": pytest.approx(spread["mean"], abs=1e-6),
                "median": spread["median"],
                "counts": spread["counts"],
            }


@pytest.mark.parametrize("name", CASES)
def test_the_board_shows_the_servers_dots_means_and_worth(page: Page, name: str) -> None:
    case = CASES[name]
    found = page.evaluate("(told) => bench.board(told)", case["told"])
    worth = {item: value for item, value, *_ in case["worth"]}
    dots = {item: n for item, n, *_ in case["ranked"]}
    assert found == {
        item: {
            "dots": dots.get(item, 0),
            "scores": {
                question: {
                    "n": spread["n"],
                    "mean": pytest.approx(spread["mean"], abs=1e-6),
                    "low": spread["least"],
                    "high": spread["most"],
                }
                for question, spread in case["scores"].get(item, {}).items()
            },
            "worth": worth.get(item),
        }
        for item in {*dots, *case["scores"]}
    }
