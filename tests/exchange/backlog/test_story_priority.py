"""The proposed priority: its sum, its reasons in both languages, and what weighs most."""

import pytest

from journeymap.exchange.backlog.story_priority import Known, proposed
from journeymap.exchange.stories import stories
from tests.support.small_maps import sample

ALL = Known(truth=True, votes=12, felt=-2.0, aimed=2.0, pains=3, known_needs=1)


@pytest.mark.parametrize(
    ("known", "level"),
    [
        (Known(), "low"),
        (Known(pains=1), "low"),
        (Known(pains=2), "medium"),
        (Known(truth=True), "medium"),
        (Known(truth=True, pains=1), "high"),
        (Known(felt=-2.0, aimed=2.0, truth=True, pains=1), "highest"),
        (Known(felt=0.5, aimed=1.0), "low"),
        (Known(felt=-0.5, aimed=1.6, known_needs=1), "medium"),
        (Known(votes=4), "low"),
        (Known(votes=6), "medium"),
        (Known(votes=12), "medium"),
        (ALL, "highest"),
    ],
)
def test_it_is_the_sum_that_the_documentation_tells(known: Known, level: str) -> None:
    assert proposed(known, [18, 12, 6, 4], "en")[0] == level


def test_every_part_of_it_is_said_in_both_languages() -> None:
    assert proposed(ALL, [18, 12], "en")[1] == (
        "moment of truth",
        "12 votes, the most but one",
        "felt −2, aimed at +2",
        "3 pain points",
        "a need we know of, and today it feels −2",
    )
    assert proposed(ALL, [18, 12], "nl")[1] == (
        "moment van de waarheid",
        "12 stemmen, op één na de meeste",
        "gevoeld −2, beoogd +2",
        "3 pijnpunten",
        "een behoefte die we kennen, en vandaag voelt het −2",
    )
    assert proposed(Known(votes=1, pains=1), [1], "en")[1] == ("one vote", "one pain point")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_sample_has_few_that_matter_most(language: str) -> None:
    epics = stories(sample("to-be", language), sample("as-is", language))
    levels = [story.priority for epic in epics for story in epic.stories]
    assert 0 < levels.count("highest") < len(levels) / 3
    assert {"high", "medium", "low"} <= set(levels)
    assert all(story.priority_reasons or story.priority == "low" for epic in epics for story in epic.stories)
