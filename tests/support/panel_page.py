"""A person at the panel of a row, in a browser: write in a field, and look at what the server keeps."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, expect

from tests.support.board_page import Board, Hall, Visit


@dataclass
class Sheet:
    """The panel beside one board."""

    hall: Hall
    map_id: str
    board: Board

    @classmethod
    def on(cls, hall: Hall, visit: Visit, person: str = "Ann", map_id: str = "", **wishes: Any) -> "Sheet":
        """The panel of a map nobody has touched, without Streamlit around it."""
        map_id = map_id or hall.spare.pop()
        return cls(hall, map_id, hall.bare(visit, person, map_id, panel=True, **wishes))

    @property
    def element(self) -> Locator:
        """The panel itself."""
        return self.board.page.locator(".panel")

    def choose(self, table: str, row: str, part: str = "") -> "Sheet":
        """Choose a row, and the part of its panel."""
        self.board.do("({ board }, table, id) => board.pick(table, id)", table, row)
        expect(self.element.locator(f'.main[data-row="{row}"]')).to_be_attached()
        if part:
            self.part(part)
        return self

    def part(self, part: str) -> None:
        """Go to a part of a moment's panel."""
        self.element.locator(f'.parts input[value="{part}"]').check(force=True)

    def box(self, name: str, row: str) -> Locator:
        """What one writes or chooses in for a field."""
        place = f'.field[data-row="{row}"][data-field="{name}"]'
        return self.element.locator(f":is({place}) :is(input, textarea, select)").last

    def write(self, row: str, name: str, text: str) -> "Sheet":
        """Write in a field and leave it."""
        box = self.box(name, row)
        kind = box.evaluate("(box) => box.tagName + (box.type ?? '')")
        if kind.startswith("SELECT"):
            box.select_option(text)
        else:
            box.fill(text)
            box.blur()
        self.board.settled()
        return self

    def faces(self, which: str) -> Locator:
        """The five faces of the felt or the targeted emotion."""
        return self.element.locator(f'[data-feeling="{which}"] .face-choice')

    def act(self, name: str) -> "Sheet":
        """Press a button of the panel."""
        self.element.locator(f'[data-act="{name}"]:visible').first.click()
        self.board.settled()
        return self

    def menu(self, row: str, act: str) -> "Sheet":
        """Choose from a row's own menu; nothing where that is off."""
        place = self.element.locator(f'[data-child="{row}"]')
        place.locator('[data-act="menu"]').click()
        item = place.locator(f'[role=menuitem][data-act="{act}"]')
        if item.is_enabled():
            item.click()
        else:
            self.board.page.keyboard.press("Escape")
        self.board.settled()
        return self

    def add(self, table: str, text: str) -> "Sheet":
        """Type in the line that adds a row."""
        line = self.element.locator(f'[data-table="{table}"] .adder input')
        line.fill(text)
        line.press("Enter")
        self.board.settled()
        return self

    # What the server keeps

    def row(self, table: str, row: str) -> dict[str, Any] | None:
        """A row as it is kept, or None."""
        return next((one for one in self.hall.rows(table, self.map_id) if one["id"] == row), None)

    def names(self, table: str, parent: str | None = None) -> list[str]:
        """What the rows under one parent are called, in order."""
        rows = [one for one in self.hall.rows(table, self.map_id) if one.get("parent") == parent]
        return [str(one.get("text") or one.get("title") or one.get("name") or one.get("channel")) for one in rows]

    @property
    def revision(self) -> int:
        """How much was ever written."""
        return int(json.loads(self.hall.server.get(f"/api/maps/{self.map_id}")[1])["revision"])

    def elsewhere(self, visit: Visit, person: str, script: str, *values: Any) -> Board:
        """Somebody else does something to the map."""
        other = self.hall.bare(visit, person, self.map_id)
        other.do(script, *values)
        other.settled()
        return other
