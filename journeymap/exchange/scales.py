"""Feelings as other tools write them, on our scale from −2 to +2.

A number is put where it stands between the two ends of its scale, and kept to a tenth: of 1 to 5, 4 is +1; of 1 to 10,
7 is +0.7; of 0 to 100, 50 is 0. Of words, smileys, signs and colours every one has its place in `WORDS`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from journeymap.domain.model.emotions import scale, wheels
from journeymap.domain.model.limits import VALENCE
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.cells import number
from journeymap.exchange.column_synonyms import plain
from journeymap.exchange.import_choices import Scale
from journeymap.exchange.map_columns import header

WORDS: Mapping[float, tuple[str, ...]] = {
    -2: (
        *("very bad", "very negative", "very dissatisfied", "very unhappy", "very low", "terrible", "awful"),
        *("--", "---"),
        *("heel slecht", "zeer slecht", "zeer negatief", "heel negatief", "zeer ontevreden", "vreselijk", "zeer laag"),
        *(
            "😡",
            "😠",
            "🤬",
            "😭",
            "😢",
            "😱",
            "😫",
            "😩",
            "💔",
            "👎👎",
            "🔴",
            "🟥",
            "red",
            "dark red",
            "rood",
            "donkerrood",
        ),
    ),
    -1: (
        *("bad", "negative", "dissatisfied", "unhappy", "sad", "poor", "low", "slecht", "negatief", "ontevreden"),
        *(
            "verdrietig",
            "matig",
            "laag",
            "🙁",
            "☹",
            "😟",
            "😕",
            "😞",
            "😔",
            "😒",
            "😣",
            "😖",
            "😰",
            "😨",
            "👎",
            "🟠",
            "🟧",
        ),
        *(":(", ":-(", "orange", "amber", "oranje"),
    ),
    0: (
        *("neutral", "neither", "okay", "ok", "average", "mixed", "medium", "neutraal", "gemiddeld", "gemengd"),
        *(
            "😐",
            "😑",
            "😶",
            "🤔",
            "😯",
            ":|",
            ":-|",
            "🟡",
            "🟨",
            "⚪",
            "yellow",
            "geel",
            "grey",
            "gray",
            "grijs",
            "+/-",
            "±",
        ),
    ),
    1: (
        *("good", "positive", "satisfied", "happy", "content", "high", "goed", "positief", "tevreden", "blij", "hoog"),
        *(
            "🙂",
            "😊",
            "☺",
            "😌",
            "😀",
            "😃",
            "👍",
            ":)",
            ":-)",
            "🟢",
            "🟩",
            "green",
            "light green",
            "groen",
            "lichtgroen",
            "+",
        ),
    ),
    2: (
        *("very good", "very positive", "very satisfied", "very happy", "great", "excellent", "very high", "delighted"),
        *("heel goed", "zeer goed", "heel positief", "zeer positief", "zeer tevreden", "heel blij", "uitstekend"),
        *("zeer hoog", "😁", "😄", "😆", "😍", "🤩", "🥰", "😎", "🥳", "❤", "💚", "👍👍", ":d", ":-d", "++", "+++"),
        *("dark green", "donkergroen"),
    ),
}
"""What words, smileys, signs and colours stand for."""

_OUT_OF = re.compile(r"\s*([0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:/|of|out of|van de|van)\s*(5|7|10|100)\s*", re.IGNORECASE)
_ENDS = re.compile(
    r"([+\-−–]?\s?\d{1,3})\s*(?:\.\.\.?|…|-|–|—|/|to|tot|t/m|through)\s*(?:en met\s*)?([+\-−–]?\s?\d{1,3})"
)


def valence(cell: str, chosen: Scale) -> float | None:
    """A cell of feelings on our scale; None where it says none. May be out of range: 7 of 1 to 5 is +4."""
    text = cell.strip()
    stars = text.replace("\ufe0f", "")
    if stars and set(stars) <= set("★☆⭐"):
        return _placed(sum(star in "★⭐" for star in stars), Scale.ONE_TO_FIVE)
    if found := _OUT_OF.fullmatch(text):
        of = int(found[2])
        return _placed(float(found[1].replace(",", ".")), Scale(f"{0 if of == 100 else 1}..{of}"))
    if text.endswith("%") and (share := number(text[:-1])) is not None:
        return _placed(share, Scale.HUNDRED)
    if (value := number(text)) is not None:
        return value if chosen is Scale.OURS else _placed(value, chosen)
    return feeling(text)


def word(text: str) -> float | None:
    """What a word, a smiley, a sign or a colour stands for. None: none of those that are known."""
    return _words().get(_bare(text))


def feeling(text: str) -> float | None:
    """The same, or where the feeling of this name stands on our wheels."""
    bare = _bare(text)
    return _words().get(bare, _feelings().get(bare))


def name_of_feeling(text: str) -> str:
    """A word for a feeling that is no more than a place on a scale; nothing where it is a number or such a place."""
    return text.strip() if word(text) is None and _bare(text) in _feelings() else ""


def named(name: str) -> Scale | None:
    """The scale that a column's name states: “Satisfaction (1-5)”, “Felt −2 … +2”."""
    for found in _ENDS.finditer(name):
        worst, best = (int(end.replace("−", "-").replace("–", "-").replace(" ", "")) for end in found.groups())
        if (known := f"{worst}..{best}") in list(Scale):
            return Scale(known)
    return None


def fitting(numbers: Sequence[float]) -> list[Scale]:
    """The scales that all these numbers can be on, the likeliest first."""
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    return [one for one in _LIKELIEST if one.ends[0] <= low and high <= one.ends[1]]


_LIKELIEST = (
    *(Scale.OURS, Scale.ONE_TO_FIVE, Scale.ONE_TO_SEVEN, Scale.ONE_TO_TEN, Scale.NOUGHT_TO_TEN),
    *(Scale.MINUS_THREE, Scale.MINUS_FIVE, Scale.HUNDRED),
)


def settled(column: str, cells: Iterable[str]) -> Scale | None:
    """The scale of a column, where its name or its numbers leave no doubt. None: it has to be asked.

    Ours is taken as said by our own name of the column, and by a number below zero where ours holds them all.
    """
    if (stated := named(column)) is not None:
        return stated
    numbers = [value for value in map(number, cells) if value is not None]
    if not numbers or plain(column) in _own_names():
        return Scale.OURS
    possible = fitting(numbers)
    if min(numbers) < 0 or not possible:
        return possible[0] if possible else Scale.OURS
    return None if len(possible) > 1 else possible[0]


def guessed(cells: Iterable[str]) -> tuple[Scale, ...]:
    """The scales that may be meant where it has to be asked, the likeliest first."""
    possible = fitting([value for value in map(number, cells) if value is not None])
    above = [one for one in possible if one.ends[0] >= 0]
    return (*above, *(one for one in possible if one not in above)) or (Scale.OURS,)


def _placed(value: float, chosen: Scale) -> float:
    worst, best = chosen.ends
    return round((value - worst) / (best - worst) * 2 * VALENCE - VALENCE, 1) + 0.0


def _bare(text: str) -> str:
    return " ".join(text.casefold().replace("\ufe0f", "").replace("_", " ").split())


@cache
def _words() -> Mapping[str, float]:
    return {_bare(name): value for value, names in WORDS.items() for name in names} | {
        _bare(step.text(language)): step.valence for step in scale() for language in LANGUAGES
    }


@cache
def _feelings() -> Mapping[str, float]:
    labels = [label for wheel in wheels() for label in wheel.labels]
    return {_bare(label.text(language)): label.valence for label in labels for language in LANGUAGES}


@cache
def _own_names() -> frozenset[str]:
    targets = ("felt_valence", "targeted_valence", "moment_targeted_valence")
    return frozenset(plain(header(target, language)) for target in targets for language in LANGUAGES)
