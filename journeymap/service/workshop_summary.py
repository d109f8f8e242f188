"""What was made in a workshop, while it runs (progress) and afterwards (summary)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant, Role, as_known, facilitator, leads
from journeymap.domain.model.rows import Decision, MapKind, ParkedNote, Verdict
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.workshop.attendance import Attendance, attendance
from journeymap.domain.workshop.customer_verdicts import Validation, validation
from journeymap.domain.workshop.step_kinds import TALKED, WORKING, asked, begun, counts
from journeymap.domain.workshop.vote_counts import count_votes, in_groups, texts_of
from journeymap.domain.workshop.votes import Result
from journeymap.exchange.summary import MADE
from journeymap.service.house import House
from journeymap.service.maps import Maps
from journeymap.service.people import People
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.storage.store import MapHead


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of a step: rows made in it, how many participants and customers have begun, how many here have not.

    `asks`: whether it is a step that asks for something; where people talk nothing is counted. `by`,
    `not_begun` and `away` (those who have not begun and are not here; participant ids) are for those who lead;
    others know the totals only.
    """

    step_id: str | None
    rows: int = 0
    people: int = 0
    waiting: int = 0
    asks: bool = False
    by: Mapping[str, int] = field(default_factory=dict)
    not_begun: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    voters: tuple[str, ...] | None = None
    """In a vote without names everybody who is asked, whether or not they voted: it is told in steps so coarse that
    nobody's votes can be told from them. None in every other step."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something set aside, or an idea; `by` is empty in an anonymous summary."""

    id: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: what, who owns it (a name), and when it is looked at again.

    `map_id` is the map on which it stands; `by` who wrote it down. An anonymous summary has neither `by` nor owners
    who were there.
    """

    id: str
    map_id: str
    text: str
    owner: str = ""
    review_on: date | None = None
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
    """What a workshop came to. `people` is empty in an anonymous summary."""

    workshop: Workshop
    maps: tuple[MapHead, ...]
    made: Mapping[str, Mapping[str, int]]
    """The rows of each map, by table: a to-be begins as a copy, so adding it to its as-is would count twice."""
    crowd: Mapping[Role, int]
    people: tuple[Maker, ...]
    decisions: tuple[Decided, ...]
    parked: tuple[Note, ...]
    ideas: tuple[Note, ...]
    votes: tuple[Voted, ...]
    validated: Mapping[str, Validation]
    """What customers said, by map."""


@dataclass(frozen=True, slots=True)
class Summaries:
    """Reads what was made in a workshop."""

    house: House
    people: People
    maps: Maps
    access: WorkshopAccess

    def progress(self, person: Participant, workshop_id: str) -> Progress:
        """The progress of the current step."""
        workshop = self.access.get(person, workshop_id)
        step = workshop.step
        if step is None or step.started_at is None or step.kind in TALKED:
            return Progress(step.id if step else None, asks=step is not None and step.kind not in TALKED)
        everybody = self.house.store.people.participants(workshop_id)
        by, there = self._made(workshop_id, step)
        voters = [one.id for one in asked(step.kind, everybody)]
        still = [one for one in voters if one not in there]
        if step.ballot is not None and step.ballot.anonymous:
            seen = _in_groups(step.id, by, there, len(still))
            here = attendance(everybody, self.house.here.people())
            return replace(seen, voters=tuple(voters), waiting=still_to_vote(here, voters, seen.people))
        idle, away = attendance(everybody, self.house.here.people()).split(still)
        seen = Progress(
            step_id=step.id,
            rows=by.total(),
            people=sum(one.role in WORKING and one.id in there for one in everybody),
            waiting=len(idle),
            asks=True,
        )
        return replace(seen, by=dict(by), not_begun=idle, away=away) if leads(person.role) else seen

    def attendance(self, person: Participant, workshop_id: str) -> Attendance:
        """Who is in the workshop, and who of them is here."""
        self.access.get(person, workshop_id)
        return attendance(self.house.store.people.participants(workshop_id), self.house.here.people())

    def summary(self, person: Participant, workshop_id: str, *, anonymous: bool = False) -> Summary:
        """What was made, by whom unless `anonymous`, what was decided, voted and set aside."""
        workshop = self.access.get(person, workshop_id)
        everybody = self.house.store.people.participants(workshop_id)
        owner = as_known(self.people.owner(), everybody)
        names = {one.id: one.name for one in (owner, *everybody)} if not anonymous else {}
        heads = sorted(
            self.house.store.heads(workshop_id=workshop_id),
            key=lambda head: (head.kind is MapKind.TO_BE, head.created_at),
        )
        journeys = [self.maps.journey(person, head.id) for head in heads]
        made = Counter(row.author for journey in journeys for row in journey.rows() if row.author and row.table in MADE)
        if (lead := facilitator(everybody)) is not None:  # the owner is the facilitator of their room
            made[lead.id] += made.pop(owner.id, 0)
        makers = (Maker(one.name, one.role, one.doing, made[one.id]) for one in everybody)
        return Summary(
            workshop=workshop,
            maps=tuple(heads),
            made={journey.map_id: {table: journey.count(table) for table in MADE} for journey in journeys},
            crowd=Counter(one.role for one in everybody if not one.removed),
            people=() if anonymous else tuple(makers),
            decisions=tuple(decided(journeys, names, unnamed=_called(everybody, owner) if anonymous else ())),
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
        """The votes of the steps that hide nothing any more: counts, with names only where it is not anonymous."""
        workshop = self.access.get(person, workshop_id)
        heads = self.house.store.heads(workshop_id=workshop_id)
        return self._votes(workshop, [self.maps.journey(person, head.id) for head in heads])

    def _votes(self, workshop: Workshop, journeys: Sequence[Journey]) -> tuple[Voted, ...]:
        """The votes of the steps that hide nothing any more, map by map."""
        everybody = self.house.store.people.participants(workshop.id)
        shown = [step for step in workshop.steps if not (step.hides and workshop.is_secret(step.id))]
        return tuple(
            Voted(step, journey.map_id, found, texts_of(journey, step, found))
            for journey in journeys
            for whole in [self.house.store.journey(journey.map_id)]
            for step in shown
            if (found := count_votes(whole, step, everybody)) is not None
        )

    def _made(self, workshop_id: str, step: Step) -> "tuple[Counter[str], dict[str, None]]":
        """Surviving rows per person that were made while the step was on, and who has begun, in order."""
        there: dict[str, None] = {}
        found: Counter[str] = Counter()
        for head in self.house.store.heads(workshop_id=workshop_id):
            journey = self.house.store.journey(head.id)
            for one in self.house.store.people.added(head.id, step.started_at or "", step.ended_at):
                if one.table in begun(step.kind) and journey.find(one.table, one.id) is not None:
                    there[one.by] = None
                    found[one.by] += one.table in counts(step.kind)
        return +found, there


def _in_groups(step_id: str, by: Mapping[str, int], there: Collection[str], idle: int) -> Progress:
    """The progress of an anonymous vote, rounded so that nobody's votes can be inferred; never who voted."""
    asked_in_all = len(there) + idle
    seen = list(there)[: in_groups(len(there), asked_in_all)]
    rows = sum(by.get(one, 0) for one in seen)
    return Progress(step_id, rows=rows, people=len(seen), asks=True)


def still_to_vote(here: Attendance, voters: Collection[str], told: int) -> int:
    """How many who are here are not told of as having voted. Whoever leaves is one less, whether they voted or not."""
    return max(0, len(here.split(voters)[0]) - told)


def _all(journey: Journey, table: str) -> list[object]:
    return list(journey.tables.get(table, {}).values())


def _notes(journeys: list[Journey], kind: str, names: Mapping[str, str]) -> Iterator[Note]:
    for journey in journeys:
        for note in cast("list[ParkedNote]", _all(journey, "parked")):
            if note.kind == kind:
                yield Note(note.id, note.text, names.get(note.author, ""))


def _called(everybody: Sequence[Participant], owner: Participant) -> frozenset[str]:
    return frozenset(one.name for one in (owner, *everybody))


def decided(
    journeys: Sequence[Journey], names: Mapping[str, str], *, unnamed: Collection[str] = ()
) -> Iterator[Decided]:
    """The decisions on these maps, in the order in which they stand there; `unnamed` owners are left out."""
    for journey in journeys:
        for row_id in journey.siblings("decisions", None):
            one = journey.get(Decision, row_id)
            owner = "" if one.owner in unnamed else one.owner
            yield Decided(one.id, journey.map_id, one.text, owner, one.review_on, names.get(one.author, ""))
