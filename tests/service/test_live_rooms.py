"""Rooms are told what every door and every process commits, in one order, without a hole."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.live.frame import Frame
from journeymap.live.member import Member
from journeymap.live.room import Room
from journeymap.service import log_follower, step_broadcast
from journeymap.service.house import House
from journeymap.service.live_rooms import Rooms
from journeymap.service.loop_mailbox import Letterbox
from journeymap.service.room_census import COLOURS
from journeymap.service.service import Service
from journeymap.service.step_message import look
from journeymap.service.workshops import Created
from journeymap.storage.sqlite_store import open_store

SECONDS = 30.0


@dataclass(eq=False)
class Ear:
    """An outlet that says when something comes."""

    frames: list[Frame] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, frame: Frame, *, droppable: bool = False) -> bool:
        self.frames.append(frame)
        self.news.set()
        return True

    async def more(self) -> None:
        """Until something comes."""
        self.news.clear()
        async with asyncio.timeout(SECONDS):
            await self.news.wait()

    def close(self, code: int, reason: str = "") -> None:
        self.frames.append(Frame(f'{{"type":"closed","code":{code}}}'.encode()))


@asynccontextmanager
async def rooms_of(service: Service, removed: list[Member] | None = None) -> AsyncIterator[Rooms]:
    gone = removed if removed is not None else []
    rooms = Rooms(service, on_removed=lambda member, _why: gone.append(member))
    try:
        yield rooms
    finally:
        await asyncio.to_thread(rooms.stop)


async def until(ear: Ear, told: int) -> None:
    """Until so many operations have come."""
    async with asyncio.timeout(SECONDS):
        while len(revisions(ear)) < told:
            ear.news.clear()
            await ear.news.wait()


def come(room: Room, person: Participant) -> Ear:
    ear = Ear()
    room.join(Member(person, ear), 0, (False, False))
    return ear


def revisions(ear: Ear) -> list[int]:
    told = [wire_revisions(frame.payload) for frame in ear.frames if frame.payload.startswith(b'{"type":"operations"')]
    return [revision for one in told for revision in one]


def wire_revisions(payload: bytes) -> list[int]:
    return [operation["revision"] for operation in json.loads(payload)["operations"]]


def title(park: str, value: str) -> Set:
    return Set(table="maps", id=park, field="title", value=value)


def run(work: Callable[[], Awaitable[Any]]) -> None:
    asyncio.run(work())  # type: ignore[arg-type]


def test_a_room_is_told_what_is_committed_by_any_thread(service: Service, noor: Participant, park: str) -> None:
    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(park)
            start, ear = room.revision, come(room, noor)

            def write(name: str) -> None:
                for _ in range(25):
                    service.changes.change(noor, park, [title(park, name)])

            threads = [Thread(target=write, args=(f"T{n}",)) for n in range(4)]
            for thread in threads:
                thread.start()
            await until(ear, 100)
            for thread in threads:
                thread.join()
            assert revisions(ear) == list(range(start + 1, start + 101))

    run(work)


def test_a_map_that_nobody_has_open_costs_nothing(
    service: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with rooms_of(service) as rooms:
            service.changes.change(noor, park, [title(park, "Unseen")])
            posted: list[object] = []
            monkeypatch.setattr(rooms.letters, "post", posted.append)
            service.changes.change(noor, park, [title(park, "Unseen again")])
            service.house.store.write(lambda tx: None).result()
            assert posted == []
            assert (len(rooms), rooms.census.people, rooms.followed.revisions()) == (0, 0, {})

    run(work)


def test_everybody_who_comes_at_once_shares_one_room_and_the_last_one_closes_it(
    service: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    head = service.house.store.head

    def counted(map_id: str) -> Any:
        asked.append(map_id)
        return head(map_id)

    monkeypatch.setattr(service.house.store, "head", counted)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            found = await asyncio.gather(*(rooms.enter(park) for _ in range(200)))
            assert len(set(map(id, found))) == 1
            assert asked == [park]
            for _ in range(199):
                rooms.leave(park)
            assert len(rooms) == 1
            assert await rooms.enter(park) is found[0]
            rooms.leave(park)
            rooms.leave(park)
            assert len(rooms) == 0
            assert await rooms.enter(park) is not found[0]

    run(work)


def test_a_room_of_a_map_that_is_not_there_does_not_open(service: Service) -> None:
    async def work() -> None:
        async with rooms_of(service) as rooms:
            found = await asyncio.gather(*(rooms.enter("nowhere") for _ in range(5)), return_exceptions=True)
            assert all(isinstance(one, Refusal) and one.code == "gone" for one in found)
            assert len(rooms) == 0

    run(work)


def test_who_goes_while_the_room_is_opened_leaves_no_room_behind(
    service: Service, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go = Event(), Event()
    head = service.house.store.head

    def slow(map_id: str) -> Any:
        asked.set()
        go.wait(SECONDS)
        return head(map_id)

    monkeypatch.setattr(service.house.store, "head", slow)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            coming = asyncio.ensure_future(rooms.enter(park))
            await asyncio.sleep(0)  # it has begun
            (opening,) = rooms._opening.values()
            assert await asyncio.to_thread(asked.wait, SECONDS)
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)
            go.set()
            await opening
            assert (len(rooms), rooms._guests) == (0, {})

    run(work)


@pytest.fixture
def elsewhere(service: Service, tmp_path: Path) -> Any:
    """Another process, as far as the database can tell: a store of its own on the same file."""
    with closing(open_store(tmp_path / "journeymap.db")) as store:
        yield Service.of(House(store=store, secret=b"k" * 32, owner_name="Noor"))


def test_what_another_process_writes_is_told_as_well(
    service: Service, elsewhere: Service, noor: Participant, park: str
) -> None:
    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(park)
            start, ear = room.revision, come(room, noor)
            for n in range(30):
                writer = (service, elsewhere)[n % 2]
                await asyncio.to_thread(writer.changes.change, noor, park, [title(park, f"T{n}")])
            await until(ear, 30)
            assert revisions(ear) == list(range(start + 1, start + 31))

    run(work)


def test_a_hole_is_filled_from_the_log(
    service: Service, elsewhere: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours comes right after theirs, and before anybody has looked for theirs."""
    monkeypatch.setattr(log_follower, "PAUSE", 3_600.0)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(park)
            start, ear = room.revision, come(room, noor)
            rooms._follower._awake.clear()
            await asyncio.to_thread(elsewhere.changes.change, noor, park, [title(park, "Theirs")])
            await asyncio.to_thread(service.changes.change, noor, park, [title(park, "Ours")])
            await until(ear, 2)
            assert revisions(ear) == [start + 1, start + 2]

    run(work)


def test_looking_for_others_goes_on_after_a_fault(
    service: Service, elsewhere: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, failed = service.house.store, Event()
    operations = store.operations

    def fails_once(*asked: Any, **how: Any) -> Any:
        if not failed.is_set():
            failed.set()
            raise Refusal("unavailable", "storage-not-saved")
        return operations(*asked, **how)

    monkeypatch.setattr(store, "operations", fails_once)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(park)
            ear = come(room, noor)
            await asyncio.to_thread(elsewhere.changes.change, noor, park, [title(park, "Theirs")])
            await until(ear, 1)
            assert failed.is_set()

    run(work)


def test_colours_stay_with_people(service: Service, noor: Participant, park: str) -> None:
    workshop, lead = service.people.create_workshop(noor, "W")
    people = [service.people.join(workshop.join_code, f"P{n}", Role.PARTICIPANT) for n in range(5)]

    async def colours() -> list[int]:
        async with rooms_of(service) as rooms:
            return [rooms.census.colour(person, workshop.id) for person in (lead, *people)]

    first = asyncio.run(colours())
    assert len(set(first)) == 6
    assert all(0 < colour < COLOURS for colour in first)
    late = service.people.join(workshop.join_code, "Late", Role.OBSERVER)

    async def again() -> None:
        async with rooms_of(service) as rooms:
            assert rooms.census.colour(late, workshop.id) not in first
            assert [rooms.census.colour(person, workshop.id) for person in (lead, *people)] == first
            assert rooms.census.colour(noor, workshop.id) == rooms.census.colour(noor, None) == 0

    run(again)


def test_letters_are_delivered_in_order_with_one_waking() -> None:
    class Loop:
        def __init__(self) -> None:
            self.woken: list[Callable[[], Any]] = []

        def call_soon_threadsafe(self, callback: Callable[[], Any]) -> None:
            self.woken.append(callback)

    loop = Loop()
    read: list[object] = []
    letters = Letterbox(loop)
    for n in range(10):
        letters.post(partial(read.append, n))
    assert len(loop.woken) == 1
    letters.post(lambda: letters.post(lambda: read.append("from within")))
    for wake in loop.woken:
        wake()
    letters.post(lambda: read.append("later"))
    assert len(loop.woken) >= 2
    for wake in list(loop.woken):
        wake()
    assert read == [*range(10), "from within", "later"]


def test_a_letter_that_fails_harms_no_other() -> None:
    async def work() -> None:
        read: list[int] = []
        letters, done = Letterbox(asyncio.get_running_loop()), asyncio.Event()
        letters.post(lambda: 1 / 0)
        letters.post(lambda: read.append(1))
        letters.post(done.set)
        await asyncio.wait_for(done.wait(), SECONDS)
        assert read == [1]

    run(work)


def test_letters_to_a_loop_that_is_gone_are_not_read() -> None:
    loop = asyncio.new_event_loop()
    letters = Letterbox(loop)
    loop.close()
    letters.post(lambda: pytest.fail("read"))


# How many people are here


def here(ear: Ear) -> list[int]:
    """How many people were said to be here, message by message."""
    said = [json.loads(frame.payload) for frame in ear.frames]
    return [message["here"] for message in said if message["type"] == "step"]


def observers(ear: Ear) -> list[int]:
    """How many of them look on."""
    return [message["observers"] for message in map(read, ear.frames) if message["type"] == "step"]


def closed(ear: Ear) -> list[bool]:
    """Whether the workshop was said to be over, message by message."""
    return [message["workshop"]["closed"] for message in map(read, ear.frames) if message["type"] == "step"]


def waiting(ear: Ear) -> list[int]:
    """How many were said not to have begun."""
    return [message["counts"]["waiting"] for message in map(read, ear.frames) if message["type"] == "step"]


def read(found: Frame) -> dict[str, Any]:
    return dict(json.loads(found.payload))


async def until_here(ear: Ear, n: int) -> None:
    async with asyncio.timeout(SECONDS):
        while here(ear)[-1:] != [n]:
            ear.news.clear()
            await ear.news.wait()


def watch(room: Room, person: Participant) -> Ear:
    ear = Ear()
    room.join(Member(person, ear, watching=True), 0, (False, False))
    return ear


@pytest.fixture
def held(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> Created:
    """A workshop without an agenda; the wait until people are counted is short."""
    monkeypatch.setattr(step_broadcast, "COUNT_SECONDS", 0.02)
    return service.workshops.create(noor, "Park", agenda="empty", facilitator="Ilse")


def test_who_only_watches_is_told_how_many_people_are_here_before_any_step(service: Service, held: Created) -> None:
    anna, olaf = (
        service.workshops.admission.join(held.workshop.join_code, *one) for one in (("Anna",), ("Olaf", "observer"))
    )

    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(held.map_id)
            beamer = watch(room, held.lead)
            assert here(beamer) == [0], "a beamer is nobody"
            come(room, held.lead)
            come(room, olaf)
            members = [Member(anna, Ear()) for _ in range(2)]
            for member in members:
                room.join(member, 0, (False, False))
            await until_here(beamer, 3)
            room.leave(members[0])
            room.leave(members[1])
            await until_here(beamer, 2)
            assert here(beamer) == [0, 3, 2], "two tabs of hers are one person, and who looks on is here too"
            assert observers(beamer)[-1] == 1

    run(work)


def test_people_of_one_workshop_are_counted_together_whichever_map_they_have_open(
    service: Service, held: Created
) -> None:
    anna, ben = (service.workshops.admission.join(held.workshop.join_code, name) for name in ("Anna", "Ben"))
    to_be = service.maps.design_to_be(held.lead, held.map_id)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            one, other = await rooms.enter(held.map_id), await rooms.enter(to_be)
            beamer = watch(one, held.lead)
            come(one, anna)
            come(other, anna)
            await until_here(beamer, 1)
            ear = come(other, ben)
            await until_here(beamer, 2)
            assert here(ear)[-1] == 2
            service.workshops.admission.remove(held.lead, held.workshop.id, ben.id)
            await until_here(beamer, 1)

    run(work)


def test_who_has_the_workshops_screen_open_is_here_like_anybody_else(
    service: Service, held: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_broadcast, "LOOK_SECONDS", 0.02)
    stranger = service.workshops.create(service.people.owner(), "Another", agenda="empty").lead

    async def work() -> None:
        async with rooms_of(service) as rooms:
            beamer = watch(await rooms.enter(held.map_id), held.lead)
            service.house.here.look(stranger.id)
            service.house.here.look(held.lead.id)
            await until_here(beamer, 1)
            assert service.workshops.summaries.attendance(held.lead, held.workshop.id).here == frozenset({held.lead.id})

    run(work)


def test_nobody_waits_for_somebody_who_has_left(service: Service, held: Created) -> None:
    anna, ben = (service.workshops.admission.join(held.workshop.join_code, name) for name in ("Anna", "Ben"))
    service.workshops.arrange(held.lead, held.workshop.id, [Step(id="s", kind=StepKind.MOMENTS, title="Write")])
    service.workshops.facilitation.start(held.lead, held.workshop.id, "s")

    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(held.map_id)
            beamer = watch(room, held.lead)
            come(room, anna)
            member = Member(ben, Ear())
            room.join(member, 0, (False, False))
            await until_here(beamer, 2)
            assert waiting(beamer)[-1] == 2
            assert len(service.workshops.summaries.progress(held.lead, held.workshop.id).not_begun) == 2
            room.leave(member)
            await until_here(beamer, 1)
            assert waiting(beamer)[-1] == 1
            told = service.workshops.summaries.progress(held.lead, held.workshop.id)
            assert (told.waiting, told.not_begun, told.away) == (1, (anna.id,), (ben.id,))

    run(work)


def test_a_crowd_that_comes_at_once_is_told_of_once(service: Service, held: Created) -> None:
    crowd = [service.workshops.admission.join(held.workshop.join_code, f"P{n}") for n in range(50)]

    async def work() -> None:
        async with rooms_of(service) as rooms:
            room = await rooms.enter(held.map_id)
            beamer = watch(room, held.lead)
            ears = [come(room, one) for one in crowd]
            await until_here(beamer, 50)
            assert here(beamer) == [0, 50]
            assert [here(ear) for ear in (ears[0], ears[-1])] == [[1, 50], [50, 50]]

    run(work)


def test_what_is_set_aside_on_one_map_is_told_on_the_others(service: Service, held: Created) -> None:
    to_be = service.maps.design_to_be(held.lead, held.map_id)
    note = Add(table="parked", id="p", values={"text": "Too expensive", "kind": "parked"})
    secret = Add(table="parked", id="s", values={"text": "Mind Otto", "kind": "note"})

    async def work() -> None:
        async with rooms_of(service) as rooms:
            await rooms.enter(held.map_id)
            ear = come(await rooms.enter(to_be), held.lead)
            await asyncio.to_thread(service.changes.change, held.lead, held.map_id, [note, secret])
            async with asyncio.timeout(SECONDS):
                while not (aside := [one["aside"] for one in map(read, ear.frames) if one["type"] == "step"])[-1:][0]:
                    ear.news.clear()
                    await ear.news.wait()
            assert [one["text"] for one in aside[-1]] == ["Too expensive"], "a private note is told to nobody"

    run(work)


def test_what_was_counted_before_a_step_ended_comes_too_late(
    service: Service, held: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who counts reads beside whoever follows: the room stays where it was told last."""
    service.workshops.arrange(held.lead, held.workshop.id, [Step(id="s", kind=StepKind.MOMENTS, title="Write")])
    service.workshops.facilitation.start(held.lead, held.workshop.id, "s")
    anna = service.workshops.admission.join(held.workshop.join_code, "Anna")
    title: dict[str, Any] = {"table": "maps", "id": held.map_id, "field": "title"}
    asked, read_already, ended = Event(), Event(), Event()
    held_back: list[Any] = []

    def slow(*wanted: Any) -> Any:
        found = look(*wanted)
        if asked.is_set() and not held_back:
            held_back.append(found)
            read_already.set()
            ended.wait(SECONDS)
        return found

    monkeypatch.setattr(step_broadcast, "look", slow)

    async def work() -> None:
        async with rooms_of(service) as rooms:
            ear = come(await rooms.enter(held.map_id), held.lead)
            asked.set()
            await asyncio.to_thread(service.changes.change, held.lead, held.map_id, [Set(**title, value="Begun")])
            assert await asyncio.to_thread(read_already.wait, SECONDS)
            await asyncio.to_thread(service.workshops.facilitation.close, held.lead, held.workshop.id)
            while closed(ear)[-1:] != [True]:
                await ear.more()
            before = len(closed(ear))
            ended.set()
            service.workshops.admission.remove(held.lead, held.workshop.id, anna.id)
            while len(closed(ear)) == before:
                await ear.more()
            assert closed(ear) == sorted(closed(ear)), "it does not begin again"

    run(work)
