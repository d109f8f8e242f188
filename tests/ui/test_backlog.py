"""The backlog on the screen: its list, a story opened, and what somebody decides about it."""

from typing import Any

import pytest

from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.ui.screens.stories.backlog_rows import backlog_groups
from journeymap.ui.screens.stories.criteria_field import criteria_faults
from journeymap.ui.state import key
from tests.support.app import App, Screen
from tests.support.nature_park import park

MOVED = "Find out which insect we caught"


def listed(screen: Screen, map_id: str) -> dict[str, Any]:
    """What the list is told."""
    found: dict[str, Any] = screen.at("backlog", "list", map_id).given
    return found


def order(screen: Screen, map_id: str, at: int = 0) -> list[str]:
    return [story["title"] for story in listed(screen, map_id)["groups"][at]["stories"]]


def story_of(app: App, map_id: str, handle: str, person: Participant | None = None) -> UserStory:
    epics = app.service.backlog.of(person or app.owner, map_id).epics
    return next(story for epic in epics for story in epic.stories if story.handle == handle)


def opened(app: App, map_id: str, handle: str, **how: Any) -> Screen:
    screen = app.open("stories", map=map_id, **how)
    screen.session_state[key("backlog", "open", map_id)] = handle
    screen.run()
    return screen


@pytest.fixture
def to_be(app: App) -> str:
    return park(app)[1]


@pytest.fixture
def first(app: App, to_be: str) -> UserStory:
    return app.service.backlog.of(app.owner, to_be).epics[0].stories[0]


# The list


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_backlog_is_what_one_sees_first(app: App, to_be: str, language: str) -> None:
    told = listed(app.open("stories", map=to_be, language=language), to_be)
    journey = app.service.maps.journey(app.owner, to_be)
    assert [group["title"] for group in told["groups"]] == [episode.title for episode in journey.episodes]
    titles = [story["title"] for group in told["groups"] for story in group["stories"]]
    assert titles == [moment.text for moment in journey.moments]
    assert told["may"]


def test_a_line_says_what_was_decided_about_its_story(app: App, to_be: str, first: UserStory) -> None:
    said = {"estimate": 5.0, "team": "Web", "status": "ready", "priority": "high", "labels": ["soon", "beta"]}
    app.service.backlog.edit(app.owner, to_be, first.handle, said)
    line = listed(app.open("stories", map=to_be), to_be)["groups"][0]["stories"][0]
    wanted = {"estimate": "5", "team": "Web", "status": "ready", "priority": "high", "chosen": True}
    assert {name: line[name] for name in wanted} == wanted
    assert line["labels"] == ["soon", "beta"]
    about = listed(app.open("stories", map=to_be), to_be)["groups"][0]["about"]
    assert about == "7 stories · 5 points · 6 without an estimate"


def test_a_part_and_one_by_hand_are_marked_by_their_number(app: App, to_be: str) -> None:
    episode = app.service.maps.journey(app.owner, to_be).episodes[0].id
    app.service.backlog.add(app.owner, to_be, episode, "Keep the call log")
    view = app.service.backlog.of(app.owner, to_be)
    told = backlog_groups(view.epics, {}, view.findings, "en")[0]["stories"][-1]
    assert (told["title"], told["number"]) == ("Keep the call log", "+")


def test_a_story_that_is_moved_stands_there_for_everybody(app: App, to_be: str) -> None:
    screen = app.open("stories", map=to_be)
    before = order(screen, to_be)
    handles = [story["id"] for story in listed(screen, to_be)["groups"][0]["stories"]]
    app.service.backlog.move(app.owner, to_be, handles[0], handles[2])
    other = app.open("stories", map=to_be)
    assert order(other, to_be) == [*before[1:3], before[0], *before[3:]]


def test_what_is_left_out_stands_below_with_its_reason_and_comes_back(app: App, to_be: str, first: UserStory) -> None:
    app.service.backlog.exclude(app.owner, to_be, [first.handle], "not this year")
    screen = app.open("stories", map=to_be)
    assert first.title not in order(screen, to_be)
    assert "One story is left out" in screen.said
    assert "not this year" in screen.said
    screen.press("Take in again")
    assert order(screen, to_be)[0] == first.title
    assert "not this year" not in screen.said


def test_a_story_is_added_by_hand_at_the_end_of_an_episode(app: App, to_be: str) -> None:
    screen = app.open("stories", map=to_be)
    screen.at("backlog", "add", "title", to_be).set_value("Keep the call log").run()
    screen.press("Add")
    assert order(screen, to_be)[-1] == "Keep the call log"
    screen.press("Add")
    assert "give it a title or a sentence" in " ".join(toast.value for toast in screen.toast)


def test_whoever_may_not_edit_sees_no_controls(app: App, to_be: str, first: UserStory) -> None:
    watching = app.join(Role.OBSERVER, to_be)
    screen = opened(app, to_be, first.handle, person=watching)
    assert not listed(screen, to_be)["may"]
    assert not {"Add", "Save", "Put aside", "Leave out"} & set(screen.labels)
    assert first.sentence in screen.said


# A story opened


def test_what_somebody_writes_is_kept_and_the_rest_stays_the_maps(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "sentence", first.handle).set_value("As a family, we want a magazine.").run()
    screen.at("backlog", "estimate", first.handle).set_value(3.0).run()
    assert "2 changes are not saved yet." in screen.said
    screen.press("Save")
    now = story_of(app, to_be, first.handle)
    assert (now.sentence, now.estimate, now.title) == ("As a family, we want a magazine.", 3.0, first.title)
    assert [one.field for one in now.edited] == ["sentence"]
    assert "Save" not in screen.labels


@pytest.mark.parametrize(("press", "sentence"), [("Take over", "hear from a friend"), ("Keep mine", "Mine.")])
def test_what_the_moment_says_now_is_taken_over_or_not(
    app: App, to_be: str, first: UserStory, press: str, sentence: str
) -> None:
    app.service.backlog.edit(app.owner, to_be, first.handle, {"sentence": "Mine."})
    change = Set(table="moments", id=first.moment_id, field="text", value="Hear from a friend")
    app.service.changes.change(app.owner, to_be, [change])
    screen = opened(app, to_be, first.handle)
    assert "One story says something by hand that its micro-moment says otherwise by now." in screen.said
    assert "The micro-moment says now:" in screen.said
    assert "hear from a friend" in screen.said
    screen.press(press)
    now = story_of(app, to_be, first.handle)
    assert sentence in now.sentence
    assert now.overtaken == ()
    assert screen.at("backlog", "sentence", first.handle).value == now.sentence
    assert "The micro-moment says now:" not in screen.said


def test_two_who_write_at_once_lose_nothing(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "title", first.handle).set_value("My title").run()
    app.service.backlog.edit(app.owner, to_be, first.handle, {"title": "Theirs", "team": "Web"})
    screen.run()
    assert screen.at("backlog", "title", first.handle).value == "My title"
    assert screen.at("backlog", "team", first.handle).value == "Web"
    assert "Somebody else wrote meanwhile:" in screen.said
    assert "Theirs" in screen.said
    screen.press("Take theirs")
    assert screen.at("backlog", "title", first.handle).value == "Theirs"
    assert "Somebody else wrote meanwhile:" not in screen.said


def test_a_story_waits_for_others_and_no_longer(app: App, to_be: str, first: UserStory) -> None:
    other = app.service.backlog.of(app.owner, to_be).epics[0].stories[1]
    screen = opened(app, to_be, first.handle)
    waits = screen.at("backlog", "waits", first.handle)
    waits.set_value([other.id]).run()
    screen.press("Save")
    assert story_of(app, to_be, first.handle).depends_on == (other.id,)
    assert listed(screen, to_be)["groups"][0]["stories"][0]["waits"] == "1.2"
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "waits", first.handle).set_value([]).run()
    screen.press("Save")
    assert story_of(app, to_be, first.handle).depends_on == ()


@pytest.mark.parametrize(
    ("tongue", "text", "faults"),
    [
        ("en", "Given a, when b, then c.\nGiven d, when e, then f.", 0),
        ("en", "Given I park\nWhen I pay\nThen it opens", 0),
        ("en", "Given I park\nThen it opens\nWhen I pay", 1),
        ("en", "Given I park\nWhen I pay", 1),
        ("en", "Given a, when b, then c.\nGiven I park\nWhen I pay\nThen it opens\nGiven d\nThen e", 1),
        ("nl", "Stel ik parkeer\nAls ik betaal\nDan gaat het open", 0),
        ("nl", "Dan gaat het open\nAls ik betaal\nStel ik parkeer", 1),
        ("en", '@smoke\n| a |\n"""', 0),
    ],
)
def test_criteria_in_lines_are_read_as_a_tree_while_one_writes(tongue: str, text: str, faults: int) -> None:
    for said_in in LANGUAGES:
        assert len(criteria_faults(text, tongue, said_in)) == faults


def test_a_wrong_order_is_said_below_the_field(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    text = "Given I park\nThen it opens\nWhen I pay"
    screen.at("backlog", "criteria", first.handle).set_value(text).run()
    assert "A criterion goes from Given over When to Then" in screen.said


def test_what_is_refused_stays_typed(app: App, to_be: str, first: UserStory) -> None:
    other = app.service.backlog.of(app.owner, to_be).epics[0].stories[1]
    app.service.backlog.link(app.owner, to_be, other.id, first.id)
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "waits", first.handle).set_value([other.id]).run()
    screen.press("Save")
    assert "Then a story would wait for itself" in screen.said
    assert screen.at("backlog", "waits", first.handle).value == [other.id]


def test_what_was_typed_stays_where_the_story_goes_meanwhile(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "sentence", first.handle).set_value("My long thought.").run()
    app.service.backlog.exclude(app.owner, to_be, [first.handle])
    screen.run()
    assert "no longer in the backlog" in screen.said
    assert "My long thought." in screen.said
    screen.press("I have it")
    assert "My long thought." not in screen.said


def test_a_text_that_is_too_long_is_said_and_not_cut(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "title", first.handle).set_value("x" * 300).run()
    screen.press("Save")
    assert "280" in screen.error[0].value
    assert screen.at("backlog", "title", first.handle).value == "x" * 300


# Findings, parts


def with_rule(app: App, map_id: str, rule: str) -> UserStory:
    view = app.service.backlog.of(app.owner, map_id)
    stories = [story for epic in view.epics for story in epic.stories]
    return next(story for story in stories if any(one.rule == rule for one in view.findings.of(story.id)))


def test_a_finding_is_put_aside_with_a_reason_and_taken_back(app: App, to_be: str) -> None:
    story = with_rule(app, to_be, "several-needs")
    count = len(app.service.backlog.of(app.owner, to_be).findings.of(story.id))
    screen = opened(app, to_be, story.handle)
    screen.at("backlog", "reason", story.handle, 0).set_value("one team builds both").run()
    screen.press("Put aside")
    assert len(app.service.backlog.of(app.owner, to_be).findings.of(story.id)) == count - 1
    assert "one team builds both" in screen.said
    screen.press("Take back")
    assert len(app.service.backlog.of(app.owner, to_be).findings.of(story.id)) == count


def test_a_proposed_split_is_taken_over_with_one_click(app: App, to_be: str) -> None:
    story = with_rule(app, to_be, "several-needs")
    screen = opened(app, to_be, story.handle)
    screen.press("Split so")
    epics = app.service.backlog.of(app.owner, to_be).epics
    parts = [one for epic in epics for one in epic.stories if one.moment_id == story.moment_id]
    assert [one.needs for one in parts] == [(need,) for need in story.needs]


def test_a_proposed_wording_is_taken_over_with_one_click(app: App, to_be: str, first: UserStory) -> None:
    change = Set(table="moments", id=first.moment_id, field="text", value="Read the magazine (at home)")
    app.service.changes.change(app.owner, to_be, [change])
    story = with_rule(app, to_be, "brackets")
    screen = opened(app, to_be, story.handle)
    screen.press("Use this wording")
    assert "read the magazine, so that" in story_of(app, to_be, story.handle).sentence


def test_a_story_is_split_by_hand_with_a_line_each(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    if screen.at("backlog", "split-by", first.handle).value != "hand":
        screen.at("backlog", "split-by", first.handle).set_value("hand").run()
    screen.at("backlog", "split-texts", first.handle).set_value("Print it\n\nSend it\n").run()
    screen.named("Split").click().run()
    assert order(screen, to_be)[:3] == [first.title, "Print it", "Send it"]


def test_two_stories_become_one_and_part_again(app: App, to_be: str, first: UserStory) -> None:
    other = app.service.backlog.of(app.owner, to_be).epics[0].stories[1]
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "combine-with", first.handle).set_value(other.id).run()
    screen.press("Combine")
    assert other.title not in order(screen, to_be)
    assert story_of(app, to_be, first.handle).taken_in[0].title == other.title
    screen.press("Part them again")
    assert other.title in order(screen, to_be)


def test_a_story_is_left_out_with_a_reason_from_where_it_is_open(app: App, to_be: str, first: UserStory) -> None:
    screen = opened(app, to_be, first.handle)
    screen.at("backlog", "exclude-reason", first.handle).set_value("too dear").run()
    screen.press("Leave out")
    (left,) = app.service.backlog.of(app.owner, to_be).left_out
    assert (left.title, left.reason) == (first.title, "too dear")
    assert first.title not in order(screen, to_be)
    assert "Save" not in screen.labels


def test_whoever_edits_closes_the_story_by_a_button_that_says_what_is_not_saved(
    app: App, to_be: str, first: UserStory
) -> None:
    screen = opened(app, to_be, first.handle)
    close = screen.at("backlog", "close", first.handle)
    assert close.label == "Close"
    screen.at("backlog", "title", first.handle).set_value("My title").run()
    close = screen.at("backlog", "close", first.handle)
    assert close.label == "Close without saving"
    close.click().run()
    assert not [one for one in screen.button if one.key == key("backlog", "save", first.handle)]
    assert story_of(app, to_be, first.handle).title == first.title
