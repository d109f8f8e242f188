"""The graph's page to take away, opened in real Chromium with the network off: it asks for nothing and runs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from journeymap.domain.model.journey import Journey
from journeymap.graph.takeaway import html
from journeymap.graph.views import view
from tests.support.small_maps import HOSTILE, made, sample

AWKWARD = (*HOSTILE, "</script><img src=x onerror=alert(1)>", "<!--<script>", "word " * 55)
DRAWN = "() => Number(document.getElementById('graph').dataset.drawn) > 0"


def awkward() -> Journey:
    """A map on which everything has a name that would like to be more than text."""
    moments = [
        {"id": f"m{n}", "text": text, "felt_valence": n % 5 - 2, "needs": [{"text": text}]}
        for n, text in enumerate(AWKWARD)
    ]
    steps = [{"moment": f"m{n}"} for n in range(len(AWKWARD))]
    paths = [{"id": "p", "name": "<b>Path</b></script>", "path_steps": steps}]
    return made(*moments, paths=paths, channels=[{"name": HOSTILE[0]}])


class Opened:
    """One page of a file, and all that it asked for, ran and said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda problem: self.errors.append(str(problem)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.errors.append(dialog.message)
        dialog.dismiss()

    def open(self, path: Path) -> None:
        """Open the file and wait until its graph is drawn."""
        self.asked.clear()
        self.page.goto(path.as_uri())
        self.page.wait_for_function(DRAWN)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Opened]:
    """One page for all tests, in a browser that cannot reach anything."""
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 900}, color_scheme="light")
    yield Opened(context.new_page())
    context.close()


def saved(journey: Journey, folder: Path, name: str = "journey", as_is: Journey | None = None) -> Path:
    path = folder / f"{name}.html"
    path.write_text(html(journey, view(journey, name, as_is=as_is)), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["journey", "needs"])
def test_hostile_text_is_text_and_nothing_is_asked_for(opened: Opened, tmp_path: Path, name: str) -> None:
    path = saved(awkward(), tmp_path, name)
    opened.open(path)
    assert opened.errors == []
    assert [url for url in opened.asked if not url.startswith("data:")] == [path.as_uri()]
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator("script").count() == 3
    assert HOSTILE[0] in opened.page.locator("tbody").inner_text()


def test_the_table_and_the_graph_have_one_selection(opened: Opened, tmp_path: Path) -> None:
    opened.open(saved(sample("as-is"), tmp_path))
    page = opened.page
    page.get_by_role("button", name="Read the member magazine", exact=True).click()
    assert page.locator("tr[aria-selected=true]").count() == 1
    assert page.locator("#told").inner_text().startswith("Read the member magazine")
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    assert not page.locator("#told").inner_text().startswith("Read the member magazine")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#told").inner_text().startswith("Read the member magazine")
    assert opened.errors == []


def test_a_path_can_be_left_out_and_the_ground_be_dark(opened: Opened, tmp_path: Path) -> None:
    opened.open(saved(sample("as-is"), tmp_path))
    page = opened.page
    light = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") != light
    page.get_by_role("checkbox").first.uncheck()
    assert not page.get_by_role("checkbox").first.is_checked()
    assert opened.errors == []


def test_a_to_be_over_its_as_is_opens_too(opened: Opened, tmp_path: Path) -> None:
    opened.open(saved(sample("to-be"), tmp_path, "over", sample("as-is")))
    assert opened.errors == []
    assert "removed" in opened.page.locator(".legend").inner_text()


def held(page: Page) -> None:
    """Keep hold of the drawn network as `net`."""
    page.evaluate(
        "() => { const of = vis.Network.prototype, was = of.fit; "
        "of.fit = function () { globalThis.net = this; return was.apply(this, arguments); } }"
    )
    page.get_by_role("button", name="Show everything").click()


def test_the_page_of_channels_opens_with_words_that_can_be_read(opened: Opened, tmp_path: Path) -> None:
    opened.open(saved(sample("as-is"), tmp_path, "channels"))
    held(opened.page)
    sizes = opened.page.evaluate(
        "() => Object.values(net.body.nodes).map((node) => node.labelModule.fontOptions.size * net.getScale())"
    )
    assert len(sizes) == 19
    assert min(sizes) > 11


def test_the_page_draws_a_switch_the_fainter_the_rarer_it_is(opened: Opened, tmp_path: Path) -> None:
    opened.open(saved(sample("as-is"), tmp_path, "channels"))
    held(opened.page)
    drawn = opened.page.evaluate(
        "() => Object.values(net.body.edges).map((edge) => [edge.options.width, edge.options.color.opacity])"
    )
    rare, often = min(drawn), max(drawn)
    assert rare[1] < 0.4
    assert often == [7, 1]
    assert sorted(drawn) == sorted(drawn, key=lambda line: line[1])


def test_the_page_breaks_no_word_that_a_smaller_one_can_hold(opened: Opened, tmp_path: Path) -> None:
    steps = [{"text": "do", "team": "Geo-informationdeskers"}]
    opened.open(saved(made({"id": "m", "text": "Call", "backstage_steps": steps}), tmp_path, "backstage"))
    held(opened.page)
    lines = opened.page.evaluate("() => net.body.nodes['team:Geo-informationdeskers'].labelModule.lineCount")
    assert lines == 1
