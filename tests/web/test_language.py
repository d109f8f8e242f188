"""Which language an answer is in."""

import pytest

from journeymap.web.language import spoken


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nl", "nl"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("de,fr;q=0.9,en;q=0.5,nl;q=0.4", "en"),
        ("en;q=0.1, nl;q=0.9", "nl"),
        ("EN-gb", "en"),
        ("nl;q=0, en", "en"),
    ],
)
def test_the_language_liked_best_of_those_we_speak(header: str, language: str) -> None:
    assert spoken(header, "en") == language


@pytest.mark.parametrize("header", ["", "de", "*", ";;;", "nl;q=zero", "nl;q=0", "," * 10_000, "q=1;nl", "nl;q=nan"])
def test_whoever_speaks_none_of_them_hears_the_installations(header: str) -> None:
    assert spoken(header, "en") == "en"
