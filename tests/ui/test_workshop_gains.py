"""Before the room goes on it is said what came out and is not on the map: taken over with one click, or left."""

import re
from collections.abc import Callable

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.model.workshop import StepKind, StepState
from tests.support.app import App, Screen, unmarked
from tests.support.workshop_room import Held, hold

QUESTION = "Not on the map yet"


@pytest.fixture
def voted(app: App) -> Held:
    """Three moments, and a vote that has been ended."""
    held = hold(app, "Mila", "Otto", "Ravi")
    held.start(StepKind.MOMENTS)
    for n, (name, text) in enumerate((("Mila", "call the desk"), ("Otto", "see a deer"), ("Ravi", "drive home")), 1):
        held.write(name, f"m{n}", text)
    held.start(StepKind.VOTE)
    for name, item in (("Mila", "m1"), ("Otto", "m1"), ("Ravi", "m2")):
        held.vote(name, item)
    held.reveal()
    return held


def marked(held: Held) -> set[str]:
    return {moment.id for moment in held.journey().moments if moment.moment_of_truth}


def elsewhere(screen: Screen, words: str) -> None:
    menu = screen.named("Other steps", "menu_button")
    menu.click_index(next(n for n, one in enumerate(menu.options) if words in unmarked(one))).run()


def press_next(screen: Screen) -> None:
    screen.press("Next: Is it true?")


def press_end(screen: Screen) -> None:
    elsewhere(screen, "End this step")


def press_card(screen: Screen) -> None:
    elsewhere(screen, "Is it true?")


def is_true(held: Held) -> bool:
    return held.step(StepKind.VALIDATE).state is StepState.RUNNING


def has_ended(held: Held) -> bool:
    return held.step(StepKind.VOTE).state is StepState.DONE


WAYS = ((press_next, is_true, "and go on"), (press_end, has_ended, "and go on"), (press_card, is_true, "and start"))


@pytest.mark.parametrize(("way", "is_there", "then"), WAYS)
def test_no_way_on_leaves_the_first_places_without_a_word(
    voted: Held, way: Callable[[Screen], None], is_there: Callable[[Held], bool], then: str
) -> None:
    screen = voted.open()
    way(screen)
    assert not is_there(voted)
    assert QUESTION in screen.said
    screen.press(f"Mark the top 2 {then}")
    assert is_there(voted)
    assert marked(voted) == {"m1", "m2"}


@pytest.mark.parametrize(("way", "is_there", "then"), WAYS)
def test_it_can_be_left_and_is_not_asked_twice(
    voted: Held, way: Callable[[Screen], None], is_there: Callable[[Held], bool], then: str
) -> None:
    screen = voted.open()
    way(screen)
    screen.press(f"Leave it {then}")
    assert is_there(voted)
    assert marked(voted) == set()
    screen = voted.open()
    assert "not moments of truth yet" not in screen.said
    if is_there is is_true:
        press_end(screen)
        assert QUESTION not in screen.said


@pytest.mark.parametrize(("what", "kind"), [("break", StepKind.BREAK), ("dots-now", StepKind.VOTE)])
def test_a_break_or_a_vote_that_ends_the_step_asks_too(voted: Held, what: str, kind: StepKind) -> None:
    if what == "break":  # a step with time on its clock waits for the end of a break
        voted.app.service.workshops.facilitation.end(voted.lead, voted.workshop_id)
    screen = voted.open()
    label = "Start the break" if what == "break" else "Start the vote"
    if what == "break":
        screen.press(label)  # what is over is said beside the clock, and this ends nothing
        assert "From earlier steps" in voted.open().said
        return
    assert label not in screen.labels
    screen.at("workshop", what, "take").click().run()
    assert voted.now.step is not None
    assert (voted.now.step.kind, marked(voted)) == (kind, {"m1", "m2"})


def test_beside_the_clock_one_click_takes_it_over_and_one_undo_takes_it_back(voted: Held) -> None:
    screen = voted.open().press("Mark the top 2")
    assert marked(voted) == {"m1", "m2"}
    assert "2 moments of truth are marked." in screen.said
    assert "Mark the top 2" not in screen.labels
    screen.press("Next: Is it true?")
    assert is_true(voted), "all is on the map: nothing is asked"
    voted.open().press("Undo")
    assert marked(voted) == set()


def test_two_facilitators_who_press_at_once_mark_once(voted: Held) -> None:
    one, other = voted.open(), voted.open()
    one.press("Mark the top 2")
    revision = voted.journey().revision
    other.press("Mark the top 2")
    assert voted.journey().revision == revision
    assert "All of it is on the map already." in other.said


def test_what_was_left_in_earlier_steps_is_said_until_somebody_decides(voted: Held) -> None:
    voted.start(StepKind.VALIDATE)
    screen = voted.open()
    assert "From earlier steps" in screen.said
    screen.press("Mark the top 2")
    assert marked(voted) == {"m1", "m2"}
    assert "From earlier steps" not in screen.said


def test_each_kind_is_taken_over_at_once_when_the_room_goes_on(voted: Held) -> None:
    voted.join("Eva", Role.CUSTOMER)
    voted.start(StepKind.VALIDATE)
    voted.change("Eva", Add(table="verdicts", id="x", values={"item": "m3", "verdict": "confirm"}))
    screen = voted.open().press("Finish: see the summary")
    assert "Before the workshop ends" in screen.said or QUESTION in screen.said
    screen.press("Add all of it to the map and go on")
    assert "A visit: what came out" in screen.said
    assert marked(voted) == {"m1", "m2"}
    assert voted.journey().get(Moment, "m3").evidence_by == "Eva"
    voted.app.service.changes.undo(voted.lead, voted.map_id)
    assert marked(voted) == set()
    assert voted.journey().get(Moment, "m3").evidence_by == "", "one undo takes back all of one click"


def test_while_people_vote_in_the_open_nothing_is_offered_yet(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.EMOTIONS)
    assert "Add it to the map" not in held.open().labels


def test_the_summary_says_what_was_not_taken_over_and_takes_it(voted: Held) -> None:
    voted.app.service.workshops.harvest.leave(voted.lead, voted.workshop_id, voted.step(StepKind.VOTE).id)
    screen = voted.open("summary")
    assert "Not added to the map" in screen.said
    assert re.search(r"The top 2 of the vote are not moments of truth yet.*left on purpose", screen.said)
    screen.press("Mark the top 2")
    assert marked(voted) == {"m1", "m2"}
    assert "Everything that came out is on the map." not in screen.said, "while points are still open"


def test_the_end_of_the_workshop_asks_on_the_summary_too(voted: Held) -> None:
    screen = voted.open("summary")
    assert "Close the workshop" not in screen.labels
    screen.press("Mark the top 2 and close")
    assert voted.now.closed_at is not None
    assert marked(voted) == {"m1", "m2"}


def test_those_who_took_part_read_what_was_left_and_take_nothing(voted: Held) -> None:
    screen = voted.open("summary", voted.people["Mila"])
    assert "The top 2 of the vote are not moments of truth yet" in screen.said
    assert "Mark the top 2" not in screen.labels


def test_a_group_that_was_kept_apart_is_apart_for_every_facilitator_and_every_visit(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call the desk")
    held.write("Mila", "m2", "I call the desk")
    held.reveal()
    held.open().press("Keep apart")
    assert "Nothing here is said twice" in held.open().said
    held.open().press("Next: Which channels?")
    assert held.step(StepKind.CHANNELS).state is StepState.RUNNING
