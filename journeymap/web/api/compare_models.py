"""A comparison as the REST API gives it: the same figures as on the screen, each with what it comes from."""

from typing import Literal

from pydantic import BaseModel

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.emotion import Gap, Promise
from journeymap.domain.analysis.comparison.figures import Figure, MapReading
from journeymap.domain.analysis.comparison.journey_routes import Along, Route
from journeymap.domain.analysis.comparison.matches import Bearing, Disposition, Fate, Match, Since
from journeymap.domain.analysis.comparison.pains import Answered, PainAnswer
from journeymap.domain.analysis.comparison.row_changes import RowChange
from journeymap.domain.analysis.map_counts import MapCounts, map_counts
from journeymap.domain.analysis.open_points import OpenPoint, open_points
from journeymap.domain.model.rows import Moment, Row


class Mentioned(BaseModel):
    """A row, by its id and text."""

    id: str
    text: str


class OneFate(BaseModel):
    """What became of an as-is moment; `as_is` is null for one that is new."""

    disposition: Disposition
    as_is: Mentioned | None
    to_be: list[Mentioned]
    changed: list[str]
    behind: list[str]
    moved: bool


class OneMatch(BaseModel):
    """Moments that became one another, each in this match alone.

    `signs` is all that is true of it; `behind` names what was changed in the as-is after the to-be was begun.
    """

    disposition: Disposition
    signs: list[Disposition]
    undecided: bool
    as_is: list[Mentioned]
    to_be: list[Mentioned]
    changed: list[str]
    behind: list[str]
    moved: list[str]
    since: Since | None
    bearing: Bearing


class OneFigure(BaseModel):
    """A figure on both maps; `gain` is by how much it is better in the worst case, `best_gain` in the best."""

    name: str
    unit: Literal["minutes", "pieces", "valence", "score"]
    before: MapReading
    after: MapReading
    worst: float | None
    gain: float
    best_gain: float


class OneRoute(BaseModel):
    """What figures can run along."""

    id: str
    along: Along
    name: str
    shares: tuple[float, float]


class OneGap(BaseModel):
    """The as-is's own gap and what of it is addressed if every target is reached; shares are 0 to 1."""

    own: MapReading
    best: float
    worst: float
    best_share: float | None
    worst_share: float | None
    moments: list[str]
    losses: list[str]


class OneTruth(BaseModel):
    """A moment of truth, before and after."""

    as_is: list[Mentioned]
    to_be: list[Mentioned]
    before: float | None
    after: float | None
    worst: float | None


class OnePain(BaseModel):
    """A pain of the as-is and whether the to-be answers it; `by` names what changes there."""

    pain: Mentioned
    moment: Mentioned
    disposition: Disposition
    answered: Answered
    by: list[str]


class OneRow(BaseModel):
    """What became of an episode, a communication, a backstage step, a channel or a path."""

    table: str
    disposition: Disposition
    before: Mentioned | None
    after: Mentioned | None
    changed: list[str]
    behind: list[str]
    moved: bool


class NeedsAnswer(BaseModel):
    """Needs by what became of them, by id; of a reworded one both ids."""

    met: list[str]
    reworded: list[tuple[str, str]]
    lost: list[str]
    new: list[str]
    came: list[str]
    behind: list[tuple[str, str]]
    count: int


class CompareAnswer(BaseModel):
    """An as-is beside its to-be.

    `counts` counts moments: one that changed and moved is in both. `lost_needs` are ids of as-is needs that nothing in
    the to-be serves. `along` is what `figures` run along, `routes` what else they could.
    """

    as_is: MapCounts
    to_be: MapCounts
    same: bool
    counts: dict[Disposition, int]
    fates: list[OneFate]
    matches: list[OneMatch]
    rows: list[OneRow]
    along: OneRoute
    routes: list[OneRoute]
    story: list[OneFigure]
    truths: list[OneTruth]
    figures: list[OneFigure]
    felt_now: MapReading
    promise: Promise
    gap: OneGap
    needs: NeedsAnswer
    lost_needs: list[str]
    pains: list[OnePain]
    open: list[OpenPoint]

    @classmethod
    def of(cls, found: Comparison, along: str = "") -> "CompareAnswer":
        """The comparison as it is sent."""
        needs = found.needs
        return cls(
            as_is=map_counts(found.as_is),
            to_be=map_counts(found.to_be),
            same=found.empty,
            counts={one: found.count(one) for one in Disposition if one is not Disposition.UNDECIDED},
            fates=[_fate(fate) for fate in found.fates],
            matches=[_match(match) for match in found.matches],
            rows=[_row(change) for change in found.rows],
            along=_route(found.route(along)),
            routes=[_route(route) for route in found.routes],
            story=[_figure(figure) for figure in found.story(along)],
            truths=[
                OneTruth(
                    as_is=_all(truth.match.as_is), to_be=_all(truth.match.to_be), before=truth.before,
                    after=truth.after, worst=truth.worst,
                )
                for truth in found.emotion.truths()
            ],
            figures=[_figure(figure) for figure in found.figures(along)],
            felt_now=found.emotion.felt_now(),
            promise=found.emotion.promise(),
            gap=_gap(found.emotion.gap()),
            needs=NeedsAnswer(
                met=list(needs.met), reworded=list(needs.reworded), lost=list(needs.lost), new=list(needs.new),
                came=list(needs.came), behind=list(needs.behind), count=needs.count,
            ),
            lost_needs=list(found.lost_needs),
            pains=[_pain(answer) for answer in found.pains],
            open=list(open_points(found.to_be, found)),
        )  # fmt: skip


def _fate(fate: Fate) -> OneFate:
    return OneFate(
        disposition=fate.disposition,
        as_is=_mentioned(fate.as_is),
        to_be=_all(fate.to_be),
        changed=list(fate.changed),
        behind=list(fate.behind),
        moved=fate.moved,
    )


def _match(match: Match) -> OneMatch:
    return OneMatch(
        disposition=match.disposition,
        signs=list(match.signs),
        undecided=match.undecided,
        as_is=_all(match.as_is),
        to_be=_all(match.to_be),
        changed=list(match.changed),
        behind=list(match.behind),
        moved=list(match.moved),
        since=match.since,
        bearing=match.bearing,
    )


def _row(change: RowChange) -> OneRow:
    return OneRow(
        table=change.table,
        disposition=change.disposition,
        before=_mentioned(change.before),
        after=_mentioned(change.after),
        changed=list(change.changed),
        behind=list(change.behind),
        moved=change.moved,
    )


def _figure(figure: Figure) -> OneFigure:
    return OneFigure(
        name=figure.name,
        unit=figure.unit,
        before=figure.before,
        after=figure.after,
        worst=figure.worst,
        gain=figure.gain,
        best_gain=figure.best_gain,
    )


def _route(route: Route) -> OneRoute:
    return OneRoute(id=route.id, along=route.along, name=route.name, shares=route.shares)


def _gap(gap: Gap) -> OneGap:
    return OneGap(
        own=gap.own,
        best=gap.best,
        worst=gap.worst,
        best_share=gap.share(gap.best),
        worst_share=gap.share(gap.worst),
        moments=list(gap.best_moments),
        losses=list(gap.losses),
    )


def _pain(answer: PainAnswer) -> OnePain:
    return OnePain(
        pain=Mentioned(id=answer.pain.id, text=answer.pain.text),
        moment=Mentioned(id=answer.moment.id, text=answer.moment.text),
        disposition=answer.match.disposition,
        answered=answer.answered,
        by=list(answer.by),
    )


def _all(moments: tuple[Moment, ...]) -> list[Mentioned]:
    return [Mentioned(id=moment.id, text=moment.text) for moment in moments]


def _mentioned(row: Row | None) -> Mentioned | None:
    return None if row is None else Mentioned(id=row.id, text=row.called)
