"""What the room's screen shows: what those who lead chose for it, where everybody was sent, or what the step asks."""

from collections.abc import Mapping
from typing import Literal

from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import ScreenChoice, Step, StepState, Workshop
from journeymap.domain.workshop.step_kinds import rules_of

ScreenView = ScreenChoice | Literal["paths", "stories"]
"""What can be shown; the last two only follow where everybody was sent."""

_OF_PAGE: Mapping[str, ScreenView] = {
    "map": "board",
    "graph": "paths",
    "compare": "compare",
    "stories": "stories",
    "summary": "results",
    "room": "step",
}


def view_of(workshop: Workshop) -> ScreenView:
    """What is shown now. A choice holds until the next step begins or everybody is sent somewhere."""
    if workshop.closed_at is not None:
        return "step"
    if workshop.screen == "step" and workshop.sending is not None:
        return _OF_PAGE[workshop.sending.page]
    return workshop.screen


def step_behind(workshop: Workshop, view: ScreenView) -> Step | None:
    """The step whose results are shown: the one that is on, else the last before it that has any; None for no step."""
    if view not in ("results", "curve"):
        return None
    ids = [step.id for step in workshop.steps]
    until = ids.index(workshop.at) + 1 if workshop.at in ids else 0
    return next((step for step in reversed(workshop.steps[:until]) if _has_shown(step, view)), None)


def kind_of_map(workshop: Workshop, view: ScreenView) -> MapKind | None:
    """Which kind of map it is about; None: the one that the step is about."""
    if view in ("compare", "stories"):
        return MapKind.TO_BE
    step = step_behind(workshop, view)
    return step.map if step is not None else None


def _has_shown(step: Step, view: ScreenView) -> bool:
    """Whether everybody may see what came out of it, and it is what is asked for."""
    if step.state is StepState.WAITING or step.secret:
        return False
    if view == "curve":
        return step.ballot is not None and "felt" in step.ballot.questions
    return rules_of(step.kind).wall is not None
