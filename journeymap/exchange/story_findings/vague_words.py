"""Words that nobody can test: “fast”, “user-friendly”, “zo snel mogelijk”."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from journeymap.domain.text.resources import data

CERTAIN = "certain"


def vague_words(texts: Iterable[str], language: str) -> dict[str, tuple[str, ...]]:
    """The vague words of these texts by what is asked for instead (speed, ease …), each once, in order.

    A word with a capital in the middle of a sentence is a name (“a day in Nice”), and none of them.
    """
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        for match in _pattern(language).finditer(text):
            group = _groups(language)[_comparable(match[0])]
            if group != CERTAIN and not _is_name(match):
                found.setdefault(group, {})[match[0].casefold()] = None
    return {group: tuple(words) for group, words in found.items()}


@cache
def _groups(language: str) -> dict[str, str]:
    """Every word or phrase of the list that ships, and its group."""
    path = data("quality", f"{language}.toml")
    lists: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {word: group for group, words in lists.items() for word in " ".join(words.split()).split(", ")}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """All of them as one pattern, the longest first: “as soon as possible” before “soon”."""
    words = sorted(_groups(language), key=lambda word: (-len(word), word))
    parts = (re.escape(word).replace(r"\ ", r"[\s-]+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


def _comparable(found: str) -> str:
    return re.sub(r"[\s-]+", " ", found).casefold()


def _is_name(match: re.Match[str]) -> bool:
    if _comparable(match[0]).count(" "):
        return False  # “As Soon As Possible” is nobody's name
    before = match.string[: match.start()].rstrip(" \"'“”‘’(")
    return match[0][0].isupper() and not match[0].isupper() and bool(before) and before[-1] not in ".!?:;…-–—"
