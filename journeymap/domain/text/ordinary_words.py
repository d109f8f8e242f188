"""Ordinary words are never taken out of texts, even where they are also somebody's name."""

import json
from collections.abc import Iterable
from functools import cache

from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.domain.text.normalize import plain, word_list
from journeymap.domain.text.resources import data

SHORTEST = 3
"""A name of fewer letters is a word, or part of one, too often."""

_ROLES = ("owner", "facilitator", "co-facilitator", "participant", "customer", "observer")
_LISTS = ("stopwords", "team-words", "front-line")


def is_ordinary(name: str) -> bool:
    """Whether a name is too short to be one, or consists only of ordinary words."""
    return sum(c.isalpha() for c in name) < SHORTEST or all(_is_word(word) for word in plain(name).split())


def is_same(name: str, others: Iterable[str]) -> bool:
    """Whether somebody or something else has this name, as a whole or as part of theirs."""
    words = plain(name)
    return any(f" {words} " in f" {plain(other)} " for other in others)


def _is_word(word: str) -> bool:
    return len(word) < SHORTEST or word.isdecimal() or word in _words()


@cache
def _words() -> frozenset[str]:
    """Every ordinary word, of both languages: roles, channels, feelings, and those of the lists that ship."""
    found: list[str] = []
    for language in LANGUAGES:
        found += json.loads(data(f"ordinary-words.{language}.json").read_text(encoding="utf-8"))
        found += [word for name in _LISTS for word in word_list(name, language)]
        found += [say(f"role-{role}", language) for role in _ROLES]
        found += [say("workshop-erased-name", language, number="")]
        found += [channel[language] for channel in json.loads(data("channels.json").read_text(encoding="utf-8"))]
        found += [step[language] for step in json.loads(data("emotions.json").read_text(encoding="utf-8"))["scale"]]
    return frozenset(word for text in found for word in plain(text).split())
