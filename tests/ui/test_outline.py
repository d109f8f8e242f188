"""A whole map to read: what stands on it can be read there, or its rule says why not."""

from collections.abc import Callable

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.field_rules import Shown, rule_of
from journeymap.domain.model.journey import Journey
from journeymap.ui import outline
from journeymap.ui.screens.history import screen
from tests.support.app import App
from tests.support.marked_map import MARKS, marked


@pytest.fixture
def read(app: App, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What the outline of the marked map says."""
    journey = perform(Journey("map"), marked("m"))[0]
    monkeypatch.setattr(screen, "draw_history", lambda: outline.draw_outline(journey))
    return lambda: app.open("history", map=app.new_map("A visit")).said


def test_every_text_can_be_read_in_the_outline_where_its_rule_says_so(read: Callable[[], str]) -> None:
    said = read()
    shown = {one for one, mark in MARKS.items() if mark in said}
    assert shown == {one for one in MARKS if rule_of(*one).outline is not Shown.NOWHERE}


@pytest.mark.parametrize(
    ("table", "name", "line"),
    [
        ("moments", "minutes", "Minutes: 7"),
        ("episodes", "targeted_valence", "Targeted emotion: 1.5"),
        ("maps", "language", "Language: nl"),
        ("needs", "evidence_status", "Evidence: Confirmed by a customer"),
        ("channels", "assumed", "Named before the sweep: :material/check:"),
        ("paths", "share", "Share of customers: 7"),
        ("touchpoints", "channel", "Channel: " + MARKS["channels", "name"]),
    ],
)
def test_a_field_without_words_of_its_own_stands_there_with_its_name(
    read: Callable[[], str], monkeypatch: pytest.MonkeyPatch, table: str, name: str, line: str
) -> None:
    monkeypatch.setattr(outline, "lines_of_outline", lambda asked: (name,) if asked == table else ())
    assert line.casefold() in read().casefold()
