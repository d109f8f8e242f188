"""Stories in a tracker, asked by programs: those who lead send, those who work there see where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.tracker import Target, Tracker
from tests.support.api_clients import Client, Room
from tests.support.trackers.memory import MemoryTracker

KEY = "k3y-that-nobody-sees"
LEADS = ("owner", "facilitator", "co-facilitator")
OTHERS = ("participant", "customer", "observer", "stranger")


@pytest.fixture
def tracker(room: Room) -> MemoryTracker:
    """One that is set up in the room's installation."""
    it = MemoryTracker()

    @contextmanager
    def opened(target: Target, cancel: Cancel) -> Iterator[Tracker]:
        yield it

    desk = room.service.house.trackers
    desk.targets = {"redmine": Target("redmine", "https://tracker.example", "park", SecretStr(KEY))}
    desk.opened = opened
    return it


def at(room: Room, rest: str = "") -> str:
    return f"/api/maps/{room.map_id}/trackers{rest}"


def sent(client: Client, room: Room, **asked: Any) -> dict[str, Any]:
    """How a run ended."""
    begun = client.post(at(room, "/redmine/run"), json={"only_changed": False, **asked})
    assert begun.status_code == 202, begun.text
    running = room.service.house.trackers.of(room.map_id, "tracker.example park")
    assert running
    assert running.over.wait(20)
    found: dict[str, Any] = client.get(at(room, "/redmine/run")).json()
    return found


def test_stories_are_planned_sent_and_seen(room: Room, tracker: MemoryTracker) -> None:
    client = room.program("facilitator")
    plan = client.get(at(room, "/redmine/plan?only_changed=false")).json()
    assert plan["counts"]["create"] == len(plan["items"]) > 0
    run = sent(client, room)
    assert (run["running"], run["why"], run["counts"]["create"]) == (False, "", len(plan["items"]))
    told = client.get(at(room)).json()
    assert told["trackers"] == [{"kind": "redmine", "name": "Redmine", "place": "tracker.example park"}]
    assert {one["key"] for one in told["items"]} == {one.key for one in tracker.items.values()}
    assert (told["live"], told["sent"]) == (0, sum(one["kind"] == "story" for one in told["items"]))


def test_what_was_deleted_there_is_made_again_where_it_is_asked_for(room: Room, tracker: MemoryTracker) -> None:
    client = room.program("facilitator")
    sent(client, room)
    story = next(one["id"] for one in client.get(at(room)).json()["items"] if one["kind"] == "story")
    tracker.delete(story)
    assert client.post(at(room, "/redmine/refresh"), json={}).status_code == 200
    assert [one["id"] for one in client.get(at(room)).json()["items"] if one["gone"]] == [story]
    assert sent(client, room)["counts"]["gone"] == 1
    assert sent(client, room, again=[story])["counts"]["create"] == 1


def test_where_a_run_ended_is_a_sentence_in_ones_own_language(room: Room, tracker: MemoryTracker) -> None:
    client = room.program("facilitator")
    tracker.stop_after, tracker.before = 1, True
    assert "cannot be reached" in sent(client, room)["why"]
    dutch = client.get(at(room, "/redmine/run"), headers={"accept-language": "nl"}).json()
    assert "niet bereikbaar" in dutch["why"]


@pytest.mark.parametrize(
    "role", ["owner", "facilitator", "co-facilitator", "participant", "customer", "observer", "stranger"]
)
def test_only_those_who_lead_look_and_send(room: Room, tracker: MemoryTracker, role: str) -> None:
    client = room.program(role)
    answers = [
        client.get(at(room, "/redmine/plan")),
        client.post(at(room, "/redmine/run"), json={"only_changed": False}),
        client.post(at(room, "/redmine/refresh"), json={}),
        client.get(at(room, "/redmine/run")),
        client.ask("DELETE", at(room, "/redmine/run")),
    ]
    allowed = role in LEADS
    assert [one.status_code == 403 for one in answers] == [not allowed] * len(answers)
    told = client.get(at(room))
    assert told.status_code == (403 if role == "stranger" else 200)
    assert KEY not in "".join(one.text for one in (told, *answers))
    if told.status_code == 200:
        assert bool(told.json()["trackers"]) is allowed


def test_a_tracker_that_is_not_set_up_is_a_sentence(room: Room, tracker: MemoryTracker) -> None:
    answer = room.program("facilitator").get(at(room, "/jira/plan"))
    assert (answer.status_code, answer.json()["code"]) == (404, "gone")
    assert "Jira is not set up" in answer.json()["detail"]
