"""The log comes in pages: whoever follows `next` has all of it, and no page is without measure."""

from typing import Any

import pytest

from journeymap.domain.model.operations import Add
from journeymap.service import operation_pages
from journeymap.service.turns import AT_ONCE, WAITING
from tests.service.test_turns import crowd
from tests.support.api_clients import Client, Room


def pages(client: Client, path: str, limit: int) -> list[dict[str, Any]]:
    """All pages, by `next`."""
    found: list[dict[str, Any]] = []
    since: int | None = 0
    while since is not None:
        answer = client.get(f"{path}?since={since}&limit={limit}")
        assert answer.status_code == 200
        found.append(answer.json())
        assert found[-1]["from"] == since + 1
        since = found[-1]["next"]
        assert since is None or since == found[-1]["to"]
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 9, 10, 1_000])
def test_all_pages_together_are_the_log_in_order(still: Room, limit: int) -> None:
    path = f"/api/maps/{still.map_id}/operations"
    found = pages(still.program("participant"), path, limit)
    told = [one["revision"] for page in found for one in page["operations"]]
    assert told == list(range(1, 10))
    assert all(len(page["operations"]) <= limit for page in found)
    assert len(found) == -(-9 // limit)
    assert found[-1]["to"] == 9


def test_what_others_hide_makes_no_hole_in_the_way(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.service.map_changes._seen", lambda _, operations: operations[:0])
    found = pages(room.program("participant"), f"/api/maps/{room.map_id}/operations", 4)
    assert [(page["to"], page["operations"]) for page in found] == [(4, []), (8, []), (9, [])]


def test_nothing_after_the_end_is_an_empty_page(still: Room) -> None:
    said = still.program("participant").get(f"/api/maps/{still.map_id}/operations?since=9").json()
    assert (said["to"], said["next"], said["operations"]) == (9, None, [])


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "x", "1e9"])
def test_a_page_has_a_thousand_at_most(still: Room, limit: str) -> None:
    answer = still.program("participant").get(f"/api/maps/{still.map_id}/operations?limit={limit}")
    assert answer.status_code == 422


def test_a_page_is_full_by_its_bytes_as_well(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operation_pages, "MOST_BYTES", 2_000)
    monkeypatch.setattr(operation_pages, "READ_AT_ONCE", 2)
    moments = [Add(table="moments", id=f"x{n}", parent="e1", values={"text": "I walk " * 20}) for n in range(50)]
    room.service.changes.change(room.people["facilitator"], room.map_id, moments)
    found = pages(room.program("participant"), f"/api/maps/{room.map_id}/operations", 1_000)
    assert sum(len(page["operations"]) for page in found) == 59
    assert max(len(page["operations"]) for page in found) < 10


def test_beyond_a_few_long_pages_at_once_it_is_said_when_to_come_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operation_pages, "READ_AT_ONCE", 5)
    path = f"/api/maps/{room.map_id}/operations"
    with crowd(room.service.house.turns, AT_ONCE + WAITING):
        answer = room.program("participant").get(f"{path}?since=0")
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert int(answer.headers["Retry-After"]) > 0
        assert room.program("participant").get(f"{path}?since=6").status_code == 200
    for _ in range(3):
        assert room.program("participant").get(path).status_code == 200
