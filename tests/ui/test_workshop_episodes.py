"""The step for the episodes on the facilitator's screen: what is said twice becomes one, as with moments."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.rows import Moment
from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App, unmarked
from tests.support.workshop_room import Held, hold


@pytest.fixture
def held(app: App) -> Held:
    """Two people wrote the same episode, and a third one has another."""
    held = hold(app, "Anna", "Ben", agenda=(Step(id="w", kind=StepKind.EPISODES, title="Which episodes?"),))
    held.start(StepKind.EPISODES)
    for name, one, title in (
        ("Anna", "e1", "Planning the day"),
        ("Ben", "e2", "Plan the day"),
        ("Ben", "e3", "Going home"),
    ):
        held.change(name, Add(table="episodes", id=one, values={"title": title}))
    for n, episode in enumerate(("e2", "e2", "e1")):
        held.change("", Add(table="moments", id=f"m{n}", parent=episode, values={"text": f"I do {n}"}))
    return held


def titles(held: Held) -> list[str]:
    return [one.title for one in held.journey().episodes]


def test_the_same_episode_twice_becomes_one_with_the_moments_of_both(held: Held) -> None:
    screen = held.open()
    assert "One group says nearly the same thing" in screen.said
    assert [[unmarked(said) for said in one.captions] for one in screen.radio] == [
        ["Anna · one micro-moment", "Ben · 2 micro-moments"]
    ]
    assert "Sort the episodes on the map" in [found.label for found in screen.page_link]
    screen.press("Merge 2")
    assert titles(held) == ["Before", "Plan the day", "Going home"]
    assert [held.journey().get(Moment, one).parent for one in ("m0", "m1", "m2")] == ["e2"] * 3
    assert [one.id for one in held.journey().moments] == ["m0", "m1", "m2"]
    assert "Merge this group" not in held.open().labels
    held.app.service.changes.undo(held.lead, held.map_id)
    assert titles(held) == ["Before", "Planning the day", "Plan the day", "Going home"]
    assert held.moment("m2").parent == "e1"


def test_another_one_stays_where_that_is_chosen_and_beside_next_all_is_merged_at_once(held: Held) -> None:
    screen = held.open()
    screen.radio[0].set_value("e1").run()
    screen.press("Merge this group")
    assert titles(held) == ["Before", "Planning the day", "Going home"]


def test_episodes_that_are_kept_apart_are_not_asked_about_again(held: Held) -> None:
    held.open().press("Keep apart")
    screen = held.open()
    assert "nearly the same thing" not in screen.said
    assert "Merge this group" not in screen.labels
    assert len(titles(held)) == 4
