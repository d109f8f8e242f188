"""The one counter of votes: which votes of a step on a map count, what they come to, and what everybody is told.

Results, harvest, summary, the step message and by it the board all count here. The votes stay the voters' own: what
leaves is what they come to.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Row, Vote
from journeymap.domain.model.workshop import Step
from journeymap.domain.workshop.votes import APART, Result, tally, valid

Told = list[tuple[str, str, float, int]]
"""So many (the last) gave this value to this item and question; nobody is named."""


def count_votes(
    journey: Journey, step: Step, people: Iterable[Participant], voters: Collection[str] = ()
) -> Result | None:
    """What a step was voted on this map; None where nobody voted. `journey` holds the hidden votes, too.

    `people` are all of the workshop, also those who were taken out: see `taken_out` for what does not count.
    """
    votes = votes_of(journey, step, people)
    return tally(votes, step.ballot, voters=voters) if votes and step.ballot is not None else None


def told_counts(journey: Journey, step: Step, people: Iterable[Participant]) -> Told:
    """The same as everybody is told; of an anonymous vote that still runs, only what groups of voters gave together."""
    if step.ballot is None:
        return []
    votes = votes_of(journey, step, people)
    if step.ballot.anonymous and not (step.revealed_at or step.ended_at):
        told = told_voters(votes)
        votes = [vote for vote in votes if vote.author in told]
    counts = Counter((vote.item, vote.question, vote.value) for vote in valid(votes, step.ballot))
    return sorted((item, question, value, n) for (item, question, value), n in counts.items())


def customer_counts(journey: Journey, step: Step, people: Iterable[Participant]) -> Told | None:
    """What customers answered, once everybody may see it; None where there are none, or one could tell who it was.

    Without names they stand apart from the others only where there are three of either.
    """
    if step.ballot is None or not step.customers or not (step.revealed_at or step.ended_at):
        return None
    votes = valid(votes_of(journey, step, people), step.ballot)
    theirs = [vote for vote in votes if vote.author in step.customers]
    sides = ({vote.author for vote in theirs}, {vote.author for vote in votes if vote.author not in step.customers})
    if not theirs or (step.ballot.anonymous and min(map(len, sides)) < APART):
        return None
    counts = Counter((vote.item, vote.question, vote.value) for vote in theirs)
    return sorted((item, question, value, n) for (item, question, value), n in counts.items())


def votes_of(journey: Journey, step: Step, people: Iterable[Participant]) -> list[Vote]:
    """The votes of a step, without those of whoever was taken out, in the order in which they were given."""
    out, rows = taken_out(step, people), journey.tables["votes"]
    votes = (rows[row_id] for row_id in journey.siblings("votes", None))
    return [v for v in votes if isinstance(v, Vote) and v.round == step.id and v.author not in out]


def texts_of(journey: Journey, step: Step, result: Result) -> dict[str, str]:
    """What the items of a vote say; those that are gone from the map are left out."""
    table = step.ballot.items if step.ballot else "moments"
    items = [standing.item for standing in result.ranked] or list(result.scores)
    rows = {item: journey.find(table, item) or _decided(journey, table, item) for item in items}
    return {item: row.called for item, row in rows.items() if row is not None}


def _decided(journey: Journey, table: str, item: str) -> Row | None:
    """An idea that was voted on, and is a decision now."""
    return journey.find("decisions", item) if table == "parked" else None


def in_groups(begun: int, asked: int) -> int:
    """How many voters of an anonymous vote are told of while it runs: three more at a time, or all who are asked.

    Whoever compares before and after then learns what three people voted, and not which of them what.
    """
    return begun if begun >= asked else begun - begun % APART


def told_voters(votes: Iterable[Vote]) -> set[str]:
    """The voters whose votes are counted while an anonymous vote runs in the open, of these votes in order."""
    voters = list(dict.fromkeys(vote.author for vote in votes))
    return set(voters[: len(voters) - len(voters) % APART])


def taken_out(step: Step, people: Iterable[Participant]) -> set[str]:
    """Whose votes in this step do not count: who was taken out of the workshop while it ran.

    What was over by then stays as it was. So does an anonymous vote whose count is open: that it dropped would
    show whose votes they were.
    """
    ballot = step.ballot
    if ballot is None or (ballot.anonymous and not ballot.hidden):
        return set()
    return removed_during(step, people)


def removed_during(step: Step, people: Iterable[Participant]) -> set[str]:
    """Who was taken out of the workshop while this step was asked, and its answers were not shown yet."""
    began, end = step.started_at, step.revealed_at or step.ended_at
    if began is None:
        return set()
    return {
        one.id for one in people if one.removed_at and one.removed_at >= began and (end is None or one.removed_at < end)
    }
