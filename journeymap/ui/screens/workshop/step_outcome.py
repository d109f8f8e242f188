"""What a step has brought, as soon as everybody may see it; and what is written here for all."""

from journeymap.domain.model.workshop import Step, StepState
from journeymap.domain.workshop.lifecycle import LIVE
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.ui.navigation import link
from journeymap.ui.screens.workshop.channel_sweep import draw_channels
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.screens.workshop.duplicates import draw_merging
from journeymap.ui.screens.workshop.scope_fields import draw_scope_fields
from journeymap.ui.screens.workshop.verdicts import draw_verdicts
from journeymap.ui.screens.workshop.votes import draw_outcome
from journeymap.ui.screens.workshop.wordings import draw_wordings
from journeymap.ui.shared import t


def draw_made(room: WorkshopView) -> None:
    """Below the clock: of the step that is on."""
    step = room.step
    if step is None or step.secret or step.state is StepState.WAITING:
        return
    outcome = rules_of(step.kind).outcome
    if outcome == "scope" and step.state in LIVE:
        draw_scope_fields(room)
    elif outcome == "episodes":
        _draw_episodes(room)
    elif outcome == "channels":
        draw_channels(room)
    elif outcome == "alike":
        draw_wordings(room)
        draw_merging(room)
    else:
        draw_said(room, step)


def _draw_episodes(room: WorkshopView) -> None:
    """Episodes that come in: two that say the same become one here; on the map they are put in order."""
    if room.board is None or not room.board.journey.episodes:
        return
    draw_merging(room, episodes=True)
    link("map", t("lead-episodes-map"), icon=":material/map:", map=room.board.head.id)


def draw_said(room: WorkshopView, step: Step) -> None:
    """What people voted or said in a step, also in one that is long over."""
    if step.ballot is not None:
        draw_outcome(room, step)
    elif rules_of(step.kind).outcome == "verdicts":
        draw_verdicts(room, step)
