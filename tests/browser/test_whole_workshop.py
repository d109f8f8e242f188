"""A whole short workshop: one facilitator, six phones, one customer, one observer, and the beamer."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import findings
from tests.support.server_process import Server
from tests.support.warm_server import warm

Visit = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
BEAMER = {"viewport": {"width": 1920, "height": 1080}}
SIX = ("Saskia", "Bram", "Ravi", "Otto", "Lotte", "Yusuf")
SAID = ("look up the opening hours", "call to book a place", "find my way to the entrance")
CLOSE = re.compile("^(Close the workshop|Leave it and close)")
MEETS = """() => {
  window.met = null;
  const meet = (event) => { window.met = event.target.closest("button") && "a button"; };
  document.addEventListener("click", meet, { capture: true, once: true });
}"""
"""Whether the next click meets a button: one that moves between press and release is met by neither."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with warm(tmp_path_factory.mktemp("whole") / "journeymap.db", samples=False) as it:
        yield it


class Facilitator:
    """What a facilitator does on the workshop's page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press this button; once more where the page moved it away under the pointer, so that nothing was pressed."""
        button = self.page.get_by_role("button", name=name).filter(visible=True).first
        met = False
        while not met:
            self.page.evaluate(MEETS)
            button.click()
            met = self.page.evaluate("() => window.met !== null")

    def go_on(self, title: str) -> None:
        """The next step of the agenda, by the one large button.

        A button that has just appeared where the last one was takes no click: it would be half of a double one.
        """
        button = self.page.get_by_role("button", name=re.compile(rf"(Start|Next|start): {re.escape(title)}"))
        expect(button).to_be_visible()
        self.press_until(button, self.page.get_by_text(f"Now: {title}"))

    def press_until(self, button: Locator, there: Locator) -> None:
        """Press the large button until what it leads to is there."""
        while not there.is_visible():
            with suppress(BrowserError):  # it went while the page was drawn anew: the step is on, or nearly
                button.click(timeout=1_500)
            self.leave_the_rest(there)
            with suppress(BrowserError):
                there.or_(button).first.wait_for(timeout=10_000)
                continue
            self.page.reload()  # on a machine that is very busy the page may stay behind, as any page may
            there.or_(button).first.wait_for()

    def leave_the_rest(self, beyond: Locator) -> None:
        """Where it is asked what becomes of the results, before what is beyond: what was wanted on the map is there."""
        leave = self.page.get_by_role("button", name="Leave it and go on")
        with suppress(BrowserError):
            leave.or_(beyond).first.wait_for(timeout=3_000)
            if leave.is_visible():
                leave.click(timeout=1_500)


class Phone:
    """Somebody's phone: they joined by the code, with a name and no account."""

    def __init__(self, visit: Visit, server: Server, code: str, name: str, role: str = "participant") -> None:
        self.name = name
        self.page = visit(f"{server.base}/join?code={code}", wait="form", **PHONE)
        self.page.get_by_label(re.compile("^(Your )?name", re.IGNORECASE)).fill(name)
        self.page.locator(f"input[name=role][value={role}]").check(force=True)
        self.page.locator("form[action=join] button").last.click()
        self.page.wait_for_url(re.compile("/room"))
        self.live()

    def live(self) -> None:
        self.page.wait_for_function("() => window.room && window.room.session.status === 'live'")

    def asked(self, title: str) -> None:
        """The step is on here, too."""
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible()

    def write(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Enter")
        expect(self.page.locator(".card.mine", has_text=text)).to_be_visible()
        self.saved()

    def saved(self) -> None:
        self.page.wait_for_function("() => window.room.session.queued === 0")

    def knows(self) -> str:
        """All that this phone has of the map."""
        return str(self.page.evaluate("JSON.stringify(window.room.session.model.moments())"))


def no_finding(*pages: Page) -> None:
    for page in pages:
        found = findings(page, ignore=(".stToast",))  # Streamlit's own, and soon gone
        assert found == [], (page.url, found)


class Story:
    """Everybody in the room, and what happens one thing after the other."""

    def __init__(self, visit: Visit, server: Server) -> None:
        self.visit = visit
        self.server = server
        self.lead = Facilitator(visit(server.base, wait="[data-testid=stMain]"))
        self.page = self.lead.page
        self.phones: list[Phone] = []

    @property
    def everybody(self) -> list[Phone]:
        return [*self.phones, self.customer, self.observer]

    def make(self) -> str:
        """The facilitator makes the workshop, keeps the recovery code, and puts the screen on the beamer; the code."""
        page, lead = self.page, self.lead
        lead.press("New workshop")
        page.get_by_label("Title", exact=True).fill("Visiting a nature park")
        page.get_by_label("Persona", exact=True).fill("Marieke")
        lead.press("Make the workshop")
        expect(page.get_by_text(re.compile("^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$"))).to_be_visible()
        lead.press("I have kept the code: go to the workshop")
        shown = page.get_by_text(re.compile(r"^[A-Z0-9]{3}-[A-Z0-9]{4}-[A-Z0-9]{3}$")).first
        expect(shown).to_be_visible()
        code = shown.inner_text()
        workshop = page.evaluate("new URLSearchParams(location.search).get('workshop')")
        self.beamer = self.visit(f"{self.server.base}/screen?workshop={workshop}", wait="body", **BEAMER)
        expect(self.beamer.locator(".code")).to_have_text(code)
        expect(self.beamer.locator(".code")).to_be_visible()
        no_finding(page, self.beamer)
        return code

    def join(self, code: str) -> None:
        self.phones = [Phone(self.visit, self.server, code, name) for name in SIX]
        self.customer = Phone(self.visit, self.server, code, "Mila", "customer")
        self.observer = Phone(self.visit, self.server, code, "Vera", "observer")
        for name in (*SIX, "Mila", "Vera"):
            expect(self.page.get_by_text(name, exact=True).first).to_be_visible()
        expect(self.beamer.locator("#joined")).to_contain_text("Saskia")
        no_finding(self.observer.page)

    def begin(self) -> None:
        """The code is large until the first step is over; then the beamer is for the work."""
        large, small = self.beamer.locator(".code"), self.beamer.locator("#way")
        self.lead.go_on("Whose journey is it?")
        expect(self.beamer.get_by_role("heading", name="Whose journey is it?", level=1)).to_be_visible()
        expect(large).to_be_visible()
        self.lead.go_on("Which episodes does it have?")
        expect(large).to_be_hidden()
        expect(small).to_be_visible()
        for phone, chapter in zip(self.phones, ("Planning the day", "Being in the park"), strict=False):
            phone.asked("Which episodes does it have?")
            phone.write("An episode", chapter)
            expect(self.beamer.locator("#wall").get_by_text(chapter)).to_be_visible()

    def write_alone(self) -> None:
        """What each writes is theirs until the reveal."""
        self.lead.go_on("What do you do, step by step?")
        for n, phone in enumerate((*self.phones, self.customer)):
            phone.asked("What do you do, step by step?")
            phone.write("I …", SAID[n % 3] + (" again" if n >= 3 else ""))
        expect(self.beamer.locator("#counts")).to_contain_text("7 micro-moments by 7 people")
        for page in (self.observer.page, self.beamer):
            assert SAID[0] not in str(page.evaluate("JSON.stringify(window.room.session.model.moments())"))
        assert SAID[1] not in self.phones[0].knows()
        expect(self.observer.page.get_by_label("I …", exact=True)).to_have_count(0)
        no_finding(self.phones[0].page, self.observer.page)

    def reveal(self) -> None:
        self.lead.press("Reveal 7 moments")
        for one in self.everybody:
            expect(one.page.locator(".card", has_text=SAID[0]).first).to_be_visible()
        expect(self.beamer.locator("#wall").get_by_text(SAID[0]).first).to_be_visible()
        expect(self.page.get_by_text("Coming in")).to_be_visible()
        no_finding(self.beamer)

    def merge(self) -> None:
        """What is nearly the same becomes one, for everybody."""
        merge = re.compile(r"^(Merge all \d+ groups|Merge \d+)$")
        told = self.page.get_by_text(re.compile("merged. Everybody who wrote"))
        self.lead.press(merge)
        try:
            told.wait_for(timeout=10_000)
        except BrowserError:  # what everybody sees now moved the button away under the pointer: once more, then
            self.lead.press(merge)
            told.wait_for()
        first = self.phones[0].page
        first.wait_for_function("() => window.room.session.model.moments().length < 7")
        left = first.evaluate("window.room.session.model.moments().length")
        for one in self.everybody:
            one.page.wait_for_function("(n) => window.room.session.model.moments().length === n", arg=left)
        no_finding(self.page)

    def feel(self) -> None:
        self.lead.go_on("How does it feel?")
        for one in (*self.phones[:3], self.customer):
            one.asked("How does it feel?")
            one.page.locator(".ask input").first.check(force=True)
            one.saved()
        no_finding(self.phones[0].page)
        expect(self.beamer.locator(".curve")).to_have_count(0)
        self.lead.press("Show the answers")
        expect(self.beamer.locator(".curve .dot.lowest")).to_be_visible()
        no_finding(self.beamer)
        self.lead.press("Add it to the map")
        expect(self.page.get_by_text("The map shows what the room feels").first).to_be_visible()

    def vote(self) -> None:
        """Dots, hidden until the end; the first becomes a moment of truth."""
        self.lead.go_on("Which moments decide?")
        for phone in self.phones:
            phone.asked("Which moments decide?")
            phone.page.get_by_role("button", name=re.compile("^Add a dot: ")).first.click()
            phone.saved()
        assert self.observer.page.evaluate("window.room.session.model.rows('votes').length") == 0
        no_finding(self.phones[0].page)
        self.lead.press("End the vote")
        expect(self.phones[0].page.locator(".rank").first).to_contain_text("6 dots · 1 yours")
        expect(self.beamer.locator(".ranking li").first).to_contain_text("6 dots")
        self.lead.press(re.compile("^Mark .* moments? of truth$"))
        truth = "() => window.room.session.model.moments().some((one) => one.moment_of_truth)"
        self.observer.page.wait_for_function(truth)
        self.show("The board")
        expect(self.beamer.locator("#wall .sign").first).to_contain_text("moment of truth")
        self.as_is = map_of(self.observer)
        no_finding(self.page, self.beamer)

    def show(self, what: str) -> None:
        """What the beamer shows is chosen on the facilitator's page."""
        self.page.get_by_role("combobox", name="The screen shows").click()
        self.page.get_by_role("option", name=what, exact=True).click()

    def validate(self) -> None:
        self.lead.go_on("Is this true?")
        self.customer.asked("Is this true?")
        self.customer.page.locator(".verdicts input").first.check(force=True)
        self.customer.saved()
        self.lead.press("Confirm Mila as a customer")
        self.lead.press(re.compile("^Note (it|these .*) as evidence$"))
        proof = "() => window.room.session.model.moments().some((one) => one.evidence_status === 'validated')"
        self.observer.page.wait_for_function(proof)

    def design(self) -> None:
        """How it should be: on a map of its own, made with the step, to which every phone moves by itself."""
        as_is = map_of(self.observer)
        expect(self.page.get_by_role("button", name="Design the to-be and start: How should it go?")).to_be_visible()
        self.lead.go_on("How should it go?")
        expect(self.page.get_by_text(re.compile("To-be$")).first).to_be_visible()
        for phone in self.phones[:2]:
            phone.asked("How should it go?")
            phone.live()
            phone.page.wait_for_function("(as_is) => window.room.session.map !== as_is", arg=as_is)
            phone.page.locator(".to-be input[value=new]").check(force=True)
            phone.write("I …", f"am welcomed by name, says {phone.name}")
        expect(self.beamer.locator("#wall").get_by_text("am welcomed by name").first).to_be_visible()

    def end(self) -> None:
        """At the end the map has its moments of truth."""
        self.lead.go_on("What have we decided?")
        finish = self.page.get_by_role("button", name="Finish: see the summary")
        self.lead.press_until(finish, self.page.get_by_role("button", name=CLOSE).first)
        expect(self.page.get_by_text("what came out").first).to_be_visible()
        no_finding(self.page)
        self.lead.press(CLOSE)
        for one in self.everybody:
            expect(one.page.get_by_role("heading", name=f"Thank you, {one.name}.")).to_be_visible()
        expect(self.beamer.get_by_role("heading", name="Thank you", level=1)).to_be_visible()
        no_finding(self.phones[0].page)
        self.page.goto(f"{self.server.base}/map?map={self.as_is}")
        expect(self.page.locator(".mark.truth").first).to_be_visible()


def test_a_room_maps_a_journey_from_the_first_code_to_the_last_word(visit: Visit, server: Server) -> None:
    story = Story(visit, server)
    story.join(story.make())
    story.begin()
    story.write_alone()
    story.reveal()
    story.merge()
    story.lead.go_on("Where does it happen?")
    story.lead.go_on("What if it goes differently?")
    story.lead.go_on("Break")
    story.phones[2].asked("Break")
    no_finding(story.phones[2].page, story.beamer)
    story.feel()
    story.vote()
    story.validate()
    story.design()
    story.end()


def map_of(phone: Phone) -> str:
    return str(phone.page.evaluate("window.room.session.model.header().id"))
