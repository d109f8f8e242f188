"""Where a screen has nothing to show yet, it says what to do first and leads there."""

import pytest

from journeymap.domain.model.operations import Add
from tests.support.app import App, Screen


def ways(screen: Screen) -> set[tuple[str, str]]:
    """Where the page's links lead."""
    return {(found.proto.page, found.proto.query_string) for found in screen.get("page_link")}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("page", ["compare", "stories", "history", "graph"])
def test_of_an_empty_map_every_page_leads_to_the_map_first(app: App, page: str, language: str) -> None:
    map_id = app.new_map("A visit")
    screen = app.open(page, language=language, map=map_id)
    assert ("map", f"map={map_id}") in ways(screen)
    assert screen.at("frame", "to-be").label


@pytest.mark.parametrize("page", ["compare", "stories"])
def test_a_map_with_something_on_it_is_designed_further(app: App, page: str) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I call"}),
    )
    screen = app.open(page, map=map_id)
    assert "First: how is it today?" not in screen.said
    assert screen.labels.count("Design the to-be") == 2


@pytest.mark.parametrize("page", ["map", "graph", "compare", "stories", "history"])
def test_without_any_map_a_page_says_where_to_make_one(app: App, page: str) -> None:
    screen = app.open(page)
    assert "there is none yet" in screen.said
    assert ("", "") in ways(screen) or any(place in ("home", "") for place, _ in ways(screen))


def test_without_any_workshop_its_page_leads_to_a_new_one(app: App) -> None:
    assert "view=workshop" in {query for _, query in ways(app.open("workshop"))}
