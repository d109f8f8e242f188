"""A step drawn from one moment to another, and one taken out: the changes to the path, to be made in one go."""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.domain.changes import Add, Change, Remove
from journeymap.domain.journey import Journey
from journeymap.domain.ordering import LAST
from journeymap.service.house import new_id


def linked(journey: Journey, path_id: str, start: str, end: str, *, named: str) -> Sequence[Change]:
    """The changes that make this path go from one moment to the other; none where it does already.

    Where it passes the first moment, the other comes right after it; where it passes only the other, the first
    comes right before; else both go to its end. Without a path, a first one is made of the two.
    """
    if journey.find("paths", path_id) is None:
        path_id = new_id()
        begun: list[Change] = [Add(table="paths", id=path_id, values={"name": named})]
        return [*begun, _step(path_id, start), _step(path_id, end)]
    steps = journey.steps_of(path_id)
    if any((one.moment, other.moment) == (start, end) for one, other in pairwise(steps)):
        return []
    last = next((step for step in reversed(steps) if step.moment == start), None)
    if last is not None:
        return [_step(path_id, end, after=last.id)]
    first = next((step for step in steps if step.moment == end), None)
    if first is not None:
        return [_step(path_id, start, after=journey.before(first))]
    return [_step(path_id, start), _step(path_id, end)]


def cut(journey: Journey, step_id: str) -> Sequence[Change]:
    """The change that takes this step out of its path; none where it is gone already."""
    return [Remove(table="path_steps", id=step_id)] if journey.find("path_steps", step_id) else []


def _step(path_id: str, moment: str, *, after: str | None = LAST) -> Change:
    return Add(table="path_steps", id=new_id(), parent=path_id, values={"moment": moment}, after=after)
