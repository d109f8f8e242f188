"""Connections are let in, make room and are cut, without a server: transports that only say what they are asked."""

import asyncio
import itertools
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any

import pytest

from journeymap.domain.model.roles import Participant, Role
from journeymap.web.connections.allowance import MOST_OF_AN_ADDRESS, MOST_SOCKETS, MOST_STRANGERS, allowance
from journeymap.web.connections.connections import (
    KEY,
    LONGEST_WAIT,
    MOST_SLOWED,
    REQUESTS_A_SECOND,
    REQUESTS_AT_ONCE,
    SOCKETS_AT_ONCE,
    Connections,
    recognise,
)  # fmt: skip
from journeymap.web.connections.open_connection import (
    BODY_SECONDS,
    HEAD_SECONDS,
    MESSAGE_SECONDS,
    READ_SECONDS,
    SLOWEST,
    OpenConnection,
)

PORTS = itertools.count(1)


class Wire(asyncio.Transport):
    """A transport of which only this is asked."""

    def __init__(self, address: str = "192.0.2.7") -> None:
        super().__init__({"peername": (address, next(PORTS)), "socket": self})
        self.open = True
        self.unread = 0

    def fileno(self) -> int:
        return 5 if self.open else -1

    def is_closing(self) -> bool:
        return not self.open

    def abort(self) -> None:
        self.open = False

    def get_write_buffer_size(self) -> int:
        return self.unread


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def connections(clock: Clock) -> Connections:
    """128 descriptors: 96 connections, 48 of them strangers', 24 of these of one address."""
    return Connections(clock, descriptors=128)


def enter(connections: Connections, address: str = "192.0.2.7", person: str = "") -> tuple[Wire, OpenConnection]:
    wire = Wire(address)
    assert connections.admit(wire)
    held = connections.find(wire)
    assert held is not None
    if person:
        connections.begin(held)
        recognise({KEY: held}, Participant(id=person.replace(" ", "-"), name=person, role=Role.PARTICIPANT))
        connections.end(held)
    return wire, held


def after(connections: Connections, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    for _ in range(3):
        connections.look()


@pytest.mark.parametrize("descriptors", [16, 64, 256, 1_024, 4_096, 20_000, 65_536])
def test_half_of_the_descriptors_are_for_people_with_a_seat_and_some_for_the_database(descriptors: int) -> None:
    it = allowance(descriptors)
    assert it.strangers <= it.most / 2
    assert it.address <= it.strangers
    assert it.strangers <= MOST_STRANGERS
    assert it.address <= MOST_OF_AN_ADDRESS
    if descriptors >= 64:
        assert descriptors - it.most >= 32


def test_a_room_of_200_behind_one_address_has_its_connections_with_the_usual_limit() -> None:
    connections = Connections(Clock(), descriptors=1_024)
    inside = [enter(connections, "203.0.113.1", f"person {n % 200}") for n in range(800)]
    assert all(wire.open for wire, _ in inside)
    assert (connections.strangers, connections.refused, connections.made_room) == (0, 0, 0)


def test_whoever_waits_longest_without_a_word_makes_room_and_nobody_who_is_answered(connections: Connections) -> None:
    inside = [enter(connections, person=f"p{n}")[0] for n in range(10)]
    busy_wire, busy = enter(connections)
    connections.begin(busy)
    half_open = [enter(connections)[0] for _ in range(200)]
    assert busy_wire.open
    assert all(wire.open for wire in inside)
    assert [wire.open for wire in half_open] == [False] * 177 + [True] * 23
    assert connections.strangers == 24
    assert connections.refused == 0


def test_one_address_takes_no_room_from_another(connections: Connections) -> None:
    other = [enter(connections, "198.51.100.9")[0] for _ in range(20)]
    for _ in range(500):
        enter(connections, "2001:db8::1")
    assert all(wire.open for wire in other)


def test_a_whole_network_of_ipv6_is_one_address(connections: Connections) -> None:
    for n in range(500):
        enter(connections, f"2001:db8::{n:x}")
    assert connections.strangers == 24


def test_where_all_are_answered_the_next_is_turned_away(connections: Connections) -> None:
    for _ in range(24):
        connections.begin(enter(connections)[1])
    assert not connections.admit(Wire())
    assert connections.refused == 1
    assert connections.admit(Wire("198.51.100.9"))


def test_with_all_descriptors_taken_a_waiting_connection_of_somebody_inside_makes_room(
    connections: Connections,
) -> None:
    inside = [enter(connections, person="noor")[0] for _ in range(96)]
    assert connections.admit(Wire())
    assert [wire.open for wire in inside].count(False) == 1


def test_what_is_over_takes_no_room(connections: Connections, clock: Clock) -> None:
    wires = [enter(connections)[0] for _ in range(20)]
    for wire in wires[:10]:
        connections.leave(wire)
    for wire in wires[10:]:
        wire.open = False
    after(connections, clock, 0.0)
    assert (len(connections), connections.strangers) == (0, 0)
    connections.leave(wires[0])
    assert connections.strangers == 0


def test_a_connection_that_asks_nothing_is_cut_and_one_at_work_is_not(connections: Connections, clock: Clock) -> None:
    silent, _ = enter(connections)
    working, held = enter(connections)
    connections.begin(held)
    after(connections, clock, HEAD_SECONDS - 1)
    assert silent.open
    after(connections, clock, 2)
    assert (silent.open, working.open, connections.cut) == (False, True, 1)
    connections.end(held)
    after(connections, clock, HEAD_SECONDS + 1)
    assert not working.open


def test_a_body_has_to_come_in_time_and_not_too_slowly(connections: Connections, clock: Clock) -> None:
    wire, held = enter(connections)
    begun = clock.now
    connections.begin(held)
    connections.expect_body(held, begun, 0)
    after(connections, clock, BODY_SECONDS - 1)
    connections.expect_body(held, begun, int(BODY_SECONDS) * SLOWEST)
    after(connections, clock, BODY_SECONDS - 1)
    assert wire.open
    connections.expect_body(held, begun, int(BODY_SECONDS) * SLOWEST + 1)  # a byte at a time: too slow on the whole
    after(connections, clock, 3)
    assert not wire.open


def test_who_does_not_read_the_answer_is_cut_and_a_slow_reader_is_not(connections: Connections, clock: Clock) -> None:
    stuck, slow = enter(connections, person="noor"), enter(connections, person="ilse")
    for wire, held in (stuck, slow):
        connections.begin(held)
        wire.unread = 100_000
    for _ in range(5):
        after(connections, clock, READ_SECONDS / 3)
        slow[0].unread -= 1_000
    assert (stuck[0].open, slow[0].open) == (False, True)


def socket_of(connections: Connections, person: str) -> tuple[Wire, Any]:
    """A socket of this person, with what uvicorn and websockets keep of a message that is not whole."""
    wire, held = enter(connections, person=person)
    connections.begin(held)
    reader = SimpleNamespace(buffer=bytearray())
    held.protocol = SimpleNamespace(frames=[], read_paused=False, conn=SimpleNamespace(reader=reader))
    return wire, held.protocol


def test_a_message_that_never_ends_is_ended(connections: Connections, clock: Clock) -> None:
    in_parts, part = socket_of(connections, "noor"), socket_of(connections, "noor")
    whole, paused = socket_of(connections, "noor"), socket_of(connections, "noor")
    in_parts[1].frames.append(b"")
    for _, protocol in (part, paused):
        protocol.conn.reader.buffer += b"half"
    paused[1].read_paused = True
    after(connections, clock, 0)
    after(connections, clock, MESSAGE_SECONDS + 1)
    assert [wire.open for wire, _ in (in_parts, part, whole, paused)] == [False, False, True, True]


def test_a_message_in_very_many_parts_is_ended_at_once(connections: Connections, clock: Clock) -> None:
    wire, protocol = socket_of(connections, "noor")
    protocol.frames += [b""] * 2_000
    after(connections, clock, 0)
    assert not wire.open


def test_the_unfinished_messages_of_one_person_are_bounded_on_all_their_sockets(
    connections: Connections, clock: Clock
) -> None:
    noor, ilse = ([socket_of(connections, one) for _ in range(20)] for one in ("noor", "ilse"))
    for _, protocol in noor:
        protocol.frames.append(b"a" * 1_000_000)
    ilse[0][1].frames.append(b"a" * 1_000_000)
    after(connections, clock, 0)
    assert [wire.open for wire, _ in noor].count(True) == 8
    assert all(wire.open for wire, _ in ilse)


def test_thousands_of_connections_are_looked_at_a_few_at_a_time(clock: Clock) -> None:
    connections = Connections(clock, descriptors=20_000)
    wires = [enter(connections, f"192.0.2.{n % 200}")[0] for n in range(1_600)]
    after(connections, clock, 0)  # a round begins
    clock.now += HEAD_SECONDS + 1
    cut = []
    for _ in range(8):
        before = connections.cut
        connections.look()
        cut.append(connections.cut - before)
    assert max(cut) <= 500
    assert not any(wire.open for wire in wires)


def test_the_figures_are_there_for_prometheus(connections: Connections) -> None:
    enter(connections)
    said = connections.text().decode()
    assert "journeymap_connections_open 1\n" in said
    assert "journeymap_connections_strangers 1\n" in said
    assert "# TYPE journeymap_connections_cut_total counter\n" in said


def test_what_one_person_does_not_read_is_bounded_on_all_their_connections(
    connections: Connections, clock: Clock
) -> None:
    noor = [enter(connections, person="noor") for _ in range(20)]
    ilse, held = enter(connections, person="ilse")
    for wire, one in (*noor, (ilse, held)):
        connections.begin(one)
        wire.unread = 10 * 1024 * 1024
    after(connections, clock, 0)
    assert ([wire.open for wire, _ in noor].count(True), ilse.open) == (6, True)
    for wire, _ in noor:
        wire.open = False
    after(connections, clock, 0)
    assert connections.admit(Wire())
    assert not connections._unread["noor"]


def test_one_person_has_so_many_sockets(connections: Connections) -> None:
    with ExitStack() as opened:
        assert all(opened.enter_context(connections.socket_of("noor")) for _ in range(MOST_SOCKETS))
        with connections.socket_of("noor") as one_more, connections.socket_of("ilse") as another:
            assert (one_more, another) == (False, True)
    with connections.socket_of("noor") as again:
        assert again


def test_who_asks_too_often_waits_and_nobody_else(connections: Connections, clock: Clock, monkeypatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("journeymap.web.connections.connections.asyncio.sleep", sleep)
    _, held = enter(connections, person="noor")

    async def ask() -> None:
        for _ in range(REQUESTS_AT_ONCE):
            await connections.answer(held, "noor")
        assert waits == []
        for _ in range(REQUESTS_A_SECOND):
            await connections.answer(held, "noor")
        await connections.answer(held, "ilse")
        for _ in range(SOCKETS_AT_ONCE + 1):
            await connections.open(held, "ilse")

    asyncio.run(ask())
    assert len(waits) == REQUESTS_A_SECOND + 1
    assert round(waits[REQUESTS_A_SECOND - 1], 3) == 1.0
    assert max(waits) <= LONGEST_WAIT
    assert not connections._slowed


def test_when_very_many_answers_to_one_person_wait_the_next_connection_is_closed(connections: Connections) -> None:
    wire, held = enter(connections, person="noor")
    connections._slowed["noor"] = MOST_SLOWED
    asyncio.run(connections._slow(held, "noor", 1.0))
    assert not wire.open


def test_what_was_sent_of_a_message_is_let_go_with_the_connection(connections: Connections) -> None:
    _, protocol = socket_of(connections, "noor")
    held = next(one for one in connections._all.values() if one.protocol is protocol)
    protocol.frames.append(b"a" * 1_000)
    protocol.conn.reader.buffer += b"half"
    held.cut()
    assert (protocol.frames, protocol.conn.reader.buffer) == ([], b"")
