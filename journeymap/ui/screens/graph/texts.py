"""The texts that the picture needs; placeables stand as `{name}` for it to fill."""

from collections.abc import Sequence

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change
from journeymap.domain.model.rows import Moment, PathStep
from journeymap.domain.text.catalogue import say
from journeymap.ui.shared import language, t

WORDS = (
    *("stage", "paths", "episodes", "legend", "tools", "in", "out", "fit", "full", "tidy", "draw", "play", "pause"),
    *("acts", "playshort", "drawshort", "tidyshort"),
    *("stepback", "stepon", "speed", "walkclose", "walked", "find", "found", "link", "linkfrom", "linked", "linkdone"),
    *("shownall", "cut", "failed", "hidden", "nothing", "unsaid"),
)
PLACEABLES = ("all", "from", "moment", "n", "to", "told")


def words() -> dict[str, str]:
    """All of them, in this person's language."""
    tongue = language()
    open_ones = {name: f"{{{name}}}" for name in PLACEABLES}
    clear = say("graph-screen-filter-clear", tongue)
    return {name: say(f"graph-screen-{name}", tongue, **open_ones) for name in WORDS} | {"clear": clear}


def taken_out(journey: Journey, changes: Sequence[Change]) -> str:
    """What these changes, which take a step out of a path, make of it: a line is gone, and another one joins."""
    gone = {change.id for change in changes}
    step = journey.get(PathStep, changes[0].id)
    steps = journey.steps_of(step.parent or "")
    at = steps.index(step)
    names = [
        _named(journey, next((one for one in side if one.id not in gone), None)) for side in (steps[at::-1], steps[at:])
    ]
    values = {"moment": _named(journey, step), "path": shortened(journey.tables["paths"][step.parent or ""].called, 60)}
    if all(names):
        return t("graph-screen-cut-between", **values, before=names[0], after=names[1])
    return t("graph-screen-cut-end", **values)


def _named(journey: Journey, step: PathStep | None) -> str:
    return shortened(journey.get(Moment, step.moment).text, 60) if step else ""
