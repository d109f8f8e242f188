"""The owner link, the join page, leaving."""

import html
import re
from html.parser import HTMLParser
from http.cookies import SimpleCookie

import httpx
import pytest

from journeymap.service.people import SEAT_COOKIE
from journeymap.service.sessions import SEAT_SECONDS
from journeymap.web.door.guesses import Guesses
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import ELSEWHERE, PAGE, Room, opened


def seat_of(answer: httpx.Response) -> dict[str, str]:
    """The seat cookie that an answer sets, with its attributes."""
    for name, found in SimpleCookie(answer.headers.get("set-cookie", "")).items():
        if name.endswith(SEAT_COOKIE):
            return {"name": name, "value": found.value, **{key: value for key, value in found.items() if value}}
    return {}


def form(room: Room, **other: str) -> dict[str, str]:
    """The join form, filled in well."""
    return {"code": room.join_code, "name": "Noor", "role": "participant", "lang": "en", **other}


def alert(answer: httpx.Response) -> str:
    """The sentence on the page."""
    found = re.search(r'role="alert"[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    return html.unescape(found[1]) if found else ""


class Outline(HTMLParser):
    """What a page is made of: its elements and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """All elements of one kind."""
        return [attributes for name, attributes in self.elements if name == tag]


# Joining


def test_one_joins_with_a_code_and_a_name_and_comes_in(open_room: Room) -> None:
    browser = open_room.client()
    assert browser.get("/").headers["location"] == "join"
    answer = browser.post("/join", data=form(open_room, role="customer"))
    assert (answer.status_code, answer.headers["location"]) == (303, "room")
    assert browser.get("/").text == PAGE
    person = open_room.service.people.who(seat_of(answer)["value"])
    assert (person.name, person.role, person.workshop_id) == ("Noor", "customer", open_room.workshop_id)


@pytest.mark.parametrize(
    ("base", "public", "secure"),
    [
        (ELSEWHERE, None, False),
        ("https://maps.example", None, True),
        ("http://10.0.0.3:8501", "https://maps.example", True),
        ("http://10.0.0.3:8501", "http://maps.example", False),
    ],
)
def test_the_seat_is_a_cookie_no_script_reads_and_no_other_site_sends(
    tmp_path, base: str, public: str | None, secure: bool
) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", public_url=public) as room:
        seat = seat_of(room.client(base).post("/join", data=form(room)))
        assert seat["httponly"]
        assert (seat["samesite"].lower(), seat["path"], seat["max-age"]) == ("lax", "/", str(SEAT_SECONDS))
        assert ("secure" in seat) is secure
        assert seat["name"] == ("__Host-" if secure else "") + SEAT_COOKIE
        assert "domain" not in seat


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{spaces}", "{lower_spaces}"])
def test_a_code_is_right_however_it_is_typed(open_still: Room, typed: str) -> None:
    code = open_still.join_code
    spaces = code.replace("-", " ")
    said = typed.format(code, lower=code.lower(), spaces=spaces, lower_spaces=spaces.lower())
    sent = form(open_still, code=said, name=f"As number {len(typed)}")
    assert open_still.client().post("/join", data=sent).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "status", "field", "words"),
    [
        ({"code": "LARK-42-PINE"}, 404, "code", "no workshop with this code"),
        ({"code": ""}, 404, "code", "no workshop with this code"),
        ({"name": "   "}, 422, "name", "your name"),
        ({"name": "a" * 81}, 422, "name", "80 characters"),
        ({"name": "a\0b"}, 422, "name", "cannot be shown"),
        ({"role": "owner"}, 403, "role", "given by a facilitator"),
        ({"role": "emperor"}, 403, "role", "given by a facilitator"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    open_still: Room, wrong: dict[str, str], status: int, field: str, words: str
) -> None:
    answer = open_still.client().post("/join", data=form(open_still, **wrong))
    assert answer.status_code == status
    assert words in alert(answer)
    assert not seat_of(answer)
    outline = Outline(answer.text)
    inputs = {one["name"]: one for one in outline.named("input") if one.get("type") != "radio"}
    sent = form(open_still, **wrong)
    assert inputs["code"]["value"] == sent["code"]
    assert (inputs["name"]["value"] or "").startswith(sent["name"].partition("\0")[0])
    focused = [one["name"] for one in outline.named("input") if "autofocus" in one]
    assert focused == [field]


def test_a_wrong_name_is_no_wrong_code(open_room: Room) -> None:
    object.__setattr__(open_room.site, "guesses", Guesses(place=Buckets(rate=0.001, burst=1)))
    browser = open_room.client()
    assert [browser.post("/join", data=form(open_room, name="")).status_code for _ in range(3)] == [422] * 3


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}]
)
def test_a_page_of_another_site_cannot_seat_me_nor_unseat_me(open_still: Room, headers: dict[str, str]) -> None:
    for path in ("/join", "/leave"):
        answer = open_still.browser("participant", **headers).post(path, data=form(open_still))
        assert answer.status_code == 403
        assert "another site" in answer.text
        assert not seat_of(answer)


@pytest.mark.parametrize(
    ("kind", "content", "status"),
    [
        ("application/json", b'{"code": "a"}', 415),
        ("text/plain", b"code=a", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("application/x-www-form-urlencoded", b"name=" + b"a" * 9_000, 413),
        ("application/x-www-form-urlencoded", b"&".join(b"a=b" for _ in range(100)), 422),
        ("application/x-www-form-urlencoded", b"\xff\xfe", 422),
        ("application/x-www-form-urlencoded", b"", 404),
        ("application/x-www-form-urlencoded", b"name=%ff%fe&code=%00&role=%ed%a0%80", 404),
    ],
)
def test_what_is_no_form_of_ours_is_a_page_with_a_sentence(
    open_still: Room, kind: str, content: bytes, status: int
) -> None:
    answer = open_still.client(content_type=kind).post("/join", content=content)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "Traceback" not in answer.text


# The page


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_field_has_a_label_and_the_page_asks_nothing_of_others(open_still: Room, language: str) -> None:
    answer = open_still.client(accept_language=language).get("/join")
    outline = Outline(answer.text)
    assert outline.named("html") == [{"lang": language}]
    labelled = {one.get("for") for one in outline.named("label")}
    for field in outline.named("input"):
        assert field.get("type") in ("hidden", "radio") or field["id"] in labelled
    assert len(outline.named("h1")) == 1
    assert [one["value"] for one in outline.named("input") if one.get("type") == "radio"] == [
        "participant",
        "customer",
        "observer",
    ]
    for attributes in (one for _, one in outline.elements):
        for name in ("src", "href", "action"):
            assert not (attributes.get(name) or "").startswith(("/", "http", "data", "javascript"))
    assert not outline.named("script")
    assert not outline.named("style")
    assert "style=" not in answer.text


def test_the_page_and_all_it_needs_are_light(open_still: Room) -> None:
    browser = open_still.client()
    page = browser.get("/join")
    needed = {one["href"] for one in Outline(page.text).named("link")}
    sizes = [len(page.content)]
    for address in needed:
        answer = browser.get(f"/{address}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        sizes.append(len(answer.content))
    assert sum(sizes) < 30_000


def test_one_reads_it_in_ones_own_language_and_may_switch(open_still: Room) -> None:
    browser = open_still.client(accept_language="nl-BE,nl;q=0.9")
    dutch = browser.get("/join?code=LARK-42-PINE")
    assert "Doe mee met de workshop" in dutch.text
    ways = [one["href"] for one in Outline(dutch.text).named("a") if (one["href"] or "").startswith("join")]
    assert ways == ["join?lang=en&code=LARK-42-PINE", "join?lang=nl&code=LARK-42-PINE"]
    english = browser.get(f"/{ways[0]}")
    assert "Join the workshop" in english.text
    assert 'value="LARK-42-PINE"' in english.text
    refused = browser.post("/join", data=form(open_still, code="NO", lang="en"))
    assert "no workshop with this code" in alert(refused)


HOSTILE = [
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    "{{ 7*7 }}{% raw %}",
    "</textarea><img src=x onerror=alert(1)>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_anybody_types_becomes_part_of_the_page(open_still: Room, text: str) -> None:
    browser = open_still.client()
    pages = [
        browser.get("/join", params={"code": text, "name": text, "lang": text, "role": text}),
        browser.post("/join", data={"code": text, "name": text, "role": text, "lang": text}),
    ]
    for page in pages:
        outline = Outline(page.text)
        assert not outline.named("script")
        assert len(outline.named("img")) == 1
        assert next(one for one in outline.named("input") if one["name"] == "code")["value"] == text
        assert "49" not in page.text


def test_a_name_of_somebody_hostile_is_only_shown(open_still: Room) -> None:
    person = open_still.service.people.join(open_still.join_code, HOSTILE[0], "participant")
    page = open_still.client(seat=open_still.service.people.seat(person)).get("/join")
    assert not Outline(page.text).named("script")
    assert html.escape(HOSTILE[0], quote=False).replace('"', "&#34;") in page.text


def test_the_page_is_guarded_by_its_own_policy(open_still: Room) -> None:
    answer = open_still.client().get("/join")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"


# Being here already, leaving


def test_whoever_has_a_seat_is_told_so_and_may_go_on_or_leave(open_room: Room) -> None:
    browser = open_room.browser("customer")
    page = browser.get("/join")
    assert "You are here as A customer, customer in “Visiting a nature park”." in page.text
    assert "room" in [one["href"] for one in Outline(page.text).named("a")]
    answer = browser.post("/leave")
    assert (answer.status_code, answer.headers["location"]) == (303, "join")
    assert SEAT_COOKIE not in browser.cookies
    assert "You are here" not in browser.get("/join").text


def test_the_owner_at_this_machine_has_nothing_to_leave(room: Room) -> None:
    page = room.local().get("/join")
    assert "You are here as the owner." in page.text
    assert [one["action"] for one in Outline(page.text).named("form")] == ["join"]


def test_leaving_is_never_a_link(open_still: Room) -> None:
    answer = open_still.browser("customer").get("/leave")
    assert (answer.status_code, answer.headers["location"]) == (303, "join")
    assert not seat_of(answer)


def test_a_seat_that_a_neighbour_planted_is_none_over_https(tmp_path) -> None:
    """A page of another host in the same domain can set a cookie here, but none whose name begins like ours."""
    with opened(tmp_path, bound_to="0.0.0.0", public_url="https://maps.example") as room:
        token = room.token("facilitator")
        planted = room.client("https://maps.example", cookie=f"{SEAT_COOKIE}={token}")
        assert planted.get("/api/room").status_code == 401
        own = room.client("https://maps.example", cookie=f"__Host-{SEAT_COOKIE}={token}")
        assert own.get("/api/room").status_code == 200


def test_no_page_is_opened_by_another_site_with_a_handle_on_it(open_room: Room) -> None:
    assert open_room.client().get("/join").headers["cross-origin-opener-policy"] == "same-origin"
