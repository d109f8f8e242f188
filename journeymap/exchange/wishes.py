"""What a file is made of: the map or the workshop, and how somebody wants it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.identity import Named
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.portraits import Portrait

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeymap.domain.analysis.comparison.compare import Comparison
    from journeymap.domain.analysis.gain import Gain
    from journeymap.domain.workshop.round_verdicts import MomentCount
    from journeymap.exchange.backlog.user_stories import Epic
    from journeymap.exchange.summary import Summed


@dataclass(frozen=True, slots=True)
class MapWish:
    """A map, and what its file should hold.

    `identity` is what the map is known by in every installation; `designed_from` names the as-is of a to-be, and
    `as_is` is that map where it is here. `only_changed` is for stories, `view` and `dark` for pictures; `language`
    is for what we say about the graph: without it, that of the map. `portrait` is the persona's picture, `standing`
    how far the map is, `compared` what a board pack or a comparison's table is about, with how far the as-is is, and
    `counts` of what customers said of the moments of both maps, and `votes` the dots on them, for stories, which are
    worded by the `patterns`; `epics` are they themselves, where they are made already.
    """

    journey: Journey
    identity: str = ""
    as_is: Journey | None = None
    designed_from: Named | None = None
    only_changed: bool = False
    view: str = "journey"
    language: str = ""
    dark: bool = False
    portrait: Portrait | None = None
    standing: FileStanding = field(default_factory=FileStanding)
    compared: "Comparison | None" = None
    standing_of_as_is: FileStanding = field(default_factory=FileStanding)
    counts: "tuple[Mapping[str, MomentCount], Mapping[str, MomentCount]]" = field(default=({}, {}))
    votes: "Mapping[str, int]" = field(default_factory=dict)
    patterns: StoryPatterns = OURS
    epics: "Sequence[Epic] | None" = None


@dataclass(frozen=True, slots=True)
class SummaryWish:
    """What a workshop came to, what is still open, the language to say it in, when it was held, what it brought.

    `as_is` and `to_be` are its maps as everybody sees them, where there are any; `portrait` is the persona's picture,
    `standings` say by their ids how far maps are.
    """

    summary: "Summed"
    open_points: "Sequence[str]"
    language: str
    held: str
    gains: "Sequence[Gain]" = ()
    as_is: Journey | None = None
    to_be: Journey | None = None
    portrait: Portrait | None = None
    standings: "Mapping[str, FileStanding]" = field(default_factory=dict)
