"""Who somebody is: tokens, cookies, and the owner at this very machine."""

import time

import itsdangerous.timed
import pytest

from journeymap.service.people import SEAT_COOKIE
from journeymap.service.sessions import SEAT_SECONDS
from tests.support.api_clients import ELSEWHERE, HERE, Client, Room, opened


def role_seen(room: Room, client: Client) -> str | None:
    """As whom this client is known, told by which maps it sees; None where it is let in nowhere."""
    answer = client.get("/api/maps")
    if answer.status_code == 401:
        return None
    assert answer.status_code == 200
    seen = {one["id"] for one in answer.json()["maps"]}
    return "owner" if room.own_map_id in seen else "stranger" if room.other_map_id in seen else "inside"


def test_a_bearer_token_and_the_cookie_are_the_same_seat(still: Room) -> None:
    for role, seen in (("owner", "owner"), ("participant", "inside"), ("stranger", "stranger")):
        assert role_seen(still, still.program(role)) == seen
        assert role_seen(still, still.browser(role)) == seen


def test_the_bearer_token_goes_before_the_cookie(still: Room) -> None:
    client = still.browser("owner", authorization=f"Bearer {still.token('participant')}")
    assert role_seen(still, client) == "inside"


def test_another_scheme_in_that_header_is_a_proxys_own(still: Room) -> None:
    assert role_seen(still, still.browser("participant", authorization="Basic dXNlcjpwYXNz")) == "inside"
    assert role_seen(still, still.client(authorization="Basic dXNlcjpwYXNz")) is None


@pytest.mark.parametrize("name", ["token", "access_token", "key", "seat", SEAT_COOKIE, "authorization"])
def test_a_token_in_the_address_is_never_looked_at(still: Room, name: str) -> None:
    assert still.client().get(f"/api/maps?{name}={still.token('owner')}").status_code == 401
    assert still.client().get(f"/?{name}={still.token('owner')}").status_code == 303


def forged(room: Room) -> dict[str, str]:
    """Tokens that are almost right."""
    token = room.token("participant")
    payload, stamp, signature = token.split(".")
    owners = room.token("owner").split(".")[0]
    return {
        "another payload": f"{owners}.{stamp}.{signature}",
        "another time": f"{payload}.zzzzzz.{signature}",
        "another signature": f"{payload}.{stamp}.{signature[::-1]}",
        "no signature": f"{payload}.{stamp}.",
        "half": token[: len(token) // 2],
        "nothing": "",
        "the person's id": room.people["participant"].id,
        "very long": token * 200,
        "another secret": itsdangerous.URLSafeTimedSerializer("x" * 40, salt="journeymap-seat").dumps("owner"),
        "another purpose": itsdangerous.URLSafeTimedSerializer(room.service.house.secret, salt="other").dumps("owner"),
        "nobody there": itsdangerous.URLSafeTimedSerializer(room.service.house.secret, salt="journeymap-seat").dumps(
            "0123456789abcdef"
        ),
        "no text": itsdangerous.URLSafeTimedSerializer(room.service.house.secret, salt="journeymap-seat").dumps([1]),
    }


def test_a_forged_token_opens_nothing(still: Room) -> None:
    for what, token in forged(still).items():
        for client in (still.client(authorization=f"Bearer {token}"), still.client(seat=token or "x")):
            answer = client.get("/api/maps")
            assert (what, answer.status_code) == (what, 401)
            assert 'error="invalid_token"' in answer.headers["www-authenticate"]
            assert answer.json()["code"] == "forbidden"


def test_a_token_expires(still: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    client = still.program("participant")
    now = time.time()
    for day in range(20, 90, 20):
        monkeypatch.setattr(time, "time", lambda day=day: now + day * 24 * 3600)
        assert role_seen(still, client) == "inside"
    monkeypatch.setattr(time, "time", lambda: now + SEAT_SECONDS - 60)
    assert role_seen(still, client) == "inside"
    monkeypatch.setattr(time, "time", lambda: now + SEAT_SECONDS + 60)
    answer = client.get("/api/maps")
    assert answer.status_code == 401
    assert "join again" in answer.json()["detail"]


def test_where_nobody_is_asked_whoever_opens_it_at_this_machine_is_the_owner(still: Room) -> None:
    assert role_seen(still, still.local()) == "owner"
    assert role_seen(still, still.local("http://localhost:8501")) == "owner"
    assert role_seen(still, still.local("http://[::1]:8501", "::1")) == "owner"


@pytest.mark.parametrize(
    "header", ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"]
)
def test_a_request_that_a_proxy_passed_on_is_not_local(still: Room, header: str) -> None:
    client = still.local()
    client.headers[header] = "127.0.0.1"
    assert role_seen(still, client) is None
    assert client.get("/").headers["location"] == "join"


@pytest.mark.parametrize(
    "host",
    ["http://evil.example:8501", "http://127.0.0.1.evil.example", "http://192.0.2.1:8501", "http://0.0.0.0:8501"],
)
def test_a_name_of_somebody_else_that_points_here_is_not_local(still: Room, host: str) -> None:
    assert role_seen(still, still.local(host)) is None
    assert still.local(host).get("/").headers["location"] == "join"


def test_somebody_elsewhere_is_not_local_whatever_they_claim(still: Room) -> None:
    assert role_seen(still, still.client(HERE, "192.0.2.7")) is None
    assert role_seen(still, still.client(HERE, "")) is None
    assert role_seen(still, still.client(HERE, "localhost.evil.example")) is None


def test_a_server_open_to_the_network_has_no_local_mode(open_room: Room) -> None:
    assert role_seen(open_room, open_room.local()) is None
    assert role_seen(open_room, open_room.browser("owner")) == "owner"


def test_a_server_behind_a_public_address_has_no_local_mode(tmp_path) -> None:
    with opened(tmp_path, public_url="https://maps.example") as room:
        assert role_seen(room, room.local()) is None
        assert role_seen(room, room.program("participant")) == "inside"


def test_a_participants_seat_is_tried_at_ones_own_machine(still: Room) -> None:
    assert role_seen(still, still.browser("participant", HERE)) == "inside"


def test_a_seat_of_another_database_does_not_lock_the_owner_out(still: Room) -> None:
    client = still.local()
    client.cookies.set(SEAT_COOKIE, "left-over")
    assert role_seen(still, client) == "owner"


def test_a_program_whose_token_ran_out_does_not_become_the_owner(still: Room) -> None:
    assert role_seen(still, still.local(authorization="Bearer left-over")) is None
    assert role_seen(still, still.local(authorization="Bearer")) is None


CHANGE = {"op": "c1", "do": "set", "table": "moments", "id": "m1", "field": "text", "value": "I was here"}
OTHER_SITES = (
    {"origin": "http://evil.example"},
    {"origin": "http://127.0.0.1:3000"},
    {"origin": "https://maps.example.evil.example"},
    {"origin": "null"},
    {"origin": "http://"},
    {"origin": "http://[evil"},
    {"origin": "file://maps.example:8501"},
    {"sec_fetch_site": "cross-site"},
    {"sec_fetch_site": "same-site"},
    {"sec_fetch_site": "cross-site", "origin": ELSEWHERE},
    {"sec_fetch_site": "same-origin", "origin": "http://evil.example"},
)
OWN_PAGES: tuple[dict[str, str], ...] = (
    {},
    {"origin": ELSEWHERE},
    {"origin": ELSEWHERE.upper().replace("HTTP", "http")},
    {"origin": ELSEWHERE.replace("http:", "https:")},
    {"sec_fetch_site": "same-origin"},
    {"sec_fetch_site": "same-origin", "origin": ELSEWHERE},
)


@pytest.mark.parametrize("headers", OTHER_SITES)
def test_a_page_of_another_site_cannot_use_my_seat(still: Room, headers: dict[str, str]) -> None:
    answer = still.browser("facilitator", **headers).post(f"/api/maps/{still.map_id}/changes", json=CHANGE)
    assert answer.status_code == 403
    assert "another site" in answer.json()["detail"]
    assert still.service.maps.head(still.people["owner"], still.map_id).revision == 9


@pytest.mark.parametrize("headers", OTHER_SITES[:4])
def test_a_page_of_another_site_cannot_use_that_i_sit_at_this_machine(still: Room, headers: dict[str, str]) -> None:
    answer = still.local(**headers).post("/api/workshops", json={"title": "Not mine"})
    assert answer.status_code == 403
    assert len(still.service.people.workshops(still.people["owner"])) == 2


@pytest.mark.parametrize("headers", OWN_PAGES)
def test_our_own_pages_and_programs_may(room: Room, headers: dict[str, str]) -> None:
    answer = room.browser("facilitator", **headers).post(f"/api/maps/{room.map_id}/changes", json=CHANGE)
    assert answer.status_code == 200


def test_the_public_address_is_our_own_whatever_the_proxy_calls_us(tmp_path) -> None:
    with opened(tmp_path, public_url="https://maps.example/journeys") as room:
        own = room.browser("facilitator", "http://10.0.0.3:8501", origin="https://maps.example")
        assert own.post(f"/api/maps/{room.map_id}/changes", json=CHANGE).status_code == 200
        plain = room.browser("facilitator", "http://10.0.0.3:8501", origin="http://maps.example")
        assert plain.post(f"/api/maps/{room.map_id}/changes", json={**CHANGE, "op": "c2"}).status_code == 403


def test_a_bearer_token_is_shown_on_purpose_wherever_from(room: Room) -> None:
    client = room.program("participant", origin="http://evil.example", sec_fetch_site="cross-site")
    assert client.post(f"/api/maps/{room.map_id}/changes", json=CHANGE).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_changes_nothing(still: Room, kind: str) -> None:
    client = still.browser("facilitator")
    client.headers["content-type"] = kind
    answer = client.post(
        f"/api/maps/{still.map_id}/changes", content='{"op":"c1","do":"remove","table":"moments","id":"m1"}'
    )
    assert answer.status_code == 415
    assert still.service.maps.head(still.people["owner"], still.map_id).revision == 9
