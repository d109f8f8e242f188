"""The wording of stories: the owner says it once, and every story of the installation is written by it."""

import json

import pytest

from journeymap.domain.model.roles import Role
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.story_patterns import OURS
from journeymap.exchange.formats import Takes, offered
from journeymap.service.own_patterns import NOTE
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.nature_park import park
from tests.support.tracker_files import texts_in

OWN = {"sentence": "{persona} says: {wish}. Why? {needs}!", "when-begun": "the clock starts"}


@pytest.fixture
def app(service: Service) -> App:
    return App(service)


def first_sentence(app: App, map_id: str) -> str:
    return app.service.exchange.stories(app.owner, map_id)[0].stories[0].sentence


def test_every_story_and_file_is_worded_so_at_once(app: App) -> None:
    _, to_be = park(app)
    before = first_sentence(app, to_be)
    app.service.story_patterns.change(app.owner, "en", OWN, 80)
    after = first_sentence(app, to_be)
    assert after != before
    assert " says: I want to " in after
    epics = app.service.exchange.stories(app.owner, to_be)
    told = [one for epic in epics for story in epic.stories for one in (*story.criteria, *story.outcomes)]
    assert any("the clock starts" in one for one in told)
    assert any("At least 80\u00a0%" in one for one in told)
    for one in offered(Takes.STORIES):
        file = app.service.exchange.export(app.owner, to_be, one.name)
        assert "says: I want to" in texts_in(file.content), one.name


def test_a_proposal_is_worded_so_too(app: App) -> None:
    _, to_be = park(app)
    app.service.story_patterns.change(app.owner, "en", OWN, OURS.share)
    epics = app.service.exchange.stories(app.owner, to_be)
    found = app.service.exchange.story_findings(app.owner, to_be, epics)
    split = [one for findings in found.by_story.values() for one in findings if one.rule == "several-needs"]
    assert split
    assert all(" says: " in proposal for one in split for proposal in one.proposals)


def test_maps_in_another_language_stay_as_they_are(app: App) -> None:
    app.service.story_patterns.change(app.owner, "nl", {"when-begun": "de klok loopt"}, OURS.share)
    _, to_be = park(app)
    told = [one for epic in app.service.exchange.stories(app.owner, to_be) for s in epic.stories for one in s.criteria]
    assert not any("de klok loopt" in one for one in told)
    assert app.service.story_patterns.of(app.owner, "nl").own == (("when-begun", "de klok loopt"),)


def test_one_goes_back_to_ours_and_what_is_ours_is_not_kept(app: App) -> None:
    wording = app.service.story_patterns
    wording.change(app.owner, "en", OWN, 80)
    assert wording.reset(app.owner, "en") == OURS == wording.of(app.owner, "en")
    assert wording.change(app.owner, "en", {"when-over": " this is over ", "sentence": ""}, OURS.share) == OURS
    assert app.service.house.store.noted(f"{NOTE}en") == ""


@pytest.mark.parametrize(
    ("texts", "share", "language"),
    [({"sentence": "As {persona}"}, 70, "en"), ({}, 0, "en"), ({}, 101, "en"), ({}, 70, "fr")],
)
def test_what_cannot_be_written_by_changes_nothing(app: App, texts: dict[str, str], share: int, language: str) -> None:
    app.service.story_patterns.change(app.owner, "en", OWN, 80)
    with pytest.raises(Refusal):
        app.service.story_patterns.change(app.owner, language, texts, share)
    assert dict(app.service.story_patterns.of(app.owner, "en").own) == OWN


def test_nobody_but_the_owner_words_stories(app: App) -> None:
    person = app.join(Role.FACILITATOR)
    wording = app.service.story_patterns
    for act in (wording.reset, wording.of):
        with pytest.raises(Refusal):
            act(person, "en")


def test_who_changed_it_is_in_the_audit_log(app: App) -> None:
    app.service.story_patterns.change(app.owner, "nl", {"when-begun": "de klok loopt"}, 70)
    (entry,) = app.service.audit.entries(app.owner, kind="story-wording")
    assert (entry.by_id, entry.subject) == (app.owner.id, "nl")


@pytest.mark.parametrize(
    "kept",
    [
        "{", "[]", '{"own": 1, "share": 2}', '{"own": {}, "share": "x"}',
        json.dumps({"own": {"sentence": "no places", "unknown": "x"}, "share": 0}),
    ],
)  # fmt: skip
def test_what_this_version_cannot_write_by_is_ours(app: App, kept: str) -> None:
    app.service.house.store.write(lambda tx: tx.note(f"{NOTE}en", kept)).result()
    assert app.service.story_patterns.of(app.owner, "en") == OURS
