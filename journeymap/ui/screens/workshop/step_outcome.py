"""What a step has brought, as soon as everybody may see it."""

from journeymap.domain.model.workshop import Step, StepKind, StepState
from journeymap.ui.screens.workshop.channel_sweep import draw_channels
from journeymap.ui.screens.workshop.context import Room
from journeymap.ui.screens.workshop.duplicates import draw_merging
from journeymap.ui.screens.workshop.verdicts import draw_verdicts
from journeymap.ui.screens.workshop.votes import draw_outcome


def draw_made(room: Room) -> None:
    """Below the clock: of the step that is on."""
    step = room.step
    if step is None or step.secret or step.state is StepState.WAITING:
        return
    if step.kind is StepKind.CHANNELS:
        draw_channels(room)
    elif step.kind in (StepKind.MOMENTS, StepKind.TO_BE):
        draw_merging(room)
    else:
        draw_said(room, step)


def draw_said(room: Room, step: Step) -> None:
    """What people voted or said in a step, also in one that is long over."""
    if step.ballot is not None:
        draw_outcome(room, step)
    elif step.kind is StepKind.VALIDATE:
        draw_verdicts(room, step)
