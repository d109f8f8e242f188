"""Stories go to a tracker from a dialog: one sees what would be written, and where each story stands after it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pydantic import SecretStr

from journeymap.domain.model.roles import Role
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.tracker import Target, Tracker
from tests.support.app import App, Screen
from tests.support.map_editor import board_of
from tests.support.nature_park import park
from tests.support.trackers.memory import MemoryTracker

KEY = "k3y-that-nobody-sees"
PLACE = "tracker.example park"


@pytest.fixture
def tracker(app: App) -> MemoryTracker:
    it = MemoryTracker()

    @contextmanager
    def opened(target: Target, cancel: Cancel) -> Iterator[Tracker]:
        yield it

    app.service.house.trackers.targets = {
        "redmine": Target("redmine", "https://tracker.example", "park", SecretStr(KEY))
    }
    app.service.house.trackers.opened = opened
    return it


@pytest.fixture
def to_be(app: App) -> str:
    return park(app)[1]


def dialog(app: App, map_id: str, language: str = "en") -> Screen:
    screen = app.open("stories", map=map_id, view="stories", language=language)
    screen.at("tracker", "button").click().run()
    return screen


def send(app: App, screen: Screen, map_id: str) -> Screen:
    """Press the button, and look again when it is done."""
    screen.at("tracker", "go").click().run()
    running = app.service.house.trackers.of(map_id, PLACE)
    assert running
    assert running.over.wait(20)
    screen.run()
    return screen


def test_what_changed_is_sent_and_each_story_says_where_it_stands(app: App, tracker: MemoryTracker, to_be: str) -> None:
    screen = dialog(app, to_be)
    assert "To create: 39" in screen.said
    assert "Send 39 to Redmine" in screen.labels
    send(app, screen, to_be)
    assert "Created: 39. Updated: 0." in screen.said
    assert "Unchanged: 39" in screen.said
    assert "Nothing to send" in screen.labels
    assert len(tracker.items) == 39
    story = next(one for one in tracker.items.values() if one.parent)
    tracker.close(story.id)
    screen.at("tracker", "refresh").click().run()
    assert "1 of 33 live" in screen.said
    assert "Closed]" in screen.said
    assert f"({story.url})" in screen.said
    assert KEY not in screen.said


def test_stories_that_stay_as_they_are_are_sent_where_that_is_asked_for(
    app: App, tracker: MemoryTracker, to_be: str
) -> None:
    screen = dialog(app, to_be)
    screen.at("tracker", "all").set_value(True).run()
    send(app, screen, to_be)
    assert len(tracker.items) == 50


def test_what_was_edited_or_deleted_there_waits_until_it_is_chosen(
    app: App, tracker: MemoryTracker, to_be: str
) -> None:
    screen = send(app, dialog(app, to_be), to_be)
    edited, gone = [one.id for one in tracker.items.values() if one.parent][:2]
    tracker.edit(edited, text="Written by the team")
    tracker.delete(gone)
    screen.at("tracker", "refresh").click().run()
    assert "Edited there, left alone: 1" in screen.said
    assert "Deleted there, left alone: 1" in screen.said
    assert "Nothing to send" in screen.labels
    screen.at("tracker", "overwrite", "redmine").select(edited).run()
    screen.at("tracker", "again", "redmine").select(gone).run()
    assert "Send 2 to Redmine" in screen.labels
    send(app, screen, to_be)
    assert "Created: 1. Updated: 1." in screen.said
    assert tracker.find([edited], {})[edited].fields["text"] != "Written by the team"


def test_why_a_run_ended_is_a_sentence_and_it_goes_on(app: App, tracker: MemoryTracker, to_be: str) -> None:
    tracker.stop_after, tracker.before = 5, True
    screen = send(app, dialog(app, to_be), to_be)
    assert "Redmine cannot be reached" in screen.said
    assert "Send 34 to Redmine" in screen.labels
    send(app, screen, to_be)
    assert "cannot be reached" not in screen.said
    assert sorted(set(tracker.ids)) == tracker.ids


def test_the_map_and_the_comparison_say_where_the_stories_stand(app: App, tracker: MemoryTracker, to_be: str) -> None:
    send(app, dialog(app, to_be), to_be)
    one = next(item for item in app.service.trackers.items(app.owner, to_be) if item.kind == "story")
    given = board_of(app.open("map", map=to_be))["sent"]
    assert given[one.row_id] == [{"key": one.key, "status": "New", "url": one.url, "closed": False, "gone": False}]
    assert "0 of 33 live" in app.open("compare", map=to_be).said


def test_only_those_who_lead_have_the_button(app: App, tracker: MemoryTracker, to_be: str) -> None:
    send(app, dialog(app, to_be), to_be)
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        screen = app.open("stories", app.join(role, to_be), map=to_be, view="stories")
        assert "Send to tracker" not in screen.labels
        assert "New]" in screen.said, "where it stands is for all who work there"


def test_without_a_tracker_there_is_no_button(app: App, to_be: str) -> None:
    assert "Send to tracker" not in app.open("stories", map=to_be).labels


def test_in_dutch_too(app: App, tracker: MemoryTracker, to_be: str) -> None:
    screen = dialog(app, to_be, "nl")
    assert "Te maken: 39" in screen.said
    send(app, screen, to_be)
    assert "Gemaakt: 39. Bijgewerkt: 0." in screen.said
