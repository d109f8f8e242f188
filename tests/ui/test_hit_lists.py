"""What a change would hit, as the panel of a row says it."""

import pytest

from journeymap.domain.analysis.change_reach import ChangeReach, reach_of
from journeymap.domain.model.roles import Role
from journeymap.domain.text.errors import Refusal
from journeymap.ui.panels.hit_lists import MOST, reach_told
from tests.support.app import App
from tests.support.nature_park import park
from tests.support.small_maps import made, sample


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "A change here hits 7 stories, 2 teams and one communication."),
        ("nl", "Een verandering hier raakt 7 stories, 2 teams en één boodschap."),
    ],
)
def test_an_episode_hits_its_stories_their_teams_and_what_is_said_there(language: str, line: str) -> None:
    journey = sample("to-be")
    episode = journey.episodes[0].id
    told = reach_told(journey, reach_of(journey, episode), language)
    assert told["line"] == line
    assert [len(one["rows"]) for one in told["lists"]] == [7, 2, 1]
    assert [row["id"] for row in told["lists"][0]["rows"]] == [moment.id for moment in journey.moments_of(episode)]


def test_where_nothing_is_hit_that_is_said() -> None:
    told = reach_told(made(), ChangeReach(), "en")
    assert told == {"line": "A change of this hits no story, no team and no communication.", "lists": []}


def test_a_list_has_an_end_and_its_count_does_not() -> None:
    journey = made(*("I wait" for _ in range(MOST + 10)))
    told = reach_told(journey, reach_of(journey, journey.episodes[0].id), "en")
    assert told["line"] == f"A change here hits {MOST + 10} stories."
    assert len(told["lists"][0]["rows"]) == MOST


def test_nobody_asks_of_a_map_that_they_may_not_see(app: App) -> None:
    _, to_be = park(app)
    with pytest.raises(Refusal):
        app.service.exchange.change_reach(app.join(Role.READER, name="Rik"), to_be, "e-park")
