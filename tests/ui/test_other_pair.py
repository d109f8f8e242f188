"""Other pairs on the compare page: revisions of one map, another map of its kind, versions as columns."""

import threading
from collections.abc import Callable

import pytest

from journeymap.domain.analysis import same_kind
from journeymap.domain.analysis.comparison import compare
from journeymap.domain.model.operations import Add, Remove
from journeymap.domain.model.rows import MapKind
from tests.support.app import App
from tests.support.compare_page import texts_of


def a_map(app: App, title: str, *texts: str, kind: MapKind = MapKind.AS_IS) -> str:
    episode = Add(table="episodes", id="e", values={"title": "Before"})
    moments = [Add(table="moments", id=f"m{n}", parent="e", values={"text": one}) for n, one in enumerate(texts)]
    return app.new_map(title, episode, *moments, kind=kind)


def test_two_revisions_of_one_map_are_compared(app: App) -> None:
    map_id = a_map(app, "Today", "I look", "I call")
    app.service.changes.change(app.owner, map_id, [Remove(table="moments", id="m0")])
    screen = app.open("compare", map=map_id)
    screen.at("compare", "with", map_id).set_value("revisions").run()
    last = app.service.maps.journey(app.owner, map_id).revision
    screen.at("compare", "revision", "first", map_id).set_value(last - 1).run()
    assert f"Revision {last - 1}: " in screen.said
    screen.at("compare", "view", "other").set_value("table").run()
    found = screen.table[0].value.to_string()
    assert "removed" in found
    assert "I look" in found
    assert "Decide" not in screen.said
    screen.at("compare", "revision", "first", map_id).set_value(last).run()
    assert "Nothing differs between the two" in screen.said


def test_last_years_as_is_is_compared_with_this_years(app: App) -> None:
    before = a_map(app, "Last year", "I look", "I call")
    now = app.service.maps.duplicate(app.owner, before, "This year")
    app.service.changes.change(app.owner, now, [Add(table="moments", id="new", parent="e", values={"text": "I swim"})])
    screen = app.open("compare", map=now)
    screen.at("compare", "with", now).set_value("map").run()
    screen.at("compare", "other-map", now).set_value(before).run()
    screen.at("compare", "view", "other").set_value("side").run()
    assert texts_of(screen) == (["I look", "I call"], ["I look", "I call", "I swim"])


@pytest.mark.parametrize(
    ("place", "work"),
    [
        ("journeymap.ui.screens.compare.other_pair.traced", same_kind.traced),
        ("journeymap.ui.screens.compare.pair.compare", compare.compare),
    ],
)
def test_two_large_maps_are_compared_in_their_readers_turn(
    app: App, monkeypatch: pytest.MonkeyPatch, place: str, work: Callable[..., object]
) -> None:
    monkeypatch.setattr("journeymap.service.turns.LARGE_ROWS", 3)
    turns, found = app.service.house.turns, []

    def watched(*given: object, **how: object) -> object:
        found.append(threading.get_ident() in turns._working)
        return work(*given, **how)

    map_id = a_map(app, "Today", "I look", "I call")
    screen = app.open("compare", map=map_id)
    monkeypatch.setattr(place, watched)
    screen.at("compare", "with", map_id).set_value("revisions").run()
    assert found
    assert all(found)
    assert turns._here.total() == 0


def test_several_versions_stand_beside_one_another(app: App) -> None:
    as_is = a_map(app, "Today", "I look", "I call")
    first = app.service.maps.design_to_be(app.owner, as_is, "Bold")
    second = app.service.maps.duplicate(app.owner, first, "Careful")
    app.service.changes.change(app.owner, first, [Remove(table="moments", id="m1")])
    later = Add(table="moments", id="later", parent="e", values={"text": "I park"}, after=None)
    app.service.changes.change(app.owner, as_is, [later])
    app.service.dispositions.confirm(app.owner, first, ["m1"])
    screen = app.open("compare", map=first)
    screen.at("compare", "view").set_value("versions").run()
    table = screen.table[0].value
    assert "not dealt with yet" in table.iloc[0, 1], "what came later is removed by nobody"
    assert "Bold: 2 of 3 undecided · Careful: 3 of 3 undecided" in screen.said
    assert list(table.columns)[1:] == ["Bold", "Careful"]
    assert "removed" in table.iloc[2, 1]
    assert "decided" in table.iloc[2, 1]
    assert "kept" in table.iloc[2, 2]
    screen.at("compare", "versions-only").set_value(True).run()
    assert [row[0] for row in screen.table[0].value.to_numpy()] == ["I call"]
    assert second
