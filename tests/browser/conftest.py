"""Real Chromium for the tests that need one: pages that are watched for errors and for requests to elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    Dialog,
    Error,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.support.nature_park import Maps, served

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
"""Chromium without a window where Debian's package of that is there: it opens a page in a fraction of the time."""
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
USUAL: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "en-GB",
    "timezone_id": "Europe/Amsterdam",
}
LOOKS: dict[str, Any] = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
"""What a page is shown with, and may be shown without at another time."""
NOBODY: dict[str, Any] = {"cookies": [], "origins": []}

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
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    def leave(self, page: Page) -> None:
        """Look away."""
        page.remove_listener("pageerror", self._error)
        page.remove_listener("request", self._request)
        page.remove_listener("response", self._response)
        page.remove_listener("dialog", self._dialog)

    def _error(self, problem: Error) -> None:
        self.errors.append(str(problem))

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


class Windows:
    """Windows of a browser that are used again: one that is warm shows the app in a third of the time.

    Each is somebody's alone for as long as they have it, and is handed on as if it were new: without cookies, without
    anything remembered, on an empty page. Windows differ in what cannot be changed afterwards (touch, language, …).
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Page]] = {}

    def open(self, kind: str, storage_state: dict[str, Any], wishes: dict[str, Any]) -> Page:
        """One of this kind, with these cookies, of the size and the looks that are wished for."""
        media = {name: wishes.pop(name, usual) for name, usual in LOOKS.items()}
        size: ViewportSize = wishes.pop("viewport")
        free = self._free.get(kind)
        if free:
            page = free.pop()
            page.context.add_cookies(storage_state["cookies"])
            page.set_viewport_size(size)
        else:
            seat: Any = storage_state
            page = self._browser.new_context(storage_state=seat, viewport=size, **wishes).new_page()
        page.emulate_media(**media)
        return page

    def take_back(self, page: Page, kind: str) -> None:
        """Clear it up for whoever is next; one that is not what it was is closed."""
        if page.context.pages == [page] and _is_as_new(page):
            self._free.setdefault(kind, []).append(page)
        else:
            page.context.close()


def _is_as_new(page: Page) -> bool:
    leaving = Dialog.accept
    page.on("dialog", leaving)
    try:
        # Without scripts, where what is remembered can be reached; and not online again before the page is gone,
        # which would send what it kept.
        bare = urljoin(page.url, "/api/health")
        page.goto("about:blank")
        page.context.set_offline(False)
        page.context.unroute_all()
        page.unroute_all()
        page.mouse.move(0, 0)
        page.goto(bare)
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.context.clear_cookies()
    except Error:  # its server is gone, or the page itself
        return False
    finally:
        page.remove_listener("dialog", leaving)
    return True


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


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Windows:
    """The windows of a module's tests."""
    return Windows(browser)


@pytest.fixture
def visit(browser: Browser, windows: Windows, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open an address as a person would: `visit(server.base + "/graph?map=…", color_scheme="dark")`.

    After the test it is an error if a script failed, a file was missing or anything was asked of another host.
    `answer`: makes the test answer the sockets of this page itself; such windows are used for nothing else.
    `alone`: in a window that nobody had before or will have after, for what cannot be taken back (a clock).
    """
    watched = Watched()
    lent: list[tuple[Page, str]] = []
    own = []
    failed = request.session.testsfailed

    def open_page(
        address: str,
        *,
        wait: str = "[data-testid=stMarkdownContainer]",
        answer: Callable[[Page], None] | None = None,
        alone: bool = False,
        **wishes: Any,
    ) -> Page:
        seat = wishes.pop("storage_state", NOBODY)
        wishes = {**USUAL, **wishes}
        if alone:
            own.append(browser.new_context(storage_state=seat, **wishes))
            page = own[-1].new_page()
        else:
            fixed = {name: wish for name, wish in wishes.items() if name not in {"viewport", *LOOKS}}
            kind = repr((answer is not None, sorted(fixed.items())))
            page = windows.open(kind, seat, wishes)
            lent.append((page, kind))
        if answer:
            answer(page)
        page.set_default_timeout(LONGEST)
        watched.watch(page)
        page.goto(address)
        page.wait_for_selector(wait, state="attached")
        return page

    yield open_page
    for page, _ in lent:
        watched.leave(page)
    for context in own:
        context.close()
    for page, kind in lent:
        if request.session.testsfailed == failed:
            windows.take_back(page, kind)
        else:
            page.context.close()
    assert watched == Watched()
