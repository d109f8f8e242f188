"""How stories are worded: what may stand in a pattern, and what is said of one that cannot be written by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.story_patterns import LENGTH, OURS, PLACES, StoryPatterns, faults_of, our_pattern

VALUES = {place: f"<{place}>" for places in PLACES.values() for place in places}


def told(name: str, text: str, language: str = "en") -> list[str]:
    return [fault.reason(language) for fault in faults_of(name, text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PLACES)
def test_our_own_pattern_is_one_that_somebody_may_write(name: str, language: str) -> None:
    own = our_pattern(name, language)
    assert told(name, own) == []
    values = {place: VALUES[place] for place in PLACES[name]}
    assert StoryPatterns(((name, own),)).said(name, language, **values) == OURS.said(name, language, **values)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("sentence", "As {persona}, {wish}.", "{needs} is missing: then the sentence does not say what for."),
        ("sentence", "{persona} {wish} {needs} {why}", "Nothing is known as {why} here."),
        ("when-over", "this is over {time}", "Nothing is known as {time} here: this sentence stands as it is."),
        ("when-over", "this is over }", "A brace stands alone."),
        ("when-over", "this {is over", "A brace stands alone."),
        ("when-over", "a\nb", "A sentence is one line."),
        ("when-over", "  ", "This sentence is empty."),
        ("when-over", "a" * (LENGTH + 1), "This sentence has 301 characters; 300 are possible."),
    ],
)
def test_what_cannot_be_written_by_is_said_in_a_sentence(name: str, text: str, why: str) -> None:
    (found,) = told(name, text)
    assert found.startswith(why)
    assert told(name, text, "nl") != [found]


def test_everything_that_is_wrong_is_said() -> None:
    assert len(told("sentence", "{nobody} {")) == 5


@given(text=st.text(max_size=40), value=st.text(max_size=40))
def test_a_pattern_without_faults_is_filled_and_its_values_stay_text(text: str, value: str) -> None:
    pattern = f"{text}{{moment}}"
    if not told("wish-want", pattern):
        said = StoryPatterns((("wish-want", pattern),)).said("wish-want", "en", moment=value)
        assert said == f"{text.replace('{moment}', value)}{value}"
