"""A step drawn from one moment to another, and one taken out: the changes to the path, to be made in one go."""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import PathStep
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
    """The changes that take this step out of its path; none where it is gone already.

    Of b c b the second b goes along, for nobody steps from a moment to itself.
    """
    step = journey.find("path_steps", step_id)
    if not isinstance(step, PathStep):
        return []
    steps = journey.steps_of(step.parent or "")
    at = steps.index(step)
    gone = steps[at : at + 1]
    if 0 < at < len(steps) - 1 and steps[at - 1].moment == steps[at + 1].moment != step.moment:
        gone = steps[at : at + 2]
    return [Remove(table="path_steps", id=one.id) for one in gone]


def _step(path_id: str, moment: str, *, after: str | None = LAST) -> Change:
    return Add(table="path_steps", id=new_id(), parent=path_id, values={"moment": moment}, after=after)
