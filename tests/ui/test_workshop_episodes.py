"""The step for the episodes on the facilitator's screen: what is said twice is sorted on the map, one click away."""

from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App
from tests.support.workshop_room import hold


def test_it_says_where_episodes_that_say_the_same_are_sorted_and_praises_nobody(app: App) -> None:
    held = hold(app, agenda=(Step(id="w", kind=StepKind.EPISODES, title="Which chapters?"),))
    held.start(StepKind.EPISODES)
    screen = held.open()
    assert "Do two episodes say nearly the same?" in screen.said
    assert "Sort the episodes on the map" in [found.label for found in screen.page_link]
    assert "Well done" not in screen.said
