"""Stories in the team's tracker: what a run would do, the run itself, and what stands there."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Right, Role, may, require, require_read
from journeymap.domain.model.tracker_items import Live, TrackerItem, TrackerRun, live
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal, gone, invalid, unavailable
from journeymap.exchange.connected.carry_out import noted
from journeymap.exchange.connected.faults import NAMES, TrackerFault
from journeymap.exchange.connected.plan import ItemWishes, TrackerPlan
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.stories import with_work
from journeymap.exchange.trackers.work_items import Work, work_of
from journeymap.service.house import House, new_id
from journeymap.service.import_export import Exchange
from journeymap.service.tracker_desk import RunningRun, this_process
from journeymap.service.tracker_records import item_of, keep, rows_of
from journeymap.service.tracker_runner import TrackerRunner, counts_of, planned
from journeymap.storage.store import Transaction

MOST_ITEMS = 3_000
"""So many epics and stories of one map at most: more take a tracker hours."""


@dataclass(frozen=True, slots=True)
class TrackerPlace:
    """A tracker that is set up: its kind, what it is called, and which project of it; nothing that opens it."""

    kind: str
    called: str
    place: str


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far a run is, or how the last one ended.

    `total` is how many items it writes (0: not known yet), `done` how many it tried. `fault` is the sentence that ended
    it, `refused` are the items that were not taken, with the sentence about each, `otherwise` those of which the
    tracker keeps something else than was sent.
    """

    goes_on: bool
    total: int
    done: int
    counts: Mapping[str, int]
    fault: Refusal | None = None
    refused: Sequence[tuple[str, Refusal]] = ()
    otherwise: Sequence[str] = ()
    started_at: str = ""
    ended_at: str | None = None


@dataclass(frozen=True, slots=True)
class Trackers:
    """Trackers, for those who lead a map's workshop; what stands in them is for everybody who may see the map."""

    house: House
    exchange: Exchange

    def set_up(self, person: Participant, map_id: str) -> Sequence[TrackerPlace]:
        """The trackers of this installation, for those who may send this map's stories there; to others, none."""
        if not may(person, Right.MANAGE, self.house.store.head(map_id).workshop_id):
            return []
        return [TrackerPlace(one.kind, NAMES[one.kind], one.place) for one in self.house.trackers.targets.values()]

    def items(self, person: Participant, map_id: str) -> Sequence[TrackerItem]:
        """What stands in trackers, by our stories. Whoever reads by a link is told nothing. Errors: Refusal."""
        require_read(person, map_id, self.house.store.head(map_id).workshop_id)
        return [] if person.role is Role.READER else self.house.store.trackers.items(map_id)

    def live(self, person: Participant, map_id: str) -> Live:
        """How many of the stories that stand in a tracker are done there. Errors: Refusal."""
        return live(self.items(person, map_id))

    def plan(
        self,
        person: Participant,
        map_id: str,
        kind: str,
        *,
        only_changed: bool = True,
        wishes: ItemWishes | None = None,
    ) -> TrackerPlan:
        """What a run would do; nothing is written, there or here. It may take seconds. Errors: Refusal."""
        target = self._target(person, map_id, kind)
        work = self._work(person, map_id, target, only_changed=only_changed)
        with self.house.trackers.looking(target) as tracker:
            return planned(self.house, tracker, work, target.place, wishes)

    def refresh(self, person: Participant, map_id: str, kind: str) -> None:
        """Look where the items stand now: their status, key and link; nothing is written there. Errors: Refusal."""
        target = self._target(person, map_id, kind)
        self._require_free(map_id, target)
        work = self._work(person, map_id, target, only_changed=False)
        with self.house.trackers.looking(target) as tracker:
            plan = planned(self.house, tracker, work, target.place, None)
        at = self.house.now()
        epics = {one.id: one for one in plan.items if one.kind == "epic" and one.found}
        kept = [now for one in plan.items if (now := noted(one, at, epics)) is not None and now != one.kept]
        rows = rows_of(work)
        keep(self.house, map_id, [item_of(one, map_id, target.place, rows) for one in kept])

    def start(
        self,
        person: Participant,
        map_id: str,
        kind: str,
        *,
        only_changed: bool = True,
        wishes: ItemWishes | None = None,
    ) -> RunningRun:
        """Begin a run in a thread of its own; it goes on whoever looks. Errors: Refusal, before anything is written."""
        target = self._target(person, map_id, kind)
        work = self._work(person, map_id, target, only_changed=only_changed)
        workshop_id = self.house.store.head(map_id).workshop_id
        at, now = self.house.now(), time.time()
        run = TrackerRun(map_id, target.place, kind, new_id(), person.id, this_process(), at, now)
        running = RunningRun(run, workshop_id)

        def begin(tx: Transaction) -> None:
            require(tx.person(person.id) or person, Right.MANAGE, tx.place(map_id).workshop_id)
            last = tx.trackers.run(map_id, target.place)
            if last is not None and last.run_id != run.run_id and self.house.trackers.goes_on(last, now):
                raise unavailable("tracker-runs")
            running.broke_off = last is not None and last.ended_at is None
            tx.trackers.begin(run)

        self.house.trackers.add(running)  # here first, so that no other thread begins the same meanwhile
        try:
            self.house.store.write(begin).result()
            TrackerRunner(self.house, person, running, target, work, wishes).start()
        except BaseException:
            self.house.trackers.drop(running)
            raise
        return running

    def progress(self, person: Participant, map_id: str, kind: str) -> RunProgress | None:
        """How far the run is, or how the last one ended; None where there was none. Errors: Refusal."""
        target = self._target(person, map_id, kind)
        run = self.house.store.trackers.run(map_id, target.place)
        if run is None:
            return None
        running = self.house.trackers.of(map_id, target.place)
        if running is None or running.run.run_id != run.run_id:
            goes_on = self.house.trackers.goes_on(run, time.time())
            ended = None if goes_on or run.ended_at is not None else unavailable("tracker-broke-off")
            fault = _ended(run, kind) or ended
            return RunProgress(goes_on, 0, 0, run.counts, fault, started_at=run.started_at, ended_at=run.ended_at)
        outcome, titles = running.outcome, _titles(running.plan)
        return RunProgress(
            goes_on=not running.over.is_set(),
            total=running.total,
            done=outcome.tried,
            counts=counts_of(running),
            fault=running.fault,
            refused=[(titles.get(one, one), fault) for one, fault in list(outcome.refused.items())],
            otherwise=[titles.get(one, one) for one in list(outcome.otherwise)],
            started_at=run.started_at,
            ended_at=run.ended_at,
        )

    def cancel(self, person: Participant, map_id: str, kind: str) -> None:
        """End the run after the item that it is at; what is written stays. Errors: Refusal."""
        target = self._target(person, map_id, kind)
        running = self.house.trackers.of(map_id, target.place)
        if running is None or running.over.is_set():
            raise gone("tracker-no-run")
        running.cancelled.set()

    def _require_free(self, map_id: str, target: Target) -> None:
        """Refuse what would get in the way of a run."""
        last = self.house.store.trackers.run(map_id, target.place)
        if last is not None and self.house.trackers.goes_on(last, time.time()):
            raise unavailable("tracker-runs")

    def _target(self, person: Participant, map_id: str, kind: str) -> Target:
        head = self.house.store.head(map_id)
        require(person, Right.MANAGE, head.workshop_id)
        self.exchange.require_stories(head)
        if kind not in self.house.trackers.targets:
            raise gone("tracker-not-set-up", tracker=NAMES.get(kind, kind))
        return self.house.trackers.targets[kind]

    def _work(self, person: Participant, map_id: str, target: Target, *, only_changed: bool) -> Work:
        """What should stand there: of what changes nothing, only what was sent before, for it is no less a story."""
        epics = self.exchange.stories(person, map_id)
        if only_changed:
            epics = with_work(epics, {one.item_id for one in self.house.store.trackers.items(map_id, target.place)})
        journey = PUBLIC.of_map(self.exchange.maps.journey(person, map_id))
        work = work_of(journey, epics)
        if len(work.items) > MOST_ITEMS:
            raise invalid("tracker-many", n=len(work.items), most=MOST_ITEMS)
        return work


def _titles(plan: TrackerPlan | None) -> Mapping[str, str]:
    return {one.id: one.title for one in plan.items} if plan else {}


def _ended(run: TrackerRun, kind: str) -> Refusal | None:
    """Why a run of another process, or of one before this, ended early; of some it is known only that it did."""
    if run.fault in _FAULTS:
        return TrackerFault(run.fault, kind)  # type: ignore[arg-type]
    return unavailable("tracker-ended", tracker=NAMES[kind]) if run.fault else None


_FAULTS = frozenset(
    ("credential", "right", "missing", "field", "busy", "unreachable", "late", "answer", "failed", "moved", "address")
) | {"stopped", "large"}
