"""What is Linear's own: ids that we choose, a bin, labels of teams, and faults inside an answer that is none."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.linear import TURNS, Linear
from journeymap.exchange.connected.tracker import FoundItem, NotMade, Target
from tests.support.trackers.backlog import backlog
from tests.support.trackers.http import HttpTracker, Reply, done_unseen, once, served
from tests.support.trackers.linear import KEY, LinearServer
from tests.support.trackers.waits import Hurry

CREATE = "POST /graphql:issueCreate"


@pytest.fixture
def server() -> LinearServer:
    return LinearServer()


@pytest.fixture
def http(server: LinearServer) -> Iterator[HttpTracker]:
    with served(server.answer) as it:
        yield it


@pytest.fixture
def hurry() -> Hurry:
    return Hurry()


@pytest.fixture
def linear(http: HttpTracker, hurry: Hurry) -> Iterator[Linear]:
    client = Linear(Target("linear", f"{http.base}/graphql", "park", SecretStr(KEY)), hurry)
    yield client
    client.close()


def fault(asking: Callable[[], object]) -> TrackerFault:
    with pytest.raises(TrackerFault) as why:
        asking()
    return why.value


def error(code: str, message: str = "Their words", status: int = 400, **headers: str) -> Reply:
    return Reply(status, {"errors": [{"message": message, "extensions": {"code": code}}]}, headers)


@pytest.mark.parametrize("status", [200, 400])
def test_too_many_questions_are_waited_for(linear: Linear, http: HttpTracker, hurry: Hurry, status: int) -> None:
    reset = str(int((time.time() + 40) * 1000))
    busy = error("RATELIMITED", status=status, **{"X-RateLimit-Requests-Reset": reset})
    linear.check()
    http.disturb(once(CREATE, busy), once(CREATE, error("RATELIMITED", status=status)))
    (made,) = linear.create([linear.draft(backlog()[0], "en")], {})
    assert isinstance(made, FoundItem)
    assert 30 < hurry.waits[0] <= 40
    assert http.count(CREATE) == 3


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (error("AUTHENTICATION_ERROR"), "credential"),
        (Reply(401), "credential"),
        (error("FORBIDDEN", status=200), "right"),
        (error("INVALID_INPUT"), "field"),
        (Reply(200, {"data": None}), "answer"),
        (Reply(200, []), "answer"),
    ],
)
def test_a_fault_inside_an_answer_is_told(linear: Linear, http: HttpTracker, reply: Reply, kind: str) -> None:
    http.disturb(once("POST", reply))
    assert fault(linear.check).kind == kind


def test_what_is_made_twice_stands_there_once(linear: Linear, server: LinearServer) -> None:
    draft = linear.draft(backlog()[0], "en")
    (first,), (second,) = list(linear.create([draft], {})), list(linear.create([draft], {}))
    assert first == second
    assert len(server.all) == 1


def test_what_lies_in_the_bin_is_gone_and_made_with_another_id(linear: Linear, server: LinearServer) -> None:
    item = backlog()[0]
    refs = set()
    for _ in range(TURNS):
        (made,) = linear.create([linear.draft(item, "en")], {})
        assert isinstance(made, FoundItem)
        refs.add(made.ref)
        assert linear.find([item.id], {})[item.id].ref == made.ref
        server.delete(item.id)
        assert linear.find([item.id], {item.id: made.ref}) == {}
    assert len(refs) == TURNS
    (refused,) = linear.create([linear.draft(item, "en")], {})
    assert isinstance(refused, NotMade)


def test_a_cut_answer_is_looked_for_by_the_id(linear: Linear, server: LinearServer, http: HttpTracker) -> None:
    http.disturb(done_unseen(CREATE))
    made = list(linear.create([linear.draft(item, "en") for item in backlog()[:3]], {}))
    assert [one.id for one in made] == [item.id for item in backlog()[:3]]
    assert len(server.all) == 3


def test_a_label_of_another_team_is_not_taken(linear: Linear, server: LinearServer) -> None:
    (made,) = linear.create([linear.draft(backlog()[0], "en")], {})
    assert isinstance(made, FoundItem)
    assert server.labels(made.id) == ["episode-0", "journeymap"]
    assert not any(one.startswith("jm-") for one in server.known_labels)


def test_without_its_label_and_its_line_it_is_found_by_its_id(linear: Linear, server: LinearServer) -> None:
    (made,) = linear.create([linear.draft(backlog()[0], "en")], {})
    assert isinstance(made, FoundItem)
    server.all[made.ref] |= {"labelIds": [], "description": "Rewritten"}
    assert linear.find([made.id], {})[made.id].ref == made.ref


def test_a_moment_of_truth_has_a_high_priority_where_nobody_said_another(linear: Linear, server: LinearServer) -> None:
    item = backlog()[1]
    assert item.important
    items = [replace(item, id="jm-0", priority=""), replace(item, id="jm-1", priority="low")]
    items.append(replace(item, id="jm-2", priority="", important=False))
    made = list(linear.create([linear.draft(one, "en") for one in items], {}))
    assert [server.all[one.ref]["priority"] for one in made if isinstance(one, FoundItem)] == [2, 4, 0]
