"""What is GitHub's own: its pace, labels that must exist, a hundred sub-issues, and a comment that nobody sees."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest
from pydantic import SecretStr

from journeymap.exchange.connected import github as module
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.github import GitHub
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, Target
from tests.support.trackers.backlog import backlog
from tests.support.trackers.github import KEY, MOST_BELOW, REPO, GitHubServer
from tests.support.trackers.http import HttpTracker, Reply, done_unseen, once, served
from tests.support.trackers.waits import Hurry


class Impatient(Hurry):
    """Cancelled by the first wait."""

    def wait(self, timeout: float) -> bool:
        super().wait(timeout)
        return True


@pytest.fixture
def server() -> GitHubServer:
    return GitHubServer()


@pytest.fixture
def http(server: GitHubServer) -> Iterator[HttpTracker]:
    with served(server.answer) as it:
        yield it


@pytest.fixture
def target(http: HttpTracker) -> Target:
    return Target("github", http.base, "park/visits", SecretStr(KEY))


@pytest.fixture
def hub(target: Target, monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    monkeypatch.setattr(module, "PACE", ())
    client = GitHub(target, Hurry())
    yield client
    client.close()


def fault(asking: Callable[[], object]) -> TrackerFault:
    with pytest.raises(TrackerFault) as why:
        asking()
    return why.value


def drafts(hub: GitHub, stories: int) -> list[ItemDraft]:
    """An epic, and so many stories below it."""
    items = backlog()
    one = items[1]
    return [
        hub.draft(items[0], "en"),
        *[hub.draft(replace(one, id=f"jm-b{n:011x}"), "en") for n in range(stories)],
    ]


def test_no_more_is_written_than_github_takes(target: Target, http: HttpTracker) -> None:
    assert module.PACE[1:] == ((80, 60.0), (500, 3600.0))
    impatient = Impatient()
    client = GitHub(target, impatient)
    client.check()
    why = fault(lambda: list(client.create(drafts(client, 1), {})))
    client.close()
    assert (why.kind, http.count("POST")) == ("stopped", 1)
    assert 0 < impatient.waits[0] <= 1


def test_the_pace_is_one_for_all_who_use_a_key(target: Target) -> None:
    clients = [GitHub(replace(target, key=SecretStr(key))) for key in ("a-key", "a-key", "b-key")]
    paces = [client._http._pace for client in clients]
    for client in clients:
        client.close()
    assert paces[0] is paces[1]
    assert paces[0] is not paces[2]


def test_labels_are_made_once_and_before_the_issues(hub: GitHub, server: GitHubServer, http: HttpTracker) -> None:
    server.known_labels |= {"Episode-0", *(f"x{n:03}" for n in range(150))}
    list(hub.create(drafts(hub, 2), {}))
    asked = [one.called for one in http.asked if one.method == "POST"]
    assert asked.index(f"POST {REPO}/issues") == asked.count(f"POST {REPO}/labels") == 4
    assert not {"episode-0", *(one for one in server.known_labels if one.startswith("jm-"))} & server.known_labels


def test_an_epic_of_more_than_a_hundred_stories_leaves_the_rest_by_themselves(
    hub: GitHub, server: GitHubServer
) -> None:
    made = list(hub.create(drafts(hub, MOST_BELOW + 2), {}))
    assert all(isinstance(one, FoundItem) for one in made)
    assert [one.parent for one in made if isinstance(one, FoundItem)][-3:] == [made[0].id, "", ""]
    assert len(server.above) == MOST_BELOW


def test_a_full_page_is_not_the_last(hub: GitHub, server: GitHubServer) -> None:
    made = list(hub.create(drafts(hub, 99), {}))
    found = hub.find([one.id for one in made], {})
    assert found == {one.id: one for one in made}
    assert len(found) == 100


def test_a_link_that_was_not_answered_is_there_or_told_by_the_next_run(
    hub: GitHub, server: GitHubServer, http: HttpTracker
) -> None:
    http.disturb(done_unseen(f"POST {REPO}/issues/1/sub_issues"))
    epic, story = hub.create(drafts(hub, 1), {})
    assert isinstance(story, FoundItem)
    assert hub.find([epic.id, story.id], {})[story.id].parent == epic.id


def test_too_many_at_once_is_waited_for(hub: GitHub, http: HttpTracker) -> None:
    busy = Reply(403, {"message": "You have exceeded a secondary rate limit"}, {"Retry-After": "60"})
    http.disturb(once(f"POST {REPO}/issues", busy))
    assert all(isinstance(one, FoundItem) for one in hub.create(drafts(hub, 1), {}))


@pytest.mark.parametrize(
    ("permissions", "kind"), [({"pull": True, "push": False}, "right"), ({"push": True}, ""), ({}, "")]
)
def test_a_key_that_may_not_push_is_told(
    hub: GitHub, server: GitHubServer, permissions: dict[str, bool], kind: str
) -> None:
    server.permissions = permissions
    if kind:
        assert fault(hub.check).kind == kind
    else:
        hub.check()


def test_an_issue_without_its_label_is_found_by_its_number(hub: GitHub, server: GitHubServer) -> None:
    (epic,) = hub.create(drafts(hub, 0), {})
    assert isinstance(epic, FoundItem)
    server.issues[int(epic.ref)]["labels"] = []
    assert hub.find([epic.id], {}) == {}
    assert hub.find([epic.id], {epic.id: epic.ref})[epic.id].ref == epic.ref


def test_the_server_holds_requests_to_the_published_description(http: HttpTracker) -> None:
    """What the contract tests rest on."""
    with httpx.Client(base_url=http.base, headers={"Authorization": f"Bearer {KEY}"}, trust_env=False) as client:
        said = [
            client.post(f"{REPO}/issues", json={"titel": "x"}),
            client.post(f"{REPO}/issues", json={"title": ["x"]}),
            client.get(f"{REPO}/issues", params={"state": "any"}),
            client.post(f"{REPO}/issues/1/sub_issues", json={"sub_issue_id": "1"}),
        ]
    assert [one.status_code for one in said] == [422] * 4


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://github.com", "https://api.github.com/"),
        ("https://api.github.com", "https://api.github.com/"),
        ("https://git.example/api/v3/", "https://git.example/api/v3/"),
    ],
)
def test_the_api_stands_beside_github_and_below_a_company_s_own(target: Target, url: str, base: str) -> None:
    client = GitHub(replace(target, url=url))
    assert str(client._http._http.base_url) == base
    client.close()
