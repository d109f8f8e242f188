"""Traceability on the stories screen: needs and stories, today, evidence, and what a change would hit."""

from typing import Any

import pytest

from journeymap.domain.model.operations import Add, Change
from tests.support.app import App, Screen
from tests.support.nature_park import park
from tests.support.small_maps import HOSTILE


def traced(app: App, to_be: str, by: str = "", language: str = "en") -> Screen:
    """The view, by what it is traced."""
    screen = app.open("stories", language=language, map=to_be)
    screen.at("stories", "view", to_be).set_value("traces").run()
    if by:
        screen.at("traces", "by", to_be).set_value(by).run()
    return screen


def rows(screen: Screen) -> list[dict[str, Any]]:
    (table,) = screen.table
    found: list[dict[str, Any]] = table.value.to_dict("records")
    return found


def test_needs_and_stories_are_a_matrix_with_what_has_no_story_first(app: App) -> None:
    screen = traced(app, park(app)[1])
    assert "4 needs have no story." in screen.said
    first, *_ = rows(screen)
    assert "Weigh this day against other plans" in first["Need"]
    assert "A need of today that no story serves" in first["Need"]
    assert set(first.values()) == {first["Need"], ""}
    invited = next(row for row in rows(screen) if row["Need"] == "Feel invited")
    assert [cell for name, cell in invited.items() if cell and name != "Need"] == ["1.1"]


def test_a_story_without_a_need_stands_in_the_matrix(app: App) -> None:
    screen = traced(app, visit(app))
    assert "One story has no need." in screen.said
    assert "Stories without a need" in rows(screen)[0]["Need"]
    assert "1.2" in rows(screen)[0].values()


@pytest.mark.parametrize(
    ("language", "today", "stories", "none"),
    [("en", "Today", "Stories", "no story"), ("nl", "Vandaag", "Stories", "geen story")],
)
def test_todays_moments_name_the_stories_they_live_on_in(
    app: App, language: str, today: str, stories: str, none: str
) -> None:
    found = {row[today]: row[stories] for row in rows(traced(app, park(app)[1], "as-is", language))}
    assert any("See on the website what fits our weekend" in told for told in found.values())
    assert any(none in told for told in found.values())


def test_a_story_names_its_need_todays_moment_and_its_evidence_and_evidence_its_stories(app: App) -> None:
    to_be = park(app)[1]
    story = next(row for row in rows(traced(app, to_be, "stories")) if "See on the website" in row["Story"])
    assert "Look the park up on the website" in story["Today"]
    back = {row["Evidence"]: row["Stories"] for row in rows(traced(app, to_be, "evidence"))}
    assert any("Mila" in proof and "Read the member magazine" in told for proof, told in back.items())


def test_a_change_says_which_stories_teams_and_messages_it_hits(app: App) -> None:
    to_be = visit(app)
    screen = traced(app, to_be)
    screen.at("traces", "change", to_be).set_value(("channel", "phone")).run()
    assert "2 stories" in screen.said
    assert "One team" in screen.said
    assert "Front desk" in screen.said
    assert "One communication" in screen.said
    assert "Welcome" in screen.said
    assert "Compare with today" not in screen.labels
    assert "Open on the map" in screen.labels
    screen.at("traces", "change", to_be).set_value(("channel", "fax")).run()
    assert "hits no story, no team and no communication" in screen.said


def test_a_change_of_today_is_asked_for_too(app: App) -> None:
    to_be = park(app)[1]
    screen = traced(app, to_be)
    screen.at("traces", "change", to_be).set_value("Today: Look the park up on the website").run()
    assert "One story" in screen.said
    assert "Compare with today" in screen.labels
    assert "See on the website what fits our weekend" in screen.said


def test_without_an_as_is_or_evidence_only_what_there_is_can_be_traced(app: App) -> None:
    to_be = visit(app)
    assert [*traced(app, to_be).at("traces", "by", to_be).options] == ["Needs", "Stories"]


def test_other_peoples_words_stay_text_in_every_table(app: App) -> None:
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": HOSTILE[2]})]
    for n, text in enumerate(HOSTILE):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text}))
        adds.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
        adds.append(Add(table="backstage_steps", id=f"b{n}", parent=f"m{n}", values={"text": "x", "team": text[:40]}))
    to_be = app.new_map("A visit", *adds, kind="to-be")
    for by in ("needs", "stories"):
        screen = traced(app, to_be, by)
        screen.at("traces", "change", to_be).select_index(0).run()
        cells = [str(word) for row in rows(screen) for pair in row.items() for word in pair]
        for said in (*cells, *(found.value for found in screen.markdown)):
            assert "<img" not in said.replace("\\<img", "")
            assert "](http" not in said


def visit(app: App) -> str:
    """A to-be with two calls, one of them without a need, and a message on the phone."""
    return app.new_map(
        "A visit",
        Add(table="channels", id="phone", values={"name": "Phone"}),
        Add(table="channels", id="fax", values={"name": "Fax"}),
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="communications", id="c", parent="e", values={"text": "Welcome", "channel": "phone"}),
        *(Add(table="moments", id=f"m{n}", parent="e", values={"text": f"Call {n}"}) for n in range(2)),
        *(Add(table="touchpoints", id=f"t{n}", parent=f"m{n}", values={"channel": "phone"}) for n in range(2)),
        Add(table="needs", id="n", parent="m0", values={"text": "Be sure"}),
        Add(table="backstage_steps", id="b", parent="m0", values={"text": "Answer", "team": "Front desk"}),
        kind="to-be",
    )
