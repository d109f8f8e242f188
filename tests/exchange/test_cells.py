"""What stands in one cell: several values, a formula made harmless, yes or no, a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.exchange import cells

DANGEROUS = "=+-@\t\r\n\0＝＋－＠"
texts = st.text(st.sampled_from([*DANGEROUS, "'", "a", ";", "\\", " "]) | st.characters(exclude_categories=["Cs"]))
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)


@given(texts)
def test_a_protected_text_begins_harmless_and_comes_back_to_the_letter(text: str) -> None:
    guarded = cells.protect(text)
    assert not guarded.startswith(tuple(DANGEROUS))
    assert cells.unprotect(guarded) == text


@pytest.mark.parametrize("text", ["'t Gooi", "'s avonds", "rock 'n' roll", "", "'", "a=b", "1-2"])
def test_a_text_that_was_never_protected_stays_as_it_is(text: str) -> None:
    assert cells.unprotect(text) == text
    assert cells.protect(text) == text


@given(st.lists(lines))
def test_values_joined_in_a_cell_come_apart_again(values: list[str]) -> None:
    assert cells.parts(cells.joined(values)) == values


@given(st.lists(lines | st.just(""), min_size=2))
def test_blank_values_keep_their_places(values: list[str]) -> None:
    assert cells.aligned(cells.joined(values)) == values


def test_semicolons_and_line_ends_part_values() -> None:
    assert cells.parts("Phone; Website\nMail\r\n\n; In  person ;") == ["Phone", "Website", "Mail", "In person"]


@pytest.mark.parametrize("cell", ["yes", "Ja", "TRUE", "x", "X", " 1 ", "✓", "waar"])
def test_yes_in_many_ways(cell: str) -> None:
    assert cells.yes_or_no(cell) is True


@pytest.mark.parametrize("cell", ["no", "Nee", "false", "", "-", "0", "onwaar"])
def test_no_in_many_ways(cell: str) -> None:
    assert cells.yes_or_no(cell) is False


def test_neither_yes_nor_no_is_said_to_be_neither() -> None:
    assert cells.yes_or_no("maybe") is None
    assert cells.yes_or_no("Optional", "Optional") is True
    assert cells.yes_or_no("Optional", "Key") is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [("+2", 2), ("−1", -1), ("-1", -1), ("1,5", 1.5), ("0.5", 0.5), ("0", 0), (" 2 ", 2)],
)
def test_numbers_as_people_write_them(cell: str, value: float) -> None:
    assert cells.number(cell) == value


@pytest.mark.parametrize(
    "cell", ["", "happy", "1e", "e9", "nan", "inf", "1.2.3", "٣", "1 000", "0x1", "--1", "1_0", "²"]
)
def test_what_is_no_number_is_none(cell: str) -> None:
    assert cells.number(cell) is None


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("- sees ad\n- asks friend", ["sees ad", "asks friend"]),
        ("1. sees ad\n2) asks a\n   friend", ["sees ad", "asks a friend"]),
        ("• ziet\r\n• vraagt\r\n\r\n• belt", ["ziet", "vraagt", "belt"]),
        ("sees ad\nasks friend", []),
        ("- sees ad", []),
        ("−1\n-2", []),
        ("", []),
    ],
)
def test_a_list_in_a_cell_is_known_by_its_bullets(cell: str, items: list[str]) -> None:
    assert cells.listed(cell) == items


@pytest.mark.parametrize(
    ("part", "bare"),
    [("- Web", "Web"), ("• Web", "Web"), ("2. Web", "Web"), ("-Web", "-Web"), ("24/7", "24/7"), ("-", "-")],
)
def test_a_bullet_is_no_part_of_a_value(part: str, bare: str) -> None:
    assert cells.unlisted(part) == bare


@pytest.mark.parametrize("cell", ["N/A", "n.v.t.", "-", "None", "NULL", "geen", " nan ", "—", "#N/B"])
def test_nothing_is_said_in_many_words(cell: str) -> None:
    assert cells.is_nothing(cell)


@pytest.mark.parametrize("cell", ["", "0", "no", "nee", "none of them", "Geen wachttijd", "Nathalie"])
def test_what_says_something_is_not_nothing(cell: str) -> None:
    assert not cells.is_nothing(cell)
