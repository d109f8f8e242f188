"""Real Chromium for the tests that need one: pages that are watched for errors and for requests to elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, Response, expect, sync_playwright

from tests.support.park import Maps, served

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = ("127.0.0.1", "localhost")
LONGEST = 30_000
"""Milliseconds: nothing takes so long, but a machine may be busy."""

expect.set_options(timeout=LONGEST)


@dataclass
class Watched:
    """What went wrong on a page: errors of its scripts, requests to another host, missing files, dialogs."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Look at everything this page does from now on."""
        page.on("pageerror", lambda problem: self.errors.append(str(problem)))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname not in HERE:
            self.elsewhere.append(request.url)

    def _response(self, response: Response) -> None:
        # Streamlit asks for its own health below the page's address first, and takes a 404 for an answer.
        if response.status >= 400 and "/_stcore/" not in response.url:
            self.missing.append(f"{response.status} {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a module; it does not outlive them, for its event loop would disturb others."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maps]:
    """A server with the nature park and a journey of awkward words."""
    with served(tmp_path_factory.mktemp("browser") / "journeymap.db") as them:
        yield them


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address as a person would: `visit(server.base + "/graph?map=…", color_scheme="dark")`.

    After the test it is an error if a script failed, a file was missing or anything was asked of another host.
    """
    watched = Watched()
    contexts = []

    def open_page(address: str, *, wait: str = "[data-testid=stMarkdownContainer]", **wishes: Any) -> Page:
        context = browser.new_context(
            **{
                "viewport": {"width": 1440, "height": 900},
                "locale": "en-GB",
                "timezone_id": "Europe/Amsterdam",
                **wishes,
            }
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(LONGEST)
        watched.watch(page)
        page.goto(address)
        page.wait_for_selector(wait, state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert watched == Watched()
