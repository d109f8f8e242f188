"""The server's time never goes back."""

from dataclasses import dataclass

from journeymap.service.house import Clock


@dataclass
class Machine:
    """A machine whose clock can be set."""

    wall: float = 1_800_000_000.0
    steady: float = 5.0

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def clock(self, since: str = "") -> Clock:
        return Clock(since, wall=lambda: self.wall, steady=lambda: self.steady)


def test_a_clock_that_is_set_back_goes_on_from_where_it_was() -> None:
    machine = Machine()
    clock = machine.clock()
    before = clock()
    machine.wall -= 3600
    assert clock() >= before
    machine.pass_(10)
    assert clock() == before.replace("20.000Z", "30.000Z").replace("00.000Z", "10.000Z")
    machine.pass_(3600)
    assert clock() > before


def test_a_clock_that_is_set_forward_is_followed() -> None:
    machine = Machine()
    clock = machine.clock()
    before = clock()
    machine.wall += 3600
    assert clock()[11:13] != before[11:13]


def test_after_a_restart_nothing_happens_before_what_was_written_last() -> None:
    machine = Machine()
    last = machine.clock()()
    machine.wall -= 600
    assert machine.clock(last)() == last


def test_a_time_far_ahead_was_a_wrong_clock() -> None:
    machine = Machine()
    assert machine.clock("2100-01-01T00:00:00.000Z")() < "2030"
