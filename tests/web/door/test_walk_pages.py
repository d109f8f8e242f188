"""The phone page of a validation round: by its own token, with what one is asked about and nothing else."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Set
from journeymap.web.door.place_limits import PlaceLimits
from journeymap.web.door.walk_pages import COOKIE
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import Client, Room
from tests.web.door.test_guesses import few

HOSTILE = "<script>alert(1)</script>'\"&amp;{{ 7 * 7 }}"


def made(room: Room, **more: Any) -> dict[str, Any]:
    """A new round on the room's map, as the API tells it."""
    answer = room.program("facilitator").post(f"/api/maps/{room.map_id}/rounds", json={"name": "Visitors", **more})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def came(room: Room, link: str, name: str = "", peer: str = "192.0.2.7") -> tuple[Client, str]:
    """A phone that came by the link, and the page it was sent to."""
    phone = room.client(peer=peer)
    answer = phone.post("/walk", data={"do": "begin", "link": link, "name": name, "lang": "en"})
    assert answer.status_code == 303, answer.text
    kept = answer.headers["set-cookie"]
    assert "httponly" in kept.lower()
    assert "samesite=lax" in kept.lower()
    phone.cookies.extract_cookies(answer)
    return phone, f"/{answer.headers['location']}"


def say(phone: Client, round_id: str, at: str, do: str, **more: str) -> httpx.Response:
    """An answer, as the page's form sends it."""
    return phone.post("/walk", data={"do": do, "round": round_id, "at": at, "lang": "en", **more})


def counts(room: Room) -> dict[str, tuple[int, int, int]]:
    """What was counted, by moment."""
    told = room.program("participant").get(f"/api/maps/{room.map_id}/verdicts").json()["moments"]
    return {one["moment"]: (one["confirmed"], one["contested"], one["added"]) for one in told}


def test_a_customer_walks_the_map_moment_by_moment_without_a_seat(open_room: Room) -> None:
    found = made(open_room)
    invitation = open_room.client().get("/walk", params={"link": found["link"]})
    assert invitation.status_code == 200
    assert "A day in the park" not in invitation.text, "a program that looks at the link on its way learns nothing"
    assert "<script" not in invitation.text
    phone, page = came(open_room, found["link"], "Anna")
    first = phone.get(page).text
    assert "I call to book" in first
    assert "Step 1 of 2" in first
    answer = say(phone, found["id"], "m1", "confirm", quote="Every time")
    assert answer.status_code == 303
    second = phone.get(f"/{answer.headers['location']}").text
    assert "Step 2 of 2" in second
    last = say(phone, found["id"], "m2", "contest")
    assert "That was all" in phone.get(f"/{last.headers['location']}").text
    added = say(phone, found["id"], "m1", "add", text="I was on hold")
    assert "You added: I was on hold" in phone.get(f"/{added.headers['location']}").text
    assert counts(open_room) == {"m1": (1, 0, 1), "m2": (0, 1, 0)}
    for path in ("/", "/map", "/room", "/screen", "/history"):
        assert phone.get(path).status_code == 303, "it is no seat"
    for path in (f"/api/maps/{open_room.map_id}", f"/api/maps/{open_room.map_id}/verdicts", "/api/maps", "/api/room"):
        assert phone.get(path).status_code == 401
    assert "Alles wat ik zei verwijderen" in phone.get(page, params={"lang": "nl"}).text or page


def test_the_page_shows_nothing_that_is_behind_the_scenes_private_or_somebodys_name(open_room: Room) -> None:
    found = made(open_room)
    phone, _ = came(open_room, found["link"])
    journey = open_room.service.house.store.journey(open_room.map_id)
    hidden = {
        row.called for table in ("backstage_steps", "pain_points", "parked") for row in journey.tables[table].values()
    }
    hidden |= {one.name for one in open_room.people.values()} | {row.called for row in journey.rows() if row.private}
    shown = "".join(phone.get(f"/walk?round={found['id']}&at={at}").text for at in ("m1", "m2", "."))
    assert [text for text in hidden if len(text) > 3 and text in shown] == []


def test_a_forged_token_and_an_ended_link_are_worth_nothing(open_room: Room) -> None:
    found, other = made(open_room), made(open_room)
    phone, page = came(open_room, found["link"])
    for forged in ("", "0" * 32, found["link"], "%00", "a" * 5000):
        guest = open_room.client()
        guest.cookies.set(COOKIE + found["id"], forged, domain="journeymap.example")
        assert say(guest, found["id"], "m1", "confirm").status_code == 403
        assert guest.get(page).status_code == 403
    mine = {one.name: one.value for one in phone.cookies.jar}[COOKIE + found["id"]]
    stray = open_room.client()
    stray.cookies.set(COOKIE + other["id"], mine or "", domain="journeymap.example")
    assert say(stray, other["id"], "m1", "confirm").status_code == 403, "a token is of one round"
    assert say(phone, "x" * 90, "m1", "confirm").status_code == 403
    assert open_room.client().get("/walk", params={"link": "0" * 32}).status_code == 403
    assert open_room.program("facilitator").post(f"/api/rounds/{found['id']}/end").status_code == 204
    assert say(phone, found["id"], "m1", "confirm").status_code == 403
    assert "This round is over" in open_room.client().get("/walk", params={"link": found["link"]}).text
    assert counts(open_room) == {}


def test_what_a_customer_sends_is_text_and_stays_in_the_field_where_it_is_refused(open_room: Room) -> None:
    found = made(open_room)
    phone, page = came(open_room, found["link"], HOSTILE[:30])
    assert say(phone, found["id"], "m1", "add", text=HOSTILE).status_code == 303
    shown = phone.get(page).text
    assert "<script" not in shown
    assert "{{ 7 * 7 }}" in shown
    long = say(phone, found["id"], "m1", "confirm", quote="x" * 1001)
    assert long.status_code == 422
    assert "x" * 1001 in long.text, "nothing that was typed is lost"
    assert say(phone, found["id"], "m1", "confirm", quote="x" * 9000).status_code == 413
    assert say(phone, found["id"], "m1", "validated").status_code == 422
    assert say(phone, found["id"], "nowhere", "confirm").status_code == 404


def test_a_page_of_another_site_sends_nothing(open_room: Room) -> None:
    found = made(open_room)
    phone, _ = came(open_room, found["link"])
    stranger = open_room.client(sec_fetch_site="cross-site")
    stranger.cookies.update(phone.cookies)
    assert say(stranger, found["id"], "m1", "confirm").status_code == 403
    assert counts(open_room) == {}


def test_two_customers_at_once_are_two_and_one_phone_is_one(open_room: Room) -> None:
    found = made(open_room)
    phones = [came(open_room, found["link"], name)[0] for name in ("Anna", "Bas")]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda one: say(one, found["id"], "m1", "confirm").status_code, phones))
    assert answers == [303, 303]
    again = phones[0].post("/walk", data={"do": "begin", "link": found["link"], "name": "Anna"})
    assert again.status_code == 303
    phones[0].cookies.extract_cookies(again)
    say(phones[0], found["id"], "m1", "contest")
    assert counts(open_room) == {"m1": (1, 1, 0)}
    told = open_room.program("facilitator").get(f"/api/maps/{open_room.map_id}/rounds").json()
    assert sorted((one["name"], one["verdicts"]) for one in told["customers"]) == [("Anna", 2), ("Bas", 1)]


def test_a_customer_takes_back_everything(open_room: Room) -> None:
    found = made(open_room)
    phone, _ = came(open_room, found["link"], "Anna")
    say(phone, found["id"], "m1", "confirm")
    answer = say(phone, found["id"], "", "forget")
    assert "Everything you said has been removed" in answer.text
    assert counts(open_room) == {}
    assert say(phone, found["id"], "m1", "confirm").status_code == 403


def test_guessing_and_flooding_are_slowed_and_a_hall_of_people_is_not(open_room: Room) -> None:
    found = made(open_room, most=300)
    phones = [came(open_room, found["link"])[0] for _ in range(20)]
    assert all(say(one, found["id"], "m1", "confirm").status_code == 303 for one in phones)
    with_few = Buckets(rate=1 / 60, burst=2)
    object.__setattr__(open_room.site, "walks", with_few)
    assert [say(phones[0], found["id"], "m1", "confirm").status_code for _ in range(3)] == [303, 303, 429]
    assert say(phones[1], found["id"], "m1", "confirm").status_code == 303
    few(open_room)
    tried = [open_room.client().get("/walk", params={"link": f"{n:032}"}).status_code for n in range(6)]
    assert tried[0] == 403
    assert tried[-1] == 429


def test_the_page_is_light(open_room: Room) -> None:
    found = made(open_room)
    phone, page = came(open_room, found["link"])
    text = phone.get(page).text
    files = re.findall(r'(?:href|src)="((?:assets|frontend)[^"]+\.css[^"]*)"', text)
    assert len(text) + sum(len(phone.get(f"/{one}").content) for one in files) < 40_000


@pytest.mark.parametrize("role", ["participant", "customer", "observer", "stranger"])
def test_only_those_who_lead_hold_rounds_and_decide(open_room: Room, role: str) -> None:
    found = made(open_room)
    program, here = open_room.program(role), f"/api/maps/{open_room.map_id}"
    assert program.post(f"{here}/state", json={"state": "in-review"}).status_code == 403
    assert program.post(f"{here}/rounds", json={"name": "Mine"}).status_code == 403
    assert program.get(f"{here}/rounds").status_code == 403
    assert program.post(f"{here}/evidence").status_code == 403
    assert program.post(f"/api/rounds/{found['id']}/end").status_code == 404
    assert program.post("/api/rounds/customers/nobody/remove").status_code == 404


def test_the_api_tells_where_a_map_stands_and_who_said_so(open_room: Room) -> None:
    lead, here = open_room.program("facilitator"), f"/api/maps/{open_room.map_id}"
    assert lead.get(f"{here}/state").json() == {"state": "draft", "validated": False, "changes_since": 0, "history": []}
    assert lead.post(f"{here}/state", json={"state": "in-review"}).json()["state"] == "in-review"
    assert lead.post(f"{here}/state", json={"state": "validated"}).status_code == 422
    found = made(open_room)
    say(came(open_room, found["link"])[0], found["id"], "m1", "confirm")
    told = lead.post(f"{here}/state", json={"state": "validated"}).json()
    assert (told["state"], told["validated"], told["changes_since"]) == ("validated", True, 0)
    assert [one["state"] for one in told["history"]] == ["validated", "in-review"]
    assert told["history"][0]["decided_by"] == open_room.people["facilitator"].id
    open_room.service.changes.change(
        open_room.people["facilitator"], open_room.map_id, [Set(table="moments", id="m1", field="notes", value="x")]
    )
    assert lead.get(f"{here}/state").json()["changes_since"] == 1
    assert lead.post(f"{here}/state", json={"state": "glorious"}).status_code == 422


def test_programs_read_what_customers_wrote_and_who_came_a_page_at_a_time(open_room: Room) -> None:
    found = made(open_room)
    for name in ("Anna", "Bas"):
        phone, _ = came(open_room, found["link"], name)
        say(phone, found["id"], "m1", "confirm", quote=f"so says {name}")
    lead, here = open_room.program("facilitator"), f"/api/maps/{open_room.map_id}"
    first = lead.get(f"{here}/verdicts", params={"limit": 1}).json()
    second = lead.get(f"{here}/verdicts", params={"limit": 1, "before": first["next"]}).json()
    for page, quote in ((first, "so says Bas"), (second, "so says Anna")):
        (told,) = page["moments"]
        assert (told["confirmed"], [one["quote"] for one in told["words"]]) == (2, [quote])
    assert lead.get(f"{here}/verdicts").json()["next"] is None
    assert lead.get(f"{here}/verdicts", params={"limit": 100_000}).status_code == 422
    people = lead.get(f"{here}/rounds", params={"limit": 1}).json()
    more = lead.get(f"{here}/rounds", params={"limit": 1, "skip": people["next"]}).json()
    assert [one["name"] for one in people["customers"] + more["customers"]] == ["Bas", "Anna"]


def stranger_in(room: Room, round_id: str, token: str) -> Client:
    """A phone that shows this as its token."""
    guest = room.client(peer="192.0.2.7")
    guest.cookies.set(COOKIE + round_id, token, domain="journeymap.example")
    return guest


def test_what_is_no_token_takes_neither_memory_nor_a_halls_turn_and_counts_as_a_guess(open_room: Room) -> None:
    found = made(open_room)
    phone, _ = came(open_room, found["link"])
    slow, place = Buckets(rate=1 / 60, burst=5), Buckets(rate=1 / 60, burst=2)
    object.__setattr__(open_room.site, "walks", slow)
    object.__setattr__(open_room.site, "answers", PlaceLimits(place, Buckets(rate=1, burst=9)))
    few(open_room)
    forged = [*(f"{n:032}" for n in range(4)), "a" * 5000]
    tried = [say(stranger_in(open_room, found["id"], one), found["id"], "m1", "confirm") for one in forged]
    assert tried[0].status_code == 403
    assert tried[-1].status_code == 429
    forgot = say(stranger_in(open_room, found["id"], "0" * 32), found["id"], "", "forget")
    assert forgot.status_code == 429
    assert (len(slow), len(place)) == (0, 0), "nothing is kept of what anybody can make up"
    assert say(phone, found["id"], "m1", "confirm").status_code == 303, "a hall behind the same address goes on"
    assert (len(slow), len(place)) == (1, 1)


def test_a_wrong_link_that_is_sent_counts_as_one_that_is_opened(open_room: Room) -> None:
    few(open_room)
    phone = open_room.client()
    tried = [phone.post("/walk", data={"do": "begin", "link": f"{n:032}"}).status_code for n in range(6)]
    assert tried[0] == 403
    assert tried[-1] == 429
    assert came(open_room, made(open_room)["link"]), "a right one is never refused"


def test_taking_back_keeps_a_pace(open_room: Room) -> None:
    found = made(open_room)
    phone, _ = came(open_room, found["link"])
    object.__setattr__(open_room.site, "walks", Buckets(rate=1 / 60, burst=1))
    assert say(phone, found["id"], "m1", "confirm").status_code == 303
    fast = say(phone, found["id"], "m1", "forget")
    assert fast.status_code == 429
    assert "Try again in" in fast.text
    assert "I call to book" in fast.text, "the page stays, and with it the button"
    assert counts(open_room) == {"m1": (1, 0, 0)}


def test_reading_keeps_a_pace_for_a_customer_and_for_a_place(open_room: Room) -> None:
    found = made(open_room)
    phones = [came(open_room, found["link"])[0] for _ in range(2)]
    page = f"/walk?round={found['id']}&at=m1"
    object.__setattr__(open_room.site, "walks", Buckets(rate=1 / 60, burst=2))
    assert [phones[0].get(page).status_code for _ in range(3)] == [200, 200, 429]
    assert phones[0].get(page).headers["retry-after"]
    assert say(phones[0], found["id"], "m1", "confirm").status_code == 303, "who read much may still answer"
    assert phones[1].get(page).status_code == 200, "nobody waits for another's haste"
    place = Buckets(rate=1 / 60, burst=1)
    object.__setattr__(open_room.site, "walk_readings", PlaceLimits(place, Buckets(rate=1, burst=9)))
    link = {"link": found["link"]}
    assert [open_room.client().get("/walk", params=link).status_code for _ in range(2)] == [200, 429]
    assert phones[1].get(page).status_code == 429


def test_a_page_puts_together_the_one_moment_that_it_shows(open_room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    found = made(open_room)
    phone, page = came(open_room, found["link"])
    built: list[str] = []
    channels_of = Journey.channels_of

    def seen(journey: Journey, moment_id: str) -> Any:
        built.append(moment_id)
        return channels_of(journey, moment_id)

    monkeypatch.setattr(Journey, "channels_of", seen)
    assert "I call to book" in phone.get(page).text
    assert set(built) == {"m1"}, "of a map of thousands no other is looked at"
