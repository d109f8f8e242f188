"""The live board in a browser: a map with people in every role, and what a person sees and does on it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from playwright.sync_api import Locator, Page, expect

from journeymap import frontend
from journeymap.domain.model.emotions import scale
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.roles import Role
from journeymap.graph.palette import COLORS
from journeymap.service.people import SEAT_COOKIE
from journeymap.ui.components.board import STYLES, texts
from journeymap.ui.components.board.facts import facts, rows
from journeymap.ui.palette import ink_on
from tests.support.nature_park import house
from tests.support.server_process import Server
from tests.support.warm_server import warm

SECRET = "s" * 32
LONGEST = 30_000
"""Milliseconds that anything here may take."""

Visit = Callable[..., Page]

JOURNEY: tuple[Change, ...] = (
    Add(table="personas", id="noor", values={"name": "Noor"}),
    Add(table="channels", id="phone", values={"name": "Phone"}),
    Add(table="channels", id="site", values={"name": "Website"}),
    Add(table="channels", id="desk", values={"name": "Desk"}),
    Add(table="episodes", id="before", values={"title": "Before the visit", "targeted_valence": 1}),
    Add(table="episodes", id="there", values={"title": "At the park"}),
    Add(table="episodes", id="after", values={"title": "Going home"}),
    *(
        Add(table="moments", id=f"m{n}", parent=parent, values={"text": text, "felt_valence": felt})
        for n, (parent, text, felt) in enumerate(
            (
                ("before", "I look it up", 1),
                ("before", "I call the desk", -1),
                ("before", "I pack the bags", 0),
                ("there", "I arrive", 0),
                ("there", "I ask for a map", 1),
            )
        )
    ),
    Add(table="touchpoints", id="t1", parent="m1", values={"channel": "phone"}),
    Add(table="needs", id="sure", parent="m1", values={"text": "be sure there is a place"}),
    Add(table="needs", id="map", parent="m4", values={"text": "find the way"}),
    Add(table="backstage_steps", id="plan", parent="m1", values={"text": "look in the planning", "team": "Desk"}),
)
"""A small journey: three episodes, of which the last is empty."""


def long_journey(moments: int, episodes: int = 12) -> Iterator[Change]:
    """A map of this many moments, furnished as people furnish them."""
    for n in range(14):
        yield Add(table="channels", id=f"c{n}", values={"name": f"Channel {n}"})
    for n in range(episodes):
        yield Add(table="episodes", id=f"e{n}", values={"title": f"Episode {n}", "targeted_valence": n % 3})
    for n in range(moments):
        values = {"text": f"I do thing {n} that I came to do", "felt_valence": n % 5 - 2}
        yield Add(table="moments", id=f"m{n}", parent=f"e{n * episodes // moments}", values=values)
        yield Add(table="touchpoints", id=f"t{n}", parent=f"m{n}", values={"channel": f"c{n * 7 % 14}"})
        yield Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": f"be sure of thing {n}"})
        yield Add(table="backstage_steps", id=f"b{n}", parent=f"m{n}", values={"text": f"we prepare {n}", "team": "T"})


@dataclass
class Hall:
    """A server with a map, and the seats of its people by name."""

    server: Server
    map_id: str
    other_id: str
    seats: dict[str, str] = field(default_factory=dict)
    workshop_id: str = ""
    to_be: str = ""
    """The to-be of the first map, where one was asked for."""
    spare: list[str] = field(default_factory=list)
    """Maps that nobody has touched yet: a test that writes takes one."""

    @property
    def base(self) -> str:
        """Where the server is."""
        return self.server.base

    def storage(self, person: str) -> dict[str, Any]:
        """What the browser of this person holds."""
        host = urlsplit(self.base).hostname
        cookie = {"name": SEAT_COOKIE, "value": self.seats[person], "domain": host, "path": "/"}
        cookie |= {"expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}  # type: ignore[dict-item]
        return {"cookies": [cookie], "origins": []}

    def open(self, visit: Visit, person: str = "Ann", map_id: str = "", **wishes: Any) -> "Board":
        """The map's page, in front of this person."""
        address = f"{self.base}/map?map={map_id or self.map_id}"
        return Board(visit(address, wait=".board", storage_state=self.storage(person), **wishes)).ready()

    def bare(
        self, visit: Visit, person: str = "Ann", map_id: str = "", *, panel: bool = False, **wishes: Any
    ) -> "Board":
        """The board on an empty page: the same board, without Streamlit around it; with or without its panel."""
        wishes = {"storage_state": self.storage(person), "bypass_csp": True, **wishes}
        page = visit(f"{self.base}/join", wait="body", **wishes)
        return self.mount(page, map_id or self.map_id, panel=panel).ready()

    def mount(self, page: Page, map_id: str, language: str = "en", *, panel: bool = False) -> "Board":
        """The board of a map on a page that is open already."""
        page.evaluate(_MOUNT, given(map_id, language, panel=panel))
        return Board(page)

    def new_map(self) -> str:
        """A map on which nothing is, in the same workshop."""
        asked = json.dumps({"title": "New", "kind": "as-is"}).encode()
        where = f"{self.base}/api/workshops/{self.workshop_id}/maps"
        request = Request(where, asked, {"Content-Type": "application/json"})
        with urlopen(request, timeout=30) as answer:
            return str(json.loads(answer.read())["id"])

    def rows(self, table: str, map_id: str = "") -> list[dict[str, Any]]:
        """The rows as the server has them."""
        found: list[dict[str, Any]] = json.loads(self.server.get(f"/api/maps/{map_id or self.map_id}")[1])["map"][table]
        return found


@contextmanager
def hall(
    database: Path,
    *people: str,
    journey: tuple[Change, ...] = JOURNEY,
    other: tuple[Change, ...] = JOURNEY,
    other_archived: bool = False,
    spare: int = 0,
    designed: bool = False,
    **how: Any,
) -> Iterator[Hall]:
    """A workshop with two maps: a facilitator (Ann), participants of these names, and an observer (Olaf)."""
    with house(database) as service:
        owner = service.people.owner()
        workshop, ann = service.people.create_workshop(owner, "A room", "Ann")
        ids = []
        for title, changes in (("A visit", journey), ("Another visit", other)):
            ids.append(service.maps.create(ann, title, workshop_id=workshop.id))
            service.changes.change(ann, ids[-1], changes)
        if other_archived:
            service.maps.archive(ann, ids[-1])
        spares = [service.maps.create(ann, "A visit", workshop_id=workshop.id) for _ in range(spare)]
        for one in spares:
            service.changes.change(ann, one, journey)
        to_be = service.maps.design_to_be(ann, ids[0]) if designed else ""
        members = [ann, *(service.people.join(workshop.join_code, name, Role.PARTICIPANT) for name in people)]
        members.append(service.people.join(workshop.join_code, "Olaf", Role.OBSERVER))
        seats = {member.name: service.people.seat(member) for member in members}
    with warm(database, samples=False, secret=SECRET, **how) as server:
        map_id, other_id = ids
        yield Hall(server, map_id, other_id, seats, workshop.id, to_be, spares)


def given(map_id: str, language: str = "en", *, panel: bool = False) -> dict[str, Any]:
    """What a page gives the board, and where it has one its panel."""
    told = dict(facts(language))
    more = told.pop("texts")
    return {
        **({"panel": told} if panel else {}),
        "map_id": map_id,
        "language": language,
        "texts": texts(language) | more,
        "rows": rows(),
        "colours": list(COLORS),
        "inks": [ink_on(colour) for colour in COLORS],
        "scale": [step.text(language) for step in scale()],
        "selected": None,
    }


_MOUNT = """async (given) => {
  document.body.innerHTML = '<div id="host"></div>';
  document.body.style.cssText = "margin: 8px; padding: 0; display: block; max-width: none; background: #fff";
  const host = document.getElementById("host");
  host.style.cssText = "display: block; --board-height: " + (innerHeight - 16) + "px; --st-font: var(--letters)";
  // In our own letters, as on the page: those of the machine have other widths.
  for (const weight of [400, 600]) await document.fonts.load(`${weight} 13px "Journeymap Sans"`);
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  const styles = STYLES.map(async (name) => (await fetch(`/PLACE/${name}`)).text());
  style.textContent = (await Promise.all(styles)).join("");
  const place = document.createElement("div");
  root.append(style, place);
  const { mountBoard } = await import("/PLACE/board/workplace.js");
  place.board = mountBoard(place, given);
}""".replace("PLACE", f"{frontend.PLACE}/{frontend.stamp()}").replace("STYLES", json.dumps(STYLES))


@dataclass
class Board:
    """A board on a page, and what one does with it."""

    page: Page

    @property
    def element(self) -> Locator:
        """The board itself."""
        return self.page.locator(".board")

    def ready(self) -> "Board":
        """Once it is live and drawn."""
        self.status("live")
        expect(self.page.locator(".lane-label").first).to_be_visible()
        # The panel comes after the board.
        self.until("({ isWhole }) => isWhole")
        return self

    def channel_map(self) -> "Board":
        """With every channel as a line of its own, as one unfolds them."""
        self.page.locator(".lane-view[aria-expanded=false]").click()
        expect(self.page.locator(".lane-channels.unfolded .channel-name").first).to_be_visible()
        return self

    def status(self, name: str) -> None:
        """Wait until the connection is this."""
        expect(self.page.locator(f".status[data-status={name}]")).to_be_visible()

    def do(self, script: str, *values: Any) -> Any:
        """Run a function of (mounted, values) on the page; `mounted` has the board and its model."""
        return self.element.evaluate(f"(el, values) => ({script})(el.parentElement.board, ...values)", list(values))

    def until(self, script: str, *values: Any) -> None:
        """Wait until a function of (mounted, values) holds."""
        self.element.evaluate(
            f"""(el, values) => new Promise((done, fail) => {{
              const holds = {script};
              const mounted = el.parentElement.board;
              const ask = () => holds(mounted, ...values) && (clearInterval(again), clearTimeout(over), done());
              const again = setInterval(ask, 10);
              const over = setTimeout(() => (clearInterval(again), fail(new Error(holds))), {LONGEST});
              ask();
            }})""",
            list(values),
        )

    def settled(self) -> None:
        """Wait until everything I did is answered."""
        self.until("({ model }) => model.queued === 0 && model.status === 'live'")

    def texts(self, table: str = "moments", parent: str | None = None) -> list[str]:
        """The main texts of the rows under a parent, as this board shows them."""
        found: list[str] = self.do(
            "({ model }, table, parent) => model.rows(table, parent).map((row) => row.text ?? row.title ?? row.name)",
            table,
            parent,
        )
        return found

    def shows(self, parent: str, *expected: str, table: str = "moments") -> None:
        """Wait until these and only these stand under a parent, in this order."""
        wait = "({ model }, table, parent, wanted) => model.rows(table, parent).map((r) => r.text).join('|') === wanted"
        self.until(wait, table, parent, "|".join(expected))

    def card(self, moment: str) -> Locator:
        """The card of a moment."""
        return self.page.locator(f'.card[data-id="{moment}"]')

    def note(self, text: str) -> Locator:
        """The note with this text."""
        return self.page.locator(".note", has_text=text)

    def aloud(self, words: str) -> None:
        """Wait until this is said aloud."""
        expect(self.page.locator(".aloud")).to_contain_text(words)

    def middle(self, what: Locator) -> tuple[float, float]:
        """Where something is drawn; asked again where it is just being drawn anew."""
        while True:
            expect(what).to_be_visible()
            if box := what.bounding_box():
                return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def drag(self, what: Locator, to: Locator, *, at: float = 0.2) -> None:
        """Drag with the mouse; `at`: how far across the goal."""
        start, end = what.bounding_box(), to.bounding_box()
        assert start
        assert end
        mouse = self.page.mouse
        mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        mouse.down()
        mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + start["height"] / 2 + 3, steps=2)
        mouse.move(end["x"] + end["width"] * at, end["y"] + end["height"] / 2, steps=6)
        mouse.up()

    def edit(self, moment: str, text: str, end: str = "Enter") -> None:
        """Write another text on a card."""
        self.card(moment).dblclick()
        editor = self.page.locator("textarea.editor")
        editor.fill(text)
        editor.press(end)
