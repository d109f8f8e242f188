"""Letters on paper: what XML can hold, how wide a text is, and where its lines break."""

import re
import unicodedata
from xml.sax.saxutils import escape

_UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

_TURNING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Signs that turn the direction of all that follows, also of what is not theirs."""


def held(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _UNHELD.sub("", text)


def written(text: str) -> str:
    """The text as it stands in an SVG: held, not turning its neighbours round, and escaped."""
    return escape(held(text).translate(_TURNING), {'"': "&quot;"})


def wide(text: str, size: float) -> float:
    """About how wide a text is; wide signs and emoji count double, marks that combine not at all."""
    units = 0.0
    for c in text:
        if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Mn", "Me"):
            continue
        units += 1.05 if unicodedata.east_asian_width(c) in "WF" else 0.3 if c in " il.,;:'|!" else 0.56
    return units * size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than this; a word that is too wide is broken."""
    lines: list[str] = []
    now = ""
    for word in text.split():
        longer = f"{now} {word}" if now else word
        if wide(longer, size) <= width:
            now = longer
            continue
        if now:
            lines.append(now)
        *whole, now = _broken(word, width, size)
        lines += whole
    return [*lines, now] if now else lines


def _broken(word: str, width: float, size: float) -> list[str]:
    parts, now = [], ""
    for c in word:
        if now and wide(now + c, size) > width:
            parts.append(now)
            now = ""
        now += c
    return [*parts, now]
