"""Counting the votes of a step on a map: the votes stay the voters' own, only what they come to is shown."""

from collections.abc import Collection, Iterable

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Vote
from journeymap.domain.model.workshop import Step
from journeymap.domain.workshop.votes import Result, taken_out, tally


def counted(journey: Journey, step: Step, people: Iterable[Participant], voters: Collection[str] = ()) -> Result | None:
    """The votes of a step on this map, counted; None where there are none. `journey` holds the hidden ones, too.

    `people` are all of the workshop, also those who were taken out: see `taken_out` for what does not count.
    """
    votes = votes_of(journey, step, people)
    return tally(votes, step.ballot, voters=voters) if votes and step.ballot is not None else None


def votes_of(journey: Journey, step: Step, people: Iterable[Participant]) -> list[Vote]:
    """The votes of a step that count, in the order in which they were given."""
    out, rows = taken_out(step, people), journey.tables["votes"]
    votes = (rows[row_id] for row_id in journey.siblings("votes", None))
    return [v for v in votes if isinstance(v, Vote) and v.round == step.id and v.author not in out]


def texts_of(journey: Journey, step: Step, result: Result) -> dict[str, str]:
    """What the items of a vote say; those that are gone from the map are left out."""
    table = step.ballot.items if step.ballot else "moments"
    items = [standing.item for standing in result.ranked] or list(result.scores)
    rows = {item: journey.find(table, item) for item in items}
    return {item: str(getattr(row, type(row).main_field)) for item, row in rows.items() if row is not None}
