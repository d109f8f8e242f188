"""What is Azure DevOps' own: whom it does not know it sends to sign in; types, rights, and writes at the same time."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from journeymap.exchange.connected.azure import Azure
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.tracker import FoundItem, Target
from tests.support.trackers.azure import KEY, AzureServer
from tests.support.trackers.backlog import backlog
from tests.support.trackers.http import HttpTracker, Reply, once, served
from tests.support.trackers.waits import Hurry


@pytest.fixture
def server() -> AzureServer:
    return AzureServer()


@pytest.fixture
def http(server: AzureServer) -> Iterator[HttpTracker]:
    with served(server.answer) as it:
        yield it


@pytest.fixture
def target(http: HttpTracker) -> Target:
    return Target("azure", f"{http.base}/org", "Nature park", SecretStr(KEY))


@pytest.fixture
def azure(target: Target) -> Iterator[Azure]:
    client = Azure(target, Hurry())
    yield client
    client.close()


def fault(asking: Callable[[], object]) -> TrackerFault:
    with pytest.raises(TrackerFault) as why:
        asking()
    return why.value


@pytest.mark.parametrize("reply", [Reply(203, raw=b"<html>Sign in</html>"), Reply(401)])
def test_who_is_to_sign_in_has_no_key_that_is_taken(azure: Azure, http: HttpTracker, reply: Reply) -> None:
    http.disturb(once("GET", reply))
    assert fault(azure.check).kind == "credential"


def test_a_key_that_may_only_read_is_told_before_anything_is_written(azure: Azure, server: AzureServer) -> None:
    server.may_write = False
    why = fault(azure.check)
    assert (why.kind, "permissions to save" in why.reason()) == ("right", True)


def test_a_check_makes_nothing(azure: Azure, server: AzureServer) -> None:
    azure.check()
    assert server.items == {}


@pytest.mark.parametrize("form", ["scrum", "basic", "waterfall"])
def test_a_project_of_another_process_is_told(target: Target, form: str) -> None:
    def asking() -> None:
        client = Azure(replace(target, form=form), Hurry())
        try:
            client.check()
        finally:
            client.close()

    assert fault(asking).kind == "lacks"


def test_the_basic_process_has_the_criteria_in_the_description(target: Target, server: AzureServer) -> None:
    server.types = {"Epic", "Issue"}
    client = Azure(replace(target, form="basic"), Hurry())
    item = backlog()[1]
    (made,) = client.create([client.draft(item, "en")], {})
    client.close()
    assert isinstance(made, FoundItem)
    assert "Channel: phone" in made.fields["text"]
    assert "criteria" not in made.fields


def test_who_writes_at_the_same_time_is_not_overwritten(azure: Azure, server: AzureServer, http: HttpTracker) -> None:
    item = backlog()[0]
    (made,) = azure.create([azure.draft(item, "en")], {})
    assert isinstance(made, FoundItem)

    def meanwhile(request, answering) -> None:
        if request.method == "PATCH":
            http.disturbances.clear()
            server.edit(item.id, "Written meanwhile")
            server.items[int(made.ref)]["rev"] += 1

    http.disturb(meanwhile)
    draft = azure.draft(replace(item, title="Ours"), "en")
    fault(lambda: azure.update(made, draft, {}))
    assert server.title(item.id) == "Written meanwhile"


def test_of_an_item_and_its_copy_ours_is_found(azure: Azure, server: AzureServer) -> None:
    item = backlog()[0]
    (made,) = azure.create([azure.draft(item, "en")], {})
    assert isinstance(made, FoundItem)
    server.items[99] = {**server.items[int(made.ref)], "id": 99}
    for keys in ({}, {item.id: made.ref}):
        assert azure.find([item.id], keys)[item.id].ref == made.ref
