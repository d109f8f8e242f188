"""Whether somebody typed a text that stands before them."""

import pytest

from journeymap.domain.text.normalize import is_typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("A visit", "A visit"),
        ("  A   visit ", "A visit"),
        ('"A" visit\'s', "“A” visit’s"),
        ("Cafe\u0301", "Café"),
        ("A visit", "A\u200b visit\u202e"),
    ],
)
def test_what_one_cannot_see_or_type_otherwise_does_not_count(typed: str, text: str) -> None:
    assert is_typed(typed, text)
    assert is_typed(text, typed)


@pytest.mark.parametrize("typed", ["", "A visi", "a visit", "A visit.", "Avisit"])
def test_anything_else_is_another_text(typed: str) -> None:
    assert not is_typed(typed, "A visit")
