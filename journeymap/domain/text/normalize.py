"""Texts made comparable: without case, accents, small words and verb endings, in both languages."""

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.resources import data

_WORD = re.compile(r"[^\W_]+")

REMEMBERED = 32_768
"""Texts whose words are kept: those of the largest maps, so that looking again costs nothing."""


def plain(text: str) -> str:
    """The text without case, accents, marks and double spaces; itself where it has no letters at all."""
    if text.isascii():  # nearly always: there is nothing to take apart
        bare = text.lower()
    else:
        bare = unicodedata.normalize("NFKD", text.casefold())
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare)) or " ".join(text.split())


def is_typed(typed: str, text: str) -> bool:
    """Whether somebody typed this very text: spaces, curly quotes and what cannot be seen do not count."""
    return _as_typed(typed) == _as_typed(text)


def _as_typed(text: str) -> str:
    seen = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(seen.translate(_STRAIGHT).split())


_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@lru_cache(maxsize=REMEMBERED)
def stems(text: str, language: str) -> tuple[str, ...]:
    """The words that carry the meaning, without their endings, in the order of the text.

    The small words of both languages are left out, unless there are no others.
    """
    words = plain(text).split()
    telling = [word for word in words if word not in small_words()] or words
    return tuple(stem(word, language) for word in telling)


def stem(word: str, language: str) -> str:
    """The word without its verb or plural ending: enough to bring “bellen”, “bel” and “gebeld” together."""
    if len(word) < 3 or not word.isascii():
        return word
    return _dutch(word) if language == "nl" else _english(word)


def shared(one: Iterable[str], other: Iterable[str]) -> float:
    """Which part of the shorter set of words is in the other: 0 to 1."""
    ones, others = set(one), set(other)
    fewest = min(len(ones), len(others))
    return len(ones & others) / fewest if fewest else 0.0


@cache
def small_words() -> frozenset[str]:
    """Words that say nothing by themselves, of both languages: many texts mix them."""
    return frozenset(word for language in LANGUAGES for word in word_list("stopwords", language))


@cache
def word_list(name: str, language: str) -> tuple[str, ...]:
    """A list of words that ships in data/coach/."""
    found: list[str] = json.loads(data("coach", f"{name}.{language}.json").read_text(encoding="utf-8"))
    return tuple(found)


_ENGLISH = ((r"(?<=.)ie[ds]$", "y"), (r"(?<=..)(?:ings?|ed)$", ""), (r"(?<=...)(?<!s)e?s$", ""))
_DUTCH = (
    (r"^ge(?=.{3,}[dtn]$)", ""),
    (r"(?<=...)t?jes?$", ""),
    (r"(?<=....)s$", ""),
    (r"(?<=..)(?:(?<!i)en|(?<=[aeio])n)$", ""),
    (r"(?<=..)[dt]+e?$", ""),
)


def _english(word: str) -> str:
    for ending, instead in _ENGLISH:
        word, found = re.subn(ending, instead, word)
        if found:
            break
    return _single(re.sub(r"(?<=..)e$", "", word))


def _dutch(word: str) -> str:
    for ending, instead in _DUTCH:
        word = re.sub(ending, instead, word)
    word = _single(word)
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])


def _single(word: str) -> str:
    """Doubled letters written once: they come and go with the ending (“stopping”, “lezen” and “lees”)."""
    return re.sub(r"([a-z])\1", r"\1", word)
