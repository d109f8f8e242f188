"""The frontend tree as it is served: kept for good, small, and nothing but scripts and styles."""

import pytest

from journeymap import frontend
from tests.support.api_clients import Room


def test_files_are_kept_for_good_until_there_are_others(still: Room) -> None:
    browser = still.client()
    now = browser.get("/" + frontend.address("room/room.js"))
    assert now.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert now.headers["content-type"].startswith("text/javascript")
    before = browser.get("/assets/frontend/0123456789ab/room/room.js")
    assert (before.status_code, before.headers["cache-control"]) == (200, "no-cache")
    assert before.content == now.content


def test_whoever_cannot_unpack_gets_a_file_as_it_is(still: Room) -> None:
    path = "/" + frontend.address("live/model.js")
    small = still.client().get(path, headers={"accept-encoding": "gzip"})
    plain = still.client().get(path, headers={"accept-encoding": "identity"})
    assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert "content-encoding" not in plain.headers
    assert small.text == plain.text


@pytest.mark.parametrize(
    "path",
    [
        *("__init__.py", "types.d.ts", "takeaway/page.html", "board/no.js", "", "board"),
        *("board/../__init__.py", "room/../../web/app.py", "room/%2e%2e/%2e%2e/web/app.py"),
    ],
)
def test_nothing_else_lies_there(still: Room, path: str) -> None:
    assert still.client().get(f"/{frontend.PLACE}/{frontend.stamp()}/{path}").status_code == 404
