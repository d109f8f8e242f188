"""The facilitator's screen in a browser: it follows the room by itself and loses no half-typed word."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.people import SEAT_COOKIE
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from journeymap.ui.components.tab import SCREEN
from tests.support.axe import findings
from tests.support.board_page import SECRET
from tests.support.nature_park import house
from tests.support.server_process import Server
from tests.support.warm_server import warm

AGENDA = (
    Step(id="a", kind=StepKind.MOMENTS, title="What do you do?", minutes=30, private=True),
    Step(id="b", kind=StepKind.VOTE, title="Which moments decide?", ballot=Ballot()),
)


@dataclass
class Held:
    """A workshop on a server, and a way to be one of its people without a browser."""

    server: Server
    service: Service
    made: Created
    mila: Participant
    written: int = 0

    def write(self) -> None:
        """Mila writes one more micro-moment."""
        self.written += 1
        values = {"text": f"I do thing {self.written}"}
        change = Add(table="moments", id=f"m{self.written}", parent="e", values=values)
        self.service.changes.change(self.mila, self.made.map_id, [change])

    def open(self, visit: Callable[..., Page], page: str = "workshop", **wishes: Any) -> Page:
        """A page in front of the facilitator."""
        cookie = {"name": SEAT_COOKIE, "value": self.service.people.seat(self.made.lead), "path": "/", "expires": -1}
        cookie |= {"domain": urlsplit(self.server.base).hostname, "httpOnly": True, "secure": False, "sameSite": "Lax"}
        storage = {"cookies": [cookie], "origins": []}
        address = f"{self.server.base}/{page}?workshop={self.made.workshop.id}"
        # What stands there last: the way to the screen of the room, or what can be taken away.
        return visit(
            address, wait=f"a[target={SCREEN}], [data-testid=stDownloadButton]", storage_state=storage, **wishes
        )


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """A workshop whose first step is on."""
    database = tmp_path_factory.mktemp("workshop") / "journeymap.db"
    with house(database) as service:
        made = service.workshops.create(service.people.owner(), "A visit", agenda=AGENDA, facilitator="Ann")
        service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
        mila = service.workshops.admission.join(made.workshop.join_code, "Mila", doing="contact centre")
        service.workshops.facilitation.start(made.lead, made.workshop.id, made.workshop.steps[0].id)
        with warm(database, samples=False, secret=SECRET) as server:
            it = Held(server, service, made, mila)
            it.write()
            yield it


def test_the_clock_runs_and_the_count_grows_by_itself(held: Held, visit: Callable[..., Page]) -> None:
    page = held.open(visit)
    face = page.locator(".face")
    expect(face).to_have_text(re.compile(r"^(30|29):\d\d$"))
    shown = face.inner_text()
    expect(face).not_to_have_text(shown)
    held.write()
    expect(page.get_by_role("button", name=f"Reveal {held.written} moments")).to_be_visible()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_the_button_that_goes_on_needs_no_scrolling(
    held: Held, visit: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = held.open(visit, viewport={"width": size[0], "height": size[1]})
    for button in (page.get_by_role("button", name=re.compile("Reveal")), page.get_by_label("The screen shows")):
        expect(button.first).to_be_visible()
        box = button.first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1]
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size[0]


def test_what_is_half_typed_stays_while_the_room_works(held: Held, visit: Callable[..., Page]) -> None:
    page = held.open(visit)
    page.get_by_role("button", name="Parking lot").click()
    page.get_by_placeholder("Too expensive").press_sequentially("Half a tho")
    held.write()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("button", name=f"Reveal {held.written} moments")).to_be_visible()
    page.get_by_role("button", name="Edit the agenda").click()
    # Until then the strip's step of this name is there, which opens something else.
    expect(page.get_by_role("button", name="Back to the room")).to_be_visible()
    page.get_by_role("button", name="2 Which moments decide?").click()
    # The step that is on was open at once: one types only when the other one is.
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_value("Which moments decide?")
    words = page.get_by_role("textbox", name="What everybody reads")
    words.press_sequentially("Choose as the cus")
    said = page.get_by_text("everything saved").inner_text()
    held.write()
    expect(page.get_by_text("everything saved")).not_to_have_text(said)
    expect(words).to_have_value("Choose as the cus")
    expect(words).to_be_focused()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("page", ["workshop", "summary"])
def test_nobody_is_kept_out(held: Held, visit: Callable[..., Page], page: str, look: str) -> None:
    """axe-core finds nothing serious or critical."""
    shown = held.open(visit, page, color_scheme=look, bypass_csp=True)
    expect(shown.get_by_text("Mila").first).to_be_visible()
    assert findings(shown) == []


def test_on_a_phone_nothing_is_wider_than_the_page(held: Held, visit: Callable[..., Page]) -> None:
    page = held.open(visit, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    expect(page.get_by_text("In the room", exact=False).last).to_be_visible()
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 390


def test_a_double_click_reveals_and_goes_no_further(held: Held, visit: Callable[..., Page]) -> None:
    page = held.open(visit)
    page.get_by_role("button", name=re.compile("^(visibility)?\\s*Reveal")).dblclick()
    expect(page.get_by_role("button", name="Next: Which moments decide?")).to_be_visible()
    now = held.service.workshops.get(held.made.lead, held.made.workshop.id)
    assert now.step is not None
    assert now.step.kind is StepKind.MOMENTS
