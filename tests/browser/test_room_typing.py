"""The phone page while one types: every field of every step, in every order, letter by letter, while others work."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.board_page import Hall, Visit, hall
from tests.support.phone_page import FakeRoom, Row, step

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ME = {"id": "me", "name": "Saskia", "role": "participant", "may": ["see", "edit"], "colour": 3}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall(tmp_path_factory.mktemp("typing") / "journeymap.db", "Saskia") as it:
        yield it


class Phone:
    """One participant's page, and the others, who do something after each letter."""

    def __init__(self, page: Page, fake: FakeRoom) -> None:
        self.page = page
        self.fake = fake
        self.letters = 0

    def disturb(self) -> None:
        """Others add, change and take away rows of every table that a step draws."""
        n = self.letters = self.letters + 1
        row, before = f"x{n}", f"x{n - 2}"
        changes: list[Row] = [
            {"do": "add", "table": "channels", "id": f"c-{row}", "values": {"name": f"Channel {n}", "owned": True}},
            {"do": "add", "table": "moments", "id": f"m-{row}", "parent": "before", "values": {"text": f"other {n}"}},
            {"do": "set", "table": "moments", "id": "m1", "field": "text", "value": f"call {n} times"},
            {"do": "set", "table": "episodes", "id": "there", "field": "title", "value": f"In the park {n}"},
            {"do": "add", "table": "paths", "id": f"p-{row}", "values": {"name": f"Path {n}", "kind": "loop"}},
            {"do": "add", "table": "verdicts", "id": f"v-{row}", "values": {"item": "m0", "verdict": "confirm"}},
            {"do": "add", "table": "episodes", "id": f"e-{row}", "values": {"title": f"Chapter {n}"}},
        ]
        if n > 2:
            gone = (("channels", f"c-{before}"), ("moments", f"m-{before}"), ("episodes", f"e-{before}"))
            changes += [{"do": "remove", "table": table, "id": one} for table, one in gone]
        drawn = self.page.evaluate("() => room.session.model.revision")
        self.fake.others(changes)
        self.page.wait_for_function("(was) => room.session.model.revision > was", arg=drawn)
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def type(self, field: Locator, text: str) -> None:
        """Letter by letter, and the field keeps the keyboard."""
        field.focus()
        for letter in text:
            self.page.keyboard.type(letter)
            self.disturb()
            expect(field).to_be_focused()
        expect(field).to_have_value(text)

    def sent(self, table: str) -> list[Row]:
        """What the page has asked to add to a table."""
        heard = [one for one in self.fake.heard if one["type"] == "change" and one["do"] == "add"]
        return [one["values"] for one in heard if one["table"] == table]

    def once(self, holds: Callable[[], Any]) -> None:
        """Wait until the room has heard it."""
        for _ in range(300):
            if holds():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(self.fake.heard)


@pytest.fixture
def phone(visit: Visit, room: Hall) -> Callable[..., Phone]:
    def open_page(found: Row, **more: Any) -> Phone:
        fake = FakeRoom(dict(ME))
        fake.step(found)
        wishes = {"storage_state": room.storage("Saskia"), "answer": fake.answer, **PHONE, **more}
        page = visit(f"{room.base}/room", wait="body", **wishes)
        page.wait_for_function("() => window.room && window.room.session.status === 'live'")
        return Phone(page, fake)

    return open_page


Fields = dict[str, tuple[str, str]]
"""Of a step: by a name, the label of a field and what is typed there."""

STEPS: dict[str, tuple[Row, Fields]] = {
    "episodes": (step("episodes"), {"title": ("An episode", "Look back")}),
    "moments": (
        step("moments", private=True),
        {
            "text": ("I …", "ask a friend"),
            "another": ("Another channel", "Dock station"),
            "need": ("because I need", "some rest"),
        },
    ),
    "to-be": (
        step("to-be", private=True),
        {
            "text": ("I …", "am told so"),
            "another": ("Another channel", "Tolk bot"),
            "need": ("because I need", "to know"),
        },
    ),
    "channels": (step("channels"), {"name": ("A channel that nobody has named yet", "Notice board")}),
    "paths": (
        step("paths"),
        {"name": ("What else can happen", "no answer"), "way": ("Something that is not there yet", "I wait")},
    ),
    "backstage": (
        step("backstage"),
        {
            "text": ("What happens out of sight", "look it up"),
            "team": ("Which team", "Desk"),
            "system": ("Which system", "Plan"),
        },
    ),
}
ORDERS = [
    pytest.param(kind, order, id=f"{kind}: {', '.join(order)}")
    for kind, (_, fields) in STEPS.items()
    for order in itertools.permutations(fields)
]


def field_of(at: Phone, label: str) -> Locator:
    """A field by its label; what is folded is opened."""
    # The map comes before the step, and what one types in is drawn when both are there.
    expect(at.page.locator(".composer").first).to_be_attached()
    found = at.page.locator(".composer").get_by_label(label).and_(at.page.locator("textarea"))
    if not found.first.is_visible() and label == "Another channel":
        at.page.get_by_role("button", name="+ another").click()
    elif not found.first.is_visible():
        at.page.get_by_role("button", name=label).click()
    return found.first


@pytest.mark.parametrize(("kind", "order"), ORDERS)
def test_every_field_keeps_every_letter_and_the_keyboard(
    phone: Callable[..., Phone], kind: str, order: tuple[str, ...]
) -> None:
    found, fields = STEPS[kind]
    at = phone(found)
    for name in order:
        label, text = fields[name]
        at.type(field_of(at, label), text)
    for name in order:
        label, text = fields[name]
        expect(field_of(at, label)).to_have_value(text)
    assert at.sent("channels") == []
    at.page.locator(".composer button.main").first.click()
    check(at, kind, {name: text for name, (_, text) in fields.items()})


def check(at: Phone, kind: str, typed: dict[str, str]) -> None:
    """What was typed is asked for once, as it was typed."""
    match kind:
        case "episodes":
            at.once(lambda: [one["title"] for one in at.sent("episodes")] == [typed["title"]])
        case "moments" | "to-be":
            at.once(lambda: [one["text"] for one in at.sent("moments")] == [typed["text"]])
            at.once(lambda: [one["name"] for one in at.sent("channels")] == [typed["another"]])
            at.once(lambda: [one["text"] for one in at.sent("needs")] == [typed["need"]])
            assert len(at.sent("touchpoints")) == 1
        case "channels":
            at.once(lambda: [one["name"] for one in at.sent("channels")] == [typed["name"]])
        case "paths":
            at.once(lambda: [one["name"] for one in at.sent("paths")] == [typed["name"]])
            # What stands beside “take it” is taken by that, and stays until then.
            expect(field_of(at, "Something that is not there yet")).to_have_value(typed["way"])
        case "backstage":
            wanted = {"text": typed["text"], "team": typed["team"], "system": typed["system"]}
            at.once(lambda: at.sent("backstage_steps") == [wanted])


@pytest.mark.parametrize("kind", STEPS)
def test_a_reload_brings_back_every_field_that_was_half_typed(phone: Callable[..., Phone], kind: str) -> None:
    found, fields = STEPS[kind]
    for name, (label, text) in fields.items():
        at = phone(found)
        field_of(at, label).press_sequentially(text)
        at.page.reload()
        at.page.wait_for_function("() => window.room && window.room.session.status === 'live'")
        back = at.page.locator(".composer").get_by_label(label).and_(at.page.locator("textarea")).first
        expect(back, f"{kind} {name}").to_have_value(text)
        back.fill("")
        at.page.evaluate("() => localStorage.clear()")


def test_a_change_that_is_half_typed_survives_the_next_step_state(phone: Callable[..., Phone]) -> None:
    at = phone(step("episodes"))
    at.page.get_by_label("An episode").fill("Look back")
    at.page.get_by_role("button", name="Add", exact=True).click()
    at.page.get_by_role("button", name="Edit: Look back").click()
    at.page.get_by_label("An episode").press_sequentially(" with friends")
    at.page.reload()
    at.page.wait_for_function("() => window.room && window.room.session.status === 'live'")
    expect(at.page.get_by_label("An episode")).to_have_value("Look back with friends")
    at.page.locator(".composer button.main").click()
    at.once(lambda: any(one.get("value") == "Look back with friends" for one in at.fake.heard))


def test_a_note_that_is_too_long_or_not_sent_yet_stays(phone: Callable[..., Phone]) -> None:
    at = phone(step("validate"))
    card = at.page.locator(".ask").nth(1)
    card.get_by_role("radio", name="Not quite").check()
    note = card.locator("textarea")
    note.fill("x" * 300)
    at.page.locator("h1").click()
    at.disturb()
    expect(note).to_have_value("x" * 300)
    expect(card.get_by_role("alert").first).to_be_visible()
    note.fill("")
    at.type(note, "Not so")
    at.page.locator("h1").click()
    at.once(lambda: any(one.get("value") == "Not so" for one in at.fake.heard))


def test_the_moment_that_was_chosen_stays_chosen(phone: Callable[..., Phone]) -> None:
    at = phone(step("backstage"))
    at.page.get_by_label("Behind which micro-moment").first.select_option("m2")
    at.type(field_of(at, "What happens out of sight"), "we look")
    expect(at.page.get_by_label("Behind which micro-moment").first).to_have_value("m2")
    at.page.reload()
    at.page.wait_for_function("() => window.room && window.room.session.status === 'live'")
    expect(at.page.get_by_label("Behind which micro-moment").first).to_have_value("m2")
    at.fake.others([{"do": "remove", "table": "moments", "id": "m2"}])
    at.page.wait_for_function("() => !room.session.model.row('moments', 'm2')")
    at.page.locator(".composer button.main").first.click()
    # Nothing is put behind another moment unsaid.
    expect(at.page.get_by_label("What happens out of sight")).to_have_value("we look")
    assert at.sent("backstage_steps") == []


def test_a_button_that_has_the_keyboard_keeps_it_while_others_work(phone: Callable[..., Phone]) -> None:
    for kind, name in (
        ("moments", "+ another"),
        ("channels", "+ channel"),
        ("paths", "Something that is not there yet"),
    ):
        at = phone(step(kind))
        button = at.page.get_by_role("button", name=name).first
        button.focus()
        for _ in range(3):
            at.disturb()
            expect(button, kind).to_be_focused()
