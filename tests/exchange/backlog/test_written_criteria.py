"""Criteria as people write them, in either language and however they break their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.exchange.backlog.user_stories import Criterion
from journeymap.exchange.backlog.written_criteria import criteria_text, read_criteria
from journeymap.exchange.stories import stories
from tests.support.small_maps import sample

CLAUSES = ("I call", "it rings", "somebody answers")


def clauses(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(one.given, one.when, one.then) for one in read_criteria(text, "I call the desk", (), language)]


@pytest.mark.parametrize(
    "text",
    [
        "Given I call\nWhen it rings\nThen somebody answers",
        "Given I call, when it rings, then somebody answers.",
        "- given I call\n- when it rings\n- then somebody answers",
        "1. Given I call, when it rings, then somebody answers",
        "Stel: I call; als it rings, dan somebody answers.",
        "Gegeven I call\nAls it rings\nDan somebody answers",
    ],
)
def test_given_when_then_is_read_in_both_languages(text: str) -> None:
    assert clauses(text) == [CLAUSES]


def test_and_goes_on_with_the_clause_before_it_and_each_given_begins_anew() -> None:
    first = "Given I call\nAnd it is night\nWhen it rings\nThen I hear a voice\nBut no music"
    assert clauses(f"{first}\n\nGiven I wait\nThen I know why") == [
        ("I call and it is night", "it rings", "I hear a voice and no music"),
        ("I wait", "this is over", "I know why"),
    ]


def test_a_line_without_keywords_is_what_is_true_then() -> None:
    assert clauses("It works at night\nAnd in Dutch") == [
        ("the micro-moment “I call the desk”", "this is over", "It works at night"),
        ("the micro-moment “I call the desk”", "this is over", "And in Dutch"),
    ]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_the_map_says_comes_back_as_its_own_criteria(language: str) -> None:
    for epic in stories(sample("to-be", language), sample("as-is", language)):
        for story in epic.stories:
            assert read_criteria(criteria_text(story.criteria), story.title, story.tests, language) == story.tests


@given(st.text(max_size=200), st.sampled_from(["en", "nl"]))
def test_nothing_that_is_written_is_lost(text: str, language: str) -> None:
    found: tuple[Criterion, ...] = read_criteria(text, "I call", (), language)
    said = "".join(f"{one.given}{one.when}{one.then}{one.text}" for one in found)
    for word in text.split():
        bare = word.strip("-*•–.,;:[]()0123456789 ")
        if len(bare) > 8 and bare.isalpha():
            assert bare in said
    assert all(one.then and one.text for one in found)
