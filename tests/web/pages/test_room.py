"""The light pages of a workshop: who may see which, what stands in them, and how their files are kept."""

import gzip
import html
import json
import re
from typing import Any

import httpx
import pytest

from journeymap import frontend
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.web.pages.room import PAGES, texts
from tests.support.api_clients import HERE, Room, opened
from tests.web.door.test_entrance import HOSTILE, Outline

BUDGET = 105_000
"""Bytes that a phone fetches before it shows a step: the page, its styles and all modules."""
SCREEN_BUDGET = 120_000
"""The beamer is one laptop, and draws what every kind of step makes; the phones are two hundred."""


def given(answer: httpx.Response) -> dict[str, Any]:
    """What the page hands its script."""
    found = re.search(r'<script type="application/json" id="given">(.*?)</script>', answer.text, re.DOTALL)
    assert found
    said: dict[str, Any] = json.loads(found[1])
    return said


# Who sees which


@pytest.mark.parametrize("page", ["/room", "/screen"])
def test_without_a_seat_one_is_sent_to_the_join_page(open_still: Room, page: str) -> None:
    assert open_still.client().get(page).headers["location"] == "join"


@pytest.mark.parametrize("role", ["participant", "customer", "observer", "facilitator"])
def test_everybody_in_a_workshop_has_the_light_page(open_still: Room, role: str) -> None:
    answer = open_still.browser(role).get("/room")
    assert answer.status_code == 200
    assert "Visiting a nature park" in answer.text
    said = given(answer)
    assert said["you"] == {"id": open_still.people[role].id, "name": open_still.people[role].name, "role": role}
    assert said["map"] == open_still.map_id
    assert (said["now"]["step"], said["now"]["map"]) == (None, open_still.map_id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_is_given_channels_to_begin_with_and_the_way_to_lead(open_still: Room, language: str) -> None:
    said = given(open_still.browser("participant").get("/room"))
    offered = said["channels"][language]
    assert len({channel["name"] for channel in offered}) == 6
    assert {channel["owned"] for channel in offered} == {True, False}
    assert said["lead"] == f"workshop?workshop={open_still.workshop_id}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_sees_what_is_hidden_is_said_as_it_is(language: str) -> None:
    assert "facilitator" in texts(language)["secret"]
    assert "facilitator" not in texts(language)["secret-votes"] + texts(language)["secret-voters"]


def test_whoever_has_no_workshop_goes_home_and_may_name_one(still: Room) -> None:
    owner = still.local()
    assert owner.get("/room").headers["location"] == "./"
    named = owner.get("/room", params={"workshop": still.workshop_id})
    assert given(named)["room"] == f"api/room?workshop={still.workshop_id}"


def test_a_workshop_that_is_not_there_is_said_in_a_sentence(still: Room) -> None:
    answer = still.local().get("/room", params={"workshop": "nothing"})
    assert answer.status_code == 404
    assert Outline(answer.text).named("h1")


def test_somebody_elses_workshop_is_not_shown(open_still: Room) -> None:
    answer = open_still.browser("stranger").get("/room", params={"workshop": open_still.workshop_id})
    assert "Visiting a nature park" not in answer.text


@pytest.mark.parametrize("role", ["participant", "customer", "observer"])
def test_the_screen_is_opened_by_whoever_leads(open_still: Room, role: str) -> None:
    answer = open_still.browser(role).get("/screen")
    assert (answer.status_code, answer.headers["location"]) == (303, "room")


def test_the_code_is_on_the_screen_and_not_on_the_phones(open_still: Room) -> None:
    screen = open_still.browser("facilitator").get("/screen").text
    assert open_still.join_code in screen
    assert "maps.example:8501/join" in screen
    assert open_still.join_code not in open_still.browser("participant").get("/room").text


@pytest.mark.parametrize("opened_at", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_the_screen_that_is_opened_at_the_machine_itself_says_where_others_join(
    open_still: Room, monkeypatch: pytest.MonkeyPatch, opened_at: str
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("journeymap.settings._reachable", lambda: "192.0.2.9")

    def draws(text: str) -> bytes:
        drawn.append(text)
        return b"<svg/>"

    monkeypatch.setattr("journeymap.web.api.room.qr_svg", draws)
    facilitator = open_still.browser("facilitator", HERE, host=opened_at)
    assert "<b>192.0.2.9:8501/join</b>" in facilitator.get("/screen").text
    facilitator.get("/api/room/qr.svg")
    assert drawn == [f"http://192.0.2.9:8501/join?code={open_still.join_code}"]


def test_the_screen_says_the_public_address(tmp_path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", public_url="https://park.example/maps/") as room:
        screen = room.browser("facilitator", "https://park.example").get("/screen").text
        assert "<b>park.example/maps/join</b>" in screen


# What stands in them


@pytest.mark.parametrize(("page", "role"), [("/room", "participant"), ("/screen", "facilitator")])
def test_nothing_that_stands_in_a_page_runs(open_still: Room, page: str, role: str) -> None:
    answer = open_still.browser(role).get(page)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    scripts = Outline(answer.text).named("script")
    assert [script.get("type") for script in scripts if "src" not in script] == ["application/json"]
    assert not re.search(r"\son\w+=|style=", answer.text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_are_called_is_only_shown(open_room: Room, text: str) -> None:
    person = open_room.service.people.join(open_room.join_code, text, "participant")
    answer = open_room.client(seat=open_room.service.people.seat(person)).get("/room")
    assert len(Outline(answer.text).named("script")) == 2
    assert given(answer)["you"]["name"] == person.name
    assert html.escape(person.name, quote=False) in answer.text.replace("&#34;", '"').replace("&#39;", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_both_languages(open_still: Room, language: str) -> None:
    answer = open_still.browser("participant").get("/room", params={"lang": language})
    assert f'<html lang="{language}">' in answer.text
    assert given(answer)["texts"] == texts(language)


def test_every_text_the_scripts_say_is_in_the_catalogue() -> None:
    said = set()
    for path, found in frontend.files().items():
        if path.startswith(("room/", "screen/")) and path.endswith(".js"):
            said |= {(path, key) for key in re.findall(r'say\("([a-z0-9-]+)"', found.plain.decode())}
    assert len(said) > 100
    there = {key.removesuffix("-other") for key in texts("en")} | set(texts("en"))
    assert {(path, key) for path, key in said if key not in there} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_scripts_fill_in_is_left_open(language: str) -> None:
    assert texts(language)["step-of"].count("{") == 2
    assert {key for key, text in texts(language).items() if "$" in text or not text.strip()} == set()
    assert {key for key in texts(language) if key.endswith("-one")} == {
        f"{key.removesuffix('-other')}-one" for key in texts(language) if key.endswith("-other")
    }


# The files


@pytest.mark.parametrize(
    ("page", "role", "budget"), [("/room", "participant", BUDGET), ("/screen", "facilitator", SCREEN_BUDGET)]
)
def test_a_page_is_light(open_still: Room, page: str, role: str, budget: int) -> None:
    browser = open_still.browser(role)
    answer = browser.get(page)
    elements = Outline(answer.text)
    fetched = [link["href"] for link in elements.named("link") if link["rel"] != "icon"]
    fetched += [script["src"] for script in elements.named("script") if "src" in script]
    bodies = [browser.get(f"/{href}", headers={"accept-encoding": "gzip"}) for href in set(fetched) if href]
    assert all(one.status_code == 200 for one in bodies)
    sent = sum(int(one.headers["content-length"]) for one in bodies)
    assert sent + len(gzip.compress(answer.content)) < budget


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_every_module_it_needs(open_still: Room, page: str) -> None:
    answer = open_still.browser("facilitator").get(f"/{page}")
    preloaded = {link["href"] for link in Outline(answer.text).named("link") if link["rel"] == "modulepreload"}
    assert preloaded == {frontend.address(path) for path in frontend.modules(PAGES[page])}
    assert {"live/model.js", "live/socket.js", "room/session.js"} <= set(frontend.modules(PAGES[page]))
    written = {path for path in frontend.files() if path.startswith(f"{page}/") and path.endswith(".js")}
    assert written <= set(frontend.modules(PAGES[page]))
