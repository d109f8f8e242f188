"""What the room's screen shows, and of which step."""

import pytest

from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Destination, Step, StepKind, StepState, Workshop
from journeymap.domain.workshop.room_screen import kind_of_map, step_behind, view_of

FELT = Step(
    id="felt",
    kind=StepKind.EMOTIONS,
    title="How does it feel?",
    ballot=Ballot(questions=("felt",)),
    state=StepState.DONE,
    revealed_at="2026-05-01T10:00:00Z",
)
DOTS = Step(id="dots", kind=StepKind.VOTE, title="Which decide?", ballot=Ballot(), state=StepState.RUNNING)
PAUSE = Step(id="pause", kind=StepKind.BREAK, title="Break")
IDEAS = Step(id="ideas", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE)


def workshop(at: str | None, *steps: Step, **more: object) -> Workshop:
    """A workshop that is in this step."""
    values = {"id": "w", "title": "A visit", "join_code": "X", "created_at": "2026-05-01T09:00:00Z"}
    return Workshop(**values, steps=steps, at=at, **more)


@pytest.mark.parametrize(
    ("page", "shows"), [("map", "board"), ("graph", "paths"), ("compare", "compare"), ("room", "step")]
)
def test_the_screen_goes_where_everybody_is_sent_unless_it_was_told_otherwise(page: str, shows: str) -> None:
    sending = Destination(number=1, page=page)
    assert view_of(workshop("dots", DOTS, sending=sending)) == shows
    assert view_of(workshop("dots", DOTS, sending=sending, screen="curve")) == "curve"


def test_a_closed_workshop_thanks_whatever_was_shown() -> None:
    assert view_of(workshop("dots", DOTS, screen="curve", closed_at="2026-05-01T12:00:00Z")) == "step"


def test_results_are_those_of_the_last_step_that_everybody_may_see() -> None:
    it = workshop("pause", FELT, DOTS.model_copy(update={"state": StepState.PAUSED}), PAUSE, IDEAS)
    assert step_behind(it, "results") == FELT, "a vote that is hidden shows nothing"
    over = DOTS.model_copy(update={"state": StepState.DONE, "revealed_at": "2026-05-01T11:00:00Z"})
    assert step_behind(workshop("pause", FELT, over, PAUSE), "results") == over
    assert step_behind(workshop("pause", FELT, over, PAUSE), "curve") == FELT
    assert step_behind(workshop("felt", FELT, over), "results") == FELT, "what comes later in the agenda is not meant"
    assert step_behind(workshop("pause", FELT, over, PAUSE), "board") is None


def test_a_comparison_is_about_the_to_be_and_results_about_the_map_they_were_given_on() -> None:
    it = workshop("ideas", FELT, IDEAS)
    assert kind_of_map(it, "compare") is MapKind.TO_BE
    assert kind_of_map(it, "curve") is MapKind.AS_IS
    assert kind_of_map(it, "board") is None
