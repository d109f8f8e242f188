"""The backlog by the API: everything that people decide about stories, as far as their role goes."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.support.api_clients import Client, Room


class Stories:
    """The stories of the room's to-be, as one of its people reads and decides them."""

    def __init__(self, room: Room, role: str = "facilitator") -> None:
        self.client: Client = room.program(role)
        self.place = f"/api/maps/{room.to_be_id}/stories"

    def read(self) -> list[dict[str, Any]]:
        return [story for epic in self.answer()["epics"] for story in epic["stories"]]

    def answer(self) -> Any:
        return self.client.get(self.place).json()

    def ask(self, method: str, path: str, **said: Any) -> Any:
        return self.client.ask(method, f"{self.place}{path}", json=said)


@pytest.fixture
def stories(room: Room) -> Stories:
    return Stories(room)


def test_a_story_is_edited_and_goes_back_to_what_the_map_says(stories: Stories, room: Room) -> None:
    one = stories.read()[0]
    said = {"title": "Answer at once", "estimate": 3, "team": "Desk", "priority": "high", "labels": ["quick win"]}
    assert stories.ask("PATCH", f"/{one['id']}", **said).status_code == 204
    found = stories.read()[0]
    assert (found["id"], found["title"], found["estimate"], found["team"]) == (one["id"], "Answer at once", 3, "Desk")
    assert (found["priority"], found["priority_chosen"], found["own_labels"]) == ("high", True, ["quick win"])
    assert (found["sentence"], found["edited"][0]["then"]) == (one["sentence"], one["title"])
    change = {"op": "c", "do": "set", "table": "moments", "id": one["moment_id"], "field": "text", "value": "I ring"}
    stories.client.post(f"/api/maps/{room.to_be_id}/changes", json=change)
    assert stories.read()[0]["edited"] == [{"field": "title", "then": one["title"], "now": "I ring"}]
    assert stories.ask("POST", f"/{one['id']}/kept", field="title").status_code == 204
    assert stories.read()[0]["edited"][0]["then"] == "I ring"
    assert stories.ask("POST", f"/{one['id']}/taken-over", field="title").status_code == 204
    assert (stories.read()[0]["title"], stories.read()[0]["edited"]) == ("I ring", [])


def test_stories_are_left_out_combined_put_elsewhere_and_linked(stories: Stories) -> None:
    one, other = (story["id"] for story in stories.read())
    assert stories.ask("PUT", f"/{other}/links/{one}").status_code == 204
    assert stories.read()[1]["depends_on"] == [one]
    assert stories.ask("PUT", f"/{one}/links/{other}").json()["code"] == "invalid"
    assert stories.ask("DELETE", f"/{other}/links/{one}").status_code == 204
    assert stories.ask("POST", "/excluded", stories=[one], reason="Not now").status_code == 204
    (left,) = stories.answer()["epics"][0]["left_out"]
    assert (left["id"], left["reason"]) == (one, "Not now")
    assert stories.ask("POST", "/included", stories=[one]).status_code == 204
    assert stories.ask("POST", "/combined", stories=[one, other]).status_code == 204
    (joined,) = stories.read()
    assert [taken["id"] for taken in joined["taken_in"]] == [other]
    assert stories.ask("POST", f"/{one}/parted").status_code == 204
    assert len(stories.read()) == 2


def test_stories_are_added_split_by_hand_and_taken_away(stories: Stories, room: Room) -> None:
    one = stories.read()[0]["id"]
    episode = stories.answer()["epics"][0]["episode_id"]
    made = stories.ask("POST", "", episode=episode, title="Log every call")
    assert made.status_code == 201
    assert stories.ask("POST", f"/{one}/split", by="hand", texts=["Call back"]).status_code == 204
    assert [story["title"] for story in stories.read()][1:3] == ["Call back", "Log every call"]
    assert stories.ask("PUT", f"/{made.json()['id']}/place", after=one).status_code == 204
    assert [story["title"] for story in stories.read()][1:3] == ["Log every call", "Call back"]
    assert stories.ask("DELETE", f"/{made.json()['id']}").status_code == 204
    assert stories.ask("DELETE", f"/{one}").json()["code"] == "invalid"
    assert len(stories.read()) == 3
    assert room.program("observer").get(stories.place).status_code == 200


def test_a_finding_is_put_aside_by_what_it_is_about(stories: Stories) -> None:
    finding = next(one for one in stories.answer()["findings"] if one["story"])
    asked = {name: finding[name] for name in ("rule", "about")}
    assert stories.ask("PUT", f"/{finding['story']}/asides", **asked, reason="It is fine").status_code == 204
    answer = stories.answer()
    assert finding not in answer["findings"]
    assert [(one["rule"], one["reason"]) for one in answer["asides"]] == [(finding["rule"], "It is fine")]
    named = f"rule={quote(finding['rule'])}&about={quote(finding['about'])}"
    assert stories.ask("DELETE", f"/{finding['story']}/asides?{named}").status_code == 204
    assert finding in stories.answer()["findings"]


ASKED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("POST", "", {"episode": "e1", "title": "x"}),
    ("POST", "/excluded", {"stories": ["m1"]}),
    ("POST", "/combined", {"stories": ["m1", "m2"]}),
    ("PATCH", "/m1", {"title": "x"}),
    ("POST", "/m1/split", {"by": "hand", "texts": ["x"]}),
    ("PUT", "/m2/place", {}),
    ("PUT", "/m1/links/m2", {}),
    ("PUT", "/m1/asides", {"rule": "x"}),
)


@pytest.mark.parametrize(("method", "path", "said"), ASKED)
def test_who_may_not_change_the_map_decides_nothing(room: Room, method: str, path: str, said: dict[str, Any]) -> None:
    answer = Stories(room, "observer").ask(method, path, **said)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert Stories(room).ask(method, path, **said).status_code in (201, 204)


@pytest.mark.parametrize(
    "said",
    [
        {"estimate": -1},
        {"estimate": "much"},
        {"status": "perhaps"},
        {"title": "x" * 300},
        {"criteria": "x" * 9_000},
        {"moment": "m2"},
        {"priority": "urgent"},
    ],
)
def test_what_no_story_can_say_is_refused_with_a_sentence(stories: Stories, said: dict[str, Any]) -> None:
    before = stories.read()
    answer = stories.ask("PATCH", f"/{before[0]['id']}", **said)
    assert answer.status_code in (400, 409, 422)
    assert answer.json()["detail"]
    assert stories.read() == before


def test_of_an_as_is_or_a_story_that_is_gone_nothing_is_decided(stories: Stories, room: Room) -> None:
    assert stories.ask("PATCH", "/nobody", title="x").json()["code"] == "gone"
    answer = stories.client.ask("PATCH", f"/api/maps/{room.map_id}/stories/m1", json={"title": "x"})
    assert answer.json()["code"] == "invalid"
