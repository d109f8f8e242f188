"""The room by REST: who may what, whose token is worth what, and the code on the wall."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.workshop.timer import later
from journeymap.service.house import utc_now
from journeymap.service.people import SEAT_COOKIE, People
from journeymap.web.door.guesses import Guesses
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import ELSEWHERE, Client, Room

LEADING = ("owner", "facilitator", "co-facilitator")
INSIDE = (*LEADING, "participant", "customer", "observer")
EVERYBODY = (*INSIDE, "stranger", None)
AGENDA = [
    {"id": "alone", "kind": "moments", "title": "Alone", "minutes": 5, "private": True},
    {"id": "talk", "kind": "talk", "title": "Talk"},
]

READS = ("/api/room", "/api/room/people", "/api/room/progress", "/api/room/claims")
ACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("agenda", {"steps": AGENDA}),
    ("start", {"step": "alone"}),
    ("pause", {}),
    ("resume", {"step": "alone"}),
    ("extend", {"seconds": 60}),
    ("reveal", {}),
    ("end", {}),
    ("break", {"minutes": 5}),
    ("vote", {"items": "moments"}),
    ("back", {"step": "alone"}),
    ("take", {"step": "alone"}),
    ("take", {"kinds": ["truth", "evidence"]}),
    ("leave", {"step": "alone"}),
    ("apart", {"moments": ["m1", "m2"]}),
    ("lead", {"on": True}),
    ("lock", {"on": True}),
    ("lock", {"on": True, "row": "m1"}),
    ("spotlight", {"row": "m1"}),
    ("screen", {"view": "board"}),
    ("send", {"map": None, "page": "map"}),
    ("door", {"open": False}),
    ("code", {}),
    ("details", {"title": "A day out"}),
    ("close", {"read_until": "2099-01-01"}),
    ("reopen", {}),
    ("people/PERSON", {"role": "observer"}),
    ("people/PERSON", {"name": "Another name"}),
    ("people/PERSON/remove", {}),
)


def client_of(room: Room, role: str | None) -> Client:
    """A program of this role; without one, of nobody."""
    return room.program(role) if role else room.client()


def at(room: Room, act: str = "") -> str:
    """The address of an act in the first workshop; the owner and strangers have to say which."""
    path = act.replace("PERSON", room.people["customer"].id)
    return f"/api/room{'/' + path if path else ''}?workshop={room.workshop_id}"


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_room_is_seen_by_those_who_are_in_it(still: Room, role: str | None) -> None:
    expected = 200 if role in INSIDE else 401 if role is None else 403
    for path in READS:
        answer = client_of(still, role).get(f"{path}?workshop={still.workshop_id}")
        assert (path, answer.status_code) == (path, expected)
        assert expected == 200 or "nature park" not in answer.text


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_room_is_run_by_those_who_lead_it_and_nobody_else(room: Room, role: str | None) -> None:
    client = client_of(room, role)
    expected = 200 if role in LEADING else 401 if role is None else 403
    sam = room.service.people.join(room.join_code, "Sam")
    before = room.service.workshops.get(room.people["facilitator"], room.workshop_id)
    for act, body in ACTS:
        answer = client.post(at(room, act.replace("PERSON", sam.id)), json=body)
        assert (act, answer.status_code) == (act, expected)
        if expected != 200:
            assert answer.json()["detail"]
    after = room.service.workshops.get(room.people["facilitator"], room.workshop_id)
    assert (after == before) is (role not in LEADING)


@pytest.mark.parametrize("role", [*EVERYBODY])
def test_names_are_erased_by_those_who_lead_and_ones_own_by_oneself(room: Room, role: str | None) -> None:
    client = client_of(room, role)
    one = client.post(at(room, "people/PERSON/erase"), json={})
    everybody = client.post(at(room, "erase"), json={})
    refused = 401 if role is None else 403
    assert one.status_code == (200 if role in (*LEADING, "customer") else refused)
    assert everybody.status_code == (200 if role in LEADING else refused)


def test_the_workshop_of_a_seat_is_meant_where_none_is_named(room: Room) -> None:
    assert room.program("participant").get("/api/room").json()["workshop"]["id"] == room.workshop_id
    assert room.program("stranger").get("/api/room").json()["workshop"]["id"] == room.other_workshop_id
    owner = room.program("owner").get("/api/room")
    assert (owner.status_code, owner.json()["code"]) == (422, "invalid")


# Tokens


def _damaged(token: str) -> Iterator[str]:
    # Not its last letter: the bits that stand over there mean nothing, so one in four such changes changes nothing.
    middle = token.rindex(".") + 5
    yield token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]
    yield token.partition(".")[2]
    yield "x" + token
    yield ""


def test_forged_and_expired_tokens_are_worth_nothing(room: Room) -> None:
    token = room.token("facilitator")
    forged = People(room.service.house.__class__(store=room.service.house.store, secret=b"other" * 8))
    for wrong in (*_damaged(token), forged.seat(room.people["facilitator"])):
        answer = room.client(authorization=f"Bearer {wrong}").post(at(room, "door"), json={"open": False})
        assert answer.status_code == 401
    object.__setattr__(room.service.house, "session_seconds", -1)
    answer = room.client(authorization=f"Bearer {token}").get("/api/room")
    assert answer.status_code == 401
    assert room.service.workshops.get(room.people["facilitator"], room.workshop_id).door


def test_a_removed_persons_token_is_refused_at_once(room: Room) -> None:
    gone = room.program("customer")
    assert gone.get("/api/room").status_code == 200
    room.program("facilitator").post(at(room, "people/PERSON/remove"), json={})
    for answer in (gone.get("/api/room"), gone.get(f"/api/maps/{room.map_id}")):
        assert answer.status_code == 401
        assert "taken you out" in answer.json()["detail"]


def test_a_page_of_another_site_runs_nothing(open_room: Room) -> None:
    for headers in ({"origin": "https://evil.example"}, {"sec_fetch_site": "cross-site"}):
        browser = open_room.browser("facilitator", **headers)
        assert browser.post("/api/room/door", json={"open": False}).status_code == 403
    own = open_room.browser("facilitator", origin=ELSEWHERE)
    assert own.post("/api/room/door", json={"open": False}).status_code == 200


# What is told


def test_everybody_is_told_the_step_and_the_same_second(room: Room) -> None:
    lead, phone = room.program("facilitator"), room.program("participant")
    lead.post("/api/room/agenda", json={"steps": AGENDA})
    told = lead.post("/api/room/start", json={"step": "alone"}).json()
    seen = phone.get("/api/room").json()
    step = seen["step"]
    assert (step["id"], step["state"], step["private"], step["number"], step["of"]) == ("alone", "running", True, 1, 2)
    assert 0 < step["left_ms"] <= told["step"]["left_ms"] <= 300_000
    assert later(seen["server_time"], step["left_ms"] / 1000)[:19] in {
        later(told["server_time"], told["step"]["left_ms"] / 1000 + more)[:19] for more in (-0.5, 0, 0.5)
    }
    assert seen["map"] == {"id": room.map_id, "kind": "as-is", "title": "A day in the park"}
    assert {one["id"] for one in seen["maps"]} == {room.map_id, room.to_be_id}
    assert (seen["you"]["role"], seen["workshop"]["join_code"]) == ("participant", None)
    assert told["workshop"]["join_code"] == room.join_code


def test_a_step_that_does_not_fit_is_refused_in_words(room: Room) -> None:
    lead = room.program("facilitator", accept_language="nl")
    for step in ({"kind": "party", "title": "T"}, {"kind": "talk"}, {"kind": "talk", "title": "T", "minutes": "soon"}):
        answer = lead.post("/api/room/agenda", json={"steps": [step]})
        assert (answer.status_code, answer.headers["content-language"]) == (422, "nl")
    hostile = {"kind": "talk", "title": "<script>alert(1)</script>", "state": "running", "deadline": utc_now()}
    (kept,) = lead.post("/api/room/agenda", json={"steps": [hostile]}).json()["agenda"]
    assert (kept["title"], kept["state"], kept["left_ms"]) == ("<script>alert(1)</script>", "waiting", None)


def test_what_came_out_is_told_to_those_who_lead_and_taken_over_once(room: Room) -> None:
    lead, guest = room.program("facilitator"), room.program("participant")
    ballot = {"items": "moments", "budget": 2}
    steps = [{"id": "v", "kind": "vote", "title": "Which decide?", "ballot": ballot}, *AGENDA]
    lead.post(at(room, "agenda"), json={"steps": steps})
    lead.post(at(room, "start"), json={"step": "v"})
    dot = Add(table="votes", id="dot", values={"round": "v", "item": "m1", "slot": 0})
    room.service.changes.change(room.people["participant"], room.map_id, [dot])
    assert lead.get(at(room)).json()["gains"] == [], "hidden still"
    told = lead.post(at(room, "end"), json={}).json()["gains"]
    assert [(one["kind"], one["step"], one["n"], one["takes"], one["left"]) for one in told] == [
        ("truth", "v", 1, True, False)
    ]
    assert "The top of the vote is not a moment of truth yet" in told[0]["words"]
    assert guest.get(at(room)).json()["gains"] == []
    left = lead.post(at(room, "leave"), json={"step": "v"}).json()["gains"]
    assert left[0]["left"]
    taken = [lead.post(at(room, "take"), json={"step": "v", "kinds": ["truth"]}).json()["gains"] for _ in range(2)]
    assert [one[0]["n"] for one in taken] == [0, 0]
    moments = lead.get(f"/api/maps/{room.map_id}").json()["map"]["moments"]
    assert next(one for one in moments if one["id"] == "m1")["moment_of_truth"] is True
    assert lead.post(at(room, "take"), json={"kinds": ["nonsense"]}).status_code == 422


def test_the_code_on_the_wall_is_a_picture_of_the_join_address(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draws(text: str) -> bytes:
        drawn.append(text)
        return b"<svg/>"

    monkeypatch.setattr("journeymap.web.api.room.qr_svg", draws)
    assert room.program("facilitator").get("/api/room/qr.svg").text == "<svg/>"
    object.__setattr__(
        room.site, "settings", room.site.settings.model_copy(update={"public_url": "https://park.example/maps"})
    )
    room.program("facilitator").get("/api/room/qr.svg")
    assert drawn == [f"{ELSEWHERE}/join?code={room.join_code}", f"https://park.example/maps/join?code={room.join_code}"]


@pytest.mark.parametrize("role", ["participant", "customer", "observer"])
def test_the_code_is_drawn_for_those_who_may_know_it(room: Room, role: str) -> None:
    assert room.program(role).get("/api/room/qr.svg").status_code == 403


def test_the_picture_is_svg_without_a_script_or_another_host(room: Room) -> None:
    answer = room.program("facilitator").get("/api/room/qr.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.text.startswith("<svg")
    assert "script" not in answer.text
    assert "href" not in answer.text


# A second device, and a recovery code


def ask(client: Client, room: Room, **body: str) -> httpx.Response:
    """A second device asks for a seat."""
    return client.post("/api/room/claims", json={"code": room.join_code, "name": "A customer", **body})


def test_a_second_device_gets_the_seat_that_the_first_one_allows(room: Room) -> None:
    phone, laptop = room.program("customer"), room.client()
    waiting = ask(laptop, room).json()
    take = f"/api/room/claims/{waiting['id']}/seat"
    assert laptop.post(take, json={"secret": waiting["secret"]}).json() == {"token": None}
    (asked,) = phone.get("/api/room/claims").json()["claims"]
    assert (asked["id"], asked["number"]) == (waiting["id"], waiting["number"])
    assert "secret" not in json.dumps(asked)
    assert (
        room.program("participant").post(f"/api/room/claims/{waiting['id']}", json={"allow": True}).status_code == 404
    )
    assert phone.post(f"/api/room/claims/{waiting['id']}", json={"allow": True}).status_code == 204
    token = laptop.post(take, json={"secret": waiting["secret"]}).json()["token"]
    you = room.client(authorization=f"Bearer {token}").get("/api/room").json()["you"]
    assert you["id"] == room.people["customer"].id


def test_guessing_a_name_a_secret_or_a_recovery_code_is_slow(room: Room) -> None:
    few = Buckets(rate=0.001, burst=3)
    object.__setattr__(room.site, "guesses", Guesses(place=few, names=Buckets(rate=0.001, burst=1)))
    client = room.client()
    wrong = [
        ask(client, room, name="Nobody"),
        client.post("/api/room/claims/x/seat", json={"secret": "x"}),
        client.post("/api/room/recover", json={"code": room.join_code, "recovery": "AAAA-AAAA-AAAA"}),
        client.post("/api/room/recover", json={"code": room.join_code, "recovery": "CCCC-CCCC-CCCC"}),
    ]
    assert [answer.status_code for answer in wrong] == [404, 404, 404, 429]
    assert ask(client, room).status_code == 429
    assert ask(room.client(peer="192.0.2.9"), room).status_code == 201


def test_a_facilitator_comes_back_on_another_machine(room: Room) -> None:
    lead = room.people["facilitator"]
    code = room.service.workshops.admission.new_recovery(lead, room.workshop_id)
    token = room.client().post("/api/room/recover", json={"code": room.join_code, "recovery": code}).json()["token"]
    assert room.client(authorization=f"Bearer {token}").post("/api/room/door", json={"open": False}).status_code == 200


def test_a_closed_door_says_so_to_a_program(room: Room) -> None:
    room.program("facilitator").post("/api/room/door", json={"open": False})
    answer = room.client().post("/api/join", json={"code": room.join_code, "name": "Late"})
    assert (answer.status_code, "closed the door" in answer.json()["detail"]) == (403, True)


# By hand, without a script


def test_a_name_that_is_there_may_be_mine(open_room: Room) -> None:
    phone, laptop = open_room.browser("customer"), open_room.client()
    form = {"code": open_room.join_code, "name": "A customer", "role": "customer", "doing": "visits", "lang": "en"}
    page = laptop.post("/join", data=form)
    assert page.status_code == 409
    assert "That is me" in page.text
    asked = laptop.post("/join-ask", data=form)
    assert (asked.status_code, asked.headers["location"]) == (303, "join-wait?lang=en")
    waiting = laptop.get("/join-wait?lang=en")
    (claim,) = phone.get("/api/room/claims").json()["claims"]
    assert f">{claim['number']}<" in waiting.text
    assert phone.post(f"/api/room/claims/{claim['id']}", json={"allow": True}).status_code == 204
    answer = laptop.get("/join-wait")
    assert (answer.status_code, answer.headers["location"]) == (303, "room")
    assert open_room.service.people.who(laptop.cookies[SEAT_COOKIE]).id == open_room.people["customer"].id
    assert laptop.get("/join-wait").status_code == 404


def test_before_a_closed_door_a_second_device_asks_the_first_and_newcomers_stay_out(open_room: Room) -> None:
    open_room.program("facilitator").post("/api/room/door", json={"open": False})
    phone, laptop = open_room.browser("customer"), open_room.client()
    form = {"code": open_room.join_code, "name": "A customer", "role": "customer", "lang": "en"}
    known, new = laptop.post("/join", data=form), laptop.post("/join", data={**form, "name": "Nobody"})
    assert (known.status_code, "That is me" in known.text) == (409, True)
    assert (new.status_code, "closed the door" in new.text, "That is me" in new.text) == (403, True, False)
    assert laptop.post("/join-ask", data=form).status_code == 303
    (claim,) = phone.get("/api/room/claims").json()["claims"]
    assert phone.post(f"/api/room/claims/{claim['id']}", json={"allow": True}).status_code == 204
    assert laptop.get("/join-wait").headers["location"] == "room"
    assert open_room.service.people.who(laptop.cookies[SEAT_COOKIE]).id == open_room.people["customer"].id


def test_guessing_who_is_behind_a_closed_door_is_slow(open_room: Room) -> None:
    object.__setattr__(open_room.site, "guesses", Guesses(names=Buckets(rate=0.001, burst=2)))
    open_room.program("facilitator").post("/api/room/door", json={"open": False})
    form = {"code": open_room.join_code, "role": "customer"}
    guessed = [open_room.client().post("/join", data={**form, "name": name}) for name in ("Ada", "Bo", "A customer")]
    assert [answer.status_code for answer in guessed] == [403, 403, 429]


def test_nothing_that_gives_a_seat_stands_in_an_address_or_a_page(open_room: Room) -> None:
    laptop = open_room.client()
    asked = laptop.post("/join-ask", data={"code": open_room.join_code, "name": "A customer"})
    kept = laptop.cookies["journeymap_claim"]
    secret = kept.split(".")[2]
    assert "httponly" in asked.headers["set-cookie"].lower()
    assert secret not in asked.headers["location"]
    assert secret not in laptop.get("/join-wait").text


@pytest.mark.parametrize("cookie", ["", "x", "a.b.c", "a.b.c.zz", "....", "a.1.s.ff"])
def test_a_waiting_page_without_a_right_cookie_is_a_sentence(open_still: Room, cookie: str) -> None:
    browser = open_still.client()
    browser.cookies.set("journeymap_claim", cookie, domain="maps.example")
    assert browser.get("/join-wait").status_code == 404


def test_the_facilitators_page_takes_the_recovery_code(open_room: Room) -> None:
    code = open_room.service.workshops.admission.new_recovery(open_room.people["facilitator"], open_room.workshop_id)
    browser = open_room.client(accept_language="nl")
    assert "Herstelcode" in browser.get("/recover").text
    wrong = browser.post("/recover", data={"code": open_room.join_code, "recovery": "no"})
    assert (wrong.status_code, 'role="alert"' in wrong.text) == (404, True)
    answer = browser.post("/recover", data={"code": open_room.join_code, "recovery": code})
    assert (answer.status_code, answer.headers["location"]) == (303, f"workshop?workshop={open_room.workshop_id}")
    assert open_room.service.people.who(browser.cookies[SEAT_COOKIE]) == open_room.people["facilitator"]
    assert f'href="workshop?workshop={open_room.workshop_id}"' in browser.get("/join").text


def test_another_site_asks_for_nobody(open_room: Room) -> None:
    browser = open_room.client(origin="https://evil.example")
    for path in ("/join-ask", "/recover"):
        assert browser.post(path, data={"code": open_room.join_code, "name": "A customer"}).status_code == 403
