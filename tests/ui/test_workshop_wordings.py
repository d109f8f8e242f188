"""What most would change, each in other words: whoever leads chooses the words, and is asked before going on."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, StepKind
from tests.support.app import App
from tests.support.workshop_room import Held, hold

AGENDA = (
    Step(id="t", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE),
    Step(id="c", kind=StepKind.CLOSE, title="What have we decided?", map=MapKind.TO_BE),
)


@pytest.fixture
def held(app: App) -> Held:
    """Three people would change a moment: two in the same words, one in others."""
    held = hold(app, "Mila", "Otto", "Ravi", agenda=AGENDA)
    held.change("", Add(table="channels", id="app", values={"name": "App"}))
    held.change("", Add(table="moments", id="m", parent="e", values={"text": "I call the desk"}))
    held.start(StepKind.TO_BE)
    heads = app.service.workshops.heads(held.workshop_id)
    held.map_id = next(head.id for head in heads if head.kind is MapKind.TO_BE)
    for name, values in (
        ("Mila", {"text": "I write to them", "targeted_valence": -1}),
        ("Otto", {"text": "I am told", "channel": "app"}),
        ("Ravi", {"text": "I am told", "channel": "app"}),
    ):
        held.change(name, Add(table="proposals", id=name, values={"item": "m", "answer": "change", **values}))
    return held


def test_what_most_say_is_proposed_and_the_chosen_words_are_taken_over(held: Held) -> None:
    screen = held.open()
    assert "Most would change this moment: in which words?" in screen.said
    (asked,) = [one for one in screen.radio if "I call the desk" in one.label]
    assert asked.options == ["I am told · through App", "I write to them · should feel −1"]
    assert asked.captions == ["2 people", "One person"]
    asked.set_value("Mila").run()
    screen.press("Change it like this")
    assert (held.moment("m").text, held.moment("m").targeted_valence) == ("I write to them", -1)
    assert "in which words" not in held.open().said
    held.app.service.changes.undo(held.lead, held.map_id)
    assert held.moment("m").text == "I call the desk"


def test_without_another_choice_it_is_what_most_say(held: Held) -> None:
    held.open().press("Change it like this")
    assert held.moment("m").text == "I am told"
    assert [one.channel for one in held.journey().touchpoints_of("m")] == ["app"]


def test_whoever_goes_on_before_is_asked(held: Held) -> None:
    screen = held.open().press("Next: What have we decided?")
    assert "Most would change one moment, each in other words: “I call the desk”" in screen.said
    screen.press("Leave it and go on")
    assert held.now.at == held.step(StepKind.CLOSE).id
