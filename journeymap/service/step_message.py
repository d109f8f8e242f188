"""What a room is told of the step it is in: the clock, the counts, where everybody is led, and how a vote stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.analysis.story_moments import story_moments
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant, owner
from journeymap.domain.model.rows import Decision, ParkedNote, Row
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.model.workshop import Destination, Step, StepKind, Workshop
from journeymap.domain.workshop.attendance import attendance
from journeymap.domain.workshop.permissions import StepTask, step_task
from journeymap.domain.workshop.proposals import customer_proposals, uncounted
from journeymap.domain.workshop.room_screen import step_behind, view_of
from journeymap.domain.workshop.step_kinds import counts, rules_of
from journeymap.domain.workshop.timer import time_left, time_over
from journeymap.domain.workshop.vote_counts import customer_counts, told_counts
from journeymap.live.protocol import (
    ClaimFrame,
    DecidedElsewhere,
    NoteAside,
    OpenGain,
    ScreenNow,
    SendingNow,
    StepFrame,
    StepNow,
    StepRulesNow,
    Tally,
)
from journeymap.service.current_step import map_of, screen_map
from journeymap.service.workshop_summary import Progress, still_to_vote
from journeymap.service.workshops import Workshops
from journeymap.storage.people_contract import Claim
from journeymap.storage.store import MapHead


@dataclass(frozen=True, slots=True)
class Now:
    """Where a workshop is, as its rooms are told; made anew when it changed, said with the time that is left."""

    workshop: Workshop
    map_id: str | None
    progress: Progress
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    customers: Mapping[str, Tally] = field(default_factory=dict)
    """What customers answered, by step, where it may stand apart from what the others did."""
    uncounted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By step, whose proposals do not count: they were taken out while it was asked."""
    on_screen: MapHead | None = None
    """The map that the room's screen is about."""
    stories: frozenset[str] | None = None
    """While it shows stories, the micro-moments that are some; None: all of them."""
    claims: tuple[tuple[str, ClaimFrame], ...] = ()
    """Second devices that ask for a seat: whose, and what they are told."""
    people: tuple[Participant, ...] = ()
    """Everybody of the workshop, also whoever is not here."""
    aside: tuple[ParkedNote, ...] = ()
    """What was set aside on the workshop's other maps: the parking lot is one, whichever map a step is about."""
    decided: tuple[Decision, ...] = ()
    """The decisions on the workshop's other maps."""
    gains: tuple[Gain, ...] = ()
    """What came out; those who lead are told what of it is not on the map yet."""
    asked: StepTask | None = None
    """What participants may do on this map now; None: anything."""

    def said(self, at: str, *, leading: bool, here: Collection[str]) -> StepFrame:
        """The message, with who is connected (`here`); only those who lead are told who has done how much."""
        it, counted = self.workshop, self.progress
        there = attendance(self.people, here)
        not_begun, away = there.split((*counted.not_begun, *counted.away))
        waiting = len(not_begun) if counted.voters is None else still_to_vote(there, counted.voters, counted.people)
        said: StepFrame = {
            "type": "step",
            "workshop": {
                "id": it.id,
                "title": it.title,
                "persona": it.persona,
                "purpose": it.purpose,
                "owner": it.owner,
                "next_review": it.next_review,
                "closed": it.closed_at is not None,
                "door": it.door,
                "locked": it.locked,
                "locked_rows": sorted(it.locked_rows),
                "read_until": it.read_until,
            },
            "step": _step(it, it.step, at, None if leading else self.asked),
            "map": self.map_id,
            "leading": it.leading,
            "spotlight": it.spotlight,
            "sending": _sending(it.sending),
            "screen": self._screen(at),
            "counts": {"rows": counted.rows, "people": counted.people, "waiting": waiting},
            "asks": counted.asks,
            "here": len(there.present),
            "joined": len(there.joined),
            "observers": len(there.observers),
            "tallies": self.tallies,
            "customers": self.customers,
            "uncounted": self.uncounted,
            "aside": [_note(note) for note in self.aside],
            "decided": [_decision(one) for one in self.decided],
        }
        if leading:
            said |= {"progress": dict(counted.by), "not_begun": list(not_begun), "away": list(away)}
            said["gains"] = [_gain(gain) for gain in self.gains if gain.n]
            said["code"] = it.join_code
        return said

    def _screen(self, at: str) -> ScreenNow:
        view = view_of(self.workshop)
        behind = step_behind(self.workshop, view)
        step = _step(self.workshop, behind, at, None)
        on = self.on_screen
        return {
            "chosen": self.workshop.screen,
            "shows": view,
            "map": on.id if on is not None else None,
            "as_is": on.as_is_id if on is not None else None,
            "stories": sorted(self.stories) if self.stories is not None else None,
            "step": step,
        }


def _gain(gain: Gain) -> OpenGain:
    return {
        "step": gain.step,
        "kind": gain.kind,
        "made": gain.made,
        "n": gain.n,
        "takes": gain.takes,
        "left": gain.left,
    }


def _note(note: ParkedNote) -> NoteAside:
    return {"id": note.id, "text": note.text, "kind": note.kind, "author": note.author}


def _decision(one: Decision) -> DecidedElsewhere:
    day = one.review_on.isoformat() if one.review_on else None
    return {"id": one.id, "text": one.text, "owner": one.owner, "review_on": day, "author": one.author}


def _sending(sending: Destination | None) -> SendingNow | None:
    if sending is None:
        return None
    return {"number": sending.number, "map_id": sending.map_id, "page": sending.page}


def rules_said(kind: StepKind) -> StepRulesNow:
    """What a kind of step means, for whoever shows it; `made` is null where nothing is counted."""
    rules = rules_of(kind)
    return {
        "page": rules.page,
        "wall": rules.wall,
        "made": rules.made if rules.asks != "nobody" else None,
        "feeling": rules.feeling,
        "parks": rules.parks,
    }


def _step(workshop: Workshop, step: Step | None, at: str, asked: StepTask | None) -> StepNow | None:
    if step is None:
        return None
    left = time_left(step, at)
    return {
        "id": step.id,
        "kind": step.kind.value,
        "title": step.title,
        "prompt": step.prompt,
        "state": step.state.value,
        "private": step.secret,
        "ballot": step.ballot.model_dump(mode="json") if step.ballot is not None else None,
        "number": workshop.steps.index(step) + 1,
        "of": len(workshop.steps),
        "minutes": step.minutes,
        "left_ms": None if left is None else round(left * 1000),
        "over_ms": round(time_over(step, at) * 1000),
        "rules": rules_said(step.kind),
        "adds": sorted(asked.tables) if asked is not None else None,
        "shared": sorted(f"{table}.{field}" for table, field in asked.shared) if asked is not None else [],
        "asked": list(step.asked) if step.asked is not None else None,
    }


def look(workshops: Workshops, workshop_id: str, map_id: str) -> Now | None:
    """Where the workshop of this map is now; None where there is no such workshop. Reads the database."""
    store = workshops.house.store
    workshop = store.people.workshop(workshop_id)
    if workshop is None:
        return None
    heads = workshops.heads(workshop_id)
    elsewhere = list(_elsewhere(workshops, workshop_id, map_id))
    at = map_of(workshop.step, heads)
    journey = store.journey(map_id)
    asked, people = step_task(workshop, journey.kind), store.people.participants(workshop_id)
    told = {step.id: customer_counts(journey, step, people) for step in workshop.steps if step.customers}
    if workshop.step is not None and not workshop.step.secret and "proposals" in counts(workshop.step.kind):
        told[workshop.step.id] = customer_proposals(journey, workshop.step, people)
    on_screen = screen_map(workshop, heads)
    return Now(
        workshop=workshop,
        map_id=at.id if at is not None else None,
        progress=workshops.summaries.progress(_OWNER, workshop_id),
        tallies={step.id: told_counts(journey, step, people) for step in workshop.steps if _is_open(workshop, step)},
        uncounted={step.id: out for step in workshop.steps if (out := _uncounted(step, journey, people))},
        customers={step_id: counted for step_id, counted in told.items() if counted},
        on_screen=on_screen,
        stories=_stories(workshops, on_screen, heads) if view_of(workshop) == "stories" else None,
        claims=tuple((one.participant_id, _claim(one)) for one in workshops.admission.pending(workshop_id)),
        aside=tuple(row for row in elsewhere if isinstance(row, ParkedNote)),
        decided=tuple(row for row in elsewhere if isinstance(row, Decision)),
        people=tuple(people),
        gains=workshops.harvest.gains(_OWNER, workshop_id),
        asked=asked,
    )


def _uncounted(step: Step, journey: Journey, people: Collection[Participant]) -> list[str]:
    return uncounted(journey, step, people) if "proposals" in counts(step.kind) else []


def _stories(workshops: Workshops, head: MapHead | None, heads: Sequence[MapHead]) -> frozenset[str] | None:
    """What of this to-be is new or another than today, as everybody sees it; None where there is no today."""
    as_is = next((one for one in heads if head is not None and one.id == head.as_is_id), None)
    if head is None or as_is is None:
        return None
    before, after = (PUBLIC.of_map(workshops.house.store.journey(one.id)) for one in (as_is, head))
    return story_moments(before, after)


def _claim(one: Claim) -> ClaimFrame:
    return {"type": "claim", "id": one.id, "number": one.number}


_OWNER: Participant = owner("·")
"""Counting is nobody's business but the server's."""


def _elsewhere(workshops: Workshops, workshop_id: str, map_id: str) -> Iterator[Row]:
    """What was set aside and decided on the workshop's other maps, as everybody sees it."""
    for head in workshops.heads(workshop_id):
        if head.id != map_id:
            journey = workshops.house.store.journey(head.id)
            rows = (journey.tables[name][row_id] for name in _ASIDE for row_id in journey.siblings(name, None))
            yield from (row for row in rows if PUBLIC.sees_row(row))


_ASIDE = ("parked", "decisions")


def _is_open(workshop: Workshop, step: Step) -> bool:
    """Whether everybody may know how this vote stands."""
    if step.ballot is None or step.started_at is None:
        return False
    return not step.ballot.hidden or not workshop.is_secret(step.id)
