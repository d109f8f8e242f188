"""Criteria as a tree: what we write reads as Given, When, Then, whatever its texts are; what does not is found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.backlog.gherkin_text import (
    PARTS,
    Clause,
    clauses_of,
    criteria_text,
    in_order,
    one_line,
    paragraphs,
)
from journeymap.exchange.backlog.user_stories import Criterion
from journeymap.exchange.stories import stories
from journeymap.exchange.story_findings.criteria_tree import fault_of, feature_text, scenarios_in
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding
from journeymap.exchange.story_findings.whole_backlog import story_findings
from tests.support.small_maps import HOSTILE, made, sample

NASTY = [
    *HOSTILE, "@smoke", '"""', "```", "| a | b |", "Scenario: another", "Examples:", "# language: fr", "#", "* star",
    "Rule: no", "أعرف متى يأتي الطبيب", "a\nb", "\\| \\n", "Functionaliteit: x", "Achtergrond:",
]  # fmt: skip
WORDS = {"en": ("Given", "When", "Then", "And"), "nl": ("Stel", "Als", "Dan", "En")}


def criterion(given: str = "I park", when: str = "I pay", then: str = "it is quiet") -> Criterion:
    return Criterion(given, when, then, "time", "")


def found(*tests: Criterion, language: str = "en") -> list[StoryFinding]:
    """What is found in a story of these criteria."""
    journey = made("Call the desk", map={"title": "A visit", "kind": "to-be", "language": language})
    (epic,) = stories(journey)
    story = replace(epic.stories[0], tests=tests)
    findings = story_findings(journey, [replace(epic, stories=(story,))])
    return [one for one in findings.of(story.id) if one.rule.startswith("criterion-")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_text_stays_text_wherever_it_stands(text: str, language: str) -> None:
    steps = [Clause(part, text) for part in PARTS]
    document = feature_text(text, [steps, steps], language)
    assert scenarios_in(document) == [PARTS, PARTS]


@given(texts=st.lists(st.text(), min_size=3, max_size=3), language=st.sampled_from(sorted(LANGUAGES)))
def test_what_a_step_says_never_changes_how_it_is_read(texts: list[str], language: str) -> None:
    steps = [Clause(part, text) for part, text in zip(PARTS, texts, strict=True)]
    assert scenarios_in(feature_text(texts[0], [steps], language)) == [PARTS]


@pytest.mark.parametrize("journey", [sample("to-be"), made()])
def test_what_is_made_of_a_map_is_whole(journey: Journey) -> None:
    tests = [test for epic in stories(journey) for story in epic.stories for test in story.tests]
    assert bool(tests) == bool(journey.moments)
    assert [fault_of(clauses_of(test, journey.language), journey.language) for test in tests] == [None] * len(tests)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("empty", ["", "  ", "…"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_clause_is_found_and_named(part: str, empty: str, language: str) -> None:
    (finding,) = found(criterion(**{part: empty}), language=language)
    assert (finding.kind, finding.rule) == (FindingKind.TESTABLE, "criterion-missing")
    assert finding.proposals == ()
    word = WORDS[language][PARTS.index(part)]
    assert f"({word})" in finding.why(language)


@pytest.mark.parametrize(
    ("language", "typed", "right"),
    [
        (
            "en",
            criterion("When I pay", "Given I park", "it is quiet"),
            "Given I park, when I pay, then it is quiet.",
        ),
        (
            "nl",
            criterion("Dan is het stil", "Als ik betaal", "Stel ik parkeer"),
            "Stel: ik parkeer; als ik betaal, dan is het stil.",
        ),
    ],
)
def test_a_wrong_order_is_found_and_put_right(language: str, typed: Criterion, right: str) -> None:
    (finding,) = found(typed, language=language)
    assert finding.rule == "criterion-order"
    assert finding.proposals == (right,)


def test_two_criteria_in_one_are_found() -> None:
    (finding,) = found(criterion(then="it is quiet\nWhen I leave\nThen it opens"))
    assert finding.rule == "criterion-order"
    assert finding.proposals == ("Given I park, when I pay and I leave, then it is quiet and it opens.",)


def test_a_keyword_in_the_middle_of_a_line_is_a_word() -> None:
    assert found(criterion(given="I come back when Given is open and then wait")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_criteria_as_text_are_read_back_as_they_were(language: str) -> None:
    tests = [criterion("I park", "I pay by card", "it is quiet"), criterion("أصل", "@smoke", "| a | b |")]
    read = [in_order(steps, language) for steps in paragraphs(criteria_text(tests, language), language)]
    assert read == [{part: getattr(one, part) for part in PARTS} for one in tests]


@given(text=st.text(), language=st.sampled_from(sorted(LANGUAGES)))
def test_nothing_that_somebody_wrote_is_left_out(text: str, language: str) -> None:
    def letters(told: str) -> str:
        return "".join(c for c in told if not c.isspace())

    keywords = {word.casefold() for word in (*WORDS[language], "Gegeven", "Wanneer", "Maar", "But")}
    read = paragraphs(text, language)
    kept = letters("".join(step.text for steps in read for step in steps))
    whole = letters("".join(line for line in text.splitlines()))
    if not any(line.split() and line.split()[0].rstrip(":,").casefold() in keywords for line in text.splitlines()):
        assert kept == whole


def test_a_line_without_a_keyword_goes_on_with_the_one_before() -> None:
    (steps,) = paragraphs("given: I park\n  my car\nWhen I pay\nAnd leave\nThen it opens", "en")
    expected = [("given", "I park my car"), ("when", "I pay"), ("when", "leave"), ("then", "it opens")]
    assert [(step.part, step.text) for step in steps] == expected


def test_a_paragraph_without_keywords_is_kept_and_said() -> None:
    (steps,) = paragraphs("It has to be quiet", "en")
    fault = fault_of(steps, "en")
    assert fault is not None
    assert fault.rule == "unread"
    assert in_order(steps, "en")["then"] == "It has to be quiet"


def test_a_text_in_one_line_is_one_line() -> None:
    assert one_line("a\r\n b\u2028c") == "a b c"
