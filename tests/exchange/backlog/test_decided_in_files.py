"""What people decided about stories, in the files that are taken away."""

import json
from collections.abc import Sequence

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.exchange.formats import Takes, offered
from journeymap.exchange.stories import stories
from journeymap.exchange.trackers.work_items import work_of
from tests.support.small_maps import made
from tests.support.tracker_files import of, table

WHOLE = made(
    {"id": "call", "text": "I call", "backstage_steps": [{"id": "look", "text": "Look it up", "team": "Desk"}]},
    {"id": "wait", "text": "I wait"},
    {"id": "park", "text": "I park"},
    map={"title": "A visit", "kind": "to-be", "language": "en"},
)
DECIDED: Sequence[Change] = (
    Add(
        table="stories",
        id="s1",
        values={"moment": "call", "title": "Answer at once", "estimate": 2.5, "team": "Desk", "priority": "highest"},
    ),
    Add(table="stories", id="s2", values={"moment": "wait", "excluded": True, "reason": "Not this year"}),
    Add(
        table="stories", id="s3", values={"moment": "park", "status": "ready", "notes": "One\nTwo", "labels": "a b, c"}
    ),
    Add(table="story_links", id="l", parent="s3", values={"depends_on": "s1"}),
    Add(table="story_links", id="l2", parent="s3", values={"depends_on": "s2"}),
)


@pytest.fixture(scope="module")
def decided() -> Journey:
    return perform(WHOLE, DECIDED)[0]


def test_an_item_has_what_the_team_said(decided: Journey) -> None:
    epic, call, park = work_of(decided, stories(decided)).items
    assert (call.title, call.estimate, call.team, call.priority) == ("Answer at once", 2.5, "Desk", "highest")
    assert [(task.text, task.team) for task in call.tasks] == [("Look it up", "Desk")]
    assert (park.status, park.depends_on) == ("ready", (call.id,))
    facts = dict(park.facts)
    assert (facts["Waits for"], facts["Status"], facts["Notes"]) == (("Answer at once",), ("Ready",), ("One", "Two"))
    assert {"a-b", "c"} <= set(park.labels)
    assert dict(epic.facts)["Left out of the backlog"] == ("I wait (Not this year)",)


@pytest.mark.parametrize("name", [one.name for one in offered(Takes.STORIES)])
def test_what_is_left_out_is_in_no_file_as_a_story(decided: Journey, name: str) -> None:
    before, after = of(name, WHOLE), of(name, decided)
    assert before != after
    if not name.endswith(("zip", "xlsx")):
        assert b"I want to wait" in before
        assert b"I want to wait" not in after
        assert b"Answer at once" in after


def test_every_tracker_has_its_own_fields_of_it(decided: Journey) -> None:
    header, rows = table(of("stories-azure-agile-csv", decided))
    assert [row[header.index("Story Points")] for row in rows if row[1] == "User Story"] == ["2.5", ""]
    assert [row[header.index("Title 3")] for row in rows if row[1] == "Task"] == ["Look it up"]
    header, rows = table(of("stories-linear-csv", decided))
    assert (rows[0][header.index("Estimate")], rows[0][header.index("Priority")]) == ("2.5", "Urgent")
    assert "To be done backstage:" in rows[0][1]
    assert "- [ ] Look it up (Desk)" in rows[0][1]
    board = json.loads(of("stories-trello-json", decided))
    assert [one["name"] for one in board["checklists"] if one["checkItems"][0]["name"].startswith("Look")] == [
        "Backstage"
    ]


def test_where_all_is_left_out_the_file_says_so() -> None:
    rest = [
        Add(table="stories", id=f"x{n}", values={"moment": m, "excluded": True}) for n, m in enumerate(("call", "park"))
    ]
    journey = perform(WHOLE, [*rest, DECIDED[1]])[0]
    assert json.loads(of("stories-json", journey))["nothing"] == "All stories are left out of the backlog."


def test_what_stays_as_it_is_and_is_left_out_is_not_told_as_a_change(decided: Journey) -> None:
    epics = stories(decided, decided, only_changed=True)
    assert [story for epic in epics for story in epic.stories] == []
