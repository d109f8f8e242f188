"""Linking maps on the compare page: a to-be that stands alone finds its as-is, and nothing is linked unseen."""

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
    assert [row["why"] for row in rows] == ["same words", "71 % alike"]
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


def test_whoever_may_not_link_is_not_asked_to(app: App) -> None:
    _, to_be = alone(app)
    screen = app.open("compare", app.join(Role.PARTICIPANT, to_be), map=to_be)
    assert not [one for one in screen.selectbox if "as-is" in str(one.label)]
