"""The phone page and the room's screen in a browser: what each step asks, and that nothing written is lost."""

import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from journeymap.domain.workshop.agendas import planned, shipped_one
from tests.support.axe import findings
from tests.support.board_page import Hall, Visit, hall
from tests.support.phone_page import BALLOT, FakeRoom, Row, step

LAPTOP = {"viewport": {"width": 1280, "height": 720}, "is_mobile": False, "has_touch": False}
BEAMER = {**LAPTOP, "viewport": {"width": 1920, "height": 1080}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LIVE = "[data-status=live]"
ME = {"id": "me", "name": "Saskia", "role": "participant", "may": ["see", "edit"], "colour": 3}
FELT = {**BALLOT, "questions": ["felt"]}
SCORES = {**BALLOT, "questions": ["satisfaction", "importance_customer"]}
GRID = {**BALLOT, "questions": ["impact", "effort"]}

ASKED: dict[str, tuple[Row | None, str]] = {
    "waiting": (None, "main:has-text('You are in. Welcome, Saskia.')"),
    "scope": (step("scope"), ".persona:has-text('Marieke')"),
    "episodes": (step("episodes"), "label:has-text('An episode')"),
    "moments": (step("moments", private=True), "legend:has-text('and I feel')"),
    "moments after": (step("moments", state="revealed"), "h2:has-text('Everybody’s · 4')"),
    "channels": (step("channels"), "text=5 channels: 3 named before the sweep, 2 found in it"),
    "paths": (step("paths"), ".stop:has-text('call to ask')"),
    "emotions": (step("emotions", private=True, ballot=FELT), ".ask:has-text('look up the park') .faces"),
    "scores": (step("scores", private=True, ballot=SCORES), "legend:has-text('How satisfied')"),
    "grid": (step("grid", private=True, ballot=GRID), "legend:has-text('How much work is it?')"),
    "grid after": (step("grid", state="revealed", ballot=GRID), "text=No answers."),
    "close": (step("close"), "label:has-text('Who owns it?')"),
    "vote": (step("vote", private=True, ballot=BALLOT), "text=5 dots left"),
    "vote after": (step("vote", state="revealed", ballot=BALLOT), ".rank >> nth=3"),
    "backstage": (step("backstage"), "label:has-text('Behind which micro-moment')"),
    "to-be": (step("to-be", private=True), "legend:has-text('and I should feel')"),
    "reversed": (step("reversed"), "label:has-text('What has come true when this is over?')"),
    "validate": (step("validate"), ".verdicts >> nth=3"),
    "compare": (step("compare"), "text=Look at the screen."),
    "stories": (step("stories"), "text=Look at the screen."),
    "talk": (step("talk"), "text=Look at the screen."),
    "break": (step("break", left_ms=119_000), ".huge:has-text('01:')"),
    "free": (step("free"), "main >> text=Open the full board"),
    "done": (step("moments", state="done"), "text=This step is done."),
}
"""Every kind of step, and what shows that the page asks for it."""

WRITES = {
    "episodes": ("An episode", "Looking back"),
    "moments": ("I …", "ask my sister"),
    "to-be": ("I …", "am told at once"),
    "channels": ("A channel that nobody has named yet", "My sister"),
    "paths": ("What else can happen", "nobody answers"),
    "backstage": ("What happens out of sight", "somebody looks it up"),
}
"""Steps in which one writes: the field, and words."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A server with a workshop; its sockets are answered by a fake room."""
    with hall(tmp_path_factory.mktemp("room") / "journeymap.db", "Saskia", "Bram", "Lea") as it:
        yield it


class Phone:
    """One participant's page, and the room it is in."""

    def __init__(self, page: Page, fake: FakeRoom) -> None:
        self.page = page
        self.fake = fake

    def sent(self, table: str = "", do: str = "add") -> list[Row]:
        """What the page has asked of the map."""
        changes = [one for one in self.fake.heard if one["type"] == "change" and one["do"] == do]
        return [one for one in changes if not table or one["table"] == table]

    def once(self, holds: Callable[[], Any]) -> None:
        """Wait until the room has heard it."""
        for _ in range(100):
            if holds():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(self.fake.heard)

    def add(self, text: str) -> None:
        """Write a moment."""
        self.page.get_by_label("I …", exact=True).fill(text)
        self.page.get_by_role("button", name="Add", exact=True).click()


@pytest.fixture
def phone(visit: Visit, room: Hall) -> Callable[..., Phone]:
    """Open the page in front of Saskia."""

    def open_page(found: Row | None = None, address: str = "/room", person: str = "Saskia", **more: Any) -> Phone:
        fake = FakeRoom({**ME, **more.pop("you", {})})
        fake.step(found, **more.pop("now", {}))
        wishes = {"storage_state": room.storage(person), "answer": fake.answer, **PHONE, **more}
        page = visit(room.base + address, wait="body", **wishes)
        page.wait_for_function("() => window.room && window.room.session.status === 'live'")
        return Phone(page, fake)

    return open_page


# What each step asks


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen: on a phone the window grows with what does not fit."""
    assert page.viewport_size
    width: int = page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)")
    return width - page.viewport_size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_shows_what_it_asks_and_keeps_nobody_out(phone: Callable[..., Phone], scheme: str) -> None:
    at = phone(color_scheme=scheme)
    for name, (found, there) in ASKED.items():
        at.fake.step(found)
        expect(at.page.locator(there).first, name).to_be_visible()
        expect(at.page.locator("h1")).to_have_count(1)
        assert overflow(at.page) <= 0, name
        assert findings(at.page) == [], name


def test_what_can_be_pressed_is_large_enough_for_a_finger(phone: Callable[..., Phone]) -> None:
    at = phone()
    for name in ("moments", "channels", "scores", "vote", "validate", "moments after"):
        found, there = ASKED[name]
        at.fake.step(found)
        expect(at.page.locator(there).first).to_be_visible()
        small = at.page.evaluate(
            """() => [...document.querySelectorAll("button, a, select, textarea, .choices label, summary")]
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([, box]) => box.width && (box.height < 44 || box.width < 40))
              .map(([one, box]) => `${one.className} ${one.textContent} ${box.width}×${box.height}`)"""
        )
        assert small == [], name


def test_long_and_foreign_words_fit(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", state="revealed"))
    long = "W" * 140 + " ؟" + "م" * 138
    at.fake.others([{"do": "add", "table": "moments", "id": "l", "parent": "there", "values": {"text": long}}])
    at.fake.others([{"do": "add", "table": "episodes", "id": "e", "values": {"title": "🌳👩‍👩‍👧" * 15}}])
    expect(at.page.get_by_text(long)).to_be_visible()
    assert overflow(at.page) <= 0
    at.fake.step(step("vote", private=True, ballot=BALLOT))
    expect(at.page.get_by_text(long)).to_be_visible()
    assert overflow(at.page) <= 0


def test_a_word_without_an_end_is_written_inside_the_phone(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    endless = "W" * 60 + " https://park.example/" + "a" * 62
    fields = {
        "moments": ("I …", "because I need"),
        "backstage": ("What happens out of sight", "Which team"),
        "channels": ("A channel that nobody has named yet",),
        "episodes": ("An episode",),
    }
    for name, labels in fields.items():
        at.fake.step(step(name, private=True))
        for label in labels:
            at.page.get_by_label(label, exact=True).fill(endless)
            assert overflow(at.page) <= 0, label
    at.page.get_by_role("button", name="Park").click()
    at.page.get_by_label("What do you want to set aside?").fill(endless)
    at.page.get_by_role("button", name="Park it").click()
    expect(at.page.get_by_role("dialog").locator(".card")).to_contain_text(endless)
    assert overflow(at.page) <= 0


def test_words_of_another_script_leave_those_beside_them_alone(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.fake.others([{"do": "set", "table": "episodes", "id": "before", "field": "title", "value": "التخطيط لليوم"}])
    at.page.get_by_label("because I need").fill("to rest")
    at.add("call")
    small = at.page.locator(".card small")
    expect(small).to_have_text("التخطيط لليوم · because I need to rest")
    places = small.locator("bdi").evaluate_all("(parts) => parts.map((one) => one.getBoundingClientRect().left)")
    assert places == sorted(places)
    assert small.evaluate("(one) => getComputedStyle(one).direction") == "ltr"


def test_after_the_reveal_nobody_is_told_to_write_alone(phone: Callable[..., Phone]) -> None:
    prompt = "Write alone and say nothing yet."
    for at, where in (
        (phone(step("moments", private=True, prompt=prompt)), ".prompt"),
        (phone(step("emotions", private=True, prompt=prompt, ballot=FELT), "/screen", "Ann", **BEAMER), "#under"),
    ):
        assert at.fake.now["step"]
        kind = at.fake.now["step"]["kind"]
        expect(at.page.locator(where)).to_contain_text(prompt)
        for state in ("revealed", "done"):
            at.fake.step(step(kind, prompt=prompt, state=state, ballot=at.fake.now["step"]["ballot"]))
            expect(at.page.locator(where)).to_be_hidden()


# Writing


def test_channels_to_begin_with_stay_beside_those_that_somebody_used(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.fake.others([{"do": "remove", "table": "channels", "id": f"c{n}"} for n in range(5)])
    at.fake.others([{"do": "set", "table": "maps", "id": "map", "field": "language", "value": "nl"}])
    chips = at.page.locator(".chips:not(.strip) label")
    expect(chips).to_have_text(["Website", "Telefoongesprek", "E-mail", "App", "Balie", "Familie en vrienden"])
    at.page.get_by_role("checkbox", name="Telefoongesprek").check()
    at.page.get_by_role("checkbox", name="Familie en vrienden").check()
    at.add("call")
    at.once(lambda: len(at.sent("touchpoints")) == 2)
    first, second = at.sent("channels")
    assert first["values"] == {"name": "Telefoongesprek", "assumed": True, "owned": True}
    assert second["values"] == {"name": "Familie en vrienden", "assumed": True, "owned": False}
    assert [one["values"]["channel"] for one in at.sent("touchpoints")] == [first["id"], second["id"]]
    expect(chips).to_have_count(6)
    at.page.get_by_role("checkbox", name="Telefoongesprek").check()
    at.add("call again")
    at.once(lambda: len(at.sent("touchpoints")) == 3)
    assert (at.sent("touchpoints")[2]["values"], len(at.sent("channels"))) == ({"channel": first["id"]}, 2)
    at.fake.others([{"do": "add", "table": "channels", "id": "new", "values": {"name": "Park ranger"}}])
    used = ["Telefoongesprek", "Familie en vrienden", "Park ranger"]
    expect(chips).to_have_text([*used, "Website", "E-mail", "App", "Balie"])
    at.fake.others(
        [{"do": "add", "table": "channels", "id": f"gate{n}", "values": {"name": f"Gate {n}"}} for n in range(5)]
    )
    expect(chips).to_have_text([*used, *(f"Gate {n}" for n in range(5))])


def test_a_channel_that_is_there_already_is_not_made_again(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.fake.others([{"do": "add", "table": "channels", "id": "cafe", "values": {"name": "Café terrace"}}])
    at.page.get_by_text("+ another").click()
    at.page.get_by_label("Another channel").fill("CAFE  Terrace")
    at.page.get_by_label("Another channel").press("Enter")
    expect(at.page.get_by_role("checkbox", name="Café terrace")).to_be_checked()
    at.add("wait")
    at.once(lambda: at.sent("touchpoints"))
    assert (at.sent("touchpoints")[0]["values"], at.sent("channels")) == ({"channel": "cafe"}, [])
    at.fake.step(step("channels"))
    at.page.get_by_label("A channel that nobody has named yet").fill("cafe terrace")
    at.page.get_by_role("button", name="Add", exact=True).click()
    expect(at.page.get_by_role("alert").filter(has_text="“Café terrace” is on the list already.")).to_be_visible()
    assert at.sent("channels") == []


def test_a_moment_is_written_with_its_channel_its_need_and_its_feeling(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    page = at.page
    expect(page.get_by_text("Only you and the facilitator see this until the reveal.")).to_be_visible()
    page.get_by_role("radio", name="Being in the park").check()
    page.get_by_role("checkbox", name="Phone", exact=True).check()
    page.get_by_text("+ another").click()
    page.get_by_label("Another channel").fill("My sister")
    page.get_by_label("because I need").fill("to be sure it is arranged")
    page.get_by_role("radio", name="very bad").check()
    at.add("call to ask whether my booking is right")
    at.once(lambda: at.sent("needs"))
    (moment,) = at.sent("moments")
    assert moment["parent"] == "there"
    assert moment["values"] == {"text": "call to ask whether my booking is right", "felt_valence": -2}
    (channel,) = at.sent("channels")
    assert channel["values"]["name"] == "My sister"
    assert {one["values"]["channel"] for one in at.sent("touchpoints")} == {"c1", channel["id"]}
    assert {one["parent"] for one in at.sent("touchpoints")} == {moment["id"]}
    expect(page.get_by_role("heading", name="Yours · 1")).to_be_visible()
    expect(page.locator(".card")).to_contain_text("through Phone, My sister · because I need to be sure it is arranged")
    expect(page.get_by_label("I …", exact=True)).to_be_focused()
    expect(page.get_by_label("I …", exact=True)).to_have_value("")


def test_what_is_mine_can_be_changed_and_taken_away(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.add("call")
    at.page.get_by_role("button", name="Edit: call").click()
    expect(at.page.get_by_label("I …", exact=True)).to_have_value("call")
    at.page.get_by_label("I …", exact=True).fill("call the desk")
    at.page.get_by_role("checkbox", name="E-mail").check()
    at.page.get_by_role("button", name="Keep the change").click()
    expect(at.page.locator(".card")).to_contain_text("call the desk")
    at.once(lambda: at.sent("moments", "set") and at.sent("touchpoints"))
    at.page.get_by_role("button", name="Remove: call the desk").click()
    expect(at.page.get_by_role("heading", name="Yours · 0")).to_be_visible()


def test_after_the_reveal_everybodys_is_there_and_mine_is_marked(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.add("wait for a confirmation")
    expect(at.page.locator(".card")).to_have_count(1)
    at.fake.step(step("moments", state="revealed"))
    expect(at.page.locator(".card")).to_have_count(5)
    expect(at.page.locator(".card.mine")).to_contain_text(["wait for a confirmation"])
    expect(at.page.locator(".card:not(.mine) button:visible")).to_have_count(0)
    expect(at.page.locator("#said")).to_contain_text("Everything is revealed")


def test_a_refusal_is_said_in_the_servers_words_and_the_text_is_back(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.fake.refusing = "Not in this step."
    at.page.get_by_label("because I need").fill("quiet")
    at.add("shout")
    expect(at.page.get_by_role("alert").filter(has_text="Not in this step.")).to_be_visible()
    expect(at.page.get_by_label("I …", exact=True)).to_have_value("shout")
    expect(at.page.get_by_label("because I need")).to_have_value("quiet")
    expect(at.page.get_by_role("heading", name="Yours · 0")).to_be_visible()


def test_too_much_is_said_at_the_field_and_nothing_is_cut(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.add("W" * 282)
    expect(at.page.get_by_role("alert").filter(has_text="At most 280 characters: 2 too many.")).to_be_visible()
    expect(at.page.get_by_label("I …", exact=True)).to_have_value("W" * 282)
    assert at.sent() == []


def test_while_it_is_paused_one_types_on_and_is_told_why_nothing_is_sent(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True, state="paused"))
    words, add = at.page.get_by_label("I …", exact=True), at.page.get_by_role("button", name="Add", exact=True)
    words.fill("wait")
    words.press("Enter")
    expect(at.page.get_by_role("alert").filter(has_text="Paused for a moment.")).to_be_visible()
    expect(add).to_have_attribute("aria-disabled", "true")
    assert at.sent() == []
    at.fake.step(step("moments", private=True))
    expect(add).not_to_have_attribute("aria-disabled", "true")
    expect(words).to_have_value("wait")


def test_it_works_with_the_keyboard_alone(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True), **LAPTOP)
    keys = at.page.keyboard
    at.page.locator(".strip input:checked").focus()
    keys.press("ArrowRight")
    keys.press("Tab")
    keys.type("look at the map")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Shift+Tab")
    keys.press("Enter")
    at.once(lambda: at.sent("touchpoints"))
    assert at.sent("moments")[0]["parent"] == "there"
    assert at.sent("touchpoints")[0]["values"] == {"channel": "c0"}


def test_a_way_is_drawn_by_tapping_moments_in_their_order(phone: Callable[..., Phone]) -> None:
    at = phone(step("paths"))
    page = at.page
    page.get_by_label("What else can happen", exact=True).fill("My booking is lost")
    page.get_by_role("radio", name="in a loop").check(force=True)
    stop = page.locator(".stop")
    stop.filter(has_text="call to ask").click()
    stop.filter(has_text="look up the park").click()
    stop.filter(has_text="call to ask").click()
    page.get_by_role("radio", name="Being in the park").check(force=True)
    stop.filter(has_text="find a place for lunch").click()
    page.get_by_role("button", name="Take the last one back").click()
    page.get_by_role("radio", name="Planning the day").check(force=True)
    expect(stop.filter(has_text="call to ask").locator(".visits")).to_have_text("1 · 3")
    page.get_by_role("button", name="Something that is not there yet").click()
    page.get_by_label("Something that is not there yet", exact=True).fill("give up")
    page.get_by_label("Something that is not there yet", exact=True).press("Enter")
    expect(page.locator(".way li")).to_have_count(4)
    page.get_by_role("button", name="Add", exact=True).click()
    at.once(lambda: len(at.sent("path_steps")) == 4)
    path, steps, new = at.sent("paths")[0], at.sent("path_steps"), at.sent("moments")[0]
    assert path["values"] == {"name": "My booking is lost", "kind": "loop"}
    assert (new["values"], new["parent"]) == ({"text": "give up"}, "before")
    assert [one["values"]["moment"] for one in steps] == ["m1", "m0", "m1", new["id"]]
    assert [one["after"] for one in steps] == [None, *(one["id"] for one in steps[:-1])]
    assert {one["parent"] for one in steps} == {path["id"]}
    card = page.locator(".card", has_text="My booking is lost")
    expect(card.locator("li")).to_have_text(
        [
            "call to ask whether my booking is right",
            "look up the park on the website",
            "call to ask whether my booking is right",
            "give up",
        ]
    )
    card.get_by_role("button", name="Edit").click()
    expect(page.locator(".way li")).to_have_count(4)
    page.get_by_role("button", name="Take the last one back").click()
    page.get_by_role("radio", name="abandoned").check(force=True)
    page.get_by_role("button", name="Keep the change").click()
    expect(card.locator("li")).to_have_count(3)
    at.once(lambda: len(at.sent("path_steps", "remove")) == 4)
    assert [(one["field"], one["value"]) for one in at.sent("paths", "set")] == [("kind", "abandoned")]


# Nothing is lost


def test_what_is_written_without_a_connection_is_sent_after_a_reload(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True))
    at.fake.deaf = True
    at.add("write in a tunnel")
    at.once(lambda: at.sent("moments"))
    op = at.sent("moments")[0]["op"]
    at.page.get_by_label("I …", exact=True).fill("half a thou")
    at.fake.heard.clear()
    at.page.reload()
    expect(at.page.locator(".card")).to_contain_text("write in a tunnel")
    expect(at.page.get_by_label("I …", exact=True)).to_have_value("half a thou")
    at.once(lambda: at.sent("moments"))
    assert [one["op"] for one in at.sent("moments")] == [op]
    assert at.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('journeymap-kept')).length") == 1
    at.fake.deaf = False
    at.fake.drop()
    at.page.wait_for_function("() => !Object.keys(localStorage).some((key) => key.startsWith('journeymap-kept'))")
    assert [row["text"] for row in at.fake.tables["moments"] if row["author"] == "me"] == ["write in a tunnel"]


@pytest.mark.parametrize(
    ("offline", "words"), [(True, "This device has no network."), (False, "The connection was lost")]
)
def test_a_lost_network_is_said_as_it_is_and_what_was_written_follows(
    phone: Callable[..., Phone], offline: bool, words: str
) -> None:
    at = phone(step("moments", private=True))
    at.page.context.set_offline(offline)
    at.fake.drop(away=True)
    expect(at.page.locator("#offline")).to_contain_text(words)
    at.add("write without a net")
    expect(at.page.locator("#offline")).to_contain_text("One thing is kept on this device")
    expect(at.page.locator("#state")).to_contain_text("1 kept")
    expect(at.page.locator(".card")).to_contain_text("write without a net")
    at.fake.away = False
    at.page.context.set_offline(False)
    expect(at.page.locator(LIVE)).to_be_visible()
    at.once(lambda: len(at.sent("moments")) == 1)
    expect(at.page.locator("#offline")).to_be_hidden()


def test_what_was_written_on_the_map_before_still_goes_there(phone: Callable[..., Phone], room: Hall) -> None:
    at = phone(step("moments", private=True))
    at.fake.deaf = True
    at.add("write as it is")
    at.once(lambda: at.sent("moments"))
    at.fake.heard.clear()
    at.fake.step(step("to-be"), map=room.other_id)
    expect(at.page.get_by_role("heading", name="How should it be, for Marieke?")).to_be_visible()
    at.page.reload()
    at.once(lambda: at.sent("moments"))
    assert at.sent("moments")[0]["values"]["text"] == "write as it is"


def test_leaving_takes_everything_off_the_device(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True), person="Lea")  # whose session ends with it
    at.page.get_by_label("I …", exact=True).fill("half a thou")
    at.page.get_by_role("button", name="More").click()
    at.page.get_by_role("button", name="Leave on this device").click()
    at.page.wait_for_url("**/join")
    assert at.page.evaluate("Object.keys(localStorage)") == []


# Choosing


def test_dots_keep_to_the_budget_and_to_the_cap(phone: Callable[..., Phone]) -> None:
    at = phone(step("vote", private=True, ballot={**BALLOT, "budget": 3, "cap": 2}))
    more = at.page.get_by_role("button", name="Add a dot: look up the park on the website")
    more.click()
    more.click()
    expect(more).to_have_attribute("aria-disabled", "true")
    at.page.get_by_role("button", name="Add a dot: find a place for lunch").click()
    expect(at.page.locator(".dots-left")).to_have_text("0 dots left")
    expect(at.page.locator(".round:not([aria-disabled])")).to_have_count(2)
    at.page.get_by_role("button", name="Take a dot back: look up").click()
    expect(at.page.locator(".dots-left")).to_have_text("1 dot left")
    at.once(lambda: at.sent("votes", "remove"))
    assert sorted(one["values"]["slot"] for one in at.sent("votes")) == [0, 1, 2]
    assert {one["values"]["round"] for one in at.sent("votes")} == {"s-vote"}


def test_where_the_count_is_open_it_is_told_while_one_votes(phone: Callable[..., Phone]) -> None:
    ballot, tallies = {**BALLOT, "hidden": False}, {"s-vote": [["m0", "", 1, 3]]}
    at = phone(step("vote", private=True, ballot=ballot), now={"tallies": tallies})
    expect(at.page.get_by_text("Everybody sees the count, and nobody sees who chose what.")).to_be_visible()
    expect(at.page.locator(".ask", has_text="look up the park")).to_contain_text("3 dots")
    expect(at.page.get_by_text("5 dots left")).to_be_visible()


def test_equal_numbers_of_dots_have_one_rank(phone: Callable[..., Phone]) -> None:
    at = phone(step("vote", state="revealed", ballot=BALLOT))
    votes = [
        {"round": "s-vote", "item": item, "slot": 0, "question": "", "value": 1} for item in ("m3", "m3", "m0", "m1")
    ]
    at.fake.others([{"do": "add", "table": "votes", "id": f"v{n}", "values": one} for n, one in enumerate(votes)])
    expect(at.page.locator(".place")).to_have_text(["1", "2=", "2=", ""])
    expect(at.page.locator(".rank").first).to_contain_text("find a place for lunch")
    expect(at.page.get_by_role("button", name="Add a dot")).to_have_count(0)


def test_a_feeling_is_given_once_and_may_be_thought_over(phone: Callable[..., Phone]) -> None:
    at = phone(step("emotions", private=True, ballot=FELT))
    card = at.page.locator(".ask", has_text="look up the park")
    card.get_by_role("radio", name="bad", exact=True).press("Space")
    expect(at.page.get_by_text("1 of 4 answered")).to_be_visible()
    card.get_by_role("radio", name="good", exact=True).press("Space")
    at.once(lambda: at.sent("votes", "set"))
    (vote,) = at.sent("votes")
    assert vote["values"] == {"round": "s-emotions", "item": "m0", "slot": 0, "question": "felt", "value": -1}
    assert [(one["id"], one["value"]) for one in at.sent("votes", "set")] == [(vote["id"], 1)]


def test_one_card_at_a_time_is_answered_skipped_and_gone_back_to(phone: Callable[..., Phone]) -> None:
    at = phone(step("emotions", private=True, ballot=FELT, asked=["m0", "m1", "m3"]))
    card, where = at.page.locator(".ask"), at.page.locator(".card-of")
    expect(where).to_have_text("1 of 3")
    card.get_by_role("radio", name="very good").tap()  # whoever points goes on by itself
    expect(card).to_contain_text("call to ask")
    at.page.get_by_role("button", name="Skip").tap()
    expect(card).to_contain_text("find a place for lunch")
    expect(card).to_be_focused()
    card.get_by_role("radio", name="bad", exact=True).press("Space")  # with the keyboard one goes on when one says so
    expect(at.page.get_by_text("2 of 3 answered")).to_be_visible()
    at.page.get_by_role("button", name="Next").press("Enter")
    expect(at.page.get_by_text("You skipped 1.")).to_be_visible()
    assert [one["values"]["item"] for one in at.sent("votes")] == ["m0", "m3"]
    at.page.reload()  # what is open is where one goes on, on whichever device
    expect(at.page.get_by_role("button", name="Skip")).to_be_visible()
    at.page.get_by_role("button", name="Back").tap()
    expect(card).to_contain_text("look up the park")


def test_of_an_anonymous_round_only_the_numbers_are_told_and_shown(phone: Callable[..., Phone]) -> None:
    tallies = {"s-emotions": [["m3", "felt", -2, 3], ["m3", "felt", -1, 1], ["m0", "felt", 1, 1]]}
    at = phone(step("emotions", state="revealed", ballot=FELT), now={"tallies": tallies})
    card = at.page.locator(".ask", has_text="find a place for lunch")
    expect(card).to_contain_text("4 answers, the middle one: very bad")
    expect(at.page.locator(".ask", has_text="look up the park")).to_contain_text("1 answer: good")
    expect(at.page.locator(".ask")).to_have_count(2)
    expect(at.page.get_by_text("Nobody answered about 2 more.")).to_be_visible()
    expect(at.page.get_by_role("radio")).to_have_count(0)


def test_what_is_there_today_is_kept_changed_or_dropped(phone: Callable[..., Phone]) -> None:
    at = phone(None)
    for row in at.fake.tables["moments"]:
        row |= {"origin": row["id"], "targeted_valence": None}
    at.fake.tables["proposals"] = [
        {"id": f"p{n}", "item": "m3", "answer": answer, "text": "", "channel": None, "author": name}
        for n, (name, answer) in enumerate((("noor", "keep"), ("ben", "drop"), ("cas", "drop")))
    ]
    at.page.reload()
    at.fake.step(step("to-be"))
    expect(at.page.get_by_text("You: 0 of 4")).to_be_visible()
    expect(at.page.get_by_text("The room agrees on 1 of 4")).to_be_visible()
    card = at.page.locator(".ask", has_text="find a place for lunch")  # the last episode first
    expect(card).to_contain_text("Keep 1 · Change 0 · Drop 2")
    card.get_by_role("radio", name="Change").check(force=True)
    card.get_by_label("How should it be? I …").fill("get a text when the table is free")
    card.get_by_label("How should it be? I …").press("Enter")
    at.once(lambda: at.sent("proposals", "set"))
    card.get_by_label("through").select_option(label="App")
    card.get_by_role("radio", name="very good").check(force=True)
    at.once(lambda: len(at.sent("proposals", "set")) == 3)
    (made,) = at.sent("proposals")
    assert (made["values"]["item"], made["values"]["answer"]) == ("m3", "change")
    changed = [(one["field"], one["value"]) for one in at.sent("proposals", "set")]
    assert changed == [("text", "get a text when the table is free"), ("channel", "c3"), ("targeted_valence", 2)]
    assert at.sent("moments", "remove") == []  # nothing is taken away before those who lead take it over
    at.page.get_by_role("radio", name="Something new").check(force=True)
    expect(at.page.get_by_label("I …", exact=True)).to_be_visible()


def test_a_to_be_is_thought_backwards_and_an_objection_waits_with_one_key(phone: Callable[..., Phone]) -> None:
    at = phone(step("reversed"))
    episodes = [row["title"] for row in at.fake.tables["episodes"]][::-1]
    ask = at.page.locator(".reversed")
    for title in episodes:  # what each is to come to, the last one first
        expect(ask.get_by_role("heading")).to_have_text(title)
        ask.get_by_label("What has come true when this is over?").fill(f"{title} is over")
        ask.get_by_role("radio", name="good", exact=True).check(force=True)
        ask.get_by_role("button", name="Further back").click()
    said = lambda name: [one["value"] for one in at.sent("episodes", "set") if one["field"] == name]  # noqa: E731
    at.once(lambda: len(said("outcome")) == len(episodes))
    assert said("outcome") == [f"{title} is over" for title in episodes]
    at.once(lambda: 1 in said("targeted_valence"))
    expect(ask).to_contain_text("How does this episode end for Marieke?")  # it has no moments yet
    ask.get_by_role("heading").press("ArrowRight")
    expect(ask).to_contain_text("What must have happened just before, for Marieke to feel this?")
    expect(ask).to_contain_text("find a place for lunch")  # the last moment of all
    ask.get_by_role("heading").press("1")
    at.once(lambda: at.sent("parked"))
    assert at.sent("parked")[0]["values"] == {"text": "Too expensive: find a place for lunch", "kind": "parked"}
    ask.get_by_label("I …", exact=True).fill("am told that a table is free")
    ask.get_by_role("button", name="This comes just before").click()
    at.once(lambda: at.sent("moments"))
    (made,) = at.sent("moments")
    before = [
        row["id"] for row in at.fake.tables["moments"] if row["parent"] == made["parent"] and row["id"] != made["id"]
    ]
    assert (before.index("m3"), made["after"]) == (len(before) - 1, before[-2] if len(before) > 1 else None)
    expect(ask).to_contain_text("am told that a table is free")  # what comes before that one is asked next


def test_a_decision_has_an_owner_and_a_day_and_an_idea_becomes_one_with_a_tap(phone: Callable[..., Phone]) -> None:
    at = phone(step("close"), you={"role": "facilitator"})
    at.fake.others([{"do": "add", "table": "parked", "id": "i", "values": {"text": "a badge", "kind": "idea"}}])
    at.page.get_by_label("What did we decide?").fill("We phone back")
    at.page.get_by_role("button", name="Me").tap()
    at.page.get_by_label("When do we look at it again?").fill("2027-01-12")
    at.page.get_by_role("button", name="Add the decision").tap()
    expect(at.page.locator(".card", has_text="We phone back")).to_contain_text(
        "owned by Saskia · look again on 12 January"
    )
    assert at.sent("decisions")[0]["values"] == {"text": "We phone back", "owner": "Saskia", "review_on": "2027-01-12"}
    at.page.get_by_role("button", name="Make it a decision: a badge").tap()
    expect(at.page.get_by_role("heading", name="Decisions · 2")).to_be_visible()
    at.once(lambda: len(at.sent("decisions")) == 2)
    (gone,), made = at.sent("parked", "remove"), at.sent("decisions")[1]
    assert (gone["id"], made["id"], gone["act"]) == ("i", "i", made["act"])  # one undo takes both back


def test_a_customer_says_what_is_true(phone: Callable[..., Phone]) -> None:
    at = phone(step("validate"), you={"role": "customer"})
    expect(at.page.get_by_text("You know this journey.")).to_be_visible()
    card = at.page.locator(".ask", has_text="call to ask")
    card.get_by_role("radio", name="Not quite").check()
    card.get_by_label("What is it really like?").fill("I send a message")
    card.get_by_label("What is it really like?").press("Enter")
    at.once(lambda: at.sent("verdicts", "set"))
    assert at.sent("verdicts")[0]["values"] == {"item": "m1", "verdict": "contest", "note": ""}
    assert at.sent("verdicts", "set")[0]["value"] == "I send a message"


def test_what_the_server_took_and_has_not_told_yet_stays_chosen(phone: Callable[..., Phone]) -> None:
    at = phone(step("validate"))
    at.fake.slow = True
    at.page.get_by_role("radio", name="Yes").first.check(force=True)
    at.page.wait_for_function("() => window.room.session.queued === 0")
    expect(at.page.get_by_text("1 of 4 answered")).to_be_visible()
    expect(at.page.get_by_role("radio", name="Yes").first).to_be_checked()


def test_channels_are_added_to_a_moment_and_those_of_others_stay(phone: Callable[..., Phone]) -> None:
    at = phone(step("channels"))
    card = at.page.locator(".ask", has_text="call to ask")
    expect(card.get_by_role("checkbox", name="Phone")).to_be_disabled()
    card.get_by_role("button", name="+ channel: call to ask").click()
    card.get_by_role("checkbox", name="E-mail").check()
    at.once(lambda: at.sent("touchpoints"))
    assert (at.sent("touchpoints")[0]["parent"], at.sent("touchpoints")[0]["values"]) == ("m1", {"channel": "c2"})
    card.get_by_role("checkbox", name="E-mail").uncheck()
    at.once(lambda: at.sent("touchpoints", "remove"))
    at.page.get_by_label("A channel that nobody has named yet").fill("My sister")
    at.page.get_by_role("button", name="Add", exact=True).click()
    at.once(lambda: at.sent("channels"))
    assert at.sent("channels")[0]["values"] == {"name": "My sister", "owned": False, "assumed": False}
    expect(at.page.get_by_text("6 channels: 3 named before the sweep, 3 found in it")).to_be_visible()


def test_an_observer_sees_everything_and_is_offered_nothing(phone: Callable[..., Phone]) -> None:
    at = phone(person="Olaf", you={"id": "olaf", "name": "Olaf", "role": "observer", "may": ["see"]})
    for name in ("moments", "episodes", "channels", "scores", "vote", "backstage", "validate"):
        at.fake.step(ASKED[name][0])
        expect(at.page.get_by_text("You are watching this step.")).to_be_visible()
        expect(at.page.locator("main textarea, main .round, main button:has-text('Add')")).to_have_count(0)


# In between


def test_two_minutes_before_the_end_it_says_so_once(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", left_ms=120_400))
    expect(at.page.locator(".notice")).to_contain_text("Two minutes left.")
    expect(at.page.locator("#clock")).to_have_class(re.compile("soon"))
    at.page.locator(".notice button").click()
    at.fake.step(step("moments", left_ms=61_300))
    expect(at.page.locator("#clock")).to_have_text("01:01")
    expect(at.page.locator(".notice")).to_have_count(0)


@pytest.mark.parametrize(
    "then",
    [
        step("moments", left_ms=420_000),
        step("moments", state="paused", left_ms=90_000),
        step("talk", left_ms=None),
        step("moments", state="done", left_ms=None),
        step("moments", left_ms=50_000),
    ],
    ids=["more time", "paused", "another step", "over", "one minute later"],
)
@pytest.mark.parametrize("address", ["/room", "/screen"])
def test_two_minutes_left_goes_when_it_is_no_longer_true(phone: Callable[..., Phone], then: Row, address: str) -> None:
    at = phone(step("moments", left_ms=120_400), address)
    told = at.page.locator(".notice" if address == "/room" else "#said")
    expect(told).to_contain_text("Two minutes left.")
    at.fake.step(then)
    expect(at.page.get_by_text("Two minutes left.")).to_have_count(0)


def test_what_was_set_aside_in_another_step_is_in_the_one_parking_lot(phone: Callable[..., Phone]) -> None:
    note = {"id": "p1", "text": "Too expensive", "kind": "parked", "author": "noor"}
    idea = {"id": "p2", "text": "A tour by bicycle", "kind": "idea", "author": "saskia"}
    at = phone(step("to-be"), now={"aside": [note, idea]})
    expect(at.page.get_by_role("button", name="Park 2")).to_be_visible()
    values = {"text": "Ask legal", "kind": "parked"}
    at.fake.others([{"do": "add", "table": "parked", "id": "p3", "values": values}])
    at.page.get_by_role("button", name="Park 3").click()
    sheet = at.page.get_by_role("dialog")
    for words in ("Too expensive", "A tour by bicycle", "Ask legal"):
        expect(sheet.get_by_text(words, exact=True)).to_be_visible()
    assert findings(at.page) == []


def test_the_screen_shows_at_the_end_what_was_set_aside_on_either_map(phone: Callable[..., Phone]) -> None:
    note = {"id": "p1", "text": "Too expensive", "kind": "parked", "author": "noor"}
    decision = {"id": "d2", "text": "Call back within a day", "owner": "Eva", "review_on": None, "author": "noor"}
    last = step("talk", number=7)
    at = phone(last, "/screen", "Ann", **LAPTOP, now={"aside": [note], "decided": [decision]})
    expect(at.page.locator(".wall")).to_contain_text("Parking lot · 1")
    expect(at.page.locator(".wall")).to_contain_text("Call back within a day")
    at.fake.step(last, aside=[], decided=[decision])
    expect(at.page.locator(".wall")).not_to_contain_text("Too expensive")
    wide = "(card) => card.getBoundingClientRect().width / innerWidth"
    assert at.page.locator(".wall .card").evaluate(wide) > 0.9, "few decisions have the whole width"
    at.fake.step(last, workshop={"closed": True}, decided=[decision])
    expect(at.page.locator("#under")).to_contain_text("3 episodes · 4 micro-moments · 5 channels · 1 decision")
    expect(at.page.locator("#place")).to_have_text("")


def test_whoever_looks_on_is_not_told_that_nothing_is_theirs(phone: Callable[..., Phone]) -> None:
    at = phone(person="Olaf", you={"id": "olaf", "name": "Olaf", "role": "observer", "may": ["see"]})
    for name in ("moments", "episodes", "backstage", "paths", "to-be"):
        at.fake.step({**(ASKED[name][0] or {}), "private": True})
        expect(at.page.get_by_text("You are watching this step.")).to_be_visible()
        expect(at.page.get_by_text(re.compile("Yours")).filter(visible=True)).to_have_count(0)
        expect(at.page.get_by_text("Nothing yet.").filter(visible=True)).to_have_count(0)


PROMPT = (
    "Write alone and say nothing yet. Be the persona: “I … through … because I need …”. One thing a card. Write what "
    "happens without us, too: asking a friend, waiting, giving up for a day. Nobody sees your cards until we show them."
)


OVER = """() => {
  const ids = ["#workshop", "#prompt", "#under", "#clock", "#qr", ".code", "#counts", "#people"];
  const at = ids.map((id) => [id, document.querySelector(id)]).filter(([, one]) => one.checkVisibility());
  const box = ([id, one]) => { const range = document.createRange(); range.selectNodeContents(one);
    return [id, one.matches("img") ? one.getBoundingClientRect() : range.getBoundingClientRect()]; };
  const boxes = at.map(box), over = [];
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  for (const [n, [a, one]] of boxes.entries()) {
    if (one.right > innerWidth + 1 || one.bottom > innerHeight + 1 || one.left < 0) over.push([a, "the edge"]);
    for (const [b, other] of boxes.slice(n + 1)) if (meet(one, other)) over.push([a, b]);
  }
  return over;
}"""
"""What lies over something else, or beyond the edge."""


@pytest.mark.parametrize("size", [(1024, 768), (800, 600), (1280, 720), (1440, 900), (1920, 1080), (768, 1024)])
@pytest.mark.parametrize("left", [1_080_000, 4_062_000])
def test_on_no_screen_does_one_thing_lie_over_another(
    phone: Callable[..., Phone], size: tuple[int, int], left: int
) -> None:
    wishes = {**LAPTOP, "viewport": {"width": size[0], "height": size[1]}}
    title = "What do you do, step by step, from the first thought?"
    now = step("moments", private=True, title=title, prompt=PROMPT, left_ms=left)
    at = phone(now, "/screen", "Ann", **wishes)
    expect(at.page.locator("#clock")).to_be_visible()
    expect(at.page.locator("#counts")).to_contain_text("43")
    assert at.page.evaluate(OVER) == []
    print_size = (
        "(at) => parseFloat(getComputedStyle(document.querySelector(at)).fontSize) / Math.min(innerWidth, innerHeight)"
    )
    assert at.page.evaluate(print_size, "#under") >= 0.02, "it can still be read from the back"
    at.fake.step(step("episodes", title=title, prompt=PROMPT, left_ms=left))
    expect(at.page.locator("#wall")).to_be_visible()
    expect(at.page.locator("#under"), "the prompt stays while there are cards").to_be_visible()
    assert at.page.evaluate(print_size, "#under") >= 0.02
    expect(at.page.locator("#prompt")).to_have_text(title)
    assert at.page.evaluate(OVER) == [], "with a wall"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1024, 768), (1440, 900)])
def test_nothing_shows_through_what_sticks(phone: Callable[..., Phone], size: tuple[int, int], scheme: str) -> None:
    wishes = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": scheme}
    at = phone(step("vote", ballot=BALLOT), **wishes)
    more = [
        {"do": "add", "table": "moments", "id": f"x{n}", "parent": "there", "values": {"text": f"Thing {n}"}}
        for n in range(30)
    ]
    at.fake.others(more)
    expect(at.page.locator(".ask")).to_have_count(34)
    at.page.evaluate("scrollTo(0, 700)")
    through = at.page.evaluate(
        """() => {
          const bars = [".top", ".budget", ".tools"].map((one) => document.querySelector(one));
          const alpha = (one) => getComputedStyle(one).backgroundColor.startsWith("rgba(");
          const found = bars.filter(alpha).map((one) => `${one.className} has no ground`);
          const [top, budget] = bars.map((one) => one.getBoundingClientRect());
          if (budget.top > top.bottom) found.push("a slit between the bars");
          const cards = [...document.querySelectorAll(".ask")].map((one) => one.getBoundingClientRect());
          const wide = ({ left, right }) => left - 4 < budget.left || right + 4 > budget.right;
          if (cards.some(wide)) found.push("a card is wider");
          for (let y = 1; y < budget.bottom - 1; y += 3)
            for (let x = 2; x < innerWidth; x += 24) {
              const there = document.elementFromPoint(x, y);
              if (there?.closest(".ask")) found.push(`a card at ${x}, ${y}`);
            }
          return [...new Set(found)];
        }"""
    )
    assert through == []


def test_a_card_in_the_spotlight_is_above_everything(phone: Callable[..., Phone]) -> None:
    at = phone(step("talk"), now={"spotlight": "m1"})
    expect(at.page.locator(".spotlight")).to_contain_text("call to ask whether my booking is right")
    at.fake.step(step("talk"))
    expect(at.page.locator(".spotlight")).to_be_hidden()


def test_everybody_is_asked_along_once(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments"), now={"sending": {"number": 4, "map_id": "other", "page": "compare"}})
    expect(at.page.get_by_role("link", name="Go there")).to_have_attribute("href", "compare?map=other")
    at.page.locator(".notice button").click()
    at.page.reload()
    expect(at.page.locator(LIVE)).to_be_visible()
    expect(at.page.locator(".notice")).to_have_count(0)


def test_nobody_is_asked_along_to_a_step_that_is_over(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments"))
    for number, then in enumerate(("another step", "the end", "back", "gone there")):
        sending = {"number": number, "map_id": "other", "page": "compare"}
        at.fake.step(step("moments"), sending=sending)
        expect(at.page.locator(".notice")).to_be_visible()
        if then == "another step":
            at.fake.step(step("talk"), sending=sending)
        elif then == "the end":
            at.fake.step(step("moments"), sending=sending, workshop={"closed": True})
        elif then == "back":
            at.fake.step(step("moments"))
        else:
            link = at.page.get_by_role("link", name="Go there")
            link.evaluate("(one) => one.addEventListener('click', (event) => event.preventDefault())")
            link.click()
        expect(at.page.locator(".notice"), then).to_have_count(0)
        at.fake.step(step("moments"), sending=sending)
        expect(at.page.get_by_role("heading", name="What do you do, as Marieke?")).to_be_visible()
        expect(at.page.locator(".notice"), then).to_have_count(0)


def test_whoever_is_asked_to_lead_is_told_and_finds_the_way_in(phone: Callable[..., Phone]) -> None:
    at = phone(step("talk"))
    page = at.page
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("dialog")).to_contain_text("participant")
    expect(page.get_by_role("link", name="Lead the workshop")).to_have_count(0)
    page.keyboard.press("Escape")
    at.fake.you["role"] = "co-facilitator"
    at.fake.drop()
    notice = page.locator(".notice", has_text="You are now co-facilitator")
    expect(notice.get_by_role("link", name="Lead the workshop")).to_have_attribute(
        "href", re.compile(r"^workshop\?workshop=\w+$")
    )
    assert findings(page) == []
    notice.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="Lead the workshop")).to_be_visible()
    page.keyboard.press("Escape")
    at.fake.you["role"] = "participant"
    at.fake.drop()
    page.wait_for_function("() => window.room.desk.you.role === 'participant'")
    expect(notice).to_have_count(0)


def test_a_hand_is_raised_and_taken_down(phone: Callable[..., Phone]) -> None:
    at = phone(step("talk"))
    hand = at.page.get_by_role("button", name="Hand")
    hand.click()
    expect(hand).to_have_attribute("aria-pressed", "true")
    hand.click()
    at.once(lambda: len([one for one in at.fake.heard if one["type"] == "presence"]) == 2)
    assert [one.get("hand") for one in at.fake.heard if one["type"] == "presence"] == ["hand", None]


def test_too_expensive_goes_to_the_parking_lot(phone: Callable[..., Phone]) -> None:
    at = phone(step("to-be", private=True, state="paused"))
    at.page.get_by_role("button", name="Park").click()
    dialog = at.page.get_by_role("dialog")
    assert findings(at.page) == []
    dialog.get_by_label("What do you want to set aside?").fill("too expensive")
    dialog.get_by_role("button", name="Park it").click()
    expect(dialog.locator(".card")).to_contain_text("too expensive")
    at.once(lambda: at.sent("parked"))
    assert at.sent("parked")[0]["values"] == {"text": "too expensive", "kind": "parked"}
    at.page.keyboard.press("Escape")
    expect(at.page.get_by_role("button", name="Park 1")).to_be_visible()


def test_a_second_device_is_let_in_by_the_first_only(phone: Callable[..., Phone]) -> None:
    at = phone(step("talk"))
    answered: list[Any] = []

    def answers(route: Route) -> None:
        answered.append((route.request.url[-2:], route.request.post_data))
        route.fulfill(status=204)

    at.page.route(re.compile("/api/room/claims/"), answers)
    at.fake.say({"type": "claim", "id": "c7", "name": "Saskia", "number": "42"})
    expect(at.page.get_by_role("dialog")).to_contain_text("A second device wants to be you: number 42.")
    at.page.get_by_role("button", name="No, keep it out").click()
    expect(at.page.get_by_role("dialog")).to_have_count(0)
    assert [(which, json.loads(body)) for which, body in answered] == [("c7", {"allow": False})]


def test_after_the_end_one_is_thanked_and_may_read(phone: Callable[..., Phone]) -> None:
    at = phone(step("free", state="done"), now={"workshop": {"closed": True, "read_until": "2027-01-31"}})
    expect(at.page.get_by_role("heading", name="Thank you, Saskia.")).to_be_visible()
    expect(at.page.get_by_role("link", name="See the summary")).to_be_visible()
    expect(at.page.get_by_text("31 January 2027")).to_be_visible()
    expect(at.page.locator(".tools .tool").filter(visible=True)).to_have_text(["Park", "More"])


# The room's screen


def test_the_screen_joins_as_the_room_and_shows_how_much_and_never_what(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True), "/screen", "Ann", **LAPTOP)
    assert [one["public"] for one in at.fake.heard if one["type"] == "hello"] == [True]
    expect(at.page.locator("#counts")).to_have_text("43 micro-moments by 15 people · 2 have not started")
    expect(at.page.locator("#clock")).to_have_text(re.compile("^07:4"))
    expect(at.page.locator("#people")).to_have_text("17 people")
    expect(at.page.get_by_text("call to ask")).to_have_count(0)
    assert findings(at.page) == []
    at.fake.step(step("moments", state="revealed"))
    expect(at.page.locator(".columns .card")).to_contain_text(["look up", "call", "ask", "find"])
    assert findings(at.page) == []
    assert overflow(at.page) <= 0
    expect(at.page.locator("button, a, input, textarea, select")).to_have_text(["Sound off"])


def test_names_stand_there_whole_and_those_without_room_are_counted(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **{**LAPTOP, "viewport": {"width": 1024, "height": 768}})
    people = [{"id": f"p{n}", "name": f"Somebody with number {n}", "role": "participant"} for n in range(40)]
    at.page.route(re.compile("/api/room/people"), lambda route: route.fulfill(json={"people": people}))
    at.fake.step(None, joined=40)
    names = at.page.locator("#joined li")
    expect(names.filter(visible=True).last).to_have_text(re.compile("^and [0-9]+ more$"))
    expect(names.filter(has_text="number 39")).to_be_visible()
    ends = "one.offsetTop + one.offsetHeight > one.parentElement.offsetTop + one.parentElement.offsetHeight + 1"
    assert names.evaluate_all(f"(all) => all.filter((one) => one.offsetHeight && {ends}).length") == 0


def test_the_code_is_large_until_the_first_step_is_over_and_small_from_then_on(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **BEAMER)
    people = [{"id": "ann", "name": "Ann", "role": "facilitator"}, {"id": "m", "name": "Mila", "role": "customer"}]
    at.page.route(re.compile("/api/room/people"), lambda route: route.fulfill(json={"people": people}))
    at.fake.step(None, joined=20)
    expect(at.page.locator("#joined li")).to_have_text(["Mila"])
    large, small = at.page.locator("#joining"), at.page.locator("#way")
    for first in (None, step("scope", number=1)):
        at.fake.step(first, joined=20)
        expect(large).to_be_visible()
        expect(small).to_be_hidden()
        assert at.page.evaluate("document.getElementById('qr').naturalWidth") > 0
    for name in ("scope", "moments", "break", "talk", "free"):
        at.fake.step(step(name, number=2), joined=20)
        expect(at.page.locator("#place")).to_have_text("step 2 of 7")
        expect(large).to_be_hidden()
        expect(small).to_be_visible()
    people.append({"id": "b", "name": "Bram", "role": "participant"})
    at.fake.step(step("free", number=2), joined=21)
    expect(at.page.locator("#arrived")).to_have_text("Bram has joined")
    at.fake.step(step("moments", number=2), screen=shows("join"), code="K7Q-F4MX-AC9")
    expect(large).to_be_visible()
    expect(at.page.locator("[data-code]")).to_have_text(["K7Q-F4MX-AC9"] * 2)
    assert "of=K7Q-F4MX-AC9" in str(at.page.locator("#qr").get_attribute("src"))


def shows(view: str, found: Row | None = None) -> Row:
    """What those who lead chose for the screen, and the step whose results are meant."""
    return {"chosen": view, "shows": view, "map": None, "step": found}


def test_the_screen_shows_what_those_who_lead_chose(phone: Callable[..., Phone]) -> None:
    at = phone(step("break"), "/screen", "Ann", **BEAMER)
    wall = at.page.locator("#wall")
    expect(wall).to_be_hidden()
    at.fake.step(step("break"), screen=shows("board"))
    expect(wall.locator("h2")).to_have_text(["Planning the day · 2", "Being in the park · 2", "Going home · 0"])
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    at.fake.others([{"do": "set", "table": "moments", "id": "m1", "field": "text", "value": long}])
    card = wall.locator(".card", has_text=long)
    expect(card).to_be_visible()
    text = card.locator(".text").evaluate(
        "(one) => [one.scrollWidth - one.clientWidth, parseFloat(getComputedStyle(one).fontSize)]"
    )
    assert text[0] <= 1, "a word that fits no line is broken, not cut"
    assert text[1] >= 40, "and does not make the others small"
    at.fake.others(
        [
            {
                "do": "set",
                "table": "moments",
                "id": "m1",
                "field": "text",
                "value": "call to ask whether my booking is right",
            }
        ]
    )
    at.fake.step(step("break"), screen=shows("curve"))
    expect(wall.locator(".end.lowest")).to_contain_text("find a place for lunch")
    expect(wall.locator(".legend")).to_have_text("how it feels today")
    over = step("vote", state="done", ballot=BALLOT)
    dots = {"s-vote": [["m1", "", 1, 5]]}
    at.fake.step(step("break"), screen=shows("results", over), tallies=dots)
    expect(wall.locator(".ranking li")).to_have_text(re.compile("call to ask.*5 dots"))
    at.fake.step(
        step("break"), screen=shows("results", over), tallies={"s-vote": [["m1", "", 1, 15], ["m2", "", 1, 1]]}
    )
    expect(wall.locator(".ranking progress")).to_have_count(2)
    ends = wall.locator(".ranking progress").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().right)"
    )
    assert ends[0] == ends[1], "bars that are compared end at the same place"
    expect(at.page.locator("h1")).to_have_text(re.compile("[Bb]reak"))
    at.fake.step(step("break"), screen=shows("prompt"), tallies=dots)
    expect(wall).to_be_hidden()
    at.fake.step(step("break"), screen=shows("curve"), spotlight="m1")
    expect(wall.locator(".spot")).to_contain_text("call to ask whether my booking is right")


def test_before_and_after_stand_one_above_the_other(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **{**LAPTOP, "viewport": {"width": 1024, "height": 768}})
    at.fake.others([{"do": "set", "table": "maps", "id": "map", "field": "kind", "value": "to-be"}])
    at.fake.step(step("compare"), screen={**shows("step"), "as_is": "before"})
    wall = at.page.locator("#wall")
    expect(wall.locator(".sum")).to_have_text("0 carried over from today · 4 dropped · 4 new")
    expect(wall.locator(".pair .curve .picture")).to_have_count(2)
    expect(wall.locator(".pair .legend")).to_have_text(["how it feels today", "how it is to feel"])
    boxes = [one.bounding_box() for one in wall.locator(".pair .picture").all()]
    assert [box is not None and box["height"] > 100 for box in boxes] == [True, True]


def test_what_finds_no_place_is_counted_and_turned_to(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **{**LAPTOP, "viewport": {"width": 1024, "height": 768}})
    more = [
        {"do": "add", "table": "moments", "id": f"x{n}", "parent": "after", "values": {"text": f"walk mile {n}"}}
        for n in range(30)
    ]
    at.fake.others(more)
    at.fake.step(step("moments", state="revealed"))
    shown = at.page.locator("#wall [data-card]").filter(visible=True, has_text="walk mile")
    expect(shown.first).to_have_text("walk mile 0")
    n = shown.count()
    expect(at.page.locator("#wall .more")).to_have_text(f"and {30 - n} more")
    assert 3 < n < 30
    assert at.page.evaluate(OVER) == []
    at.page.keyboard.press("PageDown")
    expect(shown.first).to_have_text(f"walk mile {n}")
    at.page.keyboard.press("ArrowLeft")
    expect(shown.first).to_have_text("walk mile 0")


def test_beyond_its_time_the_clock_counts_up_with_a_sign_and_words(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", left_ms=0, over_ms=83_000), "/screen", "Ann", **LAPTOP)
    expect(at.page.locator("#clock")).to_have_text(re.compile(r"^\+01:[23]\d$"))
    expect(at.page.locator("#over")).to_have_text("over time")
    expect(at.page.locator("#over")).to_be_visible()
    at.fake.step(step("moments", left_ms=60_000, over_ms=0))
    expect(at.page.locator("#clock")).to_have_text(re.compile(r"^0[01]:\d\d$"))
    expect(at.page.locator("#over")).to_be_hidden()


def test_a_tone_at_zero_is_heard_where_somebody_wants_it(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", left_ms=900_000), "/screen", "Ann", **LAPTOP)
    heard = "document.documentElement.dataset.sounded ?? '0'"
    at.fake.step(step("moments", left_ms=1_200))
    expect(at.page.locator("#said")).to_contain_text("Time is up")
    assert at.page.evaluate(heard) == "0", "nobody touched the page"
    sound = at.page.locator("#sound")
    sound.click()
    expect(sound).to_have_text("Sound on")
    assert at.page.evaluate(heard) == "1", "what it sounds like"
    at.fake.step(step("moments", left_ms=900_000))
    expect(at.page.locator("#said")).to_have_text("")
    at.fake.step(step("moments", left_ms=1_200))
    at.page.wait_for_function(f"() => ({heard}) === '2'")
    sound.click()
    expect(sound).to_have_text("Sound off")
    expect(sound).to_have_attribute("aria-pressed", "false")


def test_the_screen_invites_nobody_while_the_door_is_closed(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **LAPTOP)
    expect(at.page.locator(".code")).to_be_visible()
    at.fake.step(None, workshop={"door": False})
    expect(at.page.get_by_text("The door is closed")).to_be_visible()
    expect(at.page.locator(".code, #qr").filter(visible=True)).to_have_count(0)


def test_what_the_last_row_of_the_room_has_to_read_is_large(phone: Callable[..., Phone]) -> None:
    at = phone(
        step("vote", state="revealed", ballot=BALLOT),
        "/screen",
        "Ann",
        **BEAMER,
    )
    votes = [{"round": "s-vote", "item": "m0", "slot": n, "question": "", "value": 1} for n in range(2)]
    at.fake.others([{"do": "add", "table": "votes", "id": f"v{n}", "values": one} for n, one in enumerate(votes)])
    size = "(at) => parseFloat(getComputedStyle(document.querySelector(at)).fontSize)"
    expect(at.page.locator(".ranking li")).to_have_count(1)
    assert at.page.evaluate(size, ".ranking .text") >= 32
    at.fake.step(step("moments", private=True))
    expect(at.page.locator("#wall")).to_be_hidden()
    assert at.page.evaluate(size, "#clock") >= 200
    assert at.page.evaluate(size, ".short") >= 24
    at.fake.step(None)
    expect(at.page.locator(".code")).to_be_visible()
    assert at.page.evaluate(size, ".code") >= 60


SEEN: dict[str, tuple[list[Row], Row, list[str]]] = {
    "channels": (
        [],
        {},
        ["5 channels: 3 named before the sweep, 2 found in it", "Ours · 4", "Not ours · 1", "Reception"],
    ),
    "backstage": (
        [
            {"table": "backstage_steps", "id": "b", "parent": "m1", "values": {"text": "look it up", "team": "Desk"}},
            {"table": "pain_points", "id": "q", "parent": "m3", "values": {"text": "nobody answers"}},
        ],
        {},
        ["What happens · 1", "look it up", "Desk · call to ask whether", "What hurts · 1", "nobody answers"],
    ),
    "validate": (
        [
            {"table": "verdicts", "id": "y", "values": {"item": "m0", "verdict": "confirm", "note": ""}},
            {"table": "verdicts", "id": "n", "values": {"item": "m3", "verdict": "contest", "note": "We bring bread"}},
        ],
        {},
        ["1 contested · 1 confirmed · 2 without an answer", "find a place for lunch", "“We bring bread”", "Yes 1"],
    ),
    "compare": (
        [
            {"table": "moments", "id": "k", "parent": "there", "values": {"text": "arrive", "origin": "a1"}},
            {"table": "moments", "id": "g", "parent": "there", "values": {"text": "eat", "origin": "a2"}},
            {"table": "origins", "id": "o", "parent": "g", "values": {"as_is": "a3"}},
        ],
        {"kind": "to-be"},
        ["1 carried over from today · 1 merged · 4 new", "look up the park"],
    ),
    "stories": (
        [],
        {"kind": "to-be"},
        ["4 stories · 3 epics", "call to ask whether", "because I need to be sure it is arranged"],
    ),
    "talk": (
        [
            {"table": "decisions", "id": "d", "values": {"text": "we phone back", "owner": "Bo", "review_on": None}},
            {"table": "parked", "id": "l", "values": {"text": "too expensive", "kind": "parked"}},
        ],
        {},
        ["Decisions · 1", "we phone back", "owned by Bo", "Parking lot · 1", "too expensive"],
    ),
}
"""Steps whose wall is no board: what is on the map beside the small journey, and what the room then reads."""


def test_the_screen_shows_what_each_step_makes(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **BEAMER)
    for name, (made, header, words) in SEEN.items():
        at.fake.others([{"do": "add", "parent": None, **one} for one in made])
        for field, value in header.items():
            at.fake.others([{"do": "set", "table": "maps", "id": "map", "field": field, "value": value}])
        at.fake.step(step(name, number=7))
        for word in words:
            expect(at.page.locator("#wall"), name).to_contain_text(word)
        assert findings(at.page) == [], name
        at.fake.others([{"do": "remove", "table": one["table"], "id": one["id"]} for one in reversed(made)])


def test_stories_outside_their_step_leave_out_what_stays_as_it_is(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **BEAMER)
    at.fake.others([{"do": "set", "table": "maps", "id": "map", "field": "kind", "value": "to-be"}])
    at.fake.step(step("talk", number=7), screen={"chosen": "step", "shows": "stories", "map": None, "stories": ["m0"]})
    expect(at.page.locator("#wall")).to_contain_text("1 story · 1 epic")


def test_where_nothing_is_made_yet_the_prompt_stays(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **BEAMER)
    tables = ("paths", "channels", "moments", "episodes")
    at.fake.others(
        [{"do": "remove", "table": table, "id": row["id"]} for table in tables for row in at.fake.tables[table]]
    )
    kinds = ("episodes", "moments", "channels", "paths", "emotions", "scores", "vote", "backstage", "validate", "to-be")
    for kind in (*kinds, "compare", "stories", "talk"):
        at.fake.step(step(kind, number=7, title=kind, prompt=f"What about {kind}?", ballot=BALLOT))
        expect(at.page.locator("#under")).to_have_text(f"What about {kind}?")
        expect(at.page.locator("#under")).to_be_visible()
        expect(at.page.locator("#wall")).to_be_hidden()


def test_three_scores_of_a_card_and_the_way_on_are_in_the_fold_of_a_phone(phone: Callable[..., Phone]) -> None:
    three = {**BALLOT, "questions": ["satisfaction", "importance_customer", "importance_us"]}
    prompt = "Score every micro-moment on three questions, on your own. We look at the spread together afterwards."
    page = phone(step("scores", private=True, ballot=three, title="How good, how important?", prompt=prompt)).page
    scores = page.locator(".scores")
    expect(scores).to_have_count(3)
    for part in (*scores.all(), page.locator(".deck-ways .next")):
        expect(part).to_be_in_viewport(ratio=1)
    tall = page.locator(".scores .face-of").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert min(tall) >= 44, "a thumb meets them"
    last, bar = scores.last.bounding_box(), page.locator(".deck-ways").bounding_box()
    assert last
    assert bar
    assert last["y"] + last["height"] <= bar["y"] + 1, "nothing lies over the last score"


def test_the_screen_shows_how_far_apart_answers_are_and_where_most_is_to_be_won(phone: Callable[..., Phone]) -> None:
    asked, importance = "satisfaction", "importance_customer"
    tally = [["m0", asked, 4, 2], ["m0", importance, 4, 2], ["m3", asked, 1, 3], ["m3", asked, 5, 1]]
    tally += [["m3", importance, 5, 4], ["m1", asked, 3, 1]]
    more = [
        {"do": "add", "table": "moments", "id": f"x{n}", "parent": "after", "values": {"text": f"walk {n} miles"}}
        for n in range(40)
    ]
    at = phone(None, "/screen", "Ann", **BEAMER)
    at.fake.others(more)
    tally += [[one["id"], question, 2, 2] for one in more for question in (asked, importance)]
    at.fake.step(step("scores", state="revealed", ballot=SCORES), tallies={"s-scores": tally})
    head, rows = at.page.locator(".asking-of"), at.page.locator(".answers li.row")
    expect(head).to_contain_text("Most to gain first")
    expect(head).to_contain_text("How satisfied are people with this?")
    expect(head).to_contain_text("How much does this matter to the customer?")
    expect(rows.first).to_contain_text("find a place for lunch")
    expect(rows.first.locator(".worth")).to_have_text("8.0")
    expect(rows.first.locator(".middle")).to_have_text(["2.0", "5.0"])
    heights = rows.first.locator(".bar i").evaluate_all("(bars) => bars.map((bar) => bar.offsetHeight)")
    assert heights[0] > 30
    assert heights[9] > 30
    assert 8 < heights[4] < 20
    assert max(heights[1], heights[2], heights[3]) <= 2
    expect(rows.nth(1)).to_contain_text("look up the park")
    shown = rows.filter(visible=True).count()
    expect(at.page.locator(".answers .more")).to_have_text(f"and {44 - shown} more")
    assert findings(at.page) == []


def test_ways_through_the_journey_are_lanes_that_say_how_they_end(phone: Callable[..., Phone]) -> None:
    at = phone(None, "/screen", "Ann", **{**LAPTOP, "viewport": {"width": 1024, "height": 768}})
    at.fake.others([{"do": "add", "table": "paths", "id": "w2", "values": {"name": "I give up", "kind": "abandoned"}}])
    stops = [("w1", "m0"), ("w1", "m2"), ("w2", "m0"), ("w2", "m1"), ("w2", "m0"), ("w2", "m1")]
    at.fake.others(
        [
            {"do": "add", "table": "path_steps", "id": f"s{n}", "parent": path, "values": {"moment": moment}}
            for n, (path, moment) in enumerate(stops)
        ]
    )
    at.fake.step(step("paths"))
    lanes = at.page.locator("#wall .lane")
    expect(lanes.locator(".lane-name")).to_have_text(
        [re.compile("As we hope.*happy · 2 micro-moments"), re.compile("I give up.*abandoned · 4 micro-moments")]
    )
    expect(lanes.first.locator(".stop-at")).to_have_count(2)
    expect(lanes.nth(1).locator(".ends.cross")).to_be_visible()
    expect(lanes.nth(1).locator(".stop-name", has_text="call to ask")).to_be_visible()
    expect(at.page.locator("#wall .chapter")).to_have_text(["Planning the day", "Being in the park"])
    assert findings(at.page) == []


def test_what_the_room_feels_is_a_curve_in_the_order_of_the_journey(phone: Callable[..., Phone]) -> None:
    felt = [["m0", "felt", value, 1] for value in (0, 1, 2)] + [["m1", "felt", -1, 4], ["m3", "felt", -2, 2]]
    at = phone(None, "/screen", "Ann", **{**LAPTOP, "viewport": {"width": 1024, "height": 768}})
    revealed = step("emotions", state="revealed", ballot=FELT)
    at.fake.step(
        revealed, tallies={"s-emotions": felt}, customers={"s-emotions": [["m1", "felt", -2, 1], ["m3", "felt", -2, 3]]}
    )
    wall = at.page.locator("#wall")
    expect(wall.locator(".chapter")).to_have_text(["Planning the day", "Being in the park"])
    expect(wall.locator(".curve .dot")).to_have_count(3)
    expect(wall.locator(".curve .diamond")).to_have_count(2)
    expect(wall.locator(".end.lowest")).to_contain_text("find a place for lunch")
    expect(wall.locator(".end.highest")).to_contain_text("look up the park on the website")
    expect(wall.locator(".legend li")).to_have_text(
        ["the middle of the room", "half of the room is in here", "customers"]
    )
    dots = wall.locator(".curve .dot").evaluate_all(
        "(all) => all.map((one) => [+one.getAttribute('cx'), +one.getAttribute('cy')])"
    )
    assert dots == sorted(dots), "from left to right, and each lower than the one before"
    box = wall.locator(".curve .picture").bounding_box()
    assert box is not None
    assert box["height"] > 300, "it fills the screen"
    assert box["width"] > 900
    assert findings(at.page) == []
    at.fake.step({**revealed, "state": "running", "private": True})
    expect(wall).to_be_hidden()


def test_the_screen_counts_as_the_room_would(phone: Callable[..., Phone]) -> None:
    at = phone(step("vote", private=True, ballot=BALLOT), "/screen", "Ann", **LAPTOP, now={"here": 6})
    expect(at.page.locator("#counts")).to_have_text("43 dots by 15 people · 2 have not started")
    expect(at.page.locator("#people")).to_have_text("6 people")
    at.fake.step(step("channels"), asks=False)
    expect(at.page.locator("#counts")).to_have_text("43 contributions by 15 people")


# The real room


def lead(room: Hall, what: str, **wanted: Any) -> Row:
    """Ann, who leads, asks this of the workshop."""
    body = json.dumps(wanted).encode()
    headers = {"Authorization": f"Bearer {room.seats['Ann']}", "Content-Type": "application/json"}
    asked = urllib.request.Request(f"{room.base}/api/room/{what}", body, headers)
    with urllib.request.urlopen(asked, timeout=10) as answer:
        now: Row = json.loads(answer.read())
        return now


def at_once(visit: Visit, room: Hall, person: str, address: str = "/room", **wishes: Any) -> Page:
    """This person's page, as soon as it is live."""
    page = visit(f"{room.base}{address}", wait="body", storage_state=room.storage(person), **{**PHONE, **wishes})
    page.wait_for_function("() => window.room && window.room.session.status === 'live'")
    return page


@pytest.fixture(scope="module")
def agenda(room: Hall) -> list[Row]:
    """The longest agenda that ships, and behind it a short one."""
    short = [
        {"kind": "moments", "title": "What did you do?", "minutes": 10, "private": True},
        {"kind": "vote", "title": "What matters?", "ballot": {"budget": 3, "cap": 2}},
    ]
    steps: list[Row] = lead(room, "agenda", steps=[*planned(shipped_one("full-day", "en").steps), *short])["agenda"]
    return steps


def test_every_step_of_the_longest_agenda_is_shown_and_takes_what_it_asks(
    visit: Visit, room: Hall, agenda: list[Row]
) -> None:
    phone, screen = at_once(visit, room, "Saskia"), at_once(visit, room, "Ann", "/screen", **BEAMER)
    for one in agenda[:-2]:
        lead(room, "start", step=one["id"])
        expect(phone.get_by_role("heading", name=one["title"], level=1)).to_be_visible()
        expect(screen.get_by_role("heading", name=one["title"], level=1)).to_be_visible()
        if one["kind"] in WRITES:
            field, text = WRITES[one["kind"]]
            if one["kind"] == "to-be":  # what comes from today stands first
                phone.locator(".to-be input[value=new]").check(force=True)
            phone.get_by_label(field, exact=True).fill(text)
            phone.get_by_label(field, exact=True).press("Enter")
            expect(phone.locator(".card.mine", has_text=text)).to_be_visible()
        if one["kind"] in ("emotions", "scores"):
            phone.locator(".ask input").last.check(force=True)
        if one["kind"] == "validate":
            phone.locator(".verdicts input").first.check(force=True)
        phone.wait_for_function("() => window.room.session.queued === 0")
        expect(phone.get_by_role("alert").filter(visible=True)).to_have_count(0)
        expect(phone.locator(".notice:not([data-notice])")).to_have_count(0)


def test_a_short_workshop_on_two_phones_and_the_rooms_screen(visit: Visit, room: Hall, agenda: list[Row]) -> None:
    moments, vote = (one["id"] for one in agenda[-2:])
    saskia, bram = at_once(visit, room, "Saskia"), at_once(visit, room, "Bram")
    screen = at_once(visit, room, "Ann", "/screen", **BEAMER)
    lead(room, "start", step=moments)
    for page in (saskia, bram, screen):
        expect(page.get_by_role("heading", name="What did you do?")).to_be_visible()
        expect(page.locator("#clock")).to_have_text(re.compile(r"^(10:00|09:5\d)$"))
    saskia.get_by_label("I …", exact=True).fill("wait for a confirmation")
    saskia.get_by_label("I …", exact=True).press("Enter")
    expect(saskia.locator(".card.mine", has_text="wait for a confirmation")).to_be_visible()
    saskia.wait_for_function("() => window.room.session.queued === 0")
    expect(screen.locator("#counts")).to_contain_text("1 micro-moment by 1 person")
    for page in (bram, screen):
        assert "confirmation" not in page.evaluate("JSON.stringify(window.room.session.model.moments())")
    lead(room, "reveal")
    for page in (saskia, bram, screen):
        expect(page.locator(".card", has_text="wait for a confirmation")).to_be_visible()
    expect(saskia.locator(".card.mine", has_text="confirmation")).to_have_count(1)
    expect(bram.locator(".card.mine", has_text="confirmation")).to_have_count(0)
    lead(room, "start", step=vote)
    for page, name in ((saskia, "wait for a confirmation"), (bram, "wait for a confirmation"), (bram, "I arrive")):
        page.get_by_role("button", name=f"Add a dot: {name}").click()
    for page in (saskia, bram):
        page.wait_for_function("() => window.room.session.queued === 0")
    assert screen.evaluate("window.room.session.model.rows('votes').length") == 0
    lead(room, "reveal")
    for page in (saskia, bram):
        expect(page.locator(".rank").first).to_contain_text("wait for a confirmation")
        expect(page.locator(".rank").first).to_contain_text("2 dots · 1 yours")
    expect(screen.locator(".ranking li")).to_have_count(2)
    lead(room, "close")
    expect(bram.get_by_role("heading", name="Thank you, Bram.")).to_be_visible()


def test_the_closing_shows_decisions_the_parking_lot_and_whose_the_journey_is(phone: Callable[..., Phone]) -> None:
    at, screen = phone(None), phone(None, "/screen", "Ann", **BEAMER)
    for one, place in ((at, "#main"), (screen, "#wall")):
        one.fake.step(step("close", number=7))
        for words in ("Decisions · 0", "Nothing is decided yet.", "Parking lot · 0", "Nobody owns the journey yet"):
            expect(one.page.locator(place)).to_contain_text(words)
        one.fake.step(step("close", number=7), workshop={"owner": "Kim", "next_review": "14 May"})
        expect(one.page.locator(place)).to_contain_text("Owner of the journey: Kim · Next review: 14 May")
    assert findings(screen.page) == []


def test_what_sends_is_in_the_fold_of_a_phone(phone: Callable[..., Phone]) -> None:
    at = phone(step("moments", private=True, prompt=PROMPT), viewport={"width": 390, "height": 844})
    add = at.page.get_by_role("button", name="Add", exact=True)
    expect(add).to_be_in_viewport(ratio=1)
    expect(at.page.get_by_text("because I need …”.")).to_be_in_viewport(ratio=1)
    bar = at.page.locator(".tools").evaluate("(one) => one.getBoundingClientRect().top")
    sends = add.evaluate("(one) => one.getBoundingClientRect().bottom")
    assert sends <= bar, "nothing of it lies under the bar"


def test_where_nothing_was_made_a_reveal_says_so(phone: Callable[..., Phone]) -> None:
    at = phone(None, you={"role": "participant"})
    screen = phone(None, "/screen", "Ann", **BEAMER)
    counts = {"counts": {"rows": 0, "people": 0, "waiting": 2}}
    for one in (at, screen):
        rows = [{"do": "remove", "table": "moments", "id": row["id"]} for row in one.fake.tables["moments"]]
        one.fake.others(rows)
        one.fake.step(step("moments", state="revealed", number=3), **counts)
    expect(at.page.locator(".under")).to_have_text("Revealed. Nothing was made in this step.")
    expect(screen.page.locator("#under")).to_have_text("There is nothing to show here yet.")
    at.fake.step(step("channels"))
    expect(at.page.get_by_text("There are no micro-moments yet")).to_be_visible()
    expect(at.page.get_by_text("no channel yet")).to_have_count(0)
