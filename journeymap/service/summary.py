"""What was made in a workshop, while it runs (progress) and afterwards (summary)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from journeymap.domain.journey import Journey
from journeymap.domain.people import Participant, Role, leads
from journeymap.domain.rows import ROW_TYPES, MapKind, ParkedNote, Verdict
from journeymap.domain.validating import Validation, validation
from journeymap.domain.voting import Result
from journeymap.domain.workshops import Step, StepKind, Workshop
from journeymap.service.counting import counted, texts_of
from journeymap.service.updating import Updating
from journeymap.storage.store import MapHead

ASKED: Mapping[StepKind, frozenset[str]] = {
    StepKind.EPISODES: frozenset({"episodes"}),
    StepKind.MOMENTS: frozenset({"moments"}),
    StepKind.TO_BE: frozenset({"moments"}),
    StepKind.CHANNELS: frozenset({"channels", "touchpoints"}),
    StepKind.PATHS: frozenset({"paths", "path_steps"}),
    StepKind.EMOTIONS: frozenset({"votes"}),
    StepKind.SCORES: frozenset({"votes"}),
    StepKind.VOTE: frozenset({"votes"}),
    StepKind.BACKSTAGE: frozenset({"backstage_steps", "pain_points"}),
    StepKind.VALIDATE: frozenset({"verdicts"}),
}
"""What counts as work in a step; in the others everything does."""

WORKING = (Role.PARTICIPANT, Role.CUSTOMER)
MADE = ("episodes", "moments", "needs", "channels", "touchpoints", "pain_points", "backstage_steps", "paths")


@dataclass(frozen=True, slots=True)
class Progress:
    """How the step goes: rows made in it, by how many people, and how many of those here have not begun.

    `by` and `not_begun` (participant ids) are for those who lead; others know the totals only.
    """

    step_id: str | None
    rows: int = 0
    people: int = 0
    waiting: int = 0
    by: Mapping[str, int] = field(default_factory=dict)
    not_begun: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something set aside, an idea or a decision; `by` is empty in an anonymous summary."""

    id: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Voted:
    """One vote of the agenda and what came of it; `texts` says what the items are."""

    step: Step
    map_id: str
    result: Result
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Maker:
    """Somebody who was there, and how many rows they made."""

    name: str
    role: Role
    doing: str
    made: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a workshop came to. `made` counts rows by table; `people` is empty in an anonymous summary."""

    workshop: Workshop
    maps: tuple[MapHead, ...]
    made: Mapping[str, int]
    crowd: Mapping[Role, int]
    people: tuple[Maker, ...]
    decisions: tuple[Note, ...]
    parked: tuple[Note, ...]
    ideas: tuple[Note, ...]
    votes: tuple[Voted, ...]
    validated: Mapping[str, Validation]
    """What customers said, by map."""


class Summing(Updating):
    """Looking at what was made."""

    __slots__ = ()

    def progress(self, person: Participant, workshop_id: str) -> Progress:
        """How the step that is on goes."""
        workshop = self.get(person, workshop_id)
        step = workshop.step
        if step is None or step.started_at is None:
            return Progress(step.id if step else None)
        everybody = [one for one in self.house.store.participants(workshop_id) if not one.removed]
        by = self._made(workshop_id, step)
        working = [one.id for one in everybody if one.role in WORKING]
        idle = tuple(one for one in working if one not in by)
        leading = leads(person.role)
        return Progress(step.id, by.total(), len(by), len(idle), dict(by) if leading else {}, idle if leading else ())

    def summary(self, person: Participant, workshop_id: str, *, anonymous: bool = False) -> Summary:
        """What was made, by whom unless `anonymous`, what was decided, voted and set aside."""
        workshop = self.get(person, workshop_id)
        everybody = self.house.store.participants(workshop_id)
        names = {one.id: one.name for one in everybody} if not anonymous else {}
        heads = sorted(
            self.house.store.heads(workshop_id=workshop_id),
            key=lambda head: (head.kind is MapKind.TO_BE, head.created_at),
        )
        journeys = [self.maps.journey(person, head.id) for head in heads]
        made = Counter(row.author for journey in journeys for row in journey.rows() if row.author and row.table in MADE)
        makers = (Maker(one.name, one.role, one.doing, made[one.id]) for one in everybody)
        return Summary(
            workshop=workshop,
            maps=tuple(heads),
            made={table: sum(journey.count(table) for journey in journeys) for table in MADE},
            crowd=Counter(one.role for one in everybody if not one.removed),
            people=() if anonymous else tuple(makers),
            decisions=tuple(_notes(journeys, "decision", names)),
            parked=tuple(_notes(journeys, "parked", names)),
            ideas=tuple(_notes(journeys, "idea", names)),
            votes=self._votes(workshop, journeys),
            validated={
                journey.map_id: validation(journey, cast("list[Verdict]", _all(journey, "verdicts")), everybody)
                for journey in journeys
                if journey.count("verdicts")
            },
        )

    def votes(self, person: Participant, workshop_id: str) -> tuple[Voted, ...]:
        """What was voted in the steps that hide nothing any more: counts, and names only where the vote has them."""
        workshop = self.get(person, workshop_id)
        heads = self.house.store.heads(workshop_id=workshop_id)
        return self._votes(workshop, [self.maps.journey(person, head.id) for head in heads])

    def _votes(self, workshop: Workshop, journeys: Sequence[Journey]) -> tuple[Voted, ...]:
        """What was voted in the steps that hide nothing any more, map by map."""
        shown = [step for step in workshop.steps if not (step.hides and workshop.is_secret(step.id))]
        return tuple(
            Voted(step, journey.map_id, found, texts_of(journey, step, found))
            for journey in journeys
            for whole in [self.house.store.journey(journey.map_id)]
            for step in shown
            if (found := counted(whole, step)) is not None
        )

    def _made(self, workshop_id: str, step: Step) -> "Counter[str]":
        """The rows that are there still, by who made them while the step was on."""
        tables = ASKED.get(step.kind, frozenset(ROW_TYPES))
        found: Counter[str] = Counter()
        for head in self.house.store.heads(workshop_id=workshop_id):
            journey = self.house.store.journey(head.id)
            for one in self.house.store.added(head.id, step.started_at or "", step.ended_at):
                if one.table in tables and journey.find(one.table, one.id) is not None:
                    found[one.by] += 1
        return found


def _all(journey: Journey, table: str) -> list[object]:
    return list(journey.tables.get(table, {}).values())


def _notes(journeys: list[Journey], kind: str, names: Mapping[str, str]) -> Iterator[Note]:
    for journey in journeys:
        for note in cast("list[ParkedNote]", _all(journey, "parked")):
            if note.kind == kind:
                yield Note(note.id, note.text, names.get(note.author, ""))
