"""The app's screens without a browser, on a database of the test's own.

```
def test_…(app: App) -> None:            # the fixture of tests/ui/conftest.py
    map_id = app.new_map("A visit")
    screen = app.open("home")             # as the owner, in English
    screen.press("New map")
    assert "A visit" in screen.said
    as_anna = app.open("map", app.join(Role.OBSERVER, map_id), language="nl", map=map_id)
```
"""

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

import journeymap
from journeymap.domain.model.operations import Change
from journeymap.domain.model.roles import Participant, Role, Workshop
from journeymap.domain.model.rows import MapKind
from journeymap.service.house import House, new_id
from journeymap.service.people import SEAT_COOKIE
from journeymap.service.service import Service
from journeymap.service.shared_service import stop_running, use
from journeymap.ui.panels.saved_field import widget_key
from journeymap.ui.plain_text import plain
from journeymap.ui.state import key
from tests.support.store_calls import new_store

SHELL = Path(journeymap.__file__).with_name("ui") / "shell.py"
TIMEOUT = 60.0
READABLE = (
    *("title", "header", "subheader", "markdown", "caption", "text", "html", "code", "metric"),
    *("info", "warning", "error", "success", "toast", "expander", "table", "button", "page_link", "link_button"),
)
"""The kinds of elements that say something."""


@dataclass(frozen=True)
class Visit:
    """What a browser tells about itself: the seat it holds, and where it sits."""

    seat: str | None = None
    host: str = "localhost:8501"
    remote_ip: str = "127.0.0.1"
    more: dict[str, str] = field(default_factory=dict)

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The request's headers."""
        return [("Host", self.host), *self.more.items()]

    @property
    def cookies(self) -> dict[str, str]:
        """The request's cookies."""
        return {SEAT_COOKIE: self.seat} if self.seat else {}


class Screen(AppTest):
    """A page in front of one person; what AppTest can do, and a person's way to find things."""

    visit = Visit()
    may_fail = False

    @property
    def typed(self) -> dict[str, str]:
        """What was typed in lines, by the names they gave it."""
        return cast("dict[str, str]", self.__dict__.setdefault("_typed", {}))

    def _run(self, widget_state: WidgetStates | None = None, timeout: float | None = None) -> AppTest:
        with patch("streamlit.runtime.context._get_client_context", return_value=self.visit), _faults() as faults:
            super()._run(widget_state, timeout)
        if faults and not self.may_fail:
            raise faults[0]
        assert not self.exception, self.exception[0].value
        return self

    @property
    def said(self) -> str:
        """All that can be read, as a person reads it: without the marks of Markdown."""
        words = [unmarked(word) for kind in READABLE for found in self.get(kind) for word in _words(found)]
        lines = [Line(self, found) for found in self.get("bidi_component") if found.proto.json]
        return "\n".join([*words, *(line.why for line in lines if "answers" in line.given)])

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons and links, in order."""
        found: list[Any] = [*self.button, *self.page_link, *self.link_button]
        tabs = [json.loads(one.proto.json) for one in self.get("bidi_component") if one.proto.json]
        return [str(tab["label"]) for tab in tabs if "tab" in tab] + [
            unmarked(str(item.label if hasattr(item, "label") else item.value)) for item in found
        ]

    def named(self, label: str, kind: str = "button", nth: int = 0) -> Any:
        """The widget of this kind with this label."""
        there: list[Any] = [*self.get(kind)]
        found = [widget for widget in there if unmarked(str(widget.label)) == label]
        assert len(found) > nth, f"no {kind} “{label}” among {[unmarked(str(w.label)) for w in there]}"
        return found[nth]

    def press(self, label: str, nth: int = 0) -> "Screen":
        """Press the button with this label."""
        self.named(label, nth=nth).click().run()
        return self

    def at(self, *key_parts: object) -> Any:
        """The widget with the key that `state.key` makes of these parts; a line to type in as a `Line`."""
        found = self.get_by_key(key(*key_parts))
        return Line(self, found) if found.type == "bidi_component" else found

    def shows(self, *key_parts: object) -> Any:
        """The widget of a field, which is another one each time its value came from elsewhere."""
        for n in range(40):
            with suppress(KeyError):
                return self.get_by_key(widget_key(key(*key_parts), n))
        return self.at(*key_parts)

    def hand_over(self, *entries: tuple["Line", str, str]) -> "Screen":
        """Run with what lines hand over, as a browser does: the line, the name of the entry, and its text."""
        states = self.widget_states()
        for line, op, text in entries:
            self.typed[op] = text
            states.widgets.add(id=line.id, json_value=json.dumps({"entries": [{"op": op, "text": text}]}))
        return self.run_with(states)

    def widget_states(self) -> WidgetStates:
        """What a browser would send now."""
        return self._tree.get_widget_states()

    def run_with(self, states: WidgetStates) -> "Screen":
        """Run with what a browser sends."""
        self._run(states)
        return self


@dataclass
class Line:
    """A line to type things in, and what its own script does: it empties itself, and shows what was refused."""

    screen: Screen
    found: Any
    text: str = ""
    type: str = "line"

    @property
    def id(self) -> str:
        """What the browser calls it."""
        return str(self.found.proto.id)

    @property
    def given(self) -> dict[str, Any]:
        """What the page gives it."""
        return cast("dict[str, Any]", json.loads(self.found.proto.json))

    @property
    def label(self) -> str:
        """What it is called."""
        return str(self.given["label"])

    @property
    def why(self) -> str:
        """Why what was typed was not taken."""
        return "".join(self.given["answers"].values())

    @property
    def value(self) -> str:
        """What stands in it: nothing, or what was not taken."""
        refused = [self.screen.typed[op] for op, reason in self.given["answers"].items() if reason]
        return self.text or (refused[-1] if refused else "")

    def set_value(self, text: str) -> "Line":
        """Type in it."""
        self.text = text
        return self

    def run(self) -> Screen:
        """Press Enter."""
        if self.text.strip():
            return self.screen.hand_over((self, new_id(), self.text))
        return cast("Screen", self.screen.run())


class App:
    """A house of its own, with a service, and visits to its screens."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.owner = service.people.owner()

    def open(
        self,
        page: str = "home",
        person: Participant | None = None,
        *,
        language: str = "en",
        visit: Visit | None = None,
        **address: str,
    ) -> Screen:
        """This page in front of this person (the owner), after its first run."""
        screen = Screen(SHELL, default_timeout=TIMEOUT)
        screen.visit = visit or Visit(self.service.people.seat(person or self.owner))
        screen.context = {"locale": language, "timezone": "Europe/Amsterdam", "url": "http://localhost:8501"}
        for name, value in address.items():
            screen.query_params[name] = value
        if page != "home":
            screen.switch_page(f"../../pages/{page}.py")
        screen.run()
        return screen

    def new_map(self, title: str = "A visit", *changes: Change, **how: Any) -> str:
        """A map of the owner's with these changes; its id."""
        map_id = self.service.maps.create(self.owner, title, how.pop("kind", MapKind.AS_IS), **how)
        if changes:
            self.service.changes.change(self.owner, map_id, changes)
        return map_id

    def workshop(self, *map_ids: str, title: str = "Workshop") -> tuple[Workshop, Participant]:
        """A workshop with these maps, and its facilitator."""
        workshop, facilitator = self.service.people.create_workshop(self.owner, title, "Noor")
        for map_id in map_ids:
            self.service.maps.assign(self.owner, map_id, workshop.id)
        return workshop, facilitator

    def join(self, role: Role, *map_ids: str, name: str = "Sam") -> Participant:
        """Somebody in this role, in a workshop that has these maps."""
        workshop, facilitator = self.workshop(*map_ids)
        return facilitator if role is Role.FACILITATOR else self.service.people.join(workshop.join_code, name, role)


@contextmanager
def app_in(folder: Path, **house: Any) -> Iterator[App]:
    """An app whose database lies in this folder, as the one service of this process."""
    store = new_store(folder / "journeymap.db")
    service = Service.of(House(store=store, secret=b"s" * 32, **house))
    use(service)
    try:
        yield App(service)
    finally:
        stop_running()


class _Raised(logging.Handler):
    """Keeps what was raised and logged."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the exception, if there is one."""
        if record.exc_info and record.exc_info[1]:
            self.faults.append(record.exc_info[1])


@contextmanager
def _faults() -> Iterator[list[BaseException]]:
    """What a page raised, which a person only reads as one sentence."""
    logger, handler = logging.getLogger("journeymap.ui"), _Raised()
    logger.addHandler(handler)
    try:
        yield handler.faults
    finally:
        logger.removeHandler(handler)


def unmarked(text: str) -> str:
    """Markdown as a person reads it: escapes and the invisible joiner away."""
    out, escaped = [], False
    for character in text.replace("\u2060", ""):
        if character == "\\" and not escaped:
            escaped = True
            continue
        out.append(character)
        escaped = False
    return "".join(out)


def _words(found: Any) -> Sequence[str]:
    names = ("label", "value", "delta", "help")
    return [word for name in names if isinstance(word := getattr(found, name, None), str) and word]


__all__ = ["App", "Screen", "Visit", "app_in", "plain", "unmarked"]
