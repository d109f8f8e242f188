"""Guessing codes: a right one is let in whoever else guesses, wrong ones count where they come from, and are told."""

import logging
import math
from dataclasses import replace
from typing import Any

import httpx
import pytest

from journeymap.service.people import CODE_PARTS, PLAIN
from journeymap.web.door.guesses import Guesses, Notes, places
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import Client, Room, opened


def three() -> Buckets:
    """Three wrong codes and no more."""
    return Buckets(rate=0.001, burst=3)


def join(client: Client, room: Room, **other: str) -> httpx.Response:
    """What the join page answers."""
    form = {"code": room.join_code, "name": "Noor", "role": "participant", "doing": "", "lang": "en", **other}
    return client.post("/join", data=form)


def few(room: Room, **limits: Any) -> Guesses:
    """From now on a few wrong codes are too many."""
    guesses = Guesses(**(limits or {"place": three()}))
    object.__setattr__(room.site, "guesses", guesses)
    return guesses


def wrong(client: Client, room: Room, n: int = 4) -> list[int]:
    """The statuses of so many wrong codes."""
    return [join(client, room, code=f"NO-22-{k}").status_code for k in range(n)]


def test_a_right_code_is_never_refused_for_anothers_wrong_ones(open_room: Room) -> None:
    few(open_room)
    assert wrong(open_room.client(), open_room) == [404, 404, 404, 429]
    answers = [join(open_room.client(), open_room, name=f"Person {n}").status_code for n in range(50)]
    assert answers == [303] * 50
    by_program = {"code": open_room.join_code, "name": "Noor 2", "role": "participant"}
    assert open_room.client().post("/api/join", json=by_program).status_code == 201
    answer = join(open_room.client(), open_room, code="NO")
    assert (answer.status_code, "the right one" in answer.text) == (429, True)
    assert int(answer.headers["retry-after"]) > 0


def test_it_is_one_limit_for_both_doors(open_room: Room) -> None:
    few(open_room)
    wrong(open_room.client(), open_room)
    answer = open_room.client().post("/api/join", json={"code": "NO-22-9", "name": "Noor"})
    assert (answer.status_code, answer.json()["code"]) == (429, "too_fast")
    assert int(answer.headers["retry-after"]) > 0
    assert wrong(open_room.client(peer="192.0.2.8"), open_room, 1) == [404]


@pytest.mark.parametrize(
    ("limit", "first", "same", "other"),
    [
        ("place", "2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"),
        ("network", "2001:db8::1", "2001:db8:0:ffff::1", "2001:db8:1::1"),
        ("place", "::ffff:192.0.2.7", "192.0.2.7", "192.0.2.8"),
        ("network", "192.0.2.7", "192.0.2.200", "192.0.3.7"),
    ],
)
def test_addresses_that_one_person_has_count_as_one(
    open_room: Room, limit: str, first: str, same: str, other: str
) -> None:
    few(open_room, **{limit: Buckets(rate=0.001, burst=1)})
    for peer, status in ((first, 404), (same, 429), (other, 404)):
        assert (peer, wrong(open_room.client(peer=peer), open_room, 1)) == (peer, [status])
        assert join(open_room.client(peer=peer), open_room, name=peer).status_code == 303


def test_wrong_codes_from_everywhere_count_in_all(open_room: Room) -> None:
    few(open_room, all=three())
    statuses = [wrong(open_room.client(peer=f"198.51.{n}.1"), open_room, 1)[0] for n in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    assert join(open_room.client(peer="203.0.113.9"), open_room).status_code == 303


def test_recovery_codes_are_counted_for_the_workshop_they_are_about(open_room: Room) -> None:
    few(open_room, workshop=three())
    lead = open_room.people["facilitator"]
    right = open_room.service.workshops.admission.new_recovery(lead, open_room.workshop_id)

    def recover(n: int, code: str) -> int:
        client = open_room.client(peer=f"198.51.{n}.1")
        return client.post("/api/room/recover", json={"code": open_room.join_code, "recovery": code}).status_code

    assert [recover(n, f"AAAA-AAAA-AAA{n}") for n in range(4)] == [404, 404, 404, 429]
    assert recover(9, right) == 200


def test_what_is_guessed_is_logged_once_in_a_while_and_never_the_guess(
    open_room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    few(open_room)
    with caplog.at_level(logging.WARNING, "journeymap.web.door.guesses"):
        for n in range(30):
            join(open_room.client(), open_room, code=f"GUESSED\nline-{n}")
        open_room.client().get("/owner", params={"key": "GUESSED"})
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert ("join-code" in said[0], "192.0.2.0/24" in said[0], "owner-key" in said[1]) == (True, True, True)
    assert "GUESSED" not in "".join(said)


def test_the_log_says_how_many_there_were_and_remembers_few_places() -> None:
    now = [0.0]
    told: list[tuple[str, int]] = []
    notes = Notes(told=lambda kind, place, n: told.append((place, n)), clock=lambda: now[0])
    for _ in range(10):
        notes.note("join-code", "a")
    now[0] = 61.0
    notes.note("join-code", "a")
    assert told == [("a", 1), ("a", 10)]
    for n in range(5_000):
        notes.note("join-code", str(n))
    assert len(notes._since) <= 1_001
    assert told[-1] == ("elsewhere", 1)


@pytest.mark.parametrize("peer", ["", "nowhere", "unix:", "fe80::1%eth0"])
def test_an_odd_address_is_a_place_too(peer: str) -> None:
    assert len(places(peer)) == 2


def test_there_are_too_many_codes_to_guess_even_as_fast_as_a_server_answers() -> None:
    codes = len(PLAIN) ** sum(CODE_PARTS)
    a_day, workshops = 2_000 * 24 * 3_600, 100
    assert math.log2(codes) > 45
    assert workshops * a_day / codes < 1 / 3_000


# Behind a proxy


LIE = "203.0.113.66"


def seen_from(room: Room, peer: str, **headers: str) -> str:
    """From where a wrong code came, as the server sees it."""
    found: list[str] = []
    few(room, place=Buckets(rate=0.001, burst=1_000)).notes.told = lambda kind, place, n: found.append(place)
    client = replace(room.client(peer=peer), headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert wrong(client, room, 1) == [404]
    return found[0]


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "10.0.0.1", "192.0.2.7"])
def test_nobody_is_believed_who_says_to_ask_for_another(open_still: Room, peer: str) -> None:
    assert seen_from(open_still, peer, x_forwarded_for=LIE) == places(peer)[1]


@pytest.mark.parametrize(
    ("peer", "header", "seen"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.0/24"),
        ("127.0.0.1", f"{LIE}, 192.0.2.7", "192.0.2.0/24"),
        ("127.0.0.1", f"{LIE}, 192.0.2.7, 10.0.0.5", "192.0.2.0/24"),
        ("127.0.0.1", "192.0.2.7:5000", "192.0.2.0/24"),
        ("127.0.0.1", '"[2001:db8::7]:5000"', "2001:db8::/48"),
        ("127.0.0.1", "nonsense", "127.0.0.0/24"),
        ("127.0.0.1", f"{LIE}, nonsense", "127.0.0.0/24"),
        ("::ffff:127.0.0.1", "192.0.2.7", "192.0.2.0/24"),
        ("127.0.0.1", "", "127.0.0.0/24"),
        ("10.0.0.9", "192.0.2.7", "192.0.2.0/24"),
        ("10.0.1.9", "192.0.2.7", "10.0.1.0/24"),
        ("", "192.0.2.7", ""),
    ],
)
def test_a_proxy_in_the_settings_is_believed_about_the_last_stranger(
    tmp_path: Any, peer: str, header: str, seen: str
) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", trusted_proxies="127.0.0.1, 10.0.0.0/24") as room:
        assert seen_from(room, peer, x_forwarded_for=header) == seen


@pytest.mark.parametrize(("trusted", "secure"), [("", False), ("192.0.2.7", True)])
def test_https_is_what_a_trusted_proxy_says(tmp_path: Any, trusted: str, secure: bool) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", trusted_proxies=trusted) as room:
        answer = join(room.client(x_forwarded_proto="https"), room)
        assert ("secure" in answer.headers["set-cookie"].lower()) is secure
