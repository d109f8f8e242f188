"""Nobody is said to be behind where nothing is asked of them."""

import pytest

from journeymap.domain.changes import Add
from journeymap.domain.people import Participant, Role
from journeymap.domain.workshops import Step, StepKind
from journeymap.ui import state
from tests.support.app import App
from tests.support.mapping import pick_on
from tests.support.room import hold

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


def test_the_map_lets_a_participant_do_what_the_step_asks_and_reads_to_them_the_rest(app: App) -> None:
    kinds = (StepKind.SCOPE, StepKind.MOMENTS, StepKind.CHANNELS, StepKind.FREE)
    held = hold(app, "Mila", agenda=tuple(Step(id=kind.value, kind=kind, title=kind.value) for kind in kinds))
    held.change("", Add(table="moments", id="theirs", parent="e", values={"text": "I call the desk"}))
    held.start(StepKind.MOMENTS)
    held.write("Mila", "hers", "I look it up")

    def offered(row: str, person: Participant | None = None) -> tuple[bool, bool, bool, bool, bool]:
        """Whether one writes in its text, adds a need and a channel to it, takes it away, and adds another line."""
        screen = app.open("map", person or held.people["Mila"], map=held.map_id)
        pick_on(screen, held.map_id, "moments", row)
        assert {"theirs": "I call the desk", "hers": "I look it up"}[row] in screen.said + str(screen.text_area)
        boxes = {str(box.key) for box in (*screen.text_input, *screen.text_area, *screen.multiselect)}
        at = ("map", held.map_id)
        asked = (
            state.key(*at, "moments", row, "text"),
            state.key(*at, "add", "needs", row),
            state.key(*at, "moments", row, "channels"),
        )
        return (*(one in boxes for one in asked), "Remove" in screen.labels, state.key(*at, "entry") in boxes)

    assert offered("hers") == (True, True, True, True, True)
    assert offered("theirs") == (False, True, True, False, True)
    held.start(StepKind.CHANNELS)
    assert offered("hers") == (False, False, True, False, False)
    held.start(StepKind.SCOPE)
    assert offered("hers") == (False, False, False, False, False)
    assert offered("hers", held.lead) == (True, True, True, True, True)
    held.start(StepKind.FREE)
    assert offered("theirs") == (True, True, True, True, True)


def test_a_map_without_anything_invites_to_episodes_where_the_step_asks_for_them(app: App) -> None:
    kinds = (StepKind.SCOPE, StepKind.EPISODES)
    held = hold(app, "Mila", agenda=tuple(Step(id=kind.value, kind=kind, title=kind.value) for kind in kinds))
    for kind, invited in ((StepKind.SCOPE, False), (StepKind.EPISODES, True)):
        held.start(kind)
        screen = app.open("map", held.people["Mila"], map=held.map_id)
        assert (state.key("map", held.map_id, "add", "episodes") in {box.key for box in screen.text_input}) is invited
        assert state.key("map", held.map_id, "begin", "personas") not in {box.key for box in screen.text_input}
