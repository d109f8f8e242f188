"""What comes in on the facilitator's screen, what the beamer is told to show, and where the code stands."""

from journeymap.domain.model.operations import Add
from journeymap.domain.model.workshop import StepKind
from tests.support.app import App
from tests.support.workshop_room import Held, hold


def writing(app: App) -> Held:
    """A room in which two people wrote three moments, which everybody sees now."""
    held = hold(app, "Mila", "Otto")
    held.change("", Add(table="episodes", id="later", values={"title": "Afterwards"}))
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call the desk")
    held.write("Mila", "m2", "I wait for an answer")
    held.write("Otto", "m3", "I look at the website")
    return held


def test_what_is_hidden_comes_in_as_numbers_and_by_whom_but_never_as_words(app: App) -> None:
    held = writing(app)
    screen = held.open()
    assert "3 that nobody sees until you reveal them" in screen.said
    assert "Mila <b>2</b>" in screen.said
    assert "Otto <b>1</b>" in screen.said
    assert "I call the desk" not in screen.said
    held.reveal()
    screen = held.open()
    assert "nobody sees until" not in screen.said
    said = screen.said[screen.said.index("Coming in") :]
    assert said.index("I look at the website") < said.index("I wait for an answer") < said.index("I call the desk")
    assert "Before · Otto" in said


def test_a_contribution_stands_large_on_the_beamer_by_one_click_and_goes_by_another(app: App) -> None:
    held = writing(app)
    held.reveal()
    held.open().at("workshop", "feed-light", "m2").click().run()
    assert held.now.spotlight == "m2"
    held.open().at("workshop", "feed-light", "m2").click().run()
    assert held.now.spotlight is None


def test_a_contribution_moves_to_another_episode(app: App) -> None:
    held = writing(app)
    held.reveal()
    menu = held.open().at("workshop", "feed", "m1")
    assert [option.split(": ", 1)[1] for option in menu.options] == ["Merge with another…", "Move to “Afterwards”"]
    menu.click_index(1).run()
    assert held.moment("m1").parent == "later"


def test_a_contribution_becomes_one_with_another_and_undo_parts_them(app: App) -> None:
    held = writing(app)
    held.reveal()
    screen = held.open()
    screen.at("workshop", "feed", "m1").click_index(0).run()
    screen.at("workshop", "merge-into").set_value("m3").run()
    screen.at("workshop", "merge-do").click().run()
    assert {moment.id for moment in held.journey().moments} == {"m2", "m3"}
    screen.at("workshop", "undo").click().run()
    assert {moment.id for moment in held.journey().moments} == {"m1", "m2", "m3"}
    assert "I call the desk" in held.open().said, "what came back stands there once"


def test_votes_come_in_as_numbers_only(app: App) -> None:
    held = writing(app)
    held.start(StepKind.VOTE)
    held.vote("Mila", "m1")
    screen = held.open()
    assert "Coming in" not in screen.said
    assert "Mila <b>" not in screen.said


def test_the_code_is_large_until_somebody_joined_and_the_first_step_is_over(app: App) -> None:
    held = hold(app)
    assert 'class="jm-join"' in held.open().said
    held.start(StepKind.MOMENTS)
    held.join("Mila")
    assert 'class="jm-join"' in held.open().said
    held.start(StepKind.CHANNELS)
    screen = held.open()
    assert 'class="jm-join"' not in screen.said
    assert held.now.join_code in screen.said
    screen.at("workshop", "join-size").click().run()
    assert 'class="jm-join"' in screen.said
    screen.at("workshop", "join-size").click().run()
    assert 'class="jm-join"' not in screen.said


def test_the_switch_of_the_screen_says_what_the_server_knows_and_changes_it(app: App) -> None:
    held = writing(app)
    screen = held.open()
    switch = screen.at("workshop", "screen")
    assert switch.value == "step"
    switch.set_value("board").run()
    assert held.now.screen == "board"
    held.app.service.workshops.facilitation.show(held.lead, held.workshop_id, "curve")
    assert held.open().at("workshop", "screen").value == "curve"
    held.start(StepKind.CHANNELS)
    assert held.open().at("workshop", "screen").value == "step"
