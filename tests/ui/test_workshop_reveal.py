"""The reveal: asked back where there is nothing to show, what the room does after it, and how a step opens again."""

from journeymap.domain.model.workshop import StepKind, StepState
from tests.support.app import App, unmarked
from tests.support.workshop_room import STEPS, hold


def test_revealing_nothing_is_asked_back_and_waiting_keeps_it_hidden(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    screen = held.open().press("Reveal")
    assert held.step(StepKind.MOMENTS).state is StepState.RUNNING
    assert "is not hidden any more" in screen.said
    screen.press("Wait a little")
    assert held.step(StepKind.MOMENTS).secret
    screen.press("Reveal").press("Reveal all the same")
    assert held.step(StepKind.MOMENTS).state is StepState.REVEALED


def test_a_vote_without_answers_is_asked_back_too(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.EMOTIONS)
    assert held.step(StepKind.EMOTIONS).secret
    held.open().press("Show the answers")
    assert held.step(StepKind.EMOTIONS).secret


def test_after_the_reveal_the_prompt_says_what_the_room_does_now(app: App) -> None:
    held = hold(app, "Mila", agenda=(STEPS[0].model_copy(update={"prompt": "Write alone."}),))
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call")
    assert any("Write alone" in caption.value for caption in held.open().caption)
    held.reveal()
    captions = [caption.value for caption in held.open().caption]
    assert not any("Write alone" in one for one in captions)
    assert any("Merge what says the same" in one for one in captions)


def test_reopening_a_revealed_step_says_before_that_it_opens_in_the_open_and_has_no_clock(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call")
    held.reveal()
    held.start(StepKind.CHANNELS)
    screen = held.open()
    menu = screen.named("Other steps", "menu_button")
    menu.click_index(next(n for n, one in enumerate(menu.options) if "What do you do?" in unmarked(one))).run()
    assert "It opens in the open" in screen.said
    assert "It has no clock" in screen.said
    screen.press("Reopen this step")
    assert held.step(StepKind.MOMENTS).state is StepState.REVEALED
