"""Behind a real nginx and a real Caddy, at the root and below a path: every page, whole, with all that it asks for."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from journeymap.domain.model.operations import Add
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.service.people import SEAT_COOKIE
from tests.support.board_page import SECRET, Board
from tests.support.nature_park import house
from tests.support.proxy_servers import PATH, program, proxy
from tests.support.server_process import free_port
from tests.support.story_files import taken
from tests.support.warm_server import warm

Visit = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STREAMLIT = "[data-testid=stMarkdownContainer]"
WRITING = Step(id="s1", kind=StepKind.MOMENTS, title="What do you do?", minutes=10)
SCREENS = ("", "map", "graph", "compare", "stories", "history")
"""The pages about a map; what may be asked of the address is added."""

WAYS = {
    "nginx at the root": ("nginx", "", True),
    "nginx below a path": ("nginx", PATH, True),
    "nginx that passes the path on": ("nginx", PATH, False),
    "Caddy at the root": ("caddy", "", True),
    "Caddy below a path": ("caddy", PATH, True),
}


@dataclass
class Served:
    """An app behind a proxy, with a park and a workshop in which one writes; whoever looks at it is watched."""

    base: str
    path: str
    direct: str
    owner: str
    seats: dict[str, str]
    as_is: str
    workshop: str
    to_be: str
    code: str
    wrong: list[str] = field(default_factory=list)

    def at(self, page: str) -> str:
        """The address of this page."""
        return f"{self.base}/{page}"

    def storage(self, person: str) -> dict[str, object]:
        """What the browser of this person holds."""
        cookie = {"name": SEAT_COOKIE, "value": self.seats[person], "domain": "127.0.0.1", "path": f"{self.path}/"}
        return {
            "cookies": [{**cookie, "expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}],
            "origins": [],
        }

    def watch(self, page: Page) -> Page:
        """Remember what goes wrong on this page, and what it asks for beside the app's path.

        A window serves the next test as well: what is heard of it then is not ours, however late it comes.
        """
        wrong = self.wrong

        def said(message: ConsoleMessage) -> None:
            # Streamlit asks for its health below the page's address first, and takes a 404 for an answer.
            if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
                wrong.append(f"{message.text} {message.location}")

        def failed(request: Request) -> None:
            if request.failure != "net::ERR_ABORTED":  # the page was left
                wrong.append(f"{request.url}: {request.failure}")

        def asked(url: str) -> None:
            address = urlsplit(url)
            if address.scheme in ("http", "ws") and not f"{address.path}/".startswith(f"{self.path}/"):
                wrong.append(f"{url} is not below {self.path}/")

        page.on("console", said)
        page.on("requestfailed", failed)
        page.on("request", lambda request: asked(request.url))
        page.on("websocket", lambda socket: asked(socket.url))
        return page


def prepared(database: Path) -> dict[str, object]:
    """A park, and a workshop in which everybody writes; who leads it is Ann."""
    with house(database) as service:
        owner = service.people.owner()
        as_is = service.exchange.load_sample(owner, "nature-park")
        made = service.workshops.create(owner, "A visit", persona="Marieke", agenda=(WRITING,), facilitator="Ann")
        service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
        service.workshops.facilitation.start(made.lead, made.workshop.id, made.workshop.steps[0].id)
        return {
            "as_is": as_is,
            "workshop": made.workshop.id,
            "to_be": next(head.id for head in service.maps.heads(owner) if head.as_is_id == as_is),
            "code": made.workshop.join_code,
            "seats": {"owner": service.people.seat(owner), "Ann": service.people.seat(made.lead)},
        }


@pytest.fixture(scope="module", params=WAYS)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    name, path, strips = WAYS[request.param]
    if not program(name):
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp("proxy")
    port = free_port()
    found = prepared(folder / "journeymap.db")
    with ExitStack() as stack:
        public = f"http://127.0.0.1:{port}{path}"
        how: dict[str, Any] = {"samples": False, "secret": SECRET, "public_url": public, "trusted_proxies": "127.0.0.1"}
        server = stack.enter_context(warm(folder / "journeymap.db", **how))
        behind = urlsplit(server.base).port or 0
        base = stack.enter_context(proxy(name, folder, port, behind, path, strips=strips))
        assert server.said("/owner?key=")
        owner = re.search(r"\S+/owner\?key=\w+", server.output)
        assert owner
        yield Served(base=base, path=path, direct=server.base, owner=owner[0], **found)  # type: ignore[arg-type]


@pytest.fixture
def look(served: Served, visit: Visit) -> Iterator[Visit]:
    """Open a page as somebody; nothing may go wrong on it."""
    served.wrong = []

    def open_page(page: str, person: str = "owner", **wishes: object) -> Page:
        seat = {"storage_state": served.storage(person)} if person else {}
        opened = visit("about:blank", wait="html", **seat, **wishes)
        served.watch(opened)
        opened.goto(page if "://" in page else served.at(page))
        return opened

    yield open_page
    assert served.wrong == []


def drawn(page: Page) -> None:
    """Streamlit has drawn its page, and says nothing of something that went wrong."""
    page.locator(STREAMLIT).first.wait_for()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_have_count(1)
    expect(page.locator("[data-testid=stAlertContentError], [data-testid=stException]")).to_have_count(0)


def test_the_owner_comes_in_by_the_link_that_the_start_printed(served: Served, look: Visit) -> None:
    assert served.owner.startswith(f"{served.base}/owner?key=")
    page = look(served.owner, person="")
    drawn(page)
    assert page.url == served.at("")
    kept = next(one for one in page.context.cookies() if one["name"] == SEAT_COOKIE)
    assert (kept["path"], kept["httpOnly"]) == (served.path or "/", True)


def test_every_page_is_whole(served: Served, look: Visit) -> None:
    page = look("")
    for screen in SCREENS:
        page.goto(served.at(f"{screen}?map={served.as_is}" if screen else ""))
        drawn(page)
        if screen == "map":
            board = Board(page).ready()
            assert len(board.texts("episodes")) > 3
            expect(page.locator(".board .card").first).to_be_visible()
        if screen == "graph":
            expect(page.locator(".graph canvas").first).to_be_visible()
    for screen in ("workshop", "summary"):
        page.goto(served.at(f"{screen}?workshop={served.workshop}"))
        drawn(page)
    described = page.goto(served.at("api/openapi.json"))
    assert described
    said = json.loads(described.text())
    assert urljoin(described.url, said["servers"][0]["url"]) == served.at("api")


def test_a_slash_too_many_or_too_few_leads_to_the_page(served: Served, look: Visit) -> None:
    page = look(f"map/?map={served.as_is}")
    Board(page).ready()
    assert page.url == served.at(f"map?map={served.as_is}")
    page.goto(served.at("join/"))
    assert page.url == served.at("join")
    page.goto(served.base)
    drawn(page)
    assert page.url == served.at("")


def test_from_page_to_page_by_the_links_in_them(served: Served, look: Visit) -> None:
    page = look(f"map?map={served.as_is}")
    Board(page).ready()
    for name in ("Graph", "Stories", "Map"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url(re.compile(rf"{re.escape(served.base)}/{name.lower()}(\?|$)"))
        drawn(page)
    Board(page).ready()


def test_an_edit_arrives_on_another_board_and_on_other_pages(served: Served, look: Visit) -> None:
    board = Board(look(f"map?map={served.as_is}")).ready()
    other = Board(look(f"map?map={served.as_is}")).ready()
    history = look(f"history?map={served.as_is}")
    drawn(history)
    episode = other.do("({ model }) => model.rows('episodes')[0].id")
    change = {"do": "set", "table": "episodes", "id": episode, "field": "title", "value": "Behind a proxy"}
    board.do("({ model }, what) => model.set(what.table, what.id, what.field, what.value)", change)
    board.settled()
    other.until("({ model }) => model.rows('episodes')[0].title === 'Behind a proxy'")
    expect(history.get_by_text("Behind a proxy").first).to_be_visible()
    board.do("({ model }) => model.undo()")
    board.settled()


def test_a_stranger_joins_answers_and_leaves(served: Served, look: Visit) -> None:
    beamer = look(f"screen?workshop={served.workshop}", person="Ann")
    expect(beamer.locator("#joining").get_by_text(served.code)).to_be_visible()
    expect(beamer.locator("#joining b")).to_have_text(f"{served.base.partition('://')[2]}/join")
    assert beamer.evaluate("document.getElementById('qr').naturalWidth") > 0
    phone = look(f"map?map={served.as_is}", person="", **PHONE)
    assert phone.url == served.at("join")
    phone.goto(served.at(f"join?code={served.code}"))
    name = f"Noor {len(served.wrong)}{served.path}"
    phone.get_by_label(re.compile("^(Your )?name", re.IGNORECASE)).fill(name)
    phone.locator("input[name=role][value=participant]").check(force=True)
    phone.locator("form[action=join] button").last.click()
    phone.wait_for_url(served.at("room"))
    phone.wait_for_function("() => window.room && window.room.session.status === 'live'")
    field_ = phone.get_by_label("I …", exact=True)
    field_.fill("come in by the proxy")
    field_.press("Enter")
    expect(phone.locator(".card.mine", has_text="come in by the proxy")).to_be_visible()
    phone.wait_for_function("() => window.room.session.queued === 0")
    expect(beamer.locator("#counts")).to_contain_text("1 micro-moment")
    phone.goto(served.at("join"))
    phone.locator("form[action=leave] button").click()
    phone.wait_for_url(served.at("join"))
    assert [one for one in phone.context.cookies() if one["name"] == SEAT_COOKIE] == []


def test_a_file_is_taken_away_and_one_is_read(served: Served, look: Visit) -> None:
    page = look(f"stories?map={served.to_be}")
    drawn(page)
    file = taken(page, "Stories as text", "stories-markdown")
    assert file.suggested_filename.endswith(".md")
    assert file.path().read_text(encoding="utf-8").startswith("# ")


def test_whoever_sits_at_the_server_itself_comes_in_past_the_proxy(served: Served, look: Visit) -> None:
    """The public address is where people come from; the server answers at its own, too."""
    page = look("")
    answer = page.request.post(f"{served.direct}/join", form={"code": served.code, "name": "Past", "role": "observer"})
    kept = [one for one in page.context.cookies(served.direct) if one["name"] == SEAT_COOKIE]
    assert answer.ok
    assert "/" in {one["path"] for one in kept}
