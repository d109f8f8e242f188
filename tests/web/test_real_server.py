"""The same promises by a real process: Streamlit's own addresses, sockets and paths among them."""

import asyncio
import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.support.lean_socket import connect
from tests.support.server_process import ROOT, Server, free_port, running

pytestmark = pytest.mark.slow

PROBLEM = "application/problem+json"
SHELL = '<div id="root">'
"""What stands in Streamlit's page, whatever it shows later."""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that listens to the network, with the samples."""
    with running(tmp_path_factory.mktemp("network") / "journeymap.db", host="0.0.0.0") as it:
        yield it


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text; the path goes out just as it is written."""
    address = urlsplit(server.base)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        named = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, named, "" if answer.status == 101 else answer.read().decode()
    finally:
        connection.close()


def handshake(server: Server, **headers: str) -> int:
    """What a browser that opens Streamlit's socket is answered."""
    opening = {
        "upgrade": "websocket",
        "connection": "Upgrade",
        "sec_websocket_key": "dGhlIHNhbXBsZSBub25jZQ==",
        "sec_websocket_version": "13",
        "sec_websocket_protocol": "streamlit",
    }
    return ask(server, "/_stcore/stream", **opening, **headers)[0]


def owner_key(server: Server) -> str:
    """The key in the owner link that the start printed."""
    assert server.said("/owner?key=")
    found = re.search(r"/owner\?key=(\w+)", server.output)
    assert found
    return found[1]


def test_nobody_sees_more_than_the_join_page(network: Server) -> None:
    assert handshake(network) == 403
    for path in ("/", "/map", "/map?map=x", "/index.html"):
        status, headers, text = ask(network, path)
        assert (status, headers["location"]) == (303, "join")
        assert SHELL not in text
    for path in ("/_stcore/agent/openapi.json", "/_stcore/metrics", "/_stcore/host-config", "/media/x"):
        assert ask(network, path)[0] == 403
    status, headers, _ = ask(network, "/api/maps")
    assert (status, headers["content-type"]) == (401, PROBLEM)
    assert "Join the workshop" in ask(network, "/join")[2]


def test_the_owner_link_works_once_and_a_join_code_leads_in(network: Server) -> None:
    with httpx.Client(base_url=network.base) as owner, httpx.Client(base_url=network.base) as noor:
        assert owner.get("/owner", params={"key": owner_key(network)}).status_code == 303
        assert noor.get("/owner", params={"key": owner_key(network)}).status_code == 403
        assert SHELL in owner.get("/").text
        assert len(owner.get("/api/maps").json()["maps"]) >= 3
        opened = owner.post("/api/workshops", json={"title": "Visiting a nature park"}).json()
        joining = {"code": opened["join_code"].lower(), "name": "Noor", "role": "observer"}
        assert noor.post("/join", data=joining).status_code == 303
        assert SHELL in noor.get("/").text
        assert noor.get("/api/maps").json() == {"maps": []}
        assert handshake(network, cookie=f"journeymap_seat={noor.cookies['journeymap_seat']}") == 101
        kept = noor.cookies["journeymap_seat"]
        assert noor.post("/leave").status_code == 303
        assert noor.get("/").headers["location"] == "join"
        assert handshake(network, cookie=f"journeymap_seat={kept}") == 403
        assert ask(network, "/api/maps", authorization=f"Bearer {kept}")[0] == 401


def lasting_key(server: Server) -> str:
    """The owner key, as a terminal of this machine prints it."""
    command = [sys.executable, "-m", "journeymap", "owner", "key", "--database", str(server.database)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found = re.search(r"\b[0-9a-f]{40}\b", said)
    assert found, said
    return found[0]


def test_a_view_link_is_read_until_it_is_ended_and_open_sockets_end_with_it(network: Server) -> None:
    port = urlsplit(network.base).port or 0
    with httpx.Client(base_url=network.base) as owner, httpx.Client(base_url=network.base) as anybody:
        assert owner.post("/owner", data={"key": lasting_key(network)}).status_code == 303
        map_id = owner.get("/api/maps").json()["maps"][0]["id"]
        link = owner.post(f"/api/maps/{map_id}/view-links", json={"name": "The board"}).json()
        assert anybody.get("/map").headers["location"] == "join"
        assert anybody.post("/view", data={"link": link["link"]}).headers["location"] == f"map?map={map_id}"
        assert SHELL in anybody.get(f"/map?map={map_id}").text
        assert anybody.get(f"/api/maps/{map_id}").status_code == 200
        cookie = f"journeymap_seat={anybody.cookies['journeymap_seat']}"

        async def conversation() -> None:
            board = await connect(port, f"/live/maps/{map_id}", Cookie=cookie)
            board.send({"type": "hello", "since": None})
            assert (await board.expect("snapshot"))["you"]["role"] == "reader"
            page = await connect(port, "/_stcore/stream", Cookie=cookie, Sec_WebSocket_Protocol="streamlit")
            answer = await asyncio.to_thread(owner.post, f"/api/view-links/{link['id']}/end")
            assert answer.status_code == 204
            assert await board.closed() == await page.closed() == 4403
            for socket in (board, page):
                await socket.hang_up()

        asyncio.run(conversation())
        assert anybody.get("/map").headers["location"] == "join"
        assert anybody.get(f"/api/maps/{map_id}").status_code == 401
        assert handshake(network, cookie=cookie) == 403
        assert "has ended" in anybody.post("/view", data={"link": link["link"]}).text
        assert link["link"] not in network.output


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/nothing",
        "/api//maps",
        "/api/maps/..%2f..%2fetc",
        "/api/../api/nothing",
        "/api/maps/a%0d%0ab",
        "/api/maps/%00",
        "/api/c:windows",
        "/api/a%5cb",
        "/api/%ff",
    ],
)
def test_whatever_is_asked_below_the_api_is_answered_with_a_problem(network: Server, path: str) -> None:
    status, headers, text = ask(network, path)
    assert (status in (401, 404), headers["content-type"]) == (True, PROBLEM)
    assert "Traceback" not in text
    assert "set-cookie" not in headers


def test_the_owner_key_and_seats_are_in_no_log(network: Server) -> None:
    key = owner_key(network)
    before = network.output.count(key)
    ask(network, f"/owner?key={key}")
    ask(network, f"/owner?key=wrong-{key}")
    assert network.output.count(key) == before


def test_at_this_machine_one_is_the_owner_unless_the_request_is_not_from_here(server: Server) -> None:
    assert SHELL in ask(server, "/")[2]
    assert ask(server, "/api/maps")[0] == 200
    assert handshake(server) == 101
    not_from_here = (
        {"host": "evil.example"},
        {"host": f"evil.example:{urlsplit(server.base).port}"},
        {"x_forwarded_for": "127.0.0.1"},
        {"forwarded": "for=127.0.0.1"},
        {"x_real_ip": "::1"},
        {"authorization": "Bearer left-over"},
    )
    for headers in not_from_here:
        assert ask(server, "/", **headers)[0] == 303
        assert ask(server, "/api/maps", **headers)[0] == 401
        assert handshake(server, **headers) == 403


def test_what_streamlit_is_told_to_listen_on_counts_and_not_our_setting(tmp_path: Path) -> None:
    port = free_port()
    command = (sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py"), "--server.headless", "true")
    told = ("--server.address", "0.0.0.0", "--server.port", str(port))
    with running(tmp_path / "journeymap.db", command=(*command, *told), folder=ROOT, port=port, samples=False) as it:
        assert ask(it, "/")[0] == 303
        assert ask(it, "/api/maps")[0] == 401
        assert handshake(it) == 403


def test_nobody_is_believed_who_says_to_ask_for_another(network: Server) -> None:
    form = "application/x-www-form-urlencoded"
    status, _, _ = ask(network, "/join?", "POST", content_type=form, x_forwarded_for="203.0.113.66", content_length="0")
    assert status == 404
    assert network.said("join-code from 127.0.0.0/24")
    assert "203.0.113" not in network.output


def test_vis_network_comes_from_here(server: Server) -> None:
    status, headers, text = ask(server, "/assets/vis/vis-network.min.js")
    assert (status, len(text) > 100_000) == (200, True)
    assert "javascript" in headers["content-type"]
    assert ask(server, "/assets/vis/..%2f..%2f__init__.py")[0] in (400, 404)
