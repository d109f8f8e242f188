"""A to-be is linked to an as-is as somebody reviewed it, or not at all."""

import pytest

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.origin_matches import OriginMatch, Why
from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.store_calls import refused


@pytest.fixture
def app(service: Service) -> App:
    return App(service)


def new(app: App, title: str, kind: MapKind, *texts: str) -> str:
    map_id = app.new_map(title, Add(table="episodes", id="e", values={"title": "Before"}), kind=kind)
    moments = [
        Add(table="moments", id=f"{title}{n}", parent="e", values={"text": text}) for n, text in enumerate(texts)
    ]
    app.service.changes.change(app.owner, map_id, moments)
    return map_id


@pytest.fixture
def pair(app: App) -> tuple[str, str]:
    """An as-is and a to-be that was made without it."""
    as_is = new(app, "a", MapKind.AS_IS, "I call the desk", "I wait for the letter")
    return as_is, new(app, "b", MapKind.TO_BE, "I wait for the letter", "I feed the ducks")


def test_looking_at_what_matches_writes_nothing(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    before = app.service.maps.journey(app.owner, to_be)
    assert any(match.as_is for match in app.service.map_links.proposed(app.owner, to_be, as_is))
    assert app.service.maps.journey(app.owner, to_be) == before
    assert app.service.maps.head(app.owner, to_be).as_is_id is None


def test_what_was_reviewed_is_one_act_and_one_undo_takes_the_origins_back(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    reviewed = app.service.map_links.proposed(app.owner, to_be, as_is)
    app.service.map_links.link(app.owner, to_be, as_is, reviewed)
    maps = app.service.maps
    found = compare(maps.journey(app.owner, as_is), maps.journey(app.owner, to_be)).fates
    fates = {fate.as_is.text: fate for fate in found if fate.as_is}
    assert fates["I call the desk"].disposition is Disposition.REMOVED
    assert [heir.id for heir in fates["I wait for the letter"].to_be] == ["b0"]
    assert maps.head(app.owner, to_be).as_is_id == as_is
    app.service.changes.undo(app.owner, to_be)
    assert maps.journey(app.owner, to_be).tables["moments"]["b0"].origin is None
    assert maps.head(app.owner, to_be).as_is_id is None, "the link is part of the act"
    app.service.changes.redo(app.owner, to_be)
    assert maps.head(app.owner, to_be).as_is_id == as_is
    assert maps.journey(app.owner, to_be).tables["moments"]["b0"].origin == "a1"


def test_what_was_linked_before_is_there_again_with_its_origins_and_its_revision(
    app: App, pair: tuple[str, str]
) -> None:
    other, to_be = pair[0], app.service.maps.design_to_be(app.owner, pair[0])
    as_is = new(app, "c", MapKind.AS_IS, "I call the desk", "I feed the ducks")
    links, maps = app.service.map_links, app.service.maps
    before, began = maps.journey(app.owner, to_be), maps.head(app.owner, to_be).base_revision
    links.link(app.owner, to_be, as_is, [OriginMatch("moments", "a0", "c0"), OriginMatch("moments", "a1", "", Why.ID)])
    linked = maps.journey(app.owner, to_be)
    assert [moment.origin for moment in linked.moments] == ["c0", None]
    assert maps.head(app.owner, to_be).base_revision == maps.head(app.owner, as_is).revision
    somebody = app.join(Role.FACILITATOR, other, as_is, to_be)
    links.link_back(somebody, to_be)
    assert [moment.origin for moment in maps.journey(app.owner, to_be).moments] == [m.origin for m in before.moments]
    assert (maps.head(app.owner, to_be).as_is_id, maps.head(app.owner, to_be).base_revision) == (other, began)
    links.link_back(somebody, to_be)
    assert maps.journey(app.owner, to_be).moments == linked.moments
    assert maps.head(app.owner, to_be).as_is_id == as_is


def test_what_somebody_changed_since_stays_when_a_link_is_taken_back(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    links = app.service.map_links
    links.link(app.owner, to_be, as_is, [OriginMatch("moments", "b0", "a1"), OriginMatch("moments", "b1", "a0")])
    app.service.changes.change(app.owner, to_be, [Set(table="moments", id="b0", field="origin", value="a0")])
    links.link_back(app.owner, to_be)
    assert [moment.origin for moment in app.service.maps.journey(app.owner, to_be).moments] == ["a0", None]
    assert app.service.maps.head(app.owner, to_be).as_is_id is None


def test_where_the_as_is_is_gone_since_the_link_is_to_none(app: App, pair: tuple[str, str]) -> None:
    gone, to_be = pair[0], app.service.maps.design_to_be(app.owner, pair[0])
    maps, links = app.service.maps, app.service.map_links
    links.link(app.owner, to_be, new(app, "c", MapKind.AS_IS, "I look"), [])
    maps.archive(app.owner, gone)
    maps.delete(app.owner, gone, "a")
    links.link_back(app.owner, to_be)
    assert maps.head(app.owner, to_be).as_is_id is None


def test_where_only_what_it_was_begun_from_is_gone_the_as_is_is_linked_again(app: App, pair: tuple[str, str]) -> None:
    first = app.service.workshops.create(app.owner, "The first room", as_is=pair[0]).map_id
    begun = app.service.maps.design_to_be(app.owner, first)
    app.service.changes.change(app.owner, first, [Set(table="moments", id="a0", field="minutes", value=9.0)])
    copy = app.service.workshops.create(app.owner, "The second room", as_is=first).map_id
    there = app.service.maps.to_be_of(app.owner, copy)
    assert there is not None
    assert there.base_map_id == first
    maps = app.service.maps
    maps.link(app.owner, there.id, None)
    for map_id in (begun, first):
        maps.archive(app.owner, map_id)
        maps.delete(app.owner, map_id, maps.head(app.owner, map_id).title)
    app.service.map_links.link_back(app.owner, there.id)
    head = maps.head(app.owner, there.id)
    assert (head.as_is_id, head.base_map_id, head.base_revision) == (copy, None, None)


def test_reviewing_the_links_again_keeps_the_revision_the_to_be_was_begun_from(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair[0], app.service.maps.design_to_be(app.owner, pair[0])
    began = app.service.maps.head(app.owner, to_be).base_revision
    app.service.changes.change(app.owner, as_is, [Set(table="moments", id="a0", field="minutes", value=9.0)])
    links = app.service.map_links
    links.link(app.owner, to_be, as_is, links.proposed(app.owner, to_be, as_is))
    assert app.service.maps.head(app.owner, to_be).base_revision == began
    assert app.service.comparisons.of(app.owner, as_is, to_be).not_dealt_with


def test_nobody_takes_back_a_link_who_may_not_make_one(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    links = app.service.map_links
    with refused("invalid", "link-nothing-before"):
        links.link_back(app.owner, to_be)
    links.link(app.owner, to_be, as_is, links.proposed(app.owner, to_be, as_is))
    with refused("forbidden", "may-not-manage"):
        links.link_back(app.join(Role.PARTICIPANT, as_is, to_be), to_be)
    assert app.service.maps.head(app.owner, to_be).as_is_id == as_is


def test_nobody_links_back_to_an_as_is_that_they_may_not_see(app: App, pair: tuple[str, str]) -> None:
    hidden, to_be = pair
    links, maps = app.service.map_links, app.service.maps
    links.link(app.owner, to_be, hidden, [OriginMatch("moments", "b0", "a1")])
    mine = new(app, "c", MapKind.AS_IS, "I feed the ducks")
    links.link(
        app.owner, to_be, mine, [OriginMatch("moments", "b0", "", Why.ORIGIN), OriginMatch("moments", "b1", "c0")]
    )
    somebody = app.join(Role.FACILITATOR, mine, to_be)
    before = maps.journey(app.owner, to_be)
    with refused("forbidden", "other-workshop"):
        links.link_back(somebody, to_be)
    assert maps.head(app.owner, to_be).as_is_id == mine
    assert maps.journey(app.owner, to_be) == before, "nothing is changed"


def test_an_archived_map_and_what_is_no_pair_any_more_are_not_linked_back(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    links, maps = app.service.map_links, app.service.maps
    links.link(app.owner, to_be, as_is, [])
    maps.link(app.owner, to_be, None)
    maps.archive(app.owner, to_be)
    with refused("invalid", "archived"):
        links.link_back(app.owner, to_be)
    maps.restore(app.owner, to_be)
    app.service.changes.change(app.owner, as_is, [Set(table="maps", id=as_is, field="kind", value="to-be")])
    with refused("invalid", "as-is-is-to-be"):
        links.link_back(app.owner, to_be)
    assert maps.head(app.owner, to_be).as_is_id is None


def test_where_a_row_is_gone_since_nothing_is_linked(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    reviewed = app.service.map_links.proposed(app.owner, to_be, as_is)
    app.service.changes.change(app.owner, as_is, [Remove(table="moments", id="a1")])
    with refused("stale", "link-rows-gone"):
        app.service.map_links.link(app.owner, to_be, as_is, reviewed)
    assert app.service.maps.head(app.owner, to_be).as_is_id is None


def test_only_whoever_may_manage_the_map_links_it_and_a_to_be_is_no_as_is(app: App, pair: tuple[str, str]) -> None:
    as_is, to_be = pair
    sam = app.join(Role.PARTICIPANT, as_is, to_be)
    reviewed = [OriginMatch("moments", "b0", "a1")]
    with refused("forbidden", "may-not-manage"):
        app.service.map_links.link(sam, to_be, as_is, reviewed)
    other = new(app, "c", MapKind.TO_BE, "I look")
    with refused("invalid", "as-is-is-to-be"):
        app.service.map_links.link(app.owner, to_be, other, [])
    assert app.service.maps.journey(app.owner, to_be).tables["moments"]["b0"].origin is None
