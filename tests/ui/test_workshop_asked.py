"""Nobody is said to be behind where nothing is asked of them."""

import pytest

from journeymap.domain.model.roles import Role
from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App, Screen
from tests.support.workshop_room import hold

KINDS = (StepKind.TALK, StepKind.BREAK, StepKind.MOMENTS, StepKind.VALIDATE)
AGENDA = tuple(Step(id=kind.value, kind=kind, title=f"Step {kind}") for kind in KINDS)
BEHIND = ("<em>not started", "<em>not connected")


@pytest.mark.parametrize(("kind", "behind"), [("talk", 0), ("break", 0), ("moments", 2), ("validate", 1)])
def test_only_those_of_whom_a_step_asks_something_have_still_to_begin(app: App, kind: str, behind: int) -> None:
    held = hold(app, "Anna", agenda=AGENDA)
    held.join("Sam", Role.CUSTOMER)
    held.start(StepKind(kind))
    said = held.open().said
    assert sum(said.count(words) for words in BEHIND) == behind


def test_the_map_takes_lines_while_the_step_asks_for_moments(app: App) -> None:
    """What the panel beside it offers in each step is tried in the browser: tests/browser/test_board_votes.py."""
    kinds = (StepKind.SCOPE, StepKind.MOMENTS, StepKind.CHANNELS, StepKind.FREE)
    held = hold(app, "Mila", agenda=tuple(Step(id=kind.value, kind=kind, title=kind.value) for kind in kinds))
    for kind, taken in zip(kinds, (False, True, False, True), strict=True):
        held.start(kind)
        assert stands(app.open("map", held.people["Mila"], map=held.map_id), held.map_id, "entry") is taken, kind
        assert stands(app.open("map", held.lead, map=held.map_id), held.map_id, "entry")


def test_a_map_without_anything_invites_to_episodes_where_the_step_asks_for_them(app: App) -> None:
    kinds = (StepKind.SCOPE, StepKind.EPISODES)
    held = hold(app, "Mila", agenda=tuple(Step(id=kind.value, kind=kind, title=kind.value) for kind in kinds))
    for kind, invited in ((StepKind.SCOPE, False), (StepKind.EPISODES, True)):
        held.start(kind)
        screen = app.open("map", held.people["Mila"], map=held.map_id)
        assert stands(screen, held.map_id, "add", "episodes") is invited
        assert not stands(screen, held.map_id, "begin", "personas")


def stands(screen: Screen, map_id: str, *line: str) -> bool:
    """Whether a line to type in stands on the map's page."""
    try:
        return str(screen.at("map", map_id, *line).type) == "line"
    except KeyError:
        return False
