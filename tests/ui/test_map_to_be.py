"""In a to-be: where a moment comes from, merging, and what is new."""

from journeymap.domain.changes import Add
from journeymap.domain.comparing import Disposition, compare
from tests.support.app import App
from tests.support.journeys import FULL
from tests.support.mapping import Desk, pick_on


def at_to_be(app: App) -> Desk:
    """The to-be of a small as-is with a third moment."""
    park = Add(table="moments", id="park", parent="there", values={"text": "I park"})
    need = Add(table="needs", id="room", parent="park", values={"text": "find a place"})
    sign = Add(table="touchpoints", id="park-desk", parent="park", values={"channel": "desk"})
    as_is = app.new_map("A visit", *(change for change in FULL[1:] if change.table != "origins"), park, need, sign)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    return Desk(app, to_be, app.open("map", map=to_be))


def fates(desk: Desk) -> dict[str, str]:
    as_is = desk.app.service.exchange.as_is_of(desk.app.owner, desk.map_id)
    assert as_is is not None
    found = compare(as_is, desk.journey)
    return {fate.as_is.id if fate.as_is else fate.to_be[0].text: str(fate.disposition) for fate in found.fates}


def test_a_moment_says_which_as_is_moment_it_comes_from_and_can_come_from_another(app: App) -> None:
    desk = at_to_be(app).choose("moments", "call")
    assert desk.field("moments", "call", "origin").value == "call"
    desk.write("moments", "call", "origin", "park")
    assert desk.row("moments", "call").origin == "park"


def test_a_moment_is_merged_into_another_in_one_go(app: App) -> None:
    desk = at_to_be(app).choose("moments", "arrive")
    before = desk.journey
    desk.write("moments", "arrive", "other", "park").press_of("moments", "arrive", "merge")
    assert desk.row("moments", "park") is None
    assert desk.journey.origins_of("arrive") == ("arrive", "park")
    assert desk.names("needs", "arrive") == ["find a place"]
    assert [channel.id for channel in desk.journey.channels_of("arrive")] == ["desk"]
    assert fates(desk)["park"] == fates(desk)["arrive"] == Disposition.MERGED
    assert desk.field("moments", "arrive", "text").value == "I arrive"
    assert "I park" in desk.screen.said, "the merged origin is named"
    desk.press("map", "undo")
    assert desk.journey.same_rows(before)


def test_a_merged_origin_can_be_taken_off_again(app: App) -> None:
    desk = at_to_be(app).choose("moments", "arrive")
    desk.write("moments", "arrive", "other", "park").press_of("moments", "arrive", "merge")
    (origin,) = desk.journey.siblings("origins", "arrive")
    desk.press_of("origins", origin, "remove")
    assert desk.journey.origins_of("arrive") == ("arrive",)


def test_a_moment_is_called_new(app: App) -> None:
    desk = at_to_be(app).choose("moments", "arrive").press_of("moments", "arrive", "new")
    assert desk.journey.origins_of("arrive") == ()
    assert fates(desk)["I arrive"] == Disposition.NEW
    assert fates(desk)["arrive"] == Disposition.REMOVED


def test_a_moment_added_to_a_to_be_is_new(app: App) -> None:
    desk = at_to_be(app).choose("moments", "call").write("moments", "call", "add-after", "I get one plan")
    assert fates(desk)["I get one plan"] == Disposition.NEW


def test_an_as_is_asks_for_no_origin(app: App) -> None:
    desk = at_to_be(app)
    as_is = app.service.maps.head(app.owner, desk.map_id).as_is_id
    assert as_is is not None
    screen = app.open("map", map=as_is)
    pick_on(screen, as_is, "moments", "call")
    assert "Where it comes from" not in screen.said
