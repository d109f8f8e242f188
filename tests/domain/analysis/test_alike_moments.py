"""Which moments are alike: what comparing everything gives, and on large maps no more than a few for each."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from journeymap.domain.analysis import alike_moments
from journeymap.domain.analysis.alike_moments import ALIKE, FEW, ROUNDS, Alike, alike_pairs
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.normalize import stems
from tests.support.small_maps import made

WORDS = st.lists(st.sampled_from(["call", "desk", "wait", "walk", "book", "letter", "guide"]), min_size=1, max_size=5)
MOMENT = st.tuples(WORDS.map(" ".join), st.sampled_from(["", "phone", "desk"]))
CHANNELS = [{"id": "phone", "name": "Phone"}, {"id": "desk", "name": "Desk"}]


def a_map(found: Sequence[tuple[str, str]], name: str) -> Journey:
    return made(
        *(
            {"id": f"{name}{n}", "text": text, "touchpoints": [{"channel": channel}] if channel else []}
            for n, (text, channel) in enumerate(found)
        ),
        channels=CHANNELS,
    )


def above(as_is: Journey, to_be: Journey) -> dict[str, str]:
    channels = {one["id"]: one["id"] for one in CHANNELS}
    return channels | {a.id: b.id for a, b in zip(to_be.episodes, as_is.episodes, strict=False)}


def every_pair(as_is: Journey, to_be: Journey, over: Mapping[str, str]) -> list[Alike]:
    """Everything with everything, one by one."""
    found: list[Alike] = []
    for i, after in enumerate(to_be.moments):
        for j, before in enumerate(as_is.moments):
            score = int(fuzz.ratio(line(after), line(before)) + 0.5) / 100  # as rapidfuzz rounds
            if over.get(after.parent or "") == before.parent:
                score += (1 - score) * 0.1
            there = {one.channel for one in as_is.touchpoints_of(before.id)}
            if there & {over.get(one.channel, "") for one in to_be.touchpoints_of(after.id)}:
                score += (1 - score) * 0.1
            found += [(score, i, j)] if score >= ALIKE else []
    taken: list[Alike] = []
    for score, i, j in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        if all(i != one[1] and j != one[2] for one in taken):
            taken.append((score, i, j))
    return taken


def line(moment: Moment) -> str:
    return " ".join(sorted(stems(moment.text, "en")))


@given(st.lists(MOMENT, min_size=1, max_size=12), st.lists(MOMENT, min_size=1, max_size=12))
def test_of_small_maps_it_is_what_comparing_everything_gives(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    as_is, to_be = a_map(before, "a"), a_map(after, "b")
    over = above(as_is, to_be)
    found = list(alike_pairs(as_is, to_be, as_is.moments, to_be.moments, over))
    assert found == every_pair(as_is, to_be, over)


def test_of_large_maps_of_alike_texts_a_few_are_looked_at_and_every_moment_still_finds_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size, looked_at = 1_500, list[int]()
    best = alike_moments._best

    def counted(*given: object) -> tuple[list[int], list[int]]:
        found = best(*given)  # type: ignore[arg-type]
        looked_at.append(len(found[0]))
        return found

    monkeypatch.setattr(alike_moments, "_best", counted)
    as_is, to_be = (a_map([(f"I call the desk {n % 7}", "phone") for n in range(size)], name) for name in "ab")
    pairs = list(alike_pairs(as_is, to_be, as_is.moments, to_be.moments, above(as_is, to_be)))
    assert len(pairs) == size
    assert {i for _, i, _ in pairs} == {j for _, _, j in pairs} == set(range(size))
    assert sum(looked_at) <= ROUNDS * size * FEW
    assert max(looked_at) <= alike_moments._ROWS * FEW  # of a few rows at a time
