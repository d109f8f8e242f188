"""Compare: what one looks for stays through changes of the maps; what is in the archive is said."""

from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.roles import Role
from tests.support.app import App, Screen
from tests.support.compare_page import picture_of, texts_of
from tests.support.small_maps import HOSTILE

AS_IS: tuple[Change, ...] = (
    Add(table="episodes", id="before", values={"title": "Before"}),
    Add(table="episodes", id="there", values={"title": HOSTILE[2]}),
    Add(table="moments", id="call", parent="before", values={"text": "Call"}),
    Add(table="moments", id="wait", parent="before", values={"text": "Wait", "moment_of_truth": True}),
    Add(table="moments", id="park", parent="there", values={"text": "Park"}),
    Add(table="pain_points", id="silence", parent="wait", values={"text": "Nothing comes back"}),
    Add(table="backstage_steps", id="desk", parent="call", values={"text": "Write it down", "team": "Front desk"}),
)


def pair(app: App) -> tuple[str, str]:
    """An as-is and its to-be, in which one moment has other words and one is gone."""
    as_is = app.new_map("A visit", *AS_IS)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    redesigned: list[Change] = [
        Set(table="moments", id="call", field="text", value="Book in the app"),
        Remove(table="moments", id="wait"),
    ]
    app.service.changes.change(app.owner, to_be, redesigned)
    return as_is, to_be


def look_for(screen: Screen, name: str, value: object) -> None:
    screen.at("compare", "filter", name).set_value(value).run()


def test_each_filter_shows_what_is_looked_for_on_both_maps(app: App) -> None:
    screen = app.open("compare", map=pair(app)[0])
    for name, value, nothing, shown in (
        ("episodes", ["there"], [], (["Park"], ["Park"])),
        ("dispositions", ["changed", "removed"], [], (["Call", "Wait"], ["Book in the app"])),
        ("teams", ["front desk"], [], (["Call"], ["Book in the app"])),
        ("pain", "undecided", "", (["Wait"], [])),
        ("truth", True, False, (["Wait"], [])),
    ):
        look_for(screen, name, value)
        assert texts_of(screen) == shown, name
        assert "columns are what you look for" in screen.said
        look_for(screen, name, nothing)
        assert texts_of(screen) == (["Call", "Wait", "Park"], ["Book in the app", "Park"]), name


def test_what_one_looks_for_stays_when_either_map_changes_and_in_every_view(app: App) -> None:
    as_is, to_be = pair(app)
    screen = app.open("compare", map=as_is)
    look_for(screen, "dispositions", ["changed"])
    app.service.changes.change(app.owner, to_be, [Set(table="moments", id="park", field="text", value="Park for free")])
    screen.run()
    assert texts_of(screen) == (["Call", "Park"], ["Book in the app", "Park for free"])
    more = Add(table="moments", id="look", parent="before", values={"text": "Look around"})
    app.service.changes.change(app.owner, as_is, [more])
    screen.run()
    assert texts_of(screen) == (["Call", "Park"], ["Book in the app", "Park for free"])
    screen.at("compare", "view").set_value("table").run()
    screen.at("compare", "view").set_value("side").run()
    assert texts_of(screen) == (["Call", "Park"], ["Book in the app", "Park for free"])
    assert picture_of(screen)["sought"]


def test_where_nothing_is_found_one_press_shows_everything_again(app: App) -> None:
    as_is, to_be = pair(app)
    screen = app.open("compare", map=as_is)
    look_for(screen, "teams", ["front desk"])
    app.service.changes.change(app.owner, as_is, [Remove(table="backstage_steps", id="desk")])
    app.service.changes.change(app.owner, to_be, [Remove(table="backstage_steps", id="desk")])
    screen.run()
    assert "Nothing on either map is what you look for." in screen.said
    screen.at("compare", "filter", "clear", "nothing").click().run()
    assert texts_of(screen) == (["Call", "Wait", "Park"], ["Book in the app", "Park"])
    assert "what you look for" not in screen.said


def test_an_episode_that_is_gone_is_looked_for_no_more(app: App) -> None:
    as_is, to_be = pair(app)
    screen = app.open("compare", map=as_is)
    look_for(screen, "episodes", ["there"])
    for map_id in (as_is, to_be):
        app.service.changes.change(app.owner, map_id, [Remove(table="episodes", id="there")])
    screen.run()
    assert texts_of(screen) == (["Call", "Wait"], ["Book in the app"])


def test_only_what_changes_is_a_press_of_its_own(app: App) -> None:
    screen = app.open("compare", map=pair(app)[0])
    screen.at("compare", "only-changed").set_value(True).run()
    assert texts_of(screen) == (["Call", "Wait"], ["Book in the app"])
    screen.at("compare", "filter", "clear", "found").click().run()
    assert not screen.at("compare", "only-changed").value


def test_a_beamer_gets_the_figures_and_the_pains_that_the_page_shows(app: App) -> None:
    picture = picture_of(app.open("compare", map=pair(app)[0]))
    assert [fact["label"] for fact in picture["facts"][:3]] == ["Peak", "Low", "End"]
    assert [(pain["text"], pain["pains"]) for pain in picture["pains"]] == [("Wait", ["Nothing comes back"])]


def test_an_archived_as_is_is_said_and_brought_back_from_where_one_misses_it(app: App) -> None:
    as_is, to_be = pair(app)
    app.service.maps.archive(app.owner, as_is)
    screen = app.open("compare", map=to_be)
    assert "The as-is “A visit” is in the archive" in screen.said
    assert texts_of(screen)[0] == ["Call", "Wait", "Park"]
    switch = screen.at("frame", "counterpart", to_be)
    assert list(switch.options) == ["As-is (archive)", "To-be"]
    screen.at("compare", "restore", as_is).click().run()
    assert app.service.maps.head(app.owner, as_is).archived_at is None
    assert "is in the archive" not in screen.said


def test_who_may_not_restore_is_told_who_may(app: App) -> None:
    as_is, to_be = pair(app)
    person = app.join(Role.PARTICIPANT, to_be)
    app.service.maps.assign(app.owner, as_is, person.workshop_id or "")
    app.service.maps.archive(app.owner, as_is)
    screen = app.open("compare", person, map=to_be)
    assert "Whoever leads the workshop can restore it." in screen.said
    assert "Restore" not in screen.labels


def test_an_as_is_whose_only_to_be_is_archived_is_not_said_to_have_none(app: App) -> None:
    as_is, to_be = pair(app)
    app.service.maps.archive(app.owner, to_be)
    screen = app.open("compare", map=as_is)
    assert "There is no to-be yet" not in screen.said
    assert "it is in the archive" in screen.said
    screen.at("compare", "restore", to_be).click().run()
    assert texts_of(screen) == (["Call", "Wait", "Park"], ["Book in the app", "Park"])
