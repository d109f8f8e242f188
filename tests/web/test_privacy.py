"""A private step over the raw socket and the API: nothing that others hide leaks, whatever door one tries."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from tests.support.api_clients import Room
from tests.support.app_sockets import Live, change, served
from tests.support.replica import Replica

Talk = Callable[[Live], Awaitable[None]]
SECRET = "hopelessly lost"
WRITE = Step(id="write", kind=StepKind.MOMENTS, title="Write alone", private=True, minutes=10)
VOTE = Step(id="vote", kind=StepKind.VOTE, title="Vote", ballot=Ballot(budget=2, cap=1))
NAMED = Step(id="named", kind=StepKind.VOTE, title="Vote", ballot=Ballot(budget=2, cap=1, anonymous=False))
SCORE = Step(id="score", kind=StepKind.EMOTIONS, title="Feel", ballot=Ballot(questions=("felt",)))
STEPS = (WRITE, VOTE, NAMED, SCORE)


@pytest.fixture
def running(open_room: Room) -> Room:
    """The room in its first step, in which everybody writes alone."""
    lead = open_room.people["facilitator"]
    open_room.service.workshops.arrange(lead, open_room.workshop_id, STEPS)
    open_room.service.workshops.facilitation.start(lead, open_room.workshop_id, "write")
    return open_room


def talk(room: Room, conversation: Talk) -> None:
    async def talking() -> None:
        async with served(room) as live:
            await conversation(live)

    asyncio.run(talking())


def written(op: str = "w1", row: str = "secret-1") -> dict[str, Any]:
    return change(op, "add", id=row, parent="e1", values={"text": f"I am {SECRET}"}, after="m1")


async def do(room: Room, act: str, *said: Any) -> None:
    acts = room.service.workshops.facilitation
    await asyncio.to_thread(getattr(acts, act), room.people["facilitator"], room.workshop_id, *said)


def test_what_is_private_reaches_its_author_and_the_facilitators_alone(running: Room) -> None:
    async def conversation(live: Live) -> None:
        author = await live.ready("participant")
        lead = await live.ready("facilitator")
        customer = await live.ready("customer")
        author.send(written())
        assert (await author.expect("accepted"))["revision"]
        (mine,) = (await author.expect("operations"))["operations"]
        assert (mine["private"], mine["author"]) == ("write", running.people["participant"].id)
        assert SECRET in json.dumps(await lead.expect("operations"))
        frame = await customer.expect("operations")
        assert frame["operations"] == []
        assert frame["to"] == mine["revision"], "its revision counts all the same"
        # A change in the open names what everybody knows, not the hidden card between.
        lead.send(change("l1", "add", id="open-1", parent="e1", values={"text": "I wait"}))
        added = await customer.expect("operations")
        assert added["operations"][0]["after"] == "m1"
        late = await live.enter("customer")
        assert SECRET not in json.dumps(await late.expect("snapshot"))
        caught_up = await live.enter("customer", mine["revision"] - 1)
        assert "secret-1" not in json.dumps(await caught_up.expect("operations"))
        author.send({"type": "presence", "at": "secret-1", "editing": True})
        author.send({"type": "presence", "at": "m1", "editing": True})
        while True:
            people = {one["id"]: one for one in (await customer.expect("presence"))["people"]}
            at = people[running.people["participant"].id]["at"]
            assert at != "secret-1"
            if at == "m1":
                break

    talk(running, conversation)


def test_the_projector_is_shown_what_everybody_may_see_even_with_a_facilitators_seat(running: Room) -> None:
    async def conversation(live: Live) -> None:
        author = await live.ready("participant")
        author.send(written())
        await author.expect("accepted")
        beamer = await live.connect("facilitator")
        beamer.send({"type": "hello", "since": None, "public": True})
        snapshot = await beamer.expect("snapshot")
        assert SECRET not in json.dumps(snapshot)
        assert "progress" not in await beamer.expect("step")

    talk(running, conversation)


@pytest.mark.parametrize("role", ["customer", "observer", "facilitator", "owner"])
def test_no_door_of_the_api_tells_what_a_participant_hides(running: Room, role: str) -> None:
    participant, somebody = running.program("participant"), running.program(role)
    path = f"/api/maps/{running.map_id}"
    assert participant.post(f"{path}/changes", json=written()).status_code == 200
    assert SECRET in participant.get(path).text
    for door in (
        path,
        f"{path}/operations?since=0",
        *(f"{path}/export?format={kind}" for kind in ("json", "markdown", "csv")),
        f"{path}/stories?format=json",
        "/api/maps",
        "/api/maps?search=hopelessly",
    ):
        assert SECRET not in somebody.get(door).text, door
    person = running.people[role]
    assert SECRET not in str(running.service.changes.history(person, running.map_id))
    assert running.service.maps.search(person, "hopelessly") == []


def test_exports_and_copies_never_hold_what_is_hidden_not_even_ones_own(running: Room) -> None:
    lead = running.people["facilitator"]
    assert running.program("facilitator").post(f"/api/maps/{running.map_id}/changes", json=written()).status_code == 200
    participant = running.program("participant")
    assert participant.post(f"/api/maps/{running.map_id}/changes", json=written("w2", "secret-2")).status_code == 200
    assert SECRET in participant.get(f"/api/maps/{running.map_id}").text
    exported = participant.get(f"/api/maps/{running.map_id}/export?format=json").text
    assert "secret-2" not in exported
    copy = running.service.maps.duplicate(lead, running.map_id)
    assert running.service.house.store.journey(copy).find("moments", "secret-2") is None


def test_undo_brings_a_hidden_card_back_hidden(running: Room) -> None:
    async def conversation(live: Live) -> None:
        author = await live.ready("participant")
        customer = await live.ready("customer")
        author.send(written())
        author.send(change("gone", "remove", id="secret-1"))
        author.send({"type": "undo", "op": "back"})
        for _ in range(3):
            await author.expect("accepted")
        author.send(change("open", "add", table="parked", id="p1", values={"text": "too dear"}))
        seen: list[dict[str, Any]] = []
        while "p1" not in json.dumps(seen):
            seen.append(await customer.expect("operations"))
        assert "secret" not in json.dumps(seen)

    talk(running, conversation)


def test_the_reveal_is_one_operation_and_everybody_ends_with_the_same_map(running: Room) -> None:
    async def conversation(live: Live) -> None:
        replicas = {}
        for role in ("participant", "customer", "facilitator", "observer"):
            line = await live.enter(role)
            replicas[role] = line, Replica()
            replicas[role][1].take(await line.expect("snapshot"))
        author, other = replicas["participant"][0], replicas["customer"][0]
        author.send(written())
        other.send(written("w2", "secret-2"))
        need = {"text": "to be sure of it"}
        author.send(change("w3", "add", table="needs", id="need-1", parent="secret-1", values=need))
        for role, answers in (("participant", 2), ("customer", 1)):
            line, replica = replicas[role]
            answered = 0
            while answered < answers:
                # What was done may be told before the last of it is answered.
                frame = await line.expect("accepted", "operations")
                if frame["type"] == "accepted":
                    answered += 1
                else:
                    replica.take(frame)
        await do(running, "reveal")
        reveal = None
        for role, (line, replica) in replicas.items():
            while not (reveal and replica.revision == reveal["revision"]):
                frame = await line.expect("operations")
                replica.take(frame)
                found = [one for one in frame["operations"] if one["do"] == "reveal"]
                reveal = found[0] if found else (reveal if role != "participant" else None)
            assert "private" not in json.dumps(replica.tables())
        assert reveal is not None
        assert {row["id"] for row in reveal["rows"]["moments"]} == {"secret-1", "secret-2"}
        maps = [replica.tables() for _, replica in replicas.values()]
        assert all(one == maps[0] for one in maps)

    talk(running, conversation)


def test_what_was_deleted_before_the_reveal_is_never_told(running: Room) -> None:
    participant, customer = running.program("participant"), running.program("customer")
    path = f"/api/maps/{running.map_id}"
    participant.post(f"{path}/changes", json=written())
    participant.post(f"{path}/changes", json=change("g", "remove", id="secret-1"))
    participant.post(f"{path}/changes", json=written("w2", "shown-1") | {"values": {"text": "I find my way"}})
    running.service.workshops.facilitation.reveal(running.people["facilitator"], running.workshop_id)
    said = customer.get(f"{path}/operations?since=0").text
    assert "shown-1" in said
    assert SECRET not in said
    assert "secret-1" not in said


@pytest.mark.parametrize("step", ["vote", "score"])
def test_a_vote_without_a_name_is_nobodys_but_the_voters_also_after_it_is_over(running: Room, step: str) -> None:
    async def conversation(live: Live) -> None:
        await do(running, "start", step)
        voter, lead, customer = [await live.ready(role) for role in ("participant", "facilitator", "customer")]
        values = {"round": step, "item": "m1"} | ({"question": "felt", "value": -2} if step == "score" else {})
        voter.send(change("v1", "add", table="votes", id="vote-1", values=values))
        await voter.expect("accepted")
        await do(running, "reveal")
        heard: list[dict[str, Any]] = []
        while not heard or heard[-1].get("step", {}).get("state") != "revealed":
            heard.append(await customer.expect("operations", "step"))
        assert "vote-1" not in json.dumps(heard)
        assert heard[-1]["tallies"][step] == [["m1", values.get("question", ""), values.get("value", 1), 1]]
        assert not any("vote-1" in json.dumps(one) for one in lead.waiting())
        late = await live.enter("facilitator")
        assert "vote-1" not in json.dumps(await late.expect("snapshot"))

    talk(running, conversation)


def test_a_vote_with_a_name_is_shown_when_the_vote_is_over(running: Room) -> None:
    lead = running.people["facilitator"]
    running.service.workshops.facilitation.start(lead, running.workshop_id, "named")
    path = f"/api/maps/{running.map_id}"
    vote = change("v1", "add", table="votes", id="vote-1", values={"round": "named", "item": "m1"})
    assert running.program("participant").post(f"{path}/changes", json=vote).status_code == 200
    customer = running.program("customer")
    assert customer.get(path).json()["map"]["votes"] == []
    running.service.workshops.facilitation.reveal(lead, running.workshop_id)
    (shown,) = customer.get(path).json()["map"]["votes"]
    assert shown["author"] == running.people["participant"].id


def test_nobody_votes_more_than_they_may_nor_for_somebody_else(running: Room) -> None:
    lead = running.people["facilitator"]
    running.service.workshops.facilitation.start(lead, running.workshop_id, "vote")
    participant, path = running.program("participant"), f"/api/maps/{running.map_id}/changes"

    def vote(op: str, item: str, slot: int, **more: Any) -> dict[str, Any]:
        values = {"round": "vote", "item": item, "slot": slot, **more}
        asked = change(op, "add", table="votes", id=f"vote-{op}", values=values)
        answer: dict[str, Any] = participant.post(path, json=asked).json()
        return answer

    assert vote("1", "m1", 0)["type"] == "accepted"
    assert vote("2", "m1", 1)["code"] == "forbidden", "one dot an item is the cap"
    assert vote("3", "m2", 1)["type"] == "accepted"
    assert vote("4", "n1", 1)["code"] == "invalid", "a need is not voted on here"
    assert vote("5", "m2", 2)["code"] == "forbidden", "the budget is two"
    assert vote("6", "m2", 1, value=5)["code"] == "invalid"
    assert vote("7", "m2", 1, round="named")["code"] == "forbidden"
    taken = running.program("customer").post(path, json=change("x", "remove", table="votes", id="vote-1"))
    assert taken.json()["code"] in ("gone", "forbidden")
    moved = participant.post(path, json=change("y", table="votes", id="vote-1", field="item", value="m2"))
    assert moved.json()["code"] == "invalid"


def test_a_step_allows_what_it_asks_and_a_participant_edits_what_is_theirs(running: Room) -> None:
    lead, path = running.people["facilitator"], f"/api/maps/{running.map_id}/changes"
    participant, customer = running.program("participant"), running.program("customer")

    def asked(by: Any, op: str, *said: Any, **more: Any) -> str:
        answer = by.post(path, json=change(op, *said, **more)).json()
        return str(answer.get("code") or answer["type"])

    assert asked(participant, "1", id="m1") == "forbidden", "the facilitator made it"
    assert asked(participant, "2", "add", table="episodes", id="e9", values={"title": "Mine"}) == "forbidden"
    assert asked(participant, "3", "add", id="mine", parent="e1", values={"text": "I look"}) == "accepted"
    assert asked(participant, "4", id="mine") == "accepted"
    assert asked(customer, "5", id="mine") == "gone", "it is not there for them yet"
    assert asked(customer, "5b", "add", table="needs", id="n9", parent="mine", values={"text": "x"}) == "gone"
    running.service.workshops.facilitation.reveal(lead, running.workshop_id)
    assert asked(customer, "6", id="mine") == "forbidden"
    assert asked(running.program("facilitator"), "7", id="mine") == "accepted"
    running.service.workshops.facilitation.pause(lead, running.workshop_id)
    assert asked(participant, "8", id="mine") == "forbidden"
    running.service.workshops.facilitation.resume(lead, running.workshop_id)
    running.service.workshops.facilitation.lock(lead, running.workshop_id)
    assert asked(participant, "9", "move", id="mine", parent="e2") == "forbidden"
    running.service.workshops.facilitation.lock(lead, running.workshop_id, False)
    running.service.workshops.facilitation.lock_row(lead, running.workshop_id, "mine")
    assert asked(participant, "10", id="mine") == "forbidden"
    running.service.workshops.facilitation.close(lead, running.workshop_id)
    assert asked(participant, "11", "add", table="parked", id="p9", values={"text": "late"}) == "forbidden"


def test_a_facilitators_note_is_the_facilitators(running: Room) -> None:
    path = f"/api/maps/{running.map_id}"
    note = change("n", "add", table="parked", id="note-1", values={"text": SECRET, "kind": "note"})
    assert running.program("facilitator").post(f"{path}/changes", json=note).status_code == 200
    assert (
        running.program("participant").post(f"{path}/changes", json=note | {"op": "o", "id": "p2"}).status_code != 200
    )

    async def conversation(live: Live) -> None:
        other, customer = await live.enter("co-facilitator"), await live.enter("customer")
        assert SECRET in json.dumps(await other.expect("snapshot"))
        assert SECRET not in json.dumps(await customer.expect("snapshot"))

    talk(running, conversation)


def test_who_is_removed_is_shown_out_at_once(running: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready("participant")
        lead, person = running.people["facilitator"], running.people["participant"]
        await asyncio.to_thread(running.service.workshops.admission.remove, lead, running.workshop_id, person.id)
        assert (await line.expect("bye"))["code"] == "removed"
        assert (await line.closed()).code == 4403

    talk(running, conversation)


def test_who_is_made_a_facilitator_takes_the_map_anew(running: Room) -> None:
    async def conversation(live: Live) -> None:
        author, line = await live.ready("participant"), await live.ready("customer")
        author.send(written())
        await author.expect("accepted")
        lead, person = running.people["facilitator"], running.people["customer"]
        await asyncio.to_thread(running.service.workshops.admission.promote, lead, running.workshop_id, person.id)
        assert (await line.expect("bye"))["fresh"]
        again, replica = await live.enter("customer"), Replica()
        whole = await again.expect("snapshot")
        assert whole["you"]["role"] == "co-facilitator"
        replica.take(whole)
        while SECRET not in json.dumps(replica.rows):
            replica.take(await again.expect("snapshot", "operations"))

    talk(running, conversation)


def test_everybody_is_told_the_step_and_its_clock(running: Room) -> None:
    async def conversation(live: Live) -> None:
        line, lead = await live.enter("participant"), await live.enter("facilitator")
        step = await line.expect("step")
        assert (step["step"]["id"], step["step"]["private"], step["map"]) == ("write", True, running.map_id)
        assert 590_000 < step["step"]["left_ms"] <= 600_000
        line.send(written())
        while (await line.expect("step"))["counts"] != {"rows": 1, "people": 1, "waiting": 0}:
            continue
        while not (told := await lead.expect("step"))["progress"]:
            continue
        assert told["progress"] == {running.people["participant"].id: 1}
        assert told["away"] == [running.people["customer"].id], "who is not here is not waited for"
        await do(running, "pause")
        while (told := await line.expect("step"))["step"]["state"] != "paused":
            continue
        await do(running, "extend", 60)
        while (longer := await line.expect("step"))["step"]["left_ms"] <= told["step"]["left_ms"]:
            continue
        assert longer["step"]["left_ms"] == told["step"]["left_ms"] + 60_000

    talk(running, conversation)


def test_who_works_on_a_map_that_is_archived_is_told_that_they_may_only_look(running: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready("participant")
        await asyncio.to_thread(running.service.maps.archive, running.people["facilitator"], running.map_id)
        assert (await line.expect("bye"))["code"] == "reload"
        assert (await line.closed()).code == 1012
        again = await live.enter("participant")
        assert "edit" not in (await again.expect("snapshot"))["you"]["may"]

    talk(running, conversation)


def test_when_names_were_erased_everybody_takes_the_map_anew(running: Room) -> None:
    async def conversation(live: Live) -> None:
        cases, lead, w = running.service.workshops, running.people["facilitator"], running.workshop_id
        named = cases.admission.rename(lead, w, running.people["customer"].id, "Xanthippe")
        said = Add(table="episodes", id="named", values={"title": f"{named.name} comes by"})
        running.service.changes.change(lead, running.map_id, [said])
        line = await live.ready("participant")
        await asyncio.to_thread(cases.erasure.erase, lead, w)
        assert (await line.expect("bye"))["fresh"]

    talk(running, conversation)


def test_a_raised_hand_is_seen_by_everybody_and_known_to_the_facilitators_screen(running: Room) -> None:
    async def conversation(live: Live) -> None:
        line, other = await live.ready("participant"), await live.ready("customer")
        line.send({"type": "presence", "at": None, "editing": False, "hand": "unclear"})
        person = running.people["participant"].id
        while not any(one["id"] == person and one.get("hand") for one in (await other.expect("presence"))["people"]):
            continue
        assert running.service.house.here.hands() == {person: "unclear"}

    talk(running, conversation)


def test_a_device_whose_seat_was_claimed_is_told_and_the_new_one_stays(running: Room) -> None:
    async def conversation(live: Live) -> None:
        line = await live.ready("customer")
        cases, somebody = running.service.workshops, running.people["customer"]
        claimed = await asyncio.to_thread(cases.admission.claim, running.join_code, somebody.name)
        await asyncio.to_thread(cases.admission.answer, running.people["facilitator"], claimed.id, True)
        seat = await asyncio.to_thread(cases.admission.take, claimed.id, claimed.secret)
        assert (await line.expect("bye"))["code"] == "moved"
        running.people["customer"] = running.service.people.who(seat or "")
        again = await live.ready("customer")
        again.send({"type": "ping"})
        await again.expect("pong")

    talk(running, conversation)
