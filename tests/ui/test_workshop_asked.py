"""Nobody is said to be behind where nothing is asked of them."""

import pytest

from journeymap.domain.people import Role
from journeymap.domain.workshops import Step, StepKind
from tests.support.app import App
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
