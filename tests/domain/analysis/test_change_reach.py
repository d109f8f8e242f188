"""What a change of the map hits: stories, teams and communications."""

import pytest
from hypothesis import given, settings

from journeymap.domain.analysis.change_reach import ChangeReach, reach_of, reach_of_as_is
from journeymap.domain.model.journey import Journey
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample

MAP = made(
    persona={"id": "persona", "name": "Marieke"},
    channels=[
        {"id": "phone", "name": "Phone"},
        {"id": "mail", "name": "Mail"},
        {"id": "unused", "name": "Fax"},
        {"id": "app", "name": "App"},
    ],
    episodes=[
        {
            "id": "before",
            "title": "Before",
            "communications": [
                {"id": "hello", "text": "Hello", "channel": "phone"},
                {"id": "news", "text": "News", "channel": "mail"},
                {"id": "silent", "text": "Nowhere"},
            ],
            "moments": [
                {
                    "id": "call",
                    "text": "Call",
                    "needs": [{"id": "sure", "text": "Be sure"}],
                    "touchpoints": [{"id": "touch", "channel": "phone"}],
                    "backstage_steps": [{"id": "answer", "text": "Answer", "team": "Desk"}, {"text": "Note"}],
                    "pain_points": [{"id": "pain", "text": "Wait"}],
                },
                {"id": "read", "text": "Read", "touchpoints": [{"channel": "mail"}]},
            ],
        },
        {
            "id": "after",
            "title": "After",
            "communications": [{"id": "bye", "text": "Bye", "channel": "phone"}],
            "moments": [
                {
                    "id": "ask",
                    "text": "Ask",
                    "needs": [{"text": "be sure!"}],
                    "touchpoints": [{"channel": "phone"}],
                    "backstage_steps": [{"text": "Look up", "team": "Office"}, {"text": "Tell", "team": "Desk"}],
                },
            ],
        },
        {"id": "empty", "title": "Empty", "communications": [{"id": "late", "text": "Late", "channel": "app"}]},
    ],
    paths=[{"id": "path", "name": "Happy", "path_steps": [{"id": "step", "moment": "ask"}]}],
)
OF_CALL = ChangeReach(("call",), ("Desk",), ("hello",))
OF_ASK = ChangeReach(("ask",), ("Office", "Desk"), ("bye",))
OF_BOTH = ChangeReach(("call", "ask"), ("Desk", "Office"), ("hello", "bye"))
EVERYTHING = ChangeReach(("call", "read", "ask"), ("Desk", "Office"), ("hello", "news", "bye"))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("call", OF_CALL),
        ("touch", OF_CALL),
        ("pain", OF_CALL),
        ("answer", OF_CALL),
        ("phone", OF_BOTH),
        ("sure", OF_BOTH),
        ("mail", ChangeReach(("read",), (), ("news",))),
        ("unused", ChangeReach()),
        ("before", ChangeReach(("call", "read"), ("Desk",), ("hello", "news", "silent"))),
        ("empty", ChangeReach((), (), ("late",))),
        ("app", ChangeReach((), (), ("late",))),
        ("hello", OF_CALL),
        ("silent", ChangeReach((), (), ("silent",))),
        ("path", OF_ASK),
        ("step", OF_ASK),
        ("persona", EVERYTHING),
        ("map", EVERYTHING),
        ("nobody", ChangeReach()),
        ("", ChangeReach()),
    ],
)
def test_a_change_hits_the_stories_their_teams_and_what_is_said_there(row: str, expected: ChangeReach) -> None:
    assert reach_of(MAP, row) == expected


def test_a_change_of_today_hits_what_lives_on_from_it() -> None:
    to_be = sample("to-be")
    merged = next(moment for moment in to_be.moments if len(to_be.origins_of(moment.id)) > 1)
    for origin in to_be.origins_of(merged.id):
        assert merged.id in reach_of_as_is(to_be, origin).moments
    assert reach_of_as_is(to_be, "nobody") == ChangeReach()


@settings(max_examples=30, deadline=None)
@given(journeys())
def test_any_row_can_be_asked_for_and_hits_only_what_is_there(journey: Journey) -> None:
    moments = {moment.id for moment in journey.moments}
    for row in journey.rows():
        hit = reach_of(journey, row.id)
        assert moments.issuperset(hit.moments)
        assert journey.tables["communications"].keys() >= set(hit.communications)
