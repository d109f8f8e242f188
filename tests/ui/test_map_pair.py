"""On the map of a to-be: which as-is it was designed from, and another choice."""

import pytest

from journeymap.domain.model.roles import Role
from tests.support.app import App, Screen
from tests.support.nature_park import park

TITLE = "Visiting a nature park"


def scope(app: App, map_id: str, **how: object) -> Screen:
    """The map with its scope open."""
    screen = app.open("map", map=map_id, **how)  # type: ignore[arg-type]
    screen.at("map", "tool", "scope").click().run()
    return screen


def test_a_to_be_says_which_as_is_it_comes_from_and_leads_there(app: App) -> None:
    _, to_be = park(app)
    screen = scope(app, to_be)
    assert "Designed from" in screen.said
    assert TITLE in screen.labels
    assert "40 of its 44 micro-moments come from this as-is." in screen.said


def test_an_as_is_comes_from_nothing(app: App) -> None:
    as_is, _ = park(app)
    assert "Designed from" not in scope(app, as_is).said


def test_another_as_is_is_chosen_where_the_links_are_reviewed(app: App) -> None:
    as_is, to_be = park(app)
    screen = scope(app, to_be)
    assert not [box for box in screen.selectbox if "as-is" in (box.key or "")], "nothing is linked unseen"
    screen.press("Look at the link")
    assert screen.at("compare", "link-as-is", to_be).value == as_is
    assert "Link as ticked" in screen.labels


def test_a_to_be_that_waits_says_for_what(app: App, tmp_path: object) -> None:
    as_is, to_be = park(app)
    content = app.service.exchange.export(app.owner, to_be, "json").content.replace(as_is.encode(), b"far-away")
    waiting = app.service.exchange.import_document(app.owner, content, again=True)
    assert f"It was designed from “{TITLE}”, which is not here." in scope(app, waiting).said


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTICIPANT])
def test_who_may_not_manage_the_map_reads_it_and_chooses_nothing(app: App, role: Role) -> None:
    as_is, to_be = park(app)
    person = app.join(role, as_is, to_be)
    screen = scope(app, to_be, person=person)
    assert "Designed from" in screen.said
    assert "Look at the link" not in screen.labels


def test_what_one_may_not_see_is_not_named(app: App) -> None:
    _, to_be = park(app)
    person = app.join(Role.FACILITATOR, to_be)
    screen = scope(app, to_be, person=person)
    assert "It was designed from a map that you may not see." in screen.said
    assert TITLE not in screen.labels
