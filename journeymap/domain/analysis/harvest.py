"""The results of a step, and which of them are not on the map yet; used by the screens, the API and the summary.

Pure, over the workshop, the map with its votes, and who is in the room. What is still hidden is left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import cast

from journeymap.domain.analysis.gain import Gain, group_name, mark
from journeymap.domain.analysis.near_duplicates import Group, episode_groups
from journeymap.domain.changes.describe import shortened
from journeymap.domain.changes.merge import merge_channels
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import ParkedNote, Verdict, Vote
from journeymap.domain.model.workshop import Ballot, Step, StepState, Workshop
from journeymap.domain.text.normalize import plain
from journeymap.domain.workshop.customer_verdicts import evidence_changes, validation
from journeymap.domain.workshop.decisions import decide_note
from journeymap.domain.workshop.grid import is_grid, quick_wins
from journeymap.domain.workshop.proposals import agreed_changes, open_wordings, proposed, uncounted
from journeymap.domain.workshop.step_kinds import GainKind, rules_of
from journeymap.domain.workshop.vote_counts import count_votes
from journeymap.domain.workshop.vote_outcomes import felt_changes, moments_of, pain_changes, truth_changes
from journeymap.domain.workshop.votes import Result, votable

TOP = 3
"""So many first places of a vote are marked with one click; a tie on the last one brings in all that share it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What matters besides the map: who is in the room, the day, and what was done since the step showed its result.

    `settled` holds the fields (row, name) that somebody set since, so that nobody's decision is asked for twice or
    written over; `groups` are the moments that say nearly the same.
    """

    people: Sequence[Participant]
    today: date
    new_id: Callable[[], str]
    settled: Collection[tuple[str, str]] = frozenset()
    groups: Sequence[Group] = ()


@dataclass(slots=True)
class _ShownStep:
    """A step with its map, while it is looked at."""

    workshop: Workshop
    step: Step
    journey: Journey
    around: Around
    later: frozenset[str] = field(default_factory=frozenset)
    others: Sequence[Journey] = ()

    def gain(self, kind: GainKind, made: int, rows: Iterable[str], changes: Iterable[Change] = ()) -> Gain:
        found = tuple(dict.fromkeys(rows))
        return Gain(
            step=self.step.id,
            map=self.journey.map_id,
            kind=kind,
            made=made,
            rows=found,
            names=tuple(name for one in found if (name := self.name(one))),
            changes=tuple(changes),
            left=mark(self.step.id, kind) in self.workshop.left,
        )

    def name(self, row_id: str) -> str:
        """What everybody may read of a row, on whichever map it stands."""
        return next((name for one in (self.journey, *self.others) if (name := _name(one, row_id))), "")


def has_shown(workshop: Workshop, step: Step) -> bool:
    """Whether the results of a step may be shown: it has begun, and nothing in it is hidden any more."""
    return step.state is not StepState.WAITING and not (step.hides and workshop.is_secret(step.id))


def harvest(
    workshop: Workshop, step: Step, journey: Journey, around: Around, others: Sequence[Journey] = ()
) -> tuple[Gain, ...]:
    """The results of this step for this map, kind by kind; none while something in it is hidden.

    `journey` holds all votes; `others` are the workshop's other maps, which the end of it is about, too. Kinds without
    any result are left out.
    """
    if not has_shown(workshop, step):
        return ()
    later = [one for one in workshop.steps if one.id != step.id and _after(one, step) and has_shown(workshop, one)]
    at = _ShownStep(workshop, step, journey, around, frozenset(one.id for one in later), others)
    found = list(_voted(at))
    rules = rules_of(step.kind)
    # What stands on the map and not in a vote: of several steps of one kind, the last that began answers for it.
    kinds = () if any(one.kind is step.kind and one.map is step.map for one in later) else rules.gains
    if workshop.steps[-1].id == step.id:
        kinds += rules.gains_at_end
    found += [gain for kind in kinds for gain in _STANDING[kind](at)]
    return tuple(gain for gain in found if gain.made)


def _after(one: Step, other: Step) -> bool:
    return (one.started_at or "") > (other.started_at or "")


# What was voted


def _voted(at: _ShownStep) -> Iterator[Gain]:
    ballot = at.step.ballot
    result = count_votes(at.journey, at.step, at.around.people)
    if ballot is None or result is None:
        return
    if "felt" in ballot.questions:
        yield _felt(at, result)
    if top := best(result, ballot, TOP):
        yield _marked(at, ballot, result, top)


def best(result: Result, ballot: Ballot, places: int) -> tuple[str, ...]:
    """The items in first place: by dots, by opportunity, else by the lowest or highest score."""
    if result.ranked:
        return result.top(places)
    if is_grid(ballot.questions):
        return quick_wins(result, places)
    if result.opportunities:
        return tuple(one.item for one in result.opportunities if one.place <= places)
    question = next((one for one in ballot.questions if one != "felt"), None)
    if question is None:
        return ()
    worst = question == "satisfaction"
    means = {item: asked[question].mean for item, asked in result.scores.items() if question in asked}
    order = sorted(set(means.values()), reverse=not worst)
    return tuple(
        item
        for mean in order
        for item in (one for one, value in means.items() if value == mean)
        if sum((other < mean) if worst else (other > mean) for other in means.values()) < places
    )


def _felt(at: _ShownStep, result: Result) -> Gain:
    """What the room felt. A moment that was scored again in a later step belongs to that step."""
    again = {
        vote.item
        for vote in at.journey.tables["votes"].values()
        if isinstance(vote, Vote) and vote.round in at.later and vote.question == "felt"
    }
    mine = {item for item, asked in result.scores.items() if "felt" in asked and item not in again}
    changes = [
        one
        for one in felt_changes(at.journey, result)
        if isinstance(one, Set) and one.id in mine and (one.id, "felt_valence") not in at.around.settled
    ]
    return at.gain("felt", len(mine), (one.id for one in changes), changes)


def _marked(at: _ShownStep, ballot: Ballot, result: Result, top: Sequence[str]) -> Gain:
    """The top of a vote: ideas become decisions, low scores pain points, anything else moments of truth."""
    if ballot.items == "parked":
        return _decided(at, top)
    if is_grid(ballot.questions):
        return _wins(at, ballot, top)
    moments = moments_of(at.journey, top)
    voted = moments_of(at.journey, [*(one.item for one in result.ranked), *result.scores])
    pains = pain_changes(at.journey, top, at.around.new_id, language=at.journey.language)
    hurts = not result.ranked and "satisfaction" in ballot.questions
    is_noted = ballot.items != "pain_points" and len(pains) < len(moments)
    is_chosen = any((one.id, "moment_of_truth") in at.around.settled for one in voted)
    kind: GainKind = "pain" if hurts else "truth"
    changes: Sequence[Change] = pains if hurts else truth_changes(at.journey, top)
    if is_noted or is_chosen:
        changes = ()
    rows = [one.parent if one.do == "add" else one.id for one in changes]
    return at.gain(kind, len(moments), cast("list[str]", rows), changes)


def _decided(at: _ShownStep, top: Sequence[str]) -> Gain:
    """The first ideas become decisions; where some are already, the room has chosen."""
    is_chosen = [one for one in top if at.journey.find("decisions", one) is not None]
    notes = [note for one in top if isinstance(note := at.journey.find("parked", one), ParkedNote)]
    wanted = [] if is_chosen else notes
    changes = [change for note in wanted for change in decide_note(note)]
    return at.gain("decisions", len(notes) + len(is_chosen), (note.id for note in wanted), changes)


def _wins(at: _ShownStep, ballot: Ballot, top: Sequence[str]) -> Gain:
    """The quick wins become decisions: to be built first. Each of them once, whoever has taken it over."""
    rows = [row for one in top if (row := at.journey.find(ballot.items, one)) is not None]
    names = {row.id: blake2b(f"{at.step.id}/{row.id}".encode(), digest_size=12).hexdigest() for row in rows}
    is_chosen = any(at.journey.find("decisions", name) is not None for name in names.values())
    wanted = [] if is_chosen else rows
    changes = [Add(table="decisions", id=names[row.id], values={"text": row.called}) for row in wanted]
    return at.gain("wins", len(rows), (row.id for row in wanted), changes)


# What stands on the map


def _fates(at: _ShownStep) -> list[Gain]:
    """What most of the room would drop or change of today, and is not done on the to-be yet."""
    found = proposed(at.journey, uncounted(at.journey, at.step, at.around.people))
    agreed = {one.moment: agreed_changes(at.journey, one, at.around.new_id()) for one in found.values()}
    rows = [moment for moment, changes in agreed.items() if changes]
    changes = [change for moment in rows for change in agreed[moment]]
    return [at.gain("fates", sum(one.decided in ("change", "drop") for one in found.values()), rows, changes)]


def _alike(at: _ShownStep) -> list[Gain]:
    """Moments that say nearly the same; `rows` are those that would stay."""
    return [_merging(at, "alike", at.around.groups)]


def _episodes(at: _ShownStep) -> list[Gain]:
    """Episodes that say nearly the same, likewise."""
    return [_merging(at, "episodes", episode_groups(at.journey))]


def _merging(at: _ShownStep, kind: GainKind, found: Sequence[Group]) -> Gain:
    groups = [one for one in found if group_name(one.moments) not in at.workshop.apart]
    gain = at.gain(kind, len(groups), (one.keeper for one in groups))
    return replace(gain, merges=tuple((one.keeper, one.others) for one in groups))


def _wordings(at: _ShownStep) -> list[Gain]:
    """What most would change, and in which words nobody has decided."""
    found = open_wordings(at.journey, uncounted(at.journey, at.step, at.around.people))
    return [at.gain("wordings", len(found), (one.moment for one in found))]


def _channels(at: _ShownStep) -> list[Gain]:
    """Channels that were named twice: one of them replaces the others."""
    kept: dict[str, str] = {}
    changes: list[Change] = []
    twice: list[str] = []
    shown = [channel for channel in at.journey.channels if not channel.private]
    for channel in shown:
        into = kept.setdefault(plain(channel.name), channel.id)
        if into != channel.id:
            twice.append(channel.id)
            changes += merge_channels(at.journey, into, channel.id)
    return [at.gain("channels", len(shown), twice, changes)]


def _unplaced(at: _ShownStep) -> list[Gain]:
    """Channels that no moment and no communication goes through."""
    used = {getattr(row, "channel", "") for name in _USES for row in at.journey.tables[name].values()}
    shown = [channel.id for channel in at.journey.channels if not channel.private]
    return [at.gain("unplaced", len(shown), (one for one in shown if one not in used))]


_USES = ("touchpoints", "communications")


def _paths(at: _ShownStep) -> list[Gain]:
    """Paths that have a name but no steps."""
    shown = [path.id for path in at.journey.paths if not path.private]
    return [at.gain("paths", len(shown), (one for one in shown if not at.journey.steps_of(one)))]


def _parked(at: _ShownStep) -> list[Gain]:
    """At the end of the workshop: parked notes that nobody has decided about, on any of its maps."""
    notes = list(dict.fromkeys(row.id for one in (at.journey, *at.others) for row in votable(one, "parked")))
    return [at.gain("parked", len(notes), notes)]


def _evidence(at: _ShownStep) -> list[Gain]:
    """What customers confirmed."""
    verdicts = cast("list[Verdict]", list(at.journey.tables["verdicts"].values()))
    found = validation(at.journey, verdicts, at.around.people)
    changes = evidence_changes(at.journey, found, at.around.people, at.around.today, language=at.journey.language)
    return [at.gain("evidence", len(found.of("confirmed")), (one.id for one in changes), changes)]


_STANDING: Mapping[GainKind, Callable[[_ShownStep], list[Gain]]] = {
    "fates": _fates,
    "wordings": _wordings,
    "alike": _alike,
    "episodes": _episodes,
    "channels": _channels,
    "unplaced": _unplaced,
    "paths": _paths,
    "evidence": _evidence,
    "parked": _parked,
}


def _name(journey: Journey, row_id: str) -> str:
    """What everybody may read of a row."""
    table = journey.table_of(row_id)
    row = journey.find(table, row_id) if table else None
    return shortened(row.called, 60) if row is not None and not row.private else ""
