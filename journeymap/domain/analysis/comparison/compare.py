"""Two maps side by side: one function from which screens, API and files have their answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from journeymap.domain.analysis.comparison.differences import Differences
from journeymap.domain.analysis.comparison.emotion import Emotion
from journeymap.domain.analysis.comparison.figures import Figure, WayFigures
from journeymap.domain.analysis.comparison.journey_routes import Route, chosen_route, map_route, routes
from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.analysis.comparison.matches import (
    Disposition,
    Fate,
    Match,
    MomentGroup,
    Since,
    fates,
    groups,
    proposed,
    with_decisions,
    without_decisions,
)
from journeymap.domain.analysis.comparison.moves import moved_moments
from journeymap.domain.analysis.comparison.needs import Needs, compared_needs
from journeymap.domain.analysis.comparison.pains import PainAnswer, pain_answers
from journeymap.domain.analysis.comparison.row_changes import RowChange, row_changes, spoken_episodes
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment


@dataclass(frozen=True)
class Comparison:
    """Everything one sees of an as-is beside its to-be; what is costly is worked out when it is asked for.

    `base` is the as-is that the to-be was begun from (None: not known), `decided` what people decided on as-is
    moments, by their ids.
    """

    as_is: Journey
    to_be: Journey
    base: Journey | None
    matches: tuple[Match, ...]
    rows: tuple[RowChange, ...]
    decided: Mapping[str, Disposition]
    lineage: Lineage

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each as-is moment by itself, and what is new."""
        return tuple(fates(self.matches, self.lineage))

    @cached_property
    def proposed_fates(self) -> tuple[Fate, ...]:
        """The same as the maps say it, whatever was decided."""
        return tuple(fates(without_decisions(self.matches), self.lineage)) if self.decided else self.fates

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not self.rows and all(match.proposal is Disposition.KEPT and not match.behind for match in self.matches)

    @cached_property
    def differences(self) -> Differences:
        """What a group of moments says otherwise than those it comes from."""
        return Differences(self.lineage, self.base)

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """The as-is moments that moved, whatever else became of them."""
        return tuple(moment for match in self.matches for moment in match.moved)

    @cached_property
    def undecided(self) -> tuple[Moment, ...]:
        """The as-is moments that are gone without anybody having decided so."""
        return tuple(moment for match in self.matches if match.undecided for moment in match.as_is)

    @cached_property
    def not_dealt_with(self) -> tuple[Match, ...]:
        """What changed in the as-is after the to-be was begun, and is not taken over yet."""
        return tuple(match for match in self.matches if match.behind or match.proposal is Disposition.OPEN)

    @cached_property
    def needs(self) -> Needs:
        """What became of every need."""
        return compared_needs(self.lineage, self.base)

    @property
    def lost_needs(self) -> tuple[str, ...]:
        """Ids of as-is needs that no to-be moment serves, and that did not only come to the as-is since."""
        return self.needs.lost

    @cached_property
    def pains(self) -> tuple[PainAnswer, ...]:
        """What is done about every pain of the as-is."""
        return tuple(pain_answers(self.lineage, self.matches))

    @cached_property
    def emotion(self) -> Emotion:
        """What is felt, and what is promised."""
        return Emotion(self.lineage, self.matches)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """What figures can run along."""
        return routes(self.lineage, self._settled)

    def route(self, along: str = "") -> Route:
        """The route of this id, else the one to begin with."""
        return chosen_route(self.routes, along)

    def figures(self, along: str = "") -> tuple[Figure, ...]:
        """Time, effort, moments, touchpoints, channels and switches along a route."""
        return WayFigures(self.lineage, self.route(along)).all

    def story(self, along: str = "") -> tuple[Figure, ...]:
        """Peak, low, end and deepest fall: along the route that is asked for.

        Where none is, peak, low and end are those of all moments, whoever lives them; a fall is one along a path.
        """
        route = self.route(along)
        if along:
            return self.emotion.story(route)
        whole = self.emotion.story(self._all_moments)
        return (*whole[:3], self.emotion.story(route)[3])

    @cached_property
    def _all_moments(self) -> Route:
        return map_route(self.lineage, self._settled)

    @cached_property
    def _settled(self) -> frozenset[str]:
        """The as-is moments of which somebody has decided that they go: nothing else settles that they are gone."""
        return frozenset(moment for moment, kind in self.decided.items() if kind is Disposition.REMOVED)

    def count(self, disposition: Disposition) -> int:
        """How many moments had this fate; moved, and in another channel, are all that are, whatever else they did."""
        return sum(fate.has(disposition) for fate in self.fates)


def compare(
    as_is: Journey,
    to_be: Journey,
    *,
    base: Journey | None = None,
    decided: Mapping[str, Disposition] | None = None,
) -> Comparison:
    """What was kept, changed, moved, merged, split, removed, what is new, and what is still open."""
    of = Lineage(as_is, to_be)
    rows = row_changes(of, base)
    spoken = spoken_episodes(rows)
    differences, moved = Differences(of, base), moved_moments(of)
    matches = tuple(_match(of, group, differences, moved, spoken, base) for group in groups(of))
    return Comparison(as_is, to_be, base, with_decisions(matches, decided or {}), rows, decided or {}, of)


def _match(
    of: Lineage, group: MomentGroup, differences: Differences, moved: frozenset[str], spoken: frozenset[str],
    base: Journey | None,
) -> Match:  # fmt: skip
    changed = differences.changed(group)
    mine, behind = differences.split_by_side(group, changed) if changed else (changed, changed)
    went = tuple([moment.id for moment in group.as_is if moment.id in moved]) if moved else ()
    since = _since(of, group, base)
    heard = bool(spoken) and any(moment.parent in spoken for moment in group.to_be)
    simple = len(group.as_is) == len(group.to_be) == 1
    down, up = of.moments
    return Match(
        as_is=group.as_is,
        to_be=group.to_be,
        proposal=proposed(group, mine, moved=bool(went), since=since),
        changed=mine,
        behind=behind,
        moved=went,
        since=since,
        bearing=differences.bearing(group, mine, spoken=heard),
        merged=not simple and any(len(up.get(moment.id, ())) > 1 for moment in group.to_be),
        split=not simple and any(len(down.get(moment.id, ())) > 1 for moment in group.as_is),
    )


def _since(of: Lineage, group: MomentGroup, base: Journey | None) -> Since | None:
    """What happened to the as-is after the to-be was begun, where a moment has no partner."""
    if group.as_is and group.to_be:
        return None
    if group.as_is and base is not None and group.as_is[0].id not in base.tables["moments"]:
        return Since.CAME
    alone = group.to_be if of.forward else group.as_is
    if alone and not of.by_id and of.sources(alone[0]):
        return Since.GONE
    return None
