"""The first step on the facilitator's screen: what the room agrees on is written right there."""

import pytest

from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App
from tests.support.workshop_room import STEPS, Held, hold

SCOPE = Step(id="w", kind=StepKind.SCOPE, title="Whose journey is it?", minutes=8)


@pytest.fixture
def held(app: App) -> Held:
    """A workshop in its first step."""
    held = hold(app, agenda=(SCOPE, STEPS[1]))
    held.start(StepKind.SCOPE)
    return held


def test_persona_goal_start_and_end_are_written_where_the_step_asks_for_them(held: Held) -> None:
    journey = held.journey()
    screen = held.open()
    for row, name, text in (
        (journey.persona, "name", "Marieke, 34"),
        (journey.persona, "goal", "A day outside"),
        (journey.header, "scope_start", "I see the magazine"),
        (journey.header, "scope_end", "I tell a friend"),
    ):
        assert row is not None
        screen.at("map", held.map_id, row.table, row.id, name).set_value(text).run()
    now = held.journey()
    assert now.persona is not None
    assert (now.persona.name, now.persona.goal) == ("Marieke, 34", "A day outside")
    assert (now.header.scope_start, now.header.scope_end) == ("I see the magazine", "I tell a friend")


def test_in_any_other_step_the_fields_are_not_in_the_way(held: Held) -> None:
    assert "Write down what the room agrees on" in held.open().said
    held.start(StepKind.CHANNELS)
    assert "Write down what the room agrees on" not in held.open().said
