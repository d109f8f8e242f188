"""Whatever somebody sends is answered with a sentence: no traceback, nothing half-written."""

import json
from itertools import product

import pytest

from tests.support.api_clients import Room

PROBLEM = "application/problem+json"
PATHS = ("/api/workshops", "/api/join", "/api/workshops/{workshop}/maps", "/api/maps/{map}/changes")

BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a text": b'"text"',
    "a number": b"1",
    "null": b"null",
    "not UTF-8": b'{"title": "\xff"}',
    "UTF-16": '{"title": "a"}'.encode("utf-16"),
    "nested 10,000 deep": b'{"title":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    "nested 10,000 deep, open": b'{"values":' * 5_000,
    "half a character": b'{"title": "\\ud800", "name": "\\udc00", "code": "\\ud800"}',
    "NaN": b'{"title": NaN}',
    "a prototype": b'{"__proto__": {"admin": true}, "constructor": {"prototype": {}}}',
    "a number of 5,000 digits": b'{"title": ' + b"9" * 5_000 + b"}",
    "wrong kinds": b'{"title": 5, "kind": [], "code": {}, "name": null, "role": 1, "op": false, "do": {}}',
    "unknown fields": b'{"title": "a", "kind": "as-is", "code": "a", "name": "b", "admin": true}',
    "no such role": b'{"code": "a", "name": "b", "role": "emperor"}',
    "no such kind": b'{"title": "a", "kind": "as-was"}',
}


@pytest.mark.parametrize("what", BODIES)
@pytest.mark.parametrize("path", PATHS)
def test_a_bad_body_is_a_problem_with_a_sentence(still: Room, path: str, what: str) -> None:
    address = path.format(map=still.map_id, workshop=still.workshop_id)
    client = still.program("owner", content_type="application/json")
    answer = client.post(address, content=BODIES[what])
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    said = answer.json()
    assert said["code"] == "invalid"
    assert said["detail"].endswith((".", "}."))
    assert "Traceback" not in said["detail"]
    assert len(still.service.people.workshops(still.people["owner"])) == 2
    assert len(still.service.maps.heads(still.people["owner"])) == 4
    assert len(still.service.house.store.people.participants()) == 6


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("how", ["at once", "in pieces"])
def test_a_body_that_is_too_large_is_not_even_read(still: Room, path: str, how: str) -> None:
    sent = b'{"title": "' + b"a" * 70_000 + b'"}'

    async def pieces():
        for start in range(0, len(sent), 10_000):
            yield sent[start : start + 10_000]

    client = still.program("owner", content_type="application/json")
    address = path.format(map=still.map_id, workshop=still.workshop_id)
    answer = client.post(address, content=sent if how == "at once" else pieces())
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)
    assert "64 kB" in answer.json()["detail"]


VALUES = {
    "NUL": "a\0b",
    "a control character": "a\x07b",
    "10,000 characters": "a" * 10_000,
    "30,000 characters": "🌳" * 10_000,
    "a prototype": {"__proto__": {"admin": True}},
    "a list": ["a"],
    "true": True,
    "blank": " \t\n ",
    "only a direction": "\x85",
    "null": None,
    "a huge number": 10**400,
}


FIELDS = ("text", "felt_valence", "minutes", "evidence_on", "notes", "__proto__", "key", "id")
ALLOWED = {
    ("felt_valence", "null"),
    ("minutes", "null"),
    ("minutes", "true"),
    ("evidence_on", "null"),
    ("notes", "blank"),
    ("notes", "only a direction"),
}
"""Values that these fields may hold."""


@pytest.mark.parametrize(("field", "what"), [pair for pair in product(FIELDS, VALUES) if pair not in ALLOWED])
def test_a_bad_value_leaves_the_map_as_it_was(still: Room, field: str, what: str) -> None:
    value = VALUES[what]
    asked = {"op": "c1", "do": "set", "table": "moments", "id": "m1", "field": field, "value": value}
    answer = still.program("participant").post(f"/api/maps/{still.map_id}/changes", json=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    assert answer.json()["type"] == "refused"
    assert still.service.maps.head(still.people["owner"], still.map_id).revision == 9


NAMES = [
    "<script>alert(1)</script>",
    "'; DROP TABLE participants; --",
    "{{ 7*7 }}",
    "Noor\u202eevil",
    "שלום",
    "👩‍👩‍👧",
    "%s%n",
    "../../etc/passwd",
    "a" * 80,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_strange_name_is_a_name(still: Room, name: str) -> None:
    answer = still.client().post("/api/join", json={"code": still.join_code, "name": name, "role": "participant"})
    assert answer.status_code == 201
    assert name in {person.name for person in still.service.house.store.people.participants()}


@pytest.mark.parametrize("name", ["", "   ", "a\0b", "a\x1bb", "a" * 81, "\x85", "\ufffe"])
def test_what_is_no_name_is_said_about_your_name(still: Room, name: str) -> None:
    answer = still.client().post("/api/join", json={"code": still.join_code, "name": name, "role": "participant"})
    assert answer.status_code == 422
    assert "your name" in answer.json()["detail"]


@pytest.mark.parametrize("role", ["owner", "facilitator", "co-facilitator"])
def test_a_role_that_is_given_cannot_be_taken(still: Room, role: str) -> None:
    before = still.service.house.store.people.participants()
    answer = still.client().post("/api/join", json={"code": still.join_code, "name": "Noor", "role": role})
    assert answer.status_code == 403
    assert still.service.house.store.people.participants() == before


@pytest.mark.parametrize(
    "query",
    [
        "/api/maps/{map}/operations?since=-1",
        "/api/maps/{map}/operations?since=99999999999999999999999999",
        "/api/maps/{map}/operations?since=x",
        "/api/maps/{map}/operations?since=%00",
        "/api/maps/" + "a" * 65,
        "/api/maps?search=" + "a" * 201,
        "/api/maps?archived=perhaps",
        "/api/maps/{map}/export?format=" + "x" * 41,
        "/api/maps/{map}/export?format=%00",
        "/api/maps/{map}/export?format=..%2f..%2fetc%2fpasswd",
    ],
)
def test_a_bad_question_is_a_problem(still: Room, query: str) -> None:
    answer = still.program("owner").get(query.format(map=still.map_id))
    assert (answer.status_code, answer.headers["content-type"]) in ((422, PROBLEM), (404, PROBLEM))


@pytest.mark.parametrize(
    "search", ["%00", '"', "''", "NEAR(", "a* OR b", "%F0%9F%8C%B3", "%", "_", "%ED%A0%80", "title:x", "-", "(" * 200]
)
def test_any_search_is_a_search(still: Room, search: str) -> None:
    assert still.program("owner").get(f"/api/maps?search={search}").status_code == 200


@pytest.mark.parametrize("map_id", ["%00", "%ff", "..%2f..", "%F0%9F%8C%B3", "' OR 1=1 --", "%25", "a%0d%0ab"])
def test_any_id_is_only_an_id(still: Room, map_id: str) -> None:
    answer = still.program("owner").get(f"/api/maps/{map_id}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert "set-cookie" not in answer.headers


def test_a_revision_that_is_not_there_yet_has_no_operations(still: Room) -> None:
    said = still.program("owner").get(f"/api/maps/{still.map_id}/operations?since={2**53}").json()
    assert said["operations"] == []


def test_what_is_quoted_back_cannot_break_the_answer(still: Room) -> None:
    asked = {"op": "c1", "do": "set", "table": '"}<script>', "id": "m1", "field": "x", "value": 1}
    answer = still.program("owner").post(f"/api/maps/{still.map_id}/changes", json=asked)
    assert json.loads(answer.content)["code"] == "invalid"
    assert answer.headers["x-content-type-options"] == "nosniff"
