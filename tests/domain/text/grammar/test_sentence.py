"""The sentence of a story by the form of what was typed: the tables beside this file, and what holds for any text.

`sentences.en.txt` and `sentences.nl.txt` hold a line for each text: what was typed, what it has to become.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.text.grammar.persona_names import as_persona, of_persona
from journeymap.domain.text.grammar.sentence import story_sentence

LANGUAGES = ("en", "nl")


def rows(language: str, section: str) -> list[tuple[str, ...]]:
    """The lines of one section of a language's table."""
    text = (Path(__file__).parent / f"sentences.{language}.txt").read_text(encoding="utf-8")
    lines = text.split(f"[{section}]\n")[1].split("\n[")[0].splitlines()
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines if line.strip() and line[0] != "#"]


def table(section: str) -> list[tuple[str, ...]]:
    """The lines of one section, each with its language."""
    return [(language, *row) for language in LANGUAGES for row in rows(language, section)]


@pytest.mark.parametrize(("language", "typed", "right"), table("moments"))
def test_a_moment_is_read_by_its_form(language: str, typed: str, right: str) -> None:
    if right.startswith(("As ", "Als ")):
        persona, typed = typed.split(": ", 1)
        assert story_sentence(typed, [], language, persona=persona).text == right
    else:
        start = "As a customer, " if language == "en" else "Als klant "
        assert story_sentence(typed, [], language).text == start + right


@pytest.mark.parametrize(("language", "typed", "right"), table("needs"))
def test_a_need_is_read_by_its_form(language: str, typed: str, right: str) -> None:
    call, persona, start = {
        "en": ("Call", "Ann", "As Ann, I want to call, "),
        "nl": ("Bellen", "An", "Als An wil ik bellen, "),
    }[language]
    assert story_sentence(call, [typed], language, persona=persona).text == start + right


@pytest.mark.parametrize(("language", "typed", "right", "inside"), table("personas"))
def test_a_persona_is_named_as_one_of_its_kind(language: str, typed: str, right: str, inside: str) -> None:
    assert (as_persona(typed, language), of_persona(typed, language)) == (right, inside)


def test_each_language_has_its_hundred_cases_and_more() -> None:
    assert all(len(rows(language, "moments")) > 150 and len(rows(language, "needs")) > 100 for language in LANGUAGES)


@pytest.mark.parametrize(
    ("needs", "right"),
    [
        (("Being heard", "Peace of mind", "No waiting"), "I am heard, have peace of mind and do not have to wait"),
        (("Know it", "See it", "Buy it"), "I know it, can see it and buy it"),
        (("The doctor knows me", "Feel safe"), "the doctor knows me and I feel safe"),
        (("Know more. Feel safe.", "Trust"), "I know more, feel safe and have trust"),
    ],
)
def test_what_need_not_be_said_twice_is_said_once(needs: tuple[str, ...], right: str) -> None:
    assert story_sentence("Call", needs, "en").text == f"As a customer, I want to call, so that {right}."


def test_dutch_needs_share_their_wish_and_say_a_lack_as_it_was_said() -> None:
    needs = ("Ik heb hulp nodig", "Gehoord worden", "Mijn moeder belt", "Rust")
    right = "want ik wil gehoord worden, rust en dat mijn moeder belt en ik heb hulp nodig"
    assert story_sentence("Bellen", needs, "nl").text == f"Als klant wil ik bellen, {right}."


def test_one_need_that_is_not_certain_makes_the_reason_neutral() -> None:
    found = story_sentence("Call", ["Know it", "GPS"], "en")
    assert found.text == "As a customer, I want to call, so that: know it; GPS."
    assert (found.wish_certain, found.needs_certain, found.certain) == (True, False, False)
    found = story_sentence("Bellen", ["Weten", "GPS"], "nl")
    assert found.text == "Als klant wil ik bellen, zodat: weten; GPS."


def test_a_need_in_the_moment_is_not_said_again() -> None:
    said = "As a customer, I want to call the desk, so that I have certainty."
    assert story_sentence("I call the desk because I need certainty", ["certainty"], "en").text == said


def test_a_name_that_the_map_writes_with_a_capital_keeps_it() -> None:
    proper = frozenset({"Natuurmonumenten"})
    text = "Natuurmonumenten bellen"
    assert story_sentence(text, [], "nl", proper=proper).text == "Als klant wil ik Natuurmonumenten bellen."


@pytest.mark.parametrize(
    ("language", "name", "typed", "right"),
    [
        ("en", "Smith", "Smith calls me", "As a customer, I want Smith to call me."),
        ("en", "Stephan", "Stephan calls back", "As a customer, I want Stephan to call back."),
        ("nl", "Stephan", "Stephan belt terug", "Als klant wil ik dat Stephan terugbelt."),
        ("nl", "Dekker", "Dekker komt op tijd", "Als klant wil ik dat Dekker op tijd komt."),
    ],
)
def test_a_name_of_the_map_acts_in_a_sentence(language: str, name: str, typed: str, right: str) -> None:
    assert story_sentence(typed, [], language, proper=frozenset({name})).text == right


@given(
    st.text(min_size=1, max_size=80), st.lists(st.text(min_size=1, max_size=60), max_size=3), st.sampled_from(LANGUAGES)
)
def test_any_text_makes_one_sentence(moment: str, needs: list[str], language: str) -> None:
    found = story_sentence(moment, needs, language)
    assert found.text.startswith("As a customer, " if language == "en" else "Als klant ")
    assert found.text.endswith((".", "?"))


WORDS = [
    "I",
    "the",
    "doctor",
    "call",
    "calls",
    "called",
    "not",
    "no",
    "being",
    "to",
    "wait",
    "where",
    "is",
    "my",
    "if",
    "who",
    "and",
    ",",
    "?",
    "ik",
    "de",
    "bel",
    "belt",
    "niet",
    "dat",
    "wil",
    "zijn",
    "een",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.sampled_from(LANGUAGES))
def test_no_order_of_small_words_is_too_much(words: list[str], language: str) -> None:
    assert story_sentence(" ".join(words), [" ".join(reversed(words))], language, persona="the doctor").text
