"""Deleting for good by REST: who may what, with the title as its confirmation, and what is answered afterwards."""

import json

import pytest

from tests.support.api_clients import Client, Room

LEADING = ("owner", "facilitator", "co-facilitator")
INSIDE = (*LEADING, "participant", "customer", "observer")
EVERYBODY = (*INSIDE, "stranger", None)
WORKSHOP = "Visiting a nature park"


def client_of(room: Room, role: str | None) -> Client:
    return room.program(role) if role else room.client()


def archive(room: Room) -> str:
    """The workshop's map is in the archive; its title."""
    room.service.maps.archive(room.people["owner"], room.map_id)
    return room.service.maps.head(room.people["owner"], room.map_id).title


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_map_is_deleted_by_those_who_lead_and_nobody_else(open_room: Room, role: str | None) -> None:
    title = archive(open_room)
    answer = client_of(open_room, role).ask("DELETE", f"/api/maps/{open_room.map_id}", json={"title": title})
    expected = 204 if role in LEADING else 401 if role is None else 403
    assert answer.status_code == expected
    left = open_room.program("owner").get("/api/maps?archived=true").json()["maps"]
    assert len(left) == (0 if expected == 204 else 1)
    after = open_room.program("owner").get(f"/api/maps/{open_room.map_id}").status_code
    assert after == (404 if expected == 204 else 200)


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_workshop_is_deleted_by_the_owner_and_nobody_else(open_room: Room, role: str | None) -> None:
    path = f"/api/workshops/{open_room.workshop_id}"
    token = open_room.token("participant")
    answer = client_of(open_room, role).ask("DELETE", path, json={"title": WORKSHOP})
    assert answer.status_code == (204 if role == "owner" else 401 if role is None else 403)
    after = open_room.client(authorization=f"Bearer {token}").get(f"/api/maps/{open_room.map_id}")
    if role != "owner":
        assert after.status_code == 200
        return
    assert after.status_code == 401
    assert "deleted for good" in after.json()["detail"]
    assert open_room.program("stranger").get(f"/api/maps/{open_room.other_map_id}").status_code == 200
    again = open_room.program("owner").ask("DELETE", path, json={"title": WORKSHOP})
    assert (again.status_code, again.json()["code"]) == (404, "gone")


def test_whoever_was_in_it_reads_that_it_was_deleted(open_room: Room) -> None:
    phone = open_room.browser("participant", accept_language="nl")
    owner = open_room.program("owner")
    assert phone.get("/room").status_code == 200
    owner.ask("DELETE", f"/api/workshops/{open_room.workshop_id}", json={"title": WORKSHOP})
    answer = phone.get("/room")
    assert (answer.status_code, answer.headers["location"]) == (303, "join")
    assert "voorgoed verwijderd" in phone.get("/join?lang=nl").text
    assert "voorgoed verwijderd" not in open_room.client().get("/join?lang=nl").text


@pytest.mark.parametrize(
    "body", [None, {}, {"title": ""}, {"title": "Other"}, {"title": 1}, {"title": "x", "all": True}]
)
def test_without_the_title_nothing_is_deleted(open_room: Room, body: object) -> None:
    archive(open_room)
    for path in (f"/api/maps/{open_room.map_id}", f"/api/workshops/{open_room.workshop_id}"):
        answer = open_room.program("owner").ask("DELETE", path, **({} if body is None else {"json": body}))
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert open_room.program("owner").get(f"/api/maps/{open_room.map_id}").status_code == 200
    assert open_room.service.people.workshops(open_room.people["owner"])


def test_a_map_that_is_not_in_the_archive_is_not_deleted(open_room: Room) -> None:
    title = open_room.service.maps.head(open_room.people["owner"], open_room.map_id).title
    answer = open_room.program("facilitator").ask("DELETE", f"/api/maps/{open_room.map_id}", json={"title": title})
    assert answer.status_code == 422
    assert "archive" in answer.json()["detail"]


def test_no_page_of_another_site_deletes_in_somebodys_name(open_room: Room) -> None:
    title = archive(open_room)
    browser = open_room.browser("facilitator", sec_fetch_site="cross-site", origin="https://elsewhere.example")
    answer = browser.ask("DELETE", f"/api/maps/{open_room.map_id}", json={"title": title})
    assert answer.status_code == 403
    form = open_room.browser("facilitator", content_type="text/plain").ask(
        "DELETE", f"/api/maps/{open_room.map_id}", content=json.dumps({"title": title})
    )
    assert form.status_code == 415
    assert open_room.program("owner").get(f"/api/maps/{open_room.map_id}").status_code == 200


def test_both_are_described(room: Room) -> None:
    paths = room.local().get("/api/openapi.json").json()["paths"]
    for path in ("/maps/{map_id}", "/workshops/{workshop_id}"):
        assert "no undo" in paths[path]["delete"]["description"]
        assert "204" in paths[path]["delete"]["responses"]
