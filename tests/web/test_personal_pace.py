"""How fast one person may send is counted by person, on all their sockets, by number and by bytes."""

import asyncio
from types import SimpleNamespace

from journeymap.web.personal_pace import (
    BYTES_A_SECOND,
    BYTES_AT_ONCE,
    FRAMES_A_SECOND,
    FRAMES_AT_ONCE,
    MOST_PEOPLE,
    PersonalPace,
)  # fmt: skip
from tests.support.api_clients import Room
from tests.support.app_sockets import served

NOW = 1_000.0


def test_who_types_or_pastes_never_waits() -> None:
    pace = PersonalPace()
    assert not any(pace.wait("noor", 400, NOW + n / 50) for n in range(3_000))
    pace = PersonalPace()
    assert not any(pace.wait("noor", 300, NOW) for _ in range(FRAMES_AT_ONCE))


def test_a_room_of_200_who_each_send_much_wait_for_nobody_else() -> None:
    pace = PersonalPace()
    for n in range(200):
        assert not any(pace.wait(f"person {n}", 1_000, NOW) for _ in range(100))


def test_many_frames_are_read_at_the_rate_that_one_person_has() -> None:
    pace = PersonalPace()
    waits = [pace.wait("noor", 10, NOW) for _ in range(FRAMES_AT_ONCE + 300)]
    assert waits[FRAMES_AT_ONCE - 1] == 0
    assert round(waits[-1]) == 300 / FRAMES_A_SECOND
    assert pace.wait("ilse", 10, NOW) == 0
    assert pace.wait("noor", 10, NOW + 60) == 0


def test_large_frames_are_read_at_the_rate_that_one_person_has() -> None:
    pace = PersonalPace()
    waits = [pace.wait("noor", 60_000, NOW) for _ in range(100)]
    assert [wait > 0 for wait in waits].index(True) == BYTES_AT_ONCE // 60_000
    assert round(waits[-1]) == round((100 * 60_000 - BYTES_AT_ONCE) / BYTES_A_SECOND)
    assert pace.wait("ilse", 60_000, NOW) == 0


def test_so_many_people_are_remembered_and_no_more() -> None:
    pace = PersonalPace()
    for n in range(MOST_PEOPLE + 10):
        pace.wait(f"person {n}", 10, NOW)
    assert len(pace._due) == MOST_PEOPLE


class Counted(PersonalPace):
    """One that says who has sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    def wait(self, person: str, size: int, now: float) -> float:
        self.sent.append(person)
        return super().wait(person, size, now)


def test_all_sockets_of_one_person_count_together(room: Room) -> None:
    """It was counted by connection: ten sockets had ten times the measure."""
    pace = room.site.hall.pace = Counted()

    async def talk() -> None:
        async with served(room) as live:
            for socket in [await live.enter("participant") for _ in range(2)]:
                for _ in range(5):
                    socket.send({"type": "ping"})
                for _ in range(5):
                    await socket.expect("pong")

    asyncio.run(asyncio.wait_for(talk(), 60))
    assert set(pace.sent) == {room.people["participant"].id}
    assert len(pace.sent) >= 8


def test_a_frame_full_of_values_is_refused_before_any_of_them_is_made(room: Room, monkeypatch) -> None:
    """60 kB of zeros on ten sockets of one person took the event loop from everybody."""

    async def talk() -> None:
        async with served(room) as live:
            one = await live.enter("participant")
            await one.expect("snapshot")
            monkeypatch.setattr("journeymap.live.json_checks.json", SimpleNamespace(loads=_never))
            one.send({"type": "ping", "op": "zeros", "all": [0] * 20_000})
            assert (await one.closed()).code == 1008

    asyncio.run(asyncio.wait_for(talk(), 60))


def _never(*_: object, **__: object) -> None:
    raise AssertionError("it was read")
