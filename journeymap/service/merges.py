"""Moments or episodes that become one: what is to be done for it, and whether it is too much for one piece of work."""

from collections.abc import Iterator, Sequence

from journeymap.domain.analysis.near_duplicates import merge_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.merge import merge_episodes
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Effect
from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.model.rows import CHILD_TABLES, Vote
from journeymap.domain.model.workshop import Workshop
from journeymap.domain.text.errors import Term, gone
from journeymap.domain.workshop.permissions import permit
from journeymap.domain.workshop.proof import proof_first
from journeymap.service.act_parts import CASCADE, LIGHT
from journeymap.service.house import new_id

Groups = Sequence[tuple[str, Sequence[str]]]
"""Moments, or episodes, that become one: the one that stays, and the others."""


def granted_for(
    journey: Journey, workshop: Workshop | None, person: Participant, changes: Sequence[Change]
) -> list[Change]:
    """What we worked out for somebody, as they may do it: votes follow what they are on, whoever gave them."""
    if not leads(person.role):
        return permit(journey, workshop, person, changes)
    granted: list[Change] = []
    for change in changes:
        granted += [change] if change.table == "votes" else permit(journey, workshop, person, [change])
    return granted


def merged(
    journey: Journey, workshop: Workshop | None, person: Participant, groups: Groups, *, whole: bool = False
) -> tuple[Journey, list[Effect]]:
    """The map after these moments became one, and what that does. `whole`, errors: as of `merges`."""
    done: list[Effect] = []
    after = journey
    for _, now, effects in merges(journey, workshop, person, groups, whole=whole):
        after = now
        done += effects
    return after, done


def merges(
    journey: Journey, workshop: Workshop | None, person: Participant, groups: Groups, *, whole: bool
) -> Iterator[tuple[list[Change], Journey, list[Effect]]]:
    """What makes these moments, or episodes, one, group by group, with the map after it and what it did.

    One after the other, for one may change the next. `whole`: all of them, or none.
    Errors: Refusal `gone` then; else what is no longer there is left out.
    """
    caps = {step.id: step.ballot.cap for step in workshop.steps if step.ballot} if workshop else {}
    for keep, others in groups:
        table = "episodes" if journey.find("episodes", keep) is not None else "moments"
        there = [one for one in others if journey.find(table, one) is not None]
        if whole and (len(there) < len(others) or journey.find(table, keep) is None):
            raise gone("row-gone", row=Term("the-moments"))
        if there and journey.find(table, keep) is not None:
            if table == "episodes":
                asked = merge_episodes(journey, keep, there)
            else:
                asked = proof_first(merge_changes(journey, keep, there, new_id, caps=caps))
            journey, effects = perform(journey, granted_for(journey, workshop, person, asked))
            yield asked, journey, effects


def is_large_merge(journey: Journey, groups: Groups) -> bool:
    """Whether these merges touch too many rows for one piece of work, estimated from what stands in the moments."""
    moments = [one for _, others in groups for one in others]
    parents = ("moments", "episodes")
    below = sum(
        len(journey.siblings(table, one)) for name in parents for table in CHILD_TABLES[name] for one in moments
    )
    on_them = set(moments)
    votes = sum(row.item in on_them for row in journey.tables["votes"].values() if isinstance(row, Vote))
    return LIGHT * (2 * len(moments) + below + votes) > CASCADE
