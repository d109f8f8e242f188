"""Which moments of two maps are alike: the best few of each, so that large maps of alike texts stay within bounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.normalize import stems

ALIKE = 0.6
"""How alike a to-be moment and an as-is moment are that are proposed: whoever reviews them has the last word."""

FEW = 32
"""So many as-is moments are looked at for each to-be moment: those that are most alike, and of those the nearest."""

ROUNDS = 3
"""So often those that were left over are looked at again, for others took all of their few."""

_EPISODE, _CHANNEL = 0.1, 0.1
"""How far the same episode and a channel they share bring two texts closer: a share of what is between them."""

_LEAST = 50.5
"""Less than this (of 100) stays under ALIKE even in the same episode and through the same channel."""

_ROWS = 256
"""So many rows are compared at once: with 5,000 on the other side they take some 40 MB."""

Alike = tuple[float, int, int]
"""How alike, the number of the to-be moment, and that of the as-is moment."""


def alike_pairs(
    as_is: Journey, to_be: Journey, before: Sequence[Moment], after: Sequence[Moment], above: Mapping[str, str]
) -> Iterator[Alike]:
    """One for each moment at most, the most alike first; `above` says which episodes and channels are one.

    Where no to-be moment has more than FEW that are alike, it is what comparing everything with everything gives.
    """
    sides = _Sides.of(as_is, to_be, before, after, above)
    rows, columns = np.arange(len(after)), np.arange(len(before))
    for _ in range(ROUNDS):
        if not rows.size or not columns.size:
            return
        used: tuple[set[int], set[int]] = set(), set()
        for score, i, j in sorted(sides.candidates(rows, columns), key=lambda one: (-one[0], one[1], one[2])):
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                yield score, i, j
        if not used[0] or columns.size <= FEW:
            return
        rows = np.setdiff1d(rows, list(used[0]))
        columns = np.setdiff1d(columns, list(used[1]))


@dataclass(frozen=True, slots=True)
class _Sides:
    """The words of every moment, and in which episode and through which channels it is: by the as-is's numbers."""

    words: tuple[Sequence[str], Sequence[str]]
    episodes: tuple[NDArray[np.int64], NDArray[np.int64]]
    channels: tuple[NDArray[np.float32], NDArray[np.float32]]

    @classmethod
    def of(
        cls, as_is: Journey, to_be: Journey, before: Sequence[Moment], after: Sequence[Moment],
        above: Mapping[str, str],
    ) -> "_Sides":  # fmt: skip
        """The to-be's side first."""
        episodes = {one.id: n for n, one in enumerate(as_is.episodes)}
        channels = {one.id: n for n, one in enumerate(as_is.channels)}
        there = [[channels.get(one.channel, -1) for one in as_is.touchpoints_of(m.id)] for m in before]
        here = [[channels.get(above.get(t.channel, ""), -1) for t in to_be.touchpoints_of(m.id)] for m in after]
        return cls(
            (_lines(after, to_be.language), _lines(before, as_is.language)),
            (
                np.array([episodes.get(above.get(m.parent or "", ""), -1) for m in after]),
                np.array([episodes.get(m.parent or "", -2) for m in before]),
            ),
            (_flags(here, len(channels)), _flags(there, len(channels))),
        )

    def candidates(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Iterator[Alike]:
        """The best few for each of these rows, those under ALIKE left out."""
        lines = [self.words[1][j] for j in columns.tolist()]
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            scores = self._scores(some, columns, lines)
            nearest = np.arange(start, start + len(some), dtype=np.float64) * float(len(columns) / len(rows))
            for at, column in zip(*_best(scores, nearest), strict=True):
                yield float(scores[at, column]), int(some[at]), int(columns[column])

    def _scores(self, rows: NDArray[np.int64], columns: NDArray[np.int64], lines: Sequence[str]) -> NDArray[np.float64]:
        """How alike two texts are, in the same episode and through the same channels a little more so."""
        words = [self.words[0][i] for i in rows.tolist()]
        said = process.cdist(words, lines, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=_LEAST)
        found = said.astype(np.float64) / 100
        same = self.episodes[0][rows][:, None] == self.episodes[1][columns][None, :]
        found[same] += (1 - found[same]) * _EPISODE
        shared = self.channels[0][rows] @ self.channels[1][columns].T > 0
        found[shared] += (1 - found[shared]) * _CHANNEL
        found[(said == 0) | (found < ALIKE)] = 0
        return found


def _best(scores: NDArray[np.float64], nearest: NDArray[np.float64]) -> tuple[list[int], list[int]]:
    """Where the best few of each row are; of those that are as good, those at about the same place in their map."""
    kept = scores > 0
    if scores.shape[1] > FEW:
        away = np.abs(np.arange(scores.shape[1])[None, :] - nearest[:, None])
        order = away - np.round(scores * 10_000) * 100_000
        best = np.argpartition(order, FEW - 1, axis=1)[:, :FEW]
        few = np.zeros_like(kept)
        np.put_along_axis(few, best, values=True, axis=1)
        kept &= few
    at, columns = np.nonzero(kept)
    return at.tolist(), columns.tolist()


def _lines(moments: Sequence[Moment], language: str) -> list[str]:
    return [" ".join(sorted(stems(moment.text, language))) for moment in moments]


def _flags(found: Sequence[Sequence[int]], size: int) -> NDArray[np.float32]:
    """A row for each moment, with 1 where it has this channel."""
    flags = np.zeros((len(found), size), np.float32)
    for n, some in enumerate(found):
        flags[n, [one for one in some if one >= 0]] = 1
    return flags
