"""A persona's picture by REST: who may set it, who may see it, and how it is served."""

from contextlib import ExitStack

import pytest

from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import portrait
from journeymap.web.api import portraits
from tests.support.api_clients import Client, Room
from tests.support.pictures import NOT_ONE, sent

MADE = portrait(sent())
INSIDE = ("owner", "facilitator", "co-facilitator", "participant", "customer", "observer")
EVERYBODY = (*INSIDE, "stranger", None)


def client_of(room: Room, role: str | None) -> Client:
    return room.program(role) if role else room.client()


def put(room: Room, role: str | None, content: bytes = sent(), **more: object):
    return client_of(room, role).ask("PUT", f"/api/maps/{room.map_id}/picture", content=content, **more)


@pytest.mark.parametrize("role", EVERYBODY)
def test_whoever_sees_the_map_sees_the_picture_and_nobody_else(open_room: Room, role: str | None) -> None:
    assert put(open_room, "owner").status_code == 200
    answer = client_of(open_room, role).get(f"/api/maps/{open_room.map_id}/pictures/{MADE.name}")
    assert answer.status_code == (200 if role in INSIDE else 401 if role is None else 403)
    assert (answer.content == MADE.content) is (role in INSIDE)


def test_a_picture_is_served_as_a_picture_and_nothing_else(open_room: Room) -> None:
    put(open_room, "owner")
    answer = open_room.program("participant").get(f"/api/maps/{open_room.map_id}/pictures/{MADE.name}")
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cache-control"].startswith("private")


@pytest.mark.parametrize("role", EVERYBODY)
def test_whoever_may_change_the_persona_sets_its_picture(open_room: Room, role: str | None) -> None:
    answer = put(open_room, role)
    persona = open_room.program("owner").get(f"/api/maps/{open_room.map_id}").json()["map"]["personas"][0]
    assert (answer.status_code == 200) is (persona["picture"] == MADE.name)
    assert answer.status_code == (200 if role in INSIDE and role != "observer" else 401 if role is None else 403)


@pytest.mark.parametrize("content", NOT_ONE.values(), ids=NOT_ONE)
def test_what_is_no_picture_is_refused_whatever_it_is_said_to_be(open_still: Room, content: bytes) -> None:
    answer = put(open_still, "owner", content, headers={"Content-Type": "image/png"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert "JPEG, PNG" in answer.json()["detail"]


def test_more_than_can_be_sent_is_refused(open_still: Room) -> None:
    answer = put(open_still, "owner", bytes(limits.PICTURE_SENT_BYTES + 1))
    assert answer.status_code == 413


def test_whoever_sends_slowly_keeps_places_from_few_others() -> None:
    def seat(name: str, workshop: str) -> Participant:
        return Participant(id=name, name=name, role=Role.PARTICIPANT, workshop_id=workshop)

    with ExitStack() as sending:
        for _ in range(portraits.OF_A_PERSON):
            sending.enter_context(portraits._place(seat("mallory", "one")))
        with pytest.raises(Refusal), portraits._place(seat("mallory", "one")):
            pass
        for n in range(portraits.OF_A_PLACE - portraits.OF_A_PERSON):
            sending.enter_context(portraits._place(seat(f"seat{n}", "one")))
        with pytest.raises(Refusal), portraits._place(seat("one-more", "one")):
            pass
        with portraits._place(seat("ilse", "another")):
            pass
    assert not portraits._under_way


@pytest.mark.parametrize("name", ["x", "0" * 32, "..%2f..%2fetc", "a" * 100])
def test_what_is_not_there_is_not_there(open_still: Room, name: str) -> None:
    answer = open_still.program("owner").get(f"/api/maps/{open_still.map_id}/pictures/{name}")
    assert answer.status_code in (404, 422)
