"""The live socket: who is let in, what is answered to every kind of message, and what is refused."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.live import wire
from journeymap.web import rate_limits
from journeymap.web.live.endpoint import HELLO_SECONDS
from tests.support.api_clients import ELSEWHERE, HERE, Room
from tests.support.app_sockets import Closed, Live, change, served
from tests.support.replica import Replica
from tests.web.test_seats import forged

Talk = Callable[[Live], Awaitable[None]]


def talk(room: Room, conversation: Talk) -> None:
    """Have this conversation with the room's live sockets."""

    async def talking() -> None:
        async with served(room) as live:
            await conversation(live)

    asyncio.run(talking())


# Who is let in


def test_everybody_with_a_seat_is_let_in_and_told_who_they_are(open_room: Room) -> None:
    async def conversation(live: Live) -> None:
        expected = {
            "owner": ["see", "edit", "manage", "own"],
            "facilitator": ["see", "edit", "manage"],
            "co-facilitator": ["see", "edit", "manage"],
            "participant": ["see", "edit"],
            "customer": ["see", "edit"],
            "observer": ["see"],
        }
        colours = set()
        for role, may in expected.items():
            you = (await (await live.enter(role)).receive())["you"]
            person = open_room.people[role]
            assert (you["id"], you["name"], you["role"]) == (person.id, person.name, role)
            assert you["may"] == may
            colours.add(you["colour"])
        assert len(colours) == len(expected)

    talk(open_room, conversation)


def test_the_cookie_is_a_seat_too_and_so_is_this_very_machine(room: Room) -> None:
    async def conversation(live: Live) -> None:
        by_cookie = await live.enter(token="", seat=room.token("participant"))
        assert (await by_cookie.receive())["you"]["role"] == "participant"
        here = await live.enter(token="", base=HERE, peer="127.0.0.1")
        assert (await here.receive())["you"]["role"] == "owner"
        for elsewhere in ({"peer": "192.0.2.7"}, {"base": ELSEWHERE}, {"x_forwarded_for": "127.0.0.1"}):
            line = await live.connect(token="", **{"base": HERE, "peer": "127.0.0.1", **elsewhere})
            assert (await line.closed()).code == 4401

    talk(room, conversation)


def test_the_owner_is_known_in_a_workshop_by_the_name_they_gave_there(room: Room) -> None:
    lead, w = room.people["facilitator"], room.workshop_id
    room.service.workshops.admission.rename(lead, w, lead.id, "Faye")

    async def conversation(live: Live) -> None:
        mila = await live.ready("participant")
        owner = await live.enter("owner")
        assert (await owner.expect("snapshot"))["you"]["name"] == "Faye"
        while "Faye" not in [one["name"] for one in (await mila.expect("presence"))["people"]]:
            continue
        await asyncio.to_thread(room.service.workshops.admission.rename, lead, w, lead.id, "Noor")
        while "Noor" not in [one["name"] for one in (await mila.expect("presence"))["people"]]:
            continue
        own = await live.enter("owner", map_id=room.own_map_id)
        assert (await own.expect("snapshot"))["you"]["name"] == room.people["owner"].name

    talk(room, conversation)
    assert room.program("owner").get(f"/api/room?workshop={w}").json()["you"]["name"] == "Noor"


def test_a_forged_or_expired_token_opens_nothing(open_room: Room) -> None:
    async def conversation(live: Live) -> None:
        for name, token in forged(open_room).items():
            for line in (await live.connect(token=token or "x"), await live.connect(token="", seat=token)):
                end = await line.closed()
                assert end.code == 4401, name
                assert end.reason, name

    talk(open_room, conversation)


def test_a_token_in_the_address_is_never_looked_at(open_room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.connect(token="", path=f"/live/maps/{open_room.map_id}")
        line._scope["query_string"] = f"token={open_room.token('owner')}".encode()
        assert (await line.closed()).code == 4401

    talk(open_room, conversation)


def test_the_maps_of_others_stay_theirs(open_room: Room) -> None:
    async def conversation(live: Live) -> None:
        for role in ("facilitator", "participant", "observer"):
            for map_id in (open_room.other_map_id, open_room.own_map_id):
                end = await (await live.connect(role, map_id)).closed()
                assert end.code == 4403
                assert "SECRET" not in end.reason
        assert (await (await live.connect("stranger")).closed()).code == 4403
        assert (await (await live.connect("owner", "no-such-map")).closed()).code == 4404

    talk(open_room, conversation)


ORIGINS = {
    "http://maps.example:8501": True,
    "HTTP://MAPS.EXAMPLE:8501": True,
    "http://maps.example": False,
    "http://maps.example:8501.evil.example": False,
    "https://evil.example": False,
    "null": False,
    "http://127.0.0.1:8501": False,
    "file://": False,
    "": False,
}


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_page_of_another_site_is_not_let_in(open_room: Room, origin: str) -> None:
    """Whatever it shows: a browser sends the cookie along, and the page would see the whole map."""

    async def conversation(live: Live) -> None:
        for shown in ({"token": "", "seat": open_room.token("participant")}, {"role": "participant"}):
            if ORIGINS[origin]:
                await live.ready(origin=origin, **shown)
                continue
            with pytest.raises(Closed) as found:
                await live.connect(origin=origin, **shown)
            assert found.value.code is None  # it was never opened

    talk(open_room, conversation)


def test_a_fetch_from_another_site_is_not_let_in(open_room: Room) -> None:
    async def conversation(live: Live) -> None:
        with pytest.raises(Closed):
            await live.connect(sec_fetch_site="cross-site")
        await live.ready(sec_fetch_site="same-origin")

    talk(open_room, conversation)


def test_other_addresses_are_no_live_sockets(room: Room) -> None:
    async def conversation(live: Live) -> None:
        for path in ("/live", "/live/maps", "/live/maps/a/b", "/live/maps/a%20b", f"/live/map/{room.map_id}"):
            with pytest.raises(Closed):
                await live.connect("owner", path=path)

    talk(room, conversation)


def test_before_the_server_serves_one_is_asked_to_come_back(room: Room) -> None:
    async def conversation(live: Live) -> None:
        room.site.hall.leaving = True
        assert (await (await live.connect()).closed()).code == 1012

    talk(room, conversation)


# The hello


def test_a_hello_without_a_revision_is_answered_with_the_whole_map(room: Room) -> None:
    async def conversation(live: Live) -> None:
        said = await (await live.enter()).receive()
        journey = room.service.house.store.journey(room.map_id)
        assert said["type"] == "snapshot"
        assert {name: said[name] for name in ("revision", "map")} == wire.snapshot(journey)
        assert said["can"] == {"undo": False, "redo": False}

    talk(room, conversation)


@pytest.mark.parametrize("cold", [True, False])
def test_a_hello_with_a_revision_is_answered_with_what_happened_since(room: Room, cold: bool) -> None:
    async def conversation(live: Live) -> None:
        if not cold:
            other = await live.ready()
            for n in range(3):
                other.send(change(f"op-{n}"))
            while (await other.expect("operations"))["to"] < 12:
                pass
        log = room.service.house.store.operations(room.map_id)
        for since in range(len(log) + 1):
            line = await live.enter("facilitator", since)
            first, second = await line.receive(), await line.receive()
            assert first == wire.operations(log[since:], since)
            assert (second["type"], second["revision"]) == ("welcome", len(log))
            assert second["you"]["role"] == "facilitator"
            assert second["can"] == {"undo": True, "redo": False}

    talk(room, conversation)


def test_who_is_too_far_behind_or_ahead_of_all_gets_the_whole_map(room: Room) -> None:
    async def conversation(live: Live) -> None:
        title = [Set(table="maps", id=room.map_id, field="title", value=f"T {n}") for n in range(2_001)]
        room.service.changes.change(room.people["facilitator"], room.map_id, title)
        for since, kind in ((9, "snapshot"), (10, "operations"), (2_010, "operations"), (2_011, "snapshot")):
            said = await (await live.enter(since=since)).receive()
            assert said["type"] == kind, since
            assert said.get("revision", said.get("to")) == 2_010

    talk(room, conversation)


NO_HELLOS = {
    "a change": change("op"),
    "a ping": {"type": "ping"},
    "nothing known": {"type": "hallo"},
    "a revision below none": {"type": "hello", "since": -1},
    "a revision that is none": {"type": "hello", "since": "9"},
    "half a revision": {"type": "hello", "since": 0.5},
    "a revision beyond all": {"type": "hello", "since": 2**53 + 1},
    "a language we do not speak": {"type": "hello", "since": None, "language": "fr"},
    "watching that is no yes or no": {"type": "hello", "since": None, "watching": "perhaps"},
    "more than a hello": {"type": "hello", "since": None, "admin": True},
}


@pytest.mark.parametrize("what", NO_HELLOS)
def test_what_is_no_hello_ends_it(room: Room, what: str) -> None:
    async def conversation(live: Live) -> None:
        line = await live.connect()
        line.send(NO_HELLOS[what])
        with pytest.raises(Closed) as found:
            await line.receive()
        assert found.value.code == 1008

    talk(room, conversation)


def test_who_says_nothing_is_not_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.web.live.endpoint.HELLO_SECONDS", HELLO_SECONDS / 1000)

    async def conversation(live: Live) -> None:
        assert (await (await live.connect()).closed()).code == 1008

    talk(room, conversation)


def test_a_second_hello_changes_nothing(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready()
        line.send({"type": "hello", "since": None})
        line.send({"type": "ping"})
        assert (await line.expect("pong", "snapshot"))["type"] == "pong"

    talk(room, conversation)


# Changes

ALL = (
    change("1", "add", table="channels", id="web", values={"name": "Website"}, after="phone"),
    change("2", "add", id="m3", parent="e2", values={"text": "I sit down"}, after=None),
    change("3", field="felt_valence", value=-1.5),
    change("4", "move", parent="e2", after="m3"),
    change("5", "add", table="touchpoints", id="t2", parent="m1", values={"channel": "web"}),
    change("6", "remove", table="channels", id="phone"),
    {"type": "undo", "op": "7"},
    {"type": "redo", "op": "8"},
    change("9", table="maps", id="MAP", field="title", value="Another title"),
)


def test_every_change_is_answered_and_told_to_everybody(room: Room) -> None:
    """All four operations, undo and redo; whoever follows has the map that the server has."""

    async def conversation(live: Live) -> None:
        anna, ben = await live.enter("participant"), await live.enter("observer")
        hers, his = Replica(), Replica()
        hers.take(await anna.receive())
        his.take(await ben.receive())
        store = room.service.house.store
        for asked in ALL:
            anna.send({**asked, "id": room.map_id} if asked.get("id") == "MAP" else asked)
            answer = None
            while answer is None or hers.revision < answer["revision"]:
                said = await anna.receive()
                hers.take(said)
                answer = said if said["type"] in ("accepted", "refused") else answer
            while his.revision < answer["revision"]:
                his.take(await ben.receive())
            assert store.head(room.map_id).revision == answer["revision"]
        assert hers.tables() == his.tables() == wire.tables(store.journey(room.map_id))
        assert his.tables()["channels"][0]["name"] == "Website"

    talk(room, conversation)


def test_a_map_that_is_designed_in_a_step_is_told_to_the_room_at_once(room: Room) -> None:
    lead, w, workshops = room.people["facilitator"], room.workshop_id, room.service.workshops
    step = {"id": "s", "kind": "to-be", "title": "How should it go?", "map": "to-be"}
    begun = workshops.arrange(lead, w, [step])
    workshops.facilitation.start(lead, w, begun.steps[0].id)

    async def conversation(live: Live) -> None:
        line = await live.ready("participant")
        designed = await asyncio.to_thread(room.service.maps.design_to_be, lead, room.map_id)
        while (await line.expect("step"))["map"] != designed:
            continue
        await asyncio.to_thread(room.service.maps.archive, lead, designed)
        while (await line.expect("step"))["map"] != room.to_be_id:
            continue

    talk(room, conversation)


def test_a_change_by_any_other_door_is_told_too(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready()
        asked = [Set(table="moments", id="m1", field="text", value="By a form")]
        await asyncio.to_thread(room.service.changes.change, room.people["facilitator"], room.map_id, asked)
        (operation,) = (await line.expect("operations"))["operations"]
        assert (operation["value"], operation["by"]) == ("By a form", room.people["facilitator"].id)

    talk(room, conversation)


def test_the_same_operation_twice_is_done_once_and_answered_twice(room: Room) -> None:
    async def conversation(live: Live) -> None:
        one, two = await live.ready(), await live.ready()
        one.send(change("same", value="First"))
        first = await one.expect("accepted")
        two.send(change("same", value="Second"))
        assert await two.expect("accepted") == first
        line = await live.ready("facilitator")
        line.send(change("same", value="Third"))
        assert (await line.expect("accepted"))["revision"] == first["revision"] + 1
        texts = [operation.value for operation in room.service.house.store.operations(room.map_id, since=9)]
        assert texts == ["First", "Third"]

    talk(room, conversation)


REFUSED = {
    "a row that is gone": (change("x", id="gone"), "gone"),
    "a text that is too long": (change("x", value="a" * 281), "invalid"),
    "nothing where there must be something": (change("x", value=" "), "invalid"),
    "a NUL": (change("x", value="a\0b"), "invalid"),
    "half a character": (change("x", value="\ud800"), "invalid"),
    "half a character as a name": (change("x", "add", id="new", parent="e1", values={"\udc00": 1}), "invalid"),
    "a prototype": (change("x", "add", id="new", parent="e1", values={"__proto__": {"text": "a"}}), "invalid"),
    "a prototype beside": ({**change("x"), "__proto__": {"may": "all"}}, "invalid"),
    "a table nobody knows": (change("x", table="sqlite_master"), "invalid"),
    "a field nobody knows": (change("x", field="key", value="a0"), "invalid"),
    "an operation nobody knows": (change("x", "explode"), "invalid"),
    "no operation": ({"type": "change", "op": "x"}, "invalid"),
    "an id that is none": (change("x", id="a b"), "invalid"),
    "a type nobody knows": ({"type": "chagne", "op": "x"}, "invalid"),
    "no type": ({"op": "x"}, "invalid"),
    "too deep": (change("x", value=[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]), "invalid"),
    "nothing to undo": ({"type": "undo", "op": "x"}, "invalid"),
    "nothing to redo": ({"type": "redo", "op": "x"}, "invalid"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_is_told(room: Room, what: str) -> None:
    asked, code = REFUSED[what]

    async def conversation(live: Live) -> None:
        line = await live.enter()
        replica = Replica()
        replica.take(await line.receive())
        line.send(asked)
        said = await line.expect("refused", "accepted")
        assert (said["op"], said["code"]) == ("x", code)
        assert len(said["reason"]) > 10
        line.send(change("good"))
        assert replica.revision is not None
        assert (await line.expect("accepted"))["revision"] == replica.revision + 1

    talk(room, conversation)


def test_a_refusal_is_in_the_language_of_the_hello_or_of_the_browser(room: Room) -> None:
    async def conversation(live: Live) -> None:
        for hello, browser, word in ((None, "nl", "Iemand"), ("nl", "en", "Iemand"), ("en", "nl", "Somebody")):
            line = await live.connect(accept_language=browser)
            line.send({"type": "hello", "since": None} | ({"language": hello} if hello else {}))
            line.send(change("x", id="gone"))
            assert word in (await line.expect("refused"))["reason"]

    talk(room, conversation)


@pytest.mark.parametrize("role", ["observer"])
def test_who_may_only_look_changes_nothing(room: Room, role: str) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready(role)
        for asked in (*ALL, {"type": "undo", "op": "u"}):
            line.send(asked)
            assert (await line.expect("refused", "accepted"))["code"] == "forbidden"
        line.send({"type": "presence", "at": "m1"})
        line.send({"type": "ping"})
        await line.expect("pong")

    talk(room, conversation)


def test_a_map_in_the_archive_can_only_be_looked_at(room: Room) -> None:
    async def conversation(live: Live) -> None:
        before = await live.ready()
        room.service.maps.archive(room.people["facilitator"], room.map_id)
        assert (await before.expect("bye"))["code"] == "reload"
        again = await live.enter()
        assert (await again.receive())["you"]["may"] == ["see"]
        again.send(change("x"))
        assert (await again.expect("refused"))["code"] == "invalid"

    talk(room, conversation)


# Broken protocol

BROKEN = {
    "no JSON": "{",
    "a list": "[]",
    "a text": '"text"',
    "null": "null",
    "NaN": "NaN",
    "no type": "{}",
    "a type nobody knows": '{"type":"shutdown"}',
    "an op that is none": '{"type":"change","op":"a b"}',
    "an op that is a list": '{"type":"change","op":["x"]}',
    "a NUL in the op": '{"type":"change","op":"a\\u0000"}',
    "nested 10,000 deep": '{"a":' * 5_000,
    "lists 10,000 deep": "[" * 10_000 + "]" * 10_000,
    "a number of 5,000 digits": '{"type":' + "9" * 5_000 + "}",
    "presence with a bad id": '{"type":"presence","at":"a b"}',
    "presence with a bad view": '{"type":"presence","view":{"x":2,"zoom":1}}',
    "half a character": '{"type":"\\ud800"}',
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_nobody_can_read_ends_the_connection(room: Room, what: str) -> None:
    async def conversation(live: Live) -> None:
        other = await live.ready("facilitator")
        line = await live.ready()
        line.send_text(BROKEN[what])
        end = await line.closed()
        assert end.code == 1008
        assert end.reason
        other.send({"type": "ping"})
        await other.expect("pong")

    talk(room, conversation)


def test_a_binary_frame_ends_the_connection(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready()
        line.send_bytes(b'{"type":"ping"}')
        assert (await line.closed()).code == 1008

    talk(room, conversation)


@pytest.mark.parametrize(("size", "code"), [(64 * 1024, 1008), (64 * 1024 + 1, 1009)])
def test_a_frame_holds_64_kib_and_no_more(room: Room, size: int, code: int) -> None:
    async def conversation(live: Live) -> None:
        for filling in ("a", "é"):
            line = await live.ready()
            text = filling * (size // len(filling.encode()))
            line.send_text(text + "a" * (size - len(text.encode())))
            assert (await line.closed()).code == code

    talk(room, conversation)


# What else is said


def test_presence_is_told_to_the_others(room: Room) -> None:
    async def conversation(live: Live) -> None:
        anna, ben = await live.ready("participant"), await live.ready("customer")
        anna.send({"type": "presence", "at": "m1", "editing": True, "view": {"x": 0.25, "zoom": 1}})
        while True:
            people = {one["id"]: one for one in (await ben.expect("presence"))["people"]}
            hers = people.get(room.people["participant"].id, {})
            if hers.get("editing"):
                break
        assert (hers["at"], hers["view"], hers["name"]) == ("m1", {"x": 0.25, "zoom": 1.0}, "A participant")
        await anna.hang_up()
        while len((await ben.expect("presence"))["people"]) > 1:
            pass

    talk(room, conversation)


def test_a_page_that_only_watches_is_told_the_map_and_shown_to_nobody(room: Room) -> None:
    async def conversation(live: Live) -> None:
        watcher = await live.connect("customer")
        watcher.send({"type": "hello", "since": None, "watching": True})
        await watcher.expect("snapshot")
        anna = await live.ready("participant")
        told = await anna.expect("presence")
        assert ([one["name"] for one in told["people"]], told["total"]) == (["A participant"], 1)
        anna.send(change("a", value="Anna's"))
        assert (await watcher.expect("operations"))["to"] == 10

    talk(room, conversation)


def test_a_stale_text_wins_and_both_are_shown_both(room: Room) -> None:
    async def conversation(live: Live) -> None:
        anna, ben = await live.ready("participant"), await live.ready("customer")
        hers, his = room.people["participant"].id, room.people["customer"].id
        anna.send(change("a", value="Anna's", base=9))
        await anna.expect("accepted")
        ben.send(change("b", value="Ben's", base=9))
        accepted = await ben.expect("accepted")
        place = {"table": "moments", "id": "m1", "field": "text"}
        assert accepted["lost"] == {**place, "value": "Anna's", "by": hers}
        told = await anna.expect("overwritten")
        revision = {"by": his, "revision": 11}
        assert told == {"type": "overwritten", **place, "yours": "Anna's", "theirs": "Ben's", **revision}
        ben.send(change("b", value="Ben's", base=9))
        assert await ben.expect("accepted") == accepted
        anna.send(change("c", value="Anna's again", base=11))
        assert "lost" not in await anna.expect("accepted")
        anna.send(change("d", value="And again", base=9))
        assert "lost" not in await anna.expect("accepted")

    talk(room, conversation)


def test_undo_is_mine_alone_and_so_is_what_i_can_do(room: Room) -> None:
    async def conversation(live: Live) -> None:
        anna, ben = await live.ready("participant"), await live.ready("customer")
        anna.send(change("a1", value="One"))
        assert await anna.expect("can") == {"type": "can", "undo": True, "redo": False}
        ben.send({"type": "undo", "op": "b1"})
        assert (await ben.expect("refused"))["code"] == "invalid"
        anna.send({"type": "undo", "op": "a2"})
        assert await anna.expect("can") == {"type": "can", "undo": False, "redo": True}
        anna.send({"type": "redo", "op": "a3"})
        assert await anna.expect("can") == {"type": "can", "undo": True, "redo": False}
        ben.send(change("b2", value="Ben's"))
        await ben.expect("accepted")
        anna.send({"type": "undo", "op": "a4"})
        assert (await anna.expect("refused"))["code"] == "stale"
        assert await anna.expect("can") == {"type": "can", "undo": False, "redo": False}

    talk(room, conversation)


def test_too_much_at_once_is_refused_and_nobody_else_notices(room: Room) -> None:
    room.site.writes.burst, room.site.writes.rate = 5, 0.001
    room.site.writes.clock = lambda: 1000.0

    async def conversation(live: Live) -> None:
        one, tab, other = await live.ready(), await live.ready(), await live.ready("customer")
        for n in range(5):
            one.send(change(f"op-{n}"))
            await one.expect("accepted")
        for line in (one, tab):
            line.send(change("too-much"))
            said = await line.expect("refused")
            assert (said["op"], said["code"]) == ("too-much", "too_fast")
        other.send(change("others"))
        await other.expect("accepted")

    talk(room, conversation)


def test_nothing_overtakes_a_change_that_came_too_fast(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.web.live.session.HELD_SECONDS", 3600.0)
    room.site.writes.burst, room.site.writes.rate = 1, 0.001
    room.site.writes.clock = lambda: 1000.0

    async def conversation(live: Live) -> None:
        one, other = await live.ready(), await live.ready()
        one.send(change("first"))
        await one.expect("accepted")
        one.send(change("too-fast"))
        assert (await one.expect("refused"))["code"] == "too_fast"
        room.site.writes.burst, room.site.writes.clock = 500, lambda: 1_000_000.0
        one.send(change("behind"))
        assert (await one.expect("refused"))["code"] == "too_fast"
        other.send(change("elsewhere"))
        await other.expect("accepted")

    talk(room, conversation)


def test_the_limit_is_generous_to_a_person_at_work() -> None:
    assert rate_limits.writes().burst >= 100
    assert rate_limits.writes().rate >= 20


def test_who_may_not_be_here_any_more_is_asked_to_leave(room: Room) -> None:
    async def conversation(live: Live) -> None:
        inside, owner = await live.ready("participant"), await live.ready("owner")
        room.service.maps.assign(room.people["owner"], room.map_id, room.other_workshop_id)
        await asyncio.to_thread(room.site.hall.rooms.followed.review)
        assert (await inside.expect("bye"))["code"] == "removed"
        assert (await inside.closed()).code == 4403
        owner.send({"type": "ping"})
        await owner.expect("pong")

    talk(room, conversation)


def test_a_new_role_counts_at_once_when_it_is_seen(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready("participant")
        person = room.people["participant"]
        demoted = Participant(id=person.id, name="Anneke", role=Role.OBSERVER, workshop_id=room.workshop_id)
        room.service.house.store.write(lambda tx: tx.people.add_participant(demoted, "now")).result()
        await asyncio.to_thread(room.site.hall.rooms.followed.review)
        while (await line.expect("presence"))["people"][0]["name"] != "Anneke":
            pass
        line.send(change("x"))
        assert (await line.expect("refused"))["code"] == "forbidden"

    talk(room, conversation)


def test_a_goodbye_answers_what_was_accepted_and_asks_to_come_back(room: Room) -> None:
    async def conversation(live: Live) -> None:
        line, other = await live.ready(), await live.ready("customer")
        for n in range(20):
            line.send(change(f"op-{n}"))
        answers = [await line.expect("accepted")]  # the others are under way
        await room.site.hall.say_goodbye()
        answers += [said for said in line.waiting() if said["type"] == "accepted"]
        kept = {one.op for one in room.service.house.store.operations(room.map_id, since=9)}
        assert {said["op"] for said in answers} == kept
        assert (await other.expect("bye"))["code"] == "reload"
        assert (await other.closed()).code == 1001

    talk(room, conversation)


def test_one_person_has_only_so_many_tabs(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.web.live.endpoint.MOST_TABS", 3)

    async def conversation(live: Live) -> None:
        tabs = [await live.ready() for _ in range(3)]
        end = await (await live.enter(accept_language="nl")).closed()
        assert (end.code, "Sluit" in end.reason) == (1008, True)
        await live.ready("customer")
        await tabs[0].hang_up()
        await live.ready()

    talk(room, conversation)


def test_rooms_are_closed_when_the_last_one_leaves(room: Room) -> None:
    async def conversation(live: Live) -> None:
        health = await asyncio.to_thread(lambda: room.client().get("/api/health").json())
        assert (health["rooms"], health["people"]) == (0, 0)
        lines = [await live.ready("participant"), await live.ready("participant"), await live.ready("customer")]
        lines.append(await live.ready("facilitator", map_id=room.to_be_id))
        assert room.site.hall.census() == (2, 3, 4)
        health = await asyncio.to_thread(lambda: room.client().get("/api/health").json())
        assert (health["rooms"], health["people"]) == (2, 3)
        for line in lines:
            await line.hang_up()
        assert room.site.hall.census() == (0, 0, 0)

    talk(room, conversation)
