"""History: who changed what, read by a facilitator; and the map as it was."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.ui.screens.history.batches import BATCHES
from tests.support.app import App, Screen, app_in, unmarked

ROWS: tuple[Change, ...] = (
    Add(table="channels", id="phone", values={"name": "Phone <b>"}),
    Add(table="episodes", id="before", values={"title": "Before", "targeted_valence": 1, "targeted_label": "calm"}),
    Add(table="episodes", id="there", values={"title": "At the park"}),
    Add(table="moments", id="call", parent="before", values={"text": "I *call*", "felt_valence": -1, "minutes": 4}),
    Add(table="touchpoints", id="t", parent="call", values={"channel": "phone"}),
    Add(table="needs", id="n", parent="call", values={"text": "an answer"}),
    Add(table="backstage_steps", id="b", parent="call", values={"text": "pick up", "team": "Desk"}),
    Add(table="pain_points", id="p", parent="call", values={"text": "music", "cause": "b"}),
    Add(table="paths", id="path", values={"name": "Most", "share": 70}),
    Add(table="path_steps", id="s", parent="path", values={"moment": "call"}),
)


@dataclass
class Clock:
    """The house's clock, set by hand."""

    time: datetime

    def __call__(self) -> str:
        return self.time.isoformat()


def small(app: App) -> tuple[str, Participant]:
    """A small map in a workshop, and somebody there."""
    map_id = app.new_map("A visit", *ROWS)
    return map_id, app.join(Role.PARTICIPANT, map_id, name="Sam")


def lines(screen: Screen) -> list[str]:
    """What is told, the newest first."""
    told = (unmarked(element.value) for element in screen.markdown)
    return [line for line in told if line.startswith("**") and "** " in line]


def test_the_newest_change_stands_first_with_who_did_it(app: App) -> None:
    map_id, sam = small(app)
    app.service.changes.change(sam, map_id, [Set(table="moments", id="call", field="felt_valence", value=-2)])
    app.service.changes.change(app.owner, map_id, [Move(table="moments", id="call", parent="there")])
    assert lines(app.open("history", map=map_id))[:2] == [
        "**Noor** moved “I *call*” to “At the park”",
        "**Sam** changed “I *call*”: felt emotion from −1 to −2",
    ]


def test_it_is_told_in_dutch_too(app: App) -> None:
    map_id, sam = small(app)
    app.service.changes.change(sam, map_id, [Move(table="moments", id="call", parent="there")])
    screen = app.open("history", language="nl", map=map_id)
    assert lines(screen)[0] == "**Sam** verplaatste “I *call*” naar “At the park”"
    assert "Vandaag" in screen.said


def test_changes_stand_under_their_day(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 3, 8, 12, 0, tzinfo=UTC))
    with app_in(tmp_path, now=clock) as app:
        map_id = app.new_map("A visit")
        for days in (1, 1):
            clock.time += timedelta(days=days)
            change = Set(table="maps", id=map_id, field="notes", value=clock())
            app.service.changes.change(app.owner, map_id, [change])
        days_told = [heading.value for heading in app.open("history", map=map_id).subheader[1:]]
    assert days_told == ["Today", "Yesterday", "8 March 2026"]


def test_a_removed_rows_earlier_changes_still_have_its_name(app: App) -> None:
    map_id, sam = small(app)
    app.service.changes.change(sam, map_id, [Set(table="needs", id="n", field="evidence_by", value="Noor")])
    app.service.changes.change(sam, map_id, [Remove(table="episodes", id="before")])
    assert lines(app.open("history", map=map_id))[:2] == [
        "**Sam** removed the episode “Before” with one micro-moment",
        "**Sam** changed “an answer”: who says so is “Noor”",
    ]


def test_a_batch_of_300_is_one_line_and_can_be_read_in_full(app: App) -> None:
    map_id, sam = small(app)
    many = [Add(table="moments", id=f"m{n}", parent="there", values={"text": f"I do {n}"}) for n in range(300)]
    app.service.changes.change(sam, map_id, many)
    screen = app.open("history", map=map_id)
    assert lines(screen)[0] == "**Sam** added 300 micro-moments"
    assert "All 300 changes" in screen.said
    assert "“I do 99”" in screen.said
    assert "“I do 100”" not in screen.said
    assert "… and 200 more" in screen.said


def test_making_a_map_is_told_by_its_size(app: App) -> None:
    app.service.exchange.load_sample(app.owner, "nature-park")
    as_is = next(head for head in app.service.maps.heads(app.owner) if head.as_is_id is None)
    told = lines(app.open("history", map=as_is.id))
    size = f"{as_is.episodes} episodes, {as_is.moments} micro-moments and {as_is.touchpoints} touchpoints"
    assert told == [f"**Owner** made the map “{as_is.title}” with {size}"]


def test_older_changes_are_on_further_pages_and_none_is_lost(app: App) -> None:
    map_id = app.new_map("A visit")
    for n in range(BATCHES * 2 + 5):
        app.service.changes.change(app.owner, map_id, [Set(table="maps", id=map_id, field="title", value=f"T{n}")])
    screen = app.open("history", map=map_id)
    seen = lines(screen)
    assert screen.named("Newer").disabled
    while not screen.named("Older").disabled:
        screen.press("Older")
        seen += lines(screen)
    assert len(seen) == len(set(seen)) == BATCHES * 2 + 6
    assert seen[-1] == "**Owner** made the map “A visit”"
    screen.press("Newer").press("Newer")
    assert lines(screen) == seen[:BATCHES]


def test_one_persons_changes_can_be_read_alone(app: App) -> None:
    map_id, sam = small(app)
    for n in range(3):
        for who in (sam, app.owner):
            change = Set(table="maps", id=map_id, field="title", value=f"{who.name} {n}")
            app.service.changes.change(who, map_id, [change])
    screen = app.open("history", map=map_id)
    assert set(screen.at("history", "by").options) == {"everybody", "Noor", "Sam"}
    screen.at("history", "by").set_value(sam.id).run()
    assert len(lines(screen)) == 3
    assert all(line.startswith("**Sam**") for line in lines(screen))


def test_nobody_of_another_workshop_is_named(app: App) -> None:
    map_id, _ = small(app)
    app.join(Role.PARTICIPANT, name="Stranger")
    assert "Stranger" not in app.open("history", map=map_id).said


def test_an_undo_is_told_as_one(app: App) -> None:
    map_id, sam = small(app)
    app.service.changes.change(sam, map_id, [Move(table="moments", id="call", parent="there")])
    app.service.changes.undo(sam, map_id)
    assert lines(app.open("history", map=map_id))[0] == "**Sam** undid a change: moved “I *call*” to “Before”"


def test_what_people_typed_is_shown_as_text(app: App) -> None:
    map_id = app.new_map("A visit")
    person = app.join(Role.PARTICIPANT, map_id, name="<i>Sam</i> *x*")
    title = "A <b>bold</b> :tada: title"
    app.service.changes.change(person, map_id, [Set(table="maps", id=map_id, field="title", value=title)])
    screen = app.open("history", map=map_id)
    assert f"**<i>Sam</i> *x*** changed the map “A visit” to “{title}”" in lines(screen)
    raw = next(element.value for element in screen.markdown if "bold" in element.value)
    assert "<b>" not in raw


# The map as it was


def looked_at(app: App, map_id: str, revision: int, person: Participant | None = None) -> Screen:
    """The map as it was at this revision, in front of somebody."""
    screen = app.open("history", person, map=map_id)
    screen.at("history", "look", revision).click().run()
    return screen


def test_the_map_as_it_was_can_be_read_in_full(app: App) -> None:
    map_id, sam = small(app)
    then = app.service.maps.head(app.owner, map_id).revision
    app.service.changes.change(sam, map_id, [Remove(table="episodes", id="before")])
    said = looked_at(app, map_id, then).said
    assert f"revision {then}" in said
    for words in ("I *call*", "Phone <b>", "an answer", "pick up · Desk", "music · pick up", "Felt: −1", "4 minutes"):
        assert words in said
    assert "Most** (happy, 70\u00a0%): I *call*" in said


def test_looking_back_changes_nothing_and_leads_back(app: App) -> None:
    map_id, sam = small(app)
    then = app.service.maps.head(app.owner, map_id).revision
    app.service.changes.change(sam, map_id, [Set(table="maps", id=map_id, field="title", value="Later")])
    screen = looked_at(app, map_id, then)
    assert not screen.text_input
    screen.press("Back to the history")
    assert lines(screen)[0].startswith("**Sam** changed the map")
    assert app.service.maps.head(app.owner, map_id).revision == then + 1


def test_a_copy_of_how_it_was_is_a_map_of_its_own(app: App) -> None:
    map_id, sam = small(app)
    then = app.service.maps.head(app.owner, map_id).revision
    app.service.changes.change(sam, map_id, [Remove(table="episodes", id="before")])
    screen = looked_at(app, map_id, then).press("Restore as a copy")
    copy = screen.query_params["map"]
    assert copy != map_id
    assert app.service.maps.journey(app.owner, copy).count("moments") == 1
    assert app.service.maps.journey(app.owner, map_id).count("moments") == 0


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTICIPANT])
def test_who_may_not_manage_can_look_back_but_not_copy(app: App, role: Role) -> None:
    map_id, sam = small(app)
    then = app.service.maps.head(app.owner, map_id).revision
    app.service.changes.change(sam, map_id, [Set(table="maps", id=map_id, field="title", value="Later")])
    person = sam if role is Role.PARTICIPANT else app.service.people.join(_code(app), "Olaf", role)
    screen = looked_at(app, map_id, then, person)
    assert "I *call*" in screen.said
    assert "Restore as a copy" not in screen.labels


def _code(app: App) -> str:
    return app.service.people.workshops(app.owner)[0].join_code


def test_an_observer_may_read_the_history(app: App) -> None:
    map_id, _ = small(app)
    person = app.service.people.join(_code(app), "Olaf", Role.OBSERVER)
    assert "made the map “A visit”" in app.open("history", person, map=map_id).said
