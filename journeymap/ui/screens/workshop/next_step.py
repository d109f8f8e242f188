"""What the one large button does: the obvious next thing, from where the workshop is. Pure."""

from dataclasses import dataclass
from typing import Literal

from journeymap.domain.model.workshop import Step, StepState, Workshop

Act = Literal["plan", "start", "reveal", "resume", "next", "close", "reopen"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act, and the step that it is about."""

    act: Act
    step: Step | None = None


def proposed(workshop: Workshop) -> Proposal:
    """What a facilitator most likely wants now."""
    step = workshop.step
    if workshop.closed_at is not None:
        return Proposal("reopen")
    if not workshop.steps:
        return Proposal("plan")
    if step is None or step.state is StepState.WAITING:
        return Proposal("start", step or next_step(workshop) or workshop.steps[0])
    if step.state is StepState.PAUSED:
        return Proposal("resume", step)
    if step.secret:
        return Proposal("reveal", step)
    following = next_step(workshop)
    return Proposal("next", following) if following else Proposal("close")


def next_step(workshop: Workshop) -> Step | None:
    """The first step after the current one that is not done; of a workshop that has not begun, its first."""
    ids = [step.id for step in workshop.steps]
    after = ids.index(workshop.at) + 1 if workshop.at in ids else 0
    return next((step for step in workshop.steps[after:] if step.state is not StepState.DONE), None)
