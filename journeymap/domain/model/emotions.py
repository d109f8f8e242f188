"""The emotion scale and the label wheels, read from data/emotions.json."""

import math
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from journeymap.domain.text.resources import data


@dataclass(frozen=True, slots=True)
class EmotionLabel:
    """A word for an emotion in both languages, with its place on the scale of -2 to +2."""

    valence: float
    en: str
    nl: str
    family: str = ""
    strength: int = 0

    def text(self, language: str) -> str:
        """The word in this language."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Wheel:
    """A set of labels to choose from: everyday words, or Plutchik's eight at three strengths."""

    id: str
    en: str
    nl: str
    labels: tuple[EmotionLabel, ...]


def scale() -> tuple[EmotionLabel, ...]:
    """The five steps from very bad to very good."""
    return _data().scale


def wheels() -> tuple[Wheel, ...]:
    """All wheels that ship."""
    return _data().wheels


def suggestions(language: str) -> tuple[str, ...]:
    """Every label in this language, the worst feelings first, each once."""
    labels = sorted((label for wheel in wheels() for label in wheel.labels), key=lambda label: label.valence)
    return tuple(dict.fromkeys(label.text(language) for label in labels))


def step_of(valence: float) -> int:
    """The step of the scale, -2 to 2, that stands for this valence wherever a face or a word does.

    Halfway between two steps it is the one farther from neutral: 0.5 smiles, and -1.5 is as bad as it gets.
    `faces.js` follows, and a test holds both to the same vectors.
    """
    steps = [int(step.valence) for step in scale()]
    away = math.floor(abs(valence) + 0.5)
    return max(steps[0], min(steps[-1], away if valence > 0 else -away))


def nearest(valence: float) -> EmotionLabel:
    """The word of that step."""
    return next(step for step in scale() if step.valence == step_of(valence))


@dataclass(frozen=True, slots=True)
class _Emotions:
    scale: tuple[EmotionLabel, ...]
    wheels: tuple[Wheel, ...]


@cache
def _data() -> _Emotions:
    return TypeAdapter(_Emotions).validate_json(data("emotions.json").read_bytes())
