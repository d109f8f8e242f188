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


def test_a_role_is_said_in_the_language_of_the_page(app: App) -> None:
    app.join(Role.OBSERVER, name="Olaf")
    for language, word in (("en", "observer"), ("nl", "waarnemer")):
        assert word in app.open("audit", language=language).dataframe[0].value.to_csv()


def test_what_happened_long_ago_is_on_the_pages_that_follow(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.ui.screens.audit.screen.PAGE", 2)
    for n in range(5):
        app.service.audit.note("link", app.owner, subject=f"link {n}")
    screen = app.open("audit")
    screen.selectbox[0].set_value("link").run()

    def shown() -> list[str]:
        return list(screen.dataframe[0].value["About"])

    seen = [shown()]
    for button in ("Older", "Older", "Newer"):
        screen.press(button)
        seen.append(shown())
    assert seen == [["link 4", "link 3"], ["link 2", "link 1"], ["link 0"], ["link 2", "link 1"]]


def test_nobody_else_sees_it(app: App) -> None:
    screen = app.open("audit", person=app.join(Role.OBSERVER, name="Olaf"))
    assert "Only the owner" in screen.said
    assert not screen.dataframe
