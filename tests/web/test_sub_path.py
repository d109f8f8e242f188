"""Below a path: whether the proxy takes it off or not, and no redirect that leads out of it."""

from urllib.parse import urljoin

import pytest

from journeymap.service.people import SEAT_COOKIE
from journeymap.web.sub_path import own_names
from tests.support.api_clients import ELSEWHERE, PAGE, Room, opened

PUBLIC = "http://maps.example:8501/tools/maps"
PATH = "/tools/maps"


@pytest.fixture
def below(tmp_path):
    with opened(tmp_path, bound_to="0.0.0.0", public_url=PUBLIC) as room:
        yield room


@pytest.mark.parametrize("prefix", ["", PATH])
def test_whatever_the_proxy_passes_on_is_answered(below: Room, prefix: str) -> None:
    ann = below.browser("facilitator")
    assert ann.get(f"{prefix}/api/health").json()["ok"] is True
    assert ann.get(f"{prefix}/").text == PAGE
    assert ann.get(f"{prefix}/map?map=x").text == PAGE
    assert "lang=" in ann.get(f"{prefix}/screen?workshop=x").text
    assert ann.get(f"{prefix}/assets/icon.svg").status_code == 200
    said = ann.listen(f"{prefix}/live/maps/{below.map_id}")
    assert said[0]["type"] == "websocket.accept"


@pytest.mark.parametrize("prefix", ["", PATH])
@pytest.mark.parametrize("page", ["/map", "/graph", "/join", "/room", "/screen"])
def test_a_slash_at_the_end_leads_to_the_page(below: Room, prefix: str, page: str) -> None:
    answer = below.browser("facilitator").get(f"{prefix}{page}/?map=a%20b")
    assert answer.status_code == 301
    as_seen = f"http://maps.example:8501{PATH}{page}/?map=a%20b"
    assert urljoin(as_seen, answer.headers["location"]) == f"{PUBLIC}{page}?map=a%20b"


def test_without_its_last_slash_the_path_leads_to_the_first_page(below: Room) -> None:
    answer = below.browser("facilitator").get(PATH)
    assert urljoin(PUBLIC, answer.headers["location"]) == f"{PUBLIC}/"


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "/x//evil.example/", "/%2f%2fevil.example/"])
def test_no_redirect_leads_to_another_host(below: Room, path: str) -> None:
    for client in (below.browser("facilitator"), below.client()):
        location = client.get(f"{ELSEWHERE}{path}").headers.get("location", "")
        assert urljoin(f"{PUBLIC}{path}", location).startswith("http://maps.example:8501/")


@pytest.mark.parametrize("prefix", ["", PATH])
@pytest.mark.parametrize("path", ["/", "/map", "/map/x/y"])
def test_a_stranger_is_led_to_the_join_page_below_the_path(below: Room, prefix: str, path: str) -> None:
    answer = below.client().get(f"{prefix}{path}")
    assert answer.status_code == 303
    assert urljoin(f"{PUBLIC}{path}", answer.headers["location"]) == f"{PUBLIC}/join"


def test_a_seat_holds_below_the_path_and_is_given_up_there(below: Room) -> None:
    form = {"code": below.join_code, "name": "Noor", "role": "participant"}
    given = below.client().post("/join", data=form).headers["set-cookie"]
    assert f"Path={PATH};" in given
    taken = below.browser("participant").post("/leave").headers["set-cookie"]
    assert f"Path={PATH};" in taken


def test_the_seat_of_another_journeymap_on_the_host_locks_nobody_out(below: Room) -> None:
    both = f"{SEAT_COOKIE}={below.token('facilitator')}; {SEAT_COOKIE}=of-the-one-at-the-root"
    assert below.client(cookie=both).get("/").text == PAGE


def test_the_description_of_the_api_names_the_server_below_the_path(below: Room) -> None:
    assert below.client().get("/api/openapi.json").json()["servers"] == [{"url": f"{PATH}/api"}]


@pytest.mark.parametrize("path", ["/map", "/api", "/join/of/ours", "/_stcore"])
def test_a_path_that_could_be_our_own_is_left_to_the_proxy(tmp_path, path: str) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", public_url=f"http://maps.example:8501{path}") as room:
        ann = room.browser("facilitator")
        assert ann.get("/map").text == PAGE
        assert ann.get("/api/health").json()["ok"] is True
        assert ann.get("/map/_stcore/health").text == PAGE  # passed on as it is: Streamlit answers


def test_every_page_and_every_address_of_ours_is_known_as_our_own() -> None:
    assert {"map", "graph", "compare", "stories", "history", "home", "workshop", "summary"} <= own_names()
    assert {"api", "assets", "join", "live", "room", "screen", "owner", "static", "_stcore", "media"} <= own_names()
