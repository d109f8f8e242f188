"""The texts that the picture needs; placeables stand as `{name}` for it to fill."""

from journeymap.domain.texts import say
from journeymap.ui.resources import language

WORDS = (
    *("stage", "paths", "episodes", "legend", "tools", "in", "out", "fit", "full", "tidy", "draw", "play", "pause"),
    *("acts", "playshort", "drawshort", "tidyshort"),
    *("stepback", "stepon", "speed", "walkclose", "walked", "find", "found", "link", "linkfrom", "linked", "linkdone"),
    *("shownall", "cut", "failed"),
)
PLACEABLES = ("all", "from", "moment", "n", "to", "told")


def words() -> dict[str, str]:
    """All of them, in this person's language."""
    tongue = language()
    open_ones = {name: f"{{{name}}}" for name in PLACEABLES}
    return {name: say(f"graph-screen-{name}", tongue, **open_ones) for name in WORDS}
