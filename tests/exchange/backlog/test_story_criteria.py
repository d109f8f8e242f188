"""Acceptance criteria: Given, When, Then, each of which somebody can test; and the outcome beside them."""

from typing import Any

import pytest
from hypothesis import given, settings

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Set
from journeymap.exchange.markdown import stories_markdown
from journeymap.exchange.stories import UserStory, stories
from tests.support.journeys import journeys
from tests.support.small_maps import HOSTILE, made, sample

CHANNELS: list[dict[str, Any]] = [
    {"id": "app", "name": "App"},
    {"id": "friends", "name": "Family and friends"},
    {"id": "courier", "name": "Courier", "owned": False},
]


def told(language: str = "en", text: str = "", **moment: Any) -> UserStory:
    text = text or ("Call the desk" if language == "en" else "De balie bellen")
    header = {"title": "A visit", "language": language}
    whole = {"text": text, "id": "m", **moment}
    (epic,) = stories(made(whole, map=header, channels=CHANNELS, persona={"name": "Mila"}))
    return epic.stories[0]


def then(story: UserStory) -> list[str]:
    return [one.then for one in story.tests]


@pytest.mark.parametrize(
    ("moment", "en", "nl"),
    [
        ({"minutes": 10}, ["it is finished within 10 minutes"], ["is het binnen 10 minuten klaar"]),
        ({"minutes": 1}, ["it is finished within one minute"], ["is het binnen één minuut klaar"]),
        ({"minutes": 90}, ["it is finished within 1 h 30 min"], ["is het binnen 1 u 30 min klaar"]),
        ({"minutes": 0}, ["it is finished at once"], ["is het meteen klaar"]),
        ({"waiting_minutes": 5}, ["I wait no longer than 5 minutes"], ["wacht ik niet langer dan 5 minuten"]),
        ({"waiting_minutes": 0}, ["I do not have to wait"], ["hoef ik niet te wachten"]),
        ({}, [], []),
    ],
)
def test_times_are_limits_that_one_can_measure(moment: dict[str, Any], en: list[str], nl: list[str]) -> None:
    assert then(told(**moment)) == en
    assert then(told("nl", **moment)) == nl


@pytest.mark.parametrize(
    ("today", "minutes", "expected"),
    [
        (30, 10, ["it is finished within 10 minutes"]),
        (10, 10, []),
        (5, 50, ["there are 50 minutes for it, and nobody is hurried"]),
        (None, 10, ["it is finished within 10 minutes"]),
        (30, 0, ["it is finished at once"]),
        (30, None, []),
    ],
)
def test_only_what_gets_shorter_has_a_limit(today: float | None, minutes: float | None, expected: list[str]) -> None:
    as_is = made({"id": "m", "text": "Call", "minutes": today})
    to_be = made({"id": "m", "text": "Call", "minutes": minutes, "origin": "m"})
    assert then(stories(to_be, as_is)[0].stories[0]) == expected


@pytest.mark.parametrize(("today", "waiting", "limits"), [(9, 5, 1), (5, 5, 0), (5, 9, 0), (None, 5, 1), (9, 0, 1)])
def test_only_a_wait_that_gets_shorter_has_a_limit(today: float | None, waiting: float, limits: int) -> None:
    as_is = made({"id": "m", "text": "Call", "waiting_minutes": today})
    to_be = made({"id": "m", "text": "Call", "waiting_minutes": waiting, "origin": "m"})
    assert len(then(stories(to_be, as_is)[0].stories[0])) == limits


def test_only_channels_of_ours_have_to_work() -> None:
    story = told(touchpoints=[{"channel": one["id"]} for one in CHANNELS])
    assert [one.when for one in story.tests if one.kind == "channel"] == ["this goes through “App”"]
    assert story.channels == ("App", "Family and friends", "Courier")


def test_no_story_of_the_sample_demands_that_it_works_among_friends() -> None:
    for language in ("en", "nl"):
        to_be = sample("to-be", language)
        others = [channel.name for channel in to_be.channels if not channel.owned]
        found = [one for epic in stories(to_be) for story in epic.stories for one in story.tests]
        assert others
        assert not [
            one for one in found if one.kind in ("channel", "message") if any(f"“{o}”" in one.when for o in others)
        ]


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("Be sure", "can say: “I am sure”"),
        ("Peace of mind", "can say: “I have peace of mind”"),
        ("The doctor calls me back", "can say: “The doctor calls me back”"),
        ("I need certainty", "can say: “I have certainty”"),
        ("Blub.", "say that this need is met: “Blub”"),
        ("الأمان", "say that this need is met: “الأمان”"),
    ],
)
def test_a_need_is_met_when_people_who_try_it_say_so(need: str, expected: str) -> None:
    assert then(told(needs=[{"text": need}])) == [f"at least 4 of 5 people who try it {expected}"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I call the desk because I need certainty", "can say: “I have certainty”"),
        ("nl", "Ik bel de balie omdat ik zekerheid nodig heb", "voldaan: “ik heb zekerheid nodig”"),
    ],
)
def test_a_need_that_the_micro_moment_names_itself_is_a_criterion_too(language: str, text: str, expected: str) -> None:
    story = told(language, text)
    assert [one.kind for one in story.tests] == ["need"]
    assert then(story)[0].endswith(expected)
    assert not [hint for hint in story.hints if "need" in hint or "behoefte" in hint]


@pytest.mark.parametrize("need", ["Me welkom voelen", "Ik heb zekerheid nodig", "Rust", "Blub.", "🌳"])
def test_a_dutch_need_is_quoted_as_it_was_typed(need: str) -> None:
    bare = need.rstrip(".")
    assert then(told("nl", needs=[{"text": need}])) == [
        f"zeggen minstens 4 van de 5 mensen die het uitproberen dat aan deze behoefte is voldaan: “{bare}”"
    ]


@pytest.mark.parametrize(
    ("step", "en", "nl"),
    [
        ({}, "backstage: “Answer”", "achter de schermen gedaan: “Answer”"),
        ({"team": "Desk"}, "backstage by Desk: “Answer”", "gedaan door Desk: “Answer”"),
        ({"system": "CRM"}, "backstage in CRM: “Answer”", "gedaan in CRM: “Answer”"),
        ({"team": "Desk", "system": "CRM"}, "by Desk in CRM: “Answer”", "door Desk in CRM: “Answer”"),
    ],
)
def test_a_backstage_step_is_done_by_whom_and_in_what_the_map_says(step: dict[str, str], en: str, nl: str) -> None:
    steps = [{"text": "Answer.", **step}]
    assert then(told(backstage_steps=steps))[0].endswith(en)
    assert then(told("nl", backstage_steps=steps))[0].endswith(nl)


def test_beside_the_as_is_only_a_step_that_changes_is_a_criterion() -> None:
    steps = [{"id": "a", "text": "Answer"}, {"id": "b", "text": "Note"}]
    as_is = made({"text": "Call", "backstage_steps": steps})
    to_be = perform(as_is, [Set(table="backstage_steps", id="b", field="system", value="CRM")])[0]
    (story,) = stories(to_be, as_is)[0].stories
    assert then(story) == ["this has been done backstage in CRM: “Note”"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Call the desk", "I want to call the desk"),
        ("en", "The doctor explains the result", "I want the doctor to explain the result"),
        ("en", "I cannot find the desk", "the micro-moment “I cannot find the desk”"),
        ("en", "Blub", "the micro-moment “Blub”"),
        ("en", "اتصل بالمكتب", "the micro-moment “اتصل بالمكتب”"),
        ("nl", "De balie bellen", "ik wil de balie bellen"),
        ("nl", "Mijn moeder belt", "ik wil dat mijn moeder belt"),
        ("nl", "Ik vind de balie niet", "het micromoment “Ik vind de balie niet” doet zich voor"),
    ],
)
def test_the_situation_is_what_the_persona_wants_where_that_is_certain(language: str, text: str, expected: str) -> None:
    (one,) = told(language, text, minutes=3).tests
    assert one.given == expected


def test_a_criterion_is_one_sentence_with_its_three_clauses() -> None:
    (one,) = told(minutes=10).tests
    assert one.text == "Given I want to call the desk, when this begins, then it is finished within 10 minutes."
    (one,) = told("nl", minutes=10).tests
    assert one.text == "Stel: ik wil de balie bellen; als dit begint, dan is het binnen 10 minuten klaar."


def test_the_emotion_is_an_outcome_with_a_question_and_a_threshold_and_no_criterion() -> None:
    story = told(targeted_valence=1.4, targeted_label="Calm")
    assert (story.criteria, story.targeted) == ((), "calm (+1.4)")
    (said,) = story.outcomes
    assert said.startswith("After release, ask those who went through “Call the desk”: “How did you feel,")
    assert said.endswith("At least 70\u00a0% answer +1 or higher.")
    (said,) = told("nl", targeted_valence=2).outcomes
    assert said.startswith("Vraag na de livegang")
    assert said.endswith("Minstens 70\u00a0% antwoordt +2.")
    (said,) = told(targeted_label="at home").outcomes
    assert said.endswith("At least 70\u00a0% choose “at home”.")
    assert told().outcomes == ()


def test_the_outcome_says_what_is_felt_today() -> None:
    as_is = made({"id": "m", "text": "Call", "felt_valence": -1.5, "targeted_valence": 1})
    assert stories(as_is, as_is)[0].stories[0].outcomes[0].endswith("Today it is −1.5.")


@pytest.mark.parametrize(
    ("felt", "aim", "expected"),
    [
        (1.2, 1.5, "% answer +2. Today it is +1.2."),
        (2, 2, "% answer +2. Today it is +2 already: it must not become less."),
        (1, 1, "% answer +1 or higher. Today it is +1 already: it must not become less."),
        (-1, -0.5, "% answer 0 or higher. Today it is −1."),
    ],
)
def test_what_is_felt_today_already_is_no_promise(felt: float, aim: float, expected: str) -> None:
    as_is = made({"id": "m", "text": "Call", "felt_valence": felt, "targeted_valence": aim})
    assert stories(as_is, as_is)[0].stories[0].outcomes[0].endswith(expected)


@pytest.mark.parametrize("hostile", [*HOSTILE, "W" * 280, "م" * 280])
def test_odd_texts_are_tested_to_the_letter(hostile: str) -> None:
    kept = " ".join(hostile.split())
    story = told(text=hostile, needs=[{"text": hostile}], backstage_steps=[{"text": hostile, "team": hostile[:40]}])
    assert all(kept.rstrip(" .") in one.then for one in story.tests)


@given(journeys(min_size=4, max_size=20))
@settings(max_examples=30)
def test_any_map_has_criteria_of_three_clauses_each_in_its_text(journey: Journey) -> None:
    for epic in stories(journey, journey):
        for story in epic.stories:
            assert story.criteria == tuple(one.text for one in story.tests)
            assert all(
                clause and clause in one.text for one in story.tests for clause in (one.given, one.when, one.then)
            )


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "Nothing has changed here"), ("nl", "Er is hier niets veranderd")]
)
def test_where_nothing_has_changed_the_document_says_so(language: str, expected: str) -> None:
    as_is = made("Call", map={"title": "A visit", "language": language})
    assert expected in stories_markdown(as_is, stories(as_is, as_is, only_changed=True))
    empty = made(map={"title": "A visit", "language": language})
    assert expected not in stories_markdown(empty, stories(empty))
