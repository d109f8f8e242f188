"""What is Jira's own: documents, bulk, a search that comes late, and what a project must have."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.jira import Jira
from journeymap.exchange.connected.jira_document import MOST_OF_TEXT, document
from journeymap.exchange.connected.jira_note import FRESH
from journeymap.exchange.connected.tracker import FoundItem, NotMade, Target
from journeymap.exchange.trackers.work_items import WorkItem
from tests.support.trackers.backlog import backlog
from tests.support.trackers.http import HttpTracker, done_unseen, served
from tests.support.trackers.jira import ADF, KEY, USER, JiraServer
from tests.support.trackers.waits import Hurry


class Dying(Hurry):
    """The process ends at the first wait."""

    def wait(self, timeout: float) -> bool:
        raise KeyboardInterrupt


@pytest.fixture
def server() -> JiraServer:
    return JiraServer()


@pytest.fixture
def http(server: JiraServer) -> Iterator[HttpTracker]:
    with served(server.answer) as it:
        yield it


@pytest.fixture
def jira(http: HttpTracker) -> Iterator[Jira]:
    client = Jira(Target("jira", http.base, "JM", SecretStr(KEY), USER), Hurry())
    yield client
    client.close()


def fault(jira: Jira) -> TrackerFault:
    with pytest.raises(TrackerFault) as why:
        jira.check()
    return why.value


@pytest.mark.parametrize("item", backlog(), ids=lambda item: item.id)
def test_every_text_is_a_document_of_the_published_form(item: WorkItem) -> None:
    for one in (item, replace(item, lead="", criteria=(), facts=()), replace(item, facts=(("", ("",)),))):
        assert ADF.is_valid(json.loads(document(one, "nl")))


def test_a_text_that_is_too_long_loses_its_end_and_never_its_id() -> None:
    item = replace(backlog()[1], lead='"' * 20_000, facts=tuple((f"Fact {n}", ('"x" ' * 200,)) for n in range(90)))
    said = document(item, "en")
    assert len(said) <= MOST_OF_TEXT
    assert ADF.is_valid(json.loads(said))
    assert item.id in said
    assert "…" in said
    assert "Fact 0" in said


def test_the_server_takes_no_more_than_fifty_at_once_and_no_label_with_a_space(http: HttpTracker) -> None:
    """What the contract tests rest on."""
    one = {"fields": {"summary": "x", "labels": ["a b"], "project": {"id": "10"}, "issuetype": {"id": "10000"}}}
    with httpx.Client(base_url=http.base, auth=(USER, KEY), trust_env=False) as client:
        bulk = client.post("/rest/api/3/issue/bulk", json={"issueUpdates": [one] * 51})
        label = client.post("/rest/api/3/issue/bulk", json={"issueUpdates": [one]})
    assert "limit" in bulk.text
    assert (bulk.status_code, label.status_code) == (400, 400)
    assert "contains spaces" in label.text


def test_140_stories_take_few_requests(jira: Jira, http: HttpTracker) -> None:
    drafts = [jira.draft(item, "en") for item in sorted(backlog(), key=lambda item: item.kind)]
    assert all(isinstance(one, FoundItem) for one in jira.create(drafts, {}))
    assert http.count("POST /rest/api/3/issue/bulk") - http.count("POST /rest/api/3/issue/bulkfetch") == 4


def test_what_a_search_does_not_know_yet_is_found_by_its_number(jira: Jira, server: JiraServer) -> None:
    server.lag = 1000
    items = sorted(backlog(), key=lambda item: item.kind)[:20]
    made = list(jira.create([jira.draft(item, "en") for item in items], {}))
    refs = {one.id: one.ref for one in made if isinstance(one, FoundItem)}
    assert jira.find(list(refs), {}) == {}
    assert jira.find(list(refs), refs).keys() == refs.keys()


def test_what_was_made_without_an_answer_is_waited_for_until_a_search_knows_it(
    jira: Jira, server: JiraServer, http: HttpTracker
) -> None:
    server.lag = 3
    http.disturb(done_unseen("POST /rest/api/3/issue/bulk"))
    items = sorted(backlog(), key=lambda item: item.kind)[:20]
    made = list(jira.create([jira.draft(item, "en") for item in items], {}))
    assert [one.id for one in made] == [item.id for item in items]
    assert server.ids() == sorted(item.id for item in items)


@pytest.mark.parametrize("died", ["in the request", "after it"])
def test_who_goes_on_after_a_crash_waits_for_what_a_search_does_not_know_yet(
    jira: Jira, server: JiraServer, http: HttpTracker, died: str
) -> None:
    server.lag = 4
    items = sorted(backlog(), key=lambda item: item.kind)[:30]
    drafts = [jira.draft(item, "en") for item in items]
    if died == "in the request":
        http.disturb(done_unseen("POST /rest/api/3/issue/bulk"))
        dead = Jira(Target("jira", http.base, "JM", SecretStr(KEY), USER), Dying())
        with pytest.raises(KeyboardInterrupt):
            list(dead.create(drafts, {}))
        dead.close()
    else:
        assert isinstance(next(jira.create(drafts, {})), FoundItem)
    found = jira.find([item.id for item in items], {})
    epics = items[:10]
    assert found.keys() >= {item.id for item in epics}
    rest = [draft for draft in drafts if draft.id not in found]
    list(jira.create(rest, {one: found[one] for one in found}))
    assert server.ids() == sorted(item.id for item in items)
    assert server.notes == {}


def test_nobody_waits_where_nothing_was_being_made(jira: Jira, server: JiraServer, http: HttpTracker) -> None:
    hurry = jira._http.cancel
    assert isinstance(hurry, Hurry)
    assert jira.find([item.id for item in backlog()], {}) == {}
    server.notes["journeymap.10"] = {"ids": [item.id for item in backlog()], "at": time.time() - FRESH - 1}
    assert jira.find([item.id for item in backlog()], {}) == {}
    broken: Any
    for broken in ({}, [], {"at": "x"}, {"at": time.time()}, {"ids": 7, "at": time.time()}):
        server.notes["journeymap.10"] = broken
        assert jira.find(["jm-1"], {}) == {}
    assert hurry.waits == []


def test_an_account_that_keeps_no_notes_writes_all_the_same(jira: Jira, server: JiraServer) -> None:
    server.takes_notes = False
    assert all(isinstance(one, FoundItem) for one in jira.create([jira.draft(backlog()[0], "en")], {}))


def test_an_epic_that_is_no_epic_there_is_told_of_the_story(jira: Jira, server: JiraServer) -> None:
    items = backlog()
    (epic,) = jira.create([jira.draft(items[0], "en")], {})
    assert isinstance(epic, FoundItem)
    server.issues[epic.ref]["fields"]["issuetype"] = {"id": "10001"}
    (refused,) = jira.create([jira.draft(items[1], "en")], {epic.id: epic})
    assert isinstance(refused, NotMade)
    assert "valid parent" in refused.fault.reason()


def test_a_copy_that_somebody_made_is_not_taken_for_the_story(jira: Jira, server: JiraServer) -> None:
    (epic,) = jira.create([jira.draft(backlog()[0], "en")], {})
    assert isinstance(epic, FoundItem)
    copy = {**server.issues[epic.ref], "id": "99999", "key": "JM-99999", "properties": {}}
    server.issues = {"99999": copy, **server.issues}
    for keys in ({}, {epic.id: epic.ref}):
        assert jira.find([epic.id], keys)[epic.id].ref == epic.ref


def test_without_its_label_it_is_found_by_its_number(jira: Jira, server: JiraServer) -> None:
    (epic,) = jira.create([jira.draft(backlog()[0], "en")], {})
    assert isinstance(epic, FoundItem)
    server.issues[epic.ref]["fields"]["labels"] = []
    assert jira.find([epic.id], {epic.id: epic.ref})[epic.id].ref == epic.ref


def test_what_the_key_may_not_do_is_told(jira: Jira, server: JiraServer) -> None:
    server.may.remove("CREATE_ISSUES")
    why = fault(jira)
    assert (why.kind, "CREATE_ISSUES" in why.reason()) == ("right", True)


def test_a_field_that_only_people_can_fill_is_told(jira: Jira, server: JiraServer) -> None:
    server.required = ["Cost centre"]
    why = fault(jira)
    assert (why.kind, "Cost centre" in why.reason()) == ("wants", True)


def test_the_issue_types_may_be_named(http: HttpTracker) -> None:
    target = Target("jira", http.base, "JM", SecretStr(KEY), USER, "Epic, Sub-task")
    for form, kind in (("Epic, Sub-task", ""), ("Theme", ""), ("Epic, Nothing", "lacks")):
        client = Jira(replace(target, form=form), Hurry())
        if kind:
            assert fault(client).kind == kind
        else:
            client.check()
        client.close()
