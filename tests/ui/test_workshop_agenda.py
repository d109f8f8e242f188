"""The agenda editor: order, words, time, privacy and votes; before the start and while it runs."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState
from journeymap.ui.screens.workshop.next_step import proposed
from tests.support.app import App, Screen
from tests.support.workshop_room import STEPS, Held, hold


def editor(held: Held, nth: int | None = None) -> Screen:
    """The agenda, with this step open."""
    screen = held.open().press("Edit the agenda")
    if nth is not None:
        screen.at("agenda", "choose", held.now.steps[nth].id).click().run()
    return screen


def kinds(held: Held) -> list[StepKind]:
    """The kinds of its steps, in order."""
    return [step.kind for step in held.now.steps]


def test_steps_go_up_and_down(app: App) -> None:
    held = hold(app)
    before = kinds(held)
    screen = editor(held)
    screen.at("agenda", "down", held.now.steps[0].id).click().run()
    assert kinds(held)[:2] == before[1::-1]
    screen.at("agenda", "up", held.now.steps[1].id).click().run()
    assert kinds(held) == before


def test_the_step_that_is_on_or_comes_next_is_open_at_once(app: App) -> None:
    held = hold(app)
    steps = held.now.steps
    assert editor(held).at("agenda", steps[0].id, "title").value == steps[0].title
    held.start(StepKind.CHANNELS)
    assert editor(held).at("agenda", steps[1].id, "title").value == steps[1].title


def test_the_first_cannot_go_up_nor_the_last_down(app: App) -> None:
    held = hold(app)
    screen = editor(held)
    assert screen.at("agenda", "up", held.now.steps[0].id).disabled
    assert screen.at("agenda", "down", held.now.steps[-1].id).disabled


def test_a_steps_words_time_and_privacy_are_saved_as_they_are_changed(app: App) -> None:
    held = hold(app)
    screen = editor(held, 0)
    step = held.now.steps[0].id
    screen.at("agenda", step, "title").set_value("What do *you* do?").run()
    screen.at("agenda", step, "prompt").set_value("Write alone").run()
    screen.at("agenda", step, "minutes").set_value(25).run()
    screen.at("agenda", step, "private").set_value(False).run()
    now = held.now.steps[0]
    assert (now.title, now.prompt, now.minutes, now.private) == ("What do *you* do?", "Write alone", 25, False)
    assert "What do *you* do?" in screen.said


def test_how_one_votes_is_set(app: App) -> None:
    held = hold(app)
    at = kinds(held).index(StepKind.VOTE)
    screen, step = editor(held, at), held.now.steps[at].id
    screen.at("agenda", step, "budget").set_value(7).run()
    screen.at("agenda", step, "cap").set_value(1).run()
    screen.at("agenda", step, "items").set_value("pain_points").run()
    screen.at("agenda", step, "anonymous").set_value(False).run()
    ballot = held.now.steps[at].ballot
    assert ballot is not None
    assert (ballot.budget, ballot.cap, ballot.items, ballot.anonymous, ballot.hidden) == (
        7,
        1,
        "pain_points",
        False,
        True,
    )


def test_a_step_without_a_title_is_refused_in_a_sentence_and_stays(app: App) -> None:
    held = hold(app)
    screen = editor(held, 0)
    screen.at("agenda", held.now.steps[0].id, "title").set_value("  ").run()
    assert "cannot be empty" in screen.said
    assert held.now.steps[0].title == "What do you do?"


@pytest.mark.parametrize("kind", [StepKind.SCORES, StepKind.BREAK, StepKind.MOMENTS])
def test_a_step_is_added_with_what_usually_goes_with_it_and_removed(app: App, kind: StepKind) -> None:
    held = hold(app, agenda=())
    screen = held.open().press("Make the agenda")
    screen.at("agenda", "new").set_value(kind).run()
    screen.press("Add it")
    step = held.now.steps[0]
    assert (step.kind, step.private, bool(step.ballot)) == (kind, kind is StepKind.MOMENTS, kind is StepKind.SCORES)
    screen.at("agenda", "remove", step.id).click().run()
    assert held.now.steps == ()


def test_a_step_that_has_begun_keeps_what_it_is(app: App) -> None:
    held = hold(app)
    held.start(StepKind.MOMENTS)
    screen, step = editor(held, 0), held.now.steps[0].id
    assert screen.at("agenda", "remove", step).disabled
    assert screen.at("agenda", step, "private").disabled
    screen.at("agenda", step, "title").set_value("Another title").run()
    assert (held.now.steps[0].title, held.now.steps[0].state) == ("Another title", StepState.RUNNING)


def test_what_somebody_else_changed_in_the_meantime_is_kept(app: App) -> None:
    held = hold(app)
    screen = editor(held, 0)
    steps = list(held.now.steps)
    app.service.workshops.arrange(held.lead, held.workshop_id, [*steps[1:], steps[0]])
    screen.at("agenda", steps[0].id, "prompt").set_value("Write alone").run()
    assert kinds(held)[-1] is StepKind.MOMENTS
    assert held.now.steps[-1].prompt == "Write alone"


def test_an_agenda_is_saved_and_offered_to_the_next_workshop(app: App) -> None:
    held = hold(app)
    screen = editor(held)
    screen.at("agenda", "name").set_value("Our half day")
    screen.press("Save")
    other = app.open().press("New workshop")
    assert "Our half day" in [option.replace("\\", "") for option in other.at("new-workshop", "agenda").options]


def test_there_is_always_one_obvious_next_thing(app: App) -> None:
    held = hold(app)
    done = [proposed(held.now).act]
    while proposed(held.now).act != "close":
        proposal = proposed(held.now)
        if proposal.act == "reveal":
            held.reveal()
        else:
            assert proposal.step is not None
            held.start(proposal.step.kind)
        done.append(proposed(held.now).act)
    assert done == ["start", "reveal", "next", "next", "reveal", "next", "reveal", "next", "close"]
    app.service.workshops.facilitation.close(held.lead, held.workshop_id)
    assert proposed(held.now).act == "reopen"


def test_a_workshop_that_was_made_without_an_agenda_takes_one(app: App) -> None:
    workshop, lead = app.workshop(app.new_map("A visit"))
    screen = app.open("workshop", lead, workshop=workshop.id)
    assert "There is no agenda yet" in screen.said
    screen.press("Make the agenda")
    screen.at("agenda", "template").set_value("two-hours").run()
    screen.press("Use this agenda")
    steps = app.service.workshops.get(lead, workshop.id).steps
    taken = next(one for one in app.service.workshops.agendas("en") if one.id == "two-hours").steps
    assert [step.title for step in steps] == [step.title for step in taken]
    assert "Use this agenda" not in screen.labels


def scoped(held: Held, kind: StepKind) -> tuple[Screen, str, int]:
    """The agenda with the step of this kind open, its id, and its place."""
    at = kinds(held).index(kind)
    return editor(held, at), held.now.steps[at].id, at


def test_what_a_step_asks_about_is_chosen_by_episode_and_its_size_is_said(app: App) -> None:
    held = hold(app)
    held.change("", Add(table="episodes", id="after", values={"title": "After"}))
    for n, episode in enumerate(("e", "e", "after")):
        held.change("", Add(table="moments", id=f"m{n}", parent=episode, values={"text": f"I do {n}"}))
    screen, step, at = scoped(held, StepKind.EMOTIONS)
    assert "3 to answer." in screen.said
    screen.at("agenda", step, "scope").set_value("episodes").run()
    screen.at("agenda", step, "episodes").set_value(["after"]).run()
    ballot = held.now.steps[at].ballot
    assert ballot is not None
    assert (ballot.scope, ballot.episodes) == ("episodes", ("after",))
    assert "One to answer." in screen.said


def test_what_a_step_asks_about_can_be_the_top_of_the_vote_before_it(app: App) -> None:
    vote = Step(id="v", kind=StepKind.VOTE, title="Which *decide*?", ballot=Ballot())
    scores = Step(id="s", kind=StepKind.SCORES, title="How good?", ballot=Ballot(questions=("satisfaction",)))
    held = hold(app, agenda=(vote, scores))
    screen, step, at = scoped(held, StepKind.SCORES)
    screen.at("agenda", step, "scope").set_value("vote").run()
    screen.at("agenda", step, "top").set_value(7).run()
    ballot = held.now.steps[at].ballot
    assert ballot is not None
    assert (ballot.scope, ballot.top) == ("vote", 7)
    assert "Which *decide*?" in screen.said


def test_without_a_vote_before_it_a_step_says_that_there_is_none(app: App) -> None:
    scores = Step(id="s", kind=StepKind.SCORES, title="How good?", ballot=Ballot(questions=("satisfaction",)))
    held = hold(app, agenda=(scores,))
    screen, step, _ = scoped(held, StepKind.SCORES)
    screen.at("agenda", step, "scope").set_value("vote").run()
    assert "No dot vote comes before this step" in screen.said


def test_only_a_step_about_the_to_be_asks_about_what_changed_and_a_begun_one_stays_as_it_is(app: App) -> None:
    grid = Step(
        id="g", kind=StepKind.GRID, title="First?", map=MapKind.TO_BE, ballot=Ballot(questions=("impact", "effort"))
    )
    held = hold(app, agenda=(STEPS[2], grid))
    held.change("", Add(table="moments", id="m", parent="e", values={"text": "I call"}))
    screen, step, _ = scoped(held, StepKind.EMOTIONS)
    assert len(screen.at("agenda", step, "scope").options) == 3
    screen, step, _ = scoped(held, StepKind.GRID)
    assert len(screen.at("agenda", step, "scope").options) == 4
    held.start(StepKind.EMOTIONS)
    screen, step, _ = scoped(held, StepKind.EMOTIONS)
    assert screen.at("agenda", step, "scope").disabled
    assert "One to answer." in screen.said
