"""Each tracker through the whole house: from the stories of a map to the record of where they stand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.connected import github
from journeymap.exchange.connected.faults import NAMES
from journeymap.exchange.connected.plan import ItemStep
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.connected.trackers import CLIENTS
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.tracker_desk import TrackerDesk
from tests.support.store_calls import new_store
from tests.support.trackers.azure import AzureServer
from tests.support.trackers.github import GitHubServer
from tests.support.trackers.http import HttpTracker, served
from tests.support.trackers.jira import JiraServer
from tests.support.trackers.linear import LinearServer

SERVERS: tuple[Any, ...] = (JiraServer, AzureServer, GitHubServer, LinearServer)


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    # Its pace is a promise of its own: here nothing waits.
    monkeypatch.setattr(github, "PACE", ())
    return request.param()


@pytest.fixture
def http(server: Any) -> Iterator[HttpTracker]:
    with served(server.answer) as it:
        yield it


@pytest.fixture
def house(tmp_path: Path, server: Any, http: HttpTracker) -> House:
    key = SecretStr(server.key)
    target = Target(server.kind, f"{http.base}{server.path}", server.project, key, server.user, server.form)
    desk = TrackerDesk({server.kind: target})
    return House(store=new_store(tmp_path / "journeymap.db"), secret=b"k" * 32, owner_name="Noor", trackers=desk)


@pytest.fixture
def service(house: House) -> Iterator[Service]:
    it = Service.of(house)
    yield it
    it.close()


def sent(service: Service, person: Participant, map_id: str, kind: str) -> tuple[list[str], list[str]]:
    """The ids of what a run made, and of what it updated."""
    running = service.trackers.start(person, map_id, kind, only_changed=False)
    assert running.over.wait(60)
    if running.fault:
        raise running.fault
    return running.outcome.created, running.outcome.updated


def test_every_tracker_that_has_a_name_has_a_client() -> None:
    assert CLIENTS.keys() == NAMES.keys()


def test_stories_are_sent_once_and_their_status_comes_back(
    service: Service, noor: Participant, park: str, server: Any
) -> None:
    made, _ = sent(service, noor, park, server.kind)
    assert sorted(made) == server.ids()
    assert sent(service, noor, park, server.kind) == ([], [])
    moment = service.maps.journey(noor, park).moments[0]
    service.changes.submit(noor, park, [Set(table="moments", id=moment.id, field="text", value="Queue")]).result()
    # Its neighbours say what goes before and after them.
    (updated,) = [one for one in sent(service, noor, park, server.kind)[1] if server.title(one) == "Queue"]
    server.close(updated)
    service.trackers.refresh(noor, park, server.kind)
    (closed,) = [one for one in service.trackers.items(noor, park) if one.closed]
    assert closed.item_id == updated
    assert closed.url.endswith(closed.key.lstrip("#"))
    server.delete(updated)
    plan = service.trackers.plan(noor, park, server.kind, only_changed=False)
    assert (plan.counts[ItemStep.GONE], plan.writes) == (1, 0)


def test_no_key_is_in_the_database_or_in_what_is_said(
    service: Service, noor: Participant, park: str, server: Any, house: House, http: HttpTracker, tmp_path: Path
) -> None:
    sent(service, noor, park, server.kind)
    wrong = house.trackers.targets[server.kind]
    house.trackers.targets = {server.kind: Target(wrong.kind, wrong.url, wrong.project, SecretStr("an-0ther-key"))}
    with pytest.raises(Refusal) as why:
        service.trackers.plan(noor, park, server.kind)
    assert server.key not in repr(why.value)
    assert "an-0ther-key" not in f"{why.value!r}{why.value.reason('nl')}"
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert kept
    assert server.key.encode() not in kept
