"""What the REST API does when all is well, and how it says that something is not."""

import re
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

import pytest

from journeymap.domain.model.rows import TABLES
from journeymap.domain.text.errors import unavailable
from journeymap.exchange.formats import OF_A_MAP, offered
from journeymap.graph.raster import NoFonts
from journeymap.service.map_changes import MapChanges
from journeymap.web.rate_limits import Buckets
from tests.support.api_clients import Room

PROBLEM = "application/problem+json"


def edit(op: str, text: str, **more: object) -> dict[str, object]:
    """A change of the first moment's text."""
    return {"op": op, "do": "set", "table": "moments", "id": "m1", "field": "text", "value": text, **more}


def test_a_whole_workshop_is_set_up_by_a_program(room: Room) -> None:
    opened = room.program("owner").post("/api/workshops", json={"title": "Buying a house"}).json()
    assert set(opened) == {"id", "facilitator_token", "join_code"}
    leading = room.client(authorization=f"Bearer {opened['facilitator_token']}")
    made = leading.post(f"/api/workshops/{opened['id']}/maps", json={"title": "Viewing", "kind": "as-is"})
    assert made.status_code == 201
    joined = room.client().post("/api/join", json={"code": opened["join_code"], "name": "Noor", "role": "customer"})
    assert joined.status_code == 201
    assert set(joined.json()) == {"token", "workshop_id"}
    assert joined.json()["workshop_id"] == opened["id"]
    noor = room.client(authorization=f"Bearer {joined.json()['token']}")
    map_id = made.json()["id"]
    changes: list[dict[str, Any]] = [
        {"do": "add", "table": "episodes", "id": "e1", "values": {"title": "Looking"}},
        {"do": "add", "table": "moments", "id": "m1", "parent": "e1", "values": {"text": "I ring"}},
        {"do": "add", "table": "moments", "id": "m0", "parent": "e1", "values": {"text": "I look"}, "after": None},
    ]
    for n, wanted in enumerate(changes):
        answer = noor.post(f"/api/maps/{map_id}/changes", json={"op": f"c{n}", **wanted})
        assert answer.json() == {"type": "accepted", "op": f"c{n}", "revision": n + 2}
    said = noor.get(f"/api/maps/{map_id}").json()
    assert said["revision"] == 4
    assert set(said["map"]) == set(TABLES)
    assert [one["text"] for one in said["map"]["moments"]] == ["I look", "I ring"]
    done = noor.get(f"/api/maps/{map_id}/operations?since=2").json()
    assert (done["from"], done["to"]) == (3, 4)
    assert [one["op"] for one in done["operations"]] == ["c1", "c2"]
    assert done["operations"][1]["after"] is None


def test_cells_are_read_as_moments_by_whoever_may_edit_and_nothing_is_written(room: Room) -> None:
    cells = {"text": "Step\tChannel\nI ring\tPhone\n"}
    before = room.program("participant").get(f"/api/maps/{room.map_id}").json()["revision"]
    answer = room.program("participant").post(f"/api/maps/{room.map_id}/cells", json=cells)
    assert answer.json()["moments"][0]["touchpoints"] == [{"in": {"name": "Phone"}}]
    assert room.program("observer").post(f"/api/maps/{room.map_id}/cells", json=cells).status_code == 403
    assert room.program("stranger").post(f"/api/maps/{room.map_id}/cells", json=cells).status_code == 403
    assert room.program("participant").post(f"/api/maps/{room.map_id}/cells", json={"text": ""}).status_code == 422
    assert room.program("participant").get(f"/api/maps/{room.map_id}").json()["revision"] == before


def test_the_same_change_sent_twice_is_made_once(room: Room) -> None:
    client = room.program("participant")
    first, again = (client.post(f"/api/maps/{room.map_id}/changes", json=edit("c1", "I ring")).json() for _ in "ab")
    assert first == again == {"type": "accepted", "op": "c1", "revision": 10}
    other = room.program("customer").post(f"/api/maps/{room.map_id}/changes", json=edit("c1", "I write")).json()
    assert other["revision"] == 11  # their c1 is not mine


def test_changes_made_at_once_get_revisions_without_holes(room: Room) -> None:
    def send(n: int) -> int:
        answer = room.program("participant").post(f"/api/maps/{room.map_id}/changes", json=edit(f"c{n}", f"I ring {n}"))
        return int(answer.json()["revision"])

    with ThreadPoolExecutor(8) as pool:
        revisions = sorted(pool.map(send, range(24)))
    assert revisions == list(range(10, 34))


def test_a_refused_change_is_both_a_refusal_of_the_protocol_and_a_problem(room: Room) -> None:
    client = room.program("participant", accept_language="nl")
    answer = client.post(f"/api/maps/{room.map_id}/changes", json=edit("c1", ""))
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    said = answer.json()
    assert (said["type"], said["op"], said["code"], said["status"]) == ("refused", "c1", "invalid", 422)
    assert said["reason"] == said["detail"]
    assert "mag niet leeg" in said["detail"] or "leeg" in said["detail"]


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"do": "remove", "table": "moments", "id": "gone"}, 404, "gone"),
        ({"do": "set", "table": "moments", "id": "m1", "field": "felt_valence", "value": 7}, 422, "invalid"),
        ({"do": "set", "table": "moments", "id": "m1", "field": "wings", "value": 7}, 422, "invalid"),
        ({"do": "add", "table": "dragons", "id": "d1"}, 422, "invalid"),
        ({"do": "add", "table": "moments", "id": "m1", "parent": "e1", "values": {"text": "again"}}, 422, "invalid"),
        ({"do": "move", "table": "moments", "id": "m1", "parent": "not-here"}, 404, "gone"),
        ({"do": "remove", "table": "maps", "id": "{map}"}, 422, "invalid"),
    ],
)
def test_what_the_map_cannot_do_is_said_with_its_status(
    room: Room, asked: dict[str, object], status: int, code: str
) -> None:
    sent = {"op": "c1", **asked, "id": str(asked["id"]).format(map=room.map_id)}
    answer = room.program("participant").post(f"/api/maps/{room.map_id}/changes", json=sent)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert room.service.maps.head(room.people["owner"], room.map_id).revision == 9


def test_an_archived_map_is_read_but_not_changed(room: Room) -> None:
    room.service.maps.archive(room.people["facilitator"], room.map_id)
    client = room.program("participant")
    assert client.get(f"/api/maps/{room.map_id}").status_code == 200
    answer = client.post(f"/api/maps/{room.map_id}/changes", json=edit("c1", "I ring"))
    assert answer.status_code == 422
    assert room.map_id in {one["id"] for one in client.get("/api/maps?archived=true").json()["maps"]}


def test_a_database_that_is_away_is_said_and_not_accepted(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> Future[object]:
        found: Future[object] = Future()
        found.set_exception(unavailable("storage-not-saved"))
        return found

    monkeypatch.setattr(MapChanges, "submit", away)
    answer = room.program("participant").post(f"/api/maps/{room.map_id}/changes", json=edit("c1", "I ring"))
    assert (answer.status_code, answer.json()["type"], answer.json()["code"]) == (503, "refused", "unavailable")


def test_a_program_that_runs_away_is_asked_to_wait_and_nobody_else_is(room: Room) -> None:
    object.__setattr__(room.site, "writes", Buckets(rate=0.25, burst=3))
    client = room.program("participant")
    answers = [client.post(f"/api/maps/{room.map_id}/changes", json=edit(f"c{n}", f"I ring {n}")) for n in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].json()["code"] == "too_fast"
    assert 1 <= int(answers[3].headers["retry-after"]) <= 4
    assert client.get(f"/api/maps/{room.map_id}").status_code == 200  # reading goes on
    other = room.program("customer").post(f"/api/maps/{room.map_id}/changes", json=edit("c1", "I write"))
    assert other.status_code == 200  # though they sit behind the same address


def test_the_comparison_tells_what_became_of_every_moment(room: Room) -> None:
    client = room.program("facilitator")
    client.post(f"/api/maps/{room.to_be_id}/changes", json={"op": "c1", "do": "remove", "table": "moments", "id": "m2"})
    added = {"op": "c2", "do": "add", "table": "moments", "id": "m9", "parent": "e2", "values": {"text": "I swim"}}
    client.post(f"/api/maps/{room.to_be_id}/changes", json=added)
    said = client.get(f"/api/compare?as_is={room.map_id}&to_be={room.to_be_id}").json()
    assert (said["counts"]["kept"], said["counts"]["removed"], said["counts"]["new"]) == (1, 1, 1)
    fates = {(fate["as_is"] or fate["to_be"][0])["text"]: fate["disposition"] for fate in said["fates"]}
    assert fates == {"I call to book": "kept", "I walk": "removed", "I swim": "new"}
    assert said["as_is"]["moments"] == said["to_be"]["moments"] == 2
    assert said["lost_needs"] == []


def test_a_program_reads_and_decides_dispositions_as_far_as_its_role_goes(room: Room) -> None:
    client, place = room.program("facilitator"), f"/api/maps/{room.to_be_id}/dispositions"
    client.post(f"/api/maps/{room.to_be_id}/changes", json={"op": "c1", "do": "remove", "table": "moments", "id": "m2"})
    found = client.get(place).json()
    assert found["undecided"] == ["m2", "m1"]  # what was removed without a word comes first
    assert client.post(place, json={"moments": ["m1"]}).status_code == 204
    assert client.post(place, json={"moments": ["m2"], "kind": "removed", "reason": "Nobody"}).status_code == 204
    found = client.get(place).json()
    assert found["undecided"] == []
    (kept, removed) = found["dispositions"]
    assert (kept["disposition"], kept["state"], kept["to_be"]) == ("kept", "confirmed", ["m1"])
    (decision,) = removed["decisions"]
    assert (decision["kind"], decision["reason"], decision["decided_by"]) == ("removed", "Nobody", "Owner")
    assert client.post(place, json={"moments": ["nobody"]}).json()["code"] == "gone"
    assert room.program("observer").post(place, json={"moments": ["m1"]}).json()["code"] == "forbidden"


def test_stories_are_read_as_json_and_taken_away_as_files(still: Room) -> None:
    client = still.program("observer")
    epics = client.get(f"/api/maps/{still.to_be_id}/stories").json()["epics"]
    assert [epic["title"] for epic in epics] == ["Looking forward", "Being there"]
    for name, kind in (("markdown", "text/markdown"), ("csv", "text/csv"), ("stories-csv", "text/csv")):
        answer = client.get(f"/api/maps/{still.to_be_id}/stories?format={name}&only_changed=false")
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert "be sure" in answer.text
    nothing = client.get(f"/api/maps/{still.to_be_id}/stories?format=markdown").text
    assert "Nothing has changed since" in nothing
    assert client.get(f"/api/maps/{still.to_be_id}/stories?format=poem").json()["code"] in ("gone", "invalid")


def test_what_could_be_better_about_a_story_is_said_with_it(still: Room) -> None:
    answer = still.program("observer").get(f"/api/maps/{still.to_be_id}/stories").json()
    ids = {story["id"] for epic in answer["epics"] for story in epic["stories"]}
    assert answer["findings"]
    for finding in answer["findings"]:
        assert finding["story"] in ids
        assert len(finding["why"]) > len(finding["kind"])


def test_an_export_is_saved_and_never_shown_here(still: Room) -> None:
    answer = still.program("observer").get(f"/api/maps/{still.map_id}/export?format=json")
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.json()


def test_the_graph_is_taken_away_as_a_file_in_the_language_asked_for(still: Room) -> None:
    client = still.program("observer")
    kinds = {"html": "text/html", "svg": "image/svg+xml", "graphml": "application/graphml+xml"}
    for name, kind in kinds.items():
        answer = client.get(f"/api/maps/{still.map_id}/graph?view=backstage&format={name}&language=nl")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert f"-graph-backstage.{name}" in answer.headers["content-disposition"]
        assert "Boven de teams" in answer.text or name == "graphml"
    for asked in ("view=sky", "format=poem"):
        answer = client.get(f"/api/maps/{still.map_id}/graph?{asked}")
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_a_board_pack_is_taken_away_where_a_to_be_has_its_as_is(still: Room) -> None:
    client = still.program("observer")
    for name, begins in (("pdf", b"%PDF"), ("pptx", b"PK"), ("png", b"\x89PNG")):
        answer = client.get(f"/api/maps/{still.to_be_id}/pack?format=pack-{name}&language=nl")
        assert (answer.status_code, answer.content[: len(begins)]) == (200, begins)
        assert f"-pack.{name}" in answer.headers["content-disposition"]
    alone = client.get(f"/api/maps/{still.map_id}/pack")
    assert (alone.status_code, "has none" in alone.json()["detail"]) == (422, True)
    assert client.get(f"/api/maps/{still.to_be_id}/pack?format=html").status_code == 422


def test_a_comparison_is_taken_away_as_a_table_where_a_to_be_has_its_as_is(still: Room) -> None:
    client = still.program("observer")
    for name, begins in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")):
        answer = client.get(f"/api/maps/{still.to_be_id}/comparison?format=comparison-{name}&language=nl")
        assert (answer.status_code, answer.content[: len(begins)]) == (200, begins)
        assert f"-comparison.{name}" in answer.headers["content-disposition"]
    assert "Wat ermee gebeurt" in answer.text or "Episode (as-is)" in answer.text
    assert "Niet gevalideerd door klanten" in answer.text
    alone = client.get(f"/api/maps/{still.map_id}/comparison")
    assert (alone.status_code, "has none" in alone.json()["detail"]) == (422, True)
    assert client.get(f"/api/maps/{still.to_be_id}/comparison?format=pack-pdf").status_code == 422


def test_every_file_of_a_map_has_a_name_of_its_own_whatever_the_map_is_called(room: Room) -> None:
    client = room.program("facilitator")
    for title in ("رحلة الزائر", "🚲🚲", "////", "....", "word " * 24, 'a"; filename="x.exe'):
        map_id = room.service.maps.create(room.people["facilitator"], title[:120])
        names = {}
        for one in offered(*OF_A_MAP):
            if not one.slow:
                answer = client.get(f"/api/maps/{map_id}/export?format={one.name}")
                assert answer.status_code == 200, "an empty map can be taken away too"
                found = re.fullmatch(
                    r"attachment; filename=\"([\w. -]+)\"; filename\*=UTF-8''([\w.%~-]+)",
                    answer.headers["content-disposition"],
                    re.ASCII,
                )
                assert found, answer.headers["content-disposition"]
                names[one.name] = (found[1], unquote(found[2]))
                assert names[one.name][1].endswith(one.suffix)
        assert len({whole for _, whole in names.values()}) == len({plain for plain, _ in names.values()}) == len(names)
    arabic = client.get(f"/api/maps/{room.service.maps.create(room.people['facilitator'], 'رحلة')}/export")
    assert unquote(arabic.headers["content-disposition"]).endswith("''رحلة.json")


def test_a_picture_is_refused_in_words_where_the_machine_has_no_fonts(
    still: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_fonts(*_: object, **__: object) -> bytes:
        raise NoFonts

    monkeypatch.setattr("journeymap.graph.svg.png", no_fonts)
    answer = still.program("observer").get(f"/api/maps/{still.map_id}/graph?format=png")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "SVG" in answer.json()["detail"]


def test_health_needs_no_token_and_tells_no_secret(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = room.client().get("/api/health")
    assert (answer.status_code, answer.json()["ok"], answer.json()["database"]) == (200, True, "reachable")

    def away(*_: object) -> str:
        raise OSError("/home/noor/secret.db")

    monkeypatch.setattr(type(room.service.house.store), "noted", away)
    answer = room.client().get("/api/health")
    assert (answer.status_code, answer.json()["ok"], answer.json()["database"]) == (503, False, "unreachable")
    assert "secret" not in answer.text


def test_ready_says_what_is_in_the_way_and_tells_no_secret(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = room.client().get("/api/ready")
    assert (answer.status_code, answer.json()["ready"], answer.json()["wrong"]) == (200, True, [])

    def away(*_: object) -> str:
        raise OSError("/home/noor/secret.db")

    monkeypatch.setattr(type(room.service.house.store), "write", away)
    monkeypatch.setattr("journeymap.service.readiness.GOOD_SECONDS", 0.0)
    monkeypatch.setattr("journeymap.web.api.workshops.opened", lambda: 10_000_000)
    answer = room.client().get("/api/ready")
    assert (answer.status_code, answer.json()["ready"]) == (503, False)
    assert answer.json()["wrong"] == ["database", "descriptors"]
    assert "secret" not in answer.text


WITHOUT_A_SEAT = {
    ("get", "/health"),
    ("get", "/ready"),
    ("post", "/join"),
    ("post", "/view"),
    ("post", "/room/claims"),
    ("post", "/room/claims/{claim_id}/seat"),
    ("post", "/room/recover"),
    ("post", "/room/waiting/{waiting_id}/seat"),
}


def test_the_description_is_complete_and_asks_no_other_host(still: Room) -> None:
    said = still.client().get("/api/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    assert said["servers"] == [{"url": "/api"}]
    assert set(said["paths"]) == {
        "/maps/{map_id}/picture",
        "/maps/{map_id}/dispositions",
        "/maps/{map_id}/view-links",
        "/room/code",
        "/view",
        "/maps/{map_id}/state",
        "/maps/{map_id}/verdicts",
        "/maps/{map_id}/evidence",
        "/maps/{map_id}/rounds",
        "/rounds/{round_id}/end",
        "/rounds/{round_id}/clear",
        "/rounds/customers/{customer_id}/remove",
        "/view-links",
        "/view-links/{link_id}/end",
        "/maps/{map_id}/pictures/{name}",
        "/compare",
        "/health",
        "/ready",
        "/join",
        "/maps",
        "/maps/{map_id}",
        "/maps/{map_id}/as-is",
        "/maps/{map_id}/cells",
        "/maps/{map_id}/changes",
        "/maps/{map_id}/comparison",
        "/maps/{map_id}/export",
        "/maps/{map_id}/graph",
        "/maps/{map_id}/operations",
        "/maps/{map_id}/pack",
        "/maps/{map_id}/stories",
        "/maps/{map_id}/stories/combined",
        "/maps/{map_id}/stories/excluded",
        "/maps/{map_id}/stories/included",
        "/maps/{map_id}/stories/{story_id}",
        "/maps/{map_id}/stories/{story_id}/asides",
        "/maps/{map_id}/stories/{story_id}/kept",
        "/maps/{map_id}/stories/{story_id}/links/{other_id}",
        "/maps/{map_id}/stories/{story_id}/parted",
        "/maps/{map_id}/stories/{story_id}/place",
        "/maps/{map_id}/stories/{story_id}/split",
        "/maps/{map_id}/stories/{story_id}/taken-over",
        "/maps/{map_id}/trackers",
        "/maps/{map_id}/trackers/{kind}/plan",
        "/maps/{map_id}/trackers/{kind}/refresh",
        "/maps/{map_id}/trackers/{kind}/run",
        "/workshops",
        "/workshops/{workshop_id}",
        "/workshops/{workshop_id}/maps",
        "/room",
        "/room/words",
        "/room/people/{participant_id}/words",
        "/room/people/{participant_id}/words/leave",
        "/room/people/{participant_id}/takeout",
        "/audit",
        "/room/claims",
        "/room/people/remove",
        "/room/people/restore",
        "/room/waiting",
        "/room/waiting/{waiting_id}/seat",
        "/sessions",
        "/sessions/all",
        "/sessions/end-others",
        "/sessions/link",
        "/sessions/workshop/{workshop_id}",
        "/sessions/{session_id}/end",
        "/room/claims/{claim_id}",
        "/room/claims/{claim_id}/seat",
        "/room/erase",
        "/room/people",
        "/room/people/{participant_id}",
        "/room/people/{participant_id}/erase",
        "/room/people/{participant_id}/remove",
        "/room/progress",
        "/room/qr.svg",
        "/room/recover",
        *(f"/room/{act}" for act in ("start", "pause", "resume", "extend", "reveal", "end", "back", "break", "vote")),
        *(f"/room/{act}" for act in ("lead", "lock", "spotlight", "screen", "send", "door", "close", "reopen")),
        *(f"/room/{act}" for act in ("details", "agenda", "take", "leave", "apart")),
    }
    for path, methods in said["paths"].items():
        for verb, method in methods.items():
            assert list(method["responses"]["default"]["content"]) == [PROBLEM]
            assert ("security" in method) is ((verb, path) not in WITHOUT_A_SEAT)
    change = said["paths"]["/maps/{map_id}/changes"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert set(change["discriminator"]["mapping"]) == {"add", "set", "move", "remove"}
    assert "https://" not in str(said).replace("https://json-schema", "")
    for page in ("/api/docs", "/api/redoc"):
        assert still.client().get(page).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api", 404),
        ("GET", "/api/", 404),
        ("GET", "/api/nothing", 404),
        ("POST", "/api/nothing", 404),
        ("DELETE", "/api/maps", 405),
        ("PUT", "/api/join", 405),
        ("GET", "/api/join", 405),
        ("GET", "/api/maps/no-such-map", 404),
        ("GET", "/api/maps/no-such-map/operations", 404),
        ("GET", "/api/compare", 422),
    ],
)
def test_whatever_is_not_there_is_a_problem_in_ones_own_language(
    still: Room, method: str, path: str, status: int
) -> None:
    english = still.program("participant").ask(method, path)
    dutch = still.program("participant", accept_language="nl-NL,nl;q=0.9").ask(method, path)
    for answer in (english, dutch):
        assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
        said = answer.json()
        assert set(said) == {"type", "title", "status", "detail", "code"}
        assert (said["type"], said["status"]) == ("about:blank", status)
        assert ("allow" in answer.headers) is (status == 405)
    assert english.json()["detail"] != dutch.json()["detail"]
    assert (english.headers["content-language"], dutch.headers["content-language"]) == ("en", "nl")


def test_our_own_fault_is_a_sentence_and_never_a_traceback(still: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("/home/noor/journeymap.db is broken")

    monkeypatch.setattr(type(still.service.maps), "heads", fault)
    answer = still.program("participant").get("/api/maps")
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert "noor" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.json()["code"] == "unavailable"


def test_no_answer_of_the_api_is_kept_by_anybody(still: Room) -> None:
    for path in ("/api/maps", "/api/health", "/api/nothing", f"/api/maps/{still.map_id}/export?format=json"):
        answer = still.program("participant").get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers
