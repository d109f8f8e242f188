"""Stories: all of a to-be's moments as work, those one looks for, and the ways to take them away."""

from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.text.catalogue import say
from journeymap.exchange.formats import FORMATS, Takes, offered
from journeymap.exchange.stories import Epic, stories
from journeymap.ui.screens.stories.content import Wanted, as_text, counted, found, paged
from tests.support.app import App
from tests.support.map_editor import board_of
from tests.support.nature_park import park
from tests.support.small_maps import HOSTILE, made, sample
from tests.support.tracker_files import texts_in

EPICS = stories(sample("to-be"), sample("as-is"))


def titles(epics: list[Epic]) -> list[str]:
    return [story.title for epic in epics for story in epic.stories]


# Which stories


def test_every_moment_is_a_story_in_the_epic_of_its_episode() -> None:
    assert titles(found(EPICS, Wanted())) == [moment.text for moment in sample("to-be").moments]
    numbers = counted(EPICS)
    assert (numbers.stories, numbers.epics, numbers.changed, numbers.lacking) == (44, 6, 33, 0)


def test_only_what_changed_leaves_out_kept_moments_and_empty_epics() -> None:
    left = found(EPICS, Wanted(), only_changed=True)
    assert len(titles(left)) == 33
    assert all(story.changed for epic in left for story in epic.stories)
    kept = [replace(EPICS[0], stories=tuple(s for s in EPICS[0].stories if not s.changed))]
    assert found(kept, Wanted(), only_changed=True) == []


def test_one_episode_can_be_chosen() -> None:
    assert [epic.episode_id for epic in found(EPICS, Wanted(episode="e-park"))] == ["e-park"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("INSECT caught", "Find out which insect we caught"),
        ("wait to be called", ""),
        ("write a review about the kitchen", "Tell the same evening how the day was"),
        ("   ", "Read the member magazine"),
    ],
)
def test_words_are_looked_for_in_all_that_a_story_says(words: str, title: str) -> None:
    left = titles(found(EPICS, Wanted(words=words)))
    assert title in left if title else left == []


def test_stories_that_lack_something_can_be_looked_for() -> None:
    epics = stories(made("One", {"text": "Two", "needs": [{"text": "Rest"}]}, map={"title": "T", "kind": "to-be"}))
    assert counted(epics).lacking == 2
    assert "no need yet" in epics[0].stories[0].hints
    assert "no need yet" not in epics[0].stories[1].hints
    assert titles(found(epics, Wanted(lacking=True))) == ["One", "Two"]
    assert found(EPICS, Wanted(lacking=True)) == []


@pytest.mark.parametrize("most", [1, 7, 40, 100])
def test_pages_show_every_story_exactly_once(most: int) -> None:
    pages = [paged(EPICS, page, most) for page in range(1, -(-44 // most) + 1)]
    assert [title for page in pages for title in titles(page)] == titles(list(EPICS))
    assert all(0 < len(titles(page)) <= most for page in pages)


# One story


def test_a_story_copied_is_markdown_with_its_criteria_to_tick() -> None:
    story = EPICS[0].stories[0]
    text = as_text(story, "en")
    assert text.startswith("### Read the member magazine\n\nAs Marieke, I want to read the member magazine")
    assert text.count("- [ ] ") == len(story.criteria) == 4


def test_a_copied_story_holds_other_peoples_words_as_text() -> None:
    for text in HOSTILE:
        epics = stories(made(text))
        assert "<" not in as_text(epics[0].stories[0], "en").replace("\\<", "")


def test_what_it_replaces_is_never_itself() -> None:
    magazine, weekend = EPICS[0].stories[0], EPICS[0].stories[3]
    assert magazine.replaces == ()
    assert weekend.replaces == ("Search for something to do this weekend", "Look the park up on the website")


# The screen


def test_the_to_bes_stories_stand_by_epic_with_where_they_come_from(app: App) -> None:
    said = app.open("stories", map=park(app)[1], view="stories").said
    assert "44 stories in 6 epics. 33 change something; the others stay as they are." in said
    assert ":gray[1.1] **Read the member magazine**" in said
    assert "As Marieke, I want to read the member magazine" in said
    assert "Replaces:] Search for something to do this weekend; Look the park up on the website" in said
    assert "validated by Mila" in said


def test_the_screen_shows_what_one_looks_for(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "words", to_be).set_value("beavers").run()
    assert "Wait for the beavers at the lodge" in screen.said
    assert "Park the car" not in screen.said
    screen.at("stories", "words", to_be).set_value("no such words").run()
    assert "No story matches this search" in screen.said
    screen.at("stories", "words", to_be).set_value("").run()
    screen.at("stories", "episode", to_be).set_value("e-park").run()
    screen.at("stories", "changed", to_be).set_value(True).run()
    assert "**Talk to a ranger**" in screen.said
    assert "**Stand still for a woodpecker**" not in screen.said
    assert "Pay for everything at once" not in screen.said


def test_a_long_list_comes_in_pages(app: App) -> None:
    screen = app.open("stories", map=park(app)[1], view="stories")
    assert "6.8" not in screen.said
    assert len(screen.get("code")) == 40


def test_a_story_that_lacks_a_need_says_so(app: App) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "Call"}),
        kind="to-be",
    )
    screen = app.open("stories", map=map_id, view="stories")
    assert "One story in one epic. One still lacks something." in screen.said
    assert "no need yet" in screen.said
    assert "stay as they are" not in screen.said


def test_a_story_can_be_opened_on_the_map(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "open", "m-magazine").click().run()
    assert to_be in screen.query_params["map"]
    assert board_of(screen)["selected"] == {"table": "moments", "id": "m-magazine"}


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ("Stories as text (Markdown)", "Stories for a tracker (CSV)")),
        ("nl", ("Story’s als tekst (Markdown)", "Story’s voor een tracker (CSV)")),
    ],
)
def test_every_way_to_take_stories_away_is_offered(app: App, language: str, labels: tuple[str, ...]) -> None:
    screen = app.open("stories", language=language, map=park(app)[1], view="stories")
    screen.at("stories", "take").click().run()
    options = screen.at("stories", "taking", "format").options
    assert len(options) == len(offered(Takes.STORIES))
    assert set(labels) <= set(options)


def test_an_as_is_says_kindly_where_stories_come_from(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("stories", map=as_is)
    assert "Stories come from the to-be" in screen.said
    assert "Open the stories of “Visiting a nature park, one plan for the day”" in screen.labels
    assert "Design the to-be" not in screen.labels


def test_an_as_is_without_a_to_be_offers_to_design_one(app: App) -> None:
    map_id = app.new_map("A visit", Add(table="episodes", id="e", values={"title": "Before"}))
    app.service.changes.change(app.owner, map_id, [Add(table="moments", id="m", parent="e", values={"text": "Call"})])
    screen = app.open("stories", map=map_id, view="stories")
    screen.at("stories", "design").click().run()
    assert "None of them changes anything yet." in screen.said
    screen.at("stories", "changed", "".join(screen.query_params["map"])).set_value(True).run()
    assert "Nothing has changed here since the as-is" in screen.said
    assert "No stories yet" not in screen.said
    watching = app.open("stories", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "Design the to-be" not in watching.labels


# Taking them away


def test_before_a_file_is_taken_one_sees_what_it_holds_and_what_its_importer_takes(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    assert not screen.get("link_button")
    screen.at("stories", "take").click().run()
    for one in offered(Takes.STORIES):
        screen.at("stories", "taking", "format").set_value(one.name).run()
        assert not screen.exception
        assert say(one.about) in screen.said
        assert "33 stories in 6 epics. Only the stories that change something." in screen.said
        (link,) = screen.get("link_button")
        assert link.proto.url.endswith(f"/export?format={one.name}&only_changed=true")
        assert not one.limits or say(one.limits) in screen.said
        file = unescape(texts_in(app.service.exchange.export(app.owner, to_be, one.name).content))
        file += file.replace('""', '"')  # as a cell of a table, and as it stands
        said = beginning(screen)
        assert any(said)
        assert all(line in file for line in said)


def beginning(screen: Any) -> list[str]:
    """What is shown of the file: the first line of each cell, or all lines."""
    tables = [frame.value.to_dict("list") for frame in screen.dataframe]
    if not tables:
        return str(screen.code[-1].value).split("\n")
    return [cell.split("\n")[0][:50] for cells in tables[0].values() for cell in cells]


def test_a_table_is_shown_by_its_columns(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "take").click().run()
    screen.at("stories", "taking", "format").set_value("stories-jira-csv").run()
    (frame,) = screen.dataframe
    assert list(frame.value.columns[:7]) == [
        *("Issue Type", "Issue ID", "Parent", "Summary", "Description", "Priority", "Labels"),
    ]
    assert next(iter(frame.value["Summary"])) == "Getting inspired"
    assert "Jira advises at most 1,500 rows" in screen.said


def test_what_stays_as_it_is_is_taken_only_where_one_asks_for_it(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "take").click().run()
    assert "33 stories in 6 epics. Only the stories that change something." in screen.said
    screen.at("stories", "taking", "changed").set_value(False).run()
    assert "44 stories in 6 epics. All stories of this to-be." in screen.said
    assert screen.get("link_button")[0].proto.url.endswith("&only_changed=false")


def test_the_dialog_writes_the_stories_that_the_page_has_made(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    made: list[str] = []

    def counting(journey: Journey, *args: Any, **how: Any) -> list[Epic]:
        made.append(journey.map_id)
        return stories(journey, *args, **how)

    monkeypatch.setattr("journeymap.exchange.stories.stories", counting)
    monkeypatch.setattr("journeymap.exchange.formats.stories", counting)
    screen.at("stories", "take").click().run()
    assert made == [to_be]


def test_that_nothing_has_changed_is_said_once(app: App) -> None:
    as_is = app.new_map("A visit", Add(table="episodes", id="e", values={"title": "Before"}))
    app.service.changes.change(app.owner, as_is, [Add(table="moments", id="m", parent="e", values={"text": "Call"})])
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "take").click().run()
    assert screen.said.count("Nothing has changed since “A visit”.") == 1
    assert "0 stories" not in screen.said
    assert not screen.get("link_button")


def test_more_than_an_importer_takes_is_taken_in_parts_and_said_beforehand(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "stories-azure-agile-csv", replace(FORMATS["stories-azure-agile-csv"], most=30))
    _, to_be = park(app)
    screen = app.open("stories", map=to_be, view="stories")
    screen.at("stories", "take").click().run()
    screen.at("stories", "taking", "format").set_value("stories-azure-agile-csv").run()
    assert [one.value for one in screen.info if "epics, stories and tasks" in one.value]
    assert "format=stories-azure-agile-zip" in screen.get("link_button")[0].proto.url
    assert "1-of-1.csv" in screen.said
    screen.at("stories", "taking", "format").set_value("stories-azure-scrum-csv").run()
    assert not [one.value for one in screen.info if "epics, stories and tasks" in one.value]
    assert "format=stories-azure-scrum-csv" in screen.get("link_button")[0].proto.url


def test_an_empty_to_be_says_what_to_do_first(app: App) -> None:
    assert "No stories yet" in app.open("stories", map=app.new_map("A dream", kind="to-be")).said


def test_other_peoples_words_stay_text(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": HOSTILE[0]})]
    for n, text in enumerate([*HOSTILE, "W" * 280]):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text}))
        adds.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
    map_id = app.new_map("A visit", *adds, kind="to-be")
    screen = app.open("stories", map=map_id, view="stories")
    for found_ in screen.markdown:
        assert "<img" not in found_.value.replace("\\<img", "")
        assert "](http" not in found_.value
    app.service.changes.change(
        app.owner, map_id, [Remove(table="needs", id="n0"), Set(table="moments", id="m1", field="optional", value=True)]
    )
    assert "optional" in app.open("stories", map=map_id, view="stories").said
