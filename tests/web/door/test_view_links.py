"""Opening a view link: a page, a program, sockets; what a reader is told, and how they are sent away."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.service.people import SEAT_COOKIE
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import PAGE, Client, Room
from tests.support.app_sockets import change, served
from tests.support.replica import Replica
from tests.web.door.test_guesses import few
from tests.web.live.test_ended_sessions import screen_of

SECRET = "hopelessly lost"


def made(room: Room, **more: Any) -> dict[str, Any]:
    """A new link to the room's map, as the API tells it."""
    asked = {"name": "The board", **more}
    answer = room.program("facilitator").post(f"/api/maps/{room.map_id}/view-links", json=asked)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def opened(room: Room, link: str, peer: str = "192.0.2.7") -> dict[str, Any]:
    """What a program is given for it."""
    answer = room.client(peer=peer).post("/api/view", json={"link": link})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def reader(room: Room, link: str) -> Client:
    """A program that reads by it."""
    return room.client(authorization=f"Bearer {opened(room, link)['token']}")


def test_a_browser_opens_the_link_by_a_page_that_asks_once(open_room: Room) -> None:
    link = made(open_room)["link"]
    browser = open_room.client()
    page = browser.get("/view", params={"link": link})
    assert page.status_code == 200
    assert "Open the map" in page.text
    assert "A day in the park" not in page.text, "a program that looks at the link on its way learns nothing"
    assert (
        open_room.program("facilitator").get(f"/api/maps/{open_room.map_id}/view-links").json()["links"][0]["uses"] == 0
    )
    answer = browser.post("/view", data={"link": link})
    assert (answer.status_code, answer.headers["location"]) == (303, f"map?map={open_room.map_id}")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "max-age" not in answer.headers["set-cookie"].lower(), "until the browser is closed"
    assert browser.get("/map").text == PAGE
    assert browser.get("/room").status_code == 303
    assert browser.get("/screen").headers["location"] != "screen"
    assert "reading a journey map" in browser.get("/join").text
    assert browser.post("/leave").status_code == 303
    assert browser.get("/map").headers["location"] == "join"
    in_dutch = open_room.client().get("/view", params={"link": link, "lang": "nl"})
    assert "De kaart openen" in in_dutch.text


def test_whoever_has_a_seat_on_the_device_keeps_it(open_room: Room) -> None:
    link = made(open_room)["link"]
    browser = open_room.browser("participant")
    assert "would sign you out" in browser.get("/view", params={"link": link}).text
    answer = browser.post("/view", data={"link": link})
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert browser.get("/api/room").status_code == 200


def test_a_page_of_another_site_opens_nothing(open_room: Room) -> None:
    link = made(open_room)["link"]
    answer = open_room.client(sec_fetch_site="cross-site").post("/view", data={"link": link})
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_a_reader_by_the_api_reads_the_map_its_pair_and_nothing_else(open_room: Room) -> None:
    client = reader(open_room, made(open_room)["link"])
    mine = f"/api/maps/{open_room.map_id}"
    assert {one["id"] for one in client.get("/api/maps").json()["maps"]} == {open_room.map_id, open_room.to_be_id}
    for path in (
        mine,
        f"/api/maps/{open_room.to_be_id}",
        f"/api/compare?as_is={open_room.map_id}&to_be={open_room.to_be_id}",
    ):
        assert (path, client.get(path).status_code) == (path, 200)
    beyond = (
        f"/api/maps/{open_room.own_map_id}",
        f"/api/maps/{open_room.other_map_id}",
        *(f"{mine}/{what}" for what in ("operations", "stories", "export", "graph", "view-links")),
        *(f"/api/{what}" for what in ("view-links", "audit", "sessions/all")),
        f"/api/room?workshop={open_room.workshop_id}",
        f"/api/sessions/workshop/{open_room.workshop_id}",
        "/metrics",
    )
    for path in beyond:
        answer = client.get(path)
        assert (path, answer.status_code in (403, 404)) == (path, True), answer.text
        assert "SECRET" not in answer.text
    for path, said in (
        (f"{mine}/changes", {**change("x"), "type": None}),
        (f"{mine}/view-links", {"name": "More"}),
        ("/api/workshops", {"title": "Mine"}),
        ("/api/sessions/link", {}),
        ("/api/sessions/anything/end", {}),
    ):
        body = {name: value for name, value in said.items() if value is not None}
        assert (path, client.post(path, json=body).status_code in (403, 404)) == (path, True)


def test_wrong_links_are_paced_like_wrong_codes_and_right_ones_are_let_in(open_room: Room) -> None:
    few(open_room)
    link, guesser = made(open_room)["link"], open_room.client()
    answers = [guesser.post("/api/view", json={"link": f"{n:032x}"}).status_code for n in range(3)]
    answers.append(guesser.post("/view", data={"link": "0" * 32}).status_code)
    assert answers == [403, 403, 403, 429]
    assert guesser.post("/api/view", json={"link": link}).status_code == 200


def test_very_many_openings_from_one_place_wait_and_nobody_elsewhere_does(open_room: Room) -> None:
    object.__setattr__(open_room.site, "openings", Buckets(rate=0.001, burst=2))
    link = made(open_room)["link"]
    here = open_room.client()
    assert [here.post("/api/view", json={"link": link}).status_code for _ in range(3)] == [200, 200, 429]
    assert opened(open_room, link, peer="192.0.2.99")["map_id"] == open_room.map_id


def test_what_readers_of_one_place_ask_is_bounded(open_room: Room) -> None:
    client = reader(open_room, made(open_room)["link"])
    object.__setattr__(open_room.site, "readings", Buckets(rate=0.001, burst=3))
    assert [client.get("/api/maps").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert open_room.program("participant").get("/api/maps").status_code == 200


def test_a_reader_is_told_of_the_map_and_nothing_of_the_room(open_room: Room) -> None:
    lead = open_room.people["facilitator"]
    steps = [Step(id="write", kind=StepKind.MOMENTS, title="Write alone", private=True, minutes=10)]
    open_room.service.workshops.arrange(lead, open_room.workshop_id, steps)
    open_room.service.workshops.facilitation.start(lead, open_room.workshop_id, "write")
    token = opened(open_room, made(open_room)["link"])["token"]

    async def conversation() -> None:
        async with served(open_room) as live:
            author, board = await live.ready("participant"), await live.enter(token=token)
            whole = await board.expect("snapshot")
            assert (whole["you"]["role"], whole["you"]["may"]) == ("reader", ["see"])
            replica = Replica()
            replica.take(whole)
            author.send(change("w1", "add", id="secret-1", parent="e1", values={"text": f"I am {SECRET}"}, after="m1"))
            await author.expect("accepted")
            author.send(
                change("p1", "add", table="parked", id="p1", parent=None, values={"text": "the boss", "kind": "parked"})
            )
            await author.expect("accepted", "refused")
            said = await board.expect("operations")
            assert SECRET not in json.dumps(said)
            replica.take(said)
            late = await live.ready("observer")
            names = [one["name"] for one in (await late.expect("presence"))["people"]]
            assert "Reader" not in names, "nobody sees a reader"
            await asyncio.to_thread(open_room.service.workshops.facilitation.reveal, lead, open_room.workshop_id)
            while SECRET not in json.dumps(replica.rows):
                frame = await board.receive()
                assert frame["type"] == "operations", "no step, no presence"
                assert "the boss" not in json.dumps(frame)
                replica.take(frame)
            board.send(change("r1"))
            assert (await board.expect("accepted", "refused"))["type"] == "refused"
            for other in (open_room.own_map_id, open_room.other_map_id):
                barred = await live.enter(token=token, map_id=other)
                assert (await barred.closed()).code == 4403

    asyncio.run(conversation())


def hellos(room: Room, token: str, *hellos: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """What a reader is told who begins with each of these, up to the answer."""

    async def conversations() -> list[list[dict[str, Any]]]:
        async with served(room) as live:
            told = []
            for hello in hellos:
                board = await live.connect(token=token)
                board.send({"type": "hello", **hello})
                frames = [await board.receive()]
                while frames[-1]["type"] not in ("snapshot", "welcome"):
                    frames.append(await board.receive())
                told.append(frames)
            return told

    return asyncio.run(conversations())


PARKED: dict[str, Any] = {"table": "parked", "parent": None}


def test_a_reader_who_says_that_a_room_looks_on_is_told_no_more(open_room: Room) -> None:
    author, mine = open_room.people["participant"], open_room.map_id
    parked = Add(table="parked", id="parked-1", values={"text": "The boss is against it", "kind": "parked"})
    verdict = Add(table="verdicts", id="verdict-1", values={"item": "m1", "verdict": "contest", "note": "Not so"})
    for one in (parked, verdict):
        open_room.service.changes.change(author, mine, [one])
    token = opened(open_room, made(open_room)["link"])["token"]
    plain = {"since": None, "public": True}
    for said in hellos(open_room, token, plain, {**plain, "watching": True}):
        whole = said[0]["map"]
        assert not any(whole[table] for table in ("parked", "verdicts", "votes", "proposals", "decisions"))

    async def conversation() -> None:
        async with served(open_room) as live:
            writer, board = await live.ready("participant"), await live.connect(token=token)
            board.send({"type": "hello", **plain})
            await board.expect("snapshot")
            values = {"text": "The boss again", "kind": "parked"}
            writer.send(change("p2", "add", **PARKED, id="parked-2", values=values))
            await writer.expect("accepted")
            writer.send(change("m2"))
            await writer.expect("accepted")
            while "Text of m2" not in (said := json.dumps(await board.receive())):
                assert "boss" not in said
            assert "boss" not in said

    asyncio.run(conversation())


def test_a_reader_sees_the_map_as_it_is_and_nothing_of_its_past(open_room: Room) -> None:
    author, mine, changes = open_room.people["participant"], open_room.map_id, open_room.service.changes
    token = opened(open_room, made(open_room)["link"])["token"]
    hellos(open_room, token, {"since": None})
    for text in (f"I am {SECRET}", "I walk on"):
        changes.change(author, mine, [Set(table="moments", id="m2", field="text", value=text)])
    known = {"since": 0, "erasures": 0}
    told = hellos(open_room, token, known, {**known, "public": True}, {"since": 1, "erasures": 0})
    assert [[frame["type"] for frame in frames] for frames in told] == [["snapshot"]] * 3
    assert all("I walk on" in json.dumps(frames) and SECRET not in json.dumps(frames) for frames in told)


def test_what_was_told_before_a_reader_came_is_not_told_to_the_next(open_room: Room) -> None:
    token = opened(open_room, made(open_room)["link"])["token"]

    async def conversation() -> None:
        async with served(open_room) as live:
            writer, first = await live.ready("participant"), await live.ready(token=token)
            for op, text in (("s1", f"I am {SECRET}"), ("s2", "I walk on")):
                writer.send(change(op, value=text))
                await writer.expect("accepted")
                await first.expect("operations")
            second = await live.enter(token=token)
            whole = await second.receive()
            second.send({"type": "ping"})
            after = await second.expect("pong", "operations")
            assert (whole["type"], after["type"]) == ("snapshot", "pong")
            assert "I walk on" in json.dumps(whole)

    asyncio.run(conversation())


def test_a_reader_is_not_told_who_did_what_and_when(open_room: Room) -> None:
    everybody = {one.id for one in open_room.service.house.store.people.participants(open_room.workshop_id)}
    lead, client = open_room.people["facilitator"], reader(open_room, made(open_room)["link"])
    token = opened(open_room, made(open_room)["link"])["token"]
    open_room.service.workshops.arrange(
        lead, open_room.workshop_id, [Step(id="write", kind=StepKind.MOMENTS, title="Write alone", private=True)]
    )
    open_room.service.workshops.facilitation.start(lead, open_room.workshop_id, "write")

    async def conversation() -> list[Any]:
        async with served(open_room) as live:
            writer, board = await live.ready("participant"), await live.enter(token=token)
            told = [await board.expect("snapshot")]
            values = {"text": "I write"}
            writer.send(change("w1", "add", id="w1", parent="e1", values=values, after="m1"))
            await writer.expect("accepted")
            await asyncio.to_thread(open_room.service.workshops.facilitation.reveal, lead, open_room.workshop_id)
            await asyncio.to_thread(open_room.service.workshops.facilitation.end, lead, open_room.workshop_id)
            writer.send(change("w2", "add", id="w2", parent="e1", values={"text": "I write on"}, after="m1"))
            await writer.expect("accepted", "refused")
            co = await live.ready("co-facilitator")
            co.send(change("w3", "add", id="w3", parent="e1", values={"text": "I add"}, after="m1"))
            await co.expect("accepted")
            while "I add" not in json.dumps(told):
                told.append(await board.receive())
            return told

    told = asyncio.run(conversation())
    operations = [one for frame in told for one in frame.get("operations", [])]
    assert {"reveal", "add"} <= {one["do"] for one in operations}
    assert {(one["by"], one["at"], one.get("author", "")) for one in operations} == {("", "", "")}
    pair = f"as_is={open_room.map_id}&to_be={open_room.to_be_id}"
    asked = [f"/api/maps/{open_room.map_id}", f"/api/maps/{open_room.to_be_id}", "/api/maps", f"/api/compare?{pair}"]
    for said in (json.dumps(told), *(client.get(path).text for path in asked)):
        assert not [one for one in everybody if one in said]


@pytest.mark.parametrize("how", ["ended", "over"])
def test_open_boards_and_screens_are_closed_when_the_link_ends(open_room: Room, how: str) -> None:
    link = made(open_room)
    tokens = [opened(open_room, link["link"])["token"] for _ in range(2)]
    other = opened(open_room, made(open_room, name="Other")["link"])["token"]
    house = open_room.service.house

    async def conversation() -> None:
        async with served(open_room) as live:
            boards = [await live.ready(token=token) for token in tokens]
            stays = await live.ready(token=other)
            screens = [await screen_of(open_room, token) for token in tokens]
            if how == "ended":
                answer = await asyncio.to_thread(
                    open_room.program("facilitator").post, f"/api/view-links/{link['id']}/end"
                )
                assert answer.status_code == 204
            else:
                house.sessions.ends(link["id"], 1.0)
            for board in boards:
                assert (await board.expect("bye"))["code"] == "ended"
                assert (await board.closed()).code == 4403
            for screen in screens:
                assert (await screen.closed()).code == 4403
                await screen.hang_up()
            if how == "ended":
                again = await live.enter(token=tokens[0])
                assert (await again.closed()).code == 4401
            stays.send({"type": "ping"})
            await stays.expect("pong")

    asyncio.run(conversation())


def apart(room: Room) -> None:
    room.service.maps.link(room.people["facilitator"], room.to_be_id, None)


def newer(room: Room) -> None:
    room.service.maps.design_to_be(room.people["facilitator"], room.map_id)


def archived(room: Room) -> None:
    room.service.maps.archive(room.people["facilitator"], room.to_be_id)


@pytest.mark.parametrize("end", [apart, newer, archived])
def test_whoever_reads_the_pair_is_sent_away_when_it_is_the_pair_no_longer(
    open_room: Room, end: Callable[[Room], None]
) -> None:
    lead, pair = open_room.people["facilitator"], open_room.to_be_id
    token = opened(open_room, made(open_room)["link"])["token"]
    kept = open_room.service.people.view_links.make(lead, pair, "The to-be itself")[1]
    own = opened(open_room, kept)["token"]

    async def conversation() -> None:
        async with served(open_room) as live:
            board, of_pair, stays = (
                await live.ready(token=token),
                await live.ready(token=token, map_id=pair),
                await live.ready(token=own, map_id=pair),
            )
            await asyncio.to_thread(end, open_room)
            if end is archived:  # everybody there is asked to come again
                await of_pair.closed()
                again = await live.enter(token=token, map_id=pair)
                assert (await again.closed()).code == 4403
                return
            assert (await of_pair.expect("bye"))["code"] == "ended"
            assert (await of_pair.closed()).code == 4403
            again = await live.enter(token=token, map_id=pair)
            assert (await again.closed()).code == 4403
            for one in (board, stays):
                one.send({"type": "ping"})
                await one.expect("pong")

    asyncio.run(conversation())


def test_the_cookie_of_a_link_is_that_of_a_seat_and_the_token_stands_in_no_address(open_room: Room) -> None:
    token = opened(open_room, made(open_room)["link"])["token"]
    assert open_room.client(seat=token).get("/api/maps").status_code == 200
    assert open_room.client().get(f"/api/maps?{SEAT_COOKIE}={token}").status_code == 401


def test_the_summary_of_the_api_says_until_when(open_room: Room) -> None:
    link = made(open_room, last_day="2099-05-01", with_pair=False)
    assert link["until"] == "2099-05-02T00:00:00.000Z"
    found = opened(open_room, link["link"])
    assert (found["pair_id"], found["until"]) == (None, link["until"])
    refused = open_room.program("facilitator").post(
        f"/api/maps/{open_room.map_id}/view-links", json={"name": "Late", "last_day": "2020-01-01"}
    )
    assert refused.json()["code"] == "invalid"
    assert open_room.program("owner").get("/api/view-links").json()["links"][0]["id"] == link["id"]
