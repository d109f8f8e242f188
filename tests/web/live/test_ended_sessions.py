"""A session that is ended is worth nothing at once: bearer, cookie and open sockets, of board and screens."""

import asyncio

import httpx

from journeymap.service.people import SEAT_COOKIE
from tests.support.api_clients import HERE, Client, Room
from tests.support.app_sockets import Line, change, served


def devices(client: Client, path: str = "/api/sessions") -> list[dict[str, object]]:
    """The devices that this address lists."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["sessions"]
    return found


def test_leaving_ends_the_token_everywhere(open_room: Room) -> None:
    for leave_by in ("cookie", "bearer"):
        token = open_room.token("participant")
        browser, program = open_room.client(seat=token), open_room.client(authorization=f"Bearer {token}")
        assert program.get("/api/room").status_code == browser.get("/api/room").status_code == 200
        assert (browser if leave_by == "cookie" else program).post("/leave").status_code == 303
        assert program.get("/api/room").status_code == 401
        stolen = open_room.client(seat=token)
        assert stolen.get("/api/room").status_code == 401
        assert stolen.get("/").headers["location"] == "join"
    assert open_room.program("participant").get("/api/room").status_code == 200


async def screen_of(room: Room, token: str) -> Line:
    """An open socket of a screen."""
    asked = httpx.Request("GET", HERE, headers={"authorization": f"Bearer {token}"})
    return await Line(room.app, "/_stcore/open", asked.headers, "192.0.2.7").open()


def test_open_sockets_of_the_session_are_closed_and_no_others(open_room: Room) -> None:
    mine, other = open_room.token("participant"), open_room.token("participant")

    async def conversation() -> None:
        async with served(open_room) as live:
            gone, stays = await live.ready(token=mine), await live.ready(token=other)
            screen, left = await screen_of(open_room, mine), await screen_of(open_room, other)
            await asyncio.to_thread(open_room.service.people.sessions.leave, mine)
            assert (await gone.expect("bye"))["code"] == "ended"
            assert (await gone.closed()).code == 4403
            assert (await screen.closed()).code == 4403
            stays.send(change("still-here"))
            assert (await stays.expect("accepted", "refused"))["op"] == "still-here"
            await left.hang_up()
            await screen.hang_up()

    asyncio.run(conversation())


def test_what_another_process_ended_is_closed_here(open_room: Room) -> None:
    token = open_room.token("owner")
    session = open_room.service.people.seated(token).session

    async def conversation() -> None:
        async with served(open_room) as live:
            board = await live.ready(token=token, map_id=open_room.own_map_id)
            screen = await screen_of(open_room, token)
            house = open_room.service.house
            house.store.write(lambda tx: tx.sessions.end_session(session, house.now())).result()
            assert (await board.expect("bye"))["code"] == "ended"
            assert (await screen.closed()).code == 4403
            await screen.hang_up()

    asyncio.run(conversation())


def test_one_sees_ones_own_devices_and_signs_them_out(open_room: Room) -> None:
    here = open_room.program("customer", user_agent="Mozilla/5.0 (iPhone) Safari/604")
    form = {"code": open_room.join_code, "name": "Ann", "role": "participant"}
    joined = open_room.client(user_agent="Mozilla/5.0 (Windows NT 10.0) Firefox/128.0")
    joined.post("/join", data=form)
    (only,) = devices(joined)
    assert (only["device"], only["mine"], only["name"]) == ("Firefox, Windows", True, "Ann")
    link = joined.post("/api/sessions/link").json()["link"]
    phone = open_room.client()
    assert phone.post("/device", data={"link": link}).status_code == 303
    assert [one["mine"] for one in devices(phone)].count(True) == 1
    assert len(devices(phone)) == 2
    assert here.post(f"/api/sessions/{only['id']}/end").status_code == 404
    assert phone.post("/api/sessions/end-others").status_code == 204
    assert joined.get("/api/sessions").status_code == 401
    assert len(devices(phone)) == 1
    (mine,) = devices(phone)
    assert phone.post(f"/api/sessions/{mine['id']}/end").status_code == 204
    assert phone.get("/api/sessions").status_code == 401


def test_who_leads_signs_people_of_the_workshop_out_and_the_owner_everybody(open_room: Room) -> None:
    phone = open_room.program("customer")
    assert phone.get("/api/room").status_code == 200
    lead, owner = open_room.program("facilitator"), open_room.program("owner")
    path = f"/api/sessions/workshop/{open_room.workshop_id}"
    for role in ("participant", "observer", "stranger"):
        assert open_room.program(role).get(path).status_code == 403
        assert open_room.program(role).get("/api/sessions/all").status_code == 403
    assert lead.get("/api/sessions/all").status_code == 403
    listed = devices(lead, path)
    assert {one["workshop_id"] for one in listed} == {open_room.workshop_id}
    theirs = next(one for one in listed if one["person_id"] == open_room.people["customer"].id)
    assert lead.post(f"/api/sessions/{theirs['id']}/end").status_code == 204
    assert phone.get("/api/room").status_code == 401
    everybody = devices(owner, "/api/sessions/all")
    assert {"owner", open_room.people["stranger"].id} <= {str(one["person_id"]) for one in everybody}
    other = next(one for one in everybody if one["person_id"] == open_room.people["stranger"].id)
    assert lead.post(f"/api/sessions/{other['id']}/end").status_code == 404
    assert owner.post(f"/api/sessions/{other['id']}/end").status_code == 204


def test_a_page_of_another_site_signs_nobody_out(open_room: Room) -> None:
    browser = open_room.browser("customer", origin="http://evil.example")
    (one,) = devices(browser)
    assert browser.post(f"/api/sessions/{one['id']}/end").status_code == 403
    assert browser.post("/api/sessions/end-others").status_code == 403
    assert browser.post("/leave").status_code == 403
    assert SEAT_COOKIE in browser.cookies
    assert browser.get("/api/sessions").status_code == 200
