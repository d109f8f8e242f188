"""The audit log for programs: the owner's alone, page by page, with where it was asked from."""

import pytest

from tests.support.api_clients import Client, Room


def kinds(client: Client, query: str = "") -> list[dict[str, object]]:
    """The entries, the newest first."""
    answer = client.get(f"/api/audit{query}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["entries"]
    return found


def test_wrong_codes_and_joins_say_from_where(open_room: Room) -> None:
    owner, guesser = open_room.program("owner"), open_room.client(peer="198.51.100.9")
    for _ in range(5):
        guesser.post("/join", data={"code": "NO-22-NO", "name": "x", "role": "participant"})
    guesser.post("/api/join", json={"code": open_room.join_code, "name": "Ann"})
    guesser.get("/owner", params={"key": "wrong"})
    joined, wrong = kinds(owner, "?kind=joined")[0], kinds(owner, "?kind=wrong-code")
    assert (joined["by_name"], joined["place"]) == ("Ann", "198.51.100.0/24")
    assert {(one["subject"], one["place"], one["times"]) for one in wrong} == {
        ("join-code", "198.51.100.0/24", 1), ("owner-key", "198.51.100.0/24", 1),
    }  # fmt: skip


def test_it_is_read_page_by_page(open_room: Room) -> None:
    owner, found, before = open_room.program("owner"), [], ""
    whole = kinds(owner)
    while True:
        page = owner.get(f"/api/audit?most=2{before}").json()
        found += page["entries"]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert [one["number"] for one in found] == [one["number"] for one in whole]


@pytest.mark.parametrize("role", ["facilitator", "co-facilitator", "participant", "customer", "observer", "stranger"])
def test_nobody_else_reads_it(open_room: Room, role: str) -> None:
    assert open_room.program(role).get("/api/audit").status_code == 403
    assert open_room.client().get("/api/audit").status_code == 401
