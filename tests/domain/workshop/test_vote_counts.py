"""One counter of votes: results, what everybody is told, and the browser's own sums come to the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Vote
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState
from journeymap.domain.workshop.vote_counts import count_votes, told_counts
from journeymap.domain.workshop.votes import Result, opportunity

SHARED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "support" / "vote_counts.json").read_text(encoding="utf-8")
)
CASES = {case["name"]: case for case in SHARED["cases"]}


def voted(case: dict[str, Any]) -> tuple[Journey, Step]:
    """A map with these votes, and the step in which they were given, which is over."""
    votes = [
        Vote(id=f"v{n}", key=f"a{n:03}", author=author, round="s", item=item, slot=slot, question=question, value=value)
        for n, (author, item, slot, question, value) in enumerate(case["votes"])
    ]
    times = {"state": StepState.DONE, "started_at": "1", "ended_at": "2"}
    step = Step(id="s", kind=StepKind.VOTE, title="S", ballot=Ballot(**case["ballot"]), **times)
    return Journey.of("map", 1, votes), step


def result(case: dict[str, Any]) -> Result:
    """What these votes come to."""
    journey, step = voted(case)
    found = count_votes(journey, step, [])
    assert found is not None
    return found


@pytest.mark.parametrize("name", CASES)
def test_dots_come_to_these_places(name: str) -> None:
    case = CASES[name]
    assert [[one.item, one.dots, one.place, one.tied] for one in result(case).ranked] == case["ranked"]


@pytest.mark.parametrize("name", CASES)
def test_scores_come_to_these_means_and_this_spread(name: str) -> None:
    case = CASES[name]
    found = {
        item: {
            question: {
                "n": spread.n,
                "mean": pytest.approx(spread.mean, abs=1e-6),
                "median": spread.median,
                "least": spread.least,
                "most": spread.most,
                "counts": list(spread.histogram.values()),
            }
            for question, spread in asked.items()
        }
        for item, asked in result(case).scores.items()
    }
    assert found == case["scores"]


@pytest.mark.parametrize("name", CASES)
def test_there_is_so_much_to_win(name: str) -> None:
    case = CASES[name]
    found = [[one.item, one.opportunity, one.place, one.tied] for one in result(case).opportunities]
    assert found == case["worth"]


@pytest.mark.parametrize("name", CASES)
def test_everybody_is_told_the_votes_that_count_and_no_other(name: str) -> None:
    journey, step = voted(CASES[name])
    assert [list(one) for one in told_counts(journey, step, [])] == CASES[name]["told"]


@pytest.mark.parametrize(("importance", "satisfaction", "worth"), SHARED["opportunity"])
def test_the_opportunity_is_this(importance: float, satisfaction: float, worth: float) -> None:
    assert opportunity(importance, satisfaction) == pytest.approx(worth, abs=1e-6)
