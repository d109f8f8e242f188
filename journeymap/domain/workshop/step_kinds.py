"""The kinds of step: what each asks of the room, what is counted and brought, and which page and wall show it.

Whoever wants to know what a kind means asks here: the permissions, the agenda, the counts, the screens; and the
clients are told their part of it with every step.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import ROW_TYPES, MapKind
from journeymap.domain.model.workshop import Ballot, Scope, StepKind

WORKING = frozenset({Role.PARTICIPANT, Role.CUSTOMER})
"""Who is asked something: those who lead, and those who look on, are not."""

EVERYTHING = frozenset(ROW_TYPES)

Asks = Literal["nobody", "everybody", "customers"]
Made = Literal["things", "episodes", "moments", "proposals", "dots", "answers"]
"""What is made in a step, as it is said when it is counted."""
Page = Literal[
    "free",
    "scope",
    "episodes",
    "moments",
    "channels",
    "paths",
    "scores",
    "vote",
    "grid",
    "backstage",
    "to-be",
    "reversed",
    "validate",
    "look",
    "close",
    "break",
]
"""What a phone shows."""
Wall = Literal[
    "episodes",
    "moments",
    "channels",
    "paths",
    "answers",
    "vote",
    "grid",
    "backstage",
    "proposals",
    "reversed",
    "validate",
    "compare",
    "stories",
    "talk",
    "decisions",
]
"""What the room's screen shows of what is made."""
Outcome = Literal["scope", "episodes", "channels", "alike", "verdicts"]
"""What those who lead work on beside a vote: while it is on, or once everybody sees it."""
GainKind = Literal[
    "felt",
    "truth",
    "pain",
    "decisions",
    "wins",
    "fates",
    "evidence",
    "alike",
    "episodes",
    "channels",
    "unplaced",
    "wordings",
    "paths",
    "parked",
]
"""What a step may bring. The last four nobody can take over with one click: people have to decide about them."""

Tables = frozenset[str]
_NOTHING: Tables = frozenset()
_MOMENT: Tables = frozenset({"moments", "touchpoints", "needs", "channels"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRules:
    """What a kind of step means.

    `adds`: the tables to which a participant adds, beside notes for the parking lot, and whose rows they change where
    they are theirs; None is all. `shared`: fields of what is everybody's that they set. `counts`: the tables whose rows
    are what the step brings; `begins`: further ones by whose rows somebody has begun. `asks`: who is to do something
    (customers where there are any). `parks`: whether the parking lot is open. `feeling`: which one is asked or shown.
    `map`, `private` and `ballot` are how such a step is usually planned. `gains` is what it may bring beside a vote,
    `gains_at_end` what it brings as the last of the agenda. `about` is what of the map it is about.
    """

    page: Page
    adds: Tables | None = _NOTHING
    shared: frozenset[tuple[str, str]] = frozenset()
    counts: Tables = _NOTHING
    begins: Tables = _NOTHING
    asks: Asks = "everybody"
    made: Made = "things"
    parks: bool = True
    wall: Wall | None = None
    feeling: Literal["felt", "targeted"] = "felt"
    outcome: Outcome | None = None
    map: MapKind = MapKind.AS_IS
    private: bool = False
    ballot: Ballot | None = None
    gains: tuple[GainKind, ...] = ()
    gains_at_end: tuple[GainKind, ...] = ()
    about: Scope = "all"

    def allows(self, table: str) -> bool:
        """Whether a participant adds to this table."""
        return self.adds is None or table in self.adds


def _votes(*, page: Page, made: Made, wall: Wall, ballot: Ballot) -> StepRules:
    votes = frozenset({"votes"})
    return StepRules(page=page, adds=votes, counts=votes, made=made, wall=wall, ballot=ballot)


def _moments(of: MapKind, adds: Tables = _MOMENT) -> StepRules:
    to_be = of is MapKind.TO_BE
    aims = frozenset({("episodes", "targeted_valence"), ("episodes", "targeted_label")})
    return StepRules(
        page="moments",
        adds=adds,
        shared=aims if to_be else frozenset(),
        counts=frozenset({"moments"}),
        made="moments",
        wall="moments",
        feeling="targeted" if to_be else "felt",
        outcome="alike",
        map=of,
        private=not to_be,
        gains=("alike",),
    )


STEP_KINDS: Mapping[StepKind, StepRules] = {
    StepKind.FREE: StepRules(page="free", adds=None, counts=EVERYTHING),
    StepKind.SCOPE: StepRules(page="scope", asks="nobody", outcome="scope"),
    StepKind.EPISODES: StepRules(
        page="episodes",
        adds=frozenset({"episodes"}),
        counts=frozenset({"episodes"}),
        made="episodes",
        wall="episodes",
        outcome="episodes",
        gains=("episodes",),
    ),
    StepKind.MOMENTS: _moments(MapKind.AS_IS),
    StepKind.CHANNELS: StepRules(
        page="channels",
        adds=frozenset({"channels", "touchpoints"}),
        counts=frozenset({"channels", "touchpoints"}),
        wall="channels",
        outcome="channels",
        gains=("channels", "unplaced"),
    ),
    StepKind.PATHS: StepRules(
        page="paths",
        adds=frozenset({"paths", "path_steps"}) | _MOMENT,
        counts=frozenset({"paths"}),
        begins=frozenset({"path_steps"}),
        wall="paths",
        gains=("paths",),
    ),
    StepKind.EMOTIONS: _votes(page="scores", made="answers", wall="answers", ballot=Ballot(questions=("felt",))),
    StepKind.SCORES: _votes(
        page="scores",
        made="answers",
        wall="answers",
        ballot=Ballot(questions=("satisfaction", "importance_customer", "importance_us")),
    ),
    StepKind.VOTE: _votes(page="vote", made="dots", wall="vote", ballot=Ballot(cap=2)),
    StepKind.GRID: _votes(
        page="grid", made="answers", wall="grid", ballot=Ballot(questions=("impact", "effort"), scope="changed")
    ),
    StepKind.BACKSTAGE: StepRules(
        page="backstage",
        adds=frozenset({"backstage_steps", "pain_points"}),
        counts=frozenset({"backstage_steps", "pain_points"}),
        wall="backstage",
    ),
    StepKind.TO_BE: replace(
        _moments(MapKind.TO_BE, _MOMENT | {"communications", "proposals"}),
        page="to-be",
        wall="proposals",
        counts=frozenset({"moments", "proposals"}),
        made="proposals",
        gains=("fates", "wordings", "alike"),
    ),
    StepKind.REVERSED: replace(
        _moments(MapKind.TO_BE),
        page="reversed",
        wall="reversed",
        shared=frozenset(("episodes", name) for name in ("targeted_valence", "targeted_label", "outcome")),
    ),
    StepKind.COMPARE: StepRules(page="look", asks="nobody", wall="compare", feeling="targeted", map=MapKind.TO_BE),
    StepKind.VALIDATE: StepRules(
        page="validate",
        adds=frozenset({"verdicts"}),
        counts=frozenset({"verdicts"}),
        asks="customers",
        made="answers",
        wall="validate",
        outcome="verdicts",
        gains=("evidence",),
    ),
    StepKind.STORIES: StepRules(
        page="look",
        asks="nobody",
        wall="stories",
        feeling="targeted",
        map=MapKind.TO_BE,
        about="changed",  # what stays as it is, is nobody's work
    ),
    StepKind.TALK: StepRules(page="look", asks="nobody", wall="talk", gains_at_end=("parked",)),
    StepKind.CLOSE: StepRules(
        page="close",
        adds=frozenset({"decisions"}),
        asks="nobody",
        wall="decisions",
        gains_at_end=("parked",),
    ),
    StepKind.BREAK: StepRules(page="break", asks="nobody", parks=False),
}
"""Every kind of step. A new one is a line here, its texts, and a page and a wall of its own where it needs them."""

TALKED = frozenset(kind for kind, rules in STEP_KINDS.items() if rules.asks == "nobody")
"""Steps that ask nobody for anything: nothing is counted in them, and nobody has still to begin."""


def rules_of(kind: StepKind) -> StepRules:
    """What this kind of step means."""
    return STEP_KINDS[kind]


def counts(kind: StepKind) -> frozenset[str]:
    """The tables whose rows are what a step brings; in a free one everything is."""
    return STEP_KINDS[kind].counts


def begun(kind: StepKind) -> frozenset[str]:
    """The tables by whose rows somebody has begun; a path's steps are part of the path, and are not counted."""
    return STEP_KINDS[kind].counts | STEP_KINDS[kind].begins


def asked(kind: StepKind, people: Iterable[Participant]) -> list[Participant]:
    """Who is to do something in such a step: in a validation the customers, where there are any."""
    asks = STEP_KINDS[kind].asks
    if asks == "nobody":
        return []
    working = [one for one in people if one.role in WORKING and not one.removed]
    customers = [one for one in working if one.role is Role.CUSTOMER]
    return customers if asks == "customers" and customers else working
