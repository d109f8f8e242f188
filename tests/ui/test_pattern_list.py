"""The wording of stories on the owner's page: typed, checked, seen at once, and taken back."""

import pytest

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.story_patterns import OURS, PLACES
from journeymap.ui.screens.audit.pattern_list import GROUPS, sample_criteria, sample_sentences
from tests.support.app import App


def test_each_pattern_stands_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(PLACES)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "As a veteran, I want to call the desk, so that I have certainty.",
                "As a veteran, I want the doctor to explain the result, so that I know where I stand.",
                "As a veteran, I want to know whether I have a place.",
                "As a veteran, I want: waiting room 3, so that: blue, and near the door.",
            ],
        ),
        (
            "nl",
            [
                "Als veteraan wil ik de balie bellen, want ik wil zekerheid.",
                "Als veteraan wil ik dat de arts de uitslag uitlegt, want ik wil weten waar ik aan toe ben.",
                "Als veteraan wil ik weten of ik een plek heb.",
                "Als veteraan wil ik: wachtkamer 3, zodat: blauw, en dicht bij de deur.",
            ],
        ),
    ],
)
def test_the_samples_are_of_different_forms(language: str, sentences: list[str]) -> None:
    assert sample_sentences(language, OURS) == sentences
    assert len(sample_criteria(language, OURS)) == 8


def test_what_is_typed_is_seen_before_it_is_used(app: App) -> None:
    screen = app.open("audit")
    field = screen.at("wording", "en", "wish-want")
    field.set_value("I would like {moment}").run()
    assert "I would like to call the desk" in screen.said
    assert app.service.story_patterns.of(app.owner, "en") == OURS
    screen.press("Use this wording")
    assert app.service.story_patterns.of(app.owner, "en").own == (("wish-want", "I would like {moment}"),)
    assert "Of one sentence the wording is your own." in screen.said
    screen.press("Back to ours")
    assert app.service.story_patterns.of(app.owner, "en") == OURS
    assert screen.at("wording", "en", "wish-want").value == "I want {moment}"


def test_what_is_wrong_is_said_below_its_field_and_cannot_be_used(app: App) -> None:
    screen = app.open("audit")
    screen.at("wording", "en", "sentence").set_value("As {persona}, {wish} {why}").run()
    assert "{needs} is missing: then the sentence does not say what for." in screen.said
    assert "Nothing is known as {why} here." in screen.said
    assert screen.named("Use this wording").disabled
    assert "As a veteran, I want to call the desk, so that" in screen.said


@pytest.mark.parametrize("language", LANGUAGES)
def test_either_language_can_be_worded(app: App, language: str) -> None:
    screen = app.open("audit")
    screen.at("wording", "language").set_value(language).run()
    screen.at("wording", language, "share").set_value(85).run()
    assert "85\u00a0%" in screen.said
    screen.press("Use this wording")
    assert app.service.story_patterns.of(app.owner, language).share == 85
