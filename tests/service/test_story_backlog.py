"""The backlog: what people decide about stories, who may, what one undo takes back, and two people at once."""

import pytest

from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import OF_THE_BACKLOG
from journeymap.domain.model.visibility import READERS
from journeymap.domain.model.workshop import StepKind
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.service.service import Service
from journeymap.service.story_backlog import BacklogView, StoryBacklog
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import hold

MAP = (
    Add(table="channels", id="phone", values={"name": "Phone"}),
    Add(table="channels", id="desk", values={"name": "Desk"}),
    Add(table="episodes", id="before", values={"title": "Before"}),
    Add(table="episodes", id="there", values={"title": "There"}),
    Add(table="moments", id="call", parent="before", values={"text": "I call the desk", "minutes": 10}),
    Add(table="moments", id="wait", parent="before", values={"text": "I wait"}),
    Add(table="moments", id="park", parent="there", values={"text": "I park the car"}),
    Add(table="needs", id="sure", parent="call", values={"text": "Certainty"}),
    Add(table="needs", id="heard", parent="call", values={"text": "Being heard"}),
    Add(table="touchpoints", id="t1", parent="call", values={"channel": "phone"}),
    Add(table="touchpoints", id="t2", parent="call", values={"channel": "desk"}),
    Add(table="backstage_steps", id="look", parent="call", values={"text": "Look in the planning", "team": "Desk"}),
)


class Desk:
    """A to-be of three moments, and whoever decides about its stories."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.me = service.people.owner()
        app = App(service)
        self.as_is = app.new_map("A visit", *MAP)
        self.map = service.maps.design_to_be(self.me, self.as_is)

    @property
    def backlog(self) -> StoryBacklog:
        return self.service.backlog

    def view(self) -> BacklogView:
        return self.backlog.of(self.me, self.map)

    def stories(self) -> list[UserStory]:
        return [story for epic in self.view().epics for story in epic.stories]

    def story(self, handle: str) -> UserStory:
        return next(story for story in self.stories() if story.handle == handle)

    def handles(self) -> list[str]:
        return [story.handle for story in self.stories()]

    def undo(self) -> None:
        self.service.changes.undo(self.me, self.map)

    def change(self, *changes: Add | Set | Remove) -> None:
        self.service.changes.change(self.me, self.map, changes)


@pytest.fixture
def desk(service: Service) -> Desk:
    return Desk(service)


def test_what_somebody_writes_stays_and_what_the_map_says_now_stands_beside_it(desk: Desk) -> None:
    before = desk.story("call")
    written = {"title": "Answer at once", "criteria": "Given I call\nWhen it rings\nThen somebody answers"}
    desk.backlog.edit(desk.me, desk.map, before.id, written)
    story = desk.story("call")
    assert (story.id, story.title, story.sentence) == (before.id, "Answer at once", before.sentence)
    assert [(one.given, one.when, one.then) for one in story.tests] == [("I call", "it rings", "somebody answers")]
    assert not story.overtaken
    desk.change(Set(table="moments", id="call", field="text", value="I call the park"))
    (title,) = [one for one in desk.story("call").overtaken if one.field == "title"]
    assert (desk.story("call").title, title.then, title.now) == ("Answer at once", "I call the desk", "I call the park")
    assert [story.handle for story in desk.view().overtaken] == ["call"]
    desk.backlog.keep(desk.me, desk.map, before.id, "title")
    desk.backlog.keep(desk.me, desk.map, before.id, "criteria")
    assert not desk.story("call").overtaken
    desk.backlog.take_over(desk.me, desk.map, before.id, "title")
    assert (desk.story("call").title, [one.field for one in desk.story("call").edited]) == (
        "I call the park",
        ["criteria"],
    )


def test_what_the_map_says_itself_is_not_kept_as_somebodys_words(desk: Desk) -> None:
    story = desk.story("call")
    assert desk.backlog.edit(desk.me, desk.map, story.id, {"sentence": f" {story.sentence} "}) is None
    assert not desk.service.maps.journey(desk.me, desk.map).count("stories")


def test_a_team_says_how_large_whose_and_how_far_a_story_is(desk: Desk) -> None:
    said = {"estimate": 3, "team": "Desk", "status": "ready", "priority": "high", "labels": ["phone", "quick win"]}
    desk.backlog.edit(desk.me, desk.map, "call", said)
    story = desk.story("call")
    assert (story.estimate, story.team, story.status, story.own_labels) == (3, "Desk", "ready", ("phone", "quick win"))
    assert (story.priority, story.priority_chosen) == ("high", True)
    assert "quick-win" in story.labels
    desk.backlog.edit(desk.me, desk.map, "call", {"priority": "", "estimate": None})
    story = desk.story("call")
    assert (story.priority, story.priority_chosen, story.estimate) == (story.priority_proposed, False, None)
    with refused("invalid", "too-low"):
        desk.backlog.edit(desk.me, desk.map, "call", {"estimate": -1})
    with refused("invalid", "no-such-field"):
        desk.backlog.edit(desk.me, desk.map, "call", {"moment": "wait"})


def test_what_is_left_out_is_said_with_its_reason_and_stays_on_the_map(desk: Desk) -> None:
    desk.backlog.exclude(desk.me, desk.map, ["wait", "park"], "Not this year")
    assert desk.handles() == ["call"]
    assert [(one.title, one.reason) for one in desk.view().left_out] == [
        ("I wait", "Not this year"),
        ("I park the car", "Not this year"),
    ]
    assert desk.service.maps.journey(desk.me, desk.map).count("moments") == 3
    desk.undo()
    assert desk.handles() == ["call", "wait", "park"]
    desk.backlog.exclude(desk.me, desk.map, ["wait"])
    desk.backlog.include(desk.me, desk.map, [desk.view().left_out[0].id])
    assert desk.handles() == ["call", "wait", "park"]


@pytest.mark.parametrize("by", ["need", "channel"])
def test_a_story_is_split_and_put_together_again_and_nothing_is_lost(desk: Desk, by: str) -> None:
    before = desk.story("call")
    desk.backlog.split(desk.me, desk.map, "call", by)  # type: ignore[arg-type]
    whole, part = [story for story in desk.stories() if story.moment_id == "call"]
    assert (whole.id, part.part) == (before.id, by)
    assert part.id != whole.id
    assert part.title == ("I call the desk: Being heard" if by == "need" else "I call the desk: Desk")
    assert {*whole.needs, *part.needs} == {*before.needs}
    assert {*whole.channels, *part.channels} == {*before.channels}
    assert (whole.tasks, part.tasks) == (before.tasks, ())
    desk.backlog.combine(desk.me, desk.map, [whole.id, part.id])
    (again,) = [story for story in desk.stories() if story.moment_id == "call"]
    assert {*again.criteria} == {*before.criteria}
    assert (set(again.needs), set(again.channels)) == (set(before.needs), set(before.channels))
    assert [one.title for one in again.taken_in] == [part.title]
    desk.backlog.part_again(desk.me, desk.map, again.id)
    assert len([story for story in desk.stories() if story.moment_id == "call"]) == 2
    desk.backlog.remove(desk.me, desk.map, part.id)
    assert desk.story("call").sentence == before.sentence
    with refused("invalid", f"story-one-{by}"):
        desk.backlog.split(desk.me, desk.map, "wait", by)  # type: ignore[arg-type]


def test_a_part_whose_need_is_gone_keeps_what_was_written_and_says_so(desk: Desk) -> None:
    desk.backlog.split(desk.me, desk.map, "call", "need")
    part = next(story for story in desk.stories() if story.part)
    desk.backlog.edit(desk.me, desk.map, part.id, {"title": "Somebody listens"})
    desk.change(Remove(table="needs", id="heard"))
    left = desk.story(part.handle)
    assert (left.title, left.needs) == ("Somebody listens", ())
    assert left.hints == ("what this part was for is gone from the map",)
    desk.undo()
    assert desk.story(part.handle).needs == ("Being heard",)


def test_by_hand_each_text_is_one_more_story(desk: Desk) -> None:
    desk.backlog.split(desk.me, desk.map, "wait", "hand", ["A chair", "As a visitor, I want to read, so that I relax."])
    parts = [story for story in desk.stories() if story.part == "hand"]
    assert [story.title for story in parts] == ["A chair", "I wait"]
    assert parts[1].sentence == "As a visitor, I want to read, so that I relax."
    with refused("invalid", "story-nothing-to-split"):
        desk.backlog.split(desk.me, desk.map, "wait", "hand", [" "])


def test_stories_of_two_moments_become_one_with_all_that_both_are_for(desk: Desk) -> None:
    desk.backlog.combine(desk.me, desk.map, ["call", "wait"])
    story = desk.story("call")
    assert desk.handles() == ["call", "park"]
    assert story.moments == ("call", "wait")
    assert [one.title for one in story.taken_in] == ["I wait"]
    with refused("invalid", "story-combine-one"):
        desk.backlog.combine(desk.me, desk.map, ["call", "call"])


def test_what_is_added_by_hand_stands_in_its_episode_and_can_go_to_another(desk: Desk) -> None:
    made = desk.backlog.add(desk.me, desk.map, "before", "Log every call")
    story = next(story for story in desk.stories() if story.id == made)
    assert (story.title, story.moment_id, story.changed) == ("Log every call", "", True)
    assert [one.id for one in desk.view().epics[0].stories][-1] == made
    desk.backlog.move(desk.me, desk.map, made, "park")
    assert [one.id for one in desk.view().epics[1].stories][-1] == made
    desk.undo()
    assert [one.id for one in desk.view().epics[0].stories][-1] == made
    with refused("invalid", "story-stays-in-episode"):
        desk.backlog.move(desk.me, desk.map, "call", "park")
    with refused("invalid", "story-says-nothing"):
        desk.backlog.edit(desk.me, desk.map, made, {"title": " "})
    with refused("invalid", "story-is-a-moment"):
        desk.backlog.remove(desk.me, desk.map, "call")
    desk.change(Remove(table="episodes", id="before"))
    assert desk.handles() == ["park"]
    desk.undo()
    assert made in [story.id for story in desk.stories()]


def test_a_story_that_is_put_elsewhere_stays_there_whatever_the_map_does(desk: Desk) -> None:
    desk.backlog.move(desk.me, desk.map, "wait")
    assert desk.handles() == ["wait", "call", "park"]
    desk.change(Add(table="moments", id="first", parent="before", after=None, values={"text": "I look it up"}))
    assert desk.handles() == ["wait", "first", "call", "park"]
    desk.backlog.move(desk.me, desk.map, "wait", "first")
    assert desk.handles() == ["first", "wait", "call", "park"]


def test_stories_wait_for_one_another_but_never_for_themselves(desk: Desk) -> None:
    desk.backlog.link(desk.me, desk.map, "park", "wait")
    desk.backlog.link(desk.me, desk.map, "wait", "call")
    assert desk.story("park").depends_on == (desk.story("wait").id,)
    with refused("invalid", "story-link-circle"):
        desk.backlog.link(desk.me, desk.map, "call", "park")
    with refused("invalid", "story-link-circle"):
        desk.backlog.link(desk.me, desk.map, "call", "call")
    with refused("invalid", "story-link-twice"):
        desk.backlog.link(desk.me, desk.map, "park", "wait")
    desk.backlog.unlink(desk.me, desk.map, "park", "wait")
    assert desk.story("park").depends_on == ()


def test_a_finding_that_is_put_aside_is_back_only_where_it_is_about_something_else(desk: Desk) -> None:
    story = desk.story("call")
    finding = next(one for one in desk.view().findings.of(story.id) if one.rule == "several-needs")
    desk.backlog.put_aside(desk.me, desk.map, story.id, finding.rule, finding.about, "They belong together")
    assert finding not in desk.view().findings.of(story.id)
    assert [(one.finding.rule, one.reason) for one in desk.view().asides[story.id]] == [
        ("several-needs", "They belong together")
    ]
    desk.change(Set(table="moments", id="call", field="minutes", value=3))
    assert desk.view().asides
    desk.change(Add(table="needs", id="more", parent="call", values={"text": "Rest"}))
    assert "several-needs" in [one.rule for one in desk.view().findings.of(story.id)]
    desk.change(Remove(table="needs", id="more"))
    desk.backlog.take_back(desk.me, desk.map, story.id, finding.rule, finding.about)
    assert not desk.view().asides


def test_of_two_people_who_are_first_at_once_neither_is_lost(desk: Desk) -> None:
    desks = [desk.backlog._desk(desk.me, desk.map) for _ in range(2)]
    asked = [one.edit("call", {name: "Ours"}) for one, name in zip(desks, ("title", "team"), strict=True)]
    desk.change(*asked[0])  # type: ignore[arg-type]
    with refused("invalid", "id-used"):
        desk.change(*asked[1])  # type: ignore[arg-type]
    desk.backlog.edit(desk.me, desk.map, "call", {"team": "Ours"})
    assert (desk.story("call").title, desk.story("call").team) == ("Ours", "Ours")


def test_a_moment_takes_its_story_along_and_undo_brings_both_back(desk: Desk) -> None:
    desk.backlog.edit(desk.me, desk.map, "call", {"title": "Answer at once"})
    desk.backlog.link(desk.me, desk.map, "park", "call")
    desk.backlog.put_aside(desk.me, desk.map, "call", "several-needs", "x")
    before = desk.service.maps.journey(desk.me, desk.map)
    desk.change(Remove(table="moments", id="call"))
    after = desk.service.maps.journey(desk.me, desk.map)
    assert (after.count("stories"), after.count("story_links"), after.count("story_asides")) == (1, 0, 0)
    desk.undo()
    assert desk.service.maps.journey(desk.me, desk.map).same_rows(before)


def test_who_may_decide_is_asked_on_the_server(service: Service) -> None:
    held = hold(App(service), "Mila")
    held.write("", "m", "I queue")
    to_be = service.maps.design_to_be(held.lead, held.map_id)
    watcher: Participant = held.lead.model_copy(update={"id": "watcher", "role": Role.OBSERVER})
    moment = held.journey().moments[0].id
    with refused("forbidden", "may-not-edit"):
        service.backlog.edit(watcher, to_be, moment, {"title": "x"})
    held.start(StepKind.VOTE)
    with refused("forbidden", "not-in-this-step"):
        service.backlog.edit(held.people["Mila"], to_be, moment, {"title": "x"})
    with refused("invalid", "story-in-as-is"):
        service.backlog.edit(held.lead, held.map_id, moment, {"title": "x"})
    with refused("gone", "row-gone"):
        service.backlog.edit(held.lead, to_be, "nobody", {"title": "x"})
    service.backlog.edit(held.lead, to_be, moment, {"title": "x", "team": "Desk"})
    journey = service.maps.journey(held.lead, to_be)
    assert not any(READERS.of_map(journey).tables[table] for table in OF_THE_BACKLOG)


def test_a_copy_takes_what_was_decided_along(desk: Desk) -> None:
    desk.backlog.edit(desk.me, desk.map, "call", {"title": "Answer at once"})
    desk.backlog.move(desk.me, desk.map, "wait")
    copy = desk.service.maps.duplicate(desk.me, desk.map)
    epics = desk.backlog.of(desk.me, copy).epics
    assert [story.title for story in epics[0].stories] == ["I wait", "Answer at once"]


def test_only_what_changes_something_is_taken_away_unless_somebody_asks_otherwise(desk: Desk) -> None:
    exchange = desk.service.exchange
    assert "Nothing has changed since" in exchange.export(desk.me, desk.map, "stories-markdown").content.decode()
    desk.change(Set(table="moments", id="wait", field="text", value="I sit and read"))
    desk.backlog.add(desk.me, desk.map, "before", "Log every call")
    taken = exchange.export(desk.me, desk.map, "stories-markdown")
    said = taken.content.decode()
    assert ("### I sit and read" in said, "### Log every call" in said, "### I park" in said) == (True, True, False)
    assert taken.name.endswith("-changed.md")
    every = exchange.export(desk.me, desk.map, "stories-markdown", only_changed=False).content.decode()
    assert "### I park the car" in every


def test_a_story_has_work_where_one_that_is_combined_in_it_has(desk: Desk) -> None:
    desk.change(Set(table="moments", id="wait", field="minutes", value=3))
    desk.backlog.combine(desk.me, desk.map, ["call", "wait"])
    (story,) = [one for epic in desk.backlog.of(desk.me, desk.map, only_changed=True).epics for one in epic.stories]
    assert story.handle == "call"
    assert "wait" in story.moments


def test_what_somebody_writes_in_a_story_that_stays_as_it_is_is_work(desk: Desk) -> None:
    desk.backlog.edit(desk.me, desk.map, "park", {"sentence": "As a guest, I want to park for free."})
    (story,) = [one for epic in desk.backlog.of(desk.me, desk.map, only_changed=True).epics for one in epic.stories]
    assert story.handle == "park"


def test_no_story_waits_for_itself_by_being_combined(desk: Desk) -> None:
    desk.backlog.link(desk.me, desk.map, "call", "park")
    desk.backlog.link(desk.me, desk.map, "park", "wait")
    with refused("invalid", "story-link-circle"):
        desk.backlog.combine(desk.me, desk.map, ["call", "wait"])
    desk.backlog.unlink(desk.me, desk.map, "park", "wait")
    desk.backlog.combine(desk.me, desk.map, ["call", "wait"])
    assert desk.story("park").depends_on == ()


def test_a_part_is_gone_with_its_need_and_back_with_it(desk: Desk) -> None:
    desk.backlog.split(desk.me, desk.map, "call", "need")
    assert len(desk.stories()) == 4
    desk.change(Remove(table="needs", id="heard"))
    assert desk.handles() == ["call", "wait", "park"]
    desk.undo()
    assert len(desk.stories()) == 4


def test_a_story_put_behind_itself_stays_where_it_is(desk: Desk) -> None:
    desk.backlog.move(desk.me, desk.map, "wait", "wait")
    assert desk.handles() == ["call", "wait", "park"]


@pytest.mark.parametrize("labels", [["jm-0123456789ab"], ["ok", "JM-x"]])
def test_no_label_passes_for_the_id_of_a_story(desk: Desk, labels: list[str]) -> None:
    with refused("invalid", "story-label-id"):
        desk.backlog.edit(desk.me, desk.map, "call", {"labels": labels})


def test_criteria_without_end_are_refused(desk: Desk) -> None:
    with refused("invalid", "too-many-lines"):
        desk.backlog.edit(desk.me, desk.map, "call", {"criteria": "x\n" * 500 + "x"})
    desk.backlog.edit(desk.me, desk.map, "call", {"criteria": "\n".join(f"line {n}" for n in range(120))})
    assert desk.story("call").edited


def test_a_customer_decides_nothing_about_the_backlog(service: Service) -> None:
    app = App(service)
    to_be = app.new_map("A dream", *MAP, kind="to-be")
    customer = app.join(Role.CUSTOMER, to_be)
    with refused("forbidden", "story-of-the-team"):
        service.backlog.edit(customer, to_be, "call", {"team": "Desk"})
