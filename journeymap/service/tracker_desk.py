"""The runs of this process that write to trackers: how many at once, how far each is, and how it is ended."""

import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from journeymap.domain.model.tracker_items import TrackerRun
from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.exchange.connected.carry_out import RunOutcome
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.plan import TrackerPlan
from journeymap.exchange.connected.tracker import Target, Tracker
from journeymap.exchange.connected.trackers import opened

AT_ONCE = 4
"""So many runs go on at once, each in a thread that mostly waits."""
OF_A_WORKSHOP = 2
"""So many of them are one workshop's."""
LOOKS = 4
"""So many people look at once what a run would do: each takes one of the threads in which requests are answered."""
LOOK_SECONDS = 60.0
"""Whoever waits for more than this is told so."""
REMEMBERED = 50
"""Of so many runs it is known how they ended."""
SILENT = 45.0
"""Seconds. A run of another process that was not heard of for so long is over: its process was killed."""
LAST_SECONDS = 10.0


@dataclass
class RunningRun:
    """One run, whether it still goes on or not. `total` is how many items it writes, once that is known."""

    run: TrackerRun
    workshop_id: str | None
    outcome: RunOutcome = field(default_factory=RunOutcome)
    plan: TrackerPlan | None = None
    fault: Refusal | None = None
    broke_off: bool = False
    """Whether the run before it ended without a word: its last item may be under way still."""
    cancelled: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def total(self) -> int:
        """How many items it writes; 0 while that is not known."""
        return self.plan.writes if self.plan else 0


Place = tuple[str, str]
"""A map, and which project of which tracker."""


@dataclass
class TrackerDesk:
    """The trackers that are set up, by their kind, and the runs of this process."""

    targets: Mapping[str, Target] = field(default_factory=dict)
    opened: Callable[[Target, Cancel], AbstractContextManager[Tracker]] = opened
    _runs: dict[Place, RunningRun] = field(default_factory=dict)
    _looks: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(LOOKS))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, map_id: str, place: str) -> RunningRun | None:
        """The last run of this process there, if it is still known."""
        with self._lock:
            return self._runs.get((map_id, place))

    def add(self, running: RunningRun) -> None:
        """One more. Errors: Refusal where one goes on there, or as many as there may be do."""
        place = (running.run.map_id, running.run.place)
        with self._lock:
            going_on = {at: one for at, one in self._runs.items() if not one.over.is_set()}
            if place in going_on:
                raise unavailable("tracker-runs")
            yours = sum(one.workshop_id == running.workshop_id for one in going_on.values())
            if len(going_on) >= AT_ONCE or yours >= OF_A_WORKSHOP:
                raise unavailable("tracker-busy-here")
            self._runs.pop(place, None)
            self._runs[place] = running
            for old in [at for at, one in self._runs.items() if one.over.is_set()][:-REMEMBERED]:
                del self._runs[old]

    def drop(self, running: RunningRun) -> None:
        """It did not begin after all."""
        running.over.set()
        with self._lock:
            self._runs.pop((running.run.map_id, running.run.place), None)

    @contextmanager
    def looking(self, target: Target) -> Iterator[Tracker]:
        """Ask a tracker something while somebody waits.

        Errors: Refusal where enough people do; TrackerFault, `late` where it takes too long.
        """
        if not self._looks.acquire(timeout=1):
            raise unavailable("tracker-busy-here")
        late = threading.Event()
        timer = threading.Timer(LOOK_SECONDS, late.set)
        timer.daemon = True
        timer.start()
        try:
            with self.opened(target, late) as tracker:
                yield tracker
        except TrackerFault as fault:
            raise TrackerFault("late", target.kind) if fault.kind == "stopped" else fault from None
        finally:
            timer.cancel()
            self._looks.release()

    def goes_on(self, run: TrackerRun, now: float) -> bool:
        """Whether a run of which the database knows no end goes on, here or in another process."""
        if run.ended_at is not None:
            return False
        host, _, number = run.process.rpartition(" ")
        if host == socket.gethostname():
            if int(number) == os.getpid():
                known = self.of(run.map_id, run.place)
                return known is not None and known.run.run_id == run.run_id and not known.over.is_set()
            if not _is_there(int(number)):
                return False
        return now - run.beat < SILENT

    def close(self) -> None:
        """End all runs: what is written stays, and each can be resumed."""
        with self._lock:
            running = [one for one in self._runs.values() if not one.over.is_set()]
        for one in running:
            one.cancelled.set()
        for one in running:
            one.over.wait(LAST_SECONDS)


def this_process() -> str:
    """Which one this is, as a run says it."""
    return f"{socket.gethostname()} {os.getpid()}"


def _is_there(number: int) -> bool:
    if os.name != "posix":
        return True  # asking there would end it
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
