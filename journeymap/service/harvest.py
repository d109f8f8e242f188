"""The results of a workshop's steps: put on the map with one click, or left as they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from journeymap.domain.analysis import harvest as domain
from journeymap.domain.analysis.gain import Gain, group_name, mark
from journeymap.domain.analysis.harvest import Around
from journeymap.domain.analysis.near_duplicates import Group, fresh, groups
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Operation
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.text.errors import invalid
from journeymap.domain.workshop.lifecycle import step_of
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.domain.workshop.vote_counts import count_votes
from journeymap.service.current_step import map_of
from journeymap.service.house import House, new_id
from journeymap.service.map_changes import MapChanges
from journeymap.service.workshop_access import WorkshopAccess, there
from journeymap.storage.store import MapHead, Transaction

MOST_APART = 2_000
LOOKED_BACK = 2_000
"""So many changes are looked through for what was decided since a result was shown."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """Finds results that are not on the map yet, and puts them there."""

    house: House
    access: WorkshopAccess

    def gains(self, person: Participant, workshop_id: str) -> tuple[Gain, ...]:
        """What all steps brought, in the order of the agenda; what is hidden still is left out."""
        workshop = self.access.get(person, workshop_id)
        found = [self._gains(workshop, step) for step in workshop.steps if domain.has_shown(workshop, step)]
        return tuple(gain for step in found for gain in step)

    def take_over(
        self,
        person: Participant,
        workshop_id: str,
        step_id: str | None = None,
        kinds: Collection[str] | None = None,
        keep: Mapping[str, str] | None = None,
    ) -> int:
        """Put what a step brought (None: all steps) on the map, all of it or these kinds; how many rows that were.

        One batch a map. It is worked out anew as it is written: what somebody else has put there meanwhile is not
        put there twice. `keep` says of groups of moments, by name, which one stays.
        """
        workshop = self.access.led(person, workshop_id)
        steps = [step_of(workshop, step_id)] if step_id is not None else list(workshop.steps)
        wanted: dict[str, dict[str, Around]] = {}
        for step in steps:
            for gain in self._gains(workshop, step):
                if gain.takes and _is_asked(gain, kinds):
                    wanted.setdefault(gain.map, {})[step.id] = self._around(workshop, step.id, gain.map)
        editing = MapChanges(self.house)
        found = {
            map_id: _TakenGains(workshop_id, map_id, kinds, around, keep or {}) for map_id, around in wanted.items()
        }
        return sum(editing.bring(person, map_id, one.find) for map_id, one in found.items())

    def leave(
        self, person: Participant, workshop_id: str, step_id: str, kinds: Collection[str] | None = None
    ) -> Workshop:
        """Leave the results of a step (all or these kinds) as they are: nobody is asked again before its end."""
        workshop = self.access.led(person, workshop_id)
        gains = self._gains(workshop, step_of(workshop, step_id))
        marks = {mark(step_id, gain.kind) for gain in gains if gain.open and (not kinds or gain.kind in kinds)}
        if not marks:
            return workshop
        return self.access.update(person, workshop_id, lambda it: it.model_copy(update={"left": it.left | marks}))

    def keep_apart(self, person: Participant, workshop_id: str, moments: Collection[str]) -> Workshop:
        """Keep these near-duplicates apart: nobody is offered to merge them again."""
        name = group_name(moments)

        def change(it: Workshop) -> Workshop:
            if len(it.apart) >= MOST_APART:
                raise invalid("apart-too-many", most=MOST_APART)
            return it.model_copy(update={"apart": it.apart | {name}})

        return self.access.update(person, workshop_id, change)

    def _gains(self, workshop: Workshop, step: Step) -> tuple[Gain, ...]:
        head = self._map_of(workshop, step)
        if head is None or not domain.has_shown(workshop, step):
            return ()
        journey, around = self.house.store.journey(head.id), self._around(workshop, step.id, head.id)
        return domain.harvest(workshop, step, journey, around, self._others(workshop, step, head))

    def _others(self, workshop: Workshop, step: Step, head: MapHead) -> list[Journey]:
        """The other maps, where the step is the end of it all: notes are parked on whichever map a step was about."""
        if workshop.steps[-1].id != step.id or not rules_of(step.kind).gains_at_end:
            return []
        return [self.house.store.journey(one.id) for one in self.access.heads(workshop.id) if one.id != head.id]

    def _map_of(self, workshop: Workshop, step: Step) -> MapHead | None:
        """The map on which a step was voted, else the one that it is about."""
        heads, everybody = self.access.heads(workshop.id), self.house.store.people.participants(workshop.id)
        if step.ballot is not None:
            for head in heads:
                if count_votes(self.house.store.journey(head.id), step, everybody) is not None:
                    return head
        return map_of(step, heads)

    def _around(self, workshop: Workshop, step_id: str, map_id: str) -> Around:
        step = step_of(workshop, step_id)
        since = step.revealed_at or step.ended_at
        votes = step.ballot is not None and since is not None
        return Around(
            people=self.house.store.people.participants(workshop.id),
            today=date.fromisoformat(self.house.now()[:10]),
            new_id=new_id,
            settled=frozenset(self._settled(map_id, since)) if votes and since else frozenset(),
            groups=self._groups(map_id) if "alike" in rules_of(step.kind).gains else (),
        )

    def _settled(self, map_id: str, since: str) -> Iterator[tuple[str, str]]:
        """The fields that somebody has set since then, and not taken back."""
        seen: set[tuple[str, str]] = set()
        for one in self._latest(map_id, since):
            if one.do == "set" and (one.id, one.field) not in seen:
                seen.add((one.id, one.field))
                if one.act != "undo":
                    yield one.id, one.field

    def _latest(self, map_id: str, since: str) -> Iterator[Operation]:
        for one in self.house.store.latest(map_id, most=LOOKED_BACK):
            if one.at < since:
                return
            yield one

    def _groups(self, map_id: str) -> Sequence[Group]:
        """The moments that say nearly the same, as everybody sees the map."""
        head = self.house.store.head(map_id)
        as_is = self.house.store.journey(head.as_is_id) if head.as_is_id else None
        return _near(
            _SameJourney(_public(self.house.store.journey(map_id))), _SameJourney(_public(as_is)) if as_is else None
        )


@dataclass(frozen=True, slots=True)
class _TakenGains:
    """What of some steps is to be put on a map, worked out from the map as it is when that is done."""

    workshop_id: str
    map_id: str
    kinds: Collection[str] | None
    around: Mapping[str, Around]
    keep: Mapping[str, str]

    def find(self, tx: Transaction) -> tuple[list[Change], list[tuple[str, tuple[str, ...]]], int]:
        """The changes, the merges, and how many rows these are."""
        workshop = there(tx.people.workshop(self.workshop_id))
        people, journey = tx.people.participants(self.workshop_id), tx.journey(self.map_id)
        asked = [
            gain
            for step_id, around in self.around.items()
            for gain in domain.harvest(workshop, step_of(workshop, step_id), journey, replace(around, people=people))
            if gain.takes and _is_asked(gain, self.kinds)
        ]
        changes = [change for gain in asked for change in gain.changes]
        merges = [self._as_kept(*merge) for gain in asked for merge in gain.merges]
        return changes, merges, sum(gain.n for gain in asked)

    def _as_kept(self, keeper: str, others: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """The moments with the one that was chosen to stay."""
        group = (keeper, *others)
        chosen = self.keep.get(group_name(group), keeper)
        chosen = chosen if chosen in group else keeper
        return chosen, tuple(one for one in group if one != chosen)


def _is_asked(gain: Gain, kinds: Collection[str] | None) -> bool:
    """By name; or all that nobody has said to leave."""
    return bool(gain.rows) and (gain.kind in kinds if kinds else not gain.left)


def _public(journey: Journey) -> Journey:
    return PUBLIC.of_map(journey)


@dataclass(frozen=True, eq=False, slots=True)
class _SameJourney:
    """A journey, alike where its map and its revision are."""

    journey: Journey

    def __hash__(self) -> int:
        return hash((self.journey.map_id, self.journey.revision))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameJourney) and self.journey == other.journey


@lru_cache(maxsize=64)
def _near(of: _SameJourney, as_is: _SameJourney | None) -> tuple[Group, ...]:
    """Computed once per revision, because screens, phones and the summary all ask for it."""
    found = groups(of.journey)
    return fresh(found, of.journey, as_is.journey) if as_is is not None else found
