"""The owner's page: what happened, and who is signed in."""

import pytest

from journeymap.domain.model.roles import Role
from tests.support.app import App


@pytest.mark.parametrize(("language", "title"), [("en", "Audit log"), ("nl", "Logboek")])
def test_the_owner_sees_what_happened_and_signs_somebody_out(app: App, language: str, title: str) -> None:
    person = app.join(Role.OBSERVER, name="Olaf")
    app.service.people.seat(person, "Safari, iPhone")
    screen = app.open("audit", language=language)
    assert screen.title[0].value == title
    assert "Olaf" in screen.dataframe[0].value.to_csv()
    assert "Safari, iPhone · Olaf" in screen.said
    if language == "en":
        screen.press("Sign out")
        assert app.service.people.sessions.of(person) == []


def test_nobody_else_sees_it(app: App) -> None:
    screen = app.open("audit", person=app.join(Role.OBSERVER, name="Olaf"))
    assert "Only the owner" in screen.said
    assert not screen.dataframe
