"""One run to a tracker, in a thread of its own: planned there and then, carried out, and its end written down."""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal, invalid, unavailable
from journeymap.exchange.connected.carry_out import carry_out
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, KeptItem, TrackerPlan, plan_of
from journeymap.exchange.connected.tracker import Target, Tracker
from journeymap.exchange.trackers.work_items import Work
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.service.tracker_desk import RunningRun
from journeymap.service.tracker_records import RunRecords, kept_of_item, rows_of

TRIES = 3
"""So often is a run planned anew where a tracker did not say whether it took the last item."""
SETTLE = 3.0
"""Seconds that a tracker is given for what it was sent last and did not answer, before it is looked for."""
BEAT = 10.0
"""Seconds between two signs of life of a run, for other processes."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TrackerRunner:
    """What one run needs."""

    house: House
    person: Participant
    running: RunningRun
    target: Target
    work: Work
    wishes: ItemWishes | None

    def start(self) -> None:
        """Begin, and come back at once."""
        for work, name in ((self._go, "tracker run"), (self._beat, "tracker beat")):
            threading.Thread(target=work, name=name, daemon=True).start()

    def _go(self) -> None:
        try:
            self._try()
        except Refusal as refusal:
            self.running.fault = refusal
        except Exception:
            log.exception("A run to a tracker failed")
            self.running.fault = unavailable("tracker-broke-off")
        finally:
            self._end()

    def _try(self) -> None:
        unsure = self.running.broke_off
        for turn in range(1, TRIES + 1):
            try:
                if unsure:
                    self.running.cancelled.wait(SETTLE)
                self._once()
            except TrackerFault as fault:
                if not fault.unanswered or fault.kind == "stopped" or turn == TRIES:
                    raise
                unsure = True
            else:
                return

    def _once(self) -> None:
        running, run = self.running, self.running.run
        with self.house.trackers.opened(self.target, running.cancelled) as tracker:
            plan = planned(self.house, tracker, self.work, run.place, self.wishes)
            if running.plan is None:
                running.plan = plan
            lost = items_of(self.house, run.map_id, run.place).keys() - {one.id for one in plan.items}
            self.house.store.write(lambda tx: tx.trackers.forget(run.map_id, run.place, list(lost))).result()
            records = RunRecords(self.house, running, rows_of(self.work))
            carry_out(tracker, plan, records, self.house.now, running.outcome)
        if running.cancelled.is_set() and running.outcome.tried < running.total:
            raise TrackerFault("stopped", self.target.kind)

    def _beat(self) -> None:
        """Say that it goes on, so that no other process begins the same; where one did, this one ends."""
        running = self.running
        while not running.over.wait(BEAT):
            try:
                still = self.house.store.write(lambda tx: tx.trackers.beat(running.run, time.time())).result()
            except Refusal:
                continue
            if not still:
                running.cancelled.set()
                return

    def _end(self) -> None:
        running, run, counts = self.running, self.running.run, counts_of(self.running)
        fault = running.fault
        kind = fault.kind if isinstance(fault, TrackerFault) else "broke-off" if fault else ""
        try:
            self.house.store.write(lambda tx: tx.trackers.end(run, self.house.now(), kind, counts)).result()
            said = " ".join(f"{name} {n}" for name, n in counts.items() if n)
            subject = f"{run.tracker} {run.map_id} {said} {kind}".strip()
            workshop_id = running.workshop_id
            AuditLog(self.house).note("tracker-run", self.person, workshop_id=workshop_id, subject=subject, place="")
        except Exception:
            log.exception("The end of a run to a tracker could not be written down")
        finally:
            running.over.set()


def planned(house: House, tracker: Tracker, work: Work, place: str, wishes: ItemWishes | None) -> TrackerPlan:
    """What becomes of these items in that place. Errors: TrackerFault."""
    kept = items_of(house, work.journey.map_id, place)
    new = [item.id for item in work.items if item.id not in kept]
    if others := house.store.trackers.sent_by_others(work.journey.map_id, place, new):
        raise invalid("tracker-of-another-map", n=others)  # a map that was brought in twice has the same ids
    tracker.check()
    drafts = [tracker.draft(item, work.language) for item in work.items]
    refs = {known: one.ref for known, one in kept.items()}
    return plan_of(drafts, tracker.find({*refs, *(one.id for one in drafts)}, refs), kept, wishes)


def items_of(house: House, map_id: str, place: str) -> Mapping[str, KeptItem]:
    """What is kept of the items in that place, by our ids."""
    return {one.item_id: kept_of_item(one) for one in house.store.trackers.items(map_id, place)}


def counts_of(running: RunningRun) -> Mapping[str, int]:
    """What was written so far, and what was planned to be told."""
    outcome = running.outcome
    told = {str(step): n for step, n in running.plan.counts.items()} if running.plan else {}
    told |= {str(ItemStep.CREATE): len(outcome.created), str(ItemStep.UPDATE): len(outcome.updated)}
    return {**told, "refused": len(outcome.refused)}
