"""One code does not fill a workshop: past a limit for an address people wait, and somebody who leads lets them in."""

from pathlib import Path

from tests.support.api_clients import Client, Room, opened


def form(room: Room, n: object) -> dict[str, str]:
    """The join form."""
    return {"code": room.join_code, "name": f"Guest {n}", "role": "participant", "doing": "", "lang": "en"}


def people(room: Room) -> int:
    """How many are in the workshop."""
    return len(room.program("facilitator").get("/api/room/people").json()["people"])


def test_whoever_comes_past_the_limit_waits_and_is_let_in(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", joins_per_address=3) as room:
        there = people(room)
        for n in range(3):
            assert room.client().post("/join", data=form(room, n)).headers["location"] == "room"
        late = room.client()
        answer = late.post("/join", data=form(room, "late"))
        assert (answer.status_code, answer.headers["location"]) == (303, "join-queue?lang=en")
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert people(room) == there + 3
        page = late.get("/join-queue?lang=en")
        assert (page.status_code, "You are at the door" in page.text) == (200, True)
        assert late.get("/").headers["location"] == "join"
        program = room.client().post("/api/join", json={"code": room.join_code, "name": "Robot"})
        assert program.status_code == 202
        robot = program.json()
        take = f"/api/room/waiting/{robot['waiting']}/seat"
        assert room.client().post(take, json={"secret": robot["secret"]}).json() == {"token": None}
        lead = room.program("facilitator")
        waiting = lead.get("/api/room/waiting").json()["waiting"]
        assert [one["name"] for one in waiting] == ["Guest late", "Robot"]
        assert "secret" not in str(waiting)
        for role in ("participant", "observer"):
            assert room.program(role).get("/api/room/waiting").status_code == 403
            assert room.program(role).post("/api/room/waiting", json={}).status_code == 403
        lead.post("/api/room/waiting", json={"ids": [waiting[0]["id"]]})
        assert late.get("/join-queue").headers["location"] == "room"
        assert late.get("/api/room").json()["you"]["name"] == "Guest late"
        assert lead.post("/api/room/waiting", json={}).json() == {"waiting": []}
        token = room.client().post(take, json={"secret": robot["secret"]}).json()["token"]
        assert room.client(authorization=f"Bearer {token}").get("/api/room").status_code == 200
        assert room.client().post(take, json={"secret": "guessed"}).status_code == 404


def test_somebody_elsewhere_and_somebody_who_comes_back_do_not_wait(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", joins_per_address=1) as room:
        first = room.client()
        for _ in range(3):
            assert first.post("/join", data=form(room, 1)).headers["location"] == "room"
        assert room.client(peer="198.51.100.1").post("/join", data=form(room, 2)).headers["location"] == "room"
        assert room.client().post("/join", data=form(room, 3)).headers["location"].startswith("join-queue")


def test_whoever_has_a_network_of_ipv6_has_no_more_than_one_address_has(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", joins_per_address=2) as room:

        def join(peer: str) -> bool:
            return room.client(peer=peer).post("/join", data=form(room, peer)).headers["location"] == "room"

        assert [join(f"2001:db8:1:{n:x}::1") for n in range(3)] == [True, True, False]
        assert not join("2001:db8:1:1::2")
        assert join("2001:db8:2::1"), "another network"
        assert [join(f"192.0.2.{n}") for n in range(50, 54)] == [True] * 4, "each has an address of IPv4"


def test_a_room_of_500_with_an_address_each_never_waits(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0") as room:
        assert not any(room.site.joins.take(f"2001:db8:1:{n:x}::1") for n in range(500))
        assert room.site.openings.network.burst == 4 * room.site.openings.place.burst


def test_a_room_of_500_behind_one_address_never_waits(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0") as room:
        assert not any(room.site.joins.take("one address") for _ in range(500))


def test_one_device_that_joins_a_thousand_times_fills_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", joins_per_address=20) as room:
        there, device = people(room), room.client()
        statuses = [join_as(device, room, n) for n in range(60)]
        joined = statuses.count(201)
        assert joined + statuses.count(202) == 60
        assert 20 <= joined < 40  # a slow machine lets one more in every two seconds
        assert people(room) == there + joined
        lead = room.program("facilitator")
        ids = [one["id"] for one in lead.get("/api/room/people").json()["people"] if one["name"].startswith("Bot")]
        left = lead.post("/api/room/people/remove", json={"ids": ids}).json()["people"]
        assert len(left) == there
        assert len(lead.post("/api/room/people/restore", json={"ids": ids}).json()["people"]) == there + joined
        assert room.program("participant").post("/api/room/people/remove", json={"ids": ids}).status_code == 403
        assert lead.post("/api/room/waiting", json={"allow": False}).json() == {"waiting": []}


def join_as(device: Client, room: Room, n: int) -> int:
    """The status of one more join from this device, by program."""
    device.cookies.clear()
    return device.post("/api/join", json={"code": room.join_code, "name": f"Bot {n}"}).status_code


def test_a_wrong_code_past_the_limit_is_wrong(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", joins_per_address=1) as room:
        assert room.client().post("/join", data=form(room, 1)).status_code == 303
        assert room.client().post("/join", data={**form(room, 2), "code": "NO-22-NO"}).status_code == 404
        assert room.client().get("/join-queue").status_code == 404
