"""A to-be is linked to an as-is as somebody reviewed it, or not at all."""

import pytest

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.origin_matches import OriginMatch
from journeymap.domain.model.operations import Add, Remove
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
