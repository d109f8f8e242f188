"""What moved: to another episode, or to another place among what stayed in order."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from journeymap.domain.analysis.comparison.lineage import Lineage

T = TypeVar("T")


def moved_moments(of: Lineage) -> frozenset[str]:
    """The as-is moments whose heir is in another episode, or in another place in the same one.

    The longest run of moments in unchanged order stays; only the others moved. So taking one moment to the front
    moves one, not all that follow it.
    """
    older, younger = of.older, of.younger
    down, up = of.moments
    from_older = down if of.forward else up
    there_first = of.in_order[not of.forward]
    place = {moment.id: n for n, moment in enumerate(there_first)}
    heir = {moment.id: from_older[moment.id][0] for moment in there_first if moment.id in from_older}
    first = {heir[moment]: moment for moment in sorted(heir, key=place.__getitem__, reverse=True)}
    homes = of.episodes[1] if of.forward else of.episodes[0]
    stayed: set[str] = set()
    for episode in younger.episodes:
        for home in homes.get(episode.id, ())[:1]:
            there = {moment: n for n, moment in enumerate(older.siblings("moments", home))}
            came = [(there.get(first.get(i, ""), -1), i) for i in younger.siblings("moments", episode.id)]
            stayed |= {moment for _, moment in longest_rising([one for one in came if one[0] >= 0])}
    gone = {moment for moment, one in heir.items() if one not in stayed}
    if of.forward:
        return frozenset(gone)
    return frozenset(heir[moment] for moment in gone)


def out_of_order(pairs: Iterable[tuple[str, str]], before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Of rows (before, after) that stand in both of these orders, those that moved, by their ids before."""
    place = {row: n for n, row in enumerate(before)}
    where = {row: n for n, row in enumerate(after)}
    standing = sorted((where[b], place[a], a) for a, b in pairs if a in place and b in where)
    stayed = {row for _, row in longest_rising([(number, row) for _, number, row in standing])}
    return frozenset(row for *_, row in standing if row not in stayed)


def longest_rising(pairs: Sequence[tuple[int, T]]) -> list[tuple[int, T]]:
    """A longest run with rising numbers, in order (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (number, _) in enumerate(pairs):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [n]
    chosen: list[tuple[int, T]] = []
    now = last[-1] if last else -1
    while now >= 0:
        chosen.append(pairs[now])
        now = before[now]
    return chosen[::-1]
