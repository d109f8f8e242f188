"""Counting the votes of a step on a map: the votes stay the voters' own, only what they come to is shown."""

from collections.abc import Collection

from journeymap.domain.journey import Journey
from journeymap.domain.rows import Vote
from journeymap.domain.voting import Result, tally
from journeymap.domain.workshops import Step


def counted(journey: Journey, step: Step, voters: Collection[str] = ()) -> Result | None:
    """The votes of a step on this map, counted; None where there are none. `journey` holds the hidden ones, too."""
    votes = [v for v in journey.tables["votes"].values() if isinstance(v, Vote) and v.round == step.id]
    return tally(votes, step.ballot, voters=voters) if votes and step.ballot is not None else None


def texts_of(journey: Journey, step: Step, result: Result) -> dict[str, str]:
    """What the items of a vote say; those that are gone from the map are left out."""
    table = step.ballot.items if step.ballot else "moments"
    items = [standing.item for standing in result.ranked] or list(result.scores)
    rows = {item: journey.find(table, item) for item in items}
    return {item: str(getattr(row, type(row).main_field)) for item, row in rows.items() if row is not None}
