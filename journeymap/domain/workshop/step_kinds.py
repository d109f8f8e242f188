"""What a step asks of the room, and of whom: what counts as work in it, and who is still to begin."""

from collections.abc import Iterable, Mapping

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.model.workshop import StepKind

WORKING = frozenset({Role.PARTICIPANT, Role.CUSTOMER})
"""Who is asked something: those who lead, and those who look on, are not."""

TALKED = frozenset({StepKind.SCOPE, StepKind.COMPARE, StepKind.STORIES, StepKind.TALK, StepKind.BREAK})
"""Steps that ask nobody for anything: nothing is counted in them, and nobody has still to begin."""

_EVERYTHING = frozenset(ROW_TYPES)
_COUNTED: Mapping[StepKind, frozenset[str]] = {
    **dict.fromkeys(TALKED, frozenset()),
    StepKind.EPISODES: frozenset({"episodes"}),
    StepKind.MOMENTS: frozenset({"moments"}),
    StepKind.TO_BE: frozenset({"moments"}),
    StepKind.CHANNELS: frozenset({"channels", "touchpoints"}),
    StepKind.PATHS: frozenset({"paths"}),
    StepKind.EMOTIONS: frozenset({"votes"}),
    StepKind.SCORES: frozenset({"votes"}),
    StepKind.VOTE: frozenset({"votes"}),
    StepKind.BACKSTAGE: frozenset({"backstage_steps", "pain_points"}),
    StepKind.VALIDATE: frozenset({"verdicts"}),
}
_BEGUN: Mapping[StepKind, frozenset[str]] = {StepKind.PATHS: frozenset({"path_steps"})}


def counts(kind: StepKind) -> frozenset[str]:
    """The tables whose rows are what a step brings; in a free one everything is."""
    return _COUNTED.get(kind, _EVERYTHING)


def begun(kind: StepKind) -> frozenset[str]:
    """The tables by whose rows somebody has begun; a path's steps are part of the path, and are not counted."""
    return counts(kind) | _BEGUN.get(kind, frozenset())


def asked(kind: StepKind, people: Iterable[Participant]) -> list[Participant]:
    """Who is to do something in such a step: in a validation the customers, where there are any."""
    if kind in TALKED:
        return []
    working = [one for one in people if one.role in WORKING and not one.removed]
    customers = [one for one in working if one.role is Role.CUSTOMER]
    return customers if kind is StepKind.VALIDATE and customers else working
