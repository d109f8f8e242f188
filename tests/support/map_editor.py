"""A person at the map editor: choose a row, write in a field, look at what was saved.

```
def test_…(app: App) -> None:
    desk = at_map(app)                     # a small map with rows in every table, see journeys.FULL
    desk.open("scope").write("personas", "persona", "goal", "a day outside")
    assert desk.row("personas", "persona").goal == "a day outside"
```
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change
from journeymap.domain.model.roles import Participant, Role
from journeymap.ui.panels.selection import Picked
from journeymap.ui.state import key
from tests.support.app import App, Screen
from tests.support.journeys import FULL


@dataclass
class Desk:
    """One person in front of one map."""

    app: App
    map_id: str
    screen: Screen

    @property
    def journey(self) -> Journey:
        """The map as it is kept."""
        return self.app.service.maps.journey(self.app.owner, self.map_id)

    @property
    def operations(self) -> int:
        """How much was ever written."""
        return self.journey.revision

    def row(self, table: str, row_id: str) -> Any:
        """A row as it is kept, or None."""
        return self.journey.find(table, row_id)

    def names(self, table: str, parent: str | None = None) -> list[str]:
        """What the rows under one parent are called, in order."""
        return [self.row(table, row_id).called for row_id in self.journey.siblings(table, parent)]

    def choose(self, table: str, row_id: str) -> "Desk":
        """Choose a row, as a click on the board does."""
        pick_on(self.screen, self.map_id, table, row_id)
        return self

    def open(self, panel: str) -> "Desk":
        """Open a panel about the whole map."""
        return self.press("map", "tool", panel)

    def press(self, *key: object) -> "Desk":
        """Press the button with this key."""
        self.screen.at(*key).click().run()
        return self

    def take_back(self, act: str) -> "Desk":
        """Undo or redo, as the board does, and look again."""
        getattr(self.app.service.changes, act)(self.app.owner, self.map_id)
        self.screen.run()
        return self

    def press_of(self, table: str, row_id: str, what: str) -> "Desk":
        """Press a button of a row."""
        return self.press("map", self.map_id, table, row_id, what)

    def field(self, table: str, row_id: str, name: str) -> Any:
        """The widget of a field."""
        return self.screen.shows("map", self.map_id, table, row_id, name)

    def write(self, table: str, row_id: str, name: str, value: Any) -> "Desk":
        """Put something in a field and leave it."""
        widget = self.field(table, row_id, name)
        if widget.type == "selectbox" and isinstance(value, str) and not self._offered(widget, value):
            widget.options.append(widget.format_func(value))  # as a browser sends a word of one's own
        widget.set_value(value).run()
        return self

    @staticmethod
    def _offered(widget: Any, value: str) -> bool:
        return widget.format_func(value) in widget.options

    def act(self, table: str, row_id: str, act: str) -> "Desk":
        """Choose from a row's own menu."""
        self.field(table, row_id, "menu").click(act).run()
        return self

    def add(self, table: str, text: str, parent: str | None = None) -> "Desk":
        """Type in the line that adds a row."""
        key = ("map", self.map_id, "add", table) + ((parent,) if parent else ())
        self.screen.at(*key).set_value(text).run()
        return self

    def elsewhere(self, *changes: Change) -> "Desk":
        """Somebody else changes the map meanwhile."""
        self.app.service.changes.change(self.app.owner, self.map_id, changes)
        return self


def pick_on(screen: Screen, map_id: str, table: str, row_id: str) -> None:
    """Choose a row on the board, of which a test sees nothing inside."""
    screen.session_state[key("map", map_id, "picked")] = Picked(table, row_id)
    screen.run()


def board_of(screen: Screen) -> dict[str, Any]:
    """What the page gives the board and its panel: what is chosen, who leads, the last answer."""
    found = [json.loads(one.proto.json) for one in screen.get("bidi_component") if one.proto.json]
    return next(given for given in found if "panel" in given and "selected" in given)


def ask(screen: Screen, **what: Any) -> dict[str, Any]:
    """Ask the server for something, as the panel does; the answer."""
    board = next(one for one in screen.get("bidi_component") if one.proto.json and '"panel"' in one.proto.json)
    n = board_of(screen)["answer"].get("n", -1) + 1
    asked = [{"event": "asked", "value": {**what, "client": "a panel", "n": n}}]
    states = screen.widget_states()
    states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{board.proto.id}__events", json_trigger_value=json.dumps(asked))
    screen.run_with(states)
    answer: dict[str, Any] = board_of(screen)["answer"]
    assert answer.get("n") == n, "it was heard"
    return answer


def at_map(
    app: App, *more: Change, role: Role | None = None, language: str = "en", changes: Sequence[Change] = FULL[1:]
) -> Desk:
    """Somebody (the owner) in front of a small map, or of one made of these changes."""
    map_id = app.new_map("A visit", *changes, *more)
    person: Participant | None = None if role is None else app.join(role, map_id)
    return Desk(app, map_id, app.open("map", person, language=language, map=map_id))
