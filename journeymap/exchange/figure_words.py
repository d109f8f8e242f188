"""Figures of a comparison in words, for screens and files alike."""

from babel.numbers import format_decimal, format_percent

from journeymap.domain.analysis.comparison.figures import Figure, MapReading
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.durations import duration_short


def number_said(figure: Figure, reading: MapReading, language: str) -> str:
    """What one map says: a dash where it says nothing, “at least” where it is said of fewer than all."""
    if reading.value is None:
        return "–"
    text = value_in_unit(unit_of(figure), reading.value, language)
    partly = figure.unit == "minutes" and not reading.complete
    return say("compare-at-least", language, value=text) if partly else text


def value_in_unit(unit: str, value: float, language: str) -> str:
    """A value as people write it: 1 h 05, +1.5, 16."""
    if unit == "minutes":
        return duration_short(value, language)
    if unit == "valence":
        return signed(value, language)
    return str(format_decimal(value, "0.#", locale=language))


def signed(number: float, language: str) -> str:
    """A number with its sign, as it is written: +1.64, −0.5, 0."""
    text = str(format_decimal(abs(number), "0.##", locale=language))
    return text if text == "0" else f"{'+' if number > 0 else '−'}{text}"


def percent(share: float, language: str, *, sign: bool = False) -> str:
    """A share as a percentage without decimals, with a real minus."""
    text = str(format_percent(share, "0\u00a0%", locale=language)).replace("-", "−")
    return f"+{text}" if sign and round(share * 100) > 0 else text


def unit_of(figure: Figure) -> str:
    """A fall is a distance on the emotion scale: it has no sign."""
    return "points" if figure.name == "fall" else figure.unit
