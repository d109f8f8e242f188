"""The owner link and the owner key; a link to one's own seat on another device."""

import html
import re
import time
from pathlib import Path

import httpx
import pytest
from starlette.requests import HTTPConnection

from journeymap.service.people import SEAT_COOKIE
from journeymap.web.door.device import device_of
from journeymap.web.door.guesses import Guesses
from journeymap.web.door.owner_pages import key_in
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import HERE, PAGE, Client, Room, opened


def owner_link(room: Room, seconds: int = 60) -> str:
    """What stands in a new owner link."""
    return room.service.people.sessions.link(room.people["owner"], seconds)


def open_owner(room: Room, key: str, **headers: str) -> tuple[Client, httpx.Response]:
    """A browser that opened the owner link with this key."""
    browser = room.client(**headers)
    return browser, browser.get("/owner", params={"key": key})


def maps_of(client: Client) -> int:
    """How many maps one sees."""
    answer = client.get("/api/maps")
    return len(answer.json()["maps"]) if answer.status_code == 200 else -1


def test_the_owner_link_makes_one_the_owner_once_and_leaves_the_address(open_room: Room) -> None:
    key = owner_link(open_room)
    browser, answer = open_owner(open_room, key)
    assert (answer.status_code, answer.headers["location"]) == (303, "./")
    assert answer.headers["cache-control"] == "no-store"
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert browser.get("/").text == PAGE
    assert maps_of(browser) == 4
    assert browser.get("/owner", params={"key": key}).headers["location"] == "./"
    second, again = open_owner(open_room, key)
    assert (again.status_code, "set-cookie" in again.headers) == (403, False)
    assert "each works once" in html.unescape(again.text)
    assert second.get("/").status_code == 303


def test_an_owner_link_runs_out(open_room: Room) -> None:
    assert open_owner(open_room, owner_link(open_room, -1))[1].status_code == 403


def test_looking_at_a_link_before_its_person_does_uses_nothing_up(open_room: Room) -> None:
    key = owner_link(open_room)
    early = open_room.client(sec_purpose="prefetch;prerender")
    assert SEAT_COOKIE not in early.get("/owner", params={"key": key}).headers.get("set-cookie", "")
    assert open_room.client().ask("HEAD", "/owner", params={"key": key}).status_code in (200, 405)
    assert open_owner(open_room, key)[1].status_code == 303


def test_the_key_itself_is_typed_and_never_read_from_an_address(open_room: Room) -> None:
    key = open_room.service.owner_key()
    assert open_owner(open_room, key)[1].status_code == 403
    browser = open_room.client()
    assert browser.post("/owner", data={"key": f" {key} "}).status_code == 303
    assert maps_of(browser) == 4
    assert open_room.client(authorization=f"Bearer {key}").get("/api/maps").status_code == 401
    pasted = open_room.client()
    assert pasted.post("/owner", data={"key": f"http://x/owner?key={owner_link(open_room)}"}).status_code == 303
    assert maps_of(pasted) == 4


@pytest.mark.parametrize("key", ["wrong", "a" * 40, "\0", "é", "🌳" * 100])
def test_a_wrong_owner_link_is_a_page_with_one_sentence(open_still: Room, key: str) -> None:
    browser, answer = open_owner(open_still, key, accept_language="nl")
    assert answer.status_code == 403
    assert "Deze eigenaarslink klopt niet" in answer.text
    assert "set-cookie" not in answer.headers
    assert browser.get("/").status_code == 303
    assert browser.post("/owner", data={"key": key}).status_code == 403


def test_wrong_owner_keys_are_counted_and_the_right_one_is_never_kept_out(open_room: Room) -> None:
    object.__setattr__(open_room.site, "guesses", Guesses(place=Buckets(rate=0.001, burst=2)))
    answers = [open_owner(open_room, f"wrong {n}")[1] for n in range(4)]
    assert [answer.status_code for answer in answers] == [403, 403, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert open_owner(open_room, owner_link(open_room))[1].status_code == 303


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec_fetch_site": "cross-site"}])
def test_a_page_of_another_site_signs_nobody_in(open_still: Room, headers: dict[str, str]) -> None:
    key = open_still.service.owner_key()
    for path, form in (("/owner", {"key": key}), ("/device", {"link": owner_link(open_still)})):
        answer = open_still.client(**headers).post(path, data=form)
        assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


# At this very machine


def test_a_proxy_that_adds_no_header_makes_nobody_the_owner(tmp_path: Path) -> None:
    """It rewrites Host, as nginx does unless it is told otherwise: to the server, everybody sits at this machine."""
    with opened(tmp_path, ask_owner="once") as room:
        stranger = room.local()
        assert stranger.get("/api/maps").status_code == 401
        assert stranger.get("/metrics").status_code in (401, 403)
        assert stranger.listen("/_stcore/stream") == [{"type": "websocket.close", "code": 1008}]
        for path, way in (("/", "owner"), ("/map", "owner"), ("/a/b", "../owner")):
            assert stranger.get(path).headers["location"] == way
        page = stranger.get("/owner")
        assert page.status_code == 200
        assert "terminal" in page.text
        assert "journeymap owner link" in page.text
        assert open_owner(room, owner_link(room))[1].status_code == 303


def test_at_this_machine_one_shows_the_link_once_a_browser(tmp_path: Path) -> None:
    with opened(tmp_path, ask_owner="once") as room:
        browser = room.local(HERE)
        assert browser.get("/owner", params={"key": owner_link(room)}).status_code == 303
        assert maps_of(browser) == 4
        object.__setattr__(room.service.house, "opened_at", time.time() + 10)
        assert maps_of(browser) == 4


def test_where_one_is_always_asked_a_start_ends_what_was_before(tmp_path: Path) -> None:
    with opened(tmp_path, ask_owner="always") as room:
        browser = room.local(HERE)
        answer = browser.get("/owner", params={"key": owner_link(room)})
        assert "max-age" not in answer.headers["set-cookie"].lower()
        assert maps_of(browser) == 4
        object.__setattr__(room.service.house, "opened_at", time.time() + 10)
        assert maps_of(browser) == -1
        assert room.client(seat=room.token("participant")).get("/api/room").status_code == 200


# On another device


def test_a_link_of_ones_own_signs_one_more_device_in_and_the_first_stays(open_room: Room) -> None:
    phone, laptop = open_room.browser("customer"), open_room.client()
    key = open_room.service.people.sessions.link(open_room.people["customer"])
    page = laptop.get("/device", params={"link": key})
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)
    assert re.search(r'name="link" value="(\w+)"', page.text)
    answer = laptop.post("/device", data={"link": key})
    assert (answer.status_code, answer.headers["location"]) == (303, "room")
    for client in (phone, laptop):
        assert client.get("/api/room").json()["you"]["id"] == open_room.people["customer"].id
    assert laptop.post("/device", data={"link": key}).status_code == 403
    assert "set-cookie" not in open_room.client().post("/device", data={"link": key}).headers


def test_the_link_of_somebody_who_was_taken_out_opens_nothing(open_room: Room) -> None:
    key = open_room.service.people.sessions.link(open_room.people["customer"])
    lead, out = open_room.people["facilitator"], open_room.people["customer"]
    open_room.service.workshops.admission.remove(lead, open_room.workshop_id, out.id)
    assert open_room.client().post("/device", data={"link": key}).status_code == 403


def test_a_link_to_a_seat_in_a_workshop_makes_nobody_the_owner(open_room: Room) -> None:
    key = open_room.service.people.sessions.link(open_room.people["customer"])
    assert open_owner(open_room, key)[1].status_code == 403


@pytest.mark.parametrize(
    ("typed", "key"),
    [("abc", "abc"), (" abc ", "abc"), ("http://h/owner?key=abc", "abc"), ("/device?link=abc&x=1", "abc"), ("http://[", "http://[")],
)  # fmt: skip
def test_a_key_is_found_in_whatever_is_pasted(typed: str, key: str) -> None:
    assert key_in(typed) == key


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Linux"),
        ("python-httpx/0.27", "python-httpx"),
        ("<script>", ""),
        ("", ""),
    ],
)
def test_a_device_is_called_what_its_person_knows_it_by(agent: str, said: str) -> None:
    scope = {"type": "http", "headers": [(b"user-agent", agent.encode())]}
    assert device_of(HTTPConnection(scope)) == said
