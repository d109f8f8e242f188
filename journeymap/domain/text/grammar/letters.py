"""First letters: small inside a sentence, except where they belong to a name or an acronym."""

import re
from functools import cache

from journeymap.domain.text.grammar.words import key, words_of


def lowered(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text as it stands inside a sentence: its first letter small, unless it begins with a name or an acronym."""
    if text[:3] in ("'s ", "’s "):
        return text[:3] + lowered(text[3:], proper)  # “'s Middags”
    letters = re.match(r"[^\W_]+", text)
    first = letters[0] if letters else ""
    if not first[:1].isupper() or first in proper or first == "I" or re.match(r"[A-DF-Z]-\w", text):
        return text
    if first.startswith("IJ") and not any(map(str.isupper, first[2:])):
        return text[:2].lower() + text[2:]
    if any(c.isupper() or c.isdigit() for c in text.split(maxsplit=1)[0][1:]):
        return text
    return text[:1].lower() + text[1:]


def phrase(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text as a part of a sentence: first letter small, no full stop at the end."""
    return lowered(text.rstrip(" .;,") or text, proper)


def inside(text: str, language: str, proper: frozenset[str] = frozenset()) -> str:
    """The text with the letters it has inside a sentence, also where it was typed In Title Case or IN CAPITALS."""
    words = text.split()
    if (
        len(words) > 1
        and all(word.isupper() for word in words if key(word).isalpha())
        and any(len(word) > 4 or key(word) in known_words(language) for word in words)
    ):
        return " ".join(word if word in ("I", "ID") else word.lower() for word in words)
    if len(words) > 1 and _is_titled(words, language, proper):
        return " ".join(_small(word, language, proper) for word in words)
    if words and (is_name(words[0], language) or _is_full_name(words, language)):
        return text
    return lowered(text, proper)


def is_name(word: str, language: str) -> bool:
    """Whether the word is written with a capital wherever it stands."""
    known = key(word).removesuffix("'s")
    if language == "en" and known in words_of("kin", "en"):
        return True  # “Mum calls”
    return known in words_of("names", language) or known in words_of("capitals", language)


@cache
def known_words(language: str) -> frozenset[str]:
    """Every word of the lists, names excepted."""
    lists = ("verbs", "persons", "mass", "adjectives")
    english = ("both", "countable", "heads", "mass") if language == "en" else ("common", "neuter")
    return frozenset().union(*(words_of(name, language) for name in (*lists, *english)))


def _is_titled(words: list[str], language: str, proper: frozenset[str]) -> bool:
    """Whether every word of some length has a capital, and they are words like any other."""
    long = [word for word in words if len(key(word)) > 3]
    between = any(word[:1].isupper() and key(word) in words_of("prepositions", language) for word in words[1:])
    return (
        len(long) > 1
        and all(word[:1].isupper() for word in long)
        and (between or any(key(word) in known_words(language) for word in long[1:]))
        and not any(is_name(word, language) or word in proper for word in long[1:])
    )


def _small(word: str, language: str, proper: frozenset[str]) -> str:
    return (
        word
        if is_name(word, language) or word in proper or word == "I" or (word.isupper() and len(word) > 1)
        else lowered(word)
    )


def _is_full_name(words: list[str], language: str) -> bool:
    """“Priya Patel calls”: two words with a capital, and the first is none that we know."""
    if len(words) < 3 or words[1] == "I" or not (words[0].istitle() and words[1].istitle() and words[1].isalpha()):
        return False
    return (
        not {key(words[0]), key(words[1])} & known_words(language)
        and not is_name(words[1], language)
        and words[0].isalpha()
    )
