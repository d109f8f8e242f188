"""Four trackers as their documents describe them: what stands there after a run, whatever happened in between."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pydantic import SecretStr

from journeymap.exchange.connected import github
from journeymap.exchange.connected.azure import Azure
from journeymap.exchange.connected.carry_out import RunOutcome, carry_out
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.github import GitHub
from journeymap.exchange.connected.jira import Jira
from journeymap.exchange.connected.linear import Linear
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, KeptItem, TrackerPlan, plan_of
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.trackers.work_items import WorkItem, line, title_of
from tests.support.trackers.azure import AzureServer
from tests.support.trackers.backlog import EPICS, STORIES_EACH, TITLE_OF_300, backlog, reworded
from tests.support.trackers.github import GitHubServer
from tests.support.trackers.http import HttpTracker, Reply, done_unseen, once, served
from tests.support.trackers.jira import JiraServer
from tests.support.trackers.linear import LinearServer
from tests.support.trackers.waits import Hurry

STORIES = EPICS * STORIES_EACH
CLIENTS: dict[str, Any] = {
    "jira": (JiraServer, Jira),
    "azure": (AzureServer, Azure),
    "github": (GitHubServer, GitHub),
    "linear": (LinearServer, Linear),
}


@dataclass
class Office:
    """Our side: the backlog, what is kept of earlier runs, and a client that is made anew for each of them."""

    server: Any
    http: HttpTracker
    client: Any
    items: list[WorkItem] = field(default_factory=backlog)
    kept: dict[str, KeptItem] = field(default_factory=dict)
    hurry: Hurry = field(default_factory=Hurry)
    stop_after: int = 10_000
    key: str = ""

    @contextmanager
    def tracker(self) -> Iterator[Any]:
        base = f"{self.http.base}{self.server.path}"
        key = SecretStr(self.key or self.server.key)
        target = Target(self.server.kind, base, self.server.project, key, self.server.user, self.server.form)
        client = self.client(target, self.hurry)
        try:
            yield client
        finally:
            client.close()

    def record(self, kept: KeptItem) -> None:
        self.kept[kept.id] = kept
        self.stop_after -= 1
        if not self.stop_after:
            raise KeyboardInterrupt

    def stopped(self) -> bool:
        return False

    def plan(self, tracker: Any, **wishes: set[str]) -> TrackerPlan:
        drafts = [tracker.draft(item, "en") for item in self.items]
        keys = {one.id: one.ref for one in self.kept.values()}
        found = tracker.find([draft.id for draft in drafts], keys)
        return plan_of(drafts, found, self.kept, ItemWishes(**{name: frozenset(ids) for name, ids in wishes.items()}))

    def run(self, **wishes: set[str]) -> tuple[TrackerPlan, RunOutcome]:
        outcome = RunOutcome()
        with self.tracker() as tracker:
            tracker.check()
            plan = self.plan(tracker, **wishes)
            carry_out(tracker, plan, self, lambda: "2026-01-01T00:00:00.000Z", outcome)
        return plan, outcome

    def look(self) -> TrackerPlan:
        with self.tracker() as tracker:
            tracker.check()
            return self.plan(tracker)

    def writes(self) -> int:
        """So many requests that change something."""
        return sum(self.server.changes(one) for one in self.http.asked)


@pytest.fixture(params=CLIENTS)
def office(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    # Its pace is a promise of its own: here nothing waits.
    monkeypatch.setattr(github, "PACE", ())
    made, client = CLIENTS[request.param]
    server = made()
    with served(server.answer) as http:
        yield Office(server, http, client)


@pytest.fixture
def full(office: Office) -> Office:
    """After the first run."""
    plan, outcome = office.run()
    assert (plan.writes, len(outcome.created), outcome.refused) == (EPICS + STORIES, EPICS + STORIES, {})
    office.http.asked.clear()
    return office


def story(at: int) -> str:
    return f"jm-a{at:011x}"


def test_each_story_stands_there_once_below_its_epic(full: Office) -> None:
    assert full.server.ids() == sorted(item.id for item in full.items)
    assert full.server.epics() == {item.id: item.parent for item in full.items if item.parent}


def test_every_text_is_there_to_the_letter(full: Office) -> None:
    for item in full.items:
        assert full.server.title(item.id) == item.title
        said = full.server.texts(item.id)
        for text in (item.lead, *item.criteria, *(text for _, texts in item.facts for text in texts)):
            assert text in said, (item.id, text)
    assert TITLE_OF_300 not in {item.title for item in full.items}
    assert title_of(TITLE_OF_300) in {full.server.title(item.id) for item in full.items}
    assert len(TITLE_OF_300) >= 300


def test_a_priority_is_given_once_and_is_the_teams_after_that(full: Office) -> None:
    given = [full.server.priority(item.id) for item in full.items if item.kind == "story"]
    assert given[:5] == full.server.priorities
    full.server.rank(story(1))
    changed = full.server.priority(story(1))
    assert full.look().writes == 0
    full.items = reworded(full.items, {story(1)})
    assert full.run()[1].updated == [story(1)]
    if full.server.kind != "github":
        assert full.server.priority(story(1)) == changed


def test_a_second_run_writes_nothing(full: Office) -> None:
    before = dict(full.kept)
    plan, outcome = full.run()
    assert plan.counts[ItemStep.UNCHANGED] == EPICS + STORIES
    assert (outcome.tried, full.writes(), full.kept) == (0, 0, before)


def test_what_changed_is_written_and_nothing_else(full: Office) -> None:
    ids = {story(at) for at in range(0, 140, 10)}
    full.items = reworded(full.items, ids)
    _, outcome = full.run()
    assert (set(outcome.updated), outcome.created, outcome.refused) == (ids, [], {})
    assert {one for one in full.server.ids() if full.server.title(one).startswith("Now ")} == ids
    assert all("Now otherwise." in full.server.texts(one) for one in ids)
    assert full.look().writes == 0


def test_a_story_of_another_episode_gets_its_epic(full: Office) -> None:
    other = full.items[-STORIES_EACH - 1]
    assert other.kind == "epic"
    full.items = [replace(item, parent=other.id) if item.id == story(0) else item for item in full.items]
    _, outcome = full.run()
    assert (outcome.updated, full.server.epics()[story(0)]) == ([story(0)], other.id)
    assert full.look().writes == 0


def test_what_people_did_there_is_told_and_stays(full: Office) -> None:
    full.server.close(story(1))
    full.server.delete(story(2))
    full.server.edit(story(3), "Ours now")
    full.server.label(story(4), "sprint-7")
    full.items = reworded(full.items, {story(1), story(3), story(4)})
    plan, outcome = full.run()
    steps = {item.id: item.step for item in plan.items if item.step is not ItemStep.UNCHANGED}
    assert steps == {
        story(1): ItemStep.CLOSED,
        story(2): ItemStep.GONE,
        story(3): ItemStep.EDITED,
        story(4): ItemStep.UPDATE,
    }
    assert outcome.updated == [story(4)]
    assert full.server.title(story(3)) == "Ours now"
    assert "sprint-7" in full.server.labels(story(4))
    assert story(2) not in full.server.ids()
    assert (full.kept[story(1)].closed, full.kept[story(2)].gone) == (True, True)


def test_what_was_deleted_is_made_again_where_it_is_asked_for(full: Office) -> None:
    full.server.delete(story(2))
    _, outcome = full.run(again={story(2)})
    assert outcome.created == [story(2)]
    assert full.server.ids().count(story(2)) == 1
    assert full.server.epics()[story(2)]
    assert full.look().writes == 0


def test_its_status_and_its_link_come_back(full: Office) -> None:
    full.server.close(story(1))
    with full.tracker() as tracker:
        tracker.check()
        found = tracker.find([story(0), story(1)], {})
    assert [found[story(at)].closed for at in (0, 1)] == [False, True]
    assert found[story(0)].status
    assert found[story(0)].status != found[story(1)].status
    assert found[story(0)].url.startswith(("http://127.0.0.1", "https://"))
    assert found[story(0)].url.endswith(found[story(0)].key.lstrip("#"))


@pytest.mark.parametrize("at", [1, 5, 11, 70])
def test_a_run_that_was_ended_goes_on_and_doubles_nothing(office: Office, at: int) -> None:
    # Where a search comes late, it does so here.
    office.server.lag = 3
    office.stop_after = at
    with pytest.raises(KeyboardInterrupt):
        office.run()
    assert len(office.kept) == at
    office.stop_after = 10_000
    _, outcome = office.run()
    assert not outcome.refused
    assert office.server.ids() == sorted(item.id for item in office.items)
    assert office.server.epics() == {item.id: item.parent for item in office.items if item.parent}
    assert office.look().writes == 0


def test_a_write_without_an_answer_is_not_made_twice(office: Office) -> None:
    office.http.disturb(*[done_unseen(office.server.creating) for _ in range(2)])
    for _ in range(3):
        with suppress(TrackerFault):
            office.run()
    assert office.http.disturbances == []
    assert office.server.ids() == sorted(item.id for item in office.items)
    assert office.look().writes == 0


def test_busy_and_broken_servers_are_asked_again_and_nothing_is_doubled(office: Office) -> None:
    creating = office.server.creating
    office.http.disturb(
        once(creating, Reply(429, {"message": "slow down"}, {"Retry-After": "30"})),
        once(creating, Reply(503, {}, {"Retry-After": "1"})),
        once("GET", Reply(500)),
        once("GET", Reply(200, {"cut": True}, cut=True)),
    )
    _, outcome = office.run()
    assert len(outcome.created) == EPICS + STORIES
    assert 30 in office.hurry.waits
    assert office.server.ids() == sorted(item.id for item in office.items)


def test_a_wrong_key_is_told_before_anything_is_written(office: Office) -> None:
    office.key = "wrong-key-of-somebody"
    with pytest.raises(TrackerFault) as why:
        office.run()
    assert why.value.kind == "credential"
    assert "wrong-key" not in f"{why.value.reason('en')}{why.value.reason('nl')}{why.value!r}"
    assert office.writes() == 0


def test_no_such_project_is_told_before_anything_is_written(office: Office) -> None:
    office.server.project = office.server.nowhere
    with office.tracker() as tracker, pytest.raises(TrackerFault) as why:
        tracker.check()
    assert why.value.kind in ("missing", "lacks")
    assert office.writes() == 0


def test_one_refused_story_holds_up_no_other(office: Office) -> None:
    office.server.refuses = line(office.items[5].title)
    _, outcome = office.run()
    refused = [item.id for item in office.items if item.title == office.server.refuses]
    assert sorted(outcome.refused) == sorted(refused)
    assert all(fault.kind == "field" and "refused here" in fault.reason() for fault in outcome.refused.values())
    assert len(outcome.created) == EPICS + STORIES - len(refused)
    office.server.refuses = ""
    assert sorted(office.run()[1].created) == sorted(refused)
