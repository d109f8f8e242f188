"""Feelings as other tools write them, on our scale."""

import pytest

from journeymap.exchange import scales
from journeymap.exchange.import_choices import Scale


@pytest.mark.parametrize(
    ("scale", "values"),
    [
        (Scale.ONE_TO_FIVE, {"1": -2, "2": -1, "3": 0, "4": 1, "5": 2, "4,5": 1.5}),
        (Scale.ONE_TO_SEVEN, {"1": -2, "4": 0, "7": 2}),
        (Scale.ONE_TO_TEN, {"1": -2, "7": 0.7, "10": 2}),
        (Scale.NOUGHT_TO_TEN, {"0": -2, "5": 0, "8": 1.2, "10": 2}),
        (Scale.MINUS_FIVE, {"-5": -2, "0": 0, "+5": 2, "−2,5": -1}),
        (Scale.MINUS_THREE, {"-3": -2, "0": 0, "3": 2}),
        (Scale.HUNDRED, {"0": -2, "50": 0, "75": 1}),
        (Scale.OURS, {"-2": -2, "0": 0, "+1,5": 1.5}),
    ],
)
def test_the_ends_of_every_scale_are_ours_and_what_is_between_keeps_its_place(
    scale: Scale, values: dict[str, float]
) -> None:
    assert {cell: scales.valence(cell, scale) for cell in values} == values


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *(("4/5", 1), ("7 out of 10", 0.7), ("8 van de 10", 1.1), ("75%", 1), ("★★★★☆", 1), ("⭐⭐⭐⭐⭐", 2)),
        *(("😡", -2), ("🙁", -1), ("😐", 0), ("🙂", 1), ("😍", 2), ("☹️", -1), ("red", -2), ("Oranje", -1), ("🟢", 1)),
        *(("Very good", 2), ("slecht", -1), ("neutraal", 0), ("++", 2), ("+/-", 0), ("furious", -2), ("wanhopig", -2)),
    ],
)
def test_words_smileys_and_colours_have_their_places(cell: str, value: float) -> None:
    assert scales.valence(cell, Scale.OURS) == value


@pytest.mark.parametrize("cell", ["", "fine-ish", "12 May", "x"])
def test_what_stands_for_nothing_is_none(cell: str) -> None:
    assert scales.valence(cell, Scale.ONE_TO_FIVE) is None


@pytest.mark.parametrize(
    ("column", "cells", "scale"),
    [
        ("Satisfaction", ("1", "5", "3"), None),
        ("Satisfaction", ("1", "2"), None),
        ("Mood", ("1", "9"), None),
        ("Mood", ("1", "80"), Scale.HUNDRED),
        ("Satisfaction (1-5)", ("1", "2"), Scale.ONE_TO_FIVE),
        ("Score 0 tot 10", ("8",), Scale.NOUGHT_TO_TEN),
        ("Emotion (−2 to +2)", ("1", "2"), Scale.OURS),
        ("Emotion", ("-1", "2"), Scale.OURS),
        ("Emotion", ("-4", "2"), Scale.MINUS_FIVE),
        ("Felt emotion", ("1", "2"), Scale.OURS),
        ("Gevoelde emotie", ("1", "2"), Scale.OURS),
        ("Emotion", ("😡", "good"), Scale.OURS),
    ],
)
def test_a_scale_is_asked_only_where_name_and_numbers_leave_it_open(
    column: str, cells: tuple[str, ...], scale: Scale | None
) -> None:
    assert scales.settled(column, cells) == scale


def test_the_likeliest_scale_comes_first() -> None:
    assert scales.guessed(("1", "5"))[0] is Scale.ONE_TO_FIVE
    assert scales.guessed(("1", "9"))[0] is Scale.ONE_TO_TEN
    assert scales.guessed(("0", "9"))[0] is Scale.NOUGHT_TO_TEN


def test_no_word_stands_in_two_places() -> None:
    words = [word for names in scales.WORDS.values() for word in names]
    assert len(words) == len(set(words))
