"""Sharing: a map comes into a workshop, and the room reads the code."""

import pytest

from journeymap.domain.model.roles import Role
from tests.support.app import App, Screen, Visit


def dialog(app: App, map_id: str, **how: object) -> Screen:
    """The dialog of this map, open."""
    return app.open("history", map=map_id, **how).press("Share")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _default_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "PORT", "PUBLIC_URL"):
        monkeypatch.delenv(f"JOURNEYMAP_{name}", raising=False)


def test_a_map_comes_into_a_new_workshop_and_the_code_is_there(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = dialog(app, map_id)
    assert "This map is not in a workshop yet" in screen.said
    screen.at("share", "name").set_value("Park day")
    screen.press("Bring it in")
    workshop = app.service.people.workshops(app.owner)[0]
    assert workshop.title == "Park day"
    assert workshop.join_code in screen.said
    assert app.service.maps.head(app.owner, map_id).workshop_id == workshop.id


def test_a_map_comes_into_a_workshop_that_is_there(app: App) -> None:
    map_id = app.new_map("A visit")
    workshop, _ = app.workshop(title="Park day")
    screen = dialog(app, map_id)
    screen.at("share", "into").set_value(workshop.id).run()
    screen.press("Bring it in")
    assert workshop.join_code in screen.said
    assert app.service.maps.head(app.owner, map_id).workshop_id == workshop.id


def test_a_workshop_without_a_name_is_refused_and_nothing_is_written(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = dialog(app, map_id)
    screen.at("share", "name").set_value("  ")
    screen.press("Bring it in")
    assert "Please fill in “the workshop’s title”" in screen.said
    assert app.service.people.workshops(app.owner) == []
    assert app.service.maps.head(app.owner, map_id).workshop_id is None


def test_on_this_machine_alone_the_owner_reads_how_to_let_the_room_in(app: App) -> None:
    map_id = app.new_map("A visit")
    app.workshop(map_id)
    said = dialog(app, map_id).said
    assert "The room cannot reach this address yet" in said
    assert "journeymap run --host 0.0.0.0" in said
    assert "http://127.0.0.1:8501/join" in said


@pytest.mark.parametrize(
    ("opened_at", "address"),
    [
        ("localhost:8501", "http://192.0.2.9:8501/join"),
        ("127.0.0.1:8501", "http://192.0.2.9:8501/join"),
        ("maps.local:9000", "http://maps.local:9000/join"),
    ],
)
def test_share_and_the_workshops_page_say_where_others_join(
    app: App, monkeypatch: pytest.MonkeyPatch, opened_at: str, address: str
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("journeymap.settings._reachable", lambda: "192.0.2.9")
    monkeypatch.setattr("journeymap.ui.shared._bound_to", lambda: "0.0.0.0")

    def draws(text: str) -> str:
        drawn.append(text)
        return "data:,"

    monkeypatch.setattr("journeymap.ui.screens.workshop.join_panel.qr", draws)
    map_id = app.new_map("A visit")
    workshop, _ = app.workshop(map_id)
    visit = Visit(app.service.people.seat(app.owner), host=opened_at)
    said = dialog(app, map_id, visit=visit).said
    assert address in said
    assert "cannot reach" not in said
    page = app.open("workshop", workshop=workshop.id, visit=visit).said
    assert address.partition("://")[2] in page
    assert drawn == [f"{address}?code={workshop.join_code}"]


def test_a_reachable_address_needs_no_warning(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYMAP_PUBLIC_URL", "https://maps.example.org")
    map_id = app.new_map("A visit")
    app.workshop(map_id)
    said = dialog(app, map_id).said
    assert "https://maps.example.org/join" in said
    assert "cannot reach" not in said


def test_a_facilitator_reads_the_code_but_moves_no_map_to_another_workshop(app: App) -> None:
    map_id = app.new_map("A visit")
    facilitator = app.join(Role.FACILITATOR, map_id)
    screen = dialog(app, map_id, person=facilitator)
    assert app.service.people.workshops(app.owner)[0].join_code in screen.said
    assert "Bring it in" not in screen.labels
    assert "journeymap run" not in screen.said
