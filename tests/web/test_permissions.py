"""Every read and every write, asked by everybody: allowed or refused, and nothing leaks."""

import pytest
from fastapi.routing import APIRoute

from tests.support.api_clients import Client, Room

WORKING = ("facilitator", "co-facilitator", "participant", "customer")
INSIDE = (*WORKING, "observer")
EVERYBODY = ("owner", *INSIDE, "stranger")

READS = (
    "/api/maps/{map}",
    "/api/maps/{map}/operations?since=0",
    "/api/maps/{map}/stories",
    "/api/maps/{map}/stories?format=markdown",
    "/api/maps/{map}/export?format=json",
    "/api/maps/{map}/export?format=map-csv",
    "/api/maps/{map}/export?format=svg&view=channels",
    "/api/maps/{map}/export?format=stories-tracker-csv",
    "/api/maps/{map}/graph?view=channels&format=svg",
    "/api/compare?as_is={map}&to_be={to_be}",
)
MAPS = {
    "theirs": (("owner", *INSIDE), "map_id"),
    "the other workshop's": (("owner", "stranger"), "other_map_id"),
    "the owner's own": (("owner",), "own_map_id"),
}


def read(client: Client, room: Room, address: str, map_id: str) -> tuple[int, str]:
    """Status and text of this address."""
    to_be = room.to_be_id if map_id == room.map_id else map_id
    answer = client.get(address.format(map=map_id, to_be=to_be))
    return answer.status_code, answer.text


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("which", MAPS)
def test_a_map_is_read_by_its_workshop_and_the_owner_only(still: Room, role: str, which: str) -> None:
    allowed, name = MAPS[which]
    for address in READS:
        status, text = read(still.program(role), still, address, getattr(still, name))
        assert (address, status) == (address, 200 if role in allowed else 403)
        if role not in allowed:
            assert "SECRET" not in text
            assert "I call to book" not in text


@pytest.mark.parametrize("address", READS)
def test_nobody_without_a_seat_reads_anything(still: Room, address: str) -> None:
    answer = still.client().get(address.format(map=still.map_id, to_be=still.to_be_id))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "I call to book" not in answer.text


@pytest.mark.parametrize("role", EVERYBODY)
def test_the_list_holds_the_maps_of_ones_own_workshop(still: Room, role: str) -> None:
    seen = {one["id"] for one in still.program(role).get("/api/maps").json()["maps"]}
    workshops = {still.map_id, still.to_be_id}
    assert seen == {
        "owner": {*workshops, still.other_map_id, still.own_map_id},
        "stranger": {still.other_map_id},
    }.get(role, workshops)


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_search_finds_nothing_in_maps_one_may_not_see(still: Room, role: str) -> None:
    found = still.program(role).get("/api/maps?search=SECRET").json()["maps"]
    assert len(found) == {"owner": 2, "stranger": 1}.get(role, 0)


def change(op: str = "c1") -> dict[str, object]:
    """A change that fits the map of the room."""
    return {"op": op, "do": "set", "table": "moments", "id": "m1", "field": "text", "value": f"I ring ({op})"}


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_a_map_is_changed_by_those_who_work_on_it(room: Room, role: str | None) -> None:
    client = room.program(role) if role else room.client()
    answer = client.post(f"/api/maps/{room.map_id}/changes", json=change())
    allowed = role in ("owner", *WORKING)
    assert answer.status_code == (200 if allowed else 403 if role else 401)
    journey = room.service.maps.journey(room.people["owner"], room.map_id)
    assert (journey.tables["moments"]["m1"].called == "I ring (c1)") is allowed
    assert journey.revision == (10 if allowed else 9)


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_cells_to_paste_are_read_for_those_who_work_on_the_map(still: Room, role: str | None) -> None:
    client = still.program(role) if role else still.client()
    answer = client.post(f"/api/maps/{still.map_id}/cells", json={"text": "Step\tNeed\nI ring\tknow\n"})
    assert answer.status_code == (200 if role in ("owner", *WORKING) else 403 if role else 401)


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_maps_are_started_by_those_who_lead(room: Room, role: str | None) -> None:
    client = room.program(role) if role else room.client()
    answer = client.post(f"/api/workshops/{room.workshop_id}/maps", json={"title": "Another", "kind": "as-is"})
    allowed = role in ("owner", "facilitator", "co-facilitator")
    assert answer.status_code == (201 if allowed else 403 if role else 401)
    assert len(room.service.maps.heads(room.people["facilitator"])) == (3 if allowed else 2)


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_workshops_are_opened_by_the_owner(room: Room, role: str | None) -> None:
    client = room.program(role) if role else room.client()
    answer = client.post("/api/workshops", json={"title": "Another"})
    assert answer.status_code == (201 if role == "owner" else 403 if role else 401)
    assert len(room.service.people.workshops(room.people["owner"])) == (3 if role == "owner" else 2)


def test_comparing_needs_the_right_to_see_both(still: Room) -> None:
    client = still.program("participant")
    for pair in ((still.map_id, still.other_map_id), (still.other_map_id, still.map_id)):
        answer = client.get(f"/api/compare?as_is={pair[0]}&to_be={pair[1]}")
        assert answer.status_code == 403
        assert "SECRET" not in answer.text


def test_a_board_pack_is_for_those_who_see_both_maps(still: Room) -> None:
    client = still.program("participant")
    assert client.get(f"/api/maps/{still.to_be_id}/pack?format=pack-pptx").status_code == 200
    answer = client.get(f"/api/maps/{still.other_map_id}/pack?format=pack-pptx")
    assert (answer.status_code, "SECRET" in answer.text) == (403, False)


def test_a_comparison_is_taken_away_by_those_who_see_both_maps(still: Room) -> None:
    client = still.program("participant")
    assert client.get(f"/api/maps/{still.to_be_id}/comparison?format=comparison-csv").status_code == 200
    answer = client.get(f"/api/maps/{still.other_map_id}/comparison?format=comparison-csv")
    assert (answer.status_code, "SECRET" in answer.text) == (403, False)


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_a_pair_is_made_and_parted_by_who_manages_the_to_be(room: Room, role: str | None) -> None:
    client = room.program(role) if role else room.client()
    answer = client.ask("PUT", f"/api/maps/{room.to_be_id}/as-is", json={"as_is": None})
    allowed = role in ("owner", "facilitator", "co-facilitator")
    assert answer.status_code == (204 if allowed else 403 if role else 401)
    head = room.service.maps.head(room.people["owner"], room.to_be_id)
    assert head.as_is_id == (None if allowed else room.map_id)
    if role == "facilitator":
        answer = client.ask("PUT", f"/api/maps/{room.to_be_id}/as-is", json={"as_is": room.other_map_id})
        assert answer.status_code == 403, "whose map one may not see, that one is no as-is"
        assert "SECRET" not in answer.text
        answer = client.ask("PUT", f"/api/maps/{room.to_be_id}/as-is", json={"as_is": room.to_be_id})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
        assert client.ask("PUT", f"/api/maps/{room.to_be_id}/as-is", json={}).status_code == 422


def test_every_address_is_asked_by_a_test_here() -> None:
    known = {address.split("?")[0].format(map="{map_id}") for address in READS if "{map}" in address.split("?")[0]}
    known |= {"/api/compare", "/api/maps", "/api/maps/{map_id}/changes", "/api/workshops/{workshop_id}/maps"}
    known |= {"/api/maps/{map_id}/as-is", "/api/maps/{map_id}/pack", "/api/maps/{map_id}/comparison"}
    known |= {"/api/maps/{map_id}/cells"}
    known |= {"/api/workshops", "/api/workshops/{workshop_id}", "/api/join", "/api/health", "/api/ready"}
    from journeymap.web.api import maps, workshops  # noqa: PLC0415 - only this test looks inside

    there = {
        f"/api{route.path}"
        for router in (maps.router, workshops.router)
        for route in router.routes
        if isinstance(route, APIRoute)
    }
    assert there == known
