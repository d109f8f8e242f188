"""Who acts in an English clause, as a subject and as it follows “I want”: “they”, “them”."""

from collections.abc import Sequence
from functools import cache

from journeymap.domain.text.grammar.english_words import (
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    adjectives,
    is_person,
    is_plural,
)
from journeymap.domain.text.grammar.words import key, words_of

TITLES = words_of("titles", "en")


def subject_of(words: Sequence[str]) -> tuple[str, str] | None:
    """Who acts, as a subject and as it follows “I want”; None where it is not certain how to name them."""
    first = key(words[0])
    text = " ".join(words)
    if len(words) == 1 and words[0].isupper() and len(text) > 1 and first in SUBJECTS:
        return text, text  # “IT”
    if first in SUBJECTS and (len(words) == 1 or key(words[1]) in PREPOSITIONS | {"else"}):
        rest = text[len(words[0]) :]
        return first + rest, SUBJECTS[first] + rest
    if len(words) > 2 and [key(word) for word in words[-2:]] == ["and", "i"]:
        others = subject_of(words[:-2])
        return (f"{others[0]} and I", f"{others[1]} and me") if others else None
    if first in ("i", "me", "nobody", "no-one") or any(key(word) == "i" for word in words):
        return None
    if first in DETERMINERS:
        small = words[0][:1].lower() + words[0][1:]
        return (f"{small} {' '.join(words[1:])}",) * 2 if len(words) > 1 else None
    return _bare_subject(words, first, text)


def _bare_subject(words: Sequence[str], first: str, text: str) -> tuple[str, str] | None:
    """A subject without article: a name, several, or something that gets “the”."""
    if all(word[:1].isupper() and word.isalpha() for word in words) and not words[0].isupper() and first != "i":
        return text, text  # a first letter that is still a capital belongs to a name
    if words[-1][:1].isdigit():
        return (text[:1].lower() + text[1:],) * 2  # “bus 47”
    if len(words) == 1 and first in words_of("relatives", "en"):
        return (f"my {text.lower()}",) * 2  # “Sister recommends a dentist”
    if first in words_of("names", "en") | words_of("kin", "en") or first.rstrip(".") in TITLES or first == "i":
        return text, text
    small = text[:1].lower() + text[1:] if not _keeps_capital(words[0]) else text
    head = next((n for n, word in enumerate(words) if key(word) in PREPOSITIONS), len(words)) - 1
    if head < 0:
        return None
    last = key(words[head])
    compound = (
        head > 0 and key(words[0]) not in adjectives() | PREPOSITIONS and last in words_of("heads", "en") | {"service"}
    )
    if is_plural(words[head]) or (last in words_of("mass", "en") and not compound):
        return small, small
    if words[0].isupper() and len(words[0]) > 1 and not is_person(words[0]):
        return text, text  # “HR”
    if len(words) == 1 and not (is_person(words[0]) or last in _things() or words[0].islower()):
        return None
    if len(words) > 1 and words[1][:1].isupper() and not words[1].isupper() and not is_person(words[-1]):
        return text, text
    return f"the {small}", f"the {small}"


@cache
def _things() -> frozenset[str]:
    return words_of("countable", "en") | words_of("heads", "en") | words_of("both", "en") | words_of("mass", "en")


def _keeps_capital(word: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in word[1:]) or key(word) in words_of("capitals", "en")
