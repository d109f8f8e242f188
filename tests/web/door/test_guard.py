"""At the door: without a seat one sees the join page and nothing more."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import streamlit

from journeymap.domain.text.errors import unavailable
from journeymap.web.door import guard
from tests.support.api_clients import ELSEWHERE, HERE, PAGE, Client, Room

PAGES = (
    "/",
    "/map",
    "/map?map={map}",
    "/compare",
    "/a/b/c",
    "/index.html",
    "/api-like",
    "/joiner",
    "/join/map",
    "/assetsx",
    "/Join",
)
NOT_PAGES = ("/media/abc.csv", "/component/x", "/_stcore/metrics", "/_stcore/upload_file/a/b", "/_stcore/host-config")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_leads_to_the_join_page(open_still: Room, path: str) -> None:
    asked = path.format(map=open_still.map_id)
    for method in ("GET", "HEAD", "POST"):
        answer = open_still.client().ask(method, asked)
        assert answer.status_code == 303
        assert urljoin(ELSEWHERE + asked, answer.headers["location"]) == f"{ELSEWHERE}/join"
        assert PAGE not in answer.text
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", NOT_PAGES)
def test_what_is_no_page_is_refused(open_still: Room, path: str) -> None:
    answer = open_still.client(accept_language="nl").get(path)
    assert answer.status_code == 403
    assert "Doe eerst mee" in answer.text


@pytest.mark.parametrize("path", [*PAGES, *NOT_PAGES])
@pytest.mark.parametrize("role", ["owner", "participant", "observer"])
def test_whoever_has_a_seat_goes_through(open_still: Room, role: str, path: str) -> None:
    assert open_still.browser(role).get(path.format(map=open_still.map_id)).text == PAGE


@pytest.mark.parametrize("path", PAGES)
def test_the_owner_at_this_machine_goes_through(still: Room, path: str) -> None:
    assert still.local().get(path).text == PAGE


def test_a_tokens_holder_goes_through_and_a_forger_does_not(open_still: Room) -> None:
    assert open_still.program("participant").get("/").text == PAGE
    assert open_still.client(authorization="Bearer x.y.z").get("/").status_code == 303
    assert open_still.client(seat="x.y.z").get("/").status_code == 303


def strangers(still: Room) -> list[Client]:
    """Everybody who may not come in."""
    return [
        still.client(),
        still.client(seat="forged"),
        still.local("http://evil.example:8501"),
        still.local(HERE, x_forwarded_for="127.0.0.1"),
        still.client(authorization="Bearer forged"),
    ]


def test_streamlits_socket_opens_for_a_seat_only(still: Room) -> None:
    for client in strangers(still):
        assert client.listen("/_stcore/stream") == [{"type": "websocket.close", "code": 1008}]
    for client in (still.local(), still.browser("observer"), still.program("participant")):
        said = client.listen("/_stcore/stream")
        assert [one["type"] for one in said] == ["websocket.accept", "websocket.send", "websocket.close"]


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:3000", "null"])
def test_a_page_of_another_site_opens_no_socket_in_my_name(still: Room, origin: str) -> None:
    for client in (still.local(origin=origin), still.browser("observer", origin=origin)):
        assert client.listen("/_stcore/stream") == [{"type": "websocket.close", "code": 1008}]
    assert still.local(origin=HERE).listen("/_stcore/stream")[0]["type"] == "websocket.accept"
    assert still.program("observer", origin=origin).listen("/_stcore/stream")[0]["type"] == "websocket.accept"


@pytest.mark.parametrize("path", ["/join", "/api/health", "/assets/entering.css", "/_stcore/health", "/static/x.js"])
def test_the_way_in_is_open_to_everybody(open_still: Room, path: str) -> None:
    assert open_still.client().get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/", "/assets/x", "/assets/..%2fapp.py"]
)
def test_the_assets_are_a_folder_one_cannot_leave(open_still: Room, path: str) -> None:
    answer = open_still.client().get(path)
    assert answer.status_code in (303, 404)
    assert "import" not in answer.text


def test_an_asset_is_kept_for_good_only_under_its_stamp(open_still: Room) -> None:
    browser = open_still.client()
    assert browser.get("/assets/entering.css").headers["cache-control"] == "no-cache"
    assert "immutable" in browser.get("/assets/entering.css?v=1").headers["cache-control"]
    etag = browser.get("/assets/entering.css").headers["etag"]
    assert browser.get("/assets/entering.css", headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/join", "/api/health", "/api/nothing", "/assets/entering.css", "/owner", "/x"])
def test_every_answer_carries_the_headers_that_protect(open_still: Room, path: str) -> None:
    for client in (open_still.client(), open_still.browser("participant")):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert headers["referrer-policy"] == "same-origin"
        assert "geolocation=()" in headers["permissions-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert "frame-ancestors" in policy
        assert "'unsafe-eval'" not in policy
        assert "http" not in policy
        assert "*" not in policy


def test_the_one_script_in_streamlits_page_is_the_one_we_allow() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert [f"'sha256-{digest}'" for digest in digests] == [guard.INLINE_SCRIPT]


def test_a_database_that_is_away_lets_nobody_in_and_says_so(open_still: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise unavailable("storage-not-saved")

    monkeypatch.setattr(type(open_still.service.house.store.people), "participant", away)
    answer = open_still.browser("participant").get("/")
    assert answer.status_code == 503
    assert PAGE not in answer.text
    assert "Traceback" not in answer.text


def test_a_strange_path_below_the_api_is_still_a_problem(open_still: Room) -> None:
    for path in ("/api/maps/a\r\nb", "/api/../secret", "/api/a\\b", "/api//maps", "/api/\x00"):
        assert guard.is_odd(path)
