"""What of the map a ballot asks about: chosen in the agenda, and settled when the step begins."""

from collections.abc import Collection, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.workshop import Scope, Step, Workshop
from journeymap.domain.text.errors import invalid
from journeymap.domain.workshop.lifecycle import step_of
from journeymap.domain.workshop.step_kinds import rules_of
from journeymap.domain.workshop.vote_counts import count_votes
from journeymap.domain.workshop.votes import votable

MOST_ASKED = 300
"""More than this nobody answers one by one, and everybody is told which they are."""


def scope_of(step: Step) -> Scope:
    """What a step is about: as its ballot says, else as its kind does."""
    return step.ballot.scope if step.ballot is not None else rules_of(step.kind).about


def items_asked(
    workshop: Workshop,
    step_id: str,
    journey: Journey,
    maps: Sequence[Journey] = (),
    changed: Collection[str] = (),
) -> tuple[str, ...] | None:
    """The items that this step asks about, in the order of the journey; None: all there are.

    `maps` are all of the workshop: a vote on the as-is bounds what is asked of the to-be, whose rows begin with the
    same ids. `changed` are the moments of the to-be that are not as they are today. All, too, where a scope comes to
    nothing: the vote is not over, or the episodes are not on this map.
    Errors: Refusal where it would be more than anybody answers.
    """
    step = step_of(workshop, step_id)
    scope, table = scope_of(step), step.ballot.items if step.ballot is not None else "moments"
    if scope == "all":
        return None
    chosen = changed if scope == "changed" else _of_episodes(step, journey)
    wanted = _of_vote(workshop, step, maps or (journey,)) if scope == "vote" else _with_below(journey, table, chosen)
    found = tuple(row.id for row in votable(journey, table) if row.id in wanted)
    if len(found) > MOST_ASKED and step.ballot is not None:
        raise invalid("scope-too-large", n=len(found), most=MOST_ASKED)
    return found[:MOST_ASKED] or None


def vote_before(workshop: Workshop, step: Step) -> Step | None:
    """The dot vote on the same things that comes before this step in the agenda."""
    before = workshop.steps[: workshop.steps.index(step)]
    items = step.ballot.items if step.ballot is not None else "moments"
    votes = (one for one in reversed(before) if one.ballot is not None and not one.ballot.questions)
    return next((one for one in votes if one.ballot is not None and one.ballot.items == items), None)


def _of_episodes(step: Step, journey: Journey) -> set[str]:
    """The moments of the chosen episodes."""
    chosen = set(step.ballot.episodes) if step.ballot is not None else set()
    return {row.id for row in journey.moments if row.parent in chosen}


def _with_below(journey: Journey, table: str, moments: Collection[str]) -> set[str]:
    """These moments, and what of this table stands at them."""
    return set(moments) | {row.id for row in journey.tables[table].values() if row.parent in moments}


def _of_vote(workshop: Workshop, step: Step, maps: Sequence[Journey]) -> set[str]:
    """What came first in the vote before, once its result is shown; a tie on the last place brings in all."""
    vote = vote_before(workshop, step)
    if vote is None or vote.started_at is None or workshop.is_secret(vote.id):
        return set()
    top = step.ballot.top if step.ballot is not None else 0
    results = [count_votes(journey, vote, ()) for journey in maps]
    return {item for result in results if result is not None for item in result.top(top)}
