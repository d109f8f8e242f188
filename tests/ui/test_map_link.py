"""Linking maps on the compare page: a to-be that stands alone finds its as-is, and nothing is linked unseen."""

from typing import Any

from journeymap.domain.analysis.origin_matches import OriginMatch, Why
from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.ui.screens.compare.map_link import accepted, review_rows
from tests.support.app import App
from tests.support.small_maps import made

TO_BE = made({"id": "x", "text": "I wait"}, {"id": "y", "text": "I <b>book</b>"})
MATCHES = (
    OriginMatch("moments", "x", "wait", Why.SAME),
    OriginMatch("moments", "y", "call", Why.ALIKE, 0.71),
)
OPTIONS = {"wait": "I wait", "call": "I call"}


def test_what_is_only_alike_is_not_ticked_until_somebody_does() -> None:
    rows = review_rows(MATCHES, TO_BE, OPTIONS, "en")
    assert [row["take"] for row in rows] == [True, False]
    assert [row["why"] for row in rows] == ["same words", "71\u00a0% alike"]
    assert [match.as_is for match in accepted(MATCHES, rows, OPTIONS)] == ["wait", ""]


def test_another_row_may_be_chosen_in_a_line() -> None:
    rows = review_rows(MATCHES, TO_BE, OPTIONS, "en")
    rows[1] |= {"take": True, "as_is": "I wait"}
    assert [match.as_is for match in accepted(MATCHES, rows, OPTIONS)] == ["wait", "wait"]


def alone(app: App) -> tuple[str, str]:
    episode = Add(table="episodes", id="e", values={"title": "Before"})
    moment = Add(table="moments", id="m", parent="e", values={"text": "I call"})
    as_is = app.new_map("Today", episode, moment)
    return as_is, app.new_map("Tomorrow", episode, moment, kind=MapKind.TO_BE)


def test_a_to_be_that_stands_alone_is_linked_after_a_review(app: App) -> None:
    as_is, to_be = alone(app)
    screen = app.open("compare", map=to_be)
    assert "This to-be stands alone" in screen.said
    screen.at("compare", "link-as-is", to_be).set_value(as_is).run()
    assert app.service.maps.head(app.owner, to_be).as_is_id is None  # choosing is not linking
    screen.press("Link as ticked")
    assert app.service.maps.head(app.owner, to_be).as_is_id == as_is
    assert "This to-be stands alone" not in screen.said


def test_a_link_is_taken_back_and_made_again_with_one_button(app: App) -> None:
    as_is, to_be = alone(app)
    screen = app.open("compare", map=to_be)
    screen.at("compare", "link-as-is", to_be).set_value(as_is).run()
    screen.press("Link as ticked").press("Look at the link").press("Let it stand alone again")
    journey = app.service.maps.journey(app.owner, to_be)
    assert app.service.maps.head(app.owner, to_be).as_is_id is None
    assert journey.moments[0].origin is None
    assert "This to-be stands alone" in screen.said
    screen.press("Link it to “Today” again")
    assert app.service.maps.head(app.owner, to_be).as_is_id == as_is
    assert app.service.maps.journey(app.owner, to_be).moments[0].origin == "m"


def test_a_linked_to_be_is_unlinked_and_its_moments_keep_where_they_come_from(app: App) -> None:
    as_is, _ = alone(app)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    screen = app.open("compare", map=to_be)
    screen.press("Look at the link").press("Unlink")
    assert app.service.maps.head(app.owner, to_be).as_is_id is None
    assert app.service.maps.journey(app.owner, to_be).moments[0].origin == "m"


def test_what_is_only_alike_stands_before_what_is_certain(app: App) -> None:
    as_is = app.new_map("Today", *(
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m0", parent="e", values={"text": "I wait for the letter"}),
        Add(table="moments", id="m1", parent="e", values={"text": "I call the desk of the park"}),
    ))  # fmt: skip
    to_be = app.new_map("Tomorrow", *(
        Add(table="episodes", id="f", values={"title": "Before"}),
        Add(table="moments", id="n0", parent="f", values={"text": "I wait for the letter"}),
        Add(table="moments", id="n1", parent="f", values={"text": "I call the desk of a park"}),
    ), kind=MapKind.TO_BE)  # fmt: skip
    screen = app.open("compare", map=to_be)
    screen.at("compare", "link-as-is", to_be).set_value(as_is).run()
    grid: Any = screen.get("dataframe")[0]
    first = grid.value
    assert first.iloc[:, 1].tolist() == ["I call the desk of a park"]
    assert "One line is only alike and waits for you; 2 match" in screen.said
    assert "2 lines match by their ids or their words" in screen.said


def test_whoever_may_not_link_is_not_asked_to(app: App) -> None:
    _, to_be = alone(app)
    screen = app.open("compare", app.join(Role.PARTICIPANT, to_be), map=to_be)
    assert not [one for one in screen.selectbox if "as-is" in str(one.label)]
