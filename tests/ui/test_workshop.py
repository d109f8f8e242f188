"""The workshop screen: from the first step to the last, who may lead, and what is never shown too early."""

import re

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState
from journeymap.exchange.summary import summary_markdown
from tests.support.app import App, Screen, unmarked
from tests.support.map_editor import ask, board_of
from tests.support.workshop_room import STEPS, Held, hold


def person_menu(screen: Screen, person_id: str, label: str) -> Screen:
    """Choose something for somebody."""
    menu = screen.at("workshop", "person", person_id)
    options = [option.split(": ", 1)[1] for option in menu.options]
    menu.click_index(options.index(label)).run()
    return screen


# The way through


def test_before_the_first_step_the_one_thing_to_do_is_to_start_it(app: App) -> None:
    held = hold(app)
    screen = held.open()
    assert "Ready when you are" in screen.said
    assert "Nobody has joined yet" in screen.said
    screen.press("Start: What do you do?")
    assert held.step(StepKind.MOMENTS).state is StepState.RUNNING


def test_a_new_code_takes_the_place_of_the_one_on_the_wall(app: App) -> None:
    held = hold(app, "Mila")
    old = held.now.join_code
    screen = held.open().press("Make a new code")
    assert held.now.join_code != old
    assert held.now.join_code in screen.said
    assert old not in screen.said


def test_the_reveal_button_counts_what_is_hidden_and_shows_it_to_all(app: App) -> None:
    held = hold(app, "Mila", "Otto", "Ravi")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call the desk")
    held.write("Mila", "m2", "I wait")
    held.write("Otto", "m3", "I look it up")
    screen = held.open()
    assert "3 micro-moments written by 2 people · one has not started: Ravi" in screen.said
    assert "Only you can reveal or end the step" in screen.said
    assert held.journey().moments == ()
    screen.press("Reveal 3 moments")
    assert len(held.journey().moments) == 3
    assert "Next: Which channels?" in screen.labels


def test_what_is_hidden_is_quoted_nowhere_on_the_facilitators_screen(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "SECRET WORDS")
    assert "SECRET WORDS" not in held.open().said


def test_near_duplicates_are_merged_with_one_click_and_parted_by_undo(app: App) -> None:
    held = hold(app, "Mila", "Otto")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I look up the park on the website")
    held.write("Otto", "m2", "I look up the park on their website")
    held.write("Otto", "m3", "I buy boots")
    held.reveal()
    screen = held.open()
    assert "One group says nearly the same" in screen.said
    screen.press("Merge 2")
    left = held.journey()
    assert {moment.id for moment in left.moments} >= {"m3"}
    assert len(left.moments) == 2
    kept = next(moment for moment in left.moments if moment.id != "m3")
    authors = {
        kept.author,
        *(left.tables["credits"][one].values()["person"] for one in left.siblings("credits", kept.id)),
    }
    assert authors == {held.people["Mila"].id, held.people["Otto"].id}
    screen.press("Undo")
    assert len(held.journey().moments) == 3


def test_all_groups_are_merged_at_once_and_the_chosen_one_stays(app: App) -> None:
    held = hold(app, "Mila", "Otto")
    held.start(StepKind.MOMENTS)
    for n, text in enumerate(("I call the desk", "I call the desk", "I wait at the gate", "I wait at the gate")):
        held.write("Mila" if n % 2 else "Otto", f"m{n}", text)
    held.reveal()
    screen = held.open()
    screen.at("workshop", "keeper", "m0-m1").set_value("m1").run()
    screen.press("Merge all 2 groups")
    left = {moment.id for moment in held.journey().moments}
    assert "m1" in left
    assert "m0" not in left
    assert len(left) == 2


def test_a_group_that_is_kept_apart_is_offered_no_more(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call the desk")
    held.write("Mila", "m2", "I call the desk")
    held.reveal()
    screen = held.open().press("Keep apart")
    assert "Nothing here is said twice" in screen.said
    assert len(held.journey().moments) == 2


def shown(app: App) -> Held:
    """A workshop with three moments that everybody sees."""
    held = hold(app, "Mila", "Otto", "Ravi")
    held.start(StepKind.MOMENTS)
    for n, name in enumerate(("Mila", "Otto", "Ravi"), 1):
        held.write(name, f"m{n}", f"I do thing number {n}")
    held.reveal()
    return held


def test_a_vote_is_hidden_until_it_ends_then_ranked_with_ties_and_marked(app: App) -> None:
    held = shown(app)
    held.start(StepKind.VOTE)
    for name, item in (("Mila", "m1"), ("Otto", "m1"), ("Ravi", "m2")):
        held.vote(name, item)
    held.vote("Mila", "m3", 1)
    screen = held.open()
    assert "What came out" not in screen.said
    assert "4 dots by 3 people" in screen.said
    screen.press("End the vote")
    assert "3 people voted · 4 dots · 5 not used" in screen.said
    assert screen.said.count("2=") == 2
    screen.at("workshop", "top", held.now.at).set_value(1).run()
    screen.press("Mark it as a moment of truth")
    assert [moment.id for moment in held.journey().moments if moment.moment_of_truth] == ["m1"]
    screen.press("Mark it as a pain point")
    assert len(held.journey().pain_points_of("m1")) == 1


def test_nobody_is_named_in_a_vote_without_names(app: App) -> None:
    held = shown(app)
    held.start(StepKind.VOTE)
    held.vote("Mila", "m1")
    held.reveal()
    html = "\n".join(found.value for found in held.open().html if "jm-table" in found.value)
    assert "thing number 1" in html
    assert "Mila" not in html


def test_what_the_room_feels_is_taken_over_with_one_click(app: App) -> None:
    held = shown(app)
    held.start(StepKind.EMOTIONS)
    for name, value in (("Mila", -2), ("Otto", -1), ("Ravi", 2)):
        held.feel(name, "m1", value)
    screen = held.open().press("Show the answers")
    assert "−1" in screen.said
    screen.press("Add it to the map")
    assert held.moment("m1").felt_valence == -1
    assert "Felt emotions: on the map" in screen.said


def test_what_customers_confirm_becomes_evidence(app: App) -> None:
    held = shown(app)
    held.join("Eva", Role.CUSTOMER)
    held.start(StepKind.VALIDATE)
    for n, verdict in enumerate(("confirm", "contest"), 1):
        values = {"item": f"m{n}", "verdict": verdict, "note": "It took a week" if verdict == "contest" else ""}
        held.change("Eva", Add(table="verdicts", id=f"x{n}", values=values))
    screen = held.open()
    assert "one customer: 1 confirmed · 1 contested · 0 open" in screen.said
    assert "It took a week" in screen.said
    screen.press("Note it as evidence")
    confirmed = held.moment("m1")
    assert (confirmed.evidence_status, confirmed.evidence_by) == ("validated", "Eva")
    assert held.moment("m2").evidence_status == "assumed"


def test_the_channel_sweep_counts_shows_the_matrix_and_adds_what_is_common(app: App) -> None:
    held = shown(app)
    held.start(StepKind.CHANNELS)
    held.change(
        "",
        Add(table="channels", id="c", values={"name": "Phone <b>", "assumed": True}),
        Add(table="touchpoints", id="t", parent="m1", values={"channel": "c"}),
    )
    screen = held.open()
    assert "One channel, named before the sweep" in screen.said
    assert "Phone &lt;b&gt;" in screen.said
    offered = [button for button in screen.button if str(button.key).startswith("jm-workshop-channel-")]
    name = unmarked(offered[0].label)
    offered[0].click().run()
    assert name in [channel.name for channel in held.journey().channels]


def test_the_result_of_a_step_that_is_over_stands_behind_its_card(app: App) -> None:
    held = shown(app)
    held.start(StepKind.VOTE)
    held.vote("Mila", "m1")
    held.start(StepKind.VALIDATE)
    screen = held.open()
    menu = screen.named("Other steps", "menu_button")
    at = next(n for n, option in enumerate(menu.options) if "Which decide?" in unmarked(option))
    menu.click_index(at).run()
    assert "1 dot" in screen.said or "one dot" in screen.said
    screen.press("Reopen this step")
    assert held.step(StepKind.VOTE).state is StepState.REVEALED


def test_the_clock_is_paused_goes_on_and_gains_a_minute(app: App) -> None:
    held = hold(app)
    held.start(StepKind.MOMENTS)
    screen = held.open().press("Pause")
    assert held.step(StepKind.MOMENTS).state is StepState.PAUSED
    screen.press("+1 min")
    assert 655 < (held.step(StepKind.MOMENTS).left or 0) <= 660
    screen.press("Resume")
    assert held.step(StepKind.MOMENTS).state is StepState.RUNNING


def test_finishing_ends_the_last_step_and_the_summary_says_what_was_not_done_and_closes_first(app: App) -> None:
    held = hold(app, agenda=(STEPS[0], STEPS[1]))
    held.start(StepKind.CHANNELS)
    screen = held.open().press("Finish: see the summary")
    assert held.step(StepKind.CHANNELS).state is StepState.DONE, "the clock of the room stands still"
    said = screen.said
    assert "A visit: what came out" in said
    assert "This step was not done: 1 What do you do?" in said
    assert said.index("This workshop is still open.") < said.index("Decisions")
    screen = held.open("summary").press("Close the workshop")
    assert held.now.closed_at is not None
    assert "This workshop is still open." not in screen.said


def test_a_summary_that_is_read_during_the_last_step_says_that_it_is_on(app: App) -> None:
    held = hold(app, agenda=STEPS[1:2])
    held.start(StepKind.CHANNELS)
    assert "“Which channels?” is still on" in held.open("summary").said


# Controls


def test_a_step_about_the_to_be_says_beforehand_that_it_designs_one(app: App) -> None:
    to_be = Step(id="t", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE)
    held = hold(app, agenda=(STEPS[1], to_be))
    held.start(StepKind.CHANNELS)
    screen = held.open()
    menu = screen.named("Other steps", "menu_button")
    menu.click_index(next(n for n, one in enumerate(menu.options) if "How should it go?" in unmarked(one))).run()
    assert "it is designed from the as-is when you start" in screen.said
    screen = held.open().press("Design the to-be and start: How should it go?")
    at = app.service.workshops.current.stage(held.lead, held.workshop_id).map
    assert at is not None
    assert at.as_is_id == held.map_id
    assert "To-be" in screen.said
    held.app.service.workshops.facilitation.back(held.lead, held.workshop_id, held.step(StepKind.CHANNELS).id)
    assert "Next: How should it go?" not in held.open().labels  # it was on: it is gone back to
    assert "As-is" in held.open().said


def test_following_locking_and_the_door_are_switched_on_and_off(app: App) -> None:
    held = hold(app)
    screen = held.open().press("Everyone follows me").press("Lock moving").press("Close the door")
    now = held.now
    assert (now.leading, now.locked, now.door) == (held.lead.id, True, False)
    assert "The door is closed: nobody new can join." in screen.said
    screen.press("Everyone follows you").press("Moving is locked").press("The door is closed")
    now = held.now
    assert (now.leading, now.locked, now.door) == (None, False, True)


def test_everybody_is_sent_to_a_page_and_a_card_is_in_the_light(app: App) -> None:
    held = shown(app)
    screen = held.open()
    screen.at("workshop", "send", "page").set_value("compare").run()
    screen.press("Send everyone there")
    assert held.now.sending is not None
    assert (held.now.sending.page, held.now.sending.map_id) == ("compare", held.map_id)
    screen.at("workshop", "spotlight", "row").set_value("m2").run()
    screen.press("Show it to everybody")
    assert held.now.spotlight == "m2"
    screen.press("Spotlight off")
    assert held.now.spotlight is None


def test_one_card_is_locked_and_shown_to_all_from_the_map(app: App) -> None:
    held = shown(app)
    screen = app.open("map", app.owner, map=held.map_id)
    assert board_of(screen)["leads"], "the panel offers both; what it shows is tried in the browser"
    for act in ("lock", "light"):
        ask(screen, do=act, id="m2", on=True)
    assert (held.now.locked_rows, held.now.spotlight) == (frozenset({"m2"}), "m2")
    theirs = app.open("map", held.people["Otto"], map=held.map_id)
    assert not board_of(theirs)["leads"]
    for act in ("lock", "light"):
        assert ask(theirs, do=act, id="m2", on=False)["refused"]
    assert (held.now.locked_rows, held.now.spotlight) == (frozenset({"m2"}), "m2")
    for act in ("lock", "light"):
        ask(screen, do=act, id="m2", on=False)
    assert (held.now.locked_rows, held.now.spotlight) == (frozenset(), None)


def test_a_break_comes_right_after_a_step_that_is_through(app: App) -> None:
    held = shown(app)
    app.service.workshops.facilitation.end(app.owner, held.workshop_id)
    screen = held.open()
    screen.at("workshop", "break", "minutes").set_value(7).run()
    screen.press("Start the break")
    step = held.now.step
    assert step is not None
    assert (step.kind, step.minutes, held.now.steps.index(step)) == (StepKind.BREAK, 7, 1)


def test_a_break_in_the_middle_of_a_step_reveals_nothing_and_leads_back_to_it(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    writing = str(held.now.at)
    screen = held.open()
    assert "goes on after the break" in screen.said
    screen.press("Start the break")
    away = held.now
    assert away.step is not None
    assert (away.step.kind, away.is_secret(writing)) == (StepKind.BREAK, True)
    title = next(step.title for step in away.steps if step.id == writing)
    held.open().press(f"Back to: {title}")
    assert (held.now.at, held.now.is_secret(writing)) == (writing, True)


def test_a_vote_is_started_in_the_middle_of_the_work(app: App) -> None:
    held = shown(app)
    screen = held.open()
    screen.at("workshop", "vote", "items").set_value("moments").run()
    screen.at("workshop", "vote", "budget").set_value(3).run()
    screen.at("workshop", "vote", "cap").set_value(0).run()
    screen.at("workshop", "vote", "anonymous").set_value(False).run()
    screen.press("Leave it, then vote")
    step = held.now.step
    assert step is not None
    assert (step.kind, step.state, held.now.steps[held.now.steps.index(step) - 1].state) == (
        StepKind.VOTE,
        StepState.RUNNING,
        StepState.DONE,
    )
    assert step.ballot == Ballot(items="moments", budget=3, cap=0, hidden=True, anonymous=False)
    screen = held.open()
    assert "Start the vote" not in screen.labels
    assert "End the vote" in screen.labels


def test_there_is_no_vote_on_what_nobody_sees_yet(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    screen = held.open()
    assert "There is nothing to vote on yet" in screen.said
    assert "Start the vote" not in screen.labels


def test_what_is_set_aside_and_private_notes_go_to_the_parking_lot(app: App) -> None:
    held = hold(app, "Mila")
    screen = held.open().press("Parking lot")
    screen.at("workshop", "parking", "text").set_value("Too expensive").run()
    screen.at("workshop", "parking", "kind").set_value("note").run()
    screen.at("workshop", "parking", "text").set_value("Otto talks a lot").run()
    assert "Parking lot · 1" in screen.labels
    assert "Otto talks a lot" in screen.said
    for person in (held.people["Mila"], app.owner):
        notes = [one.note.text for one in app.service.workshops.results.set_aside(person, held.workshop_id)]
        assert ("Otto talks a lot" in notes) == (person is app.owner)


def test_the_coach_says_what_is_missing_and_shows_where(app: App) -> None:
    held = shown(app)
    screen = held.open()
    assert "No customer is in the room" in screen.said
    screen.press("Show me")
    assert screen.query_params["map"] == held.map_id


# People


def test_everybody_is_shown_with_role_doing_and_what_they_wrote(app: App) -> None:
    held = hold(app)
    code = held.now.join_code
    held.people["Saskia"] = app.service.workshops.admission.join(
        code, "Saskia <i>", doing="contact centre", another=True
    )
    held.start(StepKind.MOMENTS)
    held.write("Saskia", "m1", "I call")
    said = held.open().said
    for words in ("Saskia &lt;i&gt;", "contact centre", "1 written", code):
        assert words in said


@pytest.mark.parametrize(
    ("label", "role"),
    [("Make co-facilitator", Role.CO_FACILITATOR), ("Make observer", Role.OBSERVER), ("Make customer", Role.CUSTOMER)],
)
def test_somebody_gets_another_role(app: App, label: str, role: Role) -> None:
    held = hold(app, "Mila")
    person_menu(held.open(), held.people["Mila"].id, label)
    assert [one.role for one in app.service.workshops.admission.everybody(held.lead, held.workshop_id)][1] is role


def test_somebody_is_renamed_and_removed(app: App) -> None:
    held = hold(app, "Mila")
    mila = held.people["Mila"].id
    screen = person_menu(held.open(), mila, "Rename")
    screen.at("rename", mila).set_value("Milou")
    screen.press("Save")
    assert "Milou" in screen.said
    person_menu(screen, mila, "Remove from the workshop")
    screen.press("Remove from the workshop")
    assert [one.name for one in app.service.workshops.admission.everybody(held.lead, held.workshop_id)] == ["Noor"]


def test_a_name_is_taken_out_of_texts_after_every_place_was_shown(app: App) -> None:
    held = hold(app, "Rosalinde")
    somebody = held.people["Rosalinde"].id
    said = Add(table="episodes", id="named", values={"title": "Rosalinde comes by"})
    app.service.changes.change(held.lead, held.map_id, [said])
    screen = person_menu(held.open(), somebody, "Erase name")
    assert "Rosalinde comes by" in screen.said
    assert "Participant 2 comes by" in screen.said
    screen.press("Change 2 texts for good")
    titles = [one.title for one in app.service.maps.journey(held.lead, held.map_id).episodes]
    assert "Participant 2 comes by" in titles
    screen = person_menu(held.open(), somebody, "Erase name")
    screen.press("Erase the name")
    names = [one.name for one in app.service.workshops.admission.everybody(held.lead, held.workshop_id)]
    assert names == ["Noor", "Participant 2"]


def test_sixty_people_are_all_there_and_ten_at_once(app: App) -> None:
    held = hold(app, *(f"Person {n:02}" for n in range(60)))
    screen = held.open()
    assert "61 people here" in screen.said
    assert "51 more" in screen.said
    assert "Person 59" in screen.said


def test_a_second_device_is_let_in_by_the_facilitator(app: App) -> None:
    held = hold(app, "Mila")
    claimed = app.service.workshops.admission.claim(held.now.join_code, "Mila")
    screen = held.open()
    assert f"A second device wants to be Mila. It shows the number {claimed.number}." in screen.said
    screen.press("Allow it")
    assert app.service.workshops.admission.take(claimed.id, claimed.secret)


def here_of(screen: Screen) -> dict[str, bool]:
    """Who stands in the list of people, and whether they are here."""
    rows = "\n".join(found.value for found in screen.html if "jm-who" in found.value)
    return {name: bool(at) for at, name in re.findall(r'<i class="(\w*)"[^>]*></i><b[^>]*>(.*?)</b>', rows)}


def test_the_owner_stands_once_among_the_people_by_the_name_they_gave(app: App) -> None:
    held = hold(app, "Mila")
    app.service.house.here.told_by(lambda: (), lambda: {app.owner.id: "hand"})
    screen = held.open(person=app.owner).press("Everyone follows me")
    assert here_of(screen) == {"Noor": True, "Mila": False}
    assert held.now.leading == app.owner.id
    assert screen.said.count("raises a hand") == 1
    assert "Owner" not in screen.said
    app.service.house.here.told_by(lambda: ())
    assert held.open(person=app.owner).said.count("everyone follows") == 1


def test_who_leads_on_the_workshop_screen_is_here_without_a_board(app: App) -> None:
    held = hold(app, "Mila")
    helper = app.service.workshops.admission.promote(held.lead, held.workshop_id, held.people["Mila"].id)
    app.service.house.here.told_by(lambda: ())
    assert not here_of(held.open())["Mila"]
    held.open(person=helper)
    assert here_of(held.open())["Mila"]


def test_the_owner_makes_a_recovery_code_for_the_room(app: App) -> None:
    held = hold(app)
    screen = held.open(person=app.owner).press("New recovery code")
    seat = app.service.workshops.admission.recover(held.now.join_code, screen.code[-1].value)
    assert app.service.people.who(seat).id == held.lead.id


def test_a_new_recovery_code_is_shown_and_works(app: App) -> None:
    held = hold(app)
    screen = held.open().press("New recovery code")
    code = screen.code[-1].value
    assert app.service.people.who(app.service.workshops.admission.recover(held.now.join_code, code)).id == held.lead.id


# Who may


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
@pytest.mark.parametrize("page", ["workshop", "summary"])
def test_who_takes_part_is_offered_no_control(app: App, role: Role, page: str) -> None:
    held = hold(app)
    person = held.join("Mila", role)
    screen = held.open(page, person)
    for label in (
        "Start: What do you do?",
        "Edit the agenda",
        "Close the door",
        "Close the workshop",
        "Erase all names",
    ):
        assert label not in screen.labels
    if page == "workshop":
        assert "To my page" in screen.labels


def test_a_facilitator_of_another_workshop_sees_nothing_of_this_one(app: App) -> None:
    held, other = hold(app, title="Secret visit"), hold(app, title="Another")
    for page in ("workshop", "summary"):
        screen = app.open(page, other.lead, workshop=held.workshop_id)
        assert "Secret visit" not in screen.said


def test_without_a_workshop_the_page_says_what_to_do(app: App) -> None:
    assert "There is no workshop yet" in app.open("workshop").said
    held = hold(app)
    assert "A visit" in app.open("workshop").labels
    assert held.now.title == "A visit"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_is_led_in_both_languages(app: App, language: str, kind: StepKind) -> None:
    ballot = {StepKind.SCORES: Ballot(questions=("satisfaction", "importance_customer")), StepKind.VOTE: Ballot()}.get(
        kind
    )
    held = hold(app, "Mila", agenda=(Step(id="a", kind=kind, title="This one", minutes=3, ballot=ballot),))
    held.start(kind)
    screen = held.open(language=language)
    assert "This one" in screen.said
    if ballot is not None:
        held.reveal()
        screen.run()
        assert ("Nobody voted" if language == "en" else "Niemand heeft") in screen.said


# The map


def test_the_map_of_a_workshop_says_which_step_is_on(app: App) -> None:
    held = hold(app, "Mila")
    held.start(StepKind.MOMENTS)
    screen = app.open("map", held.lead, map=held.map_id)
    assert "Step 1 of 5: What do you do?" in screen.said
    assert "Back to the workshop" in screen.labels
    as_mila = app.open("map", held.people["Mila"], map=held.map_id)
    assert "Step 1 of 5" in as_mila.said
    assert "Back to the workshop" not in as_mila.labels
    alone = app.new_map("Mine")
    assert "Step 1" not in app.open("map", map=alone).said


# Scores


def test_scores_are_ranked_by_what_there_is_to_win_and_marked(app: App) -> None:
    scores = Ballot(questions=("satisfaction", "importance_customer", "importance_us"))
    agenda = (STEPS[0], Step(id="q", kind=StepKind.SCORES, title="How good is it?", ballot=scores))
    held = hold(app, "Mila", "Otto", agenda=agenda)
    held.start(StepKind.MOMENTS)
    held.write("Mila", "m1", "I call")
    held.write("Otto", "m2", "I wait")
    held.start(StepKind.SCORES)
    given = {"m1": (5, 2, 4), "m2": (1, 5, 3)}
    for name in ("Mila", "Otto"):
        for item, answers in given.items():
            for question, value in zip(scores.questions, answers, strict=True):
                values = {"round": held.now.at, "item": item, "question": question, "value": value}
                held.change(name, Add(table="votes", id=f"{name}{item}{question}", values=values))
    screen = held.open().press("Show the answers")
    html = next(found.value for found in screen.html if "<th scope='col'>Opportunity</th>" in found.value)
    assert html.index("I wait") < html.index("I call")
    heads = re.findall(r"<th scope='col'>(.*?)</th>", html)
    assert heads == ["What", "Satisfaction", "Importance to the customer", "Importance to us", "Opportunity"]
    cells = re.findall(r"<td.*?>(.*?)</td>", html[html.index("I wait") : html.index("I call")])
    assert [re.sub(r"<[^>]*>", "", cell).strip() for cell in cells] == ["1.0", "5.0", "3.0", "9.0 (1)"]
    text = summary_markdown(
        app.service.workshops.summaries.summary(app.owner, held.workshop_id), [], "en", held="today"
    )
    line = "- I wait: Opportunity 9.0, Satisfaction 1.0 (1–1), Importance to the customer 5.0 (5–5), Importance to us"
    assert f"{line} 3.0 (3–3)\n- I call: " in text
    screen.at("workshop", "top", held.now.at).set_value(1).run()
    screen.press("Mark it as a moment of truth")
    assert [moment.id for moment in held.journey().moments if moment.moment_of_truth] == ["m2"]


# Twice, and by several


def test_a_button_that_was_drawn_before_the_room_moved_on_does_nothing(app: App) -> None:
    held = hold(app)
    screen = held.open()
    held.start(StepKind.MOMENTS)
    held.start(StepKind.CHANNELS)
    screen.press("Start: What do you do?")
    assert held.step(StepKind.CHANNELS).state is StepState.RUNNING
    assert held.step(StepKind.MOMENTS).state is StepState.DONE


def test_a_page_is_behind_as_soon_as_anything_changed(app: App) -> None:
    held = hold(app, "Mila")
    cases = app.service.workshops
    seen = cases.results.pulse(held.lead, held.workshop_id)
    assert cases.results.pulse(held.lead, held.workshop_id) == seen
    held.start(StepKind.MOMENTS)
    started = cases.results.pulse(held.lead, held.workshop_id)
    held.write("Mila", "m1", "I call")
    written = cases.results.pulse(held.lead, held.workshop_id)
    held.join("Otto")
    assert len({seen, started, written, cases.results.pulse(held.lead, held.workshop_id)}) == 4
