"""The emotion scale and the wheels that ship."""

import pytest

from journeymap.domain.model.emotions import nearest, scale, step_of, suggestions, wheels
from tests.support.face_scale import STEPS


def test_the_scale_has_five_steps_in_both_languages() -> None:
    assert [step.valence for step in scale()] == [-2, -1, 0, 1, 2]
    assert all(step.en and step.nl for step in scale())


def test_plutchik_has_eight_families_at_three_strengths() -> None:
    plutchik = next(wheel for wheel in wheels() if wheel.id == "plutchik")
    families = {(label.family, label.strength) for label in plutchik.labels}
    assert len(families) == len(plutchik.labels) == 24
    assert len({family for family, _ in families}) == 8


def test_there_are_plain_words_from_one_end_of_the_scale_to_the_other() -> None:
    everyday = next(wheel for wheel in wheels() if wheel.id == "everyday")
    valences = {label.valence for label in everyday.labels}
    assert min(valences) == -2
    assert max(valences) == 2


@pytest.mark.parametrize("language", ["en", "nl"])
def test_suggestions_say_each_word_once(language: str) -> None:
    words = suggestions(language)
    assert len(words) == len(set(words)) >= 40
    assert all(0 < len(word) <= 40 for word in words)


@pytest.mark.parametrize(("valence", "step"), STEPS.items())
def test_a_valence_has_the_nearest_step(valence: float, step: int) -> None:
    assert step_of(valence) == step
    assert nearest(valence).valence == step
