"""My devices: seen, signed out, and one more signed in."""

from journeymap.domain.model.roles import Role
from tests.support.app import App, Visit


def test_one_sees_ones_devices_and_signs_others_out(app: App) -> None:
    person = app.join(Role.OBSERVER, name="Olaf")
    here, there = app.service.people.seat(person, "Firefox, Linux"), app.service.people.seat(person, "Safari, iPhone")
    screen = app.open(visit=Visit(here)).press("My devices")
    assert "Firefox, Linux · this device" in screen.said
    assert "Safari, iPhone · last used" in screen.said
    screen.press("Sign out")
    assert "Safari, iPhone" not in screen.said
    assert len(app.service.people.sessions.of(person)) == 1
    assert "join" not in app.open(visit=Visit(here)).said.lower().split("olaf")[0]
    assert "Olaf" not in app.open(visit=Visit(there)).said


def test_a_link_for_another_device_is_shown_once_asked_for(app: App) -> None:
    screen = app.open(person=app.join(Role.OBSERVER, name="Olaf")).press("My devices")
    assert "/device?link=" not in screen.said
    key = screen.press("A link for another device").said.partition("/device?link=")[2].split()[0]
    assert app.service.people.who(app.service.people.seat_by_link(key)).name == "Olaf"
