"""Carrying a plan out: item by item, each recorded as soon as it is there, so that a stop anywhere loses nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from journeymap.exchange.connected.faults import Fault, TrackerFault
from journeymap.exchange.connected.plan import ItemStep, KeptItem, Planned, TrackerPlan, kept_of
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Tracker

AT_ONCE = 50
"""So many are given to a tracker at once: those of which it takes several make one request of it."""
MOST_REFUSED = 5
"""After so many items that a tracker does not take, one after another, it is not asked about the next."""

_OF_ITEM: tuple[Fault, ...] = ("field", "missing")
"""What is wrong with one item alone, so that the others go on."""


class RunNotes(Protocol):
    """Who is told how it goes, in the thread in which it does."""

    def record(self, kept: KeptItem) -> None:
        """This is known now: to be kept before anything else is written."""

    def stopped(self) -> bool:
        """Whether somebody asked for an end."""


@dataclass
class RunOutcome:
    """What came of it so far: the ids of what was made and updated, and of what was not taken, with the sentence.

    `otherwise` were taken, but the tracker keeps something else in a field of them than was sent.
    """

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    refused: dict[str, TrackerFault] = field(default_factory=dict)
    otherwise: list[str] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """How many items were written, or tried to."""
        return len(self.created) + len(self.updated) + len(self.refused)


def carry_out(
    tracker: Tracker, plan: TrackerPlan, notes: RunNotes, now: Callable[[], str], outcome: RunOutcome
) -> None:
    """Write what is planned, epics first; all else is noted as it stands there now.

    `outcome` is filled while it goes on. Errors: TrackerFault; what was written until then is recorded.
    """
    run = _Run(tracker, plan, notes, now, outcome)
    for item in plan.items:
        run.note(item)
    for kind in ("epic", "story"):
        drafts = [one.draft for one in plan.of(ItemStep.CREATE) if one.kind == kind and one.draft]
        for at in range(0, len(drafts), AT_ONCE):
            run.create(drafts[at : at + AT_ONCE])
        for one in plan.of(ItemStep.UPDATE):
            if one.kind == kind and one.draft and one.found:
                run.update(one.draft, one.found)


def noted(item: Planned, at: str, epics: Mapping[str, object]) -> KeptItem | None:
    """What is kept of an item that is looked at; None where nothing is known of it.

    What somebody edited there is not taken for ours. `epics` are those that stand there, by our id.
    """
    draft, found, kept = item.draft, item.found, item.kept
    if item.step is ItemStep.GONE:
        return kept and replace(kept, gone=True)
    if found is None:
        return None
    if draft is not None and not item.changes:
        now = kept_of(draft, found, at, epics)
        return replace(now, at=kept.at or at, row=kept.row) if kept else now
    known = kept or KeptItem(item.id, item.kind, found.key, found.ref, found.url, found.status, at=at)
    return replace(
        known, key=found.key, ref=found.ref, url=found.url, status=found.status, closed=found.closed, gone=False
    )


class _Run:
    """One plan that is carried out."""

    def __init__(
        self, tracker: Tracker, plan: TrackerPlan, notes: RunNotes, now: Callable[[], str], outcome: RunOutcome
    ) -> None:
        self._tracker = tracker
        self._notes = notes
        self._now = now
        self._outcome = outcome
        self._epics = {one.id: one.found for one in plan.items if one.kind == "epic" and one.draft and one.found}
        self._refused_in_a_row = 0

    def note(self, item: Planned) -> None:
        """Keep what is known now of an item that is not written."""
        if item.step is ItemStep.UPDATE:
            return
        kept = noted(item, self._now(), self._epics)
        if kept is not None and kept != item.kept:
            self._notes.record(kept)

    def create(self, drafts: Sequence[ItemDraft]) -> None:
        """Make these, each of which is recorded before the next."""
        if not drafts or self._notes.stopped():
            return
        known = {draft.id: draft for draft in drafts}
        for made in self._tracker.create(drafts, self._epics):
            if isinstance(made, NotMade):
                self._refused(made.id, made.fault)
            else:
                self._done(known[made.id], made, self._outcome.created)
            if self._notes.stopped():
                return

    def update(self, draft: ItemDraft, found: FoundItem) -> None:
        """Write one that is otherwise there."""
        if self._notes.stopped():
            return
        try:
            self._done(draft, self._tracker.update(found, draft, self._epics), self._outcome.updated)
        except TrackerFault as fault:
            if fault.kind not in _OF_ITEM:
                raise
            self._refused(draft.id, fault)

    def _done(self, draft: ItemDraft, found: FoundItem, among: list[str]) -> None:
        self._refused_in_a_row = 0
        if draft.kind == "epic":
            self._epics[draft.id] = found
        kept = kept_of(draft, found, self._now(), self._epics)
        self._notes.record(kept)
        among.append(draft.id)
        if any(kept.read.get(name) != asked for name, asked in kept.sent.items()):
            self._outcome.otherwise.append(draft.id)

    def _refused(self, item_id: str, fault: TrackerFault) -> None:
        self._outcome.refused[item_id] = fault
        self._refused_in_a_row += 1
        if self._refused_in_a_row >= MOST_REFUSED:
            raise fault
