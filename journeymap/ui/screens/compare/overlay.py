"""The as-is above the to-be in shared columns: where every moment stands, what joins them, how it feels."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.domain.analysis.comparison.match_filter import MatchFilter, wanted
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import say
from journeymap.ui.palette import episode_colour
from journeymap.ui.screens.compare.moment_changes import fate_word
from journeymap.ui.screens.compare.pair import Pair

EVERYTHING = MatchFilter()


@dataclass(frozen=True, slots=True)
class OverlayColumn:
    """One place from left to right: an as-is moment, a to-be moment, or both."""

    as_is: Moment | None
    to_be: Moment | None


def aligned(pair: Pair) -> list[OverlayColumn]:
    """Both maps in their own order, with what stayed in order standing one below the other."""
    as_is, to_be = pair.as_is.moments, pair.to_be.moments
    places = {moment.id: n for n, moment in enumerate(as_is)}
    first = [(places[fates[0].as_is.id], n) for n, m in enumerate(to_be) if (fates := pair.fates_of[m.id])[0].as_is]
    columns: list[OverlayColumn] = []
    at_as_is = at_to_be = 0
    for place, n in [*_rising(first), (len(as_is), len(to_be))]:
        columns += _beside(as_is[at_as_is:place], to_be[at_to_be:n])
        if n < len(to_be):
            columns.append(OverlayColumn(as_is[place], to_be[n]))
        at_as_is, at_to_be = place + 1, n + 1
    return columns


def overlay(pair: Pair, language: str, by: MatchFilter = EVERYTHING) -> dict[str, Any]:
    """The picture as data for the component: cards, lines, episodes and the two curves, all by column."""
    columns = aligned(pair)
    shown = _shown(pair, columns, by) if by else columns
    as_is = {c.as_is.id: n for n, c in enumerate(shown) if c.as_is}
    to_be = {c.to_be.id: n for n, c in enumerate(shown) if c.to_be}
    return {
        "columns": len(shown),
        "left_out": len(columns) - len(shown),
        "as_is": [_card(pair, "as-is", c.as_is, n, language) for n, c in enumerate(shown) if c.as_is],
        "to_be": [_card(pair, "to-be", c.to_be, n, language) for n, c in enumerate(shown) if c.to_be],
        "links": [
            {"from": as_is[fate.as_is.id], "to": to_be[moment.id], "fate": str(fate.disposition)}
            for fate in pair.comparison.fates
            if fate.as_is and fate.as_is.id in as_is
            for moment in fate.to_be
            if moment.id in to_be
        ],
        "as_is_episodes": list(_bands(pair.as_is, language, [(n, c.as_is) for n, c in enumerate(shown) if c.as_is])),
        "to_be_episodes": list(_bands(pair.to_be, language, [(n, c.to_be) for n, c in enumerate(shown) if c.to_be])),
        "felt": _curve([(n, c.as_is) for n, c in enumerate(shown) if c.as_is], pair.felt),
        "targeted": _curve([(n, c.to_be) for n, c in enumerate(shown) if c.to_be], pair.targeted),
    }


def _shown(pair: Pair, columns: Sequence[OverlayColumn], by: MatchFilter) -> list[OverlayColumn]:
    """The cards that are looked for, in their columns; a column that holds none of them is left out."""
    found = wanted(pair.comparison, by)
    as_is = {moment.id for match in found for moment in match.as_is}
    to_be = {moment.id for match in found for moment in match.to_be}
    kept = (
        OverlayColumn(
            column.as_is if column.as_is and column.as_is.id in as_is else None,
            column.to_be if column.to_be and column.to_be.id in to_be else None,
        )
        for column in columns
    )
    return [column for column in kept if column.as_is or column.to_be]


def _beside(as_is: Sequence[Moment], to_be: Sequence[Moment]) -> Iterator[OverlayColumn]:
    """What stands between two anchors; the shorter of the two leaves its last places empty."""
    for n in range(max(len(as_is), len(to_be))):
        yield OverlayColumn(as_is[n] if n < len(as_is) else None, to_be[n] if n < len(to_be) else None)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest run of pairs in which both numbers rise: what stayed in order over the whole journey."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (place, _) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [n]
    chosen: list[tuple[int, int]] = []
    now = last[-1] if last else -1
    while now >= 0:
        chosen.append(pairs[now])
        now = before[now]
    return chosen[::-1]


def _card(pair: Pair, side: str, moment: Moment, column: int, language: str) -> dict[str, Any]:
    fate = _fate(pair, side, moment)
    word = "" if fate is Disposition.KEPT else fate_word(fate, language)
    label = say(f"compare-overlay-{side}", language, text=moment.text, fate=fate_word(fate, language))
    journey, felt = (pair.as_is, pair.felt) if side == "as-is" else (pair.to_be, pair.targeted)
    pains = len(journey.pain_points_of(moment.id))
    return {
        "id": moment.id,
        "column": column,
        "text": moment.text,
        "fate": str(fate),
        "word": word,
        "truth": moment.moment_of_truth,
        "told": label,
        "feels": felt(moment),
        "channels": ", ".join(channel.name for channel in journey.channels_of(moment.id)),
        "pains": say("compare-card-pains", language, n=pains) if pains else "",
    }


def _fate(pair: Pair, side: str, moment: Moment) -> Disposition:
    return pair.disposition(moment.id) if side == "to-be" else pair.fate_of[moment.id].disposition


def _bands(journey: Journey, language: str, placed: Sequence[tuple[int, Moment]]) -> Iterator[dict[str, Any]]:
    """Each episode from its first to its last column."""
    for n, episode in enumerate(journey.episodes):
        columns = [column for column, moment in placed if moment.parent == episode.id]
        if columns:
            yield _band(episode, language, n, min(columns), max(columns))


def _band(episode: Episode, language: str, position: int, first: int, last: int) -> dict[str, Any]:
    label = episode.targeted_label
    return {
        "id": episode.id,
        "title": episode.title,
        "aim": say("compare-side-aim", language, aim=label) if label else "",
        "first": first,
        "last": last,
        "colour": episode_colour(position),
    }


def _curve(
    placed: Sequence[tuple[int, Moment]], valence_of: Callable[[Moment], float | None]
) -> list[tuple[int, float | None]]:
    """The points of a curve by column; None where nothing is said, so that the line breaks off there."""
    return [(column, valence_of(moment)) for column, moment in placed]
